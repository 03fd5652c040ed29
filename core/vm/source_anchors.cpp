#include "vm/source_anchors.h"

#include <cstdint>
#include <string>

#include "base/language_changes.h"
#include "language/parser.h"

namespace sluice {

namespace {

bool is_space(char c) { return std::string_view(" \t\n\r\f\v").find(c) != std::string_view::npos; }

/// From `at` on, the first character on a line that `stop` wants; comments and continued lines are passed over.
template <typename Stop>
std::optional<std::size_t> search(std::string_view text, std::size_t at, const Stop& stop) {
  while (at < text.size()) {
    const char c = text[at];
    if (c == '\\' || c == '#') {
      at = text.find('\n', at);
    } else if (c != '\n' && stop(c)) {
      return at;
    }
    if (at < text.size()) ++at;
  }
  return std::nullopt;
}

/// The tree of `(\n text \n)`: in brackets an expression may go over several lines.
class Bracketed {
 public:
  Bracketed(std::string_view text, PythonVersion python)
      : text_("(\n" + std::string(text) + "\n)"), parsed_(parse(text_, python)) {}

  /// Null if the text is no expression.
  [[nodiscard]] const ast::Expr* expression() const {
    if (!parsed_.tree || parsed_.tree->body.size() != 1) return nullptr;
    const ast::Statement* statement = parsed_.tree->body.front();
    if (statement->kind != ast::StatementKind::expression) return nullptr;
    return static_cast<const ast::ValueStatement*>(statement)->value;
  }
  static std::size_t offset(const SourcePosition& position) { return position.offset - 2; }

 private:
  std::string text_;
  ParseResult parsed_;
};

}  // namespace

std::optional<Anchors> find_anchors(PythonVersion python, std::string_view text) {
  const Bracketed tree(text, python);
  const ast::Expr* expression = tree.expression();
  if (expression == nullptr) return std::nullopt;
  const auto brackets = [&](const ast::Expr& before, char bracket) -> std::optional<Anchors> {
    const auto begin = search(text, Bracketed::offset(before.range.end), [=](char c) { return c == bracket; });
    if (!begin) return std::nullopt;
    return Anchors{*begin, Bracketed::offset(expression->range.end)};
  };
  switch (expression->kind) {
    case ast::ExprKind::binary: {
      const auto& binary = *static_cast<const ast::BinaryExpr*>(expression);
      const auto begin =
          search(text, Bracketed::offset(binary.left->range.end), [](char c) { return !is_space(c) && c != ')'; });
      if (!begin) return std::nullopt;
      const std::size_t second = *begin + 1;
      const bool is_double = second < Bracketed::offset(binary.right->range.begin) && !is_space(text[second]) &&
                             text[second] != '\\' && text[second] != '#';
      return Anchors{*begin, is_double ? second + 1 : second};
    }
    case ast::ExprKind::subscript:
      return brackets(*static_cast<const ast::SubscriptExpr*>(expression)->value, '[');
    case ast::ExprKind::call:
      if (!marks_calls(python)) return std::nullopt;
      return brackets(*static_cast<const ast::CallExpr*>(expression)->function, '(');
    default:
      return std::nullopt;
  }
}

bool is_called_for_a_name(PythonVersion python, std::string_view text, std::size_t begin, std::size_t end,
                          std::size_t line_count) {
  const ParseResult parsed = parse(text, python);
  if (!parsed.tree || parsed.tree->body.empty()) return false;
  const ast::Statement* statement = parsed.tree->body.front();
  const ast::Expr* call = nullptr;
  if (statement->kind == ast::StatementKind::return_) {
    call = static_cast<const ast::ValueStatement*>(statement)->value;
    if (call == nullptr || call->kind != ast::ExprKind::call) return false;
    if (static_cast<const ast::CallExpr*>(call)->function->kind != ast::ExprKind::name) return false;
  } else if (statement->kind == ast::StatementKind::assign) {
    const auto& assign = *static_cast<const ast::AssignStatement*>(statement);
    if (assign.targets.size() != 1 || assign.targets.front()->kind != ast::ExprKind::name) return false;
    call = assign.value;
  }
  if (call == nullptr || call->kind != ast::ExprKind::call) return false;
  const SourceRange& range = call->range;
  return range.begin.line == 1 && range.end.line == line_count && range.begin.byte_column == begin &&
         range.end.byte_column == end;
}

}  // namespace sluice
