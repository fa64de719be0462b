#pragma once
#include <array>
#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>

#include "knowledge/flat.hpp"
#include "knowledge/pack_sources.hpp"
#include "mizan/result.hpp"

namespace mizan {

/// What speaks for or against two claims telling of one fact. facts/model/same-fact.tsv says what each means, and its weight.
enum class Signal : std::uint8_t {
  base_date, base_count, base_countries, base_place,
  role_same, role_concluded, role_one_unknown, role_unknown, role_part, role_differs, role_contradicts,
  unit_same, unit_common, unit_dimension, unit_differs,
  event_same, event_differs, event_year, event_ordinal,
  of_whom_same, of_whom_differs, facet_same, scope_same, scope_differs, time_differs,
  context, names, places, states, place_of_other_event, same_words_around,
  story, story_languages, story_differs, retold, typing_slip, counted_once, left_alone, left_over, once, other_language,
  value_equal, value_surprise, value_telling, value_overlap, value_updated, value_contradicts, value_apart,
  change_told,
  margin_equal, margin_differs,
};
/// As on disk, in the order of Signal.
inline constexpr std::array<std::string_view, 51> signal_names{
    "base-date",     "base-count",      "base-countries", "base-place",
    "role-same",     "role-concluded",  "role-one-unknown", "role-unknown", "role-part", "role-differs", "role-contradicts",
    "unit-same",     "unit-common",     "unit-dimension", "unit-differs",
    "event-same",    "event-differs",   "event-year",     "event-ordinal",
    "of-whom-same",  "of-whom-differs", "facet-same",     "scope-same",     "scope-differs", "time-differs",
    "context",       "names",           "places",         "states",     "place-of-other-event", "same-words-around",
    "story",         "story-languages", "story-differs",  "retold",     "typing-slip",    "counted-once", "left-alone", "left-over", "once", "other-language",
    "value-equal",   "value-surprise", "value-telling",  "value-overlap",  "value-updated", "value-contradicts", "value-apart",
    "change-told",
    "margin-equal",  "margin-differs",
};
[[nodiscard]] constexpr std::string_view name_of(Signal signal) { return signal_names[static_cast<std::size_t>(signal)]; }

/// From which score on two claims are taken for one fact, and the chance that they are: logistic of score × slope + shift.
struct Calibration {
  std::int32_t bar = 0;       ///< in 1/1000 nat
  std::int32_t slope = 1000;  ///< in 1/1000
  std::int32_t shift = 0;     ///< in 1/1000 nat
  [[nodiscard]] double probability(std::int32_t score) const {
    return 1.0 / (1.0 + std::exp(-(static_cast<double>(score) * slope / 1000.0 + shift) / 1000.0));
  }
};

/// How much each signal says, and from where on two claims are taken for one fact. Plain numbers: it lies in the image as it is.
struct Model {
  std::array<std::int32_t, signal_names.size()> weights{};  ///< in 1/1000 nat for one unit of the signal
  Calibration equal;        ///< of two claims whose values may both be true
  Calibration updated;      ///< of two whose values differ, where a change is told or likely
  Calibration contradicts;  ///< of two whose values differ, where none is

  /// What a signal adds to the score.
  [[nodiscard]] std::int32_t share(Signal signal, double value) const {
    return static_cast<std::int32_t>(std::lround(value * weights[static_cast<std::size_t>(signal)]));
  }
  [[nodiscard]] static bool is_inside(const Bounds&) { return true; }
};

/// Compiles model/ to a block. Errors name file and row: a signal that is missing or unknown, a weight against its sign.
[[nodiscard]] Result<std::string> compile_model(const PackSources& sources);

}  // namespace mizan
