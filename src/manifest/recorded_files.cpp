// SPDX-License-Identifier: MIT
#include "manifest/recorded_files.h"

#include <algorithm>

#include "manifest/sha256.h"

namespace handbill::manifest {

diag::FileAnswer RecordedFiles::read_aside(std::string_view path) const {
  diag::FileAnswer answer = files_->read(path);
  if (answer.bytes && answer.identity) identities_.insert(*answer.identity);
  return answer;
}

diag::FileAnswer RecordedFiles::read(std::string_view path) const {
  diag::FileAnswer answer = read_aside(path);
  if (!answer.bytes) return answer;
  std::string named(answer.origin == diag::Origin::Program ? kProgram : std::string_view());
  named += path;
  inputs_.insert_or_assign(std::string(path), Input{std::move(named), sha256(*answer.bytes)});
  used_.emplace(path);
  return answer;
}

void RecordedFiles::join(const RecordedFiles& other) {
  inputs_.insert(other.inputs_.begin(), other.inputs_.end());
  identities_.insert(other.identities_.begin(), other.identities_.end());
}

void RecordedFiles::used_again(std::string_view path) const {
  if (inputs_.find(path) == inputs_.end()) {
    read(path);  // what is kept from an earlier run was read by another reader
  } else {
    used_.emplace(path);
  }
}

std::optional<std::string> RecordedFiles::hash(std::string_view path) const {
  const auto known = inputs_.find(path);
  if (known == inputs_.end()) return std::nullopt;
  return known->second.sha256;
}

std::vector<Input> RecordedFiles::used() const {
  std::vector<Input> inputs;
  for (const std::string& path : used_) inputs.push_back(inputs_.find(path)->second);
  std::ranges::sort(inputs);
  return inputs;
}

}  // namespace handbill::manifest
