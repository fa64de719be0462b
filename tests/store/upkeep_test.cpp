#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "judge/decisions.hpp"
#include "mizan/store.hpp"
#include "support/got.hpp"
#include "support/packs.hpp"
#include "support/sqlite.hpp"
#include "support/temp_folder.hpp"

// A store as a file: told about, verified, copied; and the tables of decisions.

using namespace mizan;
using Catch::Matchers::Contains;
using test::Sqlite;
using test::TempFolder;
using test::got;

namespace {

std::string fill_store(const TempFolder& folder) {
  const std::string path = folder.file("s.mizan");
  const auto store = got(open_store(path, StoreMode::write, test::checker().packs()));
  std::vector<Document> documents;
  for (const char* id : {"a", "b", "c"}) {
    documents.push_back(test::checker().prepare({.id = id,
                                                 .source = std::string(id) + ".txt",
                                                 .lang = "en",
                                                 .title = "Treaty talks draw 190 states",
                                                 .published = "2015-05-25",
                                                 .text = "Delegates of 190 states attended the review conference of the Antarctic whaling treaty in Helsinki."}));
  }
  REQUIRE(test::checker().add(*store, documents));
  REQUIRE(test::checker().decide(*store, {{.ruling = Ruling::dismiss, .finding = "1", .reason = "no", .by = "Salma", .on = "2015-06-01"},
                                          {.ruling = Ruling::note, .finding = "1", .reason = "ask them", .by = "Salma", .on = "2015-06-01"}}));
  return path;
}

std::string complaints_about(const std::string& path) {
  std::string all;
  for (const auto wrong = got(verify_store(path)); const auto& line : wrong) all += line + '\n';
  return all;
}

}  // namespace

TEST_CASE("what a store holds is told without reading its articles", "[store]") {
  const TempFolder folder;
  const auto path = fill_store(folder);
  const auto info = got(describe_store(path, test::checker().packs()));
  CHECK(info.schema == 4);
  CHECK(info.size_bytes == static_cast<std::int64_t>(std::filesystem::file_size(path)));
  CHECK(info.documents == 3);
  CHECK(info.claims >= 3);
  CHECK(info.edges >= 3);
  CHECK(info.decisions == 1);
  CHECK(info.notes == 1);
  CHECK(info.stale == 0);
  CHECK(info.first_published == "2015-05-25");
  CHECK(got(describe_store(path, "other packs")).stale == 3);
  CHECK(got(got(open_store(path, StoreMode::read, "other packs"))->stale()) == std::vector<std::string>{"a", "b", "c"});
}

TEST_CASE("a store that is in order passes, and every damage is told", "[store]") {
  const TempFolder folder;
  const auto path = fill_store(folder);
  CHECK(complaints_about(path).empty());
  const auto [damage, told] = GENERATE(table<const char*, const char*>({
      {"UPDATE texts SET text = 'Delegates of 191 states attended the review conference of the Antarctic whaling treaty in Helsinki.' WHERE document = (SELECT number "
       "FROM documents WHERE id = 'b')",
       "does not stand in its text"},
      {"UPDATE documents SET title = 'Talks' WHERE id = 'a'", "does not stand in its text"},
      {"UPDATE claims SET packed = x'00' WHERE id LIKE 'a:%'", "cannot be read"},
      {"UPDATE claims SET \"begin\" = \"begin\" + 1", "stands elsewhere"},
      {"INSERT INTO keys VALUES (1, 0, x'0200000000000000')", "1 blocking keys of no document"},
      {"UPDATE keys SET first = 9000000000000000000", "blocking keys in no order"},
      {"DELETE FROM keys", "is not found under"},
      {"PRAGMA foreign_keys = OFF; DELETE FROM texts", "documents without a text"},
      {"PRAGMA foreign_keys = OFF; DELETE FROM claims WHERE id LIKE 'a:%'", "names one of claims that is not there"},
      {"INSERT INTO decisions VALUES ('', '', '', 'accept', '', '', '', '', '')", "neither a finding nor two claims"},
      {"UPDATE edges SET a = b, b = a", "do not join two claims in order"},
  }));
  CAPTURE(damage);
  Sqlite(path).run(damage);
  CHECK_THAT(complaints_about(path), Contains(told));
}

TEST_CASE("a torn page is told", "[store]") {
  const TempFolder folder;
  const auto path = fill_store(folder);
  {
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(static_cast<std::streamoff>(std::filesystem::file_size(path) / 2));
    file << std::string(8192, '\x5a');
  }
  const auto wrong = verify_store(path);
  CHECK((!wrong || !wrong->empty()));
}

TEST_CASE("a copy of a store is a store, and is whole or not there", "[store]") {
  const TempFolder folder;
  const auto path = fill_store(folder), copy = folder.file("copy.mizan");
  folder.write("copy.mizan", "an old copy");
  REQUIRE(back_up_store(path, copy));
  CHECK(complaints_about(copy).empty());
  CHECK(got(got(open_store(copy, StoreMode::read, test::checker().packs()))->decisions()).size() == 2);
  CHECK_FALSE(std::filesystem::exists(copy + ".part"));
  CHECK_FALSE(back_up_store(path, path));
  CHECK_FALSE(back_up_store(path, folder.path().string()));
  CHECK_FALSE(back_up_store(path, folder.file("no/such/copy.mizan")));
  CHECK_FALSE(back_up_store(folder.file("none.mizan"), copy));
  CHECK(complaints_about(path).empty());
}

TEST_CASE("a store is copied while another connection writes to it", "[store]") {
  const TempFolder folder;
  const auto path = fill_store(folder), copy = folder.file("copy.mizan");
  Sqlite writer(path);
  writer.run("BEGIN IMMEDIATE; DELETE FROM documents WHERE id = 'a'");
  REQUIRE(back_up_store(path, copy));
  CHECK(got(describe_store(copy, "")).documents == 3);
  writer.run("ROLLBACK");
}

TEST_CASE("a decision takes the place of another about the same, a note stands beside others", "[store]") {
  const auto store = got(open_store(":memory:", StoreMode::write, "packs-1"));
  const ClaimMark a{"a", "count", "190 state", "of # attended"}, b{"b", "count", "189 state", "of # attended"};
  const Decision accept{.ruling = Ruling::accept, .finding = "1", .right = a, .reason = "r", .by = "x", .on = "2015-06-01", .told = "t"};
  const Decision same{.ruling = Ruling::same, .a = a, .b = b, .by = "x", .on = "2015-06-01"};
  const Decision note{.ruling = Ruling::note, .finding = "1", .reason = "one", .by = "x", .on = "2015-06-01"};
  Decision dismiss = accept, different = same, other_note = note;
  dismiss.ruling = Ruling::dismiss;
  different.ruling = Ruling::different;
  other_note.reason = "two";
  for (const auto& each : {accept, same, note, dismiss, different, other_note, note}) REQUIRE(store->put_decision(each));
  CHECK(got(store->decisions()) == std::vector{different, dismiss, note, other_note});
  CHECK(got(store->drop_decision(note)));
  CHECK_FALSE(got(store->drop_decision(note)));
  CHECK(got(store->drop_decision(same)));
  CHECK(got(store->decisions()) == std::vector{dismiss, other_note});
}
