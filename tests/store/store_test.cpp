#include "mizan/store.hpp"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <memory>
#include <stdexcept>

#include "support/got.hpp"
#include "support/sqlite.hpp"
#include "support/temp_folder.hpp"

using namespace mizan;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;
using test::Sqlite;
using test::TempFolder;
using test::got;

namespace {

using Handle = std::unique_ptr<Store>;

Document article(const std::string& id, const std::string& text = "190 states met.") {
  return {.id = id, .source = id + ".txt", .lang = "en", .title = "Title", .published = "2015-05-24", .text = text, .title_in_text = true};
}

Claim claim(const std::string& document, std::uint32_t begin, std::vector<std::string> keys = {}, Value value = *parse_edtf("2015")) {
  Claim made;
  made.document = document;
  made.value = std::move(value);
  made.kind = kind_of(made.value);
  made.span = {ByteOffset{begin}, ByteOffset{begin + 4}};
  made.id = document + ':' + std::string(name_of(made.kind)) + ':' + std::to_string(begin);
  made.keys = std::move(keys);
  return made;
}

void did(const Status& status) {
  if (!status) FAIL(show(status.error()));
}
Handle opened(const std::string& path, StoreMode mode = StoreMode::write, const std::string& packs = "packs-1") {
  return got(open_store(path, mode, packs, std::chrono::milliseconds(200)));
}

/// What a store holds, as one text that tests compare.
std::string contents(Store& store) {
  std::string text;
  for (const auto& document : got(store.documents(false))) text += document.id + ' ';
  text += '|';
  for (const auto& found : got(store.all_claims())) text += ' ' + found.id;
  text += " |";
  for (const auto& edge : got(store.edges())) text += ' ' + edge.a + '-' + edge.b;
  return text;
}

/// Root may write everywhere: tests of permissions become somebody else meanwhile.
class Unprivileged {
 public:
  Unprivileged() { become(nobody); }
  Unprivileged(const Unprivileged&) = delete;
  Unprivileged& operator=(const Unprivileged&) = delete;
  ~Unprivileged() { become(0); }

 private:
  static constexpr uid_t nobody = 65534;
  static void become(uid_t user) {
    if (getuid() == 0 && seteuid(user) != 0) throw std::runtime_error("cannot change the user");
  }
};

std::string error_of(const std::string& path, StoreMode mode) {
  const auto store = open_store(path, mode, "packs-1", std::chrono::milliseconds(200));
  if (store) return "opened";
  CHECK(store.error().where == path);
  CHECK(store.error().cause == Error::Cause::store);
  return store.error().what;
}

}  // namespace

// ---- What every store promises ----

