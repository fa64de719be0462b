#include "kind/closed_lists.hpp"

#include <algorithm>
#include <set>

#include "text/marks.hpp"

namespace mizan {
namespace {

class ClosedList {
 public:
  explicit ClosedList(const SentenceContext& context) : context_(context), sentence_(context.sentence) {}

  std::uint32_t size_behind(std::uint32_t at) const {
    const std::uint32_t begin = behind_opening(at);
    std::set<std::string_view> named;
    bool conjoined = false, by_word = false;
    const Atom* name = begin == at ? nullptr : name_at(begin);
    std::uint32_t last = begin;
    while (name) {
      named.insert(name->entry->id);
      last = name->last;
      std::uint32_t next = is_comma(last) ? last + 1 : last;
      const Atom* joint = sentence_.word_at(next, "and");
      if (joint) next = joint->last;
      if (const Atom* article = sentence_.word_at(next, "article")) next = article->last;
      name = name_at(next);
      const bool is_joined = joint || (name && name->conjunction);
      // A comma and no name that a list knows, an "and" and no such name: what is told here goes on. A comma behind "A, B and C" closes the apposition.
      if (!name && (joint || (is_comma(last) && !by_word))) return 0;
      if (name && !is_joined && !is_comma(last)) return 0;
      conjoined = conjoined || is_joined;
      by_word = name ? joint != nullptr && context_.language.clitics.empty() : by_word;
    }
    return conjoined && is_closed(at, last) ? static_cast<std::uint32_t>(named.size()) : 0;
  }

 private:
  /// Behind "five states:", "five states (", "five states, namely"; `at` itself where nothing opens a list. A comma alone does not: "of the 27 states, Hungary
  /// and Austria objected".
  std::uint32_t behind_opening(std::uint32_t at) const {
    std::uint32_t i = at;
    if (is_mark(i, {":", "(", "–", "—"})) return behind_article(i + 1);
    if (is_comma(i)) ++i;
    const Atom* namely = sentence_.word_at(i, "namely");
    if (!namely) return at;
    i = namely->last;
    return behind_article(is_mark(i, {":"}) ? i + 1 : i);
  }
  std::uint32_t behind_article(std::uint32_t i) const {
    const Atom* article = sentence_.word_at(i, "article");
    return article ? article->last : i;
  }

  const Atom* name_at(std::uint32_t i) const {
    const Atom* best = nullptr;
    for (const Atom& atom : sentence_.atoms_at(i)) {
      const bool is_state = atom.list == List::countries && atom.entry->id != "-" && atom.entry->type != static_cast<std::uint8_t>(CountryForm::demonym);
      if ((is_state || atom.list == List::places) && (!best || atom.last > best->last)) best = &atom;
    }
    return best;
  }

  /// What a mark opens, a mark closes: "the 27 states – Germany and France above all – agreed" names some of them.
  bool is_closed(std::uint32_t opening, std::uint32_t last) const {
    if (is_mark(opening, {"("})) return is_mark(last, {")"});
    if (is_mark(opening, {":", "–", "—"})) return last >= sentence_.last || context_.reading.tokens[last].kind == TokenKind::mark;
    return is_comma(last) || is_end(last);
  }

  /// Does the list end here, and not merely what the lists know of it?
  bool is_end(std::uint32_t i) const {
    if (i >= sentence_.last || is_mark(i, {".", ";", ")", ":", "!", "–", "—", marks::arabic_semicolon})) return true;
    if (context_.reading.tokens[i].kind == TokenKind::mark || sentence_.word_at(i, "and") || sentence_.word_at(i, "as-well-as")) return false;
    const auto atoms = sentence_.atoms_at(i);
    // Where an "and" is written on the word, a word that no list knows may be the next name.
    if (atoms.empty()) return context_.language.clitics.empty();
    return std::none_of(atoms.begin(), atoms.end(), [](const Atom& atom) { return atom.conjunction; });
  }

  bool is_mark(std::uint32_t i, std::initializer_list<std::string_view> any_of) const {
    if (i >= sentence_.last || context_.reading.tokens[i].kind != TokenKind::mark) return false;
    return std::find(any_of.begin(), any_of.end(), context_.reading.text(context_.reading.tokens[i])) != any_of.end();
  }
  bool is_comma(std::uint32_t i) const { return is_mark(i, {",", marks::arabic_comma}); }

  const SentenceContext& context_;
  const Sentence& sentence_;
};

}  // namespace

std::uint32_t listed_behind(const SentenceContext& context, std::uint32_t at) { return ClosedList(context).size_behind(at); }

}  // namespace mizan
