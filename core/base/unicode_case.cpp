// Case mappings of whole strings. ASCII is mapped by hand; the rest goes through the tables, longest results first.
#include <cstddef>

#include "base/unicode.h"
#include "base/unicode_tables.h"
#include "base/utf8.h"

namespace sluice {
namespace {

constexpr char32_t kCapitalSigma = 0x3A3;
constexpr char32_t kSmallSigma = 0x3C3;
constexpr char32_t kFinalSigma = 0x3C2;

bool is_cased(char32_t code) { return is_lower(code) || is_upper(code) || is_title(code); }

bool is_case_ignorable(char32_t code) { return unicode::find_range(unicode::kCaseIgnorable, code).found; }

/// Appends what `code` becomes; false if neither table has it.
bool append_mapped(std::string& out, char32_t code, const unicode::Table& strings, const unicode::Table& runs) {
  const unicode::Expansion expansion = unicode::find_string(strings, code);
  for (int i = 0; i < expansion.count; ++i) utf8_append(out, expansion.codes[i]);
  if (expansion.count > 0) return true;
  const unicode::Mapping mapping = unicode::map_code(runs, code);
  if (mapping.found) utf8_append(out, mapping.code);
  return mapping.found;
}

void append_upper(std::string& out, char32_t code) {
  if (code < 0x80) {
    out.push_back(static_cast<char>(code >= 'a' && code <= 'z' ? code - 32 : code));
  } else if (!append_mapped(out, code, unicode::kUpperStrings, unicode::kUpperRuns)) {
    utf8_append(out, code);
  }
}

void append_lower(std::string& out, char32_t code) {
  if (code < 0x80) {
    out.push_back(static_cast<char>(code >= 'A' && code <= 'Z' ? code + 32 : code));
  } else if (!append_mapped(out, code, unicode::kLowerStrings, unicode::kLowerRuns)) {
    utf8_append(out, code);
  }
}

/// Title case is upper case but for the few code points that its own tables have.
void append_title(std::string& out, char32_t code) {
  if (code < 0x80) {
    append_upper(out, code);
    return;
  }
  if (!append_mapped(out, code, unicode::kTitleStrings, unicode::kTitleRuns)) append_upper(out, code);
}

/// A sigma is final if a letter precedes it and none follows, looking through apostrophes, accents and the like.
bool is_final_sigma(std::string_view text, std::size_t start, std::size_t end) {
  bool letter_before = false;
  for (std::size_t offset = start; offset > 0;) {
    const char32_t code = utf8_previous(text, offset);
    if (is_case_ignorable(code)) continue;
    letter_before = is_cased(code);
    break;
  }
  if (!letter_before) return false;
  for (std::size_t offset = end; offset < text.size();) {
    const char32_t code = utf8_next(text, offset);
    if (!is_case_ignorable(code)) return !is_cased(code);
  }
  return true;
}

/// Appends the code point between `start` and `end` of `text` in lower case.
void append_lower_in(std::string& out, std::string_view text, std::size_t start, std::size_t end, char32_t code) {
  if (code == kCapitalSigma) {
    utf8_append(out, is_final_sigma(text, start, end) ? kFinalSigma : kSmallSigma);
  } else {
    append_lower(out, code);
  }
}

}  // namespace

std::string text_lower(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t start = offset;
    const char32_t code = utf8_next(text, offset);
    append_lower_in(result, text, start, offset, code);
  }
  return result;
}

std::string text_upper(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) append_upper(result, utf8_next(text, offset));
  return result;
}

std::string text_title(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  bool after_cased = false;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t start = offset;
    const char32_t code = utf8_next(text, offset);
    if (after_cased) {
      append_lower_in(result, text, start, offset, code);
    } else {
      append_title(result, code);
    }
    after_cased = is_cased(code);
  }
  return result;
}

std::string text_capitalize(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t start = offset;
    const char32_t code = utf8_next(text, offset);
    if (start == 0) {
      append_title(result, code);
    } else {
      append_lower_in(result, text, start, offset, code);
    }
  }
  return result;
}

std::string text_swapcase(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t start = offset;
    const char32_t code = utf8_next(text, offset);
    if (is_upper(code)) {
      append_lower_in(result, text, start, offset, code);
    } else if (is_lower(code)) {
      append_upper(result, code);
    } else {
      utf8_append(result, code);
    }
  }
  return result;
}

std::string text_casefold(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t code = utf8_next(text, offset);
    if (code < 0x80) {
      append_lower(result, code);
      continue;
    }
    if (append_mapped(result, code, unicode::kFoldStrings, unicode::kFoldRuns)) continue;
    std::string upper;
    append_upper(upper, code);
    for (std::size_t at = 0; at < upper.size();) append_lower(result, utf8_next(upper, at));
  }
  return result;
}

}  // namespace sluice
