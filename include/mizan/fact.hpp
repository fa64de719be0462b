#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mizan/claim.hpp"

namespace mizan {

enum class Relation : std::uint8_t { agree, compatible, conflict, update };
/// agree | compatible | conflict | update, as on disk.
[[nodiscard]] std::string_view name_of(Relation relation);
/// date | count | countries | place, as on disk.
[[nodiscard]] std::string_view name_of(Kind kind);

/// How a finding stands to what people decided before this run: nobody did; it is in the baseline that the run was given; somebody wants to see it no more;
/// an editor found it to be none; an editor found it right, and it stays one.
enum class Standing : std::uint8_t { fresh, known, ignored, dismissed, accepted };
/// fresh | known | ignored | dismissed | accepted.
[[nodiscard]] std::string_view name_of(Standing standing);

/// Only what is fresh or accepted counts for an exit status.
[[nodiscard]] constexpr bool counts(Standing standing) { return standing == Standing::fresh || standing == Standing::accepted; }

/// What people decided about a finding; src/judge/ fills it in.
struct Judgement {
  Standing standing = Standing::fresh;
  std::string reason;  ///< why, in the words of whoever decided; may be empty where it is known
  std::string by;      ///< where that is written: a baseline's file, mizan.toml:12, the name of an editor
  std::string on{};    ///< when an editor decided: YYYY-MM-DD
  friend bool operator==(const Judgement&, const Judgement&) = default;
};

/// One reason for or against that two claims speak of one fact; `share` in 1/1000 nat. Shares add up to the score.
struct Feature {
  std::string name;
  std::int32_t share = 0;
  friend bool operator==(const Feature&, const Feature&) = default;
};

/// The score of an edge that an editor drew, and with the sign turned of one that parts two claims. No likeness adds up to it.
inline constexpr std::int32_t decided_score = 1'000'000;

/// Two claims that speak of one fact. Depends on nothing but these claims, their documents and what editors decided about them. a < b.
struct Edge {
  std::string a, b;  ///< claim ids
  std::int32_t score = 0;
  std::vector<Feature> features;

  [[nodiscard]] bool joins() const { return score >= decided_score; }   ///< an editor said that they are one
  [[nodiscard]] bool parts() const { return score <= -decided_score; }  ///< an editor said that they are two
  friend bool operator==(const Edge&, const Edge&) = default;
};

/// Where a fact comes from that no article told.
struct Reference {
  std::string id;      ///< subject/fact, as its pack names them
  std::string source;  ///< where somebody has looked it up
  std::string as_of;   ///< when it held, as the pack writes it; empty where it holds for good
  friend bool operator==(const Reference&, const Reference&) = default;
};

/// A reference fact as articles are held against it.
struct ReferenceFact {
  Reference reference;
  Claim claim;                      ///< its value and topic, as Mizan reads them in the pack's first sentence; of no document
  std::optional<DayInterval> when;  ///< the days of Reference::as_of
};

/// What some of a fact's claims say alike.
struct Position {
  Value value;
  std::vector<std::string> claims;  ///< ids, sorted; empty where it is a reference's
  std::size_t witnesses = 0;        ///< independent sources among them
  std::optional<Reference> reference{};
};

/// How two positions of a fact stand to each other.
struct FactRelation {
  std::string id;  ///< stable: kind, and of the first article on each side its id, value, role and event; no offsets
  std::size_t first = 0, second = 0;  ///< indexes into Fact::positions
  Relation relation = Relation::agree;
  double confidence = 0, severity = 0;
  std::string why;     ///< reason in words, in the language of the user interface
  std::string excuse;  ///< attribution, or empty
  std::string slip;    ///< factor-of-ten | swapped-digits | one-digit | day-month, or empty
  std::vector<Feature> features;
  std::string reason;             ///< what decided, as `why.<reason>` of the messages tells it: count-differs, update-said, bounds …
  std::string claim_a, claim_b;   ///< the two claims whose likeness joins the positions: one of `first` and one of `second` where is_direct
  bool is_direct = false;         ///< else they are the weakest link of the chain between the two positions
  std::int32_t score = 0, bar = 0;  ///< of these two, the sum of `features`; and from which score on such claims are taken for one fact
  double same = 0, read = 0;      ///< chances that it is one fact, and that both values are read right: their product is the confidence
  Judgement judgement{};          ///< of a finding: a conflict or an update
};
[[nodiscard]] bool is_finding(const FactRelation& relation);

/// Why two claims are taken for one fact, or not: what an editor asks where no finding is.
struct PairVerdict {
  std::string barrier;              ///< what keeps them apart, as `barrier.<key>` of the messages tells it; empty: they are taken for one fact
  bool is_weighed = false;          ///< nothing forbids them, so they have a score; the members below hold
  std::vector<Feature> features;    ///< they add up to `score`
  std::int32_t score = 0, bar = 0;
  double same = 0;                  ///< chance that they are one fact
  std::string told_a, told_b;       ///< the claims that were weighed in their place: restatements in the same articles; empty: these two themselves
  std::string rival_a, rival_b;     ///< barrier `rival`: the pair of claims that was preferred
};

/// What two or more claims say about one attribute of one event or entity.
struct Fact {
  std::string id;   ///< f1, f2 … in report order
  std::string key;  ///< stable hash
  Kind kind = Kind::date;
  std::string label;
  Relation status = Relation::agree;  ///< conflict if any relation is one, else update if any is one, else agree
  std::vector<Position> positions;
  std::vector<FactRelation> relations;
};
/// How the fact's findings stand: fresh where one of them is or where it has none, else accepted, known or dismissed where one is, else ignored.
[[nodiscard]] Standing standing_of(const Fact& fact);

/// What one document gets wrong by itself.
struct CheckFinding {
  std::string id, check, document;
  std::vector<std::string> claims;
  double confidence = 0;
  std::string why;
  Judgement judgement{};
};

}  // namespace mizan
