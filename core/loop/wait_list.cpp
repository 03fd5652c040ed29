#include "loop/wait_list.h"

#include "loop/event_loop.h"
#include "loop/task.h"
#include "loop/world.h"

namespace sluice {

void WaitList::grow() {
  constexpr std::size_t kFirstSize = 4;
  std::vector<Ref<Future>> larger(ring_.empty() ? kFirstSize : ring_.size() * 2);
  for (std::size_t i = 0; i < count_; ++i) larger[i] = static_cast<Ref<Future>&&>(at(i));
  ring_.swap(larger);
  first_ = 0;
}

Ref<Future> WaitList::pop_front() {
  Ref<Future> first = static_cast<Ref<Future>&&>(at(0));
  first_ = (first_ + 1) & (ring_.size() - 1);
  --count_;
  return first;
}

bool WaitList::remove(const Future& future) {
  for (std::size_t i = 0; i < count_; ++i) {
    if (at(i).get() != &future) continue;
    if (i == 0) {
      pop_front();
      return true;
    }
    const Ref<Future> removed = static_cast<Ref<Future>&&>(at(i));
    for (std::size_t j = i + 1; j < count_; ++j) at(j - 1) = static_cast<Ref<Future>&&>(at(j));
    --count_;
    return true;
  }
  return false;
}

bool WaitList::has_uncancelled() const {
  for (std::size_t i = 0; i < count_; ++i) {
    if (!(*this)[i]->cancelled()) return true;
  }
  return false;
}

void wake_waiter(Future& waiter, Value result, ObjectId primitive) {
  if (primitive != 0) {
    const Task* task = waiter.waiting_task();
    waiter.world().trace.record(TraceKind::WaiterWoken, primitive, task == nullptr ? 0 : task->id());
  }
  waiter.set_result(static_cast<Value&&>(result));
}

}  // namespace sluice
