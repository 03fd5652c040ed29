// world.h — World, one program's virtual clock, threads and counters.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/python_version.h"
#include "base/value.h"
#include "loop/context.h"
#include "loop/coroutine.h"
#include "loop/language.h"
#include "trace/trace.h"

namespace sluice {

class Blocker;
class EventLoop;
class Task;
class ThreadScheduler;
class WorkerThread;

struct LoopOptions {
  PythonVersion python;
  double step = 1e-5;             ///< seconds that each handle costs
  std::uint32_t cpu_count = 4;    ///< os.cpu_count()
  bool has_costs = false;         ///< Python code takes time: the interpreter charges it to the scheduler
  double switch_interval = 5e-3;  ///< seconds after which a waiting thread asks for the GIL
  bool gil = true;
  double disk_latency = 0;         ///< seconds that a transfer from or to the virtual disk takes
  std::uint64_t max_events = 0;    ///< 0: no bound
  double max_virtual_seconds = 0;  ///< 0: no bound
};

/// What a blocking call answers: its result, or that the calling worker has to stand still first.
///
/// On a worker the caller then leaves its frames as they are and gives the thread back (ThreadBody::resume returns
/// Blocked); the call's result is what the next `resume` brings. On the loop's thread calls never suspend: the world
/// goes on inside them.
struct BlockResult {
  bool must_suspend;
  Outcome outcome;  ///< meaningless if must_suspend
};

/// The clock, worker threads, and what is one for the whole program: counters, the running loop, the current context.
///
/// The clock is `trace.now`. One thread runs at a time: the loop's (also called main), or one worker.
/// Source: tests/conformance/README.md, "The virtual-time contract", and oracle.py there.
class World {
 public:
  World(Trace& trace, Language& language, LoopOptions options);
  ~World();
  World(const World&) = delete;
  World& operator=(const World&) = delete;

  Trace& trace;
  Language& language;
  const LoopOptions options;
  [[nodiscard]] PythonVersion python() const { return options.python; }

  // ---- clock ----
  [[nodiscard]] double now() const { return trace.now; }
  /// Moves the clock to `moment`; workers whose moment comes on the way run at it. Never goes back.
  void advance_to(double moment);
  /// The moment at which the next worker wakes. REQUIRES: has_wake().
  [[nodiscard]] double next_wake() const { return wakes_.front().moment; }
  [[nodiscard]] bool has_wake() const { return !wakes_.empty(); }
  /// `worker` goes on at `moment`. Order: equal moments in the order of these calls.
  void wake_at(double moment, WorkerThread& worker);
  /// The running thread computes for so long: what a handle costs.
  void spend(double seconds) {
    if (scheduler_ != nullptr || !wakes_.empty()) return spend_beside_threads(seconds);
    const double after = trace.now + seconds;
    if (after > trace.now) trace.now = after;
  }
  /// Who runs when, where Python code takes time; null where it does not.
  [[nodiscard]] ThreadScheduler* scheduler() const { return scheduler_.get(); }
  /// Grows by one a call: orders timers and wakes that have one moment.
  std::uint64_t next_number() { return ++number_; }

  // ---- blocking calls, on whichever thread runs now ----
  /// time.sleep(seconds). REQUIRES: seconds >= 0. The result is None.
  BlockResult sleep(double seconds);
  /// Waits for the virtual disk; the trace names the file. The result is None.
  BlockResult read_disk(std::string_view path);
  /// Waits until `blocker` is ready, or its deadline has passed. On the main thread a wait that nothing can end is a
  /// Deadlock (Raise).
  BlockResult block(Ref<Blocker> blocker);

