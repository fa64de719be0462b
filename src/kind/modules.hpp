#pragma once
#include "kind/kinds.hpp"

namespace mizan {

std::vector<ReadValue> build_dates(const SentenceContext& context);
ValueRelation relate_dates(const Value& a, const Value& b, const World& world);
std::string show_date(const Value& value);

std::vector<ReadValue> build_counts(const SentenceContext& context);
ValueRelation relate_counts(const Value& a, const Value& b, const World& world);
std::string show_count(const Value& value);

std::vector<ReadValue> build_countries(const SentenceContext& context);
ValueRelation relate_countries(const Value& a, const Value& b, const World& world);
std::string show_countries(const Value& value);

/// Every place and country that is named; topic/ keeps those where an event is.
std::vector<ReadValue> build_places(const SentenceContext& context);
ValueRelation relate_places(const Value& a, const Value& b, const World& world);
std::string show_place(const Value& value);

}  // namespace mizan
