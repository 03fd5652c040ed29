#include "language/lexer.h"

#include <cstddef>
#include <string>
#include <utility>

#include "base/language_changes.h"
#include "base/unicode.h"
#include "base/utf8.h"

namespace sluice {
namespace {

constexpr std::size_t kMaxBrackets = 200;  // CPython's MAXLEVEL: deeper nesting is an error there, too
constexpr std::size_t kMaxIndents = 100;   // CPython's MAXINDENT
constexpr std::size_t kMaxFStrings = 150;  // CPython's MAXFSTRINGLEVEL
constexpr std::uint32_t kTabSize = 8;      // a tab goes on to the next multiple of it when indentations are compared

bool is_digit_of(char c, int base) {
  switch (base) {
    case 2:
      return c == '0' || c == '1';
    case 8:
      return c >= '0' && c <= '7';
    case 16:
      return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    default:
      return c >= '0' && c <= '9';
  }
}

bool is_decimal_digit(char c) { return c >= '0' && c <= '9'; }
bool is_name_start(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}
bool is_name_part(char c) { return is_name_start(c) || is_decimal_digit(c); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

char closing(char open) { return open == '(' ? ')' : open == '[' ? ']' : '}'; }

std::string hex_code(char32_t code) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  std::string out;
  for (int shift = 20; shift >= 0; shift -= 4) {
    const auto digit = (code >> shift) & 0xfU;
    if (digit != 0 || !out.empty() || shift < 16) out += kDigits[digit];
  }
  return out;
}

/// The letters before a quote.
struct StringPrefix {
  bool is_raw = false;
  bool is_bytes = false;
  bool is_format = false;
  bool is_template = false;
};

/// True if `word`, which a quote follows, is a string's prefix.
bool read_prefix(std::string_view word, StringPrefix& prefix) {
  if (word.size() > 2) return false;
  int unicode = 0;
  for (const char c : word) {
    switch (lower(c)) {
      case 'r':
        if (prefix.is_raw) return false;
        prefix.is_raw = true;
        break;
      case 'b':
        prefix.is_bytes = true;
        break;
      case 'f':
        prefix.is_format = true;
        break;
      case 't':
        prefix.is_template = true;
        break;
      case 'u':
        unicode = 1;
        break;
      default:
        return false;
    }
  }
  const int kinds = prefix.is_bytes + prefix.is_format + prefix.is_template + unicode;
  const std::size_t letters = static_cast<std::size_t>(kinds) + (prefix.is_raw ? 1 : 0);
  return kinds <= 1 && letters == word.size() && !(unicode == 1 && prefix.is_raw);
}

class Lexer {
 public:
  Lexer(std::string_view text, PythonVersion python) : text_(text), python_(python) {
    result_.tokens.reserve(text.size() / 4 + 8);
  }

  LexResult run() {
    while (!failed_ && step()) {
    }
    if (!failed_) finish();
    return std::move(result_);
  }

 private:
  struct Indent {
    std::uint32_t column = 0;       // tabs to multiples of 8
    std::uint32_t alternative = 0;  // tabs as one blank: if the two disagree, indentation depends on the tab size
  };
  struct Bracket {
    Token token;
    char open = '(';
    bool is_field = false;  // the `{` of an f-string's replacement field
    bool in_spec = false;   // the field's `:` has been seen
  };
  struct FString {
    Token start;
    std::size_t bracket_count = 0;  // brackets that were open at its beginning
    std::size_t limit = 0;          // before 3.12: offset of the closing quote; else 0
    char quote = '\'';
    bool is_triple = false;
    bool is_raw = false;
  };

  // ---- Places and tokens ----

  [[nodiscard]] char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }

  /// The position of an offset in the current line. Offsets must not decrease within a line.
  SourcePosition position(std::size_t offset) {
    if (offset < counted_to_) {
      counted_to_ = line_start_;
      counted_columns_ = 0;
    }
    for (; counted_to_ < offset; ++counted_to_) {
      if ((static_cast<unsigned char>(text_[counted_to_]) & 0xc0U) != 0x80U) ++counted_columns_;
    }
    SourcePosition place;
    place.line = line_;
    place.column = counted_columns_;
    place.byte_column = static_cast<std::uint32_t>(offset - line_start_);
    place.offset = static_cast<std::uint32_t>(offset);
    return place;
  }

