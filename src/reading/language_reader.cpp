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

}  // namespace

Result<std::unique_ptr<LanguageReader>> LanguageReader::make(const Knowledge& knowledge, std::size_t index) {
  const Language& language = *knowledge.languages[index];
  const auto name = tables_block(language.tag);
  const Bounds bounds(knowledge.image.block(name));
  const auto* tables = bounds.root<LanguageTables>();
  if (!tables || !tables->is_inside(bounds, language)) return Error{"image", "the block " + name + " is broken", Error::Cause::usage};
  return std::unique_ptr<LanguageReader>(new LanguageReader(language, knowledge.background, *tables, index));
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
  return variants.empty() ? without_article(word) : word.substr(variants.front().skipped);
}

std::string_view LanguageReader::without_clitics(ReadingMemory& memory, WordId word) const {
  auto& language = *memory.languages[index_];
  if (!language.words[word].is_read) read_word(memory, word);
  const auto& known = language.words[word];
  const auto text = memory.words.text(word);
  return known.variant_count == 0 ? without_article(text) : text.substr(language.variants[known.variants].skipped);
}

std::string_view LanguageReader::without_article(std::string_view word) const {
  const std::span<const Clitic> clitics = language_.clitics;
  for (auto clitic = clitics.rbegin(); clitic != clitics.rend(); ++clitic)
    if (clitic->article && word.size() >= clitic->form.size() + 6 && word.starts_with(clitic->form)) return word.substr(clitic->form.size());
  return word;
}

const std::string& LanguageReader::bare_stem(ReadingMemory& memory, WordId word) const {
  auto& language = *memory.languages[index_];
  auto& known = language.words[word];
  if (known.bare_stem == KnownWord::unasked) known.bare_stem = language.stem(without_clitics(memory, word));
  return language.stems_of_stemmed[known.bare_stem];
}

double LanguageReader::stem_idf(ReadingMemory& memory, WordId word) const {
  auto& known = memory.languages[index_]->words[word];
  if (known.idf < 0) known.idf = background_.idf(bare_stem(memory, word));
  return known.idf;
}

const std::string& LanguageReader::bare_name(ReadingMemory& memory, WordId word, const std::function<std::string(std::string_view)>& name_of) const {
  auto& language = *memory.languages[index_];
  auto& known = language.words[word];
  if (known.name == KnownWord::unasked) {
    known.name = static_cast<std::uint32_t>(language.names.size());
    language.names.push_back(name_of(without_clitics(memory, word)));
  }
  return language.names[known.name];
}

std::size_t LanguageReader::split_of(ReadingMemory& memory, WordId word) const {
  auto& words = memory.languages[index_]->words;
  if (words.size() <= word) words.resize(memory.words.size());
  auto& known = words[word];
  if (known.split != UINT16_MAX) return known.split;
  // A word that the lists know is none, and what they know of it is asked for soon.
  if (!known.is_read) read_word(memory, word);
  known.split = known.variant_count != 0 ? 0 : static_cast<std::uint16_t>(split_of(memory.words.text(word)));
  return known.split;
}

void LanguageReader::know_words(ReadingMemory& memory, std::span<const WordId> words) const {
  auto& language = *memory.languages[index_];
  if (language.words.size() < memory.words.size()) language.words.resize(memory.words.size());
  for (const WordId word : words)
    if (!language.words[word].is_read) read_word(memory, word);
}

void LanguageReader::read_word(ReadingMemory& memory, WordId word) const {
  auto& language = *memory.languages[index_];
  auto& known = language.words[word];
  const auto text = memory.words.text(word);
  known.is_read = true;
  known.variants = static_cast<std::uint32_t>(language.variants.size());
  find_variants(text, language.variants);
  known.variant_count = static_cast<std::uint16_t>(language.variants.size() - known.variants);
  for (const auto& variant : std::span(language.variants).subspan(known.variants)) {
    if (variant.root != Automaton::no_node) known.goes_on |= words_.next_bits(variant.root);
    if (variant.goes_inside()) known.inside |= Automaton::bit_of(variant.word);
    if (variant.root == Automaton::no_node) continue;
    for (const auto entry : words_.entries(variant.root)) {
      known.own_inside |= language_.entries[entry].is_word("own-word-inside");
      known.own |= known.own_inside || language_.entries[entry].is_word("own-word");
    }
  }
  find_stems(text, language, known);
  for (const WordId id : language.stems_of(known)) {
    known.stem_bits |= Automaton::bit_of(id);
    if (stems_.start(id) == Automaton::no_node) continue;
    known.begins_trigger = true;
    known.trigger_goes_on |= stems_.next_bits(stems_.start(id));
  }
  known.article = has_article(text);
  known.plural = has_plural_ending(language_, text);
}

