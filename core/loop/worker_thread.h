// worker_thread.h — WorkerThread, a thread that runs only while everything else stands still; ThreadBody, what it runs.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/object.h"
#include "base/value.h"
#include "loop/context.h"
#include "loop/coroutine.h"
#include "loop/world.h"

namespace sluice {

/// Code of the language for a worker: a job of a pool, the target of a threading.Thread.
///
/// core/vm implements it with an interpreter that keeps its frames while it is suspended.
class ThreadBody : public Object {
 public:
  ThreadBody() : Object(ObjectKind::LoopPrivate) {}
  /// Runs until it ends (true, and `outcome` is its result or exception) or until a blocking call said that it must
  /// suspend (false). `value`: the outcome of that call; None (Return) at first.
  virtual bool resume(Outcome value, Outcome& outcome) = 0;
};

/// Something that a thread can stand still for.
class Blocker : public Object {
 public:
  Blocker() : Object(ObjectKind::LoopPrivate) {}
  /// True, with the call's outcome, if the thread can go on now. May take what it waited for.
  virtual bool try_finish(Outcome& outcome) = 0;
  /// The deadline has passed.
  virtual Outcome time_out() = 0;
  /// `worker` begins to wait (null: the main thread): whatever makes it ready has to call `World::wake_at(now,
  /// worker)`.
  virtual void add_waiter(WorkerThread& worker) = 0;
  virtual void remove_waiter(WorkerThread& worker) = 0;
  [[nodiscard]] virtual BlockKind block_kind() const = 0;

  bool has_deadline = false;
  double deadline = 0;  ///< seconds of virtual time
  TextId about = 0;     ///< path or name, for the trace
};

/// What a worker does when it has nothing to run: a pool's queue of jobs, or nothing (threading.Thread).
class WorkSource {
 public:
  virtual ~WorkSource() = default;
  /// The next body, or null: none for now. May record events; runs on the worker.
  virtual Ref<ThreadBody> next_work(WorkerThread& worker) = 0;
  /// The body of the last next_work has ended.
  virtual void work_done(WorkerThread& worker, Outcome outcome) = 0;
  /// Its workers are processes: each has a GIL of its own.
  [[nodiscard]] virtual bool has_processes() const { return false; }
};

/// A thread besides the loop's: of a pool, or a threading.Thread.
class WorkerThread : public Object {
 public:
  /// Records ThreadStarted. `source` must live for as long as it has work for this worker.
  WorkerThread(World& world, std::string name, WorkSource& source);

  /// Runs until it blocks or finds no more work. Called by the World only.
  void resume();
  /// Keeps what this worker waits for; it goes on when that is ready. Called by World::block.
  void block_on(Ref<Blocker> blocker);
  /// Nothing more comes: records ThreadEnded, once.
  void end();
  /// What the end of a program waits for: until no worker has anything to do any more, but for daemons. The result is
  /// None; Deadlock (Raise).
  static BlockResult wait_for_all(World& world);
  bool is_daemon = false;  ///< threading.Thread(daemon=True): the program ends without it

  // ---- where code takes time: called by the ThreadScheduler only ----
  /// What it waited for may be there. False: it has to wait on.
  bool wake_up();
  /// Runs on, with what it waited for, until it blocks, finds no more work or is set aside.
  void go_on();
  [[nodiscard]] bool is_blocked() const { return static_cast<bool>(blocker_); }
  [[nodiscard]] bool needs_gil(bool there_is_one) const { return there_is_one && !is_process(); }
  [[nodiscard]] bool has_begun() const { return has_begun_; }

  [[nodiscard]] const std::string& name() const { return name_; }
  void set_name(std::string name);
  [[nodiscard]] bool is_idle() const { return !body_; }
  [[nodiscard]] bool is_ended() const { return is_ended_; }
  /// All of the run, also those that have ended; number n is at n - 1.
  [[nodiscard]] static const std::vector<Ref<WorkerThread>>& all(const World& world);
  [[nodiscard]] bool is_process() const { return is_process_; }
  [[nodiscard]] std::uint16_t number() const { return number_; }
  [[nodiscard]] ObjectId id() const { return id_; }
  [[nodiscard]] Context& context();
  /// A slot for the language's thread object (threading.current_thread()).
  Value object;
  /// A slot for what the language keeps apart for a process: its memory. No value: a thread, which shares it all.
  Value memory;

 private:
  class Exit;
  friend class ThreadScheduler;
  friend class World;
  /// Waiting: for what blocks it, or for work. Ready: for the GIL or a processor, or it has that. Computing: it ran
  /// ahead of the clock, which has to get there.
  enum class Phase : std::uint8_t { Waiting, Ready, Computing };
  void run_body(Outcome value);
  void finish_body(Outcome outcome);
  bool finish_block(Outcome& outcome);

  World& world_;
  std::string name_;
  WorkSource& source_;
  bool is_process_;
  std::uint16_t number_;
  ObjectId id_;
  Ref<Context> context_;
  Ref<ThreadBody> body_;
  Ref<Blocker> blocker_;
  std::uint32_t block_count_ = 0;
  std::uint32_t jobs_done_ = 0;
  bool is_ended_ = false;

  // Of the ThreadScheduler.
  Phase phase_ = Phase::Waiting;
  bool has_begun_ = false;
  bool is_set_aside_ = false;                             ///< it left its frames in the middle, without blocking
  double ahead_ = 0;                                      ///< seconds that it has run, and the clock has not
  double slice_began_ = 0;                                ///< when it got its processor
  Outcome resume_with_ = Outcome::result(Value::none());  ///< outcome of the call that blocked
  bool has_end_ = false;                                  ///< its body has ended, ahead of the clock
  Outcome end_ = Outcome::result(Value::none());          ///< with this
};

/// threading.Thread: one body, once. An exception that it ends with is dropped: the language shows it before
/// (threading.excepthook).
class Thread : public Object, public WorkSource {
 public:
  /// `name` empty: "Thread-N", with `target_name` in brackets behind it unless that is empty.
  Thread(World& world, std::string name, const std::string& target_name, Ref<ThreadBody> body);

  /// RuntimeError "threads can only be started once", or no value.
  Value start(bool is_daemon);
  /// None, when it has ended or the timeout (seconds; negative: none) is over. RuntimeError "cannot join thread before
  /// it is started", "cannot join current thread".
  BlockResult join(double timeout);
  [[nodiscard]] bool is_alive() const { return is_started_ && !is_done_; }
  [[nodiscard]] bool is_started() const { return is_started_; }
  [[nodiscard]] const std::string& name() const { return name_; }
  void set_name(std::string name);
  [[nodiscard]] WorkerThread* worker() const { return worker_.get(); }
  Value object;  ///< for the language

  Ref<ThreadBody> next_work(WorkerThread& worker) override;
  void work_done(WorkerThread& worker, Outcome outcome) override;

 private:
  class Join;
  friend class Join;

  World& world_;
  std::string name_;
  Ref<ThreadBody> body_;
  Ref<WorkerThread> worker_;
  Ref<Thread> alive_;  ///< itself, while it runs: a running thread needs no other reference
  bool is_started_ = false;
  bool is_done_ = false;
  std::vector<WorkerThread*> joiners_;
};

}  // namespace sluice
