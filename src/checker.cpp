#include "mizan/checker.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <map>
#include <mutex>
#include <set>
#include <stdexcept>
#include <thread>

#include "checker/impl.hpp"
#include "compare/adjudication.hpp"
#include "compare/facts.hpp"
#include "compare/linking.hpp"
#include "judge/decisions.hpp"

namespace mizan {
namespace {

/// Somebody wants the run to end.
struct Interrupted : std::runtime_error {
  Interrupted() : std::runtime_error("interrupted") {}
};

/// Edges of these documents: what likeness says, and over it what editors said.
Status link(Store& store, const std::set<std::string>& documents, const Knowledge& knowledge) {
  if (documents.empty()) return ok();
  if (auto linked = link_documents(store, documents, knowledge); !linked) return linked;
  auto decisions = store.decisions();
  return decisions ? draw_decided_edges(store, *decisions, documents) : decisions.error();
}

/// What `read` makes of each document, on as many threads as the options say.
std::vector<std::vector<Claim>> in_parallel(const std::vector<const Document*>& documents, const CheckerOptions& options,
                                            const std::function<std::vector<Claim>(const Document&)>& read) {
  std::vector<std::vector<Claim>> claims(documents.size());
  std::atomic<std::size_t> next = 0;
  std::mutex guard;
  std::exception_ptr failure;
  const auto work = [&] {
    for (std::size_t i = next++; i < documents.size(); i = next++) try {
        if (options.should_stop && options.should_stop()) throw Interrupted();
        claims[i] = read(*documents[i]);
      } catch (...) {
        const std::lock_guard lock(guard);
        if (!failure) failure = std::current_exception();
      }
  };
  {
    std::vector<std::jthread> threads;
    for (unsigned i = 1; i < options.jobs && i < documents.size(); ++i) threads.emplace_back(work);
    work();
  }
  if (failure) std::rethrow_exception(failure);
  return claims;
}

}  // namespace

Checker::Checker(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Checker::Checker(Checker&&) noexcept = default;
Checker& Checker::operator=(Checker&&) noexcept = default;
Checker::~Checker() = default;

Result<Checker> Checker::open(const CheckerOptions& options) {
  const auto folder = options.facts.has_filename() ? options.facts : options.facts.parent_path();  // facts/ is facts
  auto opened = open_packs(folder, options.image.empty() ? folder.parent_path() / "packs.image" : options.image);
  if (!opened) return opened.error();
  auto packs = std::make_unique<const OpenedPacks>(std::move(*opened));
  auto reader = Reader::make(packs->knowledge);
  if (!reader) return reader.error();
  auto impl = std::unique_ptr<Impl>(new Impl{options, std::move(packs), std::move(*reader)});
  if (auto referenced = impl->open_references(folder); !referenced) return referenced.error();
  return Checker(std::move(impl));
}

Result<std::size_t> Checker::add(Store& store, const std::vector<Document>& documents, const std::map<std::string, std::vector<Claim>>& given,
                                 const std::function<void()>& read) const try {
  std::size_t put = 0;
  auto status = store.atomically([&]() -> Status {
    std::set<std::string> added;
    std::map<std::string_view, const Document*> latest;  // of one id twice the last stands
    for (const auto& document : documents) latest[document.id] = &document;
    std::vector<const Document*> changed;
    for (const auto& document : documents) {
      if (latest[document.id] != &document) continue;
      auto held = store.holds(document);
      if (!held) return held.error();
      if (!*held) changed.push_back(&document);
    }
    auto claims = in_parallel(changed, impl_->options, [&](const Document& document) {
      const auto brought = given.find(document.id);
      auto found = brought == given.end() ? extract(document) : complete(document, brought->second);
      if (read) read();
      return found;
    });
    for (std::size_t i = 0; i < changed.size(); ++i) {
      if (auto stored = store.put(*changed[i], claims[i]); !stored) return stored;
      added.insert(changed[i]->id);
    }
    put = added.size();
    // Who lost a neighbour that stood between them and others is compared with these now.
    auto unlinked = store.unlinked();
    if (!unlinked) return unlinked.error();
    added.insert(unlinked->begin(), unlinked->end());
    return link(store, added, impl_->knowledge());
  });
  if (!status) return status.error();
  return put;
} catch (const Interrupted&) {
  return Error{"", "interrupted; what was stored before stays", Error::Cause::interrupted};
}

Result<bool> Checker::remove(Store& store, const std::string& document_id) const {
  bool was_there = false;
  auto status = store.atomically([&]() -> Status {
    auto removed = store.remove(document_id);
    if (!removed) return removed.error();
    was_there = *removed;
    auto unlinked = store.unlinked();
    if (!unlinked) return unlinked.error();
    return link(store, {unlinked->begin(), unlinked->end()}, impl_->knowledge());
  });
  if (!status) return status.error();
  return was_there;
}

Status Checker::decide(Store& store, const std::vector<Decision>& decisions) const {
  return store.atomically([&]() -> Status {
    for (const auto& decision : decisions)
      if (auto put = store.put_decision(decision); !put) return put;
    return draw_decided_edges(store, decisions, {});
  });
}

Result<bool> Checker::withdraw(Store& store, const Decision& decision) const {
  bool was_there = false;
  auto status = store.atomically([&]() -> Status {
    auto dropped = store.drop_decision(decision);
    if (!dropped) return dropped.error();
    was_there = *dropped;
    if (decision.a.is_empty() || !was_there) return ok();
    if (auto erased = erase_decided_edges(store, decision); !erased) return erased;
    std::set<std::string> documents;  // what likeness says of the two holds again
    for (const auto& id : {decision.a.document, decision.b.document}) {
      auto document = store.document(id, false);
      if (!document) return document.error();
      if (*document) documents.insert(id);
    }
    return link(store, documents, impl_->knowledge());
  });
  if (!status) return status.error();
  return was_there;
}

Status Checker::compare(Store& store, const std::set<std::string>& touched, const std::function<void(Fact, const std::vector<const Claim*>&)>& take) const {
  // Documents were taken out on this connection, and none was added since.
  if (auto unlinked = store.unlinked(); !unlinked) return unlinked.error();
  else if (!unlinked->empty())
    if (auto linked = link(store, {unlinked->begin(), unlinked->end()}, impl_->knowledge()); !linked) return linked;
  const Words words = impl_->words();
  const auto judge = [&](const std::vector<Claim>& claims, const std::vector<Edge>& edges) {
    for (const auto& group : group_facts(claims, edges)) {
      const bool touches = touched.empty() || std::any_of(group.claims.begin(), group.claims.end(), [&](const Claim* c) { return touched.contains(c->document); });
      if (touches) take(adjudicate(group, impl_->knowledge(), words), group.claims);
    }
  };
  return touched.empty() ? store.each_component(judge) : store.each_component(touched, judge);
}

}  // namespace mizan
