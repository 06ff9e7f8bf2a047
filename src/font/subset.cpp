// SPDX-License-Identifier: MIT
#include "font/subset.h"

#include <hb-subset.h>

#include <algorithm>

#include "font/face_impl.h"
#include "font/subset_plan.h"

namespace handbill::font {
namespace {

constexpr hb_tag_t kCff = HB_TAG('C', 'F', 'F', ' ');

/// What a PDF reader needs to draw glyphs by number (PDF 1.7, 9.9). HarfBuzz is shown nothing else,
/// so it spends no time on the rest.
bool is_wanted(hb_tag_t table) {
  // The first five only for a variable font, whose axes are pinned.
  switch (table) {
    case HB_TAG('f', 'v', 'a', 'r'):
    case HB_TAG('a', 'v', 'a', 'r'):
    case HB_TAG('g', 'v', 'a', 'r'):
    case HB_TAG('H', 'V', 'A', 'R'):
    case HB_TAG('M', 'V', 'A', 'R'):
    case HB_TAG('h', 'e', 'a', 'd'):
    case HB_TAG('h', 'h', 'e', 'a'):
    case HB_TAG('h', 'm', 't', 'x'):
    case HB_TAG('m', 'a', 'x', 'p'):
    case HB_TAG('l', 'o', 'c', 'a'):
    case HB_TAG('g', 'l', 'y', 'f'):
    case kCff:
      return true;
    default:
      return false;
  }
}

FacePtr outlines_only(hb_face_t* whole) {
  FacePtr face(hb_face_create_for_tables(
      [](hb_face_t*, hb_tag_t tag, void* data) -> hb_blob_t* {
        if (!is_wanted(tag)) return nullptr;
        return hb_face_reference_table(static_cast<hb_face_t*>(data), tag);
      },
      hb_face_reference(whole),
      [](void* data) { hb_face_destroy(static_cast<hb_face_t*>(data)); }));
  hb_face_set_glyph_count(face.get(), hb_face_get_glyph_count(whole));
  hb_face_set_upem(face.get(), hb_face_get_upem(whole));
  return face;
}

InputPtr make_input(std::span<const GlyphId> glyphs, std::uint32_t glyph_count) {
  InputPtr input(hb_subset_input_create_or_fail());
  if (!input) return input;
  hb_subset_input_set_flags(input.get(),
                            HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
  hb_set_t* wanted = hb_subset_input_glyph_set(input.get());
  hb_set_add(wanted, 0);
  for (const GlyphId glyph : glyphs) {
    if (glyph < glyph_count) hb_set_add(wanted, glyph);
  }
  return input;
}

}  // namespace

bool pin_axes(const Face& face, hb_face_t* source, hb_subset_input_t* input) {
  return std::ranges::all_of(face.axes(), [&](const AxisValue& axis) {
    const hb_tag_t tag = hb_tag_from_string(axis.tag.data(), static_cast<int>(axis.tag.size()));
    return hb_subset_input_pin_axis_location(input, source, tag, static_cast<float>(axis.value)) !=
           0;
  });
}

std::optional<Subset> subset(const Face& face, std::span<const GlyphId> glyphs) {
  const FacePtr source = outlines_only(face.hb_face());
  const InputPtr input = make_input(glyphs, face.glyph_count());
  if (!input || !pin_axes(face, source.get(), input.get())) return std::nullopt;
  const PlanPtr plan(hb_subset_plan_create_or_fail(source.get(), input.get()));
  if (!plan) return std::nullopt;
  const FacePtr small(hb_subset_plan_execute_or_fail(plan.get()));
  if (!small) return std::nullopt;

  Subset result;
  result.outlines = face.outlines();
  const BlobPtr bytes(result.outlines == Outlines::Cff ? hb_face_reference_table(small.get(), kCff)
                                                       : hb_face_reference_blob(small.get()));
  result.bytes = blob_bytes(bytes.get());
  if (result.bytes.empty()) return std::nullopt;
  const hb_map_t* mapping = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
  for (const GlyphId glyph : glyphs) {
    if (hb_map_has(mapping, glyph)) result.new_glyph[glyph] = hb_map_get(mapping, glyph);
  }
  result.new_glyph[0] = 0;
  return result;
}

}  // namespace handbill::font
