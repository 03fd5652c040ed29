// Atoms: names, numbers, constants, and everything in brackets.
#include "base/float_text.h"
#include "base/language_changes.h"
#include "language/parser_state.h"

namespace sluice {

using namespace ast;

namespace {

int digit_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c - 'A' + 10;
}

/// The value of an integer literal without underscores; a big one stays text, as code.h says.
Constant integer_constant(const std::string& digits) {
  Constant constant;
  constant.kind = ConstantKind::integer;
  const bool has_prefix = digits.size() > 2 && digits[0] == '0' && digits[1] > '9';
  const std::uint64_t base = !has_prefix ? 10 : (digits[1] | 0x20) == 'x' ? 16 : (digits[1] | 0x20) == 'o' ? 8 : 2;
  std::uint64_t value = 0;
  for (std::size_t i = has_prefix ? 2 : 0; i < digits.size(); ++i) {
    const auto digit = static_cast<std::uint64_t>(digit_value(digits[i]));
    if (value > (static_cast<std::uint64_t>(INT64_MAX) - digit) / base) {
      constant.kind = ConstantKind::big_integer;
      for (const char c : digits) constant.text += c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
      return constant;
    }
    value = value * base + digit;
  }
  constant.integer = static_cast<std::int64_t>(value);
  return constant;
}

}  // namespace

Expr* Parser::atom() {
  const SourcePosition begin = token().range.begin;
  switch (kind()) {
    case Kind::name: {
      const Token& name = take();
      auto* made = node<NameExpr>(ExprKind::name, begin);
      made->id = name.text;
      return made;
    }
    case Kind::kw_none:
      return constant(ConstantKind::none);
    case Kind::kw_true:
      return constant(ConstantKind::boolean_true);
    case Kind::kw_false:
      return constant(ConstantKind::boolean_false);
    case Kind::ellipsis:
      return constant(ConstantKind::ellipsis);
    case Kind::number:
      return number();
    case Kind::string:
    case Kind::fstring_start:
      return strings();
    case Kind::left_paren:
      return parenthesised();
    case Kind::left_bracket:
      return list_display();
    case Kind::left_brace:
      return brace_display();
    default:
      fail_syntax();
      return nothing();
  }
}

Expr* Parser::constant(ConstantKind kind) {
  const SourcePosition begin = take().range.begin;
  Constant value;
  value.kind = kind;
  auto* made = node<ConstantExpr>(ExprKind::constant, begin);
  made->value = tree_.arena.constant(std::move(value));
  return made;
}

Expr* Parser::number() {
  const Token& literal = take();
  std::string digits;
  for (const char c : literal.text) {
    if (c != '_') digits += c;
  }
  const bool has_prefix = digits.size() > 2 && digits[0] == '0' && digits[1] > '9' && (digits[1] | 0x20) != 'e';
  const bool is_imaginary = !has_prefix && (digits.back() | 0x20) == 'j';
  if (is_imaginary) digits.pop_back();
  const bool is_real = is_imaginary || (!has_prefix && digits.find_first_of(".eE") != std::string::npos);
  Constant value;
  if (is_real) {
    value.kind = is_imaginary ? ConstantKind::imaginary : ConstantKind::real;
    value.real = parse_float(digits).value_or(0.0);
  } else {
    value = integer_constant(digits);
  }
  constexpr std::size_t kMaxDecimalDigits = 4300;  // sys.int_info.default_max_str_digits, since 3.10.7
  if (value.kind == ConstantKind::big_integer && !has_prefix && digits.size() > kMaxDecimalDigits) {
    fail(literal.range, "Exceeds the limit (4300 digits) for integer string conversion: value has " +
                            std::to_string(digits.size()) +
                            " digits; use sys.set_int_max_str_digits() to increase the limit" +
                            " - Consider hexadecimal for huge integer literals to avoid decimal conversion limits.");
  }
  auto* made = node<ConstantExpr>(ExprKind::constant, literal.range.begin);
  made->range = literal.range;
  made->value = tree_.arena.constant(std::move(value));
  return made;
}

