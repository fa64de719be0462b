#include "reading/language_reader.hpp"

#include <algorithm>

#include "reading/arbiter.hpp"
#include "reading/clauses.hpp"
#include "reading/country_lists.hpp"
#include "reading/numbers.hpp"

namespace mizan {
namespace {

/// Lists that are matched by stem: what a claim is about is told in many forms of one word.
bool is_matched_by_stem(List list) {
  return list == List::events || list == List::roles || list == List::facets || list == List::modality || list == List::change || list == List::speech;
}

bool is_grammar(List list) {
  return list == List::identifiers || list == List::qualifiers || list == List::relative || list == List::words || list == List::scope || list == List::stopwords;
}

/// An adverb is written with the mark of its ending as often as without, and folds to two forms: those of the lists stand both ways. Was there one?
bool strip_endings(std::vector<std::string_view>& words, std::string_view ending) {
  if (ending.empty()) return false;
  bool stripped = false;
  for (auto& word : words)
    if (word.size() > 8 && word.ends_with(ending)) {
      word.remove_suffix(ending.size());
      stripped = true;
    }
  return stripped;
}

/// Words of this many bytes and more carry no clitics or glue that a list would know.
constexpr std::size_t kLongWord = 64;
/// A rest shorter than this (in bytes; two Arabic letters are four) is no word behind a clitic.
constexpr std::size_t kShortestRest = 4;

}  // namespace

Result<std::unique_ptr<LanguageReader>> LanguageReader::make(const Language& language, const World& world) {
  std::unique_ptr<LanguageReader> reader(new LanguageReader(language));
  const Stemmer stemmer(language.stemmer);
  for (const auto& clitic : language.clitics)
    if (clitic.article && !clitic.conjunction && !clitic.preposition && !clitic.future) reader->article_ = clitic.form;
  reader->words_.reserve(language.entries.size());
  for (std::uint32_t i = 0; i < language.entries.size(); ++i) {
    const auto& entry = language.entries[i];
    auto words = cut_form(entry.form);
    if (is_matched_by_stem(entry.list)) {
      // The counted noun that is itself the role is found exactly as the unit is, clitics and all.
      if (entry.list == List::roles && entry.side == Side::unit) reader->words_.add(words, i);
      std::vector<std::string> stems;
      for (const auto word : words) stems.push_back(stemmer(word));
      words.assign(stems.begin(), stems.end());
      reader->stems_.add(words, i);
    } else {
      reader->words_.add(words, i);
      if (entry.list == List::numerals) reader->add_with_detached_conjunction(words, i);
      if (is_grammar(entry.list) && strip_endings(words, language.indefinite_suffix)) reader->words_.add(words, i);
    }
  }
  reader->give_classes(world);
  auto rules = RuleSet::compile(language.rules, reader->classes_);
  if (!rules) return rules.error();
  reader->rules_ = std::move(*rules);
  return reader;
}

/// "three-and twenty" is written "three and twenty" as well, the conjunction as a word of its own.
void LanguageReader::add_with_detached_conjunction(const std::vector<std::string_view>& words, std::uint32_t entry) {
  for (const auto& clitic : language_.clitics) {
    if (!clitic.conjunction || clitic.article || clitic.preposition) continue;
    std::vector<std::string_view> detached{words.front()};
    for (std::size_t w = 1; w < words.size(); ++w) {
      const auto word = words[w];
      const bool joined = word.starts_with(clitic.form) && word.size() >= clitic.form.size() + kShortestRest + 2;
      if (joined) detached.push_back(clitic.form);
      detached.push_back(joined ? word.substr(clitic.form.size()) : word);
    }
    if (detached.size() > words.size()) words_.add(detached, entry);
  }
}

std::vector<LanguageReader::Variant> LanguageReader::variants(std::string_view word) const {
  std::vector<Variant> result;
  const auto add = [&](std::string_view form, std::uint32_t skipped, const Clitic* clitic) {
    if (const WordId id = words_.word(form); id != Automaton::no_word) result.push_back({id, skipped, clitic});
    // The contracted article, where a list knows the word only with it.
    if (clitic && clitic->article && !article_.empty() && !clitic->form.ends_with(article_))
      if (const WordId id = words_.word(article_ + std::string(form)); id != Automaton::no_word) result.push_back({id, skipped, clitic});
    // A noun without its marks: the letter of the accusative, which folding takes only where it is marked.
    const auto& ending = language_.indefinite_suffix;
    if (!ending.empty() && form.size() > kShortestRest && form.ends_with(ending))
      if (const WordId id = words_.word(form.substr(0, form.size() - ending.size())); id != Automaton::no_word)
        result.push_back({id, skipped, clitic, true});
  };
  add(word, 0, nullptr);
  if (word.size() <= kLongWord)
    for (const auto& clitic : language_.clitics)
      if (word.size() >= clitic.form.size() + kShortestRest && word.starts_with(clitic.form))
        add(word.substr(clitic.form.size()), static_cast<std::uint32_t>(clitic.form.size()), &clitic);
  return result;
}

std::string_view LanguageReader::without_clitics(std::string_view word) const {
  if (words_.word(word) != Automaton::no_word || language_.clitics.empty()) return word;
  for (const auto& variant : variants(word)) return word.substr(variant.skipped);
  for (auto clitic = language_.clitics.rbegin(); clitic != language_.clitics.rend(); ++clitic)
    if (clitic->article && word.size() >= clitic->form.size() + 6 && word.starts_with(clitic->form)) return word.substr(clitic->form.size());
  return word;
}

bool LanguageReader::is_stopword(std::string_view word, WordClass up_to) const {
  for (const auto& variant : variants(word)) {
    const auto node = words_.step(Automaton::root, variant.word);
    if (node == Automaton::no_node) continue;
    for (const auto entry : words_.entries(node)) {
      const auto& e = language_.entries[entry];
      if (e.list == List::stopwords && e.type <= static_cast<std::uint8_t>(up_to)) return true;
    }
  }
  return false;
}

std::size_t LanguageReader::split_of(std::string_view word) const {
  if (word.size() < 12 || word.size() > kLongWord || !variants(word).empty()) return 0;
  const auto is_known = [&](std::string_view part, std::initializer_list<List> lists) {
    for (const auto& variant : variants(part)) {
      // A word that begins a longer form counts too: "United" of the United States.
      const auto node = words_.step(Automaton::root, variant.word);
      if (node == Automaton::no_node) continue;
      if (lists.size() == 0 || words_.entries(node).empty()) return true;
      for (const auto entry : words_.entries(node))
        if (std::find(lists.begin(), lists.end(), language_.entries[entry].list) != lists.end()) return true;
    }
    return false;
  };
  for (const auto& clitic : language_.clitics) {
    if (!clitic.article) continue;
    // Only where the second word has its article on: two known words that happen to make a third must not be torn.
    for (auto at = word.find(clitic.form, 6); at != std::string_view::npos; at = word.find(clitic.form, at + 1)) {
      if (word.size() - at < clitic.form.size() + kShortestRest) break;
      const auto head = word.substr(0, at), tail = word.substr(at);
      const bool tail_known = words_.word(tail) != Automaton::no_word || !variants(tail).empty() || split_of(tail) != 0;
      if (tail_known && is_known(head, {List::countries, List::months, List::weekdays, List::units, List::places})) return at;
    }
  }
  return 0;
}

void LanguageReader::find_atoms(const Reading& reading, Sentence& sentence) const {
  std::vector<std::vector<Variant>> seen(sentence.last - sentence.first);
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) seen[i - sentence.first] = variants(reading.text(reading.tokens[i]));

