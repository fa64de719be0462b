#pragma once
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "mizan/result.hpp"

/// The scorer reads gold and reports as JSON and shares no code with what it scores: a mistake in the library's own reading
/// of values would otherwise agree with itself.
namespace mizan::eval {

struct GoldClaim {
  std::string id, document, kind, quote, unit;
  nlohmann::json value;              ///< with its `accept`, where it has one
  std::int64_t begin = 0, end = 0;  ///< bytes of the document's text
};

struct GoldRelation {
  std::string a, b, relation;
};

/// A small corpus with every claim and every pair of claims on one fact.
struct Case {
  std::string id;
  std::vector<nlohmann::json> documents;  ///< as in the file: a line of a corpus each
  std::vector<GoldClaim> claims;
  std::vector<GoldRelation> relations;
};

/// Reads one line of a gold file. Refuses a quote that its text does not hold, an unknown kind or relation, a claim or
/// document that is not there; `where` opens the message.
[[nodiscard]] Result<Case> parse_case(const std::string& line, const std::string& where);
/// The cases of one JSON Lines file; ids are prefixed with the file's stem.
[[nodiscard]] Result<std::vector<Case>> read_gold(const std::string& path);

/// All cases as one, ids prefixed by their case: a match across cases is a mistake too, as in a real archive.
[[nodiscard]] Case pool(const std::vector<Case>& cases);
/// The case without documents in other languages, and without what hangs on them.
[[nodiscard]] Case keep_languages(const Case& whole, const std::vector<std::string>& languages);

/// The documents as a corpus in JSON Lines.
[[nodiscard]] std::string corpus_of(const Case& gold);
/// The gold's claims as a claim stream, one line a document, for `check --claims`.
[[nodiscard]] std::string claim_stream_of(const Case& gold);

/// A claim as a report tells it.
struct ReportedClaim {
  std::string id, document, kind, quote, unit;
  nlohmann::json value;
  nlohmann::json slots;  ///< of its topic; a report has none, a claim stream has
  std::int64_t begin = 0, end = 0;
};

struct ReportedRelation {
  std::size_t first = 0, second = 0;  ///< indexes of positions
  std::string relation;
};

struct ReportedFact {
  std::vector<std::vector<std::string>> positions;  ///< claim ids
  std::vector<ReportedRelation> relations;
};

/// What of a report is scored. Claims in a title that is no part of the text are left out.
struct Answer {
  std::vector<ReportedClaim> claims;
  std::vector<ReportedFact> facts;
};
[[nodiscard]] Result<Answer> parse_answer(const std::string& report, const std::string& where);
/// The claims of one line of a claim stream; those of titles are left out.
[[nodiscard]] Result<std::vector<ReportedClaim>> parse_stream_line(const std::string& line, const std::string& where);

}  // namespace mizan::eval
