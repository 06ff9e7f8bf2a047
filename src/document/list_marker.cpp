// SPDX-License-Identifier: MIT
#include "document/list_marker.h"

#include "document/inherit.h"

namespace handbill::document {
namespace {

using Hang = text::Marker::Hang;

constexpr double kIndentEm = 1.5;
constexpr double kGapEm = 0.4;

std::string marker_text(const ListMarker& marker, const spec::StyleSpec& style) {
  const bool is_bullet = marker.kind == ListMarker::Kind::Bullet;
  std::string text = style.marker ? style.marker->value : is_bullet ? "•" : "{n}.";
  constexpr std::string_view kNumber = "{n}";
  if (const std::size_t at = text.find(kNumber); at != std::string::npos) {
    text.replace(at, kNumber.size(), std::to_string(marker.number));
  }
  return text;
}

Hang hang(const ListMarker& marker, const spec::StyleSpec& style) {
  if (style.marker_hang) {
    return style.marker_hang->value == "end" ? Hang::FlushEnd : Hang::FlushStart;
  }
  return marker.kind == ListMarker::Kind::Bullet ? Hang::FlushStart : Hang::FlushEnd;
}

}  // namespace

text::Marker set_marker(const ListMarker& marker, const MergedStyle& style, Styles& styles) {
  text::CharacterStyle look = style.final_style.text;
  if (style.spec.marker_style) {
    spec::CharacterSpec spec = style.spec.text;
    lay_over(spec, styles.character(*style.spec.marker_style));
    look = styles.final_style(spec);
  }
  const Length gap =
      style.spec.marker_gap ? style.spec.marker_gap->value : style.final_style.text.size * kGapEm;
  return {text::Run{marker_text(marker, style.spec), look, marker.span}, gap,
          hang(marker, style.spec), marker.start};
}

Length list_indent(const MergedStyle& style, int level) {
  if (style.spec.indent_start) return style.spec.indent_start->value;
  return style.final_style.text.size * (kIndentEm * level);
}

}  // namespace handbill::document
