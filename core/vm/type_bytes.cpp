// bytes: enough of it to encode, compare, slice and decode.
#include <string>

#include "base/utf8.h"
#include "vm/builtin_operations.h"
#include "vm/builtins.h"
#include "vm/encoding.h"
#include "vm/native_helpers.h"
#include "vm/special_wrappers.h"

namespace sluice {

namespace {

const std::string& data_of(const Value& value) { return value.as<Bytes>()->data(); }

Value make_bytes(std::string data) { return Value(new Bytes(static_cast<std::string&&>(data))); }

Value bytes_new(VM& vm, Value* arguments) {
  if (!given(arguments[1])) return make_bytes("");
  const Value& source = unwrapped(arguments[1]);
  std::string encoding;
  std::string errors = "strict";
  if (!text_option(vm, arguments[2], "bytes", "encoding", encoding)) return Value();
  if (!text_option(vm, arguments[3], "bytes", "errors", errors)) return Value();
  if (source.is(ObjectKind::Str)) {
    if (!given(arguments[2])) return vm.raise_type_error("string argument without an encoding");
    return encode_text(vm, source, encoding, errors);
  }
  if (given(arguments[2])) return vm.raise_type_error("encoding without a string argument");
  if (source.is(ObjectKind::Bytes)) return source;
  const Value special = vm.call_special(arguments[1], SpecialMethod::Bytes);
  if (special && !special.is_not_implemented() && !unwrapped(special).is(ObjectKind::Bytes)) {
    return vm.raise_type_error("__bytes__ returned non-bytes (type " + type_text(vm, special) + ")");
  }
  if (!special || !special.is_not_implemented()) return special;
  if (builtin_is_integer(source)) {
    std::int64_t count = 0;
    if (!vm.index(source, count)) {
      if (!vm.error_is(vm.types.overflow_error)) return Value();
      vm.take_error();
      return vm.raise(vm.types.overflow_error, "cannot fit 'int' into an index-sized integer");
    }
    if (count < 0) return vm.raise_value_error("negative count");
    if (!check_allocation(vm, static_cast<std::uint64_t>(count), 1)) return Value();
    return make_bytes(std::string(static_cast<std::size_t>(count), '\0'));
  }
  std::vector<Value> items;
  if (!vm.extend(items, arguments[1])) {
    if (!vm.error_is(vm.types.type_error) || vm.is_iterator(arguments[1])) return Value();
    vm.take_error();
    return vm.raise_type_error("cannot convert '" + type_text(vm, arguments[1]) + "' object to bytes");
  }
  std::string data;
  for (const Value& item : items) {
    char byte = 0;
    if (!byte_argument(vm, item, byte)) return Value();
    data += byte;
  }
  return make_bytes(data);
}

Value bytes_decode(VM& vm, Value* arguments) {
  std::string encoding = "utf-8";
  std::string errors = "strict";
  if (!text_option(vm, arguments[1], "decode", "encoding", encoding)) return Value();
  if (!text_option(vm, arguments[2], "decode", "errors", errors)) return Value();
  return decode_bytes(vm, arguments[0], encoding, errors);
}

Value bytes_hex(VM& vm, Value* arguments) {
  static const char* const kDigits = "0123456789abcdef";
  std::string separator;
  if (given(arguments[1])) {
    const Value& given_one = unwrapped(arguments[1]);
    const bool is_text = given_one.is(ObjectKind::Str);
    if (!is_text && !given_one.is(ObjectKind::Bytes)) {
      return vm.raise_type_error(std::string("object of type '") + vm.type_name(arguments[1]) + "' has no len()");
    }
    separator = is_text ? given_one.as<Str>()->text() : given_one.as<Bytes>()->data();
    const std::size_t length = is_text ? given_one.as<Str>()->length() : separator.size();
    if (length != 1) return vm.raise_value_error("sep must be length 1.");
    if (static_cast<unsigned char>(separator[0]) >= 0x80) return vm.raise_value_error("sep must be ASCII.");
  }
  std::int64_t group = 1;
  if (given(arguments[2]) && !vm.index(arguments[2], group)) return Value();
  const std::string& data = data_of(arguments[0]);
  // Groups are counted from the right; from the left where the number is negative.
  const std::uint64_t size = group < 0 ? 0 - static_cast<std::uint64_t>(group) : static_cast<std::uint64_t>(group);
  const std::uint64_t first = group > 0 ? data.size() % size : 0;
  std::string text;
  for (std::size_t i = 0; i < data.size(); ++i) {
    if (i > 0 && size > 0 && i % size == (size > 0 ? first % size : 0)) text += separator;
    text += kDigits[static_cast<unsigned char>(data[i]) >> 4];
    text += kDigits[static_cast<unsigned char>(data[i]) & 15];
  }
  return vm.str(text);
}

Value bytes_fromhex(VM& vm, Value* arguments) {
  const Str* text = text_or_null(arguments[1]);
  if (text == nullptr)
    return vm.raise_type_error("fromhex() argument must be str, not " + argument_type(vm, arguments[1]));
  std::string data;
  int high = -1;
  for (std::size_t i = 0; i < text->text().size(); ++i) {
    const char c = text->text()[i];
    const int digit = c >= '0' && c <= '9'   ? c - '0'
                      : c >= 'a' && c <= 'f' ? c - 'a' + 10
                      : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                             : -1;
    const bool is_space = c == ' ' || (c >= '\t' && c <= '\r');
    if (is_space && high < 0) continue;
    if (digit < 0) {
      return vm.raise_value_error("non-hexadecimal number found in fromhex() arg at position " + std::to_string(i));
    }
    if (high < 0) {
      high = digit;
      continue;
    }
    data += static_cast<char>(high * 16 + digit);
    high = -1;
  }
  if (high >= 0) {
    return vm.raise_value_error("non-hexadecimal number found in fromhex() arg at position " +
                                std::to_string(text->text().size()));
  }
  return make_bytes(data);
}

/// A bytes argument; null with a TypeError pending.
const std::string* bytes_argument(VM& vm, const Value& value) {
  if (unwrapped(value).is(ObjectKind::Bytes)) return &unwrapped(value).as<Bytes>()->data();
  vm.raise_type_error("a bytes-like object is required, not '" + type_text(vm, value) + "'");
  return nullptr;
}

bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

Value bytes_strip(VM& vm, Value* arguments) {
  const std::string& data = data_of(arguments[0]);
  const std::string* chars = nullptr;
  if (!arguments[1].is_none()) {
    chars = bytes_argument(vm, arguments[1]);
    if (chars == nullptr) return Value();
  }
  const auto goes = [&](char c) { return chars != nullptr ? chars->find(c) != std::string::npos : is_blank(c); };
  std::size_t begin = 0;
  std::size_t end = data.size();
  while (begin < end && goes(data[begin])) ++begin;
  while (end > begin && goes(data[end - 1])) --end;
  return make_bytes(data.substr(begin, end - begin));
}

Value bytes_split(VM& vm, Value* arguments) {
  const std::string& data = data_of(arguments[0]);
  std::int64_t limit = -1;
  if (!vm.index(arguments[2], limit)) return Value();
  std::vector<Value> parts;
  std::size_t at = 0;
  if (arguments[1].is_none()) {
    while (true) {
      while (at < data.size() && is_blank(data[at])) ++at;
      if (at >= data.size()) break;
      std::size_t end = at;
      while (end < data.size() && (limit == 0 || !is_blank(data[end]))) ++end;
      parts.push_back(make_bytes(data.substr(at, end - at)));
      at = end;
      if (limit > 0) --limit;
    }
    return vm.list(static_cast<std::vector<Value>&&>(parts));
  }
  const std::string* by = bytes_argument(vm, arguments[1]);
  if (by == nullptr) return Value();
  if (by->empty()) return vm.raise_value_error("empty separator");
  for (std::size_t place = data.find(*by); limit != 0 && place != std::string::npos; place = data.find(*by, at)) {
    parts.push_back(make_bytes(data.substr(at, place - at)));
    at = place + by->size();
    if (limit > 0) --limit;
  }
  parts.push_back(make_bytes(data.substr(at)));
  return vm.list(static_cast<std::vector<Value>&&>(parts));
}

Value bytes_join(VM& vm, Value* arguments) {
  std::vector<Value> items;
  if (!vm.extend(items, arguments[1])) {
    if (!vm.error_is(vm.types.type_error) || vm.is_iterator(arguments[1])) return Value();
    vm.take_error();
    return vm.raise_type_error("can only join an iterable");
  }
  std::string data;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (!unwrapped(items[i]).is(ObjectKind::Bytes)) {
      return vm.raise_type_error("sequence item " + std::to_string(i) + ": expected a bytes-like object, " +
                                 type_text(vm, items[i]) + " found");
    }
    if (i > 0) data += data_of(arguments[0]);
    data += data_of(unwrapped(items[i]));
    if (!check_allocation(vm, data.size(), 1)) return Value();
  }
  return make_bytes(data);
}

template <char kFrom, char kTo>
Value bytes_case(VM&, Value* arguments) {
  std::string data = data_of(arguments[0]);
  for (char& c : data) {
    if (c >= kFrom && c <= kFrom + 25) c = static_cast<char>(c - kFrom + kTo);
  }
  return make_bytes(static_cast<std::string&&>(data));
}

constexpr NativeEntry kMethods[] = {
    {"decode", bytes_decode, "self, encoding=(), errors=()"},
    {"hex", bytes_hex, "self, sep=(), bytes_per_sep=()"},
    {"strip", bytes_strip, "self, bytes=None, /"},
    {"split", bytes_split, "self, sep=None, maxsplit=-1"},
    {"join", bytes_join, "self, iterable_of_bytes, /"},
    {"upper", bytes_case<'a', 'A'>, "self, /"},
    {"lower", bytes_case<'A', 'a'>, "self, /"},
};
constexpr NativeEntry kClassMethods[] = {{"fromhex", bytes_fromhex, "cls, string, /"}};

}  // namespace

void install_bytes_type(VM& vm) {
  Type* type = vm.define_type("bytes", "builtins", {}, ObjectKind::Bytes);
  vm.types.bytes = type;
  add_special_methods(vm, type,
                      Special::Repr | Special::Equality | Special::Order | Special::Hash | Special::Length |
                          Special::GetItem | Special::Contains | Special::Iterate | Special::Concatenate);
  vm.add_methods(type, kMethods);
  install_bytes_text_methods(vm);
  vm.add_class_methods(type, kClassMethods);
  vm.set_constructor(type, {"__new__", bytes_new, "cls, source=(), encoding=(), errors=()"});
}

}  // namespace sluice
