// String literals: prefixes, escapes, concatenation, f-strings.
#include "base/language_changes.h"
#include "base/utf8.h"
#include "language/parser_state.h"

namespace sluice {

using namespace ast;

namespace {

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool has_letter(std::string_view prefix, char letter) {
  for (const char c : prefix) {
    if ((c | 0x20) == letter) return true;
  }
  return false;
}

/// The letters before a literal's quote.
std::string_view prefix_of(std::string_view literal) { return literal.substr(0, literal.find_first_of("'\"")); }

/// `{{` and `}}` of an f-string's text as one brace.
std::string single_braces(std::string_view raw) {
  std::string out;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    out += raw[i];
    if ((raw[i] == '{' || raw[i] == '}') && i + 1 < raw.size() && raw[i + 1] == raw[i]) ++i;
  }
  return out;
}

}  // namespace

// strings: (STRING | fstring)+
Expr* Parser::strings() {
  const SourcePosition begin = token().range.begin;
  std::vector<Expr*> parts;
  std::string literal;
  SourceRange literal_range = token().range;
  bool has_fstring = false;
  bool is_bytes = false;
  bool is_first = true;
  bool is_unicode_prefixed = false;
  while (!failed_ && (at(Kind::string) || at(Kind::fstring_start))) {
    if (at(Kind::fstring_start)) {
      if (is_bytes) fail({begin, token().range.end}, "cannot mix bytes and nonbytes literals");
      has_fstring = true;
      fstring(parts, literal, literal_range);
    } else {
      const Token& string = take();
      const std::string_view prefix = prefix_of(string.text);
      const bool bytes = has_letter(prefix, 'b');
      if (is_first) is_unicode_prefixed = has_letter(prefix, 'u');
      if (!is_first && bytes != is_bytes) fail({begin, string.range.end}, "cannot mix bytes and nonbytes literals");
      is_bytes = bytes;
      std::string_view raw = string.text.substr(prefix.size());
      const bool is_triple = raw.size() >= 6 && raw[0] == raw[1] && raw[1] == raw[2];
      const std::size_t quotes = is_triple ? 3 : 1;
      raw = raw.substr(quotes, raw.size() - 2 * quotes);
      if (literal.empty()) literal_range.begin = string.range.begin;
      if (is_bytes && !is_ascii(raw)) fail(string.range, "bytes can only contain ASCII literal characters");
      if (has_letter(prefix, 'r')) {
        literal += raw;
      } else {
        decode(raw, is_bytes, string.range, literal);
      }
      literal_range.end = string.range.end;
    }
    is_first = false;
  }
  if (failed_) return nothing();
  if (has_fstring) {
    flush_literal(parts, literal, literal_range);
    auto* made = node<JoinedStringExpr>(ExprKind::joined_string, begin);
    made->parts = tree_.arena.list(parts);
    for (const Expr* part : parts) deepen(made, part);
    return made;
  }
  Constant value;
  value.kind = is_bytes ? ConstantKind::bytes : ConstantKind::string;
  value.text = std::move(literal);
  auto* made = node<ConstantExpr>(ExprKind::constant, begin);
  made->value = tree_.arena.constant(std::move(value));
  made->is_unicode_prefixed = is_unicode_prefixed;
  return made;
}

void Parser::flush_literal(std::vector<Expr*>& parts, std::string& literal, SourceRange range) {
  if (literal.empty()) return;
  Constant value;
  value.kind = ConstantKind::string;
  value.text = std::move(literal);
  literal.clear();
  auto* made = node<ConstantExpr>(ExprKind::constant, range.begin);
  made->range = range;
  made->value = tree_.arena.constant(std::move(value));
  parts.push_back(made);
}

// ---- Escapes --------------------------------------------------------------------------------------------------------

void Parser::decode(std::string_view raw, bool is_bytes, SourceRange range, std::string& out) {
  std::size_t at = 0;
  while (at < raw.size() && !failed_) {
    const std::size_t backslash = raw.find('\\', at);
    if (backslash == std::string_view::npos) {
      out += raw.substr(at);
      return;
    }
    out += raw.substr(at, backslash - at);
    at = decode_escape(raw, backslash, is_bytes, range, out);
  }
}

