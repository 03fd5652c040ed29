// thread_state.h — ThreadState, one Python thread: its frames, value stack and exception being handled.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "base/value.h"
#include "vm/frame.h"

namespace sluice {

class VM;

/// The exception being handled, innermost first: each running generator has its own, on top of its caller's.
struct ExceptionState {
  Value handled;  ///< None or no value: nothing is being handled here
  /// Until 3.10: a tuple of the traceback with which the innermost handler got its exception, and of the same for the
  /// handlers around it; or no value.
  Value got_with;
  ExceptionState* previous = nullptr;
};

/// A Python thread. Its frames stay where they are while it is blocked, so that a worker can go on later.
///
/// The value stack is a list of chunks. A frame lies in one chunk as a whole; chunks never move.
class ThreadState {
 public:
  explicit ThreadState(VM& vm);
  ~ThreadState();
  ThreadState(const ThreadState&) = delete;
  ThreadState& operator=(const ThreadState&) = delete;

  /// Room for `count` values from `at` on, or in a later chunk if they do not fit there.
  Value* reserve(Value* at, std::size_t count) {
    if (static_cast<std::size_t>(limit - at) >= count) return at;
    return reserve_elsewhere(count);
  }
  /// The chunk that `at` lies in becomes the current one again (after the frames above it have ended).
  void give_back(const Value* at) {
    if (at < start_ || at > limit) select_chunk(at);
  }

  // ---- blocking (worker threads) ----
  /// Native code that must wait (time.sleep on a worker) calls this and returns any value; the interpreter leaves the
  /// frames as they are and `run` answers Suspended. REQUIRES: can_block().
  void request_block() { block_requested = true; }
  /// False where C++ code is between the program's frames, which cannot be suspended.
  [[nodiscard]] bool can_block() const { return is_worker && run_depth == 1; }

  Frame* frame = nullptr;          ///< innermost running frame
  Value* top = nullptr;            ///< first free value of the stack while native code runs
  Value* limit = nullptr;          ///< end of the current chunk
  std::uint32_t depth = 0;         ///< frames of the program that are running
  std::uint32_t native_depth = 0;  ///< native functions that are running, one inside another
  std::uint32_t run_depth = 0;     ///< calls of Interpreter::execute that are nested
  ExceptionState base_exception;
  ExceptionState* exception_state = &base_exception;
  bool is_worker = false;
  bool block_requested = false;
  bool is_set_aside = false;  ///< it was suspended between two instructions, for others to run
  std::uint16_t number = 0;   ///< as in TraceEvent::thread
  /// Innermost exception being handled; no value if there is none.
  [[nodiscard]] Value handled() const;
  /// Whose exception that is; null if there is none.
  [[nodiscard]] ExceptionState* handling_state() const;
  /// The traceback of the exception that is on its way, when it was raised or a handler had it last. Only to be
  /// compared with.
  const Object* seen_traceback = nullptr;

 private:
  struct Chunk {
    Value* start;
    std::size_t count;
  };
  Value* reserve_elsewhere(std::size_t count);
  void select_chunk(const Value* at);

  Value* start_ = nullptr;  ///< of the current chunk
  std::size_t current_ = 0;
  std::vector<Chunk> chunks_;
};

}  // namespace sluice
