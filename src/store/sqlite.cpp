#include "store/sqlite.hpp"

#include <utility>

namespace mizan::sqlite {

Database::Database(const std::string& file, int flags, std::chrono::milliseconds wait, const char* file_system) {
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(file.c_str(), &handle, flags | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX, file_system);
  handle_.reset(handle);  // SQLite hands one out also where it fails
  if (!handle) throw Failure(SQLITE_NOMEM, "out of memory");
  check(code);
  sqlite3_busy_timeout(handle, static_cast<int>(wait.count()));
}

void Database::check(int code) const {
  if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE) return;
  throw Failure(sqlite3_extended_errcode(handle_.get()), sqlite3_errmsg(handle_.get()));
}

void Database::execute(const char* sql) { check(sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr)); }

sqlite3_stmt* Database::prepared(std::string_view sql) {
  const auto known = statements_.find(sql);
  if (known != statements_.end()) return known->second.get();
  sqlite3_stmt* statement = nullptr;
  check(sqlite3_prepare_v3(handle_.get(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement, nullptr));
  statements_[std::string(sql)].reset(statement);
  return statement;
}

bool Query::step() {
  const int code = sqlite3_step(statement_.get());
  database_->check(code);
  return code == SQLITE_ROW;
}

void Query::run() {
  while (step()) {
  }
  sqlite3_reset(statement_.get());
}

std::string_view Query::text(int column) const {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_.get(), column));
  return {bytes ? bytes : "", static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

void Query::set(int index, std::int64_t value) { database_->check(sqlite3_bind_int64(statement_.get(), index, value)); }

void Query::set(int index, std::string_view value) {
  const char* bytes = value.data() ? value.data() : "";  // a null pointer would bind NULL
  database_->check(sqlite3_bind_text64(statement_.get(), index, bytes, value.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Query::set(int index, Blob value) {
  const char* bytes = value.bytes.data() ? value.bytes.data() : "";
  database_->check(sqlite3_bind_blob64(statement_.get(), index, bytes, value.bytes.size(), SQLITE_TRANSIENT));
}

void Query::set(int index, std::optional<std::int64_t> value) {
  if (value) return set(index, *value);
  database_->check(sqlite3_bind_null(statement_.get(), index));
}

Transaction::Open Transaction::begin(Database& database, bool write) {
  const bool nested = database.in_transaction();
  if (nested) Query(database, "SAVEPOINT nested").run();  // prepared: there are several for each document
  else database.execute(write ? "BEGIN IMMEDIATE" : "BEGIN");
  return {database.handle(), Undo{nested}};
}

void Transaction::commit() {
  if (open_.get_deleter().nested) Query(*database_, "RELEASE nested").run();
  else database_->execute("COMMIT");
  static_cast<void>(open_.release());
}

void Transaction::Undo::operator()(sqlite3* handle) const {
  if (sqlite3_get_autocommit(handle) != 0) return;  // SQLite has undone it by itself, as it does when the disk is full
  sqlite3_exec(handle, nested ? "ROLLBACK TO nested; RELEASE nested" : "ROLLBACK", nullptr, nullptr, nullptr);
}

}  // namespace mizan::sqlite
