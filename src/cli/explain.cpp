#include <algorithm>
#include <deque>
#include <map>
#include <ostream>

#include "cli/judging.hpp"
#include "cli/rules.hpp"
#include "cli/run.hpp"
#include "cli/session.hpp"
#include "judge/findings.hpp"
#include "report/explanation.hpp"
#include "report/rule_text.hpp"
#include "report/visible.hpp"

namespace mizan::cli {
namespace {

constexpr const char* kHowToList = "'mizan check' lists the facts (f1, f2 …), 'mizan rules list' the rules";

/// What an id stands for; several things where it names several.
struct Answer {
  NamedRules named;
  Report report;                     ///< what explanations borrow from
  std::vector<Decision> decisions;   ///< likewise; the store's
  std::deque<PairVerdict> verdicts;  ///< likewise
  std::vector<Explanation> explanations;
  std::vector<ReferenceExplanation> references;
  std::vector<std::pair<CheckFinding, Decided>> checks;

  [[nodiscard]] bool is_empty() const { return named.is_empty() && explanations.empty() && references.empty() && checks.empty(); }
};

/// Findings by id, with what they need to be told.
class Findings {
 public:
  Findings(const Checker& checker, Store& store, Answer& answer) : checker_(checker), store_(store), answer_(answer), claims_(by_id(answer.report.claims)) {
    for (const Document& document : answer.report.documents) documents_.emplace(document.id, &document);
  }

  /// A relation, a fact, a check or a claim by its id.
  Status find(const std::string& id) {
    for (const CheckFinding& check : answer_.report.checks)
      if (check.id == id || std::ranges::find(check.claims, id) != check.claims.end()) answer_.checks.emplace_back(check, notes_on({check.id, {}, {}}));
    for (const Fact& fact : answer_.report.facts) {
      if (fact.id == id || fact.key == id) {
        if (auto told = add_fact(fact); !told) return told;
      }
      for (const FactRelation& relation : fact.relations) {
        const bool names_claim = is_of(fact.positions[relation.first], id) || is_of(fact.positions[relation.second], id);
        const bool is_meant = is_finding(relation) ? names_claim || goes_by(names_of(fact, relation, claims_), id) : relation.id == id;
        if (is_meant) add_relation(fact, relation);
      }
    }
    return ok();
  }

  /// Two claims, whether or not they are a finding. False where one is missing.
  Result<bool> find_pair(const std::string& id_a, const std::string& id_b) {
    const auto a = claims_.find(id_a), b = claims_.find(id_b);
    if (a == claims_.end() || b == claims_.end()) return false;
    for (const Fact& fact : answer_.report.facts) {
      const std::size_t i = position_of(fact, id_a), j = position_of(fact, id_b);
      if (i == fact.positions.size() || j == fact.positions.size()) continue;
      const auto joins_both = [&](const FactRelation& each) { return std::minmax(each.first, each.second) == std::minmax(i, j); };
      const auto relation = std::ranges::find_if(fact.relations, joins_both);
      if (relation == fact.relations.end()) return add_pair(*a->second, *b->second, &fact);
      add_relation(fact, *relation, a->second, b->second);
      return true;
    }
    return add_pair(*a->second, *b->second, nullptr);
  }

  [[nodiscard]] bool has_claim(const std::string& id) const { return claims_.contains(id); }

 private:
  static bool is_of(const Position& position, const std::string& claim) { return std::ranges::find(position.claims, claim) != position.claims.end(); }
  static std::size_t position_of(const Fact& fact, const std::string& claim) {
    return static_cast<std::size_t>(std::ranges::find_if(fact.positions, [&](const Position& each) { return is_of(each, claim); }) - fact.positions.begin());
  }
  [[nodiscard]] const Claim* claim(const std::string& id) const {
    const auto found = claims_.find(id);
    return found == claims_.end() ? nullptr : found->second;
  }
  [[nodiscard]] const Document* document_of(const Claim* claim) const {
    const auto found = claim ? documents_.find(claim->document) : documents_.end();
    return found == documents_.end() ? nullptr : found->second;
  }

  /// What is wrong with the fact; where nothing is, how its positions fit, or why its claims are one.
  Status add_fact(const Fact& fact) {
    const bool has_findings = std::ranges::any_of(fact.relations, [](const FactRelation& each) { return is_finding(each); });
    for (const FactRelation& relation : fact.relations)
      if (!has_findings || is_finding(relation)) add_relation(fact, relation);
    if (!fact.relations.empty()) return ok();
    const auto& claims = fact.positions.front().claims;
    const Claim* first = claim(claims.front());
    const auto other = std::ranges::find_if(claims, [&](const std::string& id) { return claim(id)->document != first->document; });
    if (other == claims.end()) return ok();
    if (auto told = add_pair(*first, *claim(*other), &fact); !told) return told.error();
    return ok();
  }

