// printed.h — what a program of a test printed.
#pragma once

#include <string>

#include "sluice/run.h"

namespace sluice {

/// The text of stdout, whole.
inline std::string printed(const RunResult& result) {
  std::string text;
  for (std::size_t i = 0; i < result.trace->size(); ++i) {
    const TraceEvent& event = (*result.trace)[i];
    if (event.kind == TraceKind::Out) text += result.trace->text_of(event.subject);
  }
  return text;
}

}  // namespace sluice
