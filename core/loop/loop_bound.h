// loop_bound.h — LoopBound, what belongs to the first loop that waits on it.
#pragma once

#include "base/object.h"
#include "base/value.h"
#include "loop/world.h"

namespace sluice {

/// Base of locks and queues: bound to the loop of the first wait (asyncio's _LoopBoundMixin).
class LoopBound : public Object {
 public:
  LoopBound(ObjectKind kind, World& world) : Object(kind), world_(world) {}
  [[nodiscard]] World& world() const { return world_; }
  /// Number in the trace; 0: hidden, part of another object.
  [[nodiscard]] ObjectId id() const { return id_; }
  /// Null until the first wait.
  [[nodiscard]] EventLoop* loop() const { return loop_; }
  /// The loop that runs; null, with RuntimeError "… is bound to a different event loop" in `error`, if it is not the
  /// one of before.
  EventLoop* get_loop(Value& error);

 protected:
  World& world_;
  EventLoop* loop_ = nullptr;
  ObjectId id_ = 0;
};

}  // namespace sluice
