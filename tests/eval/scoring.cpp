#include "scoring.hpp"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <iomanip>
#include <ostream>
#include <set>
#include <string_view>
#include <tuple>

namespace mizan::eval {
namespace {

using nlohmann::json;
using Pair = std::pair<std::string, std::string>;  // of claim ids, sorted
using Pairs = std::map<Pair, std::string>;         // what is said of the two

Pair pair_of(std::string a, std::string b) {
  if (b < a) std::swap(a, b);
  return {std::move(a), std::move(b)};
}

/// The relations as the table counts them: compatible is a kind of agreement.
std::string group_of(const std::string& relation) { return relation == "compatible" ? "agree" : relation; }

// ---- values

std::string replaced(std::string text, char from, char to) {
  std::replace(text.begin(), text.end(), from, to);
  return text;
}

std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> parts{""};
  for (const char c : text) {
    if (c == at) parts.emplace_back();
    else parts.back() += c;
  }
  return parts;
}

std::optional<int> whole_number(const std::string& text) {
  int number = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (failed != std::errc() || end != text.data() + text.size() || number < 0) return std::nullopt;
  return number;
}

std::string last_day_of(int year, int month) {
  const auto last = std::chrono::year{year} / std::chrono::month(static_cast<unsigned>(month)) / std::chrono::last;
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02d-%02u", year, month, static_cast<unsigned>(last.day()));
  return text.data();
}

/// A member as text; one that is no text stands as JSON writes it, so that it equals nothing but itself.
std::string text_of(const json& value, const char* name) {
  const auto found = value.find(name);
  if (found == value.end()) return {};
  return found->is_string() ? found->get<std::string>() : found->dump();
}

/// A value in the form in which it is compared, and nothing where it cannot be read.
using Comparable = std::optional<std::vector<std::string>>;

Comparable date_value(const json& value) {
  const std::string edtf = text_of(value, "edtf");
  const std::size_t slash = edtf.find('/');
  const std::string first = edtf.substr(0, slash);
  const std::string last = slash == std::string::npos ? first : edtf.substr(slash + 1);
  std::string low = "..", high = "..";
  if (!first.empty() && first != "..") {
    const auto days = day_range(first);
    if (!days) return std::nullopt;
    low = days->first;
  }
  if (!last.empty() && last != "..") {
    const auto days = day_range(last);
    if (!days) return std::nullopt;
    high = days->second;
  }
  return std::vector{low, high};
}

/// Rounded to six places, as text; an absent bound is "null".
std::optional<std::string> bound_of(const json& value, const char* name) {
  const auto found = value.find(name);
  if (found == value.end() || found->is_null()) return "null";
  double number = 0;
  if (found->is_number()) {
    number = found->get<double>();
  } else if (found->is_string()) {  // a decimal may stand as text
    const std::string& text = found->get_ref<const std::string&>();
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failed != std::errc() || end != text.data() + text.size()) return std::nullopt;
  } else {
    return std::nullopt;
  }
  std::array<char, 400> text{};  // the largest double has 309 digits before the point
  std::snprintf(text.data(), text.size(), "%.6f", number);
  return std::string_view(text.data()) == "-0.000000" ? "0.000000" : text.data();
}

Comparable count_value(const json& value) {
  const auto min = bound_of(value, "min"), max = bound_of(value, "max");
  if (!min || !max) return std::nullopt;
  return std::vector{*min, *max};
}

Comparable countries_value(const json& value) {
  std::set<std::string> codes;
  if (const auto found = value.find("codes"); found != value.end()) {
    if (!found->is_array()) return std::nullopt;
    for (const json& code : *found) codes.insert(code.is_string() ? code.get<std::string>() : code.dump());
  }
  return std::vector<std::string>(codes.begin(), codes.end());
}

/// Latin letters only, without marks, case and article: "Al-Qāhira" is qahira.
Comparable place_value(const json& value) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkd = icu::Normalizer2::getNFKDInstance(status);
  if (U_FAILURE(status)) return std::nullopt;
  icu::UnicodeString folded = nfkd->normalize(icu::UnicodeString::fromUTF8(text_of(value, "name")), status).foldCase();
  if (U_FAILURE(status)) return std::nullopt;
  std::string letters;
  for (std::int32_t i = 0; i < folded.length(); ++i)
    if (folded[i] >= u'a' && folded[i] <= u'z') letters += static_cast<char>(folded[i]);
  for (const std::string_view article : {"al", "el", "ash", "esh", "ar", "er"})
    if (letters.starts_with(article)) return std::vector{letters.substr(article.size())};
  return std::vector{letters};
}

