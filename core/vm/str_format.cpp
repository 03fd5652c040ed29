#include "vm/str_format.h"

#include <string>
#include <utility>

#include "base/format_spec.h"
#include "base/percent_format.h"
#include "base/runtime_changes.h"
#include "base/text_repr.h"
#include "base/utf8.h"
#include "vm/big_integer.h"
#include "vm/builtin_operations.h"
#include "vm/builtins.h"
#include "vm/encoding.h"
#include "vm/native_helpers.h"
#include "vm/number_operations.h"

namespace sluice {

namespace {

Value raise_text_error(VM& vm, const TextResult& result) {
  switch (result.error) {
    case TextError::kNone:
      break;
    case TextError::kValueError:
      return vm.raise_value_error(result.text);
    case TextError::kOverflowError:
      return vm.raise(vm.types.overflow_error, result.text);
    case TextError::kMemoryError:
      return raise_memory_error(vm);
  }
  return Value();
}

}  // namespace

// ---- format(value, spec) ----

Value format_result(VM& vm, const TextResult& result) {
  return result.ok() ? vm.str(result.text) : raise_text_error(vm, result);
}

Value builtin_format(VM& vm, const Value& value, std::string_view spec) {
  if (spec.empty()) return Value::not_implemented();
  TextResult result;
  const Value& inner = unwrapped(value);
  if (inner.is(ObjectKind::Str)) {
    result = format_str(inner.as<Str>()->view(), spec, vm.python(), vm.type_name(value));
  } else if (inner.is_double()) {
    result = format_float(inner.as_double(), spec, vm.python(), vm.type_name(value));
  } else if (builtin_is_integer(inner)) {
    result = format_int(big_of(inner), spec, vm.python(), vm.type_name(value));
  } else {
    return Value::not_implemented();
  }
  return format_result(vm, result);
}

// ---- template % values ----

namespace {

class PercentFormatter {
 public:
  /// `is_bytes`: the characters stand for bytes.
  PercentFormatter(VM& vm, const Str& format, const Value& values, bool is_bytes)
      : vm_(vm),
        reader_(format.view()),
        values_(values),
        is_tuple_(unwrapped(values).is(ObjectKind::Tuple)),
        is_bytes_(is_bytes) {}

  Value run() {
    while (true) {
      switch (reader_.next()) {
        case PercentReader::Piece::kLiteral:
          text_ += reader_.literal();
          break;
        case PercentReader::Piece::kDirective:
          if (!convert(reader_.directive())) return Value();
          break;
        case PercentReader::Piece::kError:
          return vm_.raise_value_error(reader_.error());
        case PercentReader::Piece::kEnd:
          return finish();
      }
    }
  }

 private:
  Value finish() {
    const bool is_mapping = uses_mapping_ || may_be_mapping();
    const bool all_used = is_tuple_ ? next_ >= tuple().size() : next_ > 0;
    if (!all_used && !is_mapping) {
      return vm_.raise_type_error(std::string("not all arguments converted during ") +
                                  (is_bytes_ ? "bytes" : "string") + " formatting");
    }
    return is_bytes_ ? encode_text(vm_, vm_.str(text_), "latin-1", "strict") : vm_.str(text_);
  }

  [[nodiscard]] bool may_be_mapping() const {
    if (is_tuple_ || text_or_null(values_) || (is_bytes_ && unwrapped(values_).is(ObjectKind::Bytes))) return false;
    if (unwrapped(values_).is(ObjectKind::List) || unwrapped(values_).is(ObjectKind::Dict)) return true;
    // CPython asks for mp_subscript, which a deque alone among its subscriptable types has not.
    if (values_.is(ObjectKind::NativeData)) return false;
    return static_cast<bool>(vm_.type_of(values_)->special(vm_, SpecialMethod::GetItem));
  }

  [[nodiscard]] const Tuple& tuple() const { return *unwrapped(values_).as<Tuple>(); }

