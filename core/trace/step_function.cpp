#include "trace/step_function.h"

#include <algorithm>
#include <cstddef>

namespace sluice {

std::int32_t value_after(const StepFunction& function, EventIndex index) {
  const auto next = std::upper_bound(function.event.begin(), function.event.end(), index);
  if (next == function.event.begin()) return 0;
  return function.value[static_cast<std::size_t>(next - function.event.begin()) - 1];
}

std::int32_t peak(const StepFunction& function) {
  std::int32_t most = 0;
  for (const std::int32_t value : function.value) most = std::max(most, value);
  return most;
}

double integral(const StepFunction& function, double end) {
  double sum = 0;
  for (std::size_t i = 0; i < function.when.size(); ++i) {
    const double until = i + 1 < function.when.size() ? function.when[i + 1] : end;
    sum += function.value[i] * (until - function.when[i]);
  }
  return sum;
}

}  // namespace sluice
