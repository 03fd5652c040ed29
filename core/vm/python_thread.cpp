#include "vm/python_thread.h"

#include <memory>

#include "loop/world.h"
#include "vm/function.h"
#include "vm/interpreter.h"
#include "vm/module.h"
#include "vm/modules/modules.h"
#include "vm/native_helpers.h"
#include "vm/thread_state.h"
#include "vm/vm.h"

namespace sluice {

namespace {

/// The names of the program as the running process has them, for as long as this lives: its dict holds what they are in
/// the process's memory, and the memory holds the program's own.
class MemoryTurn {
 public:
  explicit MemoryTurn(VM& vm) : vm_(vm) {
    const WorkerThread* worker = vm.world->current_thread();
    if (worker != nullptr && worker->memory.is(ObjectKind::Dict)) memory_ = Ref<Dict>(worker->memory.as<Dict>());
    trade();
  }
  ~MemoryTurn() { trade(); }
  MemoryTurn(const MemoryTurn&) = delete;
  MemoryTurn& operator=(const MemoryTurn&) = delete;

 private:
  void trade() {
    if (memory_) vm_.main_module()->attributes->swap_contents(*memory_);
  }

  VM& vm_;
  Ref<Dict> memory_;
};

/// One call on a worker. Where the callable is a function of the program (or a method, or an object with `__call__`),
/// its frames can be suspended; a native function can only block as a whole.
class PythonCall : public ThreadBody {
 public:
  PythonCall(VM& vm, Value callable, std::vector<Value> arguments, Ref<Dict> keywords, Ref<Context> context)
      : vm_(vm),
        callable_(static_cast<Value&&>(callable)),
        arguments_(static_cast<std::vector<Value>&&>(arguments)),
        keywords_(static_cast<Ref<Dict>&&>(keywords)),
        context_(static_cast<Ref<Context>&&>(context)) {}
  void set_receive(Value receive) { receive_ = static_cast<Value&&>(receive); }

  bool resume(Outcome value, Outcome& outcome) override {
    if (state_ == nullptr) {
      state_ = std::make_unique<ThreadState>(vm_);
      state_->is_worker = true;
      if (vm_.world->current_thread() != nullptr) state_->number = vm_.world->current_thread()->number();
    }
    ThreadState* before = vm_.switch_thread(state_.get());
    Value result;
    const bool has_ended = run_on(static_cast<Outcome&&>(value), result);
    if (has_ended) {
      if (receive_ && result) receive(result);
      outcome = result ? Outcome::result(result) : Outcome::raise(vm_.take_error());
      if (context_) vm_.world->leave(*context_);
    }
    vm_.switch_thread(before);
    if (has_ended) state_.reset();
    return has_ended;
  }

 private:
  bool run_on(Outcome value, Value& result) {
    const MemoryTurn turn(vm_);
    if (state_->is_set_aside) return ended(vm_.interpreter().go_on_from_aside(*state_, result));
    return has_begun_ ? go_on(static_cast<Outcome&&>(value), result) : begin(result);
  }

  /// What a process has sent becomes the outcome, in the memory of the program.
  void receive(Value& result) {
    const Value sent[] = {result};
    state_->run_depth += 2;
    result = vm_.call(receive_, sent);
    state_->run_depth -= 2;
  }

  /// True when the call has ended, with its result (no value: an exception is pending).
  bool begin(Value& result) {
    has_begun_ = true;
    unwrap();
    if (context_) {
      if (Value refused = vm_.world->enter(*context_)) {
        context_.reset();
        vm_.raise(refused);
        return true;
      }
    }
    // The call takes them; this, like the work item of a pool, holds them too.
    std::vector<Value> arguments = arguments_;
    std::vector<Value> names;
    if (keywords_) {
      std::size_t position = 0;
      while (Dict::Entry* entry = keywords_->next(position)) {
        names.push_back(entry->key);
        arguments.push_back(entry->value);
      }
    }
    const Ref<Tuple> name_tuple = names.empty() ? Ref<Tuple>() : Tuple::of(names);
    const Arguments all{arguments.data(), static_cast<std::uint32_t>(arguments.size() - names.size()),
                        name_tuple.get()};
    if (callable_.is(ObjectKind::Function)) {
      Frame* frame = vm_.interpreter().push_call(*state_, callable_.as<Function>(), all, result);
      if (frame == nullptr) return true;
      frame->is_entry = true;
      return ended(vm_.interpreter().execute(*state_, result));
    }
    if (callable_.is(ObjectKind::NativeFunction)) {
      ++state_->run_depth;  // as if a frame of the program called it: it may block
      result = vm_.interpreter().call_native(*callable_.as<NativeFunction>(), all);
      --state_->run_depth;
      is_native_blocked_ = state_->block_requested;
      state_->block_requested = false;
      return !is_native_blocked_;
    }
    state_->run_depth += 2;  // code in between that cannot be suspended
    result = vm_.interpreter().call(callable_, all);
    state_->run_depth -= 2;
    return true;
  }

