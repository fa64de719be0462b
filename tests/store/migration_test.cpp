#include "mizan/store.hpp"

#include <catch2/catch.hpp>

#include "support/packs.hpp"
#include "support/sqlite.hpp"
#include "support/temp_folder.hpp"

// A store of each older schema, as it was written then, becomes one of today's. schema-<n>.sql is the schema of version n and stays as it was.

using namespace mizan;
using test::Sqlite;
using test::TempFolder;

namespace {

/// Two articles of version 1 that met under three keys, with an edge.
void write_version_1(const std::string& path) {
  Sqlite store(path);
  store.run(test::bytes_of(MIZAN_TESTS_DIR "/store/schema-1.sql"));
  store.run(R"sql(
    INSERT INTO packs VALUES (1, 'packs-1');
    INSERT INTO strings VALUES (1, 'state'), (2, 'en/count.rules:x');
    INSERT INTO documents VALUES (10, 'a', x'00', 1, 'a.txt', 'en', '2015-05-24', 'Title', 1, 0, '190 states met.'),
                                 (20, 'b', x'01', 1, 'b.txt', 'ar', '', '', 0, 3, 'text');
    INSERT INTO claims VALUES
      (1, 'a:count:0', 10, 1, 0, 0, 10, 1, 2, NULL,
       '{"quote":"190 states","value":{"min":190,"max":190},"slots":{"role":{"id":"attended","state":"known","words":"met"},"label":"conference"},
         "sentence":[0,15],"context":["state"],"keys":["k1","k2","k3"]}'),
      (2, 'b:title-date:2', 20, 0, 1, 2, 6, NULL, NULL, NULL,
       '{"quote":"2015","value":{"edtf":"2015-05"},"implied":["first.month"],"anchor":"2015-05-24","slots":{},"sentence":[0,4],"reading":0.5}');
    INSERT INTO keys VALUES (-7, 10), (-7, 20), (8, 10), (8, 20), (9, 10), (9, 20), (11, 10), (13, 10);
    INSERT INTO edges VALUES (1, 2, 5, '[["role",5]]');
  )sql");
}

std::string schema_of(const std::string& path) { return Sqlite(path).answer("SELECT type, name, sql FROM sqlite_schema ORDER BY name"); }

/// The keys of a store `now` of one document as versions 2 and 3 kept them: a row for each.
const std::string kKeysAsRows = " SELECT key, (SELECT number FROM now.documents), instr('13579BDF', substr(hex(substr(documents, 1, 1)), 2)) > 0 FROM now.keys";

void check_contents(Store& store) {
  const auto documents = store.documents(true);
  REQUIRE(documents);
  REQUIRE(documents->size() == 2);
  const Document first{.id = "a", .source = "a.txt", .lang = "en", .title = "Title", .published = "2015-05-24", .text = "190 states met.", .title_in_text = true};
  CHECK((*documents)[0] == first);
  CHECK((*documents)[1].text == "text");
  CHECK((*documents)[1].body_begin == 3);
  const auto claims = store.all_claims();
  REQUIRE(claims);
  REQUIRE(claims->size() == 2);
  const auto &count = (*claims)[0], &date = (*claims)[1];
  CHECK(show(count.value) == show(Value(Quantity{make_decimal(190), make_decimal(190), false, false, "state"})));
  CHECK(count.rule == "en/count.rules:x");
  CHECK(count.topic.role == Slot{"attended", SlotState::known, "met"});
  CHECK(count.keys == std::vector<std::string>{"k1", "k2", "k3"});
  CHECK(date.in_title);
  CHECK(date.document == "b");
  CHECK(std::get<DateRange>(date.value).first.month_is == Certainty::implied);
  CHECK(date.anchor == days_from_civil(2015, 5, 24));
  CHECK(date.reading == 0.5);
  const auto edges = store.edges();
  REQUIRE(edges);
  CHECK(*edges == std::vector{Edge{"a:count:0", "b:title-date:2", 5, {{"role", 5}}}});
  const auto neighbours = store.neighbours("a");
  REQUIRE(neighbours);
  CHECK(*neighbours == std::vector<std::string>{"b"});
}

}  // namespace