/// Appends what the escape at the backslash `raw[at]` stands for; gives the offset after it.
std::size_t Parser::decode_escape(std::string_view raw, std::size_t at, bool is_bytes, SourceRange range,
                                  std::string& out) {
  if (at + 1 >= raw.size()) {
    out += '\\';
    return at + 1;
  }
  const char c = raw[at + 1];
  constexpr std::string_view kLetters = "\\'\"abfnrtv";
  constexpr std::string_view kMeanings = "\\'\"\a\b\f\n\r\t\v";
  const std::size_t simple = kLetters.find(c);
  if (simple != std::string_view::npos) {
    out += kMeanings[simple];
    return at + 2;
  }
  if (c == '\n') return at + 2;
  if (c >= '0' && c <= '7') {
    std::uint32_t value = 0;
    std::size_t end = at + 1;
    while (end < raw.size() && end < at + 4 && raw[end] >= '0' && raw[end] <= '7') {
      value = value * 8 + static_cast<std::uint32_t>(raw[end++] - '0');
    }
    if (is_bytes) {
      out += static_cast<char>(value & 0xffU);
    } else {
      utf8_append(out, value);
    }
    return end;
  }
  const std::size_t digits = c == 'x' ? 2 : is_bytes ? 0 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
  if (digits == 0) {
    if (c == 'N' && !is_bytes) {
      refuse(range, "character names in strings (\\N{...}) are not supported",
             "Write the character itself, or \\u and its code.");
      return raw.size();
    }
    out += '\\';
    return at + 1;
  }
  std::uint32_t value = 0;
  std::size_t end = at + 2;
  while (end < raw.size() && end < at + 2 + digits && hex_value(raw[end]) >= 0) {
    value = value * 16 + static_cast<std::uint32_t>(hex_value(raw[end++]));
  }
  if (end < at + 2 + digits) {
    if (is_bytes) {
      fail(range, "(value error) invalid \\x escape at position " + std::to_string(at));
    } else {
      const char* form = c == 'x' ? "\\xXX" : c == 'u' ? "\\uXXXX" : "\\UXXXXXXXX";
      fail(range, "(unicode error) 'unicodeescape' codec can't decode bytes in position " + std::to_string(at) + "-" +
                      std::to_string(end - 1) + ": truncated " + form + " escape");
    }
    return raw.size();
  }
  if (is_bytes) {
    out += static_cast<char>(value);
  } else if (value > 0x10FFFF) {
    fail(range, "(unicode error) 'unicodeescape' codec can't decode bytes in position " + std::to_string(at) + "-" +
                    std::to_string(end - 1) + ": illegal Unicode character");
  } else if (is_surrogate(value)) {
    refuse(range, "lone surrogates in strings are not supported", "Write the character itself, or \\U and its code.");
  } else {
    utf8_append(out, value);
  }
  return end;
}

// ---- f-strings ------------------------------------------------------------------------------------------------------

void Parser::fstring(std::vector<Expr*>& parts, std::string& literal, SourceRange& literal_range) {
  const Token& start = take();
  const bool is_raw = has_letter(prefix_of(start.text), 'r');
  ++brackets_;
  while (!failed_ && !at(Kind::fstring_end)) {
    if (at(Kind::fstring_middle)) {
      const Token& middle = take();
      if (literal.empty()) literal_range.begin = middle.range.begin;
      const std::string text = single_braces(middle.text);
      if (is_raw) {
        literal += text;
      } else {
        decode(text, false, middle.range, literal);
      }
      literal_range.end = middle.range.end;
    } else if (at(Kind::left_brace)) {
      std::string debug_text;
      const SourceRange field_range = token().range;
      Expr* field = formatted_value(debug_text, is_raw);
      if (!debug_text.empty()) {
        if (literal.empty()) literal_range = field_range;
        literal += debug_text;
      }
      flush_literal(parts, literal, literal_range);
      parts.push_back(field);
    } else {
      fail_syntax();
    }
  }
  --brackets_;
  accept(Kind::fstring_end);
}

