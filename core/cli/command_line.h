// command_line.h — CommandLine, what the words after `sluice` ask for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "sluice/run.h"

namespace sluice {

enum class Command : std::uint8_t { Run, Trace, Gantt, Dump, Explain, Digest, Help, Version };
/// What `sluice dump` shows: tokens, tree and bytecode of the text; log and spans of its run, and the form of Perfetto.
enum class DumpKind : std::uint8_t { Tokens, Ast, Code, Trace, Spans, Chrome };

struct CommandLine {
  Command command = Command::Help;
  DumpKind dump = DumpKind::Tokens;
  RunOptions options;
  std::vector<std::string> programs;                       ///< paths, "-" for stdin; several only for Trace and Digest
  std::vector<std::pair<std::string, std::string>> files;  ///< of the virtual disk: path there, path here
  double at = 0;                                           ///< Explain: the moment, in seconds of virtual time
  std::size_t width = 0;                                   ///< Gantt: columns; 0: as wide as the terminal
  bool unicode = true;                                     ///< Gantt: false: ASCII only
  std::string error;                                       ///< what is wrong with the words; empty: nothing
};

/// Reads the words after the program's own name. Never fails: what is wrong stands in `error`.
CommandLine parse_command_line(const std::vector<std::string>& words);

/// How the command line is used, as `sluice --help` prints it.
extern const char* const kUsage;

}  // namespace sluice
