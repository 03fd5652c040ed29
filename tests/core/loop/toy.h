// toy.h — a language of toys: coroutines that are lists of C++ functions, exceptions, texts and lists as small objects.
//
// It shows that the loop needs no Python: everything here is what core/loop asks of a language, and no more.
#pragma once

#include <cstdio>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/heap.h"
#include "loop/event_loop.h"
#include "loop/language.h"
#include "loop/native_coroutine.h"
#include "loop/runner.h"
#include "loop/sleep.h"
#include "loop/world.h"

namespace sluice::toy {

class Error : public Object {
 public:
  Error(ErrorKind what, std::string text) : Object(ObjectKind::Exception), error(what), message(std::move(text)) {}
  ErrorKind error;
  std::string message;
  bool is_exit = false;
  bool ends_run = false;
  Value cause;
  Value context;
  Value argument;            ///< of a CancelledError
  std::vector<Value> parts;  ///< of a group
};

class Text : public Object {
 public:
  explicit Text(std::string_view text) : Object(ObjectKind::Str), content(text) {}
  std::string content;
};

class Items : public Object {
 public:
  Items(ObjectKind kind, std::span<const Value> values) : Object(kind), items(values.begin(), values.end()) {}
  std::vector<Value> items;
};

class Function : public Object {
 public:
  using Body = std::function<Outcome(std::span<const Value>)>;
  explicit Function(Body body) : Object(ObjectKind::Function), run(std::move(body)) {}
  Body run;
};

/// One step of a toy: gets how its last await ended, and answers what to await next, or how it ends.
using Step = std::function<Outcome(Outcome)>;

inline Outcome await(Value awaitable) { return Outcome::yield(std::move(awaitable)); }
inline Outcome done(Value value = Value::none()) { return Outcome::result(std::move(value)); }
/// On to the next step at once.
inline Outcome next() { return Outcome::result(Value()); }

/// A coroutine of steps; after the last one its result is that of the last await. A step that is not marked by `handle`
/// ends the coroutine when its await has raised.
class Script : public NativeCoroutine {
 public:
  Script(World& world, const char* name, std::vector<Step> steps)
      : NativeCoroutine(world, name), steps_(std::move(steps)) {}
  /// Step number `index` also gets exceptions.
  void handle(std::size_t index) { handling_.push_back(index); }

 protected:
  Outcome advance(Outcome resume) override {
    while (at_ < steps_.size()) {
      if (resume.is_raise() && !handles(at_)) return resume;
      Outcome outcome = steps_[at_++](resume);
      if (!outcome.is_return() || outcome.value) return outcome;
      resume = Outcome::result(Value::none());
    }
    return resume;
  }

 private:
  [[nodiscard]] bool handles(std::size_t index) const {
    for (const std::size_t handled : handling_) {
      if (handled == index) return true;
    }
    return false;
  }

  std::vector<Step> steps_;
  std::vector<std::size_t> handling_;
  std::size_t at_ = 0;
};

class Toys : public Language {
 public:
  std::vector<std::string> reports;  ///< what asyncio would have logged

  Value make_error(ErrorKind kind, std::string_view message) override {
    const Ref<Error> error = make<Error>(kind, std::string(message));
    error->is_exit = kind == ErrorKind::KeyboardInterrupt;
    return Value(error);
  }
  Value make_cancelled(const Value& message) override {
    const Ref<Error> error = make<Error>(ErrorKind::Cancelled, message.is(ObjectKind::Str) ? repr(message) : "");
    error->argument = message;
    return Value(error);
  }
  Value make_group(std::string_view message, std::span<const Value> exceptions) override {
    const Ref<Error> error = make<Error>(ErrorKind::Runtime, std::string(message));
    error->parts.assign(exceptions.begin(), exceptions.end());
    return Value(error);
  }
  Value make_budget_error(LoopBudget) override {
    const Ref<Error> error = make<Error>(ErrorKind::Runtime, "budget");
    error->is_exit = error->ends_run = true;
    return Value(error);
  }
  [[nodiscard]] bool is_error(const Value& value, ErrorKind kind) const override {
    return value.is(ObjectKind::Exception) && value.as<Error>()->error == kind;
  }
  [[nodiscard]] bool is_exit(const Value& value) const override { return value.as<Error>()->is_exit; }
  [[nodiscard]] bool is_exception(const Value& value) const override {
    return !is_error(value, ErrorKind::Cancelled) && !is_exit(value);
  }
  [[nodiscard]] bool ends_run(const Value& value) const override { return value.as<Error>()->ends_run; }
  Outcome to_exception(const Value& value) override { return Outcome::result(value); }
  void set_cause(const Value& exception, const Value& cause) override { exception.as<Error>()->cause = cause; }
  void set_context(const Value& exception, const Value& context) override { exception.as<Error>()->context = context; }
  void set_handled_context(const Value&) override {}
  Value context_of(const Value& exception) override {
    const Value& context = exception.as<Error>()->context;
    return context ? context : Value::none();
  }
  std::vector<Value> exceptions_of(const Value& exception) override { return exception.as<Error>()->parts; }
  Value traceback_of(const Value&) override { return Value::none(); }
  void set_traceback(const Value&, const Value&) override {}

