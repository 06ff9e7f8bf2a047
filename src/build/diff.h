// SPDX-License-Identifier: MIT
// What is another for a reader between two versions: facts, words, pages, documents.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "build/versions.h"
#include "compare/passages.h"

namespace handbill::build {

struct FactChange {
  std::string path;                      ///< "clinic.phone"
  std::optional<std::string> before{};   ///< nothing: no document showed it
  std::optional<std::string> after{};    ///< nothing: no document shows it any more
  std::vector<std::string> documents{};  ///< that show either
};

struct PageChange {
  std::string name;
  std::optional<std::size_t> before{}, after{};  ///< index; nothing: it was added, or removed
  double share = 0;                              ///< of its pixels that differ: 0 to 1
  std::vector<Rect> areas{};                     ///< that differ, in points
  std::vector<Rect> removed{}, added{};          ///< words, on the old and on the new page
};

struct DocumentDiff {
  enum class State { Same, Changed, Added, Removed } state = State::Same;
  std::string name, title, language;
  const ToldDocument *before = nullptr, *after = nullptr;  ///< of Diff::told
  std::vector<compare::Change> changes{};                  ///< of its words
  std::vector<PageChange> pages{};                         ///< those that look different
  bool are_pages_compared = false;
};

struct Diff {
  Version before, after;
  ToldVersion told_before, told_after;
  std::vector<FactChange> facts;  ///< by path
  std::vector<DocumentDiff> documents;

  bool is_same() const;
  /// What was read for it.
  std::set<diag::FileIdentity> inputs() const;
  /// Something could not be read, so that not all is known.
  bool has_faults() const { return !told_before.faults.empty() || !told_after.faults.empty(); }
};

/// Both are read.
Diff compare_versions(Version before, Version after, const VersionsRequest& request);

/// For people; painted: removed words red, added ones green, on a terminal.
enum class DiffPaint { Plain, Ansi };
std::string text_of(const Diff& diff, DiffPaint paint);
/// For programs.
std::string json_of(const Diff& diff);

}  // namespace handbill::build
