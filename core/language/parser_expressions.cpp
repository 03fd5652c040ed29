// Expressions, from the conditional down to calls and subscripts.
#include <algorithm>
#include <unordered_set>

#include "base/language_changes.h"
#include "language/parser_state.h"

namespace sluice {

using namespace ast;

namespace {

struct Infix {
  TokenKind token;
  BinaryOperator op;
  int precedence;
};

constexpr Infix kInfix[] = {
    {TokenKind::bar, BinaryOperator::bit_or, 1},
    {TokenKind::caret, BinaryOperator::bit_xor, 2},
    {TokenKind::ampersand, BinaryOperator::bit_and, 3},
    {TokenKind::left_shift, BinaryOperator::left_shift, 4},
    {TokenKind::right_shift, BinaryOperator::right_shift, 4},
    {TokenKind::plus, BinaryOperator::add, 5},
    {TokenKind::minus, BinaryOperator::subtract, 5},
    {TokenKind::star, BinaryOperator::multiply, 6},
    {TokenKind::slash, BinaryOperator::true_divide, 6},
    {TokenKind::double_slash, BinaryOperator::floor_divide, 6},
    {TokenKind::percent, BinaryOperator::modulo, 6},
    {TokenKind::at, BinaryOperator::matrix_multiply, 6},
};

const Infix* find_infix(TokenKind kind) {
  for (const Infix& infix : kInfix) {
    if (infix.token == kind) return &infix;
  }
  return nullptr;
}

}  // namespace

// expression: lambda | disjunction ['if' disjunction 'else' expression]
Expr* Parser::expression() {
  const Level level(*this);
  if (failed_) return nothing();
  if (at(Kind::kw_lambda)) return lambda();
  const SourcePosition begin = token().range.begin;
  Expr* body = disjunction();
  if (!at(Kind::kw_if) || failed_) return body;
  take();
  Expr* test = disjunction();
  if (!at(Kind::kw_else)) {
    if (!at(Kind::colon)) fail({begin, test->range.end}, "expected 'else' after 'if' expression");
    fail_syntax();
    return body;
  }
  take();
  Expr* orelse = expression();
  auto* made = node<ConditionalExpr>(ExprKind::conditional, begin);
  made->test = test;
  made->body = body;
  made->orelse = orelse;
  deepen(made, test);
  deepen(made, body);
  deepen(made, orelse);
  return made;
}

// named_expression: NAME ':=' expression | expression !':='
Expr* Parser::named_expression() {
  const Level level(*this);
  if (failed_) return nothing();
  const SourcePosition begin = token().range.begin;
  if (at(Kind::name) && kind(1) == Kind::colon_equal) {
    const Token& name = take();
    auto* target = node<NameExpr>(ExprKind::name, begin);
    target->id = name.text;
    take();
    Expr* value = expression();
    auto* made = node<NamedExpr>(ExprKind::named, begin);
    made->target = target;
    made->value = value;
    deepen(made, value);
    return made;
  }
  Expr* value = expression();
  if (failed_) return value;
  if (at(Kind::colon_equal)) {
    fail(value->range, std::string("cannot use assignment expressions with ") + expression_description(value));
  }
  if (at(Kind::equal)) {
    const bool is_name = value->kind == ExprKind::name && !value->is_parenthesised;
    const SourcePosition after = token().range.begin;
    take();
    const Mark before = mark();
    const bool was_speculating = speculating_;
    speculating_ = true;
    const Expr* right = bitwise_or();
    speculating_ = was_speculating;
    const bool is_comparison = !failed_ && !at(Kind::equal) && !at(Kind::colon_equal);
    const SourcePosition end = right->range.end;
    go_back(before);
    if (is_comparison && is_name) {
      fail({begin, end}, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    } else if (is_comparison && may_be_compared(value)) {
      fail({begin, value->range.end}, std::string("cannot assign to ") + expression_description(value) +
                                          " here. Maybe you meant '==' instead of '='?");
    } else {
      fail({after, before.at < tokens_.size() ? tokens_[before.at - 1].range.end : after}, "invalid syntax");
    }
  }
  return value;
}

// star_expression: '*' bitwise_or | expression
Expr* Parser::star_expression() {
  if (!at(Kind::star)) return expression();
  const SourcePosition begin = take().range.begin;
  Expr* value = bitwise_or();
  auto* made = node<ValueExpr>(ExprKind::starred, begin);
  made->value = value;
  deepen(made, value);
  return made;
}

Expr* Parser::star_named_expression() { return at(Kind::star) ? star_expression() : named_expression(); }

// star_expressions: star_expression (',' star_expression)* [',']
Expr* Parser::star_expressions() {
  const SourcePosition begin = token().range.begin;
  Expr* first = star_expression();
  if (!at(Kind::comma) || failed_) return first;
  std::vector<Expr*> elements{first};
  while (accept(Kind::comma)) {
    if (!starts_expression() && !at(Kind::star)) break;
    elements.push_back(star_expression());
  }
  auto* made = node<SequenceExpr>(ExprKind::tuple, begin);
  for (const Expr* element : elements) deepen(made, element);
  made->elements = tree_.arena.list(elements);
  return made;
}

Expr* Parser::yield_or_star_expressions() { return at(Kind::kw_yield) ? yield_expression() : star_expressions(); }

// yield_expr: 'yield' 'from' expression | 'yield' [star_expressions]
Expr* Parser::yield_expression() {
  const SourcePosition begin = take().range.begin;
  if (accept(Kind::kw_from)) {
    Expr* value = expression();
    auto* made = node<ValueExpr>(ExprKind::yield_from, begin);
    made->value = value;
    deepen(made, value);
    return made;
  }
  Expr* value = starts_expression() || at(Kind::star) ? star_expressions() : nullptr;
  auto* made = node<ValueExpr>(ExprKind::yield, begin);
  made->value = value;
  if (value != nullptr) deepen(made, value);
  return made;
}

Expr* Parser::lambda() {
  const SourcePosition begin = take().range.begin;
  Parameters* made_parameters = parameters(Kind::colon);
  if (!expect(Kind::colon)) return nothing();
  const bool is_spec = fields_ > 0 && (at(Kind::fstring_middle) || at(Kind::right_brace));
  if (is_spec) fail(since(begin), "f-string: lambda expressions are not allowed without parentheses");
  Expr* body = expression();
  auto* made = node<LambdaExpr>(ExprKind::lambda, begin);
  made->parameters = made_parameters;
  made->body = body;
  deepen(made, body);
  return made;
}

Expr* Parser::disjunction() {
  const SourcePosition begin = token().range.begin;
  Expr* first = conjunction();
  if (at(Kind::kw_or) && !failed_) {
    std::vector<Expr*> values{first};
    while (accept(Kind::kw_or)) values.push_back(conjunction());
    auto* made = node<BooleanExpr>(ExprKind::boolean, begin);
    made->values = tree_.arena.list(values);
    for (const Expr* value : values) deepen(made, value);
    first = made;
  }
  last_operand_ = first;
  last_operand_end_ = at_;
  return first;
}

Expr* Parser::conjunction() {
  const SourcePosition begin = token().range.begin;
  Expr* first = inversion();
  if (!at(Kind::kw_and) || failed_) return first;
  std::vector<Expr*> values{first};
  while (accept(Kind::kw_and)) values.push_back(inversion());
  auto* made = node<BooleanExpr>(ExprKind::boolean, begin);
  made->is_and = true;
  made->values = tree_.arena.list(values);
  for (const Expr* value : values) deepen(made, value);
  return made;
}

Expr* Parser::inversion() {
  if (!at(Kind::kw_not)) return comparison();
  const Level level(*this);
  const SourcePosition begin = take().range.begin;
  Expr* operand = inversion();
  auto* made = node<UnaryExpr>(ExprKind::unary, begin);
  made->op = UnaryOperator::logical_not;
  made->operand = operand;
  deepen(made, operand);
  return made;
}

bool Parser::comparison_operator(CompareOperator& op) {
  switch (kind()) {
    case Kind::less:
      op = CompareOperator::lt;
      break;
    case Kind::less_equal:
      op = CompareOperator::le;
      break;
    case Kind::equal_equal:
      op = CompareOperator::eq;
      break;
    case Kind::not_equal:
      op = CompareOperator::ne;
      break;
    case Kind::greater:
      op = CompareOperator::gt;
      break;
    case Kind::greater_equal:
      op = CompareOperator::ge;
      break;
    case Kind::kw_in:
      op = CompareOperator::in;
      break;
    case Kind::kw_is:
      op = kind(1) == Kind::kw_not ? CompareOperator::is_not : CompareOperator::is;
      if (op == CompareOperator::is_not) take();
      break;
    case Kind::kw_not:
      if (kind(1) != Kind::kw_in) return false;
      op = CompareOperator::not_in;
      take();
      break;
    default:
      return false;
  }
  take();
  return true;
}

Expr* Parser::comparison() {
  const SourcePosition begin = token().range.begin;
  Expr* left = bitwise_or();
  CompareOperator op = CompareOperator::lt;
  if (at(Kind::kw_not) && kind(1) != Kind::kw_in && brackets_ == 0) {  // `a not b`: CPython points to b
    take();
    fail_syntax();
  }
  if (failed_ || !comparison_operator(op)) return left;
  std::vector<CompareOperator> operators;
  std::vector<Expr*> comparators;
  do {
    operators.push_back(op);
    comparators.push_back(bitwise_or());
  } while (!failed_ && comparison_operator(op));
  auto* made = node<CompareExpr>(ExprKind::compare, begin);
  made->left = left;
  made->operators = tree_.arena.list(operators);
  made->comparators = tree_.arena.list(comparators);
  deepen(made, left);
  for (const Expr* comparator : comparators) deepen(made, comparator);
  return made;
}

// Operators from | to *, by precedence climbing.
Expr* Parser::binary(int least_precedence) {
  const SourcePosition begin = token().range.begin;
  Expr* left = unary();
  for (;;) {
    const Infix* infix = find_infix(kind());
    if (failed_ || infix == nullptr || infix->precedence < least_precedence) return left;
    take();
    Expr* right = binary(infix->precedence + 1);
    auto* made = node<BinaryExpr>(ExprKind::binary, begin);
    made->op = infix->op;
    made->left = left;
    made->right = right;
    deepen(made, left);
    deepen(made, right);
    left = made;
  }
}

Expr* Parser::unary() {
  UnaryOperator op = UnaryOperator::positive;
  switch (kind()) {
    case Kind::plus:
      break;
    case Kind::minus:
      op = UnaryOperator::negative;
      break;
    case Kind::tilde:
      op = UnaryOperator::invert;
      break;
    default:
      return power();
  }
  const Level level(*this);
  const SourcePosition begin = take().range.begin;
  Expr* operand = unary();
  auto* made = node<UnaryExpr>(ExprKind::unary, begin);
  made->op = op;
  made->operand = operand;
  deepen(made, operand);
  return made;
}

// power: ['await'] primary ['**' unary]
Expr* Parser::power() {
  const SourcePosition begin = token().range.begin;
  Expr* base = nullptr;
  if (accept(Kind::kw_await)) {
    Expr* value = primary();
    auto* made = node<ValueExpr>(ExprKind::await, begin);
    made->value = value;
    deepen(made, value);
    base = made;
  } else {
    base = primary();
  }
  if (!at(Kind::double_star) || failed_) return base;
  const Level level(*this);
  take();
  Expr* exponent = unary();
  auto* made = node<BinaryExpr>(ExprKind::binary, begin);
  made->op = BinaryOperator::power;
  made->left = base;
  made->right = exponent;
  deepen(made, base);
  deepen(made, exponent);
  return made;
}

Expr* Parser::primary() {
  const SourcePosition begin = token().range.begin;
  Expr* value = atom();
  while (!failed_) {
    if (at(Kind::left_paren)) {
      value = call(value);
    } else if (at(Kind::left_bracket)) {
      value = subscript(value);
    } else if (accept(Kind::dot)) {
      if (!at(Kind::name)) {
        fail_syntax();
        break;
      }
      const Token& name = take();
      auto* made = node<AttributeExpr>(ExprKind::attribute, begin);
      made->value = value;
      made->name = name.text;
      made->name_range = name.range;
      deepen(made, value);
      value = made;
    } else {
      break;
    }
    if (!failed_) value->range.begin = begin;
  }
  return value;
}

// ---- Calls ----------------------------------------------------------------------------------------------------------

Expr* Parser::call(Expr* function) {
  const SourcePosition open = take().range.begin;
  ++brackets_;
  std::vector<Expr*> arguments;
  std::vector<Keyword> keywords;
  while (!failed_ && !at(Kind::right_paren)) {
    call_argument(arguments, keywords, open);
    if (!accept(Kind::comma)) break;
  }
  --brackets_;
  if (!failed_ && !at(Kind::right_paren)) {
    ++brackets_;
    fail_syntax();
  }
  accept(Kind::right_paren);
  check_keywords(keywords);
  if (failed_) return nothing();
  auto* made = node<CallExpr>(ExprKind::call, function->range.begin);
  made->function = function;
  made->arguments = tree_.arena.list(arguments);
  made->keywords = tree_.arena.list(keywords);
  deepen(made, function);
  for (const Expr* argument : arguments) deepen(made, argument);
  for (const Keyword& keyword : keywords) deepen(made, keyword.value);
  return made;
}

void Parser::call_argument(std::vector<Expr*>& arguments, std::vector<Keyword>& keywords, SourcePosition open,
                           bool is_class) {
  const SourcePosition begin = token().range.begin;
  if (accept(Kind::double_star)) {
    Keyword keyword;
    keyword.value = expression();
    keyword.range = since(begin);
    keywords.push_back(keyword);
    return;
  }
  if (at(Kind::star)) {
    take();
    const bool after_mapping =
        std::any_of(keywords.begin(), keywords.end(), [](const Keyword& k) { return k.name.empty(); });
    Expr* value = expression();
    auto* made = node<ValueExpr>(ExprKind::starred, begin);
    made->value = value;
    deepen(made, value);
    if (!failed_ && at_comprehension()) fail(made->range, "iterable unpacking cannot be used in comprehension");
    if (after_mapping) fail(made->range, "iterable argument unpacking follows keyword argument unpacking");
    arguments.push_back(made);
    return;
  }
  if (at(Kind::name) && kind(1) == Kind::equal) {
    Keyword keyword;
    keyword.name = take().text;
    take();
    if (at(Kind::comma) || at(Kind::right_paren)) {
      if (!missing_values_are_named(python_)) return fail_syntax();
      return fail({begin, previous().range.end}, "expected argument value expression");
    }
    const SourcePosition equal_end = previous().range.end;
    keyword.value = expression();
    if (!failed_ && at_comprehension()) {
      return fail({begin, equal_end}, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    }
    keyword.range = since(begin);
    keywords.push_back(keyword);
    return;
  }
  Expr* value = named_expression_in_call();
  if (failed_) return;
  if (at_comprehension()) {
    const bool alone = arguments.empty() && keywords.empty();
    if (alone && is_class) return fail_syntax();  // a generator is a call's only argument, but not a class's
    Expr* generator = comprehension(ExprKind::generator, begin, value, nullptr, true);
    if (failed_) return;
    if (!alone || at(Kind::comma)) {
      return fail(generator->range, "Generator expression must be parenthesized");
    }
    if (!at(Kind::right_paren)) return fail_syntax();
    generator->range.begin = open;
    generator->range.end = token().range.end;
    arguments.push_back(generator);
    return;
  }
  if (!keywords.empty()) {
    const bool after_mapping = keywords.back().name.empty();
    const SourceRange range = after_mapping ? value->range : SourceRange{value->range.end, value->range.end};
    return fail(range, after_mapping ? "positional argument follows keyword argument unpacking"
                                     : "positional argument follows keyword argument");
  }
  arguments.push_back(value);
}

// An argument that is no keyword argument: like named_expression, but `x.y = 1` has an error of its own.
Expr* Parser::named_expression_in_call() {
  if (at(Kind::name) && kind(1) == Kind::colon_equal) return named_expression();
  const bool is_constant = at(Kind::kw_true) || at(Kind::kw_false) || at(Kind::kw_none);
  Expr* value = expression();
  if (failed_ || !at(Kind::equal)) return value;
  if (is_constant && value->kind == ExprKind::constant) {
    fail({value->range.begin, token().range.end}, std::string("cannot assign to ") + expression_description(value));
  } else {
    fail({value->range.begin, token().range.end}, "expression cannot contain assignment, perhaps you meant \"==\"?");
  }
  return value;
}

void Parser::check_keywords(const std::vector<Keyword>& keywords) {
  std::unordered_set<std::string_view> seen;
  for (const Keyword& keyword : keywords) {
    if (keyword.name.empty() || failed_) continue;
    if (keyword.name == "__debug__") fail(keyword.range, "cannot assign to __debug__");
    if (!seen.insert(keyword.name).second) {
      fail(keyword.range, "keyword argument repeated: " + std::string(keyword.name));
    }
  }
}

// ---- Subscripts -----------------------------------------------------------------------------------------------------

Expr* Parser::subscript(Expr* value) {
  take();
  ++brackets_;
  const SourcePosition begin = token().range.begin;
  Expr* index = slice();
  if (at(Kind::comma) || (index->kind == ExprKind::starred && !failed_)) {
    std::vector<Expr*> elements{index};
    while (accept(Kind::comma)) {
      if (at(Kind::right_bracket)) break;
      elements.push_back(slice());
    }
    auto* made = node<SequenceExpr>(ExprKind::tuple, begin);
    for (const Expr* element : elements) deepen(made, element);
    made->elements = tree_.arena.list(elements);
    index = made;
  }
  if (!at(Kind::right_bracket)) fail_syntax();
  --brackets_;
  accept(Kind::right_bracket);
  auto* made = node<SubscriptExpr>(ExprKind::subscript, value->range.begin);
  made->value = value;
  made->index = index;
  deepen(made, value);
  deepen(made, index);
  return made;
}

// slice: [expression] ':' [expression] [':' [expression]] | named_expression | '*' bitwise_or
Expr* Parser::slice() {
  if (at(Kind::star)) {
    if (!subscripts_may_be_starred(python_)) fail_syntax();
    return star_expression();
  }
  const SourcePosition begin = token().range.begin;
  Expr* lower = at(Kind::colon) ? nullptr : named_expression();
  if (!at(Kind::colon) || failed_) return lower == nullptr ? nothing() : lower;
  if (lower != nullptr && lower->kind == ExprKind::named && !lower->is_parenthesised) fail_syntax();
  take();
  Expr* upper = starts_expression() ? expression() : nullptr;
  Expr* step = nullptr;
  if (accept(Kind::colon) && starts_expression()) step = expression();
  auto* made = node<SliceExpr>(ExprKind::slice, begin);
  made->lower = lower;
  made->upper = upper;
  made->step = step;
  for (const Expr* part : {lower, upper, step}) {
    if (part != nullptr) deepen(made, part);
  }
  return made;
}

}  // namespace sluice
