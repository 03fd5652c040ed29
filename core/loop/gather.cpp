#include "loop/gather.h"

#include <unordered_map>
#include <vector>

#include "base/loop_changes.h"
#include "base/reference_visitor.h"
#include "loop/event_loop.h"

namespace sluice {

namespace {

/// The future that gather() returns: cancelling it cancels the children.
class GatheringFuture : public Future {
 public:
  GatheringFuture(EventLoop& loop, std::vector<Ref<Future>> children)
      : Future(loop), children_(static_cast<std::vector<Ref<Future>>&&>(children)) {
    wait_kind_ = WaitKind::Gather;
  }

  ~GatheringFuture() override {
    // The children are in an attribute.
    if (!derived_futures_drop_attributes_first(world().python())) drop_outcome();
    while (!children_.empty()) children_.pop_back();  // as a list's items go
  }

  bool cancel(const Value& message) override {
    if (done()) return false;
    bool any = false;
    for (const Ref<Future>& child : children_) {
      if (child->cancel(message)) any = true;
    }
    if (any) cancel_requested_ = true;
    return any;
  }
  bool visit_references(ReferenceVisitor& visit) const override {
    return visit(children_) && Future::visit_references(visit);
  }
  [[nodiscard]] bool is_gathering() const override { return true; }
  [[nodiscard]] bool hands_exception_over() const override { return false; }
  [[nodiscard]] const std::vector<Ref<Future>>& children() const { return children_; }
  [[nodiscard]] bool cancel_requested() const { return cancel_requested_; }

 private:
  std::vector<Ref<Future>> children_;
  bool cancel_requested_ = false;
};

/// Counts the children that are done.
class Gathering : public FutureListener {
 public:
  Gathering(World& world, bool return_exceptions) : world_(world), return_exceptions_(return_exceptions) {
    if (gather_keeps_awaiters(world.python())) awaiter_ = Ref<Task>(world.current_task());
  }

  Value future_done(Future& child) override {
    ++finished_;
    if (!outer_ || outer_->done()) {
      child.silence();
      return Value();
    }
    if (!return_exceptions_) {
      if (child.cancelled()) return outer_->set_exception(child.make_cancelled_error());
      if (child.failed()) return outer_->set_exception(child.take_exception());
    }
    if (finished_ == expected_) return finish();
    return Value();
  }
  [[nodiscard]] ObjectId trace_object() const override { return outer_ ? outer_->id() : 0; }
  [[nodiscard]] std::string callback_name() const override { return "gather.<locals>._done_callback()"; }
  bool visit_references(ReferenceVisitor& visit) const override { return visit(awaiter_, outer_); }
  void expect(std::size_t count, Ref<GatheringFuture> outer) {
    expected_ = count;
    outer_ = static_cast<Ref<GatheringFuture>&&>(outer);
  }

 private:
  Value finish() {
    std::vector<Value> results;
    results.reserve(outer_->children().size());
    for (const Ref<Future>& child : outer_->children()) results.push_back(result_of(*child));
    if (outer_->cancel_requested()) {
      return outer_->set_exception(outer_->children().back()->make_cancelled_error());
    }
    return outer_->set_result(world_.language.make_list(results));
  }

  Value result_of(Future& child) {
    Language& language = world_.language;
    if (child.cancelled()) {
      const Value message = child.cancel_message();
      const bool has_message = message && !message.is_none();
      return language.make_cancelled(has_message ? message : language.make_text(""));
    }
    if (child.failed()) return child.take_exception();
    return child.plain_result();
  }

  World& world_;
  bool return_exceptions_;
  Ref<Task> awaiter_;  ///< who asked; null before 3.14, and outside of tasks
  std::size_t finished_ = 0;
  std::size_t expected_ = 0;
  Ref<GatheringFuture> outer_;  ///< null until all children are known
};

}  // namespace

bool any_is_twice(std::span<const Value> values) {
  bool is_twice = false;
  for (const Value& value : values) {
    if (!value.is_object()) continue;  // no awaitable: gather ends at it
    if (value.object()->is_marked()) is_twice = true;
    value.object()->mark(true);
  }
  for (const Value& value : values) {
    if (value.is_object()) value.object()->mark(false);
  }
  return is_twice;
}

Outcome gather(World& world, std::span<const Value> awaitables, bool return_exceptions) {
  EventLoop* loop = nullptr;
  if (awaitables.empty()) {
    Outcome found = world.get_event_loop();
    if (found.is_raise()) return found;
    const Ref<Future> outer = make<Future>(*found.value.as<EventLoop>());
    outer->set_result(world.language.make_list({}));
    return Outcome::result(Value(outer));
  }
  const Ref<Gathering> gathering = make<Gathering>(world, return_exceptions);
  std::vector<Ref<Future>> children;
  std::vector<Ref<Future>> done_already;
  children.reserve(awaitables.size());
  // An argument that is there twice is one child.
  const bool has_repeats = any_is_twice(awaitables);
  std::unordered_map<std::uint64_t, std::size_t> first_at;
  std::size_t distinct = 0;
  for (const Value& awaitable : awaitables) {
    if (has_repeats) {
      const auto [place, is_new] = first_at.emplace(awaitable.bits(), children.size());
      if (!is_new) {
        children.push_back(children[place->second]);
        continue;
      }
    }
    // They become the keys of a dict. One that cannot be a key fails when those before it are tasks already.
    if (!is_future(awaitable) && coroutine_of(awaitable) == nullptr) {
      if (Value error = world.language.key_error(awaitable)) return Outcome::raise(error);
    }
    Outcome ensured = ensure_future(world, awaitable, loop);
    if (ensured.is_raise()) return ensured;
    const Ref<Future> child(&future_of(ensured.value));
    if (loop == nullptr) loop = &child->loop();
    if (!ensured.value.is_same(awaitable)) child->set_logs_destroyed(false);
    ++distinct;
    if (child->done() && gather_counts_done_at_once(world.python())) {
      done_already.push_back(child);
    } else {
      child->add_listener(*gathering);
    }
    children.push_back(child);
  }
  const ObjectId id = world.trace.create_object(TraceObject::Gather, "");
  for (const Ref<Future>& child : children) world.note(TraceKind::Child, id, child->id());
  const Ref<GatheringFuture> outer = make<GatheringFuture>(*loop, static_cast<std::vector<Ref<Future>>&&>(children));
  outer->set_id(id);
  gathering->expect(distinct, outer);
  for (const Ref<Future>& child : done_already) {
    if (Value failure = gathering->future_done(*child)) return Outcome::raise(failure);
  }
  return Outcome::result(Value(outer));
}

}  // namespace sluice
