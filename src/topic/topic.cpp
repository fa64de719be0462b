#include "topic/topic.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

#include "topic/event_places.hpp"
#include "topic/events.hpp"
#include "topic/words.hpp"

namespace mizan {
namespace {

/// How far from a value, in tokens, words still speak of it.
constexpr std::uint32_t kRoleReach = 14, kSlotReach = 6, kContextReach = 9, kGoalReach = 24;
constexpr std::uint32_t kFar = UINT32_MAX;

class SentenceTopics {
 public:
  SentenceTopics(const Document& document, const Reading& reading, const World& world, const EventTable& events, std::span<DraftClaim> drafts, std::size_t sentence)
      : document_(document), reading_(reading), world_(world), events_(events), drafts_(drafts), index_(sentence), sentence_(reading.sentences[sentence]),
        stems_(reading, sentence_) {
    if (const auto date = parse_edtf(document.published))
      if (const auto days = interval(*date)) as_of_ = {days->first, AsOf::From::dateline};
  }

  /// Says of those drafts that are kept what they are about; the others only stand between them.
  void run(const std::vector<bool>& kept) {
    find_context_words();
    const auto anchors = sentence_anchors();
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      if (!kept[i]) continue;
      auto& draft = drafts_[i];
      set_role(draft);
      set_event(draft);
      set_slots(draft);
      set_context(draft, anchors);
    }
  }

 private:
  const Clause& clause_of(const DraftClaim& draft) const {
    const auto clause = std::partition_point(sentence_.clauses.begin(), sentence_.clauses.end(), [&](const Clause& c) { return c.last <= draft.first; });
    return clause == sentence_.clauses.end() ? sentence_.clauses.back() : *clause;
  }

  std::string words_of(const Atom& atom) const {
    const auto span = reading_.folded.source_span(atom.begin, atom.end);
    return std::string(slice(in_title_text(), span));
  }
  std::string_view in_title_text() const { return drafts_.front().claim.in_title ? std::string_view(document_.title) : std::string_view(document_.text); }

  /// Figures between a trigger and the value: each is likelier to be what the trigger speaks of.
  std::uint32_t values_between(std::uint32_t from, std::uint32_t to, Kind kind) const {
    std::uint32_t count = 0;
    auto draft = std::partition_point(drafts_.begin(), drafts_.end(), [&](const DraftClaim& d) { return d.first < from; });
    for (; draft != drafts_.end() && draft->first < to; ++draft)
      if (draft->claim.kind == kind && draft->last <= to) ++count;
    return count;
  }

  std::uint32_t role_distance(const Atom& trigger, const DraftClaim& draft) const {
    const bool before = trigger.last <= draft.first, after = trigger.first >= draft.last;
    const auto side = trigger.entry->side;
    if (!before && !after) return side == Side::unit && draft.claim.kind == Kind::count ? 0 : kFar;
    if ((side == Side::before && !before) || (side == Side::after && !after)) return kFar;
    const std::uint32_t between = before ? values_between(trigger.last, draft.first, draft.claim.kind) : values_between(draft.last, trigger.first, draft.claim.kind);
    return token_gap(trigger, draft) + between * 6 + (after ? 1 : 0) + 1;
  }

  /// "a conference to establish a zone": the word behind an event's head, with its preposition written on it, tells what the event is for, not what happened.
  bool names_event(const Atom& trigger) const {
    const auto word = reading_.text(reading_.tokens[trigger.first]);
    const auto& clitics = language_of(*sentence_.language).clitics;
    const bool prefixed = std::any_of(clitics.begin(), clitics.end(), [&](const Clitic& c) { return c.preposition && !c.locative && !c.article && word.starts_with(c.form); });
    return prefixed && std::any_of(sentence_.triggers.begin(), sentence_.triggers.end(), [&](const Atom& event) {
             return event.entry->list == List::events && event.last <= trigger.first && trigger.first - event.last <= 1;
           });
  }

