#include "reading/packs.hpp"

#include <optional>
#include <thread>
#include <vector>

#include "knowledge/pack_sources.hpp"
#include "reading/language_tables.hpp"

namespace mizan {
namespace {

Result<Knowledge> open_blocks(const std::vector<NamedBlock>& blocks, std::uint64_t sources) {
  auto image = Image::of(write_image(blocks, sources));
  if (!image) return image.error();
  return Knowledge::open(std::move(*image));
}

Result<Knowledge> open_image(const std::filesystem::path& path, std::uint64_t sources) {
  if (path.empty()) return Error{"", "no image is named", Error::Cause::usage};
  auto image = Image::map(path);
  if (!image) return image.error();
  if (image->sources() != sources) return Error{path.string(), "is of other packs", Error::Cause::usage};
  return Knowledge::open(std::move(*image));
}

}  // namespace

std::string tables_block(std::string_view tag) { return "reading/" + std::string(tag); }

Result<std::string> compile_packs(const std::filesystem::path& folder) {
  const auto sources = PackSources::read(folder);
  if (!sources) return sources.error();
  auto blocks = compile_knowledge(*sources);
  if (!blocks) return blocks.error();
  const auto knowledge = open_blocks(*blocks, sources->hash());
  if (!knowledge) return knowledge.error();
  if (auto status = knowledge->check_references(); !status) return status.error();
  // Each language on a thread of its own.
  std::vector<std::optional<Result<std::string>>> tables(knowledge->languages.size());
  {
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < tables.size(); ++i)
      threads.emplace_back([&, i] { tables[i].emplace(compile_tables(*knowledge->languages[i], knowledge->world, knowledge->background)); });
  }
  for (std::size_t i = 0; i < tables.size(); ++i) {
    if (!*tables[i]) return tables[i]->error();
    blocks->emplace_back(tables_block(knowledge->languages[i]->tag), *std::move(*tables[i]));
  }
  return write_image(*blocks, sources->hash());
}

Result<OpenedPacks> open_packs(const std::filesystem::path& folder, const std::filesystem::path& image) {
  const auto sources = PackSources::hash_of(folder);
  if (!sources) return sources.error();
  auto mapped = open_image(image, *sources);
  if (mapped) return OpenedPacks{std::move(*mapped), image.string()};
  auto bytes = compile_packs(folder);
  if (!bytes) return bytes.error();
  auto compiled = Image::of(std::move(*bytes));
  if (!compiled) return compiled.error();
  auto knowledge = Knowledge::open(std::move(*compiled));
  if (!knowledge) return knowledge.error();
  return OpenedPacks{std::move(*knowledge), "compiled in memory: " + show(mapped.error())};
}

}  // namespace mizan
