#include "loop/wait.h"

#include <unordered_map>

#include <algorithm>

#include "base/loop_changes.h"
#include "base/reference_visitor.h"
#include "loop/event_loop.h"
#include "loop/wait_list.h"

namespace sluice {

namespace {

/// The timeout of wait(): lets the waiter go.
class ReleaseWaiter : public LoopTimer {
 public:
  ReleaseWaiter(Ref<Future> waiter, ObjectId object) : waiter_(static_cast<Ref<Future>&&>(waiter)), object_(object) {}
  Value timer_due() override { return waiter_->done() ? Value() : waiter_->set_result(Value::none()); }
  [[nodiscard]] ObjectId trace_object() const override { return object_; }
  void let_go() override { waiter_.reset(); }
  bool visit_references(ReferenceVisitor& visit) const override { return visit(waiter_); }

 private:
  Ref<Future> waiter_;
  ObjectId object_;
};

/// Counts down what wait() waits for.
class Completion : public FutureListener {
 public:
  Completion(std::size_t count, ReturnWhen return_when, Ref<Future> waiter, ObjectId object)
      : count_(count), return_when_(return_when), waiter_(static_cast<Ref<Future>&&>(waiter)), object_(object) {}

  Value future_done(Future& future) override {
    if (count_ > 0) --count_;
    if (!is_enough(future)) return Value();
    if (timer) waiter_->loop().cancel_timer(*timer);
    return waiter_->done() ? Value() : waiter_->set_result(Value::none());
  }
  [[nodiscard]] ObjectId trace_object() const override { return object_; }
  [[nodiscard]] std::string callback_name() const override { return "_wait.<locals>._on_completion()"; }

  Ref<LoopTimer> timer;  ///< null: no timeout
  bool visit_references(ReferenceVisitor& visit) const override { return visit(timer, waiter_); }

 private:
  bool is_enough(Future& future) {
    if (count_ == 0 || return_when_ == ReturnWhen::FirstCompleted) return true;
    if (return_when_ != ReturnWhen::FirstException || future.cancelled()) return false;
    // Looking at the exception counts as having retrieved it.
    if (future.failed()) future.silence();
    return future.failed();
  }

  std::size_t count_;
  ReturnWhen return_when_;
  Ref<Future> waiter_;
  ObjectId object_;
};

class Wait : public NativeCoroutine {
 public:
  Wait(World& world, std::vector<Value> awaitables, Delay timeout, ReturnWhen return_when)
      : NativeCoroutine(world, "wait"),
        awaitables_(static_cast<std::vector<Value>&&>(awaitables)),
        timeout_(timeout),
        return_when_(return_when) {}

 protected:
  Outcome advance(Outcome resume) override {
    if (!completion_) return start();
    if (completion_->timer) loop_->cancel_timer(*completion_->timer);
    for (const Ref<Future>& future : futures_) future->remove_listener(*completion_);
    if (resume.is_raise()) return resume;
    std::vector<Value> done;
    std::vector<Value> pending;
    for (const Ref<Future>& future : futures_) (future->done() ? done : pending).emplace_back(future);
    Language& language = world().language;
    const Value sets[] = {language.make_set(done), language.make_set(pending)};
    return Outcome::result(language.make_tuple(sets));
  }
  void let_go() override {
    awaitables_.clear();
    futures_.clear();
    completion_.reset();
  }
  bool visit_variables(ReferenceVisitor& visit) const override { return visit(awaitables_, futures_, completion_); }

 private:
  Outcome start() {
    Outcome running = world().get_running_loop();
    if (running.is_raise()) return running;
    loop_ = running.value.as<EventLoop>();
    Outcome collected = collect();
    if (collected.is_raise()) return collected;
    const ObjectId id = world().trace.create_object(TraceObject::Wait, "");
    for (const Ref<Future>& future : futures_) world().note(TraceKind::Child, id, future->id());
    const Ref<Future> waiter = make<Future>(*loop_, WaitKind::Wait, id);
    completion_ = make<Completion>(futures_.size(), return_when_, waiter, id);
    if (timeout_.is_given) {
      completion_->timer = make<ReleaseWaiter>(waiter, id);
      loop_->set_timer(loop_->time() + timeout_.seconds, *completion_->timer, id);
    }
    for (const Ref<Future>& future : futures_) future->add_listener(*completion_);
    return Outcome::yield(Value(waiter));
  }

  /// Fills `futures_` from the argument: each once.
  Outcome collect() {
    const bool refuses = wait_refuses_coroutines(world().python());
    if (awaitables_.empty()) {
      return world().raise(ErrorKind::Value,
                           refuses ? "Set of Tasks/Futures is empty." : "Set of coroutines/Futures is empty.");
    }
    std::unordered_map<std::uint64_t, bool> seen;
    std::vector<Value> distinct;
    for (const Value& awaitable : awaitables_) {
      if (seen.emplace(awaitable.bits(), true).second) distinct.push_back(awaitable);
    }
    for (const Value& awaitable : distinct) {
      if (refuses && world().language.is_coroutine(awaitable)) {
        return world().raise(ErrorKind::Type, "Passing coroutines is forbidden, use tasks explicitly.");
      }
    }
    bool has_coroutine = false;
    for (const Value& awaitable : distinct) has_coroutine = has_coroutine || world().language.is_coroutine(awaitable);
    // Up to 3.10, where it takes them. The warning goes to who awaits; nobody sees it where that is a task of
    // asyncio's.
    const bool is_awaited = world().current_task() == nullptr || world().current_task()->coroutine().get() != this;
    if (has_coroutine && is_awaited) {
      Value error = world().language.warn_of_deprecation(
          "The explicit passing of coroutine objects to asyncio.wait() is deprecated since Python 3.8, and scheduled "
          "for removal in Python 3.11.");
      if (error) return Outcome::raise(static_cast<Value&&>(error));
    }
    for (const Value& awaitable : distinct) {
      Outcome ensured = ensure_future(world(), awaitable, loop_);
      if (ensured.is_raise()) return ensured;
      futures_.emplace_back(&future_of(ensured.value));
    }
    // Before 3.11 they lie in a set, which the reference runner visits in order of creation.
    if (!refuses) {
      std::stable_sort(futures_.begin(), futures_.end(), [](const Ref<Future>& a, const Ref<Future>& b) {
        const auto number = [](const Ref<Future>& future) { return future->is(ObjectKind::Task) ? future->id() : 0; };
        return number(a) < number(b);
      });
    }
    awaitables_.clear();
    return Outcome::result(Value::none());
  }

  std::vector<Value> awaitables_;
  Delay timeout_;
  ReturnWhen return_when_;
  EventLoop* loop_ = nullptr;
  std::vector<Ref<Future>> futures_;
  Ref<Completion> completion_;
};

}  // namespace

Ref<NativeCoroutine> wait(World& world, std::vector<Value> awaitables, Delay timeout, ReturnWhen return_when) {
  return make<Wait>(world, static_cast<std::vector<Value>&&>(awaitables), timeout, return_when);
}

}  // namespace sluice