Comparable comparable(const std::string& kind, const json& value) {
  if (!value.is_object()) return std::nullopt;
  if (kind == "date") return date_value(value);
  if (kind == "count") return count_value(value);
  if (kind == "countries") return countries_value(value);
  return place_value(value);
}

// ---- pairs

/// Claims of one position agree; positions relate as the fact's relations say.
void add_pairs(const ReportedFact& fact, Pairs& pairs) {
  for (const auto& ids : fact.positions)
    for (std::size_t i = 0; i < ids.size(); ++i)
      for (std::size_t j = i + 1; j < ids.size(); ++j) pairs[pair_of(ids[i], ids[j])] = "agree";
  for (const ReportedRelation& row : fact.relations)
    for (const std::string& a : fact.positions[row.first])
      for (const std::string& b : fact.positions[row.second])
        if (a != b) pairs[pair_of(a, b)] = row.relation;
}

/// The sets of claims that the pairs join.
std::vector<std::set<std::string>> components(const Pairs& pairs) {
  std::vector<std::set<std::string>> groups;
  for (const auto& [pair, relation] : pairs) {
    std::set<std::string> joined{pair.first, pair.second};
    std::vector<std::set<std::string>> apart;
    for (auto& group : groups) {
      if (group.contains(pair.first) || group.contains(pair.second)) joined.merge(group);
      else apart.push_back(std::move(group));
    }
    apart.push_back(std::move(joined));
    groups = std::move(apart);
  }
  return groups;
}

/// Shows the first few examples of each kind of mistake.
class Misses {
 public:
  Misses(std::size_t limit, std::ostream& out) : limit_(limit), out_(out) {}
  void show(const std::string& what, const std::string& text) {
    if (++shown_[what] <= limit_) out_ << "  " << what << ": " << text << "\n";
  }
  [[nodiscard]] bool wanted() const { return limit_ > 0; }

 private:
  std::size_t limit_;
  std::ostream& out_;
  std::map<std::string, std::size_t> shown_;
};

std::string quoted(const std::string& text) { return json(text).dump(-1, ' ', false, json::error_handler_t::replace); }
std::string quoted(const json& value) { return value.dump(-1, ' ', false, json::error_handler_t::replace); }

/// One case against one answer; adds to the figures.
class Scorer {
 public:
  Scorer(const Case& gold, const Answer& answer, Figures& figures, Misses& misses)
      : gold_(gold), figures_(figures), misses_(misses), ours_(unique_claims(answer)), matches_(match(gold, ours_)) {
    for (const json& document : gold.documents) {
      const auto lang = document.find("lang");
      languages_[document.at("id")] = lang != document.end() && lang->is_string() ? lang->get<std::string>() : "?";
    }
    for (const GoldRelation& row : gold.relations) expected_[pair_of(row.a, row.b)] = row.relation;
    for (const GoldClaim& claim : gold.claims) homes_[claim.id] = claim.document, quotes_[claim.id] = claim.quote;
    std::map<std::size_t, std::string> gold_of;
    for (const auto& [id, found] : matches_) gold_of[found.ours] = id;
    for (std::size_t i = 0; i < ours_.size(); ++i) {
      const auto known = gold_of.find(i);
      const std::string name = known == gold_of.end() ? "?" + ours_[i].id : known->second;
      names_[ours_[i].id] = name;
      if (known != gold_of.end()) continue;
      homes_[name] = ours_[i].document;
      quotes_[name] = ours_[i].quote;
      spurious_.insert(i);
    }
    Pairs reported;
    for (const ReportedFact& fact : answer.facts) add_pairs(fact, reported);
    found_ = counted(reported);
  }

