// builder.h — TraceBuilder, for traces written by hand: moment and task first, then the event in words.
#pragma once

#include "trace/trace.h"

#include <cstdint>
#include <string_view>

namespace sluice {

struct TraceBuilder {
  Trace trace;

  /// The events that follow happen at this moment, on the loop's thread, in that task.
  TraceBuilder& at(double when, ObjectId task = 0) {
    trace.now = when;
    trace.task = task;
    trace.thread = 0;
    return *this;
  }
  /// The events that follow happen at this moment on a worker.
  TraceBuilder& on_worker(double when, std::uint16_t thread) {
    at(when);
    trace.thread = thread;
    return *this;
  }

  ObjectId object(TraceObject kind) { return trace.create_object(kind, 0, 0, 0); }
  ObjectId object(TraceObject kind, std::string_view name) { return trace.create_object(kind, name); }
  ObjectId task(std::uint32_t number, std::string_view coroutine) {
    return trace.create_object(TraceObject::Task, 0, number, trace.text(coroutine));
  }

  EventIndex event(TraceKind kind, std::uint32_t subject = 0, std::uint32_t value = 0) {
    return trace.record(kind, subject, value);
  }
  template <typename Detail>
  EventIndex event(TraceKind kind, Detail detail, std::uint32_t subject, std::uint32_t value) {
    return trace.record(kind, static_cast<std::uint8_t>(detail), subject, value);
  }
  EventIndex step(EventIndex cause, StepEnd end, std::uint32_t line) {
    return event(TraceKind::Step, end, cause, line);
  }
  EventIndex callback(EventIndex cause, CallbackKind kind, ObjectId owner) {
    return event(TraceKind::Callback, kind, cause, owner);
  }
  EventIndex wait(WaitKind kind, ObjectId object, std::uint32_t line) {
    return event(TraceKind::Wait, kind, object, line);
  }
  EventIndex timer(ObjectId whom, double deadline) { return event(TraceKind::Timer, whom, trace.number(deadline)); }
  EventIndex jump(double from) { return event(TraceKind::ClockJump, 0, trace.number(from)); }
  EventIndex done(ObjectId task, TaskEnd end, std::string_view text) {
    return event(TraceKind::TaskDone, end, task, trace.text(text));
  }
  EventIndex out(std::string_view text, std::uint32_t line) { return event(TraceKind::Out, trace.text(text), line); }
};

}  // namespace sluice
