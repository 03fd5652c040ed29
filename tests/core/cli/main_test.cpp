// The executable: what each command prints, and the status that it ends with.
#include <sys/wait.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

#include "catch.h"

namespace sluice {
namespace {

struct Answer {
  std::string text;  ///< stdout and stderr
  int status;
};

Answer sluice(const std::string& words) {
  std::FILE* pipe = popen((std::string(SLUICE_COMMAND) + " " + words + " 2>&1").c_str(), "r");
  REQUIRE(pipe != nullptr);
  Answer answer{"", 0};
  char buffer[4096];
  while (const std::size_t size = std::fread(buffer, 1, sizeof buffer, pipe)) answer.text.append(buffer, size);
  answer.status = WEXITSTATUS(pclose(pipe));
  return answer;
}

/// A program in a file of its own, for as long as the test takes.
class ProgramFile {
 public:
  explicit ProgramFile(const std::string& source)
      : path_(std::filesystem::temp_directory_path() / ("sluice_main_test_" + std::to_string(++count_) + ".py")) {
    std::ofstream(path_) << source;
  }
  ~ProgramFile() { std::filesystem::remove(path_); }
  [[nodiscard]] std::string path() const { return path_.string(); }

 private:
  static inline int count_ = 0;
  std::filesystem::path path_;
};

constexpr const char* kSleeper =
    "import asyncio\n"
    "async def main():\n"
    "    await asyncio.sleep(1)\n"
    "    print('slept')\n"
    "asyncio.run(main())\n";

TEST_CASE("run prints what the program prints, and ends as it ends", "[cli]") {
  const ProgramFile sleeper(kSleeper);
  CHECK(sluice("run " + sleeper.path()).text == "slept\n");
  CHECK(sluice("run " + sleeper.path()).status == 0);

  const ProgramFile failing("import sys\nprint('out')\nprint('err', file=sys.stderr)\n1 / 0\n");
  const Answer failed = sluice("run " + failing.path());
  CHECK(failed.status == 1);
  CHECK_THAT(failed.text, contains("out\nerr\nTraceback (most recent call last):\n"));
  CHECK_THAT(failed.text, contains("ZeroDivisionError: division by zero\n"));

  CHECK(sluice("run " + ProgramFile("import sys\nsys.exit(3)\n").path()).status == 3);
  const Answer words = sluice("run " + ProgramFile("import sys\nsys.exit('words')\n").path());
  CHECK(words.status == 1);
  CHECK(words.text == "words\n");
  // Records of the log have the file's name without its folders.
  const ProgramFile logs("import logging\nlogging.basicConfig(format='%(filename)s %(module)s')\nlogging.error('')\n");
  const std::string stem = std::filesystem::path(logs.path()).stem().string();
  CHECK(sluice("run " + logs.path()).text == stem + ".py " + stem + "\n");
  CHECK_THAT(sluice("run " + ProgramFile("from . import x\n").path()).text,
             contains("ImportError: attempted relative import with no known parent package"));
  CHECK_THAT(sluice("run " + ProgramFile("import asyncio\nasyncio.run(asyncio.Event().wait())\n").path()).text,
             contains("Deadlock"));
  CHECK_THAT(sluice("run --max-instructions 1000 " + ProgramFile("while True: pass\n").path()).text, contains("1000"));
}

TEST_CASE("a program comes from standard input, and files from the command line", "[cli]") {
  const ProgramFile notes("a line\n");
  const std::string reads = "echo 'print(open(\"notes.txt\").read())' | ";
  const std::string command = "--file notes.txt=" + notes.path() + " -";
  const Answer answer = sluice("--version > /dev/null; " + reads + SLUICE_COMMAND + " run " + command);
  CHECK(answer.text == "a line\n\n");
}

TEST_CASE("each view of a run has its command", "[cli]") {
  const ProgramFile sleeper(kSleeper);
  CHECK_THAT(sluice("trace " + sleeper.path()).text, contains("\"failure\": null"));
  CHECK_THAT(sluice("digest " + sleeper.path()).text, contains(sleeper.path() + "\n"));
  CHECK_THAT(sluice("gantt --width 60 --ascii " + sleeper.path()).text, contains("Task-1 main"));
  CHECK_THAT(sluice("gantt " + sleeper.path()).text, contains("Task-1 main"));
  CHECK_THAT(sluice("explain --at 0.5 " + sleeper.path()).text, contains("Asleep: Task-1 (line 3, until 1.00 s)."));
  CHECK_THAT(sluice("dump tokens " + sleeper.path()).text, contains("asyncio"));
  CHECK_THAT(sluice("dump ast " + sleeper.path()).text, contains("AsyncFunctionDef"));
  CHECK_THAT(sluice("dump code " + sleeper.path()).text, contains("LOAD_CONST"));
  CHECK_THAT(sluice("dump trace " + sleeper.path()).text, contains("Task-1"));
  CHECK_THAT(sluice("dump spans " + sleeper.path()).text, contains("Sleeping"));
  CHECK_THAT(sluice("dump chrome " + sleeper.path()).text, contains("traceEvents"));
}

TEST_CASE("bad usage ends with 2 and says why", "[cli]") {
  const ProgramFile wrong("def f(:\n");
  const Answer dump = sluice("dump code " + wrong.path());
  CHECK(dump.status == 1);
  CHECK_THAT(dump.text, contains("SyntaxError: invalid syntax"));
  for (const char* words : {"", "fly", "run", "run nowhere.py", "run --file a.txt=nowhere.txt nowhere.py"}) {
    INFO(words);
    CHECK(sluice(words).status == 2);
  }
  CHECK_THAT(sluice("run nowhere.py").text, contains("sluice: cannot read nowhere.py"));
  CHECK_THAT(sluice("fly").text, contains("usage: sluice run"));
  CHECK(sluice("--help").status == 0);
  CHECK_THAT(sluice("--help").text, contains("usage: sluice run"));
  CHECK_THAT(sluice("--version").text, contains("sluice 0."));
}

}  // namespace
}  // namespace sluice
