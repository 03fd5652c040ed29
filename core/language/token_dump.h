// token_dump.h — tokens as text, one a line; for `sluice dump tokens` and the tests.
#pragma once

#include <string>

#include "language/lexer.h"

namespace sluice {

/// "line:column-line:column  kind  text", columns in UTF-8 bytes. A diagnostic comes last.
[[nodiscard]] std::string dump_tokens(const LexResult& lexed);

}  // namespace sluice
