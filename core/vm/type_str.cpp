// str: its constructor and methods. Formatting is in str_format.cpp, splitting and joining in str_split.cpp.
#include <algorithm>
#include <string>

#include "base/runtime_changes.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "vm/big_integer.h"
#include "vm/builtin_operations.h"
#include "vm/builtins.h"
#include "vm/encoding.h"
#include "vm/native_helpers.h"
#include "vm/special_wrappers.h"
#include "vm/str_format.h"
#include "vm/str_split.h"

namespace sluice {

namespace {

const Str& self_of(const Value* arguments) { return *arguments[0].as<Str>(); }

/// A str argument; null with the TypeError that `name()` raises for its argument number `position`.
const Str* text_argument(VM& vm, const Value& value, const char* name, int position) {
  if (const Str* text = text_or_null(value)) return text;
  vm.raise_type_error(std::string(name) + "() argument " + std::to_string(position) + " must be str, not " +
                      argument_type(vm, value));
  return nullptr;
}

/// The argument of find, count and their like, whose message names the function only since 3.13.
const Str* needle_argument(VM& vm, const Value& value, const char* name) {
  if (search_errors_name_function(vm.python())) return text_argument(vm, value, name, 1);
  if (const Str* text = text_or_null(value)) return text;
  vm.raise_type_error("must be str, not " + type_text(vm, value));
  return nullptr;
}

template <std::string (*kMap)(std::string_view)>
Value mapped(VM& vm, Value* arguments) {
  return vm.str(kMap(self_of(arguments).view()));
}

template <bool (*kTest)(std::string_view)>
Value tested(VM&, Value* arguments) {
  return Value::boolean(kTest(self_of(arguments).view()));
}

bool text_is_ascii(std::string_view text) { return is_ascii(text); }

// ---- Searching ----

/// The part of a text between two bounds in code points.
struct Window {
  std::size_t from = 0;  ///< bytes
  std::size_t to = 0;
  std::size_t first = 0;  ///< code points before it
  bool is_valid = false;  ///< start <= stop
};

bool make_window(VM& vm, const Str& text, const Value& start, const Value& stop, Window& window) {
  std::size_t to = 0;
  if (!search_bounds(vm, start, stop, text.length(), window.first, to)) return false;
  window.is_valid = window.first <= to;
  if (!window.is_valid) return true;
  window.from = text.is_ascii() ? window.first : utf8_offset(text.view(), window.first);
  window.to = text.is_ascii() ? to : utf8_offset(text.view(), to);
  return true;
}

/// find, rfind: index in code points; -1: not there; -2: exception pending.
std::int64_t find_in(VM& vm, Value* arguments, const char* name, bool from_end) {
  const Str& self = self_of(arguments);
  const Str* part = needle_argument(vm, arguments[1], name);
  Window window;
  if (part == nullptr || !make_window(vm, self, arguments[2], arguments[3], window)) return -2;
  if (!window.is_valid) return -1;
  const std::string_view inside = self.view().substr(window.from, window.to - window.from);
  const std::size_t place = from_end ? inside.rfind(part->view()) : inside.find(part->view());
  if (place == std::string_view::npos) return -1;
  const std::size_t before = self.is_ascii() ? place : utf8_length(inside.substr(0, place));
  return static_cast<std::int64_t>(window.first + before);
}

Value str_find(VM& vm, Value* arguments) {
  const std::int64_t index = find_in(vm, arguments, "find", false);
  return index == -2 ? Value() : Value::small_int(index);
}
Value str_rfind(VM& vm, Value* arguments) {
  const std::int64_t index = find_in(vm, arguments, "rfind", true);
  return index == -2 ? Value() : Value::small_int(index);
}
Value found_or_raise(VM& vm, std::int64_t index) {
  if (index == -2) return Value();
  return index == -1 ? vm.raise_value_error("substring not found") : Value::small_int(index);
}
Value str_index(VM& vm, Value* arguments) { return found_or_raise(vm, find_in(vm, arguments, "index", false)); }
Value str_rindex(VM& vm, Value* arguments) { return found_or_raise(vm, find_in(vm, arguments, "rindex", true)); }

Value str_count(VM& vm, Value* arguments) {
  const Str& self = self_of(arguments);
  const Str* part = needle_argument(vm, arguments[1], "count");
  Window window;
  if (part == nullptr || !make_window(vm, self, arguments[2], arguments[3], window)) return Value();
  if (!window.is_valid) return Value::small_int(0);
  const std::string_view inside = self.view().substr(window.from, window.to - window.from);
  if (part->length() == 0) return vm.integer(static_cast<std::int64_t>(utf8_length(inside)) + 1);
  std::int64_t count = 0;
  for (std::size_t at = inside.find(part->view()); at != std::string_view::npos;
       at = inside.find(part->view(), at + part->text().size())) {
    ++count;
  }
  return vm.integer(count);
}

bool has_affix(std::string_view text, std::string_view affix, bool at_end) {
  if (affix.size() > text.size()) return false;
  return at_end ? text.substr(text.size() - affix.size()) == affix : text.substr(0, affix.size()) == affix;
}

Value starts_or_ends(VM& vm, Value* arguments, const char* name, bool at_end) {
  const Str& self = self_of(arguments);
  Window window;
  if (!make_window(vm, self, arguments[2], arguments[3], window)) return Value();
  const std::string_view inside =
      window.is_valid ? self.view().substr(window.from, window.to - window.from) : std::string_view();
  const Value& wanted = unwrapped(arguments[1]);
  if (wanted.is(ObjectKind::Tuple)) {
    for (const Value& one : wanted.as<Tuple>()->span()) {
      const Str* affix = text_or_null(one);
      if (affix == nullptr) {
        return vm.raise_type_error(std::string("tuple for ") + name + " must only contain str, not " +
                                   type_text(vm, one));
      }
      if (window.is_valid && has_affix(inside, affix->view(), at_end)) return Value::boolean(true);
    }
    return Value::boolean(false);
  }
  const Str* affix = text_or_null(wanted);
  if (affix == nullptr) {
    return vm.raise_type_error(std::string(name) + " first arg must be str or a tuple of str, not " +
                               type_text(vm, arguments[1]));
  }
  return Value::boolean(window.is_valid && has_affix(inside, affix->view(), at_end));
}

Value str_startswith(VM& vm, Value* arguments) { return starts_or_ends(vm, arguments, "startswith", false); }
Value str_endswith(VM& vm, Value* arguments) { return starts_or_ends(vm, arguments, "endswith", true); }

// ---- Padding ----

/// The fill character and the width of center, ljust and rjust. False: exception pending.
bool padding(VM& vm, Value* arguments, std::size_t& missing, std::string& fill) {
  std::int64_t width = 0;
  if (!vm.index(arguments[1], width)) return false;
  fill = " ";
  if (given(arguments[2])) {
    const Str* text = text_or_null(arguments[2]);
    if (text == nullptr) {
      vm.raise_type_error("The fill character must be a unicode character, not " + type_text(vm, arguments[2]));
      return false;
    }
    if (text->length() != 1) {
      vm.raise_type_error("The fill character must be exactly one character long");
      return false;
    }
    fill = text->text();
  }
  const auto length = static_cast<std::int64_t>(self_of(arguments).length());
  missing = width > length ? static_cast<std::size_t>(width - length) : 0;
  return check_allocation(vm, missing, fill.size());
}

std::string times(const std::string& fill, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += fill;
  return text;
}

Value str_ljust(VM& vm, Value* arguments) {
  std::size_t missing = 0;
  std::string fill;
  if (!padding(vm, arguments, missing, fill)) return Value();
  return vm.str(self_of(arguments).text() + times(fill, missing));
}

Value str_rjust(VM& vm, Value* arguments) {
  std::size_t missing = 0;
  std::string fill;
  if (!padding(vm, arguments, missing, fill)) return Value();
  return vm.str(times(fill, missing) + self_of(arguments).text());
}

Value str_center(VM& vm, Value* arguments) {
  std::size_t missing = 0;
  std::string fill;
  if (!padding(vm, arguments, missing, fill)) return Value();
  // The odd one goes to the left where the width is odd.
  const std::size_t width = self_of(arguments).length() + missing;
  const std::size_t left = missing / 2 + (missing & width & 1);
  return vm.str(times(fill, left) + self_of(arguments).text() + times(fill, missing - left));
}

Value str_zfill(VM& vm, Value* arguments) {
  const Str& self = self_of(arguments);
  std::int64_t width = 0;
  if (!vm.index(arguments[1], width)) return Value();
  const auto length = static_cast<std::int64_t>(self.length());
  if (width <= length) return arguments[0];
  const auto missing = static_cast<std::size_t>(width - length);
  if (!check_allocation(vm, missing, 1)) return Value();
  std::string text = self.text();
  const bool has_sign = !text.empty() && (text[0] == '+' || text[0] == '-');
  text.insert(has_sign ? 1 : 0, missing, '0');
  return vm.str(text);
}

Value str_expandtabs(VM& vm, Value* arguments) {
  std::int64_t size = 8;
  if (given(arguments[1]) && !vm.index(arguments[1], size)) return Value();
  std::string text;
  std::int64_t column = 0;
  const std::string_view all = self_of(arguments).view();
  for (std::size_t i = 0; i < all.size(); ++i) {
    const char c = all[i];
    if (c == '\t') {
      const std::int64_t blanks = size > 0 ? size - column % size : 0;
      if (!check_allocation(vm, text.size() + static_cast<std::uint64_t>(blanks), 1)) return Value();
      text.append(static_cast<std::size_t>(blanks), ' ');
      column += blanks;
      continue;
    }
    text += c;
    if (c == '\n' || c == '\r') {
      column = 0;
    } else if ((static_cast<unsigned char>(c) & 0xc0) != 0x80) {
      ++column;
    }
  }
  return vm.str(text);
}

// ---- Stripping and replacing ----

bool contains_code(const std::u32string& codes, char32_t code) { return codes.find(code) != std::u32string::npos; }

Value strip(VM& vm, Value* arguments, const char* name, bool left, bool right) {
  const Str& self = self_of(arguments);
  std::string_view text = self.view();
  if (arguments[1].is_none()) {
    text = left && right ? text_strip(text) : left ? text_strip_left(text) : text_strip_right(text);
    return text.size() == self.text().size() ? arguments[0] : vm.str(text);
  }
  const Str* chars = text_or_null(arguments[1]);
  if (chars == nullptr) return vm.raise_type_error(std::string(name) + " arg must be None or str");
  const std::u32string codes = utf8_to_utf32(chars->view());
  std::size_t begin = 0;
  while (left && begin < text.size()) {
    std::size_t next = begin;
    if (!contains_code(codes, utf8_next(text, next))) break;
    begin = next;
  }
  std::size_t end = text.size();
  while (right && end > begin) {
    std::size_t before = end;
    if (!contains_code(codes, utf8_previous(text, before))) break;
    end = before;
  }
  return vm.str(text.substr(begin, end - begin));
}

Value str_strip(VM& vm, Value* arguments) { return strip(vm, arguments, "strip", true, true); }
Value str_lstrip(VM& vm, Value* arguments) { return strip(vm, arguments, "lstrip", true, false); }
Value str_rstrip(VM& vm, Value* arguments) { return strip(vm, arguments, "rstrip", false, true); }

Value str_removeprefix(VM& vm, Value* arguments) {
  const Str* affix = text_or_null(arguments[1]);
  if (affix == nullptr) {
    return vm.raise_type_error("removeprefix() argument must be str, not " + argument_type(vm, arguments[1]));
  }
  if (!has_affix(self_of(arguments).view(), affix->view(), false)) return arguments[0];
  return vm.str(self_of(arguments).view().substr(affix->text().size()));
}

Value str_removesuffix(VM& vm, Value* arguments) {
  const Str* affix = text_or_null(arguments[1]);
  if (affix == nullptr) {
    return vm.raise_type_error("removesuffix() argument must be str, not " + argument_type(vm, arguments[1]));
  }
  const std::string_view text = self_of(arguments).view();
  if (!has_affix(text, affix->view(), true)) return arguments[0];
  return vm.str(text.substr(0, text.size() - affix->text().size()));
}

Value str_replace(VM& vm, Value* arguments) {
  const Str& self = self_of(arguments);
  const Str* old = text_argument(vm, arguments[1], "replace", 1);
  const Str* fresh = old != nullptr ? text_argument(vm, arguments[2], "replace", 2) : nullptr;
  std::int64_t limit = -1;
  if (fresh == nullptr || (given(arguments[3]) && !vm.index(arguments[3], limit))) return Value();
  const std::string_view text = self.view();
  std::string result;
  std::size_t at = 0;
  std::int64_t done = 0;
  const bool between = old->text().empty();
  while (limit < 0 || done < limit) {
    const std::size_t place = between ? (at <= text.size() ? at : std::string_view::npos) : text.find(old->view(), at);
    if (place == std::string_view::npos) break;
    if (!check_allocation(vm, result.size() + place - at + fresh->text().size(), 1)) return Value();
    result += text.substr(at, place - at);
    result += fresh->view();
    ++done;
    at = place + old->text().size();
    if (!between) continue;
    if (at >= text.size()) {
      ++at;
      break;
    }
    const std::size_t width = utf8_width(text[at]);
    result += text.substr(at, width);
    at += width;
  }
  if (at < text.size()) result += text.substr(at);
  return done == 0 ? arguments[0] : vm.str(result);
}

// ---- translate ----

Value str_maketrans(VM& vm, Value* arguments) {
  Ref<Dict> table = make<Dict>();
  if (!given(arguments[1])) {
    const Value& source = unwrapped(arguments[0]);
    if (!source.is(ObjectKind::Dict)) {
      return vm.raise_type_error("if you give only one argument to maketrans it must be a dict");
    }
    std::size_t position = 0;
    while (Dict::Entry* entry = source.as<Dict>()->next(position)) {
      Value key = entry->key;
      const Value value = entry->value;
      if (const Str* text = text_or_null(key)) {
        if (text->length() != 1) {
          return vm.raise_value_error("string keys in translate table must be of length 1");
        }
        std::size_t offset = 0;
        key = Value::small_int(static_cast<std::int64_t>(utf8_next(text->view(), offset)));
      } else if (!builtin_is_integer(key)) {
        return vm.raise_type_error("keys in translate table must be strings or integers");
      }
      if (!table->set(vm, key, value)) return Value();
    }
    return Value(table);
  }
  const Str* from = text_or_null(arguments[0]);
  if (from == nullptr) {
    return vm.raise_type_error("first maketrans argument must be a string if there is a second argument");
  }
  const Str* to = text_argument(vm, arguments[1], "maketrans", 2);
  if (to == nullptr) return Value();
  if (from->length() != to->length()) {
    return vm.raise_value_error("the first two maketrans arguments must have equal length");
  }
  const std::u32string source = utf8_to_utf32(from->view());
  const std::u32string target = utf8_to_utf32(to->view());
  for (std::size_t i = 0; i < source.size(); ++i) {
    if (!table->set(vm, Value::small_int(source[i]), Value::small_int(target[i]))) return Value();
  }
  if (!given(arguments[2])) return Value(table);
  const Str* deleted = text_argument(vm, arguments[2], "maketrans", 3);
  if (deleted == nullptr) return Value();
  for (const char32_t code : utf8_to_utf32(deleted->view())) {
    if (!table->set(vm, Value::small_int(code), Value::none())) return Value();
  }
  return Value(table);
}

Value str_translate(VM& vm, Value* arguments) {
  std::string result;
  for (const char32_t code : utf8_to_utf32(self_of(arguments).view())) {
    const Value mapped_to = vm.get_item(arguments[1], Value::small_int(code));
    if (!mapped_to) {
      if (!vm.error_is(vm.types.lookup_error)) return Value();
      vm.take_error();
      utf8_append(result, code);
      continue;
    }
    if (mapped_to.is_none()) continue;
    std::int64_t number = 0;
    if (const Str* text = text_or_null(mapped_to)) {
      result += text->view();
    } else if (VM::as_int64(mapped_to, number)) {
      if (number < 0 || number > 0x10ffff) {
        return vm.raise_value_error("character mapping must be in range(0x110000)");
      }
      utf8_append(result, static_cast<char32_t>(number));
    } else {
      return vm.raise_type_error("character mapping must return integer, None or str");
    }
  }
  return vm.str(result);
}

// ---- The rest ----

Value str_format(VM& vm, Value* arguments) {
  return brace_format(vm, self_of(arguments), &rest(arguments[1]), arguments[2]);
}

Value str_format_map(VM& vm, Value* arguments) { return brace_format(vm, self_of(arguments), nullptr, arguments[1]); }

Value str_mod(VM& vm, Value* arguments) { return percent_format(vm, self_of(arguments), arguments[1]); }

Value str_encode(VM& vm, Value* arguments) {
  std::string encoding = "utf-8";
  std::string errors = "strict";
  if (!text_option(vm, arguments[1], "encode", "encoding", encoding)) return Value();
  if (!text_option(vm, arguments[2], "encode", "errors", errors)) return Value();
  return encode_text(vm, arguments[0], encoding, errors);
}

Value str_new(VM& vm, Value* arguments) {
  if (!given(arguments[1])) return vm.str("");
  if (!given(arguments[2]) && !given(arguments[3])) return vm.to_str(arguments[1]);
  std::string encoding = "utf-8";
  std::string errors = "strict";
  if (!text_option(vm, arguments[2], "str", "encoding", encoding)) return Value();
  if (!text_option(vm, arguments[3], "str", "errors", errors)) return Value();
  const Value& source = unwrapped(arguments[1]);
  if (source.is(ObjectKind::Str)) return vm.raise_type_error("decoding str is not supported");
  if (!source.is(ObjectKind::Bytes)) {
    return vm.raise_type_error("decoding to str: need a bytes-like object, " + type_text(vm, arguments[1]) + " found");
  }
  return decode_bytes(vm, source, encoding, errors);
}

constexpr NativeEntry kMethods[] = {
    {"__mod__", str_mod, "self, value, /"},
    {"capitalize", mapped<text_capitalize>, "self, /"},
    {"casefold", mapped<text_casefold>, "self, /"},
    {"lower", mapped<text_lower>, "self, /"},
    {"upper", mapped<text_upper>, "self, /"},
    {"title", mapped<text_title>, "self, /"},
    {"swapcase", mapped<text_swapcase>, "self, /"},
    {"isalpha", tested<text_is_alpha>, "self, /"},
    {"isdecimal", tested<text_is_decimal>, "self, /"},
    {"isdigit", tested<text_is_digit>, "self, /"},
    {"isnumeric", tested<text_is_numeric>, "self, /"},
    {"isalnum", tested<text_is_alnum>, "self, /"},
    {"isspace", tested<text_is_space>, "self, /"},
    {"isupper", tested<text_is_upper>, "self, /"},
    {"islower", tested<text_is_lower>, "self, /"},
    {"istitle", tested<text_is_title>, "self, /"},
    {"isprintable", tested<text_is_printable>, "self, /"},
    {"isidentifier", tested<text_is_identifier>, "self, /"},
    {"isascii", tested<text_is_ascii>, "self, /"},
    {"find", str_find, "%12:self, sub, start=(), end=(), /"},
    {"rfind", str_rfind, "%12:self, sub, start=(), end=(), /"},
    {"index", str_index, "%12:self, sub, start=(), end=(), /"},
    {"rindex", str_rindex, "%12:self, sub, start=(), end=(), /"},
    {"count", str_count, "%12:self, sub, start=(), end=(), /"},
    {"startswith", str_startswith, "%12:self, prefix, start=(), end=(), /"},
    {"endswith", str_endswith, "%12:self, suffix, start=(), end=(), /"},
    {"center", str_center, "self, width, fillchar=(), /"},
    {"ljust", str_ljust, "self, width, fillchar=(), /"},
    {"rjust", str_rjust, "self, width, fillchar=(), /"},
    {"zfill", str_zfill, "self, width, /"},
    {"expandtabs", str_expandtabs, "self, tabsize=()"},
    {"strip", str_strip, "self, chars=None, /"},
    {"lstrip", str_lstrip, "self, chars=None, /"},
    {"rstrip", str_rstrip, "self, chars=None, /"},
    {"removeprefix", str_removeprefix, "self, prefix, /"},
    {"removesuffix", str_removesuffix, "self, suffix, /"},
    {"translate", str_translate, "self, table, /"},
    {"format", str_format, "self, /, *args, **kwargs"},
    {"format_map", str_format_map, "self, mapping, /"},
    {"encode", str_encode, "self, encoding=(), errors=()"},
    {"split", str_split, "self, sep=None, maxsplit=-1"},
    {"rsplit", str_rsplit, "self, sep=None, maxsplit=-1"},
    {"splitlines", str_splitlines, "self, keepends=False"},
    {"partition", str_partition, "self, sep, /"},
    {"rpartition", str_rpartition, "self, sep, /"},
    {"join", str_join, "self, iterable, /"},
};
/// 3.13 lets the count be given by name.
constexpr NativeEntry kReplace[] = {{"replace", str_replace, "self, old, new, count=(), /"}};
constexpr NativeEntry kReplaceByName[] = {{"replace", str_replace, "self, old, new, /, count=()"}};
constexpr NativeEntry kStatic[] = {{"maketrans", str_maketrans, "x, y=(), z=(), /"}};

}  // namespace

void install_str_type(VM& vm) {
  Type* type = vm.define_type("str", "builtins", {}, ObjectKind::Str);
  vm.types.str = type;
  add_special_methods(vm, type,
                      Special::Repr | Special::Format | Special::Equality | Special::Order | Special::Hash |
                          Special::Length | Special::GetItem | Special::Contains | Special::Iterate |
                          Special::Concatenate);
  vm.add_methods(type, kMethods);
  if (replace_takes_count_by_name(vm.python())) {
    vm.add_methods(type, kReplaceByName);
  } else {
    vm.add_methods(type, kReplace);
  }
  vm.add_static_methods(type, kStatic);
  vm.set_constructor(type, {"__new__", str_new, "cls, object=(), encoding=(), errors=()"});
}

}  // namespace sluice