  void emit(TokenKind kind, SourcePosition begin) {
    Token token;
    token.kind = kind;
    token.range = {begin, position(at_)};
    token.text = text_.substr(begin.offset, at_ - begin.offset);
    result_.tokens.push_back(token);
  }
  void emit_empty(TokenKind kind) {
    Token token;
    token.kind = kind;
    token.range.begin = token.range.end = position(at_);
    result_.tokens.push_back(token);
  }

  void fail(SourceRange range, std::string message, std::string hint = {},
            DiagnosticKind kind = DiagnosticKind::syntax) {
    if (failed_) return;
    failed_ = true;
    Diagnostic diagnostic;
    diagnostic.kind = kind;
    diagnostic.range = range;
    diagnostic.message = std::move(message);
    diagnostic.hint = std::move(hint);
    result_.diagnostic = std::move(diagnostic);
  }
  /// A failure at the `bytes` from the current place.
  void fail_here(std::string message, std::size_t bytes = 1, std::string hint = {}) {
    const SourcePosition begin = position(at_);
    fail({begin, position(at_ + bytes < text_.size() ? at_ + bytes : text_.size())}, std::move(message),
         std::move(hint));
  }

  void next_line() {
    ++at_;
    ++line_;
    line_start_ = at_;
    counted_to_ = at_;
    counted_columns_ = 0;
  }

  // ---- The main loop ----

  /// One token, or one stretch of text without any. False at the end.
  bool step() {
    if (in_fstring_text()) {
      fstring_text();
      return true;
    }
    if (!fstrings_.empty() && fstrings_.back().limit != 0 && at_ >= fstrings_.back().limit) {
      fail_here("f-string: expecting '}'");
      return true;
    }
    if (at_line_begin_) {
      at_line_begin_ = false;
      if (brackets_.empty() && (!indentation() || failed_)) return !at_end();
    }
    while (peek() == ' ' || peek() == '\t' || peek() == '\f') ++at_;
    if (at_end()) return false;
    const char c = peek();
    if (c == '#') return comment();
    if (c == '\n') return end_of_line();
    if (c == '\\') return continuation();
    if (is_decimal_digit(c) || (c == '.' && is_decimal_digit(peek(1)))) return number();
    if (c == '"' || c == '\'') return string(at_, StringPrefix{});
    if (is_name_start(c)) return name();
    return symbol();
  }

  void finish() {
    if (!fstrings_.empty() && brackets_.empty()) return;
    if (!brackets_.empty()) result_.open_bracket = brackets_.back().token;
    if (!result_.tokens.empty() && result_.tokens.back().kind != TokenKind::newline && brackets_.empty()) {
      emit_empty(TokenKind::newline);
    }
    if (brackets_.empty()) {
      for (std::size_t i = 1; i < indents_.size(); ++i) emit_empty(TokenKind::dedent);
    }
    emit_empty(TokenKind::end);
  }

  /// Reads the blanks at a line's beginning. False if the line is blank or a comment, and has been passed.
  bool indentation() {
    Indent indent;
    for (;; ++at_) {
      if (peek() == ' ') {
        ++indent.column;
        ++indent.alternative;
      } else if (peek() == '\t') {
        indent.column = (indent.column / kTabSize + 1) * kTabSize;
        ++indent.alternative;
      } else if (peek() == '\f') {
        indent = {};
      } else {
        break;
      }
    }
    if (at_end()) return false;
    if (peek() == '#') comment();
    if (peek() == '\n') {
      next_line();
      at_line_begin_ = true;
      return false;
    }
    if (at_end()) return false;
    apply_indent(indent);
    return true;
  }

