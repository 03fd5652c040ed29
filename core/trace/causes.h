// causes.h — why each event happened: the event that caused it, and the chain of causes back to the start.
#pragma once

#include "trace/trace.h"

#include <vector>

namespace sluice {

/// For each event the one that caused it, kNoEvent where there is none (the first). A cause always comes before its
/// effect.
///
///   Step, Callback       what put the handle into the ready queue
///   TimerDue             the Timer;  ClockJump: what it jumps to (the Timer, or the worker's last event)
///   inside a handle      the Step or Callback, or the end of the last blocking call in it
///   JobBegin             JobQueued, or the end of the job that kept the worker busy
///   on a worker          the event before it there that changed its state
///   BlockEnd, GilAcquired  what it waited for: another thread's event, else its own beginning
///   outside any handle   the event before it on the loop's thread
///
/// Cost: O(events).
[[nodiscard]] std::vector<EventIndex> compute_causes(const Trace& trace);

/// The chain of causes of an event: from the first cause to the event itself. Cost: its length.
[[nodiscard]] std::vector<EventIndex> chain_of(const std::vector<EventIndex>& causes, EventIndex event);

}  // namespace sluice