  std::string repr(const Value& value) override {
    if (value.is_none()) return "None";
    if (value.is_bool()) return value.is_true() ? "True" : "False";
    if (value.is_small_int()) return std::to_string(value.as_small_int());
    if (value.is_double()) return std::to_string(value.as_double());
    if (value.is(ObjectKind::Str)) return value.as<Text>()->content;
    if (value.is(ObjectKind::Exception)) return value.as<Error>()->message;
    if (value.is(ObjectKind::Task)) return "<Task " + value.as<Task>()->repr_info() + ">";
    if (value.is(ObjectKind::Future)) return "<Future " + value.as<Future>()->repr_info() + ">";
    if (value.is(ObjectKind::List) || value.is(ObjectKind::Set) || value.is(ObjectKind::Tuple)) {
      std::string text;
      for (const Value& item : value.as<Items>()->items) text += (text.empty() ? "" : ", ") + repr(item);
      return "[" + text + "]";
    }
    return "<object>";
  }
  std::string limited_repr(const Value& value) override { return repr(value); }
  std::string short_repr(const Value& value) override {
    return value.is_object() && !value.is(ObjectKind::Str) ? "" : repr(value);
  }
  std::string_view text_of(const Value& text) override { return text.as<Text>()->content; }
  std::string type_name(const Value& value) override {
    return value.is(ObjectKind::Task) ? "Task" : value.is(ObjectKind::Future) ? "Future" : "object";
  }
  Value make_text(std::string_view text) override { return Value(make<Text>(text)); }
  Value make_list(std::span<const Value> items) override { return Value(make<Items>(ObjectKind::List, items)); }
  Value make_tuple(std::span<const Value> items) override { return Value(make<Items>(ObjectKind::Tuple, items)); }
  Value make_set(std::span<const Value> items) override { return Value(make<Items>(ObjectKind::Set, items)); }
  Outcome less(const Value& a, const Value& b) override {
    if (!a.is_small_int() || !b.is_small_int()) return Outcome::raise(make_error(ErrorKind::Type, "not ordered"));
    return Outcome::result(Value::boolean(a.as_small_int() < b.as_small_int()));
  }
  bool equal(const Value& a, const Value& b) override { return a.is_same(b); }
  Outcome truth(const Value& value) override { return Outcome::result(Value::boolean(value.is_true())); }
  Outcome call(const Value& callable, std::span<const Value> arguments) override {
    const Ref<Function> function(callable.as<Function>());
    return function->run(arguments);
  }
  Outcome call_task_factory(const Value& factory, EventLoop& loop, const Value& coroutine,
                            const TaskOptions&) override {
    const Value arguments[2] = {Value(&loop), coroutine};
    return call(factory, arguments);
  }
  Outcome call_method(const Value& value, const char*) override { return coroutine_of(value)->close(); }
  std::string describe_callback(const Value&, std::span<const Value>, bool) override { return "callback()"; }
  std::string describe_coroutine(const sluice::Coroutine&) override { return "toy()"; }
  [[nodiscard]] bool is_coroutine(const Value& value) const override { return coroutine_of(value) != nullptr; }
  [[nodiscard]] bool is_awaitable(const Value&) const override { return false; }
  Outcome awaiter_of(const Value&) override { return Outcome::raise(make_error(ErrorKind::Type, "not awaitable")); }
  void never_awaited(sluice::Coroutine&) override { reports.push_back("never awaited"); }
  Outcome aclose_of(Object*) override { return Outcome::raise(make_error(ErrorKind::Type, "no generators here")); }
  [[nodiscard]] bool is_open_generator(Object*) const override { return false; }
  void report(const ErrorContext& context) override { reports.push_back(context.message); }
  Value context_dict(const ErrorContext& context) override { return make_text(context.message); }
};

/// A whole run: memory, trace, language, world, and a log in which toys write.
class Run {
 public:
  explicit Run(int python_minor = 13) : scope_(heap_), world(trace, language, options_for(python_minor)) {}

 private:
  Heap heap_;
  Heap::Scope scope_;

 public:
  Trace trace;
  Toys language;
  World world;
  std::vector<std::string> log;

  void say(const std::string& text) { log.push_back(text); }
  /// Time, in seconds with five places, and text.
  void note(const std::string& text) {
    char time[32];
    std::snprintf(time, sizeof time, "%.5f ", world.now());
    log.push_back(time + text);
  }
  Ref<Script> coroutine(std::vector<Step> steps) { return make<Script>(world, "toy", std::move(steps)); }
  Value function(Function::Body body) { return Value(make<Function>(std::move(body))); }
  Value error(const std::string& message) { return language.make_error(ErrorKind::Value, message); }
  Value sleep(double seconds) { return Value(sluice::sleep(world, seconds, Value::none())); }
  Ref<Task> task(const Ref<NativeCoroutine>& coroutine) { return named_task("", coroutine); }
  Ref<Task> named_task(std::string_view name, const Ref<NativeCoroutine>& coroutine) {
    TaskOptions options;
    options.name = name;
    options.has_name = !name.empty();
    return Ref<Task>(create_task(world, Value(coroutine), options).value.as<Task>());
  }
  EventLoop& loop() { return *world.running_loop(); }
  /// asyncio.run(coroutine of these steps).
  Outcome run(std::vector<Step> steps) {
    return sluice::run(world, Value(coroutine(std::move(steps))), -1, Value::none());
  }
  std::string text(const Value& value) { return language.repr(value); }

 private:
  static LoopOptions options_for(int minor) {
    LoopOptions options;
    options.python.minor = minor;
    return options;
  }
};

}  // namespace sluice::toy