  void apply_indent(Indent indent) {
    const SourceRange range{position(line_start_), position(at_)};
    const Indent& last = indents_.back();
    const bool consistent_equal = indent.column == last.column && indent.alternative == last.alternative;
    if (consistent_equal) return;
    if (indent.column == last.column) return inconsistent_tabs(range);
    if (indent.column > last.column) {
      if (indent.alternative <= last.alternative) return inconsistent_tabs(range);
      if (indents_.size() >= kMaxIndents) {
        return fail(range, "too many levels of indentation", {}, DiagnosticKind::indentation);
      }
      indents_.push_back(indent);
      emit(TokenKind::indent, range.begin);
      return;
    }
    while (indents_.size() > 1 && indent.column < indents_.back().column) {
      indents_.pop_back();
      emit_empty(TokenKind::dedent);
    }
    if (indent.column != indents_.back().column) {
      return fail(range, "unindent does not match any outer indentation level",
                  "Indent this line exactly as far as an earlier line that it belongs with.",
                  DiagnosticKind::indentation);
    }
    if (indent.alternative != indents_.back().alternative) inconsistent_tabs(range);
  }

  void inconsistent_tabs(SourceRange range) {
    fail(range, "inconsistent use of tabs and spaces in indentation", "Use spaces only, four a level.",
         DiagnosticKind::tab);
  }

  bool comment() {
    if (!fstrings_.empty() && fstrings_.back().limit != 0) {
      fail_here("f-string expression part cannot include '#'");
      return true;
    }
    const SourcePosition begin = position(at_);
    const std::size_t end = text_.find('\n', at_);
    at_ = end == std::string_view::npos ? text_.size() : end;
    Token token;
    token.kind = TokenKind::newline;
    token.range = {begin, position(at_)};
    token.text = text_.substr(begin.offset, at_ - begin.offset);
    result_.comments.push_back(token);
    return true;
  }

  bool end_of_line() {
    if (brackets_.empty()) {
      const SourcePosition begin = position(at_);
      ++at_;
      emit(TokenKind::newline, begin);
      --at_;
      at_line_begin_ = true;
    }
    next_line();
    return true;
  }

  bool continuation() {
    if (!fstrings_.empty() && fstrings_.back().limit != 0) {
      backslash_in_field();
    } else if (at_ + 1 >= text_.size()) {
      fail_here("unexpected EOF while parsing");
    } else if (peek(1) != '\n') {
      ++at_;
      fail_here("unexpected character after line continuation character", 1,
                "A backslash outside a string must be the last character of its line.");
    } else {
      ++at_;
      next_line();
      if (at_end()) fail_here("unexpected EOF while parsing");
    }
    return true;
  }

  // ---- Names, numbers, symbols ----

  bool name() {
    const std::size_t start = at_;
    while (is_name_part(peek())) ++at_;
    if (at_ - start <= 2 && (peek() == '"' || peek() == '\'')) {
      StringPrefix prefix;
      if (read_prefix(text_.substr(start, at_ - start), prefix)) return string(start, prefix);
    }
    const std::string_view word = text_.substr(start, at_ - start);
    const std::size_t bad = invalid_character(word);
    if (bad < word.size()) return invalid_name(start + bad);
    const SourcePosition begin = position(start);
    emit(keyword_kind(word), begin);
    return true;
  }

  /// Offset in a word of the first character that no name may have there; its size if there is none.
  static std::size_t invalid_character(std::string_view word) {
    std::size_t i = 0;
    while (i < word.size()) {
      const std::size_t start = i;
      if (static_cast<unsigned char>(word[i]) < 0x80) {
        ++i;
        continue;
      }
      const char32_t code = utf8_next(word, i);
      if (start == 0 ? !is_identifier_start(code) : !is_identifier_continue(code)) return start;
    }
    return word.size();
  }

  bool invalid_name(std::size_t offset) {
    at_ = offset;
    std::size_t after = offset;
    const char32_t code = utf8_next(text_, after);
    const std::string number = hex_code(code);
    if (!is_printable(code)) {
      fail_here("invalid non-printable character U+" + number, after - offset,
                code == 0xA0 ? "This is a non-breaking space, perhaps from a web page; type a plain space instead."
                             : "Delete it; it may have come with copied text.");
      return true;
    }
    std::string hint;
    if (code == 0x201C || code == 0x201D) hint = "Use straight quotes: \"";
    if (code == 0x2018 || code == 0x2019) hint = "Use straight quotes: '";
    if (code == 0x2212 || code == 0x2013 || code == 0x2014) hint = "Use a plain minus sign: -";
    fail_here("invalid character '" + std::string(text_.substr(offset, after - offset)) + "' (U+" + number + ")",
              after - offset, std::move(hint));
    return true;
  }

