// What can be assigned to, deleted, or looped over, and what CPython says of the rest.
#include "language/parser_state.h"

namespace sluice {

using namespace ast;

const char* expression_description(const Expr* expr) {
  switch (expr->kind) {
    case ExprKind::constant:
      switch (as<ConstantExpr>(expr)->value->kind) {
        case ConstantKind::none:
          return "None";
        case ConstantKind::boolean_true:
          return "True";
        case ConstantKind::boolean_false:
          return "False";
        case ConstantKind::ellipsis:
          return "ellipsis";
        default:
          return "literal";
      }
    case ExprKind::name:
      return "name";
    case ExprKind::joined_string:
    case ExprKind::formatted_value:
      return "f-string expression";
    case ExprKind::unary:
    case ExprKind::binary:
    case ExprKind::boolean:
      return "expression";
    case ExprKind::compare:
      return "comparison";
    case ExprKind::conditional:
      return "conditional expression";
    case ExprKind::named:
      return "named expression";
    case ExprKind::lambda:
      return "lambda";
    case ExprKind::tuple:
      return "tuple";
    case ExprKind::list:
      return "list";
    case ExprKind::set:
      return "set display";
    case ExprKind::dict:
      return "dict literal";
    case ExprKind::list_comprehension:
      return "list comprehension";
    case ExprKind::set_comprehension:
      return "set comprehension";
    case ExprKind::dict_comprehension:
      return "dict comprehension";
    case ExprKind::generator:
      return "generator expression";
    case ExprKind::await:
      return "await expression";
    case ExprKind::yield:
    case ExprKind::yield_from:
      return "yield expression";
    case ExprKind::call:
      return "function call";
    case ExprKind::attribute:
      return "attribute";
    case ExprKind::subscript:
      return "subscript";
    case ExprKind::slice:
      return "slice";
    case ExprKind::starred:
      return "starred";
  }
  return "expression";
}

bool may_be_compared(const Expr* expr) {
  switch (expr->kind) {
    case ExprKind::tuple:
    case ExprKind::list:
    case ExprKind::generator:
    case ExprKind::starred:
      return false;
    default:
      break;
  }
  if (expr->is_parenthesised) return true;
  switch (expr->kind) {
    case ExprKind::constant: {
      const ConstantKind kind = as<ConstantExpr>(expr)->value->kind;
      return kind != ConstantKind::none && kind != ConstantKind::boolean_true && kind != ConstantKind::boolean_false;
    }
    case ExprKind::unary:
      return as<UnaryExpr>(expr)->op != UnaryOperator::logical_not;
    case ExprKind::lambda:
    case ExprKind::conditional:
    case ExprKind::boolean:
    case ExprKind::compare:
    case ExprKind::named:
    case ExprKind::yield:
    case ExprKind::yield_from:
      return false;
    default:
      return true;
  }
}

// star_targets, up to `in`: elements stop at comparisons, so `in` is left.
Expr* Parser::target_list() {
  const SourcePosition begin = token().range.begin;
  const Mark start = mark();
  std::vector<Expr*> elements;
  bool is_tuple = false;
  for (;;) {
    const SourcePosition element_begin = token().range.begin;
    if (accept(Kind::star)) {
      Expr* value = bitwise_or();
      auto* made = node<ValueExpr>(ExprKind::starred, element_begin);
      made->value = value;
      deepen(made, value);
      elements.push_back(made);
    } else {
      elements.push_back(bitwise_or());
    }
    if (!accept(Kind::comma)) break;
    is_tuple = true;
    if (at(Kind::kw_in)) break;
  }
  if (!speculating_ && (failed_ || !at(Kind::kw_in))) explain_loop_target(start);
  if (failed_) return elements[0];
  Expr* target = elements[0];
  if (is_tuple) {
    auto* made = node<SequenceExpr>(ExprKind::tuple, begin);
    made->elements = tree_.arena.list(elements);
    for (const Expr* element : elements) deepen(made, element);
    target = made;
  }
  check_target(target, TargetUse::loop);
  return target;
}

/// No `in` was found where it should be: if what stands after `for` is an expression up to its `in`, that is no target.
void Parser::explain_loop_target(Mark start) {
  const Mark here = mark();
  Diagnostic before = diagnostic_;
  go_back(start);
  speculating_ = true;
  const Expr* whole = star_expressions();
  speculating_ = false;
  const bool is_expression = !failed_;
  go_back(start);
  if (is_expression && !check_target(whole, TargetUse::loop) && diagnostic_.message != "invalid syntax") return;
  go_back(here);
  if (here.failed) diagnostic_ = std::move(before);
}

/// True if every part of `target` can be assigned to (or deleted); else fails.
bool Parser::check_target(const Expr* target, TargetUse use) {
  switch (target->kind) {
    case ExprKind::name:
    case ExprKind::attribute:
    case ExprKind::subscript:
      return !failed_;
    case ExprKind::tuple:
    case ExprKind::list:
      for (const Expr* element : as<SequenceExpr>(target)->elements) {
        if (!check_target(element, use)) return false;
      }
      return !failed_;
    case ExprKind::compare:
      // The `in` of the loop itself.
      if (use != TargetUse::loop) break;
      if (as<CompareExpr>(target)->operators[0] == CompareOperator::in) {
        if (!check_target(as<CompareExpr>(target)->left, use)) return false;
      }
      fail_syntax();
      return false;
    case ExprKind::starred:
      if (use == TargetUse::delete_) break;
      return check_target(as<ValueExpr>(target)->value, use);
    default:
      break;
  }
  fail_target(target, use);
  return false;
}

void Parser::fail_target(const Expr* target, TargetUse use) {
  const char* verb = use == TargetUse::delete_ ? "delete " : "assign to ";
  fail(target->range, std::string("cannot ") + verb + expression_description(target));
}

}  // namespace sluice
