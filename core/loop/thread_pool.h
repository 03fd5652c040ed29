// thread_pool.h — ThreadPool, concurrent.futures.ThreadPoolExecutor on the virtual clock; and asyncio.to_thread. With
// Processes it is a ProcessPoolExecutor.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "base/object.h"
#include "base/value.h"
#include "loop/concurrent_future.h"
#include "loop/native_coroutine.h"
#include "loop/worker_thread.h"
#include "loop/world.h"

namespace sluice {

/// concurrent.futures.ThreadPoolExecutor.
///
/// submit() queues the job. If a worker is idle, the one idle for longest is called; else, if fewer than the maximum
/// exist, the next one is started; else the job waits. A worker takes jobs first in, first out.
class ThreadPool : public Object, public WorkSource {
 public:
  /// `max_workers` 0: min(32, cpu_count + 4). `name_prefix` empty: "ThreadPoolExecutor-N". (ValueError "max_workers
  /// must be greater than 0" is the caller's.)
  ThreadPool(World& world, std::uint32_t max_workers, std::string name_prefix);

  /// Gives each new worker a body that it runs first (initializer). `make` may be called many times. If one raises, the
  /// pool is broken: jobs end with BrokenThreadPool.
  class Initializer : public Object {
   public:
    Initializer() : Object(ObjectKind::LoopPrivate) {}
    virtual Ref<ThreadBody> make_body() = 0;
  };
  void set_initializer(Ref<Initializer> initializer) { initializer_ = static_cast<Ref<Initializer>&&>(initializer); }

  /// What the language adds where the workers are processes.
  class Processes : public Object {
   public:
    Processes() : Object(ObjectKind::LoopPrivate) {}
    /// What a process that starts now has for WorkerThread::memory.
    virtual Value make_memory() = 0;
    /// Of the next process of the run: "ForkProcess-1".
    virtual std::string next_name() = 0;
    /// All of them start with the first job, as forked ones do; else one when a job finds none idle.
    [[nodiscard]] virtual bool start_together() const = 0;
    /// BrokenProcessPool.
    virtual Value make_broken_error() = 0;
  };
  /// REQUIRES: no job has been submitted.
  void set_processes(Ref<Processes> processes) { processes_ = static_cast<Ref<Processes>&&>(processes); }
  [[nodiscard]] bool has_processes() const override { return static_cast<bool>(processes_); }

  /// Return the ConcurrentFuture. RuntimeError "cannot schedule new futures after shutdown"; BrokenThreadPool.
  /// `job_name`: of the function, for pictures.
  Outcome submit(Ref<ThreadBody> body, std::string_view job_name);
  /// No more jobs. `wait`: blocks until the queue is empty and all workers are idle. `cancel_futures`: drops those in
  /// the queue.
  BlockResult shutdown(bool wait, bool cancel_futures);

  [[nodiscard]] std::uint32_t max_workers() const { return max_workers_; }
  [[nodiscard]] bool is_shut_down() const { return is_shut_down_; }
  [[nodiscard]] ObjectId id() const { return id_; }

  Ref<ThreadBody> next_work(WorkerThread& worker) override;
  void work_done(WorkerThread& worker, Outcome outcome) override;

 private:
  struct Job {
    Ref<ConcurrentFuture> future;  ///< null: the initializer
    Ref<ThreadBody> body;
  };
  class Shutdown;
  friend class Shutdown;
  void call_worker();
  void start_worker();
  Value make_broken_error();
  [[nodiscard]] bool is_quiet() const { return queue_.empty() && idle_.size() == workers_.size(); }
  void became_quiet();
  void break_pool();
  void end_workers();
  [[nodiscard]] std::size_t place_of(const WorkerThread& worker) const;

  World& world_;
  ObjectId id_;
  std::uint32_t max_workers_;
  std::string prefix_;
  Ref<Initializer> initializer_;
  Ref<Processes> processes_;  ///< null: the workers are threads
  Ref<ThreadPool> alive_;     ///< itself, while a worker has something to do: jobs end without whoever made the pool
  std::deque<Job> queue_;
  std::vector<Ref<WorkerThread>> workers_;
  std::vector<Job> running_;             ///< one a worker
  std::vector<bool> needs_initializer_;  ///< one a worker
  std::deque<WorkerThread*> idle_;       ///< idle for longest first
  bool is_shut_down_ = false;
  bool is_broken_ = false;
  std::vector<WorkerThread*> closers_;  ///< workers that block in shutdown
};

/// asyncio.to_thread: coroutine; the outcome of `body`, on the default pool. (The caller gives a body that runs the
/// function in a copy of its context.)
Ref<NativeCoroutine> to_thread(World& world, Ref<ThreadBody> body, std::string job_name);

}  // namespace sluice
