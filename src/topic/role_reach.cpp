// Which words reach a figure or a day by the build of its sentence: a part and its whole, a row of figures under one verb, what is put in between or hangs on another noun.
#include <algorithm>

#include "kind/elliptical_counts.hpp"
#include "topic/roles.hpp"

namespace mizan {
namespace {

/// How far apart, in tokens, two figures of one row may stand: 14 tons of flour from Spain and 300 tents.
constexpr std::uint32_t kRowReach = 6;
/// How many words may stand between a preposition and the noun that a figure hangs on: in a small village of 900.
constexpr std::uint32_t kNounReach = 3;
constexpr std::uint8_t kCountBit = 1U << static_cast<unsigned>(Kind::count), kDateBit = 1U << static_cast<unsigned>(Kind::date);
/// The longest of what is put in between, in tokens.
constexpr std::uint32_t kInsertReach = 24;

}  // namespace

RoleReader::RoleReader(const SentenceView& view)
    : view_(view), stems_(view.reading, view.sentence), inserts_(relative_inserts()), begins_with_whole_(word_at(view.sentence, view.sentence.first, "of-whole") || word_at(view.sentence, view.sentence.first, "of")) {}

RoleReader::Build RoleReader::build_of(const DraftClaim& draft) const {
  Build build;
  build.row = {draft.first, draft.last};
  build.opens_sentence = opens_sentence(draft);
  if (build.opens_sentence) build.resumes_behind_day = resumes_behind_day(draft);
  if (draft.claim.kind == Kind::count) {
    build.is_counted = is_counted_noun(class_of(draft));
    build.whole = whole_of(draft);
    build.has_part = part_before(draft) != nullptr || (build.is_counted && follows_vague_part(draft));
    build.leads_parts = is_leading_whole(draft);
    build.is_setting = is_setting(draft);
    build.hangs_from = hangs_from(draft);
    build.before = row_before(draft);
    build.row = row_of(draft);
  }
  if (draft.claim.kind == Kind::count || draft.claim.kind == Kind::countries) build.resumes_at = resumes_at(draft);
  build.modifies = modifies(draft);
  build.is_plain = inserts_.empty() && !build.whole && !build.before && build.row.last == draft.last && !build.opens_sentence && build.resumes_at == 0;
  return build;
}

bool RoleReader::is_comma(std::uint32_t token) const { return token < view_.sentence.last && view_.reading.text(view_.reading.tokens[token]) == ","; }

/// The relative clauses that the sentence goes on behind: ", which opened in 1978,".
std::vector<TokenRange> RoleReader::relative_inserts() const {
  std::vector<TokenRange> found;
  const auto& sentence = view_.sentence;
  for (std::uint32_t i = sentence.first + 1; i + 1 < sentence.last; ++i) {
    if (!is_comma(i) || !word_at(sentence, i + 1, "relative-word")) continue;
    const std::uint32_t end = std::min(sentence.last - 1, i + kInsertReach);
    for (std::uint32_t to = i + 2; to < end; ++to) {
      // What a figure or "and" follows is a comma of a row.
      if (!is_comma(to) || view_.reading.tokens[to + 1].kind == TokenKind::number || word_at(sentence, to + 1, "and")) continue;
      found.push_back({i + 1, to});
      i = to;
      break;
    }
  }
  return found;
}

/// "The study, which followed 4,000 women, found that 300 had died": what is told in a relative clause is told of nothing outside but the noun that it follows,
/// and what is told outside of nothing in it.
bool RoleReader::is_shut_off(const Atom& trigger, const DraftClaim& draft) const {
  const auto from = std::partition_point(inserts_.begin(), inserts_.end(), [&](const TokenRange& insert) { return insert.last <= std::min(trigger.first, draft.first); });
  const auto to = std::partition_point(from, inserts_.end(), [&](const TokenRange& insert) { return insert.first <= std::max(trigger.first, draft.first); });
  return std::any_of(from, to, [&](const TokenRange& insert) {
    const auto holds = [&](std::uint32_t token) { return token >= insert.first && token < insert.last; };
    const bool is_antecedent = trigger.last + 1 >= insert.first && trigger.first < insert.first;  // "the evacuees, who number 1,500,"
    if (holds(trigger.first) == holds(draft.first) || is_antecedent) return false;
    return holds(draft.first) || draft.first > insert.last || view_.clauses_between(insert.first, draft) > 1;
  });
}

/// What is put in between two places, as tokens and borders of clauses.
RoleReader::Skipped RoleReader::skipped_between(std::uint32_t from, std::uint32_t to) const {
  Skipped skipped;
  auto insert = std::partition_point(inserts_.begin(), inserts_.end(), [&](const TokenRange& one) { return one.first < from; });
  for (; insert != inserts_.end() && insert->last < to; ++insert) {
    skipped.tokens += insert->last - insert->first + 2;
    skipped.borders += static_cast<std::uint32_t>(view_.clause_at(insert->last + 1) - view_.clause_at(insert->first - 2));
  }
  return skipped;
}

std::string_view RoleReader::class_of(const DraftClaim& draft) const {
  const auto* quantity = std::get_if<Quantity>(&draft.claim.value);
  return quantity ? view_.world.class_of(quantity->unit) : std::string_view();
}

std::span<DraftClaim>::iterator RoleReader::first_from(std::uint32_t token) const {
  return std::partition_point(view_.drafts.begin(), view_.drafts.end(), [&](const DraftClaim& draft) { return draft.first < token; });
}

const DraftClaim* RoleReader::count_at(std::uint32_t token) const {
  for (auto draft = first_from(token); draft != view_.drafts.end() && draft->first == token; ++draft)
    if (draft->claim.kind == Kind::count) return &*draft;
  return nullptr;
}

const DraftClaim* RoleReader::count_before(const DraftClaim& draft) const {
  for (auto other = first_from(draft.first); other != view_.drafts.begin();) {
    --other;
    if (other->claim.kind == Kind::count && other->last <= draft.first) return &*other;
  }
  return nullptr;
}

/// The figure behind "of the" that this one is a part of. "9 of 31 cases": behind "of" alone stands a whole only where the part names no noun.
const DraftClaim* RoleReader::whole_of(const DraftClaim& draft) const {
  if (draft.claim.kind != Kind::count || draft.last >= view_.sentence.last) return nullptr;
  const Atom* of = word_at(view_.sentence, draft.last, "of-whole");
  if (!of && lacks_noun(draft) && !language_of(*view_.sentence.language).noun_follows_directly) of = word_at(view_.sentence, draft.last, "of");
  return of ? count_at(of->last) : nullptr;
}

/// "most of the 14 hostages were freed": does a part that is no figure stand before its whole?
bool RoleReader::follows_vague_part(const DraftClaim& draft) const {
  const Atom* of = draft.claim.kind == Kind::count ? view_.sentence.word_before(draft.first, "of-whole") : nullptr;
  return of && view_.sentence.word_before(of->first, "vague-part") != nullptr;
}

/// "three gold medals and nine in total": what all comes to is that of which the role of the figure before is a part.
Slot RoleReader::role_of_all(const DraftClaim& draft, const DraftClaim& before) const {
  const Atom* all = nullptr;
  for (std::uint32_t i = draft.first; i <= draft.last && !all; ++i) all = word_at(view_.sentence, i, "in-all");
  if (!all || !before.claim.topic.role || draft.first - before.last > kRowReach) return {};
  const auto part = view_.world.roles.find(before.claim.topic.role.id);
  if (part == view_.world.roles.end() || part->second.part_of.empty() || !may_count(part->second.part_of, draft.claim)) return {};
  return {std::string(part->second.part_of.view()), SlotState::known, view_.words_of(*all)};
}

/// "confirmed on Monday that": a day before such a word is the one of saying it.
bool RoleReader::is_day_of_saying(const DraftClaim& draft) const {
  if (draft.claim.kind != Kind::date || draft.first < view_.sentence.first + 2) return false;
  const std::uint32_t verb = draft.first - (word_at(view_.sentence, draft.first - 1, "on-word") ? 2 : 1);
  const Atom* that = word_at(view_.sentence, draft.last, "that-word");
  if (!that || std::get<DateRange>(draft.claim.value).first.month == 0) return false;
  // "bonds on 23 May that were priced": there it stands for the noun.
  const auto is_verb = [&](const Atom& trigger) { return trigger.first == that->last && (trigger.list == List::modality || trigger.list == List::roles); };
  if (word_at(view_.sentence, that->last, "auxiliary") || word_at(view_.sentence, that->last, "subject-verb") || std::any_of(view_.sentence.triggers.begin(), view_.sentence.triggers.end(), is_verb)) return false;
  return view_.reading.tokens[verb].kind == TokenKind::word && !word_at(view_.sentence, verb, "auxiliary") && StemCache(view_.reading, view_.sentence).is_content(verb);
}

/// The part that stands before its whole. Not a share of it, which counts nothing.
const DraftClaim* RoleReader::part_before(const DraftClaim& draft) const {
  const DraftClaim* part = draft.claim.kind == Kind::count ? count_before(draft) : nullptr;
  return part && class_of(*part) != "percent" && whole_of(*part) == &draft ? part : nullptr;
}

/// "Eleven of the 20 on board died": what stands right behind a whole is told of it where a verb for the part follows. Not in "six of the 50 signed".
bool RoleReader::tells_of_whole(const Atom& trigger, const DraftClaim& whole) const {
  constexpr std::uint32_t verb_reach = 2;
  if (trigger.first > whole.last) return false;
  if (trigger.first < whole.last) return true;
  const auto is_verb = [&](const Atom& verb) { return verb.list == List::roles && (verb.entry->flags & kCountBit) != 0; };
  for (std::uint32_t i = trigger.last; i <= trigger.last + verb_reach && i < view_.sentence.last; ++i) {
    if (view_.reading.tokens[i].kind != TokenKind::word || word_at(view_.sentence, i, "and")) return false;
    const auto begins = [&](const Atom& verb) { return verb.first == i && is_verb(verb); };
    if (word_at(view_.sentence, i, "auxiliary") || std::any_of(view_.sentence.triggers.begin(), view_.sentence.triggers.end(), begins)) return true;
  }
  return false;
}

/// "Of the 120 passengers, 34 were hurt": a whole that its sentence begins with, and whose parts follow.
bool RoleReader::is_leading_whole(const DraftClaim& draft) const {
  if (!begins_with_whole_ || draft.claim.kind != Kind::count) return false;
  const Atom* of = view_.sentence.word_before(draft.first, "of-whole");
  if (!of) of = view_.sentence.word_before(draft.first, "of");
  if (!of || of->first != view_.sentence.first) return false;
  return std::any_of(view_.drafts.begin(), view_.drafts.end(), [&](const DraftClaim& part) { return part.claim.kind == Kind::count && part.first >= draft.last; });
}

/// Does a word stand behind the whole's own words: beyond a mark, or a part?
bool RoleReader::goes_on_behind(const DraftClaim& whole, const Atom& trigger) const {
  for (std::uint32_t i = whole.last; i < trigger.first; ++i)
    if (view_.reading.tokens[i].kind == TokenKind::mark) return true;
  return view_.values_between(whole.last, trigger.first, Kind::count) > 0;
}

/// And does a word stand in such a beginning, so that it tells nothing of the parts? "Of 52 ships ordered in 1916, 12 were scrapped".
bool RoleReader::is_of_leading_whole(const Atom& trigger, const DraftClaim& draft) const {
  if (!begins_with_whole_ || draft.claim.kind != Kind::count) return false;
  const auto whole = std::find_if(view_.drafts.begin(), view_.drafts.end(), [](const DraftClaim& other) { return other.claim.kind == Kind::count; });
  return whole != view_.drafts.end() && whole->last <= draft.first && is_leading_whole(*whole) && !goes_on_behind(*whole, trigger);
}

/// "killed 3 people and destroyed 40 homes": a verb that "and" brings in tells of the figure behind it.
bool RoleReader::leads_to_next(const Atom& trigger) const {
  if (trigger.first == view_.sentence.first || !word_at(view_.sentence, trigger.first - 1, "and")) return false;
  return count_at(trigger.last) != nullptr;
}

/// "A raid on a camp of 300 people killed 12": a verb with its own figure right behind it tells of none before it. Not so in "five killed 12 injured", where that
/// figure has a verb of its own.
bool RoleReader::has_own_figure(const Atom& trigger) const {
  const DraftClaim* own = count_at(trigger.last);
  // "were moved out of seven villages" tells of whom it was done to, "by 74 votes to 38" of two figures.
  if (!own || !stems_.is_content(trigger.last - 1) || view_.sentence.word_before(trigger.first, "auxiliary") || !may_count(trigger.entry->id, own->claim)) return false;
  const auto& triggers = view_.sentence.triggers;
  const auto from = std::partition_point(triggers.begin(), triggers.end(), [&](const Atom& other) { return other.first < own->first; });
  const auto to = std::partition_point(from, triggers.end(), [&](const Atom& other) { return other.first <= own->last; });
  return std::none_of(from, to, [&](const Atom& other) { return other.list == List::roles && (other.entry->flags & kCountBit) != 0 && other.last > own->last; });
}

/// "In 14 of 18 regions the party lost": a figure behind a word of place that begins its sentence only says where.
bool RoleReader::is_setting(const DraftClaim& draft) const {
  if (draft.claim.kind != Kind::count || !is_counted_noun(class_of(draft)) || draft.first == view_.sentence.first) return false;
  return draft.first == view_.sentence.first + 1 && word_at(view_.sentence, view_.sentence.first, "setting-word") != nullptr;
}

/// "killed in a raid on a camp of 300 people": where a figure hangs on a noun behind a preposition, the token of that, before which no word is told of it; else 0.
/// A noun that tells itself what its figure is (the deaths of 11 workers), or that is a number (a total of), is none of these.
std::uint32_t RoleReader::hangs_from(const DraftClaim& draft) const {
  const auto& sentence = view_.sentence;
  if (draft.claim.kind != Kind::count || draft.first < sentence.first + 3 || !is_counted_noun(class_of(draft))) return 0;
  const Atom* link = sentence.word_before(draft.first, "attached");
  if (!link || link->first < sentence.first + 2) return 0;
  const std::uint32_t noun = link->first - 1;
  const auto is_noun = [&](std::uint32_t i) { return view_.reading.tokens[i].kind == TokenKind::word; };
  if (!is_noun(noun) || view_.reading.tokens[noun].capital || sentence.word_before(link->last, "count-noun") || sentence.word_before(link->first, "count-noun") || sentence.word_before(link->first, "total-word")) return 0;
  const auto tells = [&](const Atom& trigger) {
    return trigger.list == List::roles && (trigger.entry->flags & kCountBit) != 0 && trigger.first <= noun && trigger.last > noun && may_count(trigger.entry->id, draft.claim);
  };
  if (std::any_of(sentence.triggers.begin(), sentence.triggers.end(), tells)) return 0;
  const bool is_with = !word_at(sentence, link->first, "of");
  for (std::uint32_t i = noun; i > sentence.first && i + kNounReach + 1 > noun; --i) {
    if (!is_noun(i - 1)) return 0;
    if (word_at(sentence, i - 1, "setting-word") || (is_with && word_at(sentence, i - 1, "of"))) return i - 1;
    if (word_at(sentence, i - 1, "auxiliary") || word_at(sentence, i - 1, "to") || word_at(sentence, i - 1, "and")) return 0;
  }
  return 0;
}

/// "killed 12 people, 3 horses and 2 dogs": the figure before this one that a comma or "and" joins to it, where no verb stands between. What is measured is only
/// told with the others where it is measured of something; two of them are of those before.
const DraftClaim* RoleReader::row_before(const DraftClaim& draft) const {
  const auto& sentence = view_.sentence;
  if (draft.claim.kind != Kind::count || draft.first == sentence.first || language_of(*sentence.language).noun_follows_directly) return nullptr;
  const auto is_of_them = [&](const DraftClaim& one) {
    for (std::uint32_t i = one.first; i <= one.last; ++i)
      if (word_at(sentence, i, "of-them")) return true;
    return false;
  };
  const auto is_member = [&](const DraftClaim& one) {
    const auto of = class_of(one);
    return (is_counted_noun(of) && !is_of_them(one)) || (of == "measure" && word_at(sentence, one.last, "of"));
  };
  if (!(is_comma(draft.first - 1) || word_at(sentence, draft.first - 1, "and")) || !is_member(draft)) return nullptr;
  const DraftClaim* before = count_before(draft);
  if (!before || draft.first - before->last > kRowReach || !is_member(*before)) return nullptr;
  for (std::uint32_t i = before->last; i < draft.first; ++i) {
    const auto kind = view_.reading.tokens[i].kind;
    if (kind == TokenKind::number || (kind == TokenKind::mark && (!is_comma(i) || i + 2 < draft.first)) || word_at(sentence, i, "auxiliary") || word_at(sentence, i, "clause")) return nullptr;
  }
  const auto is_between = [&](const Atom& trigger) { return trigger.list == List::roles && trigger.first >= before->last && trigger.first < draft.first; };
  return std::any_of(sentence.triggers.begin(), sentence.triggers.end(), is_between) ? nullptr : before;
}

/// From the first figure of the row before this one to the end of its last.
TokenRange RoleReader::row_of(const DraftClaim& draft) const {
  constexpr std::size_t longest = 8;  // figures
  TokenRange row{draft.first, draft.last};
  std::size_t members = 0;
  for (const DraftClaim* before = row_before(draft); before && members < longest; before = row_before(*before), ++members) row.first = before->first;
  const DraftClaim* last = &draft;
  for (auto next = first_from(draft.last); next != view_.drafts.end() && members < longest; ++next) {
    if (next->first < last->last || next->claim.kind != Kind::count) continue;
    if (row_before(*next) != last) break;
    last = &*next;
    ++members;
  }
  row.last = last->last;
  return row;
}

/// May a word that stands before a row be told of the figure right behind it? "registered 31 graves and 15 cremations": nobody registered any voters.
bool RoleReader::counts_row(const Atom& trigger, const DraftClaim& draft) const {
  for (auto first = first_from(trigger.last); first != view_.drafts.end() && first->first < draft.first; ++first)
    if (first->claim.kind == Kind::count) return may_count(trigger.entry->id, first->claim);
  return true;
}

/// The tokens that a word is told of: from the first figure of the row to its last, where the word stands before or right behind. A word inside the row is told of
/// the figures on its own side, which are not looked for.
TokenRange RoleReader::told_of(const DraftClaim& draft, const Build& build, const Atom& trigger) const {
  TokenRange told{draft.first, draft.last};
  if (trigger.last <= build.row.first && counts_row(trigger, draft)) told.first = build.row.first;
  if (build.row.last != draft.last && (trigger.first == build.row.last || (trigger.first > build.row.last && word_at(view_.sentence, build.row.last, "auxiliary")))) told.last = build.row.last;
  if (trigger.last <= draft.first && trigger.last > build.row.first && build.before && trigger.last <= build.before->first && counts_row(trigger, draft)) told.first = build.before->first;
  return told;
}

/// "In 1912, the year of the flood, the town built a bridge": where the sentence goes on behind what follows a day that it begins with; else the end of the day.
std::uint32_t RoleReader::resumes_behind_day(const DraftClaim& draft) const {
  constexpr std::uint32_t longest = 12;
  if (!is_comma(draft.last)) return draft.last;
  const auto tells = [&](const Atom& trigger) { return trigger.list == List::roles && (trigger.entry->flags & kDateBit) != 0; };
  for (std::uint32_t i = draft.last + 1; i < std::min(view_.sentence.last, draft.last + longest); ++i) {
    if (is_comma(i)) return i;
    if (std::any_of(view_.sentence.triggers.begin(), view_.sentence.triggers.end(), [&](const Atom& trigger) { return trigger.first == i && tells(trigger); })) break;
  }
  return draft.last;
}

/// "In 1998 the city built a memorial to the victims of the earthquake": of a day that begins its sentence an event that only hangs on another noun tells nothing.
bool RoleReader::is_aside(const Atom& event) const {
  constexpr std::uint32_t reach = 3;
  for (std::uint32_t i = event.first; i > view_.sentence.first && event.first - i < reach; --i)
    if (view_.sentence.word_before(i, "aside-word")) return true;
  return false;
}

/// A day that its sentence begins with: on 5 June, in the summer.
bool RoleReader::opens_sentence(const DraftClaim& draft) const { return draft.claim.kind == Kind::date && draft.first <= view_.sentence.first + 2; }

/// Does the sentence name the event of the claim only so that a day that it begins with, or a year before another noun, is none of it?
bool RoleReader::is_day_of_other_event(const DraftClaim& draft) const {
  const std::uint32_t of_noun = modifies(draft);
  if (!opens_sentence(draft) && of_noun == 0) return false;
  const auto& head = draft.claim.topic.event.head;
  bool is_named = false;
  for (const auto& event : view_.sentence.triggers) {
    if (event.list != List::events || event.entry->id != head.id) continue;
    if (of_noun != 0 ? event.first >= draft.last && event.first < of_noun : event.first < draft.last || !is_aside(event)) return false;
    is_named = true;
  }
  return is_named;
}

/// "lost in February 2017, the board has concluded": beyond the comma that a day ends its clause with something else is told. Not "on 5 May, when it opened", nor
/// of a day that opens its sentence or clause.
bool RoleReader::is_in_next_clause(const Atom& trigger, const DraftClaim& draft) const {
  constexpr std::uint32_t opening = 7;
  if (draft.first < view_.sentence.first + opening || draft.first <= view_.clause_of(draft).first + 2 || !is_comma(draft.last) || view_.clause_at(trigger.first) == view_.clause_at(draft.first)) return false;
  return !word_at(view_.sentence, draft.last + 1, "clause");
}

/// "the dam, in service since 1974": does the event stand right before the words?
bool RoleReader::follows_event(const Atom& words, const Slot& head) const {
  constexpr std::uint32_t reach = 6;
  return head.state == SlotState::known && std::any_of(view_.sentence.triggers.begin(), view_.sentence.triggers.end(), [&](const Atom& event) {
           return event.list == List::events && event.entry->id == head.id && event.last <= words.first && words.first - event.last <= reach;
         });
}

/// "earned 48 million between January and March, by figures released on 9 May": a verb with a day right behind it tells of that one.
bool RoleReader::has_own_day(const Atom& verb) const {
  return std::any_of(first_from(verb.last), first_from(verb.last + 2), [](const DraftClaim& day) { return day.claim.kind == Kind::date; });
}

/// "The decision came after he presented a 2025 budget": where a year stands before a noun as an adjective does, the end of what may tell of it; else 0.
std::uint32_t RoleReader::modifies(const DraftClaim& draft) const {
  constexpr std::uint32_t noun_reach = 5;
  const auto& sentence = view_.sentence;
  const auto* date = std::get_if<DateRange>(&draft.claim.value);
  if (!date || date->is_range || date->first.month != 0 || draft.last != draft.first + 1 || draft.first == sentence.first || draft.last >= sentence.last) return 0;
  if (view_.reading.tokens[draft.first].kind != TokenKind::number || view_.reading.tokens[draft.last].kind != TokenKind::word) return 0;
  const StemCache stems(view_.reading, sentence);
  if (!word_at(sentence, draft.first - 1, "determiner") || !stems.is_content(draft.last)) return 0;
  return draft.last + noun_reach;
}

/// "opened its plant after the fire": what the verb tells of its own object, or of its subject right before it.
std::string_view RoleReader::role_in_own_event(const Atom& verb) const {
  constexpr std::uint32_t object_reach = 2;
  for (const auto& event : view_.sentence.triggers) {
    if (event.list != List::events || (event.first >= verb.first && event.last <= verb.last)) continue;
    const bool is_object = event.first >= verb.last && event.first - verb.last <= object_reach && view_.clause_at(event.first) == view_.clause_at(verb.first);
    if (!is_object && event.last != verb.first) continue;
    const auto roles = view_.world.event_roles.find(event.entry->id);
    if (roles == view_.world.event_roles.end()) continue;
    const auto role = roles->second.find(verb.entry->id);
    if (role != roles->second.end()) return role->second.view();
  }
  return {};
}

}  // namespace mizan