const Entry* LanguageReader::owned_unit(std::string_view word) const {
  const auto may_be_plural = [](const Entry& unit) {
    return unit.type == static_cast<std::uint8_t>(GrammaticalNumber::pl) || unit.type == static_cast<std::uint8_t>(GrammaticalNumber::any);
  };
  const auto unit_of = [&](const std::string& form) -> const Entry* {
    std::vector<Variant> variants;
    find_variants(form, variants);
    for (const auto& variant : variants) {
      if (variant.root == Automaton::no_node || variant.without_ending || (variant.clitic && variant.clitic->article)) continue;
      for (const auto entry : words_.entries(variant.root))
        if (const Entry& unit = language_.entries[entry]; unit.list == List::units && may_be_plural(unit)) return &unit;
    }
    return nullptr;
  };
  for (const auto& ending : language_.owner_endings) {
    if (!word.ends_with(ending.plural) || word.size() < ending.plural.size() + kShortestRest) continue;
    if (const Entry* unit = unit_of(std::string(word.substr(0, word.size() - ending.plural.size())) + std::string(ending.singular))) return unit;
  }
  return nullptr;
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

bool LanguageReader::is_function_word(std::string_view word) const {
  const WordId id = words_.word(word);
  if (id == Automaton::no_word || words_.start(id) == Automaton::no_node) return false;
  const auto entries = words_.entries(words_.start(id));
  return std::any_of(entries.begin(), entries.end(), [&](std::uint32_t i) {
    const Entry& entry = language_.entries[i];
    return entry.list == List::stopwords && entry.type == static_cast<std::uint8_t>(WordClass::function);
  });
}

void LanguageReader::find_stems(std::string_view word, LanguageMemory& memory, KnownWord& known) const {
  known.stems = static_cast<std::uint32_t>(memory.stems.size());
  const auto add = [&](WordId id) {
    const auto ours = std::span(memory.stems).subspan(known.stems);
    if (id != Automaton::no_word && std::find(ours.begin(), ours.end(), id) == ours.end()) memory.stems.push_back(id);
  };
  const auto stem_in_lists = [&](std::string_view text) { return stems_.word(memory.stems_of_stemmed[memory.stem(text)]); };
  // Figures and marks have no stem but themselves.
  const auto kind = kind_of(word);
  if (kind == TokenKind::word) {
    add(stem_in_lists(word));
    const bool is_known = memory.stems.size() > known.stems;
    for (const auto& clitic : language_.clitics) {
      if (word.size() < clitic.form.size() + kShortestRest || word.size() > kLongWord || !word.starts_with(clitic.form)) continue;
      const bool is_and = clitic.conjunction && !clitic.article && !clitic.preposition && !clitic.future;
      const auto rest = word.substr(clitic.form.size());
      if (is_and && rest.size() < kShortestRest + 2) {
        // "and-not" begins what "not" begins, though other words as short only look joined.
        const WordId id = stem_in_lists(rest);
        if (id == Automaton::no_word || stems_.start(id) == Automaton::no_node || !is_function_word(rest)) continue;
        known.joined = true;
        add(id);
      } else if (is_and && is_known) {
        // The stemmer takes a conjunction off by itself, but what is left is not always what the word alone comes to.
        const auto whole = memory.stem(word), alone = memory.stem(rest);
        if (memory.stems_of_stemmed[whole] != memory.stems_of_stemmed[alone] && memory.stems_of_stemmed[whole].starts_with(clitic.form)) continue;
        known.joined = true;
        add(stems_.word(memory.stems_of_stemmed[alone]));
      } else if (!is_known && rest.size() >= kShortestRest + 2) {
        const auto before = memory.stems.size();
        add(stem_in_lists(rest));
        if (clitic.future && memory.stems.size() > before) known.future = true;
        if (clitic.conjunction && !clitic.article && memory.stems.size() > before) known.joined = true;
      }
    }
  } else {
    add(stems_.word(word));
    if (const auto mark = tables_.marks.find(word); kind == TokenKind::mark && mark != tables_.marks.end()) known.literal = mark->second;
  }
  known.stem_count = static_cast<std::uint16_t>(memory.stems.size() - known.stems);
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
  rules_.match(tokens, scratch, matches);
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

void LanguageReader::read(const Reading& reading, std::span<Sentence> sentences) const {
  auto& held = reading.memory->held;
  held.resize(sentences.size());
  const auto each_that_holds = [&](std::uint8_t any, auto&& read_one) {
    for (std::size_t i = 0; i < sentences.size(); ++i)
      if ((held[i] & any) != 0) read_one(sentences[i]);
  };
  for (const auto& sentence : sentences) know_words(*reading.memory, std::span(reading.words).subspan(sentence.first, sentence.last - sentence.first));
  for (std::size_t i = 0; i < sentences.size(); ++i) held[i] = find_atoms(reading, sentences[i]);
  for (auto& sentence : sentences) find_triggers(reading, sentence);
  each_that_holds(holds::figures, [&](Sentence& sentence) { sentence.numbers = read_numbers(reading, sentence, language_); });
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const bool has_figures = (held[i] & holds::figures) != 0, has_places = (held[i] & holds::places) != 0, has_names = (held[i] & holds::names) != 0;
    if (has_figures || (has_places && has_names)) apply_rules(reading, sentences[i]);
  }
  each_that_holds(holds::places, [&](Sentence& sentence) { sentence.countries = find_country_lists(reading, sentence); });
  each_that_holds(holds::figures | holds::places, [&](Sentence& sentence) { sentence.clauses = cut_clauses(reading, sentence); });
}

}  // namespace mizan
