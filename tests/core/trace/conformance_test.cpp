#include "trace/conformance.h"

#include "builder.h"
#include "catch.h"
#include "trace/json_writer.h"
#include "trace/names.h"

namespace sluice {

TEST_CASE("a conformance line has the keys, order and numbers of the reference runner", "[conformance]") {
  TraceBuilder builder;
  builder.at(0);
  const ObjectId main = builder.task(1, "main");
  builder.at(0, main).step(0, StepEnd::Waiting, 30);
  builder.out("caf\u00e9 \"x\"\n", 4);
  builder.at(0.1 + 0.2, main).step(1, StepEnd::Finished, 0);

  const std::string line = conformance_line(builder.trace, {"a.py", "3.13", 1e-5, 0.30001, "Deadlock"});

  CHECK(line ==
        "{\"program\": \"a.py\", \"python\": \"3.13\", \"step\": 1e-05, \"end\": 0.30001, \"failure\": \"Deadlock\", "
        "\"trace\": [[\"step\", 0.0, \"Task-1\", 30], [\"out\", 0.0, \"caf\\u00e9 \\\"x\\\"\\n\"], "
        "[\"step\", 0.3, \"Task-1\", null]]}");
}

TEST_CASE("a step has the name that its task had when it began", "[conformance]") {
  TraceBuilder builder;
  builder.at(0);
  const ObjectId task = builder.task(1, "main");
  builder.at(0, task).step(0, StepEnd::Yielded, 3);
  builder.trace.rename(task, "loader");
  builder.at(1, task).step(1, StepEnd::Finished, 0);

  const std::string line = conformance_line(builder.trace, {"a.py", "3.13", 1e-5, 1, ""});

  CHECK_THAT(line, contains("[\"step\", 0.0, \"Task-1\", 3], [\"step\", 1.0, \"loader\", null]"));
  CHECK_THAT(line, contains("\"failure\": null"));
}

TEST_CASE("what the interpreter itself writes to stderr is no part of the line", "[conformance]") {
  TraceBuilder builder;
  builder.at(0).event(TraceKind::Err, OutputOrigin::Interpreter, builder.trace.text("RuntimeWarning"), 3);
  builder.event(TraceKind::Err, OutputOrigin::Program, builder.trace.text("oh"), 4);

  const std::string line = conformance_line(builder.trace, {"a.py", "3.13", 1e-5, 1, ""});

  CHECK_THAT(line, contains("\"trace\": [[\"err\", 0.0, \"oh\"]]"));
}

TEST_CASE("jobs show under the name of their worker", "[conformance]") {
  TraceBuilder builder;
  builder.at(0);
  const ObjectId worker = builder.object(TraceObject::Thread, "asyncio_0");
  const ObjectId job = builder.object(TraceObject::Job, "f");
  builder.on_worker(0.5, 1).event(TraceKind::JobBegin, worker, job);
  builder.on_worker(0.75, 1).event(TraceKind::JobEnd, TaskEnd::Result, worker, job);

  const std::string line = conformance_line(builder.trace, {"a.py", "3.13", 1e-5, 1, ""});

  CHECK_THAT(line,
             contains("[[\"thread\", 0.5, \"asyncio_0\", \"start\"], [\"thread\", 0.75, \"asyncio_0\", \"end\"]]"));
}

TEST_CASE("strings of JSON are ASCII, with surrogate pairs, as Python writes them", "[json]") {
  JsonWriter json;
  json.begin_array().string("\x7f\b\f\r\t\\\x01").string("\U0001F600").string("a\xff").end_array();

  CHECK(json.text() == R"(["\u007f\b\f\r\t\\\u0001", "\ud83d\ude00", "a\ufffd"])");
}

TEST_CASE("JSON has commas between values and none before the first", "[json]") {
  JsonWriter json;
  json.begin_object().key("a").begin_array().end_array().key("b").begin_array().integer(1).boolean(true).null();
  json.end_array().key("c").number(1e16).end_object();

  CHECK(json.text() == R"({"a": [], "b": [1, true, null], "c": 1e+16})");
}

TEST_CASE("objects are called by their last name, and by kind and number as long as they have none", "[names]") {
  TraceBuilder builder;
  builder.at(0);
  const ObjectId first = builder.object(TraceObject::Semaphore), second = builder.object(TraceObject::Semaphore);
  builder.trace.rename(second, "sem");

  const Names names(builder.trace);

  CHECK(names.at(first, 0) == "Semaphore-1");
  CHECK(names.at(second, 0) == "sem");
  CHECK(builder.trace.first_name(second) == "Semaphore-2");
  CHECK(names.at(0, 0).empty());
}

}  // namespace sluice
