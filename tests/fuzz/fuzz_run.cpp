// fuzz_run.cpp — whole programs: run, and everything that is computed from the trace. The first byte chooses the
// version of Python and how much memory the program may use: with little, it runs out of it in the midst of anything.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/check.h"
#include "sluice/engine.h"
#include "sluice/show.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sluice;
  if (size == 0) return 0;
  RunOptions options;
  options.python = PythonVersion{kOldestPython.minor + data[0] % 5};
  options.budgets.instructions = 200'000;
  options.budgets.events = 5'000;
  options.budgets.output_bytes = 50'000;
  options.budgets.virtual_seconds = 1e6;
  options.budgets.memory_bytes = (data[0] & 0x80) != 0 ? std::size_t{data[0]} << 14 : std::size_t{32} << 20;
  const std::string source(reinterpret_cast<const char*>(data) + 1, size - 1);
  const RunResult first = run(source, options);
  double now = 0;
  for (EventIndex i = 0; i < first.trace->size(); ++i) {
    const double when = (*first.trace)[i].when;
    SLUICE_CHECK(when >= now);
    now = when;
  }
  static_cast<void>(show_recording(first, options));
  static_cast<void>(show_gantt(first, 80, true));
  Engine engine;
  const Engine::Answer answer = engine.run(source, options);
  SLUICE_CHECK(answer.columns.events.when.size() == first.trace->size());
  static_cast<void>(engine.sentences(answer.id, 0, static_cast<EventIndex>(answer.columns.events.when.size())));
  // The same again is the same.
  SLUICE_CHECK(show_digest(run(source, options)) == show_digest(first));
  return 0;
}
