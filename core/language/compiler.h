// compiler.h — Compiler, tree and scopes to code. Its functions are spread over the compiler_*.cpp files, one for each
// part of the language. Nothing outside the language layer includes this.
//
// Each node is compiled with its own place as the position of its instructions, as CPython's compiler does it: the line
// of a waiting task and the lines of tracebacks depend on it. Where versions of CPython differ, a predicate of
// base/python_version.h says so.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "language/ast.h"
#include "language/code_builder.h"
#include "language/compile.h"
#include "language/scope.h"

namespace sluice {

class Compiler {
 public:
  Compiler(std::shared_ptr<const SourceText> source, PythonVersion python, ScopeTable& scopes)
      : source_(std::move(source)), python_(python), scopes_(scopes) {}

  [[nodiscard]] std::shared_ptr<const Code> compile_module(const ast::Tree& tree);
  [[nodiscard]] std::optional<Diagnostic> take_diagnostic() { return std::move(diagnostic_); }
  [[nodiscard]] std::vector<CompileWarning> take_warnings() { return std::move(warnings_); }

 private:
  /// What a `return`, `break` or `continue` has to leave on its way out.
  enum class BlockKind : std::uint8_t {
    while_loop,
    for_loop,         ///< iterator on the stack
    async_for_loop,   ///< asynchronous iterator on the stack
    try_body,         ///< a handler is in force
    finally_body,     ///< as try_body; and the finally clause has to run
    finally_handler,  ///< the finally clause after an error: [previous, exception] on the stack
    with,             ///< exit function on the stack
    async_with,
    except_handler,  ///< body of `except`: [previous] on the stack, maybe a name to delete
    except_star,     ///< body of `except*`: may not be left
    value,           ///< a value to drop
  };
  struct Block {
    BlockKind kind = BlockKind::while_loop;
    HandlerId outer_handler = -1;                      ///< in force outside
    Label next;                                        ///< loops: where `continue` goes
    Label exit;                                        ///< loops: where `break` goes
    const ast::TryStatement* try_statement = nullptr;  ///< finally_body
    std::string_view name;                             ///< except_handler: the name after `as`
    CodePosition position;                             ///< with: where the exit is called
  };

  /// A code object that is being made.
  struct Unit {
    Scope* scope = nullptr;
    CodeBuilder builder;
    std::vector<Block> blocks;
    std::unordered_map<Scope*, std::unordered_map<std::string, std::uint32_t>> slots;
    Unit* outer = nullptr;
    explicit Unit(std::shared_ptr<Code> code) : builder(std::move(code)) {}
  };

  /// Gives instructions the position of a node while it lives.
  class At {
   public:
    At(Compiler& compiler, const SourceRange& range) : compiler_(compiler), before_(compiler.builder().position()) {
      compiler.builder().set_position(position_of(range));
    }
    ~At() { compiler_.builder().set_position(before_); }
    At(const At&) = delete;
    At& operator=(const At&) = delete;

   private:
    Compiler& compiler_;
    CodePosition before_;
  };

  /// How a name is reached from the current scope.
  struct Place {
    enum class Kind : std::uint8_t { slot, cell, class_cell, global, namespaced, seen_global, seen_cell };
    Kind kind = Kind::global;
    std::uint32_t argument = 0;
  };
  enum class Access : std::uint8_t { load, store, delete_ };

  // ---- Units and names (compiler.cpp) ----
  [[nodiscard]] CodeBuilder& builder() { return unit_->builder; }
  void emit(Opcode opcode, std::uint32_t argument = 0) { builder().emit(opcode, argument); }
  static CodePosition position_of(const SourceRange& range);
  void fail(SourceRange range, std::string message, std::string hint = {},
            DiagnosticKind kind = DiagnosticKind::syntax);
  void enter(CodeKind kind, Scope* scope, std::string_view name, std::int32_t first_line,
             const ast::Parameters* parameters);
  std::shared_ptr<const Code> leave();
  void assign_slots(const ast::Parameters* parameters);
  void add_slot(Scope* scope, const std::string& name, SlotKind kind, bool is_hidden);
  void add_inlined_slots(Scope* scope);
  void begin_code();
  [[nodiscard]] std::string qualified_name(std::string_view name) const;
  [[nodiscard]] Place place_of(const std::string& mangled);
  [[nodiscard]] Place place_outside(const std::string& mangled);
  void access(std::string_view name, Access how);
  void make_function(const std::shared_ptr<const Code>& code, Scope* scope, std::uint32_t flags);
  void load_closure(Scope* scope);
  [[nodiscard]] std::uint32_t slot_in_unit(const std::string& name);
  static Constant text_constant(std::string_view text);
  static Constant integer_constant(std::int64_t value);
  static Constant tuple_of_names(const std::vector<std::string>& names);
  [[nodiscard]] std::string source_of(const SourceRange& range) const;
  [[nodiscard]] bool in_async_function() const;
  [[nodiscard]] std::string async_hint() const;
  [[nodiscard]] Scope* function_scope() const;