TEST_CASE("contract of a store", "[store]") {
  const TempFolder folder;
  const bool in_file = GENERATE(false, true);
  CAPTURE(in_file);
  const Handle store = opened(in_file ? folder.file("store.mizan") : ":memory:");

  SECTION("a new store is empty") {
    CHECK(contents(*store) == "| |");
    CHECK(got(store->claims("a")).empty());
    CHECK(got(store->neighbours("a")).empty());
    CHECK_FALSE(got(store->holds(article("a"))));
    CHECK_FALSE(got(store->remove("a")));
  }

  SECTION("what goes in comes out, byte for byte") {
    auto document = article("مجلد/أ.txt", std::string("نص\0with a zero", 16));
    document.title_in_text = false;
    auto whole = claim(document.id, 3, {"k1", "k2"}, Quantity{make_decimal(1), make_decimal(25, -1), true, true, "state"});
    whole.in_title = true;
    whole.quote = "١٩٠ دولة";
    whole.rule = "ar/count.rules:x";
    whole.row = "ar/units.tsv:3";
    whole.topic.role = {"attended", SlotState::known, "شاركت"};
    whole.topic.as_of = {12, AsOf::From::text};
    whole.context = {"b", "a"};
    whole.reading = 0.7;
    did(store->put(document, {whole}));
    CHECK(got(store->documents(true)) == std::vector{document});
    CHECK(got(store->claims(document.id)) == std::vector{whole});
    document.text.clear();
    CHECK(got(store->documents(false)) == std::vector{document});
  }

  SECTION("lists are sorted, whatever the order of arrival") {
    did(store->put(article("b"), {claim("b", 9), claim("b", 10), claim("b", 2, {}, Place{"Helsinki", "FI"})}));
    auto in_title = claim("a", 50);
    in_title.in_title = true;
    did(store->put(article("a"), {claim("a", 7), in_title, claim("a", 1)}));
    did(store->put_edges({{"a:date:7", "b:date:9", 1, {}}, {"a:date:1", "b:date:9", 1, {}}}));
    CHECK(contents(*store) == "a b | a:date:1 a:date:50 a:date:7 b:date:10 b:date:9 b:place:2 | a:date:1-b:date:9 a:date:7-b:date:9");
    const auto claims = got(store->claims("a"));  // by place, title first
    REQUIRE(claims.size() == 3);
    CHECK(claims[0].id == "a:date:50");
    CHECK(claims[1].id == "a:date:1");
  }

  SECTION("a document of the same id replaces the old one with its claims, keys and edges") {
    did(store->put(article("a"), {claim("a", 1, {"k", "l"}), claim("a", 5, {"k", "l"})}));
    did(store->put(article("b"), {claim("b", 1, {"k", "l"})}));
    did(store->put(article("c"), {claim("c", 1, {"k", "l"})}));
    did(store->put_edges({{"a:date:1", "b:date:1", 1, {}}, {"b:date:1", "c:date:1", 1, {}}}));
    did(store->put(article("a", "corrected"), {claim("a", 1, {"other"})}));
    CHECK(contents(*store) == "a b c | a:date:1 b:date:1 c:date:1 | b:date:1-c:date:1");
    CHECK(got(store->neighbours("a")).empty());
    CHECK(got(store->neighbours("b")) == std::vector<std::string>{"c"});
  }

  SECTION("putting the same twice changes nothing") {
    for (int i = 0; i < 2; ++i) did(store->put(article("a"), {claim("a", 1, {"k", "k"})}));
    CHECK(contents(*store) == "a | a:date:1 |");
  }

  SECTION("removing takes claims, keys and edges along") {
    did(store->put(article("a"), {claim("a", 1, {"k"})}));
    did(store->put(article("b"), {claim("b", 1, {"k"})}));
    did(store->put_edges({{"a:date:1", "b:date:1", 1, {}}}));
    CHECK(got(store->remove("a")));
    CHECK_FALSE(got(store->remove("a")));
    CHECK(contents(*store) == "b | b:date:1 |");
    CHECK(got(store->neighbours("b")).empty());
  }

  SECTION("it holds a document only with just this content") {
    did(store->put(article("a"), {}));
    CHECK(got(store->holds(article("a"))));
    const auto changed = [&](auto change) {
      auto document = article("a");
      change(document);
      return got(store->holds(document));
    };
    CHECK_FALSE(changed([](Document& d) { d.id = "b"; }));
    CHECK_FALSE(changed([](Document& d) { d.text += ' '; }));
    CHECK_FALSE(changed([](Document& d) { d.title = ""; }));
    CHECK_FALSE(changed([](Document& d) { d.lang = "ar"; }));
    CHECK_FALSE(changed([](Document& d) { d.published = ""; }));
    CHECK_FALSE(changed([](Document& d) { d.source += '.'; }));
    CHECK_FALSE(changed([](Document& d) { d.title_in_text = false; }));
    CHECK_FALSE(changed([](Document& d) { std::swap(d.title, d.published); }));
    CHECK_FALSE(changed([](Document& d) {  // a border between fields moves
      d.title = "Titl";
      d.published = "e2015-05-24";
    }));
  }

  SECTION("neighbours share three keys, or half of the few of one") {
    did(store->put(article("a"), {claim("a", 1, {"k1", "k2"}), claim("a", 5, {"k2", "k3", "k4", "k5", "k6", "k7"})}));
    did(store->put(article("b"), {claim("b", 1, {"k1"}), claim("b", 5, {"k1", "k2", "k3", "x1", "x2", "x3", "x4", "x5"})}));
    did(store->put(article("c"), {claim("c", 1, {"k1", "k2", "y1", "y2", "y3", "y4", "y5"})}));
    did(store->put(article("d"), {claim("d", 1, {"k1", "k2", "z1", "z2"})}));
    did(store->put(article("e"), {claim("e", 1, {"k1", "w1", "w2"}), claim("e", 5, {"k1"})}));
    did(store->put(article("f"), {claim("f", 1, {"k7", "y1"})}));  // a headline
    CHECK(got(store->neighbours("a")) == std::vector<std::string>{"b", "d", "f"});
    CHECK(got(store->neighbours("c")) == std::vector<std::string>{"d", "f"});
    CHECK(got(store->neighbours("d")) == std::vector<std::string>{"a", "b", "c"});
    CHECK(got(store->neighbours("e")).empty());
  }

  SECTION("of two languages only the keys count that both may have") {
    auto arabic = article("a");
    arabic.lang = "ar";
    did(store->put(arabic, {claim("a", 1, {"#:13080", "s:one", "s:two", "s:three", "s:four", "s:five", "s:six"})}));
    did(store->put(article("b"), {claim("b", 1, {"#:13080", "n:Kim", "s:x1", "s:x2", "s:x3", "s:x4", "s:x5", "s:x6"})}));
    did(store->put(article("c"), {claim("c", 1, {"#:13080", "n:Lee", "s:y1", "s:y2", "s:y3", "s:y4", "s:y5", "s:y6"})}));
    CHECK(got(store->neighbours("a")) == std::vector<std::string>{"b", "c"});
    CHECK(got(store->neighbours("b")) == std::vector<std::string>{"a"});
  }

  SECTION("a document of few keys meets others under all that its claims name") {
    auto one = claim("a", 1, {"c:US"}), other = claim("b", 1, {"c:JP"});
    one.context = other.context = {"dollar", "high"};
    one.anchors = {"c:US"};
    other.anchors = {"c:JP"};
    did(store->put(article("a"), {one}));
    did(store->put(article("b"), {other}));
    CHECK(got(store->neighbours("a")) == std::vector<std::string>{"b"});
  }

  SECTION("an edge between the same two claims is replaced") {
    did(store->put(article("a"), {claim("a", 1), claim("a", 5)}));
    did(store->put(article("b"), {claim("b", 1)}));
    const Edge first{"a:date:1", "b:date:1", -700, {{"role", -1000}, {"anchors", 300}, {"role", 0}}};
    const Edge inside{"a:date:1", "a:date:5", 1, {}};  // within one document
    did(store->put_edges({first, inside}));
    CHECK(got(store->edges()) == std::vector{inside, first});
    const Edge second{"a:date:1", "b:date:1", 5, {{"role", 5}}};
    did(store->put_edges({second}));
    CHECK(got(store->edges()) == std::vector{inside, second});
  }

  SECTION("an edge to a claim that is not there is refused, and the edges with it") {
    did(store->put(article("a"), {claim("a", 1)}));
    did(store->put(article("b"), {claim("b", 1)}));
    const auto status = store->put_edges({{"a:date:1", "b:date:1", 1, {}}, {"a:date:1", "z:date:1", 1, {}}});
    REQUIRE_FALSE(status);
    CHECK_THAT(status.error().what, Contains("z:date:1"));
    CHECK(status.error().cause == Error::Cause::store);
    CHECK(contents(*store) == "a b | a:date:1 b:date:1 |");
    CHECK_THROWS_AS(store->put_edges({{"b:date:1", "a:date:1", 1, {}}}), std::invalid_argument);
  }

  SECTION("a put that fails leaves the old document as it was") {
    did(store->put(article("a"), {claim("a", 1, {"k", "l"})}));
    did(store->put(article("b"), {claim("b", 1, {"k", "l"})}));
    const auto status = store->put(article("a", "corrected"), {claim("a", 5, {"z"}), claim("a", 5)});
    REQUIRE_FALSE(status);
    CHECK_THAT(status.error().what, Contains("a:date:5"));
    CHECK_THROWS_AS(store->put(article("a"), {claim("b", 1)}), std::invalid_argument);
    CHECK(contents(*store) == "a b | a:date:1 b:date:1 |");
    CHECK(got(store->holds(article("a"))));
    CHECK(got(store->neighbours("a")).size() == 1);
  }

  SECTION("a batch is stored whole") {
    did(store->atomically([&] {
      did(store->put(article("a"), {claim("a", 1)}));
      CHECK(contents(*store) == "a | a:date:1 |");  // it reads what it has written
      return store->put(article("b"), {claim("b", 1)});
    }));
    CHECK(contents(*store) == "a b | a:date:1 b:date:1 |");
  }

  SECTION("a batch that fails is undone") {
    did(store->put(article("a"), {claim("a", 1)}));
    const auto status = store->atomically([&]() -> Status {
      did(store->put(article("b"), {claim("b", 1)}));
      CHECK(got(store->remove("a")));
      return Error{"here", "no more"};
    });
    REQUIRE_FALSE(status);
    CHECK(status.error().where == "here");
    CHECK(contents(*store) == "a | a:date:1 |");
  }

  SECTION("a batch that throws is undone, and the next one is not hindered") {
    CHECK_THROWS_AS(store->atomically([&]() -> Status {
      did(store->put(article("a"), {claim("a", 1)}));
      throw std::runtime_error("interrupted");
    }),
                    std::runtime_error);
    CHECK(contents(*store) == "| |");
    did(store->atomically([&] { return store->put(article("b"), {}); }));
    CHECK(contents(*store) == "b | |");
  }

  SECTION("a put that fails inside a batch undoes only itself, where the batch goes on") {
    did(store->atomically([&] {
      did(store->put(article("a"), {claim("a", 1)}));
      CHECK_FALSE(store->put(article("b"), {claim("b", 5), claim("b", 5)}));
      return ok();
    }));
    CHECK(contents(*store) == "a | a:date:1 |");
  }

  SECTION("batches do not nest") {
    CHECK_THROWS_AS(store->atomically([&] { return store->atomically([] { return ok(); }); }), std::logic_error);
    did(store->put(article("a"), {}));
  }
}

