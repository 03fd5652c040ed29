// Functions, classes, and the type parameters of both.
#include "language/compiler.h"

#include <algorithm>
#include <cstdint>

#include "base/language_changes.h"
#include "language/unparse.h"

namespace sluice {

using namespace ast;

namespace {

constexpr std::uint32_t kHasDefaults = 1;
constexpr std::uint32_t kHasKeywordDefaults = 2;
constexpr std::uint32_t kHasAnnotations = 4;

/// The first line of a definition is that of its first decorator.
std::int32_t first_line_of(const List<Expr*>& decorators, const Statement* node) {
  const SourceRange& range = decorators.empty() ? node->range : decorators[0]->range;
  return static_cast<std::int32_t>(range.begin.line);
}

/// Tabs count as columns up to the next multiple of 8, as in str.expandtabs(). Lines of nothing but spaces have no say.
std::string without_indentation(std::string_view text) {
  std::string flat;
  std::size_t column = 0;
  for (const char c : text) {
    if (c == '\t') {
      const std::size_t width = 8 - column % 8;
      flat.append(width, ' ');
      column += width;
      continue;
    }
    flat += c;
    if (c == '\n' || c == '\r') {
      column = 0;
    } else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) {
      ++column;
    }
  }
  const auto width_at = [&](std::size_t at) { return std::min(flat.find_first_not_of(' ', at), flat.size()) - at; };
  std::size_t margin = SIZE_MAX;
  for (std::size_t at = flat.find('\n'); at != std::string::npos; at = flat.find('\n', at + 1)) {
    const std::size_t width = width_at(at + 1);
    if (at + 1 + width < flat.size() && flat[at + 1 + width] != '\n') margin = std::min(margin, width);
  }
  if (margin == SIZE_MAX) margin = 0;
  std::string result;
  std::size_t at = width_at(0);
  while (at < flat.size()) {
    const std::size_t end = std::min(flat.find('\n', at), flat.size() - 1) + 1;
    result.append(flat, at, end - at);
    at = end + std::min(width_at(end), margin);
  }
  return result;
}

}  // namespace

std::optional<Constant> Compiler::docstring_of(const Body& body) const {
  if (body.empty() || body[0]->kind != StatementKind::expression) return std::nullopt;
  const Expr* value = as<ValueStatement>(body[0])->value;
  if (value->kind != ExprKind::constant) return std::nullopt;
  Constant constant = *as<ConstantExpr>(value)->value;
  if (constant.kind != ConstantKind::string) return std::nullopt;
  if (docstrings_lose_their_indentation(python_)) constant.text = without_indentation(constant.text);
  return constant;
}

/// Pushes the defaults of a function to be; gives the flags of MAKE_FUNCTION for them.
std::uint32_t Compiler::defaults(const Parameters* parameters) {
  std::uint32_t flags = 0;
  std::vector<Expr*> positional;
  for (const List<Parameter>* list : {&parameters->positional_only, &parameters->positional}) {
    for (const Parameter& parameter : *list) {
      if (parameter.default_value != nullptr) positional.push_back(parameter.default_value);
    }
  }
  if (!positional.empty()) {
    Constant known;
    known.kind = ConstantKind::tuple;
    List<Expr*> list;
    list.items = positional.data();
    list.count = positional.size();
    if (constant_elements(list, known)) {
      builder().emit_constant(std::move(known));
    } else {
      for (const Expr* value : positional) expr(value);
      emit(Opcode::BUILD_TUPLE, static_cast<std::uint32_t>(positional.size()));
    }
    flags |= kHasDefaults;
  }
  std::uint32_t keywords = 0;
  for (const Parameter& parameter : parameters->keyword_only) {
    if (parameter.default_value == nullptr) continue;
    builder().emit_constant(text_constant(mangle(scope_->class_name, parameter.name)));
    expr(parameter.default_value);
    ++keywords;
  }
  if (keywords > 0) {
    emit(Opcode::BUILD_MAP, keywords);
    flags |= kHasKeywordDefaults;
  }
  return flags;
}

// ---- Annotations ----------------------------------------------------------------------------------------------------

bool Compiler::defers_annotations() const {
  return annotations_are_deferred(python_) && !scopes_.annotations_are_texts;
}

/// Pushes the value of an annotation, or its text after `from __future__ import annotations`.
void Compiler::annotation(const Expr* node) {
  if (scopes_.annotations_are_texts) return builder().emit_constant(text_constant(unparse(node, source_->text())));
  const bool is_starred = node->kind == ExprKind::starred;
  in_annotation_ = true;
  expr(is_starred ? as<ValueExpr>(node)->value : node);
  in_annotation_ = false;
  if (is_starred) emit(Opcode::UNPACK_SEQUENCE, 1);
}

