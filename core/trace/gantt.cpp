#include "trace/gantt.h"

#include "base/utf8.h"
#include "trace/causes.h"
#include "trace/critical_path.h"
#include "trace/spans.h"
#include "trace/time_scale.h"
#include "trace/words.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <string_view>
#include <vector>

namespace sluice {

namespace {

/// The signs of a chart. Idle is a blank and has no legend.
enum class Sign : std::uint8_t {
  Blank,
  Running,
  Ready,
  Sleeping,
  HeldUp,
  Waiting,
  InThread,
  Blocked,
  Gil,
  Done,
  Failed,
  Cancelled,
  Break
};

struct SignLook {
  const char* unicode;
  const char* ascii;
  const char* meaning;
};

constexpr SignLook kLooks[] = {
    {" ", " ", ""},
    {"\u2588", "#", "runs"},
    {"\u2592", "+", "ready"},
    {"\u00b7", ".", "sleeps"},
    {"\u2591", "=", "waits for a permit, lock, event or queue"},
    {"\u2500", "-", "waits for tasks or futures"},
    {"\u2504", "~", "waits for a thread"},
    {"\u2593", "B", "blocked"},
    {"g", "g", "waits for the GIL"},
    {"\u2713", "v", "done"},
    {"\u2717", "!", "failed"},
    {"\u2298", "x", "cancelled"},
    {"\u2248", ":", "time cut short"},
};

Sign sign_of(SpanState state) {
  switch (state) {
    case SpanState::Running:
    case SpanState::Busy:
      return Sign::Running;
    case SpanState::Ready:
      return Sign::Ready;
    case SpanState::Sleeping:
      return Sign::Sleeping;
    case SpanState::WaitingPermit:
    case SpanState::WaitingLock:
    case SpanState::WaitingEvent:
    case SpanState::WaitingCondition:
    case SpanState::WaitingBarrier:
    case SpanState::WaitingQueue:
      return Sign::HeldUp;
    case SpanState::WaitingTask:
    case SpanState::WaitingFuture:
    case SpanState::WaitingGroup:
      return Sign::Waiting;
    case SpanState::InThread:
      return Sign::InThread;
    case SpanState::Blocked:
      return Sign::Blocked;
    case SpanState::WaitingGil:
      return Sign::Gil;
    case SpanState::Done:
      return Sign::Done;
    case SpanState::Failed:
      return Sign::Failed;
    case SpanState::Cancelled:
      return Sign::Cancelled;
    case SpanState::Idle:
    case SpanState::Held:
    case SpanState::Length:
      return Sign::Blank;
  }
  return Sign::Blank;
}

constexpr std::size_t kLeastWidth = 40;
constexpr std::size_t kMostLabel = 22;
constexpr double kTickDistance = 14;  // columns, at least

class GanttChart {
 public:
  GanttChart(const Trace& trace, const GanttOptions& options)
      : trace_(trace),
        options_(options),
        spans_(compute_spans(trace)),
        workers_(list_workers()),
        label_width_(longest_label()),
        scale_(trace, std::max(options.width, kLeastWidth) - label_width_ - 2) {}

  std::string run() {
    axis();
    std::size_t tasks = 0;
    for (std::uint32_t row = 0; row < spans_.rows.size(); ++row) {
      const RowKind kind = spans_.rows[row].kind;
      if (kind == RowKind::Queue) continue;
      if (kind == RowKind::Task && ++tasks > options_.most_rows) continue;
      if (kind == RowKind::Permit && spans_.rows[row].sub >= options_.most_rows) continue;
      const bool is_held = kind == RowKind::Permit || kind == RowKind::Gil;
      is_held ? holder_row(row) : state_row(row);
    }
    if (tasks > options_.most_rows)
      text_ += "and " + counted(static_cast<std::int64_t>(tasks - options_.most_rows), "more task") + '\n';
    path_row();
    legend();
    return std::move(text_);
  }

 private:
  using Cells = std::vector<std::string>;

  [[nodiscard]] std::size_t longest_label() const {
    std::size_t longest = std::string_view("critical path").size();
    for (const Row& row : spans_.rows) {
      if (row.kind != RowKind::Queue) longest = std::max(longest, utf8_length(label(row)));
    }
    return std::min(longest, kMostLabel);
  }