// ---- The file ----

TEST_CASE("a store keeps what it holds", "[store]") {
  const TempFolder folder;
  const auto path = folder.file("store.mizan");
  did(opened(path)->put(article("a"), {claim("a", 1, {"k"})}));
  CHECK(contents(*opened(path)) == "a | a:date:1 |");
  CHECK(contents(*opened(path, StoreMode::read)) == "a | a:date:1 |");
}

TEST_CASE("claims of other packs are stale", "[store]") {
  const TempFolder folder;
  const auto path = folder.file("store.mizan");
  did(opened(path)->put(article("a"), {}));
  CHECK(got(opened(path, StoreMode::read)->holds(article("a"))));
  const auto newer = opened(path, StoreMode::write, "packs-2");
  CHECK_FALSE(got(newer->holds(article("a"))));
  did(newer->put(article("a"), {}));
  CHECK(got(newer->holds(article("a"))));
}

TEST_CASE("what is written over a store does not touch its file", "[store]") {
  const TempFolder folder;
  const auto path = folder.file("store.mizan");
  did(opened(path)->put(article("a"), {claim("a", 1, {"k"})}));
  const auto before = test::bytes_of(path);
  const auto over = got(open_store_over(path, "packs-1"));
  CHECK(got(over->holds(article("a"))));
  did(over->put(article("b"), {claim("b", 1, {"k"})}));
  CHECK(got(over->neighbours("b")) == std::vector<std::string>{"a"});
  CHECK(got(over->remove("a")));
  CHECK(contents(*over) == "b | b:date:1 |");
  CHECK(test::bytes_of(path) == before);
  CHECK_FALSE(open_store_over(folder.file("none"), "packs-1"));
}

