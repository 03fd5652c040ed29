// The views of a run as text. Each is computed in the layer that it belongs to; here they get what they ask for.
#include "sluice/show.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/python_version.h"
#include "trace/conformance.h"
#include "trace/trace.h"

namespace sluice {
namespace {

std::string_view without_folders(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

}  // namespace

std::vector<OutputPiece> output_of(const RunResult& result) {
  std::vector<OutputPiece> pieces;
  const Trace& trace = *result.trace;
  for (std::size_t index = 0; index < trace.size(); ++index) {
    const TraceEvent& event = trace[index];
    if (event.kind != TraceKind::Out && event.kind != TraceKind::Err) continue;
    pieces.push_back(OutputPiece{event.kind == TraceKind::Err, trace.text_of(event.subject)});
  }
  return pieces;
}

std::string show_recording(const RunResult& result, const RunOptions& options) {
  std::string failure = result.failure.text;
  const std::string_view mark = "Unsupported: ";
  if (result.failure.kind == Failure::Kind::Unsupported && failure.compare(0, mark.size(), mark) != 0) {
    failure.insert(0, mark);
  }
  const std::string python = python_version_text(options.python);
  return conformance_line(
      *result.trace, ConformanceHeader{without_folders(options.file_name), python, options.step, result.end, failure});
}

std::string show_digest(const RunResult& result) {
  // FNV-1a over the failure goes on from the trace's digest, so that runs that only end differently differ too.
  std::uint64_t digest = result.trace->digest();
  for (const char letter : result.failure.text) {
    digest = (digest ^ static_cast<unsigned char>(letter)) * 0x100000001b3;
  }
  std::string text(16, '0');
  for (std::size_t index = text.size(); index-- > 0; digest >>= 4) text[index] = "0123456789abcdef"[digest & 15];
  return text;
}

}  // namespace sluice
