// names.h — Names, what an object was called at a moment of the run. Tasks can be renamed while they run.
#pragma once

#include "trace/trace.h"

#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace sluice {

class Names {
 public:
  /// Cost: O(events). The trace must outlive this.
  explicit Names(const Trace& trace);

  /// A task's name just after event `index`; other objects have one name, their last, at all times. "" for 0.
  [[nodiscard]] std::string at(ObjectId object, EventIndex index) const;

 private:
  const Trace& trace_;
  std::unordered_map<ObjectId, std::vector<std::pair<EventIndex, TextId>>> renames_;  // of tasks, in order
};

}  // namespace sluice
