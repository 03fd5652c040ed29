#include "vm/encoding.h"

#include <span>

#include "base/text_repr.h"
#include "base/utf8.h"
#include "vm/native_helpers.h"

namespace sluice {

namespace {

enum class Codec { Utf8, Ascii, Latin1, Unknown };

Codec codec_of(const std::string& name) {
  std::string plain;
  for (const char c : name) {
    if (c == '-' || c == '_' || c == ' ') continue;
    plain += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  }
  if (plain == "utf8" || plain == "u8" || plain == "utf") return Codec::Utf8;
  if (plain == "ascii" || plain == "usascii" || plain == "646") return Codec::Ascii;
  if (plain == "latin1" || plain == "iso88591" || plain == "l1" || plain == "latin") return Codec::Latin1;
  return Codec::Unknown;
}

const char* codec_name(Codec codec) {
  switch (codec) {
    case Codec::Utf8:
      return "utf-8";
    case Codec::Ascii:
      return "ascii";
    case Codec::Latin1:
      return "latin-1";
    case Codec::Unknown:
      break;
  }
  return "";
}

/// Codecs that CPython has and this does not; by the beginning of the name.
constexpr const char* kOthers[] = {"utf-16",      "utf16",     "utf_16", "utf-32",  "utf32", "utf_32",   "utf-7",
                                   "utf_8_sig",   "utf-8-sig", "cp",     "iso",     "mac",   "koi8",     "big5",
                                   "gb",          "shift",     "euc",    "windows", "idna",  "punycode", "unicode",
                                   "raw_unicode", "hex",       "base64", "rot"};

Value raise_unknown(VM& vm, const std::string& name) {
  for (const std::string_view other : kOthers) {
    if (name.compare(0, other.size(), other) != 0) continue;
    return vm.refuse("encoding '" + name + "'", "use utf-8, ascii or latin-1");
  }
  return vm.raise(vm.types.lookup_error, "unknown encoding: " + name);
}

Value raise_coding(VM& vm, Type* type, Codec codec, const Value& object, std::size_t start, std::size_t end,
                   const char* reason) {
  const Value arguments[5] = {vm.str(codec_name(codec)), object, vm.integer(static_cast<std::int64_t>(start)),
                              vm.integer(static_cast<std::int64_t>(end)), vm.str(reason)};
  return vm.raise(Value(new Exception(type, Tuple::of(arguments))));
}

std::string escaped(char32_t code) {
  static const char* const kDigits = "0123456789abcdef";
  const int digits = code < 0x100 ? 2 : code < 0x10000 ? 4 : 8;
  std::string text = code < 0x100 ? "\\x" : code < 0x10000 ? "\\u" : "\\U";
  for (int i = digits - 1; i >= 0; --i) text += kDigits[(code >> (4 * i)) & 15];
  return text;
}

}  // namespace

bool text_option(VM& vm, const Value& value, const char* function, const char* name, std::string& text) {
  if (!given(value)) return true;
  const Str* option = text_or_null(value);
  if (option == nullptr) {
    vm.raise_type_error(std::string(function) + "() argument '" + name + "' must be str, not " +
                        argument_type(vm, value));
    return false;
  }
  text = option->text();
  return true;
}

Value encode_text(VM& vm, const Value& text, const std::string& encoding, const std::string& errors) {
  const Codec codec = codec_of(encoding);
  if (codec == Codec::Unknown) return raise_unknown(vm, encoding);
  const Str& source = *text.as<Str>();
  if (codec == Codec::Utf8 || source.is_ascii()) return Value(new Bytes(source.text()));
  const char32_t limit = codec == Codec::Ascii ? 128 : 256;
  const std::u32string codes = utf8_to_utf32(source.view());
  std::string bytes;
  for (std::size_t i = 0; i < codes.size(); ++i) {
    if (codes[i] < limit) {
      bytes += static_cast<char>(codes[i]);
    } else if (errors == "ignore") {
      continue;
    } else if (errors == "replace") {
      bytes += '?';
    } else if (errors == "backslashreplace") {
      bytes += escaped(codes[i]);
    } else if (errors == "xmlcharrefreplace") {
      bytes += "&#" + std::to_string(static_cast<std::uint32_t>(codes[i])) + ";";
    } else if (errors == "strict") {
      std::size_t end = i + 1;
      while (end < codes.size() && codes[end] >= limit) ++end;
      return raise_coding(vm, vm.types.unicode_encode_error, codec, text, i, end,
                          codec == Codec::Ascii ? "ordinal not in range(128)" : "ordinal not in range(256)");
    } else {
      return vm.raise(vm.types.lookup_error, "unknown error handler name '" + errors + "'");
    }
  }
  return Value(new Bytes(static_cast<std::string&&>(bytes)));
}

namespace {

/// What is wrong with the bytes at `at`, and how many of them.
const char* utf8_fault(std::string_view data, std::size_t at, std::size_t& length) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(data[i]); };
  length = 1;
  const unsigned char lead = byte(at);
  if (lead < 0xc2 || lead > 0xf4) return "invalid start byte";
  const std::size_t width = utf8_width(data[at]);
  for (std::size_t i = 1; i < width; ++i) {
    if (at + i >= data.size()) {
      length = data.size() - at;
      return "unexpected end of data";
    }
    unsigned char low = 0x80;
    unsigned char high = 0xbf;
    if (i == 1 && lead == 0xe0) low = 0xa0;
    if (i == 1 && lead == 0xed) high = 0x9f;
    if (i == 1 && lead == 0xf0) low = 0x90;
    if (i == 1 && lead == 0xf4) high = 0x8f;
    if (byte(at + i) < low || byte(at + i) > high) return "invalid continuation byte";
    length = i + 1;
  }
  return "invalid continuation byte";
}

