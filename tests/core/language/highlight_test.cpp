#include "language/highlight.h"

#include <string>

#include "catch.h"

namespace sluice {
namespace {

/// "async-keyword:async keyword:def …"
std::string shown(std::string_view text) {
  std::string out;
  for (const HighlightSpan& span : highlight(text, PythonVersion{13})) {
    if (!out.empty()) out += ' ';
    out += std::string(highlight_class_name(span.kind)) + ":" +
           std::string(text.substr(span.begin, span.end - span.begin));
  }
  return out;
}

TEST_CASE("names are told apart by what is done with them", "[language]") {
  CHECK(shown("async def f(): await a.b(c.d)") ==
        "async-keyword:async keyword:def definition:f symbol:( symbol:) symbol:: async-keyword:await name:a symbol:. "
        "call:b symbol:( name:c symbol:. attribute:d symbol:)");
}

TEST_CASE("comments and controls come in their place", "[language]") {
  CHECK(shown("n = 2  #: 1..9\n# end") == "name:n symbol:= number:2 control:#: 1..9 comment:# end");
}

TEST_CASE("match is a keyword only where it is one", "[language]") {
  CHECK(shown("match x:\n case 1: y") == "keyword:match name:x symbol:: keyword:case number:1 symbol:: name:y");
  CHECK(shown("match = 1") == "name:match symbol:= number:1");
}

TEST_CASE("a broken program is coloured up to where it breaks", "[language]") {
  CHECK(shown("x = 'abc") == "name:x symbol:=");
}

}  // namespace
}  // namespace sluice
