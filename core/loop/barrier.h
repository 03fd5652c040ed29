// barrier.h — Barrier, which holds tasks until there are enough of them.
#pragma once

#include <cstdint>
#include <string>

#include "base/reference_visitor.h"
#include "base/value.h"
#include "loop/condition.h"
#include "loop/loop_bound.h"
#include "loop/native_coroutine.h"

namespace sluice {

/// asyncio.Barrier (3.11).
class Barrier : public LoopBound {
 public:
  /// REQUIRES: parties >= 1 (the caller raises ValueError: "parties must be > 0", since 3.14 "parties must be >= 1").
  Barrier(World& world, std::int64_t parties);

  /// Coroutine; its result is the index, from 0. Raises BrokenBarrierError.
  Ref<NativeCoroutine> wait();
  Ref<NativeCoroutine> reset();
  Ref<NativeCoroutine> abort();
  Ref<NativeCoroutine> aexit();  ///< does nothing
  [[nodiscard]] std::int64_t parties() const { return parties_; }
  [[nodiscard]] std::int64_t n_waiting() const { return state_ == State::Filling ? count_ : 0; }
  [[nodiscard]] bool broken() const { return state_ == State::Broken; }
  /// "filling, waiters:0/3", "broken"
  [[nodiscard]] std::string repr_info() const;
  bool visit_references(ReferenceVisitor& visit) const override { return visit(condition_); }

 private:
  enum class State : std::uint8_t { Filling, Draining, Resetting, Broken };
  class Wait;
  class Change;
  friend class Wait;
  friend class Change;
  [[nodiscard]] const char* state_name() const;
  void exit();

  std::int64_t parties_;
  std::int64_t count_ = 0;
  State state_ = State::Filling;
  Ref<Condition> condition_;
};

}  // namespace sluice
