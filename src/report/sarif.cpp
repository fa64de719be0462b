#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <ostream>
#include <string>

#include "report/findings.hpp"
#include "report/modules.hpp"
#include "report/visible.hpp"
#include "report/words.hpp"

// SARIF 2.1.0 (OASIS, errata 01), within what GitHub code scanning takes of it.

namespace mizan {
namespace {

using Json = nlohmann::ordered_json;

// GitHub shows no more of them than this and refuses a result of over a thousand.
constexpr std::size_t kRelatedLocations = 100;
constexpr const char* kUnreadable = "unreadable-input";

/// Words as they may stand in a message: there [text](1) is a link and {0} a placeholder (3.11.5, 3.11.6).
std::string plain(const std::string& words) {
  std::string out;
  for (const char c : words) {
    if (c == '[' || c == ']' || c == '\\') out += '\\';
    if (c == '{' || c == '}') out += c;
    out += c;
  }
  return out;
}

/// error, warning or note.
std::string_view level_of(const Finding& finding, const ReportOptions& options) {
  if (finding.relation == Relation::update) return options.updates_count ? "warning" : "note";
  return finding.confidence >= options.min_confidence ? "error" : "warning";
}

/// Somebody does not want to see it, or an editor found it to be none.
bool is_suppressed(const Judgement& judgement) { return judgement.standing == Standing::ignored || judgement.standing == Standing::dismissed; }

class SarifReport {
 public:
  SarifReport(const Report& report, const ReportOptions& options, std::ostream& out)
      : report_(report), options_(options), out_(out), findings_(findings_of(report)) {
    for (const Finding& finding : findings_) {
      rules_.emplace(finding.rule, 0);
      has_suppressed_ = has_suppressed_ || is_suppressed(*finding.judgement);
    }
    std::size_t index = 0;
    for (auto& [rule, at] : rules_) at = index++;
  }

