#include "loop/world.h"

#include <algorithm>

#include "base/check.h"
#include "loop/event_loop.h"
#include "loop/worker_thread.h"

namespace sluice {

namespace {

/// time.sleep on a worker.
class Sleeping : public Blocker {
 public:
  explicit Sleeping(double until) {
    has_deadline = true;
    deadline = until;
  }
  bool try_finish(Outcome&) override { return false; }
  Outcome time_out() override { return Outcome::result(Value::none()); }
  void add_waiter(WorkerThread&) override {}
  void remove_waiter(WorkerThread&) override {}
  [[nodiscard]] BlockKind block_kind() const override { return BlockKind::Sleep; }
};

}  // namespace

World::World(Trace& trace_of_run, Language& language_of_run, LoopOptions options_of_run)
    : trace(trace_of_run), language(language_of_run), options(options_of_run) {}

World::~World() = default;

std::uint16_t World::add_worker(WorkerThread& worker) {
  workers_.emplace_back(&worker);
  return static_cast<std::uint16_t>(workers_.size());
}

void World::wake_at(double moment, WorkerThread& worker) {
  wakes_.push_back(Wake{moment, next_number(), &worker, worker.block_count_});
  std::push_heap(wakes_.begin(), wakes_.end(), later);
}

bool World::drop_stale_wakes() {
  while (!wakes_.empty() && wakes_.front().block != wakes_.front().worker->block_count_) {
    std::pop_heap(wakes_.begin(), wakes_.end(), later);
    wakes_.pop_back();
  }
  return !wakes_.empty();
}

void World::run_next_wake() {
  std::pop_heap(wakes_.begin(), wakes_.end(), later);
  const Wake wake = wakes_.back();
  wakes_.pop_back();
  trace.now = std::max(trace.now, wake.moment);
  const Ref<WorkerThread> worker(wake.worker);
  worker->resume();
}

void World::advance_to(double moment) {
  while (drop_stale_wakes() && wakes_.front().moment <= moment) run_next_wake();
  trace.now = std::max(trace.now, moment);
}

BlockResult World::sleep(double seconds) {
  const double until = now() + seconds;
  if (current_thread_ != nullptr) return block(make<Sleeping>(until));
  trace.record(TraceKind::BlockBegin, static_cast<std::uint8_t>(BlockKind::Sleep), 0, current_line());
  advance_to(until);
  trace.record(TraceKind::BlockEnd, static_cast<std::uint8_t>(BlockKind::Sleep), 0, current_line());
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
  Outcome outcome = Outcome::result(Value::none());
  while (!blocker.try_finish(outcome)) {
    const bool has_next = drop_stale_wakes();
    if (blocker.has_deadline && (!has_next || blocker.deadline < next_wake())) {
      advance_to(blocker.deadline);
      if (!blocker.try_finish(outcome)) outcome = blocker.time_out();
      break;
    }
    if (!has_next) {
      trace.record(TraceKind::Deadlock, 0, 0);
      outcome = raise(ErrorKind::Deadlock, "the main thread waits for another thread, and no thread will wake");
      break;
    }
    advance_to(next_wake());
  }
  trace.record(TraceKind::BlockEnd, kind, 0, current_line());
  return BlockResult{false, outcome};
}

Context& World::context() {
  if (current_thread_ != nullptr) return current_thread_->context();
  if (!main_context_) main_context_ = make<Context>();
  return *main_context_;
}

Value World::enter(Context& entered) {
  if (entered.is_entered()) {
    return language.make_error(ErrorKind::Runtime,
                               "cannot enter context: " + language.repr(Value(&entered)) + " is already entered");
  }
  static_cast<void>(context());  // makes it, if there was none
  Ref<Context>& current = current_thread_ != nullptr ? current_thread_->context_ : main_context_;
  entered.small_flags_ = 1;
  entered.outer_ = static_cast<Ref<Context>&&>(current);
  current = Ref<Context>(&entered);
  return Value();
}

void World::leave(Context& left) {
  Ref<Context>& current = current_thread_ != nullptr ? current_thread_->context_ : main_context_;
  SLUICE_CHECK(current == &left);
  left.small_flags_ = 0;
  current = static_cast<Ref<Context>&&>(left.outer_);
}

Outcome World::get_running_loop() {
  EventLoop* loop = running_loop();
  if (loop == nullptr) return raise(ErrorKind::Runtime, "no running event loop");
  return Outcome::result(Value(loop));
}

Outcome World::get_event_loop() {
  if (EventLoop* loop = running_loop()) return Outcome::result(Value(loop));
  const bool is_main = current_thread_ == nullptr;
  if (is_main && policy_loop_ == nullptr && !was_loop_set_ && !get_event_loop_never_makes(python())) {
    set_event_loop(new_event_loop().get());
  }
  if (is_main && policy_loop_ != nullptr) return Outcome::result(Value(policy_loop_));
  const std::string thread = is_main ? "MainThread" : current_thread_->name();
  return raise(ErrorKind::Runtime, "There is no current event loop in thread '" + thread + "'.");
}

Ref<EventLoop> World::new_event_loop() {
  loops_.push_back(make<EventLoop>(*this));
  return loops_.back();
}

void World::set_event_loop(EventLoop* loop) {
  was_loop_set_ = true;
  policy_loop_ = loop;
}

TextId World::short_text(const Value& value) {
  if (value.is_none()) {
    if (none_text_ == 0) none_text_ = trace.text("None");
    return none_text_;
  }
  // A run whose tasks all have different results would fill the table with them.
  constexpr std::size_t kMostTexts = 100'000;
  if (trace.text_count() > kMostTexts) return 0;
  return trace.text(language.short_repr(value));
}

TextId World::name_text(const Value& name) {
  if (!last_name_ || !last_name_.is_same(name)) {
    last_name_ = name;
    last_name_text_ = trace.text(language.text_of(name));
  }
  return last_name_text_;
}

Value World::check_budgets() {
  if (options.max_events != 0 && trace.size() > options.max_events) {
    return language.make_budget_error(LoopBudget::Events);
  }
  if (options.max_virtual_seconds != 0 && now() > options.max_virtual_seconds) {
    return language.make_budget_error(LoopBudget::VirtualSeconds);
  }
  return Value();
}

}  // namespace sluice
