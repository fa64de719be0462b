#pragma once
#include <filesystem>
#include <string>
#include <string_view>

#include "knowledge/world.hpp"
#include "mizan/result.hpp"

namespace mizan {

/// The name of the block that holds the LanguageTables of a language.
[[nodiscard]] std::string tables_block(std::string_view tag);

/// Compiles facts/ to the bytes of an image: the same for the same files. Errors name file and row.
[[nodiscard]] Result<std::string> compile_packs(const std::filesystem::path& folder);

/// Packs, and what they were read from.
struct OpenedPacks {
  Knowledge knowledge;
  std::string origin;  ///< the image's path where one was mapped; else why none was
};

/// Opens the packs in `folder`. Where `image` is an image of these very files it is mapped, which takes a tenth of the time. An image that is missing, broken, of
/// another version or of other files is passed over, and the files are compiled in memory, to the very same bytes: nothing but time depends on it.
[[nodiscard]] Result<OpenedPacks> open_packs(const std::filesystem::path& folder, const std::filesystem::path& image = {});

}  // namespace mizan
