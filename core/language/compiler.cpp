#include "language/compiler.h"

#include <utility>

#include "base/check.h"

namespace sluice {

using namespace ast;

std::shared_ptr<const Code> Compiler::compile_module(const Tree& tree) {
  enter(CodeKind::module, scopes_.module(), "<module>", 1, nullptr);
  const std::optional<Constant> docstring = docstring_of(tree.body);
  if (docstring) {
    builder().code().docstring = docstring->text;
    builder().emit_constant(*docstring);
    access("__doc__", Access::store);
  }
  begin_annotations();
  body(tree.body);
  emit(Opcode::RETURN_CONST, builder().constant(Constant()));
  return leave();
}

void Compiler::fail(SourceRange range, std::string message, std::string hint, DiagnosticKind kind) {
  if (diagnostic_) return;
  diagnostic_.emplace();
  diagnostic_->kind = kind;
  diagnostic_->range = range;
  diagnostic_->message = std::move(message);
  diagnostic_->hint = std::move(hint);
}

CodePosition Compiler::position_of(const SourceRange& range) {
  CodePosition position;
  position.line = static_cast<std::int32_t>(range.begin.line);
  position.end_line = static_cast<std::int32_t>(range.end.line);
  position.column = static_cast<std::int32_t>(range.begin.byte_column);
  position.end_column = static_cast<std::int32_t>(range.end.byte_column);
  return position;
}

// ---- Units ----------------------------------------------------------------------------------------------------------

void Compiler::enter(CodeKind kind, Scope* scope, std::string_view name, std::int32_t first_line,
                     const Parameters* parameters) {
  auto code = std::make_shared<Code>();
  code->kind = kind;
  code->name = name;
  code->qualname = unit_ == nullptr ? std::string(name) : qualified_name(name);
  code->source = source_;
  code->first_line = first_line;
  auto made = std::make_unique<Unit>(std::move(code));
  made->scope = scope;
  made->outer = unit_;
  unit_ = made.get();
  scope_ = scope;
  units_.push_back(std::move(made));
  assign_slots(parameters);
  begin_code();
}

std::shared_ptr<const Code> Compiler::leave() {
  emitted_ += builder().size();
  std::shared_ptr<Code> code;
  if (!diagnostic_) code = builder().finish();
  unit_ = unit_->outer;
  scope_ = unit_ == nullptr ? nullptr : scope_->parent;
  units_.pop_back();
  return code;
}

std::string Compiler::qualified_name(std::string_view name) const {
  const Unit* outer = unit_;
  while (outer->scope->kind == ScopeKind::type_parameters) outer = outer->outer;
  if (outer->scope->kind == ScopeKind::module) return std::string(name);
  const std::string mangled = mangle(outer->scope->class_name, name);
  Scope* around = unit_->scope;
  const Symbol* symbol = around->find(mangled);
  const bool is_definition = !name.empty() && name[0] != '<';
  if (is_definition && symbol != nullptr && symbol->kind == NameKind::global_explicit) return std::string(name);
  Unit* unit = const_cast<Unit*>(outer);
  const std::string& prefix = unit->builder.code().qualname;
  return outer->scope->is_function() ? prefix + ".<locals>." + std::string(name) : prefix + "." + std::string(name);
}

void Compiler::add_slot(Scope* scope, const std::string& name, SlotKind kind, bool is_hidden) {
  Slot slot;
  slot.name = name;
  slot.kind = kind;
  slot.is_hidden = is_hidden;
  unit_->slots[scope][name] = static_cast<std::uint32_t>(builder().code().slots.size());
  builder().code().slots.push_back(std::move(slot));
}

/// Lays the frame out: parameters, other locals, cells, variables of inlined comprehensions, free variables.
void Compiler::assign_slots(const Parameters* parameters) {
  Scope* scope = unit_->scope;
  Code& code = builder().code();
  if (parameters != nullptr) {
    code.positional_only_count = static_cast<std::uint32_t>(parameters->positional_only.size());
    code.positional_count = code.positional_only_count + static_cast<std::uint32_t>(parameters->positional.size());
    code.keyword_only_count = static_cast<std::uint32_t>(parameters->keyword_only.size());
    code.has_varargs = parameters->varargs != nullptr;
    code.has_varkw = parameters->varkw != nullptr;
  }
  for (const std::string& name : scope->order) {
    const Symbol& symbol = *scope->find(name);
    if (!symbol.is_parameter) continue;
    add_slot(scope, name, symbol.kind == NameKind::cell ? SlotKind::cell : SlotKind::local, false);
    // A function that nobody wrote has plain parameters.
    if (parameters == nullptr) ++code.positional_count;
  }
  for (const NameKind wanted : {NameKind::local, NameKind::cell}) {
    for (const std::string& name : scope->order) {
      const Symbol& symbol = *scope->find(name);
      if (symbol.is_parameter || symbol.kind != wanted) continue;
      add_slot(scope, name, wanted == NameKind::cell ? SlotKind::cell : SlotKind::local, false);
    }
  }
  for (Scope* child : scope->children) add_inlined_slots(child);
  for (const std::string& name : scope->free_names) {
    Slot slot;
    slot.name = name;
    slot.kind = SlotKind::free;
    code.slots.push_back(std::move(slot));
  }
  code.free_count = static_cast<std::uint32_t>(scope->free_names.size());
}

void Compiler::add_inlined_slots(Scope* scope) {
  if (!scope->is_inlined) return;
  for (const std::string& name : scope->order) {
    const NameKind kind = scope->find(name)->kind;
    if (kind == NameKind::local) add_slot(scope, name, SlotKind::local, true);
    if (kind == NameKind::cell) add_slot(scope, name, SlotKind::cell, true);
  }
  for (Scope* child : scope->children) add_inlined_slots(child);
}

/// Flags, and the instructions that fetch free variables and make cells.
void Compiler::begin_code() {
  Scope* scope = unit_->scope;
  Code& code = builder().code();
  CodePosition position;
  position.line = code.first_line;
  position.end_line = code.first_line;
  builder().set_position(position);
  const bool is_generator_expression = scope->kind == ScopeKind::generator;
  const bool has_yield = scope->has_yield || is_generator_expression;
  const bool is_async = scope->is_async || (scope->is_comprehension() && scope->has_await);
  code.is_generator = has_yield && !is_async;
  code.is_coroutine = is_async && !has_yield;
  code.is_async_generator = is_async && has_yield;
  if (code.free_count > 0) emit(Opcode::COPY_FREE_VARS, code.free_count);
  for (std::size_t i = 0; i < code.slots.size(); ++i) {
    if (code.slots[i].kind == SlotKind::cell && !code.slots[i].is_hidden) {
      emit(Opcode::MAKE_CELL, static_cast<std::uint32_t>(i));
    }
  }
}

// ---- Names ----------------------------------------------------------------------------------------------------------

std::uint32_t Compiler::slot_in_unit(const std::string& name) {
  const auto found = unit_->scope->free_index.find(name);
  SLUICE_CHECK(found != unit_->scope->free_index.end());
  const Code& code = builder().code();
  return static_cast<std::uint32_t>(code.slots.size()) - code.free_count + found->second;
}

Compiler::Place Compiler::place_of(const std::string& mangled) {
  const Symbol* symbol = scope_->find(mangled);
  Place place;
  const NameKind kind = symbol == nullptr ? NameKind::global_implicit : symbol->kind;
  switch (kind) {
    case NameKind::local:
      place.kind = Place::Kind::slot;
      place.argument = unit_->slots[scope_][mangled];
      return place;
    case NameKind::cell:
      place.kind = Place::Kind::cell;
      place.argument = unit_->slots[scope_][mangled];
      return place;
    case NameKind::free:
      place = place_outside(mangled);
      if (scope_->sees_class && !is_cell_of_class(mangled)) place.kind = Place::Kind::seen_cell;
      return place;
    case NameKind::global_implicit:
      place.kind = scope_->kind == ScopeKind::class_ ? Place::Kind::namespaced
                   : scope_->sees_class              ? Place::Kind::seen_global
                                                     : Place::Kind::global;
      break;
    case NameKind::global_explicit:
      place.kind = Place::Kind::global;
      break;
    case NameKind::namespaced:
      place.kind = Place::Kind::namespaced;
      break;
  }
  place.argument = builder().name(mangled);
  return place;
}

/// A free name: a slot of the frame that an inlined comprehension shares, or one of the frame's free variables.
Compiler::Place Compiler::place_outside(const std::string& mangled) {
  Place place;
  Scope* host = scope_->host();
  for (Scope* around = scope_; around != host;) {
    around = around->parent;
    const Symbol* symbol = around->find(mangled);
    if (symbol == nullptr) continue;
    const bool is_slot = symbol->kind == NameKind::local;
    if (!is_slot && symbol->kind != NameKind::cell) continue;
    place.kind = is_slot ? Place::Kind::slot : Place::Kind::cell;
    place.argument = unit_->slots[around][mangled];
    return place;
  }
  place.kind = scope_->kind == ScopeKind::class_ ? Place::Kind::class_cell : Place::Kind::cell;
  place.argument = slot_in_unit(mangled);
  return place;
}

void Compiler::access(std::string_view name, Access how) {
  Place place = place_of(mangle(scope_->class_name, name));
  if (place.kind == Place::Kind::cell && scope_->kind == ScopeKind::class_ && name == "__class__") {
    // The cell is for the methods; what the body itself calls so is an attribute.
    place.kind = Place::Kind::namespaced;
    place.argument = builder().name("__class__");
  }
  const auto pick = [how](Opcode load, Opcode store, Opcode gone) {
    return how == Access::load ? load : how == Access::store ? store : gone;
  };
  switch (place.kind) {
    case Place::Kind::seen_global:
    case Place::Kind::seen_cell:
      emit(Opcode::LOAD_DEREF, place_outside("__classdict__").argument);
      return emit(
          place.kind == Place::Kind::seen_cell ? Opcode::LOAD_FROM_DICT_OR_DEREF : Opcode::LOAD_FROM_DICT_OR_GLOBALS,
          place.argument);
    case Place::Kind::slot:
      return emit(pick(Opcode::LOAD_FAST, Opcode::STORE_FAST, Opcode::DELETE_FAST), place.argument);
    case Place::Kind::cell:
      return emit(pick(Opcode::LOAD_DEREF, Opcode::STORE_DEREF, Opcode::DELETE_DEREF), place.argument);
    case Place::Kind::class_cell:
      return emit(pick(Opcode::LOAD_CLASSDEREF, Opcode::STORE_DEREF, Opcode::DELETE_DEREF), place.argument);
    case Place::Kind::global:
      return emit(pick(Opcode::LOAD_GLOBAL, Opcode::STORE_GLOBAL, Opcode::DELETE_GLOBAL), place.argument);
    case Place::Kind::namespaced:
      return emit(pick(Opcode::LOAD_NAME, Opcode::STORE_NAME, Opcode::DELETE_NAME), place.argument);
  }
}

/// Pushes the tuple of cells that a function made of `scope` needs. True of the current unit: it has, or gets, each of
/// them.
void Compiler::load_closure(Scope* scope) {
  for (const std::string& name : scope->free_names) {
    const Symbol* symbol = scope_->find(name);
    const bool passes_by = symbol == nullptr || symbol->kind == NameKind::namespaced ||
                           symbol->kind == NameKind::global_implicit || symbol->kind == NameKind::global_explicit;
    const Place place = passes_by ? place_outside(name) : place_of(name);
    emit(Opcode::LOAD_CLOSURE, place.argument);
  }
  emit(Opcode::BUILD_TUPLE, static_cast<std::uint32_t>(scope->free_names.size()));
}

void Compiler::make_function(const std::shared_ptr<const Code>& code, Scope* scope, std::uint32_t flags) {
  constexpr std::uint32_t kHasClosure = 8;
  if (!scope->free_names.empty()) {
    load_closure(scope);
    flags |= kHasClosure;
  }
  Constant constant;
  constant.kind = ConstantKind::code;
  constant.code = code;
  builder().emit_constant(std::move(constant));
  emit(Opcode::MAKE_FUNCTION, flags);
}

// ---- Small things ---------------------------------------------------------------------------------------------------

Constant Compiler::text_constant(std::string_view text) {
  Constant constant;
  constant.kind = ConstantKind::string;
  constant.text = text;
  return constant;
}

Constant Compiler::integer_constant(std::int64_t value) {
  Constant constant;
  constant.kind = ConstantKind::integer;
  constant.integer = value;
  return constant;
}

Constant Compiler::tuple_of_names(const std::vector<std::string>& names) {
  Constant constant;
  constant.kind = ConstantKind::tuple;
  for (const std::string& name : names) constant.items.push_back(text_constant(name));
  return constant;
}

std::string Compiler::source_of(const SourceRange& range) const {
  return std::string(source_->text().substr(range.begin.offset, range.end.offset - range.begin.offset));
}

/// The scope of the frame that the current code runs in.
Scope* Compiler::function_scope() const { return scope_->host(); }

/// What to do where something asynchronous stands in an ordinary function.
std::string Compiler::async_hint() const {
  const Scope* scope = function_scope();
  if (scope->kind == ScopeKind::function) return "Did you mean 'async def " + std::string(scope->name) + "(...)'?";
  if (scope->kind == ScopeKind::lambda) return "A lambda cannot wait; write an 'async def' function.";
  return "Put it into an 'async def' function, and start that with asyncio.run().";
}

/// Whether `await` and its kin may stand here: an `async def`, or a comprehension (which then is awaited itself).
bool Compiler::in_async_function() const {
  const Scope* scope = function_scope();
  return scope->is_async || scope->is_comprehension();
}

}  // namespace sluice
