#include "vm/interpreter.h"

#include <algorithm>
#include <new>
#include <string>
#include <string_view>
#include <vector>

#include "base/check.h"
#include "base/runtime_changes.h"
#include "loop/future.h"
#include "loop/native_coroutine.h"
#include "loop/thread_scheduler.h"
#include "loop/world.h"
#include "vm/builtin_operations.h"
#include "vm/class_creation.h"
#include "vm/exception.h"
#include "vm/exception_group.h"
#include "vm/interpreter_frames.h"
#include "vm/interpreter_operations.h"
#include "vm/iterators.h"
#include "vm/object_types.h"
#include "vm/program_place.h"
#include "vm/set_order.h"
#include "vm/variable_order.h"
#include "vm/vm.h"

namespace sluice {

namespace {

/// Optional parameters of a native function that may be filled in place, on the spare values of the caller's frame.
constexpr std::size_t kFilledInPlace = 4;

SLUICE_INLINE void put(Value* at, Value&& value) { new (at) Value(static_cast<Value&&>(value)); }
SLUICE_INLINE void put(Value* at, const Value& value) { new (at) Value(value); }
/// Without a temporary: what stood there needs no end.
void put_int(Value* at, std::int64_t number) { new (at) Value(Value::small_int(number)); }
void put_float(Value* at, double number) { new (at) Value(Value::number(number)); }
void put_bool(Value* at, bool truth) { new (at) Value(Value::boolean(truth)); }
SLUICE_INLINE void drop(Value* at) { at->~Value(); }
SLUICE_INLINE Value move_from(Value* at) {
  Value value(static_cast<Value&&>(*at));
  return value;
}

void drop_range(Value* from, const Value* to) {
  for (; from != to; ++from) drop(from);
}

/// Of two small ints. The bits above the number count for nothing in an order that is shifted by as many.
SLUICE_INLINE bool compare_small(Opcode opcode, const Value& left, const Value& right) {
  constexpr int kTagBits = 15;
  const auto a = static_cast<std::int64_t>(left.bits() << kTagBits);
  const auto b = static_cast<std::int64_t>(right.bits() << kTagBits);
  const bool is_less = a < b;
  const bool is_equal = a == b;
  switch (opcode) {
    case Opcode::COMPARE_LT:
      return is_less;
    case Opcode::COMPARE_LE:
      return is_less || is_equal;
    case Opcode::COMPARE_EQ:
      return is_equal;
    case Opcode::COMPARE_NE:
      return !is_equal;
    case Opcode::COMPARE_GT:
      return !is_less && !is_equal;
    default:  // COMPARE_GE
      return !is_less;
  }
}

/// The variables of a frame that has ended; inline where the first goes first.
void drop_variables(const VM& vm, const CodeObject& code, Value* fast, FrameKind kind) {
  if (ends_in_order(vm.python())) return drop_range(fast, fast + code.slot_count);
  end_variables(vm, code, fast, kind);
}

BinaryOperator operator_of(Opcode opcode, Opcode first) {
  return static_cast<BinaryOperator>(static_cast<int>(opcode) - static_cast<int>(first));
}

bool is_frame_coroutine(const Value& value) {
  return value.is(ObjectKind::Generator) || value.is(ObjectKind::Coroutine);
}

/// The builtin next().
bool is_next(const NativeFunction& function) {
  return function.owner == nullptr && function.module != nullptr && std::string_view(function.name) == "next" &&
         std::string_view(function.module) == "builtins";
}

/// Instructions that may do what another thread can see, or wait for it.
bool calls(Opcode opcode) {
  switch (opcode) {
    case Opcode::CALL:
    case Opcode::CALL_KW:
    case Opcode::CALL_METHOD:
    case Opcode::CALL_METHOD_KW:
    case Opcode::CALL_EX:
    case Opcode::BEFORE_WITH:
    case Opcode::CALL_EXIT:
    case Opcode::WITH_EXCEPT_START:
    case Opcode::RAISE_VARARGS:
      return true;
    default:
      return false;
  }
}

/// Two that the compiler has put into one cost what they cost apart.
int instructions_in(Opcode opcode) {
  switch (opcode) {
    case Opcode::LOAD_FAST_LOAD_FAST:
    case Opcode::LOAD_FAST_LOAD_CONST:
    case Opcode::STORE_FAST_LOAD_FAST:
      return 2;
    default:
      return 1;
  }
}

/// While it lives, what the innermost generator is handling does not count: an exception is thrown through it into what
/// it waits for.
class ThrownThrough {
 public:
  explicit ThrownThrough(ThreadState& thread) : thread_(thread), state_(thread.exception_state) {
    thread.exception_state = state_->previous;
  }
  ~ThrownThrough() { thread_.exception_state = state_; }
  ThrownThrough(const ThrownThrough&) = delete;
  ThrownThrough& operator=(const ThrownThrough&) = delete;

