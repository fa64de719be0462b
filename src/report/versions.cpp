#include "report/versions.hpp"

#include <nlohmann/json.hpp>
#include <ostream>

#include "kind/claim_writer.hpp"
#include "report/excerpt.hpp"
#include "report/style.hpp"
#include "report/visible.hpp"
#include "report/words.hpp"

namespace mizan {
namespace {

class VersionsText {
 public:
  VersionsText(const Versions& versions, const ReportOptions& options, std::ostream& out)
      : versions_(versions), options_(options), style_{options.terminal, options.color}, out_(out) {}

  void write() {
    const VersionDiff& diff = versions_.diff;
    if (diff.changed.empty() && diff.added.empty() && diff.removed.empty()) section("diff.none", 0, Color::green);
    if (!diff.changed.empty()) section("diff.changed", diff.changed.size(), Color::yellow);
    for (const auto& [before, after] : diff.changed) {
      out_ << "\n  " << fill(options_.message("diff.values"), {style_.bold(value(*before)), style_.bold(value(*after))}) << '\n';
      sentence("- ", versions_.before, *before, Color::red);
      sentence("+ ", versions_.after, *after, Color::green);
    }
    write_list("diff.added", "+ ", diff.added, versions_.after, Color::green);
    write_list("diff.removed", "- ", diff.removed, versions_.before, Color::red);
  }

 private:
  [[nodiscard]] std::string value(const Claim& claim) const { return style_.foreign(value_in_words(claim.value, options_.message)); }

  /// A blank line stands between two parts, none before the first.
  void section(const char* title, std::size_t count, Color color) {
    out_ << (is_first_ ? "" : "\n") << style_.colored(fill(options_.message(title), {std::to_string(count)}), color) << '\n';
    is_first_ = false;
  }

  void sentence(const char* sign, const Document& document, const Claim& claim, Color color) {
    out_ << "    " << style_.colored(sign, color) << quote_in_sentence(&document, claim, style_) << '\n';
  }

  void write_list(const char* title, const char* sign, const std::vector<const Claim*>& claims, const Document& document, Color color) {
    if (claims.empty()) return;
    section(title, claims.size(), color);
    for (const Claim* claim : claims) {
      out_ << "\n  " << style_.bold(value(*claim)) << '\n';
      sentence(sign, document, *claim, color);
    }
  }

  const Versions& versions_;
  const ReportOptions& options_;
  Style style_;
  std::ostream& out_;
  bool is_first_ = true;
};

using Json = nlohmann::ordered_json;

Json json_of(const Claim& claim) { return Json::parse(claim_to_json(claim, ClaimMembers::shown)); }

Json json_of(const std::vector<const Claim*>& claims) {
  Json list = Json::array();
  for (const Claim* claim : claims) list.push_back(json_of(*claim));
  return list;
}

Json json_of(const Document& document) {
  const auto known_or_null = [](const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); };
  return {{"id", document.id}, {"source", known_or_null(document.source)}, {"lang", known_or_null(document.lang)}, {"published", known_or_null(document.published)}};
}

}  // namespace

void write_versions_text(const Versions& versions, const ReportOptions& options, std::ostream& out) { VersionsText(versions, options, out).write(); }

void write_versions_json(const Versions& versions, const ReportOptions& options, std::ostream& out) {
  const VersionDiff& diff = versions.diff;
  Json changed = Json::array();
  for (const auto& [before, after] : diff.changed) changed.push_back({{"old", json_of(*before)}, {"new", json_of(*after)}});
  const Json json = {{"schema", "mizan-diff/1"},
                     {"generator", {{"name", "mizan"}, {"version", options.version}}},
                     {"old", json_of(versions.before)},
                     {"new", json_of(versions.after)},
                     {"changed", changed},
                     {"added", json_of(diff.added)},
                     {"removed", json_of(diff.removed)},
                     {"summary", {{"changed", diff.changed.size()}, {"added", diff.added.size()}, {"removed", diff.removed.size()}, {"unchanged", diff.unchanged}}}};
  out << inert_json(json.dump(1)) << '\n';
}

}  // namespace mizan
