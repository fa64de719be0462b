// The atoms and triggers of a sentence. Most words begin no form of several words here, and what they are by themselves is remembered: such a word costs a look at
// two sets of bits and a copy of what it is. Only where the next word may go on with a form is the automaton walked.
#include <algorithm>
#include <array>
#include <initializer_list>

#include "reading/language_reader.hpp"
#include "reading/sentences.hpp"
#include "text/utf8.hpp"

namespace mizan {
namespace {

/// Stable, and without the buffer that std::stable_sort asks for: a token begins few atoms.
void sort_longest_first(std::span<Atom> atoms) {
  for (std::size_t i = 1; i < atoms.size(); ++i)
    for (std::size_t j = i; j > 0 && atoms[j - 1].last < atoms[j].last; --j) std::swap(atoms[j - 1], atoms[j]);
}

bool is_any_of(const Entry& entry, std::initializer_list<WordList> lists) {
  return std::any_of(lists.begin(), lists.end(), [&](WordList list) { return entry.is_word(list); });
}

/// What a row of a list gives a sentence that claims are read from.
std::uint8_t holds_of(const Entry& entry) {
  switch (entry.list) {
    case List::numerals:
    case List::months:
    case List::weekdays:
    case List::decades:
    case List::relative: return holds::figures;
    case List::units: {
      const auto number = static_cast<GrammaticalNumber>(entry.type);
      const bool is_figure = number == GrammaticalNumber::du || number == GrammaticalNumber::one || number == GrammaticalNumber::length;
      return is_figure ? holds::figures : holds::nothing;
    }
    case List::words:
      if (is_any_of(entry, {"early", "mid", "late", "first-day", "century-word", "hijri-mark", "casualty-word", "nobody-hurt", "length-before", "whole-word", "single-word"}))
        return holds::figures;
      if (entry.is_word("settlement")) return holds::places;
      // "in Gyoma", "near Gyoma": a town that no list knows
      return is_any_of(entry, {"locative", "nearness"}) ? holds::place_before_name : holds::nothing;
    case List::countries:
    case List::places: return holds::places;
    case List::names: return holds::names;
    default: return holds::nothing;
  }
}

/// The whole form wins over what is left without clitics, unless it only says what happened: a noun that is a role, and whose unit stands without its ending.
/// A city that is named after a day, and other names of several words, leave what they are made of to be read.
bool decides(const Atom& atom) {
  const auto list = atom.list;
  const bool is_long_name = (list == List::places || list == List::names) && atom.last - atom.first > 1;
  return list != List::roles && list != List::scope && !is_long_name;
}

/// Drops the shorter of triggers of one list that begin at one token, of roles those whose kinds of claims a longer one has. The longest come first.
/// Says how many are left.
std::size_t keep_longest(std::span<Atom> found) {
  if (found.size() < 2) return found.size();
  constexpr std::uint8_t kind_bits = 0x0F;
  sort_longest_first(found);
  const auto hides = [](const Atom& longer, const Atom& atom) {
    if (longer.last == atom.last) return false;
    if (atom.list == List::speech && longer.list == List::roles) return true;  // "claimed victory" says nothing
    if (longer.list != atom.list) return false;
    return atom.list != List::roles || (atom.entry->flags & longer.entry->flags & kind_bits) == (atom.entry->flags & kind_bits);
  };
  std::size_t kept = 0;
  for (std::size_t i = 0; i < found.size(); ++i)
    if (std::none_of(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(kept), [&](const Atom& longer) { return hides(longer, found[i]); }))
      found[kept++] = found[i];
  return kept;
}

}  // namespace

/// Walks the automaton from one token on, with each way to see its word.
class LanguageReader::AtomFinder {
 public:
  AtomFinder(const LanguageReader& reader, const Reading& reading, const Sentence& sentence, std::vector<Atom>& atoms)
      : reader_(reader), language_(*reading.memory->languages[reader.index_]), reading_(reading), sentence_(sentence), atoms_(atoms) {}

