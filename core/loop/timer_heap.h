// timer_heap.h — TimerHeap: timers by deadline, and by order of scheduling where deadlines are equal.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/value.h"
#include "trace/trace.h"

namespace sluice {

/// A timer of the loop itself (the end of a sleep, a timeout, …), which no Handle of the program stands for.
class LoopTimer : public Object {
 public:
  explicit LoopTimer(ObjectKind kind = ObjectKind::LoopPrivate) : Object(kind) {}
  /// It is due and its turn has come: an exception or no value.
  virtual Value timer_due() = 0;
  [[nodiscard]] virtual CallbackKind callback_kind() const { return CallbackKind::Timeout; }
  [[nodiscard]] virtual ObjectId trace_object() const = 0;
  /// It was cancelled: what it holds goes, while it stays in the heap (TimerHandle.cancel).
  virtual void let_go() = 0;

  bool is_cancelled = false;          ///< skipped, at no cost
  bool is_scheduled = false;          ///< in the heap
  EventIndex timer_event = kNoEvent;  ///< its Timer event
  Value context;                      ///< what the context held in which it was set, cancelled or not
};

/// A min-heap of timers, of four children each: half as deep as one of two, and a family lies in two cache lines.
///
/// Invariants:
/// (1) parent <= child under (when, number); numbers are unique, so the order is total and pops are deterministic.
/// (2) a cancelled timer stays until it reaches the top or until pruning; `note_cancelled` counts it.
/// (3) after `prune`, cancelled timers are at most half of the heap, or the heap has at most kMinPrune timers.
///
/// kMinPrune = 100 as in asyncio: below it, scanning costs more than the memory it frees.
class TimerHeap {
 public:
  static constexpr std::size_t kMinPrune = 100;
  struct Entry {
    double when;
    std::uint64_t number;
    Value target;  ///< TimerHandle, SleepFuture or LoopTimer
  };

  [[nodiscard]] bool empty() const { return entries_.empty(); }
  [[nodiscard]] std::size_t size() const { return entries_.size(); }
  /// The earliest. REQUIRES: !empty().
  [[nodiscard]] const Entry& top() const { return entries_.front(); }
  void push(Entry entry);
  Entry pop();
  void note_cancelled() { ++cancelled_count_; }
  /// Drops cancelled timers: all of them when they are more than half of a large heap, else those at the top. `last`
  /// gets the last of these.
  void prune(Value& last) {
    if (cancelled_count_ == 0) return;
    if (entries_.size() > kMinPrune && cancelled_count_ * 2 > entries_.size()) return prune_all();
    prune_top(last);
  }
  void clear() { entries_.clear(); }

 private:
  static bool before(const Entry& a, const Entry& b) {
    return a.when != b.when ? a.when < b.when : a.number < b.number;
  }
  void prune_all();
  void prune_top(Value& last);
  static constexpr std::size_t kChildren = 4;
  /// The heap's order holds again once `entry` has found its place at `hole` or below it.
  void sift_down(std::size_t hole, Entry entry);

  std::vector<Entry> entries_;
  std::size_t cancelled_count_ = 0;
};

/// True if the timer behind a heap's entry was cancelled.
[[nodiscard]] bool is_timer_cancelled(const Value& target);

}  // namespace sluice
