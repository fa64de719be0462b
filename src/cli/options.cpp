#include "cli/options.hpp"

#include <algorithm>
#include <boost/program_options.hpp>
#include <cmath>
#include <map>
#include <optional>
#include <sstream>

#include "report/formats.hpp"
#include "source/dateline.hpp"

namespace mizan::cli {
namespace {

namespace po = boost::program_options;

/// What Boost reads, before words are turned into values.
struct Raw {
  Options options;
  std::vector<std::string> formats, kinds, statuses;
  std::string date;
  std::string fail_on = "conflict", color = "auto", progress = "auto", stage = "claims";
};

/// A row of the options table: one option means the same in every command that takes it.
struct OptionRow {
  std::string_view name, letter, help;
  po::value_semantic* (*value)(Raw& raw);  ///< owned by the options_description that takes it
  std::vector<std::string_view> choices = {};  ///< the words that it takes, where they are few
};

template <class T>
using Choices = std::vector<std::pair<std::string_view, T>>;

const Choices<FailOn> kFailOn{{"conflict", FailOn::conflict}, {"update", FailOn::update}, {"never", FailOn::never}};
const Choices<Color> kColor{{"auto", Color::automatic}, {"always", Color::always}, {"never", Color::never}};
const Choices<ShowProgress> kProgress{{"auto", ShowProgress::automatic}, {"always", ShowProgress::always}, {"never", ShowProgress::never}};
const Choices<Stage> kStage{{"folded", Stage::folded}, {"tokens", Stage::tokens}, {"mentions", Stage::mentions}, {"claims", Stage::claims}};
const Choices<Kind> kKind{{"date", Kind::date}, {"count", Kind::count}, {"countries", Kind::countries}, {"place", Kind::place}};
const Choices<Relation> kStatus{{"conflict", Relation::conflict}, {"update", Relation::update}, {"agree", Relation::agree}};

template <class T>
std::vector<std::string_view> words_of(const Choices<T>& choices) {
  std::vector<std::string_view> words;
  for (const auto& [word, value] : choices) words.push_back(word);
  return words;
}

template <class T>
po::value_semantic* named(T& member, const char* value_name) {
  return po::value<T>(&member)->value_name(value_name);
}

const std::vector<OptionRow>& option_rows() {
  static const std::vector<OptionRow> rows{
      {"store", "", "the store of facts", [](Raw& raw) { return named(raw.options.store, "FILE"); }},
      {"add", "", "with --store: put the articles in afterwards",
       [](Raw& raw) -> po::value_semantic* { return po::bool_switch(&raw.options.add); }},
      {"claims", "", "a claim stream to take in place of reading: claims without topic or keys get them from the articles",
       [](Raw& raw) { return named(raw.options.claims, "FILE"); }},
      {"reference", "", "a file of reference facts that the articles are held against, or the name of a pack that came with Mizan; may be given again",
       [](Raw& raw) { return named(raw.options.references, "FILE"); }},
      {"format", "", "how to write, and where if not on standard output; may be given again",
       [](Raw& raw) { return named(raw.formats, "F[:FILE]"); }},
      {"fail-on", "", "exit status 1 from this on: conflict (the default), update or never",
       [](Raw& raw) { return named(raw.fail_on, "WHAT"); }, words_of(kFailOn)},
      {"min-confidence", "", "findings below this confidence (0 to 1) do not count",
       [](Raw& raw) { return named(raw.options.min_confidence, "P"); }},
      {"kind", "", "only facts of this kind: date, count, countries, place; may be given again",
       [](Raw& raw) { return named(raw.kinds, "KIND"); }, words_of(kKind)},
      {"status", "", "only facts of this status: conflict, update, agree; may be given again",
       [](Raw& raw) { return named(raw.statuses, "STATUS"); }, words_of(kStatus)},
      {"document", "", "only facts that this article speaks of", [](Raw& raw) { return named(raw.options.filter.document, "ID"); }},
      {"source", "", "only facts of articles whose source holds this text",
       [](Raw& raw) { return named(raw.options.filter.source, "TEXT"); }},
      {"date", "", "only facts of articles of this time: YYYY, YYYY-MM, YYYY-MM-DD, or FROM/TO of two such (.. where one is open)",
       [](Raw& raw) { return named(raw.date, "TIME"); }},
      {"text", "", "only facts with this text in their label, quotes or reasons",
       [](Raw& raw) { return named(raw.options.filter.text, "TEXT"); }},
      {"stage", "", "what to show of an article: folded, tokens, mentions or claims (the default)",
       [](Raw& raw) { return named(raw.stage, "STAGE"); }, words_of(kStage)},
      {"lang", "", "language of articles that declare none (else it is recognised)",
       [](Raw& raw) { return named(raw.options.lang, "TAG"); }},
      {"published", "", "dateline of articles that carry none: YYYY-MM-DD", [](Raw& raw) { return named(raw.options.published, "DATE"); }},
      {"stdin-name", "", "standard input is one text of this name, not JSON Lines",
       [](Raw& raw) { return named(raw.options.stdin_name, "NAME"); }},
      {"ui-lang", "", "language of the report: en (the default) or ar", [](Raw& raw) { return named(raw.options.ui_lang, "TAG"); }},
      {"facts", "", "the folder of the language packs (else MIZAN_FACTS, else those that came with this program)",
       [](Raw& raw) { return named(raw.options.facts, "DIR"); }},
      {"jobs", "j", "articles read at a time", [](Raw& raw) { return named(raw.options.jobs, "N"); }},
      {"allow-empty", "", "no input at all is no error",
       [](Raw& raw) -> po::value_semantic* { return po::bool_switch(&raw.options.allow_empty); }},
      {"skip-unreadable", "", "inputs that cannot be read do not change the exit status",
       [](Raw& raw) -> po::value_semantic* { return po::bool_switch(&raw.options.skip_unreadable); }},
      {"color", "", "auto (the default), always or never", [](Raw& raw) { return named(raw.color, "WHEN"); }, words_of(kColor)},
      {"progress", "", "a bar on a terminal, a line now and then elsewhere: auto (the default), always a bar, or never",
       [](Raw& raw) { return named(raw.progress, "WHEN"); }, words_of(kProgress)},
      {"quiet", "q", "no closing line", [](Raw& raw) -> po::value_semantic* { return po::bool_switch(&raw.options.quiet); }},
      {"verbose", "v", "say more: agreements in full, and what each feature adds",
       [](Raw& raw) -> po::value_semantic* { return po::bool_switch(&raw.options.verbose); }},
      {"help", "h", "this text", [](Raw& raw) -> po::value_semantic* { return po::bool_switch(&raw.options.help); }},
  };
  return rows;
}

std::vector<const OptionRow*> rows_of(const Command& command) {
  std::vector<const OptionRow*> rows;
  for (const std::string_view name : command.options) {
    const auto row = std::ranges::find(option_rows(), name, &OptionRow::name);
    if (row == option_rows().end()) throw std::logic_error("no such option row: " + std::string(name));
    rows.push_back(&*row);
  }
  return rows;
}

po::options_description description_of(const Command& command, Raw& raw) {
  po::options_description description;
  for (const OptionRow* row : rows_of(command)) {
    const std::string names = std::string(row->name) + (row->letter.empty() ? "" : "," + std::string(row->letter));
    description.add_options()(names.c_str(), row->value(raw), std::string(row->help).c_str());
  }
  return description;
}

Error usage(const std::string& what) { return {"", what, Error::Cause::usage}; }

std::string did_you_mean(std::string_view given, const std::vector<std::string_view>& names, std::string_view prefix = {}) {
  const std::string name = nearest(given, names);
  return name.empty() ? "" : "; did you mean '" + std::string(prefix) + name + "'?";
}

/// The value that one of a few words stands for.
template <class T>
Result<T> choose(std::string_view option, const std::string& given, const Choices<T>& choices) {
  std::vector<std::string_view> names;
  std::string list;
  for (const auto& [name, value] : choices) {
    if (name == given) return value;
    names.push_back(name);
    list.append(list.empty() ? "" : ", ").append(name);
  }
  return usage("--" + std::string(option) + " takes " + list + ", not '" + given + "'" + did_you_mean(given, names));
}

Result<std::vector<Output>> outputs_of(const Command& command, const std::vector<std::string>& formats) {
  std::vector<Output> outputs;
  std::size_t to_stdout = 0;
  for (const std::string& given : formats) {
    const std::size_t colon = given.find(':');
    Output output{given.substr(0, colon), colon == given.npos ? "" : given.substr(colon + 1)};
    if (colon != given.npos && output.file.empty()) return usage("--format " + given + ": the file has no name");
    std::vector<std::pair<std::string_view, int>> choices;
    for (const std::string_view name : command.output_formats) choices.emplace_back(name, 0);
    if (auto known = choose<int>("format", output.format, choices); !known) return known.error();
    if (output.file.empty() && ++to_stdout > 1) return usage("two formats on standard output: give one of them a file, --format F:FILE");
    if (!output.file.empty() && std::ranges::find(outputs, output.file, &Output::file) != outputs.end()) {
      return usage("two formats in one file: " + output.file);
    }
    outputs.push_back(std::move(output));
  }
  if (outputs.empty() && !command.output_formats.empty()) outputs.push_back({std::string(command.output_formats.front()), ""});
  return outputs;
}

/// A year, month or day, or two of them: EDTF, as far as datelines need it.
Status set_time(const std::string& given, ReportFilter& filter) {
  if (given.empty()) return ok();
  const std::size_t slash = given.find('/');
  const auto end_of = [](std::string end) { return end == ".." ? std::string() : end; };
  filter.published_from = end_of(given.substr(0, slash));
  filter.published_to = slash == given.npos ? filter.published_from : end_of(given.substr(slash + 1));
  const auto is_time = [](const std::string& end) {
    return end.empty() || (end.find_first_not_of("0123456789-") == end.npos && (end.size() == 4 || end.size() == 7 || end.size() == 10) && parse_edtf(end));
  };
  const bool has_any = !filter.published_from.empty() || !filter.published_to.empty();
  if (has_any && is_time(filter.published_from) && is_time(filter.published_to)) return ok();
  return usage("--date takes YYYY, YYYY-MM, YYYY-MM-DD, or FROM/TO of two such, not '" + given + "'");
}

/// Words into values; the first that is wrong ends it.
Result<Options> settle(const Command& command, Raw raw) {
  Options options = std::move(raw.options);
  auto outputs = outputs_of(command, raw.formats);
  if (!outputs) return outputs.error();
  options.outputs = std::move(*outputs);

  const auto fail_on = choose("fail-on", raw.fail_on, kFailOn);
  if (!fail_on) return fail_on.error();
  options.fail_on = *fail_on;
  const auto color = choose("color", raw.color, kColor);
  if (!color) return color.error();
  options.color = *color;
  const auto progress = choose("progress", raw.progress, kProgress);
  if (!progress) return progress.error();
  options.progress = *progress;
  const auto stage = choose("stage", raw.stage, kStage);
  if (!stage) return stage.error();
  options.stage = *stage;
  for (const std::string& given : raw.kinds) {
    const auto kind = choose("kind", given, kKind);
    if (!kind) return kind.error();
    options.filter.kinds.insert(*kind);
  }
  for (const std::string& given : raw.statuses) {
    const auto status = choose("status", given, kStatus);
    if (!status) return status.error();
    options.filter.statuses.insert(*status);
  }
  if (const auto time = set_time(raw.date, options.filter); !time) return time.error();
  if (!(options.min_confidence >= 0 && options.min_confidence <= 1)) return usage("--min-confidence takes a number from 0 to 1");
  if (options.jobs < 1 || options.jobs > 256) return usage("--jobs takes a number from 1 to 256");
  if (!options.published.empty() && (options.published.size() != 10 || iso_day(options.published).empty())) {
    return usage("--published takes a day that exists, YYYY-MM-DD, not '" + options.published + "'");
  }
  if (options.add && options.store.empty()) return usage("--add needs --store FILE");
  if (!command.words.empty() && !options.paths.empty() && std::ranges::find(command.words, options.paths.front()) == command.words.end()) {
    return usage(std::string(command.name) + " does not know '" + options.paths.front() + "'" + did_you_mean(options.paths.front(), command.words));
  }
  return options;
}

}  // namespace

std::string nearest(std::string_view given, const std::vector<std::string_view>& names) {
  const auto distance = [](std::string_view a, std::string_view b) {
    // Damerau-Levenshtein, restricted: two swapped letters are one slip.
    std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) cost[i][0] = i;
    for (std::size_t j = 0; j <= b.size(); ++j) cost[0][j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
      for (std::size_t j = 1; j <= b.size(); ++j) {
        const std::size_t change = cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
        cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, change});
        if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
      }
    }
    return cost[a.size()][b.size()];
  };
  given = given.substr(0, 64);
  std::string best;
  std::size_t best_distance = std::max<std::size_t>(2, given.size() / 3) + 1;
  for (const std::string_view name : names) {
    const std::size_t far = name.starts_with(given) && given.size() >= 2 ? 1 : distance(given, name);
    if (far < best_distance) {
      best_distance = far;
      best = name;
    }
  }
  return best;
}

