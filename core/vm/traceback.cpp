#include "vm/traceback.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/runtime_changes.h"
#include "base/utf8.h"
#include "vm/exception_group.h"
#include "vm/function.h"
#include "vm/generator.h"
#include "vm/interpreter.h"
#include "vm/module.h"
#include "vm/object_types.h"
#include "vm/source_markers.h"
#include "vm/modules/modules.h"
#include "vm/standard_library.h"
#include "vm/suggestions.h"
#include "vm/vm.h"

namespace sluice {

namespace {

/// After so many equal entries in a row the others are only counted.
constexpr std::size_t kRepeatedEntries = 3;
/// Groups beyond these show "... and N more exceptions" and "... (max_group_depth is 10)".
constexpr std::size_t kMostMembers = 15;
constexpr std::size_t kDeepestGroup = 10;

struct Entry {
  const CodeObject* code;
  CodePosition position;
  [[nodiscard]] std::int32_t line() const { return position.line; }
  friend bool operator==(const Entry& a, const Entry& b) { return a.code == b.code && a.line() == b.line(); }
};

std::string entry_text(VM& vm, const Entry& entry) {
  const SourceText& source = *entry.code->code->source;
  std::string text = "  File \"" + source.filename() + "\", line " + std::to_string(entry.line()) + ", in " +
                     static_cast<Str*>(entry.code->name.get())->text() + "\n";
  if (!vm.options.shows_source) return text;
  return text + marked_source(vm.python(), source, entry.position);
}

/// The lines of a text, each with an indentation and its end of line.
std::string indented(const std::string& text, const std::string& indent) {
  std::string result;
  std::size_t begin = 0;
  while (begin < text.size()) {
    std::size_t end = text.find('\n', begin);
    if (end == std::string::npos) end = text.size();
    result += indent + text.substr(begin, end - begin) + "\n";
    begin = end + 1;
  }
  return result;
}

std::string joined(const std::vector<std::string>& pieces) {
  std::string text;
  for (const std::string& piece : pieces) text += piece;
  return text;
}

std::string qualified_type(const Type& type) {
  const std::string name = static_cast<Str*>(type.qualified_name.get())->text();
  if (!type.module_name) return name;
  const std::string module = static_cast<Str*>(type.module_name.get())->text();
  return module == "builtins" || module == "__main__" ? name : module + "." + name;
}

std::string text_of(VM& vm, const Value& exception) {
  const Value text = vm.to_str(exception);
  if (text) return text.as<Str>()->text();
  vm.take_error();
  return "<exception str() failed>";
}

std::vector<std::string> names_in(Dict& dict) {
  std::vector<std::string> names;
  std::size_t position = 0;
  while (Dict::Entry* entry = dict.next(position)) {
    if (entry->key.is(ObjectKind::Str)) names.push_back(entry->key.as<Str>()->text());
  }
  return names;
}

const FrameEntry* innermost_entry(const Exception& error) {
  const Traceback* entry = error.traceback.get();
  while (entry != nullptr && entry->next) entry = static_cast<Traceback*>(entry->next.get());
  return static_cast<const FrameEntry*>(entry);
}

/// What is known of the variables where the error was raised; null: it was raised nowhere yet.
const KeptFrame* innermost_frame(VM& vm, const Exception& error) {
  const FrameEntry* const entry = innermost_entry(error);
  if (entry == nullptr) return nullptr;
  vm.interpreter().kept_frames.look(*entry->frame);
  return entry->frame.get();
}

/// dir(object), sorted. Since 3.13 without private names, but for methods that miss an attribute of their own object.
std::vector<std::string> attributes_to_offer(VM& vm, const KeptFrame* frame, const std::string& wanted,
                                             const Value& object) {
  std::vector<std::string> names = attribute_names(vm, object);
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  const bool is_own = frame != nullptr && object.is_object() && frame->self == object.object();
  const bool hides_private = suggestions_are_one(vm.python()) && !wanted.starts_with('_') && !is_own;
  if (hides_private) std::erase_if(names, [](const std::string& name) { return name.starts_with('_'); });
  return names;
}

/// Among local variables, globals and builtins, in the order in which they came to be. Since 3.12 an attribute of
/// `self` with that very name comes first.
std::string closest_variable(VM& vm, const Exception& error, const KeptFrame& frame, const std::string& wanted,
                             TracebackBy by, bool is_strict) {
  const auto& code = *static_cast<const CodeObject*>(innermost_entry(error)->code.get());
  if (name_errors_suggest_self(vm.python()) && frame.self != nullptr) {
    const Value found = vm.find_attribute(Value(const_cast<Object*>(frame.self)), vm.intern(wanted));
    if (!found) vm.take_error();
    if (found && !found.is_missing()) return "self." + wanted;
  }
  std::vector<std::string> places[3];
  for (const std::uint32_t slot : frame.bound) places[0].push_back(code.slot_names[slot]->text());
  if (vm.main_module() != nullptr) places[1] = names_in(*vm.main_module()->attributes);
  places[2] = names_in(vm.builtins());
  // The interpreter's own search goes on to the next only where the one before has nothing close.
  const bool one_by_one = by == TracebackBy::Interpreter && !suggestions_are_one(vm.python());
  std::vector<std::string> names;
  for (const std::vector<std::string>& place : places) {
    if (one_by_one) names.clear();
    names.insert(names.end(), place.begin(), place.end());
    if (!one_by_one && &place != &places[2]) continue;
    const std::string close = closest_name(wanted, names, is_strict);
    if (!close.empty()) return close;
  }
  return "";
}

/// ". Did you mean: 'x'?" for a NameError or AttributeError that names what was looked for; else "".
std::string suggestion(VM& vm, const Exception& error, TracebackBy by) {
  const bool is_by_module = by != TracebackBy::Interpreter;
  if (is_by_module && !traceback_module_suggests(vm.python())) return "";
  if (!error.detail.is(ObjectKind::Tuple)) return "";
  const Tuple& detail = *error.detail.as<Tuple>();
  if (detail.size() < 2 || !detail[0].is(ObjectKind::Str)) return "";
  const std::string wanted = detail[0].as<Str>()->text();
  const bool is_name_error = error.type->is_subtype_of(vm.types.name_error);
  if (!is_name_error && !error.type->is_subtype_of(vm.types.attribute_error)) return "";
  // The module's own search, in Python, lets the whole name differ less than the interpreter's.
  const bool is_strict = is_by_module && !suggestions_are_one(vm.python());
  const KeptFrame* const frame = by == TracebackBy::ModuleAlone ? nullptr : innermost_frame(vm, error);
  std::string close;
  if (!is_name_error) {
    close = closest_name(wanted, attributes_to_offer(vm, frame, wanted, detail[1]), is_strict);
  } else if (frame != nullptr) {
    close = closest_variable(vm, error, *frame, wanted, by, is_strict);
  }
  std::string result = close.empty() ? "" : ". Did you mean: '" + close + "'?";
  if (is_name_error && name_errors_suggest_import(vm.python()) && is_standard_module(wanted)) {
    result += close.empty() ? ". Did you forget to import '" : " Or did you forget to import '";
    result += wanted + (is_strict ? "'" : "'?");
  }
  return result;
}

/// Writes one exception after the other, with the tree of groups.
class Printer {
 public:
  Printer(VM& vm, TracebackBy by, std::int64_t limit) : vm_(vm), by_(by), limit_(limit) {}

