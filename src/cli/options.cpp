#include "cli/options.hpp"

#include <algorithm>
#include <boost/program_options.hpp>
#include <cmath>
#include <cstdlib>
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
      {"wait", "", "how long to wait for another process that uses the store; 10 seconds if not told", [](Raw& raw) { return named(raw.options.wait_seconds, "SECONDS"); }},
      {"by", "", "who decides (else the name of the user)", [](Raw& raw) { return named(raw.options.by, "NAME"); }},
      {"on", "", "when it was decided (else today): YYYY-MM-DD", [](Raw& raw) { return named(raw.options.date, "DATE"); }},
      {"right", "", "with accept: the claim whose value holds, as article:kind:byte", [](Raw& raw) { return named(raw.options.right, "CLAIM"); }},
      {"as-reference", "", "with --right: put the value into this file of reference facts", [](Raw& raw) { return named(raw.options.as_reference, "FILE"); }},
      {"subject", "", "with --as-reference: a name of what the value is about", [](Raw& raw) { return named(raw.options.subject, "NAME"); }},
      {"sentence", "", "with --as-reference: the fact in one short sentence, its value in [[ ]] (else the article's own sentence)",
       [](Raw& raw) { return named(raw.options.sentence, "TEXT"); }},
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
      {"baseline", "", "a file of accepted findings ('mizan baseline'): they are shown apart and do not count for the exit status",
       [](Raw& raw) { return named(raw.options.baseline, "FILE"); }},
      {"output", "", "the file to write", [](Raw& raw) { return named(raw.options.output, "FILE"); }},
      {"reason", "", "why, in your words; of a note, its text", [](Raw& raw) { return named(raw.options.reason, "TEXT"); }},
      {"expires", "", "the last day on which this holds: YYYY-MM-DD", [](Raw& raw) { return named(raw.options.expires, "DATE"); }},
      {"today", "", "the day that dates of expiry are compared with (else MIZAN_TODAY, else the system's, UTC): YYYY-MM-DD",
       [](Raw& raw) { return named(raw.options.today, "DATE"); }},
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
      {"config", "", "the configuration (else MIZAN_CONFIG, else the nearest mizan.toml above the first path, or above the working folder)",
       [](Raw& raw) { return named(raw.options.config, "FILE"); }},
      {"no-config", "", "read no mizan.toml", [](Raw& raw) -> po::value_semantic* { return po::bool_switch(&raw.options.no_config); }},
      {"help", "h", "this text", [](Raw& raw) -> po::value_semantic* { return po::bool_switch(&raw.options.help); }},
  };
  return rows;
}

bool is_setting(std::string_view name) { return std::ranges::find(setting_rows(), name, &SettingRow::name) != setting_rows().end(); }

/// The options of a command. One that takes anything which a file may set also takes the options that say which file, before --help.
std::vector<std::string_view> option_names(const Command& command) {
  std::vector<std::string_view> names = command.options;
  if (std::ranges::any_of(names, is_setting)) names.insert(std::ranges::find(names, "help"), {"config", "no-config"});
  return names;
}

