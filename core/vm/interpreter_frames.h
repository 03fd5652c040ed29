// interpreter_frames.h — how the interpreter makes a frame on the value stack: inline, since every call of the program
// does.
#pragma once

#include <cstddef>

#include "base/inlining.h"
#include "vm/frame.h"
#include "vm/function.h"
#include "vm/interpreter.h"
#include "vm/thread_state.h"
#include "vm/vm.h"

namespace sluice {

SLUICE_INLINE std::size_t Interpreter::frame_size(const CodeObject& code) {
  // A frame's stack may hold more than the compiler counted: the interpreter inserts `self` and a new instance.
  constexpr std::size_t kSpareValues = 8;
  constexpr std::size_t kFrameValues = (sizeof(Frame) + sizeof(Value) - 1) / sizeof(Value);
  return code.frame_values + kFrameValues + kSpareValues;
}

SLUICE_INLINE bool Interpreter::enter(ThreadState& thread) {
  if (vm_.recursion_limit != 0 && thread.depth >= vm_.recursion_limit) {
    vm_.raise(vm_.types.recursion_error, "maximum recursion depth exceeded");
    return false;
  }
  ++thread.depth;
  return true;
}

SLUICE_INLINE Frame* Interpreter::make_frame(ThreadState& thread, Function* function, Value* slots) {
  CodeObject* code = function->code.get();
  auto* frame = reinterpret_cast<Frame*>(slots + code->slot_count);
  frame->previous = thread.frame;
  frame->function = function;
  frame->code = code;
  frame->ip = code->instructions;
  frame->sp = reinterpret_cast<Value*>(frame + 1);
  frame->fast = slots;
  frame->outer_top = thread.top;
  frame->owner = nullptr;
  frame->drop = 0;
  frame->kind = FrameKind::Call;
  frame->resumed_by = ResumedBy::Native;
  frame->is_entry = false;
  frame->is_class_body = false;
  thread.frame = frame;
  thread.top = slots + frame_size(*code);
  return frame;
}

}  // namespace sluice
