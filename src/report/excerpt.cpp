#include "report/excerpt.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace mizan {
namespace {

// Characters of the sentence that a quote shows on either side of its value, and of the value itself.
constexpr std::size_t kAround = 110, kValueHead = 160, kValueTail = 60;
/// Moves `at` by up to `count` characters back, not before `begin`.
std::size_t step_back(std::string_view text, std::size_t at, std::size_t begin, std::size_t count) {
  while (at > begin && count > 0) {
    --at;
    if (!is_utf8_tail(text[at])) --count;
  }
  return at;
}

std::size_t step_on(std::string_view text, std::size_t at, std::size_t end, std::size_t count) {
  for (; at < end && count > 0; --count) (void)decode_utf8(text, at);
  return std::min(at, end);
}

/// The sentence around a claim, cut at a space some way off its value, so that an article of one endless line shows no more.
Excerpt excerpt_of(std::string_view text, const Claim& claim) {
  static constexpr std::string_view kMore = "…";
  const std::size_t value_begin = index_of(claim.span.begin), value_end = index_of(claim.span.end);
  const std::size_t sentence_begin = std::min<std::size_t>(index_of(claim.sentence.begin), value_begin);
  const std::size_t sentence_end = std::clamp<std::size_t>(index_of(claim.sentence.end), value_end, text.size());
  std::size_t begin = step_back(text, value_begin, sentence_begin, kAround);
  if (begin > sentence_begin) begin = std::min(text.find(' ', begin), value_begin);
  std::size_t end = step_on(text, value_end, sentence_end, kAround);
  if (end < sentence_end) {
    const std::size_t space = text.rfind(' ', end);
    end = space != text.npos && space >= value_end ? space : value_end;
  }
  Excerpt excerpt{std::string(text.substr(begin, value_begin - begin)), std::string(text.substr(value_begin, value_end - value_begin)),
                  std::string(text.substr(value_end, end - value_end))};
  const std::size_t head = step_on(text, value_begin, value_end, kValueHead), tail = step_back(text, value_end, value_begin, kValueTail);
  if (head < tail) {
    excerpt.value = std::string(text.substr(value_begin, head - value_begin)).append(" … ").append(text.substr(tail, value_end - tail));
  }
  if (begin > sentence_begin) excerpt.before.insert(0, std::string(kMore));
  if (end < sentence_end) excerpt.after.append(" ").append(kMore);
  return excerpt;
}

bool begins_with_space(std::string_view text) { return !text.empty() && std::string_view(" \t\r\n").find(text.front()) != text.npos; }
bool ends_with_space(std::string_view text) { return !text.empty() && std::string_view(" \t\r\n").find(text.back()) != text.npos; }

}  // namespace

Excerpt visible_excerpt(const Document* document, const Claim& claim) {
  const std::string_view text = !document ? std::string_view() : claim.in_title ? document->title : document->text;
  Excerpt excerpt{{}, claim.quote, {}};
  if (claim.span.begin <= claim.span.end && index_of(claim.span.end) <= text.size()) excerpt = excerpt_of(text, claim);
  std::string before = visible(excerpt.before), after = visible(excerpt.after);
  if (!before.empty() && ends_with_space(excerpt.before)) before += ' ';
  if (!after.empty() && begins_with_space(excerpt.after)) after.insert(0, 1, ' ');
  return {std::move(before), visible(excerpt.value), std::move(after)};
}

std::string shortened(std::string_view text, std::size_t most) {
  const std::size_t end = step_on(text, 0, text.size(), most);
  return end < text.size() ? std::string(text.substr(0, end)) + "…" : std::string(text);
}

std::string quote_in_sentence(const Document* document, const Claim& claim, const Style& style) {
  const Excerpt excerpt = visible_excerpt(document, claim);
  return style.isolated(excerpt.before + style.bold("[[" + excerpt.value + "]]") + excerpt.after);
}

std::string article_line(const std::string& id, const Document* document, const Style& style) {
  std::string line = style.foreign(id);
  if (document && !document->published.empty()) line += " · " + style.foreign(document->published);
  if (document && !document->title.empty()) line += " · " + style.foreign(shortened(document->title));
  return line;
}

}  // namespace mizan
