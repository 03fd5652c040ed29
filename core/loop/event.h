// event.h — Event, a flag that tasks wait for.
#pragma once

#include <string>

#include "base/reference_visitor.h"
#include "base/value.h"
#include "loop/loop_bound.h"
#include "loop/native_coroutine.h"
#include "loop/wait_list.h"

namespace sluice {

/// asyncio.Event.
class Event : public LoopBound {
 public:
  explicit Event(World& world);
  /// Part of another object: waits are recorded as waits of `kind` for `object`.
  Event(World& world, WaitKind kind, ObjectId object);

  [[nodiscard]] bool is_set() const { return is_set_; }
  void set();
  void clear();
  /// Coroutine; its result is True.
  Ref<NativeCoroutine> wait();
  [[nodiscard]] std::size_t waiters() const { return waiters_.size(); }
  /// "set", "unset, waiters:1"
  [[nodiscard]] std::string repr_info() const;
  bool visit_references(ReferenceVisitor& visit) const override { return visit(waiters_.places()); }

 private:
  class Wait;
  friend class Wait;

  WaitKind wait_kind_ = WaitKind::Event;
  ObjectId wait_object_;
  bool is_set_ = false;
  WaitList waiters_;
};

}  // namespace sluice