  /// Appends what begins at `first`, longest first.
  void run(std::uint32_t first) {
    first_ = first;
    begin_count_ = atoms_.size();
    goes_on_ = needs_token_ = false;
    std::uint32_t decided_at = UINT32_MAX, decided_last = 0;
    for (const auto& start : variants(first)) {
      if (start.root == Automaton::no_node) continue;
      // The whole form wins over what is left without clitics, but not over more words than its own: "and eleven" is two.
      const std::uint32_t behind = decided_at < start.skipped ? decided_last : first;
      const auto found_before = atoms_.size();
      walk(start, behind);
      for (auto i = found_before; i < atoms_.size(); ++i) {
        if (!decides(atoms_[i])) continue;
        if (decided_at == UINT32_MAX) decided_at = start.skipped;
        decided_last = std::max(decided_last, atoms_[i].last);
      }
    }
    sort_longest_first(std::span(atoms_).subspan(begin_count_));
  }

  /// Does what was found hold wherever the word stands before one that goes on with no form?
  [[nodiscard]] bool is_of_word() const { return !goes_on_ && !needs_token_; }

 private:
  struct Branch {
    std::uint32_t node, position;
  };

  [[nodiscard]] std::span<const Variant> variants(std::uint32_t token) const {
    const auto& word = language_.words[reading_.words[token]];
    return std::span<const Variant>(language_.variants).subspan(word.variants, word.variant_count);
  }

  void walk(const Variant& start, std::uint32_t behind) {
    places_[0] = {start.root, first_ + 1};
    std::size_t count = 1;
    for (std::size_t p = 0; p < count; ++p) {
      const Branch place = places_[p];
      if (place.position > behind)
        for (const auto entry : reader_.words_.entries(place.node)) put(start, reader_.language_.entries[entry], place.position);
      if (place.position >= sentence_.last || !reader_.words_.goes_on(place.node)) continue;
      for (const auto& next : variants(place.position))
        if (next.goes_inside())
          if (const auto node = reader_.words_.step(place.node, next.word); node != Automaton::no_node) {
            if (count < places_.size()) places_[count++] = {node, place.position + 1};
            goes_on_ = true;
          }
    }
  }

  void put(const Variant& start, const Entry& found, std::uint32_t last) {
    if (found.is_word("own-word") || found.is_word("own-word-inside")) return;  // says which forms of one stem the word is, and no more
    const auto& token = reading_.tokens[first_];
    if (start.without_ending) {
      if (found.list == List::places) return;  // towns take no such ending: a word that does is another one
      // The two forms stand side by side where one list knows the one and another list the other. A conjunction is no noun with an ending.
      const auto stands = [&](const Atom& atom) {
        return (atom.list == found.list || (atom.is_word("clause"))) && atom.last >= last;
      };
      if (std::any_of(atoms_.begin() + static_cast<std::ptrdiff_t>(begin_count_), atoms_.end(), stands)) return;
    }
    if (found.list == List::countries && token.script == Script::latin && found.form.size() <= 3) {
      needs_token_ = true;
      if (!token.all_capitals) return;  // "us" is the United States only in capitals.
    }
    Atom& atom = atoms_.emplace_back();
    atom.first = first_;
    atom.last = last;
    atom.begin = FoldedOffset{index_of(token.begin) + start.skipped};
    atom.end = reading_.tokens[last - 1].end;
    atom.set(found);
    if (!start.clitic) return;
    atom.conjunction = start.clitic->conjunction;
    atom.preposition = start.clitic->preposition;
    atom.locative = start.clitic->locative;
    atom.article = start.clitic->article;
  }

