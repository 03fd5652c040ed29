#include "sluice/columns.h"

#include "../trace/gate_example.h"
#include "catch.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace sluice {
namespace {

/// The result of a run with a trace written by hand. The trace belongs to the example, so it is handed back before the
/// end.
class HandMade {
 public:
  explicit HandMade(TraceBuilder& builder) { result_.trace.reset(&builder.trace); }
  ~HandMade() { static_cast<void>(result_.trace.release()); }
  HandMade(const HandMade&) = delete;
  HandMade& operator=(const HandMade&) = delete;

  RunResult* operator->() { return &result_; }
  [[nodiscard]] RunColumns columns(std::string_view source = "") const {
    return compute_columns(source, RunOptions{}, result_);
  }

 private:
  RunResult result_;
};

}  // namespace

TEST_CASE("the columns of a table have one length, and ids lead somewhere", "[columns]") {
  GateExample example;

  const RunColumns run = HandMade(example).columns();

  const std::size_t events = example.trace.size();
  CHECK(run.events.when.size() == events);
  CHECK(run.events.cause.size() == events);
  CHECK(run.sentences.size() == events);
  CHECK(run.objects.kind.size() == example.trace.object_count());
  CHECK(run.objects.line.size() == example.trace.object_count());
  CHECK(run.rows.first.size() == run.rows.kind.size());
  CHECK(run.spans.value.size() == run.spans.row.size());
  for (const std::uint32_t row : run.spans.row) CHECK(row < run.rows.kind.size());
  for (const std::uint32_t name : run.rows.name) CHECK(name < run.texts.size());
  for (const std::uint32_t name : run.objects.name) CHECK(name < run.texts.size());
  CHECK(run.texts[0].empty());
}

TEST_CASE("objects have their names, parents and ends", "[columns]") {
  GateExample example;

  const RunColumns run = HandMade(example).columns();

  CHECK(run.texts[run.objects.name[example.sem]] == "sem");
  CHECK(run.objects.parent[example.second] == example.main);
  CHECK(run.objects.parent[example.main] == 0);
  CHECK(run.events.kind[run.objects.ended[example.second]] == static_cast<std::uint8_t>(TraceKind::TaskDone));
  CHECK(run.objects.ended[example.sem] == kNoEvent);
}

TEST_CASE("rows come as they are drawn: the loop, tasks by creation, then resources", "[columns]") {
  GateExample example;

  const RunColumns run = HandMade(example).columns();

  std::string names;
  for (const std::uint32_t name : run.rows.name) names += run.texts[name] + ", ";
  CHECK(names == "event loop, Task-1, Task-2, Task-3, sem permit 1, sem waiting, ");
}

TEST_CASE("output has its event, stream and line", "[columns]") {
  TraceBuilder builder;
  builder.at(0.5, builder.task(1, "main"));
  const EventIndex out = builder.out("hello\n", 3);
  builder.event(TraceKind::Err, builder.trace.text("oh\n"), 4);

  const RunColumns run = HandMade(builder).columns();

  REQUIRE(run.output.event.size() == 2);
  CHECK(run.output.event[0] == out);
  CHECK(run.output.when[0] == 0.5);
  CHECK(run.texts[run.output.text[0]] == "hello\n");
  CHECK(run.output.stream[1] == 1);
  CHECK(run.output.line[1] == 4);
}

TEST_CASE("a failure is split into its type and its message", "[columns]") {
  TraceBuilder builder;
  HandMade result(builder);
  result->failure.kind = Failure::Kind::Exception;
  result->failure.text = "ValueError: no: such thing";

  const RunColumns run = result.columns();

  CHECK(std::string(run.failure.kind) == "exception");
  CHECK(run.failure.type == "ValueError");
  CHECK(run.failure.message == "no: such thing");
}

TEST_CASE("columns of diagnostics count UTF-16 units, as JavaScript does", "[columns]") {
  TraceBuilder builder;
  HandMade result(builder);
  Diagnostic diagnostic;
  diagnostic.range.begin.line = diagnostic.range.end.line = 2;
  diagnostic.range.begin.column = 3;
  diagnostic.range.end.column = 4;
  diagnostic.message = "invalid syntax";
  result->diagnostics.push_back(diagnostic);

  const RunColumns run = result.columns("x = 1\n'\U0001F600' !\n");

  REQUIRE(run.diagnostics.size() == 1);
  CHECK(run.diagnostics[0].line == 2);
  CHECK(run.diagnostics[0].column == 4);
  CHECK(run.diagnostics[0].end_column == 5);
}

TEST_CASE("constants with controls say where their literals are, in UTF-16 units", "[columns]") {
  const std::string source =
      "name = '\U0001F600'\nlimit = 2  #: 1..10\nway = 'a'  #: a | b\nfair = True  #: True | False\n";

  const auto parameters = parameter_columns(source, PythonVersion{});

  REQUIRE(parameters.size() == 3);
  CHECK(std::string(parameters[0].kind) == "slider");
  CHECK(parameters[0].number == 2);
  CHECK(parameters[0].maximum == 10);
  CHECK(parameters[0].line == 2);
  CHECK(parameters[0].start == 20);
  CHECK(parameters[0].end == 21);
  CHECK(std::string(parameters[1].kind) == "choice");
  CHECK(parameters[1].choices == std::vector<std::string>{"a", "b"});
  CHECK(parameters[1].is_text);
  CHECK(std::string(parameters[2].kind) == "switch");
}

TEST_CASE("a run without events has columns without entries", "[columns]") {
  TraceBuilder builder;

  const RunColumns run = HandMade(builder).columns();

  CHECK(run.events.when.empty());
  CHECK(run.rows.kind.empty());
  CHECK(run.critical.empty());
  CHECK(run.digest.size() == 16);
}

}  // namespace sluice
