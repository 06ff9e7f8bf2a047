// SPDX-License-Identifier: MIT
// What a text says now that it did not say before, paragraph by paragraph, as a reader would tell
// it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace handbill::compare {

/// A paragraph, and where a reader finds it.
struct Passage {
  std::string text;       ///< UTF-8
  std::string place{};    ///< side and panel, or page; empty: nobody knows
  std::string heading{};  ///< that it stands below; empty: none
  bool operator==(const Passage&) const = default;
};

/// Words of a changed paragraph that stay, go or come.
struct Piece {
  enum class Kind { Same, Removed, Added } kind = Kind::Same;
  std::string text;  ///< with the spaces that follow it in its paragraph
  bool operator==(const Piece&) const = default;
};

struct Change {
  /// Moved: it stands elsewhere among the others, or on another panel.
  enum class Kind { Added, Removed, Changed, Moved, MovedAndChanged } kind = Kind::Changed;
  std::optional<std::size_t> before{}, after{};  ///< index of the passage
  std::vector<Piece> pieces{};                   ///< of what changed: all words of both
};

/// In the order of `after`, what was removed where it stood. Spaces of any kind are alike.
/// Paragraphs that share half of their words are one that changed.
std::vector<Change> compare_passages(const std::vector<Passage>& before,
                                     const std::vector<Passage>& after);

/// All words of both, marked. Marks of punctuation are words of their own, and so are signs of
/// scripts that set no spaces.
std::vector<Piece> compare_words(const std::string& before, const std::string& after);

/// Of the words of both, by their letters, how many are the same: 0 to 1.
double likeness(const std::string& before, const std::string& after);

}  // namespace handbill::compare
