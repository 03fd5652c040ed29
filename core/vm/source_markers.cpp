#include "vm/source_markers.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"

namespace sluice {

namespace {

constexpr std::size_t kIndent = 4;

/// Characters of the failing expression that are marked with ^; what is before and after them gets ~.
struct Anchors {
  std::size_t begin;
  std::size_t end;
};

const char* operator_text(Opcode opcode) {
  const int first = static_cast<int>(Opcode::BINARY_ADD);
  const int last = static_cast<int>(Opcode::BINARY_XOR);
  const int value = static_cast<int>(opcode);
  constexpr const char* kTexts[] = {"+", "-", "*", "/", "//", "%", "**", "@", "<<", ">>", "&", "|", "^"};
  return value < first || value > last ? nullptr : kTexts[value - first];
}

/// Walks over the expression's text and tells of each character outside of strings and brackets.
template <typename Visit>
void for_each_outer(std::string_view text, const Visit& visit) {
  int depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '#') {
      while (i < text.size() && text[i] != '\n') ++i;
      continue;
    }
    if (c == '"' || c == '\'') {
      for (++i; i < text.size() && text[i] != c; ++i) {
        if (text[i] == '\\') ++i;
      }
      continue;
    }
    if (c == ')' || c == ']' || c == '}') --depth;
    if (depth == 0) visit(i);
    if (c == '(' || c == '[' || c == '{') ++depth;
  }
}

bool is_operator_char(char c) { return std::string_view("+-*/%@<>&|^=~,(").find(c) != std::string_view::npos; }

std::optional<Anchors> binary_anchor(std::string_view text, std::string_view op) {
  std::optional<Anchors> found;
  std::size_t skip_to = 0;
  const bool first_counts = op == "**";  // the one operator that groups to the right
  for_each_outer(text, [&](std::size_t i) {
    if (i < skip_to || text.substr(i, op.size()) != op) return;
    // A longer operator is another one.
    const char next = i + op.size() < text.size() ? text[i + op.size()] : ' ';
    if (op.size() == 1 && next == op[0] && (op[0] == '*' || op[0] == '/')) {
      skip_to = i + 2;
      return;
    }
    std::size_t before = i;
    while (before > 0 && (text[before - 1] == ' ' || text[before - 1] == '\n')) --before;
    if (before == 0 || is_operator_char(text[before - 1])) return;  // a sign, not an operator between two operands
    skip_to = i + op.size();
    if (found && first_counts) return;
    found = Anchors{i, i + op.size()};
  });
  return found;
}

/// From the last opening bracket on the outer level to the end.
std::optional<Anchors> bracket_anchor(std::string_view text, char bracket) {
  std::optional<Anchors> found;
  for_each_outer(text, [&](std::size_t i) {
    if (text[i] == bracket) found = Anchors{i, text.size()};
  });
  if (!found || found->begin == 0) return std::nullopt;
  return found;
}

std::optional<Anchors> find_anchors(PythonVersion python, std::string_view text, Opcode opcode) {
  if (const char* op = operator_text(opcode)) return binary_anchor(text, op);
  const bool is_subscript =
      opcode == Opcode::BINARY_SUBSCRIPT || opcode == Opcode::STORE_SUBSCRIPT || opcode == Opcode::DELETE_SUBSCRIPT;
  if (is_subscript && !text.empty() && text.back() == ']') return bracket_anchor(text, '[');
  const bool is_call = !text.empty() && text.back() == ')' && marks_calls(python);
  if (!is_call) return std::nullopt;
  switch (opcode) {
    case Opcode::CALL:
    case Opcode::CALL_KW:
    case Opcode::CALL_METHOD:
    case Opcode::CALL_METHOD_KW:
    case Opcode::CALL_EX:
      return bracket_anchor(text, '(');
    default:
      return std::nullopt;
  }
}

