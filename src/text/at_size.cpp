// SPDX-License-Identifier: MIT
#include "text/at_size.h"

#include "base/overload.h"
#include "display/page_list.h"
#include "text/cap_height.h"
#include "text/line_widths.h"
#include "text/part_slants.h"
#include "text/shape_run.h"
#include "text/space_ideographs.h"

namespace handbill::text {
namespace {

/// Of what has no glyphs. An icon is as tall as the capitals beside it.
Length width_of(const Inline& source, const font::FontBook& fonts) {
  return std::visit(
      Overload{[](const Run&) { return Length(); }, [](const Field& field) { return field.width; },
               [&](const Icon& icon) {
                 const CharacterStyle& style = icon.style;
                 const Size& size = icon.art->size;
                 return cap_height(style, fonts) * (size.width / size.height);
               }},
      source);
}

ShapedRun at_size(const UnitRun& run, const Paragraph& paragraph, const font::FontBook& fonts) {
  ShapedRun result{.begin = run.begin,
                   .end = run.end,
                   .inline_index = run.inline_index,
                   .font = run.font,
                   .bidi_level = run.bidi_level,
                   .script = run.script,
                   .glyphs = {},
                   .is_field = run.is_field};
  const Inline& source = paragraph.inlines[run.inline_index];
  if (run.is_field) {
    result.field_width = width_of(source, fonts);
    return result;
  }
  const CharacterStyle& style = std::get<Run>(source).style;
  const font::Face& face = fonts.face(run.font);
  if (run.font != style.fonts.front()) result.scale = face.size_adjust();
  append_scaled(run.glyphs, {style, face, run.script, result.scale}, result.glyphs);
  if (run.has_soft_hyphen) {
    result.hyphen_advance =
        style.size * result.scale * face.advance(face.glyph_for(visible_hyphen(face)));
  }
  return result;
}

}  // namespace

ShapedParagraph at_size(const ShapedText& shaped, const Paragraph& paragraph,
                        const font::FontBook& fonts) {
  ShapedParagraph result;
  result.text = shaped.text;
  result.breaks = shaped.breaks;
  result.right_to_left = shaped.right_to_left;
  result.runs.reserve(shaped.runs.size());
  for (const UnitRun& run : shaped.runs) result.runs.push_back(at_size(run, paragraph, fonts));
  space_ideographs(result, paragraph, fonts);
  part_slants(result, paragraph, fonts);
  return result;
}

}  // namespace handbill::text
