#include "vm/cycle_collector.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/check.h"
#include "base/heap.h"
#include "base/pointer_map.h"
#include "base/reference_visitor.h"
#include "loop/task.h"
#include "vm/vm.h"

namespace sluice {

namespace {

/// Nothing, that is, that could lead back to it.
bool holds_nothing(ObjectKind kind) {
  return kind == ObjectKind::Str || kind == ObjectKind::Bytes || kind == ObjectKind::BigInteger ||
         kind == ObjectKind::CodeObject || kind == ObjectKind::NativeFunction;
}

/// The living objects with the references between them.
class References {
 public:
  explicit References(const Heap& heap) {
    for (const Heap::Living& living : heap.living()) {
      index_.insert(living.object, static_cast<std::uint32_t>(nodes_.size()));
      nodes_.push_back({living.object, living.size, living.object->reference_count()});
    }
    Count count(*this);
    for (Node& node : nodes_) node.tells = visit(*node.object, count);
    for (Node& node : nodes_) {
      SLUICE_CHECK(node.unexplained >= 0);
      node.tells = node.tells || holds_nothing(node.object->kind());
      if (!node.tells) for_each_hint(node, [](Node& target) { ++target.hints; });
    }
    reach(&Node::is_used, false, [](const Node& node) { return node.unexplained > 0; });
  }

  /// What nobody uses, in no order.
  [[nodiscard]] std::vector<Ref<Object>> unused() const {
    std::vector<Ref<Object>> found;
    for (const Node& node : nodes_) {
      if (!node.is_used) found.emplace_back(node.object);
    }
    return found;
  }

  /// An object that does not tell what it holds, where something whose end could be seen may be unused although it does
  /// not look so; null: there is no doubt.
  [[nodiscard]] Object* doubtful() {
    // Many have the address of their loop or class without counting as a reference to it.
    reach(&Node::is_surely_used, true, [](const Node& node) {
      const bool is_known = node.object->is(ObjectKind::EventLoop) || node.object->is(ObjectKind::Type);
      return node.unexplained > (is_known ? 0 : node.hints);
    });
    bool is_seen = false;
    Object* holder = nullptr;
    for (const Node& node : nodes_) {
      if (!node.is_used || node.is_surely_used) continue;
      if (node.object->is_watched() || node.object->wants_to_finalize()) is_seen = true;
      if (!node.tells)
        for_each_hint(node, [&](const Node& held) {
          if (!held.is_surely_used) holder = node.object;
        });
    }
    return is_seen ? holder : nullptr;
  }

 private:
  struct Node {
    Object* object;
    std::size_t size;
    std::int64_t unexplained;  ///< references to it that no object has told of
    std::int64_t hints = 0;    ///< words of objects that do not tell which may be references to it
    bool tells = false;
    bool is_used = false;
    bool is_surely_used = false;
  };

  /// Takes what it is shown off the references that are not explained.
  class Count : public ReferenceVisitor {
   public:
    explicit Count(References& all) : all_(all) {}

   protected:
    void see(Object& object) override {
      Node* node = all_.node_of(&object);
      if (node != nullptr) --node->unexplained;
    }

   private:
    References& all_;
  };

  /// Marks what it is shown, and keeps it to be looked through.
  class Mark : public ReferenceVisitor {
   public:
    Mark(References& all, bool Node::*mark) : all_(all), mark_(mark) {}
    void add(Node& node) {
      if (node.*mark_) return;
      node.*mark_ = true;
      to_do_.push_back(&node);
    }
    [[nodiscard]] Node* next() {
      if (to_do_.empty()) return nullptr;
      Node* node = to_do_.back();
      to_do_.pop_back();
      return node;
    }

   protected:
    void see(Object& object) override {
      Node* node = all_.node_of(&object);
      if (node != nullptr) add(*node);
    }

   private:
    References& all_;
    bool Node::*mark_;
    std::vector<Node*> to_do_;
  };

  [[nodiscard]] Node* node_of(const void* address) {
    std::uint32_t index = 0;
    return index_.find(address, index) ? &nodes_[index] : nullptr;
  }

  static bool visit(const Object& object, ReferenceVisitor& visitor) {
    if (const Ref<Object>* extra = object.extra()) visitor(*extra);
    return object.visit_references(visitor);
  }

  /// An object's own memory, word by word: of those that do not tell.
  template <typename Take>
  void for_each_hint(const Node& node, Take take) {
    const auto* words = reinterpret_cast<const void* const*>(node.object);
    for (std::size_t i = 1; i < node.size / sizeof(void*); ++i) {
      if (Node* target = node_of(words[i])) take(*target);
    }
  }

  /// Marks the roots and all that they lead to, `by_hints` too or not.
  template <typename IsRoot>
  void reach(bool Node::*mark, bool by_hints, IsRoot is_root) {
    Mark marks(*this, mark);
    for (Node& node : nodes_) {
      if (is_root(node)) marks.add(node);
    }
    while (Node* node = marks.next()) {
      visit(*node->object, marks);
      if (by_hints && !node->tells) for_each_hint(*node, [&marks](Node& target) { marks.add(target); });
    }
  }

  PointerMap index_;
  std::vector<Node> nodes_;
};

/// A task comes after its coroutine here, not before it as at the end of the run.
std::uint32_t making_of(const Object& object) {
  return object.is(ObjectKind::Task) ? static_cast<const Task&>(object).Future::birth() : object.birth();
}
bool made_before(const Ref<Object>& a, const Ref<Object>& b) { return making_of(*a) < making_of(*b); }

}  // namespace

bool collect_cycles(VM& vm) {
  Heap& heap = Heap::current();
  std::vector<Ref<Object>> unused;
  {
    References references(heap);
    if (Object* doubtful = references.doubtful()) {
      const bool has_class = !doubtful->is(ObjectKind::LoopPrivate) && vm.type_of(doubtful) != nullptr;
      const std::string holder = has_class ? vm.class_name(doubtful) : "Python's own objects";
      vm.refuse("gc.collect() beside a cycle that may lead through " + holder,
                "break the cycle in the program: what no cycle holds goes at once");
      return false;
    }
    unused = references.unused();
  }
  // A weak reference that goes as well calls nobody.
  for (const Ref<Object>& object : unused) {
    object->mark(true);
    if (object->is(ObjectKind::WeakReference)) object->clear_references();
  }
  for (const Ref<Object>& object : unused) {
    heap.report_gone(*object);
    if (object->is(ObjectKind::Task)) static_cast<Task&>(*object).weak_references_gone();
  }
  std::vector<Ref<Object>> to_finalize = heap.waiting_to_finalize();
  std::stable_sort(to_finalize.begin(), to_finalize.end(), made_before);
  for (const Ref<Object>& object : to_finalize) {
    if (object->is_marked()) Heap::finalize_alive(*object);
  }
  to_finalize.clear();
  for (const Ref<Object>& object : unused) object->mark(false);
  unused.clear();
  // What a finalizer has brought back is in use again; what it has made, and left, goes as well.
  unused = References(heap).unused();
  for (const Ref<Object>& object : unused) object->clear_references();
  unused.clear();
  vm.class_changed();
  return vm.ending() == nullptr;
}

}  // namespace sluice
