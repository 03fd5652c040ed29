// parser_state.h — Parser, the recursive descent behind parse(). Its functions are spread over the parser_*.cpp files,
// one for each part of the grammar. Nothing else includes this.
//
// After an error the parser stands at the end of the tokens and every function returns at once with something that is
// not null, so callers need no checks; loops run `while (!failed() && …)`.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "language/ast.h"
#include "language/lexer.h"
#include "language/parser.h"

namespace sluice {

/// How deep expressions may nest: bounds the recursion of parser and compiler. CPython gives up at about the same
/// depth.
inline constexpr int kMaxExpressionDepth = 450;
/// How many levels a tree may have that grows to the left (a + b + c …), where the parser itself does not recurse.
inline constexpr int kMaxTreeDepth = 1500;

class Parser {
 public:
  Parser(std::string_view text, PythonVersion python, LexResult& lexed, ast::Tree& tree);

  void parse_module();
  [[nodiscard]] bool failed() const { return failed_; }
  [[nodiscard]] Diagnostic take_diagnostic() { return std::move(diagnostic_); }

 private:
  using Kind = TokenKind;
  /// What a place can hold that is being assigned to.
  enum class TargetUse : std::uint8_t { assign, delete_, loop };

  /// Counts a level of expressions while it lives; fails when there are too many.
  class Level {
   public:
    explicit Level(Parser& parser) : parser_(parser) {
      if (++parser_.depth_ > kMaxExpressionDepth) parser_.fail_too_deep();
    }
    ~Level() { --parser_.depth_; }
    Level(const Level&) = delete;
    Level& operator=(const Level&) = delete;

   private:
    Parser& parser_;
  };
  struct Mark {
    std::size_t at = 0;
    bool failed = false;
    int brackets = 0;
    int fields = 0;
  };

  // ---- Tokens (parser.cpp) ----
  [[nodiscard]] const Token& token(std::size_t ahead = 0) const;
  [[nodiscard]] Kind kind(std::size_t ahead = 0) const { return token(ahead).kind; }
  [[nodiscard]] bool at(Kind expected) const { return kind() == expected; }
  [[nodiscard]] bool at_word(std::string_view word, std::size_t ahead = 0) const;
  [[nodiscard]] const Token& previous() const { return tokens_[at_ == 0 ? 0 : at_ - 1]; }
  const Token& take();
  bool accept(Kind expected);
  bool expect(Kind expected);  ///< accepts, or fails with the generic message
  [[nodiscard]] bool starts_expression(std::size_t ahead = 0) const;
  [[nodiscard]] Mark mark() const { return {at_, failed_, brackets_, fields_}; }
  void go_back(Mark mark);

  // ---- Errors (parser.cpp) ----
  void fail(SourceRange range, std::string message, std::string hint = {},
            DiagnosticKind kind = DiagnosticKind::syntax);
  void fail_at(const Token& token, std::string message, std::string hint = {});
  void fail_syntax();  ///< "invalid syntax" at the current token, or what CPython says more precisely
  void fail_too_deep();
  void refuse(SourceRange range, std::string message, std::string hint);
  [[nodiscard]] SourceRange since(SourcePosition begin) const;  ///< up to the last word that was read

  template <typename T>
  T* node(ast::ExprKind kind, SourcePosition begin) {
    T* expr = tree_.arena.make<T>();
    expr->kind = kind;
    expr->range = since(begin);
    return expr;
  }
  template <typename T>
  T* statement(ast::StatementKind kind, SourcePosition begin) {
    T* made = tree_.arena.make<T>();
    made->kind = kind;
    made->range = since(begin);
    return made;
  }
  /// Sets a node's depth from a child's; fails if the tree gets too deep.
  void deepen(ast::Expr* expr, const ast::Expr* child);
  ast::Expr* nothing();  ///< stands for an expression that could not be parsed

  // ---- Expressions (parser_expressions.cpp) ----
  ast::Expr* expression();
  ast::Expr* named_expression();
  ast::Expr* named_expression_in_call();
  ast::Expr* star_expression();
  ast::Expr* star_named_expression();
  ast::Expr* star_expressions();
  ast::Expr* yield_or_star_expressions();
  ast::Expr* yield_expression();
  ast::Expr* lambda();
  ast::Expr* disjunction();
  ast::Expr* conjunction();
  ast::Expr* inversion();
  ast::Expr* comparison();
  ast::Expr* binary(int least_precedence);
  ast::Expr* bitwise_or() { return binary(1); }
  ast::Expr* unary();
  ast::Expr* power();
  ast::Expr* primary();
  ast::Expr* call(ast::Expr* function);
  ast::Expr* subscript(ast::Expr* value);
  ast::Expr* slice();
  bool comparison_operator(ast::CompareOperator& op);
  void call_argument(std::vector<ast::Expr*>& arguments, std::vector<ast::Keyword>& keywords, SourcePosition open,
                     bool is_class = false);
  void check_keywords(const std::vector<ast::Keyword>& keywords);

  // ---- Atoms (parser_atoms.cpp) ----
  ast::Expr* atom();
  ast::Expr* constant(ConstantKind kind);
  ast::Expr* number();
  ast::Expr* parenthesised();
  ast::Expr* list_display();
  ast::Expr* brace_display();
  ast::Expr* dict_display(SourcePosition begin, ast::Expr* first_key);
  ast::Expr* set_display(SourcePosition begin, ast::Expr* first);
  [[nodiscard]] bool at_comprehension() const;
  ast::List<ast::ComprehensionFor> comprehension_clauses();
  ast::Expr* comprehension(ast::ExprKind kind, SourcePosition begin, ast::Expr* element, ast::Expr* value,
                           bool is_argument = false);

