// trace.h — Trace, the log of everything that happened in a run, and TraceEvent, one line of it.
//
// The run writes, nobody reads before it has ended. All pictures, sentences and metrics are computed from it.
#pragma once

#include "trace/trace_enums.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/arena.h"
#include "base/inlining.h"

namespace sluice {

using ObjectId = std::uint32_t;  ///< from 1 in order of creation; 0: none
using EventIndex = std::uint32_t;
inline constexpr EventIndex kNoEvent = 0xffff'ffff;
using TextId = std::uint32_t;  ///< 0 is the empty text

/// One thing that happened. Events are numbered from 0 in the order in which they happened.
struct TraceEvent {
  double when;  ///< seconds of virtual time; never less than in the event before
  TraceKind kind;
  std::uint8_t detail;    ///< an enum that depends on kind
  std::uint16_t thread;   ///< 0: the loop's thread; else the worker's number, from 1
  ObjectId task;          ///< running task; 0: none
  std::uint32_t subject;  ///< see trace_kinds.def
  std::uint32_t value;    ///< see trace_kinds.def
};
static_assert(sizeof(TraceEvent) == 24);

/// Who knows where the program is. core/vm is one; a trace without one records line 0 and names by number.
class LineSource {
 public:
  virtual ~LineSource() = default;
  /// 1-based; 0 outside the program. Called once for each object that is created, so it has to be quick.
  [[nodiscard]] virtual std::uint32_t current_line() const = 0;
  /// Name of the variable or attribute in which the program is about to store what it makes now; empty: none, or not
  /// known. Called once for each object without a name. The text lasts until the next call.
  [[nodiscard]] virtual std::string_view variable_name() const { return {}; }
};

/// The log. Events lie in chunks that never move.
///
/// The loop keeps `now`, `task` and `thread` up to date; whoever records an event gives only the rest.
/// Cost: recording is O(1), about ten nanoseconds; 24 bytes an event.
class Trace {
 public:
  static constexpr std::size_t kChunkEvents = 4096;

  /// What an object was, from its creation on.
  struct ObjectRecord {
    TraceObject kind;
    TextId name;           ///< at its creation; 0: its name is made from kind and number ("Task-3", "Semaphore-1")
    std::uint32_t number;  ///< as given; for objects without name and number, 1 for the first of its kind, and so on
    EventIndex created;
    std::uint32_t line;  ///< of the program, where it was created; 0: unknown
  };

  Trace();
  Trace(const Trace&) = delete;
  Trace& operator=(const Trace&) = delete;

  // The moment that the next event gets.
  double now = 0;
  ObjectId task = 0;
  std::uint16_t thread = 0;
  const LineSource* lines = nullptr;  ///< not owned

  SLUICE_INLINE EventIndex record(TraceKind kind, std::uint8_t detail, std::uint32_t subject, std::uint32_t value) {
    if (in_chunk_ == kChunkEvents) [[unlikely]]
      add_chunk();
    last_chunk_[in_chunk_++] = TraceEvent{now, kind, detail, thread, task, subject, value};
    return static_cast<EventIndex>(size_++);
  }
  SLUICE_INLINE EventIndex record(TraceKind kind, std::uint32_t subject, std::uint32_t value) {
    return record(kind, 0, subject, value);
  }

  [[nodiscard]] std::size_t size() const { return size_; }
  /// Index of the newest event; what is scheduled now has it as its cause. 0 when there is none yet.
  [[nodiscard]] EventIndex latest() const { return size_ == 0 ? 0 : static_cast<EventIndex>(size_ - 1); }
  [[nodiscard]] const TraceEvent& operator[](std::size_t index) const {
    return chunks_[index / kChunkEvents][index % kChunkEvents];
  }
  /// For the Step event, whose end is known only after it.
  [[nodiscard]] TraceEvent& at(std::size_t index) { return chunks_[index / kChunkEvents][index % kChunkEvents]; }

  /// Registers an object and records ObjectCreated (TaskCreated for tasks, with `value` = `about`, the coroutine's
  /// name).
  ///
  /// `name` 0: the object is called by its number ("Task-3"). With `number` 0 as well it is called after the variable
  /// that the program stores it in ("sem", a second one "sem (2)"), else by the next number of its kind
  /// ("Semaphore-1").
  ObjectId create_object(TraceObject kind, TextId name, std::uint32_t number, TextId about);
  ObjectId create_object(TraceObject kind, std::string_view name) { return create_object(kind, text(name), 0, 0); }
  /// Gives an object another name from now on: a task's set_name, or the variable that a lock was stored in.
  void rename(ObjectId object, std::string_view name);
  [[nodiscard]] const ObjectRecord& object(ObjectId id) const { return objects_[id]; }
  [[nodiscard]] std::size_t object_count() const { return objects_.size(); }  ///< with the empty one at 0
  /// The name since the last rename, else that of its creation: "Task-3", "downloader", "Semaphore-1". "" for 0.
  [[nodiscard]] std::string object_name(ObjectId id) const;
  /// The name that it was created with.
  [[nodiscard]] std::string first_name(ObjectId id) const;

  /// Id of a text; equal texts share one. Cost: a hash look-up.
  TextId text(std::string_view content);
  [[nodiscard]] const std::string& text_of(TextId id) const { return texts_[id]; }
  [[nodiscard]] std::size_t text_count() const { return texts_.size(); }
  std::uint32_t number(double value);
  [[nodiscard]] double number_of(std::uint32_t index) const { return numbers_[index]; }
  [[nodiscard]] std::size_t number_count() const { return numbers_.size(); }

  /// 64-bit digest of all events, texts, numbers and objects: equal runs have equal digests on every platform.
  [[nodiscard]] std::uint64_t digest() const;

 private:
  void add_chunk();
  void grow_text_slots();
  TextId name_after_variable();

  Arena arena_;
  std::vector<TraceEvent*> chunks_;
  TraceEvent* last_chunk_ = nullptr;
  std::size_t in_chunk_ = kChunkEvents;
  std::size_t size_ = 0;
  std::vector<ObjectRecord> objects_;
  std::unordered_map<ObjectId, TextId> last_names_;           // of objects that were renamed
  std::unordered_map<std::string, std::uint32_t> variables_;  // names of variables, and how many objects have each
  std::vector<std::uint32_t> numbers_of_kind_;  // last number given to an object without a name, for each TraceObject
  std::vector<std::string> texts_;
  /// Where a text may be: its number, 0 where free, and its hash, so that few texts are looked at.
  struct TextSlot {
    TextId id = 0;
    std::uint32_t hash = 0;
  };
  std::vector<TextSlot> text_slots_;  ///< an open hash table; as many as a power of two
  std::vector<double> numbers_;
};

}  // namespace sluice
