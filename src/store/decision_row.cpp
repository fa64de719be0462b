#include "store/decision_row.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "store/claim_row.hpp"

namespace mizan {
namespace {

using Json = nlohmann::json;
using sqlite::Query;

constexpr std::array judging{Ruling::accept, Ruling::dismiss, Ruling::same, Ruling::different};

std::string mark_text(const ClaimMark& mark) {
  return mark.is_empty() ? "" : Json::array({mark.document, mark.kind, mark.value, mark.words}).dump();
}

ClaimMark mark_from(std::string_view text) try {
  if (text.empty()) return {};
  const Json json = Json::parse(text);
  return {json.at(0).get<std::string>(), json.at(1).get<std::string>(), json.at(2).get<std::string>(), json.at(3).get<std::string>()};
} catch (const Json::exception&) {
  throw UnreadableRow("the claim of a decision");
}

Ruling ruling_from(std::string_view name) {
  const auto found = std::find_if(judging.begin(), judging.end(), [&](Ruling ruling) { return name_of(ruling) == name; });
  if (found == judging.end()) throw UnreadableRow("the ruling of a decision");
  return *found;
}

}  // namespace

void write_decision(sqlite::Database& database, const Decision& decision) {
  if (decision.ruling == Ruling::note) {
    Query insert(database, "INSERT INTO notes (finding, author, day, text, told) VALUES (?1, ?2, ?3, ?4, ?5)"
                           " ON CONFLICT (finding, author, day, text) DO UPDATE SET told = excluded.told");
    insert.bind(decision.finding, decision.by, decision.on, decision.reason, decision.told).run();
    return;
  }
  Query insert(database, "INSERT OR REPLACE INTO decisions (finding, a, b, ruling, correct, reason, author, day, told)"
                         " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
  insert.bind(decision.finding, mark_text(decision.a), mark_text(decision.b), name_of(decision.ruling), mark_text(decision.right), decision.reason,
              decision.by, decision.on, decision.told);
  insert.run();
}

bool erase_decision(sqlite::Database& database, const Decision& decision) {
  if (decision.ruling == Ruling::note) {
    Query forget(database, "DELETE FROM notes WHERE finding = ?1 AND author = ?2 AND day = ?3 AND text = ?4");
    forget.bind(decision.finding, decision.by, decision.on, decision.reason).run();
  } else {
    Query forget(database, "DELETE FROM decisions WHERE finding = ?1 AND a = ?2 AND b = ?3");
    forget.bind(decision.finding, mark_text(decision.a), mark_text(decision.b)).run();
  }
  return database.changes() > 0;
}

std::vector<Decision> read_decisions(sqlite::Database& database) {
  std::vector<Decision> list;
  Query rows(database, "SELECT finding, a, b, ruling, correct, reason, author, day, told FROM decisions ORDER BY finding, a, b");
  const auto text = [](const Query& row, int column) { return std::string(row.text(column)); };
  while (rows.step()) {
    list.push_back({ruling_from(rows.text(3)), text(rows, 0), mark_from(rows.text(1)), mark_from(rows.text(2)), mark_from(rows.text(4)),
                    text(rows, 5), text(rows, 6), text(rows, 7), text(rows, 8)});
  }
  Query notes(database, "SELECT finding, text, author, day, told FROM notes ORDER BY finding, day, author, text");
  while (notes.step()) list.push_back({Ruling::note, text(notes, 0), {}, {}, {}, text(notes, 1), text(notes, 2), text(notes, 3), text(notes, 4)});
  return list;
}

}  // namespace mizan
