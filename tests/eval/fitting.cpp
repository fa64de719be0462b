#include "fitting.hpp"

#include <algorithm>
#include <functional>

#include "compare/alignment.hpp"
#include "compare/pairing.hpp"
#include "knowledge/pack_file.hpp"

namespace mizan::eval {
namespace {

Sign sign_of(std::string_view cell) { return cell == "+" ? Sign::positive : cell == "-" ? Sign::negative : Sign::any; }

bool is_one_fact(const FitCase& of, const Restatements& a, const Restatements& b) {
  return std::any_of(a.begin(), a.end(), [&](const Claim* x) { return std::any_of(b.begin(), b.end(),
                                                                                  [&](const Claim* y) { return of.relations.contains({x->id, y->id}); }); });
}

void collect(const FitCase& one, const FitCase& other, const DocumentView& a, const DocumentView& b, const Knowledge& knowledge, const Model& model,
             const std::function<void(Example)>& take) {
  auto pairings = pair_claims(a, b, knowledge, model);
  add_margins(pairings);
  for (const auto& pair : pairings.pairs) {
    Example example;
    for (const auto& [signal, value] : pair.observations) example.seen.emplace_back(static_cast<std::size_t>(signal), value);
    example.is_so = &one == &other && is_one_fact(one, pairings.a[pair.a], pairings.b[pair.b]);
    take(std::move(example));
  }
}

}  // namespace

Result<std::vector<SignalRow>> read_signals(const std::string& facts) {
  auto sources = PackSources::read(facts);
  if (!sources) return sources.error();
  auto file = read_pack_file(*sources, "model/same-fact.tsv", 5, RowOrder::sorted);
  if (!file) return file.error();
  std::vector<SignalRow> signals(signal_names.size());
  for (const auto& row : file->rows) {
    const auto name = std::find(signal_names.begin(), signal_names.end(), row.cells[0]);
    if (name == signal_names.end()) return file->error(row, "no such signal");
    signals[static_cast<std::size_t>(name - signal_names.begin())] = {sign_of(row.cells[1]), std::stoi(std::string(row.cells[2])),
                                                                    std::stoi(std::string(row.cells[3])), std::string(row.cells[4])};
  }
  return signals;
}

std::vector<FitPair> collect_pairs(const std::vector<FitCase>& cases, const Knowledge& knowledge, const Model& model) {
  std::vector<FitPair> pairs;
  for (std::size_t i = 0; i < cases.size(); ++i)
    for (std::size_t j = i; j < cases.size(); ++j)
      for (std::size_t x = 0; x < cases[i].documents.size(); ++x)
        for (std::size_t y = i == j ? x + 1 : 0; y < cases[j].documents.size(); ++y)
          collect(cases[i], cases[j], cases[i].documents[x], cases[j].documents[y], knowledge, model,
                  [&](Example example) { pairs.push_back({std::move(example), i, j}); });
  return pairs;
}

std::vector<FitPair> collect_contradictions(const std::vector<DocumentView>& archive, std::size_t first_case, const Knowledge& knowledge, const Model& model) {
  std::vector<FitPair> pairs;
  const FitCase one, other;
  for (std::size_t i = 0; i < archive.size(); ++i)
    for (std::size_t j = i + 1; j < archive.size(); ++j)
      collect(one, other, archive[i], archive[j], knowledge, model, [&](Example example) {
        const bool contradicts = std::any_of(example.seen.begin(), example.seen.end(),
                                             [](const auto& seen) { return seen.first == static_cast<std::size_t>(Signal::value_contradicts); });
        if (contradicts) pairs.push_back({std::move(example), first_case + i, first_case + i});
      });
  return pairs;
}

std::vector<FitEdge> edges_of(const std::vector<FitCase>& cases, std::size_t which, const Knowledge& knowledge, const Model& model) {
  std::vector<FitEdge> edges;
  const FitCase& mine = cases[which];
  for (std::size_t j = 0; j < cases.size(); ++j)
    for (std::size_t x = 0; x < mine.documents.size(); ++x)
      for (std::size_t y = j == which ? x + 1 : 0; y < cases[j].documents.size(); ++y)
        for (const auto& edge : align(mine.documents[x], cases[j].documents[y], knowledge, model)) {
          const auto gold = mine.relations.find({edge.a, edge.b});
          const auto has = [&](Signal signal) { return std::any_of(edge.features.begin(), edge.features.end(),
                                                                   [&](const Feature& f) { return f.name == name_of(signal); }); };
          const Sort sort = has(Signal::value_contradicts) || has(Signal::role_contradicts) ? Sort::contradicts : has(Signal::value_updated) ? Sort::updated
              : Sort::equal;
          edges.push_back({which, edge.score / 1000.0, sort, j == which && gold != mine.relations.end()});
        }
  return edges;
}

Calibration& acceptance_of(Model& model, Sort sort) { return sort == Sort::equal ? model.equal : sort == Sort::updated ? model.updated : model.contradicts; }

GoldCount count_gold(const FitCase& one) {
  GoldCount count;
  for (const auto& [pair, relation] : one.relations) {
    if (pair.first > pair.second) continue;
    ++count.same;
    count.conflicts += relation == "conflict";
  }
  return count;
}

}  // namespace mizan::eval
