#include "vm/function_homes.h"

#include <string>
#include <string_view>

#include "base/loop_changes.h"
#include "vm/native.h"
#include "vm/vm.h"

namespace sluice {

namespace {

struct Home {
  const char* module;
  std::string_view names;  ///< between spaces
};

constexpr const char* kNative = "_asyncio";
constexpr Home kHomes[] = {
    {"asyncio.base_futures", " isfuture "},
    {"asyncio.coroutines", " coroutine iscoroutine iscoroutinefunction "},
    {"asyncio.events", " get_event_loop_policy new_event_loop set_event_loop set_event_loop_policy "},
    {"asyncio.futures", " wrap_future "},
    {"asyncio.runners", " run "},
    {"asyncio.threads", " to_thread "},
    {"asyncio.timeouts", " timeout timeout_at "},
    {kNative, " get_event_loop get_running_loop "},
};

bool is_native(PythonVersion version, std::string_view name) {
  return (name == "current_task" && current_task_is_native(version)) ||
         (name == "all_tasks" && all_tasks_is_native(version));
}

}  // namespace

const char* home_of_function(const VM& vm, const NativeFunction& function) {
  if (function.owner != nullptr || function.module == nullptr) return nullptr;
  if (std::string_view(function.module) != "asyncio") return nullptr;
  const std::string_view name = function.name;
  const std::string word = " " + std::string(name) + " ";
  for (const Home& home : kHomes) {
    if (home.names.find(word) != std::string_view::npos) return home.module;
  }
  return is_native(vm.python(), name) ? kNative : "asyncio.tasks";
}

bool is_python_function(const VM& vm, const NativeFunction& function) {
  const char* home = home_of_function(vm, function);
  return home != nullptr && home != kNative;
}

}  // namespace sluice
