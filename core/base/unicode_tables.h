// The generated Unicode tables and how to read them: ranges of code points with a property, runs of code points that
// map to others at a fixed distance, and code points that map to several. scripts/generate-unicode-tables has the
// encoding.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sluice::unicode {

struct Table {
  const unsigned char* data;
  std::size_t size;
};

// Ranges.
extern const Table kAlpha;
extern const Table kDecimal;      ///< each range starts with a zero
extern const Table kDigitOnly;    ///< digits that are not decimal
extern const Table kNumericOnly;  ///< numeric without being digits
extern const Table kUpper;
extern const Table kLower;
extern const Table kTitle;
extern const Table kUnprintable;
extern const Table kCaseIgnorable;  ///< looked through when a sigma might be the last letter of a word
extern const Table kIdentifierStartNotAlpha;
extern const Table kAlphaNotIdentifierStart;
extern const Table kIdentifierMark;  ///< inside identifiers, not at their start

// Runs, and the same mappings where the result is longer.
extern const Table kUpperRuns;
extern const Table kLowerRuns;
extern const Table kTitleRuns;  ///< where title case differs from upper case
extern const Table kFoldRuns;   ///< where case folding differs from lower(upper(c))
extern const Table kUpperStrings;
extern const Table kLowerStrings;
extern const Table kTitleStrings;
extern const Table kFoldStrings;

struct Range {
  bool found;
  char32_t start;
};
[[nodiscard]] Range find_range(const Table& ranges, char32_t code);

/// What `code` maps to; it may be the code point itself, where another mapping would change it.
struct Mapping {
  bool found;
  char32_t code;
};
[[nodiscard]] Mapping map_code(const Table& runs, char32_t code);

/// Up to three code points; count is 0 if `code` is not in the table.
struct Expansion {
  int count;
  char32_t codes[3];
};
[[nodiscard]] Expansion find_string(const Table& strings, char32_t code);

}  // namespace sluice::unicode
