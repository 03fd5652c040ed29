#include "language/hints.h"

#include <algorithm>
#include <cstddef>

namespace sluice {
namespace {

using Kind = TokenKind;

/// True if one letter changed, inserted, left out, or two neighbours exchanged make `word` into `keyword`.
bool is_near(std::string_view word, std::string_view keyword) {
  std::size_t same = 0;
  while (same < word.size() && same < keyword.size() && word[same] == keyword[same]) ++same;
  const std::string_view rest = word.substr(same);
  const std::string_view wanted = keyword.substr(same);
  if (rest.empty() && wanted.empty()) return false;
  const auto after = [](std::string_view text, std::size_t count) {
    return text.size() < count ? text : text.substr(count);
  };
  if (rest.size() == wanted.size()) {
    if (after(rest, 1) == after(wanted, 1)) return true;
    return rest.size() >= 2 && rest[0] == wanted[1] && rest[1] == wanted[0] && after(rest, 2) == after(wanted, 2);
  }
  if (rest.size() + 1 == wanted.size()) return rest == after(wanted, 1);
  return rest.size() == wanted.size() + 1 && after(rest, 1) == wanted;
}

/// Where the statement around token `at` begins.
std::size_t statement_begin(const std::vector<Token>& tokens, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0) {
    const Kind before = tokens[begin - 1].kind;
    if (token_class(before) == TokenClass::special || before == Kind::semicolon) break;
    --begin;
  }
  return begin;
}

bool is_doubled(const std::vector<Token>& tokens, std::size_t at, Kind kind) {
  const bool here = at > 0 && tokens[at].kind == kind && tokens[at - 1].kind == kind;
  return here && tokens[at].range.begin.offset == tokens[at - 1].range.end.offset;
}

}  // namespace

std::string_view misspelt_keyword(std::string_view word) {
  constexpr std::size_t kShortest = 4;  // below that, too many names are near a keyword
  std::string_view best;
  for (int i = static_cast<int>(Kind::kw_false); i <= static_cast<int>(Kind::kw_yield); ++i) {
    const std::string_view keyword = token_spelling(static_cast<Kind>(i));
    if (std::max(keyword.size(), word.size()) < kShortest || !is_near(word, keyword)) continue;
    if (keyword.size() == word.size()) return keyword;
    if (best.empty()) best = keyword;
  }
  return best;
}

std::string syntax_hint(const std::vector<Token>& tokens, std::size_t at) {
  const Token& token = tokens[at];
  if (is_doubled(tokens, at, Kind::ampersand)) return "Python writes 'and' for &&.";
  if (is_doubled(tokens, at, Kind::bar)) return "Python writes 'or' for ||.";
  const bool is_step =
      is_doubled(tokens, at - (at > 0 ? 1 : 0), Kind::plus) || is_doubled(tokens, at - (at > 0 ? 1 : 0), Kind::minus);
  if (is_step && token.kind == Kind::newline) {
    return std::string("Python has no ") + std::string(tokens[at - 1].text) + std::string(tokens[at - 1].text) +
           "; write " + std::string(tokens[at - 1].text) + "= 1.";
  }
  if (at > 0 && tokens[at - 1].kind == Kind::kw_else && token.kind == Kind::kw_if) return "Write 'elif'.";
  const std::size_t begin = statement_begin(tokens, at);
  if (tokens[begin].kind == Kind::kw_async && begin + 1 == at) return "After 'async' comes 'def', 'with' or 'for'.";
  for (std::size_t i = begin; i <= at; ++i) {
    if (tokens[i].kind != Kind::name) continue;
    const bool may_be_keyword = i == begin || (i > 0 && tokens[i - 1].kind != Kind::dot);
    const std::string_view keyword = may_be_keyword ? misspelt_keyword(tokens[i].text) : std::string_view();
    if (!keyword.empty() && i + 1 >= at) return "Did you mean '" + std::string(keyword) + "'?";
  }
  return {};
}

}  // namespace sluice
