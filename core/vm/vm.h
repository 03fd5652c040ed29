// vm.h — VM: everything that one run of a program shares, and what native code calls.
//
// Errors work as in CPython's C interface: a function that fails returns no value (or false, or -1) and leaves the
// exception pending here; who gets that passes it on at once or clears it. No function is called while an exception is
// pending.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/heap.h"
#include "base/python_version.h"
#include "base/value.h"
#include "trace/trace.h"
#include "vm/containers.h"
#include "vm/exception.h"
#include "vm/native.h"
#include "vm/operations.h"
#include "vm/str.h"
#include "vm/type.h"

namespace sluice {

struct Code;
class EventLoop;
class Interpreter;
class LibraryPack;
class Module;
class PythonLanguage;
class ThreadState;
class World;

/// What a run may use up; it always ends. 0 means: no bound.
struct Budgets {
  std::uint64_t instructions = 200'000'000;
  std::uint64_t events = 2'000'000;
  std::size_t memory_bytes = 512u * 1024 * 1024;
  double virtual_seconds = 1e9;
  std::uint32_t recursion = 1000;  ///< sys.getrecursionlimit()
  std::size_t output_bytes = 8u * 1024 * 1024;
};

/// The types that C++ code names, `vm.types.value_error`. Filled by the files that define them.
struct BuiltinTypes {
#define TYPE(member) Type* member = nullptr;
#include "vm/builtin_types.def"
#undef TYPE
};

/// Texts used as names by C++ code, interned once: `vm.names.dunder_name`.
struct CommonNames {
#define NAME(member, text) Str* member = nullptr;
#include "vm/common_names.def"
#undef NAME
};

class VM {
 public:
  struct Options {
    PythonVersion python;
    double step = 1e-5;
    double instruction_cost = 0;  ///< seconds that each instruction takes: the world's options have to say has_costs
    std::uint32_t cpu_count = 4;
    bool gil = true;
    bool trace_lines = false;
    bool shows_source = true;  ///< in tracebacks
    Budgets budgets;
    std::string file_name = "program.py";
    std::vector<std::pair<std::string, std::string>> files;  ///< the virtual disk: path, content
    std::vector<std::string> arguments;                      ///< sys.argv after the program's name
    const LibraryPack* library_pack = nullptr;               ///< null: the one that is built in
  };

  VM(Trace& trace, Options options);
  ~VM();
  VM(const VM&) = delete;
  VM& operator=(const VM&) = delete;

  /// The VM that was made last and still lives (core is single-threaded): for destructors, which get no VM.
  static VM* current() { return current_; }

  Trace& trace;
  /// Clock, threads and loops of the run; set by whoever makes both, before the program runs.
  World* world = nullptr;
  const Options options;
  std::uint32_t recursion_limit = options.budgets.recursion;  ///< depth that ends in RecursionError; 0: none does
  std::uint32_t recursion_asked = recursion_limit;            ///< sys.setrecursionlimit()
  [[nodiscard]] PythonVersion python() const { return options.python; }

  BuiltinTypes types;
  CommonNames names;

  // ---- making values ----
  Value str(std::string_view utf8);    ///< a new Str; one-character ASCII and the empty text are shared
  Str* intern(std::string_view utf8);  ///< the one Str for a name; lives as long as the VM
  Str* intern(const Value& text);      ///< the same for a Str
  [[nodiscard]] Str* special_name(SpecialMethod method) const {
    return special_names_[static_cast<std::size_t>(method)];
  }
  Value integer(std::int64_t value);  ///< small or big, as needed
  Value tuple(std::span<const Value> items);
  Value list(std::vector<Value> items);

  // ---- errors ----
  [[nodiscard]] bool has_error() const { return static_cast<bool>(error_); }
  /// Makes `exception` pending, with the handled exception as its `__context__`. Always returns no value: `return
  /// vm.raise(…)`.
  Value raise(Value exception);
  Value raise(Type* type, std::string_view message);
  Value raise(Type* type, Value argument);
  Value raise_type_error(std::string_view message) { return raise(types.type_error, message); }
  Value raise_value_error(std::string_view message) { return raise(types.value_error, message); }
  /// AttributeError: 'Foo' object has no attribute 'bar'.
  Value raise_no_attribute(const Value& object, const Str* name);
  /// Ends the run: what was reached is no Python exception and no `except` catches it (a budget, an unsupported
  /// construct).
  Value refuse(std::string_view what, std::string_view instead);
  Value end_by_budget(std::string_view budget, std::string_view message);
  /// The program imports a module whose text is in the library pack, which is not here.
  Value want_library(std::string_view module);
  enum class EndedBy : std::uint8_t { Budget, Refusal, Library };
  /// How a run that was ended by one of the functions above ended; null while it goes on.
  struct Ending {
    EndedBy by;
    std::string what;  ///< the budget's name, what is not supported, or the module
    std::string message;
    std::uint32_t line;
  };
  [[nodiscard]] const Ending* ending() const { return ending_.get(); }
  /// Puts an exception back as the pending one, as it is (no context is set).
  void restore_error(Value exception) { error_ = static_cast<Value&&>(exception); }
  /// Takes the pending exception away and returns it.
  Value take_error();
  [[nodiscard]] const Value& error() const { return error_; }
  /// True if an exception is pending and is an instance of `type`.
  [[nodiscard]] bool error_is(Type* type) const;
  Ref<Exception> make_exception(Type* type, std::string_view message);

