#include "topic/context.hpp"

#include <algorithm>

#include "topic/skeleton.hpp"

namespace mizan {
namespace {

/// How far from a value, in tokens, words are its context though a clause ends between.
constexpr std::uint32_t kContextReach = 9;
/// A word in fewer than one article of about 150 (nat) may be a name.
constexpr double kRareName = 5.0;

/// A stem or an anchor to be ranked, with its first bytes as one number: most stems differ in these.
struct Stem {
  std::uint64_t beginning = 0;
  std::string_view text;
  std::uint32_t word = 0;

  friend bool operator<(const Stem& a, const Stem& b) { return a.beginning != b.beginning ? a.beginning < b.beginning : a.text < b.text; }
};

/// Of two texts that differ in it, the one with the lesser number comes first in byte order.
std::uint64_t beginning_of(std::string_view text) {
  std::uint64_t number = 0;
  const std::size_t size = std::min(text.size(), sizeof number);
  for (std::size_t i = 0; i < size; ++i) number = number << 8 | static_cast<unsigned char>(text[i]);
  return size == 0 ? 0 : number << 8 * (sizeof number - size);
}

}  // namespace

ContextReader::ContextReader(const SentenceView& view) : view_(view), stems_(view.reading, view.sentence) {
  find_words();
  find_anchors();
}

void ContextReader::find_anchors() {
  std::vector<Stem> found;
  made_.reserve(view_.sentence.atoms.size() + words_.size() + 2 * view_.drafts.size() + 1);  // at most: they stay where they are
  found.reserve(made_.capacity() + words_.size());
  const auto put = [&](std::string_view anchor) { found.push_back({beginning_of(anchor), anchor, 0}); };
  const auto make = [&](const char* what, std::string_view name) { put(made_.emplace_back(what).append(name)); };
  for (const auto& atom : view_.sentence.atoms) {
    if (atom.list == List::countries && atom.entry->id != "-") make("c:", atom.entry->id);
    if (atom.list == List::places && atom.entry->flags == 0) make("p:", atom.entry->id);
  }
  const auto name_of = [this](std::string_view word) {
    const auto consonants = skeleton(word, view_.world);
    return consonants.empty() ? consonants : "x:" + consonants;
  };
  for (const auto& word : words_) {
    if (view_.reading.tokens[word.token].capital && (word.token > view_.sentence.first || begins_name(word.token))) make("n:", stems_.stem(word.token));
    if (!may_be_name(word.token)) continue;
    if (const auto& name = bare_name(*view_.sentence.language, view_.reading, word.token, name_of); !name.empty()) put(name);
  }
  if (!view_.opening.empty() && !view_.drafts.front().claim.in_title) make("o:", view_.opening);
  for (const auto& draft : view_.drafts) {
    if (const auto* date = std::get_if<DateRange>(&draft.claim.value)) make("d:", to_edtf(*date));
    // A bound is as telling as a figure: "more than 13,000" is hardly said of two things.
    if (const auto* quantity = std::get_if<Quantity>(&draft.claim.value))
      for (const auto& bound : {quantity->min, quantity->max})
        if (bound) make("#:", show(*bound));
  }
  std::sort(found.begin(), found.end());
  anchors_.reserve(found.size());
  for (const auto& anchor : found)
    if (anchors_.empty() || anchors_.back() != anchor.text) anchors_.push_back(anchor.text);
}

/// "Anna Norlund is a novelist": every sentence begins with a capital, but a rare word before another capital is the beginning of a name.
bool ContextReader::begins_name(std::uint32_t i) const {
  return i + 1 < view_.sentence.last && view_.reading.tokens[i + 1].capital && stem_idf(*view_.sentence.language, view_.reading, i) >= kRareName;
}

/// Where a script has capitals a name has one; elsewhere a word may be a name that is rare in news and stands in no list.
bool ContextReader::may_be_name(std::uint32_t i) const {
  const Token& token = view_.reading.tokens[i];
  if (token.script == Script::latin) return token.capital && (i > view_.sentence.first || begins_name(i));
  const auto is_told = [](const Atom& atom) { return atom.list != List::places && atom.list != List::countries && atom.list != List::names; };
  const auto atoms = atoms_at(view_.sentence, i);
  return std::none_of(atoms.begin(), atoms.end(), is_told) && stem_idf(*view_.sentence.language, view_.reading, i) >= kRareName;
}

/// The words of the sentence that say something, with the rank of each one's stem among all of them.
void ContextReader::find_words() {
  std::vector<Stem> stems;
  stems.reserve(view_.sentence.last - view_.sentence.first);
  words_.reserve(view_.sentence.last - view_.sentence.first);
  for (std::uint32_t i = view_.sentence.first; i < view_.sentence.last; ++i) {
    if (!stems_.is_content(i)) continue;
    const std::string_view stem = stems_.stem(i);
    stems.push_back({beginning_of(stem), stem, static_cast<std::uint32_t>(words_.size())});
    words_.push_back({i, 0});
  }
  std::sort(stems.begin(), stems.end());
  ranked_.reserve(stems.size());
  for (const auto& stem : stems) {
    if (ranked_.empty() || ranked_.back().text != stem.text) ranked_.push_back({stem.text, words_[stem.word].token});
    words_[stem.word].rank = static_cast<std::uint32_t>(ranked_.size() - 1);
  }
}

void ContextReader::set_context(DraftClaim& draft) {
  auto& claim = draft.claim;
  const Clause& clause = view_.clause_of(draft);
  const std::uint32_t from = std::max(view_.sentence.first, std::min(clause.first, draft.first > kContextReach ? draft.first - kContextReach : 0));
  const std::uint32_t to = std::min(view_.sentence.last, std::max(clause.last, draft.last + kContextReach));
  in_context_.assign(ranked_.size(), false);
  std::size_t count = 0;
  auto word = std::partition_point(words_.begin(), words_.end(), [&](const ContextWord& w) { return w.token < from; });
  for (; word != words_.end() && word->token < to; ++word)
    if ((word->token < draft.first || word->token >= draft.last) && !in_context_[word->rank]) {
      in_context_[word->rank] = true;
      ++count;
    }
  claim.context.reserve(count);
  draft.context_idf.reserve(count);
  for (std::size_t rank = 0; claim.context.size() < count; ++rank) {
    if (!in_context_[rank]) continue;
    claim.context.emplace_back(ranked_[rank].text);
    draft.context_idf.push_back(stem_idf(*view_.sentence.language, view_.reading, ranked_[rank].token));
  }
  claim.anchors.assign(anchors_.begin(), anchors_.end());
  const auto masked = [&](std::uint32_t i) {
    const Token& token = view_.reading.tokens[i];
    return token.kind == TokenKind::number ? std::string("#") : std::string(view_.reading.text(token));
  };
  claim.left.reserve(3);
  claim.right.reserve(3);
  for (std::uint32_t i = draft.first; i > view_.sentence.first && claim.left.size() < 3; --i)
    if (view_.reading.tokens[i - 1].kind != TokenKind::mark) claim.left.push_back(masked(i - 1));
  for (std::uint32_t i = draft.last; i < view_.sentence.last && claim.right.size() < 3; ++i)
    if (view_.reading.tokens[i].kind != TokenKind::mark) claim.right.push_back(masked(i));
}

}  // namespace mizan
