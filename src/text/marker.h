// SPDX-License-Identifier: MIT
// A list marker is shaped and set as a paragraph of its own.
#pragma once

#include "text/style.h"

namespace handbill::text {

/// `paragraph` must have a marker.
inline Paragraph marker_paragraph(const Paragraph& paragraph) {
  Paragraph marker;
  marker.style.edit().name = paragraph.style->name;
  marker.style.edit().text = paragraph.marker->run.style;
  marker.style.edit().optical_margins = 0;
  if (paragraph.marker->sign == Marker::Sign::Text) {
    marker.inlines.push_back(paragraph.marker->run);
  }
  return marker;
}

}  // namespace handbill::text
