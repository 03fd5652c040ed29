// code_builder.h — CodeBuilder, an assembler: instructions with labels and handlers in, a Code out.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "language/code.h"

namespace sluice {

/// A place in the code that can be jumped to; made before or after it is known.
struct Label {
  std::int32_t id = -1;
};

/// The exception handler that covers the instructions being emitted; -1 is none.
using HandlerId = std::int32_t;

/// Collects the instructions of one code object, then resolves jumps, drops what cannot be reached, measures the stack
/// and lays out the exception table.
class CodeBuilder {
 public:
  explicit CodeBuilder(std::shared_ptr<Code> code) : code_(std::move(code)) {}

  [[nodiscard]] Code& code() { return *code_; }

  void set_position(CodePosition position) { position_ = position; }
  [[nodiscard]] CodePosition position() const { return position_; }

  [[nodiscard]] Label new_label();
  void place(Label label);

  void emit(Opcode opcode, std::uint32_t argument = 0);
  /// `jump` (either way) and the conditional jumps, which must go forward.
  void jump(Label target) { emit_jump(Opcode::JUMP_FORWARD, target); }
  void emit_jump(Opcode opcode, Label target);
  void emit_constant(Constant value) { emit(Opcode::LOAD_CONST, constant(std::move(value))); }
  void emit_none() { emit_constant(Constant()); }

  /// From here on errors go to `target`, which finds the stack of this moment without its top `dropped` values, and the
  /// exception on top. Gives the handler that was in force, for `set_handler`.
  HandlerId protect(Label target, std::uint32_t dropped = 0);
  [[nodiscard]] HandlerId handler() const { return handler_; }
  void set_handler(HandlerId handler) { handler_ = handler; }

  std::uint32_t constant(Constant value);
  std::uint32_t name(std::string_view text);
  std::uint32_t site(std::string_view text);

  /// The finished code. The builder is empty after it.
  [[nodiscard]] std::shared_ptr<Code> finish();
  [[nodiscard]] std::size_t size() const { return items_.size(); }

 private:
  struct Item {
    Opcode opcode = Opcode::NOP;
    bool is_setup = false;  // no instruction: the moment when handler `argument` was set up
    std::uint32_t argument = 0;
    std::int32_t label = -1;  // of a jump
    HandlerId handler = -1;
    CodePosition position;
  };
  struct Handler {
    Label target;
    std::uint32_t dropped = 0;
    std::int32_t depth = 0;
  };

  [[nodiscard]] std::size_t target_of(const Item& item) const;
  void measure();
  void thread_jumps();
  void drop_useless_jumps();
  void mark_targets();
  void fuse();
  bool fuse_pair(Item& first, Item& second, std::vector<bool>& bound);
  void mark_bound(const Item& item, std::vector<bool>& bound) const;
  void write();
  void write_exceptions(const std::vector<std::uint32_t>& address);

  std::shared_ptr<Code> code_;
  CodePosition position_;
  HandlerId handler_ = -1;
  std::vector<Item> items_;
  std::vector<std::int32_t> labels_;  // by id: index into items_, -1 while not placed
  std::vector<Handler> handlers_;
  std::vector<std::int32_t> depth_;  // by item: values on the stack before it; -1 if it cannot be reached
  std::vector<bool> is_target_;      // by item: a jump or a handler leads here
  std::vector<bool> always_bound_;   // by slot: a parameter that is never deleted
  std::unordered_map<std::string, std::uint32_t> constants_;
  std::unordered_map<std::string, std::uint32_t> names_;
};

}  // namespace sluice
