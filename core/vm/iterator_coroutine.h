// iterator_coroutine.h — IteratorCoroutine: an iterator that `__await__` gave, driven as a Coroutine.
#pragma once

#include <utility>

#include "base/reference_visitor.h"
#include "loop/coroutine.h"
#include "vm/interpreter_operations.h"
#include "vm/vm.h"

namespace sluice {

class IteratorCoroutine : public Coroutine {
 public:
  explicit IteratorCoroutine(Value iterator) : Coroutine(ObjectKind::LoopPrivate), iterator_(std::move(iterator)) {}
  bool visit_references(ReferenceVisitor& visit) const override { return visit(iterator_); }

  Outcome send(Value value) override { return send_to(*VM::current(), iterator_, value); }
  Outcome throw_(Value exception) override {
    VM::current()->restore_error(std::move(exception));
    return throw_to(*VM::current(), iterator_);
  }
  Outcome close() override {
    VM& vm = *VM::current();
    vm.restore_error(Value(make<Exception>(vm.types.generator_exit, Tuple::create(0))));
    if (close_receiver(vm, iterator_)) {
      vm.take_error();
      return Outcome::result(Value::none());
    }
    return Outcome::raise(vm.take_error());
  }
  [[nodiscard]] std::uint32_t waiting_line() const override { return 0; }
  [[nodiscard]] Value qualified_name() const override {
    return VM::current()->str(VM::current()->type_name(iterator_));
  }

 private:
  Value iterator_;
};

}  // namespace sluice
