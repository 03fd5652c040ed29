// Reading the command line: the subcommand first, then options in any order, then programs.
#include "cli/command_line.h"

#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sluice {

const char* const kUsage =
    "usage: sluice run     [OPTION ...] PROGRAM.py [ARGUMENT ...]    its output, as Python would print it\n"
    "       sluice trace   [OPTION ...] PROGRAM.py ...               one line of JSON a program: its steps and output\n"
    "       sluice gantt   [OPTION ...] PROGRAM.py                   the timeline, drawn in the terminal\n"
    "       sluice explain [OPTION ...] --at SECONDS PROGRAM.py      what happens at that moment, and why\n"
    "       sluice digest  [OPTION ...] PROGRAM.py ...               a line a program: digest of its trace, and its "
    "name\n"
    "       sluice dump tokens|ast|code|trace|spans|chrome [OPTION ...] PROGRAM.py\n"
    "\n"
    "A PROGRAM of - is read from standard input. Time is virtual: sleep(60) takes no time to run.\n"
    "\n"
    "  --python VERSION             the CPython to reproduce: 3.10, 3.11, 3.12, 3.13 (default) or 3.14\n"
    "  --step SECONDS               what each callback that the event loop runs costs (1e-5)\n"
    "  --instruction-cost SECONDS   what each bytecode instruction costs (0)\n"
    "  --switch-interval SECONDS    when a waiting thread asks for the GIL (0.005)\n"
    "  --no-gil                     a free-threaded build (3.13 and later)\n"
    "  --cpu-count N                processors of the machine (4)\n"
    "  --file PATH[=HOST_PATH]      a file of the virtual disk, with the content of that one; may be given again\n"
    "  --disk-latency SECONDS       what a transfer from or to it takes (0)\n"
    "  --width COLUMNS, --ascii     of gantt (as wide as the terminal, with line-drawing characters)\n"
    "  --max-instructions N, --max-events N, --max-memory BYTES, --max-time SECONDS, --max-recursion N,\n"
    "  --max-output BYTES           budgets, at which a run ends; 0: none\n"
    "\n"
    "Exit status: 0; what the program exits with, 1 where it failed; 2 for bad usage.\n";

namespace {

/// Reads options one by one; the first mistake is kept and ends the reading.
class Reader {
 public:
  Reader(const std::vector<std::string>& words, CommandLine& line) : words_(words), line_(line) {}

  void read() {
    if (!read_command()) return;
    while (next_ < words_.size() && line_.error.empty()) read_word();
    if (line_.error.empty()) check();
  }

 private:
  bool fail(std::string message) {
    line_.error = std::move(message);
    return false;
  }

  bool read_command() {
    if (words_.empty()) return fail("a command is missing");
    const std::string& word = words_[next_++];
    if (word == "--help" || word == "-h" || word == "help") {
      line_.command = Command::Help;
      next_ = words_.size();
      return false;
    }
    if (word == "--version") {
      line_.command = Command::Version;
      next_ = words_.size();
      return false;
    }
    if (word == "run") {
      line_.command = Command::Run;
    } else if (word == "trace") {
      line_.command = Command::Trace;
    } else if (word == "gantt") {
      line_.command = Command::Gantt;
    } else if (word == "explain") {
      line_.command = Command::Explain;
    } else if (word == "digest") {
      line_.command = Command::Digest;
    } else if (word == "dump") {
      line_.command = Command::Dump;
      return read_dump_kind();
    } else {
      return fail("unknown command '" + word + "'");
    }
    return true;
  }

  bool read_dump_kind() {
    static constexpr std::pair<const char*, DumpKind> kKinds[] = {
        {"tokens", DumpKind::Tokens}, {"ast", DumpKind::Ast},     {"code", DumpKind::Code},

        {"trace", DumpKind::Trace},   {"spans", DumpKind::Spans}, {"chrome", DumpKind::Chrome}};
    if (next_ == words_.size()) return fail("dump what? tokens, ast, code, trace, spans or chrome");
    const std::string& word = words_[next_++];
    for (const auto& [name, kind] : kKinds) {
      if (word != name) continue;
      line_.dump = kind;
      return true;
    }
    return fail("there is no dump of '" + word + "', only of tokens, ast, code, trace, spans and chrome");
  }