  std::vector<std::string> pieces;

  void print(const Value& exception, bool with_chain) {
    if (with_chain) print_chain(exception);
    print_one(exception);
  }

 private:
  void print_one(const Value& exception) {
    const bool group = is_group(vm_, exception) && has_exception_groups(vm_.python());
    if (!group) {
      print_plain(exception);
      return;
    }
    print_group(exception);
  }

  std::string indent() const {
    std::string result(2 * depth_, ' ');
    if (depth_ > 0) result += "| ";
    return result;
  }

  void emit(const std::string& lines) { pieces.push_back(indented(lines, indent())); }
  void emit(const std::vector<std::string>& some) {
    for (const std::string& piece : some) emit(piece);
  }

  /// What came before an exception, the earliest first. Not by recursion: a chain can be as long as a run.
  void print_chain(const Value& exception) {
    std::vector<Value> chain = {exception};
    while (true) {
      const Exception* error = chain.back().as<Exception>();
      const Value earlier = error->cause ? error->cause : error->suppress_context ? Value() : error->context;
      if (!earlier || seen_.count(earlier.object()) != 0) break;
      seen_.insert(chain.back().object());
      chain.push_back(earlier);
    }
    for (std::size_t i = chain.size(); i-- > 1;) {
      print_one(chain[i]);
      const char* link = chain[i - 1].as<Exception>()->cause
                             ? "The above exception was the direct cause of the following exception:"
                             : "During handling of the above exception, another exception occurred:";
      // An empty line of a group's tree has the bar, too.
      pieces.push_back(indent() + "\n" + indent() + link + "\n" + indent() + "\n");
    }
  }

