# cmake -DOUTPUT=… -DROOT=… -DFILES=a;b;c -P hash_code.cmake: a header with a hash over the code that compiles packs and reads what was compiled. An image holds
# it, so that a program never reads one that other code has written. The header is left alone where nothing has changed.
set(hashes "")
foreach(file IN LISTS FILES)
  file(SHA256 "${ROOT}/${file}" hash)
  string(APPEND hashes "${file} ${hash}\n")
endforeach()
string(SHA256 hash "${hashes}")
string(SUBSTRING "${hash}" 0 16 hash)
file(CONFIGURE OUTPUT "${OUTPUT}" CONTENT [[#pragma once
#include <cstdint>

namespace mizan {

/// Identifies the code that compiles packs and reads what was compiled.
inline constexpr std::uint64_t kPacksCode = 0x@hash@u;

}  // namespace mizan
]] @ONLY)
