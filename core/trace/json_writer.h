// json_writer.h — JsonWriter, text of JSON piece by piece, spelled as Python's json.dumps spells it: ASCII only, ", "
// and ": ".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sluice {

/// Writes values in order; commas come by themselves. Requires as many ends as begins, and a key before each value of
/// an object.
///
///   JsonWriter json;
///   json.begin_object().key("end").number(0.5).key("failure").null().end_object();
///   json.text()   →   {"end": 0.5, "failure": null}
class JsonWriter {
 public:
  JsonWriter& begin_object() { return open('{'); }
  JsonWriter& end_object() { return close('}'); }
  JsonWriter& begin_array() { return open('['); }
  JsonWriter& end_array() { return close(']'); }

  JsonWriter& key(std::string_view name);
  JsonWriter& string(std::string_view utf8);  ///< escapes as ensure_ascii does; what is no UTF-8 becomes U+FFFD
  JsonWriter& number(double value);  ///< as repr(float): 0.1, 1e-05, 100.0; Infinity and NaN as Python spells them
  JsonWriter& integer(std::int64_t value);
  JsonWriter& boolean(bool value) { return raw(value ? "true" : "false"); }
  JsonWriter& null() { return raw("null"); }
  JsonWriter& raw(std::string_view json);  ///< a whole value that is JSON already
  JsonWriter& line_break();                ///< before the next value or end; for people who read the file

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  JsonWriter& open(char bracket);
  JsonWriter& close(char bracket);
  void separate();

  std::string text_;
  std::vector<bool> has_items_;  // for each open bracket
  bool after_key_ = false;
  bool breaks_ = false;
};

}  // namespace sluice
