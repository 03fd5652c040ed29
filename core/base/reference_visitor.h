// reference_visitor.h — ReferenceVisitor, who is shown what an object refers to.
#pragma once

#include "base/object.h"
#include "base/value.h"

namespace sluice {

/// Gets the references of an object, each as often as it counts, in no order that matters.
class ReferenceVisitor {
 public:
  virtual ~ReferenceVisitor() = default;

  /// Values, Refs, and sequences of both. Always true, which is what Object::visit_references answers then.
  template <typename... References>
  bool operator()(const References&... references) {
    (show(references), ...);
    return true;
  }

 protected:
  virtual void see(Object& object) = 0;

 private:
  void show(const Value& value) {
    if (value.is_object()) see(*value.object());
  }
  template <typename T>
  void show(const Ref<T>& reference) {
    if (reference) see(*reference);
  }
  template <typename Sequence>
  void show(const Sequence& references) {
    for (const auto& reference : references) show(reference);
  }
};

}  // namespace sluice
