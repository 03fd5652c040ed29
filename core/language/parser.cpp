#include "language/parser.h"

#include <algorithm>
#include <utility>

#include "base/language_changes.h"
#include "language/hints.h"
#include "language/parser_state.h"
#include "language/text_warnings.h"

namespace sluice {

using namespace ast;

namespace {

/// CPython looks at the text as it reads it, then at the tree.
std::vector<CompileWarning> warnings_of(LexResult& lexed, const Tree& tree, std::string_view text,
                                        PythonVersion python) {
  std::vector<CompileWarning> found = escape_warnings(lexed.tokens, text, python);
  found.insert(found.end(), lexed.warnings.begin(), lexed.warnings.end());
  std::stable_sort(found.begin(), found.end(), [](const CompileWarning& one, const CompileWarning& other) {
    return one.place.offset < other.place.offset;
  });
  for (CompileWarning& warning : finally_warnings(tree, python)) found.push_back(std::move(warning));
  return found;
}

}  // namespace

ParseResult parse(std::string_view text, PythonVersion python, SourceOrigin origin) {
  ParseResult result;
  LexResult lexed = lex(text, python);
  // CPython's parser asks for tokens as it goes. An error in the text further down goes before one of its own all the
  // same, but for one in the indentation.
  if (lexed.diagnostic) {
    result.diagnostic = std::move(lexed.diagnostic);
    if (result.diagnostic->kind != DiagnosticKind::indentation && result.diagnostic->kind != DiagnosticKind::tab) {
      return result;
    }
    Token end;
    end.kind = TokenKind::end;
    end.range = result.diagnostic->range;
    lexed.tokens.push_back(end);
  }
  auto tree = std::make_unique<Tree>();
  Parser parser(text, python, lexed, *tree);
  parser.parse_module();
  if (parser.failed()) {
    Diagnostic found = parser.take_diagnostic();
    const bool is_earlier = !result.diagnostic || found.range.begin.line < result.diagnostic->range.begin.line;
    if (is_earlier) result.diagnostic = std::move(found);
  } else if (!result.diagnostic) {
    result.tree = std::move(tree);
    if (origin == SourceOrigin::program) result.warnings = warnings_of(lexed, *result.tree, text, python);
  }
  return result;
}

Parser::Parser(std::string_view text, PythonVersion python, LexResult& lexed, Tree& tree)
    : text_(text), python_(python), tokens_(lexed.tokens), open_bracket_(lexed.open_bracket), tree_(tree) {}

void Parser::parse_module() {
  std::vector<Statement*> body;
  while (!failed_ && !at(Kind::end)) statements(body);
  tree_.body = tree_.arena.list(body);
}

const Token& Parser::token(std::size_t ahead) const {
  return tokens_[at_ + ahead < tokens_.size() ? at_ + ahead : tokens_.size() - 1];
}

bool Parser::at_word(std::string_view word, std::size_t ahead) const {
  return kind(ahead) == Kind::name && token(ahead).text == word;
}

const Token& Parser::take() {
  const Token& taken = token();
  if (at_ + 1 < tokens_.size()) ++at_;
  return taken;
}

bool Parser::accept(Kind expected) {
  if (!at(expected) || failed_) return false;
  take();
  return true;
}

bool Parser::expect(Kind expected) {
  if (accept(expected)) return true;
  fail_syntax();
  return false;
}

bool Parser::starts_expression(std::size_t ahead) const {
  switch (kind(ahead)) {
    case Kind::name:
    case Kind::number:
    case Kind::string:
    case Kind::fstring_start:
    case Kind::kw_false:
    case Kind::kw_none:
    case Kind::kw_true:
    case Kind::kw_await:
    case Kind::kw_lambda:
    case Kind::kw_not:
    case Kind::left_paren:
    case Kind::left_bracket:
    case Kind::left_brace:
    case Kind::ellipsis:
    case Kind::plus:
    case Kind::minus:
    case Kind::tilde:
      return true;
    default:
      return false;
  }
}

SourceRange Parser::since(SourcePosition begin) const {
  std::size_t last = at_ == 0 ? 0 : at_ - 1;
  while (last > 0 && token_class(tokens_[last].kind) == TokenClass::special) --last;
  return {begin, tokens_[last].range.end};
}

void Parser::go_back(Mark mark) {
  at_ = mark.at;
  failed_ = mark.failed;
  brackets_ = mark.brackets;
  fields_ = mark.fields;
}

// ---- Errors ---------------------------------------------------------------------------------------------------------

void Parser::fail(SourceRange range, std::string message, std::string hint, DiagnosticKind kind) {
  if (failed_) return;
  const bool is_refusal = kind == DiagnosticKind::unsupported;
  const std::size_t last_read = std::min(at_, tokens_.size() - 1);
  failed_ = true;
  if (open_bracket_ && !is_refusal &&
      (tokens_[last_read].kind == Kind::end || tokens_[last_read].range.begin.line > open_bracket_->range.begin.line)) {
    range = open_bracket_->range;
    message = "'" + std::string(open_bracket_->text) + "' was never closed";
    hint.clear();
    kind = DiagnosticKind::syntax;
  }
  const bool in_old_fstring = fields_ > 0 && !fstrings_nest_freely(python_);
  if (in_old_fstring && !is_refusal && message.compare(0, 9, "f-string:") != 0) message.insert(0, "f-string: ");
  diagnostic_.kind = kind;
  diagnostic_.range = range;
  diagnostic_.message = std::move(message);
  diagnostic_.hint = std::move(hint);
  at_ = tokens_.size() - 1;
}

void Parser::fail_at(const Token& token, std::string message, std::string hint) {
  fail(token.range, std::move(message), std::move(hint));
}

void Parser::refuse(SourceRange range, std::string message, std::string hint) {
  fail(range, std::move(message), std::move(hint), DiagnosticKind::unsupported);
}

void Parser::fail_too_deep() {
  fail_at(token(), "too many nested expressions", "Split the expression: give a part of it a name.");
}

void Parser::fail_syntax() {
  if (failed_) return;
  if (at(Kind::indent)) return fail(token().range, "unexpected indent", {}, DiagnosticKind::indentation);
  if (at(Kind::dedent)) return fail(token().range, "unexpected unindent", {}, DiagnosticKind::indentation);
  const bool after_operand = last_operand_ != nullptr && last_operand_end_ == at_;
  if (!speculating_ && after_operand && brackets_ > 0 && starts_expression()) {
    const SourcePosition begin = last_operand_->range.begin;
    const bool legacy = last_operand_->kind == ExprKind::name && kind() == Kind::string;
    const Token& unexpected = token();
    const Mark before = mark();
    speculating_ = true;
    const Expr* next = legacy ? nothing() : expression();
    speculating_ = false;
    const bool is_expression = !failed_ && !legacy;
    const SourcePosition end = next->range.end;
    go_back(before);
    if (is_expression) return fail({begin, end}, "invalid syntax. Perhaps you forgot a comma?");
    return fail_at(unexpected, "invalid syntax");
  }
  fail_at(token(), "invalid syntax", syntax_hint(tokens_, at_));
}

void Parser::deepen(Expr* expr, const Expr* child) {
  const int depth = std::max<int>(expr->depth, child->depth + 1);
  if (depth > kMaxTreeDepth) return fail_too_deep();
  expr->depth = static_cast<std::uint16_t>(depth);
}

Expr* Parser::nothing() {
  auto* expr = tree_.arena.make<ConstantExpr>();
  expr->value = tree_.arena.constant(Constant());
  expr->range = token().range;
  return expr;
}

}  // namespace sluice
