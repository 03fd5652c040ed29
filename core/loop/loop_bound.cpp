#include "loop/loop_bound.h"

#include "loop/event_loop.h"

namespace sluice {

EventLoop* LoopBound::get_loop(Value& error) {
  EventLoop* running = world_.running_loop();
  if (loop_ == nullptr) loop_ = running;
  if (running != nullptr && running == loop_) return running;
  error = world_.language.make_error(ErrorKind::Runtime,
                                     world_.language.repr(Value(this)) + " is bound to a different event loop");
  return nullptr;
}

}  // namespace sluice
