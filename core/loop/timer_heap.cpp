#include "loop/timer_heap.h"

#include <new>

#include "loop/handle.h"
#include "loop/sleep.h"

namespace sluice {

bool is_timer_cancelled(const Value& target) {
  if (target.is(ObjectKind::TimerHandle)) return target.as<TimerHandle>()->cancelled();
  if (is_future(target)) return target.as<SleepFuture>()->is_timer_cancelled;
  return target.as<LoopTimer>()->is_cancelled;
}

namespace {

/// Moves an entry to where there is none: nothing ends.
void relocate(TimerHeap::Entry& to, TimerHeap::Entry& from) {
  new (&to) TimerHeap::Entry(static_cast<TimerHeap::Entry&&>(from));
}

}  // namespace

void TimerHeap::push(Entry entry) {
  std::size_t index = entries_.size();
  entries_.emplace_back();
  Entry* const entries = entries_.data();
  while (index > 0) {
    const std::size_t parent = (index - 1) / kChildren;
    if (!before(entry, entries[parent])) break;
    relocate(entries[index], entries[parent]);
    index = parent;
  }
  relocate(entries[index], entry);
}

TimerHeap::Entry TimerHeap::pop() {
  Entry top = static_cast<Entry&&>(entries_.front());
  Entry last = static_cast<Entry&&>(entries_.back());
  entries_.pop_back();
  if (!entries_.empty()) sift_down(0, static_cast<Entry&&>(last));
  return top;
}

void TimerHeap::sift_down(std::size_t hole, Entry entry) {
  Entry* const entries = entries_.data();
  const std::size_t count = entries_.size();
  while (true) {
    const std::size_t first = kChildren * hole + 1;
    if (first >= count) break;
    const std::size_t end = first + kChildren < count ? first + kChildren : count;
    std::size_t least = first;
    for (std::size_t child = first + 1; child < end; ++child) {
      if (before(entries[child], entries[least])) least = child;
    }
    if (!before(entries[least], entry)) break;
    relocate(entries[hole], entries[least]);
    hole = least;
  }
  relocate(entries[hole], entry);
}

void TimerHeap::prune_all() {
  std::vector<Entry> kept;
  for (Entry& entry : entries_) {
    if (!is_timer_cancelled(entry.target)) kept.push_back(static_cast<Entry&&>(entry));
  }
  entries_.swap(kept);
  for (std::size_t i = entries_.size() / kChildren + 1; i-- > 0;) {
    if (i < entries_.size()) sift_down(i, static_cast<Entry&&>(entries_[i]));
  }
  cancelled_count_ = 0;
}

void TimerHeap::prune_top(Value& last) {
  while (!entries_.empty() && is_timer_cancelled(entries_.front().target)) {
    if (cancelled_count_ > 0) --cancelled_count_;
    last = pop().target;
  }
}

}  // namespace sluice
