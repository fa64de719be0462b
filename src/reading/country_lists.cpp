#include "reading/country_lists.hpp"
#include "text/marks.hpp"

#include <algorithm>
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
      const bool is_trap = (atom.entry->list == List::countries && atom.entry->id == "-") || atom.entry->list == List::names;
      for (std::uint32_t i = atom.first; is_trap && i < atom.last; ++i) covered_[i - sentence.first] = std::max(covered_[i - sentence.first], atom.last - atom.first);
    }
  }

  std::vector<CountryMention> run() const {
    std::vector<CountryMention> lists;
    for (std::uint32_t i = sentence_.first; i < sentence_.last;) {
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
  const Atom* country_at(std::uint32_t i) const {
    const Atom* best = first_at(i, [](const Atom& a) { return a.entry->list == List::countries; });
    if (!best || best->entry->id == "-" || best->entry->type == static_cast<std::uint8_t>(CountryForm::demonym)) return nullptr;
    return covered_[i - sentence_.first] >= best->last - best->first ? nullptr : best;
  }
  const Atom* word_at(std::uint32_t i, std::string_view list) const {
    return first_at(i, [&](const Atom& a) { return a.entry->list == List::words && a.entry->id == list; });
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

  /// in Iraq, in Syria and in Lebanon: the word before the first name comes again before the others.
  const Atom* repeated_word(std::uint32_t first_name, std::uint32_t i) const {
    if (first_name == sentence_.first) return nullptr;
    const Atom* before = first_at(first_name - 1, [&](const Atom& a) { return a.last == first_name && a.entry->list == List::stopwords; });
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
      if (const Atom* joint = word_at(next, "and")) {
        separated = conjoined = true;
        next = joint->last;
      }
      if (const Atom* again = repeated_word(list.first, next)) {
        if (again->conjunction) separated = conjoined = true;
        next = again->last;
      }
      if (const Atom* article = word_at(next, "article")) next = article->last;
      name = next < sentence_.last ? country_at(next) : nullptr;
      if (name && name->conjunction) separated = conjoined = true;
      if (!name || !separated) break;
    }
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

std::vector<CountryMention> find_country_lists(const Reading& reading, const Sentence& sentence) { return CountryLists(reading, sentence).run(); }

}  // namespace mizan
