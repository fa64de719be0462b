#include "topic/references.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>

#include "kind/kinds.hpp"
#include "topic/words.hpp"

namespace mizan {
namespace {

/// The first sentence of a text that a pack reads; none where no pack does.
const Sentence* first_sentence(const Reading& reading) {
  const auto found = std::find_if(reading.sentences.begin(), reading.sentences.end(), [](const Sentence& s) { return s.language != nullptr; });
  return found == reading.sentences.end() ? nullptr : &*found;
}

/// The words of a sentence that say something, and its numbers, but those of the value and of the names.
std::set<std::string> words_beside(const Reading& reading, const Sentence& sentence, const std::vector<NamePlace>& names, TokenRange value) {
  const StemCache stems(reading, sentence);
  std::set<std::string> words;
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    const bool is_value = i >= value.first && i < value.last;
    const bool is_name = std::any_of(names.begin(), names.end(), [&](const NamePlace& place) { return place.first <= i && i < place.last; });
    if (!is_value && !is_name && (stems.is_content(i) || reading.tokens[i].kind == TokenKind::number)) words.insert(word_of(reading, sentence, i).stem);
  }
  return words;
}

/// The word that fewest articles have, but for numbers, which are no context of a claim; empty where there is none.
std::string rarest(const std::set<std::string>& words, const Background& background) {
  std::string found;
  for (const auto& word : words)
    if (kind_of(word) == TokenKind::word && (found.empty() || background.idf(word) > background.idf(found))) found = word;
  return found;
}

/// What stands between a value and the name before it, small words too.
std::set<std::string> words_between(const Reading& reading, const Sentence& sentence, const std::vector<NamePlace>& names, TokenRange value) {
  std::set<std::string> words;
  for (std::uint32_t i = value.first; i > sentence.first && std::none_of(names.begin(), names.end(), [&](const NamePlace& place) { return place.last == i; }); --i)
    if (reading.tokens[i - 1].kind != TokenKind::mark) words.insert(word_of(reading, sentence, i - 1).stem);
  return words;
}

}  // namespace

Status References::take_name(const ReferencePack& pack, const ReferenceRow& row, const Reader& reader) {
  const Reading reading = reader.read(row.text, row.lang);
  const Sentence* sentence = first_sentence(reading);
  if (!sentence || language_of(*sentence->language).tag.view() != row.lang) return pack.error(row.line, "no language pack reads this as '" + row.lang + "'");
  SubjectName name{row.lang, row.subject, {}};
  for (std::uint32_t i = sentence->first; i < sentence->last; ++i)
    if (reading.tokens[i].kind != TokenKind::mark) name.words.push_back(word_of(reading, *sentence, i));
  names_.push_back(std::move(name));
  return ok();
}

Status References::take_fact(const ReferencePack& pack, const ReferenceRow& row, const Reader& reader, const World& world, const Extract& extract) {
  const Reading reading = reader.read(row.text, row.lang);
  const Sentence* sentence = first_sentence(reading);
  if (!sentence || language_of(*sentence->language).tag.view() != row.lang) return pack.error(row.line, "no language pack reads this as '" + row.lang + "'");
  auto claims = extract({.id = row.subject, .source = {}, .lang = row.lang, .title = {}, .published = {}, .text = row.text});
  const auto is_marked = [&](const Claim& claim) { return index_of(claim.span.begin) <= row.mark_begin && index_of(claim.span.end) >= row.mark_end; };
  const auto marked = std::find_if(claims.begin(), claims.end(), is_marked);
  if (marked == claims.end()) return pack.error(row.line, "no value is read in the marks: a date, a number with what it counts, a list of countries or a place");

  const auto names = names_in(reading, *sentence, names_);
  auto own = names;
  std::erase_if(own, [&](const NamePlace& place) { return place.name->subject != row.subject; });
  if (own.empty()) return pack.error(row.line, "the sentence has no name of '" + row.subject + "'");
  const TokenRange mark = tokens_of(reading, *sentence, row.mark_begin, row.mark_end);
  auto words = words_beside(reading, *sentence, own, mark);
  // "The treaty has 191 states parties": the counted noun says what they are, and the verb that they are the subject's.
  const bool is_by_role = words.empty() && marked->topic.role.state == SlotState::known;
  if (is_by_role) words = words_between(reading, *sentence, own, mark);
  if (words.empty()) return pack.error(row.line, "no word beside the value and the name says what the value is");

  FactStatement statement{0, row.lang, row.subject, {words.begin(), words.end()}, marked->topic.role, marked->topic.scope, is_by_role};
  const TokenRange value = tokens_of(reading, *sentence, index_of(marked->span.begin), index_of(marked->span.end));
  if (!tells(reading, *sentence, value, marked->kind, names, statement))
    return pack.error(row.line, "the value is too far from the words that tell what it is; say less");
  const auto fact = number_of(pack, row, std::move(*marked), world);
  if (!fact) return fact.error();
  statement.fact = *fact;
  by_word_[is_by_role ? std::string() : rarest(words_beside(reading, *sentence, own, value), world.background)].push_back(statements_.size());
  statements_.push_back(std::move(statement));
  return ok();
}

