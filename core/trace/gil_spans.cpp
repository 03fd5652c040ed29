// gil_spans.cpp — the row of the GIL: which thread holds it. See span_rows.h.

#include "trace/span_rows.h"

namespace sluice {

void add_gil_row(const Trace& trace, SpanRows& rows) {
  constexpr std::uint32_t kRow = 0;
  for (EventIndex index = 0; index < trace.size(); ++index) {
    const TraceEvent& event = trace[index];
    if (event.kind == TraceKind::GilAcquired) {
      if (rows.size() == 0) rows.add_row(RowKind::Gil, 0, 0);
      rows.open(kRow,
                Span{kRow, event.when, event.when, SpanState::Held, index, index, 0, 0, event.subject, event.thread});
    } else if (event.kind == TraceKind::GilReleased && rows.size() != 0) {
      rows.close(kRow, event.when, index);
    }
  }
}

}  // namespace sluice
