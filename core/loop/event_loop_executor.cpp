// The executors of the loop: where blocking functions run.
#include "loop/event_loop.h"
#include "loop/thread_pool.h"

namespace sluice {

/// loop.shutdown_default_executor(): holds the loop until its workers are idle.
class EventLoop::ShutdownExecutor : public NativeCoroutine {
 public:
  explicit ShutdownExecutor(EventLoop& loop)
      : NativeCoroutine(loop.world_, "BaseEventLoop.shutdown_default_executor"), loop_(&loop) {}

 protected:
  Outcome advance(Outcome) override {
    loop_->executor_was_shut_ = true;
    if (!loop_->default_executor_) return Outcome::result(Value::none());
    const Ref<ThreadPool> pool = loop_->default_executor_;
    const BlockResult result = pool->shutdown(true, false);
    return result.outcome.is_raise() ? result.outcome : Outcome::result(Value::none());
  }

 private:
  Ref<EventLoop> loop_;
};

Ref<NativeCoroutine> EventLoop::shutdown_default_executor() { return make<ShutdownExecutor>(*this); }

void EventLoop::set_default_executor(Ref<ThreadPool> pool) { default_executor_ = static_cast<Ref<ThreadPool>&&>(pool); }

Outcome EventLoop::run_in_executor(ThreadPool* pool, Ref<ThreadBody> body, std::string_view job_name) {
  if (Value closed = check_closed()) return Outcome::raise(closed);
  if (pool == nullptr) {
    if (executor_was_shut_) return world_.raise(ErrorKind::Runtime, "Executor shutdown has been called");
    if (!default_executor_) default_executor_ = make<ThreadPool>(world_, 0, "asyncio");
    pool = default_executor_.get();
  }
  Outcome submitted = pool->submit(static_cast<Ref<ThreadBody>&&>(body), job_name);
  if (submitted.is_raise()) return submitted;
  return Outcome::result(Value(wrap_future(*submitted.value.as<ConcurrentFuture>(), *this)));
}

namespace {

class ToThread : public NativeCoroutine {
 public:
  ToThread(World& world, Ref<ThreadBody> body, std::string job_name)
      : NativeCoroutine(world, "to_thread"),
        body_(static_cast<Ref<ThreadBody>&&>(body)),
        job_name_(static_cast<std::string&&>(job_name)) {}

 protected:
  Outcome advance(Outcome resume) override {
    if (is_started_) return resume;
    is_started_ = true;
    Outcome running = world().get_running_loop();
    if (running.is_raise()) return running;
    Outcome future = running.value.as<EventLoop>()->run_in_executor(nullptr, body_, job_name_);
    return future.is_raise() ? future : Outcome::yield(future.value);
  }
  void let_go() override { body_.reset(); }

 private:
  Ref<ThreadBody> body_;  ///< as long as this lives, and the traceback of what it raises
  std::string job_name_;
  bool is_started_ = false;
};

}  // namespace

Ref<NativeCoroutine> to_thread(World& world, Ref<ThreadBody> body, std::string job_name) {
  return make<ToThread>(world, static_cast<Ref<ThreadBody>&&>(body), static_cast<std::string&&>(job_name));
}

}  // namespace sluice
