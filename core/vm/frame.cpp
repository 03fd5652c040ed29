#include "vm/frame.h"

#include "vm/function.h"
#include "vm/variable_order.h"
#include "vm/vm.h"

namespace sluice {

void end_variables(const VM& vm, const CodeObject& code, Value* slots, FrameKind kind) {
  const std::size_t arguments = kind == FrameKind::Generator ? 0 : code.code->parameter_count();
  visit_in_ending_order(vm.python(), slots, code.slot_count, arguments, [](Value& slot) { slot = Value(); });
}

}  // namespace sluice
