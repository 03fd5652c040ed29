// Simple statements, and the lists of statements.
#include "base/language_changes.h"
#include "language/parser_state.h"

namespace sluice {

using namespace ast;

namespace {

/// The operator of an augmented assignment; false for other tokens.
bool augmented_operator(TokenKind kind, BinaryOperator& op) {
  switch (kind) {
    case TokenKind::plus_equal:
      op = BinaryOperator::add;
      return true;
    case TokenKind::minus_equal:
      op = BinaryOperator::subtract;
      return true;
    case TokenKind::star_equal:
      op = BinaryOperator::multiply;
      return true;
    case TokenKind::slash_equal:
      op = BinaryOperator::true_divide;
      return true;
    case TokenKind::double_slash_equal:
      op = BinaryOperator::floor_divide;
      return true;
    case TokenKind::percent_equal:
      op = BinaryOperator::modulo;
      return true;
    case TokenKind::double_star_equal:
      op = BinaryOperator::power;
      return true;
    case TokenKind::at_equal:
      op = BinaryOperator::matrix_multiply;
      return true;
    case TokenKind::left_shift_equal:
      op = BinaryOperator::left_shift;
      return true;
    case TokenKind::right_shift_equal:
      op = BinaryOperator::right_shift;
      return true;
    case TokenKind::ampersand_equal:
      op = BinaryOperator::bit_and;
      return true;
    case TokenKind::bar_equal:
      op = BinaryOperator::bit_or;
      return true;
    case TokenKind::caret_equal:
      op = BinaryOperator::bit_xor;
      return true;
    default:
      return false;
  }
}

}  // namespace

void Parser::statements(std::vector<Statement*>& out) {
  if (at(Kind::newline)) {
    take();
    return;
  }
  if (!compound_statement(out)) simple_statements(out);
}

// simple_stmts: simple_stmt (';' simple_stmt)* [';'] NEWLINE
void Parser::simple_statements(std::vector<Statement*>& out) {
  while (!failed_) {
    out.push_back(simple_statement());
    if (!accept(Kind::semicolon)) break;
    if (at(Kind::newline)) break;
  }
  if (failed_ || at(Kind::end)) return;
  if (!accept(Kind::newline)) fail_after_statement(*out.back());
}

/// Something stands where a statement should have ended.
void Parser::fail_after_statement(const Statement& before) {
  const Expr* value = before.kind == StatementKind::expression ? as<ValueStatement>(&before)->value : nullptr;
  const bool is_name = value != nullptr && value->kind == ExprKind::name && !value->is_parenthesised;
  const std::string_view name = is_name ? as<NameExpr>(value)->id : std::string_view();
  if ((name == "print" || name == "exec") && starts_expression()) {
    const Mark before_rest = mark();
    speculating_ = true;
    const Expr* rest = star_expressions();
    speculating_ = false;
    const SourcePosition end = rest->range.end;
    const bool is_expression = !failed_;
    go_back(before_rest);
    if (is_expression) {
      return fail({value->range.begin, end}, "Missing parentheses in call to '" + std::string(name) +
                                                 "'. Did you mean " + std::string(name) + "(...)?");
    }
  }
  fail_syntax();
}

Statement* Parser::simple_statement() {
  const SourcePosition begin = token().range.begin;
  switch (kind()) {
    case Kind::kw_pass:
      take();
      return statement<Statement>(StatementKind::pass, begin);
    case Kind::kw_break:
      take();
      return statement<Statement>(StatementKind::break_, begin);
    case Kind::kw_continue:
      take();
      return statement<Statement>(StatementKind::continue_, begin);
    case Kind::kw_return: {
      take();
      Expr* value = starts_expression() || at(Kind::star) ? star_expressions() : nullptr;
      auto* made = statement<ValueStatement>(StatementKind::return_, begin);
      made->value = value;
      return made;
    }
    case Kind::kw_raise:
      return raise_statement();
    case Kind::kw_assert:
      return assert_statement();
    case Kind::kw_del:
      return delete_statement();
    case Kind::kw_import:
      return import_statement();
    case Kind::kw_from:
      return from_statement();
    case Kind::kw_global:
      return scope_statement(StatementKind::global);
    case Kind::kw_nonlocal:
      return scope_statement(StatementKind::nonlocal);
    default:
      break;
  }
  const bool is_alias = has_type_statement(python_) && at_word("type") && kind(1) == Kind::name &&
                        (kind(2) == Kind::equal || kind(2) == Kind::left_bracket);
  return is_alias ? type_alias() : expression_statement();
}

// ---- Expressions and assignments ------------------------------------------------------------------------------------

Statement* Parser::expression_statement() {
  const SourcePosition begin = token().range.begin;
  Expr* first = yield_or_star_expressions();
  if (!failed_) {
    BinaryOperator op = BinaryOperator::add;
    if (at(Kind::equal)) return assignment(first, begin);
    if (at(Kind::colon)) return annotated_assignment(first, begin);
    if (augmented_operator(kind(), op)) return augmented_assignment(first, begin, op);
    if (at(Kind::colon_equal)) fail_syntax();
  }
  auto* made = statement<ValueStatement>(StatementKind::expression, begin);
  made->value = first;
  return made;
}

// (star_targets '=')+ (yield_expr | star_expressions)
Statement* Parser::assignment(Expr* first, SourcePosition begin) {
  std::vector<Expr*> targets;
  Expr* value = first;
  while (!failed_ && at(Kind::equal)) {
    if (value->kind == ExprKind::yield || value->kind == ExprKind::yield_from) {
      fail(value->range, value->is_parenthesised
                             ? "cannot assign to yield expression here. Maybe you meant '==' instead of '='?"
                             : "assignment to yield expression not possible");
      break;
    }
    check_assignment_target(value, targets);
    targets.push_back(value);
    take();
    value = yield_or_star_expressions();
  }
  auto* made = statement<AssignStatement>(StatementKind::assign, begin);
  made->targets = tree_.arena.list(targets);
  made->value = value;
  return made;
}

/// As check_target, with the advice that CPython gives where `==` may have been meant. `before`: the targets to the
/// left.
void Parser::check_assignment_target(const Expr* target, const std::vector<Expr*>& before) {
  const bool is_list =
      target->kind == ExprKind::tuple && !target->is_parenthesised && !as<SequenceExpr>(target)->elements.empty();
  const Expr* last = is_list ? as<SequenceExpr>(target)->elements.back() : target;
  const std::string advice = " here. Maybe you meant '==' instead of '='?";
  const bool is_target =
      last->kind == ExprKind::name || last->kind == ExprKind::attribute || last->kind == ExprKind::subscript;
  if (before.empty()) {
    if (is_target || !may_be_compared(last)) return static_cast<void>(check_target(target, TargetUse::assign));
    return fail(last->range, std::string("cannot assign to ") + expression_description(last) + advice);
  }
  // `x = a, 1 = b`: what stands between the signs goes on after its first operand.
  const bool goes_on = is_list || (!target->is_parenthesised &&
                                   (target->kind == ExprKind::boolean || target->kind == ExprKind::compare ||
                                    target->kind == ExprKind::conditional));
  const Expr* first = before[0];
  const bool is_name = before.size() == 1 && first->kind == ExprKind::name && !first->is_parenthesised;
  const Mark here = mark();
  if (check_target(target, TargetUse::assign) || !goes_on || !is_name || speculating_) return;
  go_back(here);
  fail({first->range.begin, target->range.end}, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
}

Statement* Parser::augmented_assignment(Expr* target, SourcePosition begin, BinaryOperator op) {
  const bool is_single =
      target->kind == ExprKind::name || target->kind == ExprKind::attribute || target->kind == ExprKind::subscript;
  if (!is_single) {
    const bool is_yield = target->kind == ExprKind::yield || target->kind == ExprKind::yield_from;
    if (is_yield && !target->is_parenthesised) fail_syntax();
    fail(target->range,
         std::string("'") + expression_description(target) + "' is an illegal expression for augmented assignment");
  }
  take();
  Expr* value = yield_or_star_expressions();
  auto* made = statement<AugmentedAssignStatement>(StatementKind::augmented_assign, begin);
  made->target = target;
  made->op = op;
  made->value = value;
  return made;
}

// target ':' expression ['=' (yield_expr | star_expressions)]
Statement* Parser::annotated_assignment(Expr* target, SourcePosition begin) {
  const bool is_single =
      target->kind == ExprKind::name || target->kind == ExprKind::attribute || target->kind == ExprKind::subscript;
  if (!is_single) {
    if (target->kind == ExprKind::tuple || target->kind == ExprKind::list) {
      fail(target->range,
           std::string("only single target (not ") + expression_description(target) + ") can be annotated");
    } else if (kind(1) == Kind::newline || target->kind == ExprKind::starred) {
      fail_syntax();
    } else {
      fail(target->range, "illegal target for annotation");
    }
  } else if (kind(1) == Kind::newline) {
    fail_syntax();
  }
  accept(Kind::colon);
  Expr* annotation = expression();
  Expr* value = accept(Kind::equal) ? yield_or_star_expressions() : nullptr;
  auto* made = statement<AnnotatedAssignStatement>(StatementKind::annotated_assign, begin);
  made->target = target;
  made->annotation = annotation;
  made->value = value;
  made->is_simple = target->kind == ExprKind::name && !target->is_parenthesised;
  return made;
}

// ---- The others -----------------------------------------------------------------------------------------------------

Statement* Parser::delete_statement() {
  const SourcePosition begin = take().range.begin;
  std::vector<Expr*> targets;
  do {
    if (!targets.empty() && !starts_expression()) break;
    targets.push_back(at(Kind::star) ? star_expression() : expression());
    check_target(targets.back(), TargetUse::delete_);
  } while (!failed_ && accept(Kind::comma));
  auto* made = statement<DeleteStatement>(StatementKind::delete_, begin);
  made->targets = tree_.arena.list(targets);
  return made;
}

Statement* Parser::raise_statement() {
  const SourcePosition begin = take().range.begin;
  Expr* exception = nullptr;
  Expr* cause = nullptr;
  if (starts_expression()) {
    exception = expression();
    if (accept(Kind::kw_from)) cause = expression();
  }
  auto* made = statement<RaiseStatement>(StatementKind::raise, begin);
  made->exception = exception;
  made->cause = cause;
  return made;
}

Statement* Parser::assert_statement() {
  const SourcePosition begin = take().range.begin;
  Expr* test = expression();
  Expr* message = accept(Kind::comma) ? expression() : nullptr;
  auto* made = statement<AssertStatement>(StatementKind::assert_, begin);
  made->test = test;
  made->message = message;
  return made;
}

// NAME ('.' NAME)*, as it is written; blanks around the dots are dropped.
std::string_view Parser::dotted_name() {
  std::string name;
  const Token& first = token();
  if (!expect(Kind::name)) return {};
  if (!at(Kind::dot)) return first.text;
  name = first.text;
  while (accept(Kind::dot)) {
    name += '.';
    name += token().text;
    if (!expect(Kind::name)) return {};
  }
  return tree_.arena.text(name);
}

Statement* Parser::import_statement() {
  const SourcePosition begin = take().range.begin;
  std::vector<ImportAlias> names;
  if (at(Kind::newline) && expects_names_after_import(python_)) {
    fail_at(token(), "Expected one or more names after 'import'");
  }
  do {
    ImportAlias alias;
    const SourcePosition name_begin = token().range.begin;
    alias.name = dotted_name();
    if (accept(Kind::kw_as)) {
      alias.alias = token().text;
      expect(Kind::name);
    }
    alias.range = since(name_begin);
    names.push_back(alias);
  } while (!failed_ && accept(Kind::comma));
  if (at(Kind::kw_from) && kind(1) == Kind::name && turned_import_is_explained(python_)) {
    fail({begin, token().range.end}, "Did you mean to use 'from ... import ...' instead?");
  }
  auto* made = statement<ImportStatement>(StatementKind::import, begin);
  made->names = tree_.arena.list(names);
  return made;
}

// 'from' ('.' | '...')* dotted_name 'import' ('*' | '(' names [','] ')' | names)
Statement* Parser::from_statement() {
  const SourcePosition begin = take().range.begin;
  int level = 0;
  while (at(Kind::dot) || at(Kind::ellipsis)) level += take().kind == Kind::dot ? 1 : 3;
  std::string_view module;
  if (level == 0 || at(Kind::name)) module = dotted_name();
  expect(Kind::kw_import);
  std::vector<ImportAlias> names;
  if (at(Kind::star)) {
    ImportAlias all;
    all.range = token().range;
    all.name = take().text;
    names.push_back(all);
  } else {
    const bool has_parentheses = accept(Kind::left_paren);
    while (!failed_) {
      if (has_parentheses && !names.empty() && at(Kind::right_paren)) break;
      if (!names.empty() && !has_parentheses && at(Kind::newline)) {
        fail_at(previous(), "trailing comma not allowed without surrounding parentheses");
      }
      ImportAlias alias;
      const SourcePosition name_begin = token().range.begin;
      alias.name = token().text;
      if (at(Kind::newline)) {
        fail_at(token(),
                expects_names_after_import(python_) ? "Expected one or more names after 'import'" : "invalid syntax");
      }
      expect(Kind::name);
      if (accept(Kind::kw_as)) {
        alias.alias = token().text;
        expect(Kind::name);
      }
      alias.range = since(name_begin);
      names.push_back(alias);
      if (!accept(Kind::comma)) break;
    }
    if (has_parentheses) expect(Kind::right_paren);
  }
  auto* made = statement<ImportStatement>(StatementKind::import_from, begin);
  made->names = tree_.arena.list(names);
  made->module = module;
  made->level = level;
  return made;
}

Statement* Parser::scope_statement(StatementKind kind) {
  const SourcePosition begin = take().range.begin;
  std::vector<std::string_view> names;
  std::vector<SourceRange> ranges;
  do {
    names.push_back(token().text);
    ranges.push_back(token().range);
    expect(Kind::name);
  } while (!failed_ && accept(Kind::comma));
  auto* made = statement<ScopeStatement>(kind, begin);
  made->names = tree_.arena.list(names);
  made->ranges = tree_.arena.list(ranges);
  return made;
}

// "type" NAME [type_params] '=' expression
Statement* Parser::type_alias() {
  const SourcePosition begin = take().range.begin;
  auto* name = tree_.arena.make<NameExpr>();
  name->kind = ExprKind::name;
  name->range = token().range;
  name->id = take().text;
  const List<TypeParameter> parameters = type_parameters();
  expect(Kind::equal);
  Expr* value = expression();
  auto* made = statement<TypeAliasStatement>(StatementKind::type_alias, begin);
  made->name = name;
  made->type_parameters = parameters;
  made->value = value;
  return made;
}

}  // namespace sluice