TEST_CASE("a store of version 1 becomes one of today's", "[store]") {
  const TempFolder folder;
  const auto path = folder.file("old.mizan"), fresh = folder.file("new.mizan");
  write_version_1(path);
  const auto before = test::bytes_of(path);
  const auto refused = open_store(path, StoreMode::read, "packs-1");
  REQUIRE_FALSE(refused);
  CHECK(refused.error().what == "was written by an older Mizan; 'mizan db migrate' brings it up to date");

  SECTION("over it, without a byte of it changed") {
    const auto over = open_store_over(path, "packs-1");
    REQUIRE(over);
    check_contents(**over);
    CHECK(test::bytes_of(path) == before);
  }

  SECTION("for good") {
    {
      const auto store = open_store(path, StoreMode::write, "packs-1");
      REQUIRE(store);
      check_contents(**store);
      REQUIRE(open_store(fresh, StoreMode::write, "packs-1"));
    }
    CHECK(schema_of(path) == schema_of(fresh));
    Sqlite other(path);
    CHECK(other.answer("PRAGMA user_version") == "4 ");
    CHECK(other.answer("PRAGMA foreign_key_check; PRAGMA integrity_check") == "ok ");
    CHECK(other.answer("SELECT quote, unit, role, event FROM v_claims WHERE id = 'a:count:0'") == "190 states state attended conference ");
    const auto again = open_store(path, StoreMode::write, "packs-1");
    REQUIRE(again);
    REQUIRE((*again)->remove("a"));
    CHECK(other.answer("SELECT count(*) FROM keys") == "3 ");
  }
}

TEST_CASE("a store of version 1 that cannot be read stays as it was", "[store]") {
  const TempFolder folder;
  const auto path = folder.file("old.mizan");
  write_version_1(path);
  Sqlite(path).run("UPDATE claims SET body = '{' WHERE number = 2");
  const auto before = test::bytes_of(path);
  const auto refused = open_store(path, StoreMode::write, "packs-1");
  REQUIRE_FALSE(refused);
  CHECK_THAT(refused.error().what, Catch::Matchers::StartsWith("is damaged: claim b:title-date:2"));
  CHECK(test::bytes_of(path) == before);
}

TEST_CASE("a store of version 2 or 3 becomes one of today's, with all that it holds", "[store]") {
  const std::string version = GENERATE("2", "3");
  const TempFolder folder;
  const auto path = folder.file("old.mizan"), fresh = folder.file("new.mizan");
  // They differ by what they lack, and by how keys stand in rows: today's program writes the rest as it was written then.
  const Document document{.id = "a", .source = "a.txt", .lang = "en", .title = "Title", .published = "2015-05-24", .text = "190 states met.", .title_in_text = true};
  const auto claims = test::claims_of(document.text, "en");
  {
    const auto store = open_store(fresh, StoreMode::write, "packs-1");
    REQUIRE(store);
    auto own = claims;
    for (auto& claim : own) {
      claim.document = "a";
      claim.id = "a" + claim.id.substr(4);
    }
    REQUIRE(own.size() == 1);
    REQUIRE((*store)->put(document, own));
  }
  Sqlite old(path);
  old.run(test::bytes_of(MIZAN_TESTS_DIR "/store/schema-" + version + ".sql"));
  old.run("ATTACH '" + fresh + "' AS now; INSERT INTO packs SELECT * FROM now.packs; INSERT INTO strings SELECT * FROM now.strings;"
          "INSERT INTO documents SELECT * FROM now.documents; INSERT INTO texts SELECT * FROM now.texts; INSERT INTO claims SELECT * FROM now.claims;"
          "INSERT INTO keys" + kKeysAsRows + "; DETACH now");
  CHECK(old.answer("PRAGMA user_version") == version + " ");
  REQUIRE_FALSE(open_store(path, StoreMode::read, "packs-1"));
  const auto store = open_store(path, StoreMode::write, "packs-1");
  REQUIRE(store);
  CHECK(old.answer("PRAGMA user_version") == "4 ");
  CHECK(schema_of(path) == schema_of(fresh));
  const auto kept = (*store)->document("a", true);
  REQUIRE(kept);
  CHECK(**kept == document);
  const auto again = (*store)->claims("a");
  REQUIRE(again);
  REQUIRE(again->size() == 1);
  CHECK(show(again->front().value) == show(claims.front().value));
  CHECK((*store)->decisions()->empty());
  const auto wrong = verify_store(path);
  REQUIRE(wrong);
  CHECK(*wrong == std::vector<std::string>());
}