  const LanguageReader& reader_;
  const LanguageMemory& language_;
  const Reading& reading_;
  const Sentence& sentence_;
  std::vector<Atom>& atoms_;
  std::array<Branch, 64> places_;  ///< more ways than these are not followed
  std::uint32_t first_ = 0;
  std::size_t begin_count_ = 0;
  bool goes_on_ = false, needs_token_ = false;
};

/// Does a form go on from the one word to the other? Asked where their bits say that it may.
bool LanguageReader::begins_form(const LanguageMemory& language, const KnownWord& word, const KnownWord& next) const {
  const auto variants = [&](const KnownWord& of) { return std::span<const Variant>(language.variants).subspan(of.variants, of.variant_count); };
  for (const auto& to : variants(next)) {
    if (!to.goes_inside()) continue;
    for (const auto& from : variants(word))
      if (from.root != Automaton::no_node && words_.step(from.root, to.word) != Automaton::no_node) return true;
  }
  return false;
}

std::uint8_t LanguageReader::find_atoms(const Reading& reading, Sentence& sentence) const {
  auto& language = *reading.memory->languages[index_];
  auto& atoms = reading.memory->atoms;
  atoms.clear();
  AtomFinder finder(*this, reading, sentence, atoms);
  sentence.atom_begins.reserve(sentence.last - sentence.first + 1);
  std::uint8_t held = holds::nothing;
  const auto is_name = [&](std::uint32_t i) { return i < sentence.last && reading.tokens[i].capital && reading.tokens[i].script == Script::latin; };
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    const Token& token = reading.tokens[i];
    if (token.kind == TokenKind::number) held |= holds::figures;
    const auto begin = atoms.size();
    sentence.atom_begins.push_back(static_cast<std::uint32_t>(begin));
    auto& word = language.words[reading.words[i]];
    if (word.variant_count == 0) continue;
    const auto goes_on = [&] {
      if (word.goes_on == 0 || i + 1 >= sentence.last) return false;
      const auto& next = language.words[reading.words[i + 1]];
      return (word.goes_on & next.inside) != 0 && begins_form(language, word, next);
    };
    if (word.has_atoms && !goes_on()) {
      for (std::uint32_t k = 0; k < word.atom_count; ++k) {
        Atom& atom = atoms.emplace_back(language.atoms[word.atoms + k]);
        atom.first = i;
        atom.last = i + 1;
        atom.begin = FoldedOffset{index_of(token.begin) + index_of(atom.begin)};
        atom.end = token.end;
      }
      held |= word.holds;
      if ((word.holds & holds::place_before_name) != 0 && is_name(i + 1)) held |= holds::places;
      continue;
    }
    finder.run(i);
    std::uint8_t found = holds::nothing;
    for (auto k = begin; k < atoms.size(); ++k) {
      const auto one = holds_of(*atoms[k].entry);
      found |= one;
      if ((one & holds::place_before_name) != 0 && is_name(atoms[k].last)) held |= holds::places;
    }
    held |= found;
    if (word.has_atoms || !finder.is_of_word()) continue;
    word.has_atoms = true;
    word.holds = found;
    word.atoms = static_cast<std::uint32_t>(language.atoms.size());
    word.atom_count = static_cast<std::uint16_t>(atoms.size() - begin);
    for (auto k = begin; k < atoms.size(); ++k) {
      language.atoms.push_back(atoms[k]);
      language.atoms.back().begin = FoldedOffset{index_of(atoms[k].begin) - index_of(token.begin)};
    }
  }
  sentence.atom_begins.push_back(static_cast<std::uint32_t>(atoms.size()));
  sentence.atoms.assign(atoms.begin(), atoms.end());
  return held;
}

