// sys, os, and _sluice, through which library modules in Python reach the interpreter.
#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include "base/runtime_changes.h"
#include "loop/native_coroutine.h"
#include "loop/world.h"
#include "vm/annotations.h"
#include "vm/builtin_operations.h"
#include "vm/function.h"
#include "vm/generator.h"
#include "vm/generic_alias.h"
#include "vm/module.h"
#include "vm/modules/standard_modules.h"
#include "vm/modules/struct_sequence.h"
#include "vm/native_helpers.h"
#include "vm/output_stream.h"
#include "vm/python_thread.h"
#include "vm/thread_state.h"
#include "vm/traceback.h"

namespace sluice {

namespace {

Value sys_exit(VM& vm, Value* arguments) {
  std::vector<Value> values;
  // A tuple is the arguments of the exception.
  if (arguments[0].is(ObjectKind::Tuple)) {
    const Tuple& items = *arguments[0].as<Tuple>();
    values.assign(items.span().begin(), items.span().end());
  } else if (given(arguments[0]) && !arguments[0].is_none()) {
    values.push_back(arguments[0]);
  }
  const Value exception = vm.call(Value(vm.types.system_exit), values);
  return exception ? vm.raise(exception) : Value();
}

Value sys_exc_info(VM& vm, Value*) {
  const ExceptionState* state = vm.thread().handling_state();
  Value items[3] = {Value::none(), Value::none(), Value::none()};
  if (state != nullptr) {
    const Exception* exception = state->handled.as<Exception>();
    items[0] = Value(exception->type);
    items[1] = state->handled;
    if (exception->traceback) items[2] = Value(exception->traceback);
    if (state->got_with.is(ObjectKind::Tuple)) items[2] = (*state->got_with.as<Tuple>())[0];
  }
  return vm.tuple(items);
}

Value sys_exception(VM& vm, Value*) {
  const Value handled = vm.thread().handled();
  return handled ? handled : Value::none();
}

Value sys_getrecursionlimit(VM& vm, Value*) { return vm.integer(vm.recursion_asked); }

Value sys_setrecursionlimit(VM& vm, Value* arguments) {
  std::int64_t limit = 0;
  if (!vm.index(arguments[0], limit)) return Value();
  if (limit < 1) return vm.raise_value_error("recursion limit must be greater or equal than 1");
  const std::uint32_t depth = vm.thread().depth;
  if (limit <= depth) {
    return vm.raise(vm.types.recursion_error, "cannot set the recursion limit to " + std::to_string(limit) +
                                                  " at the recursion depth " + std::to_string(depth) +
                                                  ": the limit is too low");
  }
  if (limit > std::numeric_limits<std::int32_t>::max()) {
    return vm.raise(vm.types.overflow_error, "Python int too large to convert to C int");
  }
  // A higher limit would need more C++ stack than a browser has; the bound that counts stays the budget's.
  const std::uint32_t bound = vm.options.budgets.recursion;
  vm.recursion_asked = static_cast<std::uint32_t>(limit);
  vm.recursion_limit = bound == 0 ? vm.recursion_asked : std::min(bound, vm.recursion_asked);
  return Value::none();
}

Value sys_intern(VM& vm, Value* arguments) {
  const Str* text = text_or_null(arguments[0]);
  if (text == nullptr)
    return vm.raise_type_error("intern() argument must be str, not " + argument_type(vm, arguments[0]));
  return Value(vm.intern(text->view()));
}

Value sys_getrefcount(VM& vm, Value* arguments) {
  return vm.integer(arguments[0].is_object() ? arguments[0].object()->reference_count() : 1);
}

Value sys_getsizeof(VM& vm, Value* arguments) {
  const std::int64_t length = builtin_length(vm, unwrapped(arguments[0]));
  return vm.integer(56 + 8 * (length > 0 ? length : 0));
}

constexpr double kMicrosecond = 1e-6;
constexpr double kMicroseconds = 1e6;

/// CPython keeps whole microseconds.
Value sys_getswitchinterval(VM& vm, Value*) {
  const double interval = vm.world != nullptr ? vm.world->switch_interval : 5e-3;
  return Value::number(kMicrosecond * std::floor(kMicroseconds * interval));
}

Value sys_setswitchinterval(VM& vm, Value* arguments) {
  double seconds = 0;
  if (!vm.real(arguments[0], seconds)) return Value();
  if (!(seconds > 0)) return vm.raise_value_error("switch interval must be strictly positive");
  if (vm.world != nullptr) vm.world->switch_interval = seconds;
  return Value::none();
}

Value sys_is_gil_enabled(VM& vm, Value*) { return Value::boolean(vm.options.gil); }
Value sys_default_encoding(VM& vm, Value*) { return vm.str("utf-8"); }

/// File, line and function of the innermost frame of the program.
Value sys_program_frame(VM& vm, Value* a) {
  std::int64_t level = a[0].is_small_int() ? a[0].as_small_int() : 1;
  bool has_any = false;
  for (const Frame* frame = vm.thread().frame; frame != nullptr; frame = frame->previous) {
    if (!frame->is_program()) continue;
    has_any = true;
    if (--level > 0) continue;
    const Value items[3] = {vm.str(vm.options.file_name), vm.integer(frame->line()), Value(frame->code->name)};
    return vm.tuple(items);
  }
  if (has_any) return Value::none();
  const Value items[3] = {vm.str(vm.options.file_name), Value::small_int(0), vm.str("<module>")};
  return vm.tuple(items);
}

/// True once VM::shut_down is past atexit's functions.
Value sys_is_finalizing(VM& vm, Value*) {
  const Value sys = vm.import_module("sys");
  return sys ? Value::boolean(sys.as<Module>()->attributes->find(vm.intern("_is_finalizing")) != nullptr) : Value();
}

constexpr NativeEntry kSysFunctions[] = {
    {"is_finalizing", sys_is_finalizing, ""},
    {"exit", sys_exit, "status=None, /"},
    {"exc_info", sys_exc_info, ""},
    {"getrecursionlimit", sys_getrecursionlimit, ""},
    {"setrecursionlimit", sys_setrecursionlimit, "limit, /"},
    {"intern", sys_intern, "string, /"},
    {"getrefcount", sys_getrefcount, "object, /"},
    {"getsizeof", sys_getsizeof, "object, default=()"},
    {"getswitchinterval", sys_getswitchinterval, ""},
    {"setswitchinterval", sys_setswitchinterval, "interval, /"},
    {"getdefaultencoding", sys_default_encoding, ""},
    {"_program_frame", sys_program_frame, "level=1"},
};
constexpr NativeEntry kSysException[] = {{"exception", sys_exception, ""}};
constexpr NativeEntry kSysGil[] = {{"_is_gil_enabled", sys_is_gil_enabled, ""}};

constexpr const char* kVersionFields[] = {"major", "minor", "micro", "releaselevel", "serial"};
constexpr const char* kHashFields[] = {"width", "modulus", "inf", "nan", "imag"};
constexpr const char* kFloatFields[] = {"max", "max_exp",  "max_10_exp", "min",   "min_exp", "min_10_exp",
                                        "dig", "mant_dig", "epsilon",    "radix", "rounds"};

void set_version(VM& vm, Module& module) {
  const int minor = vm.python().minor;
  const Value parts[5] = {Value::small_int(3), Value::small_int(minor), Value::small_int(0), vm.str("final"),
                          Value::small_int(0)};
  Type* type = define_struct_type(vm, "version_info", "sys", kVersionFields);
  module.set(vm, "version_info", make_struct(vm, type, parts));
  module.set(vm, "version", vm.str(python_version_text(vm.python()) + ".0 (Sluice)"));
  module.set(vm, "hexversion", vm.integer((3 << 24) | (minor << 16) | 0xf0));
}

void set_numbers(VM& vm, Module& module) {
  const Value hash[5] = {Value::small_int(64), vm.integer((std::int64_t{1} << 61) - 1), Value::small_int(314159),
                         Value::small_int(0), Value::small_int(1000003)};
  module.set(vm, "hash_info", make_struct(vm, define_struct_type(vm, "hash_info", "sys", kHashFields), hash));
  const Value floats[11] = {Value::number(1.7976931348623157e308),
                            Value::small_int(1024),
                            Value::small_int(308),
                            Value::number(2.2250738585072014e-308),
                            Value::small_int(-1021),
                            Value::small_int(-307),
                            Value::small_int(15),
                            Value::small_int(53),
                            Value::number(2.220446049250313e-16),
                            Value::small_int(2),
                            Value::small_int(1)};
  module.set(vm, "float_info", make_struct(vm, define_struct_type(vm, "float_info", "sys", kFloatFields), floats));
  module.set(vm, "maxsize", vm.integer(INT64_MAX));
  module.set(vm, "maxunicode", Value::small_int(0x10ffff));
}

// ---- os ----

Value os_cpu_count(VM& vm, Value*) { return vm.integer(vm.options.cpu_count); }
Value os_getpid(VM&, Value*) { return Value::small_int(1); }
Value os_getcwd(VM& vm, Value*) { return vm.str("/"); }

Value os_getenv(VM&, Value* arguments) { return arguments[1]; }

constexpr NativeEntry kOsFunctions[] = {
    {"cpu_count", os_cpu_count, ""},
    {"getpid", os_getpid, ""},
    {"getcwd", os_getcwd, ""},
    {"getenv", os_getenv, "key, default=None"},
};
constexpr NativeEntry kOsNew[] = {{"process_cpu_count", os_cpu_count, ""}};

// ---- _sluice ----

Value list_of(VM& vm, const std::vector<std::string>& pieces) {
  std::vector<Value> items;
  for (const std::string& piece : pieces) items.push_back(vm.str(piece));
  return vm.list(static_cast<std::vector<Value>&&>(items));
}

Value nothing_handled(VM& vm) { return list_of(vm, {"NoneType: None\n"}); }

Value sluice_format_exception(VM& vm, Value* arguments) {
  std::int64_t limit = 0;
  if (!slice_bound(vm, arguments[2], kWholeTraceback, limit)) return Value();
  if (!arguments[0].is(ObjectKind::Exception)) return nothing_handled(vm);
  const int chain = vm.truth(arguments[1]);
  return chain < 0 ? Value() : list_of(vm, exception_pieces(vm, arguments[0], chain > 0, TracebackBy::Module, limit));
}

Value sluice_format_exception_only(VM& vm, Value* arguments) {
  if (!arguments[0].is(ObjectKind::Exception)) return nothing_handled(vm);
  return list_of(vm, exception_only_pieces(vm, arguments[0], TracebackBy::ModuleAlone));
}

Value sluice_format_traceback(VM& vm, Value* arguments) {
  std::int64_t limit = 0;
  if (!slice_bound(vm, arguments[1], kWholeTraceback, limit)) return Value();
  if (!arguments[0].is(ObjectKind::Traceback)) return vm.list({});
  return list_of(vm, traceback_pieces(vm, Ref<Traceback>(arguments[0].as<Traceback>()), limit));
}

/// types.coroutine: the generators that the function makes can be awaited.
Value sluice_mark_coroutine(VM& vm, Value* arguments) {
  if (!arguments[0].is(ObjectKind::Function)) return vm.raise_type_error("types.coroutine() expects a callable");
  arguments[0].as<Function>()->is_iterable_coroutine = true;
  return arguments[0];
}

/// is_iterable_coroutine(object): a generator of a function that types.coroutine has marked.
Value sluice_is_iterable_coroutine(VM&, Value* arguments) {
  const Value& object = arguments[0];
  return Value::boolean(object.is(ObjectKind::Generator) && object.as<Generator>()->function->is_iterable_coroutine);
}

/// is_new(object): a coroutine of asyncio that has not begun.
Value sluice_is_new(VM&, Value* arguments) {
  const Value& object = arguments[0];
  return Value::boolean(object.is(ObjectKind::NativeCoroutine) &&
                        object.as<NativeCoroutine>()->state() == NativeCoroutine::State::Created);
}

/// is_suspended(object): a generator or coroutine that has begun and waits, in versions without an attribute for it
/// too.
Value sluice_is_suspended(VM&, Value* arguments) {
  const Value& object = arguments[0];
  if (object.is(ObjectKind::NativeCoroutine)) {
    return Value::boolean(object.as<NativeCoroutine>()->state() == NativeCoroutine::State::Suspended);
  }
  const bool is_generator =
      object.is(ObjectKind::Generator) || object.is(ObjectKind::Coroutine) || object.is(ObjectKind::AsyncGenerator);
  return Value::boolean(is_generator && object.as<Generator>()->state() == Generator::State::Suspended);
}

/// source_line(code, number); empty where tracebacks show none.
Value sluice_source_line(VM& vm, Value* arguments) {
  const SourceText& source = *arguments[0].as<CodeObject>()->code->source;
  const auto number = static_cast<std::size_t>(arguments[1].as_small_int());
  return vm.str(number == 0 || !vm.options.shows_source ? std::string_view() : source.line(number));
}

/// evaluate(text, names): the value of an expression among the names of a dict.
Value sluice_evaluate(VM& vm, Value* arguments) {
  return evaluate_text(vm, text_or_null(arguments[0])->text(), *arguments[1].as<Dict>());
}

/// disk_files(): the files given with the run, path to content.
Value sluice_disk_files(VM& vm, Value*) {
  Ref<Dict> files = make<Dict>();
  for (const auto& [path, content] : vm.options.files) files->set(vm.intern(path), Value(make<Bytes>(content)));
  return files;
}

/// disk_wait(path): a transfer from or to the virtual disk.
Value sluice_disk_wait(VM& vm, Value* arguments) {
  if (vm.world == nullptr || vm.world->options.disk_latency <= 0) return Value::none();
  if (!may_block(vm)) return Value();
  return block_value(vm, vm.world->read_disk(text_or_null(arguments[0])->view()));
}

Value sluice_import_by_name(VM& vm, Value* arguments) { return vm.import_module(text_or_null(arguments[0])->view()); }

Value sluice_refuse(VM& vm, Value* arguments) {
  return vm.refuse(text_or_null(arguments[0])->view(), text_or_null(arguments[1])->view());
}

/// inside(object): the builtin object that lies in an instance of a class that derives from its type.
Value sluice_inside(VM&, Value* arguments) { return unwrapped(arguments[0]); }
/// put_inside(object, data): the same for a class that does not derive from it.
Value sluice_put_inside(VM&, Value* arguments) {
  arguments[0].as<Instance>()->payload = arguments[1];
  return Value::none();
}

/// mark_ordered(dict): its iterators complain in the words of OrderedDict.
Value sluice_mark_ordered(VM&, Value* arguments) {
  unwrapped(arguments[0]).object()->make_extra() = Ref<Object>(arguments[0].as<Instance>()->type.get());
  return Value::none();
}

/// type_name(object): what CPython's messages call its type.
Value sluice_type_name(VM& vm, Value* arguments) { return vm.str(vm.type_name(arguments[0])); }

/// has_methods(class, *names): whether the class, not its metaclass, has all these, none of them None.
Value sluice_has_methods(VM& vm, Value* arguments) {
  // issubclass() leaves it to the metaclass to say what is no class.
  if (!arguments[0].is(ObjectKind::Type)) return Value::boolean(false);
  const Type* type = arguments[0].as<Type>();
  for (const Value& name : arguments[1].as<Tuple>()->span()) {
    const Value* own = type->find(name.as<Str>());
    if (own == nullptr && vm.type_of(arguments[0])->find(name.as<Str>()) != nullptr) return Value::boolean(false);
    // Iterators that are built in have theirs beside their attributes.
    const Value found = own != nullptr ? *own : vm.find_attribute(arguments[0], name.as<Str>());
    if (!found) return found;
    if (found.is_none() || found.is_missing()) return Value::boolean(false);
  }
  return Value::boolean(true);
}

/// warning_place(level): file and line of a frame of the program, the innermost being 1.
Value sluice_warning_place(VM& vm, Value* arguments) {
  std::int64_t level = 1;
  if (!vm.index(arguments[0], level)) return Value();
  for (const Frame* frame = vm.thread().frame; frame != nullptr; frame = frame->previous) {
    if (!frame->is_program() || --level > 0) continue;
    const Value items[2] = {vm.str(frame->code->code->source->filename()), vm.integer(frame->line())};
    return vm.tuple(items);
  }
  const bool is_new = warnings_beyond_the_stack_have_no_line(vm.python());
  const Value items[2] = {vm.str(is_new ? "<sys>" : "sys"), Value::small_int(is_new ? 0 : 1)};
  return vm.tuple(items);
}

/// program_line(file, number): a line of the program's text; empty for another file, and where tracebacks show none.
Value sluice_program_line(VM& vm, Value* arguments) {
  const Frame* frame = vm.thread().frame;
  while (frame != nullptr && !frame->is_program()) frame = frame->previous;
  const Str* file = text_or_null(arguments[0]);
  const bool is_here = frame != nullptr && file != nullptr && file->view() == vm.options.file_name;
  if (!is_here || !vm.options.shows_source || !arguments[1].is_small_int()) return vm.str("");
  return vm.str(frame->code->code->source->line(static_cast<std::size_t>(arguments[1].as_small_int())));
}

/// notice(text): on the error stream, but not in the trace that runs are compared by.
Value sluice_notice(VM& vm, Value* arguments) {
  vm.write_notice(text_or_null(arguments[0])->view());
  return Value::none();
}

/// report_unawaited_to(function): gets the message and the coroutine whenever one goes that never ran.
Value sluice_report_unawaited_to(VM& vm, Value* arguments) {
  vm.report_unawaited_to(arguments[0]);
  return Value::none();
}

/// close(class): it cannot be a base, as it is in C in CPython.
Value sluice_close(VM&, Value* arguments) {
  arguments[0].as<Type>()->is_final = true;
  return Value::none();
}

/// union(*members): as `|` makes it, of anything.
Value sluice_union(VM& vm, Value* arguments) { return make_union(vm, arguments[0].as<Tuple>()->span()); }

constexpr NativeEntry kSluiceFunctions[] = {
    {"close", sluice_close, "class, /"},
    {"union", sluice_union, "*members"},
    {"warning_place", sluice_warning_place, "level, /"},
    {"program_line", sluice_program_line, "file, number, /"},
    {"notice", sluice_notice, "text, /"},
    {"report_unawaited_to", sluice_report_unawaited_to, "function, /"},
    {"has_methods", sluice_has_methods, "class, /, *names"},
    {"mark_ordered", sluice_mark_ordered, "dict, /"},
    {"type_name", sluice_type_name, "object, /"},
    {"inside", sluice_inside, "object, /"},
    {"put_inside", sluice_put_inside, "object, data, /"},
    {"disk_files", sluice_disk_files, ""},
    {"disk_wait", sluice_disk_wait, "path, /"},
    {"import_by_name", sluice_import_by_name, "name, /"},
    {"refuse", sluice_refuse, "what, instead, /"},
    {"format_exception", sluice_format_exception, "exception, chain=True, limit=None, /"},
    {"format_exception_only", sluice_format_exception_only, "exception, /"},
    {"format_traceback", sluice_format_traceback, "traceback, limit=None, /"},
    {"source_line", sluice_source_line, "code, number, /"},
    {"evaluate", sluice_evaluate, "text, names, /"},
    {"mark_coroutine", sluice_mark_coroutine, "function, /"},
    {"is_new", sluice_is_new, "object, /"},
    {"is_suspended", sluice_is_suspended, "object, /"},
    {"is_iterable_coroutine", sluice_is_iterable_coroutine, "object, /"},
};

}  // namespace

void fill_sys(VM& vm, Module& module) {
  module.add_functions(vm, kSysFunctions);
  if (has_exception_groups(vm.python())) module.add_functions(vm, kSysException);
  if (knows_free_threading(vm.python())) module.add_functions(vm, kSysGil);
  set_version(vm, module);
  set_numbers(vm, module);
  module.set(vm, "stdout", make_output_stream(vm, false));
  module.set(vm, "stderr", make_output_stream(vm, true));
  module.set(vm, "__stdout__", make_output_stream(vm, false));
  module.set(vm, "__stderr__", make_output_stream(vm, true));
  module.set(vm, "platform", vm.str("linux"));
  module.set(vm, "byteorder", vm.str("little"));
  module.set(vm, "executable", vm.str(""));
  module.set(vm, "modules", Value(&vm.modules()));
  module.set(vm, "path", vm.list({}));
  std::vector<Value> arguments = {vm.str(vm.options.file_name)};
  for (const std::string& one : vm.options.arguments) arguments.push_back(vm.str(one));
  module.set(vm, "argv", vm.list(static_cast<std::vector<Value>&&>(arguments)));
}

void fill_os(VM& vm, Module& module) {
  module.add_functions(vm, kOsFunctions);
  if (knows_free_threading(vm.python())) module.add_functions(vm, kOsNew);
  module.set(vm, "environ", Value(make<Dict>()));
  module.set(vm, "name", vm.str("posix"));
  module.set(vm, "sep", vm.str("/"));
  module.set(vm, "linesep", vm.str("\n"));
}

void fill_sluice(VM& vm, Module& module) { module.add_functions(vm, kSluiceFunctions); }

}  // namespace sluice
