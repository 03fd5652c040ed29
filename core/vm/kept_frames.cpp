#include "vm/kept_frames.h"

#include <algorithm>

#include "base/loop_changes.h"
#include "vm/frame.h"
#include "vm/function.h"
#include "vm/variable_order.h"
#include "vm/vm.h"

namespace sluice {

namespace {

/// Whether the frame object of `frame` leads to that of its caller once the frame has ended.
bool leads_to_caller(const Frame& frame, PythonVersion python) {
  return frame.previous != nullptr && (frame.kind != FrameKind::Generator || coroutine_frames_lead_to_callers(python));
}

/// The variable's value, where it is bound: what lies in a cell is the cell's.
const Value& value_in(const Value& slot) { return slot.is(ObjectKind::Cell) ? slot.as<Cell>()->content : slot; }

void note_variables(KeptFrame& kept, const Frame& frame) {
  kept.bound.clear();
  kept.self = nullptr;
  const std::vector<Str*>& names = frame.code->slot_names;
  for (std::uint32_t slot = 0; slot < names.size(); ++slot) {
    const Value& value = value_in(frame.fast[slot]);
    if (!value || value.is_missing()) continue;
    kept.bound.push_back(slot);
    if (value.is_object() && names[slot]->view() == "self") kept.self = value.object();
  }
}

}  // namespace

void KeptFrames::look(KeptFrame& kept) const {
  for (const Entry& entry : entries_) {
    if (entry.kept.get() == &kept) note_variables(kept, *entry.frame);
  }
}

Ref<KeptFrame> KeptFrames::of(Frame& frame) {
  if (KeptFrame* known = find(frame)) return Ref<KeptFrame>(known);
  if (entries_.size() >= limit_) forget_unused();
  entries_.push_back(Entry{&frame, make<KeptFrame>()});
  return entries_.back().kept;
}

KeptFrame* KeptFrames::find(const Frame& frame) const {
  for (std::size_t i = entries_.size(); i-- > 0;) {
    if (entries_[i].frame == &frame) return entries_[i].kept.get();
  }
  return nullptr;
}

void KeptFrames::end(Frame& frame) {
  std::size_t place = entries_.size();
  do {
    if (place == 0) return;
  } while (entries_[--place].frame != &frame);
  const Ref<KeptFrame> kept = entries_[place].kept;
  entries_.erase(entries_.begin() + static_cast<std::ptrdiff_t>(place));
  if (kept->reference_count() == 1) return;
  const PythonVersion python = VM::current()->python();
  note_variables(*kept, frame);
  if (leads_to_caller(frame, python)) kept->back = of(*frame.previous);
  Value* const slots = frame.fast;
  const std::size_t count = frame.code->slot_count;
  auto objects =
      static_cast<std::size_t>(std::count_if(slots, slots + count, [](const Value& slot) { return slot.is_object(); }));
  if (objects == 0) return;
  const Ref<Tuple> locals = Tuple::create(objects);
  visit_in_ending_order(python, slots, count, 0, [&](Value& slot) {
    if (slot.is_object()) (*locals)[--objects] = static_cast<Value&&>(slot);
  });
  kept->locals = locals;
}

void KeptFrames::forget_unused() {
  std::erase_if(entries_, [](const Entry& entry) { return entry.kept->reference_count() == 1; });
  limit_ = std::max<std::size_t>(8, entries_.size() * 2);
}

}  // namespace sluice