// '(' [yield_expr | star_named_expression (',' …)* | generator] ')'
Expr* Parser::parenthesised() {
  const SourcePosition begin = take().range.begin;
  ++brackets_;
  if (accept(Kind::right_paren)) {
    --brackets_;
    return node<SequenceExpr>(ExprKind::tuple, begin);
  }
  const SourcePosition inside = token().range.begin;
  Expr* first = at(Kind::kw_yield) ? yield_expression() : star_named_expression();
  if (!failed_ && at_comprehension()) {
    Expr* generator = comprehension(ExprKind::generator, begin, first, nullptr);
    --brackets_;
    return generator;
  }
  if (!failed_ && at(Kind::comma) && first->kind != ExprKind::yield) {
    std::vector<Expr*> elements{first};
    while (accept(Kind::comma)) {
      if (at(Kind::right_paren)) break;
      elements.push_back(star_named_expression());
    }
    if (!failed_ && at_comprehension()) {
      fail({inside, elements.back()->range.end}, "did you forget parentheses around the comprehension target?");
    }
    if (!at(Kind::right_paren)) fail_syntax();
    --brackets_;
    accept(Kind::right_paren);
    auto* made = node<SequenceExpr>(ExprKind::tuple, begin);
    made->is_parenthesised = true;
    made->elements = tree_.arena.list(elements);
    for (const Expr* element : elements) deepen(made, element);
    return made;
  }
  if (!at(Kind::right_paren)) fail_syntax();
  --brackets_;
  accept(Kind::right_paren);
  if (!failed_ && first->kind == ExprKind::starred) fail(first->range, "cannot use starred expression here");
  first->is_parenthesised = true;
  return first;
}

Expr* Parser::list_display() {
  const SourcePosition begin = take().range.begin;
  ++brackets_;
  std::vector<Expr*> elements;
  const SourcePosition inside = token().range.begin;
  if (!at(Kind::right_bracket)) {
    elements.push_back(star_named_expression());
    if (!failed_ && at_comprehension()) {
      Expr* made = comprehension(ExprKind::list_comprehension, begin, elements[0], nullptr);
      --brackets_;
      return made;
    }
    while (accept(Kind::comma)) {
      if (at(Kind::right_bracket)) break;
      elements.push_back(star_named_expression());
    }
    if (!failed_ && elements.size() > 1 && at_comprehension()) {
      fail({inside, elements.back()->range.end}, "did you forget parentheses around the comprehension target?");
    }
  }
  if (!at(Kind::right_bracket)) fail_syntax();
  --brackets_;
  accept(Kind::right_bracket);
  auto* made = node<SequenceExpr>(ExprKind::list, begin);
  made->elements = tree_.arena.list(elements);
  for (const Expr* element : elements) deepen(made, element);
  return made;
}

Expr* Parser::brace_display() {
  const SourcePosition begin = take().range.begin;
  ++brackets_;
  Expr* made = nullptr;
  if (at(Kind::right_brace) || at(Kind::double_star)) {
    made = dict_display(begin, nullptr);
  } else {
    Expr* first = star_named_expression();
    const bool is_dict = at(Kind::colon) && first->kind != ExprKind::starred &&
                         (first->kind != ExprKind::named || first->is_parenthesised);
    made = is_dict ? dict_display(begin, first) : set_display(begin, first);
  }
  --brackets_;
  return made;
}