  /// Savings are no jobs, and no agreements attend: a role takes only figures of its classes.
  bool may_count(const std::string& role, const Claim& claim) const {
    const auto* quantity = std::get_if<Quantity>(&claim.value);
    const auto found = world_.roles.find(role);
    if (!quantity || found == world_.roles.end() || found->second.counts.empty() || quantity->unit.empty()) return true;
    return found->second.counts.contains(world_.class_of(quantity->unit));
  }

  void set_role(DraftClaim& draft) const {
    auto& role = draft.claim.topic.role;
    const Clause& clause = clause_of(draft);
    const auto kind_bit = static_cast<std::uint8_t>(1u << static_cast<unsigned>(draft.claim.kind));
    // The counted noun that tells what happened: the dead.
    for (std::uint32_t i = draft.first; i < draft.last && draft.claim.kind == Kind::count; ++i)
      for (const auto& atom : atoms_at(sentence_, i))
        if (atom.entry->list == List::roles && atom.entry->side == Side::unit) {
          role = {atom.entry->id, SlotState::known, words_of(atom)};
          return;
        }
    const Atom* best = nullptr;
    std::uint32_t nearest = kFar;
    bool in_clause = false;
    for (const auto& trigger : sentence_.triggers) {
      if (trigger.entry->list != List::roles || (trigger.entry->flags & kind_bit) == 0 || token_gap(trigger, draft) >= kRoleReach) continue;
      if (names_event(trigger) || !may_count(trigger.entry->id, draft.claim)) continue;
      const auto distance = role_distance(trigger, draft);
      if (distance > kRoleReach) continue;
      const bool here = trigger.first >= clause.first && trigger.last <= clause.last;
      if (best && (in_clause > here || (in_clause == here && distance >= nearest))) continue;
      best = &trigger;
      nearest = distance;
      in_clause = here;
    }
    if (best) role = {best->entry->id, in_clause ? SlotState::known : SlotState::inherited, words_of(*best)};
  }

  void set_event(DraftClaim& draft) const {
    const Clause& clause = clause_of(draft);
    const EventMention* best = nullptr;
    std::uint32_t nearest = kFar;
    const auto here = std::lower_bound(events_.mentions.begin(), events_.mentions.end(), index_, [](const EventMention& m, std::size_t s) { return m.sentence < s; });
    for (auto at = here; at != events_.mentions.end() && at->sentence == index_; ++at) {
      const EventMention& mention = *at;
      const std::uint32_t distance = mention.last <= draft.first   ? draft.first - mention.last
                                     : mention.first >= draft.last ? mention.first - draft.last + 1
                                                                   : 0;
      const bool outside = mention.first < clause.first || mention.last > clause.last;
      // People meet, vote and count at an occasion; the treaty beside it is what it is about.
      const auto info = world_.events.find(mention.head);
      const bool is_thing = info != world_.events.end() && !info->second.is_occasion;
      const std::uint32_t cost = distance + (outside ? 8 : 0) + (is_thing ? 4 : 0);
      if (cost < nearest) {
        nearest = cost;
        best = &mention;
      }
    }
    std::size_t entity = best ? best->entity : SIZE_MAX;
    // Without an event in its sentence a claim belongs to the one told of last, else to the document's own.
    if (!best) {
      if (here != events_.mentions.begin() && index_ - std::prev(here)->sentence <= 1) entity = std::prev(here)->entity;
      if (entity == SIZE_MAX) entity = events_.main;
    }
    if (entity == SIZE_MAX) return;
    const auto& found = events_.entities[entity];
    auto& event = draft.claim.topic.event;
    const SlotState state = best ? SlotState::known : SlotState::inherited;
    std::string words;
    if (best) {
      const auto span = reading_.folded.source_span(reading_.tokens[best->first].begin, reading_.tokens[best->last - 1].end);
      words = std::string(slice(in_title_text(), span));
    }
    event.head = {found.head, state, words};
    event.modifiers.assign(found.modifiers.begin(), found.modifiers.end());
    if (!found.ordinal.empty()) event.ordinal = {found.ordinal, state, {}};
    if (found.year) event.year = {std::to_string(found.year), state, {}};
    event.label = words;
    event.entity = static_cast<std::uint32_t>(entity);
  }

