// runner.h — Runner and run: the life of a loop from its making to its closing.
#pragma once

#include <cstdint>
#include <functional>

#include "base/object.h"
#include "base/value.h"
#include "loop/context.h"
#include "loop/event_loop.h"
#include "loop/world.h"

namespace sluice {

/// asyncio.Runner (3.11).
class Runner : public Object {
 public:
  /// `debug`: -1 not given, else 0 or 1. `loop_factory`: a callable of the language, or None.
  Runner(World& world, int debug, Value loop_factory);

  /// `with` begins: makes the loop. RuntimeError "Runner is closed", what the factory raises; or no value.
  Value enter();
  /// The coroutine's outcome. ValueError "a coroutine was expected, got …" (TypeError since 3.14, where awaitables are
  /// taken as well), RuntimeError "Runner.run() cannot be called from a running event loop". `context` null: the
  /// runner's own.
  Outcome run(const Value& coroutine, Ref<Context> context);
  /// Cancels what is left, closes generators and the default executor, closes the loop: three runs of the loop. What
  /// came out of them, or None.
  Outcome close();
  /// Return the loop. RuntimeError "Runner is closed".
  Outcome get_loop();

 private:
  enum class State : std::uint8_t { Created, Initialized, Closed };

  World& world_;
  State state_ = State::Created;
  int debug_;
  Value loop_factory_;
  bool set_event_loop_ = false;
  Ref<EventLoop> loop_;
  Ref<Context> context_;
  Ref<Future> interrupted_;  ///< the task that an exit has interrupted
};

/// Makes an exception the one that the language is handling, as inside `except`, and gives the one before; empty where
/// a language knows no such thing.
using HandleException = std::function<Value(Value)>;

/// asyncio.run(main). Source: CPython 3.10 (by hand), 3.11 and later (by Runner). RuntimeError "asyncio.run() cannot be
/// called from a running event loop". `handle` is used while cleaning up after a failure.
Outcome run(World& world, const Value& main, int debug, const Value& loop_factory, const HandleException& handle = {});

}  // namespace sluice
