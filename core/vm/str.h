// str.h — Str and Bytes: Python's text and bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/object.h"
#include "base/value.h"

namespace sluice {

class VM;

/// Immutable text, in UTF-8. Length and indices count code points, as in Python; ASCII text is indexed in O(1), other
/// text in O(n).
class Str : public Object {
 public:
  /// `text` must be valid UTF-8. Use VM::str or VM::intern to make one.
  explicit Str(std::string text);
  ~Str() override;

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] std::string_view view() const { return text_; }
  [[nodiscard]] std::size_t length() const { return length_; }  ///< code points
  [[nodiscard]] bool is_ascii() const { return length_ == text_.size(); }
  [[nodiscard]] bool is_interned() const { return small_flags_ != 0; }
  void mark_interned() { small_flags_ = 1; }
  /// Computed once. Not CPython's (which is random there): order of sets of texts is ours (decision D2).
  [[nodiscard]] std::uint64_t hash() const;
  friend bool equal(const Str& a, const Str& b) { return &a == &b || a.text_ == b.text_; }

 private:
  std::string text_;
  std::size_t length_;
  mutable std::uint64_t hash_ = 0;  ///< 0: not computed yet
};

/// Immutable bytes.
class Bytes : public Object {
 public:
  explicit Bytes(std::string data);
  ~Bytes() override;
  [[nodiscard]] const std::string& data() const { return data_; }

 private:
  std::string data_;
};

}  // namespace sluice
