// fuzz_text.cpp — any text through everything that reads a program without running it: lexer, parser, compiler,
// disassembler, and what the editor asks for. The first byte chooses the version of Python.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "sluice/editing.h"
#include "sluice/show.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sluice;
  if (size == 0) return 0;
  RunOptions options;
  options.python = PythonVersion{kOldestPython.minor + data[0] % 5};
  const std::string_view source(reinterpret_cast<const char*>(data) + 1, size - 1);
  const TextView tree = show_ast(source, options);
  const TextView code = show_code(source, options);
  static_cast<void>(show_tokens(source, options));
  // What compiles has a tree.
  SLUICE_CHECK(!code.problem.empty() || tree.problem.empty());
  const CheckedText checked = check_text(source, options.python);
  SLUICE_CHECK(checked.diagnostics.empty() == code.problem.empty());
  const HighlightColumns colours = highlight_columns(source, options.python);
  for (std::size_t i = 0; i < colours.start.size(); ++i) SLUICE_CHECK(colours.start[i] <= colours.end[i]);
  return 0;
}
