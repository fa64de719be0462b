#include "knowledge/pack_sources.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <cstdio>
#include <memory>

namespace mizan {
namespace {

namespace fs = std::filesystem;

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

/// Fills `content`, whose room is used again. A stream would take longer to set up than most of these files take to read.
bool read_file(const fs::path& path, std::string& content) {
  const std::unique_ptr<std::FILE, CloseFile> file(std::fopen(path.c_str(), "rb"));
  if (!file) return false;
  std::setvbuf(file.get(), nullptr, _IONBF, 0);
  std::error_code failed;
  const auto size = fs::file_size(path, failed);
  if (failed) return false;
  // One byte more than there should be: a file that grows while it is read is read again, by whoever wonders why its hash is another.
  content.resize(static_cast<std::size_t>(size) + 1);
  content.resize(std::fread(content.data(), 1, content.size(), file.get()));
  return std::ferror(file.get()) == 0;
}

/// Names of the folder's files that packs are made of, sorted.
std::vector<std::string> files_of(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code failed;
  for (fs::directory_iterator item(folder, failed), end; !failed && item != end; item.increment(failed)) {
    const auto extension = item->path().extension();
    if (extension == ".tsv" || extension == ".rules" || item->path().filename() == "pack.json") names.push_back(item->path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

struct Folders {
  std::vector<std::string> languages;
  std::uint64_t hash = 0;
};

/// Hands every file to `take`, by name, and hashes them all.
template <class Take>
Result<Folders> each_file(const fs::path& folder, Take take) {
  std::error_code failed;
  if (!fs::is_directory(folder / "world", failed)) return Error{folder.string(), "is no folder of packs: it has no world/", Error::Cause::usage};
  Folders folders;
  for (fs::directory_iterator item(folder, failed), end; !failed && item != end; item.increment(failed))
    if (std::error_code ignored; fs::exists(item->path() / "pack.json", ignored)) folders.languages.push_back(item->path().filename().string());
  if (failed) return Error{folder.string(), failed.message(), Error::Cause::usage};
  std::sort(folders.languages.begin(), folders.languages.end());
  if (folders.languages.empty()) return Error{folder.string(), "holds no language: no folder with a pack.json", Error::Cause::usage};
  auto places = folders.languages;
  places.insert(places.end(), {"model", "world"});
  XXH3_state_t state;
  XXH3_64bits_reset(&state);
  std::string content;
  for (const auto& place : places)
    for (const auto& file : files_of(folder / place)) {
      const auto name = place + "/" + file;
      if (!read_file(folder / place / file, content)) return Error{name, "cannot be read", Error::Cause::usage};
      XXH3_64bits_update(&state, name.c_str(), name.size() + 1);
      XXH3_64bits_update(&state, content.c_str(), content.size() + 1);
      take(name, content);
    }
  folders.hash = XXH3_64bits_digest(&state);
  return folders;
}

}  // namespace

Result<PackSources> PackSources::read(const fs::path& folder) {
  PackSources sources;
  auto folders = each_file(folder, [&](const std::string& name, std::string& content) { sources.files_.emplace_back(name, std::move(content)); });
  if (!folders) return folders.error();
  std::sort(sources.files_.begin(), sources.files_.end());
  sources.languages_ = std::move(folders->languages);
  sources.hash_ = folders->hash;
  return sources;
}

Result<std::uint64_t> PackSources::hash_of(const fs::path& folder) {
  const auto folders = each_file(folder, [](const std::string&, const std::string&) {});
  if (!folders) return folders.error();
  return folders->hash;
}

const std::string* PackSources::find(std::string_view name) const {
  const auto found = std::lower_bound(files_.begin(), files_.end(), name, [](const auto& file, std::string_view n) { return file.first < n; });
  return found != files_.end() && found->first == name ? &found->second : nullptr;
}

}  // namespace mizan