  // ---- Expressions (compiler_expressions.cpp) ----
  void expr(const ast::Expr* node);
  void expr_here(const ast::Expr* node);
  void joined_string(const ast::JoinedStringExpr* node);
  void formatted_value(const ast::FormattedValueExpr* node);
  void boolean(const ast::BooleanExpr* node);
  void compare(const ast::CompareExpr* node);
  void conditional(const ast::ConditionalExpr* node);
  void lambda(const ast::LambdaExpr* node);
  void sequence(const ast::SequenceExpr* node);
  void starred_sequence(const ast::List<ast::Expr*>& elements, Opcode build, Opcode add, Opcode extend);
  void dict(const ast::DictExpr* node);
  void unary(const ast::UnaryExpr* node);
  void subscript_index(const ast::Expr* index);
  void await(const ast::ValueExpr* node);
  void yield(const ast::ValueExpr* node);
  void yield_from(const ast::ValueExpr* node);
  void jump_if(const ast::Expr* test, Label target, bool condition);
  [[nodiscard]] const SourceRange* left_place(const ast::Expr* test) const;
  void jump_if_compare(const ast::CompareExpr* test, Label target, bool condition);
  [[nodiscard]] bool constant_of(const ast::Expr* node, Constant& value) const;
  [[nodiscard]] std::optional<bool> constant_truth(const ast::Expr* node) const;
  bool constant_elements(const ast::List<ast::Expr*>& elements, Constant& value) const;
  void attribute_position(const ast::AttributeExpr* node);

  // ---- Warnings (compiler_warnings.cpp) ----
  void warn(const SourceRange& range, std::string message);
  void note_negation(const ast::Expr* operand);
  void warn_of_identity(const ast::CompareExpr* node);
  void warn_of_call(const ast::Expr* function);
  void warn_of_subscript(const ast::SubscriptExpr* node);
  void warn_of_assertion(const ast::AssertStatement* node);

  // ---- Calls (compiler_calls.cpp) ----
  void call(const ast::CallExpr* node);
  bool method_call(const ast::CallExpr* node);
  bool super_call(const ast::CallExpr* node);
  void call_arguments(const ast::List<ast::Expr*>& arguments, const ast::List<ast::Keyword>& keywords, bool is_method,
                      std::uint32_t pushed);
  void unpacking_call(const ast::List<ast::Expr*>& arguments, const ast::List<ast::Keyword>& keywords,
                      std::uint32_t pushed);

  // ---- Comprehensions (compiler_comprehensions.cpp) ----
  void comprehension(const ast::ComprehensionExpr* node);
  void nested_comprehension(const ast::ComprehensionExpr* node, Scope* scope);
  void inlined_comprehension(const ast::ComprehensionExpr* node, Scope* scope);
  void comprehension_loop(const ast::ComprehensionExpr* node, std::size_t index);
  void comprehension_iterator(const ast::ComprehensionExpr* node, std::size_t index);
  void comprehension_element(const ast::ComprehensionExpr* node);
  void build_collection(ast::ExprKind kind);
  [[nodiscard]] bool is_async_comprehension(const ast::ComprehensionExpr* node, Scope* scope) const;

  // ---- Statements (compiler_statements.cpp) ----
  void body(const ast::Body& statements);
  void statement(const ast::Statement* node);
  void statement_here(const ast::Statement* node);
  void expression_statement(const ast::Expr* value);
  void store(const ast::Expr* target);
  void unpack(const ast::List<ast::Expr*>& targets, const ast::Expr* whole);
  void delete_target(const ast::Expr* target);
  void assign(const ast::AssignStatement* node);
  bool swap_assign(const ast::AssignStatement* node);
  void augmented_assign(const ast::AugmentedAssignStatement* node);
  void annotated_assign(const ast::AnnotatedAssignStatement* node);
  void assert_statement(const ast::AssertStatement* node);
  void raise(const ast::RaiseStatement* node);
  void import(const ast::ImportStatement* node);
  void import_from(const ast::ImportStatement* node);

