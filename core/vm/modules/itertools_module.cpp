// itertools: endless, joining and combining iterators.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/reference_visitor.h"
#include "base/runtime_changes.h"
#include "vm/big_integer.h"
#include "vm/builtin_operations.h"
#include "vm/iterators.h"
#include "vm/module.h"
#include "vm/modules/standard_modules.h"
#include "vm/native_helpers.h"
#include "vm/object_types.h"

namespace sluice {

namespace {

Value add(VM& vm, const Value& a, const Value& b) {
  return vm.binary(static_cast<std::uint8_t>(BinaryOperator::Add), a, b);
}

/// Base of iterators over one other iterator.
class Over : public NativeIterator {
 protected:
  Over(const char* python_name, Value iterator)
      : NativeIterator(python_name), iterator_(static_cast<Value&&>(iterator)) {}
  /// The next item of the other one; missing at its end, no value on error, and where it raised StopIteration itself.
  Value step(VM& vm) { return next_uncaught(vm, iterator_); }
  Value iterator_;
};

class Count final : public NativeIterator {
 public:
  Count(Value start, Value step) : NativeIterator("count"), current_(std::move(start)), step_(std::move(step)) {}
  Value next(VM& vm) override {
    const Value item = current_;
    current_ = add(vm, current_, step_);
    return current_ ? item : Value();
  }
  [[nodiscard]] const Value& current() const { return current_; }
  [[nodiscard]] const Value& step() const { return step_; }
  bool visit_references(ReferenceVisitor& visit) const override { return visit(current_, step_); }

 private:
  Value current_;
  Value step_;
};

class Cycle final : public Over {
 public:
  explicit Cycle(Value iterator) : Over("cycle", std::move(iterator)) {}
  Value next(VM& vm) override {
    if (iterator_) {
      const Value item = vm.next(iterator_);
      if (!item) return Value();
      if (!item.is_missing()) {
        if ((saved_.size() & 0xfff) == 0xfff && !vm.check_memory(saved_.size() * sizeof(Value))) return Value();
        saved_.push_back(item);
        return item;
      }
      iterator_ = Value();
    }
    if (saved_.empty()) return Value();
    const Value item = saved_[index_];
    index_ = (index_ + 1) % saved_.size();
    return item;
  }
  bool visit_references(ReferenceVisitor& visit) const override { return visit(iterator_, saved_); }

 private:
  std::vector<Value> saved_;
  std::size_t index_ = 0;
};

class Repeat final : public NativeIterator {
 public:
  Repeat(Value item, std::int64_t times) : NativeIterator("repeat"), item_(std::move(item)), left_(times) {}
  Value next(VM&) override {
    if (left_ == 0) return Value();
    if (left_ > 0) --left_;
    return item_;
  }
  [[nodiscard]] std::size_t length_hint() const override { return left_ > 0 ? static_cast<std::size_t>(left_) : 0; }
  [[nodiscard]] const Value& item() const { return item_; }
  [[nodiscard]] std::int64_t left() const { return left_; }  ///< negative: without end
  bool visit_references(ReferenceVisitor& visit) const override { return visit(item_); }

 private:
  Value item_;
  std::int64_t left_;
};

class Chain final : public NativeIterator {
 public:
  explicit Chain(Value iterables) : NativeIterator("chain"), iterables_(std::move(iterables)) {}
  Value next(VM& vm) override {
    while (iterables_) {
      if (!current_) {
        const Value iterable = vm.next(iterables_);
        if (!iterable) return Value();
        if (iterable.is_missing()) {
          iterables_ = Value();
          return Value();
        }
        current_ = vm.iterate(iterable);
        if (!current_) return Value();
      }
      const Value item = vm.next(current_);
      if (!item || !item.is_missing()) return item;
      current_ = Value();
    }
    return Value();
  }
  bool visit_references(ReferenceVisitor& visit) const override { return visit(iterables_, current_); }