  void read_word() {
    const std::string& word = words_[next_++];
    if (word.size() > 1 && word[0] == '-') {
      read_option(word);
      return;
    }
    line_.programs.push_back(word);
    if (line_.command != Command::Run) return;
    // What follows the program belongs to it, dashes and all.
    for (; next_ < words_.size(); ++next_) line_.options.arguments.push_back(words_[next_]);
  }

  void read_option(const std::string& name) {
    RunOptions& options = line_.options;
    RunBudgets& budgets = options.budgets;
    if (name == "--python") return read_python();
    if (name == "--step") return read_seconds(name, options.step);
    if (name == "--instruction-cost") return read_seconds(name, options.instruction_cost);
    if (name == "--switch-interval") return read_seconds(name, options.switch_interval);
    if (name == "--disk-latency") return read_seconds(name, options.disk_latency);
    if (name == "--file") return read_file();
    if (name == "--at") return read_seconds(name, line_.at);
    if (name == "--max-time") return read_seconds(name, budgets.virtual_seconds);
    if (name == "--max-instructions") return read_count(name, budgets.instructions);
    if (name == "--max-events") return read_count(name, budgets.events);
    if (name == "--max-memory") return read_count(name, budgets.memory_bytes);
    if (name == "--max-output") return read_count(name, budgets.output_bytes);
    if (name == "--max-recursion") return read_count(name, budgets.recursion);
    if (name == "--cpu-count") return read_count(name, options.cpu_count);
    if (name == "--width") return read_count(name, line_.width);
    if (name == "--no-gil") {
      options.gil = false;
    } else if (name == "--ascii") {
      line_.unicode = false;
    } else {
      fail("unknown option " + name);
    }
  }

  /// The word after an option; empty, and a mistake, where there is none.
  std::string value_of(const std::string& option) {
    if (next_ < words_.size()) return words_[next_++];
    fail(option + " needs a value");
    return "";
  }

  /// The content is read by whoever runs the program.
  void read_file() {
    const std::string text = value_of("--file");
    if (!line_.error.empty()) return;
    const std::size_t equals = text.find('=');
    const std::string path = text.substr(0, equals);
    line_.files.emplace_back(path, equals == std::string::npos ? path : text.substr(equals + 1));
  }

  void read_python() {
    const std::string text = value_of("--python");
    if (!line_.error.empty()) return;
    const std::optional<PythonVersion> version = parse_python_version(text);
    if (version) {
      line_.options.python = *version;
    } else {
      fail("--python " + text + ": there are 3.10, 3.11, 3.12, 3.13 and 3.14");
    }
  }

  void read_seconds(const std::string& option, double& into) {
    const std::string text = value_of(option);
    if (!line_.error.empty()) return;
    char* end = nullptr;
    const double value = std::strtod(text.c_str(), &end);
    if (text.empty() || *end != '\0' || !std::isfinite(value) || value < 0) {
      fail(option + " " + text + ": not a number of seconds");
      return;
    }
    into = value;
  }

  template <typename Count>
  void read_count(const std::string& option, Count& into) {
    const std::string text = value_of(option);
    if (!line_.error.empty()) return;
    if (text.empty() || text.size() > 9 || text.find_first_not_of("0123456789") != std::string::npos) {
      // Nine digits fit every count there is, and are more than a machine has time or memory for.
      fail(option + " " + text + ": not a number from 0 to 999999999");
      return;
    }
    into = static_cast<Count>(std::strtoul(text.c_str(), nullptr, 10));
  }

  void check() {
    if (line_.programs.empty()) {
      fail("a program is missing");
    } else if (line_.programs.size() > 1 && line_.command != Command::Trace && line_.command != Command::Digest) {
      fail("one program at a time, except for trace and digest");
    } else if (!line_.options.gil && !has_free_threaded_build(line_.options.python)) {
      fail("--no-gil needs --python 3.13 or 3.14");
    }
  }

  const std::vector<std::string>& words_;
  CommandLine& line_;
  std::size_t next_ = 0;
};

}  // namespace

CommandLine parse_command_line(const std::vector<std::string>& words) {
  CommandLine line;
  Reader(words, line).read();
  return line;
}

}  // namespace sluice
