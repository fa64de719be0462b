#include "judge/ignores.hpp"

#include <algorithm>

#include "judge/findings.hpp"

namespace mizan {
namespace {

bool fits(const Ignore& row, const FindingToJudge& finding) {
  const auto asks = [](const std::string& pattern, std::string_view text) { return pattern.empty() || fits_pattern(text, pattern); };
  const auto is_named = [&](const std::string& document) { return fits_pattern(document, row.document); };
  return (row.id.empty() || goes_by(finding.names, row.id)) && asks(row.check, finding.what) && asks(row.kind, finding.kind) &&
         (row.document.empty() || std::ranges::any_of(finding.documents, is_named));
}

/// A row that names an article is idle only where that article was read; one that names none always may be told of.
bool may_be_idle(const Ignore& row, const Report& report) {
  return row.document.empty() || std::ranges::any_of(report.documents, [&](const Document& each) { return fits_pattern(each.id, row.document); });
}

}  // namespace

bool fits_pattern(std::string_view text, std::string_view pattern) {
  // One letter is one code point: the bytes that continue it belong to it.
  const auto behind = [&](std::size_t at) {
    do ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0u) == 0x80u);
    return at;
  };
  // Where a star stood last and how far it has eaten: a mismatch lets it eat one letter more. Never more steps than text times pattern.
  std::size_t t = 0, p = 0, star = pattern.npos, eaten = 0;
  while (t < text.size()) {
    const bool is_any = p < pattern.size() && pattern[p] == '?';
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      eaten = t;
    } else if (p < pattern.size() && (is_any || pattern[p] == text[t])) {
      ++p;
      t = is_any ? behind(t) : t + 1;
    } else if (star != pattern.npos) {
      p = star + 1;
      t = eaten = behind(eaten);
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', p) == pattern.npos;
}

std::vector<Error> apply_ignores(const std::vector<Ignore>& ignores, std::string_view today, Report& report) {
  std::vector<Error> notes;
  if (ignores.empty()) return notes;
  const std::vector<FindingToJudge> findings = findings_to_judge(report);
  for (const Ignore& row : ignores) {
    const bool has_expired = !row.expires.empty() && row.expires < today;
    std::size_t fitting = 0;
    for (const FindingToJudge& finding : findings) {
      if (!fits(row, finding)) continue;
      ++fitting;
      if (!has_expired && finding.judgement->standing == Standing::fresh) *finding.judgement = {Standing::ignored, row.reason, row.where};
    }
    if (has_expired) {
      notes.push_back({row.where, "this ignore has expired on " + row.expires + "; findings that count again: " + std::to_string(fitting)});
    } else if (fitting == 0 && may_be_idle(row, report)) {
      notes.push_back({row.where, "this ignore fits no finding"});
    }
  }
  return notes;
}

}  // namespace mizan
