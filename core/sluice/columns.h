// columns.h — RunColumns, one run as the page gets it: tables of columns, ready to be copied out.
//
// Ids are unsigned, 0 for none; lines are 1-based, 0 for none; times are seconds of virtual time; an event index of
// 0xffffffff means none. The columns of one table have equal lengths.
#pragma once

#include "sluice/editing.h"
#include "sluice/run.h"
#include "trace/metrics.h"
#include "trace/step_function.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sluice {

struct EventColumns {
  std::vector<double> when;
  std::vector<std::uint8_t> kind;  ///< index in the table of kinds
  std::vector<std::uint8_t> detail;
  std::vector<std::uint16_t> thread;
  std::vector<std::uint32_t> task, subject, value;
  std::vector<std::uint32_t> cause;  ///< the event that caused it; see trace/causes.h
};

/// Index: id of the object. The entry of id 0 is empty.
struct ObjectColumns {
  std::vector<std::uint8_t> kind;      ///< TraceObject
  std::vector<std::uint32_t> name;     ///< text
  std::vector<std::uint32_t> created;  ///< event
  std::vector<std::uint32_t> ended;    ///< event
  std::vector<std::uint32_t> parent;   ///< the task that created it
  std::vector<std::uint32_t> line;     ///< where
};

struct RowColumns {
  std::vector<std::uint8_t> kind;  ///< RowKind
  std::vector<std::uint32_t> object;
  std::vector<std::uint32_t> sub;    ///< permits: number; queues: index in kQueueRowNames
  std::vector<std::uint32_t> name;   ///< text
  std::vector<std::uint32_t> first;  ///< its first span
};

struct SpanColumns {
  std::vector<std::uint32_t> row;
  std::vector<double> start, end;
  std::vector<std::uint8_t> state;         ///< SpanState
  std::vector<std::uint32_t> first, last;  ///< the events that open and close it
  std::vector<std::uint32_t> line;
  std::vector<std::uint32_t> on, by;  ///< objects
  std::vector<std::uint32_t> value;   ///< how many, for queues
};

struct OutputColumns {
  std::vector<std::uint32_t> event;
  std::vector<double> when;
  std::vector<std::uint8_t> stream;  ///< 0: stdout, 1: stderr
  std::vector<std::uint32_t> text, task, line;
};

struct LineColumns {
  std::vector<std::uint32_t> from, line;  ///< from that event on, that line runs
};

/// How a program ended, if not at its end.
struct FailureColumns {
  const char* kind = "";  ///< "exception", "deadlock", "exit", "budget", "unsupported", "library"; empty: no failure
  std::string type, message, traceback, hint;
  std::uint32_t line = 0;
};

struct RunColumns {
  std::string python;  ///< "3.13"
  double step = 0;
  double instruction_cost = 0;
  double end = 0;
  std::string digest;  ///< 16 hexadecimal digits
  FailureColumns failure;
  std::vector<DiagnosticColumns> diagnostics;
  std::vector<ParameterColumns> parameters;
  std::vector<std::string> texts;
  std::vector<double> numbers;
  EventColumns events;
  ObjectColumns objects;
  RowColumns rows;
  SpanColumns spans;
  std::vector<StepFunction> counts;
  OutputColumns output;
  std::vector<std::string> sentences;   ///< one an event; empty for runs with more than kMostSentences
  std::vector<std::uint32_t> critical;  ///< events of the critical path, from the start to the end
  std::vector<Metric> metrics;
  LineColumns lines;
};

/// Up to that many events a run has its sentences with it.
inline constexpr std::size_t kMostSentences = 5000;

/// Everything about a run of `source` that the page draws. Cost: O(events log events).
[[nodiscard]] RunColumns compute_columns(std::string_view source, const RunOptions& options, const RunResult& result);

/// Sentences of events `from` up to, and without, `to`, for runs that have too many.
[[nodiscard]] std::vector<std::string> compute_sentences(const Trace& trace, EventIndex from, EventIndex to);

}  // namespace sluice