Expr* Parser::dict_display(SourcePosition begin, Expr* first_key) {
  std::vector<Expr*> keys;
  std::vector<Expr*> values;
  Expr* key = first_key;
  while (!failed_ && (key != nullptr || !at(Kind::right_brace))) {
    if (key == nullptr && accept(Kind::double_star)) {
      keys.push_back(nullptr);
      values.push_back(bitwise_or());
    } else {
      if (key == nullptr) key = expression();
      if (!at(Kind::colon) && !failed_) {
        if (!keys.empty()) fail_at(previous(), "':' expected after dictionary key");
        fail_syntax();
      }
      const Token& colon = token();
      accept(Kind::colon);
      if (!failed_ && (at(Kind::comma) || at(Kind::right_brace))) {
        fail_at(colon, "expression expected after dictionary key and ':'");
      }
      if (!failed_ && at(Kind::star)) {
        fail_at(token(), "cannot use a starred expression in a dictionary value");
      }
      keys.push_back(key);
      values.push_back(expression());
    }
    key = nullptr;
    if (!failed_ && at_comprehension() && values.size() == 1) {
      if (keys[0] == nullptr) {
        fail({begin, begin}, "dict unpacking cannot be used in dict comprehension");
        break;
      }
      return comprehension(ExprKind::dict_comprehension, begin, keys[0], values[0]);
    }
    if (!accept(Kind::comma)) break;
  }
  if (!at(Kind::right_brace)) fail_syntax();
  accept(Kind::right_brace);
  auto* made = node<DictExpr>(ExprKind::dict, begin);
  made->keys = tree_.arena.list(keys);
  made->values = tree_.arena.list(values);
  for (const Expr* part : keys) {
    if (part != nullptr) deepen(made, part);
  }
  for (const Expr* part : values) deepen(made, part);
  return made;
}

Expr* Parser::set_display(SourcePosition begin, Expr* first) {
  if (!failed_ && at_comprehension()) return comprehension(ExprKind::set_comprehension, begin, first, nullptr);
  std::vector<Expr*> elements{first};
  while (accept(Kind::comma)) {
    if (at(Kind::right_brace)) break;
    elements.push_back(star_named_expression());
  }
  if (!failed_ && elements.size() > 1 && at_comprehension()) {
    fail({elements.front()->range.begin, elements.back()->range.end},
         "did you forget parentheses around the comprehension target?");
  }
  if (!at(Kind::right_brace)) fail_syntax();
  accept(Kind::right_brace);
  auto* made = node<SequenceExpr>(ExprKind::set, begin);
  made->elements = tree_.arena.list(elements);
  for (const Expr* element : elements) deepen(made, element);
  return made;
}

// ---- Comprehensions -------------------------------------------------------------------------------------------------

bool Parser::at_comprehension() const { return at(Kind::kw_for) || (at(Kind::kw_async) && kind(1) == Kind::kw_for); }

// for_if_clauses: ('async'? 'for' targets 'in' disjunction ('if' disjunction)*)+
List<ComprehensionFor> Parser::comprehension_clauses() {
  std::vector<ComprehensionFor> clauses;
  while (!failed_ && at_comprehension()) {
    ComprehensionFor clause;
    clause.is_async = accept(Kind::kw_async);
    take();
    clause.target = target_list();
    if (!accept(Kind::kw_in)) {
      if (expects_in_after_target(python_)) fail(clause.target->range, "'in' expected after for-loop variables");
      fail_syntax();
      break;
    }
    clause.iterable = disjunction();
    std::vector<Expr*> conditions;
    while (accept(Kind::kw_if)) conditions.push_back(disjunction());
    clause.conditions = tree_.arena.list(conditions);
    clauses.push_back(clause);
  }
  return tree_.arena.list(clauses);
}

/// The rest of a comprehension: `element` (and `value`) have been read, the closing bracket not. A generator expression
/// that is a call's only argument leaves that bracket to the call.
Expr* Parser::comprehension(ExprKind kind, SourcePosition begin, Expr* element, Expr* value, bool is_argument) {
  if (element->kind == ExprKind::starred) fail(element->range, "iterable unpacking cannot be used in comprehension");
  const List<ComprehensionFor> clauses = comprehension_clauses();
  const Kind close = kind == ExprKind::generator            ? Kind::right_paren
                     : kind == ExprKind::list_comprehension ? Kind::right_bracket
                                                            : Kind::right_brace;
  if (!is_argument) {
    if (!at(close)) fail_syntax();
    accept(close);
  }
  auto* made = node<ComprehensionExpr>(kind, begin);
  made->element = element;
  made->value = value;
  made->generators = clauses;
  deepen(made, element);
  if (value != nullptr) deepen(made, value);
  for (const ComprehensionFor& clause : clauses) {
    deepen(made, clause.iterable);
    for (const Expr* condition : clause.conditions) deepen(made, condition);
  }
  return made;
}

}  // namespace sluice