  void write() {
    out_ << R"({"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [{)" << '\n';
    member("tool", {{"driver", driver()}});
    member("language", options_.ui_lang);
    member("columnKind", "unicodeCodePoints");
    member("invocations", Json::array({invocation()}));
    // The results last, a line each, so that a large report is never held as one tree; but the artifacts come before them, with the indexes.
    const Json artifacts = all_artifacts();
    member("artifacts", artifacts);
    out_ << R"( "results": [)";
    const char* before = "\n  ";
    for (const Finding& finding : findings_) {
      out_ << before << dumped(result(finding));
      before = ",\n  ";
    }
    out_ << "]}]}\n";
  }

 private:
  static std::string dumped(const Json& json) { return inert_json(json.dump()); }
  void member(const char* name, const Json& value) { out_ << " \"" << name << "\": " << dumped(value) << ",\n"; }
  [[nodiscard]] std::string word(const std::string& key) const { return options_.message(key); }

  [[nodiscard]] Json driver() const {
    Json rules = Json::array();
    for (const auto& [rule, index] : rules_) rules.push_back(descriptor(rule));
    Json driver = {{"name", "Mizan"}, {"version", options_.version}, {"semanticVersion", options_.version}, {"rules", std::move(rules)}};
    if (!report_.unreadable.empty()) {
      const Json help = {{"text", plain(word("finding-help.unreadable"))}};
      Json note = {{"id", kUnreadable}, {"name", "UnreadableInput"}};
      for (const char* member : {"shortDescription", "fullDescription", "help"}) note[member] = help;
      driver["notifications"] = Json::array({std::move(note)});
    }
    return driver;
  }

  /// How the run went: what it could not read it says nothing about.
  [[nodiscard]] Json invocation() const {
    const bool has_failed = options_.unreadable_fail && !report_.unreadable.empty();
    Json run = {{"executionSuccessful", !has_failed}};
    if (report_.unreadable.empty()) return run;
    Json& notes = run["toolExecutionNotifications"] = Json::array();
    for (const Error& error : report_.unreadable) {
      Json note = {{"descriptor", {{"id", kUnreadable}, {"index", 0}}},
                   {"level", options_.unreadable_fail ? "error" : "warning"},
                   {"message", {{"text", plain(visible(show(error))) + "."}}}};
      if (const TextPlace place = place_of(error); !place.path.empty()) {
        Json physical = {{"artifactLocation", {{"uri", uri_of(place)}}}};
        if (place.line > 0) physical["region"] = {{"startLine", place.line}};
        note["locations"] = Json::array({{{"physicalLocation", std::move(physical)}}});
      }
      notes.push_back(std::move(note));
    }
    return run;
  }

  /// A rule as people are told of it: its name in Pascal case, what it finds, and what to do about it.
  [[nodiscard]] Json descriptor(const std::string& rule) const {
    const std::size_t dash = rule.find('-');
    const std::string sort = rule.substr(0, dash), what = rule.substr(dash + 1);
    const bool is_check = sort == "check", is_update = sort == "update";
    std::string name;
    for (std::string part : {sort, what}) {
      part[0] = part[0] >= 'a' && part[0] <= 'z' ? static_cast<char>(part[0] - 'a' + 'A') : part[0];
      name += part;
    }
    const std::string summary = is_check ? word("check." + what) : word("relation." + sort) + ": " + word("kind." + what);
    const std::string help = word("finding-help." + (is_check ? rule : sort));
    return {{"id", rule},
            {"name", name},
            {"shortDescription", {{"text", plain(summary) + "."}}},
            {"fullDescription", {{"text", plain(help)}}},
            {"help", {{"text", plain(help)}}},
            {"defaultConfiguration", {{"level", is_update ? "note" : "error"}}},
            {"properties", {{"tags", {"facts"}}, {"precision", "high"}, {"problem.severity", is_update ? "recommendation" : "error"}}}};
  }

  /// Every file that a result points into, once, in the order in which they do.
  Json all_artifacts() {
    Json artifacts = Json::array();
    for (const Finding& finding : findings_)
      for (const Told& told : finding.told) {
        const std::string uri = uri_of(told.place);
        if (!artifacts_.emplace(uri, artifacts_.size()).second) continue;
        artifacts.push_back({{"location", {{"uri", uri}}}, {"roles", {"analysisTarget"}}});
        if (!told.place.is_web) artifacts.back()["encoding"] = "UTF-8";
      }
    return artifacts;
  }

  [[nodiscard]] Json location(const Told& told) const {
    const std::string uri = uri_of(told.place);
    Json physical = {{"artifactLocation", {{"uri", uri}, {"index", artifacts_.at(uri)}}}};
    if (told.place.line > 0) {
      Json& region = physical["region"] = {{"startLine", told.place.line}};
      if (told.place.column > 0) {
        region["startColumn"] = told.place.column;
        region["endLine"] = told.place.end_line;
        region["endColumn"] = told.place.end_column;
        // A viewer may hold this against the file: the bytes as they are.
        region["snippet"] = {{"text", told.claim->quote}};
      }
    }
    return {{"physicalLocation", std::move(physical)}};
  }

  [[nodiscard]] Json result(const Finding& finding) const {
    const std::size_t related = std::min(finding.told.size(), kRelatedLocations + 1);
    const MessageStyle style{plain, [&](const std::string& name, std::size_t told) {
                               return told < related ? "[" + plain(name) + "](" + std::to_string(told) + ")" : plain(name);
                             }};
    Json json = {{"ruleId", finding.rule},
                 {"ruleIndex", rules_.at(finding.rule)},
                 {"level", level_of(finding, options_)},
                 {"message", {{"text", message_of(finding, options_, style)}}},
                 {"locations", Json::array({location(finding.first())})}};
    if (related > 1) {
      Json& locations = json["relatedLocations"] = Json::array();
      for (std::size_t i = 1; i < related; ++i) {
        Json place = location(finding.told[i]);
        place["id"] = i;
        place["message"] = {{"text", related_words(finding.told[i])}};
        locations.push_back(std::move(place));
      }
    }
    // GitHub knows a finding again by the first of these alone; :1 says that it is the only one of this hash.
    json["partialFingerprints"] = {{"primaryLocationLineHash", finding.id + ":1"}, {"mizanFinding/v1", finding.id}};
    json["rank"] = std::round(finding.confidence * 1000) / 10;
    judge(finding, json);
    return json;
  }

  /// "b.txt: 189 (state)".
  [[nodiscard]] std::string related_words(const Told& told) const {
    std::string words = visible(told.article);
    if (told.claim) words += ": " + visible(value_in_words(told.claim->value, options_.message));
    return plain(words) + ".";
  }

  void judge(const Finding& finding, Json& json) const {
    const Judgement& judgement = *finding.judgement;
    if (report_.has_baseline) json["baselineState"] = judgement.standing == Standing::known ? "unchanged" : "new";
    // Where one result has them, all must (3.27.23): the empty list says that nobody asked to see it no more.
    if (!has_suppressed_) return;
    Json& suppressions = json["suppressions"] = Json::array();
    if (!is_suppressed(judgement)) return;
    Json one = {{"kind", "external"}, {"status", "accepted"}};
    if (!judgement.reason.empty()) one["justification"] = visible(judgement.reason);
    if (!judgement.by.empty()) one["properties"] = {{"by", visible(judgement.by)}};
    suppressions.push_back(std::move(one));
  }

  const Report& report_;
  const ReportOptions& options_;
  std::ostream& out_;
  std::vector<Finding> findings_;
  std::map<std::string, std::size_t> rules_;
  std::map<std::string, std::size_t> artifacts_;
  bool has_suppressed_ = false;
};

}  // namespace

void write_sarif(const Report& report, const ReportOptions& options, std::ostream& out) { SarifReport(report, options, out).write(); }

}  // namespace mizan
