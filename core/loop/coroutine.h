// coroutine.h — Coroutine, the one thing that the loop knows about whoever computes: it can be resumed.
#pragma once

#include <cstdint>

#include "base/heap.h"
#include "base/object.h"
#include "base/value.h"

namespace sluice {

/// What came of resuming a coroutine, or of any call that can fail.
struct Outcome {
  enum class Kind : std::uint8_t { Yield, Return, Raise };
  Kind kind;
  /// Raise: the exception comes through from where it was raised, and is not raised anew here: its context stays.
  bool comes_through = false;
  Value value;  ///< what it yields (a Future, or None for a bare yield), its result, or the exception

  static Outcome yield(Value value) { return Outcome{Kind::Yield, false, static_cast<Value&&>(value)}; }
  static Outcome result(Value value) { return Outcome{Kind::Return, false, static_cast<Value&&>(value)}; }
  static Outcome raise(Value exception) { return Outcome{Kind::Raise, false, static_cast<Value&&>(exception)}; }
  [[nodiscard]] bool is_yield() const { return kind == Kind::Yield; }
  [[nodiscard]] bool is_return() const { return kind == Kind::Return; }
  [[nodiscard]] bool is_raise() const { return kind == Kind::Raise; }
};

/// Something that runs until it waits, and goes on when it is told to: a Python coroutine, a generator behind
/// `__await__`, or one of asyncio's own coroutines written in C++ (NativeCoroutine).
///
/// Source: PEP 492; CPython's `coroutine.send`, `throw`, `close`.
class Coroutine : public Object {
 public:
  using Object::Object;
  [[nodiscard]] std::uint32_t birth() const final { return birth_; }

  /// Goes on from where it waits; `value` becomes the result of that wait (None at the first time).
  virtual Outcome send(Value value) = 0;

  /// Raises `exception` where it waits.
  virtual Outcome throw_(Value exception) = 0;

  /// Raises GeneratorExit where it waits. Returns None, or Raise if the coroutine yielded again or let out another
  /// exception.
  virtual Outcome close() = 0;

  /// The line of the program at which it waits: of the innermost frame of the program among the coroutines that wait
  /// for one another; 0 when there is none. See tests/conformance/README.md, "A line of the goldens".
  [[nodiscard]] virtual std::uint32_t waiting_line() const = 0;

  /// Name of the function that made it, for task creation events and repr ("worker", "main.<locals>.job").
  [[nodiscard]] virtual Value qualified_name() const = 0;

 private:
  std::uint32_t birth_ = Heap::next_birth();
};

}  // namespace sluice
