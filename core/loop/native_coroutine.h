// native_coroutine.h — NativeCoroutine, base of asyncio's own coroutines, written as state machines.
#pragma once

#include <cstdint>

#include "base/reference_visitor.h"
#include "base/value.h"
#include "loop/coroutine.h"

namespace sluice {

class Future;
class World;

/// A coroutine of asyncio itself: `Lock.acquire()`, `sleep(1)`, `TaskGroup.__aexit__(…)`.
///
/// A class that derives writes `advance`, which is called at the start (Return None) and then whenever what it awaits
/// has ended, with that outcome. It answers what to await next (Yield: a Future, a Coroutine, another awaitable; None
/// is a bare yield), or how it ends. All else of a coroutine's protocol is here. Errors as CPython's coroutines:
/// RuntimeError "cannot reuse already awaited coroutine", ValueError "coroutine already executing".
class NativeCoroutine : public Coroutine {
 public:
  /// `name`: the qualified name, a constant text ("Semaphore.acquire").
  NativeCoroutine(World& world, const char* name);
  bool visit_references(ReferenceVisitor& visit) const final { return visit(awaited_) && visit_variables(visit); }
  void clear_references() override;

  Outcome send(Value value) final;
  Outcome throw_(Value exception) final;
  Outcome close() final;
  [[nodiscard]] std::uint32_t waiting_line() const final;
  [[nodiscard]] Value qualified_name() const final;
  void finalize() override;  ///< closes it; or "coroutine … was never awaited"

  enum class State : std::uint8_t { Created, Suspended, Running, Closed };
  [[nodiscard]] State state() const { return static_cast<State>(small_flags_); }
  [[nodiscard]] const char* name() const { return name_; }
  /// What it awaits (`cr_await`); no value: nothing.
  [[nodiscard]] const Value& awaited() const { return awaited_; }

 protected:
  [[nodiscard]] World& world() const { return world_; }
  virtual Outcome advance(Outcome resume) = 0;
  /// What awaiting `awaitable`, neither a future nor a coroutine of asyncio, drives: as Language::awaiter_of.
  virtual Outcome find_awaiter(const Value& awaitable);
  /// It has returned: what its frame referred to goes, where others may still hold the coroutine.
  virtual void let_go() {}
  /// Object::visit_references for what the class that derives holds.
  virtual bool visit_variables(ReferenceVisitor& /*visit*/) const { return false; }

 private:
  void set_state(State state) { small_flags_ = static_cast<std::uint8_t>(state); }
  Outcome run(Outcome resume);
  bool begin_await(Outcome& outcome);
  bool begin_await_future(Outcome& outcome);

  World& world_;
  const char* name_;
  Value awaited_;
};

/// The coroutine object behind a value, whether of asyncio or of the language; null if it is none.
[[nodiscard]] Coroutine* coroutine_of(const Value& value);

/// A coroutine that awaits `awaitable` and has its outcome (asyncio's `_wrap_awaitable`).
Ref<NativeCoroutine> wrap_awaitable(World& world, Value awaitable);

/// A coroutine that ends at once with `result` (many an `__aenter__` and `__aexit__`).
Ref<NativeCoroutine> ready_coroutine(World& world, const char* name, Outcome outcome);

}  // namespace sluice