 private:
  Value iterables_;
  Value current_;
};

class SliceIterator final : public Over {
 public:
  SliceIterator(Value iterator, std::int64_t start, std::int64_t stop, std::int64_t stride)
      : Over("islice", std::move(iterator)), wanted_(start), stop_(stop), stride_(stride) {}
  Value next(VM& vm) override {
    if (!iterator_) return Value();
    Value item;
    // The items before the first wanted one are consumed, even where `stop` is less.
    for (bool is_wanted = false; !is_wanted; ++position_) {
      is_wanted = position_ >= wanted_;
      if (is_wanted && stop_ >= 0 && position_ >= stop_) return end();
      item = step(vm);
      if (!item || item.is_missing()) return end();
    }
    wanted_ = stride_ > INT64_MAX - wanted_ || (stop_ >= 0 && wanted_ + stride_ > stop_) ? stop_ : wanted_ + stride_;
    return item;
  }
  bool visit_references(ReferenceVisitor& visit) const override { return visit(iterator_); }

 private:
  Value end() {
    iterator_ = Value();
    return Value();
  }
  std::int64_t position_ = 0;
  std::int64_t wanted_;
  std::int64_t stop_;  ///< -1: none
  std::int64_t stride_;
};

class TakeWhile final : public Over {
 public:
  TakeWhile(Value function, Value iterator) : Over("takewhile", std::move(iterator)), function_(std::move(function)) {}
  Value next(VM& vm) override {
    if (!iterator_) return Value();
    const Value item = step(vm);
    if (!item || item.is_missing()) return Value();
    const Value arguments[1] = {item};
    const Value verdict = vm.call(function_, arguments);
    const int truth = verdict ? vm.truth(verdict) : -1;
    if (truth > 0) return item;
    if (truth == 0) iterator_ = Value();
    return Value();
  }
  bool visit_references(ReferenceVisitor& visit) const override { return visit(iterator_, function_); }

 private:
  Value function_;
};

class DropWhile final : public Over {
 public:
  DropWhile(Value function, Value iterator) : Over("dropwhile", std::move(iterator)), function_(std::move(function)) {}
  Value next(VM& vm) override {
    while (true) {
      const Value item = step(vm);
      if (!item || item.is_missing()) return Value();
      if (!function_) return item;
      const Value arguments[1] = {item};
      const Value verdict = vm.call(function_, arguments);
      const int truth = verdict ? vm.truth(verdict) : -1;
      if (truth < 0) return Value();
      if (truth > 0) continue;
      function_ = Value();
      return item;
    }
  }
  bool visit_references(ReferenceVisitor& visit) const override { return visit(iterator_, function_); }

 private:
  Value function_;
};

class Accumulate final : public Over {
 public:
  Accumulate(Value iterator, Value function, Value initial)
      : Over("accumulate", std::move(iterator)), function_(std::move(function)), initial_(std::move(initial)) {}
  Value next(VM& vm) override {
    if (given(initial_)) {
      total_ = initial_;
      initial_ = Value::missing();
      return total_;
    }
    const Value item = step(vm);
    if (!item || item.is_missing()) return Value();
    if (!total_) {
      total_ = item;
      return total_;
    }
    const Value arguments[2] = {total_, item};
    const Value sum = function_.is_none() ? add(vm, total_, item) : vm.call(function_, arguments);
    if (sum) total_ = sum;
    return sum;
  }
  bool visit_references(ReferenceVisitor& visit) const override {
    return visit(iterator_, function_, initial_, total_);
  }

 private:
  Value function_;
  Value initial_;  ///< missing: none
  Value total_;
};

class StarMap final : public Over {
 public:
  StarMap(Value function, Value iterator) : Over("starmap", std::move(iterator)), function_(std::move(function)) {}
  Value next(VM& vm) override {
    const Value item = step(vm);
    if (!item || item.is_missing()) return Value();
    std::vector<Value> arguments;
    return vm.extend(arguments, item) ? vm.call(function_, arguments) : Value();
  }
  bool visit_references(ReferenceVisitor& visit) const override { return visit(iterator_, function_); }

