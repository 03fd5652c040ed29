// wrap_future and run_coroutine_threadsafe: an asyncio future and a concurrent one that end alike.
#include "loop/concurrent_future.h"
#include "loop/event_loop.h"

namespace sluice {

namespace {

/// What asyncio makes of an exception that came out of concurrent.futures.
Value convert_exception(Language& language, const Value& exception) {
  if (language.is_error(exception, ErrorKind::ConcurrentCancelled)) return language.make_cancelled(Value());
  if (language.is_error(exception, ErrorKind::ConcurrentTimeout)) {
    return language.is_error(exception, ErrorKind::Timeout) ? exception : language.make_error(ErrorKind::Timeout, "");
  }
  return exception;
}

/// On the loop's thread: copies the state of the concurrent future to the asyncio one.
class CopyState : public LoopCall {
 public:
  CopyState(Ref<ConcurrentFuture> source, Ref<Future> destination)
      : source_(static_cast<Ref<ConcurrentFuture>&&>(source)), destination_(static_cast<Ref<Future>&&>(destination)) {}
  Value run() override {
    if (destination_->cancelled()) return Value();
    if (source_->cancelled()) {
      destination_->cancel();
      return Value();
    }
    Outcome outcome = source_->outcome();
    if (!outcome.is_raise()) return destination_->set_result(outcome.value);
    return destination_->set_exception(convert_exception(source_->world().language, outcome.value));
  }
  [[nodiscard]] ObjectId trace_object() const override { return source_->job(); }

 private:
  Ref<ConcurrentFuture> source_;
  Ref<Future> destination_;
};

/// The concurrent future is done, on whichever thread: the loop hears of it.
class HandToLoop : public ConcurrentListener {
 public:
  explicit HandToLoop(Ref<Future> destination) : destination_(static_cast<Ref<Future>&&>(destination)) {}
  void concurrent_done(ConcurrentFuture& source) override {
    EventLoop& loop = destination_->loop();
    if (loop.is_closed()) return;
    loop.push_ready(ReadyEntry::Kind::ThreadCall, Value(make<CopyState>(Ref<ConcurrentFuture>(&source), destination_)));
  }

 private:
  Ref<Future> destination_;
};

/// The asyncio future is done: if it was cancelled, so is the concurrent one.
class PassCancellation : public FutureListener {
 public:
  explicit PassCancellation(Ref<ConcurrentFuture> source) : source_(static_cast<Ref<ConcurrentFuture>&&>(source)) {}
  Value future_done(Future& destination) override {
    if (destination.cancelled()) source_->cancel();
    return Value();
  }
  [[nodiscard]] ObjectId trace_object() const override { return source_->job(); }
  [[nodiscard]] std::string callback_name() const override { return "_chain_future.<locals>._call_check_cancel()"; }

 private:
  Ref<ConcurrentFuture> source_;
};

// ---- run_coroutine_threadsafe ---------------------------------------------------------------------------------------

/// The task is done: so is the concurrent future.
class CopyToConcurrent : public FutureListener {
 public:
  explicit CopyToConcurrent(Ref<ConcurrentFuture> destination)
      : destination_(static_cast<Ref<ConcurrentFuture>&&>(destination)) {}
  Value future_done(Future& source) override {
    if (source.cancelled()) destination_->cancel();
    if (!destination_->set_running_or_notify_cancel()) return Value();
    if (source.failed()) return destination_->set_exception(source.take_exception());
    return destination_->set_result(source.plain_result());
  }
  [[nodiscard]] ObjectId trace_object() const override { return 0; }
  [[nodiscard]] std::string callback_name() const override { return "_chain_future.<locals>._call_set_state()"; }

 private:
  Ref<ConcurrentFuture> destination_;
};

/// On the loop's thread: cancels the task.
class CancelTask : public LoopCall {
 public:
  explicit CancelTask(Ref<Future> task) : task_(static_cast<Ref<Future>&&>(task)) {}
  Value run() override {
    task_->cancel();
    return Value();
  }
  [[nodiscard]] ObjectId trace_object() const override { return task_->id(); }

 private:
  Ref<Future> task_;
};

/// The concurrent future was cancelled: so is the task.
class PassCancellationToTask : public ConcurrentListener {
 public:
  explicit PassCancellationToTask(Ref<Future> task) : task_(static_cast<Ref<Future>&&>(task)) {}
  void concurrent_done(ConcurrentFuture& future) override {
    if (!future.cancelled() || task_->loop().is_closed()) return;
    task_->loop().push_ready(ReadyEntry::Kind::ThreadCall, Value(make<CancelTask>(task_)));
  }

 private:
  Ref<Future> task_;
};

/// On the loop's thread, in a copy of the context of who asked: makes the task.
class StartCoroutine : public LoopCall {
 public:
  StartCoroutine(EventLoop& loop, Value coroutine, Ref<ConcurrentFuture> future)
      : loop_(loop),
        coroutine_(static_cast<Value&&>(coroutine)),
        future_(static_cast<Ref<ConcurrentFuture>&&>(future)),
        context_(loop.world().copy_context()) {}
  Value run() override {
    if (Value failure = loop_.world().enter(*context_)) return failure;
    Outcome ensured = ensure_future(loop_.world(), coroutine_, &loop_);
    loop_.world().leave(*context_);
    coroutine_ = Value();
    if (ensured.is_raise()) {
      if (future_->set_running_or_notify_cancel()) future_->set_exception(ensured.value);
      return ensured.value;
    }
    const Ref<Future> task(&future_of(ensured.value));
    future_->add_listener(make<PassCancellationToTask>(task));
    task->add_listener(*make<CopyToConcurrent>(future_));
    return Value();
  }
  [[nodiscard]] ObjectId trace_object() const override { return 0; }

 private:
  EventLoop& loop_;
  Value coroutine_;
  Ref<ConcurrentFuture> future_;
  Ref<Context> context_;
};

}  // namespace

Ref<Future> wrap_future(ConcurrentFuture& source, EventLoop& loop) {
  const Ref<ConcurrentFuture> held(&source);
  const Ref<Future> destination = make<Future>(loop, WaitKind::Thread, source.job());
  destination->add_listener(*make<PassCancellation>(held));
  source.add_listener(make<HandToLoop>(destination));
  return destination;
}

Outcome run_coroutine_threadsafe(World& world, const Value& coroutine, EventLoop& loop) {
  if (!world.language.is_coroutine(coroutine)) return world.raise(ErrorKind::Type, "A coroutine object is required");
  if (Value closed = loop.check_closed()) return Outcome::raise(closed);
  const Ref<ConcurrentFuture> future = make<ConcurrentFuture>(world);
  loop.push_ready(ReadyEntry::Kind::ThreadCall, Value(make<StartCoroutine>(loop, coroutine, future)));
  return Outcome::result(Value(future));
}

}  // namespace sluice
