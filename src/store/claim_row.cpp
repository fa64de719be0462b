#include "store/claim_row.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <array>
#include <memory>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "kind/claim_json.hpp"
#include "kind/claim_writer.hpp"

namespace mizan {
namespace {

using Json = nlohmann::json;

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

std::string claim_body(const Claim& claim) { return claim_to_json(claim, ClaimMembers::beside_columns); }

Claim claim_from_row(const ClaimColumns& columns, std::string_view body) try {
  Json json = Json::parse(body);
  json["id"] = columns.id;
  json["document"] = columns.document;
  json["kind"] = name_of(columns.kind);
  json["begin"] = static_cast<std::uint64_t>(columns.begin);
  json["end"] = static_cast<std::uint64_t>(columns.end);
  if (columns.in_title) json["in"] = "title";
  if (!columns.unit.empty()) json["unit"] = columns.unit;
  if (!columns.rule.empty()) json["rule"] = columns.rule;
  if (!columns.row.empty()) json["row"] = columns.row;
  auto claim = claim_from_json(json);
  if (!claim) throw UnreadableRow("claim " + std::string(columns.id) + ", " + show(claim.error()));
  return *std::move(claim);
} catch (const Json::exception& error) {
  throw UnreadableRow("claim " + std::string(columns.id) + ", " + error.what());
}

std::string features_text(const std::vector<Feature>& features) {
  Json list = Json::array();
  for (const Feature& feature : features) list.push_back({feature.name, feature.share});
  return list.dump();
}

std::vector<Feature> features_from(std::string_view text) try {
  std::vector<Feature> features;
  for (const Json& pair : Json::parse(text)) features.push_back({pair.at(0).get<std::string>(), pair.at(1).get<std::int32_t>()});
  return features;
} catch (const Json::exception& error) {
  throw UnreadableRow(std::string("features of an edge, ") + error.what());
}

}  // namespace mizan