  // ---- operations that may call Python code; no value / false / -1 means an exception is pending ----
  Value call(const Value& callable, std::span<const Value> arguments = {});
  Value call(const Value& callable, std::span<const Value> arguments, Dict* keywords);
  /// object.name(arguments…)
  Value call_method(const Value& object, Str* name, std::span<const Value> arguments = {});
  /// The special method `method` of `object`'s type, called. Returns not_implemented when the type has none.
  Value call_special(const Value& object, SpecialMethod method, std::span<const Value> arguments = {});
  /// `function`, as found on self's type, called as a method.
  Value call_found(const Value& function, const Value& self, std::span<const Value> arguments = {});
  /// What an attribute found on `self`'s type gives for `self` (`__get__`): a bound method, a property's value …
  Value bind(const Value& found, const Value& self);
  Value get_attribute(const Value& object, Str* name);
  /// As above, but an absent attribute is no error: missing. Still no value on any other exception.
  Value find_attribute(const Value& object, Str* name);
  bool set_attribute(const Value& object, Str* name, const Value& value);
  bool delete_attribute(const Value& object, Str* name);
  Value get_item(const Value& object, const Value& key);
  bool set_item(const Value& object, const Value& key, const Value& value);
  bool delete_item(const Value& object, const Value& key);
  int truth(const Value& value);                            ///< 1, 0, or -1
  int equal(const Value& a, const Value& b);                ///< `a is b or a == b`: 1, 0, -1
  int contains(const Value& container, const Value& item);  ///< 1, 0, -1
  std::int64_t length(const Value& object);                 ///< -1 on error
  bool hash(const Value& value, std::uint64_t& result);
  Value repr(const Value& value);  ///< a Str
  /// repr(value) for messages: never fails, "<unprintable T object>" where it would.
  std::string repr_text(const Value& value);
  Value ascii(const Value& value);                          ///< repr with everything but ASCII escaped: a Str
  Value to_str(const Value& value);                         ///< str(value): a Str
  Value format(const Value& value, std::string_view spec);  ///< format(value, spec): a Str
  Value iterate(const Value& iterable);                     ///< iter(iterable)
  /// The next item; missing at the end; no value on error.
  Value next(const Value& iterator);
  /// Appends all items of `iterable`; false on error.
  bool extend(std::vector<Value>& items, const Value& iterable);
  bool is_instance(const Value& value, const Type* type) const;         ///< without hooks
  int is_instance_of(const Value& value, const Value& class_or_tuple);  ///< isinstance() with hooks: 1, 0, -1
  Value unary(UnaryOperator op, const Value& a);                        ///< Not included
  Value binary(std::uint8_t op, const Value& a, const Value& b);        ///< a BinaryOperator of operations.h
  Value compare(std::uint8_t op, const Value& a, const Value& b);       ///< a CompareOperator of operations.h

  bool is_iterator(const Value& value);  ///< has `__next__`
  /// False, with the run ended, if `more_bytes` would go beyond the memory budget. Ask before every allocation whose
  /// size a program chooses.
  bool check_memory(std::size_t more_bytes);
  /// `<Foo object at 0x…>`, `<function f at 0x…>`.
  Value default_repr(const Value& value);

  // ---- plain questions; never fail ----
  [[nodiscard]] Type* type_of(const Value& value) const {
    // Most kinds of object have one class each.
    if (value.is_object()) {
      if (Type* type = only_type_[static_cast<std::size_t>(value.object()->kind())]) return type;
    }
    return type_by_content(value);
  }
  [[nodiscard]] const char* class_name(const Value& value) const;  ///< `type(x).__name__`
  [[nodiscard]] const char* type_name(
      const Value& value) const;  ///< `type(value).__name__`; valid while the type lives
  [[nodiscard]] bool is_callable(const Value& value);
  [[nodiscard]] bool is_str(const Value& value) const { return value.is(ObjectKind::Str); }
  /// An int (bool included, subclasses not) that fits; false otherwise, nothing is raised.
  static bool as_int64(const Value& value, std::int64_t& result);
  /// Anything with __index__ as an int64; raises TypeError or OverflowError.
  bool index(const Value& value, std::int64_t& result);
  /// float(value) for numbers; raises TypeError ("must be real number, not str").
  bool real(const Value& value, double& result);

