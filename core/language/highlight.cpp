#include "language/highlight.h"

#include "base/language_changes.h"
#include "language/lexer.h"

namespace sluice {
namespace {

using Kind = TokenKind;

bool begins_statement(const std::vector<Token>& tokens, std::size_t i) {
  if (i == 0) return true;
  switch (tokens[i - 1].kind) {
    case Kind::newline:
    case Kind::indent:
    case Kind::dedent:
    case Kind::semicolon:
      return true;
    default:
      return false;
  }
}

/// `match` and `case` are keywords where their line goes on with a value and a colon; `type` before a name.
bool is_soft_keyword(const std::vector<Token>& tokens, std::size_t i, PythonVersion python) {
  const std::string_view word = tokens[i].text;
  if (!begins_statement(tokens, i) || i + 1 >= tokens.size()) return false;
  if (word == "type") return has_type_statement(python) && tokens[i + 1].kind == Kind::name;
  if (word != "match" && word != "case") return false;
  switch (tokens[i + 1].kind) {
    case Kind::equal:
    case Kind::dot:
    case Kind::comma:
    case Kind::colon:
    case Kind::newline:
      return false;
    default:
      break;
  }
  int brackets = 0;
  for (std::size_t k = i + 1; k < tokens.size(); ++k) {
    switch (tokens[k].kind) {
      case Kind::left_paren:
      case Kind::left_bracket:
      case Kind::left_brace:
        ++brackets;
        break;
      case Kind::right_paren:
      case Kind::right_bracket:
      case Kind::right_brace:
        --brackets;
        break;
      case Kind::colon:
        if (brackets == 0) return true;
        break;
      case Kind::semicolon:
      case Kind::newline:
      case Kind::end:
        return false;
      default:
        break;
    }
  }
  return false;
}

HighlightClass class_of_name(const std::vector<Token>& tokens, std::size_t i, bool in_decorator, PythonVersion python) {
  if (in_decorator) return HighlightClass::decorator;
  const Kind before = i == 0 ? Kind::newline : tokens[i - 1].kind;
  if (before == Kind::kw_def || before == Kind::kw_class) return HighlightClass::definition;
  if (is_soft_keyword(tokens, i, python)) return HighlightClass::keyword;
  if (i + 1 < tokens.size() && tokens[i + 1].kind == Kind::left_paren) return HighlightClass::call;
  return before == Kind::dot ? HighlightClass::attribute : HighlightClass::name;
}

HighlightClass class_of(const std::vector<Token>& tokens, std::size_t i, bool in_decorator, PythonVersion python) {
  switch (tokens[i].kind) {
    case Kind::kw_async:
    case Kind::kw_await:
      return HighlightClass::async_keyword;
    case Kind::kw_true:
    case Kind::kw_false:
    case Kind::kw_none:
    case Kind::ellipsis:
      return HighlightClass::constant;
    case Kind::number:
      return HighlightClass::number;
    case Kind::string:
    case Kind::fstring_start:
    case Kind::fstring_middle:
    case Kind::fstring_end:
      return HighlightClass::string;
    case Kind::name:
      return class_of_name(tokens, i, in_decorator, python);
    case Kind::at:
      return in_decorator ? HighlightClass::decorator : HighlightClass::symbol;
    default:
      return token_class(tokens[i].kind) == TokenClass::keyword ? HighlightClass::keyword : HighlightClass::symbol;
  }
}

}  // namespace

const char* highlight_class_name(HighlightClass kind) {
  switch (kind) {
    case HighlightClass::keyword:
      return "keyword";
    case HighlightClass::async_keyword:
      return "async-keyword";
    case HighlightClass::constant:
      return "constant";
    case HighlightClass::definition:
      return "definition";
    case HighlightClass::call:
      return "call";
    case HighlightClass::attribute:
      return "attribute";
    case HighlightClass::name:
      return "name";
    case HighlightClass::number:
      return "number";
    case HighlightClass::string:
      return "string";
    case HighlightClass::comment:
      return "comment";
    case HighlightClass::control:
      return "control";
    case HighlightClass::decorator:
      return "decorator";
    case HighlightClass::symbol:
      return "symbol";
  }
  return "";
}

std::vector<HighlightSpan> highlight(std::string_view text, PythonVersion python) {
  const LexResult lexed = lex(text, python);
  std::vector<HighlightSpan> spans;
  std::size_t comment = 0;
  bool in_decorator = false;
  const auto add_comments = [&](std::uint32_t before) {
    for (; comment < lexed.comments.size() && lexed.comments[comment].range.begin.offset < before; ++comment) {
      const Token& token = lexed.comments[comment];
      const bool is_control = token.text.substr(0, 2) == "#:";
      spans.push_back({token.range.begin.offset, token.range.end.offset,
                       is_control ? HighlightClass::control : HighlightClass::comment});
    }
  };
  for (std::size_t i = 0; i < lexed.tokens.size(); ++i) {
    const Token& token = lexed.tokens[i];
    if (token_class(token.kind) == TokenClass::special) {
      if (token.kind == Kind::newline) in_decorator = false;
      continue;
    }
    if (token.kind == Kind::at && begins_statement(lexed.tokens, i)) in_decorator = true;
    if (token.kind == Kind::left_paren) in_decorator = false;
    add_comments(token.range.begin.offset);
    spans.push_back(
        {token.range.begin.offset, token.range.end.offset, class_of(lexed.tokens, i, in_decorator, python)});
  }
  add_comments(static_cast<std::uint32_t>(text.size()) + 1);
  return spans;
}

}  // namespace sluice
