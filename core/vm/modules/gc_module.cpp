// gc_module.cpp — _gc: collect.
#include "language/opcodes.h"
#include "vm/cycle_collector.h"
#include "vm/frame.h"
#include "vm/module.h"
#include "vm/modules/standard_modules.h"
#include "vm/thread_state.h"
#include "vm/vm.h"

namespace sluice {

namespace {

/// True if the program drops what the function that it just calls returns: a call that is a statement of its own.
bool result_is_dropped(VM& vm) {
  const Frame* frame = vm.thread().frame;
  return frame != nullptr && opcode_of(*frame->ip) == Opcode::POP_TOP;
}

/// gc.collect(generation=2). How many objects it found depends on CPython's own modules and objects: never told.
Value gc_collect(VM& vm, Value* arguments) {
  std::int64_t generation = 2;
  if (!arguments[0].is_missing() && !vm.index(arguments[0], generation)) return Value();
  if (generation < 0 || generation > 2) return vm.raise_value_error("invalid generation");
  if (generation < 2) {
    return vm.refuse("gc.collect() of young objects only", "call gc.collect(), which looks at all of them");
  }
  if (!result_is_dropped(vm)) {
    return vm.refuse("the number that gc.collect() returns",
                     "make the call a statement of its own: the number is of CPython's own objects too");
  }
  return collect_cycles(vm) ? Value::small_int(0) : Value();
}

constexpr NativeEntry kFunctions[] = {{"collect", gc_collect, "generation=2"}};

}  // namespace

void fill_gc(VM& vm, Module& module) { module.add_functions(vm, kFunctions); }

}  // namespace sluice
