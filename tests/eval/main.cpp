// mizan_eval: scores mizan on gold cases (JSON Lines with every claim and relation marked).
#include <fcntl.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <boost/program_options.hpp>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <sstream>
#include <thread>

#include "checks.hpp"
#include "scoring.hpp"
#include "topics.hpp"

extern char** environ;  // POSIX declares it in no header

namespace {

namespace eval = mizan::eval;
namespace fs = std::filesystem;
namespace po = boost::program_options;

constexpr const char* usage =
    "mizan_eval (--mizan BINARY | --answers FILE) [options] GOLD.jsonl...\n\n"
    "Each case is written as a JSON Lines corpus and given to\n"
    "    BINARY check --format json CORPUS.jsonl\n"
    "whose report is compared with the gold. With --answers the reports are read from a file,\n"
    "one a line, in the order of the cases.\n"
    "With --checks the slips that each article of FILE makes by itself are scored.\n"
    "With --topics the claims of BINARY extract are compared with the marks of what each is about.\n\n"
    "Exit status: 0, or 2 where the options or a file are wrong or the program failed on a case.\n";

constexpr std::chrono::seconds patience{600};  // for one run of the program

struct Options {
  std::string mizan, answers, json;
  std::vector<std::string> languages, gold, topics, checks;
  bool pooled = false, given = false;
  std::size_t misses = 0;
};

/// A folder of our own that goes when we go.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (fs::temp_directory_path() / "mizan-eval-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder: " + name + ": " + std::strerror(errno));
    path_ = name;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  [[nodiscard]] std::string file(const char* name) const { return (path_ / name).string(); }

 private:
  fs::path path_;
};

void write_file(const std::string& path, const std::string& bytes) {
  std::ofstream out(path, std::ios::binary);
  out << bytes;
  if (!out.flush()) throw std::runtime_error(path + ": cannot be written");
}

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// Runs a program to its end, its output into two files. Returns the exit status, or why there is none.
mizan::Result<int> run(std::vector<std::string> words, const std::string& out, const std::string& err) {
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, err.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  pid_t child = 0;
  const int failed = posix_spawnp(&child, words[0].c_str(), &actions, nullptr, argv.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) return mizan::Error{words[0], std::strerror(failed)};

  int status = 0;
  const auto deadline = std::chrono::steady_clock::now() + patience;
  while (waitpid(child, &status, WNOHANG) == 0) {
    if (std::chrono::steady_clock::now() > deadline) {
      kill(child, SIGKILL);
      waitpid(child, &status, 0);
      return mizan::Error{words[0], "took longer than " + std::to_string(patience.count()) + " s"};
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  if (!WIFEXITED(status)) return mizan::Error{words[0], "ended by signal " + std::to_string(WTERMSIG(status))};
  return WEXITSTATUS(status);
}

/// Runs the program on what `words` say; its output. Findings (status 1) are no failure.
mizan::Result<std::string> output_of(std::vector<std::string> words, const TemporaryFolder& folder, const std::string& id) {
  const auto status = run(std::move(words), folder.file("out"), folder.file("err"));
  if (!status) return status.error();
  if (*status != 0 && *status != 1) {
    const std::string said = read_file(folder.file("err"));
    const std::string end = said.substr(said.size() - std::min<std::size_t>(said.size(), 400));
    return mizan::Error{id, "exit status " + std::to_string(*status) + ": " + end};
  }
  return read_file(folder.file("out"));
}

/// The program's answer on one case.
mizan::Result<eval::Answer> ask(const Options& options, const eval::Case& gold) {
  const TemporaryFolder folder;
  std::vector<std::string> words{options.mizan, "check"};
  if (options.given) {
    write_file(folder.file("claims.ndjson"), eval::claim_stream_of(gold));
    words.insert(words.end(), {"--claims", folder.file("claims.ndjson")});
  }
  write_file(folder.file("corpus.jsonl"), eval::corpus_of(gold));
  words.insert(words.end(), {"--format", "json", folder.file("corpus.jsonl")});
  const auto said = output_of(std::move(words), folder, gold.id);
  if (!said) return said.error();
  return eval::parse_answer(*said, gold.id);
}

/// The claims that the program extracts from one case.
mizan::Result<std::vector<eval::ReportedClaim>> extract(const Options& options, const eval::Case& gold) {
  const TemporaryFolder folder;
  write_file(folder.file("corpus.jsonl"), eval::corpus_of(gold));
  const auto said = output_of({options.mizan, "extract", "--quiet", folder.file("corpus.jsonl")}, folder, gold.id);
  if (!said) return said.error();
  std::vector<eval::ReportedClaim> claims;
  std::istringstream lines(*said);
  for (std::string line; std::getline(lines, line);) {
    auto more = eval::parse_stream_line(line, gold.id);
    if (!more) return more.error();
    claims.insert(claims.end(), std::make_move_iterator(more->begin()), std::make_move_iterator(more->end()));
  }
  return claims;
}

mizan::Result<std::vector<eval::Answer>> read_answers(const std::string& path, std::size_t expected) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return mizan::Error{path, "cannot be opened"};
  std::vector<eval::Answer> answers;
  std::string line;
  for (std::size_t row = 1; std::getline(in, line); ++row) {
    if (line.empty()) continue;
    auto answer = eval::parse_answer(line, path + ":" + std::to_string(row));
    if (!answer) return answer.error();
    answers.push_back(std::move(*answer));
  }
  if (answers.size() != expected)
    return mizan::Error{path, std::to_string(answers.size()) + " answers for " + std::to_string(expected) + " cases"};
  return answers;
}

std::vector<std::string> split_languages(const std::string& list) {
  std::vector<std::string> tags;
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t comma = std::min(list.find(',', at), list.size());
    if (comma > at) tags.push_back(list.substr(at, comma - at));
    at = comma + 1;
  }
  return tags;
}

