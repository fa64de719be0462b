#include "knowledge/flat_writer.hpp"

#include <cstring>
#include <limits>

namespace mizan {

std::uint32_t FlatWriter::checked(std::size_t size) {
  if (size > std::numeric_limits<std::uint32_t>::max()) throw std::length_error("a pack is larger than its image can be");
  return static_cast<std::uint32_t>(size);
}

void FlatWriter::take(std::unique_ptr<std::byte[]> bytes, std::size_t size, std::size_t alignment) {
  places_.emplace(reinterpret_cast<std::uintptr_t>(bytes.get()), chunks_.size());
  chunks_.push_back({std::move(bytes), size, alignment});
}

void FlatWriter::link(const void* member, std::size_t to_chunk, std::size_t to) {
  const auto at = reinterpret_cast<std::uintptr_t>(member);
  const auto inside = [&] { return last_chunk_ != no_chunk && at >= last_begin_ && at - last_begin_ < chunks_[last_chunk_].size; };
  if (!inside()) {
    const auto above = places_.upper_bound(at);
    if (above == places_.begin()) throw std::logic_error("a member outside its block");
    last_begin_ = std::prev(above)->first;
    last_chunk_ = std::prev(above)->second;
    if (!inside()) throw std::logic_error("a member outside its block");
  }
  links_.push_back({last_chunk_, at - last_begin_, to_chunk, to});
}

Pooled FlatWriter::pool(std::string_view text) {
  if (text.empty()) return {};
  const WordId word = words_.intern(text);
  if (word == begins_.size()) {
    begins_.push_back(checked(texts_.size()));
    texts_ += text;
  }
  return {begins_[word], checked(text.size())};
}

void FlatWriter::set(Text& member, Pooled text) {
  member.bytes_.size_ = text.size;
  if (text.size != 0) link(&member.bytes_, no_chunk, text.begin);
}

std::string FlatWriter::finish() {
  std::vector<std::size_t> begins;
  begins.reserve(chunks_.size());
  std::size_t size = 0;
  for (const auto& chunk : chunks_) {
    size = (size + chunk.alignment - 1) / chunk.alignment * chunk.alignment;
    begins.push_back(size);
    size += chunk.size;
  }
  const std::size_t texts = size;
  std::string block(size + texts_.size(), '\0');
  for (std::size_t i = 0; i < chunks_.size(); ++i) std::memcpy(block.data() + begins[i], chunks_[i].bytes.get(), chunks_[i].size);
  std::memcpy(block.data() + texts, texts_.data(), texts_.size());
  for (const auto& one : links_) {
    const std::size_t from = begins[one.from_chunk] + one.from;
    const std::uint32_t distance = checked((one.to_chunk == no_chunk ? texts + one.to : begins[one.to_chunk]) - from);
    std::memcpy(block.data() + from, &distance, sizeof distance);  // the first member of an Array
  }
  *this = FlatWriter();
  return block;
}

}  // namespace mizan
