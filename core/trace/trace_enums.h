// trace_enums.h — the enums of trace_kinds.def and trace_enums.def, and the names of their enumerators.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace sluice {

enum class TraceKind : std::uint8_t {
#define KIND(name, subject, value, meaning) name,
#include "trace/trace_kinds.def"
#undef KIND
};

// Braces open in one macro and close in another, which clang-format cannot follow.
// clang-format off
#define ENUM_BEGIN(name) enum class name : std::uint8_t {
#define ENUMERATOR(name) name,
#define ENUM_END(name) };
#include "trace/trace_enums.def"
#undef ENUM_BEGIN
#undef ENUMERATOR
#undef ENUM_END
// clang-format on

/// Name of a kind as it stands in trace_kinds.def.
[[nodiscard]] const char* trace_kind_name(TraceKind kind);
/// The sentence beside it.
[[nodiscard]] const char* trace_kind_meaning(TraceKind kind);
/// What its `subject` and `value` hold: "object", "event", "text", "number", "line", "count" or "-".
[[nodiscard]] const char* trace_kind_subject(TraceKind kind);
[[nodiscard]] const char* trace_kind_value(TraceKind kind);
[[nodiscard]] std::size_t trace_kind_count();

// Name of an enumerator, as it stands in trace_enums.def.
#define ENUM_BEGIN(name) [[nodiscard]] const char* enum_name(name value);
#define ENUMERATOR(name)
#define ENUM_END(name)
#include "trace/trace_enums.def"
#undef ENUM_BEGIN
#undef ENUMERATOR
#undef ENUM_END

/// One enum of trace_enums.def with the names of its enumerators in order.
struct TraceEnum {
  const char* name;
  std::vector<const char*> enumerators;
};

/// All of them, for whoever has to describe a trace to somebody else (the page, `sluice dump`).
[[nodiscard]] const std::vector<TraceEnum>& trace_enums();

}  // namespace sluice
