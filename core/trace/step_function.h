// step_function.h — StepFunction, a whole number that changes at events: tasks in flight, permits in use, items in a
// queue.
#pragma once

#include "trace/trace.h"

#include <cstdint>
#include <string>
#include <vector>

namespace sluice {

/// Zero before its first entry; from when[i] on it is value[i].
///
/// Entries are in order of events; several may share a moment. Two neighbours never have the same value.
struct StepFunction {
  std::string name;     ///< "in flight", "waiting", "size"
  ObjectId object = 0;  ///< what it counts for; 0: the whole run
  std::vector<double> when;
  std::vector<std::int32_t> value;
  std::vector<EventIndex> event;

  [[nodiscard]] std::int32_t last() const { return value.empty() ? 0 : value.back(); }

  /// From `event` on it is `amount`. Events come in order; a second change by one event replaces the first.
  void set(double moment, EventIndex index, std::int32_t amount) {
    if (amount == last()) return;
    if (!event.empty() && event.back() == index) {
      drop_last();
      if (amount == last()) return;
    }
    when.push_back(moment);
    event.push_back(index);
    value.push_back(amount);
  }
  void add(double moment, EventIndex index, std::int32_t change) { set(moment, index, last() + change); }

 private:
  void drop_last() {
    when.pop_back();
    event.pop_back();
    value.pop_back();
  }
};

/// Value just after event `index`. Cost: O(log n).
[[nodiscard]] std::int32_t value_after(const StepFunction& function, EventIndex index);
/// Largest value; 0 when it never changes.
[[nodiscard]] std::int32_t peak(const StepFunction& function);
/// Integral over time from 0 to `end`, in seconds (times whatever is counted).
[[nodiscard]] double integral(const StepFunction& function, double end);

}  // namespace sluice
