// Comprehensions and generator expressions.
//
// A generator expression is a generator function that is called at once with the iterator of its first `for`.
// Before 3.12 so are the other comprehensions, and tracebacks show a frame named <listcomp>; from 3.12 on these run in
// the frame around them, with slots of their own for their variables, which are empty before and after (PEP 709;
// CPython saves and restores slots of the same name, which looks the same from outside).
#include "base/language_changes.h"
#include "language/compiler.h"

namespace sluice {

using namespace ast;

void Compiler::comprehension(const ComprehensionExpr* node) {
  Scope* scope = scopes_.of(node);
  if (is_async_comprehension(node, scope) && node->kind != ExprKind::generator) {
    const Scope* host = function_scope();
    const bool nests = host->is_comprehension() && (async_comprehensions_nest(python_) || host->has_await);
    if (!host->is_async && !nests) {
      fail(node->range, "asynchronous comprehension outside of an asynchronous function", async_hint());
    }
  }
  if (scope->is_inlined) {
    inlined_comprehension(node, scope);
  } else {
    nested_comprehension(node, scope);
  }
}

bool Compiler::is_async_comprehension(const ComprehensionExpr* node, Scope* scope) const {
  return scope->has_await || node->generators[0].is_async;
}

void Compiler::build_collection(ExprKind kind) {
  if (kind == ExprKind::list_comprehension) emit(Opcode::BUILD_LIST, 0);
  if (kind == ExprKind::set_comprehension) emit(Opcode::BUILD_SET, 0);
  if (kind == ExprKind::dict_comprehension) emit(Opcode::BUILD_MAP, 0);
}

void Compiler::comprehension_iterator(const ComprehensionExpr* node, std::size_t index) {
  const Expr* iterable = node->generators[index].iterable;
  expr(iterable);
  const At at(*this, for_iterates_at_iterable(python_) ? iterable->range : node->range);
  emit(node->generators[index].is_async ? Opcode::GET_AITER : Opcode::GET_ITER);
}

void Compiler::nested_comprehension(const ComprehensionExpr* node, Scope* scope) {
  const bool is_generator = node->kind == ExprKind::generator;
  enter(is_generator ? CodeKind::generator_expression : CodeKind::comprehension, scope, scope->name,
        static_cast<std::int32_t>(node->range.begin.line), nullptr);
  builder().set_position(position_of(node->range));
  build_collection(node->kind);
  emit(Opcode::LOAD_FAST, 0);
  comprehension_loop(node, 0);
  if (is_generator) {
    emit(Opcode::RETURN_CONST, builder().constant(Constant()));
  } else {
    emit(Opcode::RETURN_VALUE);
  }
  const auto code = leave();
  make_function(code, scope, 0);
  comprehension_iterator(node, 0);
  emit(Opcode::CALL, 1);
  if (scope->has_await && !is_generator) {
    emit(Opcode::GET_AWAITABLE, 0);
    emit(Opcode::SEND);
  }
}

void Compiler::inlined_comprehension(const ComprehensionExpr* node, Scope* scope) {
  comprehension_iterator(node, 0);
  std::vector<std::uint32_t> slots;
  for (const std::string& name : scope->order) {
    const NameKind kind = scope->find(name)->kind;
    if (kind != NameKind::local && kind != NameKind::cell) continue;
    slots.push_back(unit_->slots[scope][name]);
    if (kind == NameKind::cell) emit(Opcode::MAKE_CELL, slots.back());
  }
  const Label cleanup = builder().new_label();
  const Label end = builder().new_label();
  const HandlerId outer = builder().protect(cleanup);
  build_collection(node->kind);
  emit(Opcode::SWAP, 2);
  Scope* around = scope_;
  scope_ = scope;
  comprehension_loop(node, 0);
  scope_ = around;
  builder().set_handler(outer);
  for (const std::uint32_t slot : slots) emit(Opcode::CLEAR_FAST, slot);
  builder().jump(end);
  builder().place(cleanup);
  for (const std::uint32_t slot : slots) emit(Opcode::CLEAR_FAST, slot);
  emit(Opcode::RERAISE);
  builder().place(end);
}

/// Clause `index` and those inside it. Its iterator is on the stack, and is gone at the end.
void Compiler::comprehension_loop(const ComprehensionExpr* node, std::size_t index) {
  const ComprehensionFor& clause = node->generators[index];
  const Label start = builder().new_label();
  const Label next = builder().new_label();
  const Label end = builder().new_label();
  builder().place(start);
  if (clause.is_async) {
    const HandlerId outer = builder().protect(end);
    emit(Opcode::GET_ANEXT);
    emit(Opcode::SEND);
    builder().set_handler(outer);
  } else {
    const At at(*this, for_iterates_at_iterable(python_) ? clause.iterable->range : node->range);
    builder().emit_jump(Opcode::FOR_ITER, end);
  }
  store(clause.target);
  for (const Expr* condition : clause.conditions) jump_if(condition, next, false);
  if (index + 1 < node->generators.size()) {
    comprehension_iterator(node, index + 1);
    comprehension_loop(node, index + 1);
  } else {
    comprehension_element(node);
  }
  builder().place(next);
  builder().jump(start);
  builder().place(end);
  if (clause.is_async) emit(Opcode::END_ASYNC_FOR);
}

void Compiler::comprehension_element(const ComprehensionExpr* node) {
  const auto depth = static_cast<std::uint32_t>(node->generators.size() + 1);
  expr(node->element);
  if (node->kind == ExprKind::dict_comprehension) expr(node->value);
  // What cannot be hashed is said of the element; up to 3.11 of the comprehension, or where its last condition stands.
  SourceRange place = node->range;
  if (comparisons_leave_their_place(python_)) {
    for (const Expr* condition : node->generators.back().conditions) {
      if (const SourceRange* left = left_place(condition)) place = *left;
    }
  } else {
    place = node->element->range;
    if (node->kind == ExprKind::dict_comprehension) place.end = node->value->range.end;
  }
  switch (node->kind) {
    case ExprKind::list_comprehension:
      return emit(Opcode::LIST_APPEND, depth);
    case ExprKind::set_comprehension: {
      const At at(*this, place);
      return emit(Opcode::SET_ADD, depth);
    }
    case ExprKind::dict_comprehension: {
      const At at(*this, place);
      return emit(Opcode::MAP_ADD, depth);
    }
    default:
      emit(Opcode::YIELD_VALUE);
      return emit(Opcode::POP_TOP);
  }
}

}  // namespace sluice
