// trace.h — Trace, the log of everything that happened in a run, and TraceEvent, one line of it.
//
// The run writes, nobody reads before it has ended. All pictures, sentences and metrics are computed from it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace sluice {

enum class TraceKind : std::uint8_t {
#define KIND(name, subject, value, meaning) name,
#include "trace/trace_kinds.def"
#undef KIND
};

/// Name of a kind as it stands in trace_kinds.def.
const char* trace_kind_name(TraceKind kind);
/// The sentence beside it.
const char* trace_kind_meaning(TraceKind kind);

/// How a step left its task.
enum class StepEnd : std::uint8_t { Running, Yielded, Waiting, Finished, Failed, Cancelled };
/// What a handle that is no step was for.
enum class CallbackKind : std::uint8_t { User, Timer, FutureDone, SleepTimer, Timeout, Threadsafe, Other };
/// What a task waits for.
enum class WaitKind : std::uint8_t {
  Future, Sleep, Task, Gather, Wait, AsCompleted, Shield, Semaphore, Lock, Event, Condition, Barrier, QueueGet, QueuePut,
  QueueJoin, Group, Thread, Yield, Other
};
enum class TaskEnd : std::uint8_t { Result, Exception, Cancelled };
enum class BlockKind : std::uint8_t { Sleep, File, Lock, Join, Result };
enum class ExitReason : std::uint8_t { Normal, Exception, Cancelled };
enum class GilRelease : std::uint8_t { Blocking, Interval, Idle };
/// What an object is, for the figure: which part of the scene it is drawn as.
enum class TraceObject : std::uint8_t {
  None, Task, Future, Gather, Timer, Semaphore, Lock, Event, Condition, Barrier, Queue, PriorityQueue, LifoQueue, Timeout,
  TaskGroup, AsCompleted, Wait, Shield, Thread, Pool, Job, Loop, Upstream
};

using ObjectId = std::uint32_t;  ///< from 1 in order of creation; 0: none
using EventIndex = std::uint32_t;
using TextId = std::uint32_t;  ///< 0 is the empty text

/// One thing that happened. Events are numbered from 0 in the order in which they happened.
struct TraceEvent {
  double when;            ///< seconds of virtual time; never less than in the event before
  TraceKind kind;
  std::uint8_t detail;    ///< an enum that depends on kind
  std::uint16_t thread;   ///< 0: the loop's thread; else the worker's number, from 1
  ObjectId task;          ///< running task; 0: none
  std::uint32_t subject;  ///< see trace_kinds.def
  std::uint32_t value;    ///< see trace_kinds.def
};
static_assert(sizeof(TraceEvent) == 24);

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
    TextId name;          ///< 0: has the number below as its name ("Task-3")
    std::uint32_t number;
    EventIndex created;
  };

  Trace();
  Trace(const Trace&) = delete;
  Trace& operator=(const Trace&) = delete;

  // The moment that the next event gets.
  double now = 0;
  ObjectId task = 0;
  std::uint16_t thread = 0;

  EventIndex record(TraceKind kind, std::uint8_t detail, std::uint32_t subject, std::uint32_t value) {
    if (in_chunk_ == kChunkEvents) add_chunk();
    last_chunk_[in_chunk_++] = TraceEvent{now, kind, detail, thread, task, subject, value};
    return static_cast<EventIndex>(size_++);
  }
  EventIndex record(TraceKind kind, std::uint32_t subject, std::uint32_t value) { return record(kind, 0, subject, value); }

  [[nodiscard]] std::size_t size() const { return size_; }
  /// Index of the newest event; what is scheduled now has it as its cause. 0 when there is none yet.
  [[nodiscard]] EventIndex latest() const { return size_ == 0 ? 0 : static_cast<EventIndex>(size_ - 1); }
  [[nodiscard]] const TraceEvent& operator[](std::size_t index) const {
    return chunks_[index / kChunkEvents][index % kChunkEvents];
  }
  /// For the Step event, whose end is known only after it.
  [[nodiscard]] TraceEvent& at(std::size_t index) { return chunks_[index / kChunkEvents][index % kChunkEvents]; }

  /// Registers an object and records ObjectCreated (TaskCreated for tasks, with `value` the coroutine's name).
  ObjectId create_object(TraceObject kind, TextId name, std::uint32_t number, TextId about);
  ObjectId create_object(TraceObject kind, std::string_view name) { return create_object(kind, text(name), 0, 0); }
  void rename(ObjectId object, std::string_view name);
  [[nodiscard]] const ObjectRecord& object(ObjectId id) const { return objects_[id]; }
  [[nodiscard]] std::size_t object_count() const { return objects_.size(); }  ///< with the empty one at 0
  /// The name as it was at the object's creation, or since the last rename: "Task-3", "downloader", "Semaphore-1".
  [[nodiscard]] std::string object_name(ObjectId id) const;

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

  std::vector<std::unique_ptr<TraceEvent[]>> chunks_;
  TraceEvent* last_chunk_ = nullptr;
  std::size_t in_chunk_ = kChunkEvents;
  std::size_t size_ = 0;
  std::vector<ObjectRecord> objects_;
  std::vector<std::string> texts_;
  std::unordered_map<std::string, TextId> text_ids_;
  std::vector<double> numbers_;
};

}  // namespace sluice
