// SPDX-License-Identifier: MIT
// The facts and words that a document shows, whatever it looks like: what an approval holds for,
// and what tells whether something printed is still right.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace handbill::manifest {

/// A fact of the content.
struct ShownFact {
  std::string path;                   ///< "clinic.phone", "hours.friday", "prices.2.price"
  std::string value;                  ///< in form C, on one line; empty: a blank to write on
  std::vector<std::string> places{};  ///< where it stands: "outside, back"
  bool operator==(const ShownFact&) const = default;
};

/// Words that have one home.
struct ShownText {
  /// Of the content its path, "aftercare.do.2.text"; of a layout its file and frame,
  /// "layouts/hours-placard.toml#week"; of a QR code that with "code" behind it; of what follows
  /// from facts the path that was asked for, "menu.sum price".
  std::string key;
  std::string language;  ///< BCP 47
  /// As they are read: in form C, white as one space, paragraphs parted by "\n"; without hyphens
  /// that part words. A fact in them is its path in braces, so that it can change alone.
  std::string words;
  std::vector<std::string> places{};
  bool operator==(const ShownText&) const = default;
};

struct Shown {
  std::vector<ShownFact> facts{};  ///< by path
  std::vector<ShownText> texts{};  ///< as they are read first
  /// What it says of its own version, "revision.date" and the like, in words. No fact: it tells
  /// nothing of the clinic.
  std::vector<ShownFact> version{};
  bool operator==(const Shown&) const = default;
};

/// SHA-256 of the facts and words, in the order they are read: the same whatever the pages look
/// like, the fonts, the sheet and the version are.
std::string hash(const Shown& shown);

/// A line for each fact, text and word of the version; for dumps, and to be kept in a PDF.
std::string as_text(const Shown& shown);
/// What as_text() wrote. Nothing: something else did.
std::optional<Shown> read_shown(std::string_view text);

/// White of every kind as one space, none at the ends.
std::string on_one_line(std::string_view text);

}  // namespace handbill::manifest
