#include "vm/annotations.h"

#include <string>

#include "base/text_repr.h"
#include "language/compile.h"
#include "language/lexer.h"
#include "vm/function.h"
#include "vm/interpreter.h"
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
