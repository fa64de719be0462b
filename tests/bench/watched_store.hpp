#pragma once
#include <cstdint>
#include <functional>
#include <memory>

#include "mizan/store.hpp"

namespace mizan::bench {

/// What comparison asks of a store, and what its answers cost. Seconds of the processor; what is not the store's is the caller's: reading, alignment, judgement.
struct StoreCosts {
  double put = 0;         ///< documents, their claims and sketches
  double commit = 0;      ///< keys in their order, pages into the file
  double meet = 0;        ///< who shares keys with whom, and what sketches say of them
  double read = 0;        ///< claims of neighbours
  double edges = 0;       ///< put in
  double components = 0;  ///< found and read
  std::uint64_t candidates = 0;      ///< documents of which the keys made one ask more: their sketches were read
  std::uint64_t alike = 0;           ///< those of them that the sketches left: they are compared, each pair once or, in one batch, asked for twice
  std::uint64_t documents_read = 0;  ///< whose claims were read
  std::uint64_t edges_put = 0;
};

/// Seconds of the processor that this process has had: what else runs on the machine must not bend the line.
[[nodiscard]] double processor_seconds();

/// Hands everything on to `store` and notes in `costs` what it took. Both outlive it.
[[nodiscard]] std::unique_ptr<Store> watched(Store& store, StoreCosts& costs);

}  // namespace mizan::bench
