// generator.h — Generator: a generator, a coroutine, or the body of an asynchronous generator; and what drives the
// latter.
#pragma once

#include <cstdint>
#include <memory>
#include <new>

#include "loop/coroutine.h"
#include "vm/frame.h"
#include "vm/function.h"
#include "vm/native.h"
#include "vm/thread_state.h"

namespace sluice {

class VM;

/// A frame that can wait. kind() says which of the three it is: Generator, Coroutine or AsyncGenerator.
///
/// States: created (nothing has run), suspended, running, ended. When it ends its slots and its stack are emptied at
/// once. Slots and working stack lie behind the object.
class Generator : public Coroutine {
 public:
  enum class State : std::uint8_t { Created, Suspended, Running, Ended };

  /// The frame is empty: the caller moves the arguments into `frame.fast`.
  static Ref<Generator> create(VM& vm, ObjectKind kind, Function* function);
  ~Generator() override;
  static void operator delete(Generator* generator, std::destroying_delete_t);
  void finalize() override;
  bool visit_references(ReferenceVisitor& visit) const override;
  void clear_references() override;

  // Coroutine, for the loop and for native code. Each runs the frame in a nested run loop.
  Outcome send(Value value) override;
  Outcome throw_(Value exception) override;
  Outcome close() override;
  [[nodiscard]] std::uint32_t waiting_line() const override;
  [[nodiscard]] Value qualified_name() const override;

  [[nodiscard]] State state() const { return static_cast<State>(small_flags_); }
  void set_state(State state) { small_flags_ = static_cast<std::uint8_t>(state); }
  /// What it waits for, when it is suspended at a SEND; no value else.
  [[nodiscard]] Value awaited() const;
  /// Drops all that the frame holds. The state becomes Ended.
  void end();
  /// "generator", "coroutine", "async generator": for messages.
  [[nodiscard]] const char* noun() const;

  Frame frame;
  ExceptionState exception_state;
  Ref<Function> function;
  /// What few generators have.
  struct Rare {
    Ref<Object> name;       ///< Str; null: the function's
    Ref<Object> long_name;  ///< Str: `__qualname__`; null: the function's
    Ref<Object> loop;       ///< EventLoop that the first iteration of an asynchronous one told of it; null: none
  };
  [[nodiscard]] const Rare* rare() const { return rare_.get(); }
  Rare& make_rare() {
    if (!rare_) rare_ = std::make_unique<Rare>();
    return *rare_;
  }

 private:
  Generator(ObjectKind kind, Function* code_function, std::size_t values);
  static void* operator new(std::size_t base, std::size_t values);
  static void operator delete(void* memory, std::size_t values);
  std::unique_ptr<Rare> rare_;
  std::uint32_t value_count_;

 public:
  // Asynchronous generators only.
  bool hooks_called = false;
  bool is_running_async = false;  ///< an asend(), athrow() or aclose() is under way
  bool is_closed = false;         ///< nothing more will come
};

/// One `asend(x)` / `__anext__()`, `athrow(e)` or `aclose()` of an asynchronous generator: awaitable once.
class AsyncGeneratorStep : public Coroutine {
 public:
  enum class Action : std::uint8_t { Send, Throw, Close };
  AsyncGeneratorStep(Ref<Generator> stepped, Action what, Value sent)
      : Coroutine(ObjectKind::AsyncGeneratorStep),
        generator(static_cast<Ref<Generator>&&>(stepped)),
        action(what),
        value(static_cast<Value&&>(sent)) {}
  bool visit_references(ReferenceVisitor& visit) const override;
  Outcome send(Value sent) override;
  Outcome throw_(Value exception) override;
  Outcome close() override;
  [[nodiscard]] std::uint32_t waiting_line() const override { return 0; }
  [[nodiscard]] Value qualified_name() const override;

  Ref<Generator> generator;
  Action action;
  Value value;  ///< to send or to throw
  enum class State : std::uint8_t { Fresh, Iterating, Closed } state = State::Fresh;

 private:
  Outcome begin(Value sent);
  Outcome interpret(Outcome outcome);
  Outcome ended();
};

/// The StopIteration that a coroutine or a generator ends with; one with a value takes it along. It is pending then.
Value raise_returned(VM& vm, Value value);
/// The exception of throw(type_or_exception[, value[, traceback]]); no value with a TypeError pending.
Value exception_to_throw(VM& vm, const Value& type, const Value& value, const Value& traceback);

/// A step of an asynchronous generator; its first one tells the loop's hooks of it. No value: an exception is pending.
Value make_async_step(VM& vm, Generator& generator, AsyncGeneratorStep::Action action, Value value);

/// What an asynchronous generator's frame gives to its step when it yields a value (as opposed to awaiting).
class AsyncYield : public NativeData {
 public:
  explicit AsyncYield(Value yielded) : NativeData(nullptr), value(static_cast<Value&&>(yielded)) {}
  bool visit_references(ReferenceVisitor& visit) const override;
  Value value;
};

}  // namespace sluice
