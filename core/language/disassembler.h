// disassembler.h — code as text, one instruction a line; for `sluice dump code`, the tests and debugging.
#pragma once

#include <string>

#include "language/code.h"

namespace sluice {

/// The code and all code inside it. The text is stable: nothing in it depends on addresses or on the platform.
[[nodiscard]] std::string disassemble(const Code& code);

/// One instruction without its line: "LOAD_FAST  n". For an error message or a trace.
[[nodiscard]] std::string disassemble_instruction(const Code& code, std::size_t index);

/// A constant as Python would write it; code as "<code f>".
[[nodiscard]] std::string constant_text(const Constant& constant);

}  // namespace sluice
