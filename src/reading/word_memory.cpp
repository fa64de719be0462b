#include "reading/word_memory.hpp"

#include <mutex>

namespace mizan {
namespace {

/// About what a day of one outlet's news holds: some 20 MB with all that is known of the words.
constexpr std::size_t kMostWords = 1u << 16, kMostBytes = 4u << 20, kMostNodes = 1u << 16;

}  // namespace

bool ReadingMemory::is_full() const { return words.size() > kMostWords || words.size_bytes() > kMostBytes || rules.nodes.capacity() > kMostNodes; }

struct MemoryPool::Impl {
  std::vector<std::string> stemmers;
  std::mutex mutex;
  std::vector<std::unique_ptr<ReadingMemory>> idle;
};

MemoryPool::MemoryPool(std::vector<std::string> stemmers) : impl_(std::make_unique<Impl>()) { impl_->stemmers = std::move(stemmers); }
MemoryPool::~MemoryPool() = default;

std::shared_ptr<ReadingMemory> MemoryPool::take() {
  std::unique_ptr<ReadingMemory> memory;
  {
    const std::lock_guard lock(impl_->mutex);
    if (!impl_->idle.empty()) {
      memory = std::move(impl_->idle.back());
      impl_->idle.pop_back();
    }
  }
  if (!memory) {
    memory = std::make_unique<ReadingMemory>();
    for (const auto& stemmer : impl_->stemmers) memory->languages.push_back(std::make_unique<LanguageMemory>(stemmer));
  }
  // A reading may outlive its reader.
  return {memory.release(), [pool = shared_from_this()](ReadingMemory* used) {
            std::unique_ptr<ReadingMemory> back(used);
            if (back->is_full()) return;
            const std::lock_guard lock(pool->impl_->mutex);
            pool->impl_->idle.push_back(std::move(back));
          }};
}

}  // namespace mizan
