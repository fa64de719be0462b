#include "store/claim_row.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <array>
#include <memory>
#include <stdexcept>

#include "kind/claim_writer.hpp"

namespace mizan {
namespace {

struct FreeState {
  void operator()(XXH3_state_t* state) const { XXH3_freeState(state); }
};

void add_field(XXH3_state_t& state, std::string_view field) {
  std::array<unsigned char, 8> length{};  // little-endian by hand: a store may move between machines
  for (std::size_t i = 0; i < length.size(); ++i) length[i] = static_cast<unsigned char>(std::uint64_t{field.size()} >> (8 * i));
  XXH3_128bits_update(&state, length.data(), length.size());
  XXH3_128bits_update(&state, field.data(), field.size());
}

}  // namespace

std::string content_hash(const Document& document) {
  const std::unique_ptr<XXH3_state_t, FreeState> state(XXH3_createState());
  if (!state) throw std::bad_alloc();
  XXH3_128bits_reset(state.get());
  for (const auto* field : {&document.id, &document.source, &document.lang, &document.title, &document.published, &document.text}) {
    add_field(*state, *field);
  }
  add_field(*state, document.title_in_text ? "1" : "0");
  add_field(*state, std::to_string(document.body_begin));
  XXH128_canonical_t bytes;
  XXH128_canonicalFromHash(&bytes, XXH3_128bits_digest(state.get()));
  return {reinterpret_cast<const char*>(bytes.digest), sizeof bytes.digest};
}

std::int64_t key_hash(std::string_view key) { return static_cast<std::int64_t>(XXH3_64bits(key.data(), key.size())); }

std::int64_t blocking_key_hash(std::string_view key) {
  const bool is_word = key.starts_with("s:") || key.starts_with("n:");  // as compare/blocking.hpp writes them
  return is_word ? key_hash(key) & ~std::int64_t{1} : key_hash(key) | 1;
}

std::string keys_blob(const std::vector<std::int64_t>& keys) {
  std::string blob;
  blob.reserve(8 * keys.size());
  for (const auto key : keys)
    for (int i = 0; i < 8; ++i) blob += static_cast<char>(static_cast<std::uint64_t>(key) >> (8 * i) & 0xff);
  return blob;
}

std::vector<std::int64_t> keys_from(std::string_view blob) {
  if (blob.size() % 8 != 0) throw UnreadableRow("keys of a document");
  std::vector<std::int64_t> keys;
  keys.reserve(blob.size() / 8);
  for (std::size_t at = 0; at < blob.size(); at += 8) {
    std::uint64_t key = 0;
    for (std::size_t i = 8; i > 0; --i) key = key << 8 | static_cast<unsigned char>(blob[at + i - 1]);
    keys.push_back(static_cast<std::int64_t>(key));
  }
  return keys;
}

bool are_poor(const std::vector<std::int64_t>& keys) {
  constexpr std::ptrdiff_t few = 4;  // two are half of them
  return std::count_if(keys.begin(), keys.end(), is_of_any_language) <= few;
}

std::string claim_shown(const Claim& claim) { return claim_to_json(claim, ClaimMembers::beside_columns); }

std::string features_text(const std::vector<Feature>& features) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> json(buffer);
  json.StartArray();
  for (const Feature& feature : features) {
    json.StartArray();
    json.String(feature.name.data(), static_cast<rapidjson::SizeType>(feature.name.size()));
    json.Int(feature.share);
    json.EndArray();
  }
  json.EndArray();
  return {buffer.GetString(), buffer.GetSize()};
}

std::vector<Feature> features_from(std::string_view text) {
  const auto refuse = [] { throw UnreadableRow("features of an edge"); };
  rapidjson::Document json;
  if (json.Parse(text.data(), text.size()).HasParseError() || !json.IsArray()) refuse();
  std::vector<Feature> features;
  features.reserve(json.Size());
  for (const auto& pair : json.GetArray()) {
    if (!pair.IsArray() || pair.Size() != 2 || !pair[0].IsString() || !pair[1].IsInt()) refuse();
    features.push_back({{pair[0].GetString(), pair[0].GetStringLength()}, pair[1].GetInt()});
  }
  return features;
}

}  // namespace mizan
