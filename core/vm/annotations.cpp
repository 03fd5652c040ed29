#include "vm/annotations.h"

#include <string>

#include "base/language_changes.h"
#include "base/runtime_changes.h"
#include "base/text_repr.h"
#include "language/compile.h"
#include "language/lexer.h"
#include "vm/function.h"
#include "vm/interpreter.h"
#include "vm/interpreter_operations.h"
#include "vm/known_names.h"
#include "vm/module.h"
#include "vm/thread_state.h"
#include "vm/vm.h"

namespace sluice {

namespace {

bool are_texts_by_import(VM& vm, Dict& globals) {
  const Value* feature = globals.find(vm.intern("annotations"));
  return feature != nullptr && std::string_view(vm.class_name(*feature)) == "_Feature";
}

/// The literal as ast.unparse writes it; as it stands where it has a prefix, escapes or three quotes.
std::string unparsed_string(std::string_view literal) {
  const char quote = literal.front();
  const bool is_plain = (quote == '"' || quote == '\'') && literal.find('\\') == std::string_view::npos &&
                        literal.substr(0, 3) != std::string(3, quote);
  return is_plain ? repr_text(literal.substr(1, literal.size() - 2)) : std::string(literal);
}

/// An annotation as ast.unparse writes it: its own spacing and quotes. What annotations are made of is names, dots,
/// subscripts, calls, `|` and literals; a text with anything else stays as it is.
std::string unparsed(const std::string& text, PythonVersion python) {
  const std::string bracketed = "(" + text + "\n)";
  const LexResult found = lex(bracketed, python);
  if (found.diagnostic) return text;
  std::string result;
  TokenKind before = TokenKind::comma;
  // Without the brackets around, the newline and the end.
  for (std::size_t i = 1; i + 1 < found.tokens.size(); ++i) {
    const Token& token = found.tokens[i];
    using enum TokenKind;
    const bool is_last = found.tokens[i + 1].kind == end || found.tokens[i + 1].kind == newline;
    if (is_last) break;
    switch (token.kind) {
      case string:
        if (before == string) return text;
        result += unparsed_string(token.text);
        break;
      case left_paren:
        if (before != name && before != right_bracket && before != right_paren) return text;
        result += "(";
        break;
      case comma:
        result += ", ";
        break;
      case bar:
        result += " | ";
        break;
      case right_bracket:
      case right_paren:
        if (before == comma) return text;
        result += token.text;
        break;
      case name:
      case number:
      case kw_none:
      case kw_true:
      case kw_false:
      case left_bracket:
      case dot:
      case ellipsis:
      case equal:
        result += token.text;
        break;
      default:
        return text;
    }
    before = token.kind;
  }
  return result;
}

}  // namespace

Value evaluate_annotation(VM& vm, const std::string& text, Dict& globals) {
  CompileOptions options;
  options.filename = "<annotation>";
  options.python = vm.python();
  options.origin = SourceOrigin::library;
  // The closing bracket stands clear of a comment.
  const CompileResult compiled = compile("__annotation__ = (" + text + "\n)", options);
  if (!compiled.code)
    return vm.refuse("the annotation " + text, "write a simpler annotation, or do not look at its value");
  Ref<Function> function = make<Function>();
  function->code = CodeObject::load(vm, compiled.code);
  function->globals = Ref<Dict>(&globals);
  function->name = function->code->name;
  function->qualified_name = function->code->qualified_name;
  if (!vm.interpreter().run_code(*function, nullptr)) {
    if (!vm.error_is(vm.types.name_error)) return Value();
    vm.take_error();
    return vm.refuse("the value of the annotation " + text, "define its names at the top level of the program");
  }
  Str* key = vm.intern("__annotation__");
  const Value value = *globals.find(key);
  globals.erase(key);
  return value;
}

Ref<Dict> annotation_texts(VM& vm, const Function& function) {
  Ref<Dict> texts = make<Dict>();
  for (const Annotation& annotation : function.code->code->annotations) {
    texts->set(vm.intern(annotation.name), vm.str(annotation.text));
  }
  return texts;
}

Value function_annotations(VM& vm, Function& function) {
  if (function.annotations) return Value(function.annotations);
  if (function.annotated_as.is(ObjectKind::Function)) {
    return function_annotations(vm, *function.annotated_as.as<Function>());
  }
  if (function.annotated_as) return vm.get_attribute(function.annotated_as, vm.names.dunder_annotations);
  const Value evaluated = evaluated_annotations(vm, *annotation_texts(vm, function), *function.globals);
  if (evaluated) function.annotations = Ref<Dict>(evaluated.as<Dict>());
  return evaluated;
}

namespace {

/// True if annotations in the frame can have names that are neither in its namespace nor global: variables of enclosing
/// functions and type parameters, which a text does not hold on to.
bool has_names_around(const VM& vm, const Frame& frame) {
  const Code& code = *frame.code->code;
  if (code.kind == CodeKind::module) return false;
  if (frame.function->closure || code.qualname.find("<locals>") != std::string::npos) return true;
  if (code.kind != CodeKind::class_body) return functions_have_type_parameters(vm.python());
  const Frame* outer = frame.previous;
  return outer != nullptr && outer->code->code->kind == CodeKind::type_parameters;
}

/// The value of a name in an annotation; missing: it may be one from around. No value: an exception is pending.
Value annotation_name(VM& vm, Frame& frame, Str* name) {
  if (name->view().starts_with("__")) return Value::missing();
  if (!frame.is_class_body) {
    for (const Str* slot : frame.code->slot_names) {
      if (slot == name) return Value::missing();
    }
  }
  if (!has_names_around(vm, frame))
    return frame.is_class_body ? load_name(vm, frame, name) : load_global(vm, frame, name);
  const Value* found = frame.function->globals->find(name);
  return found != nullptr ? *found : Value::missing();
}

/// True if the texts of the frame's annotations are evaluated by CPython where they stand.
bool are_evaluated(VM& vm, Frame& frame) {
  return !annotations_are_deferred(vm.python()) && frame.is_program() &&
         !are_texts_by_import(vm, *frame.function->globals);
}

}  // namespace

bool check_annotation(VM& vm, Frame& frame, const std::string& text) {
  if (!are_evaluated(vm, frame)) return true;
  const std::string bracketed = "(" + text + "\n)";
  const LexResult lexed = lex(bracketed, vm.python());
  if (lexed.diagnostic) return true;
  const auto& tokens = lexed.tokens;
  using enum TokenKind;
  for (const Token& token : tokens) {
    if (token.kind == kw_lambda || token.kind == kw_for || token.kind == colon_equal) return true;
  }
  for (std::size_t i = 1; i + 1 < tokens.size(); ++i) {
    const bool is_other = tokens[i - 1].kind == dot || tokens[i + 1].kind == equal;
    if (tokens[i].kind != name || is_other) continue;
    Value value = annotation_name(vm, frame, vm.intern(tokens[i].text));
    if (!value) return false;
    while (i + 2 < tokens.size() && tokens[i + 1].kind == dot && value.is(ObjectKind::Module) &&
           value.as<Module>()->is_modelled) {
      Str* part = vm.intern(tokens[i + 2].text);
      const Value module = value;
      value = vm.find_attribute(module, part);
      if (value.is_missing() && !is_known_to_cpython(vm, module, *part)) value = vm.get_attribute(module, part);
      if (!value) return false;
      i += 2;
    }
  }
  return true;
}

bool check_annotations(VM& vm, Frame& frame, CodeObject& code) {
  if (code.has_good_annotations || code.code->annotations.empty()) return true;
  for (const Annotation& annotation : code.code->annotations) {
    if (!check_annotation(vm, frame, annotation.text)) return false;
  }
  code.has_good_annotations = true;
  return true;
}

bool program_reads(VM& vm) {
  const Frame* frame = vm.thread().frame;
  return frame != nullptr && frame->is_program();
}

Value evaluated_annotations(VM& vm, Dict& texts, Dict& globals) {
  const bool keeps_texts = are_texts_by_import(vm, globals);
  const Ref<Dict> copied = texts.copy();
  const Ref<Dict> result = make<Dict>();
  std::size_t position = 0;
  while (Dict::Entry* entry = copied->next(position)) {
    Value value = entry->value;
    if (keeps_texts && value.is(ObjectKind::Str)) value = vm.str(unparsed(value.as<Str>()->text(), vm.python()));
    if (!keeps_texts && value.is(ObjectKind::Str)) value = evaluate_annotation(vm, value.as<Str>()->text(), globals);
    if (!value) return value;
    if (!vm.set_item(Value(result), entry->key, value)) return Value();
  }
  return Value(result);
}

}  // namespace sluice
