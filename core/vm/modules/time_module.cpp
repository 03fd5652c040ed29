// time: the virtual clock. The wall clock starts at 1970-01-01 00:00 UTC, and local time is UTC.
#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>

#include "base/runtime_changes.h"
#include "loop/world.h"
#include "vm/big_integer.h"
#include "vm/builtin_operations.h"
#include "vm/module.h"
#include "vm/modules/standard_modules.h"
#include "vm/modules/struct_sequence.h"
#include "vm/native_helpers.h"
#include "vm/python_thread.h"

namespace sluice {

namespace {

double now(VM& vm) { return vm.world != nullptr ? vm.world->now() : 0; }

Value time_now(VM& vm, Value*) { return Value::number(now(vm)); }
Value time_now_ns(VM& vm, Value*) { return integer_of_double(vm, now(vm) * 1e9); }
Value time_zero(VM&, Value*) { return Value::number(0); }
Value time_zero_ns(VM&, Value*) { return Value::small_int(0); }

/// Seconds as CPython's module takes them: an int, a float, or what has `__index__`; false after raising.
bool argument_seconds(VM& vm, const Value& value, double& seconds) {
  if (!builtin_is_integer(unwrapped(value)) && !unwrapped(value).is_double() &&
      !vm.type_of(value)->special(vm, SpecialMethod::Index)) {
    vm.raise_type_error("'" + type_text(vm, value) + "' object cannot be interpreted as an integer");
    return false;
  }
  if (!vm.real(value, seconds)) return false;
  if (seconds != seconds) vm.raise_value_error("Invalid value NaN (not a number)");
  return seconds == seconds;
}

Value time_sleep(VM& vm, Value* arguments) {
  double seconds = 0;
  if (!argument_seconds(vm, arguments[0], seconds)) return Value();
  // As C's PyTime_t, in nanoseconds.
  if (std::fabs(seconds) >= 9223372036.854775807) {
    if (sleep_tells_large_floats(vm.python()) && unwrapped(arguments[0]).is_double()) {
      return vm.raise(vm.types.overflow_error, "timestamp out of range for platform time_t");
    }
    return vm.raise(vm.types.overflow_error, std::string("timestamp too large to convert to C ") +
                                                 (time_type_is_public(vm.python()) ? "PyTime_t" : "_PyTime_t"));
  }
  if (seconds < 0) return vm.raise_value_error("sleep length must be non-negative");
  if (vm.world == nullptr) return Value::none();
  if (!may_block(vm)) return Value();
  return block_value(vm, vm.world->sleep(seconds));
}

// ---- Calendar ----

struct Moment {
  std::int64_t year = 1970;
  int month = 1;
  int day = 1;
  int hour = 0;
  int minute = 0;
  int second = 0;
  int weekday = 3;  ///< Monday is 0
  int year_day = 1;
  const char* zone = "GMT";  ///< empty: tm_isdst is -1, "unknown"
};

bool is_leap(std::int64_t year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int days_before(std::int64_t year, int month) {
  constexpr int kBefore[] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
  return kBefore[month - 1] + (month > 2 && is_leap(year) ? 1 : 0);
}

/// Days from 1970-01-01.
std::int64_t days_from_epoch(std::int64_t year, int month, int day) {
  const std::int64_t y = year - 1;
  const auto floor_div = [](std::int64_t a, std::int64_t b) { return a >= 0 ? a / b : -((b - 1 - a) / b); };
  const std::int64_t before = y * 365 + floor_div(y, 4) - floor_div(y, 100) + floor_div(y, 400);
  return before + days_before(year, month) + day - 1 - 719162;
}

Moment moment_of(std::int64_t seconds) {
  Moment moment;
  std::int64_t days = seconds / 86400;
  std::int64_t rest_seconds = seconds % 86400;
  if (rest_seconds < 0) {
    rest_seconds += 86400;
    --days;
  }
  moment.hour = static_cast<int>(rest_seconds / 3600);
  moment.minute = static_cast<int>(rest_seconds / 60 % 60);
  moment.second = static_cast<int>(rest_seconds % 60);
  moment.weekday = static_cast<int>(((days % 7) + 10) % 7);
  moment.year = 1970 + days / 366;
  while (days_from_epoch(moment.year + 1, 1, 1) <= days) ++moment.year;
  while (days_from_epoch(moment.year, 1, 1) > days) --moment.year;
  moment.year_day = static_cast<int>(days - days_from_epoch(moment.year, 1, 1)) + 1;
  moment.month = 12;
  while (days_before(moment.year, moment.month) >= moment.year_day) --moment.month;
  moment.day = moment.year_day - days_before(moment.year, moment.month);
  return moment;
}

/// The moment of an optional argument in seconds; now without one. False with an exception pending.
bool argument_moment(VM& vm, const Value& value, Moment& moment) {
  double seconds = now(vm);
  if (given(value) && !value.is_none() && !argument_seconds(vm, value, seconds)) return false;
  if (std::fabs(seconds) > 67768036191676799.0) {
    vm.raise(vm.types.overflow_error, "timestamp out of range for platform time_t");
    return false;
  }
  if (std::fabs(seconds) > 253402300799.0) {
    vm.refuse("a moment beyond the year 9999", "give seconds of the years 1 to 9999");
    return false;
  }
  moment = moment_of(static_cast<std::int64_t>(std::floor(seconds)));
  return true;
}

/// The nine ints of a struct_time or a tuple; false with an exception pending.
bool struct_numbers(VM& vm, const Value& value, const char* function, std::int64_t (&numbers)[9]) {
  const Value& inner = unwrapped(value);
  if (!inner.is(ObjectKind::Tuple)) {
    vm.raise_type_error("Tuple or struct_time argument required");
    return false;
  }
  const Tuple& items = *inner.as<Tuple>();
  if (items.size() != 9) {
    vm.raise_type_error(std::string(function) + "(): illegal time tuple argument");
    return false;
  }
  for (std::size_t i = 0; i < 9; ++i) {
    if (!vm.index(items[i], numbers[i])) return false;
  }
  return true;
}

/// A moment for strftime or asctime; now without one.
bool struct_argument(VM& vm, const Value& value, const char* function, Moment& moment) {
  if (!given(value) || value.is_none()) return argument_moment(vm, Value::missing(), moment);
  std::int64_t numbers[9] = {};
  if (!struct_numbers(vm, value, function, numbers)) return false;
  struct Bound {
    std::int64_t low, high;
    const char* what;
  };
  constexpr Bound kBounds[] = {{-9999, 99999, "year"}, {0, 12, "month"},       {0, 31, "day of month"},
                               {0, 23, "hour"},        {0, 59, "minute"},      {0, 61, "seconds"},
                               {-1, 6, "day of week"}, {0, 366, "day of year"}};
  for (std::size_t i = 0; i < 8; ++i) {
    if (numbers[i] >= kBounds[i].low && numbers[i] <= kBounds[i].high) continue;
    vm.raise_value_error(std::string(kBounds[i].what) + " out of range");
    return false;
  }
  moment.year = numbers[0];
  moment.month = static_cast<int>(numbers[1] == 0 ? 1 : numbers[1]);
  moment.day = static_cast<int>(numbers[2] == 0 ? 1 : numbers[2]);
  moment.hour = static_cast<int>(numbers[3]);
  moment.minute = static_cast<int>(numbers[4]);
  moment.second = static_cast<int>(numbers[5]);
  moment.weekday = static_cast<int>(numbers[6] < 0 ? 6 : numbers[6]);
  moment.year_day = static_cast<int>(numbers[7] == 0 ? 1 : numbers[7]);
  // gmtime() gives GMT, which is what glibc calls it; a tuple names no zone, and UTC is that of the machine.
  moment.zone = numbers[8] < 0 ? "" : value.is(ObjectKind::Instance) ? "GMT" : "UTC";
  return true;
}

constexpr const char* kDays[] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
constexpr const char* kMonths[] = {"January", "February", "March",     "April",   "May",      "June",
                                   "July",    "August",   "September", "October", "November", "December"};

std::string padded_text(std::string text, std::size_t width, char fill) {
  if (text.size() < width) text.insert(0, width - text.size(), fill);
  return text;
}

std::string padded(std::int64_t number, std::size_t width, char fill = '0') {
  return padded_text(std::to_string(number), width, fill);
}

/// Week of the ISO year, and that year.
void iso_week(const Moment& moment, std::int64_t& year, int& week) {
  year = moment.year;
  week = (moment.year_day - 1 - moment.weekday + 10) / 7;
  const auto weeks_in = [](std::int64_t of) {
    const auto first = ((days_from_epoch(of, 1, 1) % 7) + 10) % 7;
    return first == 3 || (first == 2 && is_leap(of)) ? 53 : 52;
  };
  if (week < 1) {
    --year;
    week = weeks_in(year);
  } else if (week > weeks_in(year)) {
    ++year;
    week = 1;
  }
}

std::string asctime_text(const Moment& moment) {
  return std::string(kDays[moment.weekday]).substr(0, 3) + " " + std::string(kMonths[moment.month - 1]).substr(0, 3) +
         " " + padded(moment.day, 2, ' ') + " " + padded(moment.hour, 2) + ":" + padded(moment.minute, 2) + ":" +
         padded(moment.second, 2) + " " + std::to_string(moment.year);
}

std::string directive_text(const Moment& m, char directive) {
  const int hour12 = m.hour % 12 == 0 ? 12 : m.hour % 12;
  std::int64_t year = 0;
  int week = 0;
  switch (directive) {
    case 'a':
      return std::string(kDays[m.weekday]).substr(0, 3);
    case 'A':
      return kDays[m.weekday];
    case 'b':
    case 'h':
      return std::string(kMonths[m.month - 1]).substr(0, 3);
    case 'B':
      return kMonths[m.month - 1];
    case 'c':
      return asctime_text(m);
    case 'C':
      return std::to_string(m.year / 100);
    case 'd':
      return padded(m.day, 2);
    case 'D':
    case 'x':
      return padded(m.month, 2) + "/" + padded(m.day, 2) + "/" + padded(m.year % 100, 2);
    case 'e':
      return padded(m.day, 2, ' ');
    case 'F':
      return std::to_string(m.year) + "-" + padded(m.month, 2) + "-" + padded(m.day, 2);
    case 'G':
      iso_week(m, year, week);
      return std::to_string(year);
    case 'g':
      iso_week(m, year, week);
      return padded(year % 100, 2);
    case 'H':
      return padded(m.hour, 2);
    case 'I':
      return padded(hour12, 2);
    case 'j':
      return padded(m.year_day, 3);
    case 'k':
      return padded(m.hour, 2, ' ');
    case 'l':
      return padded(hour12, 2, ' ');
    case 'm':
      return padded(m.month, 2);
    case 'M':
      return padded(m.minute, 2);
    case 'n':
      return "\n";
    case 'p':
      return m.hour < 12 ? "AM" : "PM";
    case 'P':
      return m.hour < 12 ? "am" : "pm";
    case 'r':
      return padded(hour12, 2) + ":" + padded(m.minute, 2) + ":" + padded(m.second, 2) + (m.hour < 12 ? " AM" : " PM");
    case 'R':
      return padded(m.hour, 2) + ":" + padded(m.minute, 2);
    case 's':
      return std::to_string(days_from_epoch(m.year, m.month, m.day) * 86400 + m.hour * 3600 + m.minute * 60 + m.second);
    case 'S':
      return padded(m.second, 2);
    case 't':
      return "\t";
    case 'T':
    case 'X':
      return padded(m.hour, 2) + ":" + padded(m.minute, 2) + ":" + padded(m.second, 2);
    case 'u':
      return std::to_string(m.weekday + 1);
    case 'U':
      return padded((m.year_day + 6 - (m.weekday + 1) % 7) / 7, 2);
    case 'V':
      iso_week(m, year, week);
      return padded(week, 2);
    case 'w':
      return std::to_string((m.weekday + 1) % 7);
    case 'W':
      return padded((m.year_day + 6 - m.weekday) / 7, 2);
    case 'y':
      return padded(m.year % 100, 2);
    case 'Y':
      return std::to_string(m.year);
    case 'z':
      return *m.zone == '\0' ? "" : "+0000";
    case 'Z':
      return m.zone;
    case '%':
      return "%";
    default:
      return "";
  }
}

/// The directive that begins behind the '%' at `at`, which is moved to its last character: flags, a width, a modifier
/// of the locale, a letter. What is none stays as it is. Source: glibc's strftime.
std::string directive_at(const Moment& moment, const std::string& format, std::size_t& at) {
  const std::size_t start = at;
  const auto peek = [&] { return at < format.size() ? format[at] : '\0'; };
  char fill = '\0';
  char letters = '\0';
  for (; peek() != '\0' && std::string_view("_-0^#").find(peek()) != std::string_view::npos; ++at) {
    if (peek() == '^' || peek() == '#') {
      letters = peek();
    } else {
      fill = peek();
    }
  }
  std::size_t width = 0;
  for (; peek() >= '0' && peek() <= '9'; ++at) width = std::min<std::size_t>(width * 10 + (peek() - '0'), 1000);
  if (peek() == 'E' || peek() == 'O') ++at;
  const char directive = peek();
  std::string text = directive == '\0' ? "" : directive_text(moment, directive);
  if (text.empty() && directive != 'z' && directive != 'Z') {
    if (at >= format.size()) at = format.size() - 1;
    return format.substr(start - 1, at + 2 - start);
  }
  const auto is_one_of = [&](std::string_view some) { return some.find(directive) != std::string_view::npos; };
  const bool is_numeric = is_one_of("CdeGgHIjklmMsSuUVwWyY");
  if (is_numeric && fill != '\0') {
    const std::size_t digits = text.size();
    while (text.size() > 1 && (text[0] == '0' || text[0] == ' ')) text.erase(0, 1);
    if (fill != '-') text = padded_text(std::move(text), digits, fill == '_' ? ' ' : '0');
  }
  // '#' is the other case of names, and of what is written in capitals.
  const bool is_lower = letters == '#' && is_one_of("pZ");
  const bool is_upper = (letters == '^' && directive != 'P') || (letters == '#' && is_one_of("aAbBh"));
  for (char& c : text) {
    if (is_lower && c >= 'A' && c <= 'Z') c += 'a' - 'A';
    if (is_upper && c >= 'a' && c <= 'z') c -= 'a' - 'A';
  }
  const bool pads_zeros = fill == '0' || (fill == '\0' && is_numeric && text[0] != ' ');
  return padded_text(std::move(text), width, pads_zeros ? '0' : ' ');
}

Value time_strftime(VM& vm, Value* arguments) {
  const Str* format = text_or_null(arguments[0]);
  if (format == nullptr) {
    return vm.raise_type_error("strftime() argument 1 must be str, not " + argument_type(vm, arguments[0]));
  }
  Moment moment;
  if (!struct_argument(vm, arguments[1], "strftime", moment)) return Value();
  std::string text;
  const std::string& source = format->text();
  for (std::size_t i = 0; i < source.size(); ++i) {
    if (source[i] != '%' || i + 1 >= source.size()) {
      text += source[i];
      continue;
    }
    ++i;
    text += directive_at(moment, source, i);
  }
  return vm.str(text);
}

Value time_asctime(VM& vm, Value* arguments) {
  Moment moment;
  return struct_argument(vm, arguments[0], "asctime", moment) ? vm.str(asctime_text(moment)) : Value();
}

Value time_ctime(VM& vm, Value* arguments) {
  Moment moment;
  return argument_moment(vm, arguments[0], moment) ? vm.str(asctime_text(moment)) : Value();
}

constexpr const char* kStructFields[] = {"tm_year", "tm_mon",  "tm_mday", "tm_hour", "tm_min",
                                         "tm_sec",  "tm_wday", "tm_yday", "tm_isdst"};

Value time_gmtime(VM& vm, Value* arguments) {
  Moment m;
  if (!argument_moment(vm, arguments[0], m)) return Value();
  const Value items[9] = {vm.integer(m.year),          Value::small_int(m.month),    Value::small_int(m.day),
                          Value::small_int(m.hour),    Value::small_int(m.minute),   Value::small_int(m.second),
                          Value::small_int(m.weekday), Value::small_int(m.year_day), Value::small_int(0)};
  Type* type = struct_type(vm, "time.struct_time");
  return type != nullptr ? make_struct(vm, type, items) : vm.tuple(items);
}

Value time_mktime(VM& vm, Value* arguments) {
  // Month 0 is the December before, day 0 the last of the month before, and so on.
  std::int64_t n[9] = {};
  if (!struct_numbers(vm, arguments[0], "mktime", n)) return Value();
  const std::int64_t month = (n[1] - 1) % 12 + ((n[1] - 1) % 12 < 0 ? 12 : 0);
  const std::int64_t year = n[0] + (n[1] - 1 - month) / 12;
  const std::int64_t days = days_from_epoch(year, static_cast<int>(month) + 1, 1) + n[2] - 1;
  return Value::number(static_cast<double>(days * 86400 + n[3] * 3600 + n[4] * 60 + n[5]));
}

constexpr NativeEntry kFunctions[] = {
    {"time", time_now, ""},
    {"monotonic", time_now, ""},
    {"perf_counter", time_now, ""},
    {"time_ns", time_now_ns, ""},
    {"monotonic_ns", time_now_ns, ""},
    {"perf_counter_ns", time_now_ns, ""},
    {"process_time", time_zero, ""},
    {"thread_time", time_zero, ""},
    {"process_time_ns", time_zero_ns, ""},
    {"thread_time_ns", time_zero_ns, ""},
    {"sleep", time_sleep, "seconds, /"},
    {"strftime", time_strftime, "%format, time_tuple=(), /"},
    {"asctime", time_asctime, "%time_tuple=(), /"},
    {"ctime", time_ctime, "%seconds=(), /"},
    {"gmtime", time_gmtime, "%seconds=(), /"},
    {"localtime", time_gmtime, "%seconds=(), /"},
    {"mktime", time_mktime, "time_tuple, /"},
};

Value time_zone(VM& vm, const Value&) {
  return vm.refuse("the time zone of a struct_time", "all times here are in UTC");
}
constexpr NativeAttribute kZoneAttributes[] = {{"tm_zone", time_zone, nullptr}, {"tm_gmtoff", time_zone, nullptr}};

}  // namespace

void fill_time(VM& vm, Module& module) {
  module.add_functions(vm, kFunctions);
  Type* type = define_struct_type(vm, "struct_time", "time", kStructFields);
  vm.add_attributes(type, kZoneAttributes);
  module.set(vm, "struct_time", Value(type));
  module.set(vm, "timezone", Value::small_int(0));
  module.set(vm, "altzone", Value::small_int(0));
  module.set(vm, "daylight", Value::small_int(0));
  const Value names[2] = {vm.str("UTC"), vm.str("UTC")};
  module.set(vm, "tzname", vm.tuple(names));
}

}  // namespace sluice
