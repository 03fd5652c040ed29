#include "vm/str_split.h"

#include <algorithm>
#include <string>

#include "base/unicode.h"
#include "base/utf8.h"
#include "vm/native_helpers.h"

namespace sluice {

namespace {

/// Parts between runs of blanks, from the left.
void split_blanks(std::string_view text, std::int64_t limit, std::vector<std::string_view>& parts) {
  std::string_view left = text_strip_left(text);
  while (!left.empty()) {
    if (limit == 0) {
      parts.push_back(left);
      return;
    }
    std::size_t end = 0;
    while (end < left.size()) {
      std::size_t next = end;
      if (is_space(utf8_next(left, next))) break;
      end = next;
    }
    parts.push_back(left.substr(0, end));
    left = text_strip_left(left.substr(end));
    if (limit > 0) --limit;
  }
}

/// The same from the right; parts come in reverse order.
void split_blanks_backwards(std::string_view text, std::int64_t limit, std::vector<std::string_view>& parts) {
  std::string_view left = text_strip_right(text);
  while (!left.empty()) {
    if (limit == 0) {
      parts.push_back(left);
      return;
    }
    std::size_t begin = left.size();
    while (begin > 0) {
      std::size_t before = begin;
      if (is_space(utf8_previous(left, before))) break;
      begin = before;
    }
    parts.push_back(left.substr(begin));
    left = text_strip_right(left.substr(0, begin));
    if (limit > 0) --limit;
  }
}

Value list_of(VM& vm, const std::vector<std::string_view>& parts) {
  std::vector<Value> items;
  items.reserve(parts.size());
  for (const std::string_view part : parts) items.push_back(vm.str(part));
  return vm.list(static_cast<std::vector<Value>&&>(items));
}

Value split(VM& vm, Value* arguments, bool from_right) {
  const std::string_view text = arguments[0].as<Str>()->view();
  std::int64_t limit = -1;
  if (!vm.index(arguments[2], limit)) return Value();
  std::vector<std::string_view> parts;
  if (arguments[1].is_none()) {
    if (from_right) {
      split_blanks_backwards(text, limit, parts);
    } else {
      split_blanks(text, limit, parts);
    }
  } else {
    const Str* separator = text_or_null(arguments[1]);
    if (separator == nullptr) return vm.raise_type_error("must be str or None, not " + type_text(vm, arguments[1]));
    const std::string_view by = separator->view();
    if (by.empty()) return vm.raise_value_error("empty separator");
    std::string_view left = text;
    while (limit != 0) {
      const std::size_t place = from_right ? left.rfind(by) : left.find(by);
      if (place == std::string_view::npos) break;
      parts.push_back(from_right ? left.substr(place + by.size()) : left.substr(0, place));
      left = from_right ? left.substr(0, place) : left.substr(place + by.size());
      if (limit > 0) --limit;
    }
    parts.push_back(left);
  }
  if (from_right) std::reverse(parts.begin(), parts.end());
  if (!check_allocation(vm, parts.size(), sizeof(Value) + sizeof(Str))) return Value();
  return list_of(vm, parts);
}

const Str* separator_argument(VM& vm, const Value& value) {
  const Str* text = text_or_null(value);
  if (text == nullptr) {
    vm.raise_type_error("must be str, not " + type_text(vm, value));
  } else if (text->text().empty()) {
    vm.raise_value_error("empty separator");
    return nullptr;
  }
  return text;
}

Value partitioned(VM& vm, std::string_view before, std::string_view by, std::string_view after) {
  const Value items[3] = {vm.str(before), vm.str(by), vm.str(after)};
  return vm.tuple(items);
}

}  // namespace

Value str_split(VM& vm, Value* arguments) { return split(vm, arguments, false); }
Value str_rsplit(VM& vm, Value* arguments) { return split(vm, arguments, true); }

Value str_splitlines(VM& vm, Value* arguments) {
  const std::string_view text = arguments[0].as<Str>()->view();
  const int keep = vm.truth(arguments[1]);
  if (keep < 0) return Value();
  std::vector<std::string_view> lines;
  std::size_t begin = 0;
  std::size_t offset = 0;
  while (offset < text.size()) {
    const std::size_t end = offset;
    const char32_t code = utf8_next(text, offset);
    if (!is_line_break(code)) continue;
    if (code == U'\r' && offset < text.size() && text[offset] == '\n') ++offset;
    lines.push_back(text.substr(begin, (keep > 0 ? offset : end) - begin));
    begin = offset;
  }
  if (begin < text.size()) lines.push_back(text.substr(begin));
  return list_of(vm, lines);
}

Value str_partition(VM& vm, Value* arguments) {
  const std::string_view text = arguments[0].as<Str>()->view();
  const Str* separator = separator_argument(vm, arguments[1]);
  if (separator == nullptr) return Value();
  const std::size_t place = text.find(separator->view());
  if (place == std::string_view::npos) return partitioned(vm, text, "", "");
  return partitioned(vm, text.substr(0, place), separator->view(), text.substr(place + separator->text().size()));
}

Value str_rpartition(VM& vm, Value* arguments) {
  const std::string_view text = arguments[0].as<Str>()->view();
  const Str* separator = separator_argument(vm, arguments[1]);
  if (separator == nullptr) return Value();
  const std::size_t place = text.rfind(separator->view());
  if (place == std::string_view::npos) return partitioned(vm, "", "", text);
  return partitioned(vm, text.substr(0, place), separator->view(), text.substr(place + separator->text().size()));
}

Value str_join(VM& vm, Value* arguments) {
  const Str& self = *arguments[0].as<Str>();
  std::vector<Value> items;
  if (!vm.extend(items, arguments[1])) {
    const bool no_iterable = vm.error_is(vm.types.type_error) && !vm.is_iterator(arguments[1]) &&
                             !vm.type_of(arguments[1])->special(vm, SpecialMethod::Iter) &&
                             !vm.type_of(arguments[1])->special(vm, SpecialMethod::GetItem);
    if (!no_iterable) return Value();
    vm.take_error();
    return vm.raise_type_error("can only join an iterable");
  }
  std::size_t size = 0;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Str* part = text_or_null(items[i]);
    if (part == nullptr) {
      return vm.raise_type_error("sequence item " + std::to_string(i) + ": expected str instance, " +
                                 type_text(vm, items[i]) + " found");
    }
    size += part->text().size() + self.text().size();
  }
  if (items.size() == 1 && items[0].is(ObjectKind::Str)) return items[0];
  if (!check_allocation(vm, size, 1)) return Value();
  std::string text;
  text.reserve(size);
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) text += self.view();
    text += text_or_null(items[i])->view();
  }
  return vm.str(text);
}

}  // namespace sluice
