#include "vm/bind.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/runtime_changes.h"
#include "vm/call_errors.h"
#include "vm/suggestions.h"
#include "vm/vm.h"

namespace sluice {

namespace {

const std::string& text_of(const Value& text) { return text.as<Str>()->text(); }

bool same_text(const Str* a, const Value& b) { return a == b.object() || equal(*a, *b.as<Str>()); }

std::string plural(std::size_t count) { return count == 1 ? "" : "s"; }

/// Binds one call of a function of the program. Kept apart from the fast path: none of this is needed for `f(1, 2)`.
class Binder {
 public:
  Binder(VM& vm, Function& function, const Arguments& arguments, Value* slots)
      : vm_(vm), function_(function), code_(*function.code->code), arguments_(arguments), slots_(slots) {}

  bool bind() {
    const std::uint32_t positional = code_.positional_count;
    const std::uint32_t named = positional + code_.keyword_only_count;
    const std::uint32_t copied = std::min(arguments_.positional, positional);
    for (std::uint32_t i = 0; i < copied; ++i) slots_[i] = static_cast<Value&&>(arguments_.values[i]);
    if (code_.has_varargs) {
      const std::uint32_t rest = arguments_.positional - copied;
      Ref<Tuple> tuple = Tuple::create(rest);
      for (std::uint32_t i = 0; i < rest; ++i) (*tuple)[i] = static_cast<Value&&>(arguments_.values[copied + i]);
      slots_[named] = Value(tuple);
    }
    if (code_.has_varkw) slots_[named + code_.has_varargs] = Value(make<Dict>());
    if (arguments_.names != nullptr && !bind_keywords()) return false;
    if (arguments_.positional > positional && !code_.has_varargs) return too_many();
    return fill_defaults();
  }

 private:
  std::string name() const { return text_of(Value(function_.qualified_name)); }
  Str* parameter(std::uint32_t index) const { return function_.code->slot_names[index]; }
  std::string parameter_name(std::uint32_t index) const { return parameter(index)->text(); }

  bool fail(const std::string& message) {
    if (stands_for_native(function_)) return raise_unfitting(vm_, function_, arguments_);
    vm_.raise_type_error(name() + "() " + message);
    return false;
  }

  bool bind_keywords() {
    const std::uint32_t named = code_.positional_count + code_.keyword_only_count;
    for (std::size_t k = 0; k < arguments_.names->size(); ++k) {
      const Value& keyword = (*arguments_.names)[k];
      Value& value = arguments_.values[arguments_.positional + k];
      if (!keyword.is(ObjectKind::Str)) {
        vm_.raise_type_error("keywords must be strings");
        return false;
      }
      std::uint32_t index = code_.positional_only_count;
      while (index < named && !same_text(parameter(index), keyword)) ++index;
      if (index < named) {
        if (slots_[index]) return fail("got multiple values for argument '" + text_of(keyword) + "'");
        slots_[index] = static_cast<Value&&>(value);
        continue;
      }
      if (!code_.has_varkw) return unexpected(keyword);
      if (!slots_[named + code_.has_varargs].as<Dict>()->set(vm_, keyword, static_cast<Value&&>(value))) return false;
    }
    return true;
  }

  bool unexpected(const Value& keyword) {
    std::vector<std::string> misused;
    for (std::uint32_t i = 0; i < code_.positional_only_count; ++i) {
      for (const Value& given : arguments_.names->span()) {
        if (same_text(parameter(i), given)) misused.push_back(parameter_name(i));
      }
    }
    if (!misused.empty()) {
      std::string names;
      for (const std::string& one : misused) names += (names.empty() ? "" : ", ") + one;
      return fail("got some positional-only arguments passed as keyword arguments: '" + names + "'");
    }
    std::string hint;
    if (unexpected_keyword_has_suggestion(vm_.python())) {
      std::vector<std::string> known;
      for (std::uint32_t i = code_.positional_only_count; i < code_.positional_count + code_.keyword_only_count; ++i) {
        known.push_back(parameter_name(i));
      }
      const std::string close = closest_name(text_of(keyword), known);
      if (!close.empty()) hint = ". Did you mean '" + close + "'?";
    }
    return fail("got an unexpected keyword argument '" + text_of(keyword) + "'" + hint);
  }

  bool too_many() {
    const std::size_t positional = code_.positional_count;
    const std::size_t defaults = function_.defaults ? function_.defaults->size() : 0;
    std::size_t keyword_given = 0;
    for (std::size_t i = positional; i < positional + code_.keyword_only_count; ++i) {
      if (slots_[i]) ++keyword_given;
    }
    const bool is_plural = defaults > 0 || positional != 1;
    std::string takes = std::to_string(positional);
    if (defaults > 0) takes = "from " + std::to_string(positional - defaults) + " to " + takes;
    std::string given = std::to_string(arguments_.positional);
    if (keyword_given > 0) {
      given += " positional argument" + plural(arguments_.positional) + " (and " + std::to_string(keyword_given) +
               " keyword-only argument" + plural(keyword_given) + ")";
    }
    const bool was = arguments_.positional == 1 && keyword_given == 0;
    return fail("takes " + takes + " positional argument" + (is_plural ? "s" : "") + " but " + given +
                (was ? " was given" : " were given"));
  }

