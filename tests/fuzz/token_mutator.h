// token_mutator.h — changes a program by tokens and lines rather than bytes, so that most of what comes out still gets
// past the lexer.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sluice {

/// One change: a token or a line is put in, taken out, exchanged, or moved to another depth. Same seed: same change.
std::string mutate_program(std::string_view text, std::uint32_t seed);

}  // namespace sluice
