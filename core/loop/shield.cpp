#include "base/loop_changes.h"
#include "base/reference_visitor.h"
#include "loop/event_loop.h"
#include "loop/gather.h"

namespace sluice {

namespace {

/// The inner future is done: so is the outer one, unless it was cancelled.
class InnerDone : public FutureListener {
 public:
  InnerDone(World& world, Ref<Future> outer) : world_(world), outer_(static_cast<Ref<Future>&&>(outer)) {}
  Value future_done(Future& inner) override {
    if (outer_->cancelled()) {
      if (!shield_keeps_awaiters(world_.python())) inner.silence();
      return Value();
    }
    if (inner.cancelled()) {
      outer_->cancel();
      return Value();
    }
    if (inner.failed()) return outer_->set_exception(inner.take_exception());
    return outer_->set_result(inner.plain_result());
  }
  [[nodiscard]] ObjectId trace_object() const override { return outer_->id(); }
  [[nodiscard]] std::string callback_name() const override { return "shield.<locals>._inner_done_callback()"; }
  bool visit_references(ReferenceVisitor& visit) const override { return visit(outer_); }

 private:
  World& world_;
  Ref<Future> outer_;
};

/// 3.14: reports an exception of the inner future that nobody will look at, as the outer one was cancelled.
class ReportLater : public FutureListener {
 public:
  explicit ReportLater(World& world) : world_(world) {}
  Value future_done(Future& inner) override {
    if (!inner.failed()) return Value();
    ErrorContext context;
    context.exception = inner.take_exception();
    context.message = world_.language.type_name(context.exception) + " exception in shielded future";
    context.future = Value(&inner);
    return inner.loop().call_exception_handler(context);
  }
  [[nodiscard]] ObjectId trace_object() const override { return 0; }
  [[nodiscard]] std::string callback_name() const override { return "_log_on_exception()"; }

 private:
  World& world_;
};

/// The outer future is done before the inner one: nobody waits for that any more.
class OuterDone : public FutureListener {
 public:
  OuterDone(World& world, Ref<Future> inner, Ref<InnerDone> inner_done)
      : world_(world),
        inner_(static_cast<Ref<Future>&&>(inner)),
        inner_done_(static_cast<Ref<InnerDone>&&>(inner_done)) {}
  Value future_done(Future&) override {
    if (inner_->done()) return Value();
    inner_->remove_listener(*inner_done_);
    if (!shield_keeps_awaiters(world_.python())) return Value();
    // However often it is shielded, it is reported once.
    Ref<Object>& shared = world_.shield_reporter();
    if (!shared) shared = Ref<Object>(make<ReportLater>(world_).get());
    auto& reporter = static_cast<ReportLater&>(*shared);
    inner_->remove_listener(reporter);
    inner_->add_listener(reporter);
    return Value();
  }
  [[nodiscard]] ObjectId trace_object() const override { return 0; }
  [[nodiscard]] std::string callback_name() const override { return "shield.<locals>._outer_done_callback()"; }
  bool visit_references(ReferenceVisitor& visit) const override { return visit(inner_, inner_done_); }

 private:
  World& world_;
  Ref<Future> inner_;
  Ref<InnerDone> inner_done_;
};

/// 3.14: forgets who awaits the inner future. Until then that task is kept.
class ForgetAwaiter : public FutureListener {
 public:
  explicit ForgetAwaiter(Task& awaiter) : awaiter_(&awaiter) {}
  Value future_done(Future&) override { return Value(); }
  [[nodiscard]] ObjectId trace_object() const override { return 0; }
  [[nodiscard]] std::string callback_name() const override { return "shield.<locals>._clear_awaited_by_callback()"; }
  bool visit_references(ReferenceVisitor& visit) const override { return visit(awaiter_); }

 private:
  Ref<Task> awaiter_;
};

}  // namespace

Outcome shield(World& world, const Value& awaitable) {
  Outcome ensured = ensure_future(world, awaitable, nullptr);
  if (ensured.is_raise()) return ensured;
  const Ref<Future> inner(&future_of(ensured.value));
  if (inner->done()) return ensured;
  const ObjectId awaited = inner->id();
  const Ref<Future> outer = make<Future>(inner->loop(), WaitKind::Shield, awaited);
  if (shield_keeps_awaiters(world.python()) && world.current_task() != nullptr) {
    inner->add_listener(*make<ForgetAwaiter>(*world.current_task()));
  }
  const Ref<InnerDone> inner_done = make<InnerDone>(world, outer);
  inner->add_listener(*inner_done);
  outer->add_listener(*make<OuterDone>(world, inner, inner_done));
  return Outcome::result(Value(outer));
}

}  // namespace sluice