  void count_claims() {
    for (const GoldClaim& claim : gold_.claims) {
      const auto found = matches_.find(claim.id);
      const bool matched = found != matches_.end(), right = matched && found->second.right;
      for (const std::string& part : parts(claim.kind, claim.document)) {
        add_gold("claims" + part, right);
        add_gold("spans" + part, matched);
      }
      if (right && claim.kind == "count") {
        figures_.units.right += unit_of(claim.unit) == unit_of(ours_[found->second.ours].unit);
        ++figures_.units.all;
      }
      if (!right && misses_.wanted())
        misses_.show(matched ? "wrong value" : "missed claim",
                     gold_.id + "/" + claim.id + " " + claim.kind + " " + quoted(claim.quote) + " " + quoted(claim.value) +
                         (matched ? " got " + quoted(ours_[found->second.ours].value) : ""));
    }
    for (std::size_t i = 0; i < ours_.size(); ++i) {
      const ReportedClaim& claim = ours_[i];
      for (const std::string& part : parts(claim.kind, claim.document)) {
        ++figures_.rows["claims" + part].reported;
        ++figures_.rows["spans" + part].reported;
      }
      if (spurious_.contains(i))
        misses_.show("spurious claim",
                     gold_.id + "/" + claim.document + " " + claim.kind + " " + quoted(claim.quote) + " " + quoted(claim.value));
    }
  }

  void count_alarms(const std::vector<ReportedFact>& facts) {
    Tally& alarms = figures_.rows["alarms"];
    for (const ReportedFact& fact : facts) {
      Pairs pairs;
      add_pairs(fact, pairs);
      bool cries = false, right = false;
      for (const auto& [pair, relation] : counted(pairs)) {
        if (relation != "conflict") continue;
        cries = true;
        right = right || expects(pair, "conflict");
      }
      alarms.reported += cries;
      alarms.reported_hits = alarms.reported_hits.value_or(0) + right;
    }
    for (const auto& group : components(expected_)) {
      bool wanted = false, heard = false;
      for (const auto& [pair, relation] : expected_) {
        if (relation != "conflict" || !group.contains(pair.first)) continue;
        wanted = true;
        const auto found = found_.find(pair);
        heard = heard || (found != found_.end() && found->second == "conflict");
      }
      alarms.gold += wanted;
      alarms.hits += heard;
    }
  }

  void count_pairs() {
    for (const auto& [pair, relation] : expected_) {
      const auto found = found_.find(pair);
      const bool known = found != found_.end();
      const bool right = known && group_of(found->second) == group_of(relation);
      add_gold("same fact", known);
      add_gold(group_of(relation), right);
      if (known) {
        figures_.labels.right += found->second == relation;
        ++figures_.labels.all;
      }
      if (!right) misses_.show("missed " + relation, words(pair) + " reported as " + (known ? found->second : "nothing"));
    }
    for (const auto& [pair, relation] : found_) {
      ++figures_.rows["same fact"].reported;
      ++figures_.rows[group_of(relation)].reported;
      if (relation != "conflict" || expects(pair, "conflict")) continue;
      const auto wanted = expected_.find(pair);
      misses_.show("false conflict", words(pair) + " gold " + (wanted == expected_.end() ? "nothing" : wanted->second));
    }
  }

  void count_case() {
    const auto holds_conflict = [](const Pairs& pairs) {
      return std::any_of(pairs.begin(), pairs.end(), [](const auto& row) { return row.second == "conflict"; });
    };
    const bool wants = holds_conflict(expected_), cries = holds_conflict(found_);
    ++figures_.cases;
    figures_.with_conflict += wants;
    figures_.alarmed += wants && cries;
    figures_.without_conflict += !wants;
    figures_.quiet += !wants && !cries;
  }

 private:
  /// Of claims with one id, the last.
  static std::vector<ReportedClaim> unique_claims(const Answer& answer) {
    std::vector<ReportedClaim> claims;
    std::map<std::string, std::size_t> index;
    for (const ReportedClaim& claim : answer.claims) {
      const auto [at, is_new] = index.emplace(claim.id, claims.size());
      if (is_new) claims.push_back(claim);
      else claims[at->second] = claim;
    }
    return claims;
  }

  /// The rows that a claim counts in: all, its kind, its document's language.
  [[nodiscard]] std::array<std::string, 3> parts(const std::string& kind, const std::string& document) const {
    const auto language = languages_.find(document);
    return {"", " " + kind, " " + (language == languages_.end() ? "?" : language->second)};
  }

