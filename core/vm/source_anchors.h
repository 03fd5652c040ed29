// source_anchors.h — which part of a failing expression is to blame: an operator, the brackets of a call or an index.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/python_version.h"

namespace sluice {

/// Bytes of an expression's text that are marked with ^; what is before and after them gets ~.
struct Anchors {
  std::size_t begin;
  std::size_t end;
};

/// The operator of a binary operation, the brackets of an index, those of a call (since 3.13); none for any other text.
/// Source: Lib/traceback.py, _extract_caret_anchors_from_line_segment. Cost: one parse of the text.
std::optional<Anchors> find_anchors(PythonVersion python, std::string_view text);

/// `name = f(…)` or `return f(…)` with the call at `begin` of the first line, up to `end` of the last one: since 3.13
/// nothing is marked there. `text`: the `line_count` lines of the instruction.
bool is_called_for_a_name(PythonVersion python, std::string_view text, std::size_t begin, std::size_t end,
                          std::size_t line_count);

}  // namespace sluice
