#include "mizan/checker.hpp"

#include <compact_lang_det.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <map>
#include <mutex>
#include <set>
#include <stdexcept>
#include <thread>

#include "check/checks.hpp"
#include "compare/adjudication.hpp"
#include "compare/against.hpp"
#include "compare/blocking.hpp"
#include "compare/contradiction.hpp"
#include "compare/facts.hpp"
#include "compare/linking.hpp"
#include "compare/story.hpp"
#include "compare/verdict.hpp"
#include "judge/decisions.hpp"
#include "kind/kinds.hpp"
#include "kind/value_words.hpp"
#include "knowledge/pack_file.hpp"
#include "knowledge/reference_pack.hpp"
#include "knowledge/world.hpp"
#include "reading/language_reader.hpp"
#include "reading/packs.hpp"
#include "reading/reader.hpp"
#include "reading/rules.hpp"
#include "reading/stages.hpp"
#include "text/direction.hpp"
#include "topic/given_claims.hpp"
#include "topic/references.hpp"
#include "topic/topic.hpp"

namespace mizan {
namespace {

/// The language that CLD2 is sure of; empty where it is not.
std::string recognise(const std::string& text) {
  bool is_reliable = false;
  const auto language = CLD2::DetectLanguage(text.data(), static_cast<int>(std::min<std::size_t>(text.size(), 1u << 16)), true, &is_reliable);
  return is_reliable && language != CLD2::UNKNOWN_LANGUAGE ? CLD2::LanguageCode(language) : std::string();
}

/// The state that a place of this English name is, or is in; empty where no list knows it.
std::string country_of(std::string_view name, const World& world) {
  if (const auto place = world.places.find(name); place != world.places.end()) return std::string(place->second.country.view());
  const auto state = std::find_if(world.countries.begin(), world.countries.end(), [&](const auto& country) { return country.second.at("en") == name; });
  return state == world.countries.end() ? std::string() : std::string(state->first.view());
}

/// The countries that the document names, most often first: whose dinar a bare dinar is. A city that is no common word speaks for its country half as loud.
std::vector<NamedCountry> named_countries(const Reading& reading, const World& world) {
  std::map<std::string_view, std::size_t> times;
  for (const auto& sentence : reading.sentences) {
    std::uint32_t named_until = 0;  // a capital that stands for its state is not counted as a city once more
    for (const auto& atom : sentence.atoms) {
      if (atom.list == List::countries && atom.entry->id != "-") {
        times[atom.entry->id] += 2;
        named_until = std::max(named_until, atom.last);
      } else if (atom.list == List::places && atom.entry->flags == 0 && atom.first >= named_until) {
        const Token& token = reading.tokens[atom.first];
        const auto place = world.places.find(atom.entry->id);
        if (place != world.places.end() && (token.script != Script::latin || token.capital)) ++times[place->second.country];
      }
    }
  }
  std::vector<NamedCountry> named;
  for (const auto& [id, count] : times) named.push_back({std::string(id), count});
  std::stable_sort(named.begin(), named.end(), [](const NamedCountry& a, const NamedCountry& b) { return a.times > b.times; });
  return named;
}

/// Where the fact is counted.
std::size_t& place_of(const Fact& fact, Summary& summary) {
  if (standing_of(fact) == Standing::dismissed) return summary.dismissed;
  if (fact.status == Relation::conflict) return summary.conflict;
  return fact.status == Relation::update ? summary.update : summary.agree;
}

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

}  // namespace

struct Checker::Impl {
  CheckerOptions options;
  std::unique_ptr<const OpenedPacks> packs;  ///< the reader points into it
  Reader reader;
  References references{};

  const Knowledge& knowledge() const { return packs->knowledge; }