  struct Branch {
    std::uint32_t node, position;
  };
  for (std::uint32_t first = sentence.first; first < sentence.last; ++first) {
    const auto begin_count = sentence.atoms.size();
    std::uint32_t decided_at = UINT32_MAX, decided_last = 0;
    for (const auto& start : seen[first - sentence.first]) {
      // The whole form wins over what is left without clitics, but not over more words than its own: "and eleven" is two.
      const std::uint32_t behind = decided_at < start.skipped ? decided_last : first;
      const auto found_before = sentence.atoms.size();
      const auto root = words_.step(Automaton::root, start.word);
      if (root == Automaton::no_node) continue;
      std::vector<Branch> places{{root, first + 1}};
      for (std::size_t p = 0; p < places.size() && p < 64; ++p) {
        const Branch place = places[p];
        for (const auto entry : words_.entries(place.node)) {
          // "us" is the United States only in capitals.
          const auto& found = language_.entries[entry];
          const auto& token = reading.tokens[first];
          if (place.position <= behind) continue;
          // The two forms stand side by side where one list knows the one and another list the other.
          if (start.without_ending && std::any_of(sentence.atoms.begin() + static_cast<std::ptrdiff_t>(begin_count), sentence.atoms.end(),
                                                [&](const Atom& atom) { return atom.entry->list == found.list && atom.last >= place.position; }))
            continue;
          if (found.list == List::countries && token.script == Script::latin && found.form.size() <= 3 && !token.all_capitals) continue;
          Atom atom;
          atom.first = first;
          atom.last = place.position;
          atom.begin = FoldedOffset{index_of(reading.tokens[first].begin) + start.skipped};
          atom.end = reading.tokens[place.position - 1].end;
          atom.entry = &language_.entries[entry];
          if (start.clitic) {
            atom.conjunction = start.clitic->conjunction;
            atom.preposition = start.clitic->preposition;
            atom.locative = start.clitic->locative;
            atom.article = start.clitic->article;
          }
          sentence.atoms.push_back(atom);
        }
        if (place.position >= sentence.last) continue;
        // Inside a form only the article may come off; a conjunction begins something new.
        for (const auto& next : seen[place.position - sentence.first])
          if (!next.clitic || (next.clitic->article && !next.clitic->conjunction && !next.clitic->preposition))
            if (const auto node = words_.step(place.node, next.word); node != Automaton::no_node) places.push_back({node, place.position + 1});
      }
      // The whole form wins over what is left without clitics, unless it only says what happened: a noun that is a role, and whose unit stands without its ending.
      const bool decided = std::any_of(sentence.atoms.begin() + static_cast<std::ptrdiff_t>(found_before), sentence.atoms.end(),
                                       [](const Atom& atom) { return atom.entry->list != List::roles && atom.entry->list != List::scope; });
      if (decided && decided_at == UINT32_MAX) decided_at = start.skipped;
      for (auto atom = sentence.atoms.begin() + static_cast<std::ptrdiff_t>(found_before); atom != sentence.atoms.end(); ++atom)
        decided_last = std::max(decided_last, atom->last);
    }
    std::stable_sort(sentence.atoms.begin() + static_cast<std::ptrdiff_t>(begin_count), sentence.atoms.end(),
                     [](const Atom& a, const Atom& b) { return a.last > b.last; });
  }
}