  void add_relation(const Fact& fact, const FactRelation& relation, const Claim* a = nullptr, const Claim* b = nullptr) {
    const Position& other = fact.positions[relation.second];
    if (other.reference) {
      const Claim* first = claim(fact.positions[relation.first].claims.front());
      answer_.references.push_back({first, document_of(first), &fact, &relation, &other, notes_on(names_of(fact, relation, claims_))});
      return;
    }
    Explanation told;
    told.fact = &fact;
    told.relation = &relation;
    const auto spokesman = [&](const std::string& linked, std::size_t position) {
      return claim(relation.is_direct ? linked : fact.positions[position].claims.front());
    };
    told.a = a ? a : spokesman(relation.claim_a, relation.first);
    told.b = b ? b : spokesman(relation.claim_b, relation.second);
    const bool is_turned = a && !is_of(fact.positions[relation.first], a->id);
    if (is_finding(relation)) told.decided = notes_on(names_of(fact, relation, claims_));
    add_others(told, is_turned ? relation.claim_b : relation.claim_a, is_turned ? relation.claim_a : relation.claim_b);
    add(told);
  }

  Result<bool> add_pair(const Claim& a, const Claim& b, const Fact* fact) {
    auto compared = checker_.verdict(store_, a, b);
    if (!compared) return compared.error();
    PairVerdict& verdict = answer_.verdicts.emplace_back(std::move(*compared));
    if (!fact && verdict.barrier.empty()) verdict.barrier = "grouped";
    Explanation told;
    told.a = &a;
    told.b = &b;
    told.fact = fact;
    told.verdict = &verdict;
    const bool is_rival = !verdict.rival_a.empty();
    add_others(told, is_rival ? verdict.rival_a : verdict.told_a, is_rival ? verdict.rival_b : verdict.told_b);
    add(told);
    return true;
  }

  void add_others(Explanation& told, const std::string& a, const std::string& b) const {
    if (told.a->id == a && told.b->id == b) return;
    told.other_a = claim(a);
    told.other_b = claim(b);
  }

  [[nodiscard]] Decided notes_on(const FindingNames& names) const {
    Decided notes;
    for (const Decision& each : answer_.decisions)
      if (each.ruling == Ruling::note && goes_by(names, each.finding)) notes.push_back(&each);
    return notes;
  }

  void add(Explanation told) {
    const std::pair<ClaimMark, ClaimMark> marks = std::minmax(mark_of(*told.a), mark_of(*told.b));
    for (const Decision& each : answer_.decisions)
      if (each.a == marks.first && each.b == marks.second) told.decided.push_back(&each);
    told.document_a = document_of(told.a);
    told.document_b = document_of(told.b);
    told.other_document_a = document_of(told.other_a);
    told.other_document_b = document_of(told.other_b);
    answer_.explanations.push_back(told);
  }

