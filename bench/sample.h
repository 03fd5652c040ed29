// sample.h — what the measuring programs print of a run.
#pragma once

#include <sys/resource.h>

#include <cstdio>

#include "sluice/trace_bytes.h"
#include "trace/trace.h"

namespace bench {

/// One line of JSON: seconds of the processor, the most memory that this process has had in bytes, and the trace's size.
inline void print_sample(double seconds, const sluice::Trace& trace) {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  std::printf("{\"seconds\":%.9f,\"memory\":%.0f,\"events\":%zu,\"traceBytes\":%zu}\n", seconds,
              static_cast<double>(usage.ru_maxrss) * 1024, trace.size(), sluice::trace_bytes(trace));
}

}  // namespace bench