 private:
  Value function_;
};

class Pairwise final : public Over {
 public:
  explicit Pairwise(Value iterator) : Over("pairwise", std::move(iterator)) {}
  Value next(VM& vm) override {
    if (!iterator_) return Value();
    if (!before_) {
      before_ = step(vm);
      if (!before_ || before_.is_missing()) return end();
    }
    const Value item = step(vm);
    if (!item || item.is_missing()) return end();
    const Value pair[2] = {before_, item};
    before_ = item;
    return vm.tuple(pair);
  }
  bool visit_references(ReferenceVisitor& visit) const override { return visit(iterator_, before_); }

 private:
  Value end() {
    iterator_ = Value();
    before_ = Value();
    return Value();
  }
  Value before_;
};

class Batched final : public Over {
 public:
  Batched(Value iterator, std::int64_t size, bool strict)
      : Over("batched", std::move(iterator)), size_(size), strict_(strict) {}
  Value next(VM& vm) override {
    std::vector<Value> items;
    while (iterator_ && static_cast<std::int64_t>(items.size()) < size_) {
      Value item = vm.next(iterator_);
      if (!item) return Value();
      if (item.is_missing()) {
        iterator_ = Value();
        break;
      }
      items.push_back(std::move(item));
    }
    if (items.empty()) return Value();
    if (strict_ && static_cast<std::int64_t>(items.size()) < size_) {
      return vm.raise_value_error("batched(): incomplete batch");
    }
    return vm.tuple(items);
  }
  bool visit_references(ReferenceVisitor& visit) const override { return visit(iterator_); }

 private:
  std::int64_t size_;
  bool strict_;
};

class Compress final : public Over {
 public:
  Compress(Value data, Value selectors) : Over("compress", std::move(data)), selectors_(std::move(selectors)) {}
  Value next(VM& vm) override {
    while (true) {
      const Value item = step(vm);
      if (!item || item.is_missing()) return Value();
      const Value selector = next_uncaught(vm, selectors_);
      if (!selector || selector.is_missing()) return Value();
      const int truth = vm.truth(selector);
      if (truth < 0) return Value();
      if (truth > 0) return item;
    }
  }
  bool visit_references(ReferenceVisitor& visit) const override { return visit(iterator_, selectors_); }

 private:
  Value selectors_;
};

class ZipLongest final : public NativeIterator {
 public:
  ZipLongest(std::vector<Value> iterators, Value fill)
      : NativeIterator("zip_longest"), iterators_(std::move(iterators)), fill_(std::move(fill)) {
    for (const Value& iterator : iterators_) active_ += static_cast<bool>(iterator);
  }
  Value next(VM& vm) override {
    if (active_ == 0) return Value();
    Ref<Tuple> items = Tuple::create(iterators_.size());
    for (std::size_t i = 0; i < iterators_.size(); ++i) {
      (*items)[i] = fill_;
      if (!iterators_[i]) continue;
      const Value item = vm.next(iterators_[i]);
      if (!item) return Value();
      if (!item.is_missing()) {
        (*items)[i] = item;
        continue;
      }
      iterators_[i] = Value();
      if (--active_ == 0) return Value();
    }
    return Value(items);
  }
  bool visit_references(ReferenceVisitor& visit) const override { return visit(iterators_, fill_); }

 private:
  std::vector<Value> iterators_;  ///< no value: at its end
  Value fill_;
  std::size_t active_ = 0;
};

// ---- groupby ----

class GroupBy final : public Over {
 public:
  GroupBy(Value iterator, Value key) : Over("groupby", std::move(iterator)), key_(std::move(key)) {}
  Value next(VM& vm) override;