  /// Digits with single underscores between them. False (and a failure) if an underscore is out of place.
  bool digits(int base, const char* kind) {
    for (;;) {
      while (is_digit_of(peek(), base)) ++at_;
      if (peek() != '_') return true;
      if (!is_digit_of(peek(1), base)) {
        ++at_;
        bad_number(kind);
        return false;
      }
      ++at_;
    }
  }

  /// CPython points to the last character that it took for a part of the number.
  void bad_number(const char* kind) {
    fail({position(at_ - 1), position(at_)}, std::string("invalid ") + kind + " literal",
         "A name cannot begin with a digit, and a number cannot go on with a letter.");
  }

  bool number() {
    number_begin_ = position(at_);
    const char second = lower(peek(1));
    if (peek() == '0' && (second == 'x' || second == 'o' || second == 'b')) return prefixed_number(second);
    const char* kind = "decimal";
    if (peek() != '.' && !digits(10, kind)) return true;
    const bool leading_zeros = has_leading_zeros();
    bool is_real = false;
    if (peek() == '.') {
      is_real = true;
      ++at_;
      if (is_decimal_digit(peek()) && !digits(10, kind)) return true;
    }
    if (lower(peek()) == 'e') {
      const bool has_sign = peek(1) == '+' || peek(1) == '-';
      if (is_decimal_digit(peek(has_sign ? 2 : 1))) {
        is_real = true;
        at_ += has_sign ? 2 : 1;
        if (!digits(10, kind)) return true;
      } else if (has_sign) {
        at_ += 1;
        bad_number(kind);
        return true;
      }
    }
    if (lower(peek()) == 'j') {
      ++at_;
      is_real = true;
      kind = "imaginary";
    }
    if (leading_zeros && !is_real) {
      fail({number_begin_, position(at_)},
           "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers");
      return true;
    }
    return end_of_number(kind);
  }

  /// Whether the digits read so far begin with a zero and are not all zeros.
  [[nodiscard]] bool has_leading_zeros() const {
    if (text_[number_begin_.offset] != '0') return false;
    for (std::size_t i = number_begin_.offset; i < at_; ++i) {
      if (text_[i] != '0' && text_[i] != '_') return true;
    }
    return false;
  }

  bool prefixed_number(char letter) {
    const int base = letter == 'x' ? 16 : letter == 'o' ? 8 : 2;
    const char* kind = letter == 'x' ? "hexadecimal" : letter == 'o' ? "octal" : "binary";
    at_ += 2;
    if (peek() == '_' && is_digit_of(peek(1), base)) ++at_;
    if (!is_digit_of(peek(), base)) {
      if (is_decimal_digit(peek())) return bad_digit(kind);
      bad_number(kind);
      return true;
    }
    if (!digits(base, kind)) return true;
    if (is_decimal_digit(peek())) return bad_digit(kind);
    return end_of_number(kind);
  }

  bool bad_digit(const char* kind) {
    fail_here(std::string("invalid digit '") + peek() + "' in " + kind + " literal");
    return true;
  }

  /// What follows a number must not look like a part of it; some keywords may.
  bool end_of_number(const char* kind) {
    const bool is_ascii = static_cast<unsigned char>(peek()) < 0x80;
    if (is_name_part(peek()) && (is_ascii || !numbers_end_before_letters_outside_ascii(python_))) {
      std::size_t end = at_;
      while (end < text_.size() && is_name_part(text_[end])) ++end;
      const std::string_view word = text_.substr(at_, end - at_);
      constexpr std::string_view kAllowed[] = {"and", "else", "for", "if", "in", "is", "not", "or"};
      bool allowed = false;
      for (const std::string_view keyword : kAllowed) allowed = allowed || word == keyword;
      if (!allowed) {
        bad_number(kind);
        return true;
      }
      if (numbers_warn_before_keywords(python_)) {
        result_.warnings.push_back({number_begin_, std::string("invalid ") + kind + " literal"});
      }
    }
    emit(TokenKind::number, number_begin_);
    return true;
  }