/// Appends the forms of stems that begin at token `first`, the longest first, where none hides another.
void LanguageReader::walk_triggers(const Reading& reading, const Sentence& sentence, std::uint32_t first, std::vector<Atom>& triggers) const {
  const auto& language = *reading.memory->languages[index_];
  const auto& word = language.words[reading.words[first]];
  const auto before = triggers.size();
  // "sources" has the stem of "seized": such a word is no form but the one that is spelt as it is, whatever is written on it.
  const auto is_own = [&](std::uint32_t i, bool alone) {
    const auto& one = language.words[reading.words[i]];
    return alone ? one.own : one.own_inside;
  };
  const auto is_other = [&](std::uint32_t entry, std::uint32_t last) {
    const bool alone = last == first + 1;
    std::uint32_t own = first;
    while (own < last && !is_own(own, alone)) ++own;
    if (own == last) return false;
    auto form = language_.entries[entry].form.view();
    for (std::uint32_t i = first; i < last; ++i) {
      const auto end = std::min(form.find(' '), form.size());
      if (is_own(i, alone) && !reading.text(reading.tokens[i]).ends_with(form.substr(0, end))) return true;
      form.remove_prefix(std::min(end + 1, form.size()));
    }
    return false;
  };
  // "agreed" begins with the letter of "and" itself.
  const auto has_first_letter = [&](std::string_view form) {
    std::size_t letter = 0;
    return !form.empty() && decode_utf8(form, letter) != 0 && reading.text(reading.tokens[first]).starts_with(form.substr(0, letter));
  };
  const auto walk = [&](auto&& self, std::uint32_t node, std::uint32_t position) -> void {
    for (const auto entry : stems_.entries(node)) {
      if (is_other(entry, position)) continue;
      Atom& atom = triggers.emplace_back();
      atom.first = first;
      atom.last = position;
      atom.begin = reading.tokens[first].begin;
      atom.end = reading.tokens[position - 1].end;
      atom.set(language_.entries[entry]);
      atom.future = word.future;
      atom.conjunction = word.joined && !has_first_letter(language_.entries[entry].form.view());
    }
    if (position >= sentence.last || !stems_.goes_on(node)) return;
    for (const WordId id : language.stems_of(language.words[reading.words[position]]))
      if (const auto next = stems_.step(node, id); next != Automaton::no_node) self(self, next, position + 1);
  };
  for (const WordId id : language.stems_of(word))
    if (const auto node = stems_.start(id); node != Automaton::no_node) walk(walk, node, first + 1);
  // Of forms that begin here the longest one stands: "prime minister" is no minister. But a longer word for places leaves the figures their role.
  triggers.resize(before + keep_longest(std::span(triggers).subspan(before)));
}

namespace {

/// The Red Cross crosses nothing: what stands in capitals beside another capital says nothing of a figure. Of an event it may be the name.
bool is_part_of_name(const Reading& reading, const Sentence& sentence, const Atom& trigger) {
  const auto is_capital = [&](std::uint32_t i) { return i >= sentence.first && i < sentence.last && reading.tokens[i].capital; };
  if (trigger.last != trigger.first + 1 || trigger.first == sentence.first || trigger.list == List::events || !is_capital(trigger.first)) return false;
  return (trigger.first > sentence.first + 1 && is_capital(trigger.first - 1)) || is_capital(trigger.last);
}

}  // namespace

void LanguageReader::find_triggers(const Reading& reading, Sentence& sentence) const {
  auto& language = *reading.memory->languages[index_];
  auto& triggers = reading.memory->atoms;
  triggers.clear();
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    auto& word = language.words[reading.words[i]];
    if (!word.begins_trigger) continue;
    const bool may_go_on = word.trigger_goes_on != 0 && i + 1 < sentence.last && (word.trigger_goes_on & language.words[reading.words[i + 1]].stem_bits) != 0;
    const auto before = triggers.size();
    if (!may_go_on && word.has_triggers) {
      for (std::uint32_t k = 0; k < word.trigger_count; ++k) {
        Atom& atom = triggers.emplace_back(language.atoms[word.triggers + k]);
        atom.first = i;
        atom.last = i + 1;
        atom.begin = reading.tokens[i].begin;
        atom.end = reading.tokens[i].end;
      }
      continue;
    }
    walk_triggers(reading, sentence, i, triggers);
    if (may_go_on || word.has_triggers) continue;
    word.has_triggers = true;
    word.triggers = static_cast<std::uint32_t>(language.atoms.size());
    word.trigger_count = static_cast<std::uint16_t>(triggers.size() - before);
    language.atoms.insert(language.atoms.end(), triggers.begin() + static_cast<std::ptrdiff_t>(before), triggers.end());
  }
  if (std::any_of(triggers.begin(), triggers.end(), [&](const Atom& trigger) { return is_part_of_name(reading, sentence, trigger); }) && !is_written_as_title(reading, sentence))
    std::erase_if(triggers, [&](const Atom& trigger) { return is_part_of_name(reading, sentence, trigger); });
  sentence.triggers.assign(triggers.begin(), triggers.end());
}

}  // namespace mizan
