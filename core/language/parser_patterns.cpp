// The match statement and its patterns.
#include <unordered_set>

#include "language/parser_state.h"

namespace sluice {

using namespace ast;

/// A match statement, or null (and nothing read) where `match` is an ordinary name.
Statement* Parser::match_statement() {
  if (!starts_expression(1) && kind(1) != Kind::star) return nullptr;
  const Mark before = mark();
  const bool was_speculating = speculating_;
  speculating_ = true;
  const SourcePosition begin = take().range.begin;
  const SourcePosition subject_begin = token().range.begin;
  Expr* subject = star_named_expression();
  if (at(Kind::comma) && !failed_) {
    std::vector<Expr*> elements{subject};
    while (accept(Kind::comma)) {
      if (at(Kind::colon)) break;
      elements.push_back(star_named_expression());
    }
    auto* tuple = node<SequenceExpr>(ExprKind::tuple, subject_begin);
    tuple->elements = tree_.arena.list(elements);
    subject = tuple;
  }
  if (!failed_ && subject->kind == ExprKind::starred) fail_syntax();
  const bool is_match =
      !failed_ && at(Kind::colon) && kind(1) == Kind::newline && kind(2) == Kind::indent && at_word("case", 3);
  speculating_ = was_speculating;
  if (!is_match) {
    const Kind first = tokens_[before.at + 1].kind;
    const bool may_be_operation = first == Kind::left_paren || first == Kind::left_bracket || first == Kind::plus ||
                                  first == Kind::minus || first == Kind::star;
    const bool has_case = kind(1) == Kind::indent && at_word("case", 2);
    const bool lacks_colon = !failed_ && at(Kind::newline) && (has_case || !may_be_operation);
    if (lacks_colon) {
      fail_at(token(), "expected ':'");
      return statement<Statement>(StatementKind::pass, begin);
    }
    if (!failed_ && at(Kind::colon) && kind(1) == Kind::newline && kind(2) == Kind::indent) {
      fail_at(token(3), "invalid syntax");
      return statement<Statement>(StatementKind::pass, begin);
    }
    const bool lacks_indent = !failed_ && at(Kind::colon) && kind(1) == Kind::newline && kind(2) != Kind::indent;
    if (lacks_indent) {
      take();
      block("'match' statement", begin.line);
      return statement<Statement>(StatementKind::pass, begin);
    }
    go_back(before);
    return nullptr;
  }
  take();
  take();
  take();
  std::vector<MatchCase> cases;
  while (!failed_ && at_word("case")) cases.push_back(match_case());
  if (!at(Kind::dedent) && !at(Kind::end)) fail_syntax();
  accept(Kind::dedent);
  auto* made = statement<MatchStatement>(StatementKind::match, begin);
  made->subject = subject;
  made->cases = tree_.arena.list(cases);
  return made;
}

// "case" patterns ['if' named_expression] ':' block
MatchCase Parser::match_case() {
  MatchCase made;
  const std::uint32_t line = take().range.begin.line;
  made.pattern = top_pattern();
  if (accept(Kind::kw_if)) made.guard = named_expression();
  expect_colon(false);
  made.body = block("'case' statement", line);
  return made;
}

// patterns: open_sequence_pattern | pattern
Pattern* Parser::top_pattern() {
  const SourcePosition begin = token().range.begin;
  Pattern* first = maybe_star_pattern();
  if (failed_ || (!at(Kind::comma) && first->kind != PatternKind::star)) return first;
  if (!at(Kind::comma)) fail_syntax();  // "case *rest:" lacks its comma
  std::vector<Pattern*> patterns{first};
  while (accept(Kind::comma)) {
    if (at(Kind::colon) || at(Kind::kw_if)) break;
    patterns.push_back(maybe_star_pattern());
  }
  auto* made = pattern<SequencePattern>(PatternKind::sequence, begin);
  made->patterns = tree_.arena.list(patterns);
  return made;
}

Pattern* Parser::maybe_star_pattern() { return at(Kind::star) ? star_pattern() : as_pattern(); }

Pattern* Parser::star_pattern() {
  const SourcePosition begin = take().range.begin;
  const std::string_view name = token().text;
  expect(Kind::name);
  auto* made = pattern<StarPattern>(PatternKind::star, begin);
  if (name != "_") made->name = name;
  return made;
}

// as_pattern: or_pattern ['as' NAME]
Pattern* Parser::as_pattern() {
  const Level level(*this);
  const SourcePosition begin = token().range.begin;
  Pattern* inner = or_pattern();
  if (!accept(Kind::kw_as)) return inner;
  const Token& name = token();
  if (at_word("_")) fail_at(name, "cannot use '_' as a target");
  if (!failed_ && !at(Kind::name)) fail_at(name, "invalid pattern target");
  expect(Kind::name);
  auto* made = pattern<AsPattern>(PatternKind::as, begin);
  made->pattern = inner;
  made->name = name.text;
  return made;
}

Pattern* Parser::or_pattern() {
  const SourcePosition begin = token().range.begin;
  Pattern* first = closed_pattern();
  if (!at(Kind::bar) || failed_) return first;
  std::vector<Pattern*> patterns{first};
  while (accept(Kind::bar)) patterns.push_back(closed_pattern());
  auto* made = pattern<OrPattern>(PatternKind::or_, begin);
  made->patterns = tree_.arena.list(patterns);
  return made;
}

Pattern* Parser::closed_pattern() {
  const SourcePosition begin = token().range.begin;
  if (failed_) return pattern<AsPattern>(PatternKind::as, begin);
  switch (kind()) {
    case Kind::kw_none:
    case Kind::kw_true:
    case Kind::kw_false: {
      const auto* literal = ast::as<ConstantExpr>(atom());
      auto* made = pattern<SingletonPattern>(PatternKind::singleton, begin);
      made->value = literal->value;
      return made;
    }
    case Kind::number:
    case Kind::minus:
    case Kind::string:
    case Kind::fstring_start: {
      Expr* literal = pattern_literal();
      auto* made = pattern<ValuePattern>(PatternKind::value, begin);
      made->value = literal;
      return made;
    }
    case Kind::left_paren:
      take();
      return sequence_pattern(Kind::right_paren, begin);
    case Kind::left_bracket:
      take();
      return sequence_pattern(Kind::right_bracket, begin);
    case Kind::left_brace:
      return mapping_pattern();
    case Kind::name:
      return name_pattern();
    default:
      fail_syntax();
      return pattern<AsPattern>(PatternKind::as, begin);
  }
}

// signed_number [('+' | '-') NUMBER] | strings
Expr* Parser::pattern_literal() {
  const SourcePosition begin = token().range.begin;
  if (!at(Kind::minus) && !at(Kind::number)) {
    Expr* literal = atom();
    if (literal->kind == ExprKind::joined_string) {
      fail(literal->range, "patterns may only match literals and attribute lookups");
    }
    if (!failed_ && (at(Kind::plus) || at(Kind::minus))) fail_syntax();
    return literal;
  }
  const bool is_negative = accept(Kind::minus);
  const auto is_imaginary = [](const Expr* literal) {
    return literal->kind == ExprKind::constant && as<ConstantExpr>(literal)->value->kind == ConstantKind::imaginary;
  };
  if (!at(Kind::number)) fail_syntax();
  Expr* first = failed_ ? nothing() : number();
  const bool is_real = !is_imaginary(first);
  if (is_negative) {
    auto* made = node<UnaryExpr>(ExprKind::unary, begin);
    made->op = UnaryOperator::negative;
    made->operand = first;
    first = made;
  }
  if (failed_ || (!at(Kind::plus) && !at(Kind::minus))) return first;
  const BinaryOperator op = take().kind == Kind::plus ? BinaryOperator::add : BinaryOperator::subtract;
  if (!at(Kind::number)) fail_syntax();
  Expr* second = failed_ ? nothing() : number();
  if (failed_) return first;
  if (!is_real) fail(first->range, "real number required in complex literal");
  if (is_real && !is_imaginary(second)) fail(second->range, "imaginary number required in complex literal");
  auto* made = node<BinaryExpr>(ExprKind::binary, begin);
  made->op = op;
  made->left = first;
  made->right = second;
  return made;
}

/// What is in ( ) or [ ]: a group or a sequence. The bracket has been read.
Pattern* Parser::sequence_pattern(Kind close, SourcePosition begin) {
  ++brackets_;
  std::vector<Pattern*> patterns;
  bool has_comma = false;
  while (!failed_ && !at(close)) {
    patterns.push_back(maybe_star_pattern());
    if (!accept(Kind::comma)) break;
    has_comma = true;
  }
  expect(close);
  --brackets_;
  const bool is_group =
      close == Kind::right_paren && patterns.size() == 1 && !has_comma && patterns[0]->kind != PatternKind::star;
  if (is_group) return patterns[0];
  auto* made = pattern<SequencePattern>(PatternKind::sequence, begin);
  made->patterns = tree_.arena.list(patterns);
  return made;
}

// '{' (literal | dotted name) ':' pattern, …, ['**' NAME] '}'
Pattern* Parser::mapping_pattern() {
  const SourcePosition begin = take().range.begin;
  ++brackets_;
  std::vector<Expr*> keys;
  std::vector<Pattern*> patterns;
  std::string_view rest;
  while (!failed_ && !at(Kind::right_brace)) {
    if (!rest.empty()) {
      fail_at(token(), "invalid syntax");
      break;
    }
    if (accept(Kind::double_star)) {
      rest = token().text;
      if (at_word("_")) fail_at(token(), "invalid syntax");
      expect(Kind::name);
    } else {
      const bool is_literal = at(Kind::number) || at(Kind::minus) || at(Kind::string) || at(Kind::fstring_start);
      const bool is_constant = at(Kind::kw_none) || at(Kind::kw_true) || at(Kind::kw_false);
      if (is_literal) {
        keys.push_back(pattern_literal());
      } else if (is_constant) {
        keys.push_back(atom());
      } else if (at(Kind::name) && kind(1) == Kind::dot) {
        keys.push_back(primary());
      } else {
        fail_syntax();
      }
      expect(Kind::colon);
      patterns.push_back(as_pattern());
    }
    if (!accept(Kind::comma)) break;
  }
  expect(Kind::right_brace);
  --brackets_;
  auto* made = pattern<MappingPattern>(PatternKind::mapping, begin);
  if (keys.size() != patterns.size()) return made;
  made->keys = tree_.arena.list(keys);
  made->patterns = tree_.arena.list(patterns);
  made->rest = rest;
  return made;
}

// capture, wildcard, dotted name, or class pattern
Pattern* Parser::name_pattern() {
  const SourcePosition begin = token().range.begin;
  const Token& name = take();
  auto* first = node<NameExpr>(ExprKind::name, begin);
  first->id = name.text;
  Expr* value = first;
  while (accept(Kind::dot)) {
    const Token& attribute = token();
    if (!expect(Kind::name)) break;
    auto* made = node<AttributeExpr>(ExprKind::attribute, begin);
    made->value = value;
    made->name = attribute.text;
    made->name_range = attribute.range;
    deepen(made, value);
    value = made;
  }
  if (at(Kind::left_paren) && !failed_) return class_pattern(value, begin);
  if (value != first) {
    auto* made = pattern<ValuePattern>(PatternKind::value, begin);
    made->value = value;
    return made;
  }
  auto* made = pattern<AsPattern>(PatternKind::as, begin);
  if (name.text != "_") made->name = name.text;
  return made;
}

Pattern* Parser::class_pattern(Expr* type, SourcePosition begin) {
  take();
  ++brackets_;
  std::vector<Pattern*> patterns;
  std::vector<std::string_view> names;
  std::vector<Pattern*> named;
  std::unordered_set<std::string_view> seen;
  while (!failed_ && !at(Kind::right_paren)) {
    if (at(Kind::name) && kind(1) == Kind::equal) {
      const Token& name = take();
      take();
      if (name.text == "__debug__") fail_at(name, "cannot assign to __debug__");
      if (!seen.insert(name.text).second) {
        fail_at(name, "attribute name repeated in class pattern: " + std::string(name.text));
      }
      names.push_back(name.text);
      named.push_back(as_pattern());
    } else {
      const SourcePosition argument_begin = token().range.begin;
      patterns.push_back(as_pattern());
      if (!names.empty()) fail(since(argument_begin), "positional patterns follow keyword patterns");
    }
    if (!accept(Kind::comma)) break;
  }
  expect(Kind::right_paren);
  --brackets_;
  auto* made = pattern<ClassPattern>(PatternKind::class_, begin);
  made->type = type;
  made->patterns = tree_.arena.list(patterns);
  made->keyword_names = tree_.arena.list(names);
  made->keyword_patterns = tree_.arena.list(named);
  return made;
}

}  // namespace sluice
