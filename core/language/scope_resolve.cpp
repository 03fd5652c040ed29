// The second half of ScopeBuilder: what each name of a scope means, once all scopes are known.
#include "language/scope_builder.h"

namespace sluice {

namespace {

/// The scope of the next frame outward.
Scope* frame_outside(Scope* host) { return host->parent == nullptr ? nullptr : host->parent->host(); }

}  // namespace

void ScopeBuilder::resolve(Scope& scope) {
  // resolve_name() adds names to scopes around (free ones that pass through), never to this one.
  for (std::size_t i = 0; i < scope.order.size() && !diagnostic_; ++i) {
    const std::string name = scope.order[i];
    resolve_name(scope, name);
  }
}

void ScopeBuilder::resolve_name(Scope& scope, const std::string& name) {
  Symbol& symbol = *scope.find(name);
  if (symbol.is_resolved) return;
  symbol.is_resolved = true;
  if (symbol.is_global_declared) {
    symbol.kind = NameKind::global_explicit;
  } else if (symbol.is_bound && !symbol.is_nonlocal_declared) {
    // A name that an inner function has claimed already is a cell; it stays one.
    if (symbol.kind != NameKind::cell) {
      symbol.kind = scope.kind == ScopeKind::module   ? NameKind::global_explicit
                    : scope.kind == ScopeKind::class_ ? NameKind::namespaced
                                                      : NameKind::local;
    }
  } else {
    resolve_outside(scope, name, symbol);
  }
}

/// A name that the scope itself does not bind: the innermost function around that does is its owner.
void ScopeBuilder::resolve_outside(Scope& scope, const std::string& name, Symbol& symbol) {
  symbol.kind = NameKind::global_implicit;
  if (scope.sees_class && !is_cell_of_class(name)) {
    Scope* seen = scope.parent;
    bool is_type_parameter = false;
    for (; seen->kind != ScopeKind::class_; seen = seen->parent) {
      const Symbol* parameter = seen->find(name);
      is_type_parameter = is_type_parameter || (parameter != nullptr && parameter->is_bound);
    }
    const Symbol* found = is_type_parameter ? nullptr : seen->find(name);
    if (found != nullptr && found->is_global_declared) {
      symbol.kind = NameKind::global_explicit;
      return;
    }
    if (found != nullptr && found->is_bound && !found->is_nonlocal_declared) return;
  }
  for (Scope* outer = scope.parent; outer != nullptr; outer = outer->parent) {
    if (outer->kind == ScopeKind::module) break;
    if (outer->kind == ScopeKind::class_) {
      if (!is_cell_of_class(name) || scope.host() == outer) continue;
      (name == "__class__" ? outer->needs_class_cell : outer->needs_class_dict) = true;
      Symbol& cell = outer->symbol(name);
      cell.kind = NameKind::cell;
      cell.is_resolved = true;
      symbol.kind = NameKind::free;
      return make_free(scope, *outer, name);
    }
    Symbol* found = outer->find(name);
    if (found == nullptr || found->is_nonlocal_declared) continue;
    if (found->is_global_declared) {
      if (symbol.is_nonlocal_declared) continue;
      return;
    }
    if (!found->is_bound) continue;
    if (symbol.is_nonlocal_declared && outer->kind == ScopeKind::type_parameters) {
      return fail(symbol.first_use, "nonlocal binding not allowed for type parameter '" + name + "'");
    }
    symbol.kind = NameKind::free;
    if (scope.host() != outer->host()) {
      found->kind = NameKind::cell;
      found->is_resolved = true;
    }
    return make_free(scope, *outer, name);
  }
  if (!symbol.is_nonlocal_declared) return;
  fail(symbol.first_use, "no binding for nonlocal '" + name + "' found");
}

/// Every frame between the owner's and the scope's hands the cell on.
void ScopeBuilder::make_free(Scope& scope, Scope& owner, const std::string& name) {
  Scope* last = owner.host();
  for (Scope* host = scope.host(); host != nullptr && host != last; host = frame_outside(host)) {
    const auto place = static_cast<std::uint32_t>(host->free_names.size());
    if (!host->free_index.try_emplace(name, place).second) return;
    host->free_names.push_back(name);
  }
}

}  // namespace sluice
