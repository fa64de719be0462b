#include "checker/impl.hpp"

#include <compact_lang_det.h>
#include <algorithm>
#include <map>
#include <optional>

#include "compare/blocking.hpp"
#include "kind/kinds.hpp"
#include "reading/language_reader.hpp"
#include "text/direction.hpp"
#include "topic/given_claims.hpp"
#include "topic/opening.hpp"
#include "topic/topic.hpp"

namespace mizan {
namespace {

/// The language that CLD2 is sure of; empty where it is not.
std::string recognise(const std::string& text) {
  bool is_reliable = false;
  const auto language = CLD2::DetectLanguage(text.data(), static_cast<int>(std::min<std::size_t>(text.size(), 1u << 16)), true, &is_reliable);
  return is_reliable && language != CLD2::UNKNOWN_LANGUAGE ? CLD2::LanguageCode(language) : std::string();
}

/// The state that a place of this English name is, or is in; empty where no list knows it.
std::string country_of(std::string_view name, const World& world) {
  if (const auto place = world.places.find(name); place != world.places.end()) return std::string(place->second.country.view());
  const auto state = std::find_if(world.countries.begin(), world.countries.end(), [&](const auto& country) { return country.second.at("en") == name; });
  return state == world.countries.end() ? std::string() : std::string(state->first.view());
}

/// The countries that the document names, most often first: whose dinar a bare dinar is. A city that is no common word speaks for its country half as loud.
std::vector<NamedCountry> named_countries(const Reading& reading, const World& world) {
  std::map<std::string_view, std::size_t> times;
  for (const auto& sentence : reading.sentences) {
    std::uint32_t named_until = 0;  // a capital that stands for its state is not counted as a city once more
    for (const auto& atom : sentence.atoms) {
      if (atom.list == List::countries && atom.entry->id != "-") {
        times[atom.entry->id] += 2;
        named_until = std::max(named_until, atom.last);
      } else if (atom.list == List::places && atom.entry->flags == 0 && atom.first >= named_until) {
        const Token& token = reading.tokens[atom.first];
        const auto place = world.places.find(atom.entry->id);
        if (place != world.places.end() && (token.script != Script::latin || token.capital)) ++times[place->second.country];
      }
    }
  }
  std::vector<NamedCountry> named;
  for (const auto& [id, count] : times) named.push_back({std::string(id), count});
  std::stable_sort(named.begin(), named.end(), [](const NamedCountry& a, const NamedCountry& b) { return a.times > b.times; });
  return named;
}

/// All values of a sentence, in order of place. `known` holds kind and place of those before, sorted: no claim stands twice.
std::vector<ReadValue> read_values(const SentenceContext& context, std::vector<std::uint64_t>& known) {
  std::vector<ReadValue> values;
  for (const auto& kind : claim_kinds())
    for (auto& value : kind.build(context)) {
      const std::uint64_t begin = index_of(context.reading.folded.source_span(value.begin, value.end).begin);
      const std::uint64_t key = begin << 8 | static_cast<std::uint8_t>(kind.kind);
      const auto place = std::lower_bound(known.begin(), known.end(), key);
      if (place != known.end() && *place == key) continue;
      known.insert(place, key);
      values.push_back(std::move(value));
    }
  const auto by_place = [](const ReadValue& a, const ReadValue& b) { return a.first < b.first; };
  if (!std::is_sorted(values.begin(), values.end(), by_place)) std::stable_sort(values.begin(), values.end(), by_place);
  return values;
}

/// What topics are read from. Of places most say nothing about an event, and come to no claim.
void fill_draft(const Reading& reading, ReadValue value, bool in_title, DraftClaim& draft) {
  draft.first = value.first;
  draft.last = value.last;
  Claim& claim = draft.claim;
  claim.kind = kind_of(value.value);
  claim.span = reading.folded.source_span(value.begin, value.end);
  claim.in_title = in_title;
  claim.value = std::move(value.value);
  claim.rule = std::move(value.rule);
  claim.row = std::move(value.row);
  claim.reading = value.reading;
  claim.anchor = value.anchor;
  claim.beside = value.beside;
}

/// What a claim is known by.
void name_claim(const Document& document, const Reading& reading, const Sentence& sentence, Claim& claim) {
  std::string_view quote = slice(claim.in_title ? document.title : document.text, claim.span);
  while (!quote.empty() && (quote.back() == ' ' || quote.back() == '\n' || quote.back() == '\r')) quote.remove_suffix(1);
  claim.span.end = ByteOffset{index_of(claim.span.begin) + static_cast<std::uint32_t>(quote.size())};
  claim.quote = quote;
  claim.document = document.id;
  claim.id.reserve(document.id.size() + 32);
  claim.id.append(document.id).append(claim.in_title ? ":title-" : ":").append(name_of(claim.kind)).append(":").append(std::to_string(index_of(claim.span.begin)));
  claim.sentence = reading.folded.source_span(reading.tokens[sentence.first].begin, reading.tokens[sentence.last - 1].end);
}

}  // namespace

std::string Checker::Impl::read_text(const Document& document, bool in_title, const std::function<void(Claim&&)>& take, const std::string& titled) const {
  const std::string& text = in_title ? document.title : document.text;
  const Reading reading = reader.read(text, document.lang, in_title ? 0 : document.body_begin);
  std::optional<std::int32_t> dateline;
  if (const auto published = parse_edtf(document.published))
    if (const auto days = interval(*published)) dateline = days->first;
  std::string opening = opening_company(reading);
  if (opening.empty()) opening = titled;
  const auto named = named_countries(reading, knowledge().world);
  std::optional<TopicReader> topics;  // of a text that claims something
  std::vector<std::uint64_t> known;
  Discourse discourse;
  // Values of some sentences, then their topics, then the claims: a processor keeps the code of one of these steps at hand, but not of all three.
  constexpr std::size_t most_held = 64;
  std::vector<std::vector<DraftClaim>> held;  // by sentence
  std::size_t held_count = 0;
  held.reserve(most_held);
  const auto finish = [&] {
    if (held.empty()) return;
    if (!topics) topics.emplace(document, reading, knowledge().world, opening);
    for (auto& drafts : held) topics->read(drafts);
    for (auto& drafts : held)
      for (auto& draft : drafts) draft.claim.keys = blocking_keys(draft.claim, draft.context_idf);
    for (auto& drafts : held)
      for (auto& draft : drafts) {
        name_claim(document, reading, reading.sentences[draft.sentence], draft.claim);
        take(std::move(draft.claim));
      }
    held.clear();
    held_count = 0;
  };
  for (std::size_t s = 0; s < reading.sentences.size(); ++s) {
    const Sentence& sentence = reading.sentences[s];
    if (!sentence.language) continue;
    auto values = read_values({reading, sentence, sentence.language->language(), knowledge().world, dateline, named, discourse}, known);
    if (values.empty()) continue;
    auto& drafts = held.emplace_back(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
      drafts[i].sentence = s;
      fill_draft(reading, std::move(values[i]), in_title, drafts[i]);
    }
    if ((held_count += drafts.size()) >= most_held) finish();
  }
  finish();
  return opening;
}

Document Checker::prepare(Document document) const {
  if (document.lang.empty()) document.lang = impl_->options.lang;
  if (document.lang.empty()) document.lang = recognise(document.text);
  document.lang = with_lower_language(std::move(document.lang));
  if (document.published.empty()) document.published = impl_->options.published;
  const auto date = parse_edtf(document.published);
  if (!date || document.published.size() != 10 || !interval(*date)) document.published.clear();
  return document;
}

void Checker::extract(const Document& document, const std::function<void(Claim&&)>& take) const {
  std::string titled;
  if (!document.title.empty() && !document.title_in_text) titled = impl_->read_text(document, true, take);
  impl_->read_text(document, false, take, titled);
}

std::vector<Claim> Checker::extract(const Document& document) const {
  std::vector<Claim> claims;
  extract(document, [&](Claim&& claim) { claims.push_back(std::move(claim)); });
  return claims;
}

std::vector<Claim> Checker::complete(const Document& document, std::vector<Claim> claims) const {
  std::vector<Claim> complete;
  for (const bool in_title : {true, false}) {
    std::vector<Claim> part;
    std::copy_if(claims.begin(), claims.end(), std::back_inserter(part), [&](const Claim& claim) { return claim.in_title == in_title; });
    std::stable_sort(part.begin(), part.end(), [](const Claim& a, const Claim& b) { return a.span < b.span; });
    const std::string& text = in_title ? document.title : document.text;
    std::erase_if(part, [&](const Claim& claim) { return index_of(claim.span.end) > text.size(); });
    if (part.empty()) continue;
    Reading reading = impl_->reader.read(text, document.lang, in_title ? 0 : document.body_begin);
    give_topics(document, reading, impl_->knowledge().world, part);
    for (auto& claim : part) {
      if (claim.quote.empty()) claim.quote = slice(text, claim.span);
      if (auto* place = std::get_if<Place>(&claim.value); place && place->country.empty()) place->country = country_of(place->name, impl_->knowledge().world);
      if (claim.keys.empty()) claim.keys = blocking_keys(claim, impl_->knowledge().background);
      complete.push_back(std::move(claim));
    }
  }
  return complete;
}

}  // namespace mizan