  const Checker& checker_;
  Store& store_;
  Answer& answer_;
  ClaimsById claims_;
  std::map<std::string, const Document*> documents_;
};

void write_text(const Answer& answer, const ReportOptions& options, std::ostream& out) {
  bool is_first = true;
  const auto next = [&] {
    if (!is_first) out << '\n';
    is_first = false;
  };
  for (const RuleInfo& rule : answer.named.rules) next(), write_rule(rule, options.message, out);
  for (const std::string& name : answer.named.built_in) next(), out << visible(name) << "\n  " << built_in_in_words(name, options.message) << '\n';
  for (const PackRowInfo& row : answer.named.rows) next(), write_pack_row(row, options.message, out);
  for (const Explanation& explanation : answer.explanations) next(), write_explanation_text(explanation, options, out);
  for (const ReferenceExplanation& explanation : answer.references) next(), write_reference_text(explanation, options, out);
  for (const auto& [check, decided] : answer.checks) next(), write_check_text(check, decided, answer.report, options, out);
}

/// Each list with its items, whichever there are.
void write_json(const Answer& answer, const ReportOptions& options, std::ostream& out) {
  out << "{\"schema\": \"mizan-explanation/1\"";
  const auto list = [&](const char* name, const auto& items, const auto& to_json) {
    if (items.empty()) return;
    out << ",\n \"" << name << "\": [";
    const char* before = "\n";
    for (const auto& item : items) {
      out << before << to_json(item);
      before = ",\n";
    }
    out << "]";
  };
  list("rules", answer.named.rules, rule_to_json);
  list("built_in", answer.named.built_in, [&](const std::string& name) { return built_in_to_json(name, options.message); });
  list("rows", answer.named.rows, pack_row_to_json);
  list("findings", answer.explanations, [&](const Explanation& explanation) { return explanation_to_json(explanation, options); });
  list("references", answer.references, [&](const ReferenceExplanation& explanation) { return reference_explanation_to_json(explanation, options); });
  list("checks", answer.checks, [](const auto& check) { return check_to_json(check.first, check.second); });
  out << "}\n";
}

Status write_answer(const Answer& answer, const Checker& checker, const Options& options, Context& context) {
  return write_outputs(options, context, [&](const Output& output, std::ostream& out) {
    const auto write = output.format == "json" ? write_json : write_text;
    write(answer, report_options(checker, options, context, output.file.empty()), out);
  });
}

/// Nothing has this id: what is near, or how to find one.
Error unknown(const Checker& checker, const std::string& id, const Report& report, const std::string& else_hint) {
  std::vector<std::string> names;
  for (const Fact& fact : report.facts) {
    names.push_back(fact.id);
    for (const FactRelation& relation : fact.relations) names.push_back(relation.id);
  }
  for (const Claim& claim : report.claims) names.push_back(claim.id);
  // So short an id is like many names of rules, and more likely that of a fact.
  constexpr std::size_t shortest_name = 4;
  if (id.size() >= shortest_name)
    for (const RuleInfo& rule : checker.rules()) {
      names.push_back(rule.name);
      names.push_back(rule.name.substr(rule.name.find(':') + 1));
    }
  const std::string near = nearest(id, {names.begin(), names.end()});
  return {id, "no finding, fact, claim or rule has this id; " + (near.empty() ? else_hint : "did you mean '" + near + "'?"), Error::Cause::usage};
}

/// Two claims by their ids, or one thing by its own; the answer is empty where nothing has it.
Result<Answer> answer_of(const Checker& checker, Store& store, const std::vector<std::string>& ids, const Baseline& baseline, const Options& options) {
  Answer answer;
  auto report = checker.report(store);
  if (!report) return report.error();
  answer.report = std::move(*report);
  judge_quietly(answer.report, baseline, options);
  auto decisions = store.decisions();
  if (!decisions) return decisions.error();
  answer.decisions = std::move(*decisions);
  Findings findings(checker, store, answer);
  if (ids.size() == 2) {
    for (const std::string& id : ids)
      if (!findings.has_claim(id)) return unknown(checker, id, answer.report, kHowToList);
    if (auto told = findings.find_pair(ids[0], ids[1]); !told) return told.error();
  } else {
    if (auto told = findings.find(ids[0]); !told) return told.error();
    if (answer.is_empty() && findings.has_claim(ids[0]))
      return Error{ids[0], "this claim is in no conflict, no update and no slip; name a second claim to see why not", Error::Cause::usage};
    if (answer.is_empty()) return unknown(checker, ids[0], answer.report, kHowToList);
  }
  return answer;
}

/// The ids that the arguments begin with: one, or two where both are ids of claims.
std::size_t count_ids(const std::vector<std::string>& arguments) {
  std::error_code ignored;
  const bool are_two = arguments.size() > 1 && !document_of_claim(arguments[0]).empty() && !document_of_claim(arguments[1]).empty() &&
                       !std::filesystem::exists(arguments[1], ignored);
  return are_two ? 2 : 1;
}

}  // namespace

int run_explain(const Options& options, Context& context) {
  if (options.paths.empty()) return fail(context, {"", "explain what? Name a finding (f1, or its id), two claims, or a rule", Error::Cause::usage});
  const auto opened = open_checker(options, context);
  if (!opened) return fail(context, opened.error());
  const Checker& checker = **opened;
  const auto split = options.paths.begin() + static_cast<std::ptrdiff_t>(count_ids(options.paths));
  const std::vector<std::string> ids(options.paths.begin(), split), rest(split, options.paths.end());

  Answer rules;
  if (ids.size() == 1) rules.named = find_rules(checker, ids[0]);
  if (!rules.is_empty()) {
    const auto written = write_answer(rules, checker, options, context);
    return written ? all_well : fail(context, written.error());
  }
  if (options.store.empty() && rest.empty()) {
    return fail(context, unknown(checker, ids[0], {}, "where it is that of a finding, --store FILE must be given, or the articles after it"));
  }
  if (!options.store.empty() && !rest.empty()) return fail(context, {rest.front(), "with --store, explain takes ids only", Error::Cause::usage});
  const auto baseline = named_baseline(options);
  if (!baseline) return fail(context, baseline.error());
  const auto ground = open_ground(options, rest, checker, context);
  if (!ground) return fail(context, ground.error());
  const auto answer = answer_of(checker, *ground->store, ids, *baseline, options);
  if (!answer) return fail(context, answer.error());
  if (const auto written = write_answer(*answer, checker, options, context); !written) return fail(context, written.error());
  return options.store.empty() ? status_of_inputs(ground->counts, options) : all_well;
}

}  // namespace mizan::cli
