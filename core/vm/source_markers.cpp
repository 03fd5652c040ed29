#include "vm/source_markers.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/language_changes.h"
#include "base/runtime_changes.h"
#include "base/utf8.h"
#include "vm/source_anchors.h"

namespace sluice {

namespace {

constexpr std::size_t kIndent = 4;

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

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\f'; }

std::string_view without_indent(std::string_view line) {
  while (!line.empty() && is_blank(line.front())) line.remove_prefix(1);
  return line;
}

std::string_view without_end(std::string_view line) {
  while (!line.empty() && (is_blank(line.back()) || line.back() == '\r')) line.remove_suffix(1);
  return line;
}

std::string indented(std::string_view line) { return std::string(kIndent, ' ') + std::string(line) + "\n"; }

/// 3.11 and 3.12: the first line only.
std::string one_line(PythonVersion python, const SourceText& source, const CodePosition& position) {
  const std::string_view full = source.line(static_cast<std::size_t>(position.line));
  const std::string_view line = without_end(without_indent(full));
  if (line.empty()) return "";
  if (!marks_errors(python) || position.end_column == 0) return indented(line);
  const std::size_t removed = full.size() - without_indent(full).size();
  const auto begin = static_cast<std::size_t>(position.column);
  const bool one = position.line == position.end_line;
  const std::size_t end = one ? static_cast<std::size_t>(position.end_column) : without_end(full).size();
  if (begin < removed || end <= begin || end > full.size()) return indented(line);
  const std::string_view expression = full.substr(begin, end - begin);
  const std::optional<Anchors> anchors = one ? find_anchors(python, expression) : std::nullopt;
  if (end - begin == line.size() && !anchors) return indented(line);
  std::string marks(columns(full.substr(removed, begin - removed)), ' ');
  const std::size_t width = columns(expression);
  const std::size_t from = anchors ? columns(expression.substr(0, anchors->begin)) : 0;
  const std::size_t to = anchors ? columns(expression.substr(0, anchors->end)) : width;
  for (std::size_t at = 0; at < width; ++at) marks += at >= from && at < to ? '^' : '~';
  return indented(line) + indented(marks);
}

using Lines = std::vector<std::string_view>;

/// Takes away what all lines with text begin with, as textwrap.dedent() does.
void dedent(Lines& lines) {
  std::optional<std::string_view> margin;
  for (std::string_view& line : lines) {
    const std::string_view text = without_indent(line);
    if (text.empty()) {
      line = text;
      continue;
    }
    const std::string_view indent = line.substr(0, line.size() - text.size());
    if (!margin) margin = indent;
    std::size_t common = 0;
    while (common < margin->size() && common < indent.size() && indent[common] == (*margin)[common]) ++common;
    margin = margin->substr(0, common);
  }
  for (std::string_view& line : lines) line.remove_prefix(std::min(margin ? margin->size() : 0, line.size()));
}

/// A place in one of several lines: UTF-8 bytes before it there.
struct Place {
  std::size_t line = 0;
  std::size_t column = 0;
};

/// Where `offset` of the text is that begins at `begin` of the first line.
Place place_of(std::string_view text, std::size_t offset, std::size_t begin) {
  const std::string_view before = text.substr(0, offset);
  const std::size_t last = before.rfind('\n');
  if (last == std::string_view::npos) return Place{0, begin + offset};
  return Place{static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')), offset - last - 1};
}

/// An instruction's lines since 3.13, less a common indentation, and what of them is marked.
class MarkedLines {
 public:
  /// `begin` and `end`: bytes before the instruction in its first line, and before its end in its last one.
  MarkedLines(PythonVersion python, const Lines& lines, std::size_t begin, std::size_t end)
      : lines_(lines), begin_(begin), end_(end) {
    std::string all;
    for (const std::string_view line : lines) all += std::string(line) + "\n";
    all.pop_back();
    const std::size_t behind = lines.back().size() - end;
    const std::string segment = all.substr(begin, all.size() - behind - begin);
    if (const std::optional<Anchors> anchors = find_anchors(python, segment)) {
      has_anchors_ = true;
      left_ = place_of(segment, anchors->begin, begin);
      // The end can be that of a line.
      right_ = place_of(segment, anchors->end - 1, begin);
      ++right_.column;
    }
    const bool beside =
        !without_indent(lines.front().substr(0, begin)).empty() || !without_end(lines.back().substr(end)).empty();
    is_marked_ = (has_anchors_ || beside) && !is_called_for_a_name(python, all, begin, end, lines.size());
  }

  /// The first line, the last one, and those around an anchor; longer gaps are counted.
  [[nodiscard]] std::string text() const {
    std::vector<bool> shown(lines_.size(), false);
    shown.front() = shown.back() = true;
    if (has_anchors_) {
      for (const std::size_t at : {left_.line, right_.line}) {
        for (std::size_t near = at > 0 ? at - 1 : 0; near <= at + 1 && near < shown.size(); ++near) shown[near] = true;
      }
    }
    std::vector<std::string> result;
    std::size_t previous = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!shown[i]) continue;
      const std::size_t skipped = i > previous + 1 ? i - previous - 1 : 0;
      if (skipped == 1) show(i - 1, result);
      if (skipped > 1) result.push_back("...<" + std::to_string(skipped) + " lines>...");
      show(i, result);
      previous = i;
    }
    Lines views(result.begin(), result.end());
    dedent(views);
    std::string text;
    for (const std::string_view line : views) text += indented(line);
    return text;
  }

