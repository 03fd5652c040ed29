// Calls: plain, with keywords, with * and **, of methods, and super().
#include "base/language_changes.h"
#include "language/compiler.h"

namespace sluice {

using namespace ast;

namespace {

bool has_unpacking(const List<Expr*>& arguments, const List<Keyword>& keywords) {
  for (const Expr* argument : arguments) {
    if (argument->kind == ExprKind::starred) return true;
  }
  for (const Keyword& keyword : keywords) {
    if (keyword.name.empty()) return true;
  }
  return false;
}

}  // namespace

void Compiler::call(const CallExpr* node) {
  warn_of_call(node->function);
  if (method_call(node) || super_call(node)) return;
  expr(node->function);
  call_arguments(node->arguments, node->keywords, false, 0);
}

/// `object.name(…)` without a bound method. From 3.12 on the call, too, stands on the line of the name.
bool Compiler::method_call(const CallExpr* node) {
  if (node->function->kind != ExprKind::attribute || has_unpacking(node->arguments, node->keywords)) return false;
  const auto* attribute = as<AttributeExpr>(node->function);
  const CodePosition call_position = builder().position();
  expr(attribute->value);
  {
    const At at(*this, attribute->range);
    attribute_position(attribute);
    emit(Opcode::LOAD_METHOD, builder().site(mangle(scope_->class_name, attribute->name)));
  }
  const bool keeps_start = !method_calls_with_keywords_stand_at_name(python_) && !node->keywords.empty();
  CodePosition position = call_position;
  const auto name_line = static_cast<std::int32_t>(attribute->name_range.end.line);
  if (!keeps_start && position.line != name_line) {
    position.line = name_line;
    position.column = static_cast<std::int32_t>(attribute->name_range.begin.byte_column);
  }
  builder().set_position(position);
  call_arguments(node->arguments, node->keywords, true, 0);
  builder().set_position(call_position);
  return true;
}

/// super() without arguments, in a method: the class's cell and the first parameter are its arguments.
bool Compiler::super_call(const CallExpr* node) {
  if (node->function->kind != ExprKind::name || as<NameExpr>(node->function)->id != "super") return false;
  if (!node->arguments.empty() || !node->keywords.empty() || !scope_->is_function()) return false;
  const Symbol* super = scope_->find("super");
  const Symbol* cell = scope_->find("__class__");
  const Code& code = builder().code();
  if (super == nullptr || super->kind != NameKind::global_implicit) return false;
  if (cell == nullptr || cell->kind != NameKind::free || code.positional_count == 0) return false;
  expr(node->function);
  access("__class__", Access::load);
  emit(code.slots[0].kind == SlotKind::cell ? Opcode::LOAD_DEREF : Opcode::LOAD_FAST, 0);
  emit(Opcode::CALL, 2);
  return true;
}

/// The arguments and the call; the callable, and `pushed` arguments, are on the stack already.
void Compiler::call_arguments(const List<Expr*>& arguments, const List<Keyword>& keywords, bool is_method,
                              std::uint32_t pushed) {
  if (has_unpacking(arguments, keywords)) return unpacking_call(arguments, keywords, pushed);
  for (const Expr* argument : arguments) expr(argument);
  const auto count = pushed + static_cast<std::uint32_t>(arguments.size() + keywords.size());
  if (keywords.empty()) return emit(is_method ? Opcode::CALL_METHOD : Opcode::CALL, count);
  std::vector<std::string> names;
  for (const Keyword& keyword : keywords) {
    expr(keyword.value);
    names.push_back(mangle(scope_->class_name, keyword.name));
  }
  builder().emit_constant(tuple_of_names(names));
  emit(is_method ? Opcode::CALL_METHOD_KW : Opcode::CALL_KW, count);
}

/// A call with * or **: positional arguments become one tuple, keyword arguments one dict.
void Compiler::unpacking_call(const List<Expr*>& arguments, const List<Keyword>& keywords, std::uint32_t pushed) {
  const bool only_one_star = pushed == 0 && arguments.size() == 1 && arguments[0]->kind == ExprKind::starred;
  if (only_one_star) {
    expr(as<ValueExpr>(arguments[0])->value);
  } else {
    emit(Opcode::BUILD_LIST, pushed);
    for (const Expr* argument : arguments) {
      const bool is_star = argument->kind == ExprKind::starred;
      expr(is_star ? as<ValueExpr>(argument)->value : argument);
      emit(is_star ? Opcode::LIST_EXTEND : Opcode::LIST_APPEND, 1);
    }
    emit(Opcode::LIST_TO_TUPLE);
  }
  if (keywords.empty()) return emit(Opcode::CALL_EX, 0);
  emit(Opcode::BUILD_MAP, 0);
  std::uint32_t waiting = 0;
  // Keywords up to the next ** are merged at once: a repeated name is an error only against an earlier **.
  const auto flush = [&] {
    if (waiting == 0) return;
    emit(Opcode::BUILD_MAP, waiting);
    emit(Opcode::DICT_MERGE, 1);
    waiting = 0;
  };
  for (const Keyword& keyword : keywords) {
    if (keyword.name.empty()) {
      flush();
      expr(keyword.value);
      emit(Opcode::DICT_MERGE, 1);
    } else {
      builder().emit_constant(text_constant(mangle(scope_->class_name, keyword.name)));
      expr(keyword.value);
      ++waiting;
    }
  }
  flush();
  emit(Opcode::CALL_EX, 1);
}

}  // namespace sluice