TEST_CASE("what is written over a store may be larger than it, and be undone", "[store]") {
  const TempFolder folder;
  const auto path = folder.file("store.mizan");
  did(opened(path)->put(article("a"), {claim("a", 1, {"k"})}));
  const auto before = test::bytes_of(path);
  const auto over = got(open_store_over(path, "packs-1"));
  const auto add_many = [&](bool all) {
    return over->atomically([&]() -> Status {
      for (int i = 0; i < 300; ++i) {
        const auto id = "b" + std::to_string(i);
        if (auto put = over->put(article(id, std::string(10000, 'x')), {claim(id, 1, {"k", "l" + id})}); !put) return put;
      }
      return all ? ok() : Status(Error{"here", "no more"});
    });
  };
  CHECK_FALSE(add_many(false));
  CHECK(contents(*over) == "a | a:date:1 |");
  did(add_many(true));
  CHECK(got(over->documents(true)).size() == 301);
  CHECK(got(over->document("b7", true))->text == std::string(10000, 'x'));
  for (int i = 0; i < 300; ++i) REQUIRE(got(over->remove("b" + std::to_string(i))));
  CHECK(contents(*over) == "a | a:date:1 |");
  CHECK(test::bytes_of(path) == before);
}

TEST_CASE("who writes over a store reads of it only what is needed", "[store]") {
  const TempFolder folder;
  const auto path = folder.file("store.mizan");
  {
    const auto store = opened(path);
    did(store->atomically([&]() -> Status {
      for (int i = 0; i < 200; ++i) {
        const auto id = "a" + std::to_string(i);
        if (auto put = store->put(article(id, std::string(20000, 'x')), {claim(id, 1, {"k" + id})}); !put) return put;
      }
      return ok();
    }));
  }
  // What the process has read so far, as the system counts it; the test says nothing where it does not.
  const auto bytes_read = [] {
    std::ifstream io("/proc/self/io");
    std::string name;
    std::uint64_t bytes = 0;
    io >> name >> bytes;
    return bytes;
  };
  const auto before = bytes_read();
  const auto over = got(open_store_over(path, "packs-1"));
  did(over->put(article("b"), {claim("b", 1, {"ka7"})}));
  CHECK(got(over->neighbours("b")) == std::vector<std::string>{"a7"});
  CHECK(bytes_read() - before < std::filesystem::file_size(path) / 10);
}