  /// A task with its coroutine's name: "Task-2 fetch".
  [[nodiscard]] std::string label(const Row& row) const {
    std::string text = row_name(trace_, row);
    if (row.kind == RowKind::Task) {
      const TextId coroutine = trace_[trace_.object(row.object).created].value;
      if (coroutine != 0) text += ' ' + trace_.text_of(coroutine);
    }
    return text;
  }

  void write_row(const std::string& name, Cells cells) {
    for (const std::size_t at : scale_.breaks()) {
      if (at < cells.size()) cells[at] = look(Sign::Break);
    }
    const std::string shown(utf8_slice(name, 0, label_width_));
    text_ += shown + std::string(label_width_ - utf8_length(shown) + 2, ' ');
    std::size_t last = cells.size();
    while (last > 0 && cells[last - 1] == " ") --last;
    for (std::size_t i = 0; i < last; ++i) text_ += cells[i];
    text_ += '\n';
  }

  const char* look(Sign sign) {
    is_used_[static_cast<std::size_t>(sign)] = true;
    const SignLook& looks = kLooks[static_cast<std::size_t>(sign)];
    return options_.unicode ? looks.unicode : looks.ascii;
  }

  [[nodiscard]] std::size_t cell_at(double when) const {
    const auto column = static_cast<std::size_t>(scale_.column_of(when));
    return std::min(column, scale_.columns() - 1);
  }

  void axis() {
    std::string line;
    for (const double column : ticks()) {
      const auto place = static_cast<std::size_t>(column + 0.5);
      if (place < line.size() + (line.empty() ? 0 : 2) || place + 8 >= scale_.columns()) continue;
      line.resize(place, ' ');
      line += '|' + axis_text(scale_.moment_at(column));
    }
    text_ += std::string(label_width_ + 2, ' ') + line + '\n';
  }

  /// Columns of the axis that are labelled: at round moments, or where time is cut short, at equal distances.
  [[nodiscard]] std::vector<double> ticks() const {
    std::vector<double> columns;
    const double width = static_cast<double>(scale_.columns());
    if (!scale_.breaks().empty() || spans_.end <= 0) {
      for (double column = 0; column < width; column += kTickDistance) columns.push_back(column);
      return columns;
    }
    const double least = spans_.end * kTickDistance / width;
    double step = std::pow(10, std::floor(std::log10(least)));
    for (const double factor : {2.0, 2.5, 2.0}) step *= step < least ? factor : 1;
    for (double moment = 0; moment <= spans_.end; moment += step) columns.push_back(scale_.column_of(moment));
    return columns;
  }

  /// Without the micro sign, so that bytes are columns.
  static std::string axis_text(double moment) { return moment < 1e-3 ? "0 s" : seconds_text(moment); }

  /// What fills most of each cell; then steps, which are short; then the end.
  void state_row(std::uint32_t row) {
    std::vector<std::array<double, std::size(kLooks)>> shares(scale_.columns());
    Cells cells(scale_.columns(), " ");
    for (std::uint32_t i = spans_.first_span[row]; i < spans_.first_span[row + 1]; ++i) {
      if (!is_final(spans_.spans[i].state)) share_out(spans_.spans[i], shares);
    }
    for (std::size_t column = 0; column < cells.size(); ++column) {
      const auto most = std::max_element(shares[column].begin(), shares[column].end());
      if (*most > 0) cells[column] = look(static_cast<Sign>(most - shares[column].begin()));
    }
    for (std::uint32_t i = spans_.first_span[row]; i < spans_.first_span[row + 1]; ++i) {
      const Span& span = spans_.spans[i];
      const bool is_step =
          span.state == SpanState::Running || (span.state == SpanState::Busy && spans_.rows[row].kind != RowKind::Loop);
      if (is_step || is_final(span.state)) cells[cell_at(span.start)] = look(sign_of(span.state));
    }
    const bool is_blank = std::all_of(cells.begin(), cells.end(), [](const std::string& cell) { return cell == " "; });
    if (!is_blank) write_row(label(spans_.rows[row]), std::move(cells));
  }

