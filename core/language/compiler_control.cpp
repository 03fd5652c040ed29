// if, loops, and the ways out of them: return, break, continue.
#include "base/language_changes.h"
#include "language/compiler.h"

namespace sluice {

using namespace ast;

namespace {

/// CPython's limit of blocks in blocks in one function.
constexpr std::size_t kMaxBlocks = 20;

}  // namespace

void Compiler::push(Block block) {
  std::size_t counted = 0;
  for (const Block& one : unit_->blocks) counted += one.kind != BlockKind::value;
  if (counted >= kMaxBlocks) {
    SourceRange range;
    range.begin.line = range.end.line = static_cast<std::uint32_t>(builder().position().line);
    fail(range, "too many statically nested blocks", "Move an inner part to a function of its own.");
  }
  unit_->blocks.push_back(block);
}

void Compiler::if_statement(const ConditionStatement* node) {
  // A chain of elifs is a list here, not a recursion.
  const Label end = builder().new_label();
  for (;;) {
    const Label next = builder().new_label();
    jump_if(node->test, next, false);
    body(node->body);
    if (node->orelse.empty()) {
      builder().place(next);
      break;
    }
    builder().jump(end);
    builder().place(next);
    const bool is_elif = node->orelse.size() == 1 && node->orelse[0]->kind == StatementKind::if_;
    if (!is_elif) {
      body(node->orelse);
      break;
    }
    node = as<ConditionStatement>(node->orelse[0]);
    builder().set_position(position_of(node->range));
  }
  builder().place(end);
}

void Compiler::while_statement(const ConditionStatement* node) {
  Block block;
  block.kind = BlockKind::while_loop;
  block.outer_handler = builder().handler();
  block.next = builder().new_label();
  block.exit = builder().new_label();
  const Label orelse = builder().new_label();
  builder().place(block.next);
  push(block);
  const std::size_t first_warning = warnings_.size();
  jump_if(node->test, orelse, false);
  // CPython compiles the test once more, at the end of the loop.
  const std::vector<CompileWarning> of_test(warnings_.begin() + static_cast<std::ptrdiff_t>(first_warning),
                                            warnings_.end());
  body(node->body);
  warnings_.insert(warnings_.end(), of_test.begin(), of_test.end());
  builder().jump(block.next);
  pop();
  builder().place(orelse);
  body(node->orelse);
  builder().place(block.exit);
}

void Compiler::for_statement(const ForStatement* node) {
  Block block;
  block.kind = BlockKind::for_loop;
  block.outer_handler = builder().handler();
  block.next = builder().new_label();
  block.exit = builder().new_label();
  const Label end = builder().new_label();
  push(block);
  expr(node->iterable);
  const CodePosition statement_position = builder().position();
  if (for_iterates_at_iterable(python_)) builder().set_position(position_of(node->iterable->range));
  emit(Opcode::GET_ITER);
  builder().place(block.next);
  builder().emit_jump(Opcode::FOR_ITER, end);
  builder().set_position(statement_position);
  store(node->target);
  body(node->body);
  builder().jump(block.next);
  builder().place(end);
  pop();
  body(node->orelse);
  builder().place(block.exit);
}

void Compiler::async_for_statement(const ForStatement* node) {
  if (!function_scope()->is_async) fail(node->range, "'async for' outside async function", async_hint());
  Block block;
  block.kind = BlockKind::async_for_loop;
  block.outer_handler = builder().handler();
  block.next = builder().new_label();
  block.exit = builder().new_label();
  const Label end = builder().new_label();
  push(block);
  expr(node->iterable);
  {
    const At at(*this, for_iterates_at_iterable(python_) ? node->iterable->range : node->range);
    emit(Opcode::GET_AITER);
  }
  builder().place(block.next);
  const HandlerId outer = builder().protect(end);
  emit(Opcode::GET_ANEXT);
  emit(Opcode::SEND);
  builder().set_handler(outer);
  store(node->target);
  body(node->body);
  builder().jump(block.next);
  pop();
  builder().place(end);
  {
    const At at(*this, node->iterable->range);
    emit(Opcode::END_ASYNC_FOR);
  }
  body(node->orelse);
  builder().place(block.exit);
}

// ---- Ways out -------------------------------------------------------------------------------------------------------

void Compiler::return_statement(const ValueStatement* node) {
  if (!scope_->is_function()) return fail(node->range, "'return' outside function");
  const HandlerId handler = builder().handler();
  Constant known;
  const bool is_constant = node->value == nullptr || constant_of(node->value, known);
  const CodePosition position = builder().position();
  if (!is_constant) expr(node->value);
  if (!unwind(false, !is_constant, nullptr, node->range)) return;
  builder().set_position(position);
  if (is_constant) {
    emit(Opcode::RETURN_CONST, builder().constant(std::move(known)));
  } else {
    emit(Opcode::RETURN_VALUE);
  }
  builder().set_handler(handler);
}

void Compiler::break_statement(const Statement* node) {
  const HandlerId handler = builder().handler();
  Block loop;
  const std::size_t before = unit_->blocks.size();
  loop.exit.id = -1;
  if (!unwind(true, false, &loop, node->range)) return;
  if (loop.exit.id < 0 || before == 0) return fail(node->range, "'break' outside loop");
  unwind_block(loop, false);
  builder().jump(loop.exit);
  builder().set_handler(handler);
}

void Compiler::continue_statement(const Statement* node) {
  const HandlerId handler = builder().handler();
  Block loop;
  if (!unwind(true, false, &loop, node->range)) return;
  if (loop.next.id < 0) return fail(node->range, "'continue' not properly in loop");
  builder().jump(loop.next);
  builder().set_handler(handler);
}

/// Leaves the blocks from the inside out: all of them, or those inside the innermost loop, which is then given in
/// `loop`. The blocks stay on the list, since code after this statement is still in them. False after an error.
bool Compiler::unwind(bool stop_at_loop, bool keep_value, Block* loop, const SourceRange& range) {
  std::vector<Block> kept = unit_->blocks;
  bool fine = true;
  while (fine && !unit_->blocks.empty()) {
    const Block block = unit_->blocks.back();
    const bool is_loop = block.kind == BlockKind::while_loop || block.kind == BlockKind::for_loop ||
                         block.kind == BlockKind::async_for_loop;
    if (block.kind == BlockKind::except_star) {
      fail(range, "'break', 'continue' and 'return' cannot appear in an except* block");
      fine = false;
    } else if (stop_at_loop && is_loop) {
      *loop = block;
      break;
    } else {
      unit_->blocks.pop_back();
      unwind_block(block, keep_value);
    }
  }
  unit_->blocks = std::move(kept);
  return fine;
}

/// The code that leaves one block; the value to return, if there is one, stays on top.
void Compiler::unwind_block(const Block& block, bool keep_value) {
  const auto drop = [&] {
    if (keep_value) emit(Opcode::SWAP, 2);
    emit(Opcode::POP_TOP);
  };
  switch (block.kind) {
    case BlockKind::while_loop:
    case BlockKind::except_star:
      return;
    case BlockKind::for_loop:
    case BlockKind::async_for_loop:
    case BlockKind::value:
      return drop();
    case BlockKind::try_body:
      return builder().set_handler(block.outer_handler);
    case BlockKind::finally_body: {
      builder().set_handler(block.outer_handler);
      if (keep_value) {
        Block value;
        value.kind = BlockKind::value;
        value.outer_handler = block.outer_handler;
        unit_->blocks.push_back(value);
      }
      body(block.try_statement->final_body);
      if (keep_value) pop();
      return;
    }
    case BlockKind::finally_handler:
      drop();
      if (keep_value) emit(Opcode::SWAP, 2);
      builder().set_handler(block.outer_handler);
      return emit(Opcode::POP_EXCEPT);
    case BlockKind::with:
    case BlockKind::async_with:
      builder().set_handler(block.outer_handler);
      builder().set_position(block.position);
      if (keep_value) emit(Opcode::SWAP, 2);
      emit(Opcode::CALL_EXIT);
      if (block.kind == BlockKind::async_with) await_top(2);
      return emit(Opcode::POP_TOP);
    case BlockKind::except_handler:
      if (keep_value) emit(Opcode::SWAP, 2);
      builder().set_handler(block.outer_handler);
      emit(Opcode::POP_EXCEPT);
      if (!block.name.empty()) forget_name(block.name);
      return;
  }
}

}  // namespace sluice