  /// Claims of one text of the document, its title or its body. Those of a few sentences are held at a time: a megabyte of figures makes a gigabyte of claims.
  void read_text(const Document& document, bool in_title, const std::function<void(Claim)>& take) const {
    const std::string& text = in_title ? document.title : document.text;
    const Reading reading = reader.read(text, document.lang, in_title ? 0 : document.body_begin);
    std::optional<std::int32_t> dateline;
    if (const auto published = parse_edtf(document.published))
      if (const auto days = interval(*published)) dateline = days->first;
    const auto named = named_countries(reading, knowledge().world);
    TopicReader topics(document, reading, knowledge().world);
    std::vector<std::uint64_t> known;
    Discourse discourse;
    // Values of some sentences, then their topics, then the claims: a processor keeps the code of one of these steps at hand, but not of all three.
    constexpr std::size_t most_held = 64;
    std::vector<std::vector<DraftClaim>> held;  // by sentence
    std::size_t held_count = 0;
    const auto finish = [&] {
      for (auto& drafts : held) topics.read(drafts);
      for (auto& drafts : held)
        for (auto& draft : drafts) draft.claim.keys = blocking_keys(draft.claim, knowledge().background);
      for (auto& drafts : held)
        for (auto& draft : drafts) take(std::move(draft.claim));
      held.clear();
      held_count = 0;
    };
    for (std::size_t s = 0; s < reading.sentences.size(); ++s) {
      const Sentence& sentence = reading.sentences[s];
      if (!sentence.language) continue;
      auto values = read_values({reading, sentence, sentence.language->language(), knowledge().world, dateline, named, discourse}, known);
      if (values.empty()) continue;
      auto& drafts = held.emplace_back(values.size());
      for (std::size_t i = 0; i < values.size(); ++i) {
        drafts[i].sentence = s;
        fill_draft(document, reading, sentence, std::move(values[i]), in_title, drafts[i]);
      }
      if ((held_count += drafts.size()) >= most_held) finish();
    }
    finish();
  }

  /// All values of a sentence, in order of place. `known` holds kind and place of those before, sorted: no claim stands twice.
  static std::vector<ReadValue> read_values(const SentenceContext& context, std::vector<std::uint64_t>& known) {
    std::vector<ReadValue> values;
    for (const auto& kind : claim_kinds())
      for (auto& value : kind.build(context)) {
        const std::uint64_t key = std::uint64_t{index_of(context.reading.folded.source_span(value.begin, value.end).begin)} << 8 | static_cast<std::uint8_t>(kind.kind);
        const auto place = std::lower_bound(known.begin(), known.end(), key);
        if (place != known.end() && *place == key) continue;
        known.insert(place, key);
        values.push_back(std::move(value));
      }
    const auto by_place = [](const ReadValue& a, const ReadValue& b) { return a.first < b.first; };
    if (!std::is_sorted(values.begin(), values.end(), by_place)) std::stable_sort(values.begin(), values.end(), by_place);
    return values;
  }

  static void fill_draft(const Document& document, const Reading& reading, const Sentence& sentence, ReadValue value, bool in_title, DraftClaim& draft) {
    const std::string& text = in_title ? document.title : document.text;
    draft.first = value.first;
    draft.last = value.last;
    Claim& claim = draft.claim;
    claim.kind = kind_of(value.value);
    claim.document = document.id;
    claim.span = reading.folded.source_span(value.begin, value.end);
    claim.in_title = in_title;
    claim.quote = slice(text, claim.span);
    while (!claim.quote.empty() && (claim.quote.back() == ' ' || claim.quote.back() == '\n' || claim.quote.back() == '\r')) {
      claim.quote.pop_back();
      claim.span.end = ByteOffset{index_of(claim.span.end) - 1};
    }
    claim.id.reserve(document.id.size() + 32);
    claim.id.append(document.id).append(in_title ? ":title-" : ":").append(name_of(claim.kind)).append(":").append(std::to_string(index_of(claim.span.begin)));
    claim.value = std::move(value.value);
    claim.sentence = reading.folded.source_span(reading.tokens[sentence.first].begin, reading.tokens[sentence.last - 1].end);
    claim.rule = std::move(value.rule);
    claim.row = std::move(value.row);
    claim.reading = value.reading;
    claim.anchor = value.anchor;
    claim.beside = value.beside;
  }

