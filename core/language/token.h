// token.h — Token, a word of Python: what the lexer makes and the parser reads. The kinds are in tokens.def.
#pragma once

#include <cstdint>
#include <string_view>

#include "language/source.h"

namespace sluice {

enum class TokenKind : std::uint8_t {
#define TOKEN(name, spelling, token_class) name,
#include "language/tokens.def"
#undef TOKEN
};

enum class TokenClass : std::uint8_t { special, text, keyword, symbol };

struct Token {
  TokenKind kind = TokenKind::end;
  SourceRange range;
  std::string_view text;  ///< as written; a view of the source text
};

/// The name of the kind in tokens.def ("kw_async", "left_paren"), for dumps.
[[nodiscard]] const char* token_kind_name(TokenKind kind);
/// How the kind is written ("async", "("); for kinds with many spellings a word for it ("name").
[[nodiscard]] std::string_view token_spelling(TokenKind kind);
[[nodiscard]] TokenClass token_class(TokenKind kind);
/// The keyword's kind, or `name`.
[[nodiscard]] TokenKind keyword_kind(std::string_view word);

}  // namespace sluice
