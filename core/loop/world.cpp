#include "loop/world.h"

#include <algorithm>
#include <limits>

#include "base/check.h"
#include "base/loop_changes.h"
#include "loop/event_loop.h"
#include "loop/thread_scheduler.h"
#include "loop/worker_thread.h"

namespace sluice {

namespace {

/// A worker that waits for so long: time.sleep, a file.
class Sleeping : public Blocker {
 public:
  Sleeping(double until, BlockKind kind, TextId what) : kind_(kind) {
    has_deadline = true;
    deadline = until;
    about = what;
  }
  bool try_finish(Outcome&) override { return false; }
  Outcome time_out() override { return Outcome::result(Value::none()); }
  void add_waiter(WorkerThread&) override {}
  void remove_waiter(WorkerThread&) override {}
  [[nodiscard]] BlockKind block_kind() const override { return kind_; }

 private:
  BlockKind kind_;
};

/// The main thread sleeps.
class MainSleep : public MainWait {
 public:
  explicit MainSleep(double until) {
    has_deadline = true;
    deadline = until;
  }
  bool is_over() override { return false; }
};

/// The main thread blocks; how that came out.
class MainBlock : public MainWait {
 public:
  explicit MainBlock(Blocker& blocker) : blocker_(blocker) {
    has_deadline = blocker.has_deadline;
    deadline = blocker.deadline;
  }
  bool is_over() override {
    has_finished_ = blocker_.try_finish(outcome_);
    return has_finished_;
  }
  [[nodiscard]] bool has_finished() const { return has_finished_; }
  [[nodiscard]] const Outcome& outcome() const { return outcome_; }

 private:
  Blocker& blocker_;
  Outcome outcome_ = Outcome::result(Value::none());
  bool has_finished_ = false;
};

/// The main thread waits until a thread that it started has begun.
class MainStart : public MainWait {
 public:
  explicit MainStart(const WorkerThread& worker) : worker_(worker) {}
  bool is_over() override { return worker_.has_begun(); }

