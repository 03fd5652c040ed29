// time_scale.h — TimeScale, moments of a run to columns of text, with long stretches in which nothing happens made
// short.
#pragma once

#include "trace/trace.h"

#include <cstddef>
#include <vector>

namespace sluice {

/// A monotone map from 0..end seconds to 0..columns. Between two events that follow each other it is linear. Where
/// nothing happens for much longer than usual, the stretch is drawn as long as kLongest usual ones, and has a break in
/// its middle.
class TimeScale {
 public:
  static constexpr double kLongest = 6;  ///< times the median stretch of at least kShortest
  static constexpr double kShortest =
      1e-3;  ///< seconds; shorter stretches are the cost of handles, not pauses of the program

  /// Cost: O(events log events).
  TimeScale(const Trace& trace, std::size_t columns);

  /// Column of a moment, from 0 to columns; moments outside the run are clipped.
  [[nodiscard]] double column_of(double when) const;
  /// The moment at a column.
  [[nodiscard]] double moment_at(double column) const;
  /// The columns at which time is broken, ascending.
  [[nodiscard]] const std::vector<std::size_t>& breaks() const { return breaks_; }
  [[nodiscard]] std::size_t columns() const { return columns_; }

 private:
  std::size_t columns_;
  std::vector<double> moments_;  // distinct, ascending
  std::vector<double> places_;   // column of each
  std::vector<std::size_t> breaks_;
};

}  // namespace sluice
