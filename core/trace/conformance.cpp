#include "trace/conformance.h"

#include "base/float_text.h"
#include "trace/json_writer.h"
#include "trace/names.h"

#include <algorithm>
#include <cstddef>

namespace sluice {

namespace {

constexpr int kDecimals = 9;

double rounded(double seconds) { return float_round(seconds, kDecimals).value_or(seconds); }

class ConformanceWriter {
 public:
  explicit ConformanceWriter(const Trace& trace) : trace_(trace), names_(trace) {}

  std::string run(const ConformanceHeader& header) {
    json_.begin_object().key("program").string(header.program).key("python").string(header.python);
    json_.key("step").number(header.step).key("end").number(rounded(header.end)).key("failure");
    if (header.failure.empty()) json_.null();
    if (!header.failure.empty()) json_.string(header.failure);
    json_.key("trace").begin_array();
    const std::size_t size = std::min(header.size, trace_.size());
    for (std::size_t i = 0; i < size; ++i) entry(static_cast<EventIndex>(i), trace_[i]);
    json_.end_array().end_object();
    return json_.take();
  }

 private:
  void entry(EventIndex index, const TraceEvent& event) {
    switch (event.kind) {
      case TraceKind::Step:
        begin("step", event.when).string(names_.at(event.task, index));
        if (event.value == 0) json_.null();
        if (event.value != 0) json_.integer(event.value);
        break;
      case TraceKind::Out:
        begin("out", event.when).string(trace_.text_of(event.subject));
        break;
      case TraceKind::Err:
        if (static_cast<OutputOrigin>(event.detail) == OutputOrigin::Interpreter) return;
        begin("err", event.when).string(trace_.text_of(event.subject));
        break;
      case TraceKind::JobBegin:
        begin("thread", event.when).string(trace_.object_name(event.subject)).string("start");
        break;
      case TraceKind::JobEnd:
        begin("thread", event.when).string(trace_.object_name(event.subject)).string("end");
        break;
      default:  // the reference runner does not see it
        return;
    }
    json_.end_array();
  }

  JsonWriter& begin(const char* kind, double when) { return json_.begin_array().string(kind).number(rounded(when)); }

  const Trace& trace_;
  const Names names_;
  JsonWriter json_;
};

}  // namespace

std::string conformance_line(const Trace& trace, const ConformanceHeader& header) {
  return ConformanceWriter(trace).run(header);
}

}  // namespace sluice
