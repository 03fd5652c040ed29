#include "trace/time_scale.h"

#include <algorithm>
#include <limits>

namespace sluice {

namespace {

std::vector<double> distinct_moments_of(const Trace& trace) {
  std::vector<double> moments = {0};
  for (std::size_t i = 0; i < trace.size(); ++i) {
    const TraceEvent& event = trace[i];
    const bool is_jump = event.kind == TraceKind::ClockJump;
    if (is_jump && trace.number_of(event.value) > moments.back()) moments.push_back(trace.number_of(event.value));
    if (event.when > moments.back()) moments.push_back(event.when);
  }
  return moments;
}

/// The longest stretch that is drawn in full.
double longest_stretch(const std::vector<double>& moments) {
  std::vector<double> pauses;
  for (std::size_t i = 1; i < moments.size(); ++i) {
    const double length = moments[i] - moments[i - 1];
    if (length >= TimeScale::kShortest) pauses.push_back(length);
  }
  if (pauses.size() < 2) return std::numeric_limits<double>::infinity();
  const auto middle = pauses.begin() + static_cast<std::ptrdiff_t>((pauses.size() - 1) / 2);
  std::nth_element(pauses.begin(), middle, pauses.end());
  return TimeScale::kLongest * *middle;
}

}  // namespace

TimeScale::TimeScale(const Trace& trace, std::size_t columns)
    : columns_(columns), moments_(distinct_moments_of(trace)) {
  const double longest = longest_stretch(moments_);
  places_ = {0};
  std::vector<double> breaks;
  for (std::size_t i = 1; i < moments_.size(); ++i) {
    const double length = moments_[i] - moments_[i - 1];
    const double drawn = std::min(length, longest);
    if (length > longest) breaks.push_back(places_.back() + drawn / 2);
    places_.push_back(places_.back() + drawn);
  }
  const double factor = places_.back() > 0 ? static_cast<double>(columns) / places_.back() : 0;
  for (double& place : places_) place *= factor;
  for (const double place : breaks) breaks_.push_back(static_cast<std::size_t>(place * factor));
}

double TimeScale::column_of(double when) const {
  const auto next = std::upper_bound(moments_.begin(), moments_.end(), when);
  if (next == moments_.begin()) return 0;
  if (next == moments_.end()) return places_.back();
  const auto i = static_cast<std::size_t>(next - moments_.begin());
  const double part = (when - moments_[i - 1]) / (moments_[i] - moments_[i - 1]);
  return places_[i - 1] + part * (places_[i] - places_[i - 1]);
}

double TimeScale::moment_at(double column) const {
  const auto next = std::upper_bound(places_.begin(), places_.end(), column);
  if (next == places_.begin()) return moments_.front();
  if (next == places_.end()) return moments_.back();
  const auto i = static_cast<std::size_t>(next - places_.begin());
  const double part = (column - places_[i - 1]) / (places_[i] - places_[i - 1]);
  return moments_[i - 1] + part * (moments_[i] - moments_[i - 1]);
}

}  // namespace sluice
