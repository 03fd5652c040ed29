#include "options.h"

#include <cmath>
#include <cstdint>
#include <optional>
#include <string>

namespace sluice {

namespace {

using emscripten::val;

/// More than a machine has time or memory for; the command line has the same bound.
constexpr double kMostCount = 999'999'999;

[[noreturn]] void refuse(const char* name, const val& value, const char* wanted) {
  const std::string found = val::global("String")(value).as<std::string>();
  val::global("RangeError").new_(std::string(name) + " " + found + ": " + wanted).throw_();
}

bool is_given(const val& field) { return !field.isUndefined() && !field.isNull(); }

/// Sets `into` to a field of an object where the object has it.
template <typename T>
void read(const val& object, const char* name, T& into) {
  const val field = object[name];
  if (is_given(field)) into = field.as<T>();
}

void read_seconds(const val& object, const char* name, double& into) {
  double seconds = into;
  read(object, name, seconds);
  if (!std::isfinite(seconds) || seconds < 0) refuse(name, object[name], "not a number of seconds");
  into = seconds;
}

/// Counts come as JavaScript's numbers.
template <typename Count>
void read_count(const val& object, const char* name, Count& into) {
  if (!is_given(object[name])) return;
  const double count = object[name].as<double>();
  // Written so that what is no number fails too.
  if (!(count >= 0 && count <= kMostCount && std::floor(count) == count)) {
    refuse(name, object[name], "not a number from 0 to 999999999");
  }
  into = static_cast<Count>(count);
}

void read_python(const val& from, PythonVersion& into) {
  if (!is_given(from["python"])) return;
  const std::optional<PythonVersion> version = parse_python_version(from["python"].as<std::string>());
  if (!version) refuse("python", from["python"], "there are 3.10, 3.11, 3.12, 3.13 and 3.14");
  into = *version;
}

void read_budgets(const val& from, RunBudgets& budgets) {
  if (!is_given(from)) return;
  read_count(from, "instructions", budgets.instructions);
  read_count(from, "events", budgets.events);
  read_count(from, "memory", budgets.memory_bytes);
  read_count(from, "output", budgets.output_bytes);
  read_count(from, "recursion", budgets.recursion);
  read_seconds(from, "time", budgets.virtual_seconds);
}

}  // namespace

RunOptions read_options(val from) {
  RunOptions options;
  if (!is_given(from)) return options;
  if (from.isString()) from = val::global("JSON").call<val>("parse", from);
  read_python(from, options.python);
  read_seconds(from, "step", options.step);
  read_seconds(from, "instructionCost", options.instruction_cost);
  read_seconds(from, "switchInterval", options.switch_interval);
  read_seconds(from, "diskLatency", options.disk_latency);
  read(from, "gil", options.gil);
  read(from, "lines", options.lines);
  read(from, "fileName", options.file_name);
  read_count(from, "cpuCount", options.cpu_count);
  read_budgets(from["budgets"], options.budgets);
  if (is_given(from["files"])) {
    for (const val& entry :
         emscripten::vecFromJSArray<val>(val::global("Object").call<val>("entries", from["files"]))) {
      options.files.emplace_back(entry[0].as<std::string>(), entry[1].as<std::string>());
    }
  }
  const val arguments = from["argv"];
  if (arguments.isArray()) options.arguments = emscripten::vecFromJSArray<std::string>(arguments);
  return options;
}

}  // namespace sluice
