// Tokens, tree and code of the programs in golden/, against what was approved (golden/approve writes them anew).
#include <cstdlib>
#include <fstream>
#include <string>

#include "language/lexer.h"
#include "language/parser.h"
#include "language/token_dump.h"
#include "language/tree_dump.h"
#include "source.h"

namespace sluice {
namespace {

void compare(const std::string& path, const std::string& text) {
  if (std::getenv("SLUICE_APPROVE") != nullptr) {
    std::ofstream(path, std::ios::binary) << text;
    return;
  }
  INFO(path);
  CHECK(read_file(path) == text);
}

TEST_CASE("tokens, tree and code of the golden programs are as approved", "[language]") {
  for (const char* name : {"async", "classes", "comprehensions", "control", "functions", "match", "strings"}) {
    const std::string path = language_tests() + "/golden/" + name;
    const std::string text = read_file(path + ".py");
    const LexResult lexed = lex(text, PythonVersion{13});
    const ParseResult parsed = parse(text, PythonVersion{13});
    REQUIRE(parsed.tree);

    compare(path + ".tokens", dump_tokens(lexed));
    compare(path + ".tree", dump_tree(*parsed.tree));
    compare(path + ".code", disassemble(*compile_for(13, text).code));
  }
}

TEST_CASE("comprehensions of 3.11 are as approved", "[language]") {
  const std::string path = language_tests() + "/golden/comprehensions";
  compare(path + ".3.11.code", disassemble(*compile_for(11, read_file(path + ".py")).code));
}

TEST_CASE("every conformance program compiles in every version that it is for", "[language]") {
  for (const char* name :
       {"lang_17_exception_flow", "lang_20_match", "ctx_01_enter_exit_order", "iter_01_async_generators"}) {
    std::ifstream file(std::string(SLUICE_TESTS_DIR) + "/conformance/programs/" + name + ".py");
    if (!file) continue;
    const std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    for (int minor = 10; minor <= 14; ++minor) CHECK(verdict(minor, text) == "ok");
  }
}

}  // namespace
}  // namespace sluice
