// timeout.h — Timeout, `async with asyncio.timeout(…)`.
#pragma once

#include <cstdint>
#include <string>

#include "base/object.h"
#include "base/reference_visitor.h"
#include "base/value.h"
#include "loop/native_coroutine.h"
#include "loop/task.h"
#include "loop/timer_heap.h"
#include "loop/world.h"

namespace sluice {

/// asyncio.Timeout (3.11).
class Timeout : public Object {
 public:
  /// `when`: seconds of virtual time; with `has_deadline` false there is none. (asyncio.timeout(delay) is
  /// timeout_at(now + delay), and raises RuntimeError outside a loop: see World::get_running_loop.)
  Timeout(World& world, bool has_deadline, double when);
  ~Timeout() override;

  /// Coroutine; the Timeout. RuntimeError: "Timeout has already been entered", "Timeout should be used inside a task".
  Ref<NativeCoroutine> aenter();
  /// Coroutine; None. `exception`: what leaves the body, or None. Raises TimeoutError in place of its own
  /// CancelledError.
  Ref<NativeCoroutine> aexit(Value exception);
  /// The same without a coroutine: neither ever waits.
  Outcome enter();
  Outcome exit(const Value& exception);
  /// RuntimeError "Timeout has not been entered", "Cannot change state of … Timeout"; or no value.
  Value reschedule(bool has_deadline, double when);
  [[nodiscard]] bool has_deadline() const { return has_deadline_; }
  [[nodiscard]] double when() const { return when_; }
  /// The deadline as the program gave it: an int stays one. REQUIRES: has_deadline().
  [[nodiscard]] Value given_when() const { return given_when_ ? given_when_ : Value::number(when_); }
  void set_given_when(Value when) { given_when_ = static_cast<Value&&>(when); }
  [[nodiscard]] bool is_active() const { return state_ == State::Entered; }  ///< may be rescheduled
  [[nodiscard]] bool expired() const { return state_ == State::Expiring || state_ == State::Expired; }
  [[nodiscard]] ObjectId id() const { return id_; }
  /// "[active] when=1.5": what repr puts behind "<Timeout ".
  [[nodiscard]] std::string repr_info() const;
  bool visit_references(ReferenceVisitor& visit) const override { return visit(given_when_, task_, timer_); }

 private:
  enum class State : std::uint8_t { Created, Entered, Expiring, Expired, Exited };
  class Timer;
  friend class Timer;
  class Enter;
  class Exit;
  void on_timeout();
  void insert_timeout_error(Value exception);
  [[nodiscard]] const char* state_name() const;

  World& world_;
  bool has_deadline_;
  double when_;
  Value given_when_;
  State state_ = State::Created;
  ObjectId id_;
  std::uint32_t cancelling_ = 0;  ///< requests to cancel the task when it entered
  Ref<Task> task_;
  Ref<LoopTimer> timer_;
};

}  // namespace sluice