Result<Options> parse_options(const Command& command, const std::vector<std::string>& arguments) {
  Raw raw;
  po::options_description all = description_of(command, raw);
  all.add_options()("path", po::value<std::vector<std::string>>(&raw.options.paths));
  po::positional_options_description positional;
  positional.add("path", -1);
  try {
    po::variables_map values;
    // Without guessing: an option that a later version adds must not change what a script of today means.
    const int style = po::command_line_style::default_style & ~po::command_line_style::allow_guessing;
    po::store(po::command_line_parser(arguments).options(all).positional(positional).style(style).run(), values);
    po::notify(values);
  } catch (const po::unknown_option& problem) {
    const std::string given = problem.get_option_name();
    std::string_view name = given;
    while (name.starts_with('-')) name.remove_prefix(1);
    return usage("unknown option '" + problem.get_option_name() + "'" + did_you_mean(name, command.options, "--"));
  } catch (const po::error& problem) {
    return usage(problem.what());
  }
  return settle(command, std::move(raw));
}

std::vector<OptionInfo> options_of(const Command& command) {
  Raw raw;
  const po::options_description description = description_of(command, raw);
  std::vector<OptionInfo> infos;
  for (const OptionRow* row : rows_of(command)) {
    const po::option_description& option = *description.options()[infos.size()];
    const bool takes_value = option.semantic()->min_tokens() > 0;
    infos.push_back({.name = row->name, .letter = row->letter, .help = row->help, .value = takes_value ? option.format_parameter() : "",
                     .choices = row->name == "format" ? command.output_formats : row->choices});
  }
  return infos;
}

}  // namespace mizan::cli
