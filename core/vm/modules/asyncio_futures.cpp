// asyncio_futures.cpp — asyncio.Future, and the methods that Task shares with it.
#include "loop/future.h"

#include "base/loop_changes.h"
#include "base/reference_visitor.h"
#include "base/runtime_changes.h"
#include "loop/task.h"
#include "vm/generator.h"
#include "vm/iterators.h"
#include "vm/modules/asyncio_support.h"
#include "vm/modules/modules.h"
#include "vm/object_types.h"

namespace sluice {

namespace {

Future& self_of(const Value& value) { return *value.as<Future>(); }

/// The loop that a constructor's `loop` argument names, or the current one; null with an exception pending.
EventLoop* loop_argument(VM& vm, const Value& value) {
  if (is_absent(value)) return event_loop(vm);
  if (value.is(ObjectKind::EventLoop)) return value.as<EventLoop>();
  vm.raise_type_error("an event loop was expected, got " + vm.repr_text(value));
  return nullptr;
}

/// `a[0]` is the class, or the object whose `__init__` this is.
Value future_new(VM& vm, Value* a) {
  EventLoop* loop = loop_argument(vm, a[1]);
  if (loop == nullptr) return Value();
  const bool is_made = is_future(a[0]);
  const Ref<Future> future = is_made ? Ref<Future>(&self_of(a[0])) : loop->create_future();
  if (is_made) future->begin(*loop);
  if (loop->debug()) note_origin(vm, *loop, *future);
  return Value(future);
}

Value future_done(VM&, Value* a) { return truth_value(self_of(a[0]).done()); }
Value future_cancelled(VM&, Value* a) { return truth_value(self_of(a[0]).cancelled()); }
Value future_result(VM& vm, Value* a) { return pass_on(vm, self_of(a[0]).result()); }
Value future_exception(VM& vm, Value* a) { return pass_on(vm, self_of(a[0]).exception()); }
/// Tasks that wait for one another, from that one on, and that all have to be cancelled.
std::size_t length_of_chain(const Future& first) {
  std::size_t count = 0;
  const Future* future = &first;
  for (; future != nullptr && future->is(ObjectKind::Task); ++count) {
    future = static_cast<const Task*>(future)->waiter().get();
  }
  return count;
}

Value future_cancel(VM& vm, Value* a) {
  if (length_of_chain(self_of(a[0])) > longest_cancelled_chain(vm.python())) {
    vm.end_by_budget("recursion",
                     "cancel() would go through more tasks that wait for one another than CPython's stack takes");
    return Value();
  }
  return scheduling(vm, [&] { return truth_value(self_of(a[0]).cancel(a[1])); });
}
Value future_set_result(VM& vm, Value* a) {
  return scheduling(vm, [&] { return done_or_raise(vm, self_of(a[0]).set_result(a[1])); });
}
Value future_set_exception(VM& vm, Value* a) {
  return scheduling(vm, [&] { return done_or_raise(vm, self_of(a[0]).set_exception(a[1])); });
}
Value future_get_loop(VM&, Value* a) { return Value(&self_of(a[0]).loop()); }

Value future_add_done_callback(VM& vm, Value* a) {
  Ref<Context> context;
  if (!context_argument(vm, a[2], context)) return Value();
  return scheduling(vm, [&] {
    self_of(a[0]).add_done_callback(a[1], context);
    return Value::none();
  });
}

Value future_remove_done_callback(VM& vm, Value* a) {
  return vm.integer(static_cast<std::int64_t>(self_of(a[0]).remove_done_callback(a[1])));
}

/// `fut.__await__()`: an iterator for code that drives awaitables by hand (`yield from fut.__await__()`).
class FutureIterator : public NativeIterator {
 public:
  explicit FutureIterator(Ref<Future> awaited)
      : NativeIterator("_asyncio.FutureIter"), future_(static_cast<Ref<Future>&&>(awaited)) {}

  Value next(VM& vm) override {
    if (!future_) return Value();
    Outcome outcome = future_->await();
    if (outcome.is_yield()) return static_cast<Value&&>(outcome.value);
    future_.reset();
    if (outcome.is_raise()) return pass_on(vm, static_cast<Outcome&&>(outcome));
    if (!outcome.value.is_none() || returned_values_have_context(vm.python())) {
      return raise_returned(vm, static_cast<Value&&>(outcome.value));
    }
    Ref<Exception> stop =
        make<Exception>(vm.types.stop_iteration, Tuple::of(std::span<const Value>(&outcome.value, 1)));
    stop->detail = outcome.value;
    vm.restore_error(Value(stop));
    return Value();
  }
  /// What is thrown into it, or that it is closed, is the end of it; the future does not notice.
  void end() { future_.reset(); }
  bool visit_references(ReferenceVisitor& visit) const override { return visit(future_); }