 private:
  void show(std::size_t i, std::vector<std::string>& result) const {
    const std::string_view line = lines_[i];
    result.emplace_back(line);
    if (!is_marked_) return;
    const std::size_t indent = line.size() - without_indent(line).size();
    const std::size_t first = std::max(indent, i == 0 ? columns(line.substr(0, begin_)) : 0);
    const std::size_t count = columns(i + 1 == lines_.size() ? line.substr(0, end_) : line);
    std::string marks;
    for (std::size_t column = 0; column < count; ++column) {
      marks += column < first ? ' ' : !has_anchors_ || is_within(i, column) ? '^' : '~';
    }
    result.push_back(marks);
  }

  /// Between the anchors: only what is outside of them gets ~.
  [[nodiscard]] bool is_within(std::size_t line, std::size_t column) const {
    const std::size_t left = columns(lines_[left_.line].substr(0, left_.column));
    const std::size_t right = columns(lines_[right_.line].substr(0, right_.column));
    return (line > left_.line || (line == left_.line && column >= left)) &&
           (line < right_.line || (line == right_.line && column < right));
  }

  const Lines& lines_;
  std::size_t begin_;
  std::size_t end_;
  bool has_anchors_ = false;
  Place left_;
  Place right_;  ///< behind the last character
  bool is_marked_ = false;
};

}  // namespace

std::string marked_source(PythonVersion python, const SourceText& source, const CodePosition& position) {
  if (!marks_calls(python) || position.end_column == 0) return one_line(python, source, position);
  Lines lines;
  for (std::int32_t number = position.line; number <= position.end_line; ++number) {
    lines.push_back(without_end(source.line(static_cast<std::size_t>(number))));
  }
  if (lines.empty() || without_indent(lines.front()).empty()) return "";
  const std::size_t length = lines.front().size();
  dedent(lines);
  const std::size_t removed = length - lines.front().size();
  const auto begin = static_cast<std::size_t>(position.column);
  const auto end = static_cast<std::size_t>(position.end_column);
  const std::size_t from = begin > removed ? begin - removed : 0;
  const std::size_t to = end > removed ? end - removed : 0;
  const bool is_inside = from <= lines.front().size() && to <= lines.back().size() && (lines.size() > 1 || from < to);
  if (!is_inside) return indented(lines.front());
  return MarkedLines(python, lines, from, to).text();
}

}  // namespace sluice
