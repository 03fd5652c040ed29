#include "trace/json_writer.h"

#include "base/float_text.h"
#include "base/utf8.h"

#include <cmath>
#include <cstddef>

namespace sluice {

namespace {

constexpr char32_t kReplacement = 0xfffd;

void append_unit(std::string& out, std::uint32_t unit) {
  constexpr const char* kHex = "0123456789abcdef";
  out += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) out += kHex[(unit >> shift) & 0xf];
}

void append_escaped(std::string& out, char32_t code) {
  switch (code) {
    case U'"':
      out += "\\\"";
      return;
    case U'\\':
      out += "\\\\";
      return;
    case U'\n':
      out += "\\n";
      return;
    case U'\r':
      out += "\\r";
      return;
    case U'\t':
      out += "\\t";
      return;
    case U'\f':
      out += "\\f";
      return;
    case U'\b':
      out += "\\b";
      return;
    default:
      break;
  }
  if (code >= 0x20 && code < 0x7f) {
    out += static_cast<char>(code);
  } else if (code < 0x1'0000) {
    append_unit(out, code);
  } else {
    append_unit(out, 0xd800 + ((code - 0x1'0000) >> 10));
    append_unit(out, 0xdc00 + ((code - 0x1'0000) & 0x3ff));
  }
}

}  // namespace

JsonWriter& JsonWriter::key(std::string_view name) {
  string(name);
  text_ += ": ";
  after_key_ = true;
  return *this;
}

JsonWriter& JsonWriter::string(std::string_view utf8) {
  separate();
  text_ += '"';
  const bool is_valid = utf8_valid(utf8);
  for (std::size_t offset = 0; offset < utf8.size();) {
    const char byte = utf8[offset];
    const bool is_plain = byte >= 0x20 && byte < 0x7f && byte != '"' && byte != '\\';
    if (is_plain) {
      text_ += byte;
      ++offset;
    } else if (is_valid || (byte >= 0 && byte < 0x7f)) {
      append_escaped(text_, utf8_next(utf8, offset));
    } else {
      append_escaped(text_, kReplacement);
      ++offset;
    }
  }
  text_ += '"';
  return *this;
}

JsonWriter& JsonWriter::number(double value) {
  if (std::isnan(value)) return raw("NaN");
  if (std::isinf(value)) return raw(value > 0 ? "Infinity" : "-Infinity");
  return raw(float_repr(value));
}

JsonWriter& JsonWriter::integer(std::int64_t value) { return raw(std::to_string(value)); }

JsonWriter& JsonWriter::raw(std::string_view json) {
  separate();
  text_ += json;
  return *this;
}

JsonWriter& JsonWriter::line_break() {
  breaks_ = true;
  return *this;
}

JsonWriter& JsonWriter::open(char bracket) {
  separate();
  text_ += bracket;
  has_items_.push_back(false);
  return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
  if (breaks_) text_ += '\n';
  breaks_ = false;
  text_ += bracket;
  has_items_.pop_back();
  return *this;
}

void JsonWriter::separate() {
  const bool needs_comma = !after_key_ && !has_items_.empty() && has_items_.back();
  if (needs_comma) text_ += breaks_ ? "," : ", ";
  if (breaks_) text_ += '\n';
  breaks_ = false;
  after_key_ = false;
  if (!has_items_.empty()) has_items_.back() = true;
}

}  // namespace sluice
