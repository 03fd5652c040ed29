#include "vm/python_language.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/format_spec.h"
#include "base/loop_changes.h"
#include "base/runtime_changes.h"
#include "loop/event_loop.h"
#include "loop/future.h"
#include "loop/handle.h"
#include "loop/native_coroutine.h"
#include "vm/builtin_operations.h"
#include "vm/exception.h"
#include "vm/exception_group.h"
#include "vm/function.h"
#include "vm/generator.h"
#include "vm/interpreter.h"
#include "vm/iterator_coroutine.h"
#include "vm/interpreter_operations.h"
#include "vm/set_order.h"
#include "vm/traceback.h"
#include "vm/vm.h"

namespace sluice {

// ---- Exceptions ----

Type* PythonLanguage::class_of(ErrorKind kind) const {
  const BuiltinTypes& types = vm_.types;
  switch (kind) {
    case ErrorKind::Cancelled:
      return types.cancelled_error;
    case ErrorKind::Timeout:
      return types.asyncio_timeout_error;
    case ErrorKind::InvalidState:
      return types.invalid_state_error;
    case ErrorKind::QueueEmpty:
      return types.queue_empty;
    case ErrorKind::QueueFull:
      return types.queue_full;
    case ErrorKind::QueueShutDown:
      return types.queue_shut_down;
    case ErrorKind::BrokenBarrier:
      return types.broken_barrier_error;
    case ErrorKind::Runtime:
      return types.runtime_error;
    case ErrorKind::Value:
      return types.value_error;
    case ErrorKind::Type:
      return types.type_error;
    case ErrorKind::StopIteration:
      return types.stop_iteration;
    case ErrorKind::StopAsyncIteration:
      return types.stop_async_iteration;
    case ErrorKind::GeneratorExit:
      return types.generator_exit;
    case ErrorKind::KeyboardInterrupt:
      return types.keyboard_interrupt;
    case ErrorKind::BrokenThreadPool:
      return types.broken_thread_pool;
    case ErrorKind::ConcurrentCancelled:
      return types.concurrent_cancelled_error;
    case ErrorKind::ConcurrentTimeout:
      return types.concurrent_timeout_error;
    case ErrorKind::Deadlock:
      return types.deadlock;
    case ErrorKind::ConcurrentInvalidState:
      return types.concurrent_invalid_state_error;
    case ErrorKind::Lookup:
      return types.lookup_error;
    case ErrorKind::Assertion:
      return types.assertion_error;
  }
  return types.exception;
}

void PythonLanguage::set_handled_context(const Value& exception) {
  const Value handled = vm_.thread().handled();
  if (handled) set_context(exception, handled);
}

Value PythonLanguage::make_error(ErrorKind kind, std::string_view message) {
  Type* type = class_of(kind);
  // The reference runner's Deadlock says nothing to a program that catches it; ours is for who reads how the run ended.
  const bool is_silent = message.empty() || kind == ErrorKind::Deadlock;
  const Ref<Exception> error = is_silent ? make<Exception>(type, Tuple::create(0)) : vm_.make_exception(type, message);
  if (is_silent) complete_exception(vm_, *error);
  if (kind == ErrorKind::Deadlock) error->detail = vm_.str(message);
  set_handled_context(Value(error));
  return Value(error);
}

Value PythonLanguage::make_cancelled(const Value& message) {
  const bool has_message = message && !message.is_none();
  Ref<Tuple> arguments = Tuple::create(has_message ? 1 : 0);
  if (has_message) (*arguments)[0] = message;
  return Value(make<Exception>(vm_.types.cancelled_error, arguments));
}

Value PythonLanguage::make_group(std::string_view message, std::span<const Value> exceptions) {
  const Value arguments[2] = {vm_.str(message), vm_.list(std::vector<Value>(exceptions.begin(), exceptions.end()))};
  const Value group = new_group(vm_, vm_.types.base_exception_group, arguments);
  return group ? group : vm_.take_error();
}

Value PythonLanguage::make_budget_error(LoopBudget budget) {
  switch (budget) {
    case LoopBudget::Events:
      vm_.end_by_budget("events", "the run made more events than it may");
      break;
    case LoopBudget::VirtualSeconds:
      vm_.end_by_budget("virtual time", "the run took more virtual time than it may");
      break;
  }
  return vm_.take_error();
}

bool PythonLanguage::is_error(const Value& exception, ErrorKind kind) const {
  if (vm_.ending() != nullptr) return false;
  const Type* type = class_of(kind);
  return type != nullptr && vm_.is_instance(exception, type);
}

bool PythonLanguage::is_exit(const Value& exception) const {
  return vm_.ending() != nullptr || vm_.is_instance(exception, vm_.types.keyboard_interrupt) ||
         vm_.is_instance(exception, vm_.types.system_exit);
}

bool PythonLanguage::is_exception(const Value& exception) const {
  return vm_.ending() == nullptr && vm_.is_instance(exception, vm_.types.exception);
}

bool PythonLanguage::ends_run(const Value&) const { return vm_.ending() != nullptr; }

Outcome PythonLanguage::outcome_of(Value result) {
  return result ? Outcome::result(std::move(result)) : Outcome::raise(vm_.take_error());
}

Outcome PythonLanguage::to_exception(const Value& exception_or_class) {
  if (exception_or_class.is(ObjectKind::Exception)) return Outcome::result(exception_or_class);
  const bool is_class =
      exception_or_class.is(ObjectKind::Type) && exception_or_class.as<Type>()->is_subtype_of(vm_.types.base_exception);
  if (is_class) return outcome_of(vm_.call(exception_or_class));
  vm_.raise_type_error("invalid exception object");
  return Outcome::raise(vm_.take_error());
}

void PythonLanguage::set_cause(const Value& exception, const Value& cause) {
  Exception* error = exception.as<Exception>();
  error->cause = cause.is_none() ? Value() : cause;
  error->suppress_context = true;
}

void PythonLanguage::set_context(const Value& exception, const Value& context) {
  if (exception.is_same(context) || !context) return;
  Exception* error = exception.as<Exception>();
  if (context.is_none()) {
    error->context = Value();
    return;
  }
  for (Exception* link = context.as<Exception>(); link->context; link = link->context.as<Exception>()) {
    if (!link->context.is_same(exception)) continue;
    link->context = Value();
    break;
  }
  error->context = context;
}

Value PythonLanguage::context_of(const Value& exception) {
  const Value& context = exception.as<Exception>()->context;
  return context ? context : Value::none();
}

std::vector<Value> PythonLanguage::exceptions_of(const Value& exception) {
  if (!is_group(vm_, exception)) return {};
  const std::span<const Value> members = group_members(exception).span();
  return {members.begin(), members.end()};
}

Value PythonLanguage::traceback_of(const Value& exception) {
  const Ref<Traceback>& traceback = exception.as<Exception>()->traceback;
  return traceback ? Value(traceback) : Value::none();
}

void PythonLanguage::set_traceback(const Value& exception, const Value& traceback) {
  Exception* error = exception.as<Exception>();
  if (traceback.is_same(traceback_of(exception))) return;
  error->traceback = traceback.is(ObjectKind::Traceback) ? Ref<Traceback>(traceback.as<Traceback>()) : Ref<Traceback>();
  error->kept = Value();
  error->kept_by = nullptr;
}

Value PythonLanguage::forget_unhandled_traceback(const Value& exception) {
  Exception* error = exception.as<Exception>();
  const Ref<Traceback> whole = error->traceback;
  auto* entry = whole.get();
  while (entry != nullptr && !entry->was_handled) entry = static_cast<Traceback*>(entry->next.get());
  if (entry != whole.get()) error->traceback = Ref<Traceback>(entry);
  return whole ? Value(whole) : Value();
}

void PythonLanguage::keep_with_traceback(const Value& exception, const Value& value) {
  Value& kept = exception.as<Exception>()->kept;
  const Value both[2] = {kept, value};
  kept = kept ? vm_.tuple(both) : value;
}

void PythonLanguage::keep_with_traceback(const Value& exception, Coroutine& coroutine) {
  Exception* error = exception.as<Exception>();
  if (error->kept_by == &coroutine) return;
  error->kept_by = &coroutine;
  keep_with_traceback(exception, Value(&coroutine));
  Frame* frame = vm_.thread().frame;
  if (frame == nullptr || !coroutine_frames_lead_to_callers(vm_.python())) return;
  keep_with_traceback(exception, Value(vm_.interpreter().kept_frames.of(*frame)));
}

// ---- Values ----

std::string PythonLanguage::repr(const Value& value) { return vm_.repr_text(value); }
/// Plain data only: anything else could call the program's `__repr__`.
std::string PythonLanguage::short_repr(const Value& value) {
  constexpr std::size_t kMost = 60;
  if (value.is_small_int()) return std::to_string(value.as_small_int());
  if (value.is(ObjectKind::Exception)) return plain_exception_text(vm_, *value.as<Exception>());
  const bool is_plain = !value.is_object() || value.is(ObjectKind::Str) || value.is(ObjectKind::BigInteger);
  if (!is_plain) return "";
  std::string text = vm_.repr_text(value);
  return text.size() <= kMost ? text : "";
}

std::string_view PythonLanguage::text_of(const Value& text) {
  return text.is(ObjectKind::Str) ? text.as<Str>()->view() : std::string_view();
}

std::string PythonLanguage::type_name(const Value& value) { return vm_.class_name(value); }
Value PythonLanguage::make_text(std::string_view text) { return vm_.str(text); }
Value PythonLanguage::make_list(std::span<const Value> items) {
  return vm_.list(std::vector<Value>(items.begin(), items.end()));
}
Value PythonLanguage::make_tuple(std::span<const Value> items) { return vm_.tuple(items); }
Value PythonLanguage::make_set(std::span<const Value> items) {
  Ref<Set> set = make<Set>();
  for (const Value& item : items) {
    if (!set_insert(vm_, *set, item)) vm_.take_error();
  }
  return Value(set);
}

Value PythonLanguage::key_error(const Value& key) {
  return builtin_contains(vm_, Value(make<Dict>()), key) < 0 ? vm_.take_error() : Value();
}

Value PythonLanguage::warn_of_deprecation(std::string_view message) {
  return vm_.warn(vm_.types.deprecation_warning, std::string(message)) ? Value() : vm_.take_error();
}

Outcome PythonLanguage::less(const Value& a, const Value& b) {
  const Value result = vm_.compare(static_cast<std::uint8_t>(CompareOperator::Less), a, b);
  return result ? truth(result) : Outcome::raise(vm_.take_error());
}

bool PythonLanguage::equal(const Value& a, const Value& b) {
  const int same = vm_.equal(a, b);
  if (same >= 0) return same == 1;
  vm_.take_error();
  return false;
}

Outcome PythonLanguage::truth(const Value& value) {
  const int truth = vm_.truth(value);
  return truth < 0 ? Outcome::raise(vm_.take_error()) : Outcome::result(Value::boolean(truth == 1));
}

// ---- Calling ----

Outcome PythonLanguage::call(const Value& callable, std::span<const Value> arguments) {
  return outcome_of(vm_.call(callable, arguments));
}

Outcome PythonLanguage::call_method(const Value& value, const char* name) {
  const Value method = vm_.get_attribute(value, vm_.intern(name));
  return outcome_of(method ? vm_.call(method) : Value());
}

Outcome PythonLanguage::call_task_factory(const Value& factory, EventLoop& loop, const Value& coroutine,
                                          const TaskOptions& options) {
  const Value arguments[2] = {Value(&loop), coroutine};
  const Ref<Dict> keywords = make<Dict>();
  if (options.has_name) keywords->set(vm_.intern("name"), vm_.str(options.name));
  if (options.context) keywords->set(vm_.intern("context"), Value(options.context));
  if (options.eager_start || options.has_eager_start) {
    keywords->set(vm_.intern("eager_start"), Value::boolean(options.eager_start));
  }
  Value made = vm_.call(factory, arguments, keywords.get());
  if (made && !is_future(made)) {
    made =
        vm_.refuse("a task factory that gives something else than asyncio.Task", "let it give what asyncio.Task(…) is");
  }
  return outcome_of(made);
}

namespace {

std::string key_text(const Value& key) { return key.is(ObjectKind::Str) ? key.as<Str>()->text() : ""; }

}  // namespace

std::string PythonLanguage::limited_repr(const Value& value) {
  if (!value.is_object()) return repr(value);  // short in any case
  const Value library = vm_.import_module("reprlib");
  const Value function = library ? vm_.get_attribute(library, vm_.intern("repr")) : Value();
  const Value text = function ? vm_.call(function, {&value, 1}) : Value();
  if (!text) vm_.take_error();
  return text.is(ObjectKind::Str) ? text.as<Str>()->text() : "...";
}

// As asyncio.format_helpers._format_callback_source.
std::string PythonLanguage::describe_callback(const Value& callable, std::span<const Value> arguments, bool is_debug) {
  const bool shows_arguments = is_debug || !hides_callback_arguments(vm_.python());
  const auto attribute = [this](const Value& object, Str* name) {
    const Value found = vm_.find_attribute(object, name);
    if (!found) vm_.take_error();
    return found && !found.is_missing() ? found : Value();
  };
  const auto is_partial = [this](const Value& object) { return std::string_view(vm_.class_name(object)) == "partial"; };
  const auto in_brackets = [&](std::span<const Value> values, const Value& keywords) {
    std::string text;
    const auto add = [&](const std::string& key, const Value& value) {
      text += (text.empty() ? "" : ", ") + key + limited_repr(value);
    };
    if (!shows_arguments) return std::string("()");
    for (const Value& value : values) add("", value);
    std::size_t position = 0;
    while (keywords.is(ObjectKind::Dict)) {
      const Dict::Entry* entry = keywords.as<Dict>()->next(position);
      if (entry == nullptr) break;
      add(key_text(entry->key) + "=", entry->value);
    }
    return "(" + text + ")";
  };
  Value inner = callable;
  std::string suffix = in_brackets(arguments, Value());
  while (is_partial(inner)) {
    const Value values = attribute(inner, vm_.intern("args"));
    suffix = in_brackets(values.as<Tuple>()->span(), attribute(inner, vm_.intern("keywords"))) + suffix;
    inner = attribute(inner, vm_.intern("func"));
  }
  Value name = attribute(inner, vm_.names.dunder_qualname);
  if (!name.is(ObjectKind::Str)) name = attribute(inner, vm_.names.dunder_name);
  const std::string text = (name.is(ObjectKind::Str) ? name.as<Str>()->text() : vm_.repr_text(inner)) + suffix;
  // Where it is written: of functions only, not of methods, but of what those wrap.
  for (bool goes_on = true; goes_on;) {
    goes_on = false;
    for (Value next = attribute(inner, vm_.intern("__wrapped__")); next;
         next = attribute(inner, vm_.intern("__wrapped__"))) {
      inner = next;
    }
    if (is_partial(inner)) {
      inner = attribute(inner, vm_.intern("func"));
      goes_on = true;
    }
  }
  if (!inner.is(ObjectKind::Function)) return text;
  const Code& code = *inner.as<Function>()->code->code;
  return text + " at " + code.source->filename() + ":" + std::to_string(code.first_line);
}

std::string PythonLanguage::describe_coroutine(const Coroutine& coroutine) {
  if (coroutine.is(ObjectKind::AsyncGeneratorStep)) {
    using enum AsyncGeneratorStep::Action;
    const bool sends = static_cast<const AsyncGeneratorStep&>(coroutine).action == Send;
    return std::string("<async_generator_") + (sends ? "asend" : "athrow") + " without __name__>()";
  }
  const Value name = coroutine.qualified_name();
  std::string text = name.is(ObjectKind::Str) ? name.as<Str>()->text() : "coroutine";
  text += "()";
  const bool is_frame = coroutine.is(ObjectKind::Coroutine) || coroutine.is(ObjectKind::Generator);
  if (!is_frame) {
    if (coroutine.is(ObjectKind::NativeCoroutine)) {
      const auto& native = static_cast<const NativeCoroutine&>(coroutine);
      return text + (native.state() == NativeCoroutine::State::Closed ? " done" : " running");
    }
    return text;
  }
  const auto& generator = static_cast<const Generator&>(coroutine);
  const Code& code = *generator.function->code->code;
  const std::string file = code.source->filename();
  if (generator.state() == Generator::State::Ended) {
    return text + " done, defined at " + file + ":" + std::to_string(code.first_line);
  }
  if (generator.state() == Generator::State::Running) {
    return text + " running at " + file + ":" + std::to_string(generator.frame.line());
  }
  return text + " running at " + file + ":" + std::to_string(generator.frame.line());
}

// ---- Awaitables ----

bool PythonLanguage::is_coroutine(const Value& value) const {
  if (value.is(ObjectKind::Coroutine) || value.is(ObjectKind::NativeCoroutine)) return true;
  // asend() and aclose() have all methods of a coroutine, which is what counts.
  if (value.is(ObjectKind::AsyncGeneratorStep)) return true;
  if (value.is(ObjectKind::Instance)) {
    const Type* type = value.as<Instance>()->type.get();
    for (const char* name : {"__await__", "send", "throw", "close"}) {
      const Value* found = type->find(vm_.intern(name));
      if (found == nullptr || found->is_none()) return false;
    }
    vm_.refuse("an object with the methods of a coroutine as a coroutine", "await it in an async function");
    return false;
  }
  // Before 3.12 asyncio takes generators for coroutines as well.
  return value.is(ObjectKind::Generator) && generators_count_as_coroutines(vm_.python());
}

bool PythonLanguage::is_awaitable(const Value& value) const {
  if (value.is(ObjectKind::AsyncGeneratorStep)) return true;
  if (value.is(ObjectKind::Generator)) return value.as<Generator>()->function->is_iterable_coroutine;
  return static_cast<bool>(vm_.type_of(value)->special(vm_, SpecialMethod::Await));
}

Outcome PythonLanguage::awaiter_of(const Value& awaitable) {
  const Value found = get_awaitable(vm_, awaitable, 0);
  if (!found) return Outcome::raise(vm_.take_error());
  if (is_future(found) || coroutine_of(found) != nullptr) return Outcome::result(found);
  const bool drives_itself = found.is(ObjectKind::Generator) || found.is(ObjectKind::AsyncGeneratorStep);
  if (drives_itself) return Outcome::result(found);
  return Outcome::result(Value(make<IteratorCoroutine>(found)));
}

Outcome PythonLanguage::iterated_awaiter_of(const Value& awaitable) {
  const Value method = vm_.type_of(awaitable)->special(vm_, SpecialMethod::Await);
  if (!method || method.is(ObjectKind::NativeFunction)) return awaiter_of(awaitable);
  const Value found = vm_.call_found(method, awaitable);
  if (!found) return Outcome::raise(vm_.take_error());
  const bool drives_itself = found.is(ObjectKind::Generator) || found.is(ObjectKind::AsyncGeneratorStep);
  if (drives_itself || is_future(found) || coroutine_of(found) != nullptr) return Outcome::result(found);
  const Value iterator = vm_.iterate(found);
  if (!iterator) return Outcome::raise(vm_.take_error());
  if (iterator.is(ObjectKind::Generator) || is_future(iterator)) return Outcome::result(iterator);
  return Outcome::result(Value(make<IteratorCoroutine>(iterator)));
}

void PythonLanguage::never_awaited(Coroutine& coroutine) {
  Value pending = vm_.has_error() ? vm_.take_error() : Value();
  vm_.warn_unawaited(Value(&coroutine), coroutine.qualified_name());
  if (pending) vm_.restore_error(std::move(pending));
}

Outcome PythonLanguage::aclose_of(Object* generator) {
  auto* async_generator = static_cast<Generator*>(generator);
  return outcome_of(make_async_step(vm_, *async_generator, AsyncGeneratorStep::Action::Close, Value::none()));
}

bool PythonLanguage::is_open_generator(Object* generator) const {
  const auto* async_generator = static_cast<Generator*>(generator);
  return async_generator->state() != Generator::State::Ended;
}

// ---- Reports ----

namespace {

/// The key of the context's future. A task that died pending, or that failed while the run ended, is there as a task.
const char* future_key(const ErrorContext& context) {
  const std::string_view message = context.message;
  const bool is_task = context.future.is(ObjectKind::Task) &&
                       (message.substr(0, 18) == "Task was destroyed" || message.substr(0, 9) == "unhandled");
  return is_task ? "task" : "future";
}

}  // namespace

void PythonLanguage::report(const ErrorContext& context) {
  // As BaseEventLoop.default_exception_handler: the message, the other entries sorted by key, then the traceback.
  std::vector<std::pair<std::string, std::string>> entries;
  const Value whole = context.given ? context.given : context_dict(context);
  std::size_t position = 0;
  while (const Dict::Entry* entry = whole.as<Dict>()->next(position)) {
    const std::string key = key_text(entry->key);
    // Where something was made lies in the library; so it does in the context that a handler failed on.
    if (key == "message" || key == "exception" || key == "source_traceback") continue;
    Value shown = entry->value;
    if (key == "context" && shown.is(ObjectKind::Dict)) {
      shown = Value(shown.as<Dict>()->copy());
      shown.as<Dict>()->erase(vm_.intern("source_traceback"));
    }
    entries.emplace_back(key, repr(shown));
  }
  std::sort(entries.begin(), entries.end());
  std::string text = context.message;
  for (const auto& [key, value] : entries) text += "\n" + key + ": " + value;
  log("error", text, context.exception);
}

void PythonLanguage::report_slow(const Value& loop, const Value& what, double seconds) {
  const Value limit = vm_.get_attribute(loop, vm_.intern("slow_callback_duration"));
  double least = 0;
  if (!limit || !vm_.real(limit, least) || seconds < least) return;
  log("warning", "Executing " + repr(what) + " took " + format_float(seconds, ".3f", vm_.python()).text + " seconds",
      Value());
}

Value PythonLanguage::logger() {
  const Value* logging = vm_.modules().find(vm_.intern("logging"));
  const Value name = vm_.str("asyncio");
  return logging != nullptr ? vm_.call_method(*logging, vm_.intern("getLogger"), {&name, 1}) : Value();
}

void PythonLanguage::report_detail(const std::string& text) {
  Value pending = vm_.has_error() ? vm_.take_error() : Value();
  const Value message = vm_.str(text);
  if (const Value found = logger()) vm_.call_method(found, vm_.intern("debug"), {&message, 1});
  if (pending) vm_.restore_error(std::move(pending));
}

void PythonLanguage::log(const char* level, const std::string& text, const Value& exception) {
  Value pending = vm_.has_error() ? vm_.take_error() : Value();
  const bool has_exception = exception && exception.is(ObjectKind::Exception);
  const Value logger = this->logger();
  const Value handled = logger ? vm_.call_method(logger, vm_.intern("hasHandlers"), {}) : Value();
  if (handled && handled.is_true()) {
    const Value message = vm_.str(text);
    Ref<Dict> keywords = make<Dict>();
    keywords->set(vm_.intern("exc_info"), has_exception ? exception : Value::none());
    vm_.call(vm_.get_attribute(logger, vm_.intern(level)), {&message, 1}, keywords.get());
  } else {
    // What logging writes for whoever has not set it up.
    vm_.write_notice(text + "\n" +
                     (has_exception ? format_exception(vm_, exception, TracebackBy::Module) : std::string()));
  }
  if (pending) vm_.restore_error(std::move(pending));
}

Value PythonLanguage::unmodelled_traceback() {
  const Value library = vm_.import_module("_unmodelled");
  const Value arguments[] = {vm_.str("the source_traceback of debug mode"), vm_.str("leave it out")};
  return library ? vm_.call_method(library, vm_.intern("Unmodelled"), arguments) : Value::none();
}

Value PythonLanguage::context_dict(const ErrorContext& context) {
  Ref<Dict> dict = make<Dict>();
  const auto add = [&](const char* key, const Value& value) { dict->set(vm_.intern(key), value); };
  add("message", vm_.str(context.message));
  if (context.exception) add("exception", context.exception);
  if (context.future) {
    add(future_key(context), context.future);
  }
  if (context.handle) add("handle", context.handle);
  const bool is_debugged = (context.future && is_future(context.future) && future_of(context.future).loop().debug()) ||
                           (context.handle && context.handle.as<Handle>()->loop().debug());
  if (is_debugged) add("source_traceback", unmodelled_traceback());
  if (context.other && context.other_key != nullptr) add(context.other_key, context.other);
  return Value(dict);
}

}  // namespace sluice