  // ---- Strings (parser_strings.cpp) ----
  ast::Expr* strings();
  void string_token(std::vector<ast::Expr*>& parts, std::string& literal, bool& is_bytes);
  void fstring(std::vector<ast::Expr*>& parts, std::string& literal, SourceRange& literal_range);
  ast::Expr* formatted_value(std::string& literal, bool is_raw);
  ast::JoinedStringExpr* format_spec(bool is_raw);
  void flush_literal(std::vector<ast::Expr*>& parts, std::string& literal, SourceRange range);
  void decode(std::string_view raw, bool is_bytes, SourceRange range, std::string& out);
  std::size_t decode_escape(std::string_view raw, std::size_t at, bool is_bytes, SourceRange range, std::string& out);

  // ---- Targets (parser_targets.cpp) ----
  ast::Expr* target_list();  ///< after `for`: up to `in`
  void check_assignment_target(const ast::Expr* target, const std::vector<ast::Expr*>& before);
  bool check_target(const ast::Expr* target, TargetUse use);
  void explain_loop_target(Mark start);
  void fail_target(const ast::Expr* target, TargetUse use);

  // ---- Statements (parser_statements.cpp) ----
  void statements(std::vector<ast::Statement*>& out);
  void simple_statements(std::vector<ast::Statement*>& out);
  void fail_after_statement(const ast::Statement& before);
  ast::Statement* simple_statement();
  ast::Statement* expression_statement();
  ast::Statement* assignment(ast::Expr* first, SourcePosition begin);
  ast::Statement* augmented_assignment(ast::Expr* target, SourcePosition begin, ast::BinaryOperator op);
  ast::Statement* annotated_assignment(ast::Expr* target, SourcePosition begin);
  ast::Statement* delete_statement();
  ast::Statement* raise_statement();
  ast::Statement* assert_statement();
  ast::Statement* import_statement();
  ast::Statement* from_statement();
  ast::Statement* scope_statement(ast::StatementKind kind);
  ast::Statement* type_alias();
  std::string_view dotted_name();

  // ---- Compound statements (parser_compound.cpp) ----
  bool compound_statement(std::vector<ast::Statement*>& out);
  ast::Body block(const char* after, std::uint32_t line);
  [[nodiscard]] SourceRange block_place() const;
  void expect_colon(bool always);
  ast::Statement* if_statement();
  ast::Statement* while_statement();
  ast::Statement* for_statement(SourcePosition begin, bool is_async);
  ast::Statement* with_statement(SourcePosition begin, bool is_async);
  ast::Statement* try_statement();
  ast::ExceptHandler except_clause(bool& is_star);
  ast::Statement* async_statement();
  ast::Statement* decorated();
  ast::Statement* function(SourcePosition begin, bool is_async, const std::vector<ast::Expr*>& decorators);
  ast::Statement* class_definition(SourcePosition begin, const std::vector<ast::Expr*>& decorators);
  ast::Parameters* parameters(Kind close);
  ast::Parameter parameter(Kind close, bool is_star);
  void fail_parameters(const Token& where, const char* message);
  [[nodiscard]] bool at_parenthesised_names() const;
  ast::List<ast::TypeParameter> type_parameters();
  ast::Body else_block();
  bool parenthesised_with_items(std::vector<ast::WithItem>& items);
  ast::WithItem with_item();

  // ---- match (parser_patterns.cpp) ----
  ast::Statement* match_statement();
  ast::MatchCase match_case();
  ast::Pattern* top_pattern();
  ast::Pattern* as_pattern();
  ast::Pattern* or_pattern();
  ast::Pattern* closed_pattern();
  ast::Pattern* star_pattern();
  ast::Pattern* maybe_star_pattern();
  ast::Pattern* sequence_pattern(Kind close, SourcePosition begin);
  ast::Pattern* mapping_pattern();
  ast::Pattern* class_pattern(ast::Expr* type, SourcePosition begin);
  ast::Pattern* name_pattern();
  ast::Expr* pattern_literal();
  template <typename T>
  T* pattern(ast::PatternKind kind, SourcePosition begin) {
    T* made = tree_.arena.make<T>();
    made->kind = kind;
    made->range = since(begin);
    return made;
  }

  std::string_view text_;
  PythonVersion python_;
  const std::vector<Token>& tokens_;
  const std::optional<Token>& open_bracket_;
  ast::Tree& tree_;
  std::size_t at_ = 0;
  int depth_ = 0;
  int brackets_ = 0;  // nesting of (), [], {} around the current token
  int fields_ = 0;    // nesting of replacement fields of f-strings around it
  bool failed_ = false;
  bool speculating_ = false;
  Diagnostic diagnostic_;
  const ast::Expr* last_operand_ = nullptr;  // the largest disjunction that ended last, for "forgot a comma?"
  std::size_t last_operand_end_ = 0;         // index of the token after it
};

/// Whether CPython takes a `=` after it for a mistaken `==`: an operand of `|`, but no display that could be a target
/// and no bare None, True or False.
[[nodiscard]] bool may_be_compared(const ast::Expr* expr);

/// What CPython calls an expression in a message: "function call", "literal", "expression", …
[[nodiscard]] const char* expression_description(const ast::Expr* expr);

}  // namespace sluice