TEST_CASE("as long as a store is written over others read it and do not write to it", "[store]") {
  const TempFolder folder;
  const auto path = folder.file("store.mizan");
  did(opened(path)->put(article("a"), {claim("a", 1)}));
  auto over = got(open_store_over(path, "packs-1"));
  did(over->put(article("b"), {}));
  CHECK(contents(*opened(path, StoreMode::read)) == "a | a:date:1 |");
  const auto other = opened(path);
  const auto refused = other->put(article("c"), {});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().what == "is locked by another process; --wait SECONDS waits longer for it");
  over.reset();
  did(other->put(article("c"), {}));
}

TEST_CASE("a store that is read is not written", "[store]") {
  const TempFolder folder;
  const auto path = folder.file("store.mizan");
  did(opened(path)->put(article("a"), {claim("a", 1)}));
  const auto before = test::bytes_of(path);
  const auto store = opened(path, StoreMode::read);
  const auto status = store->put(article("b"), {});
  REQUIRE_FALSE(status);
  CHECK(show(status.error()) == path + ": was opened for reading only");
  CHECK_FALSE(store->remove("a"));
  did(store->atomically([&] {  // reading in a batch sees one state throughout
    CHECK(contents(*store) == "a | a:date:1 |");
    return ok();
  }));
  CHECK(test::bytes_of(path) == before);
}

TEST_CASE("a read-only store in a read-only folder can be read", "[store]") {
  const TempFolder folder;
  const auto path = folder.file("store.mizan");
  did(opened(path)->put(article("a"), {claim("a", 1, {"k"})}));
  using std::filesystem::perms;
  const auto readable = perms::owner_read | perms::group_read | perms::others_read;
  std::filesystem::permissions(path, readable);
  std::filesystem::permissions(folder.path(), readable | perms::owner_exec | perms::group_exec | perms::others_exec);
  const Unprivileged user;
  CHECK(contents(*opened(path, StoreMode::read)) == "a | a:date:1 |");
  CHECK(contents(*got(open_store_over(path, "packs-1"))) == "a | a:date:1 |");
  CHECK(error_of(path, StoreMode::write) == "is read-only");
  CHECK(error_of(folder.file("new.mizan"), StoreMode::write) == "the folder " + folder.path().string() + " is read-only");
}

TEST_CASE("a store that this user may not read", "[store]") {
  const TempFolder folder;
  const auto path = folder.file("store.mizan");
  opened(path);
  using std::filesystem::perms;
  std::filesystem::permissions(path, perms::none);
  std::filesystem::permissions(folder.path(), perms::all);
  const Unprivileged user;
  CHECK(error_of(path, StoreMode::read) == "may not be read by this user");
  CHECK(error_of(path, StoreMode::write) == "may not be read by this user");
}

