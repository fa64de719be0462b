#include "report/text.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <ostream>
#include <set>
#include <vector>

#include "report/visible.hpp"
#include "report/words.hpp"
#include "text/utf8.hpp"

namespace mizan {
namespace {

// Characters of the sentence that a quote shows on either side of its value, and of the value itself.
constexpr std::size_t kAround = 110, kValueHead = 160, kValueTail = 60;
// What is listed before "and so many more"; --verbose lists all.
constexpr std::size_t kArticlesShown = 6, kAgreementsShown = 20;

/// Moves `at` by up to `count` characters back, not before `begin`.
std::size_t step_back(std::string_view text, std::size_t at, std::size_t begin, std::size_t count) {
  while (at > begin && count > 0) {
    --at;
    if (!is_utf8_tail(text[at])) --count;
  }
  return at;
}

std::size_t step_on(std::string_view text, std::size_t at, std::size_t end, std::size_t count) {
  for (; at < end && count > 0; --count) (void)decode_utf8(text, at);
  return std::min(at, end);
}

/// The pieces of a quote: what stands before the value, the value, what stands behind.
struct Excerpt {
  std::string before, value, after;
};

/// The sentence around a claim, cut at a space some way off its value, so that an article of one endless line shows no more.
Excerpt excerpt_of(std::string_view text, const Claim& claim) {
  static constexpr std::string_view kMore = "…";
  const std::size_t value_begin = index_of(claim.span.begin), value_end = index_of(claim.span.end);
  const std::size_t sentence_begin = std::min<std::size_t>(index_of(claim.sentence.begin), value_begin);
  const std::size_t sentence_end = std::clamp<std::size_t>(index_of(claim.sentence.end), value_end, text.size());
  std::size_t begin = step_back(text, value_begin, sentence_begin, kAround);
  if (begin > sentence_begin) begin = std::min(text.find(' ', begin), value_begin);
  std::size_t end = step_on(text, value_end, sentence_end, kAround);
  if (end < sentence_end) {
    const std::size_t space = text.rfind(' ', end);
    end = space != text.npos && space >= value_end ? space : value_end;
  }
  Excerpt excerpt{std::string(text.substr(begin, value_begin - begin)), std::string(text.substr(value_begin, value_end - value_begin)),
                  std::string(text.substr(value_end, end - value_end))};
  const std::size_t head = step_on(text, value_begin, value_end, kValueHead), tail = step_back(text, value_end, value_begin, kValueTail);
  if (head < tail) {
    excerpt.value = std::string(text.substr(value_begin, head - value_begin)).append(" … ").append(text.substr(tail, value_end - tail));
  }
  if (begin > sentence_begin) excerpt.before.insert(0, std::string(kMore));
  if (end < sentence_end) excerpt.after.append(" ").append(kMore);
  return excerpt;
}

bool begins_with_space(std::string_view text) { return !text.empty() && std::string_view(" \t\r\n").find(text.front()) != text.npos; }
bool ends_with_space(std::string_view text) { return !text.empty() && std::string_view(" \t\r\n").find(text.back()) != text.npos; }

/// Writes one report; keeps what every part of it needs.
class TextReport {
 public:
  TextReport(const Report& report, const ReportOptions& options, std::ostream& out) : report_(report), options_(options), out_(out) {
    for (const Document& document : report.documents) documents_.emplace(document.id, &document);
    for (const Claim& claim : report.claims) claims_.emplace(claim.id, &claim);
  }

  void write() {
    const auto conflicts = facts_with(Relation::conflict), updates = facts_with(Relation::update), agreements = facts_with(Relation::agree);
    if (report_.summary.documents == 0) {
      section(word("report.nothing"), Color::yellow);
    } else if (conflicts.empty() && updates.empty() && report_.checks.empty()) {
      section(word("report.none"), Color::green);
    }
    write_facts("report.conflicts", conflicts, Color::red);
    write_checks();
    write_facts("report.updates", updates, Color::yellow);
    if (options_.verbose) {
      write_facts("report.agreements", agreements, Color::green);
    } else {
      list_agreements(agreements);
    }
  }

 private:
  enum class Color { red = 31, green = 32, yellow = 33 };