  /// Frames of asyncio's own have no entry, but the traceback that they alone are in has its first line.
  [[nodiscard]] bool has_traceback(const Exception& error) const {
    return (error.traceback || error.kept_by != nullptr) && limit_ != 0;
  }

  void print_plain(const Value& exception) {
    const Exception* error = exception.as<Exception>();
    if (has_traceback(*error)) {
      emit("Traceback (most recent call last):\n");
      emit(traceback_pieces(vm_, error->traceback, limit_));
    }
    emit(exception_only_pieces(vm_, exception, by_));
  }

  void print_group(const Value& exception) {
    if (depth_ > kDeepestGroup) {
      emit("... (max_group_depth is " + std::to_string(kDeepestGroup) + ")\n");
      return;
    }
    const Exception* error = exception.as<Exception>();
    const bool is_top = depth_ == 0;
    if (is_top) ++depth_;
    if (has_traceback(*error)) {
      const std::string margin = is_top ? std::string(2 * depth_, ' ') + "+ " : indent();
      pieces.push_back(margin + "Exception Group Traceback (most recent call last):\n");
      emit(traceback_pieces(vm_, error->traceback, limit_));
    }
    emit(exception_only_pieces(vm_, exception, by_));
    const Tuple& members = group_members(exception);
    const std::size_t shown = std::min(members.size(), kMostMembers);
    const std::size_t rows = shown + (members.size() > shown ? 1 : 0);
    needs_close_ = false;
    for (std::size_t i = 0; i < rows; ++i) {
      const bool is_last = i + 1 == rows;
      if (is_last) needs_close_ = true;
      const std::string title = i < shown ? std::to_string(i + 1) : "...";
      pieces.push_back(std::string(2 * depth_, ' ') + (i == 0 ? "+-" : "  ") + "+---------------- " + title +
                       " ----------------\n");
      ++depth_;
      if (i < shown) {
        print_member(members[i]);
      } else {
        const std::size_t more = members.size() - shown;
        emit("and " + std::to_string(more) + " more exception" + (more == 1 ? "" : "s") + "\n");
      }
      if (is_last && needs_close_) {
        pieces.push_back(std::string(2 * depth_, ' ') + "+------------------------------------\n");
        needs_close_ = false;
      }
      --depth_;
    }
    if (is_top) depth_ = 0;
  }

  void print_member(const Value& exception) { print(exception, true); }

