// int, float and str under a parsed specifier: which presentation types each has, and in which order CPython complains.
#include "base/format_spec.h"

#include <cmath>
#include <utility>

#include "base/float_text.h"
#include "base/format_fields.h"
#include "base/utf8.h"

namespace sluice {
namespace {

constexpr std::int64_t kDefaultPrecision = 6;
constexpr std::int64_t kHighestCode = 0x10FFFF;
constexpr std::int64_t kMaxPrecision = 0x7FFFFFFF;  // C's int in CPython

TextResult unknown_type(char32_t type, std::string_view type_name) {
  return value_error("Unknown format code '" + format_character_text(type) + "' for object of type '" +
                     std::string(type_name) + "'");
}

bool is_float_type(char32_t type) {
  constexpr std::u32string_view kTypes = U"eEfFgGn%";
  return type == 0 || kTypes.find(type) != std::u32string_view::npos;
}

/// Splits what float_text wrote into pieces; `suffix` is '%' or empty.
NumberPieces split_float(std::string_view text, std::string_view suffix) {
  NumberPieces number;
  if (!text.empty() && text.front() == '-') {
    number.negative = true;
    text.remove_prefix(1);
  }
  const auto take_digits = [&text](std::string& into) {
    std::size_t end = 0;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
    into = std::string(text.substr(0, end));
    text.remove_prefix(end);
  };
  take_digits(number.digits);
  if (!text.empty() && text.front() == '.') {
    number.has_point = true;
    text.remove_prefix(1);
    take_digits(number.fraction);
  }
  number.rest = std::string(text) + std::string(suffix);
  return number;
}

bool is_zero_text(const NumberPieces& number) {
  return !number.digits.empty() && number.digits.find_first_not_of('0') == std::string::npos &&
         number.fraction.find_first_not_of('0') == std::string::npos;
}

TextResult check_precision(const FormatFields& fields) {
  if (fields.precision > kMaxPrecision) return value_error("precision too big");
  return fields.precision > kMaxTextWidth ? memory_error() : TextResult{};
}

TextResult format_float_fields(double value, const FormatFields& fields) {
  TextResult checked = check_precision(fields);
  if (!checked.ok()) return checked;
  FloatLayout layout;
  layout.alternate = fields.alternate;
  layout.precision = fields.precision >= 0 ? fields.precision : kDefaultPrecision;
  const bool percent = fields.type == '%';
  if (percent) {
    layout.type = 'f';
    value *= 100;
  } else if (fields.type == 0) {
    // No type: repr, or with a precision 'g' that keeps one digit behind the point.
    layout.type = fields.precision >= 0 ? 'g' : 'r';
    layout.add_dot_zero = true;
  } else {
    layout.type = fields.type == 'n' ? 'g' : static_cast<char>(fields.type);
  }
  NumberPieces number = split_float(float_text(value, layout), percent ? "%" : "");
  if (fields.no_negative_zero && is_zero_text(number)) number.negative = false;
  return lay_out_number(number, fields);
}

TextResult format_character(const BigInt& value, const FormatFields& fields) {
  if (fields.sign != 0) return value_error("Sign not allowed with integer format specifier 'c'");
  if (fields.alternate) return value_error("Alternate form (#) not allowed with integer format specifier 'c'");
  const std::optional<std::int64_t> code = value.try_int64();
  if (!code) return {"Python int too large to convert to C long", TextError::kOverflowError};
  if (*code < 0 || *code > kHighestCode) return {"%c arg not in range(0x110000)", TextError::kOverflowError};
  // Strings here hold no lone surrogates.
  if (is_surrogate(static_cast<char32_t>(*code))) return value_error("surrogates are not supported");
  NumberPieces number;
  utf8_append(number.rest, static_cast<char32_t>(*code));
  return lay_out_number(number, fields);
}

TextResult format_int_fields(const BigInt& value, const FormatFields& fields, PythonVersion version) {
  if (fields.precision != -1) return value_error("Precision not allowed in integer format specifier");
  if (fields.no_negative_zero) {
    return value_error("Negative zero coercion (z) not allowed in integer format specifier");
  }
  if (fields.type == 'c') return format_character(value, fields);

  NumberPieces number;
  int base = 10;
  if (fields.type == 'b') base = 2;
  if (fields.type == 'o') base = 8;
  if (fields.type == 'x' || fields.type == 'X') base = 16;
  if (base == 10 && value.exceeds_str_digits()) return value_error(str_digits_error(version));
  number.negative = value.is_negative();
  number.digits = value.abs().to_text(base);
  if (fields.type == 'X') {
    for (char& c : number.digits) c = c >= 'a' ? static_cast<char>(c - 32) : c;
  }
  if (fields.alternate && base != 10) number.prefix = std::string("0") + static_cast<char>(fields.type);
  return lay_out_number(number, fields);
}

}  // namespace

TextResult format_int(const BigInt& value, std::string_view spec, PythonVersion version, std::string_view type_name) {
  FormatFields fields;
  TextResult parsed = parse_format_fields(spec, {type_name, version, '>', 'd'}, fields);
  if (!parsed.ok()) return parsed;
  constexpr std::u32string_view kIntTypes = U"bcdoxXn";
  if (kIntTypes.find(fields.type) != std::u32string_view::npos) return format_int_fields(value, fields, version);
  if (fields.type == 0 || !is_float_type(fields.type)) return unknown_type(fields.type, type_name);
  const std::optional<double> number = value.to_double();
  if (!number) return {"int too large to convert to float", TextError::kOverflowError};
  return format_float_fields(*number, fields);
}

TextResult format_float(double value, std::string_view spec, PythonVersion version, std::string_view type_name) {
  FormatFields fields;
  TextResult parsed = parse_format_fields(spec, {type_name, version, '>', 0}, fields);
  if (!parsed.ok()) return parsed;
  if (!is_float_type(fields.type)) return unknown_type(fields.type, type_name);
  return format_float_fields(value, fields);
}

TextResult format_complex(ComplexNumber value, std::string_view spec, PythonVersion version) {
  FormatFields fields;
  TextResult parsed = parse_format_fields(spec, {"complex", version, '>', 0}, fields);
  if (!parsed.ok()) return parsed;
  if (!is_float_type(fields.type) || fields.type == '%') return unknown_type(fields.type, "complex");
  TextResult checked = check_precision(fields);
  if (!checked.ok()) return checked;
  if (fields.fill == '0') return value_error("Zero padding is not allowed in complex format specifier");
  if (fields.align == '=') return value_error("'=' alignment flag is not allowed in complex format specifier");
  FloatLayout layout;
  layout.alternate = fields.alternate;
  layout.precision = fields.precision >= 0 ? fields.precision : kDefaultPrecision;
  const bool is_plain = fields.type == 0;
  const bool shows_real = !is_plain || value.real != 0 || std::signbit(value.real);
  layout.type = is_plain             ? (fields.precision >= 0 ? 'g' : 'r')
                : fields.type == 'n' ? 'g'
                                     : static_cast<char>(fields.type);
  FormatFields part_fields = fields;
  part_fields.width = -1;
  std::string text;
  const auto add = [&](double part) {
    NumberPieces number = split_float(float_text(part, layout), "");
    if (fields.no_negative_zero && is_zero_text(number)) number.negative = false;
    text += lay_out_number(number, part_fields).text;
    part_fields.sign = '+';
  };
  if (shows_real) add(value.real);
  add(value.imaginary);
  text += 'j';
  if (is_plain && shows_real) text = "(" + text + ")";
  fields.precision = -1;
  return lay_out_text(text, fields);
}

TextResult format_str(std::string_view value, std::string_view spec, PythonVersion version,
                      std::string_view type_name) {
  FormatFields fields;
  TextResult parsed = parse_format_fields(spec, {type_name, version, '<', 's'}, fields);
  if (!parsed.ok()) return parsed;
  if (fields.type != 's') return unknown_type(fields.type, type_name);
  if (fields.sign == ' ') return value_error("Space not allowed in string format specifier");
  if (fields.sign != 0) return value_error("Sign not allowed in string format specifier");
  if (fields.no_negative_zero) {
    return value_error("Negative zero coercion (z) not allowed in string format specifier");
  }
  if (fields.alternate) return value_error("Alternate form (#) not allowed in string format specifier");
  if (fields.align == '=') return value_error("'=' alignment not allowed in string format specifier");
  if (fields.precision >= 0) value = utf8_slice(value, 0, static_cast<std::size_t>(fields.precision));
  fields.precision = -1;
  return lay_out_text(value, fields);
}

}  // namespace sluice
