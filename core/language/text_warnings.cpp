#include "language/text_warnings.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/language_changes.h"

namespace sluice {

using namespace ast;

namespace {

/// An escape without a meaning. No text: there is none.
struct InvalidEscape {
  std::string_view text;  ///< what follows the backslash
  std::size_t line = 0;   ///< line ends before it
};

bool is_octal(char c) { return c >= '0' && c <= '7'; }

/// The first one in a literal or a piece of it.
InvalidEscape invalid_escape(std::string_view raw, bool is_bytes) {
  constexpr std::string_view kMeaningful = "\\'\"abfnrtvx\n";
  std::size_t line = 0;
  for (std::size_t i = 0; i + 1 < raw.size(); ++i) {
    if (raw[i] == '\n') ++line;
    if (raw[i] != '\\') continue;
    const char c = raw[++i];
    if (c == '\n') ++line;
    if (is_octal(c)) {
      std::size_t digits = 1;
      while (digits < 3 && i + digits < raw.size() && is_octal(raw[i + digits])) ++digits;
      if (digits == 3 && c > '3') return {raw.substr(i, digits), line};
      continue;
    }
    const bool is_of_text = !is_bytes && (c == 'N' || c == 'u' || c == 'U' || static_cast<unsigned char>(c) >= 0x80);
    if (!is_of_text && kMeaningful.find(c) == std::string_view::npos) return {raw.substr(i, 1), line};
  }
  return {};
}

std::string escape_message(std::string_view escape, PythonVersion python) {
  const std::string kind = is_octal(escape.front()) ? "invalid octal escape sequence" : "invalid escape sequence";
  const std::string shown = "\\" + std::string(escape);
  if (!invalid_escapes_are_explained(python)) return kind + " '" + shown + "'";
  return "\"" + shown + "\" is an " + kind + ". Such sequences will not work in the future. Did you mean \"\\" + shown +
         "\"? A raw string is also an option.";
}

/// Walks over the tokens of a text with its f-strings open one in another.
class EscapeFinder {
 public:
  EscapeFinder(std::string_view text, PythonVersion python) : text_(text), python_(python) {}

  void look_at(const Token& token) {
    switch (token.kind) {
      case TokenKind::string:
        return look_at_string(token);
      case TokenKind::fstring_start:
        open_.push_back({has_letter(token.text, 'r'), {}});
        return;
      case TokenKind::fstring_middle:
        if (!open_.empty() && !open_.back().is_raw) look_at_middle(token);
        return;
      case TokenKind::fstring_end:
        if (!open_.empty()) close(token.range.begin);
        return;
      default:
        return;
    }
  }

  std::vector<CompileWarning> take() { return std::move(found_); }

 private:
  struct FString {
    bool is_raw = false;
    std::vector<InvalidEscape> escapes;
  };

  static bool has_letter(std::string_view literal, char letter) {
    const std::string_view prefix = literal.substr(0, literal.find_first_of("'\""));
    return std::any_of(prefix.begin(), prefix.end(), [letter](char c) { return (c | 0x20) == letter; });
  }

  void report(const InvalidEscape& escape, SourcePosition place) {
    if (escape.text.empty()) return;
    if (invalid_escapes_are_explained(python_)) place.line += static_cast<std::uint32_t>(escape.line);
    found_.push_back({place, escape_message(escape.text, python_)});
  }

  void look_at_string(const Token& token) {
    if (has_letter(token.text, 'r')) return;
    std::string_view raw = token.text;
    raw.remove_prefix(raw.find_first_of("'\""));
    raw.remove_suffix(1);  // A quote is no escape; the others are skipped as text.
    report(invalid_escape(raw, has_letter(token.text, 'b')), token.range.begin);
  }

  /// A brace after a backslash is no part of the token.
  void look_at_middle(const Token& token) {
    const std::size_t begin = token.range.begin.offset;
    const std::size_t end = std::min(std::size_t{token.range.end.offset} + 1, text_.size());
    const InvalidEscape escape = invalid_escape(text_.substr(begin, end - begin), false);
    if (!escape.text.empty()) open_.back().escapes.push_back(escape);
  }

  /// All of an f-string is decoded at its end, and reported there.
  void close(const SourcePosition& place) {
    for (const InvalidEscape& escape : open_.back().escapes) report(escape, place);
    open_.pop_back();
  }

  std::string_view text_;
  PythonVersion python_;
  std::vector<FString> open_;
  std::vector<CompileWarning> found_;
};

/// Walks over statements with what `return`, `break` and `continue` would leave.
class FinallyFinder {
 public:
  void look_at(const Body& body, bool in_finally, bool in_loop) {
    for (const Statement* statement : body) look_at(statement, in_finally, in_loop);
  }

  std::vector<CompileWarning> take() { return std::move(found_); }

 private:
  void report(const Statement* statement, const char* name) {
    found_.push_back({statement->range.begin, std::string("'") + name + "' in a 'finally' block"});
  }

  void look_at(const Statement* statement, bool in_finally, bool in_loop) {
    using enum StatementKind;
    switch (statement->kind) {
      case return_:
        if (in_finally) report(statement, "return");
        return;
      case break_:
        if (in_finally && !in_loop) report(statement, "break");
        return;
      case continue_:
        if (in_finally && !in_loop) report(statement, "continue");
        return;
      case function:
        return look_at(as<FunctionStatement>(statement)->body, false, false);
      case class_:
        return look_at(as<ClassStatement>(statement)->body, false, false);
      case for_:
        look_at(as<ForStatement>(statement)->body, in_finally, true);
        return look_at(as<ForStatement>(statement)->orelse, in_finally, in_loop);
      case while_:
        look_at(as<ConditionStatement>(statement)->body, in_finally, true);
        return look_at(as<ConditionStatement>(statement)->orelse, in_finally, in_loop);
      case if_:
        return look_at_if(as<ConditionStatement>(statement), in_finally, in_loop);
      case with:
        return look_at(as<WithStatement>(statement)->body, in_finally, in_loop);
      case match:
        for (const MatchCase& one : as<MatchStatement>(statement)->cases) look_at(one.body, in_finally, in_loop);
        return;
      case try_: {
        const auto* node = as<TryStatement>(statement);
        look_at(node->body, in_finally, in_loop);
        for (const ExceptHandler& handler : node->handlers) look_at(handler.body, in_finally, in_loop);
        look_at(node->orelse, in_finally, in_loop);
        return look_at(node->final_body, true, false);
      }
      default:
        return;
    }
  }

  /// A long row of `elif` is deep as a tree.
  void look_at_if(const ConditionStatement* node, bool in_finally, bool in_loop) {
    for (;;) {
      look_at(node->body, in_finally, in_loop);
      const Body& orelse = node->orelse;
      if (orelse.size() != 1 || orelse[0]->kind != StatementKind::if_) return look_at(orelse, in_finally, in_loop);
      node = as<ConditionStatement>(orelse[0]);
    }
  }

  std::vector<CompileWarning> found_;
};

}  // namespace

std::vector<CompileWarning> escape_warnings(const std::vector<Token>& tokens, std::string_view text,
                                            PythonVersion python) {
  if (!invalid_escapes_warn(python) || text.find('\\') == std::string_view::npos) return {};
  EscapeFinder finder(text, python);
  for (const Token& token : tokens) finder.look_at(token);
  return finder.take();
}

std::vector<CompileWarning> finally_warnings(const Tree& tree, PythonVersion python) {
  if (!leaving_finally_warns(python)) return {};
  FinallyFinder finder;
  finder.look_at(tree.body, false, false);
  return finder.take();
}

}  // namespace sluice