  /// The next argument; no value with a TypeError pending.
  Value take() {
    if (is_tuple_ && next_ < tuple().size()) return tuple()[next_++];
    if (!is_tuple_ && next_ == 0) {
      ++next_;
      return values_;
    }
    return vm_.raise_type_error("not enough arguments for format string");
  }

  bool take_star(const char* what, std::int64_t& number) {
    const Value argument = take();
    if (!argument) return false;
    if (!builtin_is_integer(unwrapped(argument))) {
      vm_.raise_type_error("* wants int");
      return false;
    }
    if (VM::as_int64(unwrapped(argument), number) && number < INT32_MAX && number > INT32_MIN) return true;
    vm_.raise(vm_.types.overflow_error, std::string("Python int too large to convert to C ") + what);
    return false;
  }

  bool convert(PercentDirective directive) {
    if (directive.has_key) {
      if (!may_be_mapping()) {
        vm_.raise_type_error("format requires a mapping");
        return false;
      }
      uses_mapping_ = true;
    }
    std::int64_t number = 0;
    if (directive.star_width) {
      if (!take_star("ssize_t", number)) return false;
      set_star_width(directive, number);
    }
    if (directive.star_precision) {
      if (!take_star("int", number)) return false;
      set_star_precision(directive, number);
    }
    if (!percent_is_supported(directive.conversion) && !(is_bytes_ && directive.conversion == U'b')) {
      vm_.raise_value_error(percent_unsupported_error(directive));
      return false;
    }
    const Value value = directive.has_key ? vm_.get_item(values_, key_of(directive)) : take();
    if (!value) return false;
    if (!check_allocation(vm_, static_cast<std::uint64_t>(directive.width > 0 ? directive.width : 0), 1)) return false;
    return put(directive, value) && check_allocation(vm_, text_.size(), 1);
  }

  Value key_of(const PercentDirective& directive) {
    const Value key = vm_.str(directive.key);
    return is_bytes_ ? encode_text(vm_, key, "latin-1", "strict") : key;
  }

  bool add(const TextResult& result) {
    if (!result.ok()) {
      raise_text_error(vm_, result);
      return false;
    }
    text_ += result.text;
    return true;
  }

  /// %b, and %s and %c, of bytes; false with a TypeError pending for what is none.
  bool put_bytes(const PercentDirective& directive, const Value& value) {
    Value bytes = unwrapped(value);
    const bool is_byte = directive.conversion == U'c';
    if (is_byte && builtin_is_integer(bytes)) {
      std::int64_t code = -1;
      if (!VM::as_int64(bytes, code) || code < 0 || code > 255) {
        vm_.raise(vm_.types.overflow_error, "%c arg not in range(256)");
        return false;
      }
      return add(percent_text(directive, utf8_encode(static_cast<char32_t>(code))));
    }
    if (!is_byte && !bytes.is(ObjectKind::Bytes)) bytes = vm_.call_special(value, SpecialMethod::Bytes);
    if (!bytes) return false;
    if (!bytes.is(ObjectKind::Bytes) || (is_byte && bytes.as<Bytes>()->data().size() != 1)) {
      vm_.raise_type_error(is_byte ? "%c requires an integer in range(256) or a single byte"
                                   : "%b requires a bytes-like object, or an object that implements __bytes__, not '" +
                                         type_text(vm_, value) + "'");
      return false;
    }
    const Value text = decode_bytes(vm_, bytes, "latin-1", "strict");
    return text && add(percent_text(directive, text.as<Str>()->view()));
  }

