#pragma once
#include <sqlite3.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>

namespace mizan::sqlite {

/// SQLite said no. Thrown inside src/store/ only, so that a half-done change unwinds; a Store turns it into an Error.
class Failure : public std::runtime_error {
 public:
  Failure(int extended_code, const std::string& message) : std::runtime_error(message), code(extended_code) {}
  int code;  ///< extended result code
};

struct Blob {
  std::string_view bytes;
};

/// One connection, with the statements that were prepared on it. For one thread at a time.
class Database {
 public:
  /// `flags` and `file_system` are those of sqlite3_open_v2. Waits so long for locks of other processes.
  Database(const std::string& file, int flags, std::chrono::milliseconds wait = {}, const char* file_system = nullptr);

  void execute(const char* sql);
  [[nodiscard]] bool in_transaction() const { return sqlite3_get_autocommit(handle_.get()) == 0; }
  [[nodiscard]] bool is_read_only() const { return sqlite3_db_readonly(handle_.get(), "main") == 1; }
  [[nodiscard]] int changes() const { return sqlite3_changes(handle_.get()); }
  [[nodiscard]] std::int64_t last_insert_number() const { return sqlite3_last_insert_rowid(handle_.get()); }
  [[nodiscard]] sqlite3* handle() const { return handle_.get(); }
  /// Throws a Failure unless `code` says that all went well.
  void check(int code) const;
  /// Prepared once; lives as long as the connection.
  [[nodiscard]] sqlite3_stmt* prepared(std::string_view sql);

 private:
  struct Close {
    void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
  };
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  std::unique_ptr<sqlite3, Close> handle_;
  struct HashText {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>()(text); }
  };
  std::unordered_map<std::string, std::unique_ptr<sqlite3_stmt, Finalize>, HashText, std::equal_to<>> statements_;
};

/// A prepared statement in use. Going out of scope frees it for the next use, and with it the lock that a half-read answer holds.
/// Two that are alive at once must have different texts.
class Query {
 public:
  Query(Database& database, std::string_view sql) : database_(&database), statement_(database.prepared(sql)) {}

  /// Sets ?1, ?2 … in order; the values are copied.
  template <class... Values>
  Query& bind(const Values&... values) {
    int index = 0;
    (set(++index, values), ...);
    return *this;
  }
  /// The next row of the answer, if there is one.
  bool step();
  /// Forgets the row it is at: it may be bound and stepped again.
  void restart() { sqlite3_reset(statement_.get()); }
  /// Runs it to its end; it may be bound and run again.
  void run();

  [[nodiscard]] std::int64_t integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }
  [[nodiscard]] std::string_view text(int column) const;  ///< until the next step
  [[nodiscard]] bool is_null(int column) const { return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL; }

 private:
  void set(int index, std::int64_t value);
  void set(int index, std::string_view value);
  void set(int index, const std::string& value) { set(index, std::string_view(value)); }
  void set(int index, Blob value);
  void set(int index, std::optional<std::int64_t> value);

  struct Reset {
    void operator()(sqlite3_stmt* statement) const {
      sqlite3_reset(statement);
      sqlite3_clear_bindings(statement);
    }
  };
  Database* database_;
  std::unique_ptr<sqlite3_stmt, Reset> statement_;
};

/// A transaction, or a savepoint where one is open already. Undone when it goes out of scope without `commit`.
class Transaction {
 public:
  /// `write` takes the lock of a writer at once, so that nothing is read which another writer then changes.
  Transaction(Database& database, bool write) : database_(&database), open_(begin(database, write)) {}
  void commit();

 private:
  struct Undo {
    bool nested;
    void operator()(sqlite3* handle) const;
  };
  using Open = std::unique_ptr<sqlite3, Undo>;
  static Open begin(Database& database, bool write);

  Database* database_;
  Open open_;
};

}  // namespace mizan::sqlite
