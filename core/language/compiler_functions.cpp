// Functions, classes, and the type parameters of both.
#include "language/compiler.h"

#include <algorithm>
#include <cstdint>

#include "base/language_changes.h"

namespace sluice {

using namespace ast;

namespace {

constexpr std::uint32_t kHasDefaults = 1;
constexpr std::uint32_t kHasKeywordDefaults = 2;

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

/// Notes the annotations of the function whose code is being made.
void Compiler::annotations(const Parameters* parameters, const Expr* returns) {
  const auto note = [this](std::string_view name, const Expr* annotation) {
    if (annotation == nullptr) return;
    Annotation made;
    made.name = mangle(scope_->class_name, name);
    made.text = source_of(annotation->range);
    builder().code().annotations.push_back(std::move(made));
  };
  for (const List<Parameter>* list : {&parameters->positional_only, &parameters->positional}) {
    for (const Parameter& parameter : *list) note(parameter.name, parameter.annotation);
  }
  if (parameters->varargs != nullptr) note(parameters->varargs->name, parameters->varargs->annotation);
  for (const Parameter& parameter : parameters->keyword_only) note(parameter.name, parameter.annotation);
  if (parameters->varkw != nullptr) note(parameters->varkw->name, parameters->varkw->annotation);
  note("return", returns);
}

void Compiler::function(const FunctionStatement* node) {
  for (const Expr* decorator : node->decorators) expr(decorator);
  if (node->type_parameters.empty()) {
    function_object(node);
  } else {
    begin_type_parameters(node, node->name, first_line_of(node->decorators, node), node->type_parameters);
    function_object(node);
    end_type_parameters();
  }
  for (std::size_t i = node->decorators.size(); i-- > 0;) {
    const At at(*this, decorators_are_called_on_own_lines(python_) ? node->decorators[i]->range : node->range);
    emit(Opcode::CALL, 1);
  }
  access(node->name, Access::store);
}

void Compiler::function_object(const FunctionStatement* node) {
  const std::uint32_t flags = defaults(node->parameters);
  Scope* scope = scopes_.of(node);
  enter(CodeKind::function, scope, node->name, first_line_of(node->decorators, node), node->parameters);
  const std::optional<Constant> docstring = docstring_of(node->body);
  if (docstring) builder().code().docstring = docstring->text;
  annotations(node->parameters, node->returns);
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
  const std::optional<Constant> docstring = docstring_of(node->body);
  if (docstring) {
    builder().code().docstring = docstring->text;
    builder().emit_constant(*docstring);
    emit(Opcode::STORE_NAME, builder().name("__doc__"));
  }
  body(node->body);
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
  for (const TypeParameter& parameter : node->type_parameters) access(parameter.name, Access::load);
  emit(Opcode::BUILD_TUPLE, static_cast<std::uint32_t>(node->type_parameters.size()));
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
    emit(Opcode::MAKE_TYPE_VARIABLE, builder().constant(tuple_of_names({std::string(parameter.name), kind})));
    access(parameter.name, Access::store);
  }
}

void Compiler::end_type_parameters() {
  emit(Opcode::RETURN_VALUE);
  Scope* scope = unit_->scope;
  const auto code = leave();
  make_function(code, scope, 0);
  emit(Opcode::CALL, 0);
}

void Compiler::type_alias(const TypeAliasStatement* node) {
  const std::string text = source_of(node->value->range);
  emit(Opcode::MAKE_TYPE_ALIAS, builder().constant(tuple_of_names({std::string(node->name->id), text})));
  store(node->name);
}

}  // namespace sluice
