// Methods of bytes that do what str's do: on the text whose characters are the bytes.
#include <string>
#include <string_view>

#include "vm/builtin_operations.h"
#include "vm/builtins.h"
#include "vm/encoding.h"
#include "vm/native_helpers.h"

namespace sluice {

namespace {

const std::string& data_of(const Value& value) { return value.as<Bytes>()->data(); }
constexpr std::string_view kBlanks = " \t\n\r\x0b\x0c";

/// A method's name as a template argument.
template <std::size_t kSize>
struct Name {
  constexpr Name(const char (&literal)[kSize]) {  // NOLINT: implicit, so that Method<"find"> can be written
    for (std::size_t i = 0; i < kSize; ++i) text[i] = literal[i];
  }
  char text[kSize] = {};
};

Value as_text(VM& vm, const Value& bytes) { return decode_bytes(vm, unwrapped(bytes), "latin-1", "strict"); }

/// An argument: bytes as text, a tuple of them likewise, a byte's number as its character where a search takes one.
Value argument_as_text(VM& vm, const Value& value, bool is_search, bool takes_tuple = false) {
  const Value& inner = unwrapped(value);
  if (inner.is(ObjectKind::Bytes)) return as_text(vm, inner);
  if (takes_tuple && inner.is(ObjectKind::Tuple)) {
    Ref<Tuple> texts = Tuple::create(inner.as<Tuple>()->size());
    for (std::size_t i = 0; i < texts->size(); ++i) {
      Value text = argument_as_text(vm, (*inner.as<Tuple>())[i], false);
      if (!text) return Value();
      (*texts)[i] = static_cast<Value&&>(text);
    }
    return Value(texts);
  }
  if (is_search && (builtin_is_integer(inner) || vm.type_of(value)->special(vm, SpecialMethod::Index))) {
    std::int64_t byte = -1;
    if (!inner.is(ObjectKind::BigInteger) && !vm.index(value, byte)) return Value();
    if (byte < 0 || byte > 255) return vm.raise_value_error("byte must be in range(0, 256)");
    return as_text(vm, Value(new Bytes(std::string(1, static_cast<char>(byte)))));
  }
  const std::string type = type_text(vm, value);
  return vm.raise_type_error(is_search ? "argument should be integer or bytes-like object, not '" + type + "'"
                                       : "a bytes-like object is required, not '" + type + "'");
}

Value as_bytes(VM& vm, const Value& value) {
  if (value.is(ObjectKind::Str)) return encode_text(vm, value, "latin-1", "strict");
  if (value.is(ObjectKind::List)) {
    std::vector<Value> items;
    for (const Value& item : value.as<List>()->items) items.push_back(as_bytes(vm, item));
    return vm.list(static_cast<std::vector<Value>&&>(items));
  }
  if (value.is(ObjectKind::Tuple)) {
    Ref<Tuple> items = Tuple::create(value.as<Tuple>()->size());
    for (std::size_t i = 0; i < items->size(); ++i) (*items)[i] = as_bytes(vm, (*value.as<Tuple>())[i]);
    return Value(items);
  }
  return value;
}

/// Calls str's method. `texts`: the first so many arguments are bytes; None and what is absent is handed over or left
/// out.
Value call_on_text(VM& vm, Value* arguments, const char* name, std::size_t count, std::size_t texts, bool is_search) {
  const Value self = as_text(vm, arguments[0]);
  const std::string_view method_name = name;
  const bool takes_none = method_name.ends_with("split") || method_name.ends_with("strip");
  const bool takes_tuple = method_name.ends_with("with");
  std::vector<Value> converted;
  for (std::size_t i = 1; self && i <= count && given(arguments[i]); ++i) {
    const bool is_text = i <= texts && !(takes_none && arguments[i].is_none());
    converted.push_back(is_text ? argument_as_text(vm, arguments[i], is_search, takes_tuple) : arguments[i]);
    if (!converted.back()) return Value();
  }
  const Value result = self ? vm.call_method(self, vm.intern(name), converted) : Value();
  return result ? as_bytes(vm, result) : Value();
}

template <Name kName, std::size_t kCount, std::size_t kTexts = kCount>
Value method(VM& vm, Value* arguments) {
  return call_on_text(vm, arguments, kName.text, kCount, kTexts, false);
}

template <Name kName>
Value search(VM& vm, Value* arguments) {
  return call_on_text(vm, arguments, kName.text, 3, 1, true);
}

template <Name kName>
Value index(VM& vm, Value* arguments) {
  const Value place = search<kName>(vm, arguments);
  const bool is_absent = place && place.as_small_int() < 0;
  return is_absent ? vm.raise_value_error("subsection not found") : place;
}

/// str's letters and blanks go beyond ASCII, those of bytes do not.
template <Name kName>
Value ascii_method(VM& vm, Value* arguments) {
  for (const char c : data_of(arguments[0])) {
    if (static_cast<unsigned char>(c) >= 0x80 || (c >= 0x1c && c <= 0x1f)) {
      return vm.refuse(std::string("bytes.") + kName.text + "() of bytes that are not ASCII", "decode them first");
    }
  }
  return call_on_text(vm, arguments, kName.text, 0, 0, false);
}

template <Name kName>
Value strip_method(VM& vm, Value* arguments) {
  if (arguments[1].is_none()) arguments[1] = Value(new Bytes(std::string(kBlanks)));
  return call_on_text(vm, arguments, kName.text, 1, 1, false);
}

template <bool kAtEnd>
Value affix(VM& vm, Value* arguments) {
  const char* name = kAtEnd ? "endswith" : "startswith";
  const Value& wanted = unwrapped(arguments[1]);
  if (!wanted.is(ObjectKind::Bytes) && !wanted.is(ObjectKind::Tuple)) {
    return vm.raise_type_error(std::string(name) + " first arg must be bytes or a tuple of bytes, not " +
                               type_text(vm, arguments[1]));
  }
  return call_on_text(vm, arguments, name, 3, 1, false);
}

Value bytes_rsplit(VM& vm, Value* arguments) {
  if (!arguments[1].is_none()) return method<"rsplit", 2, 1>(vm, arguments);
  for (const char c : data_of(arguments[0])) {
    const bool is_other_blank = c == '\x85' || c == '\xa0' || (c >= 0x1c && c <= 0x1f);
    if (is_other_blank) return vm.refuse("bytes.rsplit() at blanks, of such bytes", "give the separator");
  }
  return method<"rsplit", 2, 1>(vm, arguments);
}

/// Lines end at \n, \r and \r\n alone.
Value bytes_splitlines(VM& vm, Value* arguments) {
  const std::string& data = data_of(arguments[0]);
  const int keeps_ends = vm.truth(arguments[1]);
  if (keeps_ends < 0) return Value();
  std::vector<Value> lines;
  for (std::size_t at = 0; at < data.size();) {
    std::size_t end = data.find_first_of("\r\n", at);
    if (end == std::string::npos) end = data.size();
    std::size_t next = end + (end < data.size());
    if (next < data.size() && data[end] == '\r' && data[next] == '\n') ++next;
    lines.push_back(Value(new Bytes(data.substr(at, (keeps_ends > 0 ? next : end) - at))));
    at = next;
  }
  return vm.list(static_cast<std::vector<Value>&&>(lines));
}

constexpr NativeEntry kMethods[] = {
    {"count", search<"count">, "%12:self, sub, start=(), end=(), /"},
    {"rfind", search<"rfind">, "%12:self, sub, start=(), end=(), /"},
    {"find", search<"find">, "%12:self, sub, start=(), end=(), /"},
    {"index", index<"find">, "%12:self, sub, start=(), end=(), /"},
    {"rindex", index<"rfind">, "%12:self, sub, start=(), end=(), /"},
    {"startswith", affix<false>, "%12:self, prefix, start=(), end=(), /"},
    {"endswith", affix<true>, "%12:self, suffix, start=(), end=(), /"},
    {"replace", method<"replace", 3, 2>, "self, old, new, count=-1, /"},
    {"partition", method<"partition", 1>, "self, sep, /"},
    {"rpartition", method<"rpartition", 1>, "self, sep, /"},
    {"removeprefix", method<"removeprefix", 1>, "self, prefix, /"},
    {"removesuffix", method<"removesuffix", 1>, "self, suffix, /"},
    {"lstrip", strip_method<"lstrip">, "self, bytes=None, /"},
    {"rstrip", strip_method<"rstrip">, "self, bytes=None, /"},
    {"rsplit", bytes_rsplit, "self, sep=None, maxsplit=-1"},
    {"splitlines", bytes_splitlines, "self, keepends=False"},
    {"expandtabs", method<"expandtabs", 1, 0>, "self, tabsize=8"},
    {"zfill", method<"zfill", 1, 0>, "self, width, /"},
    {"isdigit", ascii_method<"isdigit">, "self, /"},
    {"isalpha", ascii_method<"isalpha">, "self, /"},
    {"isalnum", ascii_method<"isalnum">, "self, /"},
    {"isspace", ascii_method<"isspace">, "self, /"},
    {"isupper", ascii_method<"isupper">, "self, /"},
    {"islower", ascii_method<"islower">, "self, /"},
    {"isascii", method<"isascii", 0>, "self, /"},
    {"title", ascii_method<"title">, "self, /"},
    {"swapcase", ascii_method<"swapcase">, "self, /"},
    {"capitalize", ascii_method<"capitalize">, "self, /"},
};

/// Width first, then the byte to fill with.
template <Name kName>
Value pad(VM& vm, Value* arguments) {
  const Value self = as_text(vm, arguments[0]);
  std::vector<Value> converted = {arguments[1]};
  if (given(arguments[2])) converted.push_back(argument_as_text(vm, arguments[2], false));
  if (!self || !converted.back()) return Value();
  const Value result = vm.call_method(self, vm.intern(kName.text), converted);
  return result ? as_bytes(vm, result) : Value();
}

constexpr NativeEntry kPads[] = {
    {"ljust", pad<"ljust">, "self, width, fillchar=(), /"},
    {"rjust", pad<"rjust">, "self, width, fillchar=(), /"},
    {"center", pad<"center">, "self, width, fillchar=(), /"},
};

}  // namespace

void install_bytes_text_methods(VM& vm) {
  vm.add_methods(vm.types.bytes, kMethods);
  vm.add_methods(vm.types.bytes, kPads);
}

}  // namespace sluice