  bool symbol() {
    const SourcePosition begin = position(at_);
    const bool in_field = in_field_expression();
    if (in_field && peek() == ':') {
      brackets_.back().in_spec = true;
      ++at_;
      emit(TokenKind::colon, begin);
      return true;
    }
    const TokenKind kind = longest_symbol();
    const bool lone_exclamation = kind == TokenKind::exclamation && !in_field;
    if (kind == TokenKind::end || lone_exclamation) {
      fail_here("invalid syntax");
      return true;
    }
    const std::size_t size = token_spelling(kind).size();
    if (kind == TokenKind::left_paren || kind == TokenKind::left_bracket || kind == TokenKind::left_brace) {
      open_bracket(kind);
      return true;
    }
    if (kind == TokenKind::right_paren || kind == TokenKind::right_bracket || kind == TokenKind::right_brace) {
      close_bracket(kind);
      return true;
    }
    at_ += size;
    emit(kind, begin);
    return true;
  }

  /// The kind of the longest operator at the current place; `end` if there is none. Inside a field `!=` and `!` differ
  /// only by what follows, so the longest wins there as well.
  [[nodiscard]] TokenKind longest_symbol() const {
    constexpr auto kFirst = static_cast<int>(TokenKind::left_paren);
    constexpr auto kLast = static_cast<int>(TokenKind::caret_equal);
    TokenKind best = TokenKind::end;
    std::size_t best_size = 0;
    for (int i = kFirst; i <= kLast; ++i) {
      const auto kind = static_cast<TokenKind>(i);
      const std::string_view spelling = token_spelling(kind);
      if (spelling[0] != text_[at_] || spelling.size() <= best_size) continue;
      if (text_.compare(at_, spelling.size(), spelling) != 0) continue;
      best = kind;
      best_size = spelling.size();
    }
    return best;
  }

  void open_bracket(TokenKind kind) {
    if (brackets_.size() >= kMaxBrackets) return fail_here("too many nested parentheses");
    const SourcePosition begin = position(at_);
    Bracket bracket;
    bracket.open = peek();
    ++at_;
    emit(kind, begin);
    bracket.token = result_.tokens.back();
    brackets_.push_back(bracket);
  }

  void close_bracket(TokenKind kind) {
    const char c = peek();
    const SourcePosition begin = position(at_);
    const std::size_t outside = fstrings_.empty() ? 0 : fstrings_.back().bracket_count;
    if (brackets_.size() <= outside) return fail_here(std::string("unmatched '") + c + "'");
    const Bracket& open = brackets_.back();
    if (closing(open.open) != c) {
      std::string message;
      if (open.is_field) {
        message = std::string("f-string: unmatched '") + c + "'";
      } else {
        message = std::string("closing parenthesis '") + c + "' does not match opening parenthesis '" + open.open + "'";
        if (open.token.range.begin.line != line_) message += " on line " + std::to_string(open.token.range.begin.line);
      }
      return fail_here(std::move(message));
    }
    brackets_.pop_back();
    ++at_;
    emit(kind, begin);
  }

  // ---- Strings ----

  bool string(std::size_t start, StringPrefix prefix) {
    const SourcePosition begin = position(start);
    const char quote = peek();
    const bool is_triple = peek(1) == quote && peek(2) == quote;
    if (prefix.is_template && !has_template_strings(python_)) {
      const SourcePosition end = position(at_);
      Token token;
      token.kind = TokenKind::name;
      token.range = {begin, end};
      token.text = text_.substr(start, at_ - start);
      result_.tokens.push_back(token);
      prefix = {};
      return string(at_, prefix);
    }
    if (prefix.is_template) {
      fail({begin, position(at_ + 1)}, "template strings are not supported", "Use an f-string.",
           DiagnosticKind::unsupported);
      return true;
    }
    const std::size_t quotes = is_triple ? 3 : 1;
    if (prefix.is_format) {
      fstring_start(begin, quotes, prefix.is_raw);
      return true;
    }
    at_ += quotes;
    const std::size_t end = string_end(quote, is_triple);
    if (end == std::string_view::npos) {
      unterminated(begin, quote, is_triple, "string");
      return true;
    }
    if (!fstrings_.empty() && fstrings_.back().limit != 0 && end >= fstrings_.back().limit) {
      fail({begin, begin}, "f-string: unterminated string");
      return true;
    }
    if (has_backslash_in_field(end)) return true;
    pass_to(end + quotes);
    emit(TokenKind::string, begin);
    return true;
  }

