#include "judge/baseline.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "judge/findings.hpp"
#include "kind/json_members.hpp"

namespace mizan {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kSchema = "mizan-baseline/1";

Accepted accepted_from(const nlohmann::json& json) {
  using namespace json_members;
  if (!json.is_object()) refuse("findings", "holds something that is no object");
  Accepted entry{.id = string_in(json, "id"), .what = string_in(json, "finding"), .kind = string_in(json, "kind"), .label = string_in(json, "label"),
                 .documents = strings_in(json, "documents"), .values = strings_in(json, "values"), .reference = string_in(json, "reference"),
                 .reason = string_in(json, "reason"), .date = string_in(json, "date"), .expires = string_in(json, "expires")};
  if (entry.id.empty()) refuse("findings", "holds an entry without an id");
  // A day in another form would compare as text does, and hold for good in silence.
  if (!entry.expires.empty() && (entry.expires.size() != 10 || !parse_edtf(entry.expires))) refuse(entry.id, "expires on no day, YYYY-MM-DD: " + entry.expires);
  return entry;
}

Json json_of(const Accepted& entry) {
  Json json = {{"id", entry.id}, {"finding", entry.what}};
  if (!entry.kind.empty()) json["kind"] = entry.kind;
  if (!entry.label.empty()) json["label"] = entry.label;
  json["documents"] = entry.documents;
  json["values"] = entry.values;
  if (!entry.reference.empty()) json["reference"] = entry.reference;
  json["reason"] = entry.reason;
  json["date"] = entry.date;
  if (!entry.expires.empty()) json["expires"] = entry.expires;
  return json;
}

/// By id, one of each. Rows of one id come together after a merge: the one with a reason says more, and of two such the later.
void settle(Baseline& baseline) {
  auto& rows = baseline.findings;
  std::ranges::stable_sort(rows, [](const Accepted& a, const Accepted& b) {
    if (a.id != b.id) return a.id < b.id;
    return a.reason.empty() != b.reason.empty() ? !a.reason.empty() : a.date > b.date;
  });
  rows.erase(std::ranges::unique(rows, {}, &Accepted::id).begin(), rows.end());
}

bool has_expired(const Accepted& entry, std::string_view today) { return !entry.expires.empty() && entry.expires < today; }

/// "9e02… (190 (state), 189 (state): a.txt, b.txt)", for people who look for the line.
std::string told(const Accepted& entry) {
  const auto joined = [](const std::vector<std::string>& words) {
    std::string all;
    for (const std::string& word : words) all.append(all.empty() ? "" : ", ").append(word);
    return all;
  };
  return entry.id + " (" + joined(entry.values) + ": " + joined(entry.documents) + ")";
}

}  // namespace

Result<Baseline> read_baseline(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream bytes;
  if (!in || !(bytes << in.rdbuf())) return Error{file, "no such baseline; 'mizan baseline create PATH… --output FILE' makes one", Error::Cause::usage};
  try {
    const auto json = nlohmann::json::parse(bytes.str());
    if (!json.is_object() || json_members::string_in(json, "schema") != kSchema) return Error{file, std::string("no ") + kSchema, Error::Cause::usage};
    const auto* list = json_members::find(json, "findings");
    if (!list || !list->is_array()) json_members::refuse("findings", "is no list");
    Baseline baseline;
    for (const auto& entry : *list) {
      if (!entry.is_null()) baseline.findings.push_back(accepted_from(entry));
    }
    settle(baseline);
    return baseline;
  } catch (const Error& error) {
    return Error{file, error.where + " " + error.what, Error::Cause::usage};
  } catch (const nlohmann::json::exception& problem) {
    return Error{file, problem.what(), Error::Cause::usage};
  }
}

std::string baseline_json(const Baseline& baseline) {
  Baseline sorted = baseline;
  settle(sorted);
  std::string text = "{\"schema\": \"" + std::string(kSchema) + "\",\n \"findings\": [\n";
  for (const Accepted& entry : sorted.findings) text += "  " + json_of(entry).dump() + ",\n";
  return text + "  null]}\n";
}

