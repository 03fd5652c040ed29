// asyncio_runners.cpp — asyncio.run and Runner.
#include "loop/runner.h"

#include <utility>

#include "base/loop_changes.h"
#include "vm/modules/asyncio_support.h"
#include "vm/modules/modules.h"
#include "vm/thread_state.h"

namespace sluice {

namespace {

/// debug=: -1 when absent. False with an exception pending.
bool debug_argument(VM& vm, const Value& value, int& debug) {
  debug = -1;
  if (is_absent(value)) return true;
  debug = vm.truth(value);
  return debug >= 0;
}

HandleException handling(VM& vm) {
  return [&vm](Value exception) {
    Value& handled = vm.thread().exception_state->handled;
    std::swap(handled, exception);
    return exception;
  };
}

Value run_function(VM& vm, Value* a) {
  int debug = -1;
  if (!debug_argument(vm, a[1], debug) || !may_run_loop(vm)) return Value();
  return settle(vm, run(*vm.world, a[0], debug, a[2], handling(vm)));
}

Value runner_new(VM& vm, Value* a) {
  int debug = -1;
  if (!debug_argument(vm, a[1], debug)) return Value();
  return make<Runner>(*vm.world, debug, a[2]);
}

Value runner_enter(VM& vm, Value* a) {
  if (Value error = a[0].as<Runner>()->enter()) return vm.raise(error);
  return a[0];
}

Value runner_close(VM& vm, Value* a) { return settle(vm, a[0].as<Runner>()->close()); }
Value runner_get_loop(VM& vm, Value* a) { return settle(vm, a[0].as<Runner>()->get_loop()); }

Value runner_run(VM& vm, Value* a) {
  Ref<Context> context;
  if (!context_argument(vm, a[2], context) || !may_run_loop(vm)) return Value();
  return settle(vm, a[0].as<Runner>()->run(a[1], context));
}

const NativeEntry kRunnerMethods[] = {
    {"__enter__", runner_enter, "self"},
    {"__exit__", runner_close, "self, exc_type, exc_val, exc_tb"},
    {"close", runner_close, "self"},
    {"get_loop", runner_get_loop, "self"},
    {"run", runner_run, "self, coro, *, context=None"},
};

/// Before 3.12 run() takes no loop_factory (gh-99388).
Value run_without_factory(VM& vm, Value* a) {
  int debug = -1;
  if (!debug_argument(vm, a[1], debug) || !may_run_loop(vm)) return Value();
  return settle(vm, run(*vm.world, a[0], debug, Value::none(), handling(vm)));
}

const NativeEntry kRun[] = {{"run", run_function, "main, *, debug=None, loop_factory=None"}};
const NativeEntry kRunBefore312[] = {{"run", run_without_factory, "main, *, debug=None"}};

}  // namespace

void fill_asyncio_runners(VM& vm, Module& module) {
  module.add_functions(vm, run_takes_loop_factory(vm.python()) ? kRun : kRunBefore312);
  if (!has_runner(vm.python())) return;
  Type* runner = define_asyncio_type(vm, "Runner", "asyncio.runners", ObjectKind::Runner);
  vm.set_constructor(runner, {"Runner", runner_new, "cls, *, debug=None, loop_factory=None"});
  vm.add_methods(runner, kRunnerMethods);
  module.set(vm, "Runner", runner);
}

}  // namespace sluice