  /// Before 3.12 the text of a field holds no backslash, not even in a string: fails if there is one up to `end`.
  bool has_backslash_in_field(std::size_t end) {
    if (fstrings_.empty() || fstrings_.back().limit == 0) return false;
    if (text_.substr(at_, end - at_).find('\\') == std::string_view::npos) return false;
    backslash_in_field();
    return true;
  }
  void backslash_in_field() {
    fail_here("f-string expression part cannot include a backslash", 1,
              "Put the value into a variable first; Python 3.12 and later allow it here.");
  }

  /// Moves on over text that may hold line ends.
  void pass_to(std::size_t end) {
    while (at_ < end) {
      if (text_[at_] == '\n') {
        next_line();
      } else {
        ++at_;
      }
    }
  }

  /// Offset of the closing quote of the string whose text begins here; npos if it is not closed.
  [[nodiscard]] std::size_t string_end(char quote, bool is_triple) const {
    for (std::size_t i = at_; i < text_.size(); ++i) {
      const char c = text_[i];
      if (c == '\\') {
        ++i;
        continue;
      }
      if (c == '\n' && !is_triple) return std::string_view::npos;
      if (c != quote) continue;
      if (!is_triple) return i;
      if (text_.compare(i, 3, std::string(3, quote)) == 0) return i;
    }
    return std::string_view::npos;
  }

  void unterminated(SourcePosition begin, char quote, bool is_triple, const char* what) {
    if (in_field_of(quote, is_triple)) return fail({begin, begin}, "f-string: expecting '}'");
    std::size_t last_line = begin.line;
    std::string message;
    if (is_triple) {
      for (std::size_t i = begin.offset; i < text_.size(); ++i) {
        if (text_[i] == '\n' && i + 1 < text_.size()) ++last_line;
      }
      message = std::string("unterminated triple-quoted ") + what + " literal (detected at line ";
    } else {
      for (std::size_t i = begin.offset; i < text_.size() && text_[i] != '\n'; ++i) {
        if (text_[i] == '\\' && i + 1 < text_.size() && text_[i + 1] == '\n') {
          ++last_line;
          ++i;
        }
      }
      message = std::string("unterminated ") + what + " literal (detected at line ";
    }
    SourcePosition end = begin;
    end.column += 1;
    end.byte_column += 1;
    end.offset += 1;
    fail({begin, end}, message + std::to_string(last_line) + ")",
         std::string("Close it with ") + (is_triple ? std::string(3, quote) : std::string(1, quote)) + ".");
  }

  /// Inside a replacement field of an f-string in the same quotes: then a quote that opens a string was meant to close
  /// it.
  [[nodiscard]] bool in_field_of(char quote, bool is_triple) const {
    return !fstrings_.empty() && fstrings_.back().quote == quote && fstrings_.back().is_triple == is_triple &&
           brackets_.size() > fstrings_.back().bracket_count;
  }

  // ---- f-strings ----

  [[nodiscard]] bool in_fstring_text() const {
    if (fstrings_.empty()) return false;
    if (brackets_.size() == fstrings_.back().bracket_count) return true;
    return brackets_.back().is_field && brackets_.back().in_spec;
  }
  /// Directly in a replacement field's expression, not in brackets of its own.
  [[nodiscard]] bool in_field_expression() const {
    return !brackets_.empty() && brackets_.back().is_field && !brackets_.back().in_spec;
  }

  void fstring_start(SourcePosition begin, std::size_t quotes, bool is_raw) {
    if (fstrings_.size() >= kMaxFStrings) return fail_here("too many nested f-strings");
    FString fstring;
    fstring.quote = peek();
    fstring.is_triple = quotes == 3;
    fstring.is_raw = is_raw;
    fstring.bracket_count = brackets_.size();
    at_ += quotes;
    if (!fstrings_nest_freely(python_)) {
      fstring.limit = string_end(fstring.quote, fstring.is_triple);
      if (fstring.limit == std::string_view::npos) return unterminated(begin, fstring.quote, quotes == 3, "string");
      if (!fstrings_.empty() && fstring.limit >= fstrings_.back().limit) {
        return fail({begin, begin}, "f-string: unterminated string");
      }
      if (has_backslash_in_field(fstring.limit)) return;
    }
    emit(TokenKind::fstring_start, begin);
    fstring.start = result_.tokens.back();
    fstrings_.push_back(fstring);
  }

