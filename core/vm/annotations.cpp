#include "vm/annotations.h"

#include <string>

#include "base/language_changes.h"
#include "language/compile.h"
#include "vm/function.h"
#include "vm/interpreter.h"
#include "vm/module.h"
#include "vm/typing_access.h"
#include "vm/vm.h"

namespace sluice {

namespace {

// Numbers of annotationlib.Format.
constexpr int kValueFormat = 1;
constexpr int kForwardFormat = 2;

}  // namespace

Value call_annotate(VM& vm, const Value& annotate) {
  const Value arguments[1] = {Value::small_int(kValueFormat)};
  Value made = vm.call(annotate, arguments);
  if (made && !made.is(ObjectKind::Dict)) {
    return vm.raise_type_error(std::string("__annotate__ returned non-dict of type '") + vm.type_name(made) + "'");
  }
  return made;
}

Value function_annotations(VM& vm, Function& function) {
  if (function.annotations) return Value(function.annotations);
  Ref<Dict> made = make<Dict>();
  if (function.annotate.is(ObjectKind::Tuple)) {
    const Tuple& pairs = *function.annotate.as<Tuple>();
    for (std::size_t i = 0; i + 1 < pairs.size(); i += 2) made->set(vm.intern(pairs[i]), pairs[i + 1]);
    function.annotate = Value();
  } else if (function.annotate) {
    const Value called = call_annotate(vm, function.annotate);
    if (!called) return called;
    made = Ref<Dict>(called.as<Dict>());
  }
  function.annotations = made;
  return Value(made);
}

Value module_annotations(VM& vm, Module& module) {
  const Value* annotate = module.attributes->find(vm.intern("__annotate__"));
  if (annotate == nullptr || !annotations_are_deferred(vm.python())) return Value::missing();
  const Value made = call_annotate(vm, *annotate);
  if (made) module.attributes->set(vm.names.dunder_annotations, made);
  return made;
}

Value evaluate_text(VM& vm, const std::string& text, Dict& names) {
  CompileOptions options;
  options.filename = "<string>";
  options.python = vm.python();
  options.origin = SourceOrigin::library;
  // The closing bracket stands clear of a comment.
  const CompileResult compiled = compile("__annotation__ = (" + text + "\n)", options);
  if (!compiled.code) {
    const std::string shown = "Forward reference must be an expression -- got ";
    return vm.raise(vm.types.syntax_error, shown + vm.repr_text(vm.str(text)));
  }
  Ref<Function> function = make<Function>();
  function->code = CodeObject::load(vm, compiled.code);
  function->globals = names.copy();
  function->name = function->code->name;
  function->qualified_name = function->code->qualified_name;
  if (!vm.interpreter().run_code(*function, nullptr)) return Value();
  return *function->globals->find(vm.intern("__annotation__"));
}

Value forward_reference(VM& vm, const Frame& frame, Str* name) {
  const bool is_wanted = frame.code->code->kind == CodeKind::annotations && frame.fast[0].is_small_int() &&
                         frame.fast[0].as_small_int() == kForwardFormat;
  if (!is_wanted) return Value::missing();
  const Value arguments[1] = {Value(name)};
  return call_typing(vm, "ForwardRef", arguments);
}

}  // namespace sluice
