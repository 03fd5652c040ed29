// python_language.h — PythonLanguage: what the loop asks of Python.
#pragma once

#include <string>
#include <string_view>

#include "loop/language.h"

namespace sluice {

class VM;

class PythonLanguage : public Language {
 public:
  explicit PythonLanguage(VM& vm) : vm_(vm) {}

  Value make_error(ErrorKind kind, std::string_view message) override;
  Value make_cancelled(const Value& message) override;
  Value make_group(std::string_view message, std::span<const Value> exceptions) override;
  [[nodiscard]] bool is_error(const Value& exception, ErrorKind kind) const override;
  [[nodiscard]] bool is_exit(const Value& exception) const override;
  [[nodiscard]] bool is_exception(const Value& exception) const override;
  void set_cause(const Value& exception, const Value& cause) override;
  void set_context(const Value& exception, const Value& context) override;
  Value traceback_of(const Value& exception) override;
  void set_traceback(const Value& exception, const Value& traceback) override;
  Value first_argument(const Value& exception) override;
  std::string repr(const Value& value) override;
  Outcome less(const Value& a, const Value& b) override;
  Outcome call(const Value& callable, std::span<const Value> arguments) override;
  void report(const ErrorContext& context) override;

 private:
  VM& vm_;
};

}  // namespace sluice
