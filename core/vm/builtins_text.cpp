// Builtin functions of text: print, repr, ascii, format, ord, chr.
#include <cstdint>
#include <limits>
#include <string>

#include "base/runtime_changes.h"
#include "base/text_repr.h"
#include "base/utf8.h"
#include "vm/builtin_operations.h"
#include "vm/builtins.h"
#include "vm/native_helpers.h"
#include "vm/output_stream.h"

namespace sluice {

namespace {

/// sep= and end= of print: None means the usual one. False: TypeError.
bool print_option(VM& vm, const Value& value, const char* name, std::string& text) {
  if (value.is_none()) return true;
  const Str* option = text_or_null(value);
  if (option == nullptr) {
    vm.raise_type_error(std::string(name) + " must be None or a string, not " + type_text(vm, value));
    return false;
  }
  text = option->text();
  return true;
}

bool flush_file(VM& vm, const Value& file, const Value& flush) {
  const int wanted = vm.truth(flush);
  if (wanted <= 0) return wanted == 0;
  return static_cast<bool>(vm.call_method(file, vm.names.flush));
}

Value builtin_print(VM& vm, Value* arguments) {
  // Slots: sep, end, file, flush, *args.
  std::string separator = " ";
  std::string end = "\n";
  if (!print_option(vm, arguments[0], "sep", separator) || !print_option(vm, arguments[1], "end", end)) return Value();
  const Tuple& values = rest(arguments[4]);
  std::string text;
  const Value file = arguments[2].is_none() ? current_stdout(vm) : arguments[2];
  if (!file) return Value();
  if (file.is_none()) return Value::none();
  OutputStream* stream = output_stream_or_null(vm, file);
  if (stream == nullptr) {
    // As CPython: one write() an item.
    for (std::size_t i = 0; i < values.size(); ++i) {
      const Value item = vm.to_str(values[i]);
      if (!item) return Value();
      if (i > 0) {
        const Value between[1] = {vm.str(separator)};
        if (!vm.call_method(file, vm.names.write, between)) return Value();
      }
      const Value written[1] = {item};
      if (!vm.call_method(file, vm.names.write, written)) return Value();
    }
    const Value last[1] = {vm.str(end)};
    if (!vm.call_method(file, vm.names.write, last)) return Value();
    return flush_file(vm, file, arguments[3]) ? Value::none() : Value();
  }
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i > 0) text += separator;
    const Value item = vm.to_str(values[i]);
    if (!item) return Value();
    text += item.as<Str>()->view();
    if (!check_allocation(vm, text.size(), 1)) return Value();
  }
  text += end;
  vm.write_output(stream->is_stderr, text);
  return vm.has_error() ? Value() : Value::none();
}

Value builtin_repr_function(VM& vm, Value* arguments) { return vm.repr(arguments[0]); }

Value builtin_ascii(VM& vm, Value* arguments) {
  const Value text = vm.repr(arguments[0]);
  return text ? vm.str(escape_non_ascii(text.as<Str>()->view())) : Value();
}

Value builtin_format_function(VM& vm, Value* arguments) {
  const Str* spec = text_or_null(arguments[1]);
  if (spec == nullptr)
    return vm.raise_type_error("format() argument 2 must be str, not " + argument_type(vm, arguments[1]));
  return vm.format(arguments[0], spec->view());
}

Value builtin_ord(VM& vm, Value* arguments) {
  if (const Str* text = text_or_null(arguments[0])) {
    if (text->length() == 1) {
      std::size_t offset = 0;
      return Value::small_int(static_cast<std::int64_t>(utf8_next(text->view(), offset)));
    }
    return vm.raise_type_error("ord() expected a character, but string of length " + std::to_string(text->length()) +
                               " found");
  }
  const Value& inner = unwrapped(arguments[0]);
  if (inner.is(ObjectKind::Bytes)) {
    const std::string& data = inner.as<Bytes>()->data();
    if (data.size() == 1) return Value::small_int(static_cast<unsigned char>(data[0]));
    return vm.raise_type_error("ord() expected a character, but string of length " + std::to_string(data.size()) +
                               " found");
  }
  return vm.raise_type_error("ord() expected string of length 1, but " + type_text(vm, arguments[0]) + " found");
}

Value builtin_chr(VM& vm, Value* arguments) {
  std::int64_t code = 0;
  if (!vm.index(arguments[0], code)) {
    if (!vm.error_is(vm.types.overflow_error)) return Value();
    vm.take_error();
    code = std::numeric_limits<std::int64_t>::max();
  }
  if (code != static_cast<std::int32_t>(code) && !chr_range_error_is_uniform(vm.python())) {
    return vm.raise(vm.types.overflow_error, "Python int too large to convert to C int");
  }
  if (code < 0 || code > 0x10ffff) return vm.raise_value_error("chr() arg not in range(0x110000)");
  return vm.str(utf8_encode(static_cast<char32_t>(code)));
}

constexpr NativeEntry kFunctions[] = {
    {"print", builtin_print, "*args, sep=None, end=None, file=None, flush=False"},
    {"repr", builtin_repr_function, "obj, /"},
    {"ascii", builtin_ascii, "obj, /"},
    {"format", builtin_format_function, "value, format_spec='', /"},
    {"ord", builtin_ord, "c, /"},
    {"chr", builtin_chr, "i, /"},
};

}  // namespace

void install_builtin_text(VM& vm) {
  for (const NativeEntry& entry : kFunctions) {
    vm.builtins().set(vm.intern(entry.name), vm.make_native(entry, "builtins"));
  }
}

}  // namespace sluice