  /// Text of an f-string or of a format spec up to the next field or the end.
  void fstring_text() {
    const FString& fstring = fstrings_.back();
    const bool in_spec = brackets_.size() > fstring.bracket_count;
    const SourcePosition begin = position(at_);
    for (;;) {
      if (at_end() || (peek() == '\n' && !fstring.is_triple)) {
        if (in_spec && !at_end() && fstrings_nest_freely(python_) && specs_may_end_with_line(python_)) {
          brackets_.back().in_spec = false;  // what follows is read as an expression again, and only `}` is right there
          break;
        }
        const bool is_line_end = !at_end() && !specs_may_end_with_line(python_);
        if (in_spec) {
          return fail({begin, begin}, is_line_end
                                          ? "f-string: newlines are not allowed in format specifiers for single "
                                            "quoted f-strings"
                                          : "f-string: expecting '}'");
        }
        return unterminated(fstring.start.range.begin, fstring.quote, fstring.is_triple, "f-string");
      }
      const char c = peek();
      if (ends_fstring()) break;
      if (c == '\n') {
        next_line();
      } else if (c == '\\') {
        escape_in_fstring(fstring.is_raw);
      } else if (c == '{' || c == '}') {
        if (in_spec || peek(1) != c) break;
        at_ += 2;
      } else {
        ++at_;
      }
    }
    if (at_ > begin.offset) emit(TokenKind::fstring_middle, begin);
    if (peek() != '\n') after_fstring_text(in_spec);
  }

  [[nodiscard]] bool ends_fstring() const {
    const FString& fstring = fstrings_.back();
    if (peek() != fstring.quote) return false;
    return !fstring.is_triple || (peek(1) == fstring.quote && peek(2) == fstring.quote);
  }

  void escape_in_fstring(bool is_raw) {
    ++at_;
    if (at_end()) return;
    if (is_raw) {
      if (peek() == fstrings_.back().quote || peek() == '\\') ++at_;
      return;
    }
    if (peek() == '{' || peek() == '}') return;
    if (peek() == 'N' && peek(1) == '{') {
      while (!at_end() && peek() != '}' && peek() != '\n' && peek() != fstrings_.back().quote) ++at_;
      if (peek() == '}') ++at_;
      return;
    }
    if (peek() == '\n') {
      next_line();
    } else {
      ++at_;
    }
  }

  void after_fstring_text(bool in_spec) {
    const SourcePosition begin = position(at_);
    if (ends_fstring()) {
      if (in_spec) return fail_here("f-string: expecting '}'");
      at_ += fstrings_.back().is_triple ? 3 : 1;
      fstrings_.pop_back();
      emit(TokenKind::fstring_end, begin);
      return;
    }
    if (peek() == '{') {
      if (in_spec && spec_depth() >= (fstrings_nest_freely(python_) ? 3U : 2U))
        return fail_here("f-string: expressions nested too deeply");
      open_bracket(TokenKind::left_brace);
      if (!failed_) brackets_.back().is_field = true;
      return;
    }
    if (!in_spec) return fail_here("f-string: single '}' is not allowed", 1, "Write }} for a brace in the text.");
    brackets_.pop_back();
    ++at_;
    emit(TokenKind::right_brace, begin);
  }

  /// How many fields of the current f-string are open.
  [[nodiscard]] std::size_t spec_depth() const { return brackets_.size() - fstrings_.back().bracket_count; }

  std::string_view text_;
  PythonVersion python_;
  LexResult result_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
  std::size_t line_start_ = 0;
  std::size_t counted_to_ = 0;         // position(): up to here characters of the line have been counted
  std::uint32_t counted_columns_ = 0;  // and so many were found
  bool at_line_begin_ = true;
  bool failed_ = false;
  SourcePosition number_begin_;
  std::vector<Indent> indents_{Indent{}};
  std::vector<Bracket> brackets_;
  std::vector<FString> fstrings_;
};

}  // namespace

LexResult lex(std::string_view text, PythonVersion python) { return Lexer(text, python).run(); }

}  // namespace sluice
