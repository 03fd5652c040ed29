#include "trace/trace_enums.h"

#include <cstddef>
#include <cstdint>
#include <iterator>

namespace sluice {

namespace {

struct KindRow {
  const char* name;
  const char* subject;
  const char* value;
  const char* meaning;
};

constexpr KindRow kKinds[] = {
#define KIND(name, subject, value, meaning) {#name, #subject, #value, meaning},
#include "trace/trace_kinds.def"
#undef KIND
};

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

const KindRow& row_of(TraceKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }

}  // namespace

const char* trace_kind_name(TraceKind kind) { return row_of(kind).name; }
const char* trace_kind_meaning(TraceKind kind) { return row_of(kind).meaning; }
const char* trace_kind_subject(TraceKind kind) { return row_of(kind).subject; }
const char* trace_kind_value(TraceKind kind) { return row_of(kind).value; }
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