void LanguageReader::find_triggers(const Reading& reading, Sentence& sentence, const Stemmer& stemmer) const {
  std::vector<std::vector<WordId>> stems(sentence.last - sentence.first);
  std::vector<bool> future(sentence.last - sentence.first);
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    const auto& token = reading.tokens[i];
    const auto word = reading.text(token);
    auto& ids = stems[i - sentence.first];
    const auto add = [&](std::string_view form) {
      const WordId id = stems_.word(stemmer(form));
      if (id != Automaton::no_word && std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
    };
    if (token.kind != TokenKind::word) {
      if (const WordId id = stems_.word(word); id != Automaton::no_word) ids.push_back(id);
      continue;
    }
    add(word);
    if (!ids.empty() || word.size() > kLongWord) continue;
    for (const auto& clitic : language_.clitics)
      if (word.size() >= clitic.form.size() + kShortestRest + 2 && word.starts_with(clitic.form)) {
        const auto known = ids.size();
        add(word.substr(clitic.form.size()));
        if (clitic.future && ids.size() > known) future[i - sentence.first] = true;
      }
  }
  for (std::uint32_t first = sentence.first; first < sentence.last; ++first) {
    // Of forms that begin here the longest one stands: "prime minister" is no minister.
    std::uint32_t longest = 0;
    std::vector<Atom> found;
    const auto walk = [&](auto&& self, std::uint32_t node, std::uint32_t position) -> void {
      if (!stems_.entries(node).empty() && position >= longest) {
        if (position > longest) found.clear();
        longest = position;
        for (const auto entry : stems_.entries(node)) {
          Atom atom;
          atom.first = first;
          atom.last = position;
          atom.begin = reading.tokens[first].begin;
          atom.end = reading.tokens[position - 1].end;
          atom.entry = &language_.entries[entry];
          atom.future = future[first - sentence.first];
          found.push_back(atom);
        }
      }
      if (position >= sentence.last) return;
      for (const WordId id : stems[position - sentence.first])
        if (const auto next = stems_.step(node, id); next != Automaton::no_node) self(self, next, position + 1);
    };
    for (const WordId id : stems[first - sentence.first])
      if (const auto node = stems_.step(Automaton::root, id); node != Automaton::no_node) walk(walk, node, first + 1);
    sentence.triggers.insert(sentence.triggers.end(), found.begin(), found.end());
  }
}