  // ---- threads ----
  /// sys.setswitchinterval(): seconds, more than 0.
  double switch_interval;
  /// The worker that runs now; null on the loop's thread.
  [[nodiscard]] WorkerThread* current_thread() const { return current_thread_; }
  /// Keeps a new worker for the whole run; its number, from 1.
  std::uint16_t add_worker(WorkerThread& worker);
  /// Lets a new worker begin. Where code takes time the main thread waits until it has, as threading.Thread.start()
  /// does.
  void start(WorkerThread& worker);
  /// What the main thread is in the trace: the loop that runs on it, or 0.
  [[nodiscard]] ObjectId main_object() const;
  /// For unnamed pools: 0, 1, …
  std::uint32_t next_pool_number() { return pool_count_++; }
  /// For unnamed threads ("Thread-1"): 1, 2, …
  std::uint32_t next_thread_number() { return ++thread_count_; }

  // ---- contexts ----
  /// The current context of the thread that runs now.
  [[nodiscard]] Context& context();
  /// contextvars.copy_context()
  [[nodiscard]] Ref<Context> copy_context() { return context().copy(); }
  /// Begin and end of Context.run. `enter` gives RuntimeError if somebody is in it already, else no value.
  Value enter(Context& entered) {
    if (entered.is_entered() || current_thread_ != nullptr || !main_context_) return enter_elsewhere(entered);
    entered.begin(main_context_);
    return Value();
  }
  void leave(Context& left) {
    if (current_thread_ != nullptr) return leave_elsewhere(left);
    left.end(main_context_);
  }

  // ---- loops ----
  /// The loop that runs now on this thread; null: none (asyncio._get_running_loop).
  [[nodiscard]] EventLoop* running_loop() const { return current_thread_ == nullptr ? running_loop_ : nullptr; }
  /// asyncio.get_running_loop: RuntimeError "no running event loop", or the loop.
  Outcome get_running_loop();
  /// asyncio.get_event_loop: the running one; else the one that was set; else, before 3.14 and on the main thread where
  /// none was ever set, a new one; else RuntimeError.
  Outcome get_event_loop();
  /// shield()'s: the one FutureListener for all inner futures whose outer one was cancelled; null before the first.
  [[nodiscard]] Ref<Object>& shield_reporter() { return shield_reporter_; }
  Ref<EventLoop> new_event_loop();
  /// Null: none was made.
  [[nodiscard]] EventLoop* newest_loop() const { return loops_.empty() ? nullptr : loops_.back().get(); }
  /// asyncio.set_event_loop; null: None.
  void set_event_loop(EventLoop* loop) { policies_[policy_].set(loop); }
  /// What an event loop policy remembers. The first one is asyncio's own, which has no `owner` until a program asks
  /// for it.
  struct LoopPolicy {
    Value owner;
    EventLoop* loop = nullptr;
    bool was_loop_set = false;
    void set(EventLoop* given) {
      loop = given;
      was_loop_set = true;
    }
  };
  [[nodiscard]] LoopPolicy& policy() { return policies_[policy_]; }
  /// That of a policy object; a new one if it is not known.
  [[nodiscard]] LoopPolicy& policy_of(const Value& owner);
  /// asyncio.set_event_loop_policy.
  void use_policy(const Value& owner) { policy_ = static_cast<std::size_t>(&policy_of(owner) - policies_.data()); }
  /// The policy's get_event_loop(), which does not look for a loop that runs.
  Outcome get_event_loop(const Value& policy);
  /// What call_soon() refused to an object of asyncio that wanted to schedule something; whoever asked that object
  /// raises it. Taking it forgets it; no value: nothing was refused.
  void set_failed_call(Value error) { failed_call_ = static_cast<Value&&>(error); }
  [[nodiscard]] Value take_failed_call() {
    Value failed = static_cast<Value&&>(failed_call_);
    failed_call_ = Value();
    return failed;
  }
  /// The task that runs now; null: none.
  [[nodiscard]] Task* current_task() const { return current_task_; }
  [[nodiscard]] std::uint32_t next_task_number() { return ++task_count_; }
  /// True while the loop runs a handle: what becomes ready then has that handle as its cause.
  [[nodiscard]] bool is_in_handle() const { return is_in_handle_; }

