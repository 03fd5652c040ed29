// source.h — helpers of the language tests: reading files, and compiling a text that must compile.
#pragma once

#include <fstream>
#include <iterator>
#include <memory>
#include <sstream>
#include <string>
#include <string_view>

#include "base/python_version.h"
#include "catch.h"
#include "language/compile.h"
#include "language/disassembler.h"

namespace sluice {

inline std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  REQUIRE(file);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

inline std::string language_tests() { return std::string(SLUICE_TESTS_DIR) + "/core/language"; }

inline CompileResult compile_for(int minor, std::string_view text) {
  CompileOptions options;
  options.python = PythonVersion{minor};
  return compile(text, options);
}

/// The code object named `qualname` in `code`, or null.
inline const Code* find_code(const Code& code, std::string_view qualname) {
  if (code.qualname == qualname) return &code;
  for (const Constant& constant : code.constants) {
    const Code* found = constant.kind == ConstantKind::code ? find_code(*constant.code, qualname) : nullptr;
    if (found != nullptr) return found;
  }
  return nullptr;
}

/// The instructions of one code object: "LOAD_FAST n; RETURN_VALUE".
inline std::string instructions(const Code& code) {
  std::string out;
  for (std::size_t i = 0; i < code.instructions.size(); ++i) {
    std::string one = disassemble_instruction(code, i);
    std::string squeezed;
    for (const char c : one) {
      if (c != ' ' || squeezed.back() != ' ') squeezed += c;
    }
    out += (out.empty() ? "" : "; ") + squeezed;
  }
  return out;
}

/// The lines on which an instruction named `opcode` stands.
inline std::string lines_of(const Code& code, Opcode opcode) {
  std::string out;
  for (std::size_t i = 0; i < code.instructions.size(); ++i) {
    if (opcode_of(code.instructions[i]) != opcode) continue;
    out += (out.empty() ? "" : " ") + std::to_string(code.positions[i].line);
  }
  return out;
}

/// "line:column kind: message" of the diagnostic; "ok" if there is none.
inline std::string verdict(int minor, std::string_view text) {
  const CompileResult result = compile_for(minor, text);
  if (!result.diagnostic) return "ok";
  const Diagnostic& diagnostic = *result.diagnostic;
  return std::to_string(diagnostic.range.begin.line) + ":" + std::to_string(diagnostic.range.begin.column) + " " +
         diagnostic_kind_name(diagnostic.kind) + ": " + diagnostic.message;
}

}  // namespace sluice