  VM& vm_;
  TracebackBy by_;
  std::int64_t limit_;
  std::size_t depth_ = 0;
  bool needs_close_ = false;
  std::unordered_set<const Object*> seen_;
};

}  // namespace

std::vector<std::string> traceback_pieces(VM& vm, const Ref<Traceback>& traceback, std::int64_t limit) {
  std::vector<Entry> entries;
  for (const Traceback* entry = traceback.get(); entry != nullptr; entry = static_cast<Traceback*>(entry->next.get())) {
    const auto* code = static_cast<CodeObject*>(entry->code.get());
    entries.push_back(Entry{code, position_of(*entry)});
  }
  const auto count = static_cast<std::int64_t>(entries.size());
  if (limit >= 0 && limit < count) entries.erase(entries.begin() + limit, entries.end());
  if (limit < 0 && -limit < count) entries.erase(entries.begin(), entries.end() + limit);
  std::vector<std::string> pieces;
  std::size_t i = 0;
  while (i < entries.size()) {
    std::size_t run = i;
    while (run < entries.size() && entries[run] == entries[i]) ++run;
    const std::size_t shown = std::min(run - i, kRepeatedEntries);
    for (std::size_t k = 0; k < shown; ++k) pieces.push_back(entry_text(vm, entries[i + k]));
    const std::size_t left = run - i - shown;
    if (left > 0) {
      pieces.push_back("  [Previous line repeated " + std::to_string(left) + " more time" + (left == 1 ? "" : "s") +
                       "]\n");
    }
    i = run;
  }
  return pieces;
}

std::vector<std::string> exception_only_pieces(VM& vm, const Value& exception, TracebackBy by) {
  const Exception* error = exception.as<Exception>();
  const std::string message = text_of(vm, exception) + suggestion(vm, *error, by);
  std::string text = qualified_type(*error->type);
  if (!message.empty()) text += ": " + message;
  std::vector<std::string> pieces = {text + "\n"};
  const Value* notes = error->attributes ? error->attributes->find(vm.names.dunder_notes) : nullptr;
  if (notes == nullptr || notes->is_none()) return pieces;
  if (!notes->is(ObjectKind::List)) {
    pieces.push_back(vm.repr_text(*notes) + "\n");
    return pieces;
  }
  for (const Value& note : std::vector<Value>(notes->as<List>()->items)) {
    std::string lines = note.is(ObjectKind::Str) ? note.as<Str>()->text() : vm.repr_text(note);
    pieces.push_back(lines + "\n");
  }
  return pieces;
}

std::vector<std::string> exception_pieces(VM& vm, const Value& exception, bool with_chain, TracebackBy by,
                                          std::int64_t limit) {
  Printer printer(vm, by, limit);
  printer.print(exception, with_chain);
  return static_cast<std::vector<std::string>&&>(printer.pieces);
}

std::string format_exception(VM& vm, const Value& exception, TracebackBy by) {
  return joined(exception_pieces(vm, exception, true, by));
}

std::string plain_exception_text(VM& vm, const Exception& exception) {
  std::string text = exception.type->name_text();
  if (exception.args->size() == 0) return text;
  const Value& first = (*exception.args)[0];
  if (first.is(ObjectKind::Str)) return text + ": " + first.as<Str>()->text();
  const bool is_simple = !first.is_object() || first.is(ObjectKind::BigInteger);
  return is_simple ? text + ": " + vm.repr_text(first) : text;
}

std::vector<std::string> attribute_names(VM& vm, const Value& object) {
  std::vector<std::string> names;
  if (!object) return names;
  const auto add = [&](Dict& dict) {
    for (std::string& name : names_in(dict)) names.push_back(static_cast<std::string&&>(name));
  };
  if (Ref<Dict>* own = instance_dict(object); own != nullptr && *own) add(**own);
  const Type* const searched = object.is(ObjectKind::Type) ? object.as<Type>() : vm.type_of(object);
  for (Type* type : searched->mro) add(type->attributes);
  if (object.is(ObjectKind::Module) && static_cast<Str*>(object.as<Module>()->name.get())->text() == "asyncio") {
    for (const std::string_view name : asyncio_submodules(vm.python())) names.emplace_back(name);
  }
  return names;
}

// ---- Notices ----

void VM::write_notice(std::string_view text) {
  if (ending_) return;
  trace.record(TraceKind::Err, kOwnNotice, trace.text(text), current_line());
}

bool VM::warn(Type* category, const std::string& message) {
  const Value warnings = import_module("warnings");
  if (!warnings) return false;
  const Value function = find_attribute(warnings, intern("warn"));
  const Value arguments[2] = {str(message), Value(category)};
  return static_cast<bool>(function) && static_cast<bool>(call(function, arguments));
}

std::string warning_text(const SourceText& source, std::size_t number, const std::string& message) {
  std::string_view line = source.line(number);
  while (!line.empty() && (line.front() == ' ' || line.front() == '\t')) line.remove_prefix(1);
  while (!line.empty() && (line.back() == ' ' || line.back() == '\t')) line.remove_suffix(1);
  std::string text = source.filename() + ":" + std::to_string(number) + ": " + message + "\n";
  if (!line.empty()) text += "  " + std::string(line) + "\n";
  return text;
}

void VM::warn_unawaited(const Value& coroutine, const Value& qualified_name) {
  const std::string message = "coroutine '" + qualified_name.as<Str>()->text() + "' was never awaited";
  if (unawaited_reporter_) {
    const Value arguments[2] = {str(message), coroutine};
    if (!call(unawaited_reporter_, arguments)) report_unraisable(coroutine);
    return;
  }
  const Frame* frame = thread_->frame;
  const std::string beyond = warnings_beyond_the_stack_have_no_line(python()) ? "<sys>:0" : "sys:1";
  const std::string categorized = "RuntimeWarning: " + message;
  const std::string text = frame == nullptr ? beyond + ": " + categorized + "\n"
                                            : warning_text(*frame->code->code->source, frame->line(), categorized);
  if (!warned_.emplace(text, true).second) return;
  // At the end of the interpreter the warning is written in C, which knows nothing of tracemalloc.
  const Value sys = frame == nullptr ? import_module("sys") : Value();
  const bool is_at_end = sys && sys.as<Module>()->attributes->find(intern("_is_finalizing")) != nullptr;
  write_notice(is_at_end ? text : text + "RuntimeWarning: Enable tracemalloc to get the object allocation traceback\n");
}

void VM::report_unraisable(const Value& where, const char* in) {
  const Value exception = take_error();
  if (ending_ != nullptr || !exception) return;
  write_notice(std::string("Exception ignored in") + in + ": " + repr_text(where) + "\n" +
               joined(exception_pieces(*this, exception, false, TracebackBy::Interpreter)));
}

}  // namespace sluice
