#include "language/scope.h"

#include "language/scope_builder.h"

namespace sluice {

Symbol& Scope::symbol(const std::string& mangled) {
  const auto [found, is_new] = symbols_.try_emplace(mangled);
  if (is_new) order.push_back(mangled);
  return found->second;
}

Symbol* Scope::find(const std::string& mangled) {
  const auto found = symbols_.find(mangled);
  return found == symbols_.end() ? nullptr : &found->second;
}

std::string mangle(std::string_view class_name, std::string_view name) {
  std::string plain(name);
  if (class_name.empty() || name.size() < 3 || name.substr(0, 2) != "__") return plain;
  const bool is_special = name.substr(name.size() - 2) == "__";
  const bool is_dotted = name.find('.') != std::string_view::npos;
  const std::size_t letters = class_name.find_first_not_of('_');
  if (is_special || is_dotted || letters == std::string_view::npos) return plain;
  return "_" + std::string(class_name.substr(letters)) + plain;
}

bool is_cell_of_class(std::string_view name) {
  return name == "__class__" || name == "__classdict__" || name == "__conditional_annotations__";
}

std::optional<Diagnostic> ScopeTable::build(const ast::Tree& tree, PythonVersion python, ScopeTable& table) {
  ScopeBuilder builder(python, table);
  builder.build(tree);
  return builder.take_diagnostic();
}

}  // namespace sluice
