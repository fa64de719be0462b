#include "checker/impl.hpp"

#include <algorithm>
#include <map>
#include <string_view>

#include "compare/against.hpp"
#include "knowledge/reference_pack.hpp"

namespace mizan {

Status Checker::Impl::open_references(const std::filesystem::path& folder) {
  std::vector<ReferencePack> named;
  for (const auto& name : options.references) {
    auto pack = read_reference_pack(name, folder);
    if (!pack) return pack.error();
    named.push_back(std::move(*pack));
  }
  auto read = References::read(named, reader, knowledge().world, [this](const Document& document) {
    std::vector<Claim> claims;
    read_text(document, false, [&](Claim claim) { claims.push_back(std::move(claim)); });
    return claims;
  });
  if (!read) return read.error();
  references = std::move(*read);
  return ok();
}

std::map<std::size_t, std::vector<const Claim*>> Checker::Impl::told_references(const std::vector<Claim>& claims, const std::vector<Document>& documents) const {
  std::map<std::string_view, const Document*> by_id;
  for (const auto& document : documents) by_id.emplace(document.id, &document);
  std::map<std::size_t, std::vector<const Claim*>> told;
  for (const auto& claim : claims) {
    const auto document = by_id.find(claim.document);
    if (document == by_id.end()) continue;
    for (const auto index : references.told_by(claim, *document->second, reader))
      if (may_be_held_against(claim, references.facts()[index], knowledge().world)) told[index].push_back(&claim);
  }
  for (auto& [index, those] : told) std::sort(those.begin(), those.end(), [](const Claim* a, const Claim* b) { return a->id < b->id; });
  return told;
}

void Checker::Impl::hold_against_references(std::vector<Fact>& facts, const std::vector<Claim>& claims, const std::vector<Document>& documents) const {
  if (references.facts().empty()) return;
  const auto told = told_references(claims, documents);
  std::map<std::string_view, std::size_t> homes;  // of claims, in facts
  for (std::size_t i = 0; i < facts.size(); ++i)
    for (const auto& position : facts[i].positions)
      for (const auto& id : position.claims) homes.emplace(id, i);
  for (const auto& [index, those] : told) {
    const auto& reference = references.facts()[index];
    std::map<std::size_t, std::vector<const Claim*>> of_facts;
    std::vector<const Claim*> lone;
    for (const Claim* claim : those) {
      const auto home = homes.find(claim->id);
      (home == homes.end() ? lone : of_facts[home->second]).push_back(claim);
    }
    for (const auto& [fact, its] : of_facts) hold_against(facts[fact], reference, its, knowledge(), words());
    if (!lone.empty()) facts.push_back(fact_of(reference, lone, knowledge(), words()));
  }
}

}  // namespace mizan
