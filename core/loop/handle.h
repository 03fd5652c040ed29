// handle.h — Handle and TimerHandle, what call_soon and call_later give to the program.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/object.h"
#include "base/value.h"
#include "loop/context.h"
#include "trace/trace.h"

namespace sluice {

class EventLoop;

/// asyncio.Handle: a callable of the program with its arguments, in the ready queue.
///
/// The loop's own callbacks need none: they lie in the queue by value (ready_queue.h).
class Handle : public Object {
 public:
  Handle(EventLoop& loop, Value callback, std::vector<Value> arguments, Ref<Context> context);
  ~Handle() override;
  bool visit_references(ReferenceVisitor& visit) const override;

  /// Takes the callback and its arguments away. A cancelled handle is skipped and costs no time. Twice is once.
  virtual void cancel();
  [[nodiscard]] bool cancelled() const { return cancelled_; }
  [[nodiscard]] EventLoop& loop() const { return loop_; }
  [[nodiscard]] const Ref<Context>& context() const { return context_; }
  [[nodiscard]] const Value& callback() const { return callback_; }
  [[nodiscard]] const std::vector<Value>& arguments() const { return arguments_; }
  /// Calls it in its context: the exception that it raised, or no value. What asyncio reports is reported here; only
  /// exits come out.
  Value run();
  /// What `repr(handle)` holds between "<Handle " and ">": "f(1) at x.py:3", "cancelled", …
  [[nodiscard]] virtual std::string repr_info() const;
  /// In debug mode: where the program made it, "x.py:3".
  void set_created_at(std::string place) {
    created_at_ = std::make_unique<std::string>(static_cast<std::string&&>(place));
  }

  bool is_threadsafe = false;  ///< came by call_soon_threadsafe
  ObjectId trace_object = 0;   ///< for the Callback event: what it belongs to

 protected:
  Handle(ObjectKind kind, EventLoop& loop, Value callback, std::vector<Value> arguments, Ref<Context> context);

  EventLoop& loop_;
  /// What a debugged loop keeps of one that it cancels: its repr is the one of that moment.
  void keep_info();
  /// " created at x.py:3", or nothing.
  [[nodiscard]] std::string origin_info() const;

  bool cancelled_ = false;
  std::unique_ptr<std::string> created_at_;
  std::unique_ptr<std::string> kept_info_;
  Value callback_;
  std::vector<Value> arguments_;
  Ref<Context> context_;
};

/// asyncio.TimerHandle.
class TimerHandle : public Handle {
 public:
  TimerHandle(EventLoop& loop, double when, Value callback, std::vector<Value> arguments, Ref<Context> context);

  void cancel() override;
  /// Seconds of virtual time.
  [[nodiscard]] double when() const { return when_; }
  /// The deadline as the program gave it to call_at, which need not be a float.
  [[nodiscard]] const Value& given_when() const { return given_when_; }
  void set_given_when(Value when) { given_when_ = static_cast<Value&&>(when); }
  [[nodiscard]] std::string repr_info() const override;

 private:
  friend class EventLoop;
  double when_;
  Value given_when_;
  EventIndex timer_event_ = kNoEvent;  ///< the Timer event
  bool is_scheduled_ = false;          ///< in the heap of timers
};

}  // namespace sluice