/// Characters that take two columns of a terminal. Source: Unicode 15.1, EastAsianWidth.txt, W and F.
struct WideRange {
  char32_t first, last;
};
constexpr WideRange kWide[] = {
    {0x1100, 0x115f},   {0x231a, 0x231b},   {0x2329, 0x232a},   {0x23e9, 0x23ec},   {0x23f0, 0x23f0},
    {0x23f3, 0x23f3},   {0x25fd, 0x25fe},   {0x2614, 0x2615},   {0x2648, 0x2653},   {0x267f, 0x267f},
    {0x2693, 0x2693},   {0x26a1, 0x26a1},   {0x26aa, 0x26ab},   {0x26bd, 0x26be},   {0x26c4, 0x26c5},
    {0x26ce, 0x26ce},   {0x26d4, 0x26d4},   {0x26ea, 0x26ea},   {0x26f2, 0x26f3},   {0x26f5, 0x26f5},
    {0x26fa, 0x26fa},   {0x26fd, 0x26fd},   {0x2705, 0x2705},   {0x270a, 0x270b},   {0x2728, 0x2728},
    {0x274c, 0x274c},   {0x274e, 0x274e},   {0x2753, 0x2755},   {0x2757, 0x2757},   {0x2795, 0x2797},
    {0x27b0, 0x27b0},   {0x27bf, 0x27bf},   {0x2b1b, 0x2b1c},   {0x2b50, 0x2b50},   {0x2b55, 0x2b55},
    {0x2e80, 0x303e},   {0x3041, 0x3247},   {0x3250, 0x4dbf},   {0x4e00, 0xa4c6},   {0xa960, 0xa97c},
    {0xac00, 0xd7a3},   {0xf900, 0xfad9},   {0xfe10, 0xfe19},   {0xfe30, 0xfe6b},   {0xff01, 0xff60},
    {0xffe0, 0xffe6},   {0x16fe0, 0x1b2fb}, {0x1f004, 0x1f004}, {0x1f0cf, 0x1f0cf}, {0x1f18e, 0x1f18e},
    {0x1f191, 0x1f19a}, {0x1f200, 0x1f320}, {0x1f32d, 0x1f335}, {0x1f337, 0x1f37c}, {0x1f37e, 0x1f393},
    {0x1f3a0, 0x1f3ca}, {0x1f3cf, 0x1f3d3}, {0x1f3e0, 0x1f3f0}, {0x1f3f4, 0x1f3f4}, {0x1f3f8, 0x1f43e},
    {0x1f440, 0x1f440}, {0x1f442, 0x1f4fc}, {0x1f4ff, 0x1f53d}, {0x1f54b, 0x1f54e}, {0x1f550, 0x1f567},
    {0x1f57a, 0x1f57a}, {0x1f595, 0x1f596}, {0x1f5a4, 0x1f5a4}, {0x1f5fb, 0x1f64f}, {0x1f680, 0x1f6c5},
    {0x1f6cc, 0x1f6cc}, {0x1f6d0, 0x1f6d2}, {0x1f6d5, 0x1f6df}, {0x1f6eb, 0x1f6ec}, {0x1f6f4, 0x1f6fc},
    {0x1f7e0, 0x1f7f0}, {0x1f90c, 0x1f93a}, {0x1f93c, 0x1f945}, {0x1f947, 0x1f9ff}, {0x1fa70, 0x1faf8},
    {0x20000, 0x323af}};

std::size_t columns_of(char32_t code) {
  const WideRange* range =
      std::find_if(std::begin(kWide), std::end(kWide), [code](const WideRange& one) { return code <= one.last; });
  return range != std::end(kWide) && code >= range->first ? 2 : 1;
}

/// Columns that a text takes, as CPython counts them.
std::size_t columns(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size();) count += columns_of(utf8_next(text, i));
  return count;
}

std::string_view without_indent(std::string_view line) {
  while (!line.empty() && (line.front() == ' ' || line.front() == '\t' || line.front() == '\f')) line.remove_prefix(1);
  return line;
}

