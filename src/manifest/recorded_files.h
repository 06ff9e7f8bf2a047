// SPDX-License-Identifier: MIT
// Files that are read, and remembered with their hashes.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diag/file_reader.h"
#include "manifest/manifest.h"

namespace handbill::manifest {

/// For one thread.
class RecordedFiles final : public diag::FileReader {
 public:
  explicit RecordedFiles(std::shared_ptr<const diag::FileReader> files)
      : files_(std::move(files)) {}

  diag::FileAnswer read(std::string_view path) const override;
  std::vector<std::string> list(std::string_view folder) const override {
    return files_->list(folder);
  }
  void used_again(std::string_view path) const override;
  /// The same of what documents are only judged by: none is made of it.
  diag::FileAnswer read_aside(std::string_view path) const;

  /// What is read or used again from here on belongs to another document.
  void start_document() { used_.clear(); }
  /// What somebody else has read of the same files.
  void join(const RecordedFiles& other);
  /// What the document was read from, by path; what the program lends is marked so.
  std::vector<Input> used() const;
  /// Of what has been read, for this document or one before; nothing: it has not.
  std::optional<std::string> hash(std::string_view path) const;
  /// Every file that has been read, for this document or one before.
  const std::set<diag::FileIdentity>& identities() const { return identities_; }

 private:
  std::shared_ptr<const diag::FileReader> files_;
  mutable std::map<std::string, Input, std::less<>> inputs_;  ///< by path in the project
  mutable std::set<std::string, std::less<>> used_;
  mutable std::set<diag::FileIdentity> identities_;
};

/// The files that documents are only judged by.
class FilesAside final : public diag::FileReader {
 public:
  explicit FilesAside(const RecordedFiles& files) : files_(files) {}

  diag::FileAnswer read(std::string_view path) const override { return files_.read_aside(path); }
  std::vector<std::string> list(std::string_view folder) const override {
    return files_.list(folder);
  }

 private:
  const RecordedFiles& files_;
};

}  // namespace handbill::manifest
