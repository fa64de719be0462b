#pragma once
#include <sqlite3.h>

#include <catch2/catch.hpp>
#include <memory>
#include <string>

namespace mizan::test {

/// SQLite itself, to do to a file what no Store does.
class Sqlite {
 public:
  explicit Sqlite(const std::string& path) {
    sqlite3* handle = nullptr;
    REQUIRE(sqlite3_open(path.c_str(), &handle) == SQLITE_OK);
    handle_.reset(handle);
  }
  void run(const std::string& sql) {
    char* message = nullptr;
    if (sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, &message) != SQLITE_OK) FAIL(message);
  }
  std::string answer(const std::string& sql) {
    std::string cells;
    const auto add = [](void* out, int count, char** values, char**) {
      for (int i = 0; i < count; ++i) *static_cast<std::string*>(out) += std::string(values[i] ? values[i] : "NULL") + ' ';
      return 0;
    };
    REQUIRE(sqlite3_exec(handle_.get(), sql.c_str(), add, &cells, nullptr) == SQLITE_OK);
    return cells;
  }

 private:
  struct Close {
    void operator()(sqlite3* handle) const { sqlite3_close(handle); }
  };
  std::unique_ptr<sqlite3, Close> handle_;
};

}  // namespace mizan::test