  void add_gold(const std::string& row, bool hit) {
    Tally& tally = figures_.rows[row];
    ++tally.gold;
    tally.hits += hit;
  }

  [[nodiscard]] bool expects(const Pair& pair, const char* relation) const {
    const auto found = expected_.find(pair);
    return found != expected_.end() && found->second == relation;
  }

  /// The pairs that count, by the gold's names: those across two documents, and those that the gold lists.
  [[nodiscard]] Pairs counted(const Pairs& reported) const {
    Pairs pairs;
    for (const auto& [ids, relation] : reported) {
      const auto a = names_.find(ids.first), b = names_.find(ids.second);
      if (a == names_.end() || b == names_.end()) continue;
      const Pair pair = pair_of(a->second, b->second);
      if (expected_.contains(pair) || homes_.at(pair.first) != homes_.at(pair.second)) pairs[pair] = relation;
    }
    return pairs;
  }

  [[nodiscard]] std::string words(const Pair& pair) const {
    return gold_.id + " " + pair.first + " " + pair.second + ": " + quotes_.at(pair.first) + " | " + quotes_.at(pair.second);
  }

  const Case& gold_;
  Figures& figures_;
  Misses& misses_;
  std::vector<ReportedClaim> ours_;
  std::map<std::string, Match> matches_;          // by gold id
  std::map<std::string, std::string> languages_;  // by document
  std::map<std::string, std::string> names_;      // of reported claims: the gold's id, or ? and their own
  std::map<std::string, std::string> homes_, quotes_;
  std::set<std::size_t> spurious_;
  Pairs expected_, found_;
};

}  // namespace

std::map<std::string, Match> match(const Case& gold, const std::vector<ReportedClaim>& ours) {
  std::map<std::pair<std::string, std::string>, std::vector<std::size_t>> by_place;
  for (std::size_t i = 0; i < ours.size(); ++i) by_place[{ours[i].document, ours[i].kind}].push_back(i);

  struct Candidate {
    bool wrong;
    std::int64_t overlap;
    std::string gold, id;
    std::size_t ours;
  };
  std::vector<Candidate> candidates;
  for (const GoldClaim& g : gold.claims) {
    const auto place = by_place.find({g.document, g.kind});
    if (place == by_place.end()) continue;
    for (const std::size_t i : place->second) {
      const ReportedClaim& o = ours[i];
      const std::int64_t overlap = std::min(g.end, o.end) - std::max(g.begin, o.begin);
      if (overlap > 0 && 2 * overlap >= std::min(g.end - g.begin, o.end - o.begin))
        candidates.push_back({!same_value(g.kind, g.value, o.value), overlap, g.id, o.id, i});
    }
  }
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return std::tie(a.wrong, b.overlap, a.gold, a.id) < std::tie(b.wrong, a.overlap, b.gold, b.id);
  });

  std::map<std::string, Match> matches;
  std::set<std::size_t> used;
  for (const Candidate& candidate : candidates) {
    if (matches.contains(candidate.gold) || used.contains(candidate.ours)) continue;
    matches[candidate.gold] = {candidate.ours, !candidate.wrong};
    used.insert(candidate.ours);
  }
  return matches;
}

std::optional<std::pair<std::string, std::string>> day_range(std::string point) {
  while (!point.empty() && std::string_view("~?%").find(point.back()) != std::string_view::npos) point.pop_back();
  const auto itself = std::pair{point, point};
  if (point.starts_with('-')) return itself;
  const std::vector<std::string> fields = split(point, '-');
  const std::string& year = fields[0];
  const std::string low = replaced(year, 'X', '0'), high = replaced(year, 'X', '9');
  if (year == "XXXX" || year.size() != 4 || low >= "9999") return itself;
  if (fields.size() == 1 || fields[1] == "XX") return std::pair{low + "-01-01", high + "-12-31"};
  const auto month = whole_number(fields[1]);
  if (fields.size() > 2 && fields[2] != "XX") return itself;
  if (!month || *month < 1 || *month > 12) return itself;
  const auto last_year = whole_number(high);
  if (!last_year || *last_year < 1) return std::nullopt;
  return std::pair{low + "-" + fields[1] + "-01", last_day_of(*last_year, *month)};
}

