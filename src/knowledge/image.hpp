#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mizan/result.hpp"

namespace mizan {

/// Compiled packs as one run of bytes: a head, then blocks of flat values (knowledge/flat.hpp), each with a name. What the build writes into packs.image and the
/// program maps is what `--facts` compiles in memory, byte by byte.
///
/// An image is refused, with what is wrong, where it is cut short, was written by another version of the program or a machine of other byte order, or its bytes are
/// not those that its checksum is over. Whether it is of the packs at hand, only `sources` says: packs.hpp compares.
class Image {
 public:
  /// Maps a file, shared with all who do: nothing of it is read but what is asked for.
  [[nodiscard]] static Result<Image> map(const std::filesystem::path& path);
  /// The same bytes, in memory.
  [[nodiscard]] static Result<Image> of(std::string bytes);

  /// Empty where there is no such block. Lives as long as any copy of the image.
  [[nodiscard]] std::string_view block(std::string_view name) const;
  /// Of all blocks, in their order.
  [[nodiscard]] std::vector<std::string_view> names() const;
  /// PackSources::hash of what it was compiled from.
  [[nodiscard]] std::uint64_t sources() const;
  [[nodiscard]] std::string_view bytes() const { return bytes_; }

 private:
  Image(std::shared_ptr<const void> owner, std::string_view bytes) : owner_(std::move(owner)), bytes_(bytes) {}
  std::shared_ptr<const void> owner_;
  std::string_view bytes_;
};

/// A block, and how it is called.
using NamedBlock = std::pair<std::string, std::string>;
/// The bytes of an image.
[[nodiscard]] std::string write_image(const std::vector<NamedBlock>& blocks, std::uint64_t sources);

}  // namespace mizan
