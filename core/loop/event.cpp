#include "loop/event.h"

namespace sluice {

class Event::Wait : public NativeCoroutine {
 public:
  explicit Wait(Event& event) : NativeCoroutine(event.world(), "Event.wait"), event_(&event) {}

 protected:
  Outcome advance(Outcome resume) override {
    if (waiter_) {
      event_->waiters_.remove(*waiter_);
      return resume.is_raise() ? resume : Outcome::result(Value::boolean(true));
    }
    if (event_->is_set_) return Outcome::result(Value::boolean(true));
    Value error;
    EventLoop* loop = event_->get_loop(error);
    if (loop == nullptr) return Outcome::raise(error);
    waiter_ = make<Future>(*loop, event_->wait_kind_, event_->wait_object_);
    event_->waiters_.push(waiter_);
    return Outcome::yield(Value(waiter_));
  }
  bool visit_variables(ReferenceVisitor& visit) const override { return visit(event_, waiter_); }

 private:
  Ref<Event> event_;
  Ref<Future> waiter_;
};

Event::Event(World& world) : LoopBound(ObjectKind::Event, world) {
  id_ = world.trace.create_object(TraceObject::Event, "");
  wait_object_ = id_;
}

Event::Event(World& world, WaitKind kind, ObjectId object)
    : LoopBound(ObjectKind::Event, world), wait_kind_(kind), wait_object_(object) {}

void Event::set() {
  if (is_set_) return;
  is_set_ = true;
  std::uint32_t woken = 0;
  for (std::size_t i = 0; i < waiters_.size(); ++i) woken += waiters_[i]->done() ? 0 : 1;
  world_.note(TraceKind::EventSet, id_, woken);
  for (std::size_t i = 0; i < waiters_.size(); ++i) {
    if (!waiters_[i]->done()) wake_waiter(*waiters_[i], Value::boolean(true), wait_object_);
  }
}

void Event::clear() {
  if (is_set_) world_.note(TraceKind::EventCleared, id_, 0);
  is_set_ = false;
}

Ref<NativeCoroutine> Event::wait() { return make<Wait>(*this); }

std::string Event::repr_info() const {
  std::string info = is_set_ ? "set" : "unset";
  if (!waiters_.empty()) info += ", waiters:" + std::to_string(waiters_.size());
  return info;
}

}  // namespace sluice
