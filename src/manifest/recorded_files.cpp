// SPDX-License-Identifier: MIT
#include "manifest/recorded_files.h"

#include "manifest/sha256.h"

namespace handbill::manifest {

diag::FileAnswer RecordedFiles::read(std::string_view path) const {
  diag::FileAnswer answer = files_.read(path);
  if (!answer.bytes) return answer;
  hashes_.insert_or_assign(std::string(path), sha256(*answer.bytes));
  used_.emplace(path);
  return answer;
}

void RecordedFiles::used_again(std::string_view path) const {
  if (hashes_.find(path) != hashes_.end()) used_.emplace(path);
}

std::optional<std::string> RecordedFiles::hash(std::string_view path) const {
  const auto known = hashes_.find(path);
  if (known == hashes_.end()) return std::nullopt;
  return known->second;
}

std::vector<Input> RecordedFiles::used() const {
  std::vector<Input> inputs;
  for (const std::string& path : used_) inputs.push_back({path, hashes_.find(path)->second});
  return inputs;
}

}  // namespace handbill::manifest
