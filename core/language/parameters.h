// parameters.h — constants of a program that a page turns into controls, by a comment that Python ignores:
//
//     limit = 2              #: 1..10                  a slider over whole numbers
//     delay = 0.5            #: 0.1..2.0               a slider; its step is one unit of the last decimal written
//     rate = 3.0             #: 0..100 step 5          a slider with a step of its own
//     strategy = "gather"    #: gather | as_completed  a choice
//     workers = 4            #: 1 | 2 | 4 | 8          a choice of numbers
//     fair = True            #: True | False           a switch
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/python_version.h"
#include "language/source.h"

namespace sluice {

enum class ParameterKind : std::uint8_t { slider, choice, toggle };

/// A constant with its control. The assignment stands alone on its line: NAME = literal, or NAME: type = literal.
struct ProgramParameter {
  std::string name;
  ParameterKind kind = ParameterKind::slider;
  std::string value;                 ///< as written; a string without its quotes
  SourceRange literal;               ///< what a new value replaces; a sign belongs to it, quotes do too
  bool is_text = false;              ///< the literal is a string
  bool is_integer = false;           ///< slider: whole numbers only
  double minimum = 0;                ///< slider
  double maximum = 0;                ///< slider
  double step = 1;                   ///< slider
  std::vector<std::string> choices;  ///< choice: values in the form of `value`
  std::string problem;               ///< not empty: the comment makes no control, and why; only `name` is set besides
};

/// All control comments of a program, in order. A program that does not compile gives those before its first bad token.
/// Cost: linear in the text.
[[nodiscard]] std::vector<ProgramParameter> find_parameters(std::string_view text, PythonVersion python);

/// The program with another value for the parameter `name`: the text of its literal is replaced and nothing else.
/// `value` is in the form of ProgramParameter::value. The text comes back as it was if there is no such parameter, or
/// if the value is none that its control can give (not a number; not among the choices).
[[nodiscard]] std::string set_parameter(std::string_view text, PythonVersion python, std::string_view name,
                                        std::string_view value);

}  // namespace sluice
