#include <algorithm>
#include <iterator>
#include <optional>
#include <sstream>

#include "check/modules.hpp"
#include "text/fold.hpp"

namespace mizan {
namespace {

bool less(const Decimal& a, const Decimal& b) { return compare(a, b) == std::strong_ordering::less; }
bool is_role(const Claim& claim, std::string_view id) { return claim.topic.role && claim.topic.role.id == id; }

/// The exact counts of each sentence, by place.
std::vector<std::vector<const Claim*>> by_sentence(const std::vector<const Claim*>& claims) {
  std::vector<std::vector<const Claim*>> sentences;
  for (const Claim* claim : claims) {
    if (!exact_figure(*claim)) continue;
    if (sentences.empty() || sentences.back().front()->sentence != claim->sentence) sentences.emplace_back();
    sentences.back().push_back(claim);
  }
  return sentences;
}

/// Children are people, and deputies; tonnes are no dollars.
bool may_be_part(const std::string& part, const std::string& whole, const World& world) {
  if (part == "percent" || whole == "percent") return false;
  const auto kind = world.class_of(part);
  return part == whole || (kind == "person" && world.class_of(whole) == kind);
}

/// Nine people, among them twelve children: nothing else stands between the two. Whatever is read of the whole, it is the whole of this part.
bool is_between(const Slot& scope, const Claim& whole, const Claim& part) {
  constexpr std::size_t kMarks = 12;  // bytes of marks, spaces and a preposition around the words
  const auto end = index_of(whole.span.end), begin = index_of(part.span.begin);
  if (begin < end || begin - end > scope.words.size() + kMarks) return false;
  std::string before;
  for (const auto& word : part.left) {
    before.insert(0, before.empty() ? word : word + ' ');
    if (before == folded(scope.words)) return true;
  }
  return false;
}

/// "Nine people died, twelve of them children": the part is told right behind its whole.
void find_part_above_whole(const CheckContext& context, const std::vector<const Claim*>& counts, std::vector<Slip>& slips) {
  for (std::size_t i = 1; i < counts.size(); ++i) {
    const Claim &whole = *counts[i - 1], &part = *counts[i];
    const auto &scope = part.topic.scope, &around = whole.topic.scope;
    if (scope.state != SlotState::known || scope.id != "part") continue;
    // "Nine soldiers and 15 civilians, among them eleven women": the word behind the 15 is of the eleven.
    if (i + 1 < counts.size() && is_between(counts[i + 1]->topic.scope, part, *counts[i + 1])) continue;
    const bool is_next = is_between(scope, whole, part);
    if (!is_next && ((around && around.id != "all") || !whole.topic.role || whole.topic.role.id != part.topic.role.id)) continue;
    if (!may_be_part(unit_of(part), unit_of(whole), context.world)) continue;
    // Dozens of quakes over magnitude 4.5, including one of 6.4: what is measured and not counted is a part right behind its whole only.
    if (!is_next && context.world.class_of(unit_of(part)) == "measure") continue;
    if (!less(*exact_figure(whole), *exact_figure(part))) continue;
    slips.push_back({{&whole, &part}, 0.85, context.words.phrase("why.part", {part.quote, whole.quote})});
  }
}

/// How many words of the text stand between two claims of it.
std::size_t words_between(const Document& document, const Claim& a, const Claim& b) {
  const auto end = index_of(a.span.end), begin = index_of(b.span.begin);
  if (begin <= end || begin > document.text.size()) return 0;
  std::istringstream between(document.text.substr(end, begin - end));
  return static_cast<std::size_t>(std::distance(std::istream_iterator<std::string>(between), {}));
}

/// Shares that follow each other closely are of one whole: "52 percent voted in favour in the north and 61 percent voted against in the south" are of two.
bool are_of_one_whole(const Document& document, const std::vector<const Claim*>& shares) {
  constexpr std::size_t kMost = 5;
  for (std::size_t i = 1; i < shares.size(); ++i)
    if (words_between(document, *shares[i - 1], *shares[i]) > kMost) return false;
  return true;
}

/// Who voted for, against and not at all are parts of those who took part in the vote.
void find_votes_above_voters(const CheckContext& context, const std::vector<const Claim*>& counts, std::vector<Slip>& slips) {
  std::vector<const Claim*> claims;
  std::optional<Decimal> sum = make_decimal(0);
  for (const std::string_view role : {"voted-for", "voted-against", "abstained"}) {
    const auto has_role = [&](const Claim* claim) { return is_role(*claim, role) && !claim->topic.scope; };
    const auto found = std::find_if(counts.begin(), counts.end(), has_role);
    if (found == counts.end()) continue;
    if (std::count_if(counts.begin(), counts.end(), has_role) > 1) return;
    claims.push_back(*found);
    sum = sum ? add(*sum, *exact_figure(**found)) : sum;
  }
  if (claims.size() < 2 || !sum) return;
  const bool are_percent = std::all_of(claims.begin(), claims.end(), [](const Claim* claim) { return unit_of(*claim) == "percent"; });
  if (are_percent) {
    // Each share may have been rounded up.
    const Decimal whole = make_decimal(100 + static_cast<std::int64_t>(claims.size()));
    std::sort(claims.begin(), claims.end(), [](const Claim* a, const Claim* b) { return a->span < b->span; });
    if (less(whole, *sum) && are_of_one_whole(context.document, claims)) slips.push_back({claims, 0.9, context.words.phrase("why.percent", {show(*sum)})});
    return;
  }
  if (std::any_of(claims.begin(), claims.end(), [](const Claim* claim) { return unit_of(*claim) == "percent"; })) return;
  const auto total = std::find_if(counts.begin(), counts.end(), [](const Claim* claim) {
    return unit_of(*claim) != "percent" && !claim->topic.scope && (is_role(*claim, "votes-cast") || is_role(*claim, "attended") || is_role(*claim, "turnout"));
  });
  if (total == counts.end() || !less(*exact_figure(**total), *sum)) return;
  claims.insert(claims.begin(), *total);
  slips.push_back({claims, 0.9, context.words.phrase("why.votes", {show(*sum), (*total)->quote})});
}

}  // namespace

std::vector<Slip> check_parts(const CheckContext& context) {
  std::vector<Slip> slips;
  for (const auto& counts : by_sentence(context.body)) {
    find_part_above_whole(context, counts, slips);
    find_votes_above_voters(context, counts, slips);
  }
  return slips;
}

}  // namespace mizan
