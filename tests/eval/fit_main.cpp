// mizan_fit: fits the weights of facts/model/ on gold cases, with whole cases left out, and says how well they hold there.
#include <algorithm>
#include <array>
#include <boost/program_options.hpp>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <sstream>

#include "fitting.hpp"
#include "mizan/checker.hpp"
#include "reading/packs.hpp"
#include "source/claim_lines.hpp"
#include "source/json_lines.hpp"
#include "support/random.hpp"

namespace {

using namespace mizan;
using namespace mizan::eval;
namespace po = boost::program_options;

constexpr const char* usage =
    "mizan_fit --facts FOLDER [--image FILE] [--held-out FILE] [--archive CORPUS.jsonl]... [--write] GOLD.jsonl...\n\n"
    "Fits how much each signal says that two claims are one fact (FOLDER/model/same-fact.tsv) on the gold's own claims, with\n"
    "whole cases left out and with the pairs between cases as mistakes; prints how well the weights do on the cases left out,\n"
    "and what turns a score into a chance (FOLDER/model/bars.tsv). --write writes both files. Cases of --held-out are not used.\n"
    "Values that contradict each other between the articles of an --archive of real news are taken for mistakes.\n";

constexpr std::size_t kFolds = 8;

Result<FitCase> view_case(const Case& whole, const Checker& checker, const Knowledge& knowledge) {
  const Case gold = keep_languages(whole, {"ar", "en"});
  FitCase view{gold.id, {}, {}};
  std::istringstream stream(claim_stream_of(gold));
  auto given = read_claim_lines(stream, gold.id, [](Error error) { std::cerr << show(error) << '\n'; });
  for (const auto& line : gold.documents) {
    auto document = document_of_json(line.dump(), gold.id, gold.id);
    if (!document) return document.error();
    const auto prepared = checker.prepare(std::move(*document));
    view.documents.push_back(view_document(prepared.id, prepared.lang, checker.complete(prepared, given[prepared.id]), knowledge));
  }
  for (const auto& relation : gold.relations) {
    view.relations[{relation.a, relation.b}] = relation.relation;
    view.relations[{relation.b, relation.a}] = relation.relation;
  }
  return view;
}

std::vector<Prior> priors_of(const std::vector<SignalRow>& signals) {
  std::vector<Prior> priors;
  for (const auto& signal : signals) priors.push_back({signal.by_hand / 1000.0, signal.sign});
  return priors;
}

/// What speaks for one fact is told among the reasons of a finding: where the examples gave it nothing, it keeps a little.
constexpr std::int32_t kLeast = 20;

Model with_weights(Model model, const std::vector<SignalRow>& signals, const std::vector<double>& weights) {
  for (std::size_t i = 0; i < weights.size(); ++i) {
    model.weights[i] = static_cast<std::int32_t>(std::lround(weights[i] * 1000));
    if (signals[i].sign == Sign::positive) model.weights[i] = std::max(model.weights[i], kLeast);
  }
  return model;
}

/// Examples of pairs neither of whose cases is left out (`inside` false), or both or one of which are.
std::vector<Example> examples_of(const std::vector<FitPair>& pairs, std::size_t fold, bool inside) {
  std::vector<Example> examples;
  for (const auto& pair : pairs)
    if ((pair.case_a % kFolds == fold || pair.case_b % kFolds == fold) == inside) examples.push_back(pair.example);
  return examples;
}

std::vector<Example> all_examples(const std::vector<FitPair>& pairs) { return examples_of(pairs, kFolds, false); }

struct Score {
  std::size_t right = 0, reported = 0, gold = 0;
  void print(const char* what) const {
    const double p = reported ? static_cast<double>(right) / static_cast<double>(reported) : 1, r = gold ? static_cast<double>(right) / static_cast<double>(gold)
        : 1;
    std::printf("  %-28s P %.3f  R %.3f  F1 %.3f   (%zu of %zu gold, %zu reported)\n", what, p, r, p + r > 0 ? 2 * p * r / (p + r) : 0, right, gold, reported);
  }
};

/// Recall counts gold pairs, of which none is between cases.
void print_scores(const std::vector<FitCase>& cases, const std::vector<FitEdge>& edges) {
  Score same, conflicts;
  for (const auto& one : cases) {
    same.gold += count_gold(one).same;
    conflicts.gold += count_gold(one).conflicts;
  }
  for (const auto& edge : edges) {
    ++same.reported;
    same.right += edge.is_right;
    conflicts.reported += edge.sort == Sort::contradicts;
    conflicts.right += edge.sort == Sort::contradicts && edge.is_right;
  }
  same.print("same fact, across all cases");
  conflicts.print("of them contradict");
}

/// In nat, by the weights that have not seen the pair.
double score_of(const FitPair& pair, const std::vector<Model>& models) {
  double score = 0;
  for (const auto& [at, value] : pair.example.seen) score += value * models[pair.case_a % kFolds].weights[at] / 1000;
  return score;
}

/// What each bar would let by, with the weights of `models` of which each has not seen the cases of its fold.
void print_bars(const std::vector<FitCase>& cases, const std::vector<FitPair>& pairs, const Knowledge& knowledge, const std::vector<Model>& models) {
  for (const auto& [sort, name] : sorts) {
    std::printf("values %s, by bar:\n", name);
    for (const std::int32_t bar : {-1500, -1000, -600, -300, 0, 300, 600, 900, 1200, 1500}) {
      std::size_t right = 0, reported = 0, archive = 0;
      for (std::size_t c = 0; c < cases.size(); ++c) {
        Model model = models[c % kFolds];
        acceptance_of(model, sort).bar = bar;
        for (const auto& edge : edges_of(cases, c, knowledge, model)) {
          if (edge.sort != sort) continue;
          ++reported;
          right += edge.is_right;
        }
      }
      for (const auto& pair : pairs) archive += pair.case_a >= cases.size() && score_of(pair, models) * 1000 >= bar;
      std::printf("  %6d   %4zu of %4zu right%s\n", bar, right, reported, sort == Sort::contradicts ? (", " + std::to_string(archive) + " in the archive").c_str()
                  : "");
    }
  }
}

/// Slope and shift that turn the scores of edges into chances, and how far they hold: bins of the chance against what was so, with an interval by drawing cases
/// anew.
Calibration calibrate(const std::vector<FitEdge>& edges, std::size_t cases, std::int32_t bar, const char* what) {
  std::vector<Example> examples;
  for (const auto& edge : edges) examples.push_back({{{0, edge.score}, {1, 1.0}}, edge.is_right});
  constexpr double weak = 1;
  const auto line = fit_logistic(examples, {{1, Sign::positive}, {1.4, Sign::any}}, weak);
  std::printf("values %s: chance = logistic(%.3f × score + %.3f), log loss %.4f over %zu edges\n", what, line[0], line[1], log_loss(examples, line),
              examples.size());
  static constexpr std::array borders{0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1.01};
  test::Random random(1);
  for (std::size_t b = 0; b + 1 < borders.size(); ++b) {
    std::vector<double> right(cases), all(cases);
    double told = 0;
    for (std::size_t i = 0; i < edges.size(); ++i) {
      const double p = chance(examples[i], line);
      if (p < borders[b] || p >= borders[b + 1]) continue;
      ++all[edges[i].case_of];
      right[edges[i].case_of] += edges[i].is_right;
      told += p;
    }
    double n = 0, k = 0;
    for (std::size_t c = 0; c < cases; ++c) n += all[c], k += right[c];
    if (n == 0) continue;
    std::vector<double> draws;
    for (int draw = 0; draw < 1000; ++draw) {
      double dn = 0, dk = 0;
      for (std::size_t c = 0; c < cases; ++c) {
        const auto pick = static_cast<std::size_t>(random.below(cases));
        dn += all[pick];
        dk += right[pick];
      }
      if (dn > 0) draws.push_back(dk / dn);
    }
    std::sort(draws.begin(), draws.end());
    const auto at = [&](double share) { return draws[static_cast<std::size_t>(share * static_cast<double>(draws.size() - 1))]; };
    std::printf("  told %.3f   was %.3f  [%.3f, %.3f]   %4.0f edges\n", told / n, k / n, at(0.05), at(0.95), n);
  }
  return {bar, static_cast<std::int32_t>(std::lround(line[0] * 1000)), static_cast<std::int32_t>(std::lround(line[1] * 1000))};
}

Status write_model(const std::string& facts, const std::vector<SignalRow>& signals, const Model& model, const std::string& figures) {
  std::vector<std::string> rows;
  const auto sign = [](Sign of) { return of == Sign::positive ? "+" : of == Sign::negative ? "-" : "any"; };
  for (std::size_t i = 0; i < signals.size(); ++i)
    rows.push_back(std::string(signal_names[i]) + '\t' + sign(signals[i].sign) + '\t' + std::to_string(signals[i].by_hand) + '\t' +
                   std::to_string(model.weights[i]) + '\t' +
                   signals[i].meaning);
  std::sort(rows.begin(), rows.end());
  std::ofstream weights(facts + "/model/same-fact.tsv", std::ios::binary), bars(facts + "/model/bars.tsv", std::ios::binary);
  weights << "# source: signs and first weights set by hand, weights fitted by mizan_fit; " << figures
          << " · licence: Apache-2.0 · columns: signal, sign that the weight may have, weight by hand, weight, what one unit of the signal is (weights in 1/1000 nat)\n";
  for (const auto& row : rows) weights << row << '\n';
  bars << "# source: bars set by hand, slopes and shifts fitted by mizan_fit on edges of the cases left out · licence: Apache-2.0 · columns: what the values are, least score, "
          "slope, shift (slope and shift turn a score into a chance; all in 1/1000)\n";
  for (const auto& [name, outcome] : {std::pair("contradicts", model.contradicts), std::pair("equal", model.equal), std::pair("updated", model.updated)})
    bars << name << '\t' << outcome.bar << '\t' << outcome.slope << '\t' << outcome.shift << '\n';
  if (!weights.flush() || !bars.flush()) return Error{facts + "/model", "cannot be written"};
  return ok();
}

Result<std::vector<FitCase>> read_cases(const std::vector<std::string>& files, const std::set<std::string>& held_out, const Checker& checker,
                                        const Knowledge& knowledge) {
  std::vector<FitCase> cases;
  for (const auto& file : files) {
    auto gold = read_gold(file);
    if (!gold) return gold.error();
    for (const auto& one : *gold) {
      if (held_out.contains(one.id)) continue;
      // Ids of claims and documents are told apart by their case.
      auto view = view_case(pool({one}), checker, knowledge);
      if (!view) return view.error();
      cases.push_back(std::move(*view));
    }
  }
  return cases;
}

Result<std::vector<DocumentView>> read_archives(const std::vector<std::string>& files, const Checker& checker, const Knowledge& knowledge) {
  std::vector<DocumentView> views;
  for (const auto& file : files) {
    std::ifstream lines(file);
    for (std::string line; std::getline(lines, line);) {
      auto document = document_of_json(line, file + "#" + std::to_string(views.size()), file);
      if (!document) return document.error();
      const auto prepared = checker.prepare(std::move(*document));
      views.push_back(view_document(prepared.id, prepared.lang, checker.extract(prepared), knowledge));
    }
  }
  return views;
}

int run(const po::variables_map& options) {
  const auto facts = options["facts"].as<std::string>();
  const auto image = options["image"].as<std::string>();
  auto packs = open_packs(facts, image);
  auto checker = Checker::open({.facts = facts, .image = image, .lang = {}, .published = {}, .ui_lang = "en"});
  auto signals = read_signals(facts);
  for (const auto* error : {packs ? nullptr : &packs.error(), checker ? nullptr : &checker.error(), signals ? nullptr : &signals.error()})
    if (error) return std::cerr << show(*error) << '\n', 2;
  std::set<std::string> held_out;
  if (options.count("held-out")) {
    std::ifstream list(options["held-out"].as<std::string>());
    for (std::string id; std::getline(list, id);) held_out.insert(id);
  }
  const auto& knowledge = packs->knowledge;
  auto cases = read_cases(options["gold"].as<std::vector<std::string>>(), held_out, *checker, knowledge);
  if (!cases) return std::cerr << show(cases.error()) << '\n', 2;

  const auto priors = priors_of(*signals);
  std::vector<double> by_hand;
  for (const auto& prior : priors) by_hand.push_back(prior.weight);
  const auto hand_model = with_weights(knowledge.model, *signals, by_hand);
  auto pairs = collect_pairs(*cases, knowledge, hand_model);
  const auto between_cases = pairs.size();
  auto archive = read_archives(options["archive"].as<std::vector<std::string>>(), *checker, knowledge);
  if (!archive) return std::cerr << show(archive.error()) << '\n', 2;
  for (auto& pair : collect_contradictions(*archive, cases->size(), knowledge, hand_model)) pairs.push_back(std::move(pair));
  const auto all = all_examples(pairs);
  std::printf("%zu cases, %zu pairs, %td of them one fact; %zu contradictions in %zu articles; log loss of the weights by hand %.4f\n", cases->size(), between_cases,
              std::count_if(all.begin(), all.end(), [](const Example& e) { return e.is_so; }), pairs.size() - between_cases, archive->size(),
              log_loss(all, by_hand));

  double strength = 0, least = 1e9;
  for (const double tried : {0.3, 1.0, 3.0, 10.0, 30.0, 100.0}) {
    double sum = 0, n = 0;
    for (std::size_t fold = 0; fold < kFolds; ++fold) {
      const auto outside = examples_of(pairs, fold, true);
      sum += log_loss(outside, fit_logistic(examples_of(pairs, fold, false), priors, tried)) * static_cast<double>(outside.size());
      n += static_cast<double>(outside.size());
    }
    std::printf("  strength of the priors %5.1f: log loss on cases left out %.4f\n", tried, sum / n);
    if (sum / n < least) least = sum / n, strength = tried;
  }

  std::vector<FitEdge> edges, hand_edges;
  std::vector<Model> models;
  for (std::size_t fold = 0; fold < kFolds; ++fold) {
    const auto& model = models.emplace_back(with_weights(knowledge.model, *signals, fit_logistic(examples_of(pairs, fold, false), priors, strength)));
    for (std::size_t c = fold; c < cases->size(); c += kFolds) {
      const auto more = edges_of(*cases, c, knowledge, model), by_hand_too = edges_of(*cases, c, knowledge, hand_model);
      edges.insert(edges.end(), more.begin(), more.end());
      hand_edges.insert(hand_edges.end(), by_hand_too.begin(), by_hand_too.end());
    }
  }
  std::printf("weights by hand:\n");
  print_scores(*cases, hand_edges);
  std::printf("weights fitted with the case left out, strength %.1f:\n", strength);
  print_scores(*cases, edges);

  print_bars(*cases, pairs, knowledge, models);

  auto model = with_weights(knowledge.model, *signals, fit_logistic(all, priors, strength));
  for (std::size_t i = 0; i < signals->size(); ++i)
    std::printf("  %-22s %6d -> %6d\n", std::string(signal_names[i]).c_str(), (*signals)[i].by_hand, model.weights[i]);
  // The contradictions that the archive would raise are wrong ones, too.
  for (const auto& pair : pairs)
    if (const double score = score_of(pair, models); pair.case_a >= cases->size() && score * 1000 >= model.contradicts.bar)
      edges.push_back({pair.case_a % cases->size(), score, Sort::contradicts, false});
  for (const auto& [sort, name] : sorts) {
    std::vector<FitEdge> part;
    for (const auto& edge : edges)
      if (edge.sort == sort) part.push_back(edge);
    auto& outcome = acceptance_of(model, sort);
    outcome = calibrate(part, cases->size(), outcome.bar, name);
  }
  if (options.count("write")) {
    std::array<char, 192> figures{};
    std::snprintf(figures.data(), figures.size(), "%zu cases, %zu pairs, %zu contradictions in %zu articles of real news, log loss on cases left out %.4f",
                  cases->size(), between_cases,
                  pairs.size() - between_cases, archive->size(), least);
    if (auto status = write_model(facts, *signals, model, figures.data()); !status) return std::cerr << show(status.error()) << '\n', 2;
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  po::options_description described("options");
  described.add_options()("help", "")("facts", po::value<std::string>()->required(), "")("image", po::value<std::string>()->default_value(""), "")(
      "held-out", po::value<std::string>(), "")("archive", po::value<std::vector<std::string>>()->default_value({}, ""), "")("write", "")("gold",
          po::value<std::vector<std::string>>()->required(), "");
  po::positional_options_description positions;
  positions.add("gold", -1);
  try {
    po::variables_map options;
    po::store(po::command_line_parser(argc, argv).options(described).positional(positions).run(), options);
    if (options.count("help")) return std::cout << usage, 0;
    po::notify(options);
    return run(options);
  } catch (const po::error& error) {
    return std::cerr << error.what() << "\n\n" << usage, 2;
  }
}