std::vector<const OptionRow*> rows_of(const Command& command) {
  std::vector<const OptionRow*> rows;
  for (const std::string_view name : option_names(command)) {
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

/// Where a command has actions, the first argument names one.
Status check_word(const Command& command, const std::vector<std::string>& paths) {
  std::string list;
  for (const std::string_view word : command.words) list.append(list.empty() ? "" : ", ").append(word);
  if (paths.empty()) return usage(std::string(command.name) + " what? " + list);
  if (std::ranges::find(command.words, paths.front()) != command.words.end()) return ok();
  const std::string near = did_you_mean(paths.front(), command.words);
  return usage(std::string(command.name) + " does not know '" + paths.front() + "'" + (near.empty() ? "; it takes " + list : near));
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
  const std::pair<const char*, const std::string*> days[] = {{"published", &options.published}, {"expires", &options.expires}, {"today", &options.today}};
  for (const auto& [name, day] : days) {
    if (!day->empty() && (day->size() != 10 || iso_day(*day).empty())) {
      return usage("--" + std::string(name) + " takes a day that exists, YYYY-MM-DD, not '" + *day + "'");
    }
  }
  if (!options.date.empty() && (options.date.size() != 10 || iso_day(options.date).empty())) {
    return usage("--on takes a day that exists, YYYY-MM-DD, not '" + options.date + "'");
  }
  if (!(options.wait_seconds >= 0 && options.wait_seconds <= 86400)) return usage("--wait takes a number of seconds from 0 to 86400");
  if (!options.as_reference.empty() && options.right.empty()) return usage("--as-reference needs --right CLAIM: whose value is to become a reference");
  if (options.add && options.store.empty()) return usage("--add needs --store FILE");
  if (!command.words.empty() && !options.help) {
    if (auto known = check_word(command, options.paths); !known) return known.error();
  }
  return options;
}

/// Settings as if they had been given on the command line; what Boost holds already it keeps.
void store_settings(const std::vector<Setting>& settings, const po::options_description& all, po::variables_map& values) {
  po::parsed_options parsed(&all);
  for (const Setting& setting : settings) {
    if (!setting.values.empty()) parsed.options.emplace_back(setting.name, setting.values);
  }
  po::store(parsed, values);
}

/// Why a setting cannot be what it is set to, whatever the command; nothing where it can.
std::optional<Error> mistake_of(const Setting& setting) {
  const auto row = std::ranges::find(setting_rows(), setting.name, &SettingRow::name);
  Command alone{.name = {}, .arguments = {}, .summary = {}, .details = {}, .examples = {}, .options = {row->name}, .output_formats = {}, .run = nullptr};
  for (const ReportFormat& format : report_formats()) alone.output_formats.push_back(format.name);
  Raw raw;
  std::string what;
  try {
    po::variables_map values;
    const po::options_description all = description_of(alone, raw);
    store_settings({setting}, all, values);
    po::notify(values);
    if (const auto settled = settle(alone, std::move(raw)); !settled) what = settled.error().what;
  } catch (const po::error& problem) {
    what = problem.what();
  }
  if (what.empty()) return std::nullopt;
  return Error{setting.where, what.starts_with("--") ? what.substr(2) : what, Error::Cause::usage};
}

/// Those that mean something to this command, and now.
std::vector<Setting> settings_for(const Command& command, const std::vector<std::string>& paths, std::vector<Setting> settings) {
  const auto takes = [&](std::string_view name) { return std::ranges::find(command.options, name) != command.options.end(); };
  // Articles that are named, or shown as a file, are looked at as they are: the archive that everyday checks go against stays out of it.
  const bool is_view = command.name == "show" || command.name == "explain" || command.name == "baseline";
  std::error_code ignored;
  const bool names_articles = is_view && (paths.size() > 1 || (paths.size() == 1 && std::filesystem::exists(paths.front(), ignored)));
  std::erase_if(settings, [&](const Setting& setting) {
    if (setting.name == "format") return !takes("fail-on");  // a report, not a stream or a view that happens to have formats, too
    return !takes(setting.name) || (setting.name == "store" && names_articles);
  });
  return settings;
}

/// The first path that names something; an action (baseline create) and an id (explain f1) name nothing. Empty where none does.
std::string first_input(const Command& command, std::vector<std::string> paths) {
  if (!command.words.empty() && !paths.empty()) paths.erase(paths.begin());
  std::error_code ignored;
  const auto input = std::ranges::find_if(paths, [&](const std::string& path) { return std::filesystem::exists(path, ignored); });
  return input == paths.end() ? "" : *input;
}

/// Of mizan.toml:3:11, so that mistakes are told from the top down; nothing for a variable, which comes first.
std::pair<int, int> line_and_column(const std::string& where) {
  const std::size_t column = where.rfind(':');
  const std::size_t line = column == where.npos || column == 0 ? where.npos : where.rfind(':', column - 1);
  if (line == where.npos) return {};
  return {std::atoi(where.c_str() + line + 1), std::atoi(where.c_str() + column + 1)};
}

/// Finds and reads what stands behind the command line: the variables, then the file.
void read_settings(const Command& command, const std::map<std::string, std::string>& variables, Options& options) {
  const auto names = option_names(command);
  if (std::ranges::find(names, "config") == names.end()) return;
  options.variables = settings_in(variables);
  const auto named = variables.find("MIZAN_CONFIG");
  if (options.config.empty() && named != variables.end()) options.config = named->second;
  std::optional<std::filesystem::path> path;
  if (!options.config.empty()) path = options.config;
  if (!path) path = find_config(first_input(command, options.paths));
  if (path && !options.no_config) options.config_file = read_config(*path, options.config_mistakes);
  for (const auto* settings : {&options.variables, &options.config_file.settings}) {
    for (const Setting& setting : *settings) {
      if (auto mistake = mistake_of(setting)) options.config_mistakes.push_back(std::move(*mistake));
    }
  }
  std::ranges::stable_sort(options.config_mistakes, {}, [](const Error& mistake) { return line_and_column(mistake.where); });
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

Result<Options> parse_options(const Command& command, const std::vector<std::string>& arguments, const std::map<std::string, std::string>& variables) {
  Raw raw;
  po::options_description all = description_of(command, raw);
  all.add_options()("path", po::value<std::vector<std::string>>(&raw.options.paths));
  po::positional_options_description positional;
  positional.add("path", -1);
  try {
    // Without guessing: an option that a later version adds must not change what a script of today means.
    const int style = po::command_line_style::default_style & ~po::command_line_style::allow_guessing;
    const auto given = po::command_line_parser(arguments).options(all).positional(positional).style(style).run();
    po::variables_map values;
    po::store(given, values);
    po::notify(values);  // which file to read is known after this, and what else holds after the second time
    Options& options = raw.options;
    read_settings(command, variables, options);
    if (options.config_mistakes.empty()) {
      for (const auto* settings : {&options.variables, &options.config_file.settings}) store_settings(settings_for(command, options.paths, *settings), all, values);
      po::notify(values);
    }
  } catch (const po::unknown_option& problem) {
    const std::string given = problem.get_option_name();
    std::string_view name = given;
    while (name.starts_with('-')) name.remove_prefix(1);
    return usage("unknown option '" + problem.get_option_name() + "'" + did_you_mean(name, option_names(command), "--"));
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