TEST_CASE("an empty file becomes a store when it is written to", "[store]") {
  const TempFolder folder;
  const auto path = folder.write("empty", "");
  CHECK(error_of(path, StoreMode::read) == "is empty, not a store of Mizan");
  did(opened(path)->put(article("a"), {}));
  CHECK(contents(*opened(path, StoreMode::read)) == "a | |");
}

TEST_CASE("a path that SQLite would take for something else is a file", "[store]") {
  const TempFolder folder;
  const auto before = std::filesystem::current_path();
  std::filesystem::current_path(folder.path());
  for (const std::string name : {"file:x?mode=memory", ":x"}) {
    did(opened(name)->put(article("a"), {}));
    CHECK(std::filesystem::exists(folder.path() / name));
  }
  std::filesystem::current_path(before);
}

TEST_CASE("what is no store is refused, each for its own reason", "[store]") {
  const TempFolder folder;
  const auto both = [](const std::string& path) {
    const auto reason = error_of(path, StoreMode::read);
    CHECK(error_of(path, StoreMode::write) == reason);
    return reason;
  };

  CHECK(error_of(folder.file("none"), StoreMode::read) == "no such store");
  CHECK_FALSE(std::filesystem::exists(folder.file("none")));
  CHECK(error_of(folder.file("no/folder/store"), StoreMode::write) == "the folder " + folder.file("no/folder") + " does not exist");
  CHECK(both(folder.path().string()) == "is a folder, not a store");
  CHECK(both("/dev/null") == "is not a regular file");
  CHECK_FALSE(open_store("", StoreMode::write, "packs-1"));

  const auto text = folder.write("article.txt", std::string(5000, 'x'));
  CHECK(both(text) == "is no SQLite database");
  CHECK(test::bytes_of(text) == std::string(5000, 'x'));
  CHECK(both(folder.write("short.txt", "x")) == "is no SQLite database");

  const auto other = folder.file("other.db");
  Sqlite(other).run("CREATE TABLE t (x)");
  const auto before = test::bytes_of(other);
  CHECK(both(other) == "is a SQLite database, but not a store of Mizan");
  CHECK(test::bytes_of(other) == before);

  const auto newer = folder.file("newer.mizan");
  opened(newer);
  Sqlite(newer).run("PRAGMA user_version = 5");
  CHECK(both(newer) == "was written by a newer Mizan (schema 5, this one knows 4)");

  const auto stripped = folder.file("stripped.mizan");
  opened(stripped);
  Sqlite(stripped).run("DROP TABLE keys");
  CHECK(both(stripped) == "is damaged: parts of its schema are missing");
}

TEST_CASE("a damaged store says so", "[store]") {
  const TempFolder folder;
  const auto path = folder.file("store.mizan");
  {
    const auto store = opened(path);
    did(store->atomically([&]() -> Status {
      for (int i = 0; i < 200; ++i) {
        const auto id = "document-" + std::to_string(i);
        did(store->put(article(id, std::string(500, 'x')), {claim(id, 1, {id})}));
      }
      return ok();
    }));
  }
  const auto bytes = test::bytes_of(path);

  const auto cut = folder.write("cut", bytes.substr(0, bytes.size() / 2));
  CHECK_THAT(error_of(cut, StoreMode::read), StartsWith("is damaged"));

  // Pages of the schema stay whole, so that it opens; reading stumbles later.
  const auto half = bytes.size() / 2;
  const auto scribbled = folder.write("scribbled", bytes.substr(0, half) + std::string(bytes.size() - half, '\xff'));
  const auto store = opened(scribbled, StoreMode::read);
  const auto documents = store->documents(true);
  const auto claims = store->all_claims();
  const auto& error = documents ? claims.error() : documents.error();
  CHECK_THAT(show(error), StartsWith(scribbled + ": is damaged"));

  const auto nonsense = folder.write("nonsense", bytes);
  Sqlite(nonsense).run("UPDATE claims SET packed = x'' WHERE id = 'document-7:date:1'");
  const auto claim_error = opened(nonsense, StoreMode::read)->claims("document-7");
  REQUIRE_FALSE(claim_error);
  CHECK(show(claim_error.error()) == nonsense + ": is damaged: claim document-7:date:1, its packed form");
  Sqlite(nonsense).run("UPDATE documents SET keys = x'00' WHERE id = 'document-7'");
  CHECK_FALSE(opened(nonsense, StoreMode::read)->neighbours("document-7"));
}

