#include "reading/stages.hpp"

#include <string>
#include <utility>

#include "reading/language_reader.hpp"
#include "reading/rules.hpp"

namespace mizan {
namespace {

StageLine line_of(const Reading& reading, FoldedOffset begin, FoldedOffset end, std::string what) {
  return {reading.folded.source_span(begin, end), reading.folded.text.substr(index_of(begin), index_of(end) - index_of(begin)), std::move(what)};
}

StageLine line_of_mention(const Reading& reading, const Mention& mention, std::string what) {
  what += std::string(name_of(mention.rule->makes)) + " by " + mention.rule->name;
  for (const auto& capture : mention.captures) what += " " + std::string(capture.label) + "=" + std::string(reading.text(capture.atom));
  return line_of(reading, mention.begin, mention.end, std::move(what));
}

}  // namespace

void show_sentences(const Reading& reading, std::vector<StageLine>& lines) {
  for (const auto& sentence : reading.sentences)
    lines.push_back(line_of(reading, reading.tokens[sentence.first].begin, reading.tokens[sentence.last - 1].end, "sentence"));
}

void show_tokens(const Reading& reading, std::vector<StageLine>& lines) {
  for (const auto& sentence : reading.sentences)
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      const Token& token = reading.tokens[i];
      std::string what = token.kind == TokenKind::word ? "word" : token.kind == TokenKind::number ? "number" : "mark";
      if (i == sentence.first) what += " sentence=" + (sentence.language ? sentence.language->language().tag : std::string("-"));
      for (const auto& clause : sentence.clauses)
        if (clause.first == i) what += clause.quoted ? " clause quoted" : " clause";
      for (const auto& atom : sentence.atoms)
        if (atom.first == i) what += " " + std::string(name_of(atom.list)) + ":" + (atom.entry->id.empty() ? show(atom.entry->value) : atom.entry->id);
      for (const auto& atom : sentence.triggers)
        if (atom.first == i) what += " ~" + std::string(name_of(atom.list)) + ":" + atom.entry->id;
      lines.push_back(line_of(reading, token.begin, token.end, std::move(what)));
    }
}

/// Numbers, what the arbiter gave each token to, and what lost it.
void show_mentions(const Reading& reading, std::vector<StageLine>& lines) {
  for (const auto& sentence : reading.sentences) {
    for (const auto& number : sentence.numbers)
      lines.push_back(line_of(reading, number.begin, number.end, "number " + show(number.value) + (number.refused ? " refused" : "")));
    for (const auto& mention : sentence.mentions) lines.push_back(line_of_mention(reading, mention, ""));
    for (const auto& mention : sentence.lost) lines.push_back(line_of_mention(reading, mention, "lost "));
    for (const auto& list : sentence.countries) lines.push_back(line_of(reading, list.begin, list.end, "countries " + std::to_string(list.names.size())));
  }
}

}  // namespace mizan
