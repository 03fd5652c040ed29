#include "vm/modules/asyncio_support.h"

#include <utility>

#include "language/code.h"
#include "loop/loop_bound.h"
#include "vm/frame.h"
#include "vm/function.h"
#include "vm/thread_state.h"

namespace sluice {

bool context_argument(VM& vm, const Value& value, Ref<Context>& context) {
  if (is_absent(value)) return true;
  if (!value.is(ObjectKind::Context)) {
    // CPython takes anything, and fails when it runs what it was given for.
    vm.refuse("a context that is no Context", "pass what contextvars.copy_context() gives");
    return false;
  }
  context = Ref<Context>(value.as<Context>());
  return true;
}

std::vector<Value> to_vector(const Value& tuple) {
  const Tuple& items = *tuple.as<Tuple>();
  return std::vector<Value>(items.items(), items.items() + items.size());
}

EventLoop* running_loop(VM& vm) {
  const Value loop = settle(vm, vm.world->get_running_loop());
  return loop ? loop.as<EventLoop>() : nullptr;
}

EventLoop* event_loop(VM& vm) {
  const Value loop = settle(vm, vm.world->get_event_loop());
  return loop ? loop.as<EventLoop>() : nullptr;
}

std::string text_of(VM&, const Value& value) { return text_or_null(value)->text(); }

bool name_argument(VM& vm, const Value& value, std::string& name) {
  const Value text = vm.to_str(value);
  if (!text) return false;
  name = text.as<Str>()->text();
  return true;
}

bool task_options(VM& vm, const Value& name, const Value& context, std::string& text, TaskOptions& options) {
  if (!is_absent(name)) {
    if (!name_argument(vm, name, text)) return false;
    options.name = text;
    options.has_name = true;
  }
  return context_argument(vm, context, options.context);
}

bool may_start(VM& vm, const TaskOptions& options) {
  const EventLoop* loop = vm.world->running_loop();
  if (loop == nullptr || !options.context || !options.context->is_entered()) return true;
  const bool starts_at_once = options.eager_start || (!options.has_eager_start && loop->has_eager_tasks());
  // CPython's task in C stays the current one there, and no other task takes a step again.
  if (starts_at_once) {
    vm.refuse("a task that starts at once in a context that is entered already", "pass a copy of it: context.copy()");
  }
  return !starts_at_once;
}

bool create_task_options(VM& vm, const Value* arguments, std::string& text, TaskOptions& options) {
  if (!task_options(vm, arguments[0], arguments[1], text, options)) return false;
  const Value& eager_start = arguments[2];
  if (eager_start && !eager_start.is_missing()) {
    const int truth = vm.truth(eager_start);
    if (truth < 0) return false;
    options.eager_start = truth == 1;
    options.has_eager_start = true;
  }
  return may_start(vm, options);
}

bool real_argument(VM& vm, const Value& value, FirstUse use, double& number) {
  if (const Handled handled = builtin_real(vm, value, number); handled != Handled::NotMine) {
    return handled == Handled::Done;
  }
  const Value now = Value::number(vm.world->now());
  constexpr auto kAtMost = static_cast<std::uint8_t>(CompareOperator::LessEqual);
  Value used;
  switch (use) {
    case FirstUse::AddedToTime:
      used = vm.binary(static_cast<std::uint8_t>(BinaryOperator::Add), now, value);
      break;
    case FirstUse::AtMostTime:
      used = vm.compare(kAtMost, value, now);
      break;
    case FirstUse::AtMostZero:
      used = vm.compare(kAtMost, value, vm.integer(0));
      break;
  }
  return used && vm.real(value, number);
}

bool count_argument(VM& vm, const Value& value, std::int64_t least, std::int64_t& number) {
  if (builtin_is_integer(value)) return vm.index(value, number);
  if (vm.compare(static_cast<std::uint8_t>(CompareOperator::Less), value, vm.integer(least))) {
    vm.refuse("a count that is no int", "give an int");
  }
  return false;
}

bool timeout_argument(VM& vm, const Value& value, FirstUse use, std::optional<double>& seconds) {
  if (is_absent(value)) return true;
  double number = 0;
  if (!real_argument(vm, value, use, number)) return false;
  seconds = number;
  return true;
}

bool may_run_loop(VM& vm) {
  if (vm.world->current_thread() == nullptr) return true;
  vm.refuse("an event loop on a worker thread",
            "run one loop, on the main thread; a thread gives it work with asyncio.run_coroutine_threadsafe()");
  return false;
}

bool wait_argument(VM& vm, const Value& value, double& seconds, NegativeTimeout negative) {
  seconds = -1;
  if (is_absent(value)) return true;
  if (!vm.real(value, seconds)) return false;
  if (seconds < 0 && negative == NegativeTimeout::IsZero) seconds = 0;
  return true;
}

namespace {

Value bound_loop(VM&, const Value& self) {
  EventLoop* loop = self.as<LoopBound>()->loop();
  return loop == nullptr ? Value::none() : Value(loop);
}
Value bound_get_loop(VM& vm, Value* arguments) {
  auto& bound = *arguments[0].as<LoopBound>();
  if (vm.world->running_loop() == nullptr && bound.loop() == nullptr) return Value::none();
  Value error;
  EventLoop* loop = bound.get_loop(error);
  if (loop == nullptr) vm.restore_error(error);
  return Value(loop);
}

bool set_bound_loop(VM& vm, const Value&, const Value&) {
  vm.refuse("a loop given to a lock or queue by hand", "let it be bound where a task waits first");
  return false;
}

const NativeAttribute kLoop[] = {{"_loop", bound_loop, set_bound_loop}};
const NativeEntry kGetLoop[] = {{"_get_loop", bound_get_loop, "self"}};

}  // namespace

void tell_of_loop(VM& vm, Type* type) {
  vm.add_attributes(type, kLoop);
  vm.add_methods(type, kGetLoop);
}

std::string plain_repr_head(VM& vm, const Value& self) {
  const Value text = vm.call_method(Value(vm.types.object), vm.intern("__repr__"), std::span<const Value>(&self, 1));
  if (!text) {
    vm.take_error();
    return std::string("<") + vm.class_name(self);
  }
  std::string head = text.as<Str>()->text();
  head.pop_back();
  return head;
}

void tell_of_whole(VM& vm, Type* type) {
  for (const char* name : {"__repr__", "__str__"}) {
    const Value* method = type->attributes.find(vm.intern(name));
    if (method != nullptr) method->as<NativeFunction>()->takes_self = false;
  }
}

Value inside_of_whole(VM& vm, const Value& whole, ObjectKind first, ObjectKind last) {
  const Value& inside = unwrapped(whole);
  const bool is_of_kind = inside.is_object() && inside.object()->kind() >= first && inside.object()->kind() <= last;
  if (is_of_kind) return inside;
  return vm.raise_type_error(std::string("a text of asyncio was asked for '") + vm.type_name(whole) + "' object");
}

std::string program_place_text(VM& vm) {
  const Frame* frame = vm.thread().frame;
  if (frame == nullptr || !frame->is_program()) return "";
  return frame->code->code->source->filename() + ":" + std::to_string(vm.current_line());
}

void note_origin(VM& vm, EventLoop& loop, const Future& future) {
  std::string place = program_place_text(vm);
  if (!place.empty()) loop.set_origin(future, std::move(place));
}

Type* define_asyncio_type(VM& vm, const char* name, const char* module, ObjectKind kind, Type* base) {
  Type* const bases[] = {base};
  return define_asyncio_type(vm, name, module, kind, bases);
}

Type* define_asyncio_type(VM& vm, const char* name, const char* module, ObjectKind kind, std::span<Type* const> bases) {
  Type* type = vm.define_type(name, module, bases, kind);
  vm.set_type_of_kind(kind, type);
  return type;
}

Type* define_asyncio_type(VM& vm, const char* name, const char* module, ObjectKind kind) {
  return define_asyncio_type(vm, name, module, kind, vm.types.object);
}

}  // namespace sluice