mizan::Result<std::vector<eval::Case>> read_cases(const Options& options) {
  std::vector<eval::Case> cases;
  for (const std::string& path : options.gold) {
    auto more = eval::read_gold(path);
    if (!more) return more.error();
    for (eval::Case& gold : *more) {
      if (!options.languages.empty()) gold = eval::keep_languages(gold, options.languages);
      if (!gold.documents.empty()) cases.push_back(std::move(gold));
    }
  }
  if (options.pooled) cases = {eval::pool(cases)};
  return cases;
}

/// Scores what claims are about; cases without marks are passed over.
int evaluate_topics(const Options& options) {
  const auto cases = read_cases(options);
  if (!cases) throw std::runtime_error(show(cases.error()));
  std::map<std::string, eval::GoldTopics> marks;
  for (const auto& path : options.topics) {
    auto read = eval::read_topics(path);
    if (!read) throw std::runtime_error(show(read.error()));
    for (auto& topics : *read) marks[topics.id] = std::move(topics);
  }
  eval::TopicFigures figures;
  std::map<std::string, std::size_t> shown;
  for (const eval::Case& gold : *cases) {
    const auto topics = marks.find(gold.id.substr(gold.id.rfind('/') + 1));  // read_gold puts the file's stem before it
    if (topics == marks.end()) continue;
    const auto claims = extract(options, gold);
    if (!claims) throw std::runtime_error(show(claims.error()));
    eval::score_topics(gold, topics->second, *claims, options.misses, shown, figures, std::cout);
  }
  if (figures.empty()) throw std::runtime_error("no case of the gold has marks");
  eval::print_topics(figures, std::cout);
  return 0;
}

/// The report of the program on the documents of one case.
mizan::Result<std::string> report_on(const Options& options, const eval::Case& gold) {
  const TemporaryFolder folder;
  write_file(folder.file("corpus.jsonl"), eval::corpus_of(gold));
  return output_of({options.mizan, "check", "--format", "json", folder.file("corpus.jsonl")}, folder, gold.id);
}