  bool missing(const char* kind, const std::vector<std::string>& names) {
    return fail("missing " + std::to_string(names.size()) + " required " + kind + " argument" + plural(names.size()) +
                ": " + listed(names));
  }

  bool fill_defaults() {
    const std::uint32_t positional = code_.positional_count;
    const std::uint32_t defaults = function_.defaults ? static_cast<std::uint32_t>(function_.defaults->size()) : 0;
    std::vector<std::string> absent;
    for (std::uint32_t i = 0; i < positional; ++i) {
      if (slots_[i]) continue;
      if (i + defaults >= positional) {
        slots_[i] = (*function_.defaults)[i + defaults - positional];
      } else {
        absent.push_back(parameter_name(i));
      }
    }
    if (!absent.empty()) return missing("positional", absent);
    for (std::uint32_t i = positional; i < positional + code_.keyword_only_count; ++i) {
      if (slots_[i]) continue;
      const Value* found = function_.keyword_defaults ? function_.keyword_defaults->find(parameter(i)) : nullptr;
      if (found != nullptr) {
        slots_[i] = *found;
      } else {
        absent.push_back(parameter_name(i));
      }
    }
    if (!absent.empty()) return missing("keyword-only", absent);
    return true;
  }

  VM& vm_;
  Function& function_;
  const Code& code_;
  const Arguments& arguments_;
  Value* slots_;
};

/// The same for native functions; vm/call_errors.h says what is wrong.
class NativeBinder {
 public:
  NativeBinder(VM& vm, const NativeFunction& function, const Arguments& arguments, Value* slots)
      : vm_(vm), function_(function), signature_(*function.signature), arguments_(arguments), slots_(slots) {}

  bool bind() {
    const std::size_t parameters = signature_.parameters.size();
    const std::uint32_t copied = std::min(arguments_.positional, signature_.positional);
    for (std::uint32_t i = 0; i < copied; ++i) slots_[i] = static_cast<Value&&>(arguments_.values[i]);
    if (signature_.has_varargs) {
      const std::uint32_t rest = arguments_.positional - copied;
      Ref<Tuple> tuple = Tuple::create(rest);
      for (std::uint32_t i = 0; i < rest; ++i) (*tuple)[i] = static_cast<Value&&>(arguments_.values[copied + i]);
      slots_[parameters] = Value(tuple);
    } else if (arguments_.positional > signature_.positional) {
      return fail();
    }
    if (signature_.has_varkw) slots_[parameters + signature_.has_varargs] = Value(make<Dict>());
    if (arguments_.names != nullptr && !bind_keywords()) return false;
    for (std::size_t i = 0; i < parameters; ++i) {
      if (slots_[i]) continue;
      const Signature::Parameter& parameter = signature_.parameters[i];
      if (!parameter.is_optional) return fail();
      slots_[i] = parameter.filled;
    }
    return true;
  }

 private:
  bool fail() { return raise_unfitting(vm_, function_, arguments_, slots_); }

  bool bind_keywords() {
    for (std::size_t k = 0; k < arguments_.names->size(); ++k) {
      const Value& keyword = (*arguments_.names)[k];
      Value& value = arguments_.values[arguments_.positional + k];
      if (!keyword.is(ObjectKind::Str)) {
        vm_.raise_type_error("keywords must be strings");
        return false;
      }
      std::size_t index = signature_.positional_only;
      const std::size_t end = signature_.parameters.size();
      while (index < end && !same_text(static_cast<Str*>(signature_.parameters[index].name.get()), keyword)) ++index;
      if (index < end) {
        if (slots_[index]) return fail();
        slots_[index] = static_cast<Value&&>(value);
        continue;
      }
      if (!signature_.has_varkw) return fail();
      Dict* rest = slots_[end + signature_.has_varargs].as<Dict>();
      if (!rest->set(vm_, keyword, static_cast<Value&&>(value))) return false;
    }
    return true;
  }

  VM& vm_;
  const NativeFunction& function_;
  const Signature& signature_;
  const Arguments& arguments_;
  Value* slots_;
};

}  // namespace

bool bind_arguments(VM& vm, Function& function, const Arguments& arguments, Value* slots) {
  return Binder(vm, function, arguments, slots).bind();
}

bool bind_native(VM& vm, const NativeFunction& function, const Arguments& arguments, Value* slots) {
  return NativeBinder(vm, function, arguments, slots).bind();
}

}  // namespace sluice