bool put_replacement(VM& vm, std::string& text, const std::string& errors, std::string_view bad) {
  if (errors == "ignore") return true;
  if (errors == "replace") {
    text += "\xef\xbf\xbd";
    return true;
  }
  if (errors == "backslashreplace") {
    for (const char c : bad) text += escaped(static_cast<unsigned char>(c));
    return true;
  }
  vm.raise(vm.types.lookup_error, "unknown error handler name '" + errors + "'");
  return false;
}

}  // namespace

Value decode_bytes(VM& vm, const Value& bytes, const std::string& encoding, const std::string& errors) {
  const Codec codec = codec_of(encoding);
  if (codec == Codec::Unknown) return raise_unknown(vm, encoding);
  const std::string& data = bytes.as<Bytes>()->data();
  std::string text;
  if (codec == Codec::Latin1) {
    for (const char c : data) utf8_append(text, static_cast<unsigned char>(c));
    return vm.str(text);
  }
  std::size_t at = 0;
  while (at < data.size()) {
    const std::string_view left = std::string_view(data).substr(at);
    std::size_t good = 0;
    if (codec == Codec::Utf8) {
      good = utf8_error_offset(left);
    } else {
      while (good < left.size() && static_cast<unsigned char>(left[good]) < 128) ++good;
    }
    text += left.substr(0, good);
    at += good;
    if (at >= data.size()) break;
    std::size_t length = 1;
    const char* reason = codec == Codec::Utf8 ? utf8_fault(data, at, length) : "ordinal not in range(128)";
    if (errors == "strict") {
      return raise_coding(vm, vm.types.unicode_decode_error, codec, bytes, at, at + length, reason);
    }
    if (!put_replacement(vm, text, errors, left.substr(good, length))) return Value();
    at += length;
  }
  return vm.str(text);
}

// ---- The exceptions ----

namespace {

/// (encoding, object, start, end, reason) of the exception, which a UnicodeTranslateError has without the encoding.
/// Empty unless it was made with these.
std::span<const Value> coding_arguments(VM& vm, const Value& error) {
  const std::span<const Value> args = error.as<Exception>()->args->span();
  const bool translates = vm.type_of(error)->is_subtype_of(vm.types.unicode_translate_error);
  const std::size_t first = translates ? 0 : 1;
  if (args.size() != first + 4 || !args[0].is(ObjectKind::Str) || !args[first + 3].is(ObjectKind::Str)) return {};
  return args[first + 1].is_small_int() && args[first + 2].is_small_int() ? args : std::span<const Value>();
}

Value coding_error_text(VM& vm, Value* arguments) {
  std::span<const Value> args = coding_arguments(vm, arguments[0]);
  if (args.empty()) return vm.repr(Value(arguments[0].as<Exception>()->args));
  const bool translates = args.size() == 4;
  std::string what = "can't translate";
  if (!translates) {
    const char* verb = args[1].is(ObjectKind::Bytes) ? "decode" : "encode";
    what = "'" + args[0].as<Str>()->text() + "' codec can't " + verb;
    args = args.subspan(1);
  }
  const std::string reason = ": " + args[3].as<Str>()->text();
  const std::int64_t start = args[1].as_small_int();
  const std::int64_t end = args[2].as_small_int();
  const Value& object = args[0];
  const std::string range = std::to_string(start) + "-" + std::to_string(end - 1) + reason;
  if (object.is(ObjectKind::Bytes)) {
    const std::string& data = object.as<Bytes>()->data();
    if (end != start + 1 || start < 0 || static_cast<std::size_t>(start) >= data.size()) {
      return vm.str(what + " bytes in position " + range);
    }
    const std::string byte = escaped(static_cast<unsigned char>(data[static_cast<std::size_t>(start)]));
    return vm.str(what + " byte 0x" + byte.substr(2) + " in position " + std::to_string(start) + reason);
  }
  const Str* text = text_or_null(object);
  if (text == nullptr || end != start + 1 || start < 0 || static_cast<std::size_t>(start) >= text->length()) {
    return vm.str(what + " characters in position " + range);
  }
  std::size_t offset = utf8_offset(text->view(), static_cast<std::size_t>(start));
  return vm.str(what + " character '" + escaped(utf8_next(text->view(), offset)) + "' in position " +
                std::to_string(start) + reason);
}

template <std::size_t kIndex>
Value coding_argument(VM&, const Value& self) {
  const Tuple* args = self.as<Exception>()->args.get();
  return kIndex < args->size() ? (*args)[kIndex] : Value::none();
}

constexpr NativeEntry kErrorMethods[] = {{"__str__", coding_error_text, "self, /"}};
constexpr NativeAttribute kErrorAttributes[] = {{"encoding", coding_argument<0>, nullptr},
                                                {"object", coding_argument<1>, nullptr},
                                                {"start", coding_argument<2>, nullptr},
                                                {"end", coding_argument<3>, nullptr},
                                                {"reason", coding_argument<4>, nullptr}};
constexpr NativeAttribute kTranslateAttributes[] = {{"object", coding_argument<0>, nullptr},
                                                    {"start", coding_argument<1>, nullptr},
                                                    {"end", coding_argument<2>, nullptr},
                                                    {"reason", coding_argument<3>, nullptr}};

}  // namespace

void install_coding_errors(VM& vm) {
  for (Type* type : {vm.types.unicode_encode_error, vm.types.unicode_decode_error}) {
    vm.add_methods(type, kErrorMethods);
    vm.add_attributes(type, kErrorAttributes);
  }
  vm.add_methods(vm.types.unicode_translate_error, kErrorMethods);
  vm.add_attributes(vm.types.unicode_translate_error, kTranslateAttributes);
}

}  // namespace sluice
