// dict_views.h — DictView: what keys(), values() and items() of a dict give, a window onto the living dict.
#pragma once

#include "base/value.h"
#include "vm/containers.h"
#include "vm/iterators.h"
#include "vm/native.h"

namespace sluice {

class VM;

class DictView : public NativeData {
 public:
  DictView(Type* view_type, Dict* viewed, DictPart what) : NativeData(view_type), dict(viewed), part(what) {}
  bool visit_references(ReferenceVisitor& visit) const override;
  Ref<Dict> dict;
  DictPart part;
};

/// The classes dict_keys, dict_values and dict_items.
void install_dict_views(VM& vm);
/// REQUIRES: install_dict_views has run.
Value make_dict_view(VM& vm, Dict* dict, DictPart part);
/// Null for anything else.
[[nodiscard]] DictView* dict_view_or_null(VM& vm, const Value& value);

}  // namespace sluice
