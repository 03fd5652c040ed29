#include "language/code_builder.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "base/check.h"

namespace sluice {

namespace {

/// A text that two constants share exactly if they are the same: 1, 1.0 and True are not; 0.0 and -0.0 are not.
void append_key(const Constant& value, std::string& key) {
  key += static_cast<char>('a' + static_cast<int>(value.kind));
  switch (value.kind) {
    case ConstantKind::none:
    case ConstantKind::boolean_false:
    case ConstantKind::boolean_true:
    case ConstantKind::ellipsis:
      return;
    case ConstantKind::integer:
      key += std::to_string(value.integer) + ";";
      return;
    case ConstantKind::real:
    case ConstantKind::imaginary: {
      char bits[sizeof value.real];
      std::memcpy(bits, &value.real, sizeof bits);
      key.append(bits, sizeof bits);
      return;
    }
    case ConstantKind::big_integer:
    case ConstantKind::string:
    case ConstantKind::bytes:
      key += std::to_string(value.text.size()) + ":" + value.text;
      return;
    case ConstantKind::tuple:
    case ConstantKind::frozen_set:
      key += std::to_string(value.items.size()) + "(";
      for (const Constant& item : value.items) append_key(item, key);
      return;
    case ConstantKind::code:
      key += std::to_string(reinterpret_cast<std::uintptr_t>(value.code.get())) + ";";
      return;
  }
}

bool is_conditional(Opcode opcode) {
  switch (opcode) {
    case Opcode::POP_JUMP_IF_FALSE:
    case Opcode::POP_JUMP_IF_TRUE:
    case Opcode::POP_JUMP_IF_NONE:
    case Opcode::POP_JUMP_IF_NOT_NONE:
    case Opcode::JUMP_IF_FALSE_OR_POP:
    case Opcode::JUMP_IF_TRUE_OR_POP:
    case Opcode::FOR_ITER:
      return true;
    default:
      return false;
  }
}

}  // namespace

Label CodeBuilder::new_label() {
  labels_.push_back(-1);
  return Label{static_cast<std::int32_t>(labels_.size() - 1)};
}

void CodeBuilder::place(Label label) {
  SLUICE_CHECK(labels_[static_cast<std::size_t>(label.id)] < 0);
  labels_[static_cast<std::size_t>(label.id)] = static_cast<std::int32_t>(items_.size());
}

void CodeBuilder::emit(Opcode opcode, std::uint32_t argument) {
  Item item;
  item.opcode = opcode;
  item.argument = argument;
  item.handler = handler_;
  item.position = position_;
  items_.push_back(item);
}

void CodeBuilder::emit_jump(Opcode opcode, Label target) {
  emit(opcode);
  items_.back().label = target.id;
}

HandlerId CodeBuilder::protect(Label target, std::uint32_t dropped) {
  const HandlerId outer = handler_;
  Handler made;
  made.target = target;
  made.dropped = dropped;
  handlers_.push_back(made);
  handler_ = static_cast<HandlerId>(handlers_.size() - 1);
  Item item;
  item.is_setup = true;
  item.argument = static_cast<std::uint32_t>(handler_);
  item.handler = outer;
  items_.push_back(item);
  return outer;
}

std::uint32_t CodeBuilder::constant(Constant value) {
  std::string key;
  append_key(value, key);
  const auto [found, is_new] =
      constants_.try_emplace(std::move(key), static_cast<std::uint32_t>(code_->constants.size()));
  if (is_new) code_->constants.push_back(std::move(value));
  return found->second;
}

std::uint32_t CodeBuilder::name(std::string_view text) {
  const auto [found, is_new] = names_.try_emplace(std::string(text), static_cast<std::uint32_t>(code_->names.size()));
  if (is_new) code_->names.emplace_back(text);
  return found->second;
}

std::uint32_t CodeBuilder::site(std::string_view text) {
  code_->sites.push_back(name(text));
  return static_cast<std::uint32_t>(code_->sites.size() - 1);
}

// ---- Finishing ------------------------------------------------------------------------------------------------------

std::shared_ptr<Code> CodeBuilder::finish() {
  measure();
  thread_jumps();
  measure();
  drop_useless_jumps();
  mark_targets();
  fuse();
  write();
  return std::move(code_);
}

std::size_t CodeBuilder::target_of(const Item& item) const {
  const std::int32_t at = labels_[static_cast<std::size_t>(item.label)];
  SLUICE_CHECK(at >= 0);
  return static_cast<std::size_t>(at);
}

/// Follows every path from the beginning; finds what can be reached and how high the stack is there.
void CodeBuilder::measure() {
  depth_.assign(items_.size(), -1);
  std::vector<std::pair<std::size_t, std::int32_t>> paths{{0, 0}};
  std::int32_t most = 0;
  while (!paths.empty()) {
    auto [at, depth] = paths.back();
    paths.pop_back();
    while (at < items_.size() && depth_[at] < 0) {
      depth_[at] = depth;
      const Item& item = items_[at];
      if (item.is_setup) {
        Handler& handler = handlers_[item.argument];
        handler.depth = depth - static_cast<std::int32_t>(handler.dropped);
        SLUICE_CHECK(handler.depth >= 0);
        most = std::max(most, handler.depth + 1);
        paths.emplace_back(static_cast<std::size_t>(labels_[static_cast<std::size_t>(handler.target.id)]),
                           handler.depth + 1);
        ++at;
        continue;
      }
      if (item.label >= 0) paths.emplace_back(target_of(item), depth + stack_effect(item.opcode, item.argument, true));
      if (ends_block(item.opcode)) break;
      depth += stack_effect(item.opcode, item.argument, false);
      SLUICE_CHECK(depth >= 0);
      most = std::max(most, depth);
      ++at;
    }
    SLUICE_CHECK(at < items_.size());  // every path ends with a return, a raise or a jump
    SLUICE_CHECK(depth_[at] == depth || ends_block(items_[at].opcode));
  }
  code_->stack_size = static_cast<std::uint32_t>(most);
}

/// A jump to an unconditional jump goes where that one goes; not past the beginning of a try statement, whose handlers
/// are found on the way through it.
void CodeBuilder::thread_jumps() {
  constexpr int kMaxHops = 8;
  for (std::size_t i = 0; i < items_.size(); ++i) {
    Item& item = items_[i];
    if (item.is_setup || item.label < 0) continue;
    for (int hop = 0; hop < kMaxHops; ++hop) {
      const Item& next = items_[target_of(item)];
      if (next.is_setup || next.opcode != Opcode::JUMP_FORWARD || next.label == item.label) break;
      const bool goes_back = target_of(next) <= i;
      if (goes_back && item.opcode != Opcode::JUMP_FORWARD) break;  // only the plain jump may go back
      if (item.opcode == Opcode::FOR_ITER) break;
      item.label = next.label;
    }
  }
}

/// Removes jumps to the instruction after them.
void CodeBuilder::drop_useless_jumps() {
  for (std::size_t i = 0; i < items_.size(); ++i) {
    if (depth_[i] < 0 || items_[i].is_setup || items_[i].opcode != Opcode::JUMP_FORWARD) continue;
    std::size_t next = i + 1;
    while (next < items_.size() && next != target_of(items_[i]) && (depth_[next] < 0 || items_[next].is_setup)) ++next;
    if (next == target_of(items_[i])) depth_[i] = -1;
  }
}

void CodeBuilder::mark_targets() {
  is_target_.assign(items_.size() + 1, false);
  for (std::size_t i = 0; i < items_.size(); ++i) {
    if (depth_[i] < 0) continue;
    if (items_[i].is_setup) {
      const Label target = handlers_[items_[i].argument].target;
      is_target_[static_cast<std::size_t>(labels_[static_cast<std::size_t>(target.id)])] = true;
    } else if (items_[i].label >= 0) {
      is_target_[target_of(items_[i])] = true;
    }
  }
}

void CodeBuilder::mark_bound(const Item& item, std::vector<bool>& bound) const {
  switch (item.opcode) {
    case Opcode::LOAD_FAST:
    case Opcode::STORE_FAST:
      bound[item.argument] = true;
      break;
    case Opcode::DELETE_FAST:
    case Opcode::CLEAR_FAST:
      bound[item.argument] = false;
      break;
    default:
      break;
  }
}

/// Joins neighbours into one instruction where no error could tell: both stand on one line, under one handler, nothing
/// jumps between them, and at most one of them can fail (its position is kept).
void CodeBuilder::fuse() {
  always_bound_.assign(code_->slots.size(), false);
  for (std::size_t i = 0; i < code_->parameter_count(); ++i) always_bound_[i] = code_->slots[i].kind == SlotKind::local;
  for (const Item& item : items_) {
    const bool deletes = item.opcode == Opcode::DELETE_FAST || item.opcode == Opcode::CLEAR_FAST;
    if (!item.is_setup && deletes && item.argument < always_bound_.size()) always_bound_[item.argument] = false;
  }
  std::vector<bool> bound = always_bound_;
  std::vector<std::uint32_t> known;  // slots set in `bound` since the last target
  std::size_t previous = items_.size();
  bool can_fuse = false;
  for (std::size_t i = 0; i < items_.size(); ++i) {
    if (is_target_[i]) {
      for (const std::uint32_t slot : known) bound[slot] = always_bound_[slot];
      known.clear();
      can_fuse = false;
    }
    if (depth_[i] < 0 || items_[i].is_setup) continue;
    Item item = items_[i];
    if (can_fuse && fuse_pair(items_[previous], items_[i], bound)) {
      depth_[i] = -1;
      can_fuse = false;
    } else {
      previous = i;
      can_fuse = true;
    }
    if (operand_kind(item.opcode) == OperandKind::slot) {
      mark_bound(item, bound);
      known.push_back(item.argument);
    }
  }
}

bool CodeBuilder::fuse_pair(Item& first, Item& second, std::vector<bool>& bound) {
  if (first.handler != second.handler || first.position.line != second.position.line) return false;
  if (first.argument > kMaxPackedArgument || second.argument > kMaxPackedArgument) return false;
  const auto join = [&](Opcode opcode, CodePosition position) {
    first.opcode = opcode;
    first.argument |= second.argument << 12;
    first.position = position;
    return true;
  };
  if (first.opcode == Opcode::STORE_FAST && second.opcode == Opcode::LOAD_FAST) {
    return join(Opcode::STORE_FAST_LOAD_FAST, second.position);
  }
  if (first.opcode != Opcode::LOAD_FAST) return false;
  if (second.opcode == Opcode::LOAD_CONST) return join(Opcode::LOAD_FAST_LOAD_CONST, first.position);
  if (second.opcode != Opcode::LOAD_FAST) return false;
  // `bound` knows about the first by now only if it was bound before this block or earlier in it.
  if (always_bound_[first.argument]) return join(Opcode::LOAD_FAST_LOAD_FAST, second.position);
  if (bound[second.argument]) return join(Opcode::LOAD_FAST_LOAD_FAST, first.position);
  return false;
}

void CodeBuilder::write() {
  std::vector<std::uint32_t> address(items_.size() + 1, 0);
  std::uint32_t count = 0;
  for (std::size_t i = 0; i < items_.size(); ++i) {
    address[i] = count;
    if (depth_[i] >= 0 && !items_[i].is_setup) ++count;
  }
  address[items_.size()] = count;
  code_->instructions.reserve(count);
  code_->positions.reserve(count);
  for (std::size_t i = 0; i < items_.size(); ++i) {
    const Item& item = items_[i];
    if (depth_[i] < 0 || item.is_setup) continue;
    Opcode opcode = item.opcode;
    std::uint32_t argument = item.argument;
    if (item.label >= 0) {
      const auto distance =
          static_cast<std::int64_t>(address[target_of(item)]) - static_cast<std::int64_t>(address[i]) - 1;
      if (opcode == Opcode::JUMP_FORWARD && distance < 0) opcode = Opcode::JUMP_BACKWARD;
      SLUICE_CHECK(distance >= 0 || !is_conditional(opcode));
      argument = static_cast<std::uint32_t>(distance) & kMaxArgument;
    }
    code_->instructions.push_back(make_instruction(opcode, argument));
    code_->positions.push_back(item.position);
  }
  write_exceptions(address);
}

void CodeBuilder::write_exceptions(const std::vector<std::uint32_t>& address) {
  HandlerId last = -1;
  for (std::size_t i = 0; i < items_.size(); ++i) {
    const Item& item = items_[i];
    if (depth_[i] < 0 || item.is_setup) continue;
    if (item.handler < 0) {
      last = -1;
      continue;
    }
    if (item.handler == last) {
      code_->exceptions.back().end = address[i] + 1;
      continue;
    }
    last = item.handler;
    const Handler& handler = handlers_[static_cast<std::size_t>(item.handler)];
    ExceptionEntry entry;
    entry.start = address[i];
    entry.end = address[i] + 1;
    entry.target = address[static_cast<std::size_t>(labels_[static_cast<std::size_t>(handler.target.id)])];
    entry.depth = static_cast<std::uint32_t>(handler.depth);
    code_->exceptions.push_back(entry);
  }
}

}  // namespace sluice
