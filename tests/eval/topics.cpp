#include "topics.hpp"

#include <algorithm>
#include <fstream>
#include <iomanip>
#include <ostream>
#include <set>
#include <stdexcept>

namespace mizan::eval {
namespace {

using nlohmann::json;

/// What may stand in a slot; a role is any id.
const std::map<std::string, std::set<std::string>>& vocabulary() {
  static const std::map<std::string, std::set<std::string>> words{
      {"modality", {"actual", "planned", "proposed", "cancelled", "denied", "feared", "estimated"}},
      {"scope", {"whole", "part", "each", "per-day", "per-week", "per-month", "per-year", "average", "change-by", "change-to", "change-from", "more", "since-start",
                 "out-of", "rank", "record"}},
      {"facet", {"whole", "start", "end", "deadline", "announced"}}};
  return words;
}

std::vector<std::string> answers_of(const json& mark, const std::string& slot, const std::string& claim) {
  const auto answers = mark.at(slot).get<std::vector<std::string>>();
  if (answers.empty()) throw std::runtime_error("claim " + claim + ": no " + slot);
  const auto known = vocabulary().find(slot);
  for (const auto& answer : answers)
    if (known != vocabulary().end() && !known->second.contains(answer)) throw std::runtime_error("claim " + claim + ": " + slot + " '" + answer + "' is unknown");
  return answers;
}

GoldTopics topics_of(const json& from) {
  GoldTopics topics;
  topics.id = from.at("case");
  for (const auto& [id, event] : from.at("events").items()) topics.heads[id] = event.at("head");
  for (const auto& [id, mark] : from.at("claims").items()) {
    GoldTopic& topic = topics.claims[id];
    for (const auto slot : kTopicSlots)
      if (slot != "facet" || mark.contains("facet")) topic.slots[std::string(slot)] = answers_of(mark, std::string(slot), id);
    topic.events = answers_of(mark, "event", id);
    for (const auto& event : topic.events)
      if (!topics.heads.contains(event)) throw std::runtime_error("claim " + id + ": event " + event + " is not told of");
  }
  return topics;
}

/// The id of a slot as a claim stream tells it; what is left out is the ordinary.
std::string slot_of(const ReportedClaim& claim, std::string_view name) {
  const auto slot = claim.slots.find(name);
  const std::string id = slot != claim.slots.end() ? slot->value("id", "") : "";
  if (name == "role") return id;
  if (name == "modality") return id.empty() ? "actual" : id;
  return id.empty() || id == "all" ? "whole" : id;
}

std::string entity_of(const ReportedClaim& claim) {
  const auto entity = claim.slots.find("entity");
  return entity == claim.slots.end() ? std::string() : claim.document + "#" + entity->dump();
}

bool holds(const std::vector<std::string>& list, const std::string& word) { return std::find(list.begin(), list.end(), word) != list.end(); }

/// Pairs the entities of each document with its events, one to one: first those that share most claims.
std::map<std::string, std::string> pair_events(const GoldTopics& topics, const std::map<std::string, const ReportedClaim*>& found) {
  std::map<std::pair<std::string, std::string>, std::size_t> shared;  // entity, document#event
  for (const auto& [id, claim] : found) {
    const auto entity = entity_of(*claim);
    if (entity.empty()) continue;
    for (const auto& event : topics.claims.at(id).events) ++shared[{entity, claim->document + "#" + event}];
  }
  std::vector<std::pair<std::size_t, std::pair<std::string, std::string>>> order;
  for (const auto& [pair, count] : shared) order.push_back({count, pair});
  std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::map<std::string, std::string> event_of;
  std::set<std::string> used;
  for (const auto& [count, pair] : order)
    if (!event_of.contains(pair.first) && used.insert(pair.second).second) event_of[pair.first] = pair.second;
  return event_of;
}

}  // namespace

Result<GoldTopics> parse_topics(const std::string& line, const std::string& where) {
  try {
    return topics_of(json::parse(line));
  } catch (const std::exception& error) {
    return Error{where, error.what()};
  }
}

Result<std::vector<GoldTopics>> read_topics(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return Error{path, "cannot be opened"};
  std::vector<GoldTopics> all;
  std::string line;
  for (std::size_t row = 1; std::getline(in, line); ++row) {
    if (line.empty()) continue;
    auto topics = parse_topics(line, path + ":" + std::to_string(row));
    if (!topics) return topics.error();
    all.push_back(std::move(*topics));
  }
  return all;
}

void score_topics(const Case& gold, const GoldTopics& topics, const std::vector<ReportedClaim>& ours, std::size_t misses, std::map<std::string, std::size_t>& shown,
                  TopicFigures& figures, std::ostream& out) {
  std::map<std::string, const ReportedClaim*> found;
  for (const auto& [id, match] : match(gold, ours))
    if (match.right && topics.claims.contains(id)) found[id] = &ours[match.ours];
  figures["found"].all += topics.claims.size();
  figures["found"].right += found.size();
  const auto event_of = pair_events(topics, found);
  const auto count = [&](const std::string& slot, const std::string& id, bool right, const std::string& said, const std::vector<std::string>& wanted) {
    figures[slot].right += right;
    ++figures[slot].all;
    if (right || ++shown[slot] > misses) return;
    out << "  " << slot << ": " << gold.id << "/" << id << " " << found.at(id)->kind << " \"" << found.at(id)->quote << "\" is " << (said.empty() ? "-" : said)
        << ", not ";
    for (std::size_t i = 0; i < wanted.size(); ++i) out << (i == 0 ? "" : " or ") << wanted[i];
    out << "\n";
  };
  for (const auto& [id, claim] : found) {
    const GoldTopic& topic = topics.claims.at(id);
    for (const auto& [slot, wanted] : topic.slots) {
      const auto said = slot_of(*claim, slot);
      // A role that no list has needs no name, but must not be taken for another.
      const bool right = holds(wanted, said) || (slot == "role" && said.empty() &&
                                                 std::any_of(wanted.begin(), wanted.end(), [](const auto& role) { return role.starts_with("other:"); }));
      count(slot, id, right, said, wanted);
    }
    const auto entity = event_of.find(entity_of(*claim));
    const bool right = entity != event_of.end() && std::any_of(topic.events.begin(), topic.events.end(),
                                                               [&](const auto& event) { return entity->second == claim->document + "#" + event; });
    const auto head = claim->slots.find("head");
    std::vector<std::string> wanted;
    for (const auto& event : topic.events) wanted.push_back(event + " " + topics.heads.at(event));
    count("event", id, right, (head == claim->slots.end() ? "" : head->value("id", "")) + (entity == event_of.end() ? "" : " = " + entity->second), wanted);
  }
}

void print_topics(const TopicFigures& figures, std::ostream& out) {
  for (const auto& [slot, share] : figures)
    out << std::left << std::setw(10) << slot << std::right << std::fixed << std::setprecision(3) << share.value() << "  " << share.right << " of " << share.all
        << "\n";
}

}  // namespace mizan::eval
