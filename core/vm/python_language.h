// python_language.h — PythonLanguage: what the loop asks of Python.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "loop/language.h"

namespace sluice {

class VM;

class PythonLanguage : public Language {
 public:
  explicit PythonLanguage(VM& vm) : vm_(vm) {}

  Value make_error(ErrorKind kind, std::string_view message) override;
  Value make_cancelled(const Value& message) override;
  Value make_group(std::string_view message, std::span<const Value> exceptions) override;
  Value make_budget_error(LoopBudget budget) override;
  [[nodiscard]] bool is_error(const Value& exception, ErrorKind kind) const override;
  [[nodiscard]] bool is_exit(const Value& exception) const override;
  [[nodiscard]] bool is_exception(const Value& exception) const override;
  [[nodiscard]] bool ends_run(const Value& exception) const override;
  Outcome to_exception(const Value& exception_or_class) override;
  void set_cause(const Value& exception, const Value& cause) override;
  void set_context(const Value& exception, const Value& context) override;
  void set_handled_context(const Value& exception) override;
  Value context_of(const Value& exception) override;
  std::vector<Value> exceptions_of(const Value& exception) override;
  Value traceback_of(const Value& exception) override;
  void set_traceback(const Value& exception, const Value& traceback) override;
  Value forget_unhandled_traceback(const Value& exception) override;
  void keep_with_traceback(const Value& exception, const Value& value) override;
  void keep_with_traceback(const Value& exception, Coroutine& coroutine) override;

  std::string repr(const Value& value) override;
  std::string short_repr(const Value& value) override;
  std::string limited_repr(const Value& value) override;
  std::string type_name(const Value& value) override;
  std::string_view text_of(const Value& text) override;
  Value make_text(std::string_view text) override;
  Value make_list(std::span<const Value> items) override;
  Value make_tuple(std::span<const Value> items) override;
  Value make_set(std::span<const Value> items) override;
  Outcome less(const Value& a, const Value& b) override;
  Value key_error(const Value& key) override;
  Value warn_of_deprecation(std::string_view message) override;
  bool equal(const Value& a, const Value& b) override;
  Outcome truth(const Value& value) override;

  Outcome call(const Value& callable, std::span<const Value> arguments) override;
  Outcome call_method(const Value& value, const char* name) override;
  Outcome call_task_factory(const Value& factory, EventLoop& loop, const Value& coroutine,
                            const TaskOptions& options) override;
  std::string describe_callback(const Value& callable, std::span<const Value> arguments, bool is_debug) override;
  std::string describe_coroutine(const Coroutine& coroutine) override;

  [[nodiscard]] bool is_coroutine(const Value& value) const override;
  [[nodiscard]] bool is_awaitable(const Value& value) const override;
  Outcome awaiter_of(const Value& awaitable) override;
  Outcome iterated_awaiter_of(const Value& awaitable) override;
  void never_awaited(Coroutine& coroutine) override;

  Outcome aclose_of(Object* generator) override;
  [[nodiscard]] bool is_open_generator(Object* generator) const override;

  void report(const ErrorContext& context) override;
  void report_slow(const Value& loop, const Value& what, double seconds) override;
  void report_detail(const std::string& text) override;
  Value context_dict(const ErrorContext& context) override;

 private:
  /// asyncio's logger writes: through the module logging, if the program has set it up. `level`: its method's name.
  void log(const char* level, const std::string& text, const Value& exception);
  /// asyncio's logger; no value: the program has not imported logging.
  Value logger();
  /// Stands in a context for the frames in which something was made: every use is refused.
  Value unmodelled_traceback();
  [[nodiscard]] class Type* class_of(ErrorKind kind) const;
  Outcome outcome_of(Value result);
  VM& vm_;
};

}  // namespace sluice
