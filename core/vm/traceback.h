// traceback.h — how an exception looks on the screen: "Traceback (most recent call last):" and what follows.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "language/code.h"
#include "language/source.h"
#include "vm/exception.h"
#include "vm/kept_frames.h"

namespace sluice {

class VM;

/// All that Python prints for an exception: chained ones, tracebacks with source lines and markers, groups as a tree,
/// notes.
///
/// Each version's form: markers since 3.11, fewer of them since 3.13. May call the program's `__str__`; no error is
/// left pending.
///
/// In pieces, as the module traceback gives and prints them one by one. `by`: whether Python's interpreter writes it,
/// or that module, which suggests no names before 3.12.
/// `limit`: so many entries of each traceback, counted from its beginning; if negative, from its end.
constexpr std::int64_t kWholeTraceback = INT64_MAX;
enum class TracebackBy : std::uint8_t {
  Interpreter,
  Module,
  ModuleAlone,  ///< the module, without the traceback: there are no variables to suggest
};
std::vector<std::string> exception_pieces(VM& vm, const Value& exception, bool with_chain, TracebackBy by,
                                          std::int64_t limit = kWholeTraceback);
/// The pieces as one text.
std::string format_exception(VM& vm, const Value& exception, TracebackBy by);

/// Its last lines only: "ValueError: no", with notes.
std::vector<std::string> exception_only_pieces(VM& vm, const Value& exception, TracebackBy by);

/// A traceback entry as add_traceback makes it. All are.
class FrameEntry : public Traceback {
 public:
  ~FrameEntry() override {  // from the inside out, as in CPython
    next.reset();
    kept = Value();
  }
  bool visit_references(ReferenceVisitor& visit) const override;

  Ref<KeptFrame> frame;  ///< what only its variables refer to lives as long as this entry

  /// Instead of an instruction: the frame had not begun, so that its line is that of the definition.
  static constexpr std::uint32_t kAtDefinition = UINT32_MAX;
};

/// Where the frame of an entry stood.
CodePosition position_of(const Traceback& entry);

/// The entries of a traceback, without heading and exception.
std::vector<std::string> traceback_pieces(VM& vm, const Ref<Traceback>& traceback,
                                          std::int64_t limit = kWholeTraceback);

/// Names of all attributes of an object, as dir() finds them; may repeat.
std::vector<std::string> attribute_names(VM& vm, const Value& object);

/// "ValueError: no such thing" without calling the program: what a class of the program says is left out.
std::string plain_exception_text(VM& vm, const Exception& exception);

/// A warning as the module warnings shows it: "file:line: message", and the line itself. `message` has the category.
[[nodiscard]] std::string warning_text(const SourceText& source, std::size_t number, const std::string& message);

}  // namespace sluice
