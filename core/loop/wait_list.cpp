#include "loop/wait_list.h"

#include "loop/task.h"
#include "loop/world.h"

namespace sluice {

Ref<Future> WaitList::pop_front() {
  Ref<Future> first = static_cast<Ref<Future>&&>(futures_.front());
  futures_.pop_front();
  return first;
}

bool WaitList::remove(const Future& future) {
  for (std::size_t i = 0; i < futures_.size(); ++i) {
    if (futures_[i].get() != &future) continue;
    if (i == 0) {
      futures_.pop_front();
    } else {
      futures_.erase(futures_.begin() + static_cast<std::ptrdiff_t>(i));
    }
    return true;
  }
  return false;
}

bool WaitList::has_uncancelled() const {
  for (const Ref<Future>& future : futures_) {
    if (!future->cancelled()) return true;
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
