#include "loop/worker_thread.h"

#include <algorithm>

#include "base/check.h"
#include "loop/thread_scheduler.h"

namespace sluice {

WorkerThread::WorkerThread(World& world, std::string name, WorkSource& source)
    : Object(ObjectKind::LoopPrivate),
      world_(world),
      name_(static_cast<std::string&&>(name)),
      source_(source),
      is_process_(source.has_processes()) {
  number_ = world.add_worker(*this);
  if (world.current_thread() != nullptr) memory = world.current_thread()->memory;  // a thread of the same process
  id_ = world.trace.create_object(TraceObject::Thread, name_);
  const WorkerKind kind = is_process_ ? WorkerKind::Process : WorkerKind::Thread;
  world.trace.record(TraceKind::ThreadStarted, static_cast<std::uint8_t>(kind), id_, world.trace.text(name_));
}

Context& WorkerThread::context() {
  if (!context_) context_ = make<Context>();
  return *context_;
}

void WorkerThread::set_name(std::string name) {
  name_ = static_cast<std::string&&>(name);
  world_.trace.rename(id_, name_);
}

void WorkerThread::resume() {
  Trace& trace = world_.trace;
  WorkerThread* const outer = world_.current_thread_;
  const std::uint16_t outer_thread = trace.thread;
  const ObjectId outer_task = trace.task;
  world_.current_thread_ = this;
  trace.thread = number_;
  trace.task = 0;
  Outcome outcome = Outcome::result(Value::none());
  if (finish_block(outcome)) {
    ++block_count_;
    run_body(static_cast<Outcome&&>(outcome));
  }
  world_.current_thread_ = outer;
  trace.thread = outer_thread;
  trace.task = outer_task;
}

/// True, with the outcome of the blocking call, if the worker can go on.
bool WorkerThread::finish_block(Outcome& outcome) {
  if (!blocker_) return true;
  if (!blocker_->try_finish(outcome)) {
    if (!blocker_->has_deadline || world_.now() < blocker_->deadline) return false;
    outcome = blocker_->time_out();
  }
  const Ref<Blocker> blocker = static_cast<Ref<Blocker>&&>(blocker_);
  blocker->remove_waiter(*this);
  world_.trace.record(TraceKind::BlockEnd, static_cast<std::uint8_t>(blocker->block_kind()), 0, 0);
  return true;
}

void WorkerThread::block_on(Ref<Blocker> blocker) {
  SLUICE_CHECK(!blocker_);
  blocker_ = static_cast<Ref<Blocker>&&>(blocker);
  world_.trace.record(TraceKind::BlockBegin, static_cast<std::uint8_t>(blocker_->block_kind()), blocker_->about,
                      world_.current_line());
  blocker_->add_waiter(*this);
  if (blocker_->has_deadline) world_.wake_at(blocker_->deadline, *this);
}

void WorkerThread::run_body(Outcome value) {
  while (true) {
    if (!body_) {
      body_ = source_.next_work(*this);
      if (!body_) return;
      value = Outcome::result(Value::none());
    }
    Outcome outcome = Outcome::result(Value::none());
    const bool has_ended = body_->resume(static_cast<Outcome&&>(value), outcome);
    if (!has_ended) {
      SLUICE_CHECK(is_set_aside_ || blocker_);
      return;
    }
    ThreadScheduler* scheduler = world_.scheduler();
    if (scheduler != nullptr && scheduler->is_ahead()) {
      has_end_ = true;
      end_ = static_cast<Outcome&&>(outcome);
      scheduler->catch_up();
      return;
    }
    finish_body(static_cast<Outcome&&>(outcome));
  }
}

void WorkerThread::finish_body(Outcome outcome) {
  ++jobs_done_;
  const Ref<ThreadBody> ended = static_cast<Ref<ThreadBody>&&>(body_);
  source_.work_done(*this, static_cast<Outcome&&>(outcome));
  if (ThreadScheduler* scheduler = world_.scheduler()) scheduler->look();
}

bool WorkerThread::wake_up() {
  if (phase_ == Phase::Ready) return true;  // it has been woken before, and got no processor
  Outcome outcome = Outcome::result(Value::none());
  if (!finish_block(outcome)) return false;
  ++block_count_;
  resume_with_ = static_cast<Outcome&&>(outcome);
  return true;
}

void WorkerThread::go_on() {
  if (has_end_) {
    has_end_ = false;
    finish_body(static_cast<Outcome&&>(end_));
  }
  run_body(static_cast<Outcome&&>(resume_with_));
  resume_with_ = Outcome::result(Value::none());
}

void WorkerThread::end() {
  if (is_ended_) return;
  is_ended_ = true;
  world_.trace.record(TraceKind::ThreadEnded, id_, jobs_done_);
}

const std::vector<Ref<WorkerThread>>& WorkerThread::all(const World& world) { return world.workers_; }

/// Where a program has ended, and others have not.
class WorkerThread::Exit : public Blocker {
 public:
  explicit Exit(World& world) : world_(world) {}
  bool try_finish(Outcome& outcome) override {
    outcome = Outcome::result(Value::none());
    for (const Ref<WorkerThread>& worker : world_.workers_) {
      if (!worker->is_daemon && !worker->is_idle()) return false;
    }
    // A worker that has been called, and has not come to its job yet, is idle too.
    for (const World::Wake& wake : world_.wakes_) {
      if (!wake.worker->is_daemon && wake.block == wake.worker->block_count_) return false;
    }
    return true;
  }
  Outcome time_out() override { return Outcome::result(Value::none()); }
  void add_waiter(WorkerThread&) override {}
  void remove_waiter(WorkerThread&) override {}
  [[nodiscard]] BlockKind block_kind() const override { return BlockKind::Join; }