namespace {

/// What a rule only looked at ({x:-}) is no part of the mention.
void trim_context(Mention& mention) {
  auto& captures = mention.captures;
  while (captures.size() > 1 && captures.front().label == "-") captures.erase(captures.begin());
  while (captures.size() > 1 && captures.back().label == "-") captures.pop_back();
  mention.first = captures.front().atom.first;
  mention.last = captures.back().atom.last;
  mention.begin = captures.front().atom.begin;
  mention.end = captures.back().atom.end;
}

/// Does the match leave nothing of its sentence but marks at the borders?
bool is_whole(const Reading& reading, const Sentence& sentence, const Mention& mention) {
  const auto is_mark = [&](std::uint32_t i) { return reading.tokens[i].kind == TokenKind::mark; };
  std::uint32_t first = sentence.first, last = sentence.last;
  while (first < mention.first && is_mark(first)) ++first;
  while (last > mention.last && is_mark(last - 1)) --last;
  return first == mention.first && last == mention.last;
}

/// "the Chapter 11 filing shocked investors" counts no investors.
void drop_owned_figures(std::vector<Mention>& candidates) {
  struct Owned {
    std::uint32_t first, last;
    bool figure_first;
  };
  std::vector<Owned> owned;
  for (const auto& mention : candidates)
    if (mention.rule->owns_figure) owned.push_back({mention.first, mention.last, mention.captures.front().atom.number >= 0});
  if (owned.empty()) return;
  // A count that begins with the owner's word ($10m to $12m) or before it (about $3 billion) reads the figure as the owner does, or more.
  std::erase_if(candidates, [&](const Mention& mention) {
    return mention.rule->makes == Makes::count && std::any_of(owned.begin(), owned.end(), [&](const Owned& span) {
             const bool overlaps = mention.first < span.last && span.first < mention.last;
             return overlaps && !mention.rule->owns_figure && (span.figure_first || mention.first > span.first);
           });
  });
}

}  // namespace

void LanguageReader::apply_rules(const Reading& reading, Sentence& sentence) const {
  const auto atoms = classed_atoms(reading, sentence);
  static const std::vector<ClassedAtom> none;
  const auto at = [&](std::uint32_t i) -> const std::vector<ClassedAtom>& {
    return i >= sentence.first && i < sentence.last ? atoms[i - sentence.first] : none;
  };
  std::vector<Mention> candidates;
  for (std::uint32_t first = sentence.first; first < sentence.last; ++first)
    for (auto& match : rules_.match(first, at)) {
      Mention mention;
      mention.rule = &rules_.rules()[match.rule];
      mention.first = first;
      mention.last = match.last;
      mention.captures = std::move(match.captures);
      mention.begin = mention.captures.front().atom.begin;
      mention.end = mention.captures.back().atom.end;
      if (!mention.rule->is_fragment || is_whole(reading, sentence, mention)) candidates.push_back(std::move(mention));
    }
  drop_owned_figures(candidates);
  sentence.mentions = arbitrate(std::move(candidates));
  for (auto& mention : sentence.mentions) trim_context(mention);
}

void LanguageReader::read(const Reading& reading, Sentence& sentence, const Stemmer& stemmer) const {
  find_atoms(reading, sentence);
  find_triggers(reading, sentence, stemmer);
  sentence.numbers = read_numbers(reading, sentence, language_);
  apply_rules(reading, sentence);
  sentence.countries = find_country_lists(reading, sentence);
  sentence.clauses = cut_clauses(reading, sentence);
}

}  // namespace mizan