  // ---- Control flow (compiler_control.cpp) ----
  void if_statement(const ast::ConditionStatement* node);
  void while_statement(const ast::ConditionStatement* node);
  void for_statement(const ast::ForStatement* node);
  void async_for_statement(const ast::ForStatement* node);
  void return_statement(const ast::ValueStatement* node);
  void break_statement(const ast::Statement* node);
  void continue_statement(const ast::Statement* node);
  [[nodiscard]] bool unwind(bool stop_at_loop, bool keep_value, Block* loop, const SourceRange& range);
  void unwind_block(const Block& block, bool keep_value);
  void push(Block block);
  void pop() { unit_->blocks.pop_back(); }

  // ---- try and with (compiler_try.cpp) ----
  void try_statement(const ast::TryStatement* node);
  void try_finally(const ast::TryStatement* node);
  void try_except(const ast::TryStatement* node);
  void try_except_star(const ast::TryStatement* node);
  void except_body(const ast::ExceptHandler& handler, Label end, HandlerId outside);
  void forget_name(std::string_view name);
  void with_statement(const ast::WithStatement* node, std::size_t index);
  void await_top(std::uint32_t where);

  // ---- Functions and classes (compiler_functions.cpp) ----
  void function(const ast::FunctionStatement* node);
  void function_object(const ast::FunctionStatement* node, std::uint32_t flags);
  void class_definition(const ast::ClassStatement* node);
  void class_object(const ast::ClassStatement* node);
  void generic_class_call(const ast::ClassStatement* node);
  void type_alias(const ast::TypeAliasStatement* node);
  std::uint32_t defaults(const ast::Parameters* parameters);
  std::uint32_t annotations(const ast::FunctionStatement* node);
  void annotation(const ast::Expr* node);
  void enter_annotations(Scope* scope, std::int32_t first_line);
  void enter_evaluation(Scope* scope, std::string_view name, std::int32_t first_line);
  void evaluated_later(const ast::Expr* node, std::string_view name);
  void leave_annotations();
  void begin_annotations();
  void deferred_annotations();
  [[nodiscard]] bool defers_annotations() const;
  void begin_type_parameters(const void* node, std::string_view name, std::int32_t line,
                             const ast::List<ast::TypeParameter>& parameters);
  void end_type_parameters(std::uint32_t arguments = 0);
  /// The text that `__doc__` is to be, if the body begins with one.
  [[nodiscard]] std::optional<Constant> docstring_of(const ast::Body& body) const;

  // ---- match (compiler_match.cpp) ----
  struct PatternContext {
    std::vector<std::string_view> stores;  ///< captured so far; their values lie under the items on top
    std::vector<Label> fail_pop;           ///< where to go when it fails with so many values to drop
    std::size_t on_top = 0;                ///< values above the captured ones that the current pattern does not use
    bool allow_irrefutable = false;
  };
  void match_statement(const ast::MatchStatement* node);
  void pattern(const ast::Pattern* node, PatternContext& context);
  void subpattern(const ast::Pattern* node, PatternContext& context);
  void value_pattern(const ast::ValuePattern* node, PatternContext& context);
  void singleton_pattern(const ast::SingletonPattern* node, PatternContext& context);
  void sequence_pattern(const ast::SequencePattern* node, PatternContext& context);
  void unpack_sequence_pattern(const ast::SequencePattern* node, PatternContext& context);
  void index_sequence_pattern(const ast::SequencePattern* node, std::size_t star, PatternContext& context);
  void mapping_pattern(const ast::MappingPattern* node, PatternContext& context);
  void class_pattern(const ast::ClassPattern* node, PatternContext& context);
  void as_pattern(const ast::AsPattern* node, PatternContext& context);
  void or_pattern(const ast::OrPattern* node, PatternContext& context);
  void rotate(std::size_t count);
  void capture(std::string_view name, const SourceRange& range, PatternContext& context);
  void fail_jump(Opcode opcode, PatternContext& context);
  void place_fail_pops(PatternContext& context);
  bool order_captures(const std::vector<std::string_view>& wanted, std::vector<std::string_view>& have);

  std::shared_ptr<const SourceText> source_;
  PythonVersion python_;
  ScopeTable& scopes_;
  Unit* unit_ = nullptr;
  Scope* scope_ = nullptr;  ///< innermost scope, inlined comprehensions included
  std::vector<std::unique_ptr<Unit>> units_;
  bool in_annotation_ = false;
  std::size_t emitted_ = 0;  ///< instructions of finished units, for the limit
  std::optional<Diagnostic> diagnostic_;
  std::vector<CompileWarning> warnings_;
  const ast::Expr* negated_ = nullptr;  ///< a comparison that an odd number of `not` stands before
};

}  // namespace sluice
