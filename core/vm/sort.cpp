// Stable sorting by `<`, as list.sort does it: short lists by CPython's own steps (a natural run, then binary
// insertion), so that a `__lt__` of the program is called for the same pairs; longer ones by merging such pieces.
#include <algorithm>
#include <utility>
#include <vector>

#include "vm/builtins.h"
#include "vm/native_helpers.h"

namespace sluice {

namespace {

/// An item and what it is sorted by.
struct Keyed {
  Value key;
  Value item;
};

class Sorter {
 public:
  Sorter(VM& vm, std::vector<Keyed>& entries) : vm_(vm), entries_(entries) {}

  bool sort() {
    const std::size_t count = entries_.size();
    if (count < 2) return true;
    const std::size_t run = std::min(count, piece(count));
    std::size_t begin = 0;
    std::vector<std::size_t> ends;
    while (begin < count) {
      std::size_t sorted = natural_run(begin, count);
      if (failed_) return false;
      const std::size_t end = std::max(sorted, std::min(count, begin + run));
      if (!insert_rest(begin, sorted, end)) return false;
      ends.push_back(end);
      begin = end;
    }
    return merge_all(ends);
  }

 private:
  /// Length of the pieces that are sorted by insertion: below 64 items, all of them.
  static std::size_t piece(std::size_t count) {
    std::size_t odd = 0;
    while (count >= 64) {
      odd |= count & 1;
      count >>= 1;
    }
    return count + odd;
  }

  bool less(const Value& a, const Value& b) {
    if (a.is_small_int() && b.is_small_int()) return a.as_small_int() < b.as_small_int();
    if (a.is(ObjectKind::Str) && b.is(ObjectKind::Str)) return a.as<Str>()->view() < b.as<Str>()->view();
    const Value result = vm_.compare(static_cast<std::uint8_t>(CompareOperator::Less), a, b);
    const int truth = result ? vm_.truth(result) : -1;
    failed_ = failed_ || truth < 0;
    return truth > 0;
  }

  /// End of the run that begins at `begin`; a strictly falling one is turned round.
  std::size_t natural_run(std::size_t begin, std::size_t end) {
    std::size_t at = begin + 1;
    if (at == end) return end;
    const bool falls = less(entries_[at].key, entries_[begin].key);
    if (failed_) return at;
    for (++at; at < end; ++at) {
      const bool is_less = less(entries_[at].key, entries_[at - 1].key);
      if (failed_) return at;
      if (is_less != falls) break;
    }
    if (falls) {
      std::reverse(entries_.begin() + static_cast<std::ptrdiff_t>(begin),
                   entries_.begin() + static_cast<std::ptrdiff_t>(at));
    }
    return at;
  }

  bool insert_rest(std::size_t begin, std::size_t sorted, std::size_t end) {
    for (; sorted < end; ++sorted) {
      std::size_t low = begin;
      std::size_t high = sorted;
      while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        const bool before = less(entries_[sorted].key, entries_[middle].key);
        if (failed_) return false;
        if (before) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      const auto first = entries_.begin() + static_cast<std::ptrdiff_t>(low);
      const auto moved = entries_.begin() + static_cast<std::ptrdiff_t>(sorted);
      std::rotate(first, moved, moved + 1);
    }
    return true;
  }

  bool merge_all(std::vector<std::size_t>& ends) {
    while (ends.size() > 1) {
      std::vector<std::size_t> merged;
      std::size_t begin = 0;
      for (std::size_t i = 0; i < ends.size(); i += 2) {
        if (i + 1 == ends.size()) {
          merged.push_back(ends[i]);
          break;
        }
        if (!merge(begin, ends[i], ends[i + 1])) return false;
        begin = ends[i + 1];
        merged.push_back(begin);
      }
      ends = std::move(merged);
    }
    return true;
  }

  bool merge(std::size_t begin, std::size_t middle, std::size_t end) {
    std::vector<Keyed> left(std::make_move_iterator(entries_.begin() + static_cast<std::ptrdiff_t>(begin)),
                            std::make_move_iterator(entries_.begin() + static_cast<std::ptrdiff_t>(middle)));
    std::size_t from_left = 0;
    std::size_t from_right = middle;
    std::size_t to = begin;
    while (from_left < left.size() && from_right < end && !failed_) {
      const bool right_first = less(entries_[from_right].key, left[from_left].key);
      entries_[to++] = std::move(right_first ? entries_[from_right++] : left[from_left++]);
    }
    while (from_left < left.size()) entries_[to++] = std::move(left[from_left++]);
    return !failed_;
  }

  VM& vm_;
  std::vector<Keyed>& entries_;
  bool failed_ = false;
};

}  // namespace

bool sort_values(VM& vm, std::vector<Value>& items, const Value& key, bool reverse) {
  const bool has_key = given(key) && !key.is_none();
  if (!check_allocation(vm, items.size(), 2 * sizeof(Keyed))) return false;
  std::vector<Keyed> entries(items.size());
  bool done = true;
  for (std::size_t i = 0; done && i < items.size(); ++i) {
    const Value arguments[1] = {items[i]};
    entries[i].key = has_key ? vm.call(key, arguments) : items[i];
    done = static_cast<bool>(entries[i].key);
  }
  if (!done) return false;
  for (std::size_t i = 0; i < items.size(); ++i) entries[i].item = std::move(items[i]);
  // Equal items keep their order in a reversed sort, too.
  if (reverse) std::reverse(entries.begin(), entries.end());
  done = Sorter(vm, entries).sort();
  if (reverse) std::reverse(entries.begin(), entries.end());
  for (std::size_t i = 0; i < items.size(); ++i) items[i] = std::move(entries[i].item);
  return done;
}

}  // namespace sluice
