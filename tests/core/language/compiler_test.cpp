#include <string>

#include "source.h"

namespace sluice {
namespace {

std::string code_of(std::string_view text, std::string_view name, int minor = 13) {
  const CompileResult result = compile_for(minor, text);
  REQUIRE(result.code);
  const Code* code = find_code(*result.code, name);
  REQUIRE(code != nullptr);
  return instructions(*code);
}

std::string lines(std::string_view text, std::string_view name, Opcode opcode, int minor) {
  const CompileResult result = compile_for(minor, text);
  REQUIRE(result.code);
  return lines_of(*find_code(*result.code, name), opcode);
}

TEST_CASE("a method call keeps function and object apart", "[language]") {
  CHECK(code_of("def f(a):\n  a.b(1)", "f") ==
        "LOAD_FAST a; LOAD_METHOD b; LOAD_CONST 1; CALL_METHOD 1; POP_TOP; RETURN_CONST None");
}

TEST_CASE("keyword arguments are named by a tuple on top", "[language]") {
  CHECK(code_of("f(1, a=2)", "<module>") ==
        "LOAD_GLOBAL f; LOAD_CONST 1; LOAD_CONST 2; LOAD_CONST ('a',); CALL_KW 2; POP_TOP; RETURN_CONST None");
}

TEST_CASE("a lone starred argument goes to the call as it is", "[language]") {
  CHECK(code_of("f(*a)", "<module>") == "LOAD_GLOBAL f; LOAD_GLOBAL a; CALL_EX 0; POP_TOP; RETURN_CONST None");
}

TEST_CASE("await is a GET_AWAITABLE and a SEND", "[language]") {
  CHECK(code_of("async def f(a):\n  return await a", "f") == "LOAD_FAST a; GET_AWAITABLE 0; SEND; RETURN_VALUE");
}

TEST_CASE("two names are swapped without a tuple", "[language]") {
  CHECK(code_of("def f(a, b):\n  a, b = b, a", "f") ==
        "LOAD_FAST_LOAD_FAST b, a; SWAP 2; STORE_FAST a; STORE_FAST b; RETURN_CONST None");
}

TEST_CASE("instructions are not joined where a jump leads between them", "[language]") {
  const std::string code = code_of("def f(a, b):\n  while a:\n    b\n    c = b\n", "f");
  CHECK(code.find("LOAD_FAST_LOAD_FAST") == std::string::npos);
}

TEST_CASE("a list comprehension is a function before 3.12 and part of its frame from then on", "[language]") {
  const CompileResult older = compile_for(11, "def f(a):\n  return [x for x in a]");
  const CompileResult newer = compile_for(12, "def f(a):\n  return [x for x in a]");
  REQUIRE(older.code);
  REQUIRE(newer.code);

  const Code* nested = find_code(*older.code, "f.<locals>.<listcomp>");
  REQUIRE(nested != nullptr);
  CHECK(nested->kind == CodeKind::comprehension);
  CHECK(nested->slots[0].name == ".0");
  CHECK(find_code(*newer.code, "f.<locals>.<listcomp>") == nullptr);
  const Code* host = find_code(*newer.code, "f");
  REQUIRE(host->slots.size() == 2);
  CHECK(host->slots[1].name == "x");
  CHECK(host->slots[1].is_hidden);
}

TEST_CASE("an inlined comprehension needs no cell for a variable of its function", "[language]") {
  const char* text = "def f(a, b):\n  return [x + b for x in a]";
  CHECK(find_code(*compile_for(12, text).code, "f")->slots[1].kind == SlotKind::local);
  CHECK(find_code(*compile_for(11, text).code, "f")->slots[1].kind == SlotKind::cell);
}

TEST_CASE("a lambda in an inlined comprehension closes over the comprehension's variable", "[language]") {
  const CompileResult result = compile_for(13, "def f(a):\n  return [lambda: x for x in a]");
  const Code* host = find_code(*result.code, "f");
  REQUIRE(host->slots.size() == 2);
  CHECK(host->slots[1].kind == SlotKind::cell);
  CHECK(instructions(*host).find("MAKE_CELL x") != std::string::npos);
}

TEST_CASE("a parameter that a closure uses is a cell in its own slot", "[language]") {
  const CompileResult result = compile_for(13, "def f(a):\n  def g(): return a\n  return g");
  const Code* outer = find_code(*result.code, "f");
  CHECK(outer->slots[0].name == "a");
  CHECK(outer->slots[0].kind == SlotKind::cell);
  CHECK(instructions(*outer) ==
        "MAKE_CELL a; LOAD_CLOSURE a; BUILD_TUPLE 1; LOAD_CONST <code f.<locals>.g>; MAKE_FUNCTION 8; "
        "STORE_FAST g; LOAD_FAST g; RETURN_VALUE");
  CHECK(find_code(*result.code, "f.<locals>.g")->free_count == 1);
}

TEST_CASE("super() without arguments gets the class's cell and the first parameter", "[language]") {
  const char* text = "class C:\n  def m(self):\n    super().m()";
  CHECK(code_of(text, "C.m") ==
        "COPY_FREE_VARS 1; LOAD_GLOBAL super; LOAD_DEREF __class__; LOAD_FAST self; CALL 2; LOAD_METHOD m; "
        "CALL_METHOD 0; POP_TOP; RETURN_CONST None");
  CHECK(code_of(text, "C").find("STORE_NAME __classcell__") != std::string::npos);
}

TEST_CASE("private names of a class are mangled", "[language]") {
  CHECK(code_of("class _C:\n  def m(self):\n    return self.__x", "_C.m") ==
        "LOAD_FAST self; LOAD_ATTR _C__x; RETURN_VALUE");
}

// Regression: CPython looks up the attributes of a class pattern by the names as written, also inside a class.
TEST_CASE("attribute names in a class pattern are not mangled", "[language]") {
  const char* text = "class C:\n  def m(self, x):\n    match x:\n      case C(__a=y): return y";
  CHECK(code_of(text, "C.m").find("LOAD_CONST ('__a',)") != std::string::npos);
}

TEST_CASE("the handler of a try expects the stack of its beginning", "[language]") {
  const CompileResult result =
      compile_for(13, "def f(a):\n  for x in a:\n    try:\n      x()\n    except E:\n      pass");
  const Code* code = find_code(*result.code, "f");
  REQUIRE(!code->exceptions.empty());
  CHECK(code->exceptions[0].depth == 1);
  CHECK(code->find_handler(code->exceptions[0].start) == &code->exceptions[0]);
  CHECK(code->find_handler(0) == nullptr);
}

// Which line a task waits on decides what a figure shows, and differs from version to version.
TEST_CASE("the calls of async with stand where that version of CPython puts them", "[language]") {
  const char* text = "async def f():\n  async with (\n    a,\n    b,\n  ):\n    pass\n";
  CHECK(lines(text, "f", Opcode::SEND, 12) == "2 2 2 2 2 2");
  CHECK(lines(text, "f", Opcode::SEND, 13) == "3 4 4 4 3 3");
}

TEST_CASE("an await stands on the line on which it begins", "[language]") {
  const char* text = "async def f():\n  x = (\n    await g(\n      1))\n";
  CHECK(lines(text, "f", Opcode::SEND, 10) == "3");
  CHECK(lines(text, "f", Opcode::SEND, 13) == "3");
}

TEST_CASE("a method call stands on the line of the method's name", "[language]") {
  const char* text = "x = (a\n  .b()\n  .c(k=1))";
  CHECK(lines(text, "<module>", Opcode::CALL_METHOD, 13) == "2");
  CHECK(lines(text, "<module>", Opcode::CALL_METHOD_KW, 13) == "3");
  CHECK(lines(text, "<module>", Opcode::CALL_METHOD_KW, 10) == "1");
}

TEST_CASE("constants are told apart by type and sign", "[language]") {
  const CompileResult result = compile_for(13, "f(1, 1.0, True, 0.0, -0.0, '1', b'1', (1,), (1.0,))");
  CHECK(result.code->constants.size() == 10);  // those and the None of the end
}

TEST_CASE("integers of any size keep their digits", "[language]") {
  const CompileResult result =
      compile_for(13, "f(9223372036854775807, 9223372036854775808, -9223372036854775808, 0XFF_FF)");
  const std::vector<Constant>& constants = result.code->constants;
  CHECK(constants[0].integer == INT64_MAX);
  CHECK(constants[1].kind == ConstantKind::big_integer);
  CHECK(constants[1].text == "9223372036854775808");
  CHECK(constants[2].integer == INT64_MIN);
  CHECK(constants[3].integer == 0xffff);
}

TEST_CASE("annotations are evaluated where they stand up to 3.13", "[language]") {
  CHECK(code_of("def f(a: 'x', *b: c.d) -> 1: pass", "<module>") ==
        "LOAD_CONST 'a'; LOAD_CONST 'x'; LOAD_CONST 'b'; LOAD_GLOBAL c; LOAD_ANNOTATION_ATTR d; LOAD_CONST 'return'; "
        "LOAD_CONST 1; BUILD_TUPLE 6; LOAD_CONST <code f>; MAKE_FUNCTION 4; STORE_GLOBAL f; RETURN_CONST None");
  CHECK(code_of("c: float = 1", "<module>") ==
        "SETUP_ANNOTATIONS; LOAD_CONST 1; STORE_GLOBAL c; LOAD_GLOBAL float; LOAD_GLOBAL __annotations__; "
        "LOAD_CONST 'c'; STORE_SUBSCRIPT; RETURN_CONST None");
}

TEST_CASE("annotations have a function of their own since 3.14", "[language]") {
  CHECK(code_of("def f(a: b): pass", "__annotate__", 14) ==
        "CHECK_FORMAT; BUILD_MAP 0; LOAD_CONST 'a'; LOAD_GLOBAL b; MAP_ADD 1; RETURN_VALUE");
  CHECK(code_of("class C:\n  a: b", "C.__annotate__", 14) ==
        "COPY_FREE_VARS 1; CHECK_FORMAT; BUILD_MAP 0; LOAD_CONST 'a'; LOAD_DEREF __classdict__; "
        "LOAD_FROM_DICT_OR_GLOBALS b; MAP_ADD 1; RETURN_VALUE");
}

TEST_CASE("annotations are texts by a future import", "[language]") {
  const CompileResult result = compile_for(14, "from __future__ import annotations\na: dict [str,\"b\"]|None\n");
  CHECK(instructions(*result.code).find("LOAD_CONST \"dict[str, 'b'] | None\"") != std::string::npos);
}

TEST_CASE("code that cannot be reached is left out", "[language]") {
  CHECK(code_of("def f():\n  return 1\n  g()", "f") == "RETURN_CONST 1");
  CHECK(code_of("def f():\n  if 0:\n    g()\n  while True:\n    h()", "f") ==
        "LOAD_GLOBAL h; CALL 0; POP_TOP; JUMP_BACKWARD to 0");
}

TEST_CASE("a program from a library module is marked", "[language]") {
  CompileOptions options;
  options.origin = SourceOrigin::library;
  options.filename = "contextlib.py";
  const CompileResult result = compile("x = 1\ny = 2", options);
  CHECK(!result.code->source->is_program());
  CHECK(result.code->source->line(2) == "y = 2");
  CHECK(result.code->source->line(3).empty());
}

}  // namespace
}  // namespace sluice