 private:
  const WorkerThread& worker_;
};

}  // namespace

World::World(Trace& trace_of_run, Language& language_of_run, LoopOptions options_of_run)
    : trace(trace_of_run),
      language(language_of_run),
      options(options_of_run),
      switch_interval(options.switch_interval),
      most_events_(options.max_events != 0 ? static_cast<std::size_t>(options.max_events)
                                           : std::numeric_limits<std::size_t>::max()),
      most_seconds_(options.max_virtual_seconds != 0 ? options.max_virtual_seconds
                                                     : std::numeric_limits<double>::infinity()) {
  if (options.has_costs) scheduler_ = std::make_unique<ThreadScheduler>(*this, options.gil, options.cpu_count);
}

World::~World() = default;

std::uint16_t World::add_worker(WorkerThread& worker) {
  workers_.emplace_back(&worker);
  if (scheduler_) scheduler_->begin();
  return static_cast<std::uint16_t>(workers_.size());
}

void World::wake_at(double moment, WorkerThread& worker) {
  wakes_.push_back(Wake{moment, next_number(), &worker, worker.block_count_});
  std::push_heap(wakes_.begin(), wakes_.end(), later);
  if (scheduler_) scheduler_->look();
}

void World::start(WorkerThread& worker) {
  wake_at(now(), worker);
  if (!scheduler_ || current_thread_ != nullptr || !worker.needs_gil(options.gil)) return;
  MainStart begun(worker);
  scheduler_->wait(begun);
}

ObjectId World::main_object() const { return running_loop_ != nullptr ? running_loop_->id() : 0; }

void World::spend_beside_threads(double seconds) {
  if (scheduler_) return scheduler_->spend(seconds);
  advance_to(now() + seconds);
}

bool World::drop_stale_wakes() {
  while (!wakes_.empty() && wakes_.front().block != wakes_.front().worker->block_count_) {
    std::pop_heap(wakes_.begin(), wakes_.end(), later);
    wakes_.pop_back();
  }
  return !wakes_.empty();
}

Ref<WorkerThread> World::take_wake() {
  std::pop_heap(wakes_.begin(), wakes_.end(), later);
  Ref<WorkerThread> worker(wakes_.back().worker);
  wakes_.pop_back();
  return worker;
}

void World::run_next_wake() {
  trace.now = std::max(trace.now, next_wake());
  take_wake()->resume();
}

void World::advance_to(double moment) {
  while (drop_stale_wakes() && wakes_.front().moment <= moment) run_next_wake();
  trace.now = std::max(trace.now, moment);
}

BlockResult World::sleep(double seconds) { return block_for(seconds, BlockKind::Sleep, 0); }

BlockResult World::read_disk(std::string_view path) {
  return block_for(options.disk_latency, BlockKind::File, trace.text(path));
}

BlockResult World::block_for(double seconds, BlockKind kind, TextId about) {
  const double until = now() + seconds;
  if (current_thread_ != nullptr) return block(make<Sleeping>(until, kind, about));
  trace.record(TraceKind::BlockBegin, static_cast<std::uint8_t>(kind), about, current_line());
  if (scheduler_) {
    MainSleep sleep(until);
    scheduler_->wait(sleep);
  } else {
    advance_to(until);
  }
  trace.record(TraceKind::BlockEnd, static_cast<std::uint8_t>(kind), 0, current_line());
  return BlockResult{false, Outcome::result(Value::none())};
}

BlockResult World::block(Ref<Blocker> blocker) {
  Outcome outcome = Outcome::result(Value::none());
  if (blocker->try_finish(outcome)) return BlockResult{false, outcome};
  if (current_thread_ == nullptr) return block_main(*blocker);
  current_thread_->block_on(static_cast<Ref<Blocker>&&>(blocker));
  return BlockResult{true, Outcome::result(Value::none())};
}

BlockResult World::block_main(Blocker& blocker) {
  const std::uint8_t kind = static_cast<std::uint8_t>(blocker.block_kind());
  trace.record(TraceKind::BlockBegin, kind, 0, current_line());
  Outcome outcome = scheduler_ ? block_by_turns(blocker) : Outcome::result(Value::none());
  while (!scheduler_ && !blocker.try_finish(outcome)) {
    const bool has_next = drop_stale_wakes();
    if (blocker.has_deadline && (!has_next || blocker.deadline < next_wake())) {
      advance_to(blocker.deadline);
      if (!blocker.try_finish(outcome)) outcome = blocker.time_out();
      break;
    }
    if (!has_next) {
      outcome = main_deadlock();
      break;
    }
    advance_to(next_wake());
  }
  trace.record(TraceKind::BlockEnd, kind, 0, current_line());
  return BlockResult{false, outcome};
}

/// block_main where code takes time.
Outcome World::block_by_turns(Blocker& blocker) {
  MainBlock block(blocker);
  if (!scheduler_->wait(block)) return main_deadlock();
  return block.has_finished() ? block.outcome() : blocker.time_out();
}

Outcome World::main_deadlock() {
  trace.record(TraceKind::Deadlock, 0, 0);
  return raise(ErrorKind::Deadlock, "the main thread waits for another thread, and no thread will wake");
}

Context& World::context() {
  if (current_thread_ != nullptr) return current_thread_->context();
  if (!main_context_) main_context_ = make<Context>();
  return *main_context_;
}

Value World::enter_elsewhere(Context& entered) {
  if (entered.is_entered()) {
    return language.make_error(ErrorKind::Runtime,
                               "cannot enter context: " + language.repr(Value(&entered)) + " is already entered");
  }
  static_cast<void>(context());  // makes it, if there was none
  entered.begin(current_thread_ != nullptr ? current_thread_->context_ : main_context_);
  return Value();
}

void World::leave_elsewhere(Context& left) { left.end(current_thread_->context_); }

Outcome World::get_running_loop() {
  EventLoop* loop = running_loop();
  if (loop == nullptr) return raise(ErrorKind::Runtime, "no running event loop");
  return Outcome::result(Value(loop));
}

Outcome World::get_event_loop() {
  if (EventLoop* loop = running_loop()) return Outcome::result(Value(loop));
  return get_event_loop(policy().owner);
}

World::LoopPolicy& World::policy_of(const Value& owner) {
  for (LoopPolicy& known : policies_) {
    if (known.owner.is_same(owner)) return known;
  }
  policies_.push_back(LoopPolicy{owner});
  return policies_.back();
}

Outcome World::get_event_loop(const Value& owner) {
  const bool is_main = current_thread_ == nullptr;
  LoopPolicy& asked = policy_of(owner);
  if (is_main && asked.loop == nullptr && !asked.was_loop_set && !get_event_loop_never_makes(python())) {
    if (get_event_loop_warns(python())) {
      Value error = language.warn_of_deprecation("There is no current event loop");
      if (error) return Outcome::raise(static_cast<Value&&>(error));
    }
    policy_of(owner).set(new_event_loop().get());
  }
  EventLoop* const found = policy_of(owner).loop;
  if (is_main && found != nullptr) return Outcome::result(Value(found));
  const std::string thread = is_main ? "MainThread" : current_thread_->name();
  return raise(ErrorKind::Runtime, "There is no current event loop in thread '" + thread + "'.");
}

Ref<EventLoop> World::new_event_loop() {
  language.report_detail("Using selector: EpollSelector");
  loops_.push_back(make<EventLoop>(*this));
  return loops_.back();
}

TextId World::short_text(const Value& value) {
  if (value.is_none()) {
    if (none_text_ == 0) none_text_ = trace.text("None");
    return none_text_;
  }
  // A run whose tasks all have different results would fill the table with them.
  constexpr std::size_t kMostTexts = 100'000;
  if (trace.text_count() > kMostTexts) return 0;
  if (value.is_object()) return trace.text(language.short_repr(value));
  // A queue's item is asked about twice, when it comes and when it goes.
  ShortText& known = short_texts_[value.bits() % kShortTexts];
  if (known.bits != value.bits()) known = ShortText{value.bits(), trace.text(language.short_repr(value))};
  return known.text;
}

TextId World::name_text(const Value& name) {
  if (!last_name_ || !last_name_.is_same(name)) {
    last_name_ = name;
    last_name_text_ = trace.text(language.text_of(name));
  }
  return last_name_text_;
}

Value World::budget_error() {
  return language.make_budget_error(trace.size() > most_events_ ? LoopBudget::Events : LoopBudget::VirtualSeconds);
}

}  // namespace sluice