bool same_value(const std::string& kind, const json& gold, const json& ours) {
  const Comparable mine = comparable(kind, ours), wanted = comparable(kind, gold);
  if (!mine || !wanted) return false;
  bool same = *mine == *wanted;
  if (const auto accept = gold.find("accept"); accept != gold.end())
    for (const json& other : *accept) {
      const Comparable value = comparable(kind, other);
      if (!value) return false;
      same = same || *mine == *value;
    }
  return same;
}

std::string unit_of(const std::string& name) {
  static const std::set<std::string> people{
      "voter",    "spectator", "pupil",    "student",   "child",      "woman",       "man",       "worker",    "employee",  "soldier",
      "officer",  "policeman", "deputy",   "lawmaker",  "member",     "delegate",    "ambassador", "diplomat", "minister",  "judge",
      "specialist", "expert",  "manager",  "homeowner", "resident",   "citizen",     "victim",    "patient",   "casualty",  "refugee",
      "migrant",  "prisoner",  "detainee", "hostage",   "passenger",  "crew",        "fan",       "player",    "athlete",   "teacher",
      "doctor",   "nurse",     "engineer", "researcher", "observer",  "candidate",   "councillor", "senator",  "mp",        "participant",
      "visitor",  "tourist",   "suspect",  "defendant", "rescuer",    "firefighter", "volunteer", "farmer",    "user",      "customer"};
  static const std::map<std::string, std::string> synonyms{
      {"country", "state"}, {"nation", "state"}, {"people", "person"}, {"human", "person"},
      {"%", "percent"},     {"percentage", "percent"}, {"percentage point", "percent"}};
  const std::size_t begin = name.find_first_not_of(" \t\n"), end = name.find_last_not_of(" \t\n");
  if (begin == std::string::npos) return {};
  std::string unit = name.substr(begin, end - begin + 1);
  for (char& c : unit) c = c == '-' ? ' ' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  if (people.contains(unit)) return "person";
  const auto synonym = synonyms.find(unit);
  return synonym == synonyms.end() ? unit : synonym->second;
}

double Tally::precision() const { return Share{reported_hits.value_or(hits), reported}.value(); }
double Tally::recall() const { return Share{hits, gold}.value(); }
double Tally::f1() const {
  const double p = precision(), r = recall();
  return p + r > 0 ? 2 * p * r / (p + r) : 0.0;
}

Figures score(const std::vector<Case>& cases, const std::vector<Answer>& answers, std::size_t misses, std::ostream& out) {
  Figures figures;
  for (const char* name : {"claims", "same fact", "agree", "conflict", "update", "alarms"}) figures.rows[name];
  Misses shown(misses, out);
  for (std::size_t i = 0; i < cases.size(); ++i) {
    Scorer scorer(cases[i], answers.at(i), figures, shown);
    scorer.count_claims();
    scorer.count_alarms(answers[i].facts);
    scorer.count_pairs();
    scorer.count_case();
  }
  return figures;
}

void print_table(const Figures& figures, std::ostream& out) {
  out << std::fixed << std::setprecision(3);
  for (const auto& [name, row] : figures.rows)
    out << std::left << std::setw(18) << name << " P " << row.precision() << "  R " << row.recall() << "  F1 " << row.f1() << "   ("
        << row.hits << " of " << row.gold << " gold, " << row.reported << " reported)\n";
  out << "unit accuracy      " << figures.units.value() << "; label accuracy of found facts " << figures.labels.value() << "\n";
  out << "cases with a conflict " << figures.with_conflict << "; of them alarmed " << figures.alarmed << "; cases without "
      << figures.without_conflict << "; of them quiet " << figures.quiet << "\n";
}

nlohmann::ordered_json to_json(const Figures& figures) {
  nlohmann::ordered_json all = nlohmann::ordered_json::object();
  for (const auto& [name, row] : figures.rows)
    all[name] = {{"precision", row.precision()}, {"recall", row.recall()}, {"f1", row.f1()},
                 {"hits", row.hits}, {"reported", row.reported}, {"gold", row.gold}};
  all["unit accuracy"] = figures.units.value();
  all["label accuracy"] = figures.labels.value();
  all["cases"] = {{"cases with a conflict", figures.with_conflict}, {"of them alarmed", figures.alarmed},
                  {"cases without", figures.without_conflict}, {"of them quiet", figures.quiet}};
  return all;
}

}  // namespace mizan::eval
