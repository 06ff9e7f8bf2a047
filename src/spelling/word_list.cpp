// SPDX-License-Identifier: MIT
#include "spelling/word_list.h"

#include <sys/mman.h>
#include <sys/stat.h>

#include <cstring>
#include <utility>

#include "diag/open_file.h"

namespace handbill::spelling {

WordList::WordList(std::shared_ptr<const void> owner, std::string_view bytes)
    : owner_(std::move(owner)) {
  std::memcpy(&header_, bytes.data(), sizeof header_);
  const char* edges = bytes.data() + sizeof header_;
  edges_ = {reinterpret_cast<const std::uint32_t*>(edges), header_.edges};
}

std::optional<WordList> WordList::checked(std::shared_ptr<const void> owner,
                                          std::string_view bytes) {
  WordListHeader header;
  if (bytes.size() < sizeof header) return std::nullopt;
  std::memcpy(&header, bytes.data(), sizeof header);
  if (header.magic != WordListHeader::kMagic || header.edges > kMostWordListEdges ||
      bytes.size() != sizeof header + std::size_t{header.edges} * sizeof(std::uint32_t)) {
    return std::nullopt;
  }
  return WordList(std::move(owner), bytes);
}

std::optional<WordList> WordList::open(const std::string& path) {
  const diag::OpenFile file(path);
  struct stat info {};
  if (!file.is_open() || ::fstat(file.descriptor(), &info) != 0 || !S_ISREG(info.st_mode) ||
      info.st_size <= 0 || static_cast<std::size_t>(info.st_size) > kLargestFile) {
    return std::nullopt;
  }
  const auto size = static_cast<std::size_t>(info.st_size);
  void* const mapped = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.descriptor(), 0);
  if (mapped == MAP_FAILED) return std::nullopt;
  const auto unmap = [size](const void* bytes) { ::munmap(const_cast<void*>(bytes), size); };
  return checked(std::shared_ptr<const void>(mapped, unmap),
                 {static_cast<const char*>(mapped), size});
}

std::optional<WordList> WordList::of_bytes(std::string bytes) {
  // Words of 32 bits, so that edges stand where they may be read.
  const std::size_t size = bytes.size();
  auto owner = std::make_shared<std::vector<std::uint32_t>>(size / 4 + 1);
  std::memcpy(owner->data(), bytes.data(), size);
  const char* const data = reinterpret_cast<const char*>(owner->data());
  return checked(std::move(owner), {data, size});
}

std::optional<WordListEdge> WordList::edge(std::uint32_t node, unsigned char letter) const {
  int before = -1;
  for (std::uint32_t at = node; at != 0 && at < edges_.size(); ++at) {
    const WordListEdge edge = unpacked(edges_[at]);
    if (edge.letter == letter) return edge;
    if (edge.letter > letter || edge.letter <= before || edge.is_last) return std::nullopt;
    before = edge.letter;
  }
  return std::nullopt;
}

bool WordList::has(std::string_view word) const {
  std::uint32_t node = root();
  bool ends_word = false;
  for (const char letter : word) {
    const auto found = edge(node, static_cast<unsigned char>(letter));
    if (!found) return false;
    node = found->next;
    ends_word = found->ends_word;
  }
  return ends_word;
}

}  // namespace handbill::spelling
