// scope.h — which variable a name means: the scopes of a module and the names in them.
//
// Built in one walk over the tree, then resolved from the outside in. Comprehensions are scopes of their own; from
// Python 3.12 on, those that are inlined share the frame of the scope around them (PEP 709): then a name of the outer
// scope that only the comprehension uses need not become a cell.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/python_version.h"
#include "language/ast.h"
#include "language/diagnostic.h"

namespace sluice {

/// Where a name's value is found.
enum class NameKind : std::uint8_t {
  local,            ///< a slot of the scope's frame
  cell,             ///< a slot that holds a cell, because a function inside uses it
  free,             ///< a cell, or (from an inlined comprehension) a slot, of a scope outside
  global_implicit,  ///< not bound anywhere around: a global or a builtin
  global_explicit,  ///< declared `global`, or bound in the module
  namespaced,       ///< bound in a class body: looked up by name
};

struct Symbol {
  NameKind kind = NameKind::global_implicit;
  bool is_bound = false;  ///< assigned, imported, deleted, a parameter, …: local unless declared otherwise
  bool is_parameter = false;
  bool is_used = false;
  bool is_global_declared = false;
  bool is_nonlocal_declared = false;
  bool is_annotated = false;
  bool is_only_imported = false;       ///< bound by nothing but imports: then `global` may still follow
  bool is_iteration_variable = false;  ///< bound by a `for` of a comprehension
  bool is_resolved = false;
  SourceRange first_use;
};

enum class ScopeKind : std::uint8_t {
  module,
  class_,
  function,
  lambda,
  comprehension,
  generator,
  type_parameters,
  annotations,  ///< a function that evaluates annotations (3.14), or an alias, bound or default, when they are asked
                ///< for
};

/// A variable of a module or class whose annotation is evaluated when it is asked for.
struct DeferredAnnotation {
  const ast::AnnotatedAssignStatement* statement = nullptr;
  int condition = -1;  ///< its number among those that hold only if their statement was run; -1: holds always
};

class Scope {
 public:
  ScopeKind kind = ScopeKind::module;
  Scope* parent = nullptr;      ///< null for the module
  std::string_view name;        ///< of the function or class
  std::string_view class_name;  ///< innermost class around (or this class), for mangling; empty if none
  bool is_async = false;        ///< `async def`
  bool has_yield = false;
  bool has_await = false;         ///< await, async for or async with in it, not in a function inside
  bool is_inlined = false;        ///< a comprehension without a frame of its own
  bool needs_class_cell = false;  ///< a class: a method uses super() or __class__
  bool needs_class_dict = false;  ///< a class: something inside sees_class
  bool sees_class = false;        ///< names of the class around come first, though the scope is none of its body
  bool has_return_value = false;
  bool has_annotations = false;      ///< a module or class: of variables
  bool is_annotation = false;        ///< stands for a while for what is around an annotation
  const char* holds_none = nullptr;  ///< "an annotation": may hold no yield, await or `:=`, and is called so
  SourceRange yield_range;           ///< of the first yield
  SourceRange return_range;          ///< of the first return with a value
  int in_blocks = 0;                 ///< while it is built: nesting of statements
  Scope* annotations = nullptr;      ///< a module or class: the scope of its deferred annotations, if it has any
  std::vector<DeferredAnnotation> deferred;
  int conditions = 0;  ///< so many of them hold only if their statement was run

  [[nodiscard]] bool is_function() const { return kind != ScopeKind::module && kind != ScopeKind::class_; }
  [[nodiscard]] bool is_comprehension() const {
    return kind == ScopeKind::comprehension || kind == ScopeKind::generator;
  }
  /// The scope whose frame this one uses: itself unless inlined.
  [[nodiscard]] Scope* host() { return is_inlined ? parent->host() : this; }

  /// The symbol of a (mangled) name, made if there is none.
  Symbol& symbol(const std::string& mangled);
  [[nodiscard]] Symbol* find(const std::string& mangled);

  std::vector<std::string> order;  ///< names, in order of first appearance
  std::vector<Scope*> children;
  std::vector<std::string> free_names;                        ///< cells that this frame gets from outside, in order
  std::unordered_map<std::string, std::uint32_t> free_index;  ///< name to its place in free_names

 private:
  std::unordered_map<std::string, Symbol> symbols_;
};

/// All scopes of a module.
class ScopeTable {
 public:
  /// Walks the tree. After a diagnostic the table must not be used.
  static std::optional<Diagnostic> build(const ast::Tree& tree, PythonVersion python, ScopeTable& table);

  [[nodiscard]] Scope* module() { return &scopes_.front(); }
  /// The scope of a function, class, lambda or comprehension node.
  [[nodiscard]] Scope* of(const void* node) const { return by_node_.at(node); }
  /// The scope of the type parameters of a function or class node.
  [[nodiscard]] Scope* type_parameters_of(const void* node) const { return type_parameters_.at(node); }
  /// The scope of the deferred annotations of a function node, or of an expression of a type that is evaluated later.
  [[nodiscard]] Scope* annotations_of(const void* node) const { return annotations_.at(node); }
  /// The number among the conditions of its scope of an annotated assignment; -1: none.
  [[nodiscard]] int condition_of(const void* node) const {
    const auto found = conditions_.find(node);
    return found == conditions_.end() ? -1 : found->second;
  }
  bool annotations_are_texts = false;  ///< by `from __future__ import annotations`

 private:
  friend class ScopeBuilder;
  std::deque<Scope> scopes_;
  std::unordered_map<const void*, Scope*> by_node_;
  std::unordered_map<const void*, Scope*> type_parameters_;
  std::unordered_map<const void*, Scope*> annotations_;
  std::unordered_map<const void*, int> conditions_;
};

/// Names of cells that a class has for what stands in it: nobody wrote them.
[[nodiscard]] bool is_cell_of_class(std::string_view name);

/// A private name of a class (`__x` but not `__x__`) as it is stored: `_Class__x`. Others stay.
[[nodiscard]] std::string mangle(std::string_view class_name, std::string_view name);

}  // namespace sluice