std::string_view without_end(std::string_view line) {
  while (!line.empty() && (line.back() == ' ' || line.back() == '\t' || line.back() == '\r')) line.remove_suffix(1);
  return line;
}

bool is_plain_name(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
  });
}

/// 3.13 leaves the marks out where a call is all of a statement's value: `x = f()`, `return f()`.
bool is_whole_value(std::string_view before, std::string_view expression, Opcode opcode) {
  const bool is_call = opcode == Opcode::CALL || opcode == Opcode::CALL_KW || opcode == Opcode::CALL_METHOD ||
                       opcode == Opcode::CALL_METHOD_KW || opcode == Opcode::CALL_EX;
  if (!is_call) return false;
  before = without_end(before);
  if (before == "return") return is_plain_name(expression.substr(0, expression.find('(')));
  if (before.empty() || before.back() != '=') return false;
  const std::string_view target = without_end(before.substr(0, before.size() - 1));
  return !target.empty() && !is_operator_char(target.back()) && target.back() != '!' && target.back() != ':';
}

/// The marks for one line: `from` .. `to` in characters are marked, with ^ between the anchors and ~ outside of them.
std::string marks(std::size_t from, std::size_t to, std::optional<Anchors> anchors) {
  std::string text(from, ' ');
  for (std::size_t i = from; i < to; ++i) {
    const bool primary = !anchors || (i >= anchors->begin && i < anchors->end);
    text += primary ? '^' : '~';
  }
  return text;
}

/// 3.11 and 3.12: the first line only.
std::string one_line(PythonVersion python, const SourceText& source, const CodePosition& position, Opcode opcode) {
  const std::string_view full = source.line(static_cast<std::size_t>(position.line));
  const std::string_view line = without_end(without_indent(full));
  if (line.empty()) return "";
  std::string text = std::string(kIndent, ' ') + std::string(line) + "\n";
  if (!marks_errors(python) || position.end_column == 0) return text;
  const std::size_t removed = full.size() - without_indent(full).size();
  const std::size_t begin = static_cast<std::size_t>(position.column);
  const bool one = position.line == position.end_line;
  const std::size_t end = one ? static_cast<std::size_t>(position.end_column) : without_end(full).size();
  if (begin < removed || end <= begin || end > full.size()) return text;
  const std::string_view expression = full.substr(begin, end - begin);
  std::optional<Anchors> anchors = one ? find_anchors(python, expression, opcode) : std::nullopt;
  const bool whole = begin == removed && end - begin == line.size();
  if (whole && !anchors) return text;
  const std::size_t from = columns(full.substr(removed, begin - removed));
  if (anchors) {
    anchors = Anchors{from + columns(expression.substr(0, anchors->begin)),
                      from + columns(expression.substr(0, anchors->end))};
  }
  return text + std::string(kIndent, ' ') + marks(from, from + columns(expression), anchors) + "\n";
}