 private:
  World& world_;
};

BlockResult WorkerThread::wait_for_all(World& world) { return world.block(make<Exit>(world)); }

// ---- Thread ---------------------------------------------------------------------------------------------------------

class Thread::Join : public Blocker {
 public:
  explicit Join(Thread& thread) : thread_(&thread) {}
  bool try_finish(Outcome& outcome) override {
    outcome = Outcome::result(Value::none());
    return thread_->is_done_;
  }
  Outcome time_out() override { return Outcome::result(Value::none()); }
  void add_waiter(WorkerThread& worker) override { thread_->joiners_.push_back(&worker); }
  void remove_waiter(WorkerThread& worker) override {
    std::vector<WorkerThread*>& joiners = thread_->joiners_;
    joiners.erase(std::remove(joiners.begin(), joiners.end(), &worker), joiners.end());
  }
  [[nodiscard]] BlockKind block_kind() const override { return BlockKind::Join; }

 private:
  Ref<Thread> thread_;
};

Thread::Thread(World& world, std::string name, const std::string& target_name, Ref<ThreadBody> body)
    : Object(ObjectKind::WorkerThread),
      world_(world),
      name_(static_cast<std::string&&>(name)),
      body_(static_cast<Ref<ThreadBody>&&>(body)) {
  if (!name_.empty()) return;
  name_ = "Thread-" + std::to_string(world.next_thread_number());
  if (!target_name.empty()) name_ += " (" + target_name + ")";
}

Value Thread::start(bool is_daemon) {
  if (is_started_) return world_.language.make_error(ErrorKind::Runtime, "threads can only be started once");
  is_started_ = true;
  alive_ = Ref<Thread>(this);
  worker_ = make<WorkerThread>(world_, name_, *this);
  worker_->is_daemon = is_daemon;
  world_.start(*worker_);
  return Value();
}

void Thread::set_name(std::string name) {
  name_ = static_cast<std::string&&>(name);
  if (worker_) worker_->set_name(name_);
}

Ref<ThreadBody> Thread::next_work(WorkerThread&) { return static_cast<Ref<ThreadBody>&&>(body_); }

void Thread::work_done(WorkerThread& worker, Outcome) {
  const Ref<Thread> alive = static_cast<Ref<Thread>&&>(alive_);
  is_done_ = true;
  worker.end();
  for (WorkerThread* joiner : joiners_) world_.wake_at(world_.now(), *joiner);
}

BlockResult Thread::join(double timeout) {
  const auto refuse = [this](const char* message) {
    return BlockResult{false, world_.raise(ErrorKind::Runtime, message)};
  };
  if (!is_started_) return refuse("cannot join thread before it is started");
  if (world_.current_thread() != nullptr && world_.current_thread() == worker_.get()) {
    return refuse("cannot join current thread");
  }
  const Ref<Join> join = make<Join>(*this);
  join->has_deadline = timeout >= 0;
  join->deadline = world_.now() + timeout;
  return world_.block(join);
}

}  // namespace sluice
