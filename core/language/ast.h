// ast.h — the tree of a module: expressions, statements, patterns.
//
// Nodes are plain structs with a kind; `switch` on the kind and `as<T>` give the rest. All nodes of a tree belong to
// its Arena and go with it; pointers between them are never null unless the comment says so. Names are views of the
// source text or of the arena. Shapes and names are those of Python's `ast` module.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <new>
#include <string_view>
#include <utility>
#include <vector>

#include "language/code.h"
#include "language/source.h"

namespace sluice::ast {

/// A fixed array in the arena.
template <typename T>
struct List {
  const T* items = nullptr;
  std::size_t count = 0;

  [[nodiscard]] const T* begin() const { return items; }
  [[nodiscard]] const T* end() const { return items + count; }
  [[nodiscard]] std::size_t size() const { return count; }
  [[nodiscard]] bool empty() const { return count == 0; }
  const T& operator[](std::size_t i) const { return items[i]; }
  [[nodiscard]] const T& front() const { return items[0]; }
  [[nodiscard]] const T& back() const { return items[count - 1]; }
};

/// Memory of a tree. Only for types without destructors; constants, which have them, are kept apart.
class Arena {
 public:
  Arena() = default;
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;

  template <typename T>
  T* make() {
    static_assert(std::is_trivially_destructible_v<T>);
    return new (allocate(sizeof(T))) T();
  }
  template <typename T>
  List<T> list(const std::vector<T>& items) {
    static_assert(std::is_trivially_destructible_v<T>);
    List<T> out;
    if (items.empty()) return out;
    T* copy = static_cast<T*>(allocate(sizeof(T) * items.size()));
    for (std::size_t i = 0; i < items.size(); ++i) new (copy + i) T(items[i]);
    out.items = copy;
    out.count = items.size();
    return out;
  }
  const Constant* constant(Constant value) {
    constants_.push_back(std::move(value));
    return &constants_.back();
  }
  std::string_view text(std::string_view characters);

 private:
  static constexpr std::size_t kBlockBytes = 16 * 1024;

  void* allocate(std::size_t size);

