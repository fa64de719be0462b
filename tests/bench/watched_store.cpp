#include "bench/watched_store.hpp"

#include <ctime>

namespace mizan::bench {
namespace {

/// Adds what passes while it stands.
class Stopwatch {
 public:
  explicit Stopwatch(double& seconds) : seconds_(seconds), begin_(processor_seconds()) {}
  Stopwatch(const Stopwatch&) = delete;
  Stopwatch& operator=(const Stopwatch&) = delete;
  ~Stopwatch() { seconds_ += processor_seconds() - begin_; }

 private:
  double& seconds_;
  double begin_;
};

class WatchedStore final : public Store {
 public:
  WatchedStore(Store& store, StoreCosts& costs) : store_(store), costs_(costs) {}

  Status atomically(const std::function<Status()>& work) override {
    const Stopwatch stopwatch(costs_.commit);
    return store_.atomically([&] {
      const auto begin = processor_seconds();
      auto done = work();
      costs_.commit -= processor_seconds() - begin;
      return done;
    });
  }
  Status put(const Document& document, const std::vector<Claim>& claims) override {
    const Stopwatch stopwatch(costs_.put);
    return store_.put(document, claims);
  }
  Status put_sketch(const std::string& document_id, const std::string& sketch) override {
    const Stopwatch stopwatch(costs_.put);
    return store_.put_sketch(document_id, sketch);
  }
  Result<bool> remove(const std::string& document_id) override { return store_.remove(document_id); }
  Result<bool> holds(const Document& document) override {
    const Stopwatch stopwatch(costs_.put);
    return store_.holds(document);
  }
  Status put_edges(const std::vector<Edge>& edges) override {
    const Stopwatch stopwatch(costs_.edges);
    costs_.edges_put += edges.size();
    return store_.put_edges(edges);
  }
  Status drop_edge(const std::string& a, const std::string& b) override { return store_.drop_edge(a, b); }
  Status put_decision(const Decision& decision) override { return store_.put_decision(decision); }
  Result<bool> drop_decision(const Decision& decision) override { return store_.drop_decision(decision); }
  Result<std::vector<Decision>> decisions() override { return store_.decisions(); }
  Result<std::optional<Document>> document(const std::string& document_id, bool with_text) override {
    const Stopwatch stopwatch(costs_.read);
    return store_.document(document_id, with_text);
  }
  Result<std::vector<Document>> documents(bool with_text) override { return store_.documents(with_text); }
  Result<std::vector<Claim>> claims(const std::string& document_id) override {
    const Stopwatch stopwatch(costs_.read);
    ++costs_.documents_read;
    return store_.claims(document_id);
  }
  Result<std::vector<Claim>> all_claims() override { return store_.all_claims(); }
  Result<std::vector<Edge>> edges() override { return store_.edges(); }
  Status each_component(const TakeComponent& take) override {
    const Stopwatch stopwatch(costs_.components);
    return store_.each_component(judged_apart(take));
  }
  Status each_component(const std::set<std::string>& documents, const TakeComponent& take) override {
    const Stopwatch stopwatch(costs_.components);
    return store_.each_component(documents, judged_apart(take));
  }
  Result<std::vector<std::string>> neighbours(const std::string& document_id) override {
    const Stopwatch stopwatch(costs_.meet);
    return store_.neighbours(document_id);
  }
  Result<std::vector<std::string>> neighbours(const std::string& document_id, const MayBeAlike& may_be_alike) override {
    const Stopwatch stopwatch(costs_.meet);
    return store_.neighbours(document_id, [&](std::string_view mine, std::string_view theirs) {
      ++costs_.candidates;
      const bool are_alike = may_be_alike(mine, theirs);
      costs_.alike += are_alike ? 1 : 0;
      return are_alike;
    });
  }
  Result<std::vector<std::string>> stale() override { return store_.stale(); }
  Result<std::vector<std::string>> unlinked() override { return store_.unlinked(); }

 private:
  /// What is made of a component is no cost of the store.
  TakeComponent judged_apart(const TakeComponent& take) {
    return [&](const std::vector<Claim>& claims, const std::vector<Edge>& edges) {
      const auto begin = processor_seconds();
      take(claims, edges);
      costs_.components -= processor_seconds() - begin;
    };
  }

  Store& store_;
  StoreCosts& costs_;
};

}  // namespace

double processor_seconds() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

std::unique_ptr<Store> watched(Store& store, StoreCosts& costs) { return std::make_unique<WatchedStore>(store, costs); }

}  // namespace mizan::bench
