// str_split.h — taking texts apart and putting them together: split, splitlines, partition, join.
#pragma once

#include "base/value.h"

namespace sluice {

class VM;

Value str_split(VM& vm, Value* arguments);
Value str_rsplit(VM& vm, Value* arguments);
Value str_splitlines(VM& vm, Value* arguments);
Value str_partition(VM& vm, Value* arguments);
Value str_rpartition(VM& vm, Value* arguments);
Value str_join(VM& vm, Value* arguments);

}  // namespace sluice
