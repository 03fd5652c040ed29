#include "loop/thread_scheduler.h"

#include <algorithm>

#include "base/check.h"
#include "loop/event_loop.h"
#include "loop/worker_thread.h"

namespace sluice {

/// The world seen from one thread, for as long as this lives: it runs, or an event is recorded in its name.
class ThreadScheduler::Turn {
 public:
  Turn(ThreadScheduler& scheduler, Thread thread)
      : scheduler_(scheduler),
        thread_(scheduler.world_.current_thread_),
        number_(scheduler.world_.trace.thread),
        task_(scheduler.world_.trace.task),
        clock_(scheduler.clock_) {
    World& world = scheduler.world_;
    if (thread == thread_) return;
    world.current_thread_ = thread;
    world.trace.thread = thread == nullptr ? std::uint16_t{0} : thread->number();
    world.trace.task = thread == nullptr ? scheduler.main_task_ : 0;
  }
  ~Turn() {
    World& world = scheduler_.world_;
    world.current_thread_ = thread_;
    world.trace.thread = number_;
    world.trace.task = task_;
    scheduler_.clock_ = clock_;
    scheduler_.look();
  }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;

 private:
  ThreadScheduler& scheduler_;
  Thread thread_;
  std::uint16_t number_;
  ObjectId task_;
  double* clock_;
};

ThreadScheduler::ThreadScheduler(World& world, bool has_gil, std::uint32_t processors)
    : world_(world), has_gil_(has_gil), processors_(std::max(processors, std::uint32_t{1})), clock_(&world.trace.now) {}

void ThreadScheduler::begin() {
  if (is_begun_) return;
  is_begun_ = true;
  if (has_gil_) note(TraceKind::GilAcquired, 0, nullptr, 0);
}

// ---- The GIL ----

void ThreadScheduler::note(TraceKind kind, std::uint8_t detail, Thread thread, std::size_t waiting) {
  if (!is_begun_) return;
  const Turn turn(*this, thread);
  const ObjectId subject = thread != nullptr ? thread->id() : world_.main_object();
  world_.trace.record(kind, detail, subject, static_cast<std::uint32_t>(waiting));
}

void ThreadScheduler::request(Thread thread) {
  if (!is_held_) return acquire(thread);
  waiters_.push_back(Waiter{thread, world_.now() + interval(), switches_});
  note(TraceKind::GilRequested, 0, thread, waiters_.size());
}

void ThreadScheduler::acquire(Thread thread) {
  if (holder_ != thread) ++switches_;
  is_held_ = true;
  holder_ = thread;
  is_drop_requested_ = false;
  if (thread == nullptr) main_runs_ = true;
  note(TraceKind::GilAcquired, 0, thread, waiters_.size());
}

/// The first in the queue has it at once.
void ThreadScheduler::release(Thread thread, GilRelease reason) {
  SLUICE_CHECK(holds(thread));
  is_held_ = false;
  note(TraceKind::GilReleased, static_cast<std::uint8_t>(reason), thread, waiters_.size());
  if (waiters_.empty()) return;
  const Thread next = waiters_.front().thread;
  waiters_.pop_front();
  acquire(next);
}

/// Waiters whose patience is over ask for the GIL; those that saw it change hands meanwhile wait once more.
void ThreadScheduler::ask() {
  for (Waiter& waiter : waiters_) {
    if (waiter.patience_ends > world_.now()) continue;
    if (waiter.switches == switches_) is_drop_requested_ = true;
    waiter.switches = switches_;
    waiter.patience_ends = world_.now() + interval();
  }
}

// ---- What happens meanwhile ----

/// Everything up to now: workers whose moment has come, the main thread's, and who asks for the GIL.
void ThreadScheduler::settle() {
  while (world_.drop_stale_wakes() && world_.next_wake() <= world_.now()) arrive(*world_.take_wake());
  if (main_wait_ != nullptr) {
    const bool is_late = main_wait_->has_deadline && main_wait_->deadline <= world_.now();
    if (main_wait_->is_over() || is_late) wake_main();
  }
  ask();
}

void ThreadScheduler::wake_main() {
  main_wait_ = nullptr;
  if (has_gil_) return request(nullptr);
  main_runs_ = true;
}

/// A worker's moment has come: what it waited for may be there.
void ThreadScheduler::arrive(WorkerThread& worker) {
  if (worker.phase_ == WorkerThread::Phase::Computing) return run_ahead(worker);
  const bool needs_gil = worker.needs_gil(has_gil_);
  if (needs_gil && worker.phase_ == WorkerThread::Phase::Ready) return;  // it stands in the queue
  {
    const Turn turn(*this, &worker);
    if (!worker.wake_up()) return;
  }
  worker.phase_ = WorkerThread::Phase::Ready;
  if (needs_gil) {
    request(&worker);
  } else {
    take_processor(worker);
  }
}

/// The next moment at which something happens by itself.
double ThreadScheduler::next_moment() {
  double moment = world_.drop_stale_wakes() ? world_.next_wake() : kForever;
  if (main_wait_ != nullptr && main_wait_->has_deadline) moment = std::min(moment, main_wait_->deadline);
  for (const Waiter& waiter : waiters_) moment = std::min(moment, waiter.patience_ends);
  return moment;
}

/// Nobody computes under the GIL: the clock jumps.
void ThreadScheduler::jump_to(double moment) {
  Trace& trace = world_.trace;
  if (moment <= trace.now) return;
  const double from = trace.now;
  trace.now = moment;
  if (main_wait_ == nullptr || !main_wait_->is_idle) return;
  const Turn turn(*this, nullptr);
  trace.record(TraceKind::ClockJump, 0, trace.number(from));
}

ThreadScheduler::Verdict ThreadScheduler::tick(bool can_suspend) {
  WorkerThread* const worker = world_.current_thread();
  if (clock_ != &world_.trace.now) {
    if (can_suspend) {
      set_aside(*worker);
      return Verdict::Suspend;
    }
    go_deep();
    return has_shown() ? Verdict::TooDeep : Verdict::GoOn;
  }
  settle();
  if (must_drop()) {
    if (worker == nullptr) {
      drop_main();
      return Verdict::GoOn;
    }
    if (can_suspend) {
      set_aside(*worker);
      return Verdict::Suspend;
    }
    clock_ = &worker->ahead_;
    go_deep();
    return Verdict::GoOn;
  }
  limit_ = next_moment();
  return Verdict::GoOn;
}

/// From here on the running worker is ahead of the clock inside native code: every instruction is looked at.
void ThreadScheduler::go_deep() {
  if (!is_deep_) events_seen_ = world_.trace.size();
  is_deep_ = true;
  limit_ = -1;
}

/// Whether it did something since that others could see. Its exceptions and lines concern nobody else.
bool ThreadScheduler::has_shown() {
  const Trace& trace = world_.trace;
  for (; events_seen_ < trace.size(); ++events_seen_) {
    const TraceKind kind = trace[events_seen_].kind;
    if (kind != TraceKind::Raised && kind != TraceKind::Line) return true;
  }
  return false;
}

void ThreadScheduler::catch_up() { set_aside(*world_.current_thread()); }

void ThreadScheduler::set_aside(WorkerThread& worker) { worker.is_set_aside_ = true; }

// ---- The main thread ----

void ThreadScheduler::spend(double seconds) {
  Trace& trace = world_.trace;
  double end = trace.now + seconds;
  while (true) {
    const double moment = next_moment();
    if (moment >= end) break;
    trace.now = std::max(trace.now, moment);
    const double left = end - trace.now;
    settle();
    if (!must_drop()) continue;
    drop_main();
    end = trace.now + left;
  }
  trace.now = std::max(trace.now, end);
  look();
}

void ThreadScheduler::drop_main() {
  main_task_ = world_.trace.task;
  main_runs_ = false;
  release(nullptr, GilRelease::Interval);
  request(nullptr);
  run_others();
}

bool ThreadScheduler::wait(MainWait& wait) {
  main_wait_ = &wait;
  main_task_ = world_.trace.task;
  main_runs_ = false;
  if (has_gil_) release(nullptr, wait.is_idle ? GilRelease::Idle : GilRelease::Blocking);
  return run_others();
}

/// Lets the others run until the main thread's turn comes. False: it never will.
bool ThreadScheduler::run_others() {
  bool has_next = true;
  while (has_next) {
    settle();
    if (main_runs_) break;
    if (is_held_ && holder_ != nullptr) {
      run_holder();
      continue;
    }
    const double moment = next_moment();
    has_next = moment < kForever;
    if (has_next) jump_to(moment);
  }
  if (!has_next) wake_main();
  look();
  return has_next;
}

// ---- Workers ----

/// The worker that holds the GIL goes on until it lets go.
void ThreadScheduler::run_holder() {
  const Ref<WorkerThread> worker(holder_);
  const Turn turn(*this, worker.get());
  clock_ = &world_.trace.now;
  is_deep_ = false;
  look();
  worker->has_begun_ = true;
  if (pay(*worker)) worker->go_on();
  if (worker->is_set_aside_) {
    worker->is_set_aside_ = false;
    release(worker.get(), GilRelease::Interval);
    return request(worker.get());
  }
  worker->phase_ = WorkerThread::Phase::Waiting;
  release(worker.get(), worker->is_blocked() ? GilRelease::Blocking : GilRelease::Idle);
}

/// The time that it has run ahead of the clock. False: it was asked for the GIL meanwhile.
bool ThreadScheduler::pay(WorkerThread& worker) {
  Trace& trace = world_.trace;
  while (worker.ahead_ > 0) {
    const double moment = std::max(next_moment(), trace.now);
    const double paid = std::min(worker.ahead_, moment - trace.now);
    trace.now += paid;
    worker.ahead_ = paid < worker.ahead_ ? worker.ahead_ - paid : 0;
    settle();
    if (!must_drop()) continue;
    set_aside(worker);
    return false;
  }
  return true;
}

void ThreadScheduler::take_processor(WorkerThread& worker) {
  if (processors_taken_ == processors_) {
    const Turn turn(*this, &worker);
    world_.trace.record(TraceKind::BlockBegin, static_cast<std::uint8_t>(BlockKind::Processor), 0, 0);
    processor_queue_.push_back(&worker);
    return;
  }
  ++processors_taken_;
  worker.slice_began_ = world_.now();
  run_ahead(worker);
}

/// A worker with a processor goes on: its code runs now, and takes its time afterwards.
void ThreadScheduler::run_ahead(WorkerThread& worker) {
  const Ref<WorkerThread> keep(&worker);
  worker.ahead_ = 0;
  worker.is_set_aside_ = false;
  if (!processor_queue_.empty() && worker.phase_ == WorkerThread::Phase::Computing &&
      world_.now() - worker.slice_began_ >= interval()) {
    worker.phase_ = WorkerThread::Phase::Ready;
    leave_processor();
    return take_processor(worker);
  }
  {
    const Turn turn(*this, &worker);
    clock_ = &worker.ahead_;
    is_deep_ = false;
    limit_ = kMostAhead;
    worker.has_begun_ = true;
    worker.go_on();
  }
  if (worker.is_set_aside_) {
    worker.phase_ = WorkerThread::Phase::Computing;
    world_.wake_at(world_.now() + worker.ahead_, worker);
    return;
  }
  worker.phase_ = WorkerThread::Phase::Waiting;
  leave_processor();
}

void ThreadScheduler::leave_processor() {
  --processors_taken_;
  if (processor_queue_.empty()) return;
  WorkerThread& next = *processor_queue_.front();
  processor_queue_.pop_front();
  {
    const Turn turn(*this, &next);
    world_.trace.record(TraceKind::BlockEnd, static_cast<std::uint8_t>(BlockKind::Processor), 0, 0);
  }
  // Its turn comes by the clock, not here: this worker is still on the C++ stack.
  world_.wake_at(world_.now(), next);
}

}  // namespace sluice
