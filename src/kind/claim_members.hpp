#pragma once
#include <array>

#include "mizan/claim.hpp"

namespace mizan::claim_members {

// The members of a claim's JSON that both its reader and its writer go through, by name.

struct DateField {
  const char* name;
  Certainty DatePoint::*is;
};
inline constexpr std::array date_fields = {DateField{"year", &DatePoint::year_is}, DateField{"month", &DatePoint::month_is},
                                           DateField{"day", &DatePoint::day_is}};

/// The slots that stand beside the event; `topic` may be const.
template <class AnyTopic, class Visit>
void for_each_plain_slot(AnyTopic& topic, Visit visit) {
  visit("role", topic.role);
  visit("facet", topic.facet);
  visit("modality", topic.modality);
  visit("of_whom", topic.of_whom);
  visit("scope", topic.scope);
  visit("speaker", topic.speaker);
}

template <class AnyTopic, class Visit>
void for_each_slot(AnyTopic& topic, Visit visit) {
  visit("head", topic.event.head);
  visit("ordinal", topic.event.ordinal);
  visit("year", topic.event.year);
  visit("place", topic.event.place);
  visit("parent", topic.event.parent);
  for_each_plain_slot(topic, visit);
}

inline constexpr std::array<const char*, 3> slot_states = {"unknown", "inherited", "known"};
inline constexpr std::array<const char*, 3> as_of_sources = {"nothing", "dateline", "text"};

}  // namespace mizan::claim_members