  bool put(PercentDirective directive, const Value& value) {
    if (is_bytes_) {
      if (directive.conversion == U'r') directive.conversion = U'a';
      if (directive.conversion == U'b' || directive.conversion == U's' || directive.conversion == U'c') {
        return put_bytes(directive, value);
      }
    }
    switch (directive.conversion) {
      case U's': {
        const Value text = vm_.to_str(value);
        return text && add(percent_text(directive, text.as<Str>()->view()));
      }
      case U'r': {
        const Value text = vm_.repr(value);
        return text && add(percent_text(directive, text.as<Str>()->view()));
      }
      case U'a': {
        const Value text = vm_.repr(value);
        return text && add(percent_text(directive, escape_non_ascii(text.as<Str>()->view())));
      }
      case U'c':
        return put_character(directive, value);
      case U'd':
      case U'i':
      case U'u':
      case U'o':
      case U'x':
      case U'X':
        return put_integer(directive, value);
      default: {
        double number = 0;
        if (vm_.real(value, number)) return add(percent_float(directive, number));
        if (is_bytes_ && vm_.error_is(vm_.types.type_error)) {
          vm_.take_error();
          vm_.raise_type_error("float argument required, not " + type_text(vm_, value));
        }
        return false;
      }
    }
  }

  bool put_character(const PercentDirective& directive, const Value& value) {
    if (const Str* text = text_or_null(value)) {
      if (text->length() == 1) return add(percent_text(directive, text->view()));
      vm_.raise_type_error(percent_c_error_names_length(vm_.python())
                               ? "%c requires an int or a unicode character, not a string of length " +
                                     std::to_string(text->length())
                               : "%c requires int or char");
      return false;
    }
    std::int64_t code = -1;  // of an int that is too long, too
    const bool is_int = unwrapped(value).is(ObjectKind::BigInteger);
    if (!is_int && !vm_.index(value, code)) {
      vm_.take_error();
      vm_.raise_type_error(percent_c_error_names_length(vm_.python())
                               ? "%c requires an int or a unicode character, not " + type_text(vm_, value)
                               : "%c requires int or char");
      return false;
    }
    if (code < 0 || code > 0x10ffff) {
      vm_.raise(vm_.types.overflow_error, "%c arg not in range(0x110000)");
      return false;
    }
    return add(percent_text(directive, utf8_encode(static_cast<char32_t>(code))));
  }

  /// int(value) for what is a number by its methods. No value: it is none, or an exception is pending.
  Value whole_of(const Value& value) {
    Type* type = vm_.type_of(value);
    const bool is_number = type->special(vm_, SpecialMethod::Int) || type->special(vm_, SpecialMethod::Index) ||
                           type->special(vm_, SpecialMethod::Float);
    return is_number ? make_int(vm_, value, Value::missing()) : Value();
  }

  Value index_of(const Value& value) {
    BigInt number;
    return index_of_any_size(vm_, value, number) ? make_integer(static_cast<BigInt&&>(number)) : Value();
  }

  bool put_integer(const PercentDirective& directive, const Value& value) {
    const Value& inner = unwrapped(value);
    const bool decimal = directive.conversion == U'd' || directive.conversion == U'i' || directive.conversion == U'u';
    if (builtin_is_integer(inner)) return add(percent_int(directive, big_of(inner), vm_.python()));
    if (decimal && inner.is_double()) {
      const Value whole = integer_of_double(vm_, inner.as_double());
      return whole && add(percent_int(directive, big_of(whole), vm_.python()));
    }
    if (value.is(ObjectKind::Instance)) {
      const Value number = decimal ? whole_of(value) : index_of(value);
      if (number) return add(percent_int(directive, big_of(unwrapped(number)), vm_.python()));
      if (vm_.has_error() && !vm_.error_is(vm_.types.type_error)) return false;
      if (vm_.has_error()) vm_.take_error();
    }
    const std::string letter = utf8_encode(directive.conversion);
    vm_.raise_type_error("%" + letter + " format: " + (decimal ? "a real number" : "an integer") +
                         " is required, not " + type_text(vm_, value));
    return false;
  }

