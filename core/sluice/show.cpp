// The views of a run as text. Each is computed in the layer that it belongs to; here they get what they ask for.
#include "sluice/show.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/python_version.h"
#include "language/compile.h"
#include "language/diagnostic.h"
#include "language/disassembler.h"
#include "language/lexer.h"
#include "language/parser.h"
#include "language/token_dump.h"
#include "language/tree_dump.h"
#include "trace/chrome_trace.h"
#include "trace/conformance.h"
#include "trace/explain.h"
#include "trace/gantt.h"
#include "trace/spans.h"
#include "trace/table.h"
#include "trace/trace.h"

namespace sluice {
namespace {

std::string_view without_folders(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

/// "program.py:3:5: SyntaxError: invalid syntax", with the hint on a line of its own; columns from 1, as editors count.
std::string place_and_message(const Diagnostic& diagnostic, const std::string& file_name) {
  const SourcePosition& begin = diagnostic.range.begin;
  std::string text = file_name + ":" + std::to_string(begin.line) + ":" + std::to_string(begin.column + 1) + ": " +
                     diagnostic_kind_name(diagnostic.kind) + ": " + diagnostic.message;
  if (!diagnostic.hint.empty()) text += "\n" + diagnostic.hint;
  return text;
}

}  // namespace

std::vector<OutputPiece> output_of(const RunResult& result) {
  std::vector<OutputPiece> pieces;
  const Trace& trace = *result.trace;
  for (std::size_t index = 0; index < trace.size(); ++index) {
    const TraceEvent& event = trace[index];
    if (event.kind != TraceKind::Out && event.kind != TraceKind::Err) continue;
    pieces.push_back(
        OutputPiece{event.kind == TraceKind::Err, trace.text_of(event.subject), index >= result.size_at_end});
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
  return conformance_line(*result.trace, ConformanceHeader{without_folders(options.file_name), python, options.step,
                                                           result.end, failure, result.size_at_end});
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

std::string show_trace(const RunResult& result) { return trace_table(*result.trace); }

std::string show_spans(const RunResult& result) { return spans_table(*result.trace, compute_spans(*result.trace)); }

std::string show_chrome_trace(const RunResult& result) { return chrome_trace(*result.trace); }

std::string show_gantt(const RunResult& result, std::size_t width, bool unicode) {
  GanttOptions options;
  options.width = width;
  options.unicode = unicode;
  return gantt(*result.trace, options);
}

std::string show_explanation(const RunResult& result, double when) { return explain(*result.trace, when); }

TextView show_tokens(std::string_view source, const RunOptions& options) {
  const std::string text = normalised(source);
  const LexResult lexed = lex(text, options.python);
  std::string problem = lexed.diagnostic ? place_and_message(*lexed.diagnostic, options.file_name) : "";
  return TextView{dump_tokens(lexed), std::move(problem)};
}

TextView show_ast(std::string_view source, const RunOptions& options) {
  const std::string text = normalised(source);
  const ParseResult parsed = parse(text, options.python);
  if (parsed.diagnostic) return TextView{"", place_and_message(*parsed.diagnostic, options.file_name)};
  return TextView{dump_tree(*parsed.tree), ""};
}

TextView show_code(std::string_view source, const RunOptions& options) {
  const CompileResult compiled =
      compile(source, CompileOptions{options.file_name, options.python, SourceOrigin::program});
  if (compiled.diagnostic) return TextView{"", place_and_message(*compiled.diagnostic, options.file_name)};
  return TextView{disassemble(*compiled.code), ""};
}

}  // namespace sluice
