#include "kind/parallel_figures.hpp"

#include <algorithm>
#include <array>

#include "kind/elliptical_counts.hpp"
#include "reading/rules.hpp"
#include "text/marks.hpp"

namespace mizan {
namespace {

/// What a measure is told in, and no noun that is counted one by one.
bool is_measured_in(const SentenceContext& context, const std::string& unit) {
  const auto unit_class = context.world.class_of(unit);
  return unit_class == "money" || unit_class == "measure" || unit_class == "percent" || unit_class == "time";
}

const Quantity& quantity_of(const ReadValue& value) { return std::get<Quantity>(value.value); }

/// The first figure of a count.
const NumberMention* figure_of(const SentenceContext& context, const ReadValue& value) {
  for (const auto& number : context.sentence.numbers)
    if (number.first >= value.first && number.last <= value.last) return &number;
  return nullptr;
}

/// Is neither more than `times` the other?
bool are_of_one_size(const Quantity& a, const Quantity& b, std::int64_t times) {
  if (!a.min || !b.min || a.min->mantissa <= 0 || b.min->mantissa <= 0) return false;
  const auto most_a = multiply(*a.min, make_decimal(times)), most_b = multiply(*b.min, make_decimal(times));
  return most_a && most_b && compare(*a.min, *most_b) != std::strong_ordering::greater && compare(*b.min, *most_a) != std::strong_ordering::greater;
}

/// "100 thousand pounds to one and 40 to the other": the thousand may be meant again, or not. A percent is never told in thousands.
bool is_written_alike(const SentenceContext& context, const ReadValue& value, const ReadValue& before) {
  constexpr std::int64_t kThousand = 1000, kHundred = 100;
  const auto *figure = figure_of(context, value), *other = figure_of(context, before);
  const auto& least = quantity_of(value).min;
  if (!figure || !other || !least) return false;
  const bool is_small = compare(*least, make_decimal(kThousand)) == std::strong_ordering::less;
  if (other->has_scale && !figure->has_scale && is_small) return false;
  const bool is_share = context.world.class_of(quantity_of(before).unit) == "percent";
  return !is_share || compare(*least, make_decimal(kHundred)) != std::strong_ordering::greater;
}

bool is_separator(const SentenceContext& context, std::uint32_t token) {
  static constexpr std::array<std::string_view, 4> marks{",", ";", marks::arabic_comma, marks::arabic_semicolon};
  const auto& mark = context.reading.tokens[token];
  return mark.kind == TokenKind::mark && std::find(marks.begin(), marks.end(), context.reading.text(mark)) != marks.end();
}

/// Behind "a day" and its like, which the figure before is told by.
std::uint32_t behind_rate(const SentenceContext& context, std::uint32_t token) {
  for (const Atom& rate : context.sentence.atoms)
    if (rate.list == List::scope && rate.first <= token && rate.last > token) return rate.last;
  return token;
}

bool is_function_word(const SentenceContext& context, std::uint32_t token) {
  const auto atoms = context.sentence.atoms_at(token);
  return std::any_of(atoms.begin(), atoms.end(), [](const Atom& atom) {
    return atom.list == List::stopwords && atom.entry->type == static_cast<std::uint8_t>(WordClass::function);
  });
}

/// Do the same preposition, or two words with the same one written on them, stand at both tokens?
bool have_one_preposition(const SentenceContext& context, std::uint32_t a, std::uint32_t b) {
  const auto& sentence = context.sentence;
  if (a >= sentence.last || b >= sentence.last) return false;
  const auto &first = context.reading.tokens[a], &second = context.reading.tokens[b];
  if (first.kind != TokenKind::word || second.kind != TokenKind::word) return false;
  const auto one = context.reading.text(first), other = context.reading.text(second);
  if (one == other) return !sentence.word_at(a, "and") && !sentence.word_at(a, "or") && is_function_word(context, a);
  const auto& clitics = context.language.clitics;
  return std::any_of(clitics.begin(), clitics.end(), [&](const Clitic& clitic) {
    return clitic.preposition && !clitic.article && !clitic.conjunction && one.starts_with(clitic.form) && other.starts_with(clitic.form);
  });
}

/// Does an "and" or a comma stand before the figure, or an "and" on it? The preposition of the first may stand between: "by 3 per cent in January and by 2 in July".
bool is_joined(const SentenceContext& context, const ReadValue& value, const ReadValue& before) {
  const auto* figure = figure_of(context, value);
  if (figure && figure->conjunction && figure->first == value.first) return true;
  const auto& sentence = context.sentence;
  std::uint32_t at = value.first;
  const auto text_before = [&](std::uint32_t token) { return context.reading.text(context.reading.tokens[token - 1]); };
  if (at > sentence.first + 1 && before.first > sentence.first && is_function_word(context, at - 1) && text_before(at) == text_before(before.first)) --at;
  return at > sentence.first && (sentence.word_before(at, "and") || is_separator(context, at - 1));
}

/// Is another number told between the two, that is no part of a date?
bool has_number_between(const SentenceContext& context, std::uint32_t first, std::uint32_t last) {
  const auto& numbers = context.sentence.numbers;
  return std::any_of(numbers.begin(), numbers.end(), [&](const NumberMention& number) {
    if (number.first < first || number.last > last) return false;
    const auto& mentions = context.sentence.mentions;
    return std::none_of(mentions.begin(), mentions.end(), [&](const Mention& mention) {
      return mention.rule->makes == Makes::date && mention.first <= number.first && number.last <= mention.last;
    });
  });
}

/// "4 per cent from April and 2.4 from October".
bool has_frame_of(const SentenceContext& context, const ReadValue& value, const ReadValue& before) {
  constexpr std::uint32_t kReach = 12;
  if (value.first - before.last > kReach || !is_joined(context, value, before)) return false;
  if (has_number_between(context, before.last, value.first)) return false;
  // "fined 300 dollars on Monday, and 12 on Tuesday were jailed"
  constexpr std::uint32_t kSubject = 4;
  for (std::uint32_t i = value.last; i < std::min(value.last + kSubject, context.sentence.last); ++i)
    if (context.reading.tokens[i].kind == TokenKind::mark) break;
    else if (context.sentence.word_at(i, "auxiliary")) return false;
  const auto behind = behind_rate(context, before.last);
  return have_one_preposition(context, before.last, value.last) || (behind < value.first && have_one_preposition(context, behind, value.last));
}

/// "Saudi Arabia cuts 500 thousand barrels a day, Iraq 211 thousand": only the name of another state or place stands between the two.
bool follows_name_alone(const SentenceContext& context, const ReadValue& value, const ReadValue& before) {
  const auto& sentence = context.sentence;
  std::uint32_t i = behind_rate(context, before.last);
  bool is_parted = false;
  for (; i < value.first && (is_separator(context, i) || sentence.word_at(i, "and")); ++i) is_parted = true;
  if (i + 1 < value.first && is_parted && is_function_word(context, i)) ++i;  // exports fell 12 per cent, to India 4
  if (i < value.first && sentence.word_at(i, "article")) ++i;
  const auto atoms = sentence.atoms_at(i);
  const auto name = std::find_if(atoms.begin(), atoms.end(), [&](const Atom& atom) {
    return (atom.list == List::countries || atom.list == List::places) && atom.last == value.first;
  });
  if (name == atoms.end() || (!is_parted && !name->conjunction)) return false;
  // Paris 24: a town and a small figure may be a name.
  constexpr std::int64_t kSmall = 100;
  const auto& least = quantity_of(value).min;
  const bool is_town = name->list == List::places || name->entry->type == static_cast<std::uint8_t>(CountryForm::seat);
  if (is_town && (!least || compare(*least, make_decimal(kSmall)) == std::strong_ordering::less)) return false;
  return value.last >= sentence.last || context.reading.tokens[value.last].kind == TokenKind::mark || sentence.word_at(value.last, "and");
}

bool in_millions(const NumberMention* figure) {
  constexpr std::int32_t kMillion = 6;
  return figure && (figure->scale_exponent >= kMillion || (figure->in_words && compare(figure->value, make_decimal(1, kMillion)) != std::strong_ordering::less));
}

/// "cost the port 4 million euros a day, the airline 2 million": millions of money behind another noun, and nothing that acts or is counted between.
bool follows_noun_alone(const SentenceContext& context, const ReadValue& value, const ReadValue& before) {
  constexpr std::uint32_t kNoun = 3;  // and its director
  const auto& sentence = context.sentence;
  if (context.world.class_of(quantity_of(before).unit) != "money" || !in_millions(figure_of(context, value)) || !in_millions(figure_of(context, before))) return false;
  if (value.last < sentence.last && context.reading.tokens[value.last].kind != TokenKind::mark) return false;
  std::uint32_t i = behind_rate(context, before.last);
  bool is_parted = false;
  for (; i < value.first && (is_separator(context, i) || sentence.word_at(i, "and")); ++i) is_parted = true;
  if (i >= value.first || value.first - i > kNoun) return false;
  is_parted = is_parted || std::any_of(sentence.atoms_at(i).begin(), sentence.atoms_at(i).end(), [](const Atom& atom) { return atom.conjunction; }) ||
              !context.language.clitics.empty();
  const auto acts_or_counts = [&](const Atom& atom) {
    if (atom.first < i || atom.last > value.first) return false;
    if (atom.list == List::units) return is_counted_noun(context.world.class_of(atom.entry->id)) && atom.entry->type != static_cast<std::uint8_t>(GrammaticalNumber::sg);
    return atom.list == List::change || atom.list == List::speech || (atom.list == List::stopwords && atom.entry->type == static_cast<std::uint8_t>(WordClass::verb));
  };
  for (; i < value.first; ++i)
    if (context.reading.tokens[i].kind != TokenKind::word) return false;
  return is_parted && std::none_of(sentence.atoms.begin(), sentence.atoms.end(), acts_or_counts) &&
         std::none_of(sentence.triggers.begin(), sentence.triggers.end(), acts_or_counts);
}

/// "grew from 12 kilometres to 15", "to 42 hours from 48": both ends of one change.
bool is_other_end(const SentenceContext& context, const ReadValue& value, const ReadValue& before) {
  const auto& sentence = context.sentence;
  const auto joins = [&](WordList first, WordList second) {
    const Atom* link = sentence.word_before(value.first, second);
    return link && link->first == before.last && sentence.word_before(before.first, first);
  };
  return joins("from", "to") || joins("to", "from");
}

/// "310 kilometres out of the 520 foreseen".
bool is_whole_of(const SentenceContext& context, const ReadValue& value, const ReadValue& before) {
  const Atom* of = context.sentence.word_at(before.last, "each-of");
  return of && (of->last == value.first || (of->last + 1 == value.first && context.sentence.word_at(of->last, "article")));
}

/// "41 billion dinars … but what was spent was 58 billion", "1.25 million dollars, against two million": both in millions, behind a word that gives or joins a figure.
bool is_amount_again(const SentenceContext& context, const ReadValue& value, const ReadValue& before) {
  if (!in_millions(figure_of(context, value)) || !in_millions(figure_of(context, before))) return false;
  if (context.world.class_of(quantity_of(before).unit) != "money") return false;
  const auto& sentence = context.sentence;
  if (sentence.word_before(value.first, "compared")) return true;
  const bool is_last = value.last >= sentence.last || context.reading.tokens[value.last].kind == TokenKind::mark;
  return is_last && sentence.word_before(value.first, "figure-link");
}

/// "Profits rose 18 per cent to reach 312 million": what the sentence before told in millions of a currency, and a word that is told of money in this one.
bool is_amount_of_money(const SentenceContext& context, const ReadValue& value) {
  constexpr std::int32_t kMillion = 6;
  const auto& sentence = context.sentence;
  const auto* figure = figure_of(context, value);
  const auto& told = context.discourse.measured;
  if (!figure || figure->scale_exponent < kMillion || !told || context.world.class_of(told->unit) != "money") return false;
  const bool is_last = value.last >= sentence.last || context.reading.tokens[value.last].kind == TokenKind::mark;
  if (!is_last || !sentence.word_before(value.first, "figure-link")) return false;
  if (std::any_of(sentence.atoms.begin(), sentence.atoms.end(), [](const Atom& atom) { return atom.is_word("count-noun"); })) return false;
  constexpr std::uint32_t kReach = 8;
  return std::any_of(sentence.triggers.begin(), sentence.triggers.end(), [&](const Atom& trigger) {
    if (trigger.list != List::roles || trigger.last > value.first || value.first - trigger.last > kReach) return false;
    const auto role = context.world.roles.find(trigger.entry->id);
    return role != context.world.roles.end() && role->second.counts.contains("money") && !role->second.counts.contains("person") &&
           !role->second.counts.contains("measure") && !role->second.counts.contains("thing");
  });
}

/// "Inflation stood at 9.4 per cent. A year ago it was 6.1": what the sentence before told one figure of.
bool is_told_of_it(const SentenceContext& context, const ReadValue& value) {
  const auto& sentence = context.sentence;
  const Atom* link = sentence.word_before(value.first, "figure-link");
  const Atom* it = link ? sentence.word_before(link->first, "it-word") : nullptr;
  return it && it->first > sentence.first && (value.last >= sentence.last || context.reading.tokens[value.last].kind == TokenKind::mark);
}

/// "640 undergraduates, well short of the 1,500 foreseen": as many of the same as were meant to be.
bool is_what_was_meant(const SentenceContext& context, const ReadValue& value, const ReadValue& before) {
  constexpr std::uint32_t kReach = 6;
  return context.sentence.word_at(value.last, "meant-word") && value.first - before.last <= kReach;
}

/// "the legal limit of 13", "the average depth 6", "asks for 8.5 per cent; the firms offer 4.2": right behind a word that gives another figure of what was measured.
bool is_behind_limit(const SentenceContext& context, const ReadValue& value) {
  const auto& sentence = context.sentence;
  std::uint32_t at = value.first;
  if (const Atom* link = sentence.word_before(at, "figure-link")) at = link->first;
  else if (at > sentence.first && is_separator(context, at - 1)) --at;
  return sentence.word_before(at, "gives-measure") != nullptr;
}

}  // namespace

std::string parallel_unit(const SentenceContext& context, const ReadValue& value, const ReadValue* before) {
  if (!before || quantity_of(*before).unit.empty() || before->last > value.first) return {};
  const auto& unit = quantity_of(*before).unit;
  const bool is_same = is_whole_of(context, value, *before) ||
                       (is_what_was_meant(context, value, *before) && are_of_one_size(quantity_of(value), quantity_of(*before), 10));
  if (is_same && is_written_alike(context, value, *before)) return unit;
  if (!is_written_alike(context, value, *before)) return {};
  constexpr std::int64_t kList = 1000, kChange = 10, kAmount = 20;
  const auto is_of_size = [&](std::int64_t times) { return are_of_one_size(quantity_of(value), quantity_of(*before), times); };
  if (is_other_end(context, value, *before) && is_of_size(kChange)) return unit;
  // "61 deputies for one party, and 13 for the other", where the figure is told apart from what stands behind it by nothing else.
  if (!is_measured_in(context, unit)) return value.only_parallel && has_frame_of(context, value, *before) ? unit : std::string();
  const bool is_parallel = has_frame_of(context, value, *before) || follows_name_alone(context, value, *before) || follows_noun_alone(context, value, *before);
  if (is_parallel && is_of_size(kList)) return unit;
  return is_amount_again(context, value, *before) && is_of_size(kAmount) ? unit : std::string();
}

std::string limit_unit(const SentenceContext& context, const ReadValue& value, const ReadValue* before) {
  constexpr std::int64_t kAlike = 10;
  constexpr std::int64_t kAmount = 20;
  const auto& earlier = context.discourse.measured;
  if (is_amount_of_money(context, value) && are_of_one_size(quantity_of(value), *earlier, kAmount)) return earlier->unit;
  if (!before && earlier && is_told_of_it(context, value)) return are_of_one_size(quantity_of(value), *earlier, kAlike) ? earlier->unit : std::string();
  if (!is_behind_limit(context, value)) return {};
  const auto suits = [&](const ReadValue& told) {
    return is_measured_in(context, quantity_of(told).unit) && is_written_alike(context, value, told) && are_of_one_size(quantity_of(value), quantity_of(told), kAlike);
  };
  if (before) return suits(*before) ? quantity_of(*before).unit : std::string();
  const auto& told = context.discourse.measured;
  return told && are_of_one_size(quantity_of(value), *told, kAlike) && figure_of(context, value) && figure_of(context, value)->has_scale ? told->unit : std::string();
}

std::string money_again(const SentenceContext& context, const ReadValue& value, const ReadValue* before) {
  constexpr std::uint32_t kReach = 20, kRoleReach = 4;
  if (!before || value.first < before->last || value.first - before->last > kReach) return {};
  const auto& unit = quantity_of(*before).unit;
  const auto is_scaled = [&](const NumberMention& number) { return number.first >= value.first && number.last <= value.last && number.has_scale; };
  if (context.world.class_of(unit) != "money" || std::none_of(context.sentence.numbers.begin(), context.sentence.numbers.end(), is_scaled)) return {};
  const auto tells_of_money = [&](const Atom& trigger) {
    if (trigger.list != List::roles || trigger.last > value.first || trigger.first < before->last || value.first - trigger.last > kRoleReach) return false;
    const auto role = context.world.roles.find(trigger.entry->id);
    return role != context.world.roles.end() && role->second.counts.contains("money");
  };
  return std::any_of(context.sentence.triggers.begin(), context.sentence.triggers.end(), tells_of_money) ? unit : std::string();
}

void remember_measured(const SentenceContext& context, const std::vector<ReadValue>& values) {
  auto& told = context.discourse.measured;
  told.reset();
  for (const auto& value : values) {
    const auto& quantity = quantity_of(value);
    if (!is_measured_in(context, quantity.unit) || context.world.class_of(quantity.unit) == "time") continue;
    // A share is told beside what it is of.
    const bool is_share = context.world.class_of(quantity.unit) == "percent", was_share = told && context.world.class_of(told->unit) == "percent";
    if (told && is_share && !was_share) continue;
    if (was_share && !is_share) told.reset();
    if (told && told->unit != quantity.unit) {
      told.reset();
      return;
    }
    if (!told || (quantity.min && told->min && compare(*quantity.min, *told->min) == std::strong_ordering::greater)) told = quantity;
  }
}

}  // namespace mizan
