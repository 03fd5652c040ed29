#include "vm/call_errors.h"

#include <algorithm>
#include <array>

#include "base/runtime_changes.h"
#include "vm/function.h"
#include "vm/function_homes.h"
#include "vm/interpreter.h"
#include "vm/native.h"
#include "vm/suggestions.h"
#include "vm/type.h"
#include "vm/vm.h"

namespace sluice {

namespace {

using Style = Callee::Style;

std::string plural(std::size_t count) { return count == 1 ? "" : "s"; }
std::string counted(std::size_t count, const char* what) { return std::to_string(count) + " " + what + plural(count); }

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// The module in C behind one of Python, as messages name it; nothing for the builtins.
std::string native_module(std::string_view module) {
  if (module.empty() || module == "builtins") return "";
  if (module.substr(0, 7) == "asyncio") return "_asyncio.";
  if (module == "threading") return "_thread.";
  const bool is_hidden = is_one_of(module, {"functools", "contextvars", "collections"});
  return (is_hidden ? "_" : "") + std::string(module) + ".";
}

/// How a function in C takes what its signature has.
Style native_style(const Callee& callee, bool is_method, bool is_constructor, std::string_view name,
                   std::string_view owner) {
  if (is_method && is_slot(name, owner) && name != "__init__" && name != "__call__") return Style::Slot;
  const std::size_t own = callee.parameters.size() - std::min(callee.implicit, callee.parameters.size());
  if (own > 0 && callee.positional_only < callee.parameters.size()) return Style::Names;
  if (callee.has_varargs || callee.has_varkw || is_constructor) return Style::Positional;
  if (own == 0) return Style::NoArguments;
  return own == 1 && !callee.parameters.back().is_optional ? Style::OneArgument : Style::Positional;
}

/// 3.12: these of _asyncio take the class that defines them, and with it the convention of names (gh-103092);
/// current_task() came to C.
bool takes_defining_class(std::string_view owner, std::string_view name) {
  if (owner.empty()) return name == "current_task";
  return owner == "Future" &&
         is_one_of(name, {"set_result", "set_exception", "remove_done_callback", "exception", "get_loop"});
}

/// Says what is wrong with one call.
class Complaint {
 public:
  Complaint(VM& vm, const Callee& callee, const Arguments& arguments)
      : vm_(vm), callee_(callee), parameters_(callee.parameters) {
    given_ = arguments.positional;
    if (arguments.names != nullptr) {
      for (const Value& name : arguments.names->span()) {
        if (name.is(ObjectKind::Str)) keywords_.push_back(name.as<Str>()->view());
      }
    }
    for (std::size_t i = 0; i < callee.positional; ++i) {
      if (!parameters_[i].is_optional) least_ = i + 1;
    }
  }

  std::string text() const {
    using enum Callee::Style;
    if (callee_.style == Python) return for_python();
    if (given_ < callee_.implicit) {
      if (callee_.style == Slot) {
        return "descriptor '" + callee_.simple + "' of '" + callee_.owner + "' object needs an argument";
      }
      return "unbound method " + callee_.qualified + "() needs an argument";
    }
    const std::size_t given = given_ - callee_.implicit;
    const std::size_t least = least_ - std::min(callee_.implicit, least_);
    const std::size_t most = callee_.has_varargs ? given : callee_.positional - callee_.implicit;
    if (callee_.style == Names) return for_names(given, most);
    if (!keywords_.empty()) {
      return (callee_.style == Slot ? "wrapper " + callee_.simple : callee_.qualified) +
             "() takes no keyword arguments";
    }
    const std::string shown = std::to_string(given);
    const char* how = given < least ? "at least " : "at most ";
    const std::size_t bound = given < least ? least : most;
    switch (callee_.style) {
      case NoArguments:
        return callee_.qualified + "() takes no arguments (" + shown + " given)";
      case OneArgument:
        return callee_.qualified + "() takes exactly one argument (" + shown + " given)";
      case Format:
        if (most == 0) return callee_.simple + "() takes no arguments";
        return callee_.simple + "() takes " + (least == most && !callee_.has_varargs ? "exactly " : how) +
               counted(bound, "argument") + " (" + shown + " given)";
      case Slot:
        // The wrappers of one or no operand count themselves; the others leave it to PyArg_UnpackTuple, without a name.
        if (most < 2) return "expected " + counted(most, "argument") + ", got " + shown;
        return (wrappers_name_method(vm_.python()) ? callee_.simple : "") + " expected " +
               (least == most ? std::string() : how) + counted(bound, "argument") + ", got " + shown;
      case Positional:
      case Names:
      case Python:
        break;
    }
    return callee_.simple + " expected " + (least == most && !callee_.has_varargs ? "" : how) +
           counted(bound, "argument") + ", got " + shown;
  }

