// lexer.h — Python text to tokens: indentation, strings, numbers, brackets.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/python_version.h"
#include "language/compile_warning.h"
#include "language/diagnostic.h"
#include "language/token.h"

namespace sluice {

/// What the lexer found. The tokens end with `end`, unless there is a diagnostic.
struct LexResult {
  std::vector<Token> tokens;
  std::vector<Token> comments;  ///< kind `newline`, text from '#' on; for highlighting and control comments
  std::optional<Diagnostic> diagnostic;
  std::vector<CompileWarning> warnings;
  std::optional<Token> open_bracket;  ///< the innermost bracket that the end of the text left open
};

/// Splits a text into tokens. Line ends inside brackets are no tokens; blank lines and comments neither.
///
/// An f-string is fstring_start ("f'"), then fstring_middle (raw text), `{`, tokens of the expression, optionally `=`,
/// `!` and a name, `:` and the tokens of the format spec, `}` …, and fstring_end, as in Python 3.12. For older versions
/// the text must also keep the older rules (no quote of its own kind, no backslash and no comment inside an
/// expression).
///
/// Errors: the first one ends it. CPython reports an error of this kind before any error of the grammar.
/// Cost:   linear in the text.
[[nodiscard]] LexResult lex(std::string_view text, PythonVersion python);

}  // namespace sluice