/// A function that makes a dict of annotations.
void Compiler::enter_annotations(Scope* scope, std::int32_t first_line) {
  enter_evaluation(scope, "__annotate__", first_line);
  emit(Opcode::BUILD_MAP, 0);
}

/// A function that evaluates what is wanted later; since 3.14, in one of several formats.
void Compiler::enter_evaluation(Scope* scope, std::string_view name, std::int32_t first_line) {
  const bool has_format = annotations_are_deferred(python_);
  enter(has_format ? CodeKind::annotations : CodeKind::function, scope, name, first_line, nullptr);
  if (has_format) emit(Opcode::CHECK_FORMAT);
}

/// Pushes the function that evaluates the expression when somebody asks; None where there is none.
void Compiler::evaluated_later(const Expr* node, std::string_view name) {
  if (node == nullptr) return emit(Opcode::LOAD_CONST, builder().constant(Constant()));
  enter_evaluation(scopes_.annotations_of(node), name, static_cast<std::int32_t>(node->range.begin.line));
  const bool is_starred = node->kind == ExprKind::starred;
  expr(is_starred ? as<ValueExpr>(node)->value : node);
  if (is_starred) emit(Opcode::UNPACK_SEQUENCE, 1);
  leave_annotations();
}

void Compiler::leave_annotations() {
  emit(Opcode::RETURN_VALUE);
  Scope* scope = unit_->scope;
  const auto code = leave();
  make_function(code, scope, 0);
}

/// Pushes what MAKE_FUNCTION takes for annotations; gives its flag for them. They are visited in the order of CPython's
/// compiler_visit_annotations().
std::uint32_t Compiler::annotations(const FunctionStatement* node) {
  std::vector<std::pair<std::string_view, const Expr*>> all;
  const auto add = [&all](std::string_view name, const Expr* one) {
    if (one != nullptr) all.emplace_back(name, one);
  };
  const Parameters& parameters = *node->parameters;
  for (const Parameter& parameter : parameters.positional) add(parameter.name, parameter.annotation);
  for (const Parameter& parameter : parameters.positional_only) add(parameter.name, parameter.annotation);
  if (parameters.varargs != nullptr) add(parameters.varargs->name, parameters.varargs->annotation);
  for (const Parameter& parameter : parameters.keyword_only) add(parameter.name, parameter.annotation);
  if (parameters.varkw != nullptr) add(parameters.varkw->name, parameters.varkw->annotation);
  add("return", node->returns);
  if (all.empty()) return 0;
  const bool is_deferred = annotations_are_deferred(python_);
  if (is_deferred) enter_annotations(scopes_.annotations_of(node), static_cast<std::int32_t>(node->range.begin.line));
  for (const auto& [name, one] : all) {
    builder().emit_constant(text_constant(mangle(scope_->class_name, name)));
    annotation(one);
    if (is_deferred) emit(Opcode::MAP_ADD, 1);
  }
  if (is_deferred) {
    leave_annotations();
  } else {
    emit(Opcode::BUILD_TUPLE, static_cast<std::uint32_t>(all.size() * 2));
  }
  return kHasAnnotations;
}

/// At the beginning of a module or class body: what the annotations of its variables need.
void Compiler::begin_annotations() {
  Scope* scope = unit_->scope;
  if (!scope->has_annotations) return;
  if (!defers_annotations()) return emit(Opcode::SETUP_ANNOTATIONS);
  if (scope->kind == ScopeKind::module) deferred_annotations();
  if (scope->conditions == 0) return;
  emit(Opcode::BUILD_SET, 0);
  access("__conditional_annotations__", Access::store);
}

/// Stores the function that makes the annotations of a body's variables.
void Compiler::deferred_annotations() {
  Scope* scope = unit_->scope;
  if (scope->annotations == nullptr) return;
  enter_annotations(scope->annotations, builder().code().first_line);
  for (const DeferredAnnotation& one : scope->deferred) {
    const Label next = builder().new_label();
    if (one.condition >= 0) {
      builder().emit_constant(integer_constant(one.condition));
      access("__conditional_annotations__", Access::load);
      emit(Opcode::CONTAINS);
      builder().emit_jump(Opcode::POP_JUMP_IF_FALSE, next);
    }
    builder().emit_constant(text_constant(mangle(scope_->class_name, as<NameExpr>(one.statement->target)->id)));
    annotation(one.statement->annotation);
    emit(Opcode::MAP_ADD, 1);
    builder().place(next);
  }
  leave_annotations();
  const bool is_module = scope->kind == ScopeKind::module;
  emit(is_module ? Opcode::STORE_GLOBAL : Opcode::STORE_NAME,
       builder().name(is_module ? "__annotate__" : "__annotate_func__"));
}

