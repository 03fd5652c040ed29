// Expressions, but for calls and comprehensions.
#include "base/language_changes.h"
#include "language/compiler.h"

namespace sluice {

using namespace ast;

namespace {

Opcode offset_opcode(Opcode first, int offset) { return static_cast<Opcode>(static_cast<int>(first) + offset); }

constexpr std::size_t kMaxOnStack = 64;  // longer displays are built bit by bit, to keep frames small

}  // namespace

void Compiler::expr(const Expr* node) {
  const At at(*this, node->range);
  expr_here(node);
}

void Compiler::expr_here(const Expr* node) {
  switch (node->kind) {
    case ExprKind::constant:
      return builder().emit_constant(*as<ConstantExpr>(node)->value);
    case ExprKind::name: {
      Constant value;
      if (constant_of(node, value)) return builder().emit_constant(std::move(value));
      return access(as<NameExpr>(node)->id, Access::load);
    }
    case ExprKind::joined_string:
      return joined_string(as<JoinedStringExpr>(node));
    case ExprKind::formatted_value:
      return formatted_value(as<FormattedValueExpr>(node));
    case ExprKind::unary:
      return unary(as<UnaryExpr>(node));
    case ExprKind::binary: {
      const auto* binary = as<BinaryExpr>(node);
      expr(binary->left);
      expr(binary->right);
      return emit(offset_opcode(Opcode::BINARY_ADD, static_cast<int>(binary->op)));
    }
    case ExprKind::boolean:
      return boolean(as<BooleanExpr>(node));
    case ExprKind::compare:
      return compare(as<CompareExpr>(node));
    case ExprKind::conditional:
      return conditional(as<ConditionalExpr>(node));
    case ExprKind::named:
      expr(as<NamedExpr>(node)->value);
      emit(Opcode::COPY, 1);
      return store(as<NamedExpr>(node)->target);
    case ExprKind::lambda:
      return lambda(as<LambdaExpr>(node));
    case ExprKind::tuple:
    case ExprKind::list:
    case ExprKind::set:
      return sequence(as<SequenceExpr>(node));
    case ExprKind::dict:
      return dict(as<DictExpr>(node));
    case ExprKind::list_comprehension:
    case ExprKind::set_comprehension:
    case ExprKind::dict_comprehension:
    case ExprKind::generator:
      return comprehension(as<ComprehensionExpr>(node));
    case ExprKind::await:
      return await(as<ValueExpr>(node));
    case ExprKind::yield:
      return yield(as<ValueExpr>(node));
    case ExprKind::yield_from:
      return yield_from(as<ValueExpr>(node));
    case ExprKind::call:
      return call(as<CallExpr>(node));
    case ExprKind::attribute: {
      const auto* attribute = as<AttributeExpr>(node);
      expr(attribute->value);
      attribute_position(attribute);
      const std::string name = mangle(scope_->class_name, attribute->name);
      if (in_annotation_) return emit(Opcode::LOAD_ANNOTATION_ATTR, builder().name(name));
      return emit(Opcode::LOAD_ATTR, builder().site(name));
    }
    case ExprKind::subscript:
      warn_of_subscript(as<SubscriptExpr>(node));
      expr(as<SubscriptExpr>(node)->value);
      subscript_index(as<SubscriptExpr>(node)->index);
      return emit(Opcode::BINARY_SUBSCRIPT);
    case ExprKind::slice:
      return subscript_index(node);
    case ExprKind::starred:
      return fail(node->range, "can't use starred expression here");
  }
}

/// An attribute on a later line than its object begins: the instruction stands where the attribute's name does.
void Compiler::attribute_position(const AttributeExpr* node) {
  CodePosition position = builder().position();
  const auto end_line = static_cast<std::int32_t>(node->name_range.end.line);
  if (position.line == end_line) return;
  position.line = end_line;
  position.column = static_cast<std::int32_t>(node->name_range.begin.byte_column);
  builder().set_position(position);
}

// ---- Constants ------------------------------------------------------------------------------------------------------

/// Whether an expression is known now. Tuples of constants and negative numbers count as constants.
bool Compiler::constant_of(const Expr* node, Constant& value) const {
  switch (node->kind) {
    case ExprKind::constant:
      value = *as<ConstantExpr>(node)->value;
      return true;
    case ExprKind::name:
      if (as<NameExpr>(node)->id != "__debug__") return false;
      value.kind = ConstantKind::boolean_true;
      return true;
    case ExprKind::tuple:
      value.kind = ConstantKind::tuple;
      return constant_elements(as<SequenceExpr>(node)->elements, value);
    case ExprKind::unary: {
      const auto* unary = as<UnaryExpr>(node);
      if (unary->op != UnaryOperator::negative || unary->operand->kind != ExprKind::constant) return false;
      value = *as<ConstantExpr>(unary->operand)->value;
      if (value.kind == ConstantKind::real) {
        value.real = -value.real;
        return true;
      }
      if (value.kind == ConstantKind::integer) {
        value.integer = -value.integer;
        return true;
      }
      if (value.kind != ConstantKind::big_integer) return false;
      if (value.text == "9223372036854775808") {
        value.kind = ConstantKind::integer;
        value.integer = INT64_MIN;
        value.text.clear();
        return true;
      }
      value.text.insert(value.text.begin(), '-');
      return true;
    }
    default:
      return false;
  }
}

bool Compiler::constant_elements(const List<Expr*>& elements, Constant& value) const {
  for (const Expr* element : elements) {
    Constant item;
    if (!constant_of(element, item)) return false;
    value.items.push_back(std::move(item));
  }
  return true;
}

std::optional<bool> Compiler::constant_truth(const Expr* node) const {
  Constant value;
  if (!constant_of(node, value)) return std::nullopt;
  switch (value.kind) {
    case ConstantKind::none:
    case ConstantKind::boolean_false:
      return false;
    case ConstantKind::boolean_true:
    case ConstantKind::ellipsis:
    case ConstantKind::code:
    case ConstantKind::big_integer:
      return true;
    case ConstantKind::integer:
      return value.integer != 0;
    case ConstantKind::real:
    case ConstantKind::imaginary:
      return value.real < 0 || value.real > 0;
    case ConstantKind::string:
    case ConstantKind::bytes:
      return !value.text.empty();
    case ConstantKind::tuple:
    case ConstantKind::frozen_set:
      return !value.items.empty();
  }
  return std::nullopt;
}

// ---- f-strings ------------------------------------------------------------------------------------------------------

void Compiler::joined_string(const JoinedStringExpr* node) {
  if (node->parts.empty()) return builder().emit_constant(text_constant(""));
  for (const Expr* part : node->parts) expr(part);
  if (node->parts.size() > 1) emit(Opcode::BUILD_STRING, static_cast<std::uint32_t>(node->parts.size()));
}

void Compiler::formatted_value(const FormattedValueExpr* node) {
  constexpr std::uint32_t kHasSpec = 4;
  std::uint32_t flags = 0;
  if (node->conversion == 's') flags = 1;
  if (node->conversion == 'r') flags = 2;
  if (node->conversion == 'a') flags = 3;
  expr(node->value);
  if (node->spec != nullptr) {
    expr(node->spec);
    flags |= kHasSpec;
  }
  emit(Opcode::FORMAT_VALUE, flags);
}

// ---- Operators ------------------------------------------------------------------------------------------------------

void Compiler::unary(const UnaryExpr* node) {
  Constant value;
  if (constant_of(node, value)) return builder().emit_constant(std::move(value));
  // An inverted bool is warned of when it is computed: one that the compiler computed is silent.
  const bool is_folded = operations_fold_before_warnings(python_) && node->op == UnaryOperator::invert;
  if (is_folded && constant_of(node->operand, value)) {
    if (const bool is_true = value.kind == ConstantKind::boolean_true;
        is_true || value.kind == ConstantKind::boolean_false) {
      return builder().emit_constant(integer_constant(is_true ? -2 : -1));
    }
  }
  if (node->op == UnaryOperator::logical_not) note_negation(node->operand);
  expr(node->operand);
  switch (node->op) {
    case UnaryOperator::positive:
      return emit(Opcode::UNARY_POSITIVE);
    case UnaryOperator::negative:
      return emit(Opcode::UNARY_NEGATIVE);
    case UnaryOperator::invert:
      return emit(Opcode::UNARY_INVERT);
    case UnaryOperator::logical_not:
      return emit(Opcode::UNARY_NOT);
  }
}

void Compiler::boolean(const BooleanExpr* node) {
  const Label end = builder().new_label();
  const Opcode jump = node->is_and ? Opcode::JUMP_IF_FALSE_OR_POP : Opcode::JUMP_IF_TRUE_OR_POP;
  for (std::size_t i = 0; i + 1 < node->values.size(); ++i) {
    expr(node->values[i]);
    builder().emit_jump(jump, end);
  }
  expr(node->values.back());
  builder().place(end);
}

void Compiler::compare(const CompareExpr* node) {
  warn_of_identity(node);
  const auto opcode = [node](std::size_t i) {
    return offset_opcode(Opcode::COMPARE_LT, static_cast<int>(node->operators[i]));
  };
  expr(node->left);
  const std::size_t last = node->comparators.size() - 1;
  const Label cleanup = builder().new_label();
  for (std::size_t i = 0; i < last; ++i) {
    expr(node->comparators[i]);
    emit(Opcode::SWAP, 2);
    emit(Opcode::COPY, 2);
    emit(opcode(i));
    builder().emit_jump(Opcode::JUMP_IF_FALSE_OR_POP, cleanup);
  }
  // `x in [1, 2]` tests against a constant.
  Constant members;
  const Expr* right = node->comparators[last];
  const bool is_membership =
      node->operators[last] == CompareOperator::in || node->operators[last] == CompareOperator::not_in;
  const bool is_display = right->kind == ExprKind::list || right->kind == ExprKind::set;
  if (is_membership && is_display && constant_elements(as<SequenceExpr>(right)->elements, members)) {
    members.kind = right->kind == ExprKind::list ? ConstantKind::tuple : ConstantKind::frozen_set;
    builder().emit_constant(std::move(members));
  } else {
    expr(right);
  }
  emit(opcode(last));
  if (last == 0) return;
  const Label end = builder().new_label();
  builder().jump(end);
  builder().place(cleanup);
  emit(Opcode::SWAP, 2);
  emit(Opcode::POP_TOP);
  builder().place(end);
}

void Compiler::conditional(const ConditionalExpr* node) {
  const Label orelse = builder().new_label();
  const Label end = builder().new_label();
  jump_if(node->test, orelse, false);
  expr(node->body);
  builder().jump(end);
  builder().place(orelse);
  expr(node->orelse);
  builder().place(end);
}

/// Evaluates a test only for its truth: jumps to `target` if it equals `condition`, else goes on.
void Compiler::jump_if(const Expr* test, Label target, bool condition) {
  if (const std::optional<bool> known = constant_truth(test)) {
    if (*known == condition) builder().jump(target);
    return;
  }
  switch (test->kind) {
    case ExprKind::unary:
      if (as<UnaryExpr>(test)->op != UnaryOperator::logical_not) break;
      note_negation(as<UnaryExpr>(test)->operand);
      return jump_if(as<UnaryExpr>(test)->operand, target, !condition);
    case ExprKind::boolean: {
      const auto* boolean = as<BooleanExpr>(test);
      const bool decides = !boolean->is_and;  // the truth of an operand that settles the whole
      const Label after = builder().new_label();
      for (std::size_t i = 0; i + 1 < boolean->values.size(); ++i) {
        jump_if(boolean->values[i], decides == condition ? target : after, decides);
      }
      jump_if(boolean->values.back(), target, condition);
      return builder().place(after);
    }
    case ExprKind::conditional: {
      const auto* choice = as<ConditionalExpr>(test);
      const Label orelse = builder().new_label();
      const Label end = builder().new_label();
      jump_if(choice->test, orelse, false);
      jump_if(choice->body, target, condition);
      builder().jump(end);
      builder().place(orelse);
      jump_if(choice->orelse, target, condition);
      return builder().place(end);
    }
    case ExprKind::compare:
      if (as<CompareExpr>(test)->comparators.size() > 1) {
        return jump_if_compare(as<CompareExpr>(test), target, condition);
      }
      break;
    default:
      break;
  }
  expr(test);
  builder().emit_jump(condition ? Opcode::POP_JUMP_IF_TRUE : Opcode::POP_JUMP_IF_FALSE, target);
}

/// Where what follows a condition stands in versions that forget to go back: the last comparison that jump_if comes to.
const SourceRange* Compiler::left_place(const Expr* test) const {
  if (!comparisons_leave_their_place(python_) || constant_truth(test)) return nullptr;
  switch (test->kind) {
    case ExprKind::compare:
      return &test->range;
    case ExprKind::unary:
      return as<UnaryExpr>(test)->op == UnaryOperator::logical_not ? left_place(as<UnaryExpr>(test)->operand) : nullptr;
    case ExprKind::boolean: {
      const SourceRange* last = nullptr;
      for (const Expr* value : as<BooleanExpr>(test)->values) {
        if (const SourceRange* place = left_place(value)) last = place;
      }
      return last;
    }
    case ExprKind::conditional: {
      const SourceRange* last = nullptr;
      const auto* choice = as<ConditionalExpr>(test);
      for (const Expr* part : {choice->test, choice->body, choice->orelse}) {
        if (const SourceRange* place = left_place(part)) last = place;
      }
      return last;
    }
    default:
      return nullptr;
  }
}

void Compiler::jump_if_compare(const CompareExpr* test, Label target, bool condition) {
  warn_of_identity(test);
  const At at(*this, test->range);
  const Label cleanup = builder().new_label();
  const Label end = builder().new_label();
  const std::size_t last = test->comparators.size() - 1;
  expr(test->left);
  for (std::size_t i = 0; i <= last; ++i) {
    expr(test->comparators[i]);
    if (i < last) {
      emit(Opcode::SWAP, 2);
      emit(Opcode::COPY, 2);
    }
    emit(offset_opcode(Opcode::COMPARE_LT, static_cast<int>(test->operators[i])));
    if (i < last) builder().emit_jump(Opcode::POP_JUMP_IF_FALSE, cleanup);
  }
  builder().emit_jump(condition ? Opcode::POP_JUMP_IF_TRUE : Opcode::POP_JUMP_IF_FALSE, target);
  builder().jump(end);
  builder().place(cleanup);
  emit(Opcode::POP_TOP);
  if (!condition) builder().jump(target);
  builder().place(end);
}

// ---- Displays and subscripts ----------------------------------------------------------------------------------------

void Compiler::sequence(const SequenceExpr* node) {
  bool has_star = false;
  for (const Expr* element : node->elements) has_star = has_star || element->kind == ExprKind::starred;
  const auto count = static_cast<std::uint32_t>(node->elements.size());
  if (node->kind == ExprKind::tuple) {
    Constant value;
    value.kind = ConstantKind::tuple;
    if (!has_star && constant_elements(node->elements, value)) return builder().emit_constant(std::move(value));
    if (has_star || count > kMaxOnStack) {
      starred_sequence(node->elements, Opcode::BUILD_LIST, Opcode::LIST_APPEND, Opcode::LIST_EXTEND);
      return emit(Opcode::LIST_TO_TUPLE);
    }
    for (const Expr* element : node->elements) expr(element);
    return emit(Opcode::BUILD_TUPLE, count);
  }
  const bool is_list = node->kind == ExprKind::list;
  // Three constants and more are kept as a frozenset, whose table a set takes over.
  Constant members;
  members.kind = ConstantKind::frozen_set;
  if (!is_list && count >= 3 && constant_elements(node->elements, members)) {
    emit(Opcode::BUILD_SET, 0);
    builder().emit_constant(std::move(members));
    return emit(Opcode::SET_UPDATE, 1);
  }
  if (has_star || count > kMaxOnStack) {
    return is_list ? starred_sequence(node->elements, Opcode::BUILD_LIST, Opcode::LIST_APPEND, Opcode::LIST_EXTEND)
                   : starred_sequence(node->elements, Opcode::BUILD_SET, Opcode::SET_ADD, Opcode::SET_UPDATE);
  }
  for (const Expr* element : node->elements) expr(element);
  emit(is_list ? Opcode::BUILD_LIST : Opcode::BUILD_SET, count);
}

void Compiler::starred_sequence(const List<Expr*>& elements, Opcode build, Opcode add, Opcode extend) {
  emit(build, 0);
  for (const Expr* element : elements) {
    if (element->kind == ExprKind::starred) {
      expr(as<ValueExpr>(element)->value);
      emit(extend, 1);
    } else {
      expr(element);
      emit(add, 1);
    }
  }
}

void Compiler::dict(const DictExpr* node) {
  bool has_star = false;
  for (const Expr* key : node->keys) has_star = has_star || key == nullptr;
  const std::size_t count = node->keys.size();
  if (!has_star && count <= kMaxOnStack / 2) {
    for (std::size_t i = 0; i < count; ++i) {
      expr(node->keys[i]);
      expr(node->values[i]);
    }
    return emit(Opcode::BUILD_MAP, static_cast<std::uint32_t>(count));
  }
  emit(Opcode::BUILD_MAP, 0);
  for (std::size_t i = 0; i < count; ++i) {
    if (node->keys[i] == nullptr) {
      expr(node->values[i]);
      emit(Opcode::DICT_UPDATE, 1);
    } else {
      expr(node->keys[i]);
      expr(node->values[i]);
      emit(Opcode::MAP_ADD, 1);
    }
  }
}

void Compiler::subscript_index(const Expr* index) {
  if (index->kind != ExprKind::slice) return expr(index);
  const At at(*this, index->range);
  const auto* slice = as<SliceExpr>(index);
  const auto part = [this](const Expr* node) { node == nullptr ? builder().emit_none() : expr(node); };
  part(slice->lower);
  part(slice->upper);
  if (slice->step != nullptr) expr(slice->step);
  emit(Opcode::BUILD_SLICE, slice->step == nullptr ? 2 : 3);
}

// ---- lambda, await, yield -------------------------------------------------------------------------------------------

void Compiler::lambda(const LambdaExpr* node) {
  const std::uint32_t flags = defaults(node->parameters);
  Scope* scope = scopes_.of(node);
  enter(CodeKind::lambda, scope, "<lambda>", static_cast<std::int32_t>(node->range.begin.line), node->parameters);
  expr(node->body);
  {
    const At at(*this, node->body->range);
    emit(Opcode::RETURN_VALUE);
  }
  const auto code = leave();
  make_function(code, scope, flags);
}

void Compiler::await(const ValueExpr* node) {
  if (!function_scope()->is_function()) {
    fail(node->range, "'await' outside function", async_hint());
  } else if (!in_async_function()) {
    fail(node->range, "'await' outside async function", async_hint());
  }
  expr(node->value);
  emit(Opcode::GET_AWAITABLE, 0);
  emit(Opcode::SEND);
}

void Compiler::yield(const ValueExpr* node) {
  if (!function_scope()->is_function()) fail(node->range, "'yield' outside function");
  if (node->value == nullptr) {
    builder().emit_none();
  } else {
    expr(node->value);
  }
  emit(Opcode::YIELD_VALUE);
}

void Compiler::yield_from(const ValueExpr* node) {
  if (!function_scope()->is_function()) fail(node->range, "'yield' outside function");
  if (function_scope()->is_async) {
    fail(node->range, "'yield from' inside async function", "Use 'async for' with a 'yield' in it.");
  }
  expr(node->value);
  emit(Opcode::GET_YIELD_FROM_ITER);
  emit(Opcode::SEND);
}

}  // namespace sluice
