// source.h — SourceText, the text of a program or a library module, and places in it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sluice {

/// A place in a source text.
struct SourcePosition {
  std::uint32_t line = 1;         ///< from 1
  std::uint32_t column = 0;       ///< characters (code points) before it in its line
  std::uint32_t byte_column = 0;  ///< UTF-8 bytes before it in its line; what CPython calls col_offset
  std::uint32_t offset = 0;       ///< UTF-8 bytes before it in the text
};

/// From `begin` up to, and without, `end`.
struct SourceRange {
  SourcePosition begin;
  SourcePosition end;
};

/// Where a module comes from. It decides whose lines a task shows: only the program's own.
enum class SourceOrigin : std::uint8_t {
  program,  ///< what the reader wrote
  library,  ///< a module of ours that is written in Python
};

/// A text with its lines. Shared by all code objects compiled from it, so that tracebacks can quote it.
class SourceText {
 public:
  SourceText(std::string filename, std::string text, SourceOrigin origin);

  [[nodiscard]] const std::string& filename() const { return filename_; }
  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] SourceOrigin origin() const { return origin_; }
  [[nodiscard]] bool is_program() const { return origin_ == SourceOrigin::program; }

  [[nodiscard]] std::size_t line_count() const { return line_starts_.size(); }
  /// Line `number` (from 1) without its end of line; empty if there is no such line. Cost: O(1).
  [[nodiscard]] std::string_view line(std::size_t number) const;

 private:
  std::string filename_;
  std::string text_;
  SourceOrigin origin_;
  std::vector<std::uint32_t> line_starts_;  ///< byte offset of each line's first character
};

}  // namespace sluice
