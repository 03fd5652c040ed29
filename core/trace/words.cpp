#include "trace/words.h"

#include "base/float_text.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace sluice {

namespace {

std::string fixed_text(double value, int decimals) {
  FloatLayout layout;
  layout.type = 'f';
  layout.precision = decimals;
  return float_text(value, layout);
}

/// Fixed decimals, trailing zeros cut down to `least` of them.
std::string decimal(double value, int most, std::size_t least) {
  std::string text = fixed_text(value, most);
  const std::size_t point = text.find('.');
  if (point == std::string::npos) return text;
  while (text.size() > point + 1 + least && text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text;
}

}  // namespace

std::string seconds_text(double seconds) {
  if (std::isinf(seconds)) return seconds > 0 ? "never" : "long ago";
  const double size = std::fabs(seconds);
  if (size < 5e-10) return "0 s";
  if (size < 0.9995e-3) return decimal(seconds * 1e6, 1, 0) + " \u00b5s";
  if (size < 9.995e-3) return decimal(seconds * 1e3, 2, 0) + " ms";
  return decimal(seconds, 3, 2) + " s";
}

MomentTexts distinct_moments(double first, double second) {
  MomentTexts texts{seconds_text(first), seconds_text(second)};
  for (int decimals = 5; decimals <= 9 && texts.first == texts.second; decimals += 2) {
    texts = MomentTexts{decimal(first, decimals, 2) + " s", decimal(second, decimals, 2) + " s"};
  }
  return texts;
}

std::string number_text(double value) { return decimal(value, 6, 0); }

std::string counted(std::int64_t count, std::string_view noun) {
  std::string text = count == 0 ? "no" : std::to_string(count);
  text += ' ';
  text += noun;
  if (count != 1) text += 's';
  return text;
}

std::string listed(const std::vector<std::string>& names, std::size_t most) {
  const bool is_cut = names.size() > most + 1;
  const std::size_t shown = is_cut ? most : names.size();
  std::string text;
  for (std::size_t i = 0; i < shown; ++i) {
    if (i != 0) text += i + 1 == names.size() ? " and " : ", ";
    text += names[i];
  }
  if (is_cut) text += " and " + std::to_string(names.size() - shown) + " more";
  return text;
}

const char* noun_of(TraceObject kind) {
  switch (kind) {
    case TraceObject::None:
      return "thing";
    case TraceObject::Task:
      return "task";
    case TraceObject::Future:
      return "future";
    case TraceObject::Gather:
      return "gather";
    case TraceObject::Timer:
      return "timer";
    case TraceObject::Semaphore:
      return "semaphore";
    case TraceObject::Lock:
      return "lock";
    case TraceObject::Event:
      return "event";
    case TraceObject::Condition:
      return "condition";
    case TraceObject::Barrier:
      return "barrier";
    case TraceObject::Queue:
      return "queue";
    case TraceObject::PriorityQueue:
      return "priority queue";
    case TraceObject::LifoQueue:
      return "stack";
    case TraceObject::Timeout:
      return "timeout";
    case TraceObject::TaskGroup:
      return "task group";
    case TraceObject::AsCompleted:
      return "as_completed";
    case TraceObject::Wait:
      return "wait";
    case TraceObject::Shield:
      return "shield";
    case TraceObject::Thread:
      return "thread";
    case TraceObject::Pool:
      return "pool of threads";
    case TraceObject::Job:
      return "job";
    case TraceObject::Loop:
      return "event loop";
    case TraceObject::Upstream:
      return "upstream service";
    case TraceObject::Manager:
      return "context manager";
    case TraceObject::Callback:
      return "callback";
  }
  return "thing";
}

std::string a_noun(TraceObject kind) {
  const std::string noun = noun_of(kind);
  constexpr std::string_view kVowels = "aeiou";
  return (kVowels.find(noun.front()) == std::string_view::npos ? "a " : "an ") + noun;
}

std::string shortened(std::string_view text, std::size_t most) {
  const std::string_view line = text.substr(0, text.find('\n'));
  std::size_t end = std::min(line.size(), most);
  while (end > 0 && end < line.size() && (static_cast<unsigned char>(line[end]) & 0xc0) == 0x80) --end;
  std::string result(line.substr(0, end));
  const bool is_whole = end == text.size() || (end + 1 == text.size() && text.back() == '\n');
  return is_whole ? result : result + "\u2026";
}

}  // namespace sluice