  VM& vm_;
  PercentReader reader_;
  const Value values_;
  const bool is_tuple_;
  const bool is_bytes_;
  bool uses_mapping_ = false;
  std::size_t next_ = 0;  ///< arguments taken
  std::string text_;
};

}  // namespace

Value percent_format(VM& vm, const Str& format, const Value& values) {
  return PercentFormatter(vm, format, values, false).run();
}

Value percent_format_bytes(VM& vm, const Value& format, const Value& values) {
  const Value text = decode_bytes(vm, format, "latin-1", "strict");
  return text ? PercentFormatter(vm, *text.as<Str>(), values, true).run() : text;
}

// ---- str.format ----

namespace {

/// Reads a template with replacement fields: {field!conversion:spec}, where the spec may hold fields itself.
class BraceFormatter {
 public:
  BraceFormatter(VM& vm, const Tuple* positional, const Value& keywords)
      : vm_(vm), positional_(positional), keywords_(keywords) {}

  /// Appends the template with its fields replaced; false with an exception pending.
  bool format(std::string_view text, int depth, std::string& out) {
    std::size_t at = 0;
    while (at < text.size()) {
      const char c = text[at];
      if (c != '{' && c != '}') {
        out += c;
        ++at;
        continue;
      }
      if (at + 1 < text.size() && text[at + 1] == c) {
        out += c;
        at += 2;
        continue;
      }
      if (c == '}') return fail("Single '}' encountered in format string");
      if (at + 1 >= text.size()) return fail("Single '{' encountered in format string");
      if (depth < 0) return fail("Max string recursion exceeded");
      if (!replace(text, at, depth, out)) return false;
      if (!check_allocation(vm_, out.size(), 1)) return false;
    }
    return true;
  }

 private:
  bool fail(const char* message) {
    vm_.raise_value_error(message);
    return false;
  }

  /// One field; `at` stands on its "{" and moves behind its "}".
  bool replace(std::string_view text, std::size_t& at, int depth, std::string& out) {
    const std::size_t begin = at + 1;
    std::size_t end = begin;
    int bracket = 0;
    // The name ends at "!", ":" or "}" outside of brackets.
    while (end < text.size()) {
      const char c = text[end];
      if (c == '[') {
        bracket = 1;
      } else if (c == ']') {
        bracket = 0;
      } else if (bracket == 0 && (c == '}' || c == ':' || c == '!')) {
        break;
      } else if (bracket == 0 && c == '{') {
        return fail("unexpected '{' in field name");
      }
      ++end;
    }
    if (end >= text.size()) return fail("expected '}' before end of string");
    const std::string_view name = text.substr(begin, end - begin);
    char conversion = 0;
    if (text[end] == '!') {
      if (end + 1 >= text.size()) return fail("end of string while looking for conversion specifier");
      if (text[end + 1] == '}') return fail("unmatched '{' in format spec");
      conversion = text[end + 1];
      end += 2;
      if (end >= text.size()) return fail("unmatched '{' in format spec");
      if (text[end] != ':' && text[end] != '}') return fail("expected ':' after conversion specifier");
    }
    std::string_view spec;
    if (text[end] == ':') {
      const std::size_t spec_begin = end + 1;
      int nested = 0;
      for (end = spec_begin; end < text.size(); ++end) {
        if (text[end] == '{') ++nested;
        if (text[end] != '}') continue;
        if (nested == 0) break;
        --nested;
      }
      if (end >= text.size())
        return fail(nested > 0 ? "expected '}' before end of string" : "unmatched '{' in format spec");
      spec = text.substr(spec_begin, end - spec_begin);
    }
    at = end + 1;
    Value value = look_up(name);
    if (!value) return false;
    value = converted(std::move(value), conversion);
    if (!value) return false;
    std::string final_spec(spec);
    if (spec.find_first_of("{}") != std::string_view::npos) {
      final_spec.clear();
      if (!format(spec, depth - 1, final_spec)) return false;
    }
    const Value result = vm_.format(value, final_spec);
    if (!result) return false;
    out += result.as<Str>()->view();
    return true;
  }

