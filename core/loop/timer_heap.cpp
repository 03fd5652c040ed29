#include "loop/timer_heap.h"

#include "loop/handle.h"

namespace sluice {

bool is_timer_cancelled(const Value& target) {
  if (target.is(ObjectKind::TimerHandle)) return target.as<TimerHandle>()->cancelled();
  return target.as<LoopTimer>()->is_cancelled;
}

void TimerHeap::push(Entry entry) {
  std::size_t index = entries_.size();
  entries_.emplace_back();
  while (index > 0) {
    const std::size_t parent = (index - 1) / 2;
    if (!before(entry, entries_[parent])) break;
    entries_[index] = static_cast<Entry&&>(entries_[parent]);
    index = parent;
  }
  entries_[index] = static_cast<Entry&&>(entry);
}

TimerHeap::Entry TimerHeap::pop() {
  Entry top = static_cast<Entry&&>(entries_.front());
  Entry last = static_cast<Entry&&>(entries_.back());
  entries_.pop_back();
  if (!entries_.empty()) {
    entries_.front() = static_cast<Entry&&>(last);
    sift_down(0);
  }
  return top;
}

void TimerHeap::sift_down(std::size_t index) {
  Entry entry = static_cast<Entry&&>(entries_[index]);
  while (true) {
    std::size_t child = 2 * index + 1;
    if (child >= entries_.size()) break;
    if (child + 1 < entries_.size() && before(entries_[child + 1], entries_[child])) ++child;
    if (!before(entries_[child], entry)) break;
    entries_[index] = static_cast<Entry&&>(entries_[child]);
    index = child;
  }
  entries_[index] = static_cast<Entry&&>(entry);
}

void TimerHeap::prune() {
  if (entries_.size() > kMinPrune && cancelled_count_ * 2 > entries_.size()) {
    std::vector<Entry> kept;
    for (Entry& entry : entries_) {
      if (!is_timer_cancelled(entry.target)) kept.push_back(static_cast<Entry&&>(entry));
    }
    entries_.swap(kept);
    for (std::size_t i = entries_.size() / 2; i-- > 0;) sift_down(i);
    cancelled_count_ = 0;
    return;
  }
  while (!entries_.empty() && is_timer_cancelled(entries_.front().target)) {
    if (cancelled_count_ > 0) --cancelled_count_;
    pop();
  }
}

}  // namespace sluice
