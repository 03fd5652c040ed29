// main.cpp — the command line: reads the program, runs it, prints what was asked for.
#include <sys/ioctl.h>
#include <unistd.h>

#include <cstddef>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/command_line.h"
#include "sluice/run.h"
#include "sluice/show.h"

namespace sluice {
namespace {

constexpr int kBadUsage = 2;
constexpr int kFailed = 1;

/// The whole of a file, or of standard input for "-"; nothing where it cannot be read.
std::optional<std::string> read_file(const std::string& path) {
  std::FILE* file = path == "-" ? stdin : std::fopen(path.c_str(), "rb");
  if (file == nullptr) return std::nullopt;
  std::string text;
  char buffer[1 << 16];
  std::size_t count = 0;
  while ((count = std::fread(buffer, 1, sizeof buffer, file)) > 0) text.append(buffer, count);
  const bool is_bad = std::ferror(file) != 0;
  if (file != stdin) std::fclose(file);
  if (is_bad) return std::nullopt;
  return text;
}

/// The name that the program sees as its own: as given, like Python's; in traces without folders, like the reference
/// runner's, so that a trace does not depend on where the program lies.
std::string shown_name(Command command, const std::string& path) {
  if (path == "-") return "<stdin>";
  return command == Command::Run ? path : path.substr(path.rfind('/') + 1);
}

void print(std::FILE* stream, std::string_view text) { std::fwrite(text.data(), 1, text.size(), stream); }

/// What went wrong, as Python writes it, and what to do instead where Sluice knows.
void print_failure(const Failure& failure) {
  print(stderr, failure.traceback);
  if (failure.traceback.empty() && failure.kind != Failure::Kind::Exit) print(stderr, failure.text + "\n");
  // Some tracebacks end with the hint.
  if (failure.traceback.find(failure.hint) == std::string::npos) print(stderr, failure.hint + "\n");
}

int exit_status(const Failure& failure) {
  if (failure.kind == Failure::Kind::None) return 0;
  if (failure.kind == Failure::Kind::Exit) return failure.exit_status;
  return failure.exit_status == 0 ? kFailed : failure.exit_status;
}

int run_program(const std::string& source, const RunOptions& options) {
  const RunResult result = run(source, options);
  bool has_failure = result.failure.kind != Failure::Kind::None;
  const auto tell_failure = [&] {
    std::fflush(stdout);
    if (has_failure) print_failure(result.failure);
    has_failure = false;
  };
  for (const OutputPiece& piece : output_of(result)) {
    if (piece.after_end && !result.failure.after_end) tell_failure();
    // In the order in which they were written, also where both go to one terminal.
    std::fflush(piece.to_stderr ? stdout : stderr);
    print(piece.to_stderr ? stderr : stdout, piece.text);
  }
  tell_failure();
  return exit_status(result.failure);
}

/// As wide as the terminal; where there is none, as wide as most are.
std::size_t terminal_width() {
  constexpr std::size_t kUsual = 100;
  winsize size{};
  return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : kUsual;
}

/// What a command shows of a run, with a line break at its end.
std::string view_of_run(const CommandLine& line, const std::string& name, const RunResult& result,
                        const RunOptions& options) {
  switch (line.command) {
    case Command::Trace:
      return show_recording(result, options) + "\n";
    case Command::Digest:
      return show_digest(result) + " " + name + "\n";
    case Command::Gantt:
      return show_gantt(result, line.width == 0 ? terminal_width() : line.width, line.unicode);
    case Command::Explain:
      return show_explanation(result, line.at);
    case Command::Dump:
      break;
    case Command::Run:
    case Command::Help:
    case Command::Version:
      return "";
  }
  switch (line.dump) {
    case DumpKind::Trace:
      return show_trace(result);
    case DumpKind::Spans:
      return show_spans(result);
    case DumpKind::Chrome:
      return show_chrome_trace(result) + "\n";
    case DumpKind::Tokens:
    case DumpKind::Ast:
    case DumpKind::Code:
      break;
  }
  return "";
}

int show_run(const CommandLine& line, const std::string& name, const std::string& source, const RunOptions& options) {
  const RunResult result = run(source, options);
  print(stdout, view_of_run(line, name, result, options));
  // The views say themselves how the run ended; that it did not begin they do not.
  if (result.failure.kind == Failure::Kind::Unsupported || !result.diagnostics.empty()) print_failure(result.failure);
  return exit_status(result.failure) == 0 ? 0 : kFailed;
}

/// The dumps for which the program is not run.
int show_text(DumpKind dump, const std::string& source, const RunOptions& options) {
  const TextView view = dump == DumpKind::Tokens ? show_tokens(source, options)
                        : dump == DumpKind::Ast  ? show_ast(source, options)
                                                 : show_code(source, options);
  print(stdout, view.text);
  if (view.problem.empty()) return 0;
  print(stderr, view.problem + "\n");
  return kFailed;
}

int do_command(const CommandLine& line, const std::string& name, const std::string& source, const RunOptions& options) {
  if (line.command == Command::Run) return run_program(source, options);
  const bool needs_no_run =
      line.command == Command::Dump &&
      (line.dump == DumpKind::Tokens || line.dump == DumpKind::Ast || line.dump == DumpKind::Code);
  return needs_no_run ? show_text(line.dump, source, options) : show_run(line, name, source, options);
}

int run_command(const CommandLine& line) {
  int status = 0;
  std::vector<std::pair<std::string, std::string>> disk;
  for (const auto& [path, host_path] : line.files) {
    const std::optional<std::string> content = read_file(host_path);
    if (!content) {
      print(stderr, "sluice: cannot read " + host_path + "\n");
      return kBadUsage;
    }
    disk.emplace_back(path, *content);
  }
  for (const std::string& name : line.programs) {
    const std::optional<std::string> source = read_file(name);
    if (!source) {
      print(stderr, "sluice: cannot read " + name + "\n");
      return kBadUsage;
    }
    RunOptions options = line.options;
    options.file_name = shown_name(line.command, name);
    options.files = disk;
    // The reference runner compiles the text itself: CPython's tracebacks then have no source to show.
    options.shows_source = line.command != Command::Trace;
    const int own = do_command(line, name, *source, options);
    if (own != 0) status = own;
  }
  return status;
}

int main_of(const std::vector<std::string>& words) {
  const CommandLine line = parse_command_line(words);
  if (!line.error.empty()) {
    print(stderr, "sluice: " + line.error + "\n" + kUsage);
    return kBadUsage;
  }
  if (line.command == Command::Help) {
    print(stdout, kUsage);
    return 0;
  }
  if (line.command == Command::Version) {
    print(stdout, "sluice 0.1.0\n");
    return 0;
  }
  return run_command(line);
}

}  // namespace
}  // namespace sluice

int main(int count, char** words) { return sluice::main_of(std::vector<std::string>(words + 1, words + count)); }
