#include "topic/fact_statement.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "text/marks.hpp"
#include "topic/words.hpp"

namespace mizan {
namespace {

bool is_mark(const Reading& reading, std::uint32_t i) { return reading.tokens[i].kind == TokenKind::mark; }

/// The words around one value: how far to either side nothing but the subject, the statement and words that say nothing stands.
class Surroundings {
 public:
  Surroundings(const Reading& reading, const Sentence& sentence, TokenRange value, Kind kind, const std::vector<NamePlace>& names, const FactStatement& statement)
      : reading_(reading), sentence_(sentence), stems_(reading, sentence), value_(value), names_(names), subject_(statement.subject), words_(statement.words),
        is_figure_(kind == Kind::count || kind == Kind::countries) {}

  [[nodiscard]] bool tells() const {
    if (name_at(value_.first)) return false;  // the year in a conference's name is not when it was held
    const std::uint32_t first = reach_back(), last = reach_on();
    if (!says_all(first, last) || is_doubted(first, last) || is_narrowed(last) || is_question()) return false;
    return is_named_before(first) || std::any_of(names_.begin(), names_.end(), [&](const NamePlace& place) {
             if (!is_own(place) || place.first < first || place.last > last) return false;
             return (is_figure_ && place.first > value_.first) || begins_clause(first, std::min(place.first, value_.first));
           });
  }

 private:
  [[nodiscard]] bool is_own(const NamePlace& place) const { return place.name->subject == subject_; }
  [[nodiscard]] const NamePlace* name_at(std::uint32_t i) const {
    const auto found = std::find_if(names_.begin(), names_.end(), [&](const NamePlace& place) { return place.first <= i && i < place.last; });
    return found == names_.end() ? nullptr : &*found;
  }
  /// Is "and" written on the token?
  [[nodiscard]] bool has_and(std::uint32_t i) const {
    const auto joins = [&](const Atom& atom) { return atom.first == i && atom.conjunction; };
    return std::any_of(sentence_.atoms.begin(), sentence_.atoms.end(), joins) || std::any_of(sentence_.triggers.begin(), sentence_.triggers.end(), joins);
  }
  [[nodiscard]] bool is_and(std::uint32_t i) const { return sentence_.word_at(i, "and") != nullptr; }
  [[nodiscard]] bool may_stand(std::uint32_t i) const {
    static constexpr std::array<std::string_view, 5> harmless{",", marks::arabic_comma, "(", ")", "-"};
    const Token& token = reading_.tokens[i];
    if (token.kind == TokenKind::mark) return std::find(harmless.begin(), harmless.end(), reading_.text(token)) != harmless.end();
    const bool is_said = std::binary_search(words_.begin(), words_.end(), word_of(reading_, sentence_, i).stem);
    if (is_said || token.kind == TokenKind::number) return is_said;
    // Where it happened makes it no other event.
    const auto atoms = atoms_at(sentence_, i);
    const bool is_place = std::any_of(atoms.begin(), atoms.end(), [](const Atom& atom) { return atom.list == List::places && atom.entry->flags == 0; });
    return is_place || !is_content(i);
  }

  /// The year of a date names no conference of that year.
  [[nodiscard]] bool is_figure_of_value(std::uint32_t i) const { return i >= value_.first && i < value_.last && reading_.tokens[i].kind == TokenKind::number; }
  [[nodiscard]] bool says_nothing(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t i = first; i < last; ++i)
      if (!is_mark(reading_, i) && is_content(i)) return false;
    return true;
  }
  /// A short word with an "and" or an article written on it is still one.
  [[nodiscard]] bool is_content(std::uint32_t i) const {
    const std::size_t shortest = reading_.tokens[i].script == Script::arabic ? 6 : 3;
    return stems_.is_content(i) && bare_stem(*sentence_.language, reading_, i).size() >= shortest;
  }
  /// Every word of the statement, in the clause of the value: in "said in 1970 that it entered into force" the year is of another verb.
  [[nodiscard]] bool says_all(std::uint32_t first, std::uint32_t last) const {
    const auto& clauses = sentence_.clauses;
    const auto clause = std::find_if(clauses.begin(), clauses.end(), [&](const Clause& c) { return c.first <= value_.first && value_.first < c.last; });
    if (clause != clauses.end()) {
      first = std::max(first, clause->first);
      // "In March 1970, the treaty …": a comma behind a date that opens the sentence ends no clause.
      const bool is_fronted = says_nothing(clause->first, value_.first) && says_nothing(value_.last, clause->last);
      if (!is_fronted) last = std::min(last, std::max(clause->last, value_.last));
    }
    std::set<std::string> seen;
    for (std::uint32_t i = first; i < last; ++i)
      if (!is_mark(reading_, i) && !is_figure_of_value(i)) seen.insert(word_of(reading_, sentence_, i).stem);
    return std::all_of(words_.begin(), words_.end(), [&](const std::string& word) { return seen.contains(word); });
  }
  /// Planned, feared, denied, or what would have been.
  [[nodiscard]] bool is_doubted(std::uint32_t first, std::uint32_t last) const {
    const auto doubts = [&](const Atom& atom) { return atom.list == List::modality && atom.first >= first && atom.last <= last && !name_at(atom.first); };
    if (std::any_of(sentence_.triggers.begin(), sentence_.triggers.end(), doubts)) return true;
    for (std::uint32_t i = first; i < last; ++i)
      if (!name_at(i) && (sentence_.word_at(i, "negation") || sentence_.word_at(i, "condition"))) return true;
    return false;
  }
  /// Does the stretch of harmless words begin where a clause or the sentence does, at `place` at the latest? Not in "the protocol to the treaty", nor in
  /// "said in 1980 that it was in force", nor in "a meeting before the conference".
  [[nodiscard]] bool begins_clause(std::uint32_t first, std::uint32_t place) const {
    if (first == sentence_.first || is_mark(reading_, first - 1)) return true;
    return std::any_of(sentence_.clauses.begin(), sentence_.clauses.end(), [&](const Clause& clause) {
      return first <= clause.first && clause.first <= place && !sentence_.word_at(clause.first, "clause");
    });
  }
  /// "5 states that possess them" are not all that the treaty has.
  [[nodiscard]] bool is_narrowed(std::uint32_t last) const {
    return is_figure_ && last == value_.last && last < sentence_.last && !is_mark(reading_, last) && is_content(last) && !has_and(last);
  }
  [[nodiscard]] bool is_question() const {
    const auto end = reading_.text(reading_.tokens[sentence_.last - 1]);
    return end == "?" || end == marks::arabic_question;
  }

