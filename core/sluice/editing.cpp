// From bytes, as the language layer counts, to the UTF-16 units of an editor.
#include "sluice/editing.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/float_text.h"
#include "base/utf8.h"
#include "language/compile.h"
#include "language/highlight.h"
#include "language/parameters.h"

namespace sluice {
namespace {

std::uint32_t units_of(char32_t character) { return character >= 0x1'0000 ? 2 : 1; }

/// UTF-16 units in the first `characters` of a line.
std::uint32_t utf16_column(std::string_view line, std::uint32_t characters) {
  std::uint32_t units = 0;
  std::size_t offset = 0;
  for (std::uint32_t i = 0; i < characters && offset < line.size(); ++i) units += units_of(utf8_next(line, offset));
  return units;
}

/// Byte offsets to UTF-16 offsets. Asked in ascending order, all together cost one pass over the text.
class Utf16Offsets {
 public:
  explicit Utf16Offsets(std::string_view text) : text_(text) {}

  std::uint32_t at(std::size_t byte) {
    if (byte < bytes_) bytes_ = units_ = 0;
    while (bytes_ < byte && bytes_ < text_.size()) units_ += units_of(utf8_next(text_, bytes_));
    return static_cast<std::uint32_t>(units_);
  }

 private:
  std::string_view text_;
  std::size_t bytes_ = 0;
  std::size_t units_ = 0;
};

const char* kind_name(ParameterKind kind) {
  switch (kind) {
    case ParameterKind::slider:
      return "slider";
    case ParameterKind::choice:
      return "choice";
    case ParameterKind::toggle:
      return "switch";
  }
  return "";
}

double number_of(const ProgramParameter& parameter) {
  if (parameter.kind == ParameterKind::toggle) return parameter.value == "True" ? 1 : 0;
  return parameter.is_text ? 0 : parse_float(parameter.value).value_or(0);
}

}  // namespace

DiagnosticColumns diagnostic_columns(const SourceText& source, const Diagnostic& diagnostic) {
  const SourcePosition& begin = diagnostic.range.begin;
  const SourcePosition& end = diagnostic.range.end;
  DiagnosticColumns columns;
  columns.kind = diagnostic.kind == DiagnosticKind::unsupported ? "unsupported" : "syntax";
  columns.line = begin.line;
  columns.column = utf16_column(source.line(begin.line), begin.column);
  columns.end_line = end.line;
  columns.end_column = utf16_column(source.line(end.line), end.column);
  columns.message = diagnostic.message;
  columns.hint = diagnostic.hint;
  return columns;
}

std::vector<ParameterColumns> parameter_columns(std::string_view source, PythonVersion python) {
  std::vector<ParameterColumns> all;
  Utf16Offsets offsets(source);
  for (const ProgramParameter& parameter : find_parameters(source, python)) {
    if (!parameter.problem.empty()) continue;
    ParameterColumns columns;
    columns.name = parameter.name;
    columns.kind = kind_name(parameter.kind);
    columns.line = parameter.literal.begin.line;
    columns.start = offsets.at(parameter.literal.begin.offset);
    columns.end = offsets.at(parameter.literal.end.offset);
    columns.value = parameter.value;
    columns.is_text = parameter.is_text;
    columns.number = number_of(parameter);
    columns.minimum = parameter.minimum;
    columns.maximum = parameter.maximum;
    columns.step = parameter.step;
    columns.choices = parameter.choices;
    all.push_back(columns);
  }
  return all;
}

CheckedText check_text(std::string_view source, PythonVersion python) {
  CheckedText checked;
  CompileOptions options;
  options.python = python;
  const CompileResult compiled = compile(source, options);
  if (compiled.diagnostic) {
    checked.diagnostics.push_back(diagnostic_columns(*compiled.source, *compiled.diagnostic));
  }
  checked.parameters = parameter_columns(source, python);
  return checked;
}

HighlightColumns highlight_columns(std::string_view source, PythonVersion python) {
  HighlightColumns columns;
  Utf16Offsets offsets(source);
  for (const HighlightSpan& span : highlight(source, python)) {
    columns.start.push_back(offsets.at(span.begin));
    columns.end.push_back(offsets.at(span.end));
    columns.kind.push_back(static_cast<std::uint8_t>(span.kind));
  }
  return columns;
}

std::vector<std::string> highlight_classes() {
  std::vector<std::string> names;
  // The last enumerator.
  const auto last = static_cast<std::uint8_t>(HighlightClass::symbol);
  for (std::uint8_t kind = 0; kind <= last; ++kind) {
    names.emplace_back(highlight_class_name(static_cast<HighlightClass>(kind)));
  }
  return names;
}

}  // namespace sluice
