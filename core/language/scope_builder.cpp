#include "language/scope_builder.h"

#include "base/language_changes.h"

namespace sluice {

using namespace ast;

void ScopeBuilder::fail(SourceRange range, std::string message) {
  if (diagnostic_) return;
  diagnostic_.emplace();
  diagnostic_->range = range;
  diagnostic_->message = std::move(message);
}

void ScopeBuilder::build(const Tree& tree) {
  table_.scopes_.emplace_back();
  scope_ = &table_.scopes_.front();
  scope_->name = "<module>";
  futures(tree);
  body(tree.body);
  if (diagnostic_) return;
  // A scope comes after the scopes around it, so one pass settles who owns what before the inner scopes ask.
  for (Scope& scope : table_.scopes_) {
    if (!diagnostic_) resolve(scope);
  }
}

/// The `from __future__ import …` at the beginning, which may stand after a docstring.
void ScopeBuilder::futures(const Tree& tree) {
  constexpr std::string_view kFeatures[] = {"nested_scopes",  "generators",     "division",         "absolute_import",
                                            "with_statement", "print_function", "unicode_literals", "barry_as_FLUFL",
                                            "generator_stop", "annotations"};
  bool is_first = true;
  for (const Statement* node : tree.body) {
    after_futures_ = node->range.begin.offset;
    const Expr* value = node->kind == StatementKind::expression ? as<ValueStatement>(node)->value : nullptr;
    const bool is_docstring = is_first && value != nullptr && value->kind == ExprKind::constant &&
                              as<ConstantExpr>(value)->value->kind == ConstantKind::string;
    is_first = false;
    if (is_docstring) continue;
    if (node->kind != StatementKind::import_from) return;
    const auto* import = as<ImportStatement>(node);
    if (import->module != "__future__" || import->level > 0) return;
    for (const ImportAlias& alias : import->names) {
      if (alias.name == "braces") return fail(node->range, "not a chance");
      bool is_known = false;
      for (const std::string_view feature : kFeatures) is_known = is_known || feature == alias.name;
      if (!is_known) return fail(node->range, "future feature " + std::string(alias.name) + " is not defined");
      if (alias.name == "annotations") table_.annotations_are_texts = true;
    }
  }
  after_futures_ = UINT32_MAX;
}

Scope* ScopeBuilder::enter(ScopeKind kind, std::string_view name, const void* node) {
  Scope& made = table_.scopes_.emplace_back();
  made.kind = kind;
  made.parent = scope_;
  made.name = name;
  made.class_name = kind == ScopeKind::class_ ? name : scope_->class_name;
  scope_->children.push_back(&made);
  if (node != nullptr) table_.by_node_[node] = &made;
  scope_ = &made;
  return &made;
}

void ScopeBuilder::use(std::string_view name, SourceRange range) {
  Symbol& symbol = scope_->symbol(mangle(scope_->class_name, name));
  if (!symbol.is_used && !symbol.is_bound) symbol.first_use = range;
  symbol.is_used = true;
  // super() without arguments needs the class, and a name that nobody wrote to find it.
  if (name == "super" && scope_->is_function()) scope_->symbol("__class__").is_used = true;
}

Symbol& ScopeBuilder::bind(std::string_view name, SourceRange range) {
  if (name == "__debug__") fail(range, "cannot assign to __debug__");
  Symbol& symbol = scope_->symbol(mangle(scope_->class_name, name));
  if (!symbol.is_used && !symbol.is_bound) symbol.first_use = range;
  symbol.is_bound = true;
  symbol.is_only_imported = false;
  return symbol;
}

// ---- Statements -----------------------------------------------------------------------------------------------------

void ScopeBuilder::body(const Body& statements) {
  ++scope_->in_blocks;
  for (const Statement* node : statements) statement(node);
  --scope_->in_blocks;
}

void ScopeBuilder::statement(const Statement* node) {
  if (diagnostic_) return;
  switch (node->kind) {
    case StatementKind::function:
      return function(as<FunctionStatement>(node));
    case StatementKind::class_:
      return class_definition(as<ClassStatement>(node));
    case StatementKind::return_: {
      const auto* value = as<ValueStatement>(node)->value;
      if (value != nullptr && !scope_->has_return_value) scope_->return_range = node->range;
      if (value != nullptr) scope_->has_return_value = true;
      return expr(value);
    }
    case StatementKind::expression:
      return expr(as<ValueStatement>(node)->value);
    case StatementKind::delete_:
      for (const Expr* gone : as<DeleteStatement>(node)->targets) {
        const bool is_debug = gone->kind == ExprKind::name && as<NameExpr>(gone)->id == "__debug__";
        if (is_debug) fail(gone->range, "cannot delete __debug__");
        target(gone);
      }
      return;
    case StatementKind::assign:
      expr(as<AssignStatement>(node)->value);
      for (const Expr* one : as<AssignStatement>(node)->targets) target(one);
      return;
    case StatementKind::augmented_assign:
      target(as<AugmentedAssignStatement>(node)->target);
      return expr(as<AugmentedAssignStatement>(node)->value);
    case StatementKind::annotated_assign:
      return annotated(as<AnnotatedAssignStatement>(node));
    case StatementKind::for_: {
      const auto* loop = as<ForStatement>(node);
      if (loop->is_async) scope_->has_await = true;
      target(loop->target);
      expr(loop->iterable);
      body(loop->body);
      return body(loop->orelse);
    }
    case StatementKind::if_:
    case StatementKind::while_: {
      // A chain of elifs is a list, not a recursion.
      const auto* branch = as<ConditionStatement>(node);
      for (;;) {
        expr(branch->test);
        body(branch->body);
        const bool is_elif = branch->kind == StatementKind::if_ && branch->orelse.size() == 1 &&
                             branch->orelse[0]->kind == StatementKind::if_;
        if (!is_elif) return body(branch->orelse);
        branch = as<ConditionStatement>(branch->orelse[0]);
      }
    }
    case StatementKind::with: {
      const auto* with = as<WithStatement>(node);
      if (with->is_async) scope_->has_await = true;
      for (const WithItem& item : with->items) {
        expr(item.manager);
        if (item.target != nullptr) target(item.target);
      }
      return body(with->body);
    }
    case StatementKind::match: {
      const auto* match = as<MatchStatement>(node);
      expr(match->subject);
      for (const MatchCase& one : match->cases) {
        pattern(one.pattern);
        expr(one.guard);
        body(one.body);
      }
      return;
    }
    case StatementKind::raise:
      expr(as<RaiseStatement>(node)->exception);
      return expr(as<RaiseStatement>(node)->cause);
    case StatementKind::try_:
      return try_statement(as<TryStatement>(node));
    case StatementKind::assert_:
      expr(as<AssertStatement>(node)->test);
      return expr(as<AssertStatement>(node)->message);
    case StatementKind::import:
    case StatementKind::import_from:
      return import(as<ImportStatement>(node));
    case StatementKind::global:
      return declare(as<ScopeStatement>(node), true);
    case StatementKind::nonlocal:
      return declare(as<ScopeStatement>(node), false);
    case StatementKind::type_alias:
      return type_alias(as<TypeAliasStatement>(node));
    case StatementKind::pass:
    case StatementKind::break_:
    case StatementKind::continue_:
      return;
  }
}

void ScopeBuilder::try_statement(const TryStatement* node) {
  body(node->body);
  for (const ExceptHandler& handler : node->handlers) {
    expr(handler.type);
    if (!handler.name.empty()) bind(handler.name, handler.name_range);
    body(handler.body);
  }
  body(node->orelse);
  body(node->final_body);
}

void ScopeBuilder::function(const FunctionStatement* node) {
  bind(node->name, node->range);
  exprs(node->decorators);
  defaults(node->parameters);
  if (!node->type_parameters.empty()) {
    enter_type_parameters(node, node->name, node->type_parameters);
    hand_over_defaults(node->parameters);
  }
  annotations(node);
  Scope* made = enter(ScopeKind::function, node->name, node);
  made->is_async = node->is_async;
  parameters(node->parameters);
  body(node->body);
  if (made->is_async && made->has_yield && made->has_return_value) {
    fail(made->return_range, "'return' with value in async generator");
  }
  leave();
  if (!node->type_parameters.empty()) leave();
}

void ScopeBuilder::class_definition(const ClassStatement* node) {
  bind(node->name, node->range);
  exprs(node->decorators);
  if (!node->type_parameters.empty()) enter_type_parameters(node, node->name, node->type_parameters);
  exprs(node->bases);
  for (const Keyword& keyword : node->keywords) expr(keyword.value);
  enter(ScopeKind::class_, node->name, node);
  if (!node->type_parameters.empty()) scope_->symbol(".type_params").is_used = true;
  body(node->body);
  leave();
  if (!node->type_parameters.empty()) leave();
}

void ScopeBuilder::type_alias(const TypeAliasStatement* node) {
  bind(node->name->id, node->name->range);
  const bool is_generic = !node->type_parameters.empty();
  if (is_generic) enter_type_parameters(node, node->name->id, node->type_parameters);
  evaluated_later(node->value, node->name->id, "a type alias");
  if (is_generic) leave();
}

/// An expression of a type that a function of its own evaluates, when somebody asks for the value.
void ScopeBuilder::evaluated_later(const Expr* node, std::string_view name, const char* holds_none) {
  if (node == nullptr) return;
  enter(ScopeKind::annotations, name, nullptr)->holds_none = holds_none;
  if (annotations_are_deferred(python_)) take_format();
  see_class();
  table_.annotations_[node] = scope_;
  expr(node->kind == ExprKind::starred ? as<ValueExpr>(node)->value : node);
  leave();
}

/// Visits what nothing here evaluates, for what it may not hold: the names in it are not used, and no scope is left.
void ScopeBuilder::unevaluated(const Expr* node, const char* holds_none) {
  if (node == nullptr || diagnostic_) return;
  const std::size_t scopes = table_.scopes_.size();
  Scope* around = scope_;
  Scope* made = enter(around->kind, around->name, nullptr);
  made->is_async = around->is_async;
  made->is_annotation = true;
  made->holds_none = holds_none;
  expr(node);
  leave();
  around->children.pop_back();
  while (table_.scopes_.size() > scopes) table_.scopes_.pop_back();
}

bool ScopeBuilder::defers_annotations() const {
  return annotations_are_deferred(python_) && !table_.annotations_are_texts;
}

/// An annotation that is evaluated where it stands, or never.
void ScopeBuilder::annotation(const Expr* node) {
  if (node == nullptr) return;
  const bool is_lazy = table_.annotations_are_texts || annotations_are_deferred(python_);
  if (!is_lazy) return expr(node);
  unevaluated(node, scope_->kind == ScopeKind::type_parameters ? "the definition of a generic"
                    : scope_->holds_none != nullptr            ? scope_->holds_none
                                                               : "an annotation");
}

void ScopeBuilder::annotations(const FunctionStatement* node) {
  std::vector<const Expr*> all;
  const auto add = [&all](const Expr* one) {
    if (one != nullptr) all.push_back(one);
  };
  const Parameters* parameters = node->parameters;
  for (const List<Parameter>* list : {&parameters->positional_only, &parameters->positional}) {
    for (const Parameter& parameter : *list) add(parameter.annotation);
  }
  if (parameters->varargs != nullptr) add(parameters->varargs->annotation);
  if (parameters->varkw != nullptr) add(parameters->varkw->annotation);
  for (const Parameter& parameter : parameters->keyword_only) add(parameter.annotation);
  add(node->returns);
  if (all.empty()) return;
  const bool is_deferred = annotations_are_deferred(python_);
  if (is_deferred) {
    enter_annotations();
    table_.annotations_[node] = scope_;
  }
  for (const Expr* one : all) defers_annotations() ? expr(one) : annotation(one);
  if (is_deferred) leave();
}

/// The scope of a function of one argument, the format in which the annotations are wanted.
void ScopeBuilder::enter_annotations() {
  const bool is_generic = scope_->kind == ScopeKind::type_parameters;
  Scope* made = enter(ScopeKind::annotations, "__annotate__", nullptr);
  made->holds_none = is_generic ? "the definition of a generic" : "an annotation";
  take_format();
  if (!table_.annotations_are_texts) see_class();
}

/// The argument of a function that evaluates annotations.
void ScopeBuilder::take_format() {
  Symbol& format = scope_->symbol(".format");
  format.is_bound = true;
  format.is_parameter = true;
}

/// Names of a class come first in annotations and type parameters right inside it, which are no part of its body.
void ScopeBuilder::see_class() {
  if (scope_->parent->kind != ScopeKind::class_ && !scope_->parent->sees_class) return;
  scope_->sees_class = true;
  scope_->symbol("__classdict__").is_used = true;
}

/// True, and a failure, if an expression of this kind may not stand where the walk is.
bool ScopeBuilder::misplaced(const Expr* node, const char* what) {
  const bool is_generic = scope_->kind == ScopeKind::type_parameters;
  const char* where = scope_->holds_none == nullptr && is_generic ? "the definition of a generic" : scope_->holds_none;
  if (where == nullptr) return false;
  const std::string expression = std::string(what) + " expression";
  fail(node->range,
       (misplaced_expressions_are_unquoted(python_) ? expression + " cannot" : "'" + expression + "' can not") +
           " be used within " + where);
  return true;
}

/// True, and a failure, in 3.12 if a function begins here that would not find the names of the class around.
bool ScopeBuilder::hidden_from_class(const Expr* node, const char* what) {
  if (!scope_->sees_class || functions_see_class_through_types(python_)) return false;
  fail(node->range, std::string("Cannot use ") + what + " in annotation scope within class scope");
  return true;
}

void ScopeBuilder::enter_type_parameters(const void* node, std::string_view name,
                                         const List<TypeParameter>& type_parameters) {
  Scope* made = enter(ScopeKind::type_parameters, name, nullptr);
  table_.type_parameters_[node] = made;
  see_class();
  for (const TypeParameter& parameter : type_parameters) {
    const Symbol* known = scope_->find(mangle(scope_->class_name, parameter.name));
    if (known != nullptr) fail(parameter.range, "duplicate type parameter '" + std::string(parameter.name) + "'");
    bind(parameter.name, parameter.range);
    const bool is_tuple = parameter.bound != nullptr && parameter.bound->kind == ExprKind::tuple;
    evaluated_later(parameter.bound, parameter.name,
                    is_tuple && type_parameters_have_defaults(python_) ? "a TypeVar constraint" : "a TypeVar bound");
    evaluated_later(parameter.default_value, parameter.name,
                    parameter.kind == TypeParameterKind::type_variable         ? "a TypeVar default"
                    : parameter.kind == TypeParameterKind::type_variable_tuple ? "a TypeVarTuple default"
                                                                               : "a ParamSpec default");
  }
  scope_->symbol(".type_params").is_bound = true;
}

/// Defaults are evaluated outside of the scope of the type parameters, whose function gets them as arguments.
void ScopeBuilder::hand_over_defaults(const Parameters* node) {
  const auto hand_over = [this](const char* name, const List<Parameter>& list) {
    for (const Parameter& parameter : list) {
      if (parameter.default_value == nullptr) continue;
      Symbol& symbol = scope_->symbol(name);
      symbol.is_bound = true;
      symbol.is_parameter = true;
    }
  };
  hand_over(".defaults", node->positional_only);
  hand_over(".defaults", node->positional);
  hand_over(".kwdefaults", node->keyword_only);
}

void ScopeBuilder::parameters(const Parameters* node) {
  const auto declare_all = [this](const List<Parameter>& list) {
    for (const Parameter& parameter : list) bind(parameter.name, parameter.range).is_parameter = true;
  };
  declare_all(node->positional_only);
  declare_all(node->positional);
  declare_all(node->keyword_only);
  if (node->varargs != nullptr) bind(node->varargs->name, node->varargs->range).is_parameter = true;
  if (node->varkw != nullptr) bind(node->varkw->name, node->varkw->range).is_parameter = true;
}

void ScopeBuilder::defaults(const Parameters* node) {
  for (const List<Parameter>* list : {&node->positional_only, &node->positional, &node->keyword_only}) {
    for (const Parameter& parameter : *list) expr(parameter.default_value);
  }
}

void ScopeBuilder::annotated(const AnnotatedAssignStatement* node) {
  if (node->target->kind != ExprKind::name) {
    target(node->target);
  } else {
    const std::string_view name = as<NameExpr>(node->target)->id;
    if (node->is_simple) {
      Symbol& symbol = scope_->symbol(mangle(scope_->class_name, name));
      if (symbol.is_global_declared && scope_->kind != ScopeKind::module) {
        fail(node->range, "annotated name '" + std::string(name) + "' can't be global");
      }
      if (symbol.is_nonlocal_declared)
        fail(node->range, "annotated name '" + std::string(name) + "' can't be nonlocal");
      symbol.is_annotated = true;
    }
    if (node->is_simple || node->value != nullptr) bind(name, node->target->range);
  }
  if (!scope_->is_function()) scope_->has_annotations = true;
  if (scope_->is_function() || !node->is_simple || !defers_annotations()) {
    annotation(node->annotation);
    return expr(node->value);
  }
  // One scope for all annotations of the body. A module may be looked at before it has run to its end.
  Scope* body = scope_;
  DeferredAnnotation& made = body->deferred.emplace_back();
  made.statement = node;
  if (body->kind == ScopeKind::module || body->in_blocks > 1) {
    made.condition = body->conditions++;
    table_.conditions_[node] = made.condition;
  }
  if (body->annotations == nullptr) {
    enter_annotations();
    body->annotations = scope_;
  }
  scope_ = body->annotations;
  if (made.condition >= 0) scope_->symbol("__conditional_annotations__").is_used = true;
  expr(node->annotation);
  scope_ = body;
  expr(node->value);
}

void ScopeBuilder::import(const ImportStatement* node) {
  if (node->module == "__future__" && node->level == 0 && node->range.begin.offset >= after_futures_) {
    return fail(node->range, "from __future__ imports must occur at the beginning of the file");
  }
  for (const ImportAlias& alias : node->names) {
    if (alias.name == "*") {
      if (scope_->kind != ScopeKind::module) fail(alias.range, "import * only allowed at module level");
      continue;
    }
    const std::string_view bound = alias.alias.empty() ? alias.name.substr(0, alias.name.find('.')) : alias.alias;
    const Symbol* known = scope_->find(mangle(scope_->class_name, bound));
    const bool is_first = known == nullptr || !known->is_bound || known->is_only_imported;
    bind(bound, alias.range).is_only_imported = is_first;
  }
}

void ScopeBuilder::declare(const ScopeStatement* node, bool is_global) {
  const char* what = is_global ? "global" : "nonlocal";
  if (!is_global && scope_->kind == ScopeKind::module) {
    return fail(node->range, "nonlocal declaration not allowed at module level");
  }
  for (std::size_t i = 0; i < node->names.size(); ++i) {
    const std::string shown(node->names[i]);
    Symbol& symbol = scope_->symbol(mangle(scope_->class_name, node->names[i]));
    if (symbol.is_parameter) return fail(node->range, "name '" + shown + "' is parameter and " + what);
    if (is_global ? symbol.is_nonlocal_declared : symbol.is_global_declared) {
      return fail(node->range, "name '" + shown + "' is nonlocal and global");
    }
    if (symbol.is_annotated) return fail(node->range, "annotated name '" + shown + "' can't be " + what);
    if (symbol.is_bound && !symbol.is_only_imported)
      return fail(node->range, "name '" + shown + "' is assigned to before " + what + " declaration");
    if (symbol.is_used) return fail(node->range, "name '" + shown + "' is used prior to " + what + " declaration");
    (is_global ? symbol.is_global_declared : symbol.is_nonlocal_declared) = true;
    symbol.first_use = node->ranges[i];
  }
}

// ---- Expressions ----------------------------------------------------------------------------------------------------

void ScopeBuilder::exprs(const List<Expr*>& nodes) {
  for (const Expr* node : nodes) expr(node);
}

void ScopeBuilder::expr(const Expr* node) {
  if (node == nullptr || diagnostic_) return;
  switch (node->kind) {
    case ExprKind::constant:
      return;
    case ExprKind::name:
      return use(as<NameExpr>(node)->id, node->range);
    case ExprKind::joined_string:
      return exprs(as<JoinedStringExpr>(node)->parts);
    case ExprKind::formatted_value:
      expr(as<FormattedValueExpr>(node)->value);
      return expr(as<FormattedValueExpr>(node)->spec);
    case ExprKind::unary:
      return expr(as<UnaryExpr>(node)->operand);
    case ExprKind::binary:
      expr(as<BinaryExpr>(node)->left);
      return expr(as<BinaryExpr>(node)->right);
    case ExprKind::boolean:
      return exprs(as<BooleanExpr>(node)->values);
    case ExprKind::compare:
      expr(as<CompareExpr>(node)->left);
      return exprs(as<CompareExpr>(node)->comparators);
    case ExprKind::conditional:
      expr(as<ConditionalExpr>(node)->test);
      expr(as<ConditionalExpr>(node)->body);
      return expr(as<ConditionalExpr>(node)->orelse);
    case ExprKind::named:
      return named(as<NamedExpr>(node));
    case ExprKind::lambda: {
      const auto* lambda = as<LambdaExpr>(node);
      defaults(lambda->parameters);
      if (hidden_from_class(node, "lambda")) return;
      enter(ScopeKind::lambda, "<lambda>", node);
      parameters(lambda->parameters);
      expr(lambda->body);
      return leave();
    }
    case ExprKind::tuple:
    case ExprKind::list:
    case ExprKind::set:
      return exprs(as<SequenceExpr>(node)->elements);
    case ExprKind::dict:
      exprs(as<DictExpr>(node)->keys);
      return exprs(as<DictExpr>(node)->values);
    case ExprKind::list_comprehension:
    case ExprKind::set_comprehension:
    case ExprKind::dict_comprehension:
    case ExprKind::generator:
      return comprehension(as<ComprehensionExpr>(node));
    case ExprKind::await:
      if (misplaced(node, "await")) return;
      if (scope_->is_annotation && !scope_->is_async) {
        return fail(node->range, scope_->is_function() ? "'await' outside async function" : "'await' outside function");
      }
      scope_->has_await = true;
      return expr(as<ValueExpr>(node)->value);
    case ExprKind::yield:
    case ExprKind::yield_from:
      return yield(node);
    case ExprKind::call:
      return call(as<CallExpr>(node));
    case ExprKind::attribute:
      return expr(as<AttributeExpr>(node)->value);
    case ExprKind::subscript:
      expr(as<SubscriptExpr>(node)->value);
      return expr(as<SubscriptExpr>(node)->index);
    case ExprKind::slice:
      expr(as<SliceExpr>(node)->lower);
      expr(as<SliceExpr>(node)->upper);
      return expr(as<SliceExpr>(node)->step);
    case ExprKind::starred:
      return expr(as<ValueExpr>(node)->value);
  }
}

void ScopeBuilder::call(const CallExpr* node) {
  expr(node->function);
  exprs(node->arguments);
  for (const Keyword& keyword : node->keywords) expr(keyword.value);
}

void ScopeBuilder::target(const Expr* node) {
  if (diagnostic_) return;
  switch (node->kind) {
    case ExprKind::name:
      bind(as<NameExpr>(node)->id, node->range).is_iteration_variable = scope_->is_comprehension();
      return;
    case ExprKind::tuple:
    case ExprKind::list:
      for (const Expr* element : as<SequenceExpr>(node)->elements) target(element);
      return;
    case ExprKind::starred:
      return target(as<ValueExpr>(node)->value);
    default:
      return expr(node);
  }
}

void ScopeBuilder::yield(const Expr* node) {
  if (misplaced(node, "yield")) return;
  if (scope_->is_annotation && !scope_->is_function()) return fail(node->range, "'yield' outside function");
  if (scope_->is_comprehension()) {
    const char* what = scope_->name == "<listcomp>"   ? "list comprehension"
                       : scope_->name == "<setcomp>"  ? "set comprehension"
                       : scope_->name == "<dictcomp>" ? "dict comprehension"
                                                      : "generator expression";
    return fail(node->range, std::string("'yield' inside ") + what);
  }
  if (!scope_->has_yield) scope_->yield_range = node->range;
  scope_->has_yield = true;
  expr(as<ValueExpr>(node)->value);
}

void ScopeBuilder::comprehension(const ComprehensionExpr* node) {
  const bool is_generator = node->kind == ExprKind::generator;
  const char* name = is_generator                                 ? "<genexpr>"
                     : node->kind == ExprKind::list_comprehension ? "<listcomp>"
                     : node->kind == ExprKind::set_comprehension  ? "<setcomp>"
                                                                  : "<dictcomp>";
  ++in_iterable_;
  expr(node->generators[0].iterable);
  --in_iterable_;
  if (hidden_from_class(node, "comprehension")) return;
  Scope* outer = scope_;
  Scope* made = enter(is_generator ? ScopeKind::generator : ScopeKind::comprehension, name, node);
  made->is_inlined = !is_generator && comprehensions_are_inlined(python_);
  if (!made->is_inlined) {
    Symbol& argument = made->symbol(".0");
    argument.is_bound = true;
    argument.is_parameter = true;
  }
  const int in_iterable = in_iterable_;
  in_iterable_ = 0;
  for (std::size_t i = 0; i < node->generators.size(); ++i) {
    const ComprehensionFor& clause = node->generators[i];
    if (clause.is_async) made->has_await = true;
    target(clause.target);
    if (i > 0) {
      ++in_iterable_;
      expr(clause.iterable);
      --in_iterable_;
    }
    exprs(clause.conditions);
  }
  expr(node->element);
  expr(node->value);
  in_iterable_ = in_iterable;
  leave();
  // An asynchronous comprehension is awaited where it stands, which makes a comprehension there asynchronous
  // since 3.11.
  const bool nests = async_comprehensions_nest(python_) || !outer->is_comprehension();
  if (made->has_await && !is_generator && nests) outer->has_await = true;
}

// `:=` binds in the scope around all comprehensions.
void ScopeBuilder::named(const NamedExpr* node) {
  expr(node->value);
  const std::string_view id = node->target->id;
  if (in_iterable_ > 0) {
    return fail(node->range, "assignment expression cannot be used in a comprehension iterable expression");
  }
  if (misplaced(node, "named")) return;
  if (!scope_->is_comprehension()) {
    bind(id, node->target->range);
    return;
  }
  const std::string name = mangle(scope_->class_name, id);
  Scope* owner = scope_;
  for (; owner->is_comprehension(); owner = owner->parent) {
    const Symbol* symbol = owner->find(name);
    if (symbol != nullptr && symbol->is_iteration_variable) {
      return fail(node->target->range,
                  "assignment expression cannot rebind comprehension iteration variable '" + std::string(id) + "'");
    }
  }
  if (owner->holds_none != nullptr && owner->holds_none[0] == 'a' && owner->holds_none[1] == ' ') {
    return fail(node->target->range,
                std::string("assignment expression within a comprehension cannot be used in ") +
                    (owner->holds_none == std::string_view("a type alias") ? "a type alias" : "a TypeVar bound"));
  }
  if (owner->kind == ScopeKind::type_parameters) {
    return fail(node->target->range,
                "assignment expression within a comprehension cannot be used within the definition of a generic");
  }
  if (owner->kind == ScopeKind::class_) {
    return fail(node->target->range, "assignment expression within a comprehension cannot be used in a class body");
  }
  Symbol& outer = owner->symbol(name);
  const bool is_global = owner->kind == ScopeKind::module || outer.is_global_declared;
  if (!is_global) outer.is_bound = true;
  if (owner->kind == ScopeKind::module) outer.is_bound = true;
  Symbol& inner = scope_->symbol(name);
  inner.is_used = true;
  (is_global ? inner.is_global_declared : inner.is_nonlocal_declared) = true;
}

// ---- Patterns -------------------------------------------------------------------------------------------------------

void ScopeBuilder::pattern(const Pattern* node) {
  switch (node->kind) {
    case PatternKind::value:
      return expr(as<ValuePattern>(node)->value);
    case PatternKind::singleton:
      return;
    case PatternKind::sequence:
      for (const Pattern* inner : as<SequencePattern>(node)->patterns) pattern(inner);
      return;
    case PatternKind::mapping:
      exprs(as<MappingPattern>(node)->keys);
      for (const Pattern* inner : as<MappingPattern>(node)->patterns) pattern(inner);
      if (!as<MappingPattern>(node)->rest.empty()) bind(as<MappingPattern>(node)->rest, node->range);
      return;
    case PatternKind::class_:
      expr(as<ClassPattern>(node)->type);
      for (const Pattern* inner : as<ClassPattern>(node)->patterns) pattern(inner);
      for (const Pattern* inner : as<ClassPattern>(node)->keyword_patterns) pattern(inner);
      return;
    case PatternKind::star:
      if (!as<StarPattern>(node)->name.empty()) bind(as<StarPattern>(node)->name, node->range);
      return;
    case PatternKind::as:
      if (as<AsPattern>(node)->pattern != nullptr) pattern(as<AsPattern>(node)->pattern);
      if (!as<AsPattern>(node)->name.empty()) bind(as<AsPattern>(node)->name, node->range);
      return;
    case PatternKind::or_:
      for (const Pattern* inner : as<OrPattern>(node)->patterns) pattern(inner);
      return;
  }
}

}  // namespace sluice