  std::vector<std::unique_ptr<std::max_align_t[]>> blocks_;
  char* free_ = nullptr;
  std::size_t left_ = 0;
  std::deque<Constant> constants_;
};

// ---- Expressions ----------------------------------------------------------------------------------------------------

enum class ExprKind : std::uint8_t {
  constant,
  name,
  joined_string,
  formatted_value,
  unary,
  binary,
  boolean,
  compare,
  conditional,
  named,
  lambda,
  tuple,
  list,
  set,
  dict,
  list_comprehension,
  set_comprehension,
  dict_comprehension,
  generator,
  await,
  yield,
  yield_from,
  call,
  attribute,
  subscript,
  slice,
  starred,
};

enum class UnaryOperator : std::uint8_t { positive, negative, invert, logical_not };

/// In the order of the BINARY and INPLACE instructions.
enum class BinaryOperator : std::uint8_t {
  add,
  subtract,
  multiply,
  true_divide,
  floor_divide,
  modulo,
  power,
  matrix_multiply,
  left_shift,
  right_shift,
  bit_and,
  bit_or,
  bit_xor,
};

/// In the order of the COMPARE, IS and CONTAINS instructions.
enum class CompareOperator : std::uint8_t { lt, le, eq, ne, gt, ge, is, is_not, in, not_in };

struct Expr {
  ExprKind kind = ExprKind::constant;
  bool is_parenthesised = false;  ///< stands in parentheses of its own; they are not part of its range
  std::uint16_t depth = 1;        ///< levels of expressions in it; the parser bounds it
  SourceRange range;
};
struct Statement;
struct Parameters;

struct ConstantExpr : Expr {
  const Constant* value = nullptr;
  bool is_unicode_prefixed = false;  ///< u"…"
};
struct NameExpr : Expr {
  std::string_view id;
};
/// An f-string. Parts are ConstantExpr (strings) and FormattedValueExpr.
struct JoinedStringExpr : Expr {
  List<Expr*> parts;
};
struct FormattedValueExpr : Expr {
  Expr* value = nullptr;
  char conversion = '\0';            ///< 's', 'r', 'a' or none
  JoinedStringExpr* spec = nullptr;  ///< null if there is none
};
struct UnaryExpr : Expr {
  UnaryOperator op = UnaryOperator::positive;
  Expr* operand = nullptr;
};
struct BinaryExpr : Expr {
  BinaryOperator op = BinaryOperator::add;
  Expr* left = nullptr;
  Expr* right = nullptr;
};
struct BooleanExpr : Expr {
  bool is_and = false;
  List<Expr*> values;
};
struct CompareExpr : Expr {
  Expr* left = nullptr;
  List<CompareOperator> operators;
  List<Expr*> comparators;
};
struct ConditionalExpr : Expr {
  Expr* test = nullptr;
  Expr* body = nullptr;
  Expr* orelse = nullptr;
};
struct NamedExpr : Expr {
  NameExpr* target = nullptr;
  Expr* value = nullptr;
};
struct LambdaExpr : Expr {
  Parameters* parameters = nullptr;
  Expr* body = nullptr;
};
/// A tuple, list or set; elements can be starred.
struct SequenceExpr : Expr {
  List<Expr*> elements;
};
/// `keys[i]` is null for `**values[i]`.
struct DictExpr : Expr {
  List<Expr*> keys;
  List<Expr*> values;
};
/// `for target in iterable if condition …`
struct ComprehensionFor {
  Expr* target = nullptr;
  Expr* iterable = nullptr;
  List<Expr*> conditions;
  bool is_async = false;
};
/// A list, set or dict comprehension, or a generator expression.
struct ComprehensionExpr : Expr {
  Expr* element = nullptr;  ///< the key in a dict comprehension
  Expr* value = nullptr;    ///< dict comprehension only, else null
  List<ComprehensionFor> generators;
};
/// await, yield from, starred; and yield, where `value` can be null.
struct ValueExpr : Expr {
  Expr* value = nullptr;
};
struct Keyword {
  std::string_view name;  ///< empty for `**value`
  Expr* value = nullptr;
  SourceRange range;
};
struct CallExpr : Expr {
  Expr* function = nullptr;
  List<Expr*> arguments;  ///< can be starred
  List<Keyword> keywords;
};
struct AttributeExpr : Expr {
  Expr* value = nullptr;
  std::string_view name;
  SourceRange name_range;
};
struct SubscriptExpr : Expr {
  Expr* value = nullptr;
  Expr* index = nullptr;
};
/// Each part can be null.
struct SliceExpr : Expr {
  Expr* lower = nullptr;
  Expr* upper = nullptr;
  Expr* step = nullptr;
};

struct Parameter {
  std::string_view name;
  Expr* annotation = nullptr;     ///< may be null
  Expr* default_value = nullptr;  ///< may be null
  SourceRange range;
};
struct Parameters {
  List<Parameter> positional_only;
  List<Parameter> positional;
  List<Parameter> keyword_only;
  const Parameter* varargs = nullptr;  ///< *args; may be null
  const Parameter* varkw = nullptr;    ///< **kwargs; may be null
};

// ---- Patterns -------------------------------------------------------------------------------------------------------

enum class PatternKind : std::uint8_t { value, singleton, sequence, mapping, class_, star, as, or_ };

struct Pattern {
  PatternKind kind = PatternKind::value;
  std::uint16_t depth = 1;
  SourceRange range;
};
/// A literal or a dotted name, compared with ==.
struct ValuePattern : Pattern {
  Expr* value = nullptr;
};
/// None, True or False, compared with `is`.
struct SingletonPattern : Pattern {
  const Constant* value = nullptr;
};
/// At most one pattern is a star.
struct SequencePattern : Pattern {
  List<Pattern*> patterns;
};
struct MappingPattern : Pattern {
  List<Expr*> keys;
  List<Pattern*> patterns;
  std::string_view rest;  ///< the name after **; empty if there is none
};
struct ClassPattern : Pattern {
  Expr* type = nullptr;
  List<Pattern*> patterns;
  List<std::string_view> keyword_names;
  List<Pattern*> keyword_patterns;
};
/// `*name` in a sequence; empty for `*_`.
struct StarPattern : Pattern {
  std::string_view name;
};
/// `pattern as name`, a capture (pattern null), or the wildcard (name empty as well).
struct AsPattern : Pattern {
  Pattern* pattern = nullptr;
  std::string_view name;
};
struct OrPattern : Pattern {
  List<Pattern*> patterns;
};

// ---- Statements -----------------------------------------------------------------------------------------------------

enum class StatementKind : std::uint8_t {
  function,
  class_,
  return_,
  delete_,
  assign,
  augmented_assign,
  annotated_assign,
  for_,
  while_,
  if_,
  with,
  match,
  raise,
  try_,
  assert_,
  import,
  import_from,
  global,
  nonlocal,
  expression,
  pass,
  break_,
  continue_,
  type_alias,
};

struct Statement {
  StatementKind kind = StatementKind::pass;
  SourceRange range;
};
using Body = List<Statement*>;

enum class TypeParameterKind : std::uint8_t { type_variable, type_variable_tuple, parameter_specification };
struct TypeParameter {
  TypeParameterKind kind = TypeParameterKind::type_variable;
  std::string_view name;
  SourceRange range;
  Expr* bound = nullptr;          ///< or its constraints, a tuple; may be null
  Expr* default_value = nullptr;  ///< since 3.13; may be null
};

struct FunctionStatement : Statement {
  std::string_view name;
  Parameters* parameters = nullptr;
  Body body;
  List<Expr*> decorators;
  Expr* returns = nullptr;  ///< annotation; may be null
  List<TypeParameter> type_parameters;
  bool is_async = false;
};
struct ClassStatement : Statement {
  std::string_view name;
  List<Expr*> bases;  ///< can be starred
  List<Keyword> keywords;
  Body body;
  List<Expr*> decorators;
  List<TypeParameter> type_parameters;
};
/// return (value may be null), and an expression as a statement.
struct ValueStatement : Statement {
  Expr* value = nullptr;
};
struct DeleteStatement : Statement {
  List<Expr*> targets;
};
struct AssignStatement : Statement {
  List<Expr*> targets;
  Expr* value = nullptr;
};
struct AugmentedAssignStatement : Statement {
  Expr* target = nullptr;
  BinaryOperator op = BinaryOperator::add;
  Expr* value = nullptr;
};
struct AnnotatedAssignStatement : Statement {
  Expr* target = nullptr;
  Expr* annotation = nullptr;
  Expr* value = nullptr;   ///< may be null
  bool is_simple = false;  ///< a plain name, not in parentheses: its annotation is recorded
};
struct ForStatement : Statement {
  Expr* target = nullptr;
  Expr* iterable = nullptr;
  Body body;
  Body orelse;
  bool is_async = false;
};
/// while and if (an elif is an `if` alone in `orelse`).
struct ConditionStatement : Statement {
  Expr* test = nullptr;
  Body body;
  Body orelse;
};
struct WithItem {
  Expr* manager = nullptr;
  Expr* target = nullptr;  ///< may be null
};
struct WithStatement : Statement {
  List<WithItem> items;
  Body body;
  bool is_async = false;
};
struct MatchCase {
  Pattern* pattern = nullptr;
  Expr* guard = nullptr;  ///< may be null
  Body body;
};
struct MatchStatement : Statement {
  Expr* subject = nullptr;
  List<MatchCase> cases;
};
struct RaiseStatement : Statement {
  Expr* exception = nullptr;  ///< may be null
  Expr* cause = nullptr;      ///< may be null
};
struct ExceptHandler {
  Expr* type = nullptr;   ///< may be null
  std::string_view name;  ///< empty if there is none
  SourceRange name_range;
  Body body;
  SourceRange range;
};
struct TryStatement : Statement {
  Body body;
  List<ExceptHandler> handlers;
  Body orelse;
  Body final_body;
  bool is_star = false;  ///< except*
};
struct AssertStatement : Statement {
  Expr* test = nullptr;
  Expr* message = nullptr;  ///< may be null
};
struct ImportAlias {
  std::string_view name;   ///< dotted in `import`; "*" possible in `from`
  std::string_view alias;  ///< empty if there is none
  SourceRange range;
};
struct ImportStatement : Statement {
  List<ImportAlias> names;
  std::string_view module;  ///< `from module`; dotted, may be empty
  int level = 0;            ///< leading dots of `from`
};
struct ScopeStatement : Statement {  ///< global, nonlocal
  List<std::string_view> names;
  List<SourceRange> ranges;
};
struct TypeAliasStatement : Statement {
  NameExpr* name = nullptr;
  List<TypeParameter> type_parameters;
  Expr* value = nullptr;
};

/// A node as what its kind says it is.
template <typename T, typename Node>
const T* as(const Node* node) {
  return static_cast<const T*>(node);
}
template <typename T, typename Node>
T* as(Node* node) {
  return static_cast<T*>(node);
}

/// A module.
struct Tree {
  Arena arena;
  Body body;
};

}  // namespace sluice::ast
