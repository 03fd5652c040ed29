// What CPython's compiler warns of: literals that are called, compared by identity, or indexed by what cannot be an
// index, and assertions of tuples. Most are a forgotten comma or a pair of brackets too many.

#include <utility>

#include "base/language_changes.h"
#include "language/compiler.h"

namespace sluice {

using namespace ast;

namespace {

const char* type_name(ConstantKind kind) {
  using enum ConstantKind;
  switch (kind) {
    case none:
      return "NoneType";
    case boolean_false:
    case boolean_true:
      return "bool";
    case ellipsis:
      return "ellipsis";
    case integer:
    case big_integer:
      return "int";
    case real:
      return "float";
    case imaginary:
      return "complex";
    case string:
      return "str";
    case bytes:
      return "bytes";
    case tuple:
      return "tuple";
    case frozen_set:
      return "frozenset";
    case code:
      return "code";
  }
  return "";
}

/// How far a type is up the tower of numbers; 0: it is no number.
int number_rank(std::string_view type) {
  constexpr std::string_view kTower[] = {"bool", "int", "float", "complex"};
  for (int i = 0; i < 4; ++i) {
    if (type == kTower[i]) return i + 1;
  }
  return 0;
}

bool is_zero(const Expr* node) {
  if (node->kind != ExprKind::constant) return false;
  const Constant& value = *as<ConstantExpr>(node)->value;
  return value.kind == ConstantKind::boolean_false || (value.kind == ConstantKind::integer && value.integer == 0) ||
         ((value.kind == ConstantKind::real || value.kind == ConstantKind::imaginary) && value.real == 0);
}

/// The type of what CPython's optimizer of trees makes of an operation on two constants; empty if it lets it be.
std::string_view folded_type(const BinaryExpr* node, std::string_view left, std::string_view right) {
  using enum BinaryOperator;
  const int left_rank = number_rank(left);
  const int right_rank = number_rank(right);
  const BinaryOperator op = node->op;
  if (left_rank == 0 || right_rank == 0) {
    const bool joins = op == add && left == right && left_rank == 0 && left != "NoneType" && left != "ellipsis";
    const bool repeats =
        op == multiply && (left == "str" || left == "bytes" || left == "tuple") && (right == "int" || right == "bool");
    return joins || repeats ? left : std::string_view();
  }
  const std::string_view wider = left_rank > right_rank ? left : right;
  const bool is_whole = left_rank <= 2 && right_rank <= 2;
  switch (op) {
    case bit_and:
    case bit_or:
    case bit_xor:
      return is_whole ? wider : std::string_view();
    case left_shift:
    case right_shift:
      return is_whole ? "int" : std::string_view();
    case matrix_multiply:
      return {};
    case true_divide:
      if (is_zero(node->right)) return {};
      return is_whole ? "float" : wider;
    case floor_divide:
    case modulo:
      if (is_zero(node->right) || wider == "complex") return {};
      break;
    case power:
      if (is_whole && node->right->kind == ExprKind::unary) return "float";
      break;
    default:
      break;
  }
  return wider == "bool" ? "int" : wider;
}

/// The type of an expression that is a constant for CPython's compiler; empty if it is none.
std::string_view constant_type(const Expr* node, PythonVersion python) {
  switch (node->kind) {
    case ExprKind::constant:
      return type_name(as<ConstantExpr>(node)->value->kind);
    case ExprKind::name:
      return as<NameExpr>(node)->id == "__debug__" ? "bool" : std::string_view();
    case ExprKind::tuple:
      for (const Expr* element : as<SequenceExpr>(node)->elements) {
        if (constant_type(element, python).empty()) return {};
      }
      return "tuple";
    case ExprKind::unary: {
      if (!operations_fold_before_warnings(python)) return {};
      const std::string_view operand = constant_type(as<UnaryExpr>(node)->operand, python);
      const UnaryOperator op = as<UnaryExpr>(node)->op;
      if (op == UnaryOperator::logical_not && !operand.empty()) return "bool";
      const int rank = number_rank(operand);
      if (rank == 0 || (op == UnaryOperator::invert && rank > 2)) return {};
      return rank == 1 ? "int" : operand;
    }
    case ExprKind::binary: {
      if (!operations_fold_before_warnings(python)) return {};
      const auto* binary = as<BinaryExpr>(node);
      const std::string_view left = constant_type(binary->left, python);
      const std::string_view right = constant_type(binary->right, python);
      return left.empty() || right.empty() ? std::string_view() : folded_type(binary, left, right);
    }
    default:
      return {};
  }
}

/// The type that a display, a literal or a lambda has whatever is in it; empty for anything else.
std::string_view evident_type(const Expr* node, PythonVersion python) {
  switch (node->kind) {
    case ExprKind::tuple:
      return "tuple";
    case ExprKind::list:
    case ExprKind::list_comprehension:
      return "list";
    case ExprKind::dict:
    case ExprKind::dict_comprehension:
      return "dict";
    case ExprKind::set:
    case ExprKind::set_comprehension:
      return "set";
    case ExprKind::generator:
      return "generator";
    case ExprKind::lambda:
      return "function";
    case ExprKind::joined_string:
    case ExprKind::formatted_value:
      return "str";
    default:
      return constant_type(node, python);
  }
}

/// `None`, `True`, `False` and `...` are one object each.
bool is_single(std::string_view type) { return type == "NoneType" || type == "bool" || type == "ellipsis"; }

}  // namespace

void Compiler::warn(const SourceRange& range, std::string message) {
  warnings_.push_back({range.begin, std::move(message)});
}

/// CPython's optimizer makes `a is not b` of `not a is b`, before the compiler looks at it.
void Compiler::note_negation(const Expr* operand) {
  while (operand->kind == ExprKind::unary && as<UnaryExpr>(operand)->op == UnaryOperator::logical_not) {
    operand = as<UnaryExpr>(operand)->operand;
  }
  negated_ = negated_ == operand ? nullptr : operand;
}

void Compiler::warn_of_identity(const CompareExpr* node) {
  const bool is_turned = negated_ == node && node->operators.size() == 1 && operations_fold_before_warnings(python_);
  negated_ = nullptr;
  std::string_view left = constant_type(node->left, python_);
  for (std::size_t i = 0; i < node->comparators.size(); ++i) {
    const std::string_view right = constant_type(node->comparators[i], python_);
    const CompareOperator op = node->operators[i];
    const bool is_left = !left.empty() && !is_single(left);
    const bool is_right = !right.empty() && !is_single(right);
    if ((op == CompareOperator::is || op == CompareOperator::is_not) && (is_left || is_right)) {
      const bool is = (op == CompareOperator::is) != is_turned;
      const std::string literal = identity_warnings_name_type(python_)
                                      ? "'" + std::string(is_left ? left : right) + "' literal"
                                      : std::string("a literal");
      return warn(node->range, std::string(is ? "\"is\"" : "\"is not\"") + " with " + literal + ". Did you mean \"" +
                                   (is ? "==" : "!=") + "\"?");
    }
    left = right;
  }
}

void Compiler::warn_of_call(const Expr* function) {
  const std::string_view type = evident_type(function, python_);
  if (type.empty() || type == "function") return;
  warn(function->range, "'" + std::string(type) + "' object is not callable; perhaps you missed a comma?");
}

void Compiler::warn_of_subscript(const SubscriptExpr* node) {
  const std::string_view type = evident_type(node->value, python_);
  if (type.empty()) return;
  if (is_single(type) || number_rank(type) > 0 || type == "set" || type == "generator" || type == "function") {
    return warn(node->range, "'" + std::string(type) + "' object is not subscriptable; perhaps you missed a comma?");
  }
  if (type == "dict") return;
  const std::string_view index = evident_type(node->index, python_);
  if (index.empty() || index == "int" || index == "bool") return;
  warn(node->range, std::string(type) + " indices must be integers or slices, not " + std::string(index) +
                        "; perhaps you missed a comma?");
}

void Compiler::warn_of_assertion(const AssertStatement* node) {
  const bool is_tuple = node->test->kind == ExprKind::tuple && as<SequenceExpr>(node->test)->elements.size() > 0;
  if (is_tuple) warn(node->range, "assertion is always true, perhaps remove parentheses?");
}

}  // namespace sluice