void Compiler::function(const FunctionStatement* node) {
  for (const Expr* decorator : node->decorators) expr(decorator);
  const std::uint32_t flags = defaults(node->parameters);
  if (node->type_parameters.empty()) {
    function_object(node, flags);
  } else {
    begin_type_parameters(node, node->name, first_line_of(node->decorators, node), node->type_parameters);
    if ((flags & kHasDefaults) != 0) access(".defaults", Access::load);
    if ((flags & kHasKeywordDefaults) != 0) access(".kwdefaults", Access::load);
    function_object(node, flags);
    access(".type_params", Access::load);
    emit(Opcode::SET_TYPE_PARAMETERS);
    end_type_parameters((flags & 1) + (flags >> 1));
  }
  for (std::size_t i = node->decorators.size(); i-- > 0;) {
    const At at(*this, decorators_are_called_on_own_lines(python_) ? node->decorators[i]->range : node->range);
    emit(Opcode::CALL, 1);
  }
  access(node->name, Access::store);
}

void Compiler::function_object(const FunctionStatement* node, std::uint32_t flags) {
  flags |= annotations(node);
  Scope* scope = scopes_.of(node);
  enter(CodeKind::function, scope, node->name, first_line_of(node->decorators, node), node->parameters);
  const std::optional<Constant> docstring = docstring_of(node->body);
  if (docstring) builder().code().docstring = docstring->text;
  body(node->body);
  emit(Opcode::RETURN_CONST, builder().constant(Constant()));
  const auto code = leave();
  make_function(code, scope, flags);
}

void Compiler::class_definition(const ClassStatement* node) {
  for (const Expr* decorator : node->decorators) expr(decorator);
  if (node->type_parameters.empty()) {
    class_object(node);
  } else {
    begin_type_parameters(node, node->name, first_line_of(node->decorators, node), node->type_parameters);
    class_object(node);
    end_type_parameters();
  }
  for (std::size_t i = node->decorators.size(); i-- > 0;) {
    const At at(*this, decorators_are_called_on_own_lines(python_) ? node->decorators[i]->range : node->range);
    emit(Opcode::CALL, 1);
  }
  access(node->name, Access::store);
}

void Compiler::class_object(const ClassStatement* node) {
  emit(Opcode::LOAD_BUILD_CLASS);
  Scope* scope = scopes_.of(node);
  enter(CodeKind::class_body, scope, node->name, first_line_of(node->decorators, node), nullptr);
  emit(Opcode::LOAD_NAME, builder().name("__name__"));
  emit(Opcode::STORE_NAME, builder().name("__module__"));
  builder().emit_constant(text_constant(builder().code().qualname));
  emit(Opcode::STORE_NAME, builder().name("__qualname__"));
  if (!node->type_parameters.empty()) {
    access(".type_params", Access::load);
    emit(Opcode::STORE_NAME, builder().name("__type_params__"));
  }
  const std::optional<Constant> docstring = docstring_of(node->body);
  if (docstring) {
    builder().code().docstring = docstring->text;
    builder().emit_constant(*docstring);
    emit(Opcode::STORE_NAME, builder().name("__doc__"));
  }
  if (scope->needs_class_dict) {
    emit(Opcode::LOAD_LOCALS);
    emit(Opcode::STORE_DEREF, unit_->slots[scope]["__classdict__"]);
  }
  begin_annotations();
  body(node->body);
  if (defers_annotations()) deferred_annotations();
  if (scope->needs_class_dict) {
    emit(Opcode::LOAD_CLOSURE, unit_->slots[scope]["__classdict__"]);
    emit(Opcode::STORE_NAME, builder().name("__classdictcell__"));
  }
  if (scope->needs_class_cell) {
    emit(Opcode::LOAD_CLOSURE, unit_->slots[scope]["__class__"]);
    emit(Opcode::COPY, 1);
    emit(Opcode::STORE_NAME, builder().name("__classcell__"));
    emit(Opcode::RETURN_VALUE);
  } else {
    emit(Opcode::RETURN_CONST, builder().constant(Constant()));
  }
  const auto code = leave();
  make_function(code, scope, 0);
  builder().emit_constant(text_constant(node->name));
  if (node->type_parameters.empty()) return call_arguments(node->bases, node->keywords, false, 2);
  // Generic[T] is the last base. It is a variable of the scope of the type parameters, not of the program.
  access(".type_params", Access::load);
  emit(Opcode::MAKE_GENERIC_BASE);
  generic_class_call(node);
}