  [[nodiscard]] std::string word(const std::string& key) const { return options_.message(key); }
  [[nodiscard]] std::string styled(const std::string& text, const std::string& style) const {
    return options_.color ? "\x1b[" + style + "m" + text + "\x1b[0m" : text;
  }
  [[nodiscard]] std::string bold(const std::string& text) const { return styled(text, "1"); }
  [[nodiscard]] std::string colored(const std::string& text, Color color) const {
    return styled(text, "1;" + std::to_string(static_cast<int>(color)));
  }
  /// On a terminal, text of either direction keeps its order to itself: FSI … PDI.
  [[nodiscard]] std::string isolated(const std::string& text) const { return options_.terminal ? "\u2068" + text + "\u2069" : text; }
  /// Words out of an article, an id or a reason.
  [[nodiscard]] std::string foreign(std::string_view text) const { return isolated(visible(text)); }
  [[nodiscard]] std::string value_words(const Value& value) const { return foreign(value_in_words(value, options_.message)); }
  [[nodiscard]] std::string percent(double confidence) const {
    return fill(word("report.confidence"), {std::to_string(std::lround(confidence * 100))});
  }

  [[nodiscard]] std::vector<const Fact*> facts_with(Relation status) const {
    std::vector<const Fact*> facts;
    for (const Fact& fact : report_.facts) {
      const Relation shown = fact.status == Relation::compatible ? Relation::agree : fact.status;
      if (shown == status) facts.push_back(&fact);
    }
    return facts;
  }

  /// A blank line stands between two blocks, none before the first.
  void block() {
    if (!is_first_) out_ << '\n';
    is_first_ = false;
  }
  void section(const std::string& title, Color color) {
    block();
    out_ << colored(title, color) << '\n';
  }

  void write_facts(const char* title, const std::vector<const Fact*>& facts, Color color) {
    if (facts.empty()) return;
    section(fill(word(title), {std::to_string(facts.size())}), color);
    for (const Fact* fact : facts) write_fact(*fact, color);
  }

  void write_fact(const Fact& fact, Color color) {
    block();
    out_ << bold(fact.id) << "  " << colored(word("relation." + std::string(name_of(fact.status))), color) << ": "
         << bold(foreign(label_of(fact))) << " (" << word("kind." + std::string(name_of(fact.kind))) << ")\n";
    for (const Position& position : fact.positions) write_position(position);
    for (const FactRelation& relation : fact.relations) write_relation(fact, relation);
  }

  [[nodiscard]] std::string label_of(const Fact& fact) const {
    return fact.label.empty() ? word("kind." + std::string(name_of(fact.kind))) : fact.label;
  }

  /// A position's claims, article by article in the order of their ids.
  [[nodiscard]] std::map<std::string, std::vector<const Claim*>> by_document(const std::vector<std::string>& ids) const {
    std::map<std::string, std::vector<const Claim*>> found;
    for (const std::string& id : ids) {
      if (const auto claim = claims_.find(id); claim != claims_.end()) found[claim->second->document].push_back(claim->second);
    }
    for (auto& [document, claims] : found) {
      std::ranges::sort(claims, [](const Claim* a, const Claim* b) {
        return a->in_title != b->in_title ? a->in_title : a->span < b->span;
      });
    }
    return found;
  }

  void write_position(const Position& position) {
    const auto articles = by_document(position.claims);
    out_ << "  " << bold(value_words(position.value));
    // Copies of one wire text are one witness: the reader should not count them as many.
    if (position.witnesses > 0 && position.witnesses < articles.size()) {
      out_ << "  " << fill(word("report.witnesses"), {std::to_string(articles.size()), std::to_string(position.witnesses)});
    }
    out_ << '\n';
    std::size_t shown = 0;
    for (const auto& [id, claims] : articles) {
      if (!options_.verbose && shown++ == kArticlesShown) {
        out_ << "    " << fill(word("report.more-articles"), {std::to_string(articles.size() - kArticlesShown)}) << '\n';
        break;
      }
      write_article(id, claims);
    }
  }

  void write_article(const std::string& id, const std::vector<const Claim*>& claims) {
    const auto found = documents_.find(id);
    const Document* document = found == documents_.end() ? nullptr : found->second;
    out_ << "    " << foreign(id);
    if (document && !document->published.empty()) out_ << " · " << foreign(document->published);
    if (document && !document->title.empty()) out_ << " · " << foreign(short_title(document->title));
    out_ << '\n';
    for (const Claim* claim : claims) write_quote(document, *claim);
  }

  [[nodiscard]] static std::string short_title(std::string_view title) {
    const std::size_t end = step_on(title, 0, title.size(), kAround);
    return end < title.size() ? std::string(title.substr(0, end)) + "…" : std::string(title);
  }

