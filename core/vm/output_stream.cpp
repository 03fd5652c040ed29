#include "vm/output_stream.h"

#include "vm/module.h"
#include "vm/native_helpers.h"

namespace sluice {

namespace {

OutputStream& self_of(const Value* arguments) { return *static_cast<OutputStream*>(arguments[0].object()); }

Value stream_write(VM& vm, Value* arguments) {
  const Str* text = text_or_null(arguments[1]);
  if (text == nullptr) return vm.raise_type_error("write() argument must be str, not " + type_text(vm, arguments[1]));
  vm.write_output(self_of(arguments).is_stderr, text->view());
  return vm.has_error() ? Value() : vm.integer(static_cast<std::int64_t>(text->length()));
}

Value stream_writelines(VM& vm, Value* arguments) {
  std::vector<Value> lines;
  if (!vm.extend(lines, arguments[1])) return Value();
  for (const Value& line : lines) {
    Value one[2] = {arguments[0], line};
    if (!stream_write(vm, one)) return Value();
  }
  return Value::none();
}

Value stream_nothing(VM&, Value*) { return Value::none(); }
Value stream_false(VM&, Value*) { return Value::boolean(false); }
Value stream_true(VM&, Value*) { return Value::boolean(true); }
Value stream_number(VM&, Value* arguments) { return Value::small_int(self_of(arguments).is_stderr ? 2 : 1); }

constexpr NativeEntry kMethods[] = {
    {"write", stream_write, "self, text, /"}, {"writelines", stream_writelines, "self, lines, /"},
    {"flush", stream_nothing, "self, /"},     {"reconfigure", stream_nothing, "self, /, **options"},
    {"isatty", stream_false, "self, /"},      {"writable", stream_true, "self, /"},
    {"readable", stream_false, "self, /"},    {"fileno", stream_number, "self, /"},
};

Value stream_encoding(VM& vm, const Value&) { return vm.str("utf-8"); }
Value stream_errors(VM& vm, const Value& self) {
  return vm.str(static_cast<OutputStream*>(self.object())->is_stderr ? "backslashreplace" : "strict");
}
Value stream_name(VM& vm, const Value& self) {
  return vm.str(static_cast<OutputStream*>(self.object())->is_stderr ? "<stderr>" : "<stdout>");
}
Value stream_closed(VM&, const Value&) { return Value::boolean(false); }
constexpr NativeAttribute kAttributes[] = {
    {"encoding", stream_encoding, nullptr},
    {"errors", stream_errors, nullptr},
    {"name", stream_name, nullptr},
    {"closed", stream_closed, nullptr},
};

}  // namespace

Value make_output_stream(VM& vm, bool to_stderr) {
  if (vm.types.text_stream == nullptr) {
    Type* type = vm.define_type("TextIOWrapper", "_io", {}, ObjectKind::NativeData);
    vm.add_methods(type, kMethods);
    vm.add_attributes(type, kAttributes);
    vm.types.text_stream = type;
  }
  return Value(new OutputStream(vm.types.text_stream, to_stderr));
}

Value current_stdout(VM& vm) {
  const Value* sys = vm.modules().find(vm.intern("sys"));
  if (sys == nullptr) return make_output_stream(vm, false);
  const Value stream = vm.find_attribute(*sys, vm.intern("stdout"));
  if (stream && stream.is_missing()) return vm.raise(vm.types.runtime_error, "lost sys.stdout");
  return stream;
}

OutputStream* output_stream_or_null(VM& vm, const Value& value) {
  if (!value.is(ObjectKind::NativeData)) return nullptr;
  auto* stream = static_cast<OutputStream*>(value.object());
  return stream->type == vm.types.text_stream ? stream : nullptr;
}

}  // namespace sluice
