#include "topic/topic.hpp"

#include "topic/context.hpp"
#include "topic/event_binding.hpp"
#include "topic/event_places.hpp"
#include "topic/opening.hpp"
#include "topic/roles.hpp"
#include "topic/slots.hpp"

namespace mizan {
namespace {

int year_of(const Document& document) {
  const auto date = parse_edtf(document.published);
  return date ? date->first.year : 0;
}

std::optional<std::int32_t> dateline_of(const Document& document) {
  const auto date = parse_edtf(document.published);
  const auto days = date ? interval(*date) : std::nullopt;
  return days ? std::optional(days->first) : std::nullopt;
}

}  // namespace

TopicReader::TopicReader(const Document& document, const Reading& reading, const World& world)
    : document_(document), reading_(reading), world_(world), this_year_(year_of(document)), dateline_(dateline_of(document)),
      opening_(opening_company(reading)), events_(find_events(reading, world, this_year_)) {}
TopicReader::~TopicReader() = default;

void TopicReader::read(std::vector<DraftClaim>& drafts) {
  if (drafts.empty()) return;
  const std::size_t index = drafts.front().sentence;
  const EventPlaces event_places(reading_, reading_.sentences[index], world_);
  std::vector<bool> kept(drafts.size());
  std::size_t last_place = drafts.size();
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    const auto& claim = drafts[i].claim;
    if (claim.kind == Kind::place) {
      // A place is claimed once an article: told again it is the same event, or only where people are.
      const auto& place = std::get<Place>(claim.value);
      if (!event_places.is_event_place(drafts[i])) continue;
      if (last_place < i) {
        const auto& last = std::get<Place>(drafts[last_place].claim.value);
        // Beside the city its province and its state say nothing more, on whichever side: "in Clark County, near Las Vegas", "at Notre-Dame in Paris".
        const bool holds_last = contains_place(place, last, world_), is_held = !holds_last && stands_in_city(last, place, world_);
        constexpr std::uint32_t beside = 4;
        if (is_held && kept[last_place] && drafts[i].first <= drafts[last_place].last + beside && !event_places.is_joined(drafts[i])) {
          kept[last_place] = false;
          places_.erase(last.name);
        }
        last_place = i;
        if (holds_last) continue;
      }
      last_place = i;
      if (!places_.insert(place.name).second) continue;
    }
    kept[i] = true;
  }
  if (std::none_of(kept.begin(), kept.end(), [](bool keeps) { return keeps; })) {
    drafts.clear();
    return;
  }
  run(drafts, kept);
  std::size_t end = 0;
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    if (!kept[i]) continue;
    if (end != i) drafts[end] = std::move(drafts[i]);
    ++end;
  }
  drafts.resize(end);
}

void TopicReader::read_given(std::vector<DraftClaim>& drafts) {
  if (!drafts.empty()) run(drafts, std::vector<bool>(drafts.size(), true));
}

void TopicReader::run(std::vector<DraftClaim>& drafts, const std::vector<bool>& kept) {
  const std::size_t index = drafts.front().sentence;
  const SentenceView view{document_, reading_, world_, reading_.sentences[index], drafts, index, dateline_, opening_};
  const RoleReader roles(view);
  EventBinder binder(view, events_, this_year_);
  const SlotReader slots(view);
  ContextReader context(view);
  const DraftClaim* last_count = nullptr;
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    if (!kept[i]) continue;
    drafts[i].claim.topic.role = roles.role_of(drafts[i]);
    binder.set_event(drafts[i]);
    roles.refine(drafts[i], last_count);
    if (drafts[i].claim.kind == Kind::count) last_count = &drafts[i];
    slots.set_slots(drafts[i]);
    context.set_context(drafts[i]);
  }
  for (std::size_t i = 0; i < drafts.size(); ++i)
    if (kept[i]) roles.take_from_figure(drafts[i]);
}

}  // namespace mizan
