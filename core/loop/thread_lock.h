// thread_lock.h — locks, events, conditions and semaphores between threads (module threading).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/object.h"
#include "base/value.h"
#include "loop/worker_thread.h"
#include "loop/world.h"

namespace sluice {

/// threading.Lock and RLock; also, as it counts, threading.Semaphore.
///
/// Order: threads get it in the order in which they asked.
class ThreadLock : public Object {
 public:
  enum class Form : std::uint8_t { Lock, Reentrant, Semaphore, BoundedSemaphore };
  /// `permits`: 1 but for semaphores.
  ThreadLock(World& world, Form form, std::int64_t permits);

  /// True, or False where it would have to wait and may not, or the timeout (seconds; negative: none) is over. A main
  /// thread that nobody will let go on raises Deadlock.
  BlockResult acquire(bool blocking, double timeout);
  /// RuntimeError "release unlocked lock", "cannot release un-acquired lock" (Reentrant), ValueError "Semaphore
  /// released too many times"; or no value.
  Value release(std::int64_t count = 1);
  [[nodiscard]] bool locked() const { return permits_ == 0; }
  [[nodiscard]] bool is_owned() const;
  [[nodiscard]] Form form() const { return form_; }
  [[nodiscard]] std::int64_t permits() const { return permits_; }
  /// The most permits that a BoundedSemaphore may have.
  [[nodiscard]] std::int64_t bound() const { return bound_; }
  /// How often the owner of a Reentrant holds it; 0 when nobody does. The owner is null for the main thread.
  [[nodiscard]] std::int64_t depth() const { return depth_; }
  [[nodiscard]] const WorkerThread* owner() const { return owner_; }

 private:
  class Acquire;
  friend class Acquire;
  bool try_take(const WorkerThread* who);
  void wake_first();

  World& world_;
  Form form_;
  std::int64_t permits_;
  std::int64_t bound_;
  const WorkerThread* owner_ = nullptr;  ///< of a Reentrant that is held; null is the main thread
  std::int64_t depth_ = 0;               ///< how often the owner holds it
  std::vector<WorkerThread*> waiters_;
};

/// threading.Event.
class ThreadEvent : public Object {
 public:
  explicit ThreadEvent(World& world) : Object(ObjectKind::ThreadEvent), world_(world) {}
  [[nodiscard]] bool is_set() const { return is_set_; }
  void set();
  /// Threads that wait go on even if it is cleared before their turn comes.
  void clear() { is_set_ = false; }
  /// True; False if the timeout (seconds; negative: none) is over first.
  BlockResult wait(double timeout);

 private:
  class Wait;
  friend class Wait;

  World& world_;
  bool is_set_ = false;
  std::uint32_t times_set_ = 0;
  std::vector<WorkerThread*> waiters_;
};

}  // namespace sluice
