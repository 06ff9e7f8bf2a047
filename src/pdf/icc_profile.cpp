// SPDX-License-Identifier: MIT
#include "pdf/icc_profile.h"

#include "pdf/deflate.h"

namespace handbill::pdf {
namespace {

constexpr std::size_t kHeaderSize = 128;

bool has_header(std::string_view bytes) {
  return bytes.size() > kHeaderSize && bytes.substr(36, 4) == "acsp";
}

}  // namespace

bool is_icc_profile(std::string_view bytes, std::string_view color_space) {
  return has_header(bytes) && bytes.substr(16, 4) == color_space;
}

bool is_output_profile(std::string_view bytes) {
  return has_header(bytes) && bytes.substr(12, 4) == "prtr";
}

const std::string& ProfileStreams::deflated(const std::shared_ptr<const std::string>& icc) {
  for (const Entry& entry : entries_) {
    if (entry.icc == icc || *entry.icc == *icc) return entry.stream;
  }
  entries_.push_back(Entry{icc, Deflater(Effort::Fast).deflate(*icc)});
  return entries_.back().stream;
}

}  // namespace handbill::pdf
