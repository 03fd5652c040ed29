// SHA-512, because Python seeds its generator from text by it.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace sluice {

[[nodiscard]] std::array<std::uint8_t, 64> sha512(std::string_view bytes);

}  // namespace sluice