  [[nodiscard]] std::uint32_t reach_back() const {
    std::uint32_t first = value_.first;
    if (has_and(first)) return first;
    while (first > sentence_.first) {
      const std::uint32_t i = first - 1;
      if (const auto* name = name_at(i)) {
        if (!is_own(*name)) return first;
        first = name->first;
      } else {
        if (!may_stand(i) || is_and(i)) return first;
        first = i;
      }
      if (has_and(first)) return first;
    }
    return first;
  }
  [[nodiscard]] std::uint32_t reach_on() const {
    std::uint32_t last = value_.last;
    while (last < sentence_.last) {
      if (has_and(last)) return last;
      if (const auto* name = name_at(last)) {
        if (!is_own(*name)) return last;
        last = name->last;
      } else {
        if (!may_stand(last) || is_and(last)) return last;
        ++last;
      }
    }
    return last;
  }
  /// "The treaty was opened for signature in 1968 and entered into force in 1970": the subject stands before the "and". There must be no other, and no other event.
  [[nodiscard]] bool is_named_before(std::uint32_t first) const {
    const bool is_joined = has_and(first) || (first > sentence_.first && is_and(first - 1));
    const bool is_alone = std::all_of(names_.begin(), names_.end(), [&](const NamePlace& place) { return is_own(place) && place.last <= first; });
    if (!is_joined || names_.empty() || !is_alone) return false;
    return std::none_of(sentence_.triggers.begin(), sentence_.triggers.end(), [&](const Atom& atom) {
      return atom.list == List::events && atom.first >= names_.front().last && atom.first < first && !name_at(atom.first);
    });
  }

  const Reading& reading_;
  const Sentence& sentence_;
  StemCache stems_;
  TokenRange value_;
  const std::vector<NamePlace>& names_;
  const std::string& subject_;
  const std::vector<std::string>& words_;
  bool is_figure_;  ///< a number or a list, which its noun binds; a date or place may belong to any verb beside it
};

}  // namespace

ToldWord word_of(const Reading& reading, const Sentence& sentence, std::uint32_t i) {
  const Token& token = reading.tokens[i];
  if (token.kind == TokenKind::number) return {std::string(reading.text(token)), false};
  return {bare_stem(*sentence.language, reading, i), token.capital};
}

TokenRange tokens_of(const Reading& reading, const Sentence& sentence, std::size_t begin, std::size_t end) {
  TokenRange found{sentence.last, sentence.first};
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    const Span span = reading.folded.source_span(reading.tokens[i].begin, reading.tokens[i].end);
    if (index_of(span.end) <= begin || index_of(span.begin) >= end) continue;
    found.first = std::min(found.first, i);
    found.last = i + 1;
  }
  return found;
}

std::vector<NamePlace> names_in(const Reading& reading, const Sentence& sentence, const std::vector<SubjectName>& names) {
  std::vector<NamePlace> found;
  const std::string_view lang = language_of(*sentence.language).tag.view();
  std::vector<std::uint32_t> words;  // tokens that are no marks: non-proliferation is two words
  std::vector<ToldWord> told;
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    if (is_mark(reading, i)) continue;
    words.push_back(i);
    told.push_back(word_of(reading, sentence, i));
  }
  for (const auto& name : names) {
    if (name.lang != lang) continue;
    for (std::size_t i = 0; i + name.words.size() <= told.size(); ++i) {
      // NPT is no npt, and START no start; but a title may write any word large.
      const auto is_same = [](const ToldWord& of_name, const ToldWord& of_text) { return of_name.stem == of_text.stem && (!of_name.capital || of_text.capital); };
      if (std::equal(name.words.begin(), name.words.end(), told.begin() + static_cast<std::ptrdiff_t>(i), is_same))
        found.push_back({words[i], words[i + name.words.size() - 1] + 1, &name});
    }
  }
  const auto all = found;
  std::erase_if(found, [&](const NamePlace& place) {
    return std::any_of(all.begin(), all.end(), [&](const NamePlace& other) {
      return other.first <= place.first && place.last <= other.last && other.last - other.first > place.last - place.first;
    });
  });
  std::sort(found.begin(), found.end(), [](const NamePlace& a, const NamePlace& b) { return a.first < b.first; });
  return found;
}

bool tells(const Reading& reading, const Sentence& sentence, TokenRange value, Kind kind, const std::vector<NamePlace>& names, const FactStatement& statement) {
  return Surroundings(reading, sentence, value, kind, names, statement).tells();
}

}  // namespace mizan
