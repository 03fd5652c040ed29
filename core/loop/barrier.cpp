#include "loop/barrier.h"

namespace sluice {

/// Barrier.wait: under the condition's lock it waits while others leave, joins, and waits until the barrier trips.
class Barrier::Wait : public NativeCoroutine {
 public:
  explicit Wait(Barrier& barrier) : NativeCoroutine(barrier.world(), "Barrier.wait"), barrier_(&barrier) {}

 protected:
  Outcome advance(Outcome resume) override {
    switch (phase_) {
      case Phase::Start:
        phase_ = Phase::Entering;
        return Outcome::yield(Value(barrier_->condition_->acquire()));
      case Phase::Entering:
        if (resume.is_raise()) return resume;
        return block();
      case Phase::Blocked:
        if (resume.is_raise()) return leave(static_cast<Outcome&&>(resume));
        return block();
      case Phase::Joined:
        break;
    }
    if (resume.is_raise()) return part(static_cast<Outcome&&>(resume));
    return wait_for_others();
  }
  bool visit_variables(ReferenceVisitor& visit) const override { return visit(barrier_); }

 private:
  enum class Phase : std::uint8_t { Start, Entering, Blocked, Joined };

  /// Waits until the tasks of the round before have left.
  Outcome block() {
    Barrier& barrier = *barrier_;
    if (barrier.state_ == Barrier::State::Draining || barrier.state_ == Barrier::State::Resetting) {
      phase_ = Phase::Blocked;
      return Outcome::yield(Value(barrier.condition_->wait()));
    }
    if (barrier.state_ == Barrier::State::Broken)
      return leave(world().raise(ErrorKind::BrokenBarrier, "Barrier aborted"));
    index_ = barrier.count_++;
    phase_ = Phase::Joined;
    if (index_ + 1 < barrier.parties_) return wait_for_others();
    barrier.state_ = Barrier::State::Draining;
    world().note(TraceKind::BarrierTrip, barrier.id_, static_cast<std::uint32_t>(barrier.parties_));
    barrier.condition_->notify_all();
    return part(Outcome::result(Value::small_int(index_)));
  }

  Outcome wait_for_others() {
    Barrier& barrier = *barrier_;
    if (barrier.state_ == Barrier::State::Filling) return Outcome::yield(Value(barrier.condition_->wait()));
    if (barrier.state_ == Barrier::State::Broken || barrier.state_ == Barrier::State::Resetting) {
      return part(world().raise(ErrorKind::BrokenBarrier, "Abort or reset of barrier"));
    }
    return part(Outcome::result(Value::small_int(index_)));
  }

  /// Leaves the round; the last one opens the barrier for the next.
  Outcome part(Outcome outcome) {
    --barrier_->count_;
    barrier_->exit();
    return leave(static_cast<Outcome&&>(outcome));
  }

  Outcome leave(Outcome outcome) {
    Value error = barrier_->condition_->release();
    return error ? Outcome::raise(error) : outcome;
  }

  Ref<Barrier> barrier_;
  Phase phase_ = Phase::Start;
  std::int64_t index_ = 0;
};

/// Barrier.reset and abort.
class Barrier::Change : public NativeCoroutine {
 public:
  Change(Barrier& barrier, bool is_abort)
      : NativeCoroutine(barrier.world(), is_abort ? "Barrier.abort" : "Barrier.reset"),
        barrier_(&barrier),
        is_abort_(is_abort) {}

 protected:
  Outcome advance(Outcome resume) override {
    if (!is_started_) {
      is_started_ = true;
      return Outcome::yield(Value(barrier_->condition_->acquire()));
    }
    if (resume.is_raise()) return resume;
    if (is_abort_) {
      barrier_->state_ = Barrier::State::Broken;
    } else {
      barrier_->state_ = barrier_->count_ > 0 ? Barrier::State::Resetting : Barrier::State::Filling;
    }
    barrier_->condition_->notify_all();
    barrier_->condition_->release();
    return Outcome::result(Value::none());
  }
  bool visit_variables(ReferenceVisitor& visit) const override { return visit(barrier_); }

 private:
  Ref<Barrier> barrier_;
  bool is_abort_;
  bool is_started_ = false;
};

Barrier::Barrier(World& world, std::int64_t parties) : LoopBound(ObjectKind::Barrier, world), parties_(parties) {
  id_ = world.trace.create_object(TraceObject::Barrier, "");
  world.note(TraceKind::Capacity, id_, static_cast<std::uint32_t>(parties));
  condition_ = make<Condition>(world, WaitKind::Barrier, id_);
}

Ref<NativeCoroutine> Barrier::wait() { return make<Wait>(*this); }
Ref<NativeCoroutine> Barrier::reset() { return make<Change>(*this, false); }
Ref<NativeCoroutine> Barrier::abort() { return make<Change>(*this, true); }
Ref<NativeCoroutine> Barrier::aexit() {
  return ready_coroutine(world_, "Barrier.__aexit__", Outcome::result(Value::none()));
}

void Barrier::exit() {
  if (count_ != 0) return;
  if (state_ == Barrier::State::Resetting || state_ == Barrier::State::Draining) state_ = Barrier::State::Filling;
  condition_->notify_all();
}

const char* Barrier::state_name() const {
  switch (state_) {
    case Barrier::State::Filling:
      return "filling";
    case Barrier::State::Draining:
      return "draining";
    case Barrier::State::Resetting:
      return "resetting";
    case Barrier::State::Broken:
      break;
  }
  return "broken";
}

std::string Barrier::repr_info() const {
  std::string info = state_name();
  if (!broken()) info += ", waiters:" + std::to_string(n_waiting()) + "/" + std::to_string(parties_);
  return info;
}

}  // namespace sluice
