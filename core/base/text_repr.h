// repr() of str and bytes, and ascii(): which quotes, which escapes.
#pragma once

#include <string>
#include <string_view>

namespace sluice {

/// repr(str): single quotes unless the text has a single quote and no double one; \n \t \r \\ escaped; what is not
/// printable as \xNN, \uNNNN, \UNNNNNNNN.
[[nodiscard]] std::string repr_text(std::string_view text);

/// ascii(str): as repr, and everything beyond ASCII escaped. Works on any repr: see escape_non_ascii.
[[nodiscard]] std::string ascii_text(std::string_view text);

/// Escapes what is beyond ASCII and leaves the rest alone: turns repr(x) into ascii(x).
[[nodiscard]] std::string escape_non_ascii(std::string_view text);

/// repr(bytes), with the b.
[[nodiscard]] std::string repr_bytes(std::string_view bytes);

}  // namespace sluice
