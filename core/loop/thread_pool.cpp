#include "loop/thread_pool.h"

#include <algorithm>

namespace sluice {

namespace {

/// max_workers of a pool that was not told: this many at most, and this many more than there are processors.
constexpr std::uint32_t kMostDefaultWorkers = 32;
constexpr std::uint32_t kExtraWorkers = 4;

}  // namespace

/// A thread that waits in shutdown(wait=True).
class ThreadPool::Shutdown : public Blocker {
 public:
  explicit Shutdown(ThreadPool& pool) : pool_(&pool) {}
  bool try_finish(Outcome& outcome) override {
    outcome = Outcome::result(Value::none());
    return pool_->is_quiet();
  }
  Outcome time_out() override { return Outcome::result(Value::none()); }
  void add_waiter(WorkerThread& worker) override { pool_->closers_.push_back(&worker); }
  void remove_waiter(WorkerThread& worker) override {
    std::vector<WorkerThread*>& closers = pool_->closers_;
    closers.erase(std::remove(closers.begin(), closers.end(), &worker), closers.end());
  }
  [[nodiscard]] BlockKind block_kind() const override { return BlockKind::Join; }

 private:
  Ref<ThreadPool> pool_;
};

ThreadPool::ThreadPool(World& world, std::uint32_t max_workers, std::string name_prefix)
    : Object(ObjectKind::ThreadPool),
      world_(world),
      max_workers_(max_workers),
      prefix_(static_cast<std::string&&>(name_prefix)) {
  if (max_workers_ == 0) max_workers_ = std::min(kMostDefaultWorkers, world.options.cpu_count + kExtraWorkers);
  if (prefix_.empty()) prefix_ = "ThreadPoolExecutor-" + std::to_string(world.next_pool_number());
  id_ = world.trace.create_object(TraceObject::Pool, prefix_);
  world.note(TraceKind::Capacity, id_, max_workers_);
}

Outcome ThreadPool::submit(Ref<ThreadBody> body, std::string_view job_name) {
  if (is_broken_) return Outcome::raise(make_broken_error());
  if (is_shut_down_) return world_.raise(ErrorKind::Runtime, "cannot schedule new futures after shutdown");
  const Ref<ConcurrentFuture> future = make<ConcurrentFuture>(world_);
  const ObjectId job = world_.trace.create_object(TraceObject::Job, job_name);
  future->set_job(id_, job);
  world_.trace.record(TraceKind::JobQueued, id_, job);
  queue_.push_back(Job{future, static_cast<Ref<ThreadBody>&&>(body)});
  alive_ = Ref<ThreadPool>(this);
  call_worker();
  return Outcome::result(Value(future));
}

void ThreadPool::call_worker() {
  if (!idle_.empty()) {
    WorkerThread* worker = idle_.front();
    idle_.pop_front();
    world_.wake_at(world_.now(), *worker);
    return;
  }
  do {
    if (workers_.size() >= max_workers_) return;
    start_worker();
  } while (processes_ && processes_->start_together());
}

void ThreadPool::start_worker() {
  const std::string name = processes_ ? processes_->next_name() : prefix_ + "_" + std::to_string(workers_.size());
  workers_.push_back(make<WorkerThread>(world_, name, *this));
  if (processes_) workers_.back()->memory = processes_->make_memory();
  running_.push_back(Job());
  needs_initializer_.push_back(static_cast<bool>(initializer_));
  world_.start(*workers_.back());
}

std::size_t ThreadPool::place_of(const WorkerThread& worker) const {
  std::size_t place = 0;
  while (workers_[place].get() != &worker) ++place;
  return place;
}

Ref<ThreadBody> ThreadPool::next_work(WorkerThread& worker) {
  const std::size_t place = place_of(worker);
  if (needs_initializer_[place]) {
    needs_initializer_[place] = false;
    return initializer_->make_body();
  }
  while (!queue_.empty()) {
    Job job = static_cast<Job&&>(queue_.front());
    queue_.pop_front();
    if (!job.future->set_running_or_notify_cancel()) continue;
    world_.trace.record(TraceKind::JobBegin, worker.id(), job.future->job());
    Ref<ThreadBody> body = static_cast<Ref<ThreadBody>&&>(job.body);
    running_[place] = static_cast<Job&&>(job);
    return body;
  }
  idle_.push_back(&worker);
  if (!is_quiet()) return Ref<ThreadBody>();
  const Ref<ThreadPool> alive = static_cast<Ref<ThreadPool>&&>(alive_);
  became_quiet();
  return Ref<ThreadBody>();
}

void ThreadPool::work_done(WorkerThread& worker, Outcome outcome) {
  Job job = static_cast<Job&&>(running_[place_of(worker)]);
  if (!job.future) {
    if (outcome.is_raise()) break_pool();
    return;
  }
  TaskEnd end = TaskEnd::Result;
  if (outcome.is_raise()) end = TaskEnd::Exception;
  world_.trace.record(TraceKind::JobEnd, static_cast<std::uint8_t>(end), worker.id(), job.future->job());
  if (outcome.is_raise()) {
    job.future->set_exception(static_cast<Value&&>(outcome.value));
  } else {
    job.future->set_result(static_cast<Value&&>(outcome.value));
  }
}

/// An initializer has failed: no job can run any more.
void ThreadPool::break_pool() {
  is_broken_ = true;
  std::deque<Job> queue;
  queue.swap(queue_);
  for (Job& job : queue) {
    if (job.future->done()) continue;
    job.future->set_exception(make_broken_error());
  }
}

Value ThreadPool::make_broken_error() {
  if (processes_) return processes_->make_broken_error();
  return world_.language.make_error(ErrorKind::BrokenThreadPool,
                                    "A thread initializer failed, the thread pool is not usable anymore");
}

void ThreadPool::became_quiet() {
  for (WorkerThread* closer : closers_) world_.wake_at(world_.now(), *closer);
  if (is_shut_down_) end_workers();
}

void ThreadPool::end_workers() {
  for (const Ref<WorkerThread>& worker : workers_) worker->end();
}

BlockResult ThreadPool::shutdown(bool wait, bool cancel_futures) {
  if (!is_shut_down_) world_.trace.record(TraceKind::PoolShutDown, id_, static_cast<std::uint32_t>(queue_.size()));
  is_shut_down_ = true;
  if (cancel_futures) {
    std::deque<Job> queue;
    queue.swap(queue_);
    for (Job& job : queue) job.future->cancel();
  }
  if (is_quiet()) end_workers();
  if (!wait) return BlockResult{false, Outcome::result(Value::none())};
  return world_.block(make<Shutdown>(*this));
}

}  // namespace sluice
