// Simple statements: expressions, assignments, imports, raise, assert, del.
#include "base/language_changes.h"
#include "language/compiler.h"

namespace sluice {

using namespace ast;

namespace {

/// Instructions of a whole program. `finally` clauses are compiled twice, so nesting them can grow code exponentially.
constexpr std::size_t kMaxInstructions = 1'000'000;

}  // namespace

void Compiler::body(const Body& statements) {
  for (const Statement* node : statements) statement(node);
}

void Compiler::statement(const Statement* node) {
  if (diagnostic_) return;
  if (emitted_ + builder().size() > kMaxInstructions) {
    return fail(node->range, "the program is too large",
                "Nested finally clauses are compiled twice each; nest them less deeply.", DiagnosticKind::unsupported);
  }
  const At at(*this, node->range);
  statement_here(node);
}

void Compiler::statement_here(const Statement* node) {
  switch (node->kind) {
    case StatementKind::function:
      return function(as<FunctionStatement>(node));
    case StatementKind::class_:
      return class_definition(as<ClassStatement>(node));
    case StatementKind::return_:
      return return_statement(as<ValueStatement>(node));
    case StatementKind::delete_:
      for (const Expr* target : as<DeleteStatement>(node)->targets) delete_target(target);
      return;
    case StatementKind::assign:
      return assign(as<AssignStatement>(node));
    case StatementKind::augmented_assign:
      return augmented_assign(as<AugmentedAssignStatement>(node));
    case StatementKind::annotated_assign:
      return annotated_assign(as<AnnotatedAssignStatement>(node));
    case StatementKind::for_:
      return as<ForStatement>(node)->is_async ? async_for_statement(as<ForStatement>(node))
                                              : for_statement(as<ForStatement>(node));
    case StatementKind::while_:
      return while_statement(as<ConditionStatement>(node));
    case StatementKind::if_:
      return if_statement(as<ConditionStatement>(node));
    case StatementKind::with:
      return with_statement(as<WithStatement>(node), 0);
    case StatementKind::match:
      return match_statement(as<MatchStatement>(node));
    case StatementKind::raise:
      return raise(as<RaiseStatement>(node));
    case StatementKind::try_:
      return try_statement(as<TryStatement>(node));
    case StatementKind::assert_:
      return assert_statement(as<AssertStatement>(node));
    case StatementKind::import:
      return import(as<ImportStatement>(node));
    case StatementKind::import_from:
      return import_from(as<ImportStatement>(node));
    case StatementKind::expression:
      return expression_statement(as<ValueStatement>(node)->value);
    case StatementKind::break_:
      return break_statement(node);
    case StatementKind::continue_:
      return continue_statement(node);
    case StatementKind::type_alias:
      return type_alias(as<TypeAliasStatement>(node));
    case StatementKind::global:
    case StatementKind::nonlocal:
    case StatementKind::pass:
      return;
  }
}

void Compiler::expression_statement(const Expr* value) {
  Constant known;
  if (constant_of(value, known)) return;
  expr(value);
  emit(Opcode::POP_TOP);
}

// ---- Targets --------------------------------------------------------------------------------------------------------

/// Stores the top of the stack.
void Compiler::store(const Expr* target) {
  const At at(*this, target->range);
  switch (target->kind) {
    case ExprKind::name:
      return access(as<NameExpr>(target)->id, Access::store);
    case ExprKind::attribute: {
      const auto* attribute = as<AttributeExpr>(target);
      if (attribute->name == "__debug__") fail(target->range, "cannot assign to __debug__");
      expr(attribute->value);
      attribute_position(attribute);
      return emit(Opcode::STORE_ATTR, builder().site(mangle(scope_->class_name, attribute->name)));
    }
    case ExprKind::subscript:
      expr(as<SubscriptExpr>(target)->value);
      subscript_index(as<SubscriptExpr>(target)->index);
      return emit(Opcode::STORE_SUBSCRIPT);
    case ExprKind::tuple:
    case ExprKind::list:
      return unpack(as<SequenceExpr>(target)->elements, target);
    case ExprKind::starred:
      return fail(target->range, "starred assignment target must be in a list or tuple");
    default:
      return;
  }
}

void Compiler::unpack(const List<Expr*>& targets, const Expr* whole) {
  std::size_t star = targets.size();
  for (std::size_t i = 0; i < targets.size(); ++i) {
    if (targets[i]->kind != ExprKind::starred) continue;
    if (star < targets.size()) return fail(whole->range, "multiple starred expressions in assignment");
    star = i;
  }
  if (targets.size() > kMaxPackedArgument) {
    return fail(whole->range, "too many targets in one assignment", {}, DiagnosticKind::unsupported);
  }
  if (star < targets.size()) {
    const std::size_t after = targets.size() - star - 1;
    emit(Opcode::UNPACK_EX, static_cast<std::uint32_t>(star | (after << 12)));
  } else {
    emit(Opcode::UNPACK_SEQUENCE, static_cast<std::uint32_t>(targets.size()));
  }
  for (const Expr* target : targets) {
    store(target->kind == ExprKind::starred ? as<ValueExpr>(target)->value : target);
  }
}

void Compiler::delete_target(const Expr* target) {
  const At at(*this, target->range);
  switch (target->kind) {
    case ExprKind::name:
      return access(as<NameExpr>(target)->id, Access::delete_);
    case ExprKind::attribute: {
      const auto* attribute = as<AttributeExpr>(target);
      expr(attribute->value);
      attribute_position(attribute);
      return emit(Opcode::DELETE_ATTR, builder().site(mangle(scope_->class_name, attribute->name)));
    }
    case ExprKind::subscript:
      expr(as<SubscriptExpr>(target)->value);
      subscript_index(as<SubscriptExpr>(target)->index);
      return emit(Opcode::DELETE_SUBSCRIPT);
    case ExprKind::tuple:
    case ExprKind::list:
      for (const Expr* element : as<SequenceExpr>(target)->elements) delete_target(element);
      return;
    default:
      return;
  }
}

// ---- Assignments ----------------------------------------------------------------------------------------------------

void Compiler::assign(const AssignStatement* node) {
  if (swap_assign(node)) return;
  expr(node->value);
  for (std::size_t i = 0; i < node->targets.size(); ++i) {
    if (i + 1 < node->targets.size()) emit(Opcode::COPY, 1);
    store(node->targets[i]);
  }
}

/// `a, b = b, a` without a tuple.
bool Compiler::swap_assign(const AssignStatement* node) {
  if (node->targets.size() != 1 || node->value->kind != ExprKind::tuple) return false;
  const Expr* target = node->targets[0];
  if (target->kind != ExprKind::tuple && target->kind != ExprKind::list) return false;
  const List<Expr*>& targets = as<SequenceExpr>(target)->elements;
  const List<Expr*>& values = as<SequenceExpr>(node->value)->elements;
  if (targets.size() != values.size() || (targets.size() != 2 && targets.size() != 3)) return false;
  for (std::size_t i = 0; i < targets.size(); ++i) {
    if (targets[i]->kind == ExprKind::starred || values[i]->kind == ExprKind::starred) return false;
  }
  for (const Expr* value : values) expr(value);
  emit(Opcode::SWAP, static_cast<std::uint32_t>(values.size()));
  for (const Expr* one : targets) store(one);
  return true;
}

void Compiler::augmented_assign(const AugmentedAssignStatement* node) {
  const auto opcode = static_cast<Opcode>(static_cast<int>(Opcode::INPLACE_ADD) + static_cast<int>(node->op));
  const Expr* target = node->target;
  if (target->kind == ExprKind::name) {
    expr(target);
    expr(node->value);
    emit(opcode);
    return store(target);
  }
  if (target->kind == ExprKind::attribute) {
    const auto* attribute = as<AttributeExpr>(target);
    const std::string name = mangle(scope_->class_name, attribute->name);
    expr(attribute->value);
    emit(Opcode::COPY, 1);
    {
      const At at(*this, target->range);
      attribute_position(attribute);
      emit(Opcode::LOAD_ATTR, builder().site(name));
    }
    expr(node->value);
    emit(opcode);
    const At at(*this, target->range);
    attribute_position(attribute);
    emit(Opcode::SWAP, 2);
    return emit(Opcode::STORE_ATTR, builder().site(name));
  }
  const auto* subscript = as<SubscriptExpr>(target);
  expr(subscript->value);
  subscript_index(subscript->index);
  emit(Opcode::COPY, 2);
  emit(Opcode::COPY, 2);
  {
    const At at(*this, target->range);
    emit(Opcode::BINARY_SUBSCRIPT);
  }
  expr(node->value);
  emit(opcode);
  const At at(*this, target->range);
  emit(Opcode::SWAP, 3);
  emit(Opcode::SWAP, 2);
  emit(Opcode::STORE_SUBSCRIPT);
}

/// In modules and classes the annotation comes last; of a plain name, `__annotations__` holds it. See
/// deferred_annotations() for 3.14.
void Compiler::annotated_assign(const AnnotatedAssignStatement* node) {
  const Expr* target = node->target;
  if (node->value != nullptr) {
    expr(node->value);
    store(target);
  } else if (target->kind == ExprKind::attribute) {
    expr(as<AttributeExpr>(target)->value);
    emit(Opcode::POP_TOP);
  } else if (target->kind == ExprKind::subscript) {
    expr(as<SubscriptExpr>(target)->value);
    emit(Opcode::POP_TOP);
    subscript_index(as<SubscriptExpr>(target)->index);
    emit(Opcode::POP_TOP);
  }
  if (scope_->is_function()) return;
  if (defers_annotations()) {
    const int condition = scopes_.condition_of(node);
    if (condition < 0) return;
    access("__conditional_annotations__", Access::load);
    builder().emit_constant(integer_constant(condition));
    emit(Opcode::SET_ADD, 1);
    return emit(Opcode::POP_TOP);
  }
  if (!node->is_simple && scopes_.annotations_are_texts) return;
  annotation(node->annotation);
  if (!node->is_simple) return emit(Opcode::POP_TOP);
  emit(scope_->kind == ScopeKind::class_ ? Opcode::LOAD_NAME : Opcode::LOAD_GLOBAL, builder().name("__annotations__"));
  builder().emit_constant(text_constant(mangle(scope_->class_name, as<NameExpr>(target)->id)));
  emit(Opcode::STORE_SUBSCRIPT);
}

// ---- raise, assert, import ------------------------------------------------------------------------------------------

void Compiler::raise(const RaiseStatement* node) {
  std::uint32_t count = 0;
  if (node->exception != nullptr) {
    expr(node->exception);
    ++count;
  }
  if (node->cause != nullptr) {
    expr(node->cause);
    ++count;
  }
  emit(Opcode::RAISE_VARARGS, count);
}

/// The condition as the optimizer leaves it: `not a is b` is `a is not b`, where `a is b` stands.
const Expr* without_negation(const Expr* test) {
  if (test->kind != ExprKind::unary || as<UnaryExpr>(test)->op != UnaryOperator::logical_not) return test;
  const Expr* operand = as<UnaryExpr>(test)->operand;
  if (operand->kind != ExprKind::compare) return test;
  const auto& operators = as<CompareExpr>(operand)->operators;
  using enum CompareOperator;
  const bool is_turned = operators.size() == 1 &&
                         (operators[0] == is || operators[0] == is_not || operators[0] == in || operators[0] == not_in);
  return is_turned ? operand : test;
}

void Compiler::assert_statement(const AssertStatement* node) {
  warn_of_assertion(node);
  const Label end = builder().new_label();
  jump_if(node->test, end, true);
  {
    // 3.13: the place of the error is the condition, before it is the statement. 3.14 does not turn conditions anymore.
    const SourceRange* place = left_place(node->test);
    if (place == nullptr) place = &node->range;
    if (marks_calls(python_)) {
      place = assertions_keep_negation(python_) ? &node->test->range : &without_negation(node->test)->range;
    }
    const At at(*this, *place);
    emit(Opcode::LOAD_ASSERTION_ERROR);
    if (node->message != nullptr) {
      expr(node->message);
      emit(Opcode::CALL, 1);
    }
    emit(Opcode::RAISE_VARARGS, 1);
  }
  builder().place(end);
}

void Compiler::import(const ImportStatement* node) {
  for (const ImportAlias& alias : node->names) {
    builder().emit_constant(integer_constant(0));
    builder().emit_none();
    emit(Opcode::IMPORT_NAME, builder().name(alias.name));
    const std::size_t dot = alias.name.find('.');
    if (alias.alias.empty()) {
      access(alias.name.substr(0, dot), Access::store);
      continue;
    }
    // `import a.b.c as d` walks down from a.
    std::string_view rest = dot == std::string_view::npos ? std::string_view() : alias.name.substr(dot + 1);
    while (!rest.empty()) {
      const std::size_t next = rest.find('.');
      emit(Opcode::IMPORT_FROM, builder().name(rest.substr(0, next)));
      emit(Opcode::SWAP, 2);
      emit(Opcode::POP_TOP);
      rest = next == std::string_view::npos ? std::string_view() : rest.substr(next + 1);
    }
    access(alias.alias, Access::store);
  }
}

void Compiler::import_from(const ImportStatement* node) {
  builder().emit_constant(integer_constant(node->level));
  std::vector<std::string> names;
  for (const ImportAlias& alias : node->names) names.emplace_back(alias.name);
  builder().emit_constant(tuple_of_names(names));
  // The dots of a relative import are part of the name: it has nothing to be relative to.
  emit(Opcode::IMPORT_NAME,
       builder().name(std::string(static_cast<std::size_t>(node->level), '.').append(node->module)));
  if (names.size() == 1 && names[0] == "*") return emit(Opcode::IMPORT_STAR);
  for (const ImportAlias& alias : node->names) {
    emit(Opcode::IMPORT_FROM, builder().name(alias.name));
    access(alias.alias.empty() ? alias.name : alias.alias, Access::store);
  }
  emit(Opcode::POP_TOP);
}

}  // namespace sluice
