#include "vm/annotations.h"

#include <string>

#include "language/compile.h"
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
    if (!keeps_texts && value.is(ObjectKind::Str)) value = evaluate_annotation(vm, value.as<Str>()->text(), globals);
    if (!value) return value;
    if (!vm.set_item(Value(result), entry->key, value)) return Value();
  }
  return Value(result);
}

}  // namespace sluice
