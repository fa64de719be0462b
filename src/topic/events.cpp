#include "topic/events.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "topic/words.hpp"

namespace mizan {
namespace {

/// Words on either side of a head that may say which one it is.
constexpr std::uint32_t kNamedWithin = 5;
/// What is known of one event: a text that says a new thing of it in each sentence must not make each claim longer than the last.
constexpr std::size_t kMostModifiers = 64;
/// How many events of one kind a definite mention may still mean.
constexpr std::size_t kRemembered = 32;

/// The next summit is another one than this.
bool is_selector(const Entry& entry) {
  const auto type = static_cast<RelativeType>(entry.type);
  return entry.list == List::relative && (type == RelativeType::modifier_before || type == RelativeType::modifier_after);
}

/// Modifiers stand behind the head where the noun comes first (ar), before it and behind "of" and "on" elsewhere (en): both sides are read, up to a mark or verb.
void read_modifiers(const Reading& reading, const Sentence& sentence, const StemCache& stems, EventMention& mention) {
  const auto take = [&](std::uint32_t i) {
    const Token& token = reading.tokens[i];
    if (token.kind == TokenKind::mark) return false;
    if (token.kind == TokenKind::number) return true;
    for (const auto& atom : atoms_at(sentence, i)) {
      if (atom.list == List::countries && atom.entry->id != "-") mention.modifiers.push_back("c:" + atom.entry->id);
      if (atom.list == List::numerals && atom.entry->type == static_cast<std::uint8_t>(NumeralType::ordinal) && mention.ordinal.empty())
        mention.ordinal = show(atom.entry->value);
      if (is_selector(*atom.entry) && atom.entry->amount != 0) mention.ordinal = atom.entry->amount > 0 ? "next" : "previous";
      if (atom.list == List::stopwords && atom.entry->type == static_cast<std::uint8_t>(WordClass::verb)) return false;
      if (atom.is_word("clause")) return false;
    }
    if (stems.is_content(i)) mention.modifiers.push_back(stems.stem(i));
    return true;
  };
  mention.modifiers.reserve(kNamedWithin);
  for (std::uint32_t i = mention.last; i < sentence.last && i < mention.last + kNamedWithin; ++i)
    if (!take(i)) break;
  const std::uint32_t before = sentence.language && language_of(*sentence.language).noun_follows_directly ? 0 : 3;
  for (std::uint32_t i = mention.first; i > sentence.first && mention.first - i < before; --i)
    if (!take(i - 1)) break;
  auto& modifiers = mention.modifiers;
  std::sort(modifiers.begin(), modifiers.end());
  modifiers.erase(std::unique(modifiers.begin(), modifiers.end()), modifiers.end());
  for (const auto& date : sentence.mentions) {
    const bool near = date.first >= mention.last ? date.first - mention.last <= 3 : mention.first >= date.last && mention.first - date.last <= 1;
    const Atom* year = near ? date.get("year") : nullptr;
    if (!year || date.get("month") || year->number < 0) continue;
    std::int64_t value = sentence.numbers[static_cast<std::size_t>(year->number)].value.mantissa;
    for (std::int32_t e = 0; e < sentence.numbers[static_cast<std::size_t>(year->number)].value.exponent; ++e) value *= 10;
    mention.year = static_cast<int>(value);
  }
}

/// Of two sorted lists.
std::size_t shared_count(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::size_t count = 0;
  for (auto one = a.begin(), other = b.begin(); one != a.end() && other != b.end();) {
    const auto order = one->compare(*other);
    count += order == 0;
    if (order <= 0) ++one;
    if (order >= 0) ++other;
  }
  return count;
}

bool differs(int a, int b) { return a != 0 && b != 0 && a != b; }
bool differs(const std::string& a, const std::string& b) { return !a.empty() && !b.empty() && a != b; }

}  // namespace

std::size_t EventTable::keyed(const std::string& head, const std::string& key, const EventEntity& like, const std::function<void(EventEntity&)>& change) {
  const auto [place, is_new] = by_key_.try_emplace({head, key}, entities.size());
  if (!is_new) return place->second;
  EventEntity made = like;
  made.head = head;
  made.mentions = 0;
  made.happened = false;
  change(made);
  entities.push_back(std::move(made));
  return place->second;
}

std::size_t EventTable::instance_of(std::size_t entity, int year) {
  return keyed(std::string(entities[entity].head), std::to_string(year), entities[entity], [&](EventEntity& made) {
    made.year = year;
    made.ordinal.clear();
  });
}

std::size_t EventTable::next_of(std::size_t entity) {
  // Which one of the row it is no word says: the day alone does, and that may be what two articles differ in.
  return keyed(std::string(entities[entity].head), "next", entities[entity], [](EventEntity& made) {
    made.ordinal.clear();
    made.year = 0;
  });
}

std::size_t EventTable::told_by_verb(const std::string& head, const World& world) {
  return keyed(head, "", {}, [&](EventEntity& made) {
    if (const auto info = world.events.find(head); info != world.events.end()) made.info = &info->second;
  });
}

EventTable find_events(const Reading& reading, const World& world, int this_year) {
  EventTable table;
  std::map<std::string, std::vector<std::size_t>> by_head;
  for (std::size_t s = 0; s < reading.sentences.size(); ++s) {
    const Sentence& sentence = reading.sentences[s];
    if (!sentence.language) continue;
    const StemCache stems(reading, sentence);
    std::uint32_t covered = sentence.first;
    for (const auto& trigger : sentence.triggers) {
      if (trigger.list != List::events || trigger.first < covered) continue;
      covered = trigger.last;
      EventMention mention;
      mention.sentence = s;
      mention.first = trigger.first;
      mention.last = trigger.last;
      mention.head = trigger.entry->id;
      read_modifiers(reading, sentence, stems, mention);

      const auto info = world.events.find(mention.head);
      const bool is_occasion = info != world.events.end() && info->second.is_occasion;
      auto& candidates = by_head[mention.head];
      std::size_t best = SIZE_MAX;
      std::size_t best_fit = 0;
      // The latest few: a text that names a thousand conferences is no reason to look at each of them each time.
      for (auto at = candidates.size() > kRemembered ? candidates.size() - kRemembered : 0; at < candidates.size(); ++at) {
        const std::size_t candidate = candidates[at];
        const auto& entity = table.entities[candidate];
        if (differs(entity.ordinal, mention.ordinal) || differs(entity.year, mention.year)) continue;
        // Last time's is not this one, though nothing gives this one a year.
        const bool is_other_time = is_occasion && differs(mention.year, this_year) && entity.year == 0;
        if (is_other_time) continue;
        const bool other_in_row = (mention.ordinal == "next" || mention.ordinal == "previous") && entity.ordinal != mention.ordinal;
        if (other_in_row) continue;
        const std::size_t shared = shared_count(mention.modifiers, entity.modifiers);
        // Without shared modifiers only a bare mention ("the conference") takes the most recent entity.
        if (shared == 0 && mention.modifiers.size() > 2 && entity.modifiers.size() > 2) continue;
        // "The conference" beside one of four years ago and one of today is today's.
        const bool is_of_now = mention.year != 0 || entity.year == 0 || entity.year == this_year;
        const std::size_t fit = 2 * shared + (is_of_now ? 1 : 0);
        if (best == SIZE_MAX || fit >= best_fit) {
          best = candidate;
          best_fit = fit;
        }
      }
      if (best == SIZE_MAX) {
        best = table.entities.size();
        auto& made = table.entities.emplace_back();
        made.head = mention.head;
        if (info != world.events.end()) made.info = &info->second;
      } else {
        candidates.erase(std::find(candidates.begin(), candidates.end(), best));
      }
      candidates.push_back(best);  // the most recent one is last
      auto& entity = table.entities[best];
      if (entity.modifiers.empty()) entity.modifiers.reserve(2 * kNamedWithin);
      for (const auto& modifier : mention.modifiers) {
        const auto place = std::lower_bound(entity.modifiers.begin(), entity.modifiers.end(), modifier);
        const bool is_known = place != entity.modifiers.end() && *place == modifier;
        if (!is_known && entity.modifiers.size() < kMostModifiers) entity.modifiers.insert(place, modifier);
      }
      if (entity.ordinal.empty()) entity.ordinal = mention.ordinal;
      if (entity.year == 0) entity.year = mention.year;
      ++entity.mentions;
      mention.entity = best;
      table.mentions.push_back(std::move(mention));
    }
  }
  std::set<std::size_t> lead;  // what the first sentences tell of
  for (const auto& mention : table.mentions)
    if (mention.sentence < 2) lead.insert(mention.entity);
  std::size_t most = 0;
  for (std::size_t i = 0; i < table.entities.size(); ++i) {
    const auto& entity = table.entities[i];
    const bool is_occasion = entity.info == nullptr || entity.info->is_occasion;
    // People with a seat act in an event; they are seldom what the text is about.
    const std::size_t weight = entity.is_body() ? 1 : entity.mentions * 2 + (is_occasion ? 5 : 0) + (lead.contains(i) ? 3 : 0);
    if (weight > most) {
      most = weight;
      table.main = i;
    }
  }
  for (std::size_t i = 0; i < table.entities.size(); ++i) {
    const auto& entity = table.entities[i];
    if (entity.year != 0) table.by_key_.try_emplace({entity.head, std::to_string(entity.year)}, i);
    if (entity.ordinal == "next") table.by_key_.try_emplace({entity.head, "next"}, i);
    table.by_key_[{entity.head, ""}] = i;
  }
  // A text that names no event, or only people with a seat, tells of one all the same.
  if (most <= 1) {
    table.main = table.entities.size();
    table.entities.emplace_back();
  }
  return table;
}

}  // namespace mizan
