// stack_array.h — StackArray, a few values on a thread's value stack while native code prepares a call.
#pragma once

#include <cstddef>
#include <new>

#include "base/value.h"
#include "vm/thread_state.h"

namespace sluice {

/// `count` values, "no value" at first, on top of the thread's stack while the object lives. Scopes must nest.
class StackArray {
 public:
  StackArray(ThreadState& thread, std::size_t count)
      : thread_(thread), outer_top_(thread.top), count_(count), values_(thread.reserve(thread.top, count)) {
    for (std::size_t i = 0; i < count; ++i) new (values_ + i) Value();
    thread.top = values_ + count;
  }
  ~StackArray() {
    for (std::size_t i = 0; i < count_; ++i) values_[i].~Value();
    thread_.top = outer_top_;
    thread_.give_back(outer_top_);
  }
  StackArray(const StackArray&) = delete;
  StackArray& operator=(const StackArray&) = delete;

  [[nodiscard]] Value* data() { return values_; }
  Value& operator[](std::size_t index) { return values_[index]; }

 private:
  ThreadState& thread_;
  Value* outer_top_;
  std::size_t count_;
  Value* values_;
};

}  // namespace sluice
