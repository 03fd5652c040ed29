// trace_bytes.h — the memory of a trace, for measuring.
#pragma once

#include <cstddef>
#include <string>

#include "trace/trace.h"

namespace sluice {

/// Events, objects, numbers and texts, in bytes, as far as a reader can tell: without what is reserved for more of
/// them.
inline std::size_t trace_bytes(const Trace& trace) {
  std::size_t bytes = trace.size() * sizeof(TraceEvent) + trace.object_count() * sizeof(Trace::ObjectRecord) +
                      trace.number_count() * sizeof(double);
  for (std::size_t id = 0; id < trace.text_count(); ++id) {
    bytes += sizeof(std::string) + trace.text_of(static_cast<TextId>(id)).size();
  }
  return bytes;
}

}  // namespace sluice
