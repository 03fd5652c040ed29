// span_rows.h — SpanRows, where the parts of the span computation put what they find, and the parts.
#pragma once

#include "trace/spans.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace sluice {

/// Rows under construction; each has at most one open span.
class SpanRows {
 public:
  /// A new row without a span. Returns its number.
  std::uint32_t add_row(RowKind kind, ObjectId object, std::uint32_t sub);

  /// Begins a span; the one that is open ends there.
  void open(std::uint32_t row, const Span& span);
  /// Ends the open span, if there is one. A span of no time and no event is dropped, unless it is final.
  void close(std::uint32_t row, double when, EventIndex last);
  /// Ends everything.
  void close_all(double when, EventIndex last);

  [[nodiscard]] bool is_open(std::uint32_t row) const { return is_open_[row]; }
  [[nodiscard]] ObjectId object_of(std::uint32_t row) const { return rows_[row].object; }
  [[nodiscard]] Span& current(std::uint32_t row) { return open_[row]; }
  [[nodiscard]] std::size_t size() const { return rows_.size(); }

  /// Appends these rows, sorted by object, and their spans to `spans`.
  void append_to(Spans& spans) const;

 private:
  [[nodiscard]] std::vector<std::uint32_t> drawing_order() const;

  std::vector<Row> rows_;
  std::vector<Span> open_;  // by row; meaningless where is_open_ is false
  std::vector<bool> is_open_;
  std::vector<Span> closed_;  // in order of their ends
};

// The parts. Each goes through the trace once.
void add_loop_row(const Trace& trace, SpanRows& rows);
void add_task_rows(const Trace& trace, SpanRows& rows);
void add_thread_rows(const Trace& trace, SpanRows& rows);
void add_gil_row(const Trace& trace, SpanRows& rows);
void add_resource_rows(const Trace& trace, SpanRows& rows);

}  // namespace sluice