  /// Reads one item further; 1, 0 at the end, -1.
  int advance(VM& vm) {
    item_ = vm.next(iterator_);
    if (!item_) return -1;
    if (item_.is_missing()) return 0;
    if (key_.is_none()) {
      item_key_ = item_;
      return 1;
    }
    const Value arguments[1] = {item_};
    item_key_ = vm.call(key_, arguments);
    return item_key_ ? 1 : -1;
  }

  Value key_;
  Value item_;  ///< read, not given out yet; no value: none
  Value item_key_;
  Value target_key_;         ///< of the group given out last
  std::uint64_t group_ = 0;  ///< its number: older groups are empty
};

class Group final : public NativeIterator {
 public:
  explicit Group(GroupBy* owner)
      : NativeIterator("_grouper"), owner_(owner), number_(owner->group_), key_(owner->target_key_) {}
  Value next(VM& vm) override {
    if (owner_->group_ != number_) return Value();
    if (!owner_->item_) {
      if (owner_->advance(vm) <= 0) return Value();
    }
    if (owner_->item_.is_missing()) return Value();
    const int same = vm.equal(key_, owner_->item_key_);
    if (same <= 0) return Value();
    Value item;
    item.swap(owner_->item_);
    return item;
  }

 private:
  Ref<GroupBy> owner_;
  std::uint64_t number_;
  Value key_;
};

Value GroupBy::next(VM& vm) {
  ++group_;
  while (true) {
    if (!item_) {
      const int got = advance(vm);
      if (got < 0) return Value();
    }
    if (item_.is_missing()) return Value();
    if (!target_key_) break;
    const int same = vm.equal(target_key_, item_key_);
    if (same < 0) return Value();
    if (same == 0) break;
    item_ = Value();
  }
  target_key_ = item_key_;
  const Value pair[2] = {target_key_, Value(new Group(this))};
  return vm.tuple(pair);
}

// ---- tee ----

/// What several tee iterators read from; items stay until all have passed them.
class TeeNode : public NativeData {
 public:
  TeeNode() : NativeData(nullptr) {}
  Value item;          ///< no value: not read yet
  Ref<TeeNode> after;  ///< set when the item has been read
};

class TeeSource : public NativeData {
 public:
  explicit TeeSource(Value iterator) : NativeData(nullptr), iterator_(std::move(iterator)) {}
  Value iterator_;
};

class Tee final : public NativeIterator {
 public:
  Tee(Ref<TeeSource> source, Ref<TeeNode> node)
      : NativeIterator("_tee"), source_(std::move(source)), node_(std::move(node)) {}
  Value next(VM& vm) override {
    if (!node_->after) {
      const Value item = vm.next(source_->iterator_);
      if (!item || item.is_missing()) return Value();
      node_->item = item;
      node_->after = make<TeeNode>();
    }
    const Value item = node_->item;
    node_ = Ref<TeeNode>(node_->after);
    return item;
  }
  [[nodiscard]] Value copy() const { return Value(new Tee(source_, node_)); }

 private:
  Ref<TeeSource> source_;
  Ref<TeeNode> node_;
};

// ---- Combinations ----

/// product, permutations, combinations: `indices` say which items of the pools come next.
class Combining : public NativeIterator {
 public:
  Value next(VM& vm) override {
    if (is_done_) return Value();
    if (is_first_) {
      is_first_ = false;
    } else if (!advance()) {
      is_done_ = true;
      return Value();
    }
    return current(vm);
  }

 protected:
  explicit Combining(const char* python_name) : NativeIterator(python_name) {}
  virtual bool advance() = 0;
  virtual Value current(VM& vm) = 0;
  bool is_done_ = false;

 private:
  bool is_first_ = true;
};

class Product final : public Combining {
 public:
  explicit Product(std::vector<std::vector<Value>> pools)
      : Combining("product"), pools_(std::move(pools)), indices_(pools_.size()) {
    for (const std::vector<Value>& pool : pools_) is_done_ = is_done_ || pool.empty();
  }

