// coroutine_wrapper.h — CoroutineWrapper, an iterator that stands for a coroutine.
#pragma once

#include "base/reference_visitor.h"
#include "loop/coroutine.h"
#include "vm/exception.h"
#include "vm/generator.h"
#include "vm/native.h"
#include "vm/vm.h"

namespace sluice {

/// What `coroutine.__await__()` gives, and `anext(iterator, default)`: CPython's coroutine_wrapper and anext_awaitable.
/// Whoever asks where a task waits does not see through it.
class CoroutineWrapper : public NativeIterator {
 public:
  CoroutineWrapper(const char* python_name, Ref<Coroutine> wrapped)
      : NativeIterator(python_name), wrapped_(static_cast<Ref<Coroutine>&&>(wrapped)) {}

  Value next(VM& vm) override {
    Outcome outcome = wrapped_->send(Value::none());
    if (outcome.is_yield()) return static_cast<Value&&>(outcome.value);
    if (outcome.is_raise()) {
      vm.restore_error(static_cast<Value&&>(outcome.value));
      return Value();
    }
    return raise_returned(vm, static_cast<Value&&>(outcome.value));
  }
  [[nodiscard]] Coroutine* coroutine() const override { return wrapped_.get(); }
  bool visit_references(ReferenceVisitor& visit) const override { return visit(wrapped_); }

 private:
  Ref<Coroutine> wrapped_;
};

}  // namespace sluice