/// 3.13: all lines of the expression, less a common indentation; many lines are shortened.
std::string all_lines(PythonVersion python, const SourceText& source, const CodePosition& position, Opcode opcode) {
  const auto first_line = static_cast<std::size_t>(position.line);
  const auto last_line = static_cast<std::size_t>(position.end_line);
  const std::string_view first = source.line(first_line);
  const std::string_view last = source.line(last_line);
  const auto begin = static_cast<std::size_t>(position.column);
  const auto end = static_cast<std::size_t>(position.end_column);
  if (last_line <= first_line || begin > first.size() || end > last.size())
    return one_line(python, source, position, opcode);

  std::vector<std::string_view> lines;
  std::size_t margin = SIZE_MAX;
  std::string expression;
  for (std::size_t number = first_line; number <= last_line; ++number) {
    const std::string_view line = source.line(number);
    lines.push_back(line);
    if (!without_indent(line).empty()) margin = std::min(margin, line.size() - without_indent(line).size());
    const std::size_t from = number == first_line ? begin : 0;
    const std::size_t to = number == last_line ? end : line.size();
    expression += std::string(line.substr(from, to - from)) + (number == last_line ? "" : "\n");
  }
  const std::optional<Anchors> anchors = find_anchors(python, expression, opcode);
  const bool beside = !without_indent(first.substr(0, begin)).empty() || !without_end(last.substr(end)).empty();
  const bool whole_value = is_whole_value(without_indent(first.substr(0, begin)), expression, opcode) &&
                           without_end(last.substr(end)).empty();
  const bool marked = (anchors || beside) && !whole_value;

  // Where the lines of the expression begin in `expression`.
  std::vector<std::size_t> starts(1, 0);
  for (std::size_t i = 0; i < expression.size(); ++i) {
    if (expression[i] == '\n') starts.push_back(i + 1);
  }
  const auto line_of = [&](std::size_t offset) {
    std::size_t line = 0;
    while (line + 1 < starts.size() && starts[line + 1] <= offset) ++line;
    return line;
  };
  std::vector<bool> significant(lines.size(), false);
  significant.front() = significant.back() = true;
  if (anchors) {
    for (const std::size_t offset : {anchors->begin, anchors->end - 1}) {
      const std::size_t at = line_of(offset);
      for (std::size_t near = at > 0 ? at - 1 : 0; near <= at + 1 && near < lines.size(); ++near)
        significant[near] = true;
    }
  }
  if (lines.size() > 1) significant[1] = significant[lines.size() - 2] = true;

  std::string text;
  const auto show = [&](std::size_t i) {
    const std::string_view line = without_end(lines[i]);
    const std::string_view shown = line.size() >= margin ? line.substr(margin) : std::string_view();
    text += std::string(kIndent, ' ') + std::string(shown) + "\n";
    if (!marked) return;
    const std::size_t from = i == 0 ? begin : lines[i].size() - without_indent(lines[i]).size();
    const std::size_t to = i + 1 == lines.size() ? end : line.size();
    const std::size_t text_from = i == 0 ? begin : 0;
    std::string below(columns(lines[i].substr(margin, from - margin)), ' ');
    for (std::size_t at = from; at < to;) {
      const std::size_t offset = starts[i] + at - text_from;
      const bool primary = !anchors || (offset >= anchors->begin && offset < anchors->end);
      below.append(columns_of(utf8_next(lines[i], at)), primary ? '^' : '~');
    }
    text += std::string(kIndent, ' ') + below + "\n";
  };
  std::size_t previous = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!significant[i]) continue;
    const std::size_t skipped = i > previous + 1 ? i - previous - 1 : 0;
    if (skipped == 1) show(i - 1);
    if (skipped > 1) text += std::string(kIndent, ' ') + "...<" + std::to_string(skipped) + " lines>...\n";
    show(i);
    previous = i;
  }
  return text;
}

}  // namespace

std::string marked_source(PythonVersion python, const SourceText& source, const CodePosition& position, Opcode opcode) {
  if (!marks_calls(python)) return one_line(python, source, position, opcode);
  if (position.line != position.end_line) return all_lines(python, source, position, opcode);
  const std::string_view line = source.line(static_cast<std::size_t>(position.line));
  const auto begin = static_cast<std::size_t>(position.column);
  const auto end = static_cast<std::size_t>(position.end_column);
  if (begin > line.size() || end > line.size() || end <= begin) return one_line(python, source, position, opcode);
  const std::string_view before = without_indent(line.substr(0, begin));
  const bool nothing_after = without_end(line.substr(end)).empty();
  if (nothing_after && is_whole_value(before, line.substr(begin, end - begin), opcode)) {
    CodePosition unmarked = position;
    unmarked.end_column = 0;
    return one_line(python, source, unmarked, opcode);
  }
  return one_line(python, source, position, opcode);
}

}  // namespace sluice