 private:
  bool advance() override {
    for (std::size_t i = pools_.size(); i-- > 0;) {
      if (++indices_[i] < pools_[i].size()) return true;
      indices_[i] = 0;
    }
    return false;
  }
  Value current(VM& vm) override {
    std::vector<Value> items;
    for (std::size_t i = 0; i < pools_.size(); ++i) items.push_back(pools_[i][indices_[i]]);
    return vm.tuple(items);
  }
  std::vector<std::vector<Value>> pools_;
  std::vector<std::size_t> indices_;
};

class Choosing : public Combining {
 protected:
  Choosing(const char* python_name, std::vector<Value> pool, std::size_t size)
      : Combining(python_name), pool_(std::move(pool)), indices_(size) {}
  Value current(VM& vm) override {
    std::vector<Value> items;
    for (const std::size_t index : indices_) items.push_back(pool_[index]);
    return vm.tuple(items);
  }
  std::vector<Value> pool_;
  std::vector<std::size_t> indices_;
};

class Combinations final : public Choosing {
 public:
  Combinations(std::vector<Value> pool, std::size_t size, bool with_replacement)
      : Choosing(with_replacement ? "combinations_with_replacement" : "combinations", std::move(pool), size),
        repeats_(with_replacement) {
    for (std::size_t i = 0; i < size; ++i) indices_[i] = repeats_ ? 0 : i;
    is_done_ = repeats_ ? pool_.empty() && size > 0 : size > pool_.size();
  }

 private:
  bool advance() override {
    const std::size_t size = indices_.size();
    for (std::size_t i = size; i-- > 0;) {
      const std::size_t last = repeats_ ? pool_.size() - 1 : pool_.size() - size + i;
      if (indices_[i] >= last) continue;
      const std::size_t value = ++indices_[i];
      for (std::size_t j = i + 1; j < size; ++j) indices_[j] = repeats_ ? value : value + j - i;
      return true;
    }
    return false;
  }
  bool repeats_;
};

class Permutations final : public Choosing {
 public:
  Permutations(std::vector<Value> pool, std::size_t size) : Choosing("permutations", std::move(pool), size) {
    is_done_ = size > pool_.size();
    for (std::size_t i = 0; i < pool_.size(); ++i) order_.push_back(i);
    for (std::size_t i = 0; i < size; ++i) cycles_.push_back(pool_.size() - std::min(i, pool_.size()));
    take();
  }