  /// Reads the packs of reference facts that the options name.
  Status open_references(const std::filesystem::path& folder) {
    std::vector<ReferencePack> named;
    for (const auto& name : options.references) {
      auto pack = read_reference_pack(name, folder);
      if (!pack) return pack.error();
      named.push_back(std::move(*pack));
    }
    auto read = References::read(named, reader, knowledge().world, [this](const Document& document) {
      std::vector<Claim> claims;
      read_text(document, false, [&](Claim claim) { claims.push_back(std::move(claim)); });
      return claims;
    });
    if (!read) return read.error();
    references = std::move(*read);
    return ok();
  }

  /// Which of these claims tell which reference facts and may be held against them: by index into References::facts(), each list sorted by id.
  std::map<std::size_t, std::vector<const Claim*>> told_references(const std::vector<Claim>& claims, const std::vector<Document>& documents) const {
    std::map<std::string_view, const Document*> by_id;
    for (const auto& document : documents) by_id.emplace(document.id, &document);
    std::map<std::size_t, std::vector<const Claim*>> told;
    for (const auto& claim : claims) {
      const auto document = by_id.find(claim.document);
      if (document == by_id.end()) continue;
      for (const auto index : references.told_by(claim, *document->second, reader))
        if (may_be_held_against(claim, references.facts()[index], knowledge().world)) told[index].push_back(&claim);
    }
    for (auto& [index, those] : told) std::sort(those.begin(), those.end(), [](const Claim* a, const Claim* b) { return a->id < b->id; });
    return told;
  }

  /// Gives the facts the positions of the reference facts that their claims tell. What no fact holds becomes one for each reference.
  void hold_against_references(std::vector<Fact>& facts, const std::vector<Claim>& claims, const std::vector<Document>& documents) const {
    if (references.facts().empty()) return;
    const auto told = told_references(claims, documents);
    std::map<std::string_view, std::size_t> homes;  // of claims, in facts
    for (std::size_t i = 0; i < facts.size(); ++i)
      for (const auto& position : facts[i].positions)
        for (const auto& id : position.claims) homes.emplace(id, i);
    for (const auto& [index, those] : told) {
      const auto& reference = references.facts()[index];
      std::map<std::size_t, std::vector<const Claim*>> of_facts;
      std::vector<const Claim*> lone;
      for (const Claim* claim : those) {
        const auto home = homes.find(claim->id);
        (home == homes.end() ? lone : of_facts[home->second]).push_back(claim);
      }
      for (const auto& [fact, its] : of_facts) hold_against(facts[fact], reference, its, knowledge(), words());
      if (!lone.empty()) facts.push_back(fact_of(reference, lone, knowledge(), words()));
    }
  }

  static std::string_view behind(std::string_view key, std::string_view prefix) { return key.starts_with(prefix) ? key.substr(prefix.size()) : std::string_view(); }

  std::string label(const Labels& labels, const std::string& key) const {
    const auto found = labels.find(options.ui_lang);
    return found == labels.end() ? key : std::string(found->second);
  }