// '{' (yield_expr | star_expressions) ['='] ['!' NAME] [':' spec] '}'; `literal` gets the text of `{x=}`.
Expr* Parser::formatted_value(std::string& literal, bool is_raw) {
  const Token& open = take();
  const SourcePosition begin = open.range.begin;
  const bool is_empty = at(Kind::right_brace) || at(Kind::exclamation) || at(Kind::colon) || at(Kind::equal);
  if (is_empty) {
    if (fstrings_nest_freely(python_)) {
      fail_at(token(), std::string("f-string: valid expression required before '") + std::string(token().text) + "'");
    } else {
      fail_at(token(), at(Kind::equal) ? "f-string: invalid syntax" : "f-string: empty expression not allowed");
    }
    return nothing();
  }
  ++fields_;
  const SourcePosition value_begin = token().range.begin;
  const bool begins_operand = starts_expression() && !at(Kind::kw_not) && !at(Kind::kw_lambda) && !at(Kind::plus) &&
                              !at(Kind::minus) && !at(Kind::tilde) && !at(Kind::kw_await);
  const bool is_generic_before = failed_;
  Expr* value = yield_or_star_expressions();
  if (failed_ && !is_generic_before && fstrings_nest_freely(python_) && diagnostic_.message == "invalid syntax") {
    diagnostic_.message = begins_operand ? "f-string: expecting '=', or '!', or ':', or '}'"
                                         : "f-string: expecting a valid expression after '{'";
  }
  if (!fstrings_nest_freely(python_) && at_comprehension()) {  // the field is compiled as if it stood in parentheses
    value = comprehension(ExprKind::generator, value_begin, value, nullptr, true);
  }
  bool is_debug = false;
  if (accept(Kind::equal)) {
    is_debug = true;
    const std::size_t from = open.range.end.offset;
    literal = text_.substr(from, token().range.begin.offset - from);
  }
  char conversion = '\0';
  if (accept(Kind::exclamation)) {
    const bool is_conversion = at(Kind::name) && token().text.size() == 1 &&
                               std::string_view("sra").find(token().text[0]) != std::string_view::npos &&
                               token().range.begin.offset == previous().range.end.offset;
    if (!is_conversion) {
      if (at(Kind::name)) {
        const std::string shown = fstrings_nest_freely(python_) ? " '" + std::string(token().text) + "'" : "";
        fail_at(token(), "f-string: invalid conversion character" + shown + ": expected 's', 'r', or 'a'");
      } else {
        const bool is_missing = at(Kind::colon) || at(Kind::right_brace);
        fail_at(token(), !fstrings_nest_freely(python_)
                             ? "f-string: invalid conversion character: expected 's', 'r', or 'a'"
                         : is_missing ? "f-string: missing conversion character"
                                      : "f-string: invalid conversion character");
      }
      return nothing();
    }
    conversion = take().text[0];
    if (!fstrings_nest_freely(python_) && token().range.begin.offset != previous().range.end.offset) {
      fail_at(token(), "f-string: expecting '}'");
    }
  }
  JoinedStringExpr* spec = nullptr;
  if (!failed_ && accept(Kind::colon)) spec = format_spec(is_raw);
  if (!failed_ && !at(Kind::right_brace)) {
    if (last_operand_end_ == at_ && starts_expression()) fail_syntax();
    const bool is_new = fstrings_nest_freely(python_);
    fail_at(token(), !is_new && !is_debug && conversion == '\0' ? "f-string: invalid syntax"
                     : !is_new                                  ? "f-string: expecting '}'"
                     : spec != nullptr                          ? "f-string: expecting '}', or format specs"
                     : conversion != '\0'                       ? "f-string: expecting ':' or '}'"
                     : is_debug                                 ? "f-string: expecting '!', or ':', or '}'"
                                                                : "f-string: expecting '=', or '!', or ':', or '}'");
  }
  --fields_;
  accept(Kind::right_brace);
  if (is_debug && conversion == '\0' && spec == nullptr) conversion = 'r';
  auto* made = node<FormattedValueExpr>(ExprKind::formatted_value, begin);
  made->value = value;
  made->conversion = conversion;
  made->spec = spec;
  deepen(made, value);
  if (spec != nullptr) deepen(made, spec);
  return made;
}

JoinedStringExpr* Parser::format_spec(bool is_raw) {
  const SourcePosition begin = previous().range.begin;  // the colon
  std::vector<Expr*> parts;
  std::string literal;
  SourceRange literal_range = token().range;
  while (!failed_ && !at(Kind::right_brace)) {
    if (at(Kind::fstring_middle)) {
      const Token& middle = take();
      literal_range = middle.range;
      if (is_raw) {
        literal += middle.text;
      } else {
        decode(middle.text, false, middle.range, literal);
      }
    } else if (at(Kind::left_brace)) {
      std::string debug_text;
      Expr* field = formatted_value(debug_text, is_raw);
      literal += debug_text;
      flush_literal(parts, literal, literal_range);
      parts.push_back(field);
    } else {
      fail_at(token(), "f-string: expecting '}', or format specs");
    }
  }
  flush_literal(parts, literal, literal_range);
  auto* made = node<JoinedStringExpr>(ExprKind::joined_string, begin);
  made->parts = tree_.arena.list(parts);
  for (const Expr* part : parts) deepen(made, part);
  return made;
}

}  // namespace sluice