Result<std::size_t> References::number_of(const ReferencePack& pack, const ReferenceRow& row, Claim claim, const World& world) {
  const std::string id = row.subject + "/" + row.fact;
  const auto known = std::find_if(facts_.begin(), facts_.end(), [&](const ReferenceFact& fact) { return fact.reference.id == id; });
  if (known != facts_.end()) {
    const bool is_same = known->claim.kind == claim.kind && claim_kind(claim.kind).relate(known->claim.value, claim.value, world).relation == Relation::agree;
    if (!is_same) return pack.error(row.line, "reads " + show(claim.value) + " for what another row of this fact gives as " + show(known->claim.value));
    return static_cast<std::size_t>(known - facts_.begin());
  }
  ReferenceFact fact{{id, row.source, row.as_of}, std::move(claim), std::nullopt};
  if (const auto time = parse_edtf(row.as_of); time) fact.when = interval(*time);
  if (fact.when) fact.claim.topic.as_of = {fact.when->last, AsOf::From::text};
  facts_.push_back(std::move(fact));
  return facts_.size() - 1;
}

Result<References> References::read(const std::vector<ReferencePack>& packs, const Reader& reader, const World& world, const Extract& extract) {
  References references;
  for (const auto& pack : packs)
    for (const auto& row : pack.rows)
      if (row.fact.empty())
        if (auto taken = references.take_name(pack, row, reader); !taken) return taken.error();
  for (const auto& pack : packs)
    for (const auto& row : pack.rows)
      if (!row.fact.empty())
        if (auto taken = references.take_fact(pack, row, reader, world, extract); !taken) return taken.error();
  return references;
}

/// What needs no look at the sentence.
bool References::may_be_told(const Claim& claim, const FactStatement& statement) const {
  if (claim.kind != facts_[statement.fact].claim.kind) return false;
  const auto& [role, scope] = std::tie(claim.topic.role, claim.topic.scope);
  const bool is_role = role.state == SlotState::known && statement.role.state == SlotState::known;
  if ((is_role && role.id != statement.role.id) || (scope.state == SlotState::known && scope.id != statement.scope.id)) return false;
  return !statement.is_by_role || is_role;
}

std::vector<std::size_t> References::told_by(const Claim& claim, const Document& document, const Reader& reader) const {
  std::set<std::size_t> told;
  std::vector<const FactStatement*> possible;
  const auto ask = [&](const std::string& word) {
    if (const auto those = by_word_.find(word); those != by_word_.end())
      for (const auto i : those->second)
        if (may_be_told(claim, statements_[i])) possible.push_back(&statements_[i]);
  };
  ask({});
  for (const auto& word : claim.context) ask(word);
  const std::string& text = claim.in_title ? document.title : document.text;
  if (possible.empty() || claim.sentence.begin > claim.span.begin || claim.sentence.end < claim.span.end || index_of(claim.sentence.end) > text.size()) return {};
  const Reading reading = reader.read(slice(text, claim.sentence), document.lang);
  const std::size_t begin = index_of(claim.span.begin) - index_of(claim.sentence.begin), end = index_of(claim.span.end) - index_of(claim.sentence.begin);
  for (const auto& sentence : reading.sentences) {
    if (!sentence.language) continue;
    const TokenRange value = tokens_of(reading, sentence, begin, end);
    if (value.first >= value.last) continue;
    const std::string_view lang = language_of(*sentence.language).tag.view();
    const auto names = names_in(reading, sentence, names_);
    for (const FactStatement* statement : possible)
      if (statement->lang == lang && tells(reading, sentence, value, claim.kind, names, *statement)) told.insert(statement->fact);
  }
  return {told.begin(), told.end()};
}

}  // namespace mizan