  // ---- helpers for what is recorded ----
  /// Records an event about an object, unless the object is hidden (id 0).
  void note(TraceKind kind, ObjectId subject, std::uint32_t value) {
    if (subject != 0) trace.record(kind, subject, value);
  }
  void note(TraceKind kind, std::uint8_t detail, ObjectId subject, std::uint32_t value) {
    if (subject != 0) trace.record(kind, detail, subject, value);
  }
  [[nodiscard]] std::uint32_t current_line() const { return trace.lines == nullptr ? 0 : trace.lines->current_line(); }
  /// A value as a short text of the trace: its repr where that is short, else 0. Exceptions as "Type: message"-like
  /// repr.
  TextId short_text(const Value& value);
  /// Id of a coroutine function's name; equal values in succession cost no look-up.
  TextId name_text(const Value& name);

  // ---- errors ----
  [[nodiscard]] Outcome raise(ErrorKind kind, std::string_view message) {
    return Outcome::raise(language.make_error(kind, message));
  }
  /// True if a budget is used up. Asked by the loop after each handle.
  [[nodiscard]] bool is_over_budget() const { return trace.size() > most_events_ || now() > most_seconds_; }
  /// That budget's error. REQUIRES: is_over_budget().
  Value budget_error();

 private:
  friend class EventLoop;
  friend class Task;
  friend class ThreadScheduler;
  friend class WorkerThread;
  struct Wake {
    double moment;
    std::uint64_t number;
    WorkerThread* worker;
    std::uint32_t block;  ///< the worker's block_count when this was asked for: a later block makes it stale
  };
  static bool later(const Wake& a, const Wake& b) {
    return a.moment != b.moment ? a.moment > b.moment : a.number > b.number;
  }
  void spend_beside_threads(double seconds);
  Value enter_elsewhere(Context& entered);
  void leave_elsewhere(Context& left);
  BlockResult block_main(Blocker& blocker);
  BlockResult block_for(double seconds, BlockKind kind, TextId about);
  Outcome block_by_turns(Blocker& blocker);
  Outcome main_deadlock();
  /// Forgets wakes that a later block of their worker has made pointless; true if one is left.
  bool drop_stale_wakes();
  /// Takes the next worker out of the heap. REQUIRES: has_wake().
  Ref<WorkerThread> take_wake();
  /// Lets it run. REQUIRES: has_wake().
  void run_next_wake();

  // The budgets; what no program reaches where there is no bound.
  std::size_t most_events_;
  double most_seconds_;
  std::unique_ptr<ThreadScheduler> scheduler_;
  std::vector<Wake> wakes_;  ///< a heap, earliest first
  std::uint64_t number_ = 0;
  std::uint32_t pool_count_ = 0;
  std::uint32_t thread_count_ = 0;
  std::uint32_t task_count_ = 0;
  bool is_in_handle_ = false;  ///< the loop runs a handle
  WorkerThread* current_thread_ = nullptr;
  EventLoop* running_loop_ = nullptr;
  Task* current_task_ = nullptr;
  Ref<Context> main_context_;
  Value failed_call_;
  Value last_name_;  ///< of name_text
  TextId last_name_text_ = 0;
  TextId none_text_ = 0;
  /// Of numbers that short_text was asked about, the newest for each place.
  struct ShortText {
    std::uint64_t bits = 0;
    TextId text = 0;
  };
  static constexpr std::size_t kShortTexts = 64;
  ShortText short_texts_[kShortTexts];
  std::vector<Ref<EventLoop>> loops_;  ///< all that were made: they live as long as the run
  Ref<Object> shield_reporter_;
  std::vector<LoopPolicy> policies_ = std::vector<LoopPolicy>(1);  ///< those that something was asked of
  std::size_t policy_ = 0;                                         ///< the one that is in use
  std::vector<Ref<WorkerThread>> workers_;
};

}  // namespace sluice
