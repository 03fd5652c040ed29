// scope_builder.h — ScopeBuilder, the walk behind ScopeTable::build(). Nothing but the scope_*.cpp files includes this.
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "language/scope.h"

namespace sluice {

class ScopeBuilder {
 public:
  ScopeBuilder(PythonVersion python, ScopeTable& table) : python_(python), table_(table) {}

  void build(const ast::Tree& tree);
  [[nodiscard]] std::optional<Diagnostic> take_diagnostic() { return std::move(diagnostic_); }

 private:
  void fail(SourceRange range, std::string message);

  // The walk (scope_builder.cpp).
  Scope* enter(ScopeKind kind, std::string_view name, const void* node);
  void leave() { scope_ = scope_->parent; }
  void body(const ast::Body& statements);
  void statement(const ast::Statement* node);
  void function(const ast::FunctionStatement* node);
  void class_definition(const ast::ClassStatement* node);
  void type_alias(const ast::TypeAliasStatement* node);
  void evaluated_later(const ast::Expr* node, std::string_view name, const char* holds_none);
  void enter_type_parameters(const void* node, std::string_view name, const ast::List<ast::TypeParameter>& parameters);
  void hand_over_defaults(const ast::Parameters* node);
  void parameters(const ast::Parameters* node);
  void defaults(const ast::Parameters* node);
  void annotated(const ast::AnnotatedAssignStatement* node);
  void import(const ast::ImportStatement* node);
  void declare(const ast::ScopeStatement* node, bool is_global);
  void try_statement(const ast::TryStatement* node);
  void expr(const ast::Expr* node);
  void exprs(const ast::List<ast::Expr*>& nodes);
  void target(const ast::Expr* node);
  void call(const ast::CallExpr* node);
  void comprehension(const ast::ComprehensionExpr* node);
  void named(const ast::NamedExpr* node);
  void yield(const ast::Expr* node);
  void unevaluated(const ast::Expr* node, const char* holds_none);
  void annotation(const ast::Expr* node);
  void annotations(const ast::FunctionStatement* node);
  void enter_annotations();
  void take_format();
  bool hidden_from_class(const ast::Expr* node, const char* what);
  void see_class();
  [[nodiscard]] bool defers_annotations() const;
  bool misplaced(const ast::Expr* node, const char* what);
  void futures(const ast::Tree& tree);
  void pattern(const ast::Pattern* node);
  void use(std::string_view name, SourceRange range);
  Symbol& bind(std::string_view name, SourceRange range);

  // Resolving (scope_resolve.cpp).
  void resolve(Scope& scope);
  void resolve_name(Scope& scope, const std::string& name);
  void resolve_outside(Scope& scope, const std::string& name, Symbol& symbol);
  static void make_free(Scope& scope, Scope& owner, const std::string& name);

  PythonVersion python_;
  ScopeTable& table_;
  Scope* scope_ = nullptr;
  int in_iterable_ = 0;              // nesting of iterables of comprehensions: `:=` is not allowed there
  std::uint32_t after_futures_ = 0;  // offset of the first statement that is no `from __future__ import`
  std::optional<Diagnostic> diagnostic_;
};

}  // namespace sluice
