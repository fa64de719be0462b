#include "compare/linking.hpp"

#include <memory>
#include <unordered_map>

#include "compare/alignment.hpp"
#include "compare/sketch.hpp"

namespace mizan {
namespace {

/// Views of documents that a batch compares, each read from the store once as long as it stays among those asked for last: memory stays bounded.
class Views {
 public:
  using View = std::shared_ptr<const DocumentView>;
  Views(Store& store, const Knowledge& knowledge) : store_(store), knowledge_(knowledge) {}

  Result<View> of(const std::string& id) {
    if (const auto known = recent_.find(id); known != recent_.end()) return known->second;
    if (auto known = older_.extract(id)) return keep(id, std::move(known.mapped()));
    auto claims = store_.claims(id);
    if (!claims) return claims.error();
    auto document = store_.document(id, false);
    if (!document) return document.error();
    return keep(id, std::make_shared<const DocumentView>(view_document(id, *document ? (*document)->lang : std::string(), std::move(*claims), knowledge_)));
  }

 private:
  /// What was not asked for while so many others were is let go.
  View keep(const std::string& id, View view) {
    constexpr std::size_t most = 2048;
    if (recent_.size() >= most) {
      older_ = std::move(recent_);
      recent_.clear();
    }
    recent_.emplace(id, view);
    return view;
  }

  Store& store_;
  const Knowledge& knowledge_;
  std::unordered_map<std::string, View> recent_, older_;  // tables only: no order comes from them
};

/// Edges from one document to its neighbours but those of the batch that are linked later, in order, to it among others.
Status link(Store& store, const std::string& id, Views& views, const std::set<std::string>& batch, const Knowledge& knowledge) {
  auto neighbours = store.neighbours(id, may_be_one_story);
  if (!neighbours) return neighbours.error();
  auto mine = views.of(id);
  if (!mine) return mine.error();
  std::vector<Edge> edges = align_within(**mine, knowledge, knowledge.model);
  for (const auto& other : *neighbours) {
    if (id < other && batch.contains(other)) continue;
    auto theirs = views.of(other);
    if (!theirs) return theirs.error();
    const bool first = id < other;
    auto between = align(first ? **mine : **theirs, first ? **theirs : **mine, knowledge, knowledge.model);
    edges.insert(edges.end(), std::make_move_iterator(between.begin()), std::make_move_iterator(between.end()));
  }
  return edges.empty() ? ok() : store.put_edges(edges);
}

}  // namespace

Status link_documents(Store& store, const std::set<std::string>& ids, const Knowledge& knowledge) {
  Views views(store, knowledge);
  for (const auto& id : ids) {
    auto view = views.of(id);
    if (!view) return view.error();
    if (auto kept = store.put_sketch(id, sketch_of(**view, knowledge)); !kept) return kept;
  }
  for (const auto& id : ids) {
    if (auto linked = link(store, id, views, ids, knowledge); !linked) return linked;
  }
  return ok();
}

}  // namespace mizan