/// Scores what articles get wrong by themselves.
int evaluate_checks(const Options& options) {
  eval::CheckFigures figures;
  for (const auto& path : options.checks) {
    const auto cases = eval::read_check_cases(path);
    if (!cases) throw std::runtime_error(show(cases.error()));
    for (const auto& gold : *cases) {
      const auto report = report_on(options, gold.gold);
      if (!report) throw std::runtime_error(show(report.error()));
      const auto ours = eval::parse_reported_checks(*report, gold.gold.id);
      if (!ours) throw std::runtime_error(show(ours.error()));
      eval::score_checks(gold, *ours, options.misses > 0, figures, std::cout);
    }
  }
  eval::print_checks(figures, std::cout);
  return 0;
}

int evaluate(const Options& options) {
  const auto cases = read_cases(options);
  if (!cases) {
    std::cerr << show(cases.error()) << "\n";
    return 2;
  }
  std::vector<eval::Answer> answers;
  std::size_t failed = 0;
  if (!options.answers.empty()) {
    auto read = read_answers(options.answers, cases->size());
    if (!read) {
      std::cerr << show(read.error()) << "\n";
      return 2;
    }
    answers = std::move(*read);
  } else {
    for (const eval::Case& gold : *cases) {
      auto answer = ask(options, gold);
      if (!answer) std::cerr << show(answer.error()) << "\n";
      failed += !answer;
      answers.push_back(answer ? std::move(*answer) : eval::Answer{});
    }
  }
  const eval::Figures figures = eval::score(*cases, answers, options.misses, std::cout);
  print_table(figures, std::cout);
  if (failed > 0) std::cout << failed << " of " << cases->size() << " cases failed to run\n";
  if (!options.json.empty()) write_file(options.json, to_json(figures).dump(1) + "\n");
  return failed > 0 ? 2 : 0;
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  std::string languages;
  po::options_description described("Options");
  described.add_options()
      ("help", "show this")
      ("mizan", po::value(&options.mizan)->value_name("BINARY"), "the program to score")
      ("answers", po::value(&options.answers)->value_name("FILE"), "reports to score instead, as JSON Lines")
      ("pooled", po::bool_switch(&options.pooled), "put the documents of all cases into one corpus first")
      ("given", po::bool_switch(&options.given), "hand the gold's claims to `check --claims`")
      ("langs", po::value(&languages)->value_name("ar,en"), "keep only documents in these languages")
      ("misses", po::value(&options.misses)->value_name("N"), "show up to N examples of each kind of mistake")
      ("topics", po::value(&options.topics)->value_name("FILE"), "marks of what each claim is about: score these instead")
      ("checks", po::value(&options.checks)->value_name("FILE"), "cases with the slips of each article: score these instead")
      ("json", po::value(&options.json)->value_name("FILE"), "write the figures there")
      ("gold", po::value(&options.gold)->value_name("FILE"), "gold files; also without the option's name");
  po::positional_options_description positional;
  positional.add("gold", -1);
  try {
    po::variables_map found;
    po::store(po::command_line_parser(argc, argv).options(described).positional(positional).run(), found);
    po::notify(found);
    if (found.count("help") > 0) {
      std::cout << usage << "\n" << described;
      return 0;
    }
    if (options.mizan.empty() == options.answers.empty()) throw po::error("give one of --mizan and --answers");
    if (!options.checks.empty() && options.mizan.empty()) throw po::error("--checks needs --mizan");
    if (options.gold.empty() && options.checks.empty()) throw po::error("no gold file");
    options.languages = split_languages(languages);
  } catch (const po::error& error) {
    std::cerr << "mizan_eval: " << error.what() << " (--help shows the options)\n";
    return 2;
  }
  try {
    if (!options.checks.empty()) return evaluate_checks(options);
    return options.topics.empty() ? evaluate(options) : evaluate_topics(options);
  } catch (const std::exception& error) {
    std::cerr << "mizan_eval: " << error.what() << "\n";
    return 2;
  }
}
