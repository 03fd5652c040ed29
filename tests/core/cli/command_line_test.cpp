// Tests of what the command line takes and refuses.
#include "cli/command_line.h"

#include <string>
#include <vector>

#include "catch.h"

namespace sluice {
namespace {

CommandLine parse(std::vector<std::string> words) { return parse_command_line(words); }

TEST_CASE("options may stand in any order before the program", "[cli]") {
  const CommandLine line = parse({"run", "--step", "1e-3", "--python", "3.10", "a.py"});

  CHECK(line.error.empty());
  CHECK(line.command == Command::Run);
  CHECK(line.options.step == 1e-3);
  CHECK(line.options.python == PythonVersion{10});
  CHECK(line.programs == std::vector<std::string>{"a.py"});
}

TEST_CASE("what follows the program of run is the program's", "[cli]") {
  const CommandLine line = parse({"run", "a.py", "--step", "x"});

  CHECK(line.error.empty());
  CHECK(line.options.arguments == std::vector<std::string>{"--step", "x"});
}

TEST_CASE("trace and digest take several programs, the others one", "[cli]") {
  CHECK(parse({"trace", "a.py", "b.py"}).programs.size() == 2);
  CHECK(parse({"gantt", "a.py", "b.py"}).error == "one program at a time, except for trace and digest");
}

TEST_CASE("dump names what it shows", "[cli]") {
  CHECK(parse({"dump", "spans", "a.py"}).dump == DumpKind::Spans);
  CHECK_THAT(parse({"dump", "smoke", "a.py"}).error, contains("no dump of 'smoke'"));
  CHECK_THAT(parse({"dump"}).error, contains("dump what?"));
}

TEST_CASE("bad usage is told, not guessed at", "[cli]") {
  CHECK(parse({}).error == "a command is missing");
  CHECK(parse({"fly"}).error == "unknown command 'fly'");
  CHECK(parse({"run"}).error == "a program is missing");
  CHECK(parse({"run", "--fast", "a.py"}).error == "unknown option --fast");
  CHECK(parse({"run", "a.py"}).error.empty());
  CHECK(parse({"run", "--step"}).error == "--step needs a value");
  CHECK(parse({"run", "--step", "-1", "a.py"}).error == "--step -1: not a number of seconds");
  CHECK(parse({"run", "--step", "nan", "a.py"}).error == "--step nan: not a number of seconds");
  CHECK_THAT(parse({"run", "--python", "2.7", "a.py"}).error, contains("3.10, 3.11"));
  CHECK_THAT(parse({"run", "--max-events", "12345678901", "a.py"}).error, contains("not a number from 0"));
}

TEST_CASE("budgets have an option each", "[cli]") {
  const CommandLine line = parse({"run", "--max-instructions", "1", "--max-events", "2", "--max-memory", "3",
                                  "--max-time", "4.5", "--max-recursion", "5", "--max-output", "6", "a.py"});

  CHECK(line.error.empty());
  const RunBudgets& budgets = line.options.budgets;
  CHECK(budgets.instructions == 1);
  CHECK(budgets.events == 2);
  CHECK(budgets.memory_bytes == 3);
  CHECK(budgets.virtual_seconds == 4.5);
  CHECK(budgets.recursion == 5);
  CHECK(budgets.output_bytes == 6);
}

}  // namespace
}  // namespace sluice