  // ---- defining things ----
  /// A builtin class. Methods and computed attributes come from tables.
  Type* define_type(const char* name, const char* module, std::span<Type* const> bases, ObjectKind layout);
  void add_methods(Type* type, std::span<const NativeEntry> methods);
  void add_static_methods(Type* type, std::span<const NativeEntry> methods);
  void add_class_methods(Type* type, std::span<const NativeEntry> methods);
  void add_attributes(Type* type, std::span<const NativeAttribute> attributes);
  /// What calling the class does: `entry.code` gets the class, then the arguments of `signature` ("cls, iterable=(),
  /// /").
  void set_constructor(Type* type, const NativeEntry& entry);
  void set_type_of_kind(ObjectKind kind, Type* type);
  Value make_native(const NativeEntry& entry, const char* module);
  /// The class of the NativeIterators with this `type_name`; made on first use.
  [[nodiscard]] Type* iterator_type(const char* name) const;
  /// Registers a module that is made when a program first imports it.
  void define_module(const char* name, void (*fill)(VM& vm, Module& module));
  Value import_module(std::string_view dotted_name);
  /// Runs the program once more as the module `__mp_main__`, as a process does that was not forked. REQUIRES: the main
  /// module's names are those of a process, and empty.
  Value run_main_again();
  /// The submodule "a.b" if there is one; missing else.
  Value find_submodule(const std::string& dotted_name);
  [[nodiscard]] Dict& modules() { return *modules_; }  ///< sys.modules
  [[nodiscard]] Module* main_module() { return main_module_.get(); }
  [[nodiscard]] Dict& builtins() { return *builtins_; }

  [[nodiscard]] std::uint32_t class_version() const { return class_version_; }
  void class_changed();

  // ---- running ----
  ThreadState& thread() { return *thread_; }
  Interpreter& interpreter() { return *interpreter_; }
  PythonLanguage& language() { return *language_; }
  /// One print: what the program writes to stdout or stderr becomes an event.
  void write_output(bool to_stderr, std::string_view text);
  /// What Python itself writes to stderr, not the program: warnings, asyncio's log.
  /// These Err events have `detail` kOwnNotice; the conformance trace leaves them out.
  void write_notice(std::string_view text);
  static constexpr std::uint8_t kOwnNotice = 1;
  /// warnings.warn(message, category) in the program's line; false if a filter made an exception of it.
  [[nodiscard]] bool warn(Type* category, const std::string& message);
  /// "coroutine '…' was never awaited": a notice, or a call of what the module warnings has asked for.
  void warn_unawaited(const Value& coroutine, const Value& qualified_name);
  /// Gets the message and the coroutine. What it raises is reported, not raised.
  void report_unawaited_to(Value function) { unawaited_reporter_ = static_cast<Value&&>(function); }
  /// Line of the innermost frame of the program that runs; 0: none.
  [[nodiscard]] std::uint32_t current_line() const;
  /// Compiles and runs a module's text as `__main__` in a module of its own. No value: an exception is pending.
  Value run_main(const std::shared_ptr<const Code>& code);
  /// "Exception ignored in: …" on stderr, and the pending exception is gone: for `__del__` and the like.
  void report_unraisable(const Value& where, const char* in = "");
  /// What the interpreter does at its end: atexit's functions run, then the program's variables go, one by one.
  void shut_down();
  /// Makes `thread` the running one (worker threads); gives the one before.
  ThreadState* switch_thread(ThreadState* thread);
  ThreadState& main_thread() { return *main_thread_; }

 private:
  void run_exit_functions();
  friend class Interpreter;
  friend class ThreadState;

  Value iterate_for(const Value& iterable, const char* before, const char* after);
  Value load_module(Str* name);
  Value load_library(Str* name, std::string_view text, Module& module);
  Value run_module_code(const std::shared_ptr<const Code>& code, Module& module);
  Value run_main_code();
  Value end_run(EndedBy by, std::string_view what, std::string_view message);
  Value make_sequence_iterator(const Value& sequence);
  Value class_get_item(const Value& cls, const Value& key);

  static VM* current_;
  VM* outer_;
  Value error_;
  std::uint32_t class_version_;
  [[nodiscard]] Type* type_by_content(const Value& value) const;
  Type* type_by_kind_[kObjectKindCount] = {};
  Type* only_type_[kObjectKindCount] = {};  ///< the same; null where objects of that kind are of several classes
  Str* special_names_[kSpecialMethodCount] = {};
  Value empty_text_;
  Value one_letter_[128];
  mutable std::unordered_map<std::string, Ref<Type>> iterator_types_;
  std::unique_ptr<Ending> ending_;
  std::size_t written_bytes_ = 0;
  Value unawaited_reporter_;
  std::unordered_map<std::string, bool> warned_;  ///< warnings that were shown, by place and text
  std::unordered_map<std::string, Ref<Str>> interned_;
  Ref<Dict> builtins_;
  std::unordered_map<std::string, void (*)(VM&, Module&)> native_modules_;
  Ref<Dict> modules_;  ///< sys.modules
  std::vector<Ref<Type>> builtin_types_;
  Ref<Module> main_module_;
  std::shared_ptr<const Code> main_code_;
  Value build_class_;  ///< the builtin __build_class__
  std::unique_ptr<ThreadState> main_thread_;
  ThreadState* thread_ = nullptr;
  std::unique_ptr<Interpreter> interpreter_;
  std::unique_ptr<PythonLanguage> language_;
};

}  // namespace sluice
