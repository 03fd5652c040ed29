#include "loop/ready_queue.h"

namespace sluice {

void ReadyQueue::grow() {
  constexpr std::size_t kFirstSize = 16;
  std::vector<ReadyEntry> larger(entries_.empty() ? kFirstSize : entries_.size() * 2);
  for (std::size_t i = 0; i < count_; ++i) {
    larger[i] = static_cast<ReadyEntry&&>(entries_[(first_ + i) & (entries_.size() - 1)]);
  }
  entries_.swap(larger);
  first_ = 0;
}

void ReadyQueue::clear() {
  // An entry may hold the last reference to an object whose end schedules again: take each out before it is dropped.
  while (!empty()) pop();
}

}  // namespace sluice
