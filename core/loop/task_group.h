// task_group.h — TaskGroup, tasks that end together.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/reference_visitor.h"
#include "base/value.h"
#include "loop/future.h"
#include "loop/native_coroutine.h"
#include "loop/task.h"
#include "loop/world.h"

namespace sluice {

/// asyncio.TaskGroup (3.11). Source: CPython 3.11, 3.12, 3.13 and 3.14, which differ in what happens to the parent's
/// own cancellation.
class TaskGroup : public FutureListener {
 public:
  explicit TaskGroup(World& world);

  /// Coroutine; the group. RuntimeError: "TaskGroup … has already been entered", "… cannot determine the parent task".
  Ref<NativeCoroutine> aenter();
  /// What the next aenter() gives: the object of a derived class that this group lies in.
  void enter_as(const Value& whole) { whole_ = whole; }
  /// The same without a coroutine: it never waits.
  Outcome enter();
  /// Coroutine; None. `exception`: what leaves the body, or None. Raises the group of errors, or CancelledError.
  Ref<NativeCoroutine> aexit(Value exception);
  /// Return the Task. RuntimeError: "TaskGroup … has not been entered", "… is finished", "… is shutting down";
  /// since 3.13 the coroutine is closed then.
  Outcome create_task(const Value& coroutine, TaskOptions options);
  [[nodiscard]] ObjectId id() const { return id_; }
  /// " tasks=2 entered": what repr puts between "<TaskGroup" and ">".
  [[nodiscard]] std::string repr_info() const;
  bool visit_references(ReferenceVisitor& visit) const override {
    return visit(parent_, tasks_, whole_, errors_, on_completed_);
  }

  Value future_done(Future& future) override;
  [[nodiscard]] ObjectId trace_object() const override { return id_; }
  [[nodiscard]] std::string callback_name() const override { return "TaskGroup._on_task_done()"; }

 private:
  class Exit;
  friend class Exit;
  void abort(ObjectId because_of);
  [[nodiscard]] std::string self_repr();
  Outcome refuse(const Value& coroutine, const char* why);
  void forget(const Task& task);
  [[nodiscard]] bool is_base_error(const Value& exception) const;

  World& world_;
  ObjectId id_;
  EventLoop* loop_ = nullptr;
  bool is_entered_ = false;
  bool is_exiting_ = false;
  bool is_aborting_ = false;
  bool parent_cancel_requested_ = false;
  Ref<Task> parent_;
  std::vector<Ref<Task>> tasks_;                         ///< in order of creation; null where one is done
  std::unordered_map<const Task*, std::size_t> places_;  ///< of those that are not done, in `tasks_`
  std::vector<Value> errors_;
  Value whole_;       ///< what enter_as() was given
  Value base_error_;  ///< KeyboardInterrupt or SystemExit; no value: none
  Ref<Future> on_completed_;
};

}  // namespace sluice