/// [build_class, function, name, generic base] and the bases still to come, which go before the generic one.
void Compiler::generic_class_call(const ClassStatement* node) {
  emit(Opcode::BUILD_LIST, 1);
  emit(Opcode::BUILD_LIST, 0);
  for (const Expr* base : node->bases) {
    const bool is_star = base->kind == ExprKind::starred;
    expr(is_star ? as<ValueExpr>(base)->value : base);
    emit(is_star ? Opcode::LIST_EXTEND : Opcode::LIST_APPEND, 1);
  }
  emit(Opcode::SWAP, 2);
  emit(Opcode::LIST_EXTEND, 1);  // [build_class, function, name, bases]
  emit(Opcode::SWAP, 3);         // [build_class, bases, name, function]
  emit(Opcode::SWAP, 2);         // [build_class, bases, function, name]
  emit(Opcode::BUILD_LIST, 2);   // [build_class, bases, [function, name]]
  emit(Opcode::SWAP, 2);
  emit(Opcode::LIST_EXTEND, 1);
  emit(Opcode::LIST_TO_TUPLE);
  if (node->keywords.empty()) return emit(Opcode::CALL_EX, 0);
  emit(Opcode::BUILD_MAP, 0);
  for (const Keyword& keyword : node->keywords) {
    if (keyword.name.empty()) {
      expr(keyword.value);
    } else {
      builder().emit_constant(text_constant(mangle(scope_->class_name, keyword.name)));
      expr(keyword.value);
      emit(Opcode::BUILD_MAP, 1);
    }
    emit(Opcode::DICT_MERGE, 1);
  }
  emit(Opcode::CALL_EX, 1);
}

// ---- Type parameters (3.12) -----------------------------------------------------------------------------------------

/// A function with type parameters is made inside a small function whose variables they are.
void Compiler::begin_type_parameters(const void* node, std::string_view name, std::int32_t line,
                                     const List<TypeParameter>& parameters) {
  Scope* scope = scopes_.type_parameters_of(node);
  enter(CodeKind::type_parameters, scope, "<generic parameters of " + std::string(name) + ">", line, nullptr);
  for (const TypeParameter& parameter : parameters) {
    const char* kind = parameter.kind == TypeParameterKind::type_variable         ? "TypeVar"
                       : parameter.kind == TypeParameterKind::type_variable_tuple ? "TypeVarTuple"
                                                                                  : "ParamSpec";
    const At at(*this, parameter.range);
    const bool has_constraints = parameter.bound != nullptr && parameter.bound->kind == ExprKind::tuple;
    evaluated_later(parameter.bound, parameter.name);
    evaluated_later(parameter.default_value, parameter.name);
    const std::string bound = has_constraints ? "constraints" : "bound";
    emit(Opcode::MAKE_TYPE_VARIABLE, builder().constant(tuple_of_names({std::string(parameter.name), kind, bound})));
    emit(Opcode::COPY, 1);
    access(parameter.name, Access::store);
  }
  emit(Opcode::BUILD_TUPLE, static_cast<std::uint32_t>(parameters.size()));
  access(".type_params", Access::store);
}

/// [arguments...] -> [what the small function returns]
void Compiler::end_type_parameters(std::uint32_t arguments) {
  emit(Opcode::RETURN_VALUE);
  Scope* scope = unit_->scope;
  const auto code = leave();
  make_function(code, scope, 0);
  if (arguments == 2) emit(Opcode::SWAP, 3);
  if (arguments > 0) emit(Opcode::SWAP, 2);
  emit(Opcode::CALL, arguments);
}

void Compiler::type_alias(const TypeAliasStatement* node) {
  const bool is_generic = !node->type_parameters.empty();
  const auto line = static_cast<std::int32_t>(node->range.begin.line);
  if (is_generic) begin_type_parameters(node, node->name->id, line, node->type_parameters);
  if (is_generic) {
    access(".type_params", Access::load);
  } else {
    emit(Opcode::BUILD_TUPLE, 0);
  }
  evaluated_later(node->value, node->name->id);
  emit(Opcode::MAKE_TYPE_ALIAS, builder().constant(text_constant(node->name->id)));
  if (is_generic) end_type_parameters();
  store(node->name);
}

}  // namespace sluice
