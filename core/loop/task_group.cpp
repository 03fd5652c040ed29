#include "loop/task_group.h"

#include "base/loop_changes.h"
#include "base/reference_visitor.h"
#include "loop/event_loop.h"
#include "loop/wait_list.h"

namespace sluice {

/// TaskGroup.__aexit__: waits for the tasks, and raises what went wrong.
class TaskGroup::Exit : public NativeCoroutine {
 public:
  Exit(TaskGroup& group, Value exception)
      : NativeCoroutine(group.world_, "TaskGroup.__aexit__"),
        group_(&group),
        exception_(static_cast<Value&&>(exception)),
        has_exception_(exception_ && !exception_.is_none()) {}

 protected:
  Outcome advance(Outcome resume) override {
    TaskGroup& group = *group_;
    if (is_started_) {
      if (resume.is_raise()) {
        if (!is_cancelled(resume.value)) return resume;
        if (!group.is_aborting_) {
          propagate_ = resume.value;
          group.abort(0);
        }
      }
      group.on_completed_.reset();
    } else {
      is_started_ = true;
      begin();
    }
    if (!group.places_.empty()) {
      group.on_completed_ = make<Future>(*group.loop_, WaitKind::Group, group.id_);
      return Outcome::yield(Value(group.on_completed_));
    }
    return finish();
  }
  bool visit_variables(ReferenceVisitor& visit) const override { return visit(group_, exception_, propagate_); }

 private:
  [[nodiscard]] bool is_cancelled(const Value& exception) const {
    return group_->world_.language.is_error(exception, ErrorKind::Cancelled);
  }
  [[nodiscard]] bool uncancels_late() const { return group_uncancels_at_its_end(group_->world_.python()); }

  void begin() {
    TaskGroup& group = *group_;
    group.is_exiting_ = true;
    if (has_exception_ && group.is_base_error(exception_) && !group.base_error_) group.base_error_ = exception_;
    if (has_exception_ && is_cancelled(exception_)) propagate_ = exception_;
    if (!uncancels_late()) take_back_cancellation();
    if (has_exception_ && !group.is_aborting_) group.abort(0);
  }

  /// The group itself cancelled its parent: if nobody else did, no CancelledError goes on.
  void take_back_cancellation() {
    if (group_->parent_cancel_requested_ && group_->parent_->uncancel() == 0) propagate_ = Value();
  }

  Outcome finish() {
    TaskGroup& group = *group_;
    Language& language = group.world_.language;
    if (group.base_error_) return raise(group.base_error_);
    if (uncancels_late()) take_back_cancellation();
    if (propagate_ && group.errors_.empty()) return raise(propagate_);
    if (has_exception_ && !is_cancelled(exception_)) group.errors_.push_back(exception_);
    if (group.errors_.empty()) return Outcome::result(Value::none());
    if (uncancels_late() && group.parent_->cancelling() > 0) {
      // Somebody outside has cancelled the parent: it is delivered again at the next await, and the count stays.
      group.parent_->uncancel();
      group.parent_->cancel();
    }
    Value error = language.make_group("unhandled errors in a TaskGroup", group.errors_);
    group.errors_.clear();
    language.set_cause(error, Value::none());
    return raise(error);
  }

  /// Raises it while the exception of the body, or one further out, is being handled.
  Outcome raise(const Value& error) {
    Language& language = group_->world_.language;
    language.set_handled_context(error);
    if (has_exception_) language.set_context(error, exception_);
    const Value raised = error;
    if (group_exit_keeps_errors(group_->world_.python())) {
      language.keep_with_traceback(raised, raised);
    } else {
      exception_ = propagate_ = group_->base_error_ = Value();
    }
    return Outcome::raise(raised);
  }

  Ref<TaskGroup> group_;
  Value exception_;
  bool has_exception_;
  bool is_started_ = false;
  Value propagate_;  ///< a CancelledError to raise unless there are other errors
};

namespace {

/// TaskGroup.__aenter__, which never waits.
class Enter : public NativeCoroutine {
 public:
  Enter(World& world, Ref<TaskGroup> group, Value whole)
      : NativeCoroutine(world, "TaskGroup.__aenter__"),
        group_(static_cast<Ref<TaskGroup>&&>(group)),
        whole_(static_cast<Value&&>(whole)) {}

 protected:
  Outcome advance(Outcome) override {
    Outcome entered = group_->enter();
    return whole_ && entered.is_return() ? Outcome::result(static_cast<Value&&>(whole_)) : entered;
  }
  bool visit_variables(ReferenceVisitor& visit) const override { return visit(group_, whole_); }

