# stages.sh — running tests in stages, and counting them over all. Sourced after lib.sh.

PASSED=0
FAILED=0
STAGE_LOG="$(mktemp)"
trap 'rm -f "$STAGE_LOG"' EXIT

# Runs one stage: stage TITLE COMMAND [ARGUMENT ...]. Its output is shown, and what it counted is added up. A command that counts
# nothing is one test; one that fails without having counted a failure is one failure. The next stage follows in any case.
stage() {
  local title="$1" began=$SECONDS status=0 passed failed
  shift
  printf '\n== %s\n' "$title"
  # In a condition, or the script would end here with the command.
  if "$@" 2>&1 | tee "$STAGE_LOG"; then :; else status=1; fi
  read -r passed failed < <(awk -f scripts/tools/count-results.awk "$STAGE_LOG")
  if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then failed=1; fi
  if [ "$passed" -eq 0 ] && [ "$failed" -eq 0 ]; then passed=1; fi
  PASSED=$((PASSED + passed))
  FAILED=$((FAILED + failed))
  printf -- '-- %s: %d passed, %d failed, %d s\n' "$title" "$passed" "$failed" $((SECONDS - began))
}

# Builds something that the next stages need: step TITLE COMMAND [ARGUMENT ...]. It counts only where it fails.
step() {
  local before=$PASSED
  stage "$@"
  PASSED=$before
}

# Prints the sum as the last line, and ends with its status.
finish() {
  printf '\n%d passed, %d failed\n' "$PASSED" "$FAILED"
  [ "$FAILED" -eq 0 ]
  exit
}
