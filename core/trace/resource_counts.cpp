#include "trace/resource_counts.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace sluice {

namespace {

enum class Quantity : std::uint8_t { InUse, Waiting, Size, ToGet, ToPut, Unfinished, Busy, Queued };
constexpr std::size_t kQuantities = 8;
constexpr const char* kQuantityNames[kQuantities] = {"in use",         "waiting",    "size", "waiting to get",
                                                     "waiting to put", "unfinished", "busy", "queued"};
constexpr std::uint32_t kNone = 0xffff'ffff;

class ResourceCounter {
 public:
  explicit ResourceCounter(const Trace& trace) : trace_(trace) {}

  std::vector<StepFunction> run() {
    waits_in_.resize(trace_.object_count(), kNone);
    pool_of_job_.resize(trace_.object_count(), 0);
    for (index_ = 0; index_ < trace_.size(); ++index_) see(trace_[index_]);
    return std::move(functions_);
  }

 private:
  void see(const TraceEvent& event) {
    switch (event.kind) {
      case TraceKind::Step:
        leave(event.task);
        break;
      case TraceKind::Wait:
        enter(event);
        break;
      case TraceKind::WaiterWoken:
        leave(event.value);
        break;
      case TraceKind::CancelRequested:
        leave(event.subject);
        break;
      case TraceKind::Acquired:
        of(event.subject, Quantity::InUse).add(event.when, now(), 1);
        break;
      case TraceKind::Released:
        release(of(event.subject, Quantity::InUse), event.when);
        break;
      case TraceKind::QueuePut:
        of(event.subject, Quantity::Unfinished).add(event.when, now(), 1);
        of(event.subject, Quantity::Size).set(event.when, now(), static_cast<std::int32_t>(event.value));
        break;
      case TraceKind::QueueGet:
        of(event.subject, Quantity::Size).set(event.when, now(), static_cast<std::int32_t>(event.value));
        break;
      case TraceKind::QueueTaskDone:
        of(event.subject, Quantity::Unfinished).set(event.when, now(), static_cast<std::int32_t>(event.value));
        break;
      case TraceKind::JobQueued:
        pool_of_job_[event.value] = event.subject;
        of(event.subject, Quantity::Queued).add(event.when, now(), 1);
        break;
      case TraceKind::JobDropped:
        of(event.subject, Quantity::Queued).add(event.when, now(), -1);
        break;
      case TraceKind::JobBegin:
        count_job(event, Quantity::Queued, -1);
        count_job(event, Quantity::Busy, 1);
        break;
      case TraceKind::JobEnd:
        count_job(event, Quantity::Busy, -1);
        break;
      default:  // changes no resource
        break;
    }
  }

  void count_job(const TraceEvent& event, Quantity quantity, std::int32_t change) {
    const ObjectId pool = pool_of_job_[event.value];
    if (pool != 0) of(pool, quantity).add(event.when, now(), change);
  }

  void enter(const TraceEvent& event) {
    if (event.subject == 0 || event.task == 0) return;
    const Quantity quantity = quantity_of(static_cast<WaitKind>(event.detail));
    if (quantity == Quantity::Size) return;
    leave(event.task);
    const std::uint32_t position = position_of(event.subject, quantity);
    waits_in_[event.task] = position;
    functions_[position].add(event.when, now(), 1);
  }

  void leave(ObjectId task) {
    if (task == 0 || waits_in_[task] == kNone) return;
    functions_[waits_in_[task]].add(trace_[index_].when, now(), -1);
    waits_in_[task] = kNone;
  }

  /// A semaphore may be released more often than it was acquired: as a signal, or by mistake.
  void release(StepFunction& function, double when) const {
    if (function.last() > 0) function.add(when, now(), -1);
  }

  /// Size stands for "no queue of waiters".
  static Quantity quantity_of(WaitKind kind) {
    switch (kind) {
      case WaitKind::Semaphore:
      case WaitKind::Lock:
      case WaitKind::Event:
      case WaitKind::Condition:
      case WaitKind::Barrier:
        return Quantity::Waiting;
      case WaitKind::QueueGet:
        return Quantity::ToGet;
      case WaitKind::QueuePut:
        return Quantity::ToPut;
      default:  // futures and what is made of them: their waiters are no queue
        return Quantity::Size;
    }
  }

  StepFunction& of(ObjectId object, Quantity quantity) { return functions_[position_of(object, quantity)]; }

  std::uint32_t position_of(ObjectId object, Quantity quantity) {
    if (object >= slot_of_.size()) slot_of_.resize(trace_.object_count(), kNone);
    if (slot_of_[object] == kNone) {
      slot_of_[object] = static_cast<std::uint32_t>(slots_.size());
      slots_.emplace_back().fill(kNone);
    }
    std::uint32_t& position = slots_[slot_of_[object]][static_cast<std::size_t>(quantity)];
    if (position == kNone) {
      position = static_cast<std::uint32_t>(functions_.size());
      functions_.emplace_back();
      functions_.back().name = kQuantityNames[static_cast<std::size_t>(quantity)];
      functions_.back().object = object;
    }
    return position;
  }

  [[nodiscard]] EventIndex now() const { return static_cast<EventIndex>(index_); }

  const Trace& trace_;
  std::size_t index_ = 0;
  std::vector<StepFunction> functions_;
  std::vector<std::uint32_t> slot_of_;                         // by object: its entry in slots_
  std::vector<std::array<std::uint32_t, kQuantities>> slots_;  // position in functions_, by quantity
  std::vector<std::uint32_t> waits_in_;  // by task: position of the function that counts it as waiting
  std::vector<ObjectId> pool_of_job_;
};

}  // namespace

std::vector<StepFunction> resource_counts(const Trace& trace) { return ResourceCounter(trace).run(); }

const StepFunction* find_function(const std::vector<StepFunction>& functions, const char* name, ObjectId object) {
  for (const StepFunction& function : functions) {
    if (function.object == object && function.name == name) return &function;
  }
  return nullptr;
}

}  // namespace sluice