  void set_slots(DraftClaim& draft) const {
    auto& topic = draft.claim.topic;
    const Clause& clause = clause_of(draft);
    struct Candidate {
      Slot* slot;
      List list;
      std::uint32_t reach;
      std::uint32_t nearest = kFar;
    };
    std::array<Candidate, 3> candidates{{{&topic.facet, List::facets, kSlotReach}, {&topic.modality, List::modality, kRoleReach}, {nullptr, List::change, kSlotReach + 2}}};
    for (const auto& trigger : sentence_.triggers) {
      if (trigger.first < clause.first || trigger.last > clause.last) continue;
      for (auto& candidate : candidates) {
        const auto distance = token_gap(trigger, draft);
        if (trigger.entry->list != candidate.list || distance > candidate.reach || distance >= candidate.nearest) continue;
        if (candidate.list == List::facets && draft.claim.kind != Kind::date) continue;
        if (candidate.list == List::change && !can_change(trigger.entry->id, draft.claim.kind)) continue;
        if (trigger.entry->side == Side::before && trigger.last > draft.first) continue;
        if (trigger.entry->side == Side::after && trigger.first < draft.last) continue;
        candidate.nearest = distance;
        if (candidate.slot) {
          *candidate.slot = {trigger.entry->id, SlotState::known, words_of(trigger)};
          continue;
        }
        topic.updates = true;
      }
    }
    set_goal(draft);
    set_scope(draft, clause);
    set_of_whom(draft, clause);
    set_speaker(draft, clause);
    topic.as_of = as_of_;
    set_past(draft);
  }

  /// "put off, at the host's wish, to June": a day behind a word of direction is the one that something was moved to, and it is held on it.
  void set_goal(DraftClaim& draft) const {
    auto& topic = draft.claim.topic;
    if (draft.claim.kind != Kind::date || draft.first == sentence_.first || !word_at(sentence_, draft.first - 1, "to")) return;
    for (const auto& trigger : sentence_.triggers) {
      if (trigger.entry->list != List::change || trigger.entry->id != "moved" || trigger.last > draft.first || token_gap(trigger, draft) > kGoalReach) continue;
      topic.updates = true;
      if (topic.role.state != SlotState::known) topic.role = {"held", SlotState::known, words_of(trigger)};
    }
  }

  /// What is moved is a date or a place, what rises and falls is a figure; lists of states are not told to change in such words.
  static bool can_change(const std::string& change, Kind kind) {
    if (kind == Kind::countries) return false;
    if (change == "moved") return kind == Kind::date || kind == Kind::place;
    return change == "revised" || kind == Kind::count;
  }

  /// "92 percent in 2017": the text puts the figure into a time that is not the article's own.
  void set_past(DraftClaim& draft) const {
    if (draft.claim.kind == Kind::date) return;
    constexpr std::uint32_t reach = 14;
    constexpr std::int32_t long_past = 5;
    std::uint32_t nearest = reach + 1;
    auto& as_of = draft.claim.topic.as_of;
    const auto dateline = as_of.days;
    for (const auto& other : drafts_) {
      const auto* date = std::get_if<DateRange>(&other.claim.value);
      if (!date) continue;
      const std::uint32_t distance = other.last <= draft.first ? draft.first - other.last : other.first >= draft.last ? other.first - draft.last : reach + 1;
      if (distance >= nearest) continue;
      const auto days = interval(*date);
      if (!days || (dateline && *dateline - days->last < long_past)) continue;
      nearest = distance;
      as_of = {days->first, AsOf::From::text};
    }
  }

  void set_scope(DraftClaim& draft, const Clause& clause) const {
    constexpr std::uint32_t reach = 6;  // a form of four words that ends two words off
    const std::uint32_t from = std::max(clause.first, draft.first > reach ? draft.first - reach : 0), to = std::min(clause.last, draft.last + 3);
    for (std::uint32_t i = from; i < to; ++i)
      for (const auto& atom : atoms_at(sentence_, i)) {
        if (atom.entry->list != List::scope || token_gap(atom, draft) > 2) continue;
        const bool before = atom.last <= draft.first || atom.first == draft.first;  // a bound that the value begins with
        if ((atom.entry->side == Side::before && !before) || (atom.entry->side == Side::after && before)) continue;
        draft.claim.topic.scope = {atom.entry->id, SlotState::known, words_of(atom)};
      }
  }

