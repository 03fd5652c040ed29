// highlight.h — which parts of a text to colour how; works on programs that do not compile, too.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/python_version.h"

namespace sluice {

enum class HighlightClass : std::uint8_t {
  keyword,        ///< if, def, match …
  async_keyword,  ///< async, await: where a task may wait
  constant,       ///< True, False, None, …
  definition,     ///< the name after def and class
  call,           ///< a name that is called
  attribute,      ///< a name after a dot that is not called
  name,
  number,
  string,  ///< the text parts of an f-string too
  comment,
  control,  ///< a comment that begins with #: (see parameters.h)
  decorator,
  symbol,
};

/// UTF-8 bytes [begin, end) of the text.
struct HighlightSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  HighlightClass kind = HighlightClass::name;
};

/// The name of a class, for CSS: "async-keyword".
[[nodiscard]] const char* highlight_class_name(HighlightClass kind);

/// Spans in order, not overlapping; blanks are in none. After the first bad token the rest is left plain.
/// Cost: linear in the text.
[[nodiscard]] std::vector<HighlightSpan> highlight(std::string_view text, PythonVersion python);

}  // namespace sluice
