#include <algorithm>
#include <array>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <ostream>
#include <set>
#include <stdexcept>

#include "cli/interrupt.hpp"
#include "cli/reference_row.hpp"
#include "cli/review_grounds.hpp"
#include "cli/run.hpp"
#include "cli/session.hpp"
#include "judge/decision_json.hpp"
#include "judge/decisions.hpp"
#include "report/visible.hpp"
#include "report/words.hpp"

namespace mizan::cli {
namespace {

/// What an action works on.
struct Session {
  const Options& options;
  const Checker& checker;
  Context& context;
  std::vector<std::string> ids, paths;  ///< what stands behind the action's name: ids, and articles to look for them in

  [[nodiscard]] std::string word(const std::string& key, const std::vector<std::string>& parts) const { return fill(checker.message(key), parts); }
};

Error usage(const std::string& where, const std::string& what) { return {where, what, Error::Cause::usage}; }

std::string today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  std::array<char, 11> text{};
  std::strftime(text.data(), text.size(), "%Y-%m-%d", &local);
  return text.data();
}

/// A decision of who reviews now.
Decision decision_of(const Session& session, Ruling ruling) {
  Decision decision;
  decision.ruling = ruling;
  decision.reason = session.options.reason;
  decision.by = session.options.by.empty() ? session.context.user : session.options.by;
  decision.on = session.options.date.empty() ? today() : session.options.date;
  return decision;
}

std::string joined(const std::set<std::string>& list) {
  std::string text;
  for (const std::string& each : list) text += (text.empty() ? "" : " · ") + visible(each);
  return text;
}

/// Puts decisions into the file of the store.
Status keep(const Session& session, const std::vector<Decision>& decisions) {
  auto store = open_for_change(session.options, session.checker.packs());
  if (!store) return store.error();
  const Writing writing;
  return session.checker.decide(**store, decisions);
}

Error unknown_finding(const Session& session, const std::string& id) {
  return usage(id, session.paths.empty() ? "no finding of the store has this id; name the articles that it is of after it" : "no finding has this id");
}

/// accept, dismiss, note: about findings, of which a fact may have several.
int judge(const Session& session, Ruling ruling) {
  const bool is_note = ruling == Ruling::note;
  const std::string name(name_of(ruling));
  if (session.ids.empty()) return fail(session.context, usage("", "review " + name + " needs the id of a finding, as the report shows it"));
  if (is_note && session.options.reason.empty()) return fail(session.context, usage("", "review note needs a text: --reason TEXT"));
  auto grounds = grounds_of(session.options, session.paths, session.checker, session.context);
  if (!grounds) return fail(session.context, grounds.error());
  const Claim* right = nullptr;
  if (!session.options.right.empty()) {
    right = claim_of(grounds->report, session.options.right);
    if (!right) return fail(session.context, usage(session.options.right, "no claim has this id"));
  }
  std::vector<Decision> decisions;
  std::set<std::string> touched;
  const auto findings = findings_of(grounds->report, session.checker);
  for (const std::string& id : session.ids) {
    bool is_known = false;
    for (const Finding& finding : findings) {
      if (!is_called(finding, id)) continue;
      is_known = true;
      Decision decision = decision_of(session, ruling);
      decision.finding = finding.id;
      decision.told = finding.told;
      if (right) decision.right = mark_of(*right);
      touched.merge(touched_articles(grounds->report, finding, decision.right));
      decisions.push_back(std::move(decision));
    }
    if (!is_known) return fail(session.context, unknown_finding(session, id));
  }
  grounds->store.reset();  // as long as it is open nobody writes to its file
  if (!session.options.as_reference.empty()) {
    if (auto written = write_reference_row(session.options, session.context, grounds->report, *right); !written) return fail(session.context, written.error());
  }
  if (auto kept = keep(session, decisions); !kept) return fail(session.context, kept.error());
  close(session.context, session.options, session.checker, "closing.review." + name, {counted(session.checker, "finding", decisions.size())});
  if (ruling == Ruling::accept && !touched.empty()) close(session.context, session.options, session.checker, "review.touches", {joined(touched)});
  return all_well;
}
int accept(const Session& session) { return judge(session, Ruling::accept); }
int dismiss(const Session& session) { return judge(session, Ruling::dismiss); }
int note(const Session& session) { return judge(session, Ruling::note); }

/// The two claims that a decision of theirs names.
Result<std::pair<ClaimMark, ClaimMark>> two_marks(const Session& session, const Report& report) {
  std::vector<ClaimMark> marks;
  for (const std::string& id : session.ids) {
    const Claim* claim = claim_of(report, id);
    if (!claim) return usage(id, "no claim has this id; 'mizan show ARTICLE --store FILE' lists them");
    marks.push_back(mark_of(*claim));
  }
  if (marks[0] == marks[1]) return usage(session.ids[1], "says the same in the same words of the same article: the two cannot be told apart");
  return std::pair<ClaimMark, ClaimMark>(std::minmax(marks[0], marks[1]));
}

int judge_claims(const Session& session, Ruling ruling) {
  if (session.ids.size() != 2) return fail(session.context, usage("", "review " + std::string(name_of(ruling)) + " needs the ids of two claims"));
  auto grounds = grounds_of(session.options, session.paths, session.checker, session.context);
  if (!grounds) return fail(session.context, grounds.error());
  const auto marks = two_marks(session, grounds->report);
  if (!marks) return fail(session.context, marks.error());
  Decision decision = decision_of(session, ruling);
  decision.a = marks->first;
  decision.b = marks->second;
  grounds->store.reset();
  if (auto kept = keep(session, {decision}); !kept) return fail(session.context, kept.error());
  close(session.context, session.options, session.checker, "closing.review." + std::string(name_of(ruling)), session.ids);
  return all_well;
}
int same(const Session& session) { return judge_claims(session, Ruling::same); }
int different(const Session& session) { return judge_claims(session, Ruling::different); }

/// Takes back what was decided about findings, or about two claims.
int withdraw(const Session& session) {
  if (session.ids.empty()) return fail(session.context, usage("", "review withdraw needs the id of a finding, or of two claims"));
  auto grounds = grounds_of(session.options, session.paths, session.checker, session.context);
  if (!grounds) return fail(session.context, grounds.error());
  const auto decisions = grounds->store->decisions();
  if (!decisions) return fail(session.context, decisions.error());
  std::vector<Decision> meant;
  if (session.ids.size() == 2 && claim_of(grounds->report, session.ids[0])) {
    const auto marks = two_marks(session, grounds->report);
    if (!marks) return fail(session.context, marks.error());
    std::ranges::copy_if(*decisions, std::back_inserter(meant), [&](const Decision& each) { return each.a == marks->first && each.b == marks->second; });
  } else {
    std::set<std::string> findings(session.ids.begin(), session.ids.end());  // also of what is found no more
    for (const Finding& finding : findings_of(grounds->report, session.checker))
      for (const std::string& id : session.ids)
        if (is_called(finding, id)) any_name(finding.names, [&](const std::string& name) { return findings.insert(name), false; });
    std::ranges::copy_if(*decisions, std::back_inserter(meant), [&](const Decision& each) { return findings.contains(each.finding); });
  }
  if (meant.empty()) return fail(session.context, usage(session.ids.front(), "nothing was decided about it"));
  grounds->store.reset();
  const auto store = open_for_change(session.options, session.checker.packs());
  if (!store) return fail(session.context, store.error());
  const Writing writing;
  for (const Decision& decision : meant)
    if (auto done = session.checker.withdraw(**store, decision); !done) return fail(session.context, done.error());
  close(session.context, session.options, session.checker, "closing.review.withdraw", {std::to_string(meant.size())});
  return all_well;
}

std::string mark_words(const ClaimMark& mark) { return visible(mark.value) + " (" + visible(mark.document) + ": " + visible(mark.words) + ")"; }

/// One decision for people: what, about what, who, when, why, and which articles wait for a correction.
void tell(const Session& session, const Report& report, const std::vector<Finding>& findings, const Decision& decision) {
  std::ostream& out = session.context.out;
  const bool is_about_claims = decision.finding.empty();
  out << session.checker.message("ruling." + std::string(name_of(decision.ruling))) << "  "
      << (is_about_claims ? mark_words(decision.a) : visible(decision.finding)) << "  " << visible(decision.by) << ", " << visible(decision.on) << '\n';
  if (is_about_claims) out << "  " << mark_words(decision.b) << '\n';
  if (!decision.told.empty()) out << "  " << visible(decision.told) << '\n';
  if (!decision.reason.empty()) out << "  " << session.word("review.reason", {visible(decision.reason)}) << '\n';
  if (!decision.right.is_empty()) out << "  " << session.word("review.right", {mark_words(decision.right)}) << '\n';
  if (is_about_claims) return;
  const auto finding = std::ranges::find_if(findings, [&](const Finding& each) { return goes_by(each.names, decision.finding); });
  if (finding == findings.end()) out << "  " << session.checker.message("review.gone") << '\n';
  else if (decision.ruling == Ruling::accept)
    out << "  " << session.word("review.touches", {joined(touched_articles(report, *finding, decision.right))}) << '\n';
}

int list(const Session& session) {
  if (!session.ids.empty()) return fail(session.context, usage(session.ids.front(), "review list takes no ids"));
  const auto grounds = grounds_of(session.options, session.paths, session.checker, session.context);
  if (!grounds) return fail(session.context, grounds.error());
  const auto decisions = grounds->store->decisions();
  if (!decisions) return fail(session.context, decisions.error());
  const bool is_json = !session.options.outputs.empty() && session.options.outputs.front().format == "json";
  const auto findings = findings_of(grounds->report, session.checker);
  if (is_json) session.context.out << decisions_to_json(*decisions);
  else if (decisions->empty()) session.context.out << session.checker.message("review.none") << '\n';
  else
    for (const Decision& decision : *decisions) tell(session, grounds->report, findings, decision);
  close(session.context, session.options, session.checker, "closing.review.list", {std::to_string(decisions->size())});
  return all_well;
}

int export_all(const Session& session) {
  if (session.ids.size() + session.paths.size() > 0) return fail(session.context, usage("", "review export writes to standard output"));
  const auto store = open_existing(session.options, session.checker.packs());
  if (!store) return fail(session.context, store.error());
  const auto decisions = (*store)->decisions();
  if (!decisions) return fail(session.context, decisions.error());
  session.context.out << decisions_to_json(*decisions);
  return all_well;
}

int import_file(const Session& session) {
  std::vector<std::string> named = session.paths;
  named.insert(named.end(), session.ids.begin(), session.ids.end());
  if (named.size() != 1) return fail(session.context, usage("", "review import needs one FILE, or -"));
  std::ifstream file;
  if (named[0] != "-") file.open(named[0], std::ios::binary);
  std::istream& in = named[0] == "-" ? session.context.in : file;
  std::error_code ignored;
  if (!in || std::filesystem::is_directory(named[0], ignored)) return fail(session.context, usage(named[0], "cannot be opened"));
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  const auto brought = decisions_from_json(text, named[0]);
  if (!brought) return fail(session.context, brought.error());
  auto store = open_for_change(session.options, session.checker.packs());
  if (!store) return fail(session.context, store.error());
  const auto mine = (*store)->decisions();
  if (!mine) return fail(session.context, mine.error());
  auto fresh = merged(*mine, *brought);
  std::erase_if(fresh, [&](const Decision& each) { return std::ranges::find(*mine, each) != mine->end(); });
  const Writing writing;
  if (auto kept = session.checker.decide(**store, fresh); !kept) return fail(session.context, kept.error());
  const std::string taken = std::to_string(fresh.size()), left = std::to_string(brought->size() - fresh.size());
  close(session.context, session.options, session.checker, "closing.review.import", {taken, left});
  return all_well;
}

struct Action {
  std::string_view name;
  int (*run)(const Session& session);
};
constexpr std::array actions{Action{"list", list},       Action{"accept", accept},           Action{"dismiss", dismiss},
                             Action{"same", same},       Action{"different", different},     Action{"note", note},
                             Action{"withdraw", withdraw}, Action{"import", import_file}, Action{"export", export_all}};

/// Ids and articles stand side by side; what is there as a file is an article.
void part(const std::vector<std::string>& arguments, Session& session) {
  std::error_code ignored;
  for (const std::string& each : arguments) {
    const bool is_article = each == "-" || std::filesystem::exists(each, ignored);
    (is_article ? session.paths : session.ids).push_back(each);
  }
}

}  // namespace

int run_review(const Options& options, Context& context) {
  const auto action = std::ranges::find(actions, options.paths.front(), &Action::name);
  if (action == actions.end()) throw std::logic_error("review has no action " + options.paths.front());
  if (options.store.empty()) return fail(context, usage("", "review needs --store FILE"));
  std::error_code ignored;
  if (!std::filesystem::exists(options.store, ignored)) return fail(context, usage(options.store, "no such store"));
  const auto opened = open_checker(options, context);
  if (!opened) return fail(context, opened.error());
  Session session{options, **opened, context, {}, {}};
  part({options.paths.begin() + 1, options.paths.end()}, session);
  return action->run(session);
}

}  // namespace mizan::cli