  bool go_on(Outcome value, Value& result) {
    if (is_native_blocked_) {
      if (value.is_raise()) {
        vm_.raise(value.value);
      } else {
        result = value.value;
      }
      return true;
    }
    Value returned;
    if (value.is_raise()) {
      vm_.raise(value.value);
    } else {
      returned = value.value;
    }
    return ended(vm_.interpreter().go_on(*state_, returned, result));
  }

  bool ended(Interpreter::Result how) const { return how != Interpreter::Result::Suspended; }

  /// Bound methods and objects with `__call__` become their function, with `self` in front; `context.run(f)` becomes f
  /// in that context.
  void unwrap() {
    while (true) {
      if (callable_.is(ObjectKind::NativeFunction) && arguments_.size() > 1 && arguments_[0].is(ObjectKind::Context) &&
          !context_ && is_context_run(*callable_.as<NativeFunction>())) {
        context_ = Ref<Context>(arguments_[0].as<Context>());
        callable_ = arguments_[1];
        arguments_.erase(arguments_.begin(), arguments_.begin() + 2);
        continue;
      }
      if (callable_.is(ObjectKind::BoundMethod)) {
        const Ref<BoundMethod> method(callable_.as<BoundMethod>());
        arguments_.insert(arguments_.begin(), method->self);
        callable_ = method->function;
        continue;
      }
      if (!callable_.is(ObjectKind::Instance)) return;
      if (is_partial() && unwrap_partial()) continue;
      const Value method = vm_.type_of(callable_)->special(vm_, SpecialMethod::Call);
      if (!method || !method.is(ObjectKind::Function)) return;
      arguments_.insert(arguments_.begin(), callable_);
      callable_ = method;
    }
  }

  [[nodiscard]] bool is_partial() const {
    const Type* type = vm_.type_of(callable_);
    return std::string_view(type->name_text()) == "partial" && type->module_name &&
           static_cast<Str*>(type->module_name.get())->view() == "functools";
  }

  /// A functools.partial becomes what it calls, with its arguments. False: the program has changed it.
  bool unwrap_partial() {
    const Value function = vm_.find_attribute(callable_, vm_.intern("func"));
    const Value first = vm_.find_attribute(callable_, vm_.intern("args"));
    const Value named = vm_.find_attribute(callable_, vm_.intern("keywords"));
    if (!function || !first.is(ObjectKind::Tuple) || !named.is(ObjectKind::Dict)) {
      if (vm_.has_error()) vm_.take_error();
      return false;
    }
    const Ref<Dict> all = named.as<Dict>()->copy();
    if (keywords_) {
      std::size_t position = 0;
      while (Dict::Entry* entry = keywords_->next(position)) all->set(entry->key.as<Str>(), entry->value);
    }
    keywords_ = all;
    const std::span<const Value> given = first.as<Tuple>()->span();
    arguments_.insert(arguments_.begin(), given.begin(), given.end());
    callable_ = function;
    return true;
  }

  VM& vm_;
  Value callable_;
  std::vector<Value> arguments_;
  Ref<Dict> keywords_;
  Ref<Context> context_;
  Value receive_;  ///< no value: the result is the outcome
  std::unique_ptr<ThreadState> state_;
  bool has_begun_ = false;
  bool is_native_blocked_ = false;
};

}  // namespace

Ref<ThreadBody> make_thread_body(VM& vm, Value callable, std::vector<Value> arguments, Ref<Dict> keywords,
                                 Ref<Context> context) {
  return make<PythonCall>(vm, static_cast<Value&&>(callable), static_cast<std::vector<Value>&&>(arguments),
                          static_cast<Ref<Dict>&&>(keywords), static_cast<Ref<Context>&&>(context));
}

Ref<ThreadBody> make_process_body(VM& vm, Value run, Value packed, Value receive) {
  Ref<PythonCall> body =
      make<PythonCall>(vm, static_cast<Value&&>(run), std::vector<Value>{packed}, Ref<Dict>(), Ref<Context>());
  body->set_receive(static_cast<Value&&>(receive));
  return body;
}

std::string callable_name(VM& vm, const Value& callable) {
  const Value name = vm.find_attribute(callable, vm.names.dunder_name);
  if (name && text_or_null(name) != nullptr) return text_or_null(name)->text();
  if (!name) vm.take_error();
  return vm.class_name(callable);
}

bool may_block(VM& vm) {
  if (vm.world->current_thread() == nullptr || vm.thread().can_block()) return true;
  vm.refuse("a worker thread blocks inside a callback of a builtin function",
            "block in the function that the thread runs itself, not in a sort key or a special method");
  return false;
}

Value block_value(VM& vm, BlockResult result) {
  if (result.must_suspend) {
    vm.thread().request_block();
    return Value::none();
  }
  if (result.outcome.is_raise()) return vm.raise(static_cast<Value&&>(result.outcome.value));
  return static_cast<Value&&>(result.outcome.value);
}

}  // namespace sluice
