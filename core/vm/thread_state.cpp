#include "vm/thread_state.h"

#include <algorithm>
#include <cstdlib>

#include "base/check.h"

namespace sluice {

namespace {

/// Values in the first chunk of a thread: a few dozen frames. Later chunks double, up to kLargestChunk.
constexpr std::size_t kFirstChunk = 2048;
constexpr std::size_t kLargestChunk = 32768;

}  // namespace

ThreadState::ThreadState(VM&) { top = reserve_elsewhere(0); }

ThreadState::~ThreadState() {
  for (const Chunk& chunk : chunks_) std::free(chunk.start);
}

Value ThreadState::handled() const {
  const ExceptionState* state = handling_state();
  return state != nullptr ? state->handled : Value();
}

ExceptionState* ThreadState::handling_state() const {
  for (ExceptionState* state = exception_state; state != nullptr; state = state->previous) {
    if (state->handled && !state->handled.is_none()) return state;
  }
  return nullptr;
}

Value* ThreadState::reserve_elsewhere(std::size_t count) {
  const std::size_t next = chunks_.empty() ? 0 : current_ + 1;
  if (next < chunks_.size() && chunks_[next].count < count) {
    for (std::size_t i = next; i < chunks_.size(); ++i) std::free(chunks_[i].start);
    chunks_.resize(next);
  }
  if (next == chunks_.size()) {
    std::size_t size = chunks_.empty() ? kFirstChunk : std::min(chunks_.back().count * 2, kLargestChunk);
    size = std::max(size, count);
    auto* memory = static_cast<Value*>(std::malloc(size * sizeof(Value)));
    SLUICE_CHECK(memory != nullptr);
    chunks_.push_back(Chunk{memory, size});
  }
  current_ = next;
  start_ = chunks_[next].start;
  limit = start_ + chunks_[next].count;
  return start_;
}

void ThreadState::select_chunk(const Value* at) {
  for (std::size_t i = 0; i < chunks_.size(); ++i) {
    const Chunk& chunk = chunks_[i];
    if (at < chunk.start || at > chunk.start + chunk.count) continue;
    // The end of one chunk can be the start of another: the earlier one is meant only if nothing else fits.
    if (at == chunk.start + chunk.count && i + 1 < chunks_.size() && at == chunks_[i + 1].start) continue;
    current_ = i;
    start_ = chunk.start;
    limit = chunk.start + chunk.count;
    return;
  }
  SLUICE_CHECK(false);
}

}  // namespace sluice