 private:
  Ref<Future> future_;
};

Value iterator_send(VM& vm, Value* a) { return next_as_it_is(vm, a[0]); }
Value iterator_throw(VM& vm, Value* a) {
  const Value exception = exception_to_throw(vm, a[1], a[2], a[3]);
  if (!exception) return Value();
  static_cast<FutureIterator*>(a[0].object())->end();
  return vm.raise(exception);
}
Value iterator_close(VM&, Value* a) {
  static_cast<FutureIterator*>(a[0].object())->end();
  return Value::none();
}
const NativeEntry kIteratorMethods[] = {{"send", iterator_send, "self, value, /"},
                                        {"throw", iterator_throw, "self, type, val=(), tb=(), /"},
                                        {"close", iterator_close, "self, /"}};

Value future_await(VM&, Value* a) { return make<FutureIterator>(Ref<Future>(&self_of(a[0]))); }

Value future_repr(VM& vm, Value* a) {
  const Value inside = inside_of_whole(vm, a[0], ObjectKind::Future, ObjectKind::Task);
  return inside ? vm.str(std::string("<") + vm.class_name(a[0]) + " " + self_of(inside).repr_info() + ">") : Value();
}

Value future_loop(VM&, const Value& self) { return Value(&self_of(self).loop()); }

// ---- What tutorials show of the inside. Looking at it does not count as looking at the result. ----

Value future_state(VM& vm, const Value& self) {
  const Future& future = self_of(self);
  return vm.str(future.cancelled() ? "CANCELLED" : future.done() ? "FINISHED" : "PENDING");
}
Value future_plain_result(VM&, const Value& self) {
  return self_of(self).has_result() ? self_of(self).plain_result() : Value::none();
}
Value future_plain_exception(VM&, const Value& self) {
  return self_of(self).failed() ? self_of(self).failure() : Value::none();
}
/// Where it was made, which only the debug mode records; task factories look for it, as asyncio's own does.
Value future_source(VM& vm, const Value& self) {
  if (!self_of(self).loop().debug()) return Value::none();
  return vm.refuse("_source_traceback in debug mode", "leave the debug mode out");
}

Value future_log_traceback(VM&, const Value& self) { return truth_value(self_of(self).logs_traceback()); }
bool future_set_log_traceback(VM& vm, const Value& self, const Value& value) {
  const int truth = value ? vm.truth(value) : -1;
  if (!value) vm.raise(vm.types.attribute_error, "cannot delete attribute");
  if (truth > 0) vm.raise_value_error("_log_traceback can only be set to False");
  if (truth == 0) self_of(self).silence();
  return truth == 0;
}
Value future_cancel_message(VM&, const Value& self) {
  const Value message = self_of(self).cancel_message();
  return message ? message : Value::none();
}
bool future_set_cancel_message(VM& vm, const Value& self, const Value& value) {
  if (!value) return static_cast<bool>(vm.raise(vm.types.attribute_error, "cannot delete attribute"));
  self_of(self).set_cancel_message(value.is_none() ? Value() : value);
  return true;
}

const NativeEntry kMethods[] = {
    {"done", future_done, "self, /"},
    {"cancelled", future_cancelled, "self, /"},
    {"result", future_result, "self, /"},
    {"exception", future_exception, "self, /"},
    {"cancel", future_cancel, "self, /, msg=None"},
    {"set_result", future_set_result, "self, result, /"},
    {"set_exception", future_set_exception, "self, exception, /"},
    {"get_loop", future_get_loop, "self, /"},
    {"add_done_callback", future_add_done_callback, "self, fn, /, *, context=None"},
    {"remove_done_callback", future_remove_done_callback, "self, fn, /"},
    {"__await__", future_await, "self, /"},
    {"__iter__", future_await, "self, /"},
    {"__repr__", future_repr, "self, /"},
};
const NativeEntry kClassMethods[] = {{"__class_getitem__", make_generic_alias, "cls, item, /"}};
const NativeAttribute kAttributes[] = {{"_loop", future_loop, nullptr},
                                       {"_state", future_state, nullptr},
                                       {"_result", future_plain_result, nullptr},
                                       {"_exception", future_plain_exception, nullptr},
                                       {"_log_traceback", future_log_traceback, future_set_log_traceback},
                                       {"_cancel_message", future_cancel_message, future_set_cancel_message},
                                       {"_source_traceback", future_source, nullptr}};

Value is_future_value(VM& vm, Value* a) {
  const Value* mark =
      a[0].is(ObjectKind::Instance) ? vm.type_of(a[0])->find(vm.intern("_asyncio_future_blocking")) : nullptr;
  if (mark != nullptr && !mark->is_none()) {
    return vm.refuse("a class that only behaves as a future", "derive it from asyncio.Future");
  }
  return truth_value(is_future(a[0]));
}

const NativeEntry kFunctions[] = {{"isfuture", is_future_value, "obj"}};

}  // namespace

void fill_asyncio_futures(VM& vm, Module& module) {
  vm.types.future = define_asyncio_type(vm, "Future", "_asyncio", ObjectKind::Future);
  vm.set_constructor(vm.types.future, {"Future", future_new, "cls, *, loop=None"});
  vm.add_methods(vm.types.future, kMethods);
  tell_of_whole(vm, vm.types.future);
  vm.add_class_methods(vm.types.future, kClassMethods);
  vm.add_attributes(vm.types.future, kAttributes);
  vm.add_methods(vm.iterator_type("_asyncio.FutureIter"), kIteratorMethods);
  module.set(vm, "Future", vm.types.future);
  Type* const bases[] = {vm.types.future};
  vm.types.gathering_future = vm.define_type("_GatheringFuture", "asyncio.tasks", bases, ObjectKind::Future);
  module.add_functions(vm, kFunctions);
}

}  // namespace sluice
