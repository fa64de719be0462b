#include "knowledge/image.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <array>
#include <cstddef>
#include <cstring>
#include <numeric>
#include <stdexcept>
#include <optional>

#include "knowledge/packs_code.hpp"

namespace mizan {
namespace {

constexpr std::array<char, 8> kMagic{'M', 'I', 'Z', 'A', 'N', 'P', 'K', '\n'};
constexpr std::uint32_t kByteOrder = 0x01020304;
/// Of the head and the table of blocks alone: what the blocks hold changes with the code that writes them, which `code` tells.
constexpr std::uint32_t kVersion = 1;
/// Whatever a block holds lies as it must where the block does.
constexpr std::size_t kAlignment = 64;

struct Head {
  std::array<char, 8> magic = kMagic;
  std::uint32_t byte_order = kByteOrder, version = kVersion;
  std::uint64_t size = 0;           ///< of the whole image, in bytes
  std::uint64_t checksum = 0;       ///< XXH3 over all bytes behind the head, with the other fields of the head as its seed
  std::uint64_t code = kPacksCode;  ///< the code that compiled it: of other code the same packs may be read otherwise
  std::uint64_t sources = 0;
  std::uint64_t block_count = 0;
};

struct BlockPlace {
  std::array<char, 48> name{};  ///< zeros behind it, one at least
  std::uint64_t begin = 0, size = 0;
};

Head head_of(std::string_view bytes) {
  Head head;
  std::memcpy(&head, bytes.data(), sizeof head);
  return head;
}

BlockPlace place_of(std::string_view bytes, std::uint64_t i) {
  BlockPlace place;
  std::memcpy(&place, bytes.data() + sizeof(Head) + i * sizeof place, sizeof place);
  return place;
}

std::uint64_t checksum_of(Head head, std::string_view bytes) {
  head.checksum = 0;
  const auto seed = XXH3_64bits(&head, sizeof head);
  return XXH3_64bits_withSeed(bytes.data() + sizeof head, bytes.size() - sizeof head, seed);
}

/// What is wrong with an image; nothing where it may be used.
std::optional<std::string> flaw_of(std::string_view bytes) {
  if (bytes.size() < sizeof(Head)) return "is cut short";
  const Head head = head_of(bytes);
  if (head.magic != kMagic) return "is no image of packs";
  if (head.byte_order != kByteOrder) return "was written on a machine of other byte order";
  if (head.version != kVersion || head.code != kPacksCode) return "was written by another version of the program";
  if (head.size != bytes.size()) return head.size > bytes.size() ? "is cut short" : "goes on behind its end";
  if (reinterpret_cast<std::uintptr_t>(bytes.data()) % alignof(std::max_align_t) != 0) return "lies askew";
  if (checksum_of(head, bytes) != head.checksum) return "is damaged: its checksum is another";
  if (head.block_count > (bytes.size() - sizeof head) / sizeof(BlockPlace)) return "has more blocks than room";
  for (std::uint64_t i = 0; i < head.block_count; ++i) {
    const auto place = place_of(bytes, i);
    if (place.begin % kAlignment != 0 || place.begin > bytes.size() || place.size > bytes.size() - place.begin || place.name.back() != '\0')
      return "has a block outside itself";
  }
  return std::nullopt;
}

struct CloseDescriptor {
  int descriptor;
  ~CloseDescriptor() { ::close(descriptor); }
};

}  // namespace

Result<Image> Image::map(const std::filesystem::path& path) {
  const auto error = [&](std::string what) { return Error{path.string(), std::move(what), Error::Cause::usage}; };
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return error("there is no such image");
  const CloseDescriptor closed{descriptor};
  struct stat status {};
  if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) return error("is no file");
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size < sizeof(Head)) return error("is cut short");
  void* mapped = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, descriptor, 0);
  if (mapped == MAP_FAILED) return error("cannot be mapped");
  std::shared_ptr<const void> owner(mapped, [size](void* address) { ::munmap(address, size); });
  const std::string_view bytes(static_cast<const char*>(mapped), size);
  if (auto flaw = flaw_of(bytes)) return error(*flaw);
  return Image(std::move(owner), bytes);
}

Result<Image> Image::of(std::string bytes) {
  auto owner = std::make_shared<const std::string>(std::move(bytes));
  const std::string_view view = *owner;
  if (auto flaw = flaw_of(view)) return Error{"image", *flaw, Error::Cause::usage};
  return Image(std::move(owner), view);
}

std::uint64_t Image::sources() const { return head_of(bytes_).sources; }

std::vector<std::string_view> Image::names() const {
  std::vector<std::string_view> names;
  const auto count = head_of(bytes_).block_count;
  for (std::uint64_t i = 0; i < count; ++i) names.emplace_back(bytes_.data() + sizeof(Head) + i * sizeof(BlockPlace) + offsetof(BlockPlace, name));
  return names;
}

std::string_view Image::block(std::string_view name) const {
  const auto count = head_of(bytes_).block_count;
  for (std::uint64_t i = 0; i < count; ++i) {
    const auto place = place_of(bytes_, i);
    if (place.name.data() == name) return bytes_.substr(place.begin, place.size);
  }
  return {};
}

std::string write_image(const std::vector<NamedBlock>& blocks, std::uint64_t sources) {
  const auto aligned = [](std::size_t size) { return (size + kAlignment - 1) / kAlignment * kAlignment; };
  const std::size_t size = aligned(sizeof(Head) + blocks.size() * sizeof(BlockPlace));
  std::string image;
  image.reserve(std::accumulate(blocks.begin(), blocks.end(), size, [&](std::size_t sum, const NamedBlock& block) { return sum + aligned(block.second.size()); }));
  image.resize(size);
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const auto& [name, bytes] = blocks[i];
    BlockPlace place;
    if (name.size() >= place.name.size()) throw std::length_error("too long a name of a block: " + name);
    std::memcpy(place.name.data(), name.data(), name.size());
    place.begin = image.size();
    place.size = bytes.size();
    std::memcpy(image.data() + sizeof(Head) + i * sizeof place, &place, sizeof place);
    image += bytes;
    image.resize(aligned(image.size()));
  }
  Head head;
  head.size = image.size();
  head.sources = sources;
  head.block_count = blocks.size();
  head.checksum = checksum_of(head, image);
  std::memcpy(image.data(), &head, sizeof head);
  return image;
}

}  // namespace mizan