  /// What `read` makes of each document, on as many threads as the options say.
  std::vector<std::vector<Claim>> in_parallel(const std::vector<const Document*>& documents, const std::function<std::vector<Claim>(const Document&)>& read) const {
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

  /// All claims of the documents, and those `told` of others.
  static Result<std::vector<Claim>> claims_of(Store& store, const std::set<std::string>& documents, std::map<std::string, Claim> told) {
    for (const auto& id : documents) {
      auto claims = store.claims(id);
      if (!claims) return claims.error();
      for (auto& claim : *claims) told.try_emplace(claim.id, std::move(claim));
    }
    std::vector<Claim> all;
    for (auto& [id, claim] : told) all.push_back(std::move(claim));
    return all;
  }

  /// These documents and those that the claims are of, with their text; sorted by id.
  static Result<std::vector<Document>> documents_of(Store& store, std::set<std::string> ids, const std::vector<Claim>& claims) {
    for (const auto& claim : claims) ids.insert(claim.document);
    std::vector<Document> documents;
    for (const auto& id : ids) {
      auto document = store.document(id, true);
      if (!document) return document.error();
      if (*document) documents.push_back(std::move(**document));
    }
    return documents;
  }

  std::string message(const std::string& key) const {
    for (const std::string& tag : {options.ui_lang, std::string("en")})
      if (const auto* language = knowledge().language(tag))
        if (const auto found = language->messages.find(key); found != language->messages.end()) return found->second;
    // The world names its roles, events and countries itself.
    if (const auto found = knowledge().world.countries.find(behind(key, "country.")); found != knowledge().world.countries.end()) return label(found->second, key);
    if (const auto found = knowledge().world.roles.find(behind(key, "role.")); found != knowledge().world.roles.end()) return label(found->second.label, key);
    if (const auto found = knowledge().world.events.find(behind(key, "event.")); found != knowledge().world.events.end()) return label(found->second.label, key);
    return key;
  }

  Words words() const {
    return {options.ui_lang, [this](const std::string& key, const std::vector<std::string>& parts) {
              return parts.empty() ? message(key) : fill(message(key), parts);  // without parts it is a pattern, for who fills it
            }};
  }

  /// What each of these documents gets wrong by itself. Of its claims alone: a document out of a store is checked as one that was just read.
  std::vector<CheckFinding> check(const std::vector<Document>& documents, const std::vector<Claim>& claims, const std::set<std::string>& touched) const {
    std::map<std::string_view, std::vector<const Claim*>> by_document;
    for (const auto& claim : claims) by_document[claim.document].push_back(&claim);
    const Words said = words();
    std::vector<CheckFinding> findings;
    for (const auto& document : documents) {
      const auto of = by_document.find(document.id);
      if (of == by_document.end() || (!touched.empty() && !touched.contains(document.id))) continue;
      CheckContext context = check_context(document, of->second, knowledge().world, said);
      context.contradict = [&](const Claim& a, const Claim& b) { return mizan::contradict(a, b, knowledge()); };
      auto found = check_document(context);
      std::move(found.begin(), found.end(), std::back_inserter(findings));
    }
    return findings;
  }
};

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

Document Checker::prepare(Document document) const {
  if (document.lang.empty()) document.lang = impl_->options.lang;
  if (document.lang.empty()) document.lang = recognise(document.text);
  document.lang = with_lower_language(std::move(document.lang));
  if (document.published.empty()) document.published = impl_->options.published;
  const auto date = parse_edtf(document.published);
  if (!date || document.published.size() != 10 || !interval(*date)) document.published.clear();
  return document;
}

void Checker::extract(const Document& document, const std::function<void(Claim)>& take) const {
  if (!document.title.empty() && !document.title_in_text) impl_->read_text(document, true, take);
  impl_->read_text(document, false, take);
}

std::vector<Claim> Checker::extract(const Document& document) const {
  std::vector<Claim> claims;
  extract(document, [&](Claim claim) { claims.push_back(std::move(claim)); });
  return claims;
}

std::vector<Claim> Checker::complete(const Document& document, std::vector<Claim> claims) const {
  std::vector<Claim> complete;
  for (const bool in_title : {true, false}) {
    std::vector<Claim> part;
    std::copy_if(claims.begin(), claims.end(), std::back_inserter(part), [&](const Claim& claim) { return claim.in_title == in_title; });
    std::stable_sort(part.begin(), part.end(), [](const Claim& a, const Claim& b) { return a.span < b.span; });
    const std::string& text = in_title ? document.title : document.text;
    std::erase_if(part, [&](const Claim& claim) { return index_of(claim.span.end) > text.size(); });
    if (part.empty()) continue;
    Reading reading = impl_->reader.read(text, document.lang, in_title ? 0 : document.body_begin);
    give_topics(document, reading, impl_->knowledge().world, part);
    for (auto& claim : part) {
      if (claim.quote.empty()) claim.quote = slice(text, claim.span);
      if (auto* place = std::get_if<Place>(&claim.value); place && place->country.empty()) place->country = country_of(place->name, impl_->knowledge().world);
      if (claim.keys.empty()) claim.keys = blocking_keys(claim, impl_->knowledge().background);
      complete.push_back(std::move(claim));
    }
  }
  return complete;
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
    auto claims = impl_->in_parallel(changed, [&](const Document& document) {
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

Result<Report> Checker::report(Store& store, const std::set<std::string>& touched) const {
  Report report;
  std::map<std::string, Claim> told;  // by the facts that touch
  const auto status = compare(store, touched, [&](Fact fact, const std::vector<const Claim*>& claims) {
    report.facts.push_back(std::move(fact));
    if (!touched.empty())
      for (const Claim* claim : claims) told.try_emplace(claim->id, *claim);
  });
  if (!status) return status.error();
  auto claims = touched.empty() ? store.all_claims() : Impl::claims_of(store, touched, std::move(told));
  if (!claims) return claims.error();
  auto documents = touched.empty() ? store.documents(true) : Impl::documents_of(store, touched, *claims);
  if (!documents) return documents.error();
  impl_->hold_against_references(report.facts, *claims, *documents);
  // What an editor must see comes first; the rest by key, and where two documents tell two facts of one key by claim: no order of arrival changes these.
  const auto first_claim = [](const Fact& fact) {
    std::string_view first = fact.positions.front().claims.front();  // a reference stands last
    for (const auto& position : fact.positions)
      if (!position.claims.empty()) first = std::min<std::string_view>(first, position.claims.front());
    return first;
  };
  const auto rank = [](const Fact& fact) {
    double severity = 0;
    for (const auto& relation : fact.relations) severity = std::max(severity, relation.severity);
    return std::tuple(fact.status != Relation::conflict, fact.status != Relation::update, -severity);
  };
  std::stable_sort(report.facts.begin(), report.facts.end(), [&](const Fact& a, const Fact& b) {
    return std::tuple(rank(a), std::string_view(a.key), first_claim(a)) < std::tuple(rank(b), std::string_view(b.key), first_claim(b));
  });
  report.checks = impl_->check(*documents, *claims, touched);
  auto decisions = store.decisions();
  if (!decisions) return decisions.error();
  report.claims = std::move(*claims);
  bind_decisions(report, *decisions);
  for (std::size_t i = 0; i < report.facts.size(); ++i) {
    auto& fact = report.facts[i];
    fact.id = "f" + std::to_string(i + 1);
    ++place_of(fact, report.summary);
  }
  report.documents = std::move(*documents);
  // By place in each document, as people read.
  std::stable_sort(report.claims.begin(), report.claims.end(), [](const Claim& a, const Claim& b) {
    return std::tuple(std::string_view(a.document), !a.in_title, a.span, a.kind) < std::tuple(std::string_view(b.document), !b.in_title, b.span, b.kind);
  });
  report.summary.documents = report.documents.size();
  report.summary.claims = report.claims.size();
  report.summary.facts = report.facts.size();
  const auto dismissed = std::count_if(report.checks.begin(), report.checks.end(),
                                       [](const CheckFinding& check) { return check.judgement.standing == Standing::dismissed; });
  report.summary.dismissed += static_cast<std::size_t>(dismissed);
  report.summary.checks = report.checks.size() - static_cast<std::size_t>(dismissed);
  return report;
}

namespace {

/// A value with what decided it: rule, pack row, the fields that were concluded, and from which dateline.
std::string words_of(const Claim& claim) {
  std::string words = std::string(name_of(claim.kind)) + " " + show(claim.value) + " by " + claim.rule;
  if (!claim.row.empty()) words += ", " + claim.row;
  if (const auto* date = std::get_if<DateRange>(&claim.value)) {
    const auto add = [&](const char* field, Certainty first, Certainty last) {
      if (first == Certainty::implied || last == Certainty::implied) words += std::string(", ") + field + " implied";
    };
    add("year", date->first.year_is, date->last.year_is);
    add("month", date->first.month_is, date->last.month_is);
    add("day", date->first.day_is, date->last.day_is);
  }
  if (claim.anchor) {
    const DatePoint day = civil_from_days(*claim.anchor);
    words += " from " + to_edtf({day, day, false, false, false});
  }
  return words;
}

Result<DocumentView> view_of(Store& store, const std::string& id, const Knowledge& knowledge) {
  auto claims = store.claims(id);
  if (!claims) return claims.error();
  auto document = store.document(id, false);
  if (!document) return document.error();
  return view_document(id, *document ? (*document)->lang : std::string(), std::move(*claims), knowledge);
}

}  // namespace

std::vector<StageLine> Checker::stage(const Document& document, Stage stage) const {
  std::vector<StageLine> lines;
  if (stage == Stage::claims) {
    for (const auto& claim : extract(document)) lines.push_back({claim.span, claim.quote, words_of(claim)});
    return lines;
  }
  const Reading reading = impl_->reader.read(document.text, document.lang, document.body_begin, stage == Stage::mentions);
  if (stage == Stage::folded) {
    show_sentences(reading, lines);
  } else if (stage == Stage::tokens) {
    show_tokens(reading, lines);
  } else {
    show_mentions(reading, lines);
  }
  return lines;
}

Result<PairVerdict> Checker::verdict(Store& store, const Claim& a, const Claim& b) const {
  // In the order in which alignment takes two documents: claims of one weight fall as they did there.
  if (b.document < a.document) {
    auto turned = verdict(store, b, a);
    if (!turned) return turned.error();
    std::swap(turned->told_a, turned->told_b);
    std::swap(turned->rival_a, turned->rival_b);
    return turned;
  }
  auto decisions = store.decisions();
  if (!decisions) return decisions.error();
  if (auto decided = verdict_of(*decisions, a, b)) return *decided;
  auto near = store.neighbours(a.document);
  if (!near) return near.error();
  PairVerdict strangers;
  strangers.barrier = "story";
  if (a.document != b.document && !std::binary_search(near->begin(), near->end(), b.document)) return strangers;
  auto mine = view_of(store, a.document, impl_->knowledge()), theirs = view_of(store, b.document, impl_->knowledge());
  if (!mine || !theirs) return mine ? theirs.error() : mine.error();
  return judge_pair(*mine, a.id, *theirs, b.id, impl_->knowledge(), impl_->knowledge().model);
}

std::vector<LanguageInfo> Checker::languages() const {
  std::vector<LanguageInfo> languages;
  for (const auto* language : impl_->knowledge().languages) languages.push_back({language->tag, language->name, language->script, language->entries.size()});
  return languages;
}

std::vector<RuleInfo> Checker::rules() const {
  std::vector<RuleInfo> rules;
  for (const auto* language : impl_->knowledge().languages)
    for (const auto& row : language->rules) {
      const std::string file(row.file);
      rules.push_back({.name = file + ":" + row.name, .file = file, .makes = row.makes, .pattern = row.pattern, .example = row.example, .line = row.line});
    }
  return rules;
}

Result<PackRowInfo> Checker::pack_row(const std::string& file, std::size_t line) const {
  const auto sources = PackSources::read(impl_->options.facts);
  if (!sources) return sources.error();
  const auto table = read_pack_file(*sources, file, 1, RowOrder::as_written);
  if (!table) return table.error();
  const auto row = std::find_if(table->rows.begin(), table->rows.end(), [&](const PackRow& each) { return each.line == line; });
  if (row == table->rows.end()) return Error{file + ":" + std::to_string(line), "no entry stands in this row", Error::Cause::usage};
  PackRowInfo found{file, line, {}};
  for (std::size_t i = 0; i < row->cells.size(); ++i) found.cells.emplace_back(table->columns[i], row->cells[i]);
  return found;
}

const std::string& Checker::packs() const { return impl_->knowledge().hash; }
const std::string& Checker::packs_origin() const { return impl_->packs->origin; }
std::string Checker::message(const std::string& key) const { return impl_->message(key); }

}  // namespace mizan
