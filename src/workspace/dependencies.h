// SPDX-License-Identifier: MIT
// What something was made from, for whoever wants to know whether it would come out the same again.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diag/file_reader.h"
#include "diag/source_map.h"

namespace handbill::workspace {

/// The files and folders that were asked for, and the answers, misses too. Fonts and dictionaries
/// are left out: a workspace opens them once, and ends when they change.
class Dependencies {
 public:
  /// True: whoever asks the same now is answered the same. Then texts are in `sources` under the
  /// ids they had, and `files` has been asked for everything again.
  bool hold(const diag::FileReader& files, diag::SourceMap& sources) const;

 private:
  friend class WatchedFiles;
  struct Asked {
    std::string path;
    diag::FileState state{};
    std::size_t size = 0;
    std::size_t hash = 0;  ///< of a file's bytes, of a text's letters
    std::optional<diag::FileId> text{};
  };

  static bool holds(const Asked& asked, const diag::FileReader& files, diag::SourceMap& sources);

  std::vector<Asked> read_;
  std::vector<std::pair<std::string, std::vector<std::string>>> listed_;
  std::set<std::string, std::less<>> used_again_;
};

/// Files that note what is asked of them. For one thread.
class WatchedFiles final : public diag::FileReader {
 public:
  explicit WatchedFiles(const diag::FileReader& files) : files_(files) {}

  diag::FileAnswer read(std::string_view path) const override;
  void used_again(std::string_view path) const override;
  std::vector<std::string> list(std::string_view folder) const override;

  /// `sources`: where the texts among them are.
  Dependencies take(const diag::SourceMap& sources);

 private:
  const diag::FileReader& files_;
  mutable Dependencies asked_{};
};

}  // namespace handbill::workspace
