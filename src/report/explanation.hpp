#pragma once
#include <iosfwd>
#include <string>
#include <vector>

#include "mizan/claim.hpp"
#include "mizan/decision.hpp"
#include "mizan/document.hpp"
#include "mizan/fact.hpp"
#include "report/formats.hpp"
#include "report/words.hpp"

namespace mizan {

/// Notes that people keep on a finding, and what they decided about its two claims. Borrowed.
using Decided = std::vector<const Decision*>;

/// Two claims, and what is to be told of them: a finding with all that led to it, or why they are none. Borrows everything.
struct Explanation {
  const Claim *a = nullptr, *b = nullptr;
  const Document *document_a = nullptr, *document_b = nullptr;
  const Fact* fact = nullptr;              ///< that both are of; nullptr: of none together
  const FactRelation* relation = nullptr;  ///< how the positions of `a` and `b` stand to each other; nullptr where they are one position, or no finding
  const PairVerdict* verdict = nullptr;    ///< of these two alone; nullptr where `relation` has it
  const Claim *other_a = nullptr, *other_b = nullptr;  ///< those that were weighed in their place, or preferred, or the link of a chain; else nullptr
  const Document *other_document_a = nullptr, *other_document_b = nullptr;
  Decided decided{};
};

/// A claim, and the reference fact that it is held against. Borrows everything.
struct ReferenceExplanation {
  const Claim* claim = nullptr;
  const Document* document = nullptr;
  const Fact* fact = nullptr;
  const FactRelation* relation = nullptr;  ///< of the claim's position to `reference`
  const Position* reference = nullptr;     ///< has a Reference and no claims
  Decided decided{};
};

/// What adds up to what, wherever it comes from.
struct Score {
  const std::vector<Feature>* features = nullptr;  ///< nullptr: the two were never weighed
  std::int32_t score = 0, bar = 0;
  double same = 0;
};
[[nodiscard]] Score score_of(const Explanation& explanation);

/// What decided, in sentences: how the values stand, what was looked for to excuse a difference, or what kept the two apart.
[[nodiscard]] std::vector<std::string> decision_in_words(const Explanation& explanation, const Words& words);
[[nodiscard]] std::vector<std::string> decision_in_words(const ReferenceExplanation& explanation, const Words& words);
/// What the articles do not say, or say only by implication, and what that costs. Never empty.
[[nodiscard]] std::vector<std::string> missing_in_words(const Explanation& explanation, const Words& words);

/// How people stand to a finding, in sentences: it is known, ignored, dismissed or accepted, says who, since when and why; their notes; what they decided about its
/// two claims. Empty where nobody said anything.
[[nodiscard]] std::vector<std::string> people_in_words(const Judgement& judgement, const Decided& decided, const Words& words);

/// For people. Quotes stand on lines of their own.
void write_explanation_text(const Explanation& explanation, const ReportOptions& options, std::ostream& out);
/// For programs: one object.
[[nodiscard]] std::string explanation_to_json(const Explanation& explanation, const ReportOptions& options);

void write_reference_text(const ReferenceExplanation& explanation, const ReportOptions& options, std::ostream& out);
[[nodiscard]] std::string reference_explanation_to_json(const ReferenceExplanation& explanation, const ReportOptions& options);

/// What one article gets wrong by itself: the quotes that it is about, and why.
void write_check_text(const CheckFinding& check, const Decided& decided, const Report& report, const ReportOptions& options, std::ostream& out);
[[nodiscard]] std::string check_to_json(const CheckFinding& check, const Decided& decided);

}  // namespace mizan