  /// The state whose figure it is: named inside or right behind the value, or before it in the clause with no other figure between.
  void set_of_whom(DraftClaim& draft, const Clause& clause) const {
    if (draft.claim.kind != Kind::count) return;
    const Atom* best = nullptr;
    constexpr std::uint32_t reach = 12;
    const std::uint32_t from = std::max(clause.first, draft.first > reach ? draft.first - reach : 0), to = std::min(clause.last, draft.last + 1);
    for (std::uint32_t i = from; i < to; ++i)
      for (const auto& atom : atoms_at(sentence_, i)) {
        if (atom.entry->list != List::countries || atom.entry->id == "-") continue;
        const bool before = atom.last <= draft.first;
        if (before && draft.first - atom.last <= 8 && values_between(atom.last, draft.first, Kind::count) == 0) best = &atom;
        if (!before && atom.first >= draft.first && atom.first <= draft.last) best = &atom;
      }
    if (best) draft.claim.topic.of_whom = {"c:" + best->entry->id, SlotState::known, words_of(*best)};
  }

  /// Only words between quotation marks are surely somebody's.
  void set_speaker(DraftClaim& draft, const Clause& clause) const {
    if (!clause.quoted) return;
    for (const auto& trigger : sentence_.triggers) {
      if (trigger.entry->list != List::speech) continue;
      // Who says it stands behind the verb (ar) or on either side of it (en), as a name.
      const bool follows = language_of(*sentence_.language).noun_follows_directly;
      for (std::uint32_t step = 1; step <= 3; ++step) {
        const std::uint32_t i = follows ? trigger.last + step - 1 : trigger.first - step;
        if (i < sentence_.first || i >= sentence_.last || reading_.tokens[i].kind != TokenKind::word) break;
        if (!stems_.is_content(i) || (!follows && !reading_.tokens[i].capital)) continue;
        draft.claim.topic.speaker = {stems_.stem(i), SlotState::known, std::string(reading_.text(reading_.tokens[i]))};
        return;
      }
    }
  }

  std::vector<std::string> sentence_anchors() const {
    std::set<std::string> anchors;
    for (const auto& atom : sentence_.atoms) {
      if (atom.entry->list == List::countries && atom.entry->id != "-") anchors.insert("c:" + atom.entry->id);
      if (atom.entry->list == List::places && atom.entry->flags == 0) anchors.insert("p:" + atom.entry->id);
    }
    for (std::uint32_t i = sentence_.first + 1; i < sentence_.last; ++i)
      if (reading_.tokens[i].capital && stems_.is_content(i)) anchors.insert("n:" + stems_.stem(i));
    for (const auto& draft : drafts_) {
      if (const auto* date = std::get_if<DateRange>(&draft.claim.value)) anchors.insert("d:" + to_edtf(*date));
      if (const auto* quantity = std::get_if<Quantity>(&draft.claim.value); quantity && quantity->min && quantity->min == quantity->max)
        anchors.insert("#:" + show(*quantity->min));
    }
    return {std::make_move_iterator(anchors.begin()), std::make_move_iterator(anchors.end())};
  }

  /// The words of the sentence that say something, with the rank of each one's stem among all of them.
  void find_context_words() {
    for (std::uint32_t i = sentence_.first; i < sentence_.last; ++i)
      if (stems_.is_content(i)) {
        context_words_.push_back({i, 0});
        context_stems_.emplace_back(stems_.stem(i));
      }
    std::sort(context_stems_.begin(), context_stems_.end());
    context_stems_.erase(std::unique(context_stems_.begin(), context_stems_.end()), context_stems_.end());
    for (auto& word : context_words_)
      word.rank = static_cast<std::uint32_t>(std::lower_bound(context_stems_.begin(), context_stems_.end(), std::string_view(stems_.stem(word.token))) - context_stems_.begin());
  }