 private:
  ThreadState& thread_;
  ExceptionState* state_;
};

/// Another generator was waiting for this one when an exception was thrown into that.
bool is_thrown_through(const Frame& frame) { return frame.by_throw && frame.resumed_by == ResumedBy::Send; }

ExitReason exit_reason(VM& vm, const Value& exception) {
  if (!exception.is(ObjectKind::Exception)) return ExitReason::Normal;
  const bool cancelled = vm.types.cancelled_error != nullptr && vm.is_instance(exception, vm.types.cancelled_error);
  return cancelled ? ExitReason::Cancelled : ExitReason::Exception;
}

}  // namespace

bool Interpreter::check_budgets() {
  counted_ += static_cast<std::uint64_t>(kCheckInterval - countdown_);
  countdown_ = kCheckInterval;
  if (vm_.ending() != nullptr) {
    vm_.refuse("", "");
    return false;
  }
  const Budgets& budgets = vm_.options.budgets;
  if (budgets.instructions != 0 && counted_ > budgets.instructions) {
    vm_.end_by_budget("instructions", "the program ran " + std::to_string(budgets.instructions) +
                                          " instructions without coming to an end");
    return false;
  }
  peak_bytes_ = std::max(peak_bytes_, Heap::current().used_bytes());
  return vm_.check_memory(0);
}

std::uint64_t Interpreter::instructions() const {
  return counted_ + static_cast<std::uint64_t>(kCheckInterval - countdown_);
}

Interpreter::Observed Interpreter::observe(ThreadState& thread, Frame& frame, Opcode opcode) {
  if (vm_.options.trace_lines) observe_line(frame);
  ThreadScheduler* scheduler = vm_.world != nullptr ? vm_.world->scheduler() : nullptr;
  return scheduler != nullptr && !is_free_ ? charge(thread, *scheduler, opcode) : Observed::GoOn;
}

Interpreter::Observed Interpreter::charge(ThreadState& thread, ThreadScheduler& scheduler, Opcode opcode) {
  if (scheduler.is_due()) {
    switch (scheduler.tick(thread.can_block())) {
      case ThreadScheduler::Verdict::GoOn:
        break;
      case ThreadScheduler::Verdict::Suspend:
        return Observed::SetAside;
      case ThreadScheduler::Verdict::TooDeep:
        vm_.refuse("a switch of threads inside a callback of a builtin function",
                   "print, and use what other threads use, in the function that the thread runs itself, not in a sort "
                   "key, a generator that sum() consumes, or a special method");
        return Observed::Failed;
    }
  }
  if (calls(opcode)) {
    if (scheduler.is_ahead() && thread.can_block()) {
      scheduler.catch_up();
      return Observed::SetAside;
    }
    scheduler.act();
  }
  scheduler.charge(vm_.options.instruction_cost * instructions_in(opcode));
  return Observed::GoOn;
}

void Interpreter::observe_line(Frame& frame) {
  if (!frame.code->is_program) return;
  const std::uint32_t line = frame.line();
  if (line == 0 || (observed_frame_ == &frame && observed_line_ == line)) return;
  observed_frame_ = &frame;
  observed_line_ = line;
  vm_.trace.record(TraceKind::Line, 0, line);
}

bool Interpreter::enter_generator(ThreadState& thread, Generator& generator, ResumedBy by, bool by_throw) {
  if (!enter(thread)) return false;
  Frame& frame = generator.frame;
  frame.previous = thread.frame;
  frame.resumed_by = by;
  frame.by_throw = by_throw;
  frame.is_entry = by == ResumedBy::Native;
  thread.frame = &frame;
  // gen.throw() goes straight to the innermost of those that wait for each other: what the others are handling does not
  // count there until it is sent something.
  generator.exception_state.previous =
      is_thrown_through(frame) ? thread.exception_state->previous : thread.exception_state;
  thread.exception_state = &generator.exception_state;
  generator.set_state(Generator::State::Running);
  return true;
}

void Interpreter::leave_generator(ThreadState& thread, Generator& generator) {
  --thread.depth;
  Frame* const outer = generator.frame.previous;
  thread.frame = outer;
  thread.exception_state = is_thrown_through(generator.frame) ? &static_cast<Generator*>(outer->owner)->exception_state
                                                              : generator.exception_state.previous;
  generator.frame.previous = nullptr;
  generator.exception_state.previous = nullptr;
}

// Source: _PyErr_ChainStackItem, which gen_send_ex calls for each frame that gen.throw() goes through.
void Interpreter::chain_thrown(ThreadState& thread) {
  const Value& handled = thread.exception_state->handled;
  if (vm_.ending() != nullptr || !handled || handled.is_none()) return;
  if (throwing_loses_traceback(vm_.python())) lose_traceback(vm_, thread, *thread.exception_state);
  vm_.raise(vm_.take_error());
}

Interpreter::Result Interpreter::start(ThreadState& thread, Start how, Value& value) {
  ++thread.run_depth;
  const bool observed = vm_.options.trace_lines || vm_.options.instruction_cost > 0;
  const Result result = observed ? loop<true>(thread, how, value) : loop<false>(thread, how, value);
  --thread.run_depth;
  return result;
}

Interpreter::Result Interpreter::go_on(ThreadState& thread, Value result, Value& value) {
  value = static_cast<Value&&>(result);
  return start(thread, Start::Unblocked, value);
}

Interpreter::Result Interpreter::go_on_from_aside(ThreadState& thread, Value& value) {
  thread.is_set_aside = false;
  return start(thread, Start::SetAside, value);
}

Outcome Interpreter::resume(Generator& generator, Value value, bool is_throw) {
  ThreadState& thread = vm_.thread();
  const Ref<Generator> keep(&generator);
  const auto failed = [&] { return Outcome::raise(vm_.take_error()); };
  switch (generator.state()) {
    case Generator::State::Running:
      if (is_throw) vm_.take_error();
      vm_.raise_value_error(std::string(generator.noun()) + " already executing");
      return failed();
    case Generator::State::Ended:
      if (generator.is(ObjectKind::Coroutine)) {
        if (is_throw) vm_.take_error();
        vm_.raise(vm_.types.runtime_error, "cannot reuse already awaited coroutine");
        return failed();
      }
      return is_throw ? failed() : Outcome::result(Value::none());
    case Generator::State::Created:
      if (!is_throw && !value.is_none()) {
        vm_.raise_type_error(std::string("can't send non-None value to a just-started ") + generator.noun());
        return failed();
      }
      if (is_throw) {
        // Nothing has run, so no handler of it can be in force; the line is that of its definition.
        add_traceback(vm_, generator.frame);
        if (stop_iteration_is_converted_at_once(vm_.python())) convert_stop_iteration(vm_, generator);
        generator.end();
        return failed();
      }
      break;
    case Generator::State::Suspended:
      break;
  }
  if (thread.native_depth >= kDeepestNative) {
    if (is_throw) vm_.take_error();
    vm_.raise(vm_.types.recursion_error, "maximum recursion depth exceeded");
    return failed();
  }
  const bool fresh = generator.state() == Generator::State::Created;
  if (is_throw) {
    Value error = vm_.take_error();
    if (!enter_generator(thread, generator, ResumedBy::Native, true)) return failed();
    Traceback* traceback = vm_.ending() == nullptr ? error.as<Exception>()->traceback.get() : nullptr;
    thread.seen_traceback = traceback;
    if (traceback != nullptr) traceback->was_handled = true;
    vm_.restore_error(static_cast<Value&&>(error));
  } else {
    if (!enter_generator(thread, generator, ResumedBy::Native)) return failed();
    if (!fresh) put(generator.frame.sp++, static_cast<Value&&>(value));
  }
  Value out;
  ++thread.native_depth;
  const Result result = start(thread, is_throw ? Start::Throw : Start::Normal, out);
  --thread.native_depth;
  switch (result) {
    case Result::Yielded:
      return Outcome::yield(static_cast<Value&&>(out));
    case Result::Returned:
      return Outcome::result(static_cast<Value&&>(out));
    case Result::Raised:
      return failed();
    case Result::Suspended:
      break;
  }
  SLUICE_CHECK(false);
  return Outcome::result(Value::none());
}

Value Interpreter::run_code(Function& function, Object* name_space) {
  ThreadState& thread = vm_.thread();
  Value result;
  Frame* frame = push_call(thread, &function, Arguments{}, result);
  if (frame == nullptr) return result;
  frame->is_entry = true;
  frame->owner = name_space;
  frame->is_class_body = name_space != nullptr;
  execute(thread, result);
  return result;
}

/// The run loop. Its state lives in locals; `frame->ip` is kept up to date at every instruction (tracebacks, lines),
/// and `frame->sp` is where the result of a call goes while another frame runs.
template <bool kObserved>
Interpreter::Result Interpreter::loop(ThreadState& thread, Start how, Value& out) {
  using enum Opcode;
  VM& vm = vm_;
  Frame* frame = thread.frame;
  CodeObject* code = frame->code;
  const Instruction* ip = frame->ip;
  Value* sp = frame->sp;
  Value* fast = frame->fast;
  const Value* constants = code->constants.data();

  // A call: [callable, values...] from `callee` on; the result goes to `bottom`, and all from there on ends with it.
  Value* callee = nullptr;
  Value* bottom = nullptr;
  std::uint32_t positional = 0;
  const Tuple* keyword_names = nullptr;
  Value value;               // a result on its way
  bool traced_error = true;  // whether the error adds an entry to the traceback
  Instruction word = 0;
  std::uint32_t argument = 0;

  // Inlined in any case: else these variables would live in memory, for a call to see them.
  const auto load_frame = [&]() __attribute__((always_inline)) {
    frame = thread.frame;
    code = frame->code;
    ip = frame->ip;
    sp = frame->sp;
    fast = frame->fast;
    constants = code->constants.data();
  };
  const auto push = [&](Value && pushed) __attribute__((always_inline)) { put(sp++, static_cast<Value&&>(pushed)); };
  const auto pop = [&]() __attribute__((always_inline)) { return move_from(--sp); };

  switch (how) {
    case Start::Normal:
      if (frame->kind == FrameKind::Generator && frame->waits_at_send()) --ip;
      break;
    case Start::Throw:
      goto throw_into_frame;
    case Start::Unblocked:
      if (!out) goto error;
      push(static_cast<Value&&>(out));
      break;
    case Start::SetAside:
      break;
  }

  for (;;) {
    word = *ip++;
    frame->ip = ip;
    if constexpr (kObserved) {
      switch (observe(thread, *frame, opcode_of(word))) {
        case Observed::GoOn:
          break;
        case Observed::SetAside:
          frame->ip = ip - 1;
          frame->sp = sp;
          thread.is_set_aside = true;
          return Result::Suspended;
        case Observed::Failed:
          goto error;
      }
      if (--countdown_ < 0 && !check_budgets()) goto error;
    }
    argument = argument_of(word);
    switch (opcode_of(word)) {
      case NOP:
        break;
      case POP_TOP:
        drop(--sp);
        break;
      case COPY:
        put(sp, sp[-static_cast<std::ptrdiff_t>(argument)]);
        ++sp;
        break;
      case SWAP:
        sp[-1].swap(sp[-static_cast<std::ptrdiff_t>(argument)]);
        break;

      // ---- Constants and variables ----
      case LOAD_CONST:
        put(sp++, constants[argument]);
        break;
      case LOAD_FAST:
        if (!fast[argument]) {
          raise_unbound(vm, *frame, argument);
          goto error;
        }
        put(sp++, fast[argument]);
        break;
      case STORE_FAST: {
        Value old = static_cast<Value&&>(fast[argument]);
        put(fast + argument, move_from(--sp));
        break;
      }
      case DELETE_FAST:
        if (!fast[argument]) {
          raise_unbound(vm, *frame, argument);
          goto error;
        }
        fast[argument] = Value();
        break;
      case CLEAR_FAST:
        fast[argument] = Value();
        break;
      case LOAD_FAST_LOAD_FAST: {
        const std::uint32_t first = first_of(argument);
        const std::uint32_t second = second_of(argument);
        if (!fast[first] || !fast[second]) {
          raise_unbound(vm, *frame, fast[first] ? second : first);
          goto error;
        }
        put(sp++, fast[first]);
        put(sp++, fast[second]);
        break;
      }
      case LOAD_FAST_LOAD_CONST: {
        const std::uint32_t first = first_of(argument);
        if (!fast[first]) {
          raise_unbound(vm, *frame, first);
          goto error;
        }
        put(sp++, fast[first]);
        put(sp++, constants[second_of(argument)]);
        break;
      }
      case STORE_FAST_LOAD_FAST: {
        const std::uint32_t second = second_of(argument);
        {
          Value old = static_cast<Value&&>(fast[first_of(argument)]);
          put(fast + first_of(argument), move_from(--sp));
        }
        if (!fast[second]) {
          raise_unbound(vm, *frame, second);
          goto error;
        }
        put(sp++, fast[second]);
        break;
      }
      case MAKE_CELL: {
        Ref<Cell> cell = make<Cell>();
        if (fast[argument]) cell->content = static_cast<Value&&>(fast[argument]);
        fast[argument] = Value(cell);
        break;
      }
      case COPY_FREE_VARS: {
        const Tuple& closure = *frame->function->closure;
        Value* to = fast + (code->slot_count - argument);
        for (std::uint32_t i = 0; i < argument; ++i) to[i] = closure[i];
        break;
      }
      case LOAD_CLOSURE:
        put(sp++, fast[argument]);
        break;
      case LOAD_DEREF: {
        const Value& content = fast[argument].as<Cell>()->content;
        if (content.is_missing()) {
          raise_unbound(vm, *frame, argument);
          goto error;
        }
        put(sp++, content);
        break;
      }
      case STORE_DEREF: {
        Value old = pop();
        old.swap(fast[argument].as<Cell>()->content);
        break;
      }
      case DELETE_DEREF: {
        Value& content = fast[argument].as<Cell>()->content;
        if (content.is_missing()) {
          raise_unbound(vm, *frame, argument);
          goto error;
        }
        content = Value::missing();
        break;
      }
      case LOAD_CLASSDEREF: {
        Value made = load_class_deref(vm, *frame, argument);
        if (!made) goto error;
        push(static_cast<Value&&>(made));
        break;
      }
      case LOAD_NAME: {
        Value made = load_name(vm, *frame, code->names[argument].as<Str>());
        if (!made) goto error;
        push(static_cast<Value&&>(made));
        break;
      }
      case STORE_NAME: {
        value = pop();
        if (!store_name(vm, *frame, code->names[argument].as<Str>(), value)) goto error;
        value = Value();
        break;
      }
      case DELETE_NAME:
        if (!delete_name(vm, *frame, code->names[argument].as<Str>())) goto error;
        break;
      case LOAD_GLOBAL: {
        const CodeObject::GlobalCache& cache = code->global_caches[argument];
        const bool valid = cache.value != nullptr && cache.globals_version == frame->function->globals->version() &&
                           cache.builtins_version == vm.builtins_->version();
        if (valid) {
          put(sp++, *cache.value);
          break;
        }
        value = load_global_slow(vm, *frame, argument);
        if (!value) goto error;
        push(static_cast<Value&&>(value));
        break;
      }
      case STORE_GLOBAL:
        value = pop();
        frame->function->globals->set(code->names[argument].as<Str>(), static_cast<Value&&>(value));
        break;
      case DELETE_GLOBAL: {
        Str* name = code->names[argument].as<Str>();
        if (!frame->function->globals->erase(name)) {
          vm.raise(vm.types.name_error, "name '" + name->text() + "' is not defined");
          goto error;
        }
        break;
      }

      // ---- Operators ----
      case UNARY_POSITIVE:
      case UNARY_NEGATIVE:
      case UNARY_INVERT: {
        const Opcode opcode = opcode_of(word);
        const UnaryOperator op = opcode == UNARY_POSITIVE   ? UnaryOperator::Positive
                                 : opcode == UNARY_NEGATIVE ? UnaryOperator::Negative
                                                            : UnaryOperator::Invert;
        Value made = vm.unary(op, sp[-1]);
        if (!made) goto error;
        sp[-1] = static_cast<Value&&>(made);
        break;
      }
      case UNARY_NOT: {
        const int truth = vm.truth(sp[-1]);
        if (truth < 0) goto error;
        sp[-1] = Value::boolean(truth == 0);
        break;
      }
      case BINARY_ADD: {
        if (sp[-2].is_small_int() && sp[-1].is_small_int()) {
          const std::int64_t sum = sp[-2].as_small_int() + sp[-1].as_small_int();
          if (Value::fits_small(sum)) {
            --sp;
            put_int(sp - 1, sum);
            break;
          }
        } else if (sp[-2].is_double() && sp[-1].is_double()) {
          --sp;
          put_float(sp - 1, sp[-1].as_double() + sp[0].as_double());
          break;
        }
        goto binary_slow;
      }
      case BINARY_SUBTRACT: {
        if (sp[-2].is_small_int() && sp[-1].is_small_int()) {
          const std::int64_t difference = sp[-2].as_small_int() - sp[-1].as_small_int();
          if (Value::fits_small(difference)) {
            --sp;
            put_int(sp - 1, difference);
            break;
          }
        } else if (sp[-2].is_double() && sp[-1].is_double()) {
          --sp;
          put_float(sp - 1, sp[-1].as_double() - sp[0].as_double());
          break;
        }
        goto binary_slow;
      }
      case BINARY_MULTIPLY: {
        if (sp[-2].is_small_int() && sp[-1].is_small_int()) {
          std::int64_t product = 0;
          const bool overflow = __builtin_mul_overflow(sp[-2].as_small_int(), sp[-1].as_small_int(), &product);
          if (!overflow && Value::fits_small(product)) {
            --sp;
            put_int(sp - 1, product);
            break;
          }
        } else if (sp[-2].is_double() && sp[-1].is_double()) {
          --sp;
          put_float(sp - 1, sp[-1].as_double() * sp[0].as_double());
          break;
        }
        goto binary_slow;
      }
      case INPLACE_ADD: {
        if (sp[-2].is_small_int() && sp[-1].is_small_int()) {
          const std::int64_t sum = sp[-2].as_small_int() + sp[-1].as_small_int();
          if (Value::fits_small(sum)) {
            --sp;
            put_int(sp - 1, sum);
            break;
          }
        } else if (sp[-2].is_double() && sp[-1].is_double()) {
          --sp;
          put_float(sp - 1, sp[-1].as_double() + sp[0].as_double());
          break;
        }
        goto inplace_slow;
      }
      case BINARY_TRUE_DIVIDE:
      case BINARY_FLOOR_DIVIDE:
      case BINARY_MODULO:
      case BINARY_POWER:
      case BINARY_MATRIX_MULTIPLY:
      case BINARY_LEFT_SHIFT:
      case BINARY_RIGHT_SHIFT:
      case BINARY_AND:
      case BINARY_OR:
      case BINARY_XOR:
      binary_slow : {
        const auto op = static_cast<std::uint8_t>(operator_of(opcode_of(word), BINARY_ADD));
        Value made = vm.binary(op, sp[-2], sp[-1]);
        if (!made) goto error;
        drop(--sp);
        sp[-1] = static_cast<Value&&>(made);
        break;
      }
      case INPLACE_SUBTRACT:
      case INPLACE_MULTIPLY:
      case INPLACE_TRUE_DIVIDE:
      case INPLACE_FLOOR_DIVIDE:
      case INPLACE_MODULO:
      case INPLACE_POWER:
      case INPLACE_MATRIX_MULTIPLY:
      case INPLACE_LEFT_SHIFT:
      case INPLACE_RIGHT_SHIFT:
      case INPLACE_AND:
      case INPLACE_OR:
      case INPLACE_XOR:
      inplace_slow : {
        const auto op = static_cast<std::uint8_t>(operator_of(opcode_of(word), INPLACE_ADD));
        Value made = vm.binary(static_cast<std::uint8_t>(op + kInPlace), sp[-2], sp[-1]);
        if (!made) goto error;
        drop(--sp);
        sp[-1] = static_cast<Value&&>(made);
        break;
      }
      case COMPARE_LT:
      case COMPARE_LE:
      case COMPARE_EQ:
      case COMPARE_NE:
      case COMPARE_GT:
      case COMPARE_GE: {
        const auto op = static_cast<std::uint8_t>(static_cast<int>(opcode_of(word)) - static_cast<int>(COMPARE_LT));
        bool truth = false;
        if (sp[-2].is_small_int() && sp[-1].is_small_int()) {
          truth = compare_small(opcode_of(word), sp[-2], sp[-1]);
          sp -= 2;
        } else {
          value = vm.compare(op, sp[-2], sp[-1]);
          if (!value) goto error;
          drop(--sp);
          drop(--sp);
          if (!value.is_bool()) {
            push(static_cast<Value&&>(value));
            break;
          }
          truth = value.is_true();
        }
        // A plain truth value that only decides a jump never gets to the stack.
        const Opcode next = opcode_of(*ip);
        if (next == POP_JUMP_IF_FALSE || next == POP_JUMP_IF_TRUE) {
          const Instruction jump = *ip++;
          if (truth == (next == POP_JUMP_IF_TRUE)) ip += jump_of(jump);
          break;
        }
        put_bool(sp++, truth);
        break;
      }
      case IS:
      case IS_NOT: {
        const bool same = sp[-2].is_same(sp[-1]);
        drop(--sp);
        sp[-1] = Value::boolean(same == (opcode_of(word) == IS));
        break;
      }
      case CONTAINS:
      case NOT_CONTAINS: {
        const int found = vm.contains(sp[-1], sp[-2]);
        if (found < 0) goto error;
        drop(--sp);
        sp[-1] = Value::boolean((found == 1) == (opcode_of(word) == CONTAINS));
        break;
      }

      // ---- Subscripts and attributes ----
      case BINARY_SUBSCRIPT: {
        if (sp[-2].is(ObjectKind::List) && sp[-1].is_small_int()) {
          const std::vector<Value>& items = sp[-2].as<List>()->items;
          const auto index = static_cast<std::uint64_t>(sp[-1].as_small_int());
          if (index < items.size()) {
            Value item = items[index];
            --sp;
            sp[-1] = static_cast<Value&&>(item);
            break;
          }
        }
        Value item = vm.get_item(sp[-2], sp[-1]);
        if (!item) goto error;
        drop(--sp);
        sp[-1] = static_cast<Value&&>(item);
        break;
      }
      case STORE_SUBSCRIPT: {
        if (sp[-2].is(ObjectKind::List) && sp[-1].is_small_int()) {
          std::vector<Value>& items = sp[-2].as<List>()->items;
          const auto index = static_cast<std::uint64_t>(sp[-1].as_small_int());
          if (index < items.size()) {
            const Value old = static_cast<Value&&>(items[index]);
            put(&items[index], static_cast<Value&&>(sp[-3]));
            --sp;
            drop(--sp);
            --sp;
            break;
          }
        }
        if (!vm.set_item(sp[-2], sp[-1], sp[-3])) goto error;
        drop(--sp);
        drop(--sp);
        drop(--sp);
        break;
      }
      case DELETE_SUBSCRIPT:
        if (!vm.delete_item(sp[-2], sp[-1])) goto error;
        drop(--sp);
        drop(--sp);
        break;
      case BUILD_SLICE: {
        const Value none = Value::none();
        Value made = builtin_slice(vm, sp[-static_cast<std::ptrdiff_t>(argument)],
                                   sp[1 - static_cast<std::ptrdiff_t>(argument)], argument == 3 ? sp[-1] : none);
        if (!made) goto error;
        for (std::uint32_t i = 0; i < argument; ++i) drop(--sp);
        push(static_cast<Value&&>(made));
        break;
      }
      case LOAD_ATTR: {
        if (sp[-1].is(ObjectKind::Instance)) {
          CodeObject::AttributeCache& cache = code->attribute_caches[argument];
          Instance* instance = sp[-1].as<Instance>();
          if (cache.type == instance->type.get() && cache.version == vm.class_version_) {
            const Value* own = instance->attributes
                                   ? instance->attributes->find_near(code->site_name(argument), cache.entry)
                                   : nullptr;
            if (own != nullptr) {
              Value held = *own;
              sp[-1] = static_cast<Value&&>(held);
              break;
            }
          }
        }
        Value found = load_attribute(*code, argument, sp[-1]);
        if (!found) goto error;
        sp[-1] = static_cast<Value&&>(found);
        break;
      }
      case STORE_ATTR: {
        if (!store_attribute(*code, argument, sp[-1], sp[-2])) goto error;
        drop(--sp);
        drop(--sp);
        break;
      }
      case DELETE_ATTR:
        if (!vm.delete_attribute(sp[-1], code->site_name(argument))) goto error;
        drop(--sp);
        break;
      case LOAD_METHOD:
        put(sp, Value());
        if (!load_method(*code, argument, sp - 1)) goto error;
        ++sp;
        break;

      // ---- Building ----
      case BUILD_TUPLE: {
        Ref<Tuple> tuple = Tuple::create(argument);
        sp -= argument;
        for (std::uint32_t i = 0; i < argument; ++i) (*tuple)[i] = move_from(sp + i);
        push(Value(tuple));
        break;
      }
      case BUILD_LIST: {
        Ref<List> list = make<List>();
        list->items.reserve(argument);
        sp -= argument;
        for (std::uint32_t i = 0; i < argument; ++i) list->items.push_back(move_from(sp + i));
        list->report_memory();
        push(Value(list));
        break;
      }
      case BUILD_SET: {
        Ref<Set> set = make<Set>();
        for (Value* item = sp - argument; item != sp; ++item) {
          if (!set_insert(vm, *set, *item)) goto error;
        }
        for (std::uint32_t i = 0; i < argument; ++i) drop(--sp);
        push(Value(set));
        break;
      }
      case BUILD_MAP: {
        Ref<Dict> dict = make<Dict>();
        for (Value* item = sp - 2 * static_cast<std::ptrdiff_t>(argument); item != sp; item += 2) {
          if (!dict->set(vm, item[0], item[1])) goto error;
        }
        for (std::uint32_t i = 0; i < 2 * argument; ++i) drop(--sp);
        push(Value(dict));
        break;
      }
      case BUILD_STRING: {
        Value made = build_string(vm, sp - argument, argument);
        if (!made) goto error;
        for (std::uint32_t i = 0; i < argument; ++i) drop(--sp);
        push(static_cast<Value&&>(made));
        break;
      }
      case LIST_APPEND: {
        Value made = pop();
        sp[-static_cast<std::ptrdiff_t>(argument)].as<List>()->items.push_back(static_cast<Value&&>(made));
        sp[-static_cast<std::ptrdiff_t>(argument)].as<List>()->report_memory();
        break;
      }
      case SET_ADD:
        if (!set_insert(vm, *sp[-1 - static_cast<std::ptrdiff_t>(argument)].as<Set>(), sp[-1])) goto error;
        drop(--sp);
        break;
      case MAP_ADD:
        if (!sp[-2 - static_cast<std::ptrdiff_t>(argument)].as<Dict>()->set(vm, sp[-2], sp[-1])) goto error;
        drop(--sp);
        drop(--sp);
        break;
      case LIST_EXTEND:
        if (!extend_list(vm, *sp[-1 - static_cast<std::ptrdiff_t>(argument)].as<List>(), sp[-1])) goto error;
        drop(--sp);
        break;
      case LIST_TO_TUPLE:
        sp[-1] = vm.tuple(sp[-1].as<List>()->items);
        break;
      case SET_UPDATE:
        if (!update_set(vm, *sp[-1 - static_cast<std::ptrdiff_t>(argument)].as<Set>(), sp[-1])) goto error;
        drop(--sp);
        break;
      case DICT_UPDATE:
        if (!update_dict(vm, *sp[-1 - static_cast<std::ptrdiff_t>(argument)].as<Dict>(), sp[-1])) goto error;
        drop(--sp);
        break;
      case DICT_MERGE: {
        const Value* dict = sp - 1 - static_cast<std::ptrdiff_t>(argument);
        if (!merge_keywords(vm, *dict->as<Dict>(), sp[-1], dict[-2])) goto error;
        drop(--sp);
        break;
      }
      case FORMAT_VALUE: {
        const bool has_spec = (argument & 4) != 0;
        const Value* spec = has_spec ? sp - 1 : nullptr;
        Value made = format_value(vm, sp[has_spec ? -2 : -1], argument & 3, spec != nullptr ? *spec : Value());
        if (!made) goto error;
        if (has_spec) drop(--sp);
        sp[-1] = static_cast<Value&&>(made);
        break;
      }
      case UNPACK_SEQUENCE: {
        Value made = pop();
        if (made.is(ObjectKind::Tuple) && made.as<Tuple>()->size() == argument) {
          const Tuple& tuple = *made.as<Tuple>();
          for (std::uint32_t i = argument; i-- > 0;) put(sp++, tuple[i]);
          break;
        }
        for (std::uint32_t i = 0; i < argument; ++i) put(sp + i, Value());
        sp += argument;
        if (!unpack_sequence(vm, made, argument, sp - argument)) goto error;
        break;
      }
      case UNPACK_EX: {
        Value made = pop();
        const std::uint32_t before = first_of(argument);
        const std::uint32_t after = second_of(argument);
        const std::uint32_t count = before + 1 + after;
        for (std::uint32_t i = 0; i < count; ++i) put(sp + i, Value());
        sp += count;
        if (!unpack_with_star(vm, made, before, after, sp - count)) goto error;
        break;
      }

      // ---- Calls ----
      case CALL:
        callee = bottom = sp - argument - 1;
        positional = argument;
        keyword_names = nullptr;
        goto call;
      case CALL_KW:
        value = pop();
        keyword_names = value.as<Tuple>();  // a constant: the code keeps it
        value = Value();
        callee = bottom = sp - argument - 1;
        positional = argument - static_cast<std::uint32_t>(keyword_names->size());
        goto call;
      case CALL_METHOD:
        keyword_names = nullptr;
        bottom = sp - argument - 2;
        callee = bottom;
        positional = argument + 1;
        if (!*bottom) {
          ++callee;
          --positional;
        }
        goto call;
      case CALL_METHOD_KW:
        value = pop();
        keyword_names = value.as<Tuple>();
        value = Value();
        bottom = sp - argument - 2;
        callee = bottom;
        positional = argument + 1 - static_cast<std::uint32_t>(keyword_names->size());
        if (!*bottom) {
          ++callee;
          --positional;
        }
        goto call;
      case CALL_EX: {
        std::vector<Value> values;
        Ref<Tuple> spread_names;
        Arguments arguments;
        bottom = sp - 2 - argument;
        const Value keywords = argument == 1 ? sp[-1] : Value();
        if (!spread_arguments(vm, *bottom, bottom[1], keywords, values, spread_names, arguments)) goto error;
        Function* function = bottom->is(ObjectKind::Function) ? bottom->as<Function>() : nullptr;
        if (bottom->is(ObjectKind::BoundMethod) && bottom->as<BoundMethod>()->function.is(ObjectKind::Function)) {
          // The method stays on the stack and keeps its function.
          function = bottom->as<BoundMethod>()->function.as<Function>();
          values.insert(values.begin(), bottom->as<BoundMethod>()->self);
          arguments.values = values.data();
          ++arguments.positional;
        }
        if (function != nullptr) {
          value = Value();
          Frame* made = push_call(thread, function, arguments, value);
          if (made == nullptr && !value) goto error;
          if (made == nullptr) goto call_done;
          made->drop = static_cast<std::uint32_t>(sp - bottom);
          frame->sp = bottom;
          goto start_frame;
        }
        value = call(*bottom, arguments);
        if (!value) goto error;
        if (thread.block_requested) goto suspend;
        goto call_done;
      }
      case RETURN_VALUE:
        value = pop();
        goto leave_frame;
      case RETURN_CONST:
        value = constants[argument];
        goto leave_frame;
      case MAKE_FUNCTION: {
        const std::uint32_t parts =
            ((argument & 1) != 0) + ((argument & 2) != 0) + ((argument & 4) != 0) + ((argument & 8) != 0);
        Value made = make_function(vm, *frame, sp[-1], argument, sp - 1 - parts);
        for (std::uint32_t i = 0; i < parts + 1; ++i) drop(--sp);
        if (!made) goto error;
        push(static_cast<Value&&>(made));
        break;
      }
      case LOAD_BUILD_CLASS:
        push(Value(vm.build_class_));
        break;

      // ---- Jumps and loops ----
      case JUMP_FORWARD:
        ip += jump_of(word);
        break;
      case JUMP_BACKWARD:
        ip += jump_of(word);
        if constexpr (!kObserved) {
          countdown_ += jump_of(word);
          if (countdown_ < 0 && !check_budgets()) goto error;
        }
        break;
      case POP_JUMP_IF_FALSE:
      case POP_JUMP_IF_TRUE: {
        const int truth = sp[-1].is_bool() ? sp[-1].is_true() : vm.truth(sp[-1]);
        if (truth < 0) goto error;
        drop(--sp);
        if ((truth == 1) == (opcode_of(word) == POP_JUMP_IF_TRUE)) ip += jump_of(word);
        break;
      }
      case POP_JUMP_IF_NONE:
      case POP_JUMP_IF_NOT_NONE: {
        const bool is_none = sp[-1].is_none();
        drop(--sp);
        if (is_none == (opcode_of(word) == POP_JUMP_IF_NONE)) ip += jump_of(word);
        break;
      }
      case JUMP_IF_FALSE_OR_POP:
      case JUMP_IF_TRUE_OR_POP: {
        const int truth = vm.truth(sp[-1]);
        if (truth < 0) goto error;
        if ((truth == 1) == (opcode_of(word) == JUMP_IF_TRUE_OR_POP)) {
          ip += jump_of(word);
        } else {
          drop(--sp);
        }
        break;
      }
      case GET_ITER: {
        if (sp[-1].is(ObjectKind::Generator)) break;
        Value made = vm.iterate(sp[-1]);
        if (!made) goto error;
        sp[-1] = static_cast<Value&&>(made);
        break;
      }
      case FOR_ITER: {
        if (sp[-1].is(ObjectKind::NativeIterator)) {
          auto* iterator = sp[-1].as<NativeIterator>();
          if (iterator->quick() == NativeIterator::Quick::Range) {
            auto* range = static_cast<RangeIterator*>(iterator);
            if (range->remaining > 0 && Value::fits_small(range->current)) {
              put_int(sp++, range->current);
              --range->remaining;
              range->current += range->step;
              break;
            }
          } else if (iterator->quick() == NativeIterator::Quick::List) {
            auto* items = static_cast<ListIterator*>(iterator);
            if (items->list && items->index < items->list->items.size()) {
              put(sp++, items->list->items[items->index++]);
              break;
            }
          }
          Value item = iterator->next(vm);
          if (item) {
            put(sp++, static_cast<Value&&>(item));
            break;
          }
          if (vm.has_error() && !end_of_items(vm)) goto error;
          drop(--sp);
          ip += jump_of(word);
          break;
        }
        if (sp[-1].is(ObjectKind::Generator)) {
          Generator& generator = *sp[-1].as<Generator>();
          if (generator.state() == Generator::State::Ended) {
            drop(--sp);
            ip += jump_of(word);
            break;
          }
          if (generator.state() == Generator::State::Running) {
            vm.raise_value_error("generator already executing");
            goto error;
          }
          const bool fresh = generator.state() == Generator::State::Created;
          if (!enter_generator(thread, generator, ResumedBy::ForIter)) goto error;
          if (!fresh) put(generator.frame.sp++, Value::none());
          frame->sp = sp;
          goto start_generator;
        }
        Value made = vm.next(sp[-1]);
        if (!made) goto error;
        if (made.is_missing()) {
          drop(--sp);
          ip += jump_of(word);
          break;
        }
        push(static_cast<Value&&>(made));
        break;
      }

      // ---- Generators, coroutines, await ----
      case GET_AWAITABLE: {
        // What waits for itself stays where it is.
        const bool is_ready =
            sp[-1].is(ObjectKind::NativeCoroutine) || is_future(sp[-1]) ||
            (sp[-1].is(ObjectKind::Coroutine) && sp[-1].as<Generator>()->state() == Generator::State::Created);
        if (!is_ready) {
          value = get_awaitable(vm, sp[-1], argument);
          if (!value) goto error;
        }
        if (argument == 1 && code->is_program) {
          vm.trace.record(TraceKind::Entering, manager_in_trace(sp[-2]), frame->line());
        }
        if (argument == 2 && code->is_program) {
          const bool failed = ip - code->instructions >= 2 && opcode_of(ip[-2]) == WITH_EXCEPT_START;
          const ExitReason reason = failed ? exit_reason(vm, sp[-2]) : ExitReason::Normal;
          vm.trace.record(TraceKind::Exiting, static_cast<std::uint8_t>(reason), 0, frame->line());
        }
        if (!is_ready) sp[-1] = static_cast<Value&&>(value);
        push(Value::none());
        break;
      }
      case GET_YIELD_FROM_ITER: {
        Value made = get_yield_from_iterator(vm, *frame, sp[-1]);
        if (!made) goto error;
        sp[-1] = static_cast<Value&&>(made);
        push(Value::none());
        break;
      }
      case SEND: {
        if (is_frame_coroutine(sp[-2])) {
          Generator& generator = *sp[-2].as<Generator>();
          switch (generator.state()) {
            case Generator::State::Running:
              vm.raise_value_error(std::string(generator.noun()) + " already executing");
              goto error;
            case Generator::State::Ended:
              if (generator.is(ObjectKind::Coroutine)) {
                vm.raise(vm.types.runtime_error, "cannot reuse already awaited coroutine");
                goto error;
              }
              value = Value::none();
              drop(--sp);
              goto sent;
            case Generator::State::Created:
              if (!sp[-1].is_none()) {
                vm.raise_type_error(std::string("can't send non-None value to a just-started ") + generator.noun());
                goto error;
              }
              break;
            case Generator::State::Suspended:
              break;
          }
          const bool fresh = generator.state() == Generator::State::Created;
          if (!enter_generator(thread, generator, ResumedBy::Send)) goto error;
          value = pop();
          if (!fresh) put(generator.frame.sp++, static_cast<Value&&>(value));
          value = Value();
          frame->sp = sp;
          goto start_generator;
        }
        if (sp[-2].is(ObjectKind::NativeCoroutine)) {
          // It stays on the stack while it runs.
          --sp;
          Outcome outcome = sp[-1].as<NativeCoroutine>()->send(move_from(sp));
          value = static_cast<Value&&>(outcome.value);
          if (outcome.is_yield()) goto yield_through;
          if (outcome.is_return()) goto sent;
          vm.restore_error(static_cast<Value&&>(value));
          goto error;
        }
        value = pop();
        const Value receiver = sp[-1];
        Outcome outcome = send_to(vm, receiver, value);
        value = static_cast<Value&&>(outcome.value);
        if (outcome.is_yield()) goto yield_through;
        if (outcome.is_return()) goto sent;
        vm.restore_error(static_cast<Value&&>(value));
        goto error;
      }
      case YIELD_VALUE:
        value = pop();
        if (frame->owner->is(ObjectKind::AsyncGenerator)) value = Value(new AsyncYield(static_cast<Value&&>(value)));
        goto yield_through;
      case GET_AITER: {
        Value made = get_async_iterator(vm, sp[-1]);
        if (!made) goto error;
        sp[-1] = static_cast<Value&&>(made);
        break;
      }
      case GET_ANEXT: {
        Value made = get_async_next(vm, sp[-1]);
        if (!made) goto error;
        push(static_cast<Value&&>(made));
        push(Value::none());
        break;
      }
      case END_ASYNC_FOR: {
        if (vm.is_instance(sp[-1], vm.types.stop_async_iteration)) {
          drop(--sp);
          drop(--sp);
          break;
        }
        Value made = pop();
        drop(--sp);
        vm.restore_error(static_cast<Value&&>(made));
        goto reraise;
      }

      // ---- with ----
      case BEFORE_WITH:
      case BEFORE_ASYNC_WITH: {
        Value enter;
        bool takes_manager = false;
        value = find_manager_methods(vm, sp[-1], opcode_of(word) == BEFORE_ASYNC_WITH, enter, takes_manager);
        if (!value) goto error;
        Value manager = static_cast<Value&&>(sp[-1]);
        put(sp - 1, static_cast<Value&&>(value));
        bottom = callee = sp;
        keyword_names = nullptr;
        put(sp++, static_cast<Value&&>(enter));
        positional = 0;
        if (takes_manager) {
          put(sp++, static_cast<Value&&>(manager));
          positional = 1;
        }
        goto call;
      }
      case CALL_EXIT: {
        bottom = callee = sp - 1;
        keyword_names = nullptr;
        for (int i = 0; i < 3; ++i) push(Value::none());
        positional = 3;
        goto call;
      }
      case WITH_EXCEPT_START: {
        const Value& exception = sp[-1];
        Exception* error_value = exception.as<Exception>();
        const Value exit = sp[-3];
        bottom = callee = sp;
        keyword_names = nullptr;
        put(sp++, exit);
        put(sp++, Value(error_value->type));
        put(sp++, Value(error_value));
        put(sp++, error_value->traceback ? Value(error_value->traceback) : Value::none());
        positional = 3;
        goto call;
      }

      // ---- Exceptions ----
      case RAISE_VARARGS: {
        if (argument == 0) {
          const ExceptionState* state = thread.handling_state();
          if (state == nullptr) {
            vm.raise(vm.types.runtime_error, "No active exception to reraise");
            goto error;
          }
          vm.restore_error(state->handled);
          if (reraising_restores_traceback(vm.python())) restore_traceback(vm, *state);
          goto reraise;
        }
        raise_statement(vm, sp[-static_cast<std::ptrdiff_t>(argument)], argument == 2 ? sp - 1 : nullptr);
        for (std::uint32_t i = 0; i < argument; ++i) drop(--sp);
        goto error;
      }
      case PUSH_EXC_INFO: {
        Value& handled = thread.exception_state->handled;
        Value previous = handled ? static_cast<Value&&>(handled) : Value::none();
        handled = sp[-1];
        Value made = static_cast<Value&&>(sp[-1]);
        if (reraising_restores_traceback(vm.python())) {
          enter_handler(vm, *thread.exception_state, *made.as<Exception>());
        }
        put(sp - 1, static_cast<Value&&>(previous));
        push(static_cast<Value&&>(made));
        break;
      }
      case CHECK_EXC_MATCH: {
        const int matches = exception_matches(vm, sp[-2], sp[-1]);
        if (matches < 0) goto error;
        sp[-1] = Value::boolean(matches == 1);
        break;
      }
      case POP_EXCEPT: {
        Value made = pop();
        if (reraising_restores_traceback(vm.python())) leave_handler(*thread.exception_state);
        made.swap(thread.exception_state->handled);
        break;
      }
      case RERAISE:
        value = pop();
        vm.restore_error(static_cast<Value&&>(value));
        if (reraising_restores_traceback(vm.python())) restore_traceback(vm, *thread.exception_state);
        goto reraise;
      case POP_EXCEPT_RERAISE: {
        Value made = pop();
        Value previous = pop();
        if (reraising_restores_traceback(vm.python())) leave_handler(*thread.exception_state);
        previous.swap(thread.exception_state->handled);
        vm.restore_error(static_cast<Value&&>(made));
        goto reraise;
      }
      case LOAD_ASSERTION_ERROR:
        push(Value(vm.types.assertion_error));
        break;
      case CHECK_EG_MATCH: {
        Value rest;
        Value match;
        if (!match_group(vm, sp[-2], sp[-1], rest, match)) goto error;
        if (!match.is_none()) thread.exception_state->handled = match;
        sp[-2] = static_cast<Value&&>(rest);
        sp[-1] = static_cast<Value&&>(match);
        break;
      }
      case PREP_RERAISE_STAR: {
        Value made = prepare_reraise(vm, sp[-2], sp[-1].as<List>()->items);
        if (!made) goto error;
        drop(--sp);
        sp[-1] = static_cast<Value&&>(made);
        break;
      }

      // ---- match ----
      case GET_LEN: {
        const std::int64_t size = vm.length(sp[-1]);
        if (size < 0) goto error;
        push(Value::small_int(size));
        break;
      }
      case MATCH_SEQUENCE:
        push(Value::boolean(is_match_sequence(vm, sp[-1])));
        break;
      case MATCH_MAPPING:
        push(Value::boolean(is_match_mapping(vm, sp[-1])));
        break;
      case MATCH_KEYS: {
        Value made = match_keys(vm, sp[-2], *sp[-1].as<Tuple>());
        if (!made) goto error;
        push(static_cast<Value&&>(made));
        break;
      }
      case MATCH_CLASS: {
        Value made = match_class(vm, sp[-3], sp[-2], argument, *sp[-1].as<Tuple>());
        if (!made) goto error;
        drop(--sp);
        drop(--sp);
        sp[-1] = static_cast<Value&&>(made);
        break;
      }
      case COPY_DICT_WITHOUT_KEYS: {
        Value made = copy_without_keys(vm, sp[-2], *sp[-1].as<Tuple>());
        if (!made) goto error;
        sp[-1] = static_cast<Value&&>(made);
        break;
      }

      // ---- Modules, annotations, types ----
      case IMPORT_NAME: {
        Value made = import_name(vm, *frame, code->names[argument].as<Str>(), sp[-1]);
        if (!made) goto error;
        drop(--sp);
        sp[-1] = static_cast<Value&&>(made);
        break;
      }
      case IMPORT_FROM: {
        Value made = import_from(vm, sp[-1], code->names[argument].as<Str>());
        if (!made) goto error;
        push(static_cast<Value&&>(made));
        break;
      }
      case IMPORT_STAR:
        if (!import_star(vm, *frame, sp[-1])) goto error;
        drop(--sp);
        break;
      case SETUP_ANNOTATIONS:
        if (!setup_annotations(vm, *frame)) goto error;
        break;
      case LOAD_ANNOTATION_ATTR: {
        Value made = annotation_attribute(vm, sp[-1], code->names[argument].as<Str>());
        if (!made) goto error;
        sp[-1] = static_cast<Value&&>(made);
        break;
      }
      case CHECK_FORMAT:
        if (!check_format(vm, fast[0])) goto error;
        break;
      case LOAD_LOCALS:
        push(Value(frame->owner));
        break;
      case LOAD_FROM_DICT_OR_GLOBALS: {
        Value made = load_from_class(vm, sp[-1], code->names[argument].as<Str>());
        if (made.is_missing()) made = load_global(vm, *frame, code->names[argument].as<Str>());
        if (!made) goto error;
        sp[-1] = static_cast<Value&&>(made);
        break;
      }
      case LOAD_FROM_DICT_OR_DEREF: {
        Value made = load_from_class(vm, sp[-1], frame->code->slot_names[argument]);
        if (made.is_missing()) made = fast[argument].as<Cell>()->content;
        if (made.is_missing()) made = raise_unbound(vm, *frame, argument);
        if (!made) goto error;
        sp[-1] = static_cast<Value&&>(made);
        break;
      }
      case MAKE_TYPE_ALIAS: {
        Value made = make_type_alias(vm, constants[argument], sp[-2], sp[-1]);
        if (!made) goto error;
        drop(--sp);
        sp[-1] = static_cast<Value&&>(made);
        break;
      }
      case MAKE_TYPE_VARIABLE: {
        Value made = make_type_variable(vm, *constants[argument].as<Tuple>(), sp[-2], sp[-1]);
        if (!made) goto error;
        drop(--sp);
        sp[-1] = static_cast<Value&&>(made);
        break;
      }
      case SET_TYPE_PARAMETERS:
        sp[-2].as<Function>()->type_parameters = Ref<Tuple>(sp[-1].as<Tuple>());
        drop(--sp);
        break;
      case MAKE_GENERIC_BASE: {
        Value made = make_generic_base(vm, sp[-1]);
        if (!made) goto error;
        sp[-1] = static_cast<Value&&>(made);
        break;
      }
      default:  // the compiler writes no other words, and looks for none here
        __builtin_unreachable();
    }
    continue;

  call:
    // [callable, values...] from `callee`; `positional` of them, then those that `keyword_names` names.
    if constexpr (!kObserved) {
      countdown_ -= kCallWeight;
      if (countdown_ < 0 && !check_budgets()) goto error;
    }
    if (!callee->is_object()) goto call_anything;
    switch (callee->object()->kind()) {
      case ObjectKind::Function: {
        auto* function = callee->as<Function>();
        CodeObject* callee_code = function->code.get();
        const bool fits =
            callee_code->is_simple && keyword_names == nullptr && positional == callee_code->parameter_count;
        if (fits && frame->kind != FrameKind::Generator && callee + 1 + frame_size(*callee_code) <= thread.limit) {
          if (!enter(thread)) goto error;
          Value* slots = callee + 1;
          for (std::uint32_t i = positional; i < callee_code->slot_count; ++i) put(slots + i, Value());
          frame->sp = bottom;
          Frame* made = make_frame(thread, function, slots);
          made->drop = static_cast<std::uint32_t>(slots - bottom);
          goto start_frame;
        }
        const Arguments arguments{callee + 1, positional, keyword_names};
        value = Value();
        Frame* made = push_call(thread, function, arguments, value);
        if (made == nullptr && !value) goto error;
        if (made == nullptr) goto call_done;
        made->drop = static_cast<std::uint32_t>(sp - bottom);
        frame->sp = bottom;
        goto start_frame;
      }
      case ObjectKind::NativeFunction: {
        auto* function = callee->as<NativeFunction>();
        if (positional == 1 && keyword_names == nullptr && callee[1].is(ObjectKind::Generator) && is_next(*function)) {
          // next(generator) runs in this loop, too: a context manager made of a generator may block in it.
          Generator& generator = *callee[1].as<Generator>();
          const bool fresh = generator.state() == Generator::State::Created;
          if (fresh || generator.state() == Generator::State::Suspended) {
            if (!enter_generator(thread, generator, ResumedBy::Call)) goto error;
            if (!fresh) put(generator.frame.sp++, Value::none());
            generator.frame.drop = static_cast<std::uint32_t>(sp - bottom);
            frame->sp = bottom;
            goto start_generator;
          }
        }
        const Signature& signature = *function->signature;
        const std::size_t count = signature.count;
        const bool fits = keyword_names == nullptr && signature.is_plain &&
                          positional >= signature.required_positional && positional <= signature.positional &&
                          count - positional <= kFilledInPlace;
        Value result;
        if (fits && thread.native_depth < kDeepestNative) {
          for (std::size_t i = positional; i < count; ++i) put(sp++, signature.parameters[i].filled);
          result = run_native(*function, callee + 1);
        } else {
          result = call_native(*function, Arguments{callee + 1, positional, keyword_names});
        }
        if (!result) goto error;
        if (thread.block_requested) goto suspend;
        while (sp != bottom) drop(--sp);
        put(sp++, static_cast<Value&&>(result));
        continue;
      }
      case ObjectKind::BoundMethod: {
        // [method, a, b] -> [function, self, a, b]; every frame has room for a few values more than it asked for.
        const Value method = static_cast<Value&&>(*callee);
        for (Value* at = sp; at != callee + 1; --at) put(at, static_cast<Value&&>(at[-1]));
        ++sp;
        put(callee, method.as<BoundMethod>()->function);
        put(callee + 1, method.as<BoundMethod>()->self);
        ++positional;
        goto call;
      }
      case ObjectKind::Type: {
        Type* type = callee->as<Type>();
        const Value* init = plain_constructor(type);
        if (init == nullptr) goto call_anything;
        // [class, a, b] -> [instance, __init__, instance, a, b]
        Value instance(new Instance(type));
        for (Value* at = sp + 1; at != callee + 2; --at) put(at, static_cast<Value&&>(at[-2]));
        sp += 2;
        const Value type_kept = static_cast<Value&&>(*callee);  // the instance keeps it from here on
        put(callee, instance);
        put(callee + 1, *init);
        put(callee + 2, static_cast<Value&&>(instance));
        if (bottom != callee) {
          put(bottom, static_cast<Value&&>(*callee));  // called as module.Class(...): [no value, class, ...]
          put(callee, Value());
        }
        ++callee;
        ++bottom;
        ++positional;
        Frame* made = push_init(thread, callee, Arguments{callee + 1, positional, keyword_names});
        if (made == nullptr) goto error;
        made->drop = static_cast<std::uint32_t>((made->fast == callee + 1 ? made->fast : sp) - bottom);
        frame->sp = bottom;
        goto start_frame;
      }
      default:
        break;
    }
  call_anything:
    value = call(*callee, Arguments{callee + 1, positional, keyword_names});
    if (!value) goto error;
    if (thread.block_requested) goto suspend;
  call_done:
    while (sp != bottom) drop(--sp);
    push(static_cast<Value&&>(value));
    continue;

  suspend:
    thread.block_requested = false;
    value = Value();
    while (sp != bottom) drop(--sp);
    frame->sp = sp;
    return Result::Suspended;

  start_frame:
    load_frame();
    continue;

  start_generator:
    load_frame();
    if (ip != code->instructions && opcode_of(ip[-1]) == SEND) --ip;
    continue;

  sent:
    // The wait at a SEND is over: [receiver] -> [result].
    sp[-1] = static_cast<Value&&>(value);
    if (code->is_program && opcode_of(ip[-2]) == GET_AWAITABLE && argument_of(ip[-2]) != 0) {
      const TraceKind kind = argument_of(ip[-2]) == 1 ? TraceKind::Entered : TraceKind::Exited;
      vm.trace.record(kind, 0, frame->line());
    }
    continue;

  yield_through:
    // `value` goes to who resumed this generator; who awaits it in turn yields it on.
    for (;;) {
      auto& generator = *static_cast<Generator*>(frame->owner);
      frame->sp = sp;
      leave_generator(thread, generator);
      generator.set_state(Generator::State::Suspended);
      if (frame->is_entry) {
        out = static_cast<Value&&>(value);
        return Result::Yielded;
      }
      const ResumedBy by = frame->resumed_by;
      const std::uint32_t dropped = frame->drop;
      load_frame();
      if (by == ResumedBy::Send) continue;
      if (by == ResumedBy::Call) drop_range(sp, sp + dropped);
      push(static_cast<Value&&>(value));
      break;
    }
    continue;

  leave_frame:
    // The frame ends with `value`. Its variables go in order of their slots.
    if (frame->kind == FrameKind::Generator) {
      Frame* ended = frame;
      auto& generator = *static_cast<Generator*>(frame->owner);
      const Ref<Generator> keep(&generator);
      const bool is_entry = ended->is_entry;
      const ResumedBy by = ended->resumed_by;
      frame->sp = sp;
      if (!kept_frames.empty()) [[unlikely]]
        kept_frames.end(*ended);
      leave_generator(thread, generator);
      generator.end();
      if (is_entry) {
        out = static_cast<Value&&>(value);
        return Result::Returned;
      }
      const std::uint32_t dropped = ended->drop;
      load_frame();
      if (by == ResumedBy::Send) goto sent;
      if (by == ResumedBy::Call) {
        drop_range(sp, sp + dropped);
        raise_returned(vm, static_cast<Value&&>(value));
        goto error;
      }
      value = Value();
      drop(--sp);
      ip += jump_of(ip[-1]);
      continue;
    }
    {
      Frame* ended = frame;
      Value* base = reinterpret_cast<Value*>(ended + 1);
      while (sp != base) drop(--sp);
      if (!kept_frames.empty()) [[unlikely]]
        kept_frames.end(*ended);
      // What dies with its variables is said to die in the caller, as in CPython.
      thread.frame = ended->previous;
      drop_variables(vm, *code, fast, ended->kind);
      --thread.depth;
      thread.top = ended->outer_top;
      thread.give_back(thread.top);
      if (ended->is_entry) {
        out = static_cast<Value&&>(value);
        return Result::Returned;
      }
      const std::uint32_t dropped = ended->drop;
      const bool is_init = ended->kind == FrameKind::Init;
      load_frame();
      drop_range(sp, sp + dropped);
      if (is_init) {
        if (!value.is_none()) {
          vm.raise_type_error(std::string("__init__() should return None, not '") + vm.type_name(value) + "'");
          goto error;
        }
        continue;
      }
      push(static_cast<Value&&>(value));
    }
    continue;

  throw_into_frame:
    // An exception is pending and goes to what this frame waits for, or is raised where it stands.
    if (frame->waits_at_send()) {
      const Value receiver = sp[-1];
      if (vm.error_is(vm.types.generator_exit)) {
        const ThrownThrough thrown(thread);
        close_receiver(vm, receiver);
      } else if (is_frame_coroutine(receiver)) {
        Generator& generator = *receiver.as<Generator>();
        const bool waits =
            generator.state() == Generator::State::Suspended || generator.state() == Generator::State::Created;
        if (waits) {
          Value error_value = vm.take_error();
          if (!enter_generator(thread, generator, ResumedBy::Send, true)) goto error;
          vm.restore_error(static_cast<Value&&>(error_value));
          frame->sp = sp;
          load_frame();
          goto throw_into_frame;
        }
        if (generator.is(ObjectKind::Coroutine)) {
          vm.take_error();
          vm.raise(vm.types.runtime_error, "cannot reuse already awaited coroutine");
        }
      } else {
        Outcome outcome = [&] {
          const ThrownThrough thrown(thread);
          return throw_to(vm, receiver);
        }();
        value = static_cast<Value&&>(outcome.value);
        if (outcome.is_yield()) goto yield_through;
        if (outcome.is_return()) goto sent;
        vm.restore_error(static_cast<Value&&>(value));
      }
    }
    chain_thrown(thread);
    goto error;

  reraise:
    traced_error = false;
  error:
    value = Value();
    if (traced_error) add_traceback(vm, *frame);
    traced_error = true;
    {
      // In a frame that has not begun no handler is in force yet.
      const bool may_handle = vm.ending() == nullptr && frame->ip != code->instructions;
      const ExceptionEntry* entry = may_handle ? code->code->find_handler(frame->instruction()) : nullptr;
      if (entry != nullptr) {
        Value* level = frame->stack_base() + entry->depth;
        while (sp != level) drop(--sp);
        push(vm.take_error());
        ip = code->instructions + entry->target;
        // Until 3.10 a handler that ends by the exception does not look at it.
        if (!reraising_restores_traceback(vm.python()) || opcode_of(*ip) != POP_EXCEPT_RERAISE) {
          Traceback* traceback = sp[-1].as<Exception>()->traceback.get();
          thread.seen_traceback = traceback;
          if (traceback != nullptr) traceback->was_handled = true;
        }
        continue;
      }
    }
    // Nobody here handles it: the frame ends.
    if (frame->kind == FrameKind::Generator) {
      auto& generator = *static_cast<Generator*>(frame->owner);
      const Ref<Generator> keep(&generator);
      const bool is_entry = frame->is_entry;
      const ResumedBy by = frame->resumed_by;
      const bool by_throw = frame->by_throw;
      const bool has_begun = frame->ip != code->instructions;
      if (has_begun || stop_iteration_is_converted_at_once(vm.python())) convert_stop_iteration(vm, generator);
      Value error_value = vm.take_error();
      // What it was working on goes while it still runs, its variables afterwards.
      Value* base = frame->stack_base();
      while (sp != base) drop(--sp);
      kept_frames.end(*frame);
      frame->sp = sp;
      leave_generator(thread, generator);
      generator.end();
      vm.restore_error(static_cast<Value&&>(error_value));
      if (is_entry) return Result::Raised;
      const std::uint32_t dropped = generator.frame.drop;
      load_frame();
      if (by == ResumedBy::Call) {
        error_value = vm.take_error();
        drop_range(sp, sp + dropped);
        vm.restore_error(static_cast<Value&&>(error_value));
      }
      if (by == ResumedBy::Send && by_throw) chain_thrown(thread);
      goto error;
    }
    {
      Frame* ended = frame;
      Value* base = reinterpret_cast<Value*>(ended + 1);
      Value error_value = vm.take_error();
      while (sp != base) drop(--sp);
      kept_frames.end(*ended);
      thread.frame = ended->previous;
      drop_variables(vm, *code, fast, ended->kind);
      vm.restore_error(static_cast<Value&&>(error_value));
      --thread.depth;
      thread.top = ended->outer_top;
      thread.give_back(thread.top);
      if (ended->is_entry) {
        out = Value();
        return Result::Raised;
      }
      const std::uint32_t dropped = ended->drop;
      load_frame();
      error_value = vm.take_error();
      drop_range(sp, sp + dropped);
      vm.restore_error(static_cast<Value&&>(error_value));
    }
    goto error;
  }
}

template Interpreter::Result Interpreter::loop<true>(ThreadState&, Start, Value&);
template Interpreter::Result Interpreter::loop<false>(ThreadState&, Start, Value&);

}  // namespace sluice
