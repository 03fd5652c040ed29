#include "language/parameters.h"

#include <algorithm>
#include <optional>

#include "base/float_text.h"
#include "language/lexer.h"

namespace sluice {
namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

std::optional<double> number_of(std::string_view text) {
  text = trimmed(text);
  const bool starts_well = !text.empty() && (text[0] == '-' || text[0] == '.' || (text[0] >= '0' && text[0] <= '9'));
  if (!starts_well) return std::nullopt;
  return parse_float(text);
}

/// Digits after the point; 0 for whole numbers and for exponents.
int decimals(std::string_view text) {
  const std::size_t point = text.find('.');
  if (point == std::string_view::npos) return 0;
  int count = 0;
  for (std::size_t i = point + 1; i < text.size() && text[i] >= '0' && text[i] <= '9'; ++i) ++count;
  return count;
}

bool looks_whole(std::string_view text) { return text.find_first_of(".eE") == std::string_view::npos; }

double unit(int decimal_places) {
  double scale = 1;
  for (int i = 0; i < decimal_places; ++i) scale *= 10;
  return 1 / scale;
}

/// The tokens of one line: [first, last).
struct Line {
  std::size_t first = 0;
  std::size_t last = 0;
};

class Finder {
 public:
  Finder(std::string_view text, PythonVersion python) : lexed_(lex(text, python)) {}

  std::vector<ProgramParameter> run() {
    std::vector<ProgramParameter> found;
    std::size_t token = 0;
    for (const Token& comment : lexed_.comments) {
      if (comment.text.substr(0, 2) != "#:") continue;
      const std::uint32_t line = comment.range.begin.line;
      while (token < lexed_.tokens.size() && lexed_.tokens[token].range.begin.line < line) ++token;
      Line words;
      words.first = words.last = token;
      while (words.last < lexed_.tokens.size() && lexed_.tokens[words.last].range.begin.line == line) ++words.last;
      ProgramParameter made;
      made.problem = read(words, trimmed(comment.text.substr(2)), made);
      found.push_back(std::move(made));
    }
    return found;
  }

 private:
  using Kind = TokenKind;

  const Token& at(std::size_t i) const { return lexed_.tokens[i]; }

  /// Fills in `made`; gives what is wrong.
  std::string read(Line line, std::string_view control, ProgramParameter& made) {
    std::size_t first = line.first;
    while (first < line.last && token_class(at(first).kind) == TokenClass::special) ++first;
    std::size_t last = line.last;
    while (last > first && token_class(at(last - 1).kind) == TokenClass::special) --last;
    std::size_t equal = first;
    while (equal < last && at(equal).kind != Kind::equal) ++equal;
    const bool is_assignment = first < last && at(first).kind == Kind::name && equal < last &&
                               (equal == first + 1 || at(first + 1).kind == Kind::colon);
    if (!is_assignment) return "a control needs an assignment on its line: name = value";
    made.name = at(first).text;
    return read_literal(equal + 1, last, control, made);
  }

  std::string read_literal(std::size_t first, std::size_t last, std::string_view control, ProgramParameter& made) {
    const bool has_sign = first + 2 == last && at(first).kind == Kind::minus && at(first + 1).kind == Kind::number;
    if (first + 1 != last && !has_sign) return "the value of a control is one number, string, True or False";
    const Token& literal = at(last - 1);
    made.literal = {at(first).range.begin, literal.range.end};
    made.value = (has_sign ? "-" : "") + std::string(literal.text);
    switch (literal.kind) {
      case Kind::kw_true:
      case Kind::kw_false:
        made.kind = ParameterKind::toggle;
        return {};
      case Kind::string: {
        const char quote = literal.text[0];
        const bool is_plain = literal.text.size() >= 2 && (quote == '"' || quote == '\'') &&
                              literal.text.find('\\') == std::string_view::npos &&
                              (literal.text.size() == 2 || literal.text[1] != quote);
        if (!is_plain) return "the string of a control is in single or double quotes, without escapes";
        made.value = literal.text.substr(1, literal.text.size() - 2);
        made.is_text = true;
        return read_choices(control, made);
      }
      case Kind::number:
        return control.find("..") == std::string_view::npos ? read_choices(control, made) : read_slider(control, made);
      default:
        return "the value of a control is one number, string, True or False";
    }
  }

