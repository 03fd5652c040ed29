// Asynchronous generators of the loop: they are closed when they are abandoned, and at the end.
#include <algorithm>
#include <vector>

#include "loop/event_loop.h"
#include "loop/gather.h"

namespace sluice {

namespace {

/// `call_soon_threadsafe(self.create_task, generator.aclose())`: the generator lives on in its aclose().
class CloseAbandoned : public LoopCall {
 public:
  CloseAbandoned(EventLoop& loop, Value aclose)
      : loop_(loop), aclose_(static_cast<Value&&>(aclose)), context_(loop.world().copy_context()) {}
  Value run() override {
    if (Value error = loop_.world().enter(*context_)) return error;
    Outcome made = loop_.create_task(aclose_, TaskOptions());
    loop_.world().leave(*context_);
    aclose_ = Value();
    return made.is_raise() ? made.value : Value();
  }
  [[nodiscard]] ObjectId trace_object() const override { return 0; }

 private:
  EventLoop& loop_;
  Value aclose_;
  Ref<Context> context_;  ///< what was set where the generator was abandoned
};

}  // namespace

/// loop.shutdown_asyncgens()
class EventLoop::ShutdownAsyncgens : public NativeCoroutine {
 public:
  explicit ShutdownAsyncgens(EventLoop& loop)
      : NativeCoroutine(loop.world_, "BaseEventLoop.shutdown_asyncgens"), loop_(&loop) {}

 protected:
  Outcome advance(Outcome resume) override {
    if (!future_) return start();
    if (resume.is_raise()) return resume;
    for (std::size_t i = 0; i < generators_.size(); ++i) report(generators_[i], *children_[i]);
    return Outcome::result(Value::none());
  }
  void let_go() override {
    generators_.clear();
    children_.clear();
    future_.reset();
  }

 private:
  Outcome start() {
    Language& language = world().language;
    loop_->asyncgens_were_shut_ = true;
    std::vector<Value> closing;
    std::vector<Object*> generators;
    generators.swap(loop_->asyncgens_);
    for (Object* generator : generators) {
      if (language.is_open_generator(generator)) generators_.emplace_back(generator);
    }
    if (generators_.empty()) return Outcome::result(Value::none());
    for (const Value& generator : generators_) {
      Outcome aclose = language.aclose_of(generator.object());
      if (aclose.is_raise()) return aclose;
      Outcome task = ensure_future(world(), aclose.value, loop_.get());
      if (task.is_raise()) return task;
      children_.emplace_back(&future_of(task.value));
      closing.push_back(task.value);
    }
    Outcome gathered = gather(world(), closing, true);
    if (gathered.is_raise()) return gathered;
    future_ = Ref<Future>(&future_of(gathered.value));
    return Outcome::yield(gathered.value);
  }

  void report(const Value& generator, Future& closed) {
    Language& language = world().language;
    if (!closed.failed()) return;
    ErrorContext context;
    context.exception = closed.take_exception();
    if (!language.is_exception(context.exception)) return;
    context.message = "an error occurred during closing of asynchronous generator " + language.repr(generator);
    context.other = generator;
    context.other_key = "asyncgen";
    loop_->call_exception_handler(context);
  }

  Ref<EventLoop> loop_;
  std::vector<Value> generators_;
  std::vector<Ref<Future>> children_;
  Ref<Future> future_;
};

void EventLoop::asyncgen_first_iteration(Object* generator) { asyncgens_.push_back(generator); }

void EventLoop::asyncgen_gone(Object* generator) {
  asyncgens_.erase(std::remove(asyncgens_.begin(), asyncgens_.end(), generator), asyncgens_.end());
}

void EventLoop::asyncgen_finalize(Object* generator) {
  asyncgen_gone(generator);
  if (is_closed_) return;
  Outcome aclose = world_.language.aclose_of(generator);
  if (aclose.is_raise()) return;
  push_ready(ReadyEntry::Kind::ThreadCall, Value(make<CloseAbandoned>(*this, aclose.value)));
}

Ref<NativeCoroutine> EventLoop::shutdown_asyncgens() { return make<ShutdownAsyncgens>(*this); }

}  // namespace sluice