TEST_CASE("a store that another process writes to is locked", "[store]") {
  const TempFolder folder;
  const auto path = folder.file("store.mizan");
  const auto store = opened(path);
  Sqlite other(path);
  other.run("BEGIN EXCLUSIVE");
  const auto status = store->put(article("a"), {});  // waits first
  REQUIRE_FALSE(status);
  CHECK(show(status.error()) == path + ": is locked by another process; --wait SECONDS waits longer for it");
  CHECK(error_of(path, StoreMode::read) == "is locked by another process; --wait SECONDS waits longer for it");
  other.run("COMMIT");
  did(store->put(article("a"), {}));
}

TEST_CASE("a write that was interrupted is undone by the next writer, and told to a reader", "[store]") {
  const TempFolder folder;
  const auto path = folder.file("store.mizan");
  did(opened(path)->put(article("a"), {claim("a", 1)}));
  std::string journal, half_written;
  {
    Sqlite killed(path);
    killed.run("PRAGMA cache_size = 1; BEGIN; UPDATE texts SET text = hex(zeroblob(100000)); UPDATE documents SET id = 'b'");
    journal = test::bytes_of(path + "-journal");
    half_written = test::bytes_of(path);
  }
  const auto copy = folder.write("copy.mizan", half_written);
  folder.write("copy.mizan-journal", journal);
  CHECK_THAT(error_of(copy, StoreMode::read), StartsWith("a write to it was interrupted"));
  const auto over = open_store_over(copy, "packs-1");
  REQUIRE_FALSE(over);
  CHECK_THAT(over.error().what, StartsWith("a write to it was interrupted"));
  CHECK(test::bytes_of(copy) == half_written);
  CHECK(contents(*opened(copy)) == "a | a:date:1 |");
  CHECK(contents(*opened(copy, StoreMode::read)) == "a | a:date:1 |");
}

TEST_CASE("a store with a write-ahead log goes back to a journal", "[store]") {
  const TempFolder folder;
  const auto path = folder.file("store.mizan");
  opened(path);
  CHECK(Sqlite(path).answer("PRAGMA journal_mode = WAL") == "wal ");
  CHECK_THAT(error_of(path, StoreMode::read), StartsWith("was given a write-ahead log"));
  did(opened(path)->put(article("a"), {}));
  CHECK(Sqlite(path).answer("PRAGMA journal_mode") == "delete ");
}

TEST_CASE("other programs read the views", "[store]") {
  const TempFolder folder;
  const auto path = folder.file("store.mizan");
  {
    const auto store = opened(path);
    auto count = claim("a", 1, {"k"}, Quantity{make_decimal(190), make_decimal(190), false, false, "state"});
    count.quote = "190 states";
    count.rule = "en/count.rules:x";
    count.topic.role = {"attended", SlotState::known, "took part"};
    count.topic.event.label = "conference";
    did(store->put(article("a"), {count}));
    did(store->put(article("b"), {claim("b", 1)}));
    did(store->put_edges({{"a:count:1", "b:date:1", 5, {{"role", 5}}}}));
  }
  Sqlite other(path);
  CHECK(other.answer("SELECT * FROM v_documents WHERE id = 'a'") == "a a.txt en 2015-05-24 Title packs-1 1 ");
  CHECK(other.answer("SELECT * FROM v_claims WHERE document = 'a'") ==
        "a:count:1 a count text 1 5 190 states {\"min\":190,\"max\":190} state attended conference en/count.rules:x NULL ");
  CHECK(other.answer("SELECT a, b, score, features FROM v_edges") == "a:count:1 b:date:1 5 [[\"role\",5]] ");
  CHECK(other.answer("PRAGMA application_id") == "1298758254 ");
  CHECK(other.answer("PRAGMA foreign_key_check; PRAGMA integrity_check") == "ok ");
}
