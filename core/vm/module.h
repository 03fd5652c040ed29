// module.h — Module: an imported module, native or written in Python.
#pragma once

#include "base/object.h"
#include "vm/containers.h"
#include "vm/native.h"

namespace sluice {

class Module : public Object {
 public:
  explicit Module(Str* module_name);
  bool visit_references(ReferenceVisitor& visit) const override;
  void clear_references() override;
  Ref<Object> name;  ///< Str
  Ref<Dict> attributes;
  bool is_modelled = true;  ///< see unmodelled.h

  void set(VM& vm, const char* attribute, Value value);
  void add_functions(VM& vm, std::span<const NativeEntry> functions);
};

}  // namespace sluice
