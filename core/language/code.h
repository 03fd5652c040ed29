// code.h — Code, a compiled function, class body or module: what the compiler makes and the vm runs.
//
// The language layer knows no Values. A constant is a plain Constant; the vm turns each into a Value once, when it
// loads the code.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "language/opcodes.h"
#include "language/source.h"

namespace sluice {

struct Code;

enum class ConstantKind : std::uint8_t {
  none,
  boolean_false,
  boolean_true,
  ellipsis,
  integer,  ///< `integer`
  big_integer,  ///< `text`: the digits, decimal, "0x…", "0o…" or "0b…" in lower case without underscores; a leading "-"
                ///< is possible. Only for what does not fit 64 bits
  real,        ///< `real`
  imaginary,   ///< `real`, times 1j
  string,      ///< `text` in UTF-8; a lone surrogate ("\ud800") is in it as if it were a character (three bytes)
  bytes,       ///< `text`, byte for byte
  tuple,       ///< `items`
  frozen_set,  ///< `items`; of equal ones the first counts
  code,        ///< `code`
};

/// A constant of a program. Only the members that `kind` names are meaningful.
struct Constant {
  ConstantKind kind = ConstantKind::none;
  std::int64_t integer = 0;
  double real = 0;
  std::string text;
  std::vector<Constant> items;
  std::shared_ptr<const Code> code;
};

enum class CodeKind : std::uint8_t {
  module,         ///< variables are the globals (no name of its own but slots of inlined comprehensions)
  class_body,     ///< variables are in a namespace (NAME instructions)
  function,       ///< variables are slots
  lambda,         ///< a function named <lambda>
  comprehension,  ///< <listcomp>, <setcomp>, <dictcomp>: a function of one argument, its outermost iterator. Only
                  ///< before 3.12: from then on they are inlined where they stand (generator expressions never)
  generator_expression,  ///< <genexpr>: a generator function of one argument, its outermost iterator
  type_parameters,       ///< <generic parameters of f>: a function that is called at once (3.12, PEP 695)
  annotations,           ///< __annotate__: a function of one argument, the format that is wanted (3.14, PEP 649)
};

enum class SlotKind : std::uint8_t {
  local,  ///< a variable, or a parameter
  cell,   ///< a variable, or a parameter, that inner functions use as well; holds a cell
  free,   ///< a cell of an outer function
};

/// A variable of a frame. Parameters come first, in this order: positional-only, positional-or-keyword, keyword-only,
/// *args, **kwargs; free variables come last. A name can occur twice: inlined comprehensions have slots of their own.
struct Slot {
  std::string name;  ///< mangled, if private; ".0" for a comprehension's argument
  SlotKind kind = SlotKind::local;
  bool is_hidden = false;  ///< belongs to an inlined comprehension: not one of the frame's own locals()
};

/// Where an instruction comes from. Line 0: none (clean-up code that the compiler added).
struct CodePosition {
  std::int32_t line = 0;        ///< from 1; what a traceback and a waiting task show
  std::int32_t end_line = 0;    ///< from 1
  std::int32_t column = 0;      ///< UTF-8 bytes before it in its line
  std::int32_t end_column = 0;  ///< UTF-8 bytes before its end in the end's line
};

/// Instructions `start` .. `end` - 1 are covered by the handler at `target`, which expects `depth` values on the stack,
/// on top of which comes the exception. Entries are sorted and do not overlap.
struct ExceptionEntry {
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  std::uint32_t target = 0;
  std::uint32_t depth = 0;
};

struct Code {
  std::string name;      ///< "f", "<lambda>", "<module>", …
  std::string qualname;  ///< "C.method", "outer.<locals>.inner"
  CodeKind kind = CodeKind::function;
  std::shared_ptr<const SourceText> source;  ///< file name, text, and whether it is the program
  std::int32_t first_line = 1;               ///< of the first decorator, else of `def`, `class`, `lambda`

  // Parameters are the first slots.
  std::uint32_t positional_only_count = 0;
  std::uint32_t positional_count = 0;  ///< positional-only ones included
  std::uint32_t keyword_only_count = 0;
  bool has_varargs = false;  ///< *args: slot positional_count + keyword_only_count
  bool has_varkw = false;    ///< **kwargs: the slot after that

  bool is_generator = false;        ///< `def` with yield, or a generator expression
  bool is_coroutine = false;        ///< `async def` without yield, or an asynchronous comprehension
  bool is_async_generator = false;  ///< `async def` with yield, or an asynchronous generator expression

  std::vector<Constant> constants;
  std::vector<std::string> names;    ///< globals, attributes, imports
  std::vector<std::uint32_t> sites;  ///< for operand kind `site`: index into names
  std::vector<Slot> slots;           ///< locals, cells and free variables in one array
  std::uint32_t free_count = 0;      ///< the last slots, in the order of the closure tuple
  std::optional<std::string> docstring;

  std::vector<Instruction> instructions;
  std::vector<CodePosition> positions;  ///< one for each instruction
  std::vector<ExceptionEntry> exceptions;
  std::uint32_t stack_size = 0;  ///< the most values that are on the stack at once

  [[nodiscard]] std::uint32_t parameter_count() const {
    return positional_count + keyword_only_count + (has_varargs ? 1U : 0U) + (has_varkw ? 1U : 0U);
  }
  /// The entry that covers an instruction, or null. Cost: O(log entries).
  [[nodiscard]] const ExceptionEntry* find_handler(std::uint32_t instruction) const;
};

}  // namespace sluice
