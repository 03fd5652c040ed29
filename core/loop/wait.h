// wait.h — asyncio.wait, wait_for and as_completed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/pointer_map.h"
#include "base/reference_visitor.h"
#include "base/value.h"
#include "loop/future.h"
#include "loop/native_coroutine.h"
#include "loop/queue.h"
#include "loop/timer_heap.h"
#include "loop/world.h"

namespace sluice {

enum class ReturnWhen : std::uint8_t { FirstCompleted, FirstException, AllCompleted };

/// A timeout that may be None.
struct Delay {
  bool is_given = false;
  double seconds = 0;
};

/// asyncio.wait: coroutine; a tuple of two sets, done and pending, in order of the argument (3.10: of creation).
///
/// `awaitables`: what the iterable gave, in order. The caller has refused futures and coroutines in its place
/// (TypeError "expect a list of futures, not …") and unknown return_when values. Raises when awaited: ValueError for an
/// empty list; TypeError "Passing coroutines is forbidden, use tasks explicitly." since 3.11.
Ref<NativeCoroutine> wait(World& world, std::vector<Value> awaitables, Delay timeout, ReturnWhen return_when);

/// asyncio.wait_for: coroutine; the outcome of `awaitable`, or TimeoutError. Before 3.12 a coroutine becomes a task of
/// its own.
Ref<NativeCoroutine> wait_for(World& world, Value awaitable, Delay timeout);

/// asyncio.as_completed: since 3.13 an object for `for` and `async for`; before, a generator that begins at its first
/// `next`.
class AsCompleted : public FutureListener {
 public:
  /// Nothing is started yet.
  AsCompleted(World& world, std::vector<Value> awaitables, Delay timeout);

  /// Makes tasks of coroutines and sets the timeout. Called by the constructor's caller since 3.13, before by the first
  /// `next`. An exception or no value; a second call does nothing.
  Value start();
  /// `next()`: Return a coroutine for the next result; Raise StopIteration at the end.
  Outcome next();
  /// `__anext__()`: coroutine; the next task or future that is done. Raises StopAsyncIteration, TimeoutError.
  Ref<NativeCoroutine> anext();

  Value future_done(Future& future) override;
  [[nodiscard]] ObjectId trace_object() const override { return id_; }
  [[nodiscard]] std::string callback_name() const override;
  bool visit_references(ReferenceVisitor& visit) const override { return visit(awaitables_, todo_, done_, timer_); }

 private:
  class WaitForOne;
  class Timer;
  friend class WaitForOne;
  friend class Timer;
  void timed_out();

  World& world_;
  ObjectId id_;
  EventLoop* loop_ = nullptr;
  std::vector<Value> awaitables_;
  Delay timeout_;
  bool is_started_ = false;
  std::vector<Ref<Future>> todo_;  ///< null where one is done
  PointerMap places_;              ///< of those that are not done, in `todo_`
  std::size_t left_ = 0;           ///< still to be handed out
  Ref<Queue> done_;
  Ref<LoopTimer> timer_;
};

}  // namespace sluice
