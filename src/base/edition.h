// SPDX-License-Identifier: MIT
// Editions: one layout and its content, made for readers and machines that need it otherwise.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/length.h"

namespace handbill {

enum class Edition : std::uint8_t {
  Standard,
  ClearPrint,
  LargePrint,
  Office,
  Screen,
  Html,
  Text,
  Braille
};

/// What becomes of the pages that the layout has.
enum class EditionForm : std::uint8_t {
  Pages,     ///< they are kept
  Reflowed,  ///< their texts run through pages of another kind
  Words      ///< there are none: the words are written to a file
};

struct EditionFacts {
  Edition edition{};
  std::string_view name;  ///< as layouts, files and people say it
  Length smallest;        ///< type
  EditionForm form{};
  std::string_view ending{};  ///< of its file when it is one of words: ".html"
};

/// Smallest type. Standard: where print shops draw the line for type that is reversed or of several
/// inks. Clear print: UK Association for Accessible Formats, G003, 12 pt at least, 14 pt rather.
/// Large print: American Council of the Blind, guidelines of May 2025, 18 pt for every word, notes
/// and captions included.
inline constexpr std::array kEditions = {
    EditionFacts{Edition::Standard, "standard", Length::pt(8), EditionForm::Pages},
    EditionFacts{Edition::ClearPrint, "clear-print", Length::pt(12), EditionForm::Reflowed},
    EditionFacts{Edition::LargePrint, "large-print", Length::pt(18), EditionForm::Reflowed},
    EditionFacts{Edition::Office, "office", Length::pt(8), EditionForm::Pages},
    EditionFacts{Edition::Screen, "screen", Length::pt(8), EditionForm::Pages},
    EditionFacts{Edition::Html, "html", Length::pt(8), EditionForm::Words, ".html"},
    EditionFacts{Edition::Text, "text", Length::pt(8), EditionForm::Words, ".txt"},
    EditionFacts{Edition::Braille, "braille", Length::pt(8), EditionForm::Words, ".brf"},
};

constexpr const EditionFacts& facts_of(Edition edition) {
  return kEditions[static_cast<std::size_t>(edition)];
}

inline std::optional<Edition> edition_named(std::string_view name) {
  const auto* found = std::ranges::find(kEditions, name, &EditionFacts::name);
  return found == kEditions.end() ? std::nullopt : std::optional(found->edition);
}

}  // namespace handbill
