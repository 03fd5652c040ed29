// interpreter_operations.h — what single instructions do that is too long for the run loop. All answer as native code
// does: no value, or false, with an exception pending.
#pragma once

#include <cstdint>
#include <vector>

#include "base/python_version.h"
#include "base/value.h"
#include "vm/frame.h"
#include "vm/function.h"
#include "vm/generator.h"
#include "vm/interpreter.h"

namespace sluice {

class Exception;
struct ExceptionState;
class VM;

// ---- Names ----
Value load_name(VM& vm, Frame& frame, Str* name);
/// The same where the code has no namespace of its own: functions, whose frames may be a generator's.
Value load_global(VM& vm, Frame& frame, Str* name);
bool store_name(VM& vm, Frame& frame, Str* name, const Value& value);
bool delete_name(VM& vm, Frame& frame, Str* name);
/// The builtin open, which is loaded when it is first looked up.
bool is_builtin_open(const Value& value);
Value load_open(VM& vm);
Value load_global_slow(VM& vm, Frame& frame, std::uint32_t index);
Value load_class_deref(VM& vm, Frame& frame, std::uint32_t slot);
/// UnboundLocalError or NameError for a slot without a value.
Value raise_unbound(VM& vm, const Frame& frame, std::uint32_t slot);
/// The attribute of a class, or of the namespace that its body runs in; missing: it has none.
Value load_from_class(VM& vm, const Value& holder, Str* name);
bool setup_annotations(VM& vm, Frame& frame);
Value annotation_attribute(VM& vm, const Value& object, Str* name);
/// False, with NotImplementedError pending: a function of the compiler's makes annotations in no such format.
bool check_format(VM& vm, const Value& format);

// ---- Building and unpacking ----
/// Puts the items of a sequence at `to[count - 1]` (the first) down to `to[0]`.
bool unpack_sequence(VM& vm, const Value& iterable, std::uint32_t count, Value* to);
bool unpack_with_star(VM& vm, const Value& iterable, std::uint32_t before, std::uint32_t after, Value* to);
bool extend_list(VM& vm, List& list, const Value& iterable);
bool update_set(VM& vm, Set& set, const Value& iterable);
bool update_dict(VM& vm, Dict& dict, const Value& mapping);
/// `f(**mapping)`; `callable` is for messages.
bool merge_keywords(VM& vm, Dict& dict, const Value& mapping, const Value& callable);
Value format_value(VM& vm, const Value& value, std::uint32_t flags, const Value& spec);
Value build_string(VM& vm, const Value* parts, std::uint32_t count);
Value make_function(VM& vm, Frame& frame, const Value& code, std::uint32_t flags, Value* parts);
/// Arguments of CALL_EX, ready to be called with: `values` holds copies.
bool spread_arguments(VM& vm, const Value& callable, const Value& positional, const Value& keywords,
                      std::vector<Value>& values, Ref<Tuple>& names, Arguments& arguments);

// ---- Await and with ----
/// What GET_AWAITABLE leaves; `how` is its argument.
Value get_awaitable(VM& vm, const Value& value, std::uint32_t how);
Value get_yield_from_iterator(VM& vm, const Frame& frame, const Value& value);
Value get_async_iterator(VM& vm, const Value& value);
Value get_async_next(VM& vm, const Value& iterator);
/// The bound `__exit__` (or `__aexit__`), and in `enter` what to call, with the manager as its argument if
/// `takes_manager`.
Value find_manager_methods(VM& vm, const Value& manager, bool is_async, Value& enter, bool& takes_manager);
/// Resumes what a SEND waits for, unless it is a Generator (whose frame the run loop runs itself).
Outcome send_to(VM& vm, const Value& receiver, const Value& value);
/// Raises the pending exception in it, likewise.
Outcome throw_to(VM& vm, const Value& receiver);
/// Closes it, before GeneratorExit is raised in the frame that waits. False: the pending exception is now its own.
bool close_receiver(VM& vm, const Value& receiver);

// ---- Exceptions ----
/// A class of exceptions was called and made something else, of which `made` is said: a TypeError, and no value.
Value raise_no_exception(VM& vm, const Value& type, const std::string& made);
/// Makes the exception of a raise statement pending.
void raise_statement(VM& vm, const Value& exception, const Value* cause);
/// 1, 0, or -1 with a TypeError pending.
int exception_matches(VM& vm, const Value& exception, const Value& types);
/// CHECK_EG_MATCH: what is left and what matched; false on error.
bool match_group(VM& vm, const Value& rest, const Value& types, Value& new_rest, Value& match);
void add_traceback(VM& vm, Frame& frame);
/// Until 3.10: a handler begins with the exception, or ends.
void enter_handler(VM& vm, ExceptionState& state, const Exception& exception);
void leave_handler(ExceptionState& state);
/// Until 3.10: the pending exception, raised again by the innermost handler of `state`, has the traceback with which
/// that got it.
void restore_traceback(VM& vm, const ExceptionState& state);
/// Until 3.11: what throwing_loses_traceback says of the pending exception, where `state` is handling another.
void lose_traceback(VM& vm, ThreadState& thread, const ExceptionState& state);
/// StopIteration that leaves a generator becomes a RuntimeError (PEP 479).
void convert_stop_iteration(VM& vm, const Generator& generator);

// ---- match ----
bool is_match_sequence(VM& vm, const Value& value);
bool is_match_mapping(VM& vm, const Value& value);
Value match_keys(VM& vm, const Value& mapping, const Tuple& keys);
Value match_class(VM& vm, const Value& value, const Value& cls, std::uint32_t positional, const Tuple& names);
Value copy_without_keys(VM& vm, const Value& mapping, const Tuple& keys);

// ---- Modules and types ----
Value import_name(VM& vm, Frame& frame, Str* name, const Value& from_names);
Value import_from(VM& vm, const Value& module, Str* name);
bool import_star(VM& vm, Frame& frame, const Value& module);
Value make_type_alias(VM& vm, const Value& name, const Value& variables, const Value& evaluate);
Value make_type_variable(VM& vm, const Tuple& entry, const Value& bound, const Value& fallback);
Value make_generic_base(VM& vm, const Value& variables);

}  // namespace sluice
