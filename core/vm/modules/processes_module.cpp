// processes_module.cpp — the native part of ProcessPoolExecutor: a pool whose workers are processes, and their memory.
// The rest is core/vm/library/_processes.py.
#include "loop/thread_pool.h"
#include "vm/interpreter.h"
#include "vm/modules/asyncio_support.h"
#include "vm/modules/modules.h"
#include "vm/python_thread.h"

namespace sluice {

namespace {

/// Asks an object of the library: make_memory(), next_name(), make_broken_error(), start_together.
class LibraryProcesses : public ThreadPool::Processes {
 public:
  LibraryProcesses(VM& vm, Value library, bool start_together)
      : vm_(vm), library_(static_cast<Value&&>(library)), start_together_(start_together) {}
  /// A fork copies pages, and runs no bytecode.
  Value make_memory() override {
    const bool was_free = vm_.interpreter().set_free(true);
    Value made = ask("make_memory");
    vm_.interpreter().set_free(was_free);
    return made;
  }
  std::string next_name() override {
    const Value name = ask("next_name");
    return name.is(ObjectKind::Str) ? name.as<Str>()->text() : std::string();
  }
  [[nodiscard]] bool start_together() const override { return start_together_; }
  Value make_broken_error() override { return ask("make_broken_error"); }

 private:
  /// An exception can only be one that ends the run: it comes again with the next instruction.
  Value ask(const char* method) {
    const Value answer = vm_.call_method(library_, vm_.intern(method));
    if (answer) return answer;
    vm_.take_error();
    return Value::none();
  }

  VM& vm_;
  Value library_;
  bool start_together_;
};

/// What each new process runs first.
class Initializer : public ThreadPool::Initializer {
 public:
  Initializer(VM& vm, Value run, Value packed)
      : vm_(vm), run_(static_cast<Value&&>(run)), packed_(static_cast<Value&&>(packed)) {}
  Ref<ThreadBody> make_body() override { return make_thread_body(vm_, run_, {packed_}, Ref<Dict>(), Ref<Context>()); }

 private:
  VM& vm_;
  Value run_;
  Value packed_;
};

/// _make_pool(max_workers, processes, initialize, packed): a native pool.
Value make_pool(VM& vm, Value* a) {
  std::int64_t workers = vm.world->options.cpu_count;
  if (!a[0].is_none() && !vm.index(a[0], workers)) return Value();
  const Value together = vm.get_attribute(a[1], vm.intern("start_together"));
  if (!together) return Value();
  Ref<ThreadPool> pool =
      make<ThreadPool>(*vm.world, static_cast<std::uint32_t>(workers), std::string("ProcessPoolExecutor"));
  pool->set_processes(make<LibraryProcesses>(vm, a[1], vm.truth(together) > 0));
  if (!a[3].is_none()) pool->set_initializer(make<Initializer>(vm, a[2], a[3]));
  return pool;
}

/// _submit(pool, name, run, packed, receive): run(packed) in a process, and receive() of what it returns, here.
Value submit(VM& vm, Value* a) {
  Ref<ThreadBody> body = make_process_body(vm, a[2], a[3], a[4]);
  return settle(vm, unwrapped(a[0]).as<ThreadPool>()->submit(body, text_of(vm, a[1])));
}

/// _run_main(): the program once more, as the module __mp_main__, into the names of the process that runs.
Value run_main_again(VM& vm, Value*) { return vm.run_main_again(); }

Value is_native(VM&, Value* a) { return truth_value(a[0].is(ObjectKind::Type) && a[0].as<Type>()->is_builtin); }

const NativeEntry kFunctions[] = {
    {"_make_pool", make_pool, "max_workers, processes, initialize, packed, /"},
    {"_submit", submit, "pool, name, run, packed, receive, /"},
    {"_run_main", run_main_again, ""},
    {"_is_native", is_native, "cls, /"},
};

}  // namespace

void fill_processes(VM& vm, Module& module) { module.add_functions(vm, kFunctions); }

}  // namespace sluice
