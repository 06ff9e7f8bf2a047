// SPDX-License-Identifier: MIT
// What a font file says about itself: for people who choose fonts.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct hb_face_t;

namespace handbill::font {

/// What an axis of a variable font offers.
struct AxisRange {
  std::string tag;
  double least = 0;
  double usual = 0;
  double most = 0;
};

/// OpenType 1.9, OS/2, fsType.
struct EmbeddingRights {
  enum class Level { Installable, Editable, PreviewAndPrint, Restricted } level{};
  bool may_be_subset = true;
  bool bitmaps_only = false;
};

EmbeddingRights embedding_rights(unsigned fs_type);
/// Why they forbid what a PDF needs; nothing when they allow it.
std::optional<std::string> embedding_trouble(const EmbeddingRights& rights);

struct FontReport {
  std::string path;  ///< of the file
  std::string postscript_name;
  std::string version;
  std::string licence;  ///< as the file words it, first line
  std::string licence_address;
  EmbeddingRights rights;
  std::vector<std::string> features;  ///< sorted
  std::vector<AxisRange> axes;
  std::u32string characters;  ///< ascending
  std::string trouble;        ///< why it can't be used; empty: it can
};

/// Everything but path, rights and trouble.
FontReport describe(hb_face_t* face);

}  // namespace handbill::font
