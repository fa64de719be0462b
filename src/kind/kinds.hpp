#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/world.hpp"
#include "mizan/claim.hpp"
#include "mizan/fact.hpp"
#include "mizan/value.hpp"
#include "reading/reading.hpp"

namespace mizan {

/// What a text has said before the sentence at hand, for words that lean on it: "the same year". One for each text; reading fills it in order.
struct Discourse {
  std::optional<DateRange> date;  ///< the last date read, as it was resolved
  std::uint32_t token = 0;        ///< where it ends
  std::string counted;            ///< the one noun that the last sentence with counts counted; empty where it counted several
  std::string counted_people;     ///< the same, of people alone
  std::uint32_t counted_at = 0;   ///< the last token of that sentence
  std::optional<Quantity> measured;  ///< the most that the sentence before told of the one measure or currency in it
  std::map<std::string, bool, std::less<>> names_unit;  ///< does the text name this unit? Of those that were asked for
};

/// A country and how often the document names it: two for each time, one for a city of its.
struct NamedCountry {
  std::string id;
  std::size_t times = 0;
};

/// What a kind needs to build values out of one sentence.
struct SentenceContext {
  const Reading& reading;
  const Sentence& sentence;
  const Language& language;
  const World& world;
  std::optional<std::int32_t> dateline;  ///< days since 1970-01-01
  const std::vector<NamedCountry>& named;  ///< countries that the document names, most often first: they decide a bare dinar
  Discourse& discourse;
};

/// A value read, before anything says what it is about.
struct ReadValue {
  Value value;
  std::uint32_t first = 0, last = 0;  ///< tokens of the document
  FoldedOffset begin{}, end{};
  std::string rule, row;
  double reading = 1.0;
  bool needs_unit = false;      ///< an elliptical count: its noun stands before
  bool lacks_noun = false;      ///< only what is said of the counted stands behind the figure: 12 Vietnamese; four natural and …
  bool only_parallel = false;   ///< one that may take the measure of the figure before it, where it stands as that does, and no other noun
  std::optional<std::int32_t> anchor;  ///< the dateline, where the value was worked out from it: days since 1970-01-01
  Beside beside;
  bool may_lack_unit = false;   ///< the sentence gives a figure as such: "the number is between 20 and 30"
};

/// How two values of one kind stand to each other, with what made it so as a key of facts/<ui_lang>/messages.tsv.
struct ValueRelation {
  Relation relation = Relation::agree;  ///< agree, compatible or conflict; update takes topics, which compare/ knows
  bool comparable = true;
  std::string reason;  ///< why.<reason>
};

/// One kind of claim: how it is read, compared and shown.
struct ClaimKind {
  Kind kind;
  std::string_view name;
  std::vector<ReadValue> (*build)(const SentenceContext& context);
  ValueRelation (*relate)(const Value& a, const Value& b, const World& world);
  std::string (*show)(const Value& value);  ///< language-neutral, for tests, logs and reasons
};
/// All kinds, in the order of Kind.
[[nodiscard]] const std::vector<ClaimKind>& claim_kinds();
[[nodiscard]] const ClaimKind& claim_kind(Kind kind);
[[nodiscard]] std::string show(const Value& value);

}  // namespace mizan