  Value converted(Value value, char conversion) {
    switch (conversion) {
      case 0:
        return value;
      case 's':
        return vm_.to_str(value);
      case 'r':
        return vm_.repr(value);
      case 'a': {
        const Value text = vm_.repr(value);
        return text ? vm_.str(escape_non_ascii(text.as<Str>()->view())) : Value();
      }
      default: {
        const std::string shown = conversion > 32 && conversion < 127 ? std::string(1, conversion) : "\\x..";
        return vm_.raise_value_error("Unknown conversion specifier " + shown);
      }
    }
  }

  static bool is_number_text(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
  }

  /// The value of "0", "name", "" and what follows it: ".attribute", "[item]".
  Value look_up(std::string_view name) {
    const std::size_t end = std::min(name.find_first_of(".["), name.size());
    Value value = first(name.substr(0, end));
    std::size_t at = end;
    while (value && at < name.size()) {
      if (name[at] == '.') {
        std::size_t stop = std::min(name.find_first_of(".[", at + 1), name.size());
        if (stop == at + 1) return vm_.raise_value_error("Empty attribute in format string");
        value = vm_.get_attribute(value, vm_.intern(name.substr(at + 1, stop - at - 1)));
        at = stop;
        continue;
      }
      if (name[at] != '[') return vm_.raise_value_error("Only '.' or '[' may follow ']' in format field specifier");
      const std::size_t stop = name.find(']', at);
      if (stop == std::string_view::npos) return vm_.raise_value_error("Missing ']' in format string");
      const std::string_view key = name.substr(at + 1, stop - at - 1);
      if (key.empty()) return vm_.raise_value_error("Empty attribute in format string");
      value = vm_.get_item(value, is_number_text(key) ? number_of(key) : vm_.str(key));
      at = stop + 1;
    }
    return value;
  }

  Value number_of(std::string_view digits) {
    const std::optional<BigInt> number = BigInt::parse(digits, 10);
    return number ? make_integer(*number) : vm_.raise_value_error("Too many decimal digits in format string");
  }

  Value first(std::string_view name) {
    const bool automatic = name.empty();
    if (!automatic && !is_number_text(name)) {
      if (keywords_.is(ObjectKind::Dict)) {
        const Value key = vm_.str(name);
        const Value* found = keywords_.as<Dict>()->find(vm_, key);
        if (found != nullptr) return *found;
        return vm_.has_error() ? Value() : vm_.raise(vm_.types.key_error, key);
      }
      return vm_.get_item(keywords_, vm_.str(name));
    }
    if (automatic && manual_) {
      return vm_.raise_value_error("cannot switch from manual field specification to automatic field numbering");
    }
    if (!automatic && next_ > 0) {
      return vm_.raise_value_error("cannot switch from automatic field numbering to manual field specification");
    }
    manual_ = !automatic;
    std::uint64_t index = next_;
    if (automatic) {
      ++next_;
    } else {
      if (name.size() > 18) return vm_.raise_value_error("Too many decimal digits in format string");
      index = static_cast<std::uint64_t>(BigInt::parse(name, 10).value_or(BigInt(0)).to_int64());
    }
    if (positional_ == nullptr) return vm_.raise_value_error("Format string contains positional fields");
    if (index < positional_->size()) return (*positional_)[index];
    return vm_.raise(vm_.types.index_error,
                     "Replacement index " + std::to_string(index) + " out of range for positional args tuple");
  }

  VM& vm_;
  const Tuple* positional_;  ///< null: format_map()
  const Value& keywords_;
  std::size_t next_ = 0;  ///< fields numbered by themselves so far
  bool manual_ = false;
};

}  // namespace

Value brace_format(VM& vm, const Str& format, const Tuple* positional, const Value& keywords) {
  std::string text;
  BraceFormatter formatter(vm, positional, keywords);
  return formatter.format(format.view(), 1, text) ? vm.str(text) : Value();
}

}  // namespace sluice
