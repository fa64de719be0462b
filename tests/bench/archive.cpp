#include "bench/archive.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <stdexcept>

#include "mizan/fact.hpp"
#include "support/random.hpp"

namespace mizan::bench {
namespace {

using test::Random;

constexpr std::size_t kClaimsOfArticle = 8;  // on average: between 4 and 12
constexpr std::uint32_t kClaimBytes = 60;    // of text that a claim stands for
constexpr std::int32_t kFirstDay = 16436, kDays = 1000;  // from 2015-01-01 on
constexpr std::uint64_t kArticles = 0x41727469636c65;  // where their random numbers begin
constexpr std::uint64_t kNames = 20000, kPlaces = 2000, kStates = 180;

/// What stories tell in figures. No role excludes the next one's being told by the same article.
constexpr std::array kRoles{"killed", "injured", "arrested", "attended", "voted-for", "signed", "displaced"};
constexpr std::array kEvents{"earthquake", "conference", "election", "summit", "attack", "flood"};

/// A few of the numbers below `bound` are drawn much more often than the others.
std::uint64_t skewed(Random& random, std::uint64_t bound) {
  const double part = static_cast<double>(random.below(1'000'000'000)) / 1e9;
  return static_cast<std::uint64_t>(static_cast<double>(bound) * part * part);
}

void sort_unique(std::vector<std::string>& list) {
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

std::string day_text(std::int32_t days) {
  const DatePoint day = civil_from_days(days);
  return to_edtf({day, day, false, false, false});
}

/// A name as anchors have it, in its letters and as the consonants that any script shares.
void add_name(std::vector<std::string>& anchors, std::uint64_t number) {
  std::string skeleton;
  for (auto rest = number + 12345; rest > 0; rest /= 19) skeleton += "bcdfghjklmnpqrstvwz"[rest % 19];
  anchors.push_back("n:" + skeleton + "a" + std::to_string(number));
  anchors.push_back("x:" + skeleton);
}

Slot known(std::string id) { return {std::move(id), SlotState::known, {}}; }

}  // namespace

struct Archive::Story {
  std::int32_t day = 0, lasts = 3;
  std::vector<std::string> words, anchors;
  std::string event;
  std::size_t first_role = 0;
  std::array<std::int64_t, 4> figures{};
  std::vector<std::string> left, right;  ///< around the first figure where articles take the sentence over
};

Archive::Archive(std::size_t claims, Crowds crowds)
    : documents_(std::max<std::size_t>(claims / kClaimsOfArticle, 1)), stories_(documents_ / 4 + 2), crowds_(crowds) {
  std::ifstream in(MIZAN_SOURCE_FACTS "/en/frequency.tsv");
  std::uint64_t sum = 0;
  for (std::string line; std::getline(in, line);) {
    const auto tab = line.find('\t');
    if (line.starts_with('#') || tab == std::string::npos) continue;
    stems_.push_back(line.substr(0, tab));
    until_.push_back(sum += std::strtoul(line.c_str() + tab, nullptr, 10));
  }
  if (stems_.empty()) throw std::runtime_error("no frequencies of words beside the packs");
}

Archive::Story Archive::story(std::size_t number) const {
  Random random(0x53746f7279 + number);
  Story story;
  story.day = kFirstDay + static_cast<std::int32_t>(random.below(kDays));
  if (number == 0) story.lasts = 60;
  for (int i = 0; i < 12; ++i) story.words.push_back(stems_[random.below(stems_.size())]);
  for (int i = 0; i < 3; ++i) add_name(story.anchors, skewed(random, kNames));
  story.anchors.push_back("p:Town" + std::to_string(skewed(random, kPlaces)));
  story.anchors.push_back("c:" + std::to_string(skewed(random, kStates)));
  story.event = random.pick(kEvents);
  story.first_role = random.below(kRoles.size());
  for (auto& figure : story.figures) figure = random.between(3, 20000);
  for (int i = 0; i < 3; ++i) {
    story.left.push_back(random.pick(stems_));
    story.right.push_back(random.pick(stems_));
  }
  return story;
}

Archive::Story Archive::story_of_article(Random& random) const { return story(random.chance(crowds_.story) ? 0 : 1 + skewed(random, stories_ - 1)); }

std::int32_t Archive::published(const Story& story, Random& random) {
  return story.day + static_cast<std::int32_t>(random.below(static_cast<std::uint64_t>(story.lasts)));
}

std::vector<std::size_t> Archive::by_date() const {
  std::vector<std::pair<std::int32_t, std::size_t>> order;
  order.reserve(documents_);
  for (std::size_t i = 0; i < documents_; ++i) {
    Random random(kArticles + i);
    const Story story = story_of_article(random);
    order.emplace_back(published(story, random), i);
  }
  std::sort(order.begin(), order.end());
  std::vector<std::size_t> numbers;
  numbers.reserve(documents_);
  for (const auto& [day, number] : order) numbers.push_back(number);
  return numbers;
}

Archive::Article Archive::article(std::size_t number) const {
  Random random(kArticles + number);
  const Story story = story_of_article(random);
  Article article;
  Document& document = article.document;
  document.id = "article-" + std::to_string(number);
  document.lang = "en";
  const auto published = Archive::published(story, random);
  document.published = day_text(published);
  const auto count = static_cast<std::uint32_t>(random.between(4, 12));
  document.text.assign(count * kClaimBytes, ' ');
  const auto hot = random.chance(crowds_.name) ? random.below(count) : count;  // the claim that names the man of whom all speak
  const auto common = [&] { return stems_[static_cast<std::size_t>(std::upper_bound(until_.begin(), until_.end(), random.below(until_.back())) - until_.begin())]; };
  for (std::uint32_t i = 0; i < count; ++i) {
    Claim claim;
    const bool is_told = i < story.figures.size() && random.chance(60);  // by other articles too
    auto figure = is_told ? story.figures[i] : random.between(3, 20000);
    if (is_told && random.chance(8)) figure += random.between(1, 9) * 10;
    const bool is_date = !is_told && random.chance(20);
    if (is_date) claim.value = *parse_edtf(day_text(published - static_cast<std::int32_t>(random.below(200))));
    else claim.value = Quantity{make_decimal(figure), make_decimal(figure), false, false, "person"};
    claim.kind = kind_of(claim.value);
    claim.document = document.id;
    claim.span = {ByteOffset{i * kClaimBytes + 20}, ByteOffset{i * kClaimBytes + 26}};
    claim.sentence = {ByteOffset{i * kClaimBytes}, ByteOffset{(i + 1) * kClaimBytes}};
    claim.id = document.id + ":" + std::string(name_of(claim.kind)) + ":" + std::to_string(i * kClaimBytes + 20);
    claim.rule = "en/count.rules:unit";
    claim.topic.event.head = known(is_told || random.chance(50) ? story.event : random.pick(kEvents));
    claim.topic.role = known(is_date ? "begin" : kRoles[(story.first_role + (is_told ? i : random.below(kRoles.size()))) % kRoles.size()]);
    claim.topic.as_of = {published, AsOf::From::dateline};
    for (int w = 0; w < 3; ++w) claim.context.push_back(random.pick(story.words));
    for (int w = 0; w < 6; ++w) claim.context.push_back(common());
    for (const auto& anchor : story.anchors)
      if (random.chance(is_told ? 60 : 20)) claim.anchors.push_back(anchor);
    if (!is_told) add_name(claim.anchors, skewed(random, kNames));
    if (i == hot) add_name(claim.anchors, kNames);
    if (random.chance(20)) claim.anchors.push_back("d:" + day_text(published - static_cast<std::int32_t>(random.below(3))));
    claim.anchors.push_back("#:" + std::to_string(figure));
    const bool is_reused = is_told && i == 0 && random.chance(50);
    for (int w = 0; w < 3; ++w) {
      claim.left.push_back(is_reused ? story.left[static_cast<std::size_t>(w)] : common());
      claim.right.push_back(is_reused ? story.right[static_cast<std::size_t>(w)] : common());
    }
    sort_unique(claim.context);
    sort_unique(claim.anchors);
    article.claims.push_back(std::move(claim));
  }
  return article;
}

}  // namespace mizan::bench
