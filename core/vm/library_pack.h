// library_pack.h — LibraryPack, the texts of the library modules that few programs import.
//
// Without them the engine of a page is a tenth smaller. A run that imports one of these modules and has no text for it
// ends with VM::want_library(); since runs are deterministic, whoever asked for it gets the pack and runs the program
// again.
//
// The pack is a text: library_pack_head(), then for each module a line "NAME SIZE" and as many bytes of Python.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sluice {

class LibraryPack {
 public:
  /// Without any module.
  LibraryPack() = default;

  /// Nothing where the text is not the whole pack that was built with this engine.
  [[nodiscard]] static std::optional<LibraryPack> read(std::string text);

  /// The pack that is embedded in the build; without any module where that is a file.
  [[nodiscard]] static const LibraryPack& built_in();

  /// The text of a module, if it is here. It lives as long as the pack.
  [[nodiscard]] std::optional<std::string_view> find(std::string_view name) const;

 private:
  struct Entry {
    std::string name;
    std::size_t begin;  // in text_
    std::size_t size;
  };

  std::string text_;
  std::vector<Entry> entries_;
};

/// Whether the module is one of those that are in the pack of this build, there or not.
[[nodiscard]] bool is_packed_module(std::string_view name);

}  // namespace sluice
