#pragma once
#include <cstddef>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "knowledge/reference_pack.hpp"
#include "knowledge/world.hpp"
#include "mizan/document.hpp"
#include "mizan/fact.hpp"
#include "reading/reader.hpp"
#include "topic/fact_statement.hpp"

namespace mizan {

/// Reference packs, read, and which claims tell their facts.
///
/// A claim tells a fact where its own words do: around its value stand a name of the subject and every word with which the pack's sentence says what the value is,
/// and no other word that says anything. Neither a shared figure nor a shared story is enough; where other words stand between, nothing is said.
class References {
 public:
  /// The claims of a document, as articles are read.
  using Extract = std::function<std::vector<Claim>(const Document&)>;
  /// Reads every sentence of the packs as an article's. Errors name file and row: a language without pack, no value in the marks, a sentence that does not name its
  /// subject or says nothing of its value, two sentences of one fact with two values.
  [[nodiscard]] static Result<References> read(const std::vector<ReferencePack>& packs, const Reader& reader, const World& world, const Extract& extract);

  [[nodiscard]] const std::vector<ReferenceFact>& facts() const { return facts_; }
  /// Indexes into facts() of those that the claim of a document tells, whatever its value; sorted, unique.
  [[nodiscard]] std::vector<std::size_t> told_by(const Claim& claim, const Document& document, const Reader& reader) const;

 private:
  Status take_name(const ReferencePack& pack, const ReferenceRow& row, const Reader& reader);
  Status take_fact(const ReferencePack& pack, const ReferenceRow& row, const Reader& reader, const World& world, const Extract& extract);
  /// The index of a row's fact, whose value the claim brings: a new one, or that of rows before.
  Result<std::size_t> number_of(const ReferencePack& pack, const ReferenceRow& row, Claim claim, const World& world);
  [[nodiscard]] bool may_be_told(const Claim& claim, const FactStatement& statement) const;

  std::vector<ReferenceFact> facts_;
  std::vector<SubjectName> names_;
  std::vector<FactStatement> statements_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_word_;  ///< statements by the rarest of their words that stands around the value; the rest under ""
};

}  // namespace mizan
