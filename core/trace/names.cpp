#include "trace/names.h"

#include <algorithm>
#include <cstddef>
#include <iterator>

namespace sluice {

Names::Names(const Trace& trace) : trace_(trace) {
  for (std::size_t i = 0; i < trace.size(); ++i) {
    const TraceEvent& event = trace[i];
    if (event.kind != TraceKind::ObjectNamed || trace.object(event.subject).kind != TraceObject::Task) continue;
    renames_[event.subject].emplace_back(static_cast<EventIndex>(i), event.value);
  }
}

std::string Names::at(ObjectId object, EventIndex index) const {
  const auto found = renames_.find(object);
  if (found == renames_.end()) return trace_.object_name(object);
  const auto& renames = found->second;
  const auto later =
      std::find_if(renames.begin(), renames.end(), [index](const auto& entry) { return entry.first > index; });
  return later == renames.begin() ? trace_.first_name(object) : trace_.text_of(std::prev(later)->second);
}

}  // namespace sluice