 private:
  bool names(std::string_view parameter) const {
    return std::find(keywords_.begin(), keywords_.end(), parameter) != keywords_.end();
  }
  std::size_t index_of(std::string_view keyword) const {
    std::size_t index = callee_.positional_only;
    while (index < parameters_.size() && parameters_[index].name != keyword) ++index;
    return index;
  }

  /// Argument Clinic's functions with names, and PyArg_ParseTupleAndKeywords.
  std::string for_names(std::size_t given, std::size_t most) const {
    const std::string who = callee_.simple.empty() ? "function" : callee_.simple + "()";
    const std::size_t all = given + keywords_.size();
    const std::size_t own = parameters_.size() - callee_.implicit;
    const std::size_t only = callee_.positional_only - std::min(callee_.implicit, callee_.positional_only);
    const std::size_t least = least_ - std::min(callee_.implicit, least_);
    const std::size_t least_only = std::min(only, least);
    const auto takes = [&](const char* how, std::size_t bound, const char* kind, std::size_t count) {
      return who + " takes " + how + counted(bound, kind) + " (" + std::to_string(count) + " given)";
    };
    if (keywords_.empty() && callee_.simple == "str" && all > own && str_counts_as_function(vm_.python()))
      return "str expected at most " + counted(own, "argument") + ", got " + std::to_string(given);
    if (!callee_.has_varargs && !callee_.has_varkw && all > own) {
      if (own == 0) return who + " takes no arguments";
      return takes("at most ", own, given == 0 ? "keyword argument" : "argument", all);
    }
    if (given > most) {
      if (most == 0) return who + " takes no positional arguments";
      return takes(least < most ? "at most " : "exactly ", most, "positional argument", given);
    }
    if (given < least_only) {
      return takes(least_only < most ? "at least " : "exactly ", least_only, "positional argument", given);
    }
    for (std::size_t i = given + callee_.implicit; i < parameters_.size(); ++i) {
      if (parameters_[i].is_optional || (i >= callee_.positional_only && names(parameters_[i].name))) continue;
      return who + " missing required argument '" + std::string(parameters_[i].name) + "' (pos " +
             std::to_string(i + 1 - callee_.implicit) + ")";
    }
    for (std::size_t i = callee_.positional_only; i < given + callee_.implicit && i < parameters_.size(); ++i) {
      if (!names(parameters_[i].name)) continue;
      return "argument for " + who + " given by name ('" + std::string(parameters_[i].name) + "') and position (" +
             std::to_string(i + 1 - callee_.implicit) + ")";
    }
    for (const std::string_view keyword : keywords_) {
      if (index_of(keyword) < parameters_.size()) continue;
      const std::string this_one = (callee_.simple.empty() ? "this " : "") + who;
      if (native_names_unexpected_keyword_first(vm_.python())) {
        return this_one + " got an unexpected keyword argument '" + std::string(keyword) + "'" + hint(keyword);
      }
      return "'" + std::string(keyword) + "' is an invalid keyword argument for " + this_one;
    }
    return who + ": wrong arguments";
  }