  static std::string read_choices(std::string_view control, ProgramParameter& made) {
    made.kind = ParameterKind::choice;
    while (!control.empty()) {
      const std::size_t bar = control.find('|');
      std::string_view choice = trimmed(control.substr(0, bar));
      const bool is_quoted =
          choice.size() >= 2 && (choice[0] == '"' || choice[0] == '\'') && choice.back() == choice[0];
      if (made.is_text && is_quoted) choice = choice.substr(1, choice.size() - 2);
      if (choice.empty() || (!made.is_text && !number_of(choice))) return "choices are written a | b | c";
      made.choices.emplace_back(choice);
      control = bar == std::string_view::npos ? std::string_view() : control.substr(bar + 1);
    }
    if (made.choices.size() < 2) return "a choice needs at least two values: a | b";
    const bool known = std::find(made.choices.begin(), made.choices.end(), made.value) != made.choices.end();
    return known ? std::string() : "the value is not among the choices";
  }

  static std::string read_slider(std::string_view control, ProgramParameter& made) {
    made.kind = ParameterKind::slider;
    const std::size_t dots = control.find("..");
    const std::string_view low = trimmed(control.substr(0, dots));
    std::string_view high = trimmed(control.substr(dots + 2));
    std::optional<double> step;
    const std::size_t word = high.find("step");
    if (word != std::string_view::npos) {
      step = number_of(high.substr(word + 4));
      if (!step || *step <= 0) return "a step is a number above 0: 0..10 step 2";
      made.is_integer = looks_whole(high.substr(word + 4));
      high = trimmed(high.substr(0, word));
    }
    const std::optional<double> minimum = number_of(low);
    const std::optional<double> maximum = number_of(high);
    const std::optional<double> value = number_of(made.value);
    if (!minimum || !maximum || !value) return "a slider is written from..to: 1..10";
    if (*minimum >= *maximum) return "a slider goes from a smaller to a larger number";
    if (*value < *minimum || *value > *maximum) return "the value is outside of the slider";
    made.minimum = *minimum;
    made.maximum = *maximum;
    const bool all_whole = looks_whole(low) && looks_whole(high) && looks_whole(made.value);
    made.is_integer = all_whole && (!step || made.is_integer);
    made.step = step ? *step : unit(std::max({decimals(low), decimals(high), decimals(made.value)}));
    return {};
  }

  LexResult lexed_;
};

/// Whether a control can give the value.
bool allows(const ProgramParameter& parameter, std::string_view value) {
  switch (parameter.kind) {
    case ParameterKind::slider: {
      const std::optional<double> number = number_of(value);
      if (!number || (parameter.is_integer && !looks_whole(value))) return false;
      return *number >= parameter.minimum && *number <= parameter.maximum;
    }
    case ParameterKind::choice:
      return std::find(parameter.choices.begin(), parameter.choices.end(), value) != parameter.choices.end();
    case ParameterKind::toggle:
      return value == "True" || value == "False";
  }
  return false;
}

}  // namespace

std::vector<ProgramParameter> find_parameters(std::string_view text, PythonVersion python) {
  return Finder(text, python).run();
}

std::string set_parameter(std::string_view text, PythonVersion python, std::string_view name, std::string_view value) {
  for (const ProgramParameter& parameter : find_parameters(text, python)) {
    if (parameter.name != name || !parameter.problem.empty() || !allows(parameter, value)) continue;
    const std::size_t begin = parameter.literal.begin.offset;
    const std::size_t end = parameter.literal.end.offset;
    std::string literal(value);
    if (parameter.is_text) literal = text[begin] + literal + text[begin];
    return std::string(text.substr(0, begin)) + literal + std::string(text.substr(end));
  }
  return std::string(text);
}

}  // namespace sluice
