// thread_scheduler.h — ThreadScheduler: which thread runs when Python code takes virtual time, and the GIL.
//
// Only a run with an instruction cost has one; without, threads take turns in World alone.
#pragma once

#include <algorithm>
#include <cstdint>
#include <deque>
#include <limits>

#include "loop/world.h"
#include "trace/trace.h"

namespace sluice {

class WorkerThread;

/// What the main thread waits for while it does not run.
class MainWait {
 public:
  virtual ~MainWait() = default;
  /// True once it can go on. Asked again and again until then, never after.
  virtual bool is_over() = 0;

  bool has_deadline = false;
  double deadline = 0;   ///< seconds of virtual time
  bool is_idle = false;  ///< the loop has nothing to do (as opposed to a blocking call)
};

/// The threads of a run in which code takes time.
///
/// One thread holds the GIL, and the clock goes on with each of its instructions. A thread that wants it joins a queue.
/// One that has waited for the switch interval, with the GIL in the same hands all the time, asks the holder to drop
/// it, which it does at its next instruction, to stand in the queue again. The GIL goes to whoever is first there; a
/// thread that blocks, ends or idles lets it go. The main thread, which cannot leave its C++ stack, lets the others run
/// on top of it.
///
/// Without a GIL (a free-threaded build) workers run side by side, at most `processors` of them; more take turns, a
/// switch interval each. A worker then runs ahead of the clock until it does something that others can see (calls a
/// function, raises), and goes on when the clock has got there. The main thread always has a processor of its own.
///
/// Code inside a callback of a native function (a sort key) cannot be left in the middle. When the GIL has to change
/// hands there, the worker runs on ahead of the clock until it is out, and pays the time when it has the GIL again.
///
/// Simplifications: waking up takes the operating system no time; who waited longest is served first; native code costs
/// what the instruction costs that calls it.
/// Source: CPython, Python/ceval_gil.c (take_gil, drop_gil).
class ThreadScheduler {
 public:
  ThreadScheduler(World& world, bool has_gil, std::uint32_t processors);

  // ---- for the interpreter ----
  enum class Verdict : std::uint8_t { GoOn, Suspend, TooDeep };
  /// The running thread runs an instruction, which takes so long.
  void charge(double seconds) { *clock_ += seconds; }
  /// True: tick() has to be asked before the next instruction.
  [[nodiscard]] bool is_due() const { return *clock_ >= limit_; }
  /// What happens meanwhile. Suspend: the worker that runs has to leave its frames and give the thread back, as if it
  /// blocked; its next resume() brings no value. TooDeep: what it just did, ahead of the clock, others could see.
  /// `can_suspend`: it can leave its frames.
  Verdict tick(bool can_suspend);
  /// True while the running worker is ahead of the clock: what others can see has to wait.
  [[nodiscard]] bool is_ahead() const { return clock_ != &world_.trace.now && *clock_ > 0; }
  /// The running worker leaves its frames before an instruction that others can see. REQUIRES: is_ahead().
  void catch_up();
  /// The running thread runs an instruction that others may see or wait for.
  void act() {
    if (clock_ == &world_.trace.now) {
      look();
    } else if (is_ahead()) {
      go_deep();
    }
  }

  // ---- for the loop and World ----
  /// The main thread computes for `seconds`; others interrupt it as they do Python code.
  void spend(double seconds);
  /// The main thread lets go until `wait` is over. False: nothing is left that could end it.
  bool wait(MainWait& wait);
  /// Something happened that the main thread may wait for, or a thread has been called: looked at before the next
  /// instruction.
  void look() { limit_ = -1; }
  /// The first worker is about to be started: from here on the GIL matters, and is recorded.
  void begin();

 private:
  static constexpr double kForever = std::numeric_limits<double>::infinity();
  /// A worker that runs ahead of the clock stops after so long, so that others get a processor.
  static constexpr double kMostAhead = 1e-3;
  /// CPython's least switch interval; without one, threads that wait would never let another finish an instruction.
  static constexpr double kLeastInterval = 1e-6;

  /// null: the main thread
  using Thread = WorkerThread*;
  struct Waiter {
    Thread thread;
    double patience_ends;  ///< moment at which it asks, unless the GIL changed hands since `switches`
    std::uint64_t switches;
  };
  class Turn;

  [[nodiscard]] double interval() const { return std::max(world_.switch_interval, kLeastInterval); }
  [[nodiscard]] bool holds(Thread thread) const { return is_held_ && holder_ == thread; }
  [[nodiscard]] bool must_drop() const { return is_drop_requested_ && is_held_ && holder_ == world_.current_thread(); }
  void request(Thread thread);
  void acquire(Thread thread);
  void release(Thread thread, GilRelease reason);
  void note(TraceKind kind, std::uint8_t detail, Thread thread, std::size_t waiting);

  void settle();
  void arrive(WorkerThread& worker);
  void ask();
  void wake_main();
  [[nodiscard]] double next_moment();
  void jump_to(double moment);
  bool run_others();
  void drop_main();
  void run_holder();
  bool pay(WorkerThread& worker);
  void take_processor(WorkerThread& worker);
  void run_ahead(WorkerThread& worker);
  void leave_processor();
  void set_aside(WorkerThread& worker);
  void go_deep();
  bool has_shown();

  World& world_;
  const bool has_gil_;
  const std::uint32_t processors_;

  // Of the running thread, for charge().
  double* clock_;            ///< the world's, or the worker's own time ahead of it
  double limit_ = kForever;  ///< on that clock

  bool is_begun_ = false;
  bool is_held_ = true;      ///< the GIL
  Thread holder_ = nullptr;  ///< who has it, or had it last
  bool is_drop_requested_ = false;
  std::uint64_t switches_ = 0;  ///< how often the GIL changed hands
  std::deque<Waiter> waiters_;

  MainWait* main_wait_ = nullptr;  ///< null: it does not wait, or for the GIL only
  bool main_runs_ = true;
  ObjectId main_task_ = 0;  ///< whose step the main thread is in while others run

  std::uint32_t processors_taken_ = 0;
  std::deque<WorkerThread*> processor_queue_;
  bool is_deep_ = false;         ///< the running worker is ahead of the clock inside native code
  std::size_t events_seen_ = 0;  ///< of the trace, which are known to concern nobody else
};

}  // namespace sluice
