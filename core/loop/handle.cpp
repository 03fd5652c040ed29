#include "loop/handle.h"

#include "base/drop.h"
#include "loop/event_loop.h"
#include "loop/world.h"

namespace sluice {

Handle::Handle(ObjectKind kind, EventLoop& loop, Value callback, std::vector<Value> arguments, Ref<Context> context)
    : Object(kind),
      loop_(loop),
      callback_(static_cast<Value&&>(callback)),
      arguments_(static_cast<std::vector<Value>&&>(arguments)),
      context_(static_cast<Ref<Context>&&>(context)) {
  if (!context_) context_ = loop.world().copy_context();
}

Handle::Handle(EventLoop& loop, Value callback, std::vector<Value> arguments, Ref<Context> context)
    : Handle(ObjectKind::Handle, loop, static_cast<Value&&>(callback), static_cast<std::vector<Value>&&>(arguments),
             static_cast<Ref<Context>&&>(context)) {}

Handle::~Handle() {
  // As the slots of CPython's class end: by their names.
  drop_last_first(arguments_);
  callback_ = Value();
}

void Handle::cancel() {
  if (cancelled_) return;
  if (loop_.debug()) keep_info();
  cancelled_ = true;
  callback_ = Value::none();
  drop_last_first(arguments_);
}

Value Handle::run() {
  World& world = loop_.world();
  Language& language = world.language;
  Value failure = world.enter(*context_);
  if (!failure) {
    Outcome outcome = language.call(callback_, arguments_);
    world.leave(*context_);
    if (!outcome.is_raise()) return Value();
    failure = outcome.value;
  }
  if (language.is_exit(failure)) return failure;
  ErrorContext context;
  context.message = "Exception in callback " + language.describe_callback(callback_, arguments_, loop_.debug());
  context.exception = failure;
  context.handle = Value(this);
  // The frame of Handle._run, which the traceback keeps, has the context: with the handle, and the exception itself.
  language.keep_with_traceback(failure, context.handle);
  language.keep_with_traceback(failure, failure);
  return loop_.call_exception_handler(context);
}

std::string Handle::repr_info() const {
  if (kept_info_) return *kept_info_;
  if (cancelled_) return "cancelled" + origin_info();
  return loop_.world().language.describe_callback(callback_, arguments_, loop_.debug()) + origin_info();
}

void Handle::keep_info() { kept_info_ = std::make_unique<std::string>("cancelled " + repr_info()); }

std::string Handle::origin_info() const { return created_at_ ? " created at " + *created_at_ : std::string(); }

TimerHandle::TimerHandle(EventLoop& loop, double when, Value callback, std::vector<Value> arguments,
                         Ref<Context> context)
    : Handle(ObjectKind::TimerHandle, loop, static_cast<Value&&>(callback),
             static_cast<std::vector<Value>&&>(arguments), static_cast<Ref<Context>&&>(context)),
      when_(when),
      given_when_(Value::number(when)) {}

void TimerHandle::cancel() {
  if (cancelled_) return;
  Handle::cancel();
  loop_.timer_handle_cancelled(*this);
}

std::string TimerHandle::repr_info() const {
  if (kept_info_) return *kept_info_;
  World& world = loop_.world();
  std::string info = cancelled_ ? "cancelled " : "";
  info += "when=" + world.language.repr(given_when_);
  if (!cancelled_) info += " " + world.language.describe_callback(callback_, arguments_, loop_.debug());
  return info + origin_info();
}

}  // namespace sluice
