#include "reading/language_reader.hpp"

#include <algorithm>

#include "reading/arbiter.hpp"
#include "reading/clauses.hpp"
#include "reading/country_lists.hpp"
#include "reading/numbers.hpp"
#include "reading/open_nouns.hpp"
#include "reading/packs.hpp"

namespace mizan {
namespace {

/// Words of this many bytes and more carry no clitics or glue that a list would know.
constexpr std::size_t kLongWord = 64;
/// Stable, and without the buffer that std::stable_sort asks for: a token begins few atoms.
void sort_longest_first(std::span<Atom> atoms) {
  for (std::size_t i = 1; i < atoms.size(); ++i)
    for (std::size_t j = i; j > 0 && atoms[j - 1].last < atoms[j].last; --j) std::swap(atoms[j - 1], atoms[j]);
}

/// A rest shorter than this (in bytes; two Arabic letters are four) is no word behind a clitic.
constexpr std::size_t kShortestRest = 4;

}  // namespace

Result<std::unique_ptr<LanguageReader>> LanguageReader::make(const Knowledge& knowledge, std::size_t index) {
  const Language& language = *knowledge.languages[index];
  const auto name = tables_block(language.tag);
  const Bounds bounds(knowledge.image.block(name));
  const auto* tables = bounds.root<LanguageTables>();
  if (!tables || !tables->is_inside(bounds, language)) return Error{"image", "the block " + name + " is broken", Error::Cause::usage};
  return std::unique_ptr<LanguageReader>(new LanguageReader(language, *tables, index));
}

void LanguageReader::find_variants(std::string_view word, std::vector<Variant>& variants) const {
  const auto take = [&](std::string_view form, std::uint32_t skipped, const Clitic* clitic, bool without_ending) {
    if (const WordId id = words_.word(form); id != Automaton::no_word)
      variants.push_back({id, words_.start(id), skipped, clitic, without_ending});
  };
  const auto add = [&](std::string_view form, std::uint32_t skipped, const Clitic* clitic) {
    take(form, skipped, clitic, false);
    // The contracted article, where a list knows the word only with it.
    if (clitic && clitic->article && !article_.empty() && !clitic->form.ends_with(article_)) take(std::string(article_).append(form), skipped, clitic, false);
    // A noun without its marks: the letter of the accusative, which folding takes only where it is marked.
    const auto& ending = language_.indefinite_suffix;
    if (!ending.empty() && form.size() > kShortestRest && form.ends_with(ending)) take(form.substr(0, form.size() - ending.size()), skipped, clitic, true);
  };
  add(word, 0, nullptr);
  if (word.size() <= kLongWord)
    for (const auto& clitic : language_.clitics)
      if (!clitic.future && word.size() >= clitic.form.size() + kShortestRest && word.starts_with(clitic.form))  // only verbs have a future
        add(word.substr(clitic.form.size()), static_cast<std::uint32_t>(clitic.form.size()), &clitic);
}

std::string_view LanguageReader::without_clitics(std::string_view word) const {
  if (words_.word(word) != Automaton::no_word || language_.clitics.empty()) return word;
  std::vector<Variant> variants;
  find_variants(word, variants);
  if (!variants.empty()) return word.substr(variants.front().skipped);
  const std::span<const Clitic> clitics = language_.clitics;
  for (auto clitic = clitics.rbegin(); clitic != clitics.rend(); ++clitic)
    if (clitic->article && word.size() >= clitic->form.size() + 6 && word.starts_with(clitic->form)) return word.substr(clitic->form.size());
  return word;
}

const std::string& LanguageReader::bare_stem(ReadingMemory& memory, WordId word) const {
  auto& language = *memory.languages[index_];
  auto& known = language.words[word];
  if (known.bare_stem == UINT32_MAX) {
    known.bare_stem = static_cast<std::uint32_t>(language.bare_stems.size());
    language.bare_stems.push_back(language.stemmer(without_clitics(memory.words.text(word))));
  }
  return language.bare_stems[known.bare_stem];
}

std::size_t LanguageReader::split_of(ReadingMemory& memory, WordId word) const {
  auto& words = memory.languages[index_]->words;
  if (words.size() <= word) words.resize(memory.words.size());
  auto& known = words[word];
  if (known.split == UINT32_MAX) known.split = static_cast<std::uint32_t>(split_of(memory.words.text(word)));
  return known.split;
}

const KnownWord& LanguageReader::know(ReadingMemory& memory, WordId word) const {
  auto& language = *memory.languages[index_];
  if (language.words.size() <= word) language.words.resize(memory.words.size());
  auto& known = language.words[word];
  if (known.is_read) return known;
  const auto text = memory.words.text(word);
  known.is_read = true;
  known.variants = static_cast<std::uint32_t>(language.variants.size());
  find_variants(text, language.variants);
  known.variant_count = static_cast<std::uint32_t>(language.variants.size()) - known.variants;
  find_stems(text, language, known);
  known.article = has_article(text);
  known.plural = has_plural_ending(language_, text);
  return known;
}

std::span<const Variant> LanguageReader::variants(const Reading& reading, std::uint32_t token) const {
  const auto& word = known(reading, token);
  return std::span<const Variant>(reading.memory->languages[index_]->variants).subspan(word.variants, word.variant_count);
}

std::span<const WordId> LanguageReader::stems(const Reading& reading, std::uint32_t token) const {
  const auto& word = known(reading, token);
  return std::span<const WordId>(reading.memory->languages[index_]->stems).subspan(word.stems, word.stem_count);
}

std::size_t LanguageReader::split_of(std::string_view word) const {
  if (word.size() < 12 || word.size() > kLongWord) return 0;
  std::vector<Variant> variants;
  const auto has_variants = [&](std::string_view part) {
    variants.clear();
    find_variants(part, variants);
    return !variants.empty();
  };
  if (has_variants(word)) return 0;
  const auto is_known = [&](std::string_view part, std::initializer_list<List> lists) {
    has_variants(part);
    for (const auto& variant : variants) {
      // A word that begins a longer form counts too: "United" of the United States.
      const auto node = variant.root;
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
      const bool tail_known = has_variants(tail) || split_of(tail) != 0;
      if (tail_known && is_known(head, {List::countries, List::months, List::weekdays, List::units, List::places})) return at;
    }
  }
  return 0;
}

void LanguageReader::find_atoms(const Reading& reading, Sentence& sentence) const {
  struct Branch {
    std::uint32_t node, position;
  };
  std::vector<Branch> places;
  sentence.atom_begins.reserve(sentence.last - sentence.first + 1);
  for (std::uint32_t first = sentence.first; first < sentence.last; ++first) {
    const auto begin_count = sentence.atoms.size();
    sentence.atom_begins.push_back(static_cast<std::uint32_t>(begin_count));
    std::uint32_t decided_at = UINT32_MAX, decided_last = 0;
    for (const auto& start : variants(reading, first)) {
      // The whole form wins over what is left without clitics, but not over more words than its own: "and eleven" is two.
      const std::uint32_t behind = decided_at < start.skipped ? decided_last : first;
      const auto found_before = sentence.atoms.size();
      if (start.root == Automaton::no_node) continue;
      places.assign(1, {start.root, first + 1});
      for (std::size_t p = 0; p < places.size() && p < 64; ++p) {
        const Branch place = places[p];
        for (const auto entry : words_.entries(place.node)) {
          // "us" is the United States only in capitals.
          const auto& found = language_.entries[entry];
          const auto& token = reading.tokens[first];
          if (place.position <= behind) continue;
          // The two forms stand side by side where one list knows the one and another list the other.
          // A conjunction is no noun with an ending.
          const auto stands = [&](const Atom& atom) {
            return (atom.entry->list == found.list || (atom.entry->list == List::words && atom.entry->id == "clause")) && atom.last >= place.position;
          };
          if (start.without_ending && found.list == List::places) continue;  // towns take no such ending: a word that does is another one
          if (start.without_ending && std::any_of(sentence.atoms.begin() + static_cast<std::ptrdiff_t>(begin_count), sentence.atoms.end(), stands)) continue;
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
        if (place.position >= sentence.last || !words_.goes_on(place.node)) continue;
        // Inside a form only the article may come off; a conjunction begins something new.
        for (const auto& next : variants(reading, place.position))
          if (!next.clitic || (next.clitic->article && !next.clitic->conjunction && !next.clitic->preposition))
            if (const auto node = words_.step(place.node, next.word); node != Automaton::no_node) places.push_back({node, place.position + 1});
      }
      // The whole form wins over what is left without clitics, unless it only says what happened: a noun that is a role, and whose unit stands without its ending.
      // A city that is named after a day, and other names of several words, leave what they are made of to be read.
      const auto decides = [&](const Atom& atom) {
        const auto list = atom.entry->list;
        const bool is_long_name = (list == List::places || list == List::names) && atom.last - atom.first > 1;
        return list != List::roles && list != List::scope && !is_long_name;
      };
      for (auto atom = sentence.atoms.begin() + static_cast<std::ptrdiff_t>(found_before); atom != sentence.atoms.end(); ++atom) {
        if (!decides(*atom)) continue;
        if (decided_at == UINT32_MAX) decided_at = start.skipped;
        decided_last = std::max(decided_last, atom->last);
      }
    }
    sort_longest_first(std::span(sentence.atoms).subspan(begin_count));
  }
  sentence.atom_begins.push_back(static_cast<std::uint32_t>(sentence.atoms.size()));
}

void LanguageReader::find_stems(std::string_view word, LanguageMemory& memory, KnownWord& known) const {
  known.stems = static_cast<std::uint32_t>(memory.stems.size());
  const auto add = [&](WordId id) {
    const auto ours = std::span(memory.stems).subspan(known.stems);
    if (id != Automaton::no_word && std::find(ours.begin(), ours.end(), id) == ours.end()) memory.stems.push_back(id);
  };
  // Figures and marks have no stem but themselves.
  const auto kind = kind_of(word);
  if (kind == TokenKind::word) {
    add(stems_.word(memory.stemmer(word)));
    if (memory.stems.size() == known.stems && word.size() <= kLongWord)
      for (const auto& clitic : language_.clitics)
        if (word.size() >= clitic.form.size() + kShortestRest + 2 && word.starts_with(clitic.form)) {
          const auto before = memory.stems.size();
          add(stems_.word(memory.stemmer(word.substr(clitic.form.size()))));
          if (clitic.future && memory.stems.size() > before) known.future = true;
          if (clitic.conjunction && !clitic.article && memory.stems.size() > before) known.joined = true;
        }
  } else {
    add(stems_.word(word));
    if (const auto mark = tables_.marks.find(word); kind == TokenKind::mark && mark != tables_.marks.end()) known.literal = mark->second;
  }
  known.stem_count = static_cast<std::uint32_t>(memory.stems.size()) - known.stems;
}

namespace {

/// Drops the shorter of triggers of one list that begin at one token, of roles those whose kinds of claims a longer one has. The longest come first.
void keep_longest(std::vector<Atom>& found) {
  if (found.size() < 2) return;
  constexpr std::uint8_t kind_bits = 0x0F;
  std::stable_sort(found.begin(), found.end(), [](const Atom& a, const Atom& b) { return a.last > b.last; });
  const auto hides = [](const Atom& longer, const Atom& atom) {
    if (longer.last == atom.last) return false;
    if (atom.entry->list == List::speech && longer.entry->list == List::roles) return true;  // "claimed victory" says nothing
    if (longer.entry->list != atom.entry->list) return false;
    return atom.entry->list != List::roles || (atom.entry->flags & longer.entry->flags & kind_bits) == (atom.entry->flags & kind_bits);
  };
  std::size_t kept = 0;
  for (std::size_t i = 0; i < found.size(); ++i)
    if (std::none_of(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(kept), [&](const Atom& longer) { return hides(longer, found[i]); }))
      found[kept++] = found[i];
  found.resize(kept);
}

}  // namespace

void LanguageReader::find_triggers(const Reading& reading, Sentence& sentence) const {
  std::vector<Atom> found;
  for (std::uint32_t first = sentence.first; first < sentence.last; ++first) {
    // Of forms that begin here the longest one stands: "prime minister" is no minister. But a longer word for places leaves the figures their role.
    const auto starts = stems(reading, first);
    if (starts.empty()) continue;
    found.clear();
    const auto walk = [&](auto&& self, std::uint32_t node, std::uint32_t position) -> void {
      if (!stems_.entries(node).empty()) {
        for (const auto entry : stems_.entries(node)) {
          Atom atom;
          atom.first = first;
          atom.last = position;
          atom.begin = reading.tokens[first].begin;
          atom.end = reading.tokens[position - 1].end;
          atom.entry = &language_.entries[entry];
          atom.future = known(reading, first).future;
          atom.conjunction = known(reading, first).joined;
          found.push_back(atom);
        }
      }
      if (position >= sentence.last || !stems_.goes_on(node)) return;
      for (const WordId id : stems(reading, position))
        if (const auto next = stems_.step(node, id); next != Automaton::no_node) self(self, next, position + 1);
    };
    for (const WordId id : starts)
      if (const auto node = stems_.start(id); node != Automaton::no_node) walk(walk, node, first + 1);
    keep_longest(found);
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
bool is_whole(const Reading& reading, const Sentence& sentence, const RuleSet::Match& match) {
  const auto is_mark = [&](std::uint32_t i) { return reading.tokens[i].kind == TokenKind::mark; };
  std::uint32_t first = sentence.first, last = sentence.last;
  while (first < match.first && is_mark(first)) ++first;
  while (last > match.last && is_mark(last - 1)) --last;
  return first == match.first && last == match.last;
}

/// A match of a rule, before the arbiter decides.
struct Claimed {
  RuleSet::Match match;
  bool figure_first = false;
};

/// "the Chapter 11 filing shocked investors" counts no investors.
void drop_owned_figures(std::span<const Rule> rules, std::vector<Claimed>& candidates) {
  std::vector<Claimed> owned;
  for (const auto& one : candidates)
    if (rules[one.match.rule].owns_figure) owned.push_back(one);
  if (owned.empty()) return;
  // A count that begins with the owner's word ($10m to $12m) or before it (about $3 billion) reads the figure as the owner does, or more.
  std::erase_if(candidates, [&](const Claimed& one) {
    const auto& rule = rules[one.match.rule];
    return rule.makes == Makes::count && !rule.owns_figure && std::any_of(owned.begin(), owned.end(), [&](const Claimed& owner) {
             const bool overlaps = one.match.first < owner.match.last && owner.match.first < one.match.last;
             return overlaps && (owner.figure_first || one.match.first > owner.match.first);
           });
  });
}

}  // namespace

void LanguageReader::apply_rules(const Reading& reading, Sentence& sentence) const {
  auto& tokens = reading.memory->tokens;
  auto& scratch = reading.memory->rules;
  auto& matches = reading.memory->matches;
  classify(reading, sentence, tokens);
  scratch.nodes.clear();
  matches.clear();
  for (std::uint32_t first = sentence.first; first < sentence.last; ++first) rules_.match(tokens, first, scratch, matches);
  if (matches.empty()) return;
  const auto rules = rules_.rules();
  std::vector<Claimed> claimed;
  claimed.reserve(matches.size());
  for (const auto& match : matches)
    if (!rules[match.rule].is_fragment || is_whole(reading, sentence, match))
      claimed.push_back({match, rules[match.rule].owns_figure && RuleSet::first_atom(tokens, scratch, match).number >= 0});
  drop_owned_figures(rules, claimed);
  std::vector<Candidate> candidates;
  candidates.reserve(claimed.size());
  for (const auto& one : claimed) candidates.push_back({one.match.first, one.match.last, rules[one.match.rule].priority});
  const auto mention_of = [&](const RuleSet::Match& match) {
    Mention mention;
    mention.rule = &rules[match.rule];
    mention.captures = rules_.captures(tokens, scratch, match);
    trim_context(mention);
    return mention;
  };
  const auto chosen = arbitrate(candidates);
  for (const auto i : chosen) sentence.mentions.push_back(mention_of(claimed[i].match));
  if (!reading.keeps_lost) return;
  for (std::size_t i = 0; i < claimed.size(); ++i)
    if (!std::binary_search(chosen.begin(), chosen.end(), i)) sentence.lost.push_back(mention_of(claimed[i].match));
}

namespace {

bool is_any_of(std::string_view id, std::initializer_list<std::string_view> ids) { return std::find(ids.begin(), ids.end(), id) != ids.end(); }

/// What a sentence holds that claims are read from. What tells of events is looked for in the others too.
struct Holds {
  bool figures = false;  ///< a figure, or a word that a number or a date is read from
  bool places = false;   ///< a country or a place
  bool names = false;    ///< names of several words, of which no place may be read
};

Holds what_holds(const Reading& reading, const Sentence& sentence) {
  Holds holds;
  // "in Gyoma", "near Gyoma": a town that no list knows
  const auto is_name = [&](std::uint32_t i) { return i < sentence.last && reading.tokens[i].capital && reading.tokens[i].script == Script::latin; };
  for (std::uint32_t i = sentence.first; i < sentence.last && !holds.figures; ++i) holds.figures = reading.tokens[i].kind == TokenKind::number;
  for (const auto& atom : sentence.atoms) switch (atom.entry->list) {
      case List::numerals:
      case List::months:
      case List::weekdays:
      case List::decades:
      case List::relative: holds.figures = true; break;
      case List::units: holds.figures = holds.figures || atom.entry->type == static_cast<std::uint8_t>(GrammaticalNumber::du); break;
      case List::words:
        holds.figures = holds.figures || is_any_of(atom.entry->id, {"early", "mid", "late", "first-day", "century-word", "hijri-mark"});
        holds.places = holds.places || atom.entry->id == "settlement" || (is_any_of(atom.entry->id, {"locative", "nearness"}) && is_name(atom.last));
        break;
      case List::countries:
      case List::places: holds.places = true; break;
      case List::names: holds.names = true; break;
      default: break;
    }
  return holds;
}

}  // namespace

void LanguageReader::read(const Reading& reading, Sentence& sentence) const {
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) know(*reading.memory, reading.words[i]);
  find_atoms(reading, sentence);
  find_triggers(reading, sentence);
  const Holds holds = what_holds(reading, sentence);
  if (!holds.figures && !holds.places) return;
  if (holds.figures) sentence.numbers = read_numbers(reading, sentence, language_);
  if (holds.figures || holds.names) apply_rules(reading, sentence);
  if (holds.places) sentence.countries = find_country_lists(reading, sentence);
  sentence.clauses = cut_clauses(reading, sentence);
}

}  // namespace mizan