  /// A function in Python: keywords, then what is too much, then what is missing.
  std::string for_python() const {
    const std::string who = callee_.qualified + "()";
    std::size_t by_name_only = 0;
    for (const std::string_view keyword : keywords_) {
      const std::size_t index = index_of(keyword);
      if (index < std::min(given_, callee_.positional)) {
        return who + " got multiple values for argument '" + std::string(keyword) + "'";
      }
      if (index < parameters_.size()) {
        by_name_only += index >= callee_.positional;
        continue;
      }
      if (!callee_.has_varkw)
        return who + " got an unexpected keyword argument '" + std::string(keyword) + "'" + hint(keyword);
    }
    if (given_ > callee_.positional && !callee_.has_varargs) {
      std::string takes = std::to_string(callee_.positional);
      if (least_ != callee_.positional) takes = "from " + std::to_string(least_) + " to " + takes;
      std::string given = std::to_string(given_);
      if (by_name_only > 0) {
        given +=
            " positional argument" + plural(given_) + " (and " + counted(by_name_only, "keyword-only argument") + ")";
      }
      const bool is_plural = least_ != callee_.positional || callee_.positional != 1;
      return who + " takes " + takes + " positional argument" + (is_plural ? "s" : "") + " but " + given +
             (given_ == 1 && by_name_only == 0 ? " was given" : " were given");
    }
    const std::size_t named = missing_from(given_, callee_.positional).empty() ? callee_.positional : given_;
    const std::vector<std::string> absent =
        missing_from(named, named == given_ ? callee_.positional : parameters_.size());
    return who + " missing " + std::to_string(absent.size()) + " required " +
           (named == given_ && named < callee_.positional ? "positional" : "keyword-only") + " argument" +
           plural(absent.size()) + ": " + listed(absent);
  }

  std::vector<std::string> missing_from(std::size_t first, std::size_t end) const {
    std::vector<std::string> absent;
    for (std::size_t i = first; i < end; ++i) {
      if (!parameters_[i].is_optional && !names(parameters_[i].name)) absent.emplace_back(parameters_[i].name);
    }
    return absent;
  }

  std::string hint(std::string_view keyword) const {
    if (!unexpected_keyword_has_suggestion(vm_.python())) return "";
    std::vector<std::string> known;
    for (std::size_t i = callee_.positional_only; i < parameters_.size(); ++i) known.emplace_back(parameters_[i].name);
    const std::string close = closest_name(keyword, known);
    return close.empty() ? "" : ". Did you mean '" + close + "'?";
  }

  VM& vm_;
  const Callee& callee_;
  const std::vector<Callee::Parameter>& parameters_;
  std::size_t given_ = 0;
  std::size_t least_ = 0;  ///< positional ones that must be given, by position or name
  std::vector<std::string_view> keywords_;
};

bool raise(VM& vm, const Callee& callee, const Arguments& arguments) {
  vm.raise_type_error(Complaint(vm, callee, arguments).text());
  return false;
}

}  // namespace

std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0 && names.size() > 2) text += ", ";
    if (i > 0 && names.size() == 2) text += " ";
    if (i > 0 && i + 1 == names.size()) text += "and ";
    text += "'" + names[i] + "'";
  }
  return text;
}

void raise_wrong_self(VM& vm, const NativeFunction& function, const Value& self) {
  const std::string owner = function.owner->name_text();
  const bool slot = is_slot(function.name, owner);
  vm.raise_type_error("descriptor '" + std::string(function.name) + (slot ? "' requires a '" : "' for '") + owner +
                      (slot ? "' object but received a '" : "' objects doesn't apply to a '") + vm.type_name(self) +
                      (slot ? "'" : "' object"));
}