  /// The quote in its sentence on a line of its own, the value in double square brackets: they stand in every font, and bidi
  /// treats them as a pair.
  void write_quote(const Document* document, const Claim& claim) {
    const std::string_view text = !document ? std::string_view() : claim.in_title ? document->title : document->text;
    Excerpt excerpt{{}, claim.quote, {}};
    if (claim.span.begin <= claim.span.end && index_of(claim.span.end) <= text.size()) excerpt = excerpt_of(text, claim);
    std::string before = visible(excerpt.before), after = visible(excerpt.after);
    if (!before.empty() && ends_with_space(excerpt.before)) before += ' ';
    if (!after.empty() && begins_with_space(excerpt.after)) after.insert(0, 1, ' ');
    out_ << "      " << isolated(before + bold("[[" + visible(excerpt.value) + "]]") + after) << '\n';
  }

  void write_relation(const Fact& fact, const FactRelation& relation) {
    const bool is_finding = relation.relation == Relation::conflict || relation.relation == Relation::update;
    if (!is_finding && !options_.verbose) return;
    out_ << "  ";
    if (fact.positions.size() > 2 && relation.first < fact.positions.size() && relation.second < fact.positions.size()) {
      const auto value = [&](std::size_t index) { return value_words(fact.positions[index].value); };
      const std::string name = word("relation." + std::string(name_of(relation.relation)));
      out_ << fill(word("report.between"), {value(relation.first), value(relation.second), name}) << ' ';
    }
    write_why(relation.why, relation.confidence);
    if (!relation.slip.empty()) out_ << "  " << word("slip." + relation.slip) << '\n';
    if (!relation.excuse.empty()) out_ << "  " << word("excuse." + relation.excuse) << '\n';
    if (!options_.verbose) return;
    for (const Feature& feature : relation.features) {
      char share[32];
      std::snprintf(share, sizeof share, "%+.3f", feature.share / 1000.0);
      out_ << "    " << share << "  " << visible(term(options_.message, "feature", feature.name)) << '\n';
    }
  }

  void write_why(const std::string& why, double confidence) {
    if (!why.empty()) out_ << fill(word("report.why"), {foreign(why)}) << ' ';
    out_ << '(' << percent(confidence) << ")\n";
  }

  void write_checks() {
    if (report_.checks.empty()) return;
    section(fill(word("report.checks"), {std::to_string(report_.checks.size())}), Color::red);
    for (const CheckFinding& check : report_.checks) {
      block();
      out_ << bold(word("check." + check.check)) << '\n';
      auto articles = by_document(check.claims);
      articles.try_emplace(check.document);
      for (const auto& [id, claims] : articles) write_article(id, claims);
      out_ << "  ";
      write_why(check.why, check.confidence);
    }
  }

  void list_agreements(const std::vector<const Fact*>& facts) {
    if (facts.empty()) return;
    section(fill(word("report.agreements"), {std::to_string(facts.size())}), Color::green);
    const std::size_t shown = std::min(facts.size(), kAgreementsShown);
    for (std::size_t i = 0; i < shown; ++i) list_agreement(*facts[i]);
    if (shown < facts.size()) out_ << "  " << fill(word("report.more-agreements"), {std::to_string(facts.size() - shown)}) << '\n';
  }

  /// One line: label, values, articles.
  void list_agreement(const Fact& fact) {
    out_ << "  " << bold(fact.id) << "  " << foreign(label_of(fact)) << ": ";
    std::set<std::string> ids;
    for (std::size_t i = 0; i < fact.positions.size(); ++i) {
      out_ << (i ? " ~ " : "") << value_words(fact.positions[i].value);
      for (const auto& [id, claims] : by_document(fact.positions[i].claims)) ids.insert(id);
    }
    out_ << " — ";
    std::size_t shown = 0;
    for (const std::string& id : ids) {
      if (shown == kArticlesShown) {
        out_ << " · +" << ids.size() - shown;
        break;
      }
      out_ << (shown++ ? " · " : "") << foreign(id);
    }
    out_ << '\n';
  }

  const Report& report_;
  const ReportOptions& options_;
  std::ostream& out_;
  std::map<std::string, const Document*> documents_;
  std::map<std::string, const Claim*> claims_;
  bool is_first_ = true;
};

}  // namespace

void write_text(const Report& report, const ReportOptions& options, std::ostream& out) { TextReport(report, options, out).write(); }

}  // namespace mizan