 private:
  Ref<TaskGroup> group_;
  Value whole_;
};

}  // namespace

TaskGroup::TaskGroup(World& world) : FutureListener(ObjectKind::TaskGroup), world_(world) {
  id_ = world.trace.create_object(TraceObject::TaskGroup, "");
}

Ref<NativeCoroutine> TaskGroup::aenter() {
  return make<Enter>(world_, Ref<TaskGroup>(this), static_cast<Value&&>(whole_));
}

Ref<NativeCoroutine> TaskGroup::aexit(Value exception) { return make<Exit>(*this, static_cast<Value&&>(exception)); }

std::string TaskGroup::self_repr() { return "<TaskGroup" + repr_info() + ">"; }

std::string TaskGroup::repr_info() const {
  std::string info;
  if (!places_.empty()) info += " tasks=" + std::to_string(places_.size());
  if (!errors_.empty()) info += " errors=" + std::to_string(errors_.size());
  if (is_aborting_) {
    info += " cancelling";
  } else if (is_entered_) {
    info += " entered";
  }
  return info;
}

bool TaskGroup::is_base_error(const Value& exception) const { return world_.language.is_exit(exception); }

Outcome TaskGroup::enter() {
  if (is_entered_) return world_.raise(ErrorKind::Runtime, "TaskGroup " + self_repr() + " has already been entered");
  Outcome loop = world_.get_running_loop();
  if (loop.is_raise()) return loop;
  loop_ = loop.value.as<EventLoop>();
  if (world_.current_task() == nullptr) {
    return world_.raise(ErrorKind::Runtime, "TaskGroup " + self_repr() + " cannot determine the parent task");
  }
  parent_ = Ref<Task>(world_.current_task());
  is_entered_ = true;
  return Outcome::result(Value(this));
}

Outcome TaskGroup::refuse(const Value& coroutine, const char* why) {
  if (group_closes_refused(world_.python())) {
    Outcome closed = world_.language.call_method(coroutine, "close");
    if (closed.is_raise()) return closed;
  }
  return world_.raise(ErrorKind::Runtime, "TaskGroup " + self_repr() + why);
}

Outcome TaskGroup::create_task(const Value& coroutine, TaskOptions options) {
  if (!is_entered_) return refuse(coroutine, " has not been entered");
  if (is_exiting_ && places_.empty()) return refuse(coroutine, " is finished");
  if (is_aborting_) return refuse(coroutine, " is shutting down");
  Outcome made = create_named_task(*loop_, coroutine, options);
  if (made.is_raise() || !made.value.is(ObjectKind::Task)) return made;
  Task& task = *made.value.as<Task>();
  world_.note(TraceKind::Child, id_, task.id());
  if (task.done() && group_counts_done_at_once(world_.python())) {
    future_done(task);
    return made;
  }
  places_.emplace(&task, tasks_.size());
  tasks_.emplace_back(&task);
  task.add_listener(*this);
  return made;
}

void TaskGroup::forget(const Task& task) {
  const auto place = places_.find(&task);
  if (place == places_.end()) return;
  tasks_[place->second].reset();
  places_.erase(place);
}

void TaskGroup::abort(ObjectId because_of) {
  is_aborting_ = true;
  world_.trace.record(TraceKind::GroupAborting, id_, because_of);
  const std::vector<Ref<Task>> tasks = tasks_;
  for (const Ref<Task>& task : tasks) {
    if (task && !task->done()) task->cancel();
  }
}

Value TaskGroup::future_done(Future& future) {
  const Ref<Task> task(static_cast<Task*>(&future));
  forget(*task);
  if (on_completed_ && places_.empty() && !on_completed_->done()) {
    wake_waiter(*on_completed_, Value::boolean(true), 0);
  }
  if (!task->failed()) return Value();
  Value error = task->take_exception();
  errors_.push_back(error);
  if (is_base_error(error) && !base_error_) base_error_ = error;
  if (parent_->done()) {
    Language& language = world_.language;
    ErrorContext context;
    context.message = "Task " + language.repr(Value(task)) + " has errored out but its parent task " +
                      language.repr(Value(parent_)) + " is already completed";
    context.exception = error;
    context.other = Value(task);
    context.other_key = "task";
    return loop_->call_exception_handler(context);
  }
  if (!is_aborting_ && !parent_cancel_requested_) {
    abort(task->id());
    parent_cancel_requested_ = true;
    parent_->cancel();
  }
  return Value();
}

}  // namespace sluice
