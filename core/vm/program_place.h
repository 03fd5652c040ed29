// program_place.h — ProgramPlace, where the program is, for the trace: the line that runs, the variable that a new
// object goes to.
#pragma once

#include "base/value.h"
#include "trace/trace.h"

#include <cstdint>
#include <string_view>

namespace sluice {

class VM;

class ProgramPlace : public LineSource {
 public:
  /// The vm must outlive this.
  explicit ProgramPlace(VM& vm) : vm_(vm) {}

  [[nodiscard]] std::uint32_t current_line() const override;
  /// "sem" in `sem = asyncio.Semaphore(2)` and in `self.sem = …`: found in the instructions after the call that runs.
  /// Only for calls that the program itself makes; nothing for tuples, chains of targets and arguments.
  [[nodiscard]] std::string_view variable_name() const override;

 private:
  VM& vm_;
};

/// Whether it is the program itself that asks, and not library code, which is told of what is modelled only.
[[nodiscard]] bool is_asked_by_program(VM& vm);

/// Id in the trace of the manager whose bound `__aexit__` this is; 0 for one of the program's own.
[[nodiscard]] ObjectId manager_in_trace(const Value& bound_exit);

}  // namespace sluice
