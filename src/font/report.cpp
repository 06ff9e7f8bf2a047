// SPDX-License-Identifier: MIT
#include "font/report.h"

#include <hb-ot.h>

#include <algorithm>
#include <array>
#include <set>

#include "font/face_impl.h"
#include "font/variations.h"

namespace handbill::font {
namespace {

/// The first line, as long as a line is.
std::string name_of(hb_face_t* face, hb_ot_name_id_t id) {
  std::array<char, 300> text{};
  auto size = static_cast<unsigned>(text.size());
  hb_ot_name_get_utf8(face, id, HB_LANGUAGE_INVALID, &size, text.data());
  std::string name(text.data());
  return name.substr(0, name.find_first_of("\r\n"));
}

std::vector<std::string> features_of(hb_face_t* face) {
  std::set<std::string> found;
  for (const hb_tag_t table : {HB_OT_TAG_GSUB, HB_OT_TAG_GPOS}) {
    std::array<hb_tag_t, 64> tags{};
    for (unsigned start = 0, total = 1; start < total; start += tags.size()) {
      auto count = static_cast<unsigned>(tags.size());
      total = hb_ot_layout_table_get_feature_tags(face, table, start, &count, tags.data());
      for (unsigned i = 0; i < count; ++i) {
        std::array<char, 4> tag{};
        hb_tag_to_string(tags[i], tag.data());
        found.emplace(tag.data(), tag.size());
      }
    }
  }
  return {found.begin(), found.end()};
}

std::u32string characters_of(hb_face_t* face) {
  const SetPtr set(hb_set_create());
  hb_face_collect_unicodes(face, set.get());
  std::u32string characters;
  for (hb_codepoint_t c = HB_SET_VALUE_INVALID; hb_set_next(set.get(), &c);) characters += c;
  return characters;
}

}  // namespace

EmbeddingRights embedding_rights(unsigned fs_type) {
  using Level = EmbeddingRights::Level;
  EmbeddingRights rights;
  // When several of bits 1 to 3 are set, the least restrictive holds.
  if ((fs_type & 0x0008U) != 0) {
    rights.level = Level::Editable;
  } else if ((fs_type & 0x0004U) != 0) {
    rights.level = Level::PreviewAndPrint;
  } else if ((fs_type & 0x0002U) != 0) {
    rights.level = Level::Restricted;
  }
  rights.may_be_subset = (fs_type & 0x0100U) == 0;
  rights.bitmaps_only = (fs_type & 0x0200U) != 0;
  return rights;
}

std::optional<std::string> embedding_trouble(const EmbeddingRights& rights) {
  if (rights.level == EmbeddingRights::Level::Restricted) return "its licence is restricted";
  if (rights.bitmaps_only) return "it allows embedding of bitmaps only";
  if (!rights.may_be_subset) return "it may not be subset";
  return std::nullopt;
}

FontReport describe(hb_face_t* face) {
  FontReport report;
  report.postscript_name = name_of(face, HB_OT_NAME_ID_POSTSCRIPT_NAME);
  report.version = name_of(face, HB_OT_NAME_ID_VERSION_STRING);
  report.licence = name_of(face, HB_OT_NAME_ID_LICENSE);
  report.licence_address = name_of(face, HB_OT_NAME_ID_LICENSE_URL);
  report.features = features_of(face);
  report.axes = axes_of(face);
  report.characters = characters_of(face);
  return report;
}

}  // namespace handbill::font