bool raise_unfitting(VM& vm, const NativeFunction& function, const Arguments& arguments, const Value* slots) {
  // What a method is called of is looked at before the arguments are counted.
  if (function.takes_self && arguments.positional > 0) {
    const Type* type = vm.type_of(slots[0]);
    if (type != function.owner && !type->is_subtype_of(function.owner)) {
      raise_wrong_self(vm, function, slots[0]);
      return false;
    }
  }
  const Signature& signature = *function.signature;
  if (arguments.positional == 0 && function.owner != nullptr && std::string_view(function.name) == "__new__") {
    vm.raise_type_error(std::string(function.owner->name_text()) + ".__new__(): not enough arguments");
    return false;
  }
  Callee callee;
  for (const Signature::Parameter& parameter : signature.parameters) {
    callee.parameters.push_back({static_cast<Str*>(parameter.name.get())->view(), parameter.is_optional});
  }
  callee.positional_only = signature.positional_only;
  callee.positional = signature.positional;
  callee.has_varargs = signature.has_varargs;
  callee.has_varkw = signature.has_varkw;
  const Type* owner = function.owner;
  const bool is_method = owner != nullptr && !function.is_static;
  std::string_view module = function.module != nullptr ? function.module : "";
  if (owner != nullptr && owner->module_name) module = static_cast<Str*>(owner->module_name.get())->view();
  const std::string_view owner_name = owner != nullptr ? owner->name_text() : std::string_view();
  const bool is_class_named = function.is_constructor && owner != vm.types.weak_reference;
  callee.simple = is_class_named ? std::string(owner_name) : std::string(function.name);
  const bool by_names = asyncio_methods_know_their_class(vm.python()) &&
                        (module == "asyncio" || module == "_asyncio") &&
                        takes_defining_class(owner_name, callee.simple);
  if (!by_names && is_python_module(module) && (!signature.has_slash || signature.has_varkw)) {
    callee.style = Style::Python;
    const std::string_view name = function.is_constructor ? "__init__" : function.name;
    callee.qualified = owner != nullptr ? std::string(python_owner(owner_name, module, name)) + "." + std::string(name)
                                        : callee.simple;
    return raise(vm, callee, arguments);
  }
  callee.implicit = is_method || function.is_constructor ? 1 : 0;
  callee.owner = (module == "collections" ? "collections." : "") + std::string(owner_name);
  callee.qualified = function.is_constructor ? callee.simple
                     : owner != nullptr      ? std::string(owner_name) + "." + callee.simple
                                             : native_module(module) + callee.simple;
  callee.style = by_names ? Style::Names
                 : signature.last_format_minor >= vm.python().minor
                     ? Style::Format
                     : native_style(callee, function.takes_self, function.is_constructor, function.name, owner_name);
  return raise(vm, callee, arguments);
}

bool stands_for_native(const Function& function) {
  if (function.code->is_program) return false;
  const Code& code = *function.code->code;
  if (code.positional_only_count > 0) return !code.has_varkw;
  const Value& module = function.module_name;
  return function.is_builtin || (module.is(ObjectKind::Str) && module.as<Str>()->view() == "datetime");
}

bool raise_unfitting(VM& vm, const Function& function, const Arguments& arguments) {
  const Code& code = *function.code->code;
  const std::size_t named = code.positional_count + code.keyword_only_count;
  const std::size_t defaults = function.defaults ? function.defaults->size() : 0;
  Callee callee;
  for (std::size_t i = 0; i < named; ++i) {
    Str* name = function.code->slot_names[i];
    const bool has_default = i < code.positional_count
                                 ? i + defaults >= code.positional_count
                                 : function.keyword_defaults && function.keyword_defaults->find(name) != nullptr;
    callee.parameters.push_back({name->view(), has_default});
  }
  callee.positional_only = code.positional_only_count;
  callee.positional = code.positional_count;
  callee.has_varargs = code.has_varargs;
  callee.has_varkw = code.has_varkw;
  callee.simple = static_cast<Str*>(function.name.get())->text();
  callee.qualified = static_cast<Str*>(function.qualified_name.get())->text();
  const std::size_t dot = callee.qualified.rfind('.');
  const bool is_method = dot != std::string::npos;
  const std::string owner = callee.qualified.substr(0, is_method ? dot : 0);
  callee.implicit = is_method ? 1 : 0;
  const bool is_constructor = callee.simple == "__init__" || callee.simple == "__new__";
  callee.style = native_style(callee, is_method, is_constructor, callee.simple, owner);
  if (is_constructor) callee.simple = callee.qualified = owner;
  // What the formats of these constructors say behind their colon, if they have one.
  if (is_constructor && function.module_name.as<Str>()->view() == "datetime") {
    if (owner == "timedelta") callee.simple = "__new__";
    if (is_one_of(owner, {"date", "datetime", "time"})) callee.simple.clear();
  }
  if (!is_method && function.module_name.is(ObjectKind::Str)) {
    callee.qualified = native_module(function.module_name.as<Str>()->view()) + callee.qualified;
  }
  return raise(vm, callee, arguments);
}

}  // namespace sluice
