// try, except, except*, finally, with.
#include "base/language_changes.h"
#include "language/compiler.h"

namespace sluice {

using namespace ast;

void Compiler::try_statement(const TryStatement* node) {
  if (!node->final_body.empty()) return try_finally(node);
  if (node->is_star) return try_except_star(node);
  try_except(node);
}

/// The finally clause is compiled twice: for the ways out without an error (and once more for each return, break or
/// continue that passes it), and as a handler that raises the error again.
void Compiler::try_finally(const TryStatement* node) {
  const Label handler = builder().new_label();
  const Label cleanup = builder().new_label();
  const Label exit = builder().new_label();
  Block block;
  block.kind = BlockKind::finally_body;
  block.outer_handler = builder().protect(handler);
  block.try_statement = node;
  push(block);
  if (node->handlers.empty()) {
    body(node->body);
  } else if (node->is_star) {
    try_except_star(node);
  } else {
    try_except(node);
  }
  pop();
  builder().set_handler(block.outer_handler);
  body(node->final_body);
  builder().jump(exit);

  builder().place(handler);
  builder().set_handler(block.outer_handler);
  builder().protect(cleanup);
  emit(Opcode::PUSH_EXC_INFO);
  Block ending;
  ending.kind = BlockKind::finally_handler;
  ending.outer_handler = block.outer_handler;
  push(ending);
  body(node->final_body);
  pop();
  emit(Opcode::RERAISE);
  builder().set_handler(block.outer_handler);
  builder().place(cleanup);
  emit(Opcode::POP_EXCEPT_RERAISE);
  builder().place(exit);
}

void Compiler::try_except(const TryStatement* node) {
  const Label handler = builder().new_label();
  const Label cleanup = builder().new_label();
  const Label end = builder().new_label();
  Block block;
  block.kind = BlockKind::try_body;
  block.outer_handler = builder().protect(handler);
  push(block);
  body(node->body);
  pop();
  builder().set_handler(block.outer_handler);
  body(node->orelse);
  builder().jump(end);

  builder().place(handler);
  builder().protect(cleanup);
  emit(Opcode::PUSH_EXC_INFO);
  for (const ExceptHandler& clause : node->handlers) {
    const At at(*this, clause.range);
    const Label next = builder().new_label();
    if (clause.type != nullptr) {
      expr(clause.type);
      emit(Opcode::CHECK_EXC_MATCH);
      builder().emit_jump(Opcode::POP_JUMP_IF_FALSE, next);
    }
    const HandlerId covered = builder().handler();
    except_body(clause, end, block.outer_handler);
    builder().set_handler(covered);
    builder().place(next);
  }
  emit(Opcode::RERAISE);
  builder().set_handler(block.outer_handler);
  builder().place(cleanup);
  emit(Opcode::POP_EXCEPT_RERAISE);
  builder().place(end);
}

/// One except clause that matches: [previous, exception] on the stack. Its variable is deleted on every way out.
void Compiler::except_body(const ExceptHandler& handler, Label end, HandlerId outside) {
  const HandlerId covered = builder().handler();
  Block block;
  block.kind = BlockKind::except_handler;
  block.outer_handler = outside;
  block.name = handler.name;
  if (handler.name.empty()) {
    emit(Opcode::POP_TOP);
    push(block);
    body(handler.body);
    pop();
    builder().set_handler(outside);
    const At last(*this, handler.body.back()->range);
    emit(Opcode::POP_EXCEPT);
    builder().jump(end);
    return;
  }
  const Label failed = builder().new_label();
  access(handler.name, Access::store);
  builder().protect(failed);
  push(block);
  body(handler.body);
  pop();
  builder().set_handler(outside);
  {
    // What the exception kept alive dies on the line that was run last.
    const At last(*this, handler.body.back()->range);
    emit(Opcode::POP_EXCEPT);
    forget_name(handler.name);
    builder().jump(end);
  }
  builder().set_handler(covered);
  builder().place(failed);
  forget_name(handler.name);
  builder().set_handler(outside);
  emit(Opcode::POP_EXCEPT_RERAISE);
}

/// `name = None; del name`: works whether or not the body deleted it.
void Compiler::forget_name(std::string_view name) {
  builder().emit_none();
  access(name, Access::store);
  access(name, Access::delete_);
}

/// See opcodes.def for the stack: [previous, original, results, rest].
void Compiler::try_except_star(const TryStatement* node) {
  const Label handler = builder().new_label();
  const Label cleanup = builder().new_label();
  const Label reraise = builder().new_label();
  const Label end = builder().new_label();
  Block block;
  block.kind = BlockKind::try_body;
  block.outer_handler = builder().protect(handler);
  push(block);
  body(node->body);
  pop();
  builder().set_handler(block.outer_handler);
  body(node->orelse);
  builder().jump(end);

  builder().place(handler);
  builder().protect(cleanup);
  emit(Opcode::PUSH_EXC_INFO);
  emit(Opcode::COPY, 1);
  emit(Opcode::BUILD_LIST, 0);
  emit(Opcode::SWAP, 2);
  for (const ExceptHandler& clause : node->handlers) {
    const At at(*this, clause.range);
    const Label no_match = builder().new_label();
    const Label next = builder().new_label();
    const Label failed = builder().new_label();
    expr(clause.type);
    emit(Opcode::CHECK_EG_MATCH);
    emit(Opcode::COPY, 1);
    builder().emit_jump(Opcode::POP_JUMP_IF_NONE, no_match);
    if (clause.name.empty()) {
      emit(Opcode::POP_TOP);
    } else {
      access(clause.name, Access::store);
    }
    const HandlerId covered = builder().protect(failed);
    Block inside;
    inside.kind = BlockKind::except_star;
    inside.outer_handler = covered;
    push(inside);
    body(clause.body);
    pop();
    builder().set_handler(covered);
    if (!clause.name.empty()) forget_name(clause.name);
    builder().jump(next);
    builder().place(failed);  // [previous, original, results, rest, exception raised in the clause]
    if (!clause.name.empty()) forget_name(clause.name);
    emit(Opcode::LIST_APPEND, 2);
    builder().jump(next);
    builder().place(no_match);
    emit(Opcode::POP_TOP);
    builder().place(next);
  }
  emit(Opcode::LIST_APPEND, 1);
  emit(Opcode::PREP_RERAISE_STAR);
  emit(Opcode::COPY, 1);
  builder().emit_jump(Opcode::POP_JUMP_IF_NOT_NONE, reraise);
  emit(Opcode::POP_TOP);
  builder().set_handler(block.outer_handler);
  emit(Opcode::POP_EXCEPT);
  builder().jump(end);
  builder().place(reraise);
  emit(Opcode::POP_EXCEPT_RERAISE);
  builder().place(cleanup);
  emit(Opcode::POP_EXCEPT_RERAISE);
  builder().place(end);
}

// ---- with -----------------------------------------------------------------------------------------------------------

void Compiler::await_top(std::uint32_t where) {
  emit(Opcode::GET_AWAITABLE, where);
  emit(Opcode::SEND);
}

/// Item `index` of the statement, with the items after it and the body inside. The manager's calls stand on the line of
/// the statement, from 3.12 on on the line of the item.
void Compiler::with_statement(const WithStatement* node, std::size_t index) {
  const WithItem& item = node->items[index];
  if (node->is_async && !function_scope()->is_async)
    fail(node->range, "'async with' outside async function", async_hint());
  const Label handler = builder().new_label();
  const Label cleanup = builder().new_label();
  const Label suppress = builder().new_label();
  const Label exit = builder().new_label();
  const CodePosition statement_position = builder().position();
  expr(item.manager);
  const bool at_item = with_items_have_own_lines(python_);
  const CodePosition position = at_item ? position_of(item.manager->range) : statement_position;
  builder().set_position(position);
  emit(node->is_async ? Opcode::BEFORE_ASYNC_WITH : Opcode::BEFORE_WITH);
  if (node->is_async) await_top(1);
  Block block;
  block.kind = node->is_async ? BlockKind::async_with : BlockKind::with;
  block.outer_handler = builder().protect(handler, 1);
  block.position = position;
  push(block);
  if (item.target == nullptr) {
    emit(Opcode::POP_TOP);
  } else {
    store(item.target);
  }
  builder().set_position(statement_position);
  if (index + 1 < node->items.size()) {
    with_statement(node, index + 1);
  } else {
    body(node->body);
  }
  pop();
  builder().set_handler(block.outer_handler);
  builder().set_position(position);
  emit(Opcode::CALL_EXIT);
  if (node->is_async) await_top(2);
  emit(Opcode::POP_TOP);
  builder().jump(exit);

  builder().place(handler);  // [exit, exception]
  builder().protect(cleanup);
  emit(Opcode::PUSH_EXC_INFO);
  emit(Opcode::WITH_EXCEPT_START);
  if (node->is_async) await_top(2);
  builder().emit_jump(Opcode::POP_JUMP_IF_TRUE, suppress);
  emit(Opcode::RERAISE);
  builder().place(suppress);
  emit(Opcode::POP_TOP);
  builder().set_handler(block.outer_handler);
  emit(Opcode::POP_EXCEPT);
  emit(Opcode::POP_TOP);
  builder().jump(exit);
  builder().place(cleanup);
  emit(Opcode::POP_EXCEPT_RERAISE);
  builder().place(exit);
  builder().set_position(statement_position);
}

}  // namespace sluice
