#include "store/store_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <optional>
#include <utility>

#include "store/claim_row.hpp"
#include "store/migration.hpp"
#include "store/overlay.hpp"
#include "store/schema_sql.hpp"

namespace mizan {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t application_id = 0x4D697A6E;  // "Mizn"

bool is_readable(const fs::path& path) { return faccessat(AT_FDCWD, path.c_str(), R_OK, AT_EACCESS) == 0; }
bool is_writable(const fs::path& path) { return faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) == 0; }

/// The first page of a SQLite file as far as every file has it, else nothing. Asked here, because SQLite takes a file of
/// a few bytes for an empty database and would write over it.
std::string sqlite_header(const fs::path& path) {
  constexpr std::string_view magic("SQLite format 3\0", 16);
  std::string bytes(512, '\0');
  std::ifstream in(path, std::ios::binary);
  return in.read(bytes.data(), static_cast<std::streamsize>(bytes.size())) && bytes.starts_with(magic) ? bytes : std::string();
}

bool has_write_ahead_log(std::string_view header) { return header.size() > 18 && header[18] == 2; }

/// What the file system tells before SQLite is asked: SQLite calls all of it "unable to open database file".
std::optional<std::string> obstacle(const fs::path& path, StoreMode mode) {
  std::error_code ignored;
  const auto status = fs::status(path, ignored);
  if (fs::is_directory(status)) return "is a folder, not a store";
  if (fs::exists(status) && !fs::is_regular_file(status)) return "is not a regular file";
  const bool is_empty = fs::exists(status) && fs::file_size(path, ignored) == 0;
  if (fs::exists(status) && !is_readable(path)) return "may not be read by this user";
  const std::string header = sqlite_header(path);
  if (fs::exists(status) && !is_empty && header.empty()) return "is no SQLite database";
  if (mode == StoreMode::read) {
    if (!fs::exists(status)) return "no such store";
    if (is_empty) return "is empty, not a store of Mizan";
    // Reading it would write, to the files of the log.
    if (has_write_ahead_log(header)) return "was given a write-ahead log by another program; open it once for writing, which ends that";
    return std::nullopt;
  }
  const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  if (!fs::is_directory(folder, ignored)) return "the folder " + folder.string() + " does not exist";
  if (fs::exists(status) && !is_writable(path)) return "is read-only";
  // A rollback journal has to stand beside the store.
  if (!is_writable(folder)) return "the folder " + folder.string() + " is read-only";
  return std::nullopt;
}

/// SQLite gives these names a meaning of their own; here they are files like others.
std::string as_file_name(const std::string& path) {
  return path.starts_with(':') || path.starts_with("file:") ? "./" + path : path;
}

std::int64_t ask(sqlite::Database& database, std::string_view sql) {
  sqlite::Query query(database, sql);
  return query.step() ? query.integer(0) : 0;
}

void configure(sqlite::Database& database) {
  database.execute("PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -262144");
}

bool is_blank(sqlite::Database& database) {
  return ask(database, "SELECT count(*) FROM sqlite_schema") == 0 && ask(database, "PRAGMA application_id") == 0;
}

void create_schema(sqlite::Database& database) {
  sqlite::Transaction transaction(database, true);
  if (is_blank(database)) database.execute(std::string(schema_sql).c_str());  // else another process was first
  transaction.commit();
}

/// Is this a store that this program understands? The reason why not, else nothing.
std::optional<std::string> foreign(sqlite::Database& database) {
  if (ask(database, "PRAGMA application_id") != application_id) return "is a SQLite database, but not a store of Mizan";
  const auto version = ask(database, "PRAGMA user_version");
  if (version > schema_version) {
    return "was written by a newer Mizan (schema " + std::to_string(version) + ", this one knows " + std::to_string(schema_version) + ")";
  }
  const auto tables = ask(database, "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN"
                                    " ('packs', 'strings', 'documents', 'texts', 'claims', 'keys', 'edges', 'decisions', 'notes')");
  if (version < 1 || tables != (version == 1 ? 6 : version == 2 ? 7 : 9)) return "is damaged: parts of its schema are missing";
  return std::nullopt;
}

std::string describe(const sqlite::Failure& failure) {
  if (failure.code == SQLITE_READONLY_ROLLBACK) {
    return "a write to it was interrupted; open it once for writing, which undoes the rest of that write";
  }
  switch (failure.code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return "is locked by another process; --wait SECONDS waits longer for it";
    case SQLITE_NOTADB: return "is no SQLite database";
    case SQLITE_CORRUPT: return std::string("is damaged: ") + failure.what();
    case SQLITE_READONLY: return "was opened for reading only";
    case SQLITE_FULL: return "cannot grow: the disk is full";
    case SQLITE_CANTOPEN: return "cannot be opened, or the journal beside it";
    case SQLITE_IOERR: return std::string("cannot be read or written: ") + failure.what();
    default: return failure.what();
  }
}

}  // namespace

Error store_error(const std::string& path, std::string what) { return {path, std::move(what), Error::Cause::store}; }

Error store_error(const std::string& path, const sqlite::Failure& failure) { return store_error(path, describe(failure)); }

Result<sqlite::Database> open_store_file(const std::string& path, StoreMode mode, std::chrono::milliseconds wait, bool any_schema) try {
  if (path.empty()) return store_error("--store", "no file is named");
  if (auto reason = obstacle(path, mode)) return store_error(path, *std::move(reason));
  const bool write = mode == StoreMode::write;
  sqlite::Database database(as_file_name(path), write ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY, wait);
  configure(database);
  if (write && is_blank(database)) create_schema(database);
  if (auto reason = foreign(database)) return store_error(path, *std::move(reason));
  if (write && database.is_read_only()) return store_error(path, "is read-only");
  const auto version = ask(database, "PRAGMA user_version");
  if (write) migrate(database, version);
  else if (version < schema_version && !any_schema) return store_error(path, "was written by an older Mizan; 'mizan db migrate' brings it up to date");
  // Never a write-ahead log: its readers write to files beside the store, and `check` must read a store that it cannot write,
  // in a folder that it cannot write, as continuous integration caches it. A tool that switched it on is overruled here.
  if (write) database.execute("PRAGMA journal_mode = DELETE");
  return database;
} catch (const sqlite::Failure& failure) {
  return store_error(path, failure);
} catch (const UnreadableRow& row) {
  return store_error(path, std::string("is damaged: ") + row.what());
}

Result<sqlite::Database> open_store_in_memory() try {
  sqlite::Database database(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  configure(database);
  create_schema(database);
  return database;
} catch (const sqlite::Failure& failure) {
  return store_error(":memory:", failure);
}

Result<sqlite::Database> open_store_overlay(const std::string& path, std::chrono::milliseconds wait) try {
  if (path.empty()) return store_error("--store", "no file is named");
  if (auto reason = obstacle(path, StoreMode::read)) return store_error(path, *std::move(reason));
  // Until the overlay has its lock, a reader keeps others from writing to what was found in order.
  sqlite::Database reader(as_file_name(path), SQLITE_OPEN_READONLY, wait);
  const sqlite::Transaction reading(reader, false);
  if (auto reason = foreign(reader)) return store_error(path, *std::move(reason));
  sqlite::Database overlay = open_overlay(as_file_name(path), wait);
  configure(overlay);
  migrate(overlay, ask(overlay, "PRAGMA user_version"));
  return overlay;
} catch (const sqlite::Failure& failure) {
  return store_error(path, failure);
} catch (const UnreadableRow& row) {
  return store_error(path, std::string("is damaged: ") + row.what());
}

}  // namespace mizan
