// Reads the signatures that are written beside native functions: "self, iterable=(), /, *, key=None, reverse=False".
#include <cstdlib>
#include <string>

#include "base/check.h"
#include "vm/native.h"
#include "vm/vm.h"

namespace sluice {

namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

/// The value of a default that is filled in; missing for any other text.
Value literal(VM& vm, std::string_view text) {
  if (text == "None") return Value::none();
  if (text == "True") return Value::boolean(true);
  if (text == "False") return Value::boolean(false);
  if (text.size() >= 2 && text.front() == '\'' && text.back() == '\'') return vm.str(text.substr(1, text.size() - 2));
  const std::string digits(text);
  char* end = nullptr;
  const long long number = std::strtoll(digits.c_str(), &end, 10);
  if (!digits.empty() && *end == 0) return Value::small_int(number);
  return Value::missing();
}

}  // namespace

std::unique_ptr<Signature> Signature::parse(VM& vm, const char* text) {
  auto signature = std::make_unique<Signature>();
  std::string_view rest = text;
  if (rest.substr(0, 1) == "%") {
    constexpr int kEver = 99;
    const std::size_t colon = rest.find(':');
    signature->last_format_minor = colon == std::string_view::npos ? kEver : std::atoi(rest.data() + 1);
    rest.remove_prefix(colon == std::string_view::npos ? 1 : colon + 1);
  }
  bool keyword_only = false;
  while (!trimmed(rest).empty()) {
    // A comma inside quotes or brackets belongs to a default.
    std::size_t end = 0;
    bool quoted = false;
    int depth = 0;
    for (; end < rest.size(); ++end) {
      const char c = rest[end];
      if (c == '\'') quoted = !quoted;
      if (quoted) continue;
      if (c == '(' || c == '[') ++depth;
      if (c == ')' || c == ']') --depth;
      if (c == ',' && depth == 0) break;
    }
    std::string_view item = trimmed(rest.substr(0, end));
    rest = end < rest.size() ? rest.substr(end + 1) : std::string_view();
    if (item == "/") {
      signature->has_slash = true;
      signature->positional_only = static_cast<std::uint32_t>(signature->parameters.size());
      continue;
    }
    if (item == "*") {
      keyword_only = true;
      continue;
    }
    if (item.substr(0, 2) == "**") {
      signature->has_varkw = true;
      continue;
    }
    if (item.substr(0, 1) == "*") {
      signature->has_varargs = true;
      keyword_only = true;
      continue;
    }
    Parameter parameter;
    const std::size_t equals = item.find('=');
    parameter.filled = Value::missing();
    parameter.name = vm.intern(trimmed(item.substr(0, equals)));
    if (equals != std::string_view::npos) {
      parameter.is_optional = true;
      parameter.filled = literal(vm, trimmed(item.substr(equals + 1)));
    }
    signature->parameters.push_back(parameter);
    if (keyword_only && !parameter.is_optional) signature->has_required_keyword = true;
    if (keyword_only) continue;
    ++signature->positional;
    if (!parameter.is_optional) ++signature->required_positional;
  }
  signature->count = static_cast<std::uint32_t>(signature->parameters.size());
  signature->is_plain = !signature->has_varargs && !signature->has_varkw && !signature->has_required_keyword;
  return signature;
}

}  // namespace sluice
