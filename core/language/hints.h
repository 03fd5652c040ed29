// hints.h — what a learner may have meant where the grammar only says "invalid syntax".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "language/token.h"

namespace sluice {

/// The keyword that a misspelt word stands for ("whlie", "asnyc"): one letter wrong, missing, added or two exchanged.
/// Empty if there is none, or if the word is too short to tell.
[[nodiscard]] std::string_view misspelt_keyword(std::string_view word);

/// A hint for a syntax error at token `at`; empty if nothing comes to mind. Looks at the tokens of the same line only.
/// Cost: linear in the line.
[[nodiscard]] std::string syntax_hint(const std::vector<Token>& tokens, std::size_t at);

}  // namespace sluice
