#include "trace/trace_enums.h"

#include <cstddef>
#include <cstdint>
#include <iterator>

namespace sluice {

namespace {

// One array a column: a build that never shows one of them, such as the engine of a page, leaves it out.
#define KIND(name, subject, value, meaning) #name,
constexpr const char* kKinds[] = {
#include "trace/trace_kinds.def"
};
#undef KIND
#define KIND(name, subject, value, meaning) #subject,
constexpr const char* kSubjects[] = {
#include "trace/trace_kinds.def"
};
#undef KIND
#define KIND(name, subject, value, meaning) #value,
constexpr const char* kValues[] = {
#include "trace/trace_kinds.def"
};
#undef KIND
#define KIND(name, subject, value, meaning) meaning,
constexpr const char* kMeanings[] = {
#include "trace/trace_kinds.def"
};
#undef KIND

// Braces open in one macro and close in another, which clang-format cannot follow.
// clang-format off
#define ENUM_BEGIN(name) constexpr const char* k##name##Names[] = {
#define ENUMERATOR(name) #name,
#define ENUM_END(name) };
#include "trace/trace_enums.def"
#undef ENUM_BEGIN
#undef ENUMERATOR
#undef ENUM_END
// clang-format on

}  // namespace

const char* trace_kind_name(TraceKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }
const char* trace_kind_meaning(TraceKind kind) { return kMeanings[static_cast<std::size_t>(kind)]; }
const char* trace_kind_subject(TraceKind kind) { return kSubjects[static_cast<std::size_t>(kind)]; }
const char* trace_kind_value(TraceKind kind) { return kValues[static_cast<std::size_t>(kind)]; }
std::size_t trace_kind_count() { return std::size(kKinds); }

#define ENUM_BEGIN(name) \
  const char* enum_name(name value) { return k##name##Names[static_cast<std::size_t>(value)]; }
#define ENUMERATOR(name)
#define ENUM_END(name)
#include "trace/trace_enums.def"
#undef ENUM_BEGIN
#undef ENUMERATOR
#undef ENUM_END

const std::vector<TraceEnum>& trace_enums() {
  static const std::vector<TraceEnum> kEnums = {
#define ENUM_BEGIN(name) TraceEnum{#name, {std::begin(k##name##Names), std::end(k##name##Names)}},
#define ENUMERATOR(name)
#define ENUM_END(name)
#include "trace/trace_enums.def"
#undef ENUM_BEGIN
#undef ENUMERATOR
#undef ENUM_END
  };
  return kEnums;
}

}  // namespace sluice
