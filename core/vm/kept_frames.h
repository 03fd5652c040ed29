// kept_frames.h — KeptFrame, what tracebacks hold of a frame; KeptFrames, those of the frames that have not ended.
#pragma once

#include <cstdint>
#include <vector>

#include "base/object.h"
#include "base/value.h"
#include "vm/containers.h"

namespace sluice {

struct Frame;

/// CPython's frame object, as far as it decides how long something lives: while a traceback leads to it, what the
/// variables of its frame held when that ended, and the frames of those who called it.
class KeptFrame : public Object {
 public:
  KeptFrame() : Object(ObjectKind::Frame) {}
  ~KeptFrame() override { locals.reset(); }
  bool visit_references(ReferenceVisitor& visit) const override;
  void clear_references() override;

  Ref<KeptFrame> back;               ///< of the caller; null as long as the frame runs
  Ref<Tuple> locals;                 ///< objects only, the first to go last: a tuple releases its last item first
  std::vector<std::uint32_t> bound;  ///< the slots that held something
  const Object* self = nullptr;      ///< the object among `locals` that the variable `self` was; null: none
};

/// The kept frames of frames that run or are suspended. Cost: a search among them when a frame ends.
class KeptFrames {
 public:
  [[nodiscard]] bool empty() const { return entries_.empty(); }
  /// The one of `frame`; made if there is none.
  Ref<KeptFrame> of(Frame& frame);
  /// The one of `frame`; null if there is none.
  [[nodiscard]] KeptFrame* find(const Frame& frame) const;
  /// What `kept` knows of its frame's variables, up to now where the frame has not ended.
  void look(KeptFrame& kept) const;
  /// `frame` ends: what its variables hold goes to its kept frame, if a traceback still leads there. Before
  /// `frame.previous` is forgotten. Source: CPython's take_ownership; before 3.11, frame_dealloc.
  void end(Frame& frame);

 private:
  struct Entry {
    Frame* frame;
    Ref<KeptFrame> kept;
  };
  void forget_unused();
  std::vector<Entry> entries_;  ///< the oldest first
  std::size_t limit_ = 8;       ///< at so many entries those that no traceback leads to are forgotten
};

}  // namespace sluice