  void share_out(const Span& span, std::vector<std::array<double, std::size(kLooks)>>& shares) const {
    const double start = scale_.column_of(span.start);
    const double end = scale_.column_of(span.end);
    const auto sign = static_cast<std::size_t>(sign_of(span.state));
    for (std::size_t column = cell_at(span.start); column < scale_.columns(); ++column) {
      const double left = std::max(start, static_cast<double>(column));
      const double right = std::min(end, static_cast<double>(column + 1));
      if (right <= left) break;
      shares[column][sign] += right - left;
    }
  }

  /// Who holds the permit, or the GIL: the loop's thread is an L.
  void holder_row(std::uint32_t row) {
    Cells cells(scale_.columns(), " ");
    for (std::uint32_t i = spans_.first_span[row]; i < spans_.first_span[row + 1]; ++i) {
      const Span& span = spans_.spans[i];
      const bool is_loop = spans_.rows[row].kind == RowKind::Gil && span.value == 0;
      fill(cells, span.start, span.end, is_loop ? "L" : short_name(span.by));
    }
    write_row(row_name(trace_, spans_.rows[row]), std::move(cells));
  }

  void fill(Cells& cells, double start, double end, const std::string& sign) const {
    const auto last = static_cast<std::size_t>(std::ceil(scale_.column_of(end)));
    for (std::size_t column = cell_at(start); column < std::min(last, cells.size()); ++column) cells[column] = sign;
  }

  /// Last character of a task's or worker's name; "." for none.
  [[nodiscard]] std::string short_name(ObjectId object) const {
    const std::string name = trace_.object_name(object);
    const std::size_t length = utf8_length(name);
    if (length == 0) return ".";
    const std::string last(utf8_slice(name, length - 1, length));
    return options_.unicode || is_ascii(last) ? last : "?";
  }

  void path_row() {
    const CriticalPath path = critical_path(trace_, compute_causes(trace_));
    Cells cells(scale_.columns(), " ");
    for (const PathSegment& segment : path.segments)
      fill(cells, segment.start, segment.end, short_name(owner_of(segment)));
    write_row("critical path", std::move(cells));
    std::vector<std::string> parts;
    for (std::size_t use = 0; use < path.totals.size(); ++use) {
      if (path.totals[use] <= 0) continue;
      parts.push_back(std::string(enum_name(static_cast<PathUse>(use))) + ' ' + seconds_text(path.totals[use]));
    }
    if (!parts.empty()) path_totals_ = "On the critical path: " + listed(parts, parts.size()) + ".\n";
  }

  /// Who the path leads through: the task that sleeps, runs or waits, or the worker.
  [[nodiscard]] ObjectId owner_of(const PathSegment& segment) const {
    const TraceEvent& to = trace_[segment.to];
    if (to.kind == TraceKind::TimerDue || to.kind == TraceKind::JobBegin) return to.subject;
    if (to.kind == TraceKind::Callback) return to.value;
    if (to.task != 0) return to.task;
    return to.thread < workers_.size() ? workers_[to.thread] : 0;
  }

  /// By number. Workers have rows in the order in which they were started, which is that of their numbers from 1.
  [[nodiscard]] std::vector<ObjectId> list_workers() const {
    std::vector<ObjectId> workers = {0};
    for (const Row& row : spans_.rows) {
      if (row.kind == RowKind::Thread) workers.push_back(row.object);
    }
    return workers;
  }

  void legend() {
    std::string line;
    for (std::size_t sign = 1; sign < std::size(kLooks); ++sign) {
      if (!is_used_[sign]) continue;
      line += (line.empty() ? "" : "  ") + std::string(look(static_cast<Sign>(sign))) + ' ' + kLooks[sign].meaning;
    }
    text_ += '\n' + line + '\n' + path_totals_;
  }

  const Trace& trace_;
  const GanttOptions options_;
  const Spans spans_;
  const std::vector<ObjectId> workers_;
  const std::size_t label_width_;
  const TimeScale scale_;
  std::array<bool, std::size(kLooks)> is_used_{};
  std::string path_totals_;
  std::string text_;
};

}  // namespace

std::string gantt(const Trace& trace, const GanttOptions& options) {
  if (trace.size() == 0) return "Nothing happened.\n";
  return GanttChart(trace, options).run();
}

}  // namespace sluice
