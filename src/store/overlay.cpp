#include "store/overlay.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <new>
#include <unordered_map>

namespace mizan {
namespace {

// SQLite asks its file system through tables of functions (sqlite3_vfs, sqlite3_io_methods). This one opens files for reading with the system's own, and keeps
// what is written to them in blocks of its own.

constexpr const char* kName = "mizan-overlay";
constexpr std::int64_t kBlock = 4096;

/// The size is that of the file as it seems, which grows and shrinks; what was cut off once does not come back out of the file.
struct Overlay {
  std::unordered_map<std::int64_t, std::array<char, kBlock>> blocks;  ///< by number
  std::int64_t size = 0, of_file = 0;                                 ///< of the file so many bytes are still seen
  bool is_locked = false;
};

/// As SQLite lays it out: its own part first; behind it, in the memory it gives, the system's file.
struct File {
  sqlite3_file base;
  Overlay* overlay;
  [[nodiscard]] sqlite3_file* below() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

File& file_of(sqlite3_file* file) { return *reinterpret_cast<File*>(file); }
sqlite3_vfs& system_of(sqlite3_vfs* vfs) { return *static_cast<sqlite3_vfs*>(vfs->pAppData); }

/// Begins with the file as it is.
int see_file(File& file) {
  sqlite3_int64 size = 0;
  const int code = file.below()->pMethods->xFileSize(file.below(), &size);
  file.overlay->size = file.overlay->of_file = size;
  return code;
}

/// Bytes of the file below, zeros where it has none.
int read_below(File& file, char* out, std::int64_t size, std::int64_t offset) {
  const auto there = std::clamp<std::int64_t>(file.overlay->of_file - offset, 0, size);
  std::fill(out + there, out + size, '\0');
  return there == 0 ? SQLITE_OK : file.below()->pMethods->xRead(file.below(), out, static_cast<int>(there), offset);
}

/// Calls `work` for each block of the stretch: its number, where the part in it begins, the part's size, and where the part stands in the stretch.
template <class Work>
int for_each_block(std::int64_t offset, std::int64_t size, Work work) {
  for (std::int64_t done = 0; done < size;) {
    const auto block = (offset + done) / kBlock, begin = (offset + done) % kBlock, part = std::min(kBlock - begin, size - done);
    if (const int code = work(block, begin, part, done); code != SQLITE_OK) return code;
    done += part;
  }
  return SQLITE_OK;
}

int close_file(sqlite3_file* file) {
  const std::unique_ptr<Overlay> overlay(file_of(file).overlay);
  auto* below = file_of(file).below();
  return below->pMethods->xClose(below);
}

int read_file(sqlite3_file* handle, void* out, int size, sqlite3_int64 offset) {
  File& file = file_of(handle);
  const int code = for_each_block(offset, size, [&](std::int64_t block, std::int64_t begin, std::int64_t part, std::int64_t done) {
    char* place = static_cast<char*>(out) + done;
    const auto written = file.overlay->blocks.find(block);
    if (written == file.overlay->blocks.end()) return read_below(file, place, part, block * kBlock + begin);
    std::copy_n(written->second.data() + begin, part, place);
    return SQLITE_OK;
  });
  if (code != SQLITE_OK) return code;
  return offset + size > file.overlay->size ? SQLITE_IOERR_SHORT_READ : SQLITE_OK;  // behind the end are zeros
}

int write_file(sqlite3_file* handle, const void* in, int size, sqlite3_int64 offset) try {
  File& file = file_of(handle);
  const int code = for_each_block(offset, size, [&](std::int64_t block, std::int64_t begin, std::int64_t part, std::int64_t done) {
    const auto [place, is_new] = file.overlay->blocks.try_emplace(block);
    if (is_new && part < kBlock) {
      if (const int read = read_below(file, place->second.data(), kBlock, block * kBlock); read != SQLITE_OK) return read;
    }
    std::copy_n(static_cast<const char*>(in) + done, part, place->second.data() + begin);
    return SQLITE_OK;
  });
  file.overlay->size = std::max<std::int64_t>(file.overlay->size, offset + size);
  return code;
} catch (const std::bad_alloc&) {
  return SQLITE_IOERR_NOMEM;
}

int truncate_file(sqlite3_file* handle, sqlite3_int64 size) {
  Overlay& overlay = *file_of(handle).overlay;
  std::erase_if(overlay.blocks, [&](const auto& block) { return block.first * kBlock >= size; });
  if (const auto last = overlay.blocks.find(size / kBlock); last != overlay.blocks.end()) std::fill(last->second.begin() + size % kBlock, last->second.end(), '\0');
  overlay.size = size;
  overlay.of_file = std::min<std::int64_t>(overlay.of_file, size);
  return SQLITE_OK;
}

int size_of_file(sqlite3_file* handle, sqlite3_int64* size) {
  *size = file_of(handle).overlay->size;
  return SQLITE_OK;
}

/// A reader's lock is taken on the file itself and kept to the end: if another process wrote between two transactions, what is kept here would fit no more.
int lock_file(sqlite3_file* handle, int level) {
  File& file = file_of(handle);
  if (level != SQLITE_LOCK_SHARED || file.overlay->is_locked) return SQLITE_OK;
  if (const int code = file.below()->pMethods->xLock(file.below(), level); code != SQLITE_OK) return code;
  file.overlay->is_locked = true;
  return see_file(file);  // only now nobody changes it
}
int unlock_file(sqlite3_file*, int) { return SQLITE_OK; }

int sector_size(sqlite3_file* handle) {
  auto* below = file_of(handle).below();
  return below->pMethods->xSectorSize(below);
}

constexpr sqlite3_io_methods kMethods = {
    .iVersion = 1,
    .xClose = close_file,
    .xRead = read_file,
    .xWrite = write_file,
    .xTruncate = truncate_file,
    .xSync = [](sqlite3_file*, int) { return SQLITE_OK; },
    .xFileSize = size_of_file,
    .xLock = lock_file,
    .xUnlock = unlock_file,
    .xCheckReservedLock =
        [](sqlite3_file*, int* is_reserved) {
          *is_reserved = 0;
          return SQLITE_OK;
        },
    .xFileControl = [](sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; },
    .xSectorSize = sector_size,
    .xDeviceCharacteristics = [](sqlite3_file*) { return 0; },
    .xShmMap = nullptr,
    .xShmLock = nullptr,
    .xShmBarrier = nullptr,
    .xShmUnmap = nullptr,
    .xFetch = nullptr,
    .xUnfetch = nullptr,
};

/// Only databases: journals and tables for the while are kept in memory, as open_overlay asks.
int open_file(sqlite3_vfs* vfs, const char* name, sqlite3_file* handle, int flags, int* flags_out) {
  handle->pMethods = nullptr;
  if ((flags & SQLITE_OPEN_MAIN_DB) == 0) return SQLITE_CANTOPEN;
  File& file = file_of(handle);
  sqlite3_vfs& system = system_of(vfs);
  const int reading = (flags & ~(SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)) | SQLITE_OPEN_READONLY;
  if (const int code = system.xOpen(&system, name, file.below(), reading, nullptr); code != SQLITE_OK) return code;
  file.overlay = new (std::nothrow) Overlay;
  const int code = file.overlay ? see_file(file) : SQLITE_NOMEM;
  if (code != SQLITE_OK) {
    close_file(handle);
    return code;
  }
  handle->pMethods = &kMethods;
  if (flags_out) *flags_out = flags;
  return SQLITE_OK;
}

/// There is no other file: no journal, whatever stands beside the database.
int has_file(sqlite3_vfs*, const char*, int, int* is_there) {
  *is_there = 0;
  return SQLITE_OK;
}

/// Registered once, for the life of the process.
void register_overlay() {
  static sqlite3_vfs vfs = [] {
    sqlite3_vfs made = *sqlite3_vfs_find(nullptr);
    made.iVersion = 1;
    made.pAppData = sqlite3_vfs_find(nullptr);
    made.szOsFile += static_cast<int>(sizeof(File));
    made.pNext = nullptr;
    made.zName = kName;
    made.xOpen = open_file;
    made.xDelete = [](sqlite3_vfs*, const char*, int) { return SQLITE_OK; };
    made.xAccess = has_file;
    made.xFullPathname = [](sqlite3_vfs* own, const char* name, int size, char* out) { return system_of(own).xFullPathname(&system_of(own), name, size, out); };
    made.xRandomness = [](sqlite3_vfs* own, int size, char* out) { return system_of(own).xRandomness(&system_of(own), size, out); };
    made.xSleep = [](sqlite3_vfs* own, int microseconds) { return system_of(own).xSleep(&system_of(own), microseconds); };
    made.xCurrentTime = [](sqlite3_vfs* own, double* now) { return system_of(own).xCurrentTime(&system_of(own), now); };
    made.xGetLastError = [](sqlite3_vfs* own, int size, char* out) { return system_of(own).xGetLastError(&system_of(own), size, out); };
    return made;
  }();
  static const int code = sqlite3_vfs_register(&vfs, 0);
  static_cast<void>(code);  // where it fails there is no file system of that name, and opening says so
}

}  // namespace

sqlite::Database open_overlay(const std::string& file, std::chrono::milliseconds wait) {
  register_overlay();
  sqlite::Database database(file, SQLITE_OPEN_READWRITE, wait, kName);
  database.execute("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY");
  return database;
}

}  // namespace mizan
