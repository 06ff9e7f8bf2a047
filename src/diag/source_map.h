// SPDX-License-Identifier: MIT
// Owns the text of every file read in a run, so that any later stage can quote it; and of earlier
// runs, for as long as the next may read the same again.
#pragma once

#include <cstddef>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/span.h"

namespace handbill::diag {

/// Counted from 1; columns in code points, as editors count them.
struct LineColumn {
  std::size_t line = 1;
  std::size_t column = 1;
};

class SourceMap {
 public:
  /// What was read so far is read anew, and its ids hold no longer: texts that come again get
  /// theirs back, with what was made of them, others are forgotten after kMostRuns.
  void start_run();
  static constexpr int kMostRuns = 64;

  enum class Extent { Whole, UpToError };

  /// `name` is what messages print. `text` is valid UTF-8 without a byte order mark; UpToError:
  /// only what comes before the first byte that is not.
  FileId add(std::string name, std::string text, Extent extent = Extent::Whole);
  /// The file of that name with that text, of an earlier run too; added if it is not there.
  FileId add_once(const std::string& name, std::string text, Extent extent = Extent::Whole);
  Extent extent(FileId file) const;
  /// The file of that name, if it has been added in this run.
  std::optional<FileId> find(std::string_view name) const;

  const std::string& name(FileId file) const;
  std::string_view text(FileId file) const;
  std::string_view text(Span span) const;

  /// In logarithmic time, however long the line is.
  LineColumn position(FileId file, std::size_t offset) const;
  /// The offset of a line and column counted from 1; past the end of the line: its end.
  std::size_t offset(FileId file, LineColumn position) const;
  /// The text of a line counted from 1, without its line end.
  std::string_view line(FileId file, std::size_t line) const;
  std::size_t size() const { return files_.size(); }

  /// What was made of a file's text, for whoever would make the same again: texts do not change.
  /// Null: nothing was kept. One kind of thing alone is kept (spec::Value, by read_toml).
  std::shared_ptr<const void> made_of(FileId file) const;
  void keep_made(FileId file, std::shared_ptr<const void> made) const;

 private:
  struct File {
    std::string name;
    std::string text;
    std::vector<std::size_t> line_starts;
    std::vector<std::size_t> code_points;  ///< before every kStep-th byte
    Extent extent;
    mutable std::shared_ptr<const void> made{};
    int runs_ago = 0;  ///< when it was read last; 0: in this run
    bool is_free = false;
  };
  const File& file(FileId id) const;
  static std::size_t code_points_before(const File& file, std::size_t offset);
  FileId put(File file);

  std::deque<File> files_;  // a deque keeps the texts where they are
};

}  // namespace handbill::diag
