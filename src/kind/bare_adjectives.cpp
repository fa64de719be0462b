#include "kind/bare_adjectives.hpp"

#include <algorithm>

namespace mizan {
namespace {

/// Does a count with a noun, and something said of it, follow the figure and its adjective?
bool leads_to_noun(const SentenceContext& context, const Mention& mention) {
  constexpr std::uint32_t kReach = 2;  // , and
  const auto& mentions = context.sentence.mentions;
  return std::any_of(mentions.begin(), mentions.end(), [&](const Mention& next) {
    return next.first >= mention.last && next.first - mention.last <= kReach && next.rule->makes == Makes::count && next.get("unit") && next.get("mod");
  });
}

}  // namespace

std::optional<Mention> figure_alone(const SentenceContext& context, const Mention& mention) {
  if (!mention.rule->name.ends_with(":bare-adjective") || leads_to_noun(context, mention)) return std::nullopt;
  Mention alone = mention;
  std::erase_if(alone.captures, [](const Capture& capture) { return capture.label.starts_with("mod"); });
  for (const auto& number : context.sentence.numbers)
    if (number.first >= mention.first && number.last <= mention.last) {
      alone.last = number.last;
      alone.end = number.end;
    }
  return alone;
}

}  // namespace mizan
