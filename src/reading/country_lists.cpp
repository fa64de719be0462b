#include "reading/country_lists.hpp"
#include "text/marks.hpp"

#include <algorithm>
#include <optional>
#include <string>

namespace mizan {
namespace {

/// A bracket behind a name is passed over where it closes within this many tokens.
constexpr std::uint32_t kLongestBracket = 8;
/// How far before a list the word may stand that leaves it open ("including").
constexpr std::uint32_t kOpenWordReach = 3;

class CountryLists {
 public:
  CountryLists(const Reading& reading, const Sentence& sentence) : reading_(reading), sentence_(sentence), covered_(sentence.last - sentence.first) {
    // Tokens of longer names that hold a country's name and are not the state: New Mexico, France 24.
    for (const auto& atom : sentence.atoms) {
      const bool is_trap = (atom.list == List::countries && atom.entry->id == "-") || atom.list == List::names;
      for (std::uint32_t i = atom.first; is_trap && i < atom.last; ++i)
        covered_[i - sentence.first] = std::max(covered_[i - sentence.first], atom.last - atom.first);
    }
  }

  std::vector<CountryMention> run() const {
    std::vector<CountryMention> lists;
    std::uint32_t read_until = sentence_.first;  // adjectives up to here are of no delegations: no token is walked twice
    for (std::uint32_t i = sentence_.first; i < sentence_.last;) {
      if (!first_at(i, [](const Atom& atom) { return atom.list == List::countries || atom.is_word("delegation-before"); })) {
        ++i;  // most words
        continue;
      }
      if (i >= read_until) {
        auto delegations = delegations_at(i, read_until);
        if (delegations) {
          lists.push_back(std::move(*delegations));
          i = lists.back().last;
          continue;
        }
      }
      const Atom* name = country_at(i);
      if (!name) {
        ++i;
        continue;
      }
      lists.push_back(list_from(*name));
      i = lists.back().last;
    }
    return lists;
  }

 private:
  template <class Accept>
  const Atom* first_at(std::uint32_t i, Accept accept) const {
    for (const auto& atom : sentence_.atoms_at(i))
      if (accept(atom)) return &atom;
    return nullptr;
  }
  static bool is_seat(const Atom& atom) { return atom.entry->type == static_cast<std::uint8_t>(CountryForm::seat); }
  const Atom* country_at(std::uint32_t i) const {
    const Atom* best = nullptr;
    for (const Atom& atom : sentence_.atoms_at(i))
      if (atom.list == List::countries && (!best || (atom.last == best->last && is_seat(*best)))) best = &atom;
    if (!best || best->entry->id == "-" || best->entry->type == static_cast<std::uint8_t>(CountryForm::demonym)) return nullptr;
    return covered_[i - sentence_.first] >= best->last - best->first ? nullptr : best;
  }
  const Atom* word_at(std::uint32_t i, WordList list) const { return sentence_.word_at(i, list); }
  const Atom* demonym_at(std::uint32_t i) const {
    const Atom* best = first_at(i, [](const Atom& a) { return a.list == List::countries; });
    return best && best->entry->type == static_cast<std::uint8_t>(CountryForm::demonym) ? best : nullptr;
  }
  bool is_comma(std::uint32_t i) const {
    const auto mark = mark_at(i);
    return mark == "," || mark == marks::arabic_comma;
  }
  std::string_view mark_at(std::uint32_t i) const {
    if (i >= sentence_.last || reading_.tokens[i].kind != TokenKind::mark) return {};
    return reading_.text(reading_.tokens[i]);
  }

  /// Behind "(joined 2013)".
  std::uint32_t behind_bracket(std::uint32_t i) const {
    if (mark_at(i) != "(") return i;
    for (std::uint32_t end = i + 1; end < i + kLongestBracket; ++end)
      if (mark_at(end) == ")") return end + 1;
    return i;
  }

  /// "the Egyptian and Jordanian delegations": adjectives of states that stand for these, where a word of the pack tells of their bodies, before or behind them.
  std::optional<CountryMention> delegations_at(std::uint32_t i, std::uint32_t& read_until) const {
    const Atom* head = word_at(i, "delegation-before");
    const Atom* name = demonym_at(head ? head->last : i);
    if (!name) return std::nullopt;
    CountryMention list;
    list.first = name->first;
    list.begin = name->begin;
    while (name) {
      list.names.push_back(*name);
      list.last = name->last;
      list.end = name->end;
      std::uint32_t next = name->last;
      bool separated = is_comma(next);
      if (separated) ++next;
      if (const Atom* joint = word_at(next, "and")) {
        separated = true;
        next = joint->last;
      }
      name = next < sentence_.last ? demonym_at(next) : nullptr;
      if (name && !separated && !name->conjunction) name = nullptr;
    }
    read_until = list.last;
    const bool is_body = head || word_at(list.last, "delegation-after");
    return is_body && list.names.size() > 1 ? std::optional(std::move(list)) : std::nullopt;
  }

