#include "trace/trace.h"

#include <cstring>
#include <utility>

namespace sluice {

namespace {

/// FNV-1a, 64 bits: small, the same everywhere, good enough to tell two traces apart.
class Digest {
 public:
  void add(std::uint64_t word) {
    for (int shift = 0; shift < 64; shift += 8) {
      hash_ = (hash_ ^ ((word >> shift) & 0xff)) * 0x0000'0100'0000'01b3;
    }
  }
  void add(double number) {
    std::uint64_t bits = 0;
    std::memcpy(&bits, &number, sizeof bits);
    add(bits);
  }
  void add(const std::string& text) {
    add(static_cast<std::uint64_t>(text.size()));
    for (const char c : text) hash_ = (hash_ ^ static_cast<unsigned char>(c)) * 0x0000'0100'0000'01b3;
  }
  [[nodiscard]] std::uint64_t value() const { return hash_; }

 private:
  std::uint64_t hash_ = 0xcbf2'9ce4'8422'2325;
};

/// Of a text's place in the table; the digest does not depend on it.
std::uint32_t hash_of(std::string_view text) {
  std::uint64_t hash = text.size();
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x0000'0100'0000'01b3;
  return static_cast<std::uint32_t>(hash ^ (hash >> 32));
}

constexpr std::size_t kFirstTextSlots = 256;

}  // namespace

Trace::Trace() {
  objects_.push_back(ObjectRecord{TraceObject::None, 0, 0, 0, 0});
  texts_.emplace_back();
  text_slots_.resize(kFirstTextSlots);
}

void Trace::add_chunk() {
  // Left as it is: every event is written before it is read.
  last_chunk_ = static_cast<TraceEvent*>(arena_.take(kChunkEvents * sizeof(TraceEvent)));
  chunks_.push_back(last_chunk_);
  in_chunk_ = 0;
}

ObjectId Trace::create_object(TraceObject kind, TextId name, std::uint32_t number, TextId about) {
  const auto id = static_cast<ObjectId>(objects_.size());
  const bool is_task = kind == TraceObject::Task;
  if (name == 0 && number == 0) name = name_after_variable();
  const EventIndex created = record(is_task ? TraceKind::TaskCreated : TraceKind::ObjectCreated,
                                    static_cast<std::uint8_t>(kind), id, is_task ? about : name);
  if (name == 0 && number == 0) {
    const auto index = static_cast<std::size_t>(kind);
    if (index >= numbers_of_kind_.size()) numbers_of_kind_.resize(index + 1);
    number = ++numbers_of_kind_[index];
  }
  objects_.push_back(ObjectRecord{kind, name, number, created, lines == nullptr ? 0 : lines->current_line()});
  return id;
}

TextId Trace::name_after_variable() {
  if (lines == nullptr) return 0;
  const std::string variable(lines->variable_name());
  if (variable.empty()) return 0;
  const std::uint32_t count = ++variables_[variable];
  return text(count == 1 ? variable : variable + " (" + std::to_string(count) + ')');
}

void Trace::rename(ObjectId object, std::string_view name) {
  const TextId id = text(name);
  last_names_[object] = id;
  record(TraceKind::ObjectNamed, object, id);
}

std::string Trace::object_name(ObjectId id) const {
  const auto renamed = last_names_.find(id);
  return renamed == last_names_.end() ? first_name(id) : texts_[renamed->second];
}

std::string Trace::first_name(ObjectId id) const {
  const ObjectRecord& record = objects_[id];
  if (record.kind == TraceObject::None || record.name != 0) return texts_[record.name];
  return std::string(enum_name(record.kind)) + '-' + std::to_string(record.number);
}

// A text is kept once, in `texts_`; the table holds ids only and is at most half full.
TextId Trace::text(std::string_view content) {
  if (content.empty()) return 0;
  const std::uint32_t hash = hash_of(content);
  const std::size_t mask = text_slots_.size() - 1;
  std::size_t slot = hash & mask;
  for (; text_slots_[slot].id != 0; slot = (slot + 1) & mask) {
    if (text_slots_[slot].hash == hash && texts_[text_slots_[slot].id] == content) return text_slots_[slot].id;
  }
  const auto id = static_cast<TextId>(texts_.size());
  texts_.emplace_back(content);
  text_slots_[slot] = {id, hash};
  if (texts_.size() * 2 > text_slots_.size()) grow_text_slots();
  return id;
}

void Trace::grow_text_slots() {
  std::vector<TextSlot> wider(text_slots_.size() * 2);
  const std::size_t mask = wider.size() - 1;
  for (const TextSlot& text : text_slots_) {
    if (text.id == 0) continue;
    std::size_t slot = text.hash & mask;
    while (wider[slot].id != 0) slot = (slot + 1) & mask;
    wider[slot] = text;
  }
  text_slots_ = std::move(wider);
}

std::uint32_t Trace::number(double value) {
  numbers_.push_back(value);
  return static_cast<std::uint32_t>(numbers_.size() - 1);
}

std::uint64_t Trace::digest() const {
  Digest digest;
  for (std::size_t i = 0; i < size_; ++i) {
    const TraceEvent& event = (*this)[i];
    digest.add(event.when);
    digest.add(static_cast<std::uint64_t>(event.kind) | static_cast<std::uint64_t>(event.detail) << 8 |
               static_cast<std::uint64_t>(event.thread) << 16 | static_cast<std::uint64_t>(event.task) << 32);
    digest.add(static_cast<std::uint64_t>(event.subject) | static_cast<std::uint64_t>(event.value) << 32);
  }
  for (const std::string& text : texts_) digest.add(text);
  for (const double number : numbers_) digest.add(number);
  for (const ObjectRecord& object : objects_) {
    digest.add(static_cast<std::uint64_t>(object.kind) | static_cast<std::uint64_t>(object.name) << 32);
    digest.add(static_cast<std::uint64_t>(object.number) | static_cast<std::uint64_t>(object.created) << 32);
    digest.add(static_cast<std::uint64_t>(object.line));
  }
  return digest.value();
}

}  // namespace sluice