namespace {

/// The entries that speak of a finding, by any id that it goes by; its own first.
class Entries {
 public:
  explicit Entries(const Baseline& baseline) {
    for (std::size_t i = 0; i < baseline.findings.size(); ++i) add(baseline.findings[i].id, i);
  }
  void add(const std::string& id, std::size_t place) { by_id_.emplace(id, place); }
  /// By place in the baseline.
  [[nodiscard]] std::vector<std::size_t> of(const FindingToJudge& finding) const {
    std::vector<std::size_t> found;
    if (by_id_.empty()) return found;
    any_name(finding.names, [&](const std::string& id) {
      if (const auto entry = by_id_.find(id); entry != by_id_.end()) found.push_back(entry->second);
      return false;
    });
    return found;
  }

 private:
  std::map<std::string, std::size_t> by_id_;
};

}  // namespace

std::size_t accept_fresh(Baseline& baseline, Report& report, const AcceptanceTerms& acceptance) {
  Entries known(baseline);
  std::size_t added = 0;
  for (const FindingToJudge& finding : findings_to_judge(report)) {
    if (finding.judgement->standing != Standing::fresh || finding.confidence < acceptance.min_confidence) continue;
    if (const auto entries = known.of(finding); !entries.empty()) {
      if (std::ranges::any_of(entries, [&](std::size_t each) { return !has_expired(baseline.findings[each], acceptance.date); })) continue;
      Accepted& entry = baseline.findings[entries.front()];
      entry.date = acceptance.date;
      entry.expires = acceptance.expires;
      if (!acceptance.reason.empty()) entry.reason = acceptance.reason;
      ++added;
      continue;
    }
    Accepted entry{.id = finding.id, .what = std::string(finding.what), .kind = std::string(finding.kind), .label = finding.label,
                   .documents = finding.documents, .values = {}, .reference = finding.reference, .reason = acceptance.reason, .date = acceptance.date,
                   .expires = acceptance.expires};
    for (const Value* value : finding.values) entry.values.push_back(acceptance.in_words(*value));
    known.add(entry.id, baseline.findings.size());
    baseline.findings.push_back(std::move(entry));
    ++added;
  }
  settle(baseline);
  return added;
}

std::vector<Accepted> stale_entries(const Baseline& baseline, Report& report, const Readings& readings) {
  const Entries entries(baseline);
  std::set<std::size_t> found;
  for (const FindingToJudge& finding : findings_to_judge(report)) {
    for (const std::size_t entry : entries.of(finding)) found.insert(entry);
  }
  std::set<std::string> read;
  for (const Document& document : report.documents) read.insert(document.id);
  const auto is_touched = [&](const std::string& document) { return readings.touched.empty() || readings.touched.contains(document); };
  const auto was_looked_for = [&](const Accepted& entry) {
    return !entry.documents.empty() && std::ranges::all_of(entry.documents, [&](const std::string& each) { return read.contains(each); }) &&
           std::ranges::any_of(entry.documents, is_touched) && (entry.reference.empty() || readings.has_references);
  };
  std::vector<Accepted> stale;
  for (std::size_t i = 0; i < baseline.findings.size(); ++i) {
    if (!found.contains(i) && was_looked_for(baseline.findings[i])) stale.push_back(baseline.findings[i]);
  }
  return stale;
}

std::vector<Error> apply_baseline(const Baseline& baseline, const std::string& file, std::string_view today, const Readings& readings, Report& report) {
  report.has_baseline = true;
  const Entries entries(baseline);
  std::vector<Error> notes;
  for (const FindingToJudge& finding : findings_to_judge(report)) {
    if (finding.judgement->standing != Standing::fresh) continue;
    const auto found = entries.of(finding);
    if (found.empty()) continue;
    const auto holding = std::ranges::find_if(found, [&](std::size_t each) { return !has_expired(baseline.findings[each], today); });
    if (holding == found.end()) {
      const Accepted& entry = baseline.findings[found.front()];
      notes.push_back({file, "has expired on " + entry.expires + ", so the finding counts again: " + told(entry)});
      continue;
    }
    const Accepted& entry = baseline.findings[*holding];
    *finding.judgement = {Standing::known, entry.reason, file, entry.date};
  }
  for (const Accepted& entry : stale_entries(baseline, report, readings)) {
    notes.push_back({file, "stale, its articles no longer give this finding ('mizan baseline prune' drops it): " + told(entry)});
  }
  return notes;
}

}  // namespace mizan
