#include "language/compile.h"

#include <string>
#include <unordered_set>
#include <utility>

#include "base/language_changes.h"
#include "base/utf8.h"
#include "language/compiler.h"
#include "language/parser.h"
#include "language/scope.h"

namespace sluice {
namespace {

std::string hex_byte(char byte) {
  constexpr char kDigits[] = "0123456789abcdef";
  const auto value = static_cast<unsigned char>(byte);
  return std::string("0x") + kDigits[value >> 4] + kDigits[value & 0xf];
}

/// The place of a byte in a text that may not be UTF-8.
SourcePosition byte_position(std::string_view text, std::size_t offset) {
  SourcePosition place;
  std::size_t line_start = 0;
  for (std::size_t i = 0; i < offset; ++i) {
    if (text[i] != '\n') continue;
    ++place.line;
    line_start = i + 1;
  }
  place.byte_column = place.column = static_cast<std::uint32_t>(offset - line_start);
  place.offset = static_cast<std::uint32_t>(offset);
  return place;
}

/// Bytes that no program may hold.
std::optional<Diagnostic> check_bytes(std::string_view text) {
  constexpr std::size_t kMaxBytes = 16 * 1024 * 1024;
  Diagnostic diagnostic;
  if (text.size() > kMaxBytes) {
    diagnostic.kind = DiagnosticKind::unsupported;
    diagnostic.message = "the program is larger than 16 MB";
    return diagnostic;
  }
  const std::size_t nul = text.find('\0');
  const std::size_t bad = utf8_error_offset(text);
  if (nul == std::string_view::npos && bad == text.size()) return std::nullopt;
  const std::size_t at = nul < bad ? nul : bad;
  diagnostic.range.begin = byte_position(text, at);
  diagnostic.range.end = diagnostic.range.begin;
  if (at == nul) {
    diagnostic.message = "source code cannot contain null bytes";
  } else {
    diagnostic.message = "(unicode error) 'utf-8' codec can't decode byte " + hex_byte(text[at]) + " in position " +
                         std::to_string(at) + ": invalid start byte";
    diagnostic.hint = "Save the file as UTF-8.";
  }
  return diagnostic;
}

/// The test of a loop is compiled twice, a `finally` block once for each way into it.
void add_warnings(std::vector<CompileWarning> found, PythonVersion python, std::vector<CompileWarning>& warnings) {
  std::unordered_set<std::string> seen;
  for (CompileWarning& warning : found) {
    const std::string key = std::to_string(warning.place.offset) + warning.message;
    if (warnings_are_given_once(python) && !seen.insert(key).second) continue;
    warnings.push_back(std::move(warning));
  }
}

}  // namespace

std::string normalised(std::string_view text) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (text.substr(0, kByteOrderMark.size()) == kByteOrderMark) text.remove_prefix(kByteOrderMark.size());
  if (text.find('\r') == std::string_view::npos) return std::string(text);
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r') {
      out += text[i];
    } else if (i + 1 == text.size() || text[i + 1] != '\n') {
      out += '\n';
    }
  }
  return out;
}

CompileResult compile(std::string_view text, const CompileOptions& options) {
  CompileResult result;
  result.source = std::make_shared<SourceText>(options.filename, normalised(text), options.origin);
  const std::string_view source = result.source->text();
  result.diagnostic = check_bytes(source);
  if (result.diagnostic) return result;
  ParseResult parsed = parse(source, options.python, options.origin);
  if (!parsed.tree) {
    result.diagnostic = std::move(parsed.diagnostic);
    return result;
  }
  result.warnings = std::move(parsed.warnings);
  ScopeTable scopes;
  result.diagnostic = ScopeTable::build(*parsed.tree, options.python, scopes);
  if (result.diagnostic) return result;
  Compiler compiler(result.source, options.python, scopes);
  auto code = compiler.compile_module(*parsed.tree);
  result.diagnostic = compiler.take_diagnostic();
  if (!result.diagnostic) result.code = std::move(code);
  add_warnings(compiler.take_warnings(), options.python, result.warnings);
  return result;
}

}  // namespace sluice
