// references.cpp — what the loop's objects refer to, and how a cycle through them is broken up.
#include "base/loop_changes.h"
#include "base/reference_visitor.h"
#include "loop/context.h"
#include "loop/event_loop.h"
#include "loop/future.h"
#include "loop/handle.h"
#include "loop/native_coroutine.h"
#include "loop/task.h"
#include "loop/world.h"

namespace sluice {

bool Future::visit_references(ReferenceVisitor& visit) const {
  visit(extra_, value_, first_target_);
  if (more_) {
    for (const DoneCallback& callback : *more_) visit(callback.target);
  }
  return true;
}
void Future::clear_references() {
  first_kind_ = DoneCallback::Kind::None;
  first_target_ = Value();
  more_.reset();
  drop_outcome();
}

bool CallableInContext::visit_references(ReferenceVisitor& visit) const { return visit(callable, context); }

bool Task::visit_references(ReferenceVisitor& visit) const {
  return visit(coroutine_, context_, waiter_) && Future::visit_references(visit);
}
void Task::clear_references() {
  Future::clear_references();
  waiter_.reset();
  coroutine_.reset();
}

void Task::weak_references_gone() {
  if (is_registered_ && !all_tasks_is_native(world().python())) loop_->unregister_task(*this);
}

void NativeCoroutine::clear_references() { awaited_ = Value(); }

bool Handle::visit_references(ReferenceVisitor& visit) const { return visit(callback_, arguments_, context_); }

bool ContextMap::visit_references(ReferenceVisitor& visit) const {
  for (const auto& [variable, value] : entries) visit(variable, value);
  return true;
}
bool Context::visit_references(ReferenceVisitor& visit) const { return visit(map_, outer_); }
bool ContextToken::visit_references(ReferenceVisitor& visit) const { return visit(context, variable, old_value); }
bool ContextVar::visit_references(ReferenceVisitor& visit) const { return visit(default_); }

}  // namespace sluice