 private:
  void take() {
    for (std::size_t i = 0; i < indices_.size() && i < order_.size(); ++i) indices_[i] = order_[i];
  }
  bool advance() override {
    for (std::size_t i = indices_.size(); i-- > 0;) {
      if (--cycles_[i] == 0) {
        const auto first = order_.begin() + static_cast<std::ptrdiff_t>(i);
        std::rotate(first, first + 1, order_.end());
        cycles_[i] = order_.size() - i;
        continue;
      }
      std::swap(order_[i], order_[order_.size() - cycles_[i]]);
      take();
      return true;
    }
    return false;
  }
  std::vector<std::size_t> order_;
  std::vector<std::size_t> cycles_;
};

// ---- Constructors; slot 0 is the class ----

Value count_new(VM& vm, Value* a) {
  const Value start = given(a[1]) ? a[1] : Value::small_int(0);
  const Value step = given(a[2]) ? a[2] : Value::small_int(1);
  double number = 0;
  for (const Value& one : {start, step}) {
    if (builtin_is_integer(unwrapped(one)) || vm.real(one, number)) continue;
    if (!vm.error_is(vm.types.type_error)) return Value();
    vm.take_error();
    return vm.raise_type_error("a number is required");
  }
  return Value(new Count(start, step));
}

Value cycle_new(VM& vm, Value* a) {
  Value iterator = vm.iterate(a[1]);
  return iterator ? Value(new Cycle(std::move(iterator))) : Value();
}

Value repeat_new(VM& vm, Value* a) {
  std::int64_t times = -1;
  if (given(a[2])) {
    if (!vm.index(a[2], times)) return Value();
    times = std::max<std::int64_t>(times, 0);
  }
  return Value(new Repeat(a[1], times));
}

Value chain_new(VM& vm, Value* a) { return Value(new Chain(vm.iterate(a[1]))); }

Value chain_from_iterable(VM& vm, Value* a) {
  Value iterables = vm.iterate(a[1]);
  return iterables ? Value(new Chain(std::move(iterables))) : Value();
}

Value islice_new(VM& vm, Value* a) {
  const Tuple& bounds = rest(a[2]);
  if (bounds.size() < 1 || bounds.size() > 3) {
    return vm.raise_type_error("islice expected at " + std::string(bounds.size() < 1 ? "least 2" : "most 4") +
                               " arguments, got " + std::to_string(bounds.size() + 1));
  }
  // What is no int of a machine is -1, which none of the three may be.
  const auto read = [&](const Value& value, std::int64_t fallback) {
    std::int64_t result = fallback;
    if (value.is_none() || vm.index(value, result)) return result;
    vm.take_error();
    return std::int64_t{-1};
  };
  const bool has_start = bounds.size() > 1;
  const Value& stop_bound = bounds[has_start ? 1 : 0];
  const std::int64_t start = has_start ? read(bounds[0], 0) : 0;
  const std::int64_t stop = read(stop_bound, -1);
  const std::int64_t step = bounds.size() == 3 ? read(bounds[2], 1) : 1;
  if (stop == -1 && !stop_bound.is_none()) {
    return vm.raise_value_error("Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.");
  }
  if (start < 0 || stop < -1) {
    return vm.raise_value_error("Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.");
  }
  if (step < 1) return vm.raise_value_error("Step for islice() must be a positive integer or None.");
  Value iterator = vm.iterate(a[1]);
  return iterator ? Value(new SliceIterator(std::move(iterator), start, stop, step)) : Value();
}

template <typename Made>
Value function_and_iterable(VM& vm, Value* a) {
  Value iterator = vm.iterate(a[2]);
  return iterator ? Value(new Made(a[1], std::move(iterator))) : Value();
}

Value filterfalse_new(VM& vm, Value* a) {
  Value iterator = vm.iterate(a[2]);
  return iterator ? Value(new FilterIterator("filterfalse", a[1], std::move(iterator), false)) : Value();
}

Value accumulate_new(VM& vm, Value* a) {
  Value iterator = vm.iterate(a[1]);
  if (!iterator) return Value();
  return Value(new Accumulate(std::move(iterator), a[2], a[3].is_none() ? Value::missing() : a[3]));
}

Value pairwise_new(VM& vm, Value* a) {
  Value iterator = vm.iterate(a[1]);
  return iterator ? Value(new Pairwise(std::move(iterator))) : Value();
}

Value batched_new(VM& vm, Value* a) {
  std::int64_t size = 0;
  if (!vm.index(a[2], size)) return Value();
  if (size < 1) return vm.raise_value_error("n must be at least one");
  const int strict = given(a[3]) ? vm.truth(a[3]) : 0;
  Value iterator = strict < 0 ? Value() : vm.iterate(a[1]);
  return iterator ? Value(new Batched(std::move(iterator), size, strict > 0)) : Value();
}

Value compress_new(VM& vm, Value* a) {
  Value data = vm.iterate(a[1]);
  Value selectors = data ? vm.iterate(a[2]) : Value();
  return selectors ? Value(new Compress(std::move(data), std::move(selectors))) : Value();
}

Value zip_longest_new(VM& vm, Value* a) {
  std::vector<Value> iterators;
  Dict& named = *a[2].as<Dict>();
  const Value* fill = named.find(vm.intern("fillvalue"));
  if (named.size() > (fill != nullptr ? 1U : 0U)) {
    return vm.raise_type_error("zip_longest() got an unexpected keyword argument");
  }
  for (const Value& iterable : rest(a[1]).span()) {
    Value iterator = vm.iterate(iterable);
    if (!iterator) return Value();
    iterators.push_back(std::move(iterator));
  }
  return Value(new ZipLongest(std::move(iterators), fill != nullptr ? *fill : Value::none()));
}

Value groupby_new(VM& vm, Value* a) {
  Value iterator = vm.iterate(a[1]);
  return iterator ? Value(new GroupBy(std::move(iterator), a[2])) : Value();
}

Value tee_function(VM& vm, Value* a) {
  std::int64_t count = 2;
  if (given(a[1]) && !vm.index(a[1], count)) return Value();
  if (count < 0) return vm.raise_value_error("n must be >= 0");
  if (!check_allocation(vm, static_cast<std::uint64_t>(count), sizeof(Tee))) return Value();
  std::vector<Value> copies;
  Value iterator = vm.iterate(a[0]);
  if (!iterator) return Value();
  Value first;
  if (iterator.is(ObjectKind::NativeIterator) && std::string_view(iterator.as<NativeIterator>()->type_name) == "_tee") {
    first = iterator;
  } else {
    first = Value(new Tee(make<TeeSource>(std::move(iterator)), make<TeeNode>()));
  }
  for (std::int64_t i = 0; i < count; ++i) {
    copies.push_back(i == 0 ? first : static_cast<Tee*>(first.as<NativeIterator>())->copy());
  }
  return vm.tuple(copies);
}

Value product_new(VM& vm, Value* a) {
  std::int64_t repeat = 1;
  if (given(a[1]) && !vm.index(a[1], repeat)) return Value();
  if (repeat < 0) return vm.raise_value_error("repeat argument cannot be negative");
  std::vector<std::vector<Value>> once;
  for (const Value& iterable : rest(a[2]).span()) {
    std::vector<Value> pool;
    if (!extend_tuple(vm, pool, iterable)) return Value();
    once.push_back(std::move(pool));
  }
  if (once.empty()) repeat = 0;
  if (repeat > 1000000) return raise_memory_error(vm);
  std::vector<std::vector<Value>> pools;
  for (std::int64_t i = 0; i < repeat; ++i) pools.insert(pools.end(), once.begin(), once.end());
  return Value(new Product(std::move(pools)));
}

/// The pool, and the size r. False with an exception pending.
bool pool_and_size(VM& vm, Value* a, std::vector<Value>& pool, std::int64_t& size, bool has_default) {
  if (!extend_tuple(vm, pool, a[1])) return false;
  size = static_cast<std::int64_t>(pool.size());
  if (has_default && (!given(a[2]) || a[2].is_none())) return true;
  if (has_default && !builtin_is_integer(unwrapped(a[2]))) {
    vm.raise_type_error("Expected int as r");
    return false;
  }
  if (!vm.index(a[2], size)) return false;
  if (size < 0) {
    vm.raise_value_error("r must be non-negative");
    return false;
  }
  return check_allocation(vm, static_cast<std::uint64_t>(size), sizeof(std::size_t));
}

template <bool kRepeats>
Value combinations_new(VM& vm, Value* a) {
  std::vector<Value> pool;
  std::int64_t size = 0;
  if (!pool_and_size(vm, a, pool, size, false)) return Value();
  return Value(new Combinations(std::move(pool), static_cast<std::size_t>(size), kRepeats));
}

Value permutations_new(VM& vm, Value* a) {
  std::vector<Value> pool;
  std::int64_t size = 0;
  if (!pool_and_size(vm, a, pool, size, true)) return Value();
  return Value(new Permutations(std::move(pool), static_cast<std::size_t>(size)));
}

Value count_repr(VM& vm, Value* a) {
  const auto* count = static_cast<Count*>(a[0].as<NativeIterator>());
  const Value start = vm.repr(count->current());
  if (!start) return Value();
  std::string text = "count(" + start.as<Str>()->text();
  std::int64_t by = 0;
  const bool plain = VM::as_int64(count->step(), by) && by == 1;
  if (!plain) {
    const Value step = vm.repr(count->step());
    if (!step) return Value();
    text += ", " + step.as<Str>()->text();
  }
  return vm.str(text + ")");
}

Value repeat_repr(VM& vm, Value* a) {
  const auto* repeat = static_cast<Repeat*>(a[0].as<NativeIterator>());
  const Value item = vm.repr(repeat->item());
  if (!item) return Value();
  const std::string times = repeat->left() < 0 ? "" : ", " + std::to_string(repeat->left());
  return vm.str("repeat(" + item.as<Str>()->text() + times + ")");
}

constexpr NativeEntry kClasses[] = {
    {"count", count_new, "cls, start=(), step=()"},
    {"cycle", cycle_new, "cls, iterable, /"},
    {"repeat", repeat_new, "cls, object, times=()"},
    {"chain", chain_new, "cls, /, *iterables"},
    {"islice", islice_new, "cls, iterable, /, *args"},
    {"takewhile", function_and_iterable<TakeWhile>, "cls, predicate, iterable, /"},
    {"dropwhile", function_and_iterable<DropWhile>, "cls, predicate, iterable, /"},
    {"starmap", function_and_iterable<StarMap>, "cls, function, iterable, /"},
    {"filterfalse", filterfalse_new, "cls, function, iterable, /"},
    {"accumulate", accumulate_new, "cls, iterable, func=None, *, initial=None"},
    {"pairwise", pairwise_new, "cls, iterable, /"},
    {"compress", compress_new, "cls, data, selectors"},
    {"zip_longest", zip_longest_new, "cls, /, *iterables, **kwargs"},
    {"groupby", groupby_new, "cls, iterable, key=None"},
    {"product", product_new, "cls, /, *iterables, repeat=()"},
    {"combinations", combinations_new<false>, "cls, iterable, r"},
    {"combinations_with_replacement", combinations_new<true>, "cls, iterable, r"},
    {"permutations", permutations_new, "cls, iterable, r=()"},
};

}  // namespace

void fill_itertools(VM& vm, Module& module) {
  const auto define = [&](const NativeEntry& entry) {
    Type* type = vm.iterator_type(entry.name);
    type->module_name = vm.intern("itertools");
    vm.set_constructor(type, NativeEntry{"__new__", entry.code, entry.signature});
    module.set(vm, entry.name, Value(type));
    return type;
  };
  for (const NativeEntry& entry : kClasses) define(entry);
  if (itertools_has_batched(vm.python())) {
    const bool strict = batched_has_strict(vm.python());
    define({"batched", batched_new, strict ? "cls, iterable, n, *, strict=False" : "cls, iterable, n, strict=()"});
  }
  const NativeEntry of_chain[] = {{"from_iterable", chain_from_iterable, "cls, iterable, /"},
                                  {"__class_getitem__", make_generic_alias, "cls, item, /"}};
  vm.add_class_methods(vm.iterator_type("chain"), of_chain);
  const NativeEntry count_text = {"__repr__", count_repr, "self, /"};
  vm.add_methods(vm.iterator_type("count"), std::span<const NativeEntry>(&count_text, 1));
  const NativeEntry repeat_text = {"__repr__", repeat_repr, "self, /"};
  vm.add_methods(vm.iterator_type("repeat"), std::span<const NativeEntry>(&repeat_text, 1));
  vm.iterator_type("_tee")->module_name = vm.intern("itertools");
  const NativeEntry tee = {"tee", tee_function, "iterable, n=(), /"};
  module.add_functions(vm, std::span<const NativeEntry>(&tee, 1));
}

}  // namespace sluice