  void set_context(DraftClaim& draft, const std::vector<std::string>& anchors) {
    auto& claim = draft.claim;
    const Clause& clause = clause_of(draft);
    const std::uint32_t from = std::max(sentence_.first, std::min(clause.first, draft.first > kContextReach ? draft.first - kContextReach : 0));
    const std::uint32_t to = std::min(sentence_.last, std::max(clause.last, draft.last + kContextReach));
    in_context_.assign(context_stems_.size(), false);
    std::size_t count = 0;
    auto word = std::partition_point(context_words_.begin(), context_words_.end(), [&](const ContextWord& w) { return w.token < from; });
    for (; word != context_words_.end() && word->token < to; ++word)
      if ((word->token < draft.first || word->token >= draft.last) && !in_context_[word->rank]) {
        in_context_[word->rank] = true;
        ++count;
      }
    claim.context.reserve(count);
    for (std::size_t rank = 0; claim.context.size() < count; ++rank)
      if (in_context_[rank]) claim.context.emplace_back(context_stems_[rank]);
    claim.anchors = anchors;
    const auto masked = [&](std::uint32_t i) {
      const Token& token = reading_.tokens[i];
      return token.kind == TokenKind::number ? std::string("#") : std::string(reading_.text(token));
    };
    claim.left.reserve(3);
    claim.right.reserve(3);
    for (std::uint32_t i = draft.first; i > sentence_.first && claim.left.size() < 3; --i)
      if (reading_.tokens[i - 1].kind != TokenKind::mark) claim.left.push_back(masked(i - 1));
    for (std::uint32_t i = draft.last; i < sentence_.last && claim.right.size() < 3; ++i)
      if (reading_.tokens[i].kind != TokenKind::mark) claim.right.push_back(masked(i));
  }

  const Document& document_;
  const Reading& reading_;
  const World& world_;
  const EventTable& events_;
  std::span<DraftClaim> drafts_;
  std::size_t index_;
  const Sentence& sentence_;
  StemCache stems_;
  AsOf as_of_;  ///< what the document's dateline says
  struct ContextWord {
    std::uint32_t token, rank;
  };
  std::vector<ContextWord> context_words_;       ///< by token
  std::vector<std::string_view> context_stems_;  ///< sorted
  std::vector<bool> in_context_;                 ///< by rank, for the claim at hand
};

}  // namespace

TopicReader::TopicReader(const Document& document, const Reading& reading, const World& world)
    : document_(document), reading_(reading), world_(world), events_(find_events(reading, world)) {}
TopicReader::~TopicReader() = default;

void TopicReader::read(std::vector<DraftClaim>& drafts) {
  if (drafts.empty()) return;
  SentenceTopics topics(document_, reading_, world_, events_, drafts, drafts.front().sentence);
  const EventPlaces event_places(reading_, reading_.sentences[drafts.front().sentence], world_);
  std::vector<bool> kept(drafts.size());
  const DraftClaim *last_kept = nullptr, *last_place = nullptr;
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    const auto& claim = drafts[i].claim;
    if (claim.kind == Kind::place) {
      // A place is claimed once an article: told again it is the same event, or only where people are.
      const auto& place = std::get<Place>(claim.value);
      if (!event_places.is_event_place(drafts[i])) continue;
      // Beside the city its province and its state say nothing more.
      const bool holds_last = last_place && contains_place(place, std::get<Place>(last_place->claim.value), world_);
      last_place = &drafts[i];
      if (holds_last || !places_.insert(place.name).second) continue;
    }
    kept[i] = true;
    last_kept = &drafts[i];
  }
  if (!last_kept) {
    drafts.clear();
    return;
  }
  topics.run(kept);
  std::size_t end = 0;
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    if (!kept[i]) continue;
    if (end != i) drafts[end] = std::move(drafts[i]);
    ++end;
  }
  drafts.resize(end);
}

}  // namespace mizan