  /// Cairo, Amman and Riyadh; Kuwait, Oman and Qatar: a form that names a state and the seat of another goes with its neighbours.
  void settle_seats(CountryMention& list) const {
    const auto other_reading = [&](const Atom& name) {
      return first_at(name.first, [&](const Atom& a) { return a.list == List::countries && a.last == name.last && is_seat(a) && a.entry->id != name.entry->id; });
    };
    for (auto& name : list.names) {
      const Atom* seat = is_seat(name) ? nullptr : other_reading(name);
      if (!seat || list.names.size() < 2) continue;
      const bool among_seats = std::all_of(list.names.begin(), list.names.end(), [&](const Atom& other) { return &other == &name || is_seat(other); });
      if (among_seats) name = *seat;
    }
  }

  /// in Iraq, in Syria and in Lebanon: the word before the first name comes again before the others.
  const Atom* repeated_word(std::uint32_t first_name, std::uint32_t i) const {
    if (first_name == sentence_.first) return nullptr;
    const Atom* before = first_at(first_name - 1, [&](const Atom& a) { return a.last == first_name && a.list == List::stopwords; });
    if (!before) return nullptr;
    return first_at(i, [&](const Atom& a) { return a.entry == before->entry && a.last == i + 1; });
  }

  CountryMention list_from(const Atom& first) const {
    CountryMention list;
    list.first = first.first;
    list.begin = first.begin;
    bool conjoined = false;
    for (const Atom* name = &first;;) {
      list.names.push_back(*name);
      list.last = name->last;
      list.end = name->end;
      std::uint32_t next = behind_bracket(name->last);
      bool separated = is_comma(next);
      if (separated) ++next;
      const Atom* joint = word_at(next, "and");
      // Not in "the five members, which are … as well as Germany": there it is no more of them.
      if (!joint && !(list.first > sentence_.first && word_at(list.first - 1, "namely"))) joint = word_at(next, "as-well-as");
      if (joint) {
        separated = conjoined = true;
        next = joint->last;
      }
      if (const Atom* again = repeated_word(list.first, next)) {
        if (again->conjunction) separated = conjoined = true;
        next = again->last;
      }
      if (const Atom* article = word_at(next, "article")) next = article->last;
      if (const Atom* title = word_at(next, "state-title"); title && !country_at(next) && title->last < sentence_.last && country_at(title->last)) {
        if (title->conjunction) separated = conjoined = true;
        next = title->last;
      }
      name = next < sentence_.last ? country_at(next) : nullptr;
      if (name && name->conjunction) separated = conjoined = true;
      if (!name || !separated) break;
    }
    settle_seats(list);
    if (list.names.size() > 1) list.partial = is_open(list);
    // Egypt, Jordan: two names that only a comma divides are an apposition as often as a list.
    if (list.names.size() == 2 && !conjoined && !list.partial) {
      list.names.resize(1);
      list.last = first.last;
      list.end = first.end;
    }
    return list;
  }

  bool is_open(const CountryMention& list) const {
    for (std::uint32_t back = 1; back <= kOpenWordReach && list.first >= sentence_.first + back; ++back)
      if (const Atom* open = word_at(list.first - back, "open-list"); open && open->last + 1 >= list.first && open->last <= list.first) return true;
    return word_at(is_comma(list.last) ? list.last + 1 : list.last, "list-end") != nullptr;
  }

  const Reading& reading_;
  const Sentence& sentence_;
  std::vector<std::uint32_t> covered_;  ///< for each token, the length of the longest trap over it
};

}  // namespace

std::vector<CountryMention> find_country_lists(const Reading& reading, const Sentence& sentence) {
  const auto names_country = [](const Atom& atom) { return atom.list == List::countries; };
  if (std::none_of(sentence.atoms.begin(), sentence.atoms.end(), names_country)) return {};
  return CountryLists(reading, sentence).run();
}

}  // namespace mizan
