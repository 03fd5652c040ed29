#include "language/token.h"

#include <cstddef>

namespace sluice {
namespace {

struct TokenInfo {
  const char* name;
  std::string_view spelling;
  TokenClass token_class;
};

constexpr TokenInfo kInfo[] = {
#define TOKEN(name, spelling, token_class) {#name, spelling, TokenClass::token_class},
#include "language/tokens.def"
#undef TOKEN
};

const TokenInfo& info(TokenKind kind) { return kInfo[static_cast<std::size_t>(kind)]; }

}  // namespace

const char* token_kind_name(TokenKind kind) { return info(kind).name; }
std::string_view token_spelling(TokenKind kind) { return info(kind).spelling; }
TokenClass token_class(TokenKind kind) { return info(kind).token_class; }

TokenKind keyword_kind(std::string_view word) {
  constexpr auto kFirst = static_cast<std::size_t>(TokenKind::kw_false);
  constexpr auto kLast = static_cast<std::size_t>(TokenKind::kw_yield);
  if (word.size() < 2 || word.size() > 8) return TokenKind::name;
  for (std::size_t i = kFirst; i <= kLast; ++i) {
    if (kInfo[i].spelling == word) return static_cast<TokenKind>(i);
  }
  return TokenKind::name;
}

}  // namespace sluice
