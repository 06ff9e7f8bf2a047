// SPDX-License-Identifier: MIT
#include "document/resolve_stroke.h"

namespace handbill::document {
namespace {

using enum diag::DiagnosticId;

// What a key takes, parse has checked: one of these words.
display::Cap cap_of(std::string_view word) {
  if (word == "round") return display::Cap::Round;
  return word == "square" ? display::Cap::Square : display::Cap::Butt;
}

}  // namespace

display::Stroke resolve_stroke(const spec::StrokeSpec& written, const Context& context) {
  display::Stroke stroke{color::Color::black()};
  if (written.color) stroke.color = context.color(*written.color);
  if (written.width) stroke.width = written.width->value;
  if (!(stroke.width > Length{})) {
    context.error(BadValue, written.width->span, "a stroke must be wider than 0");
    stroke.width = kHairline;
  }
  Length dash_sum{};
  for (const spec::Spanned<Length>& dash : written.dash) {
    stroke.dash.push_back(dash.value);
    dash_sum += dash.value;
  }
  if (!written.dash.empty() && !(dash_sum > Length{})) {
    context.error(BadValue, written.dash.front().span, "the dashes of a stroke are all 0");
    stroke.dash.clear();
  }
  if (written.cap) stroke.cap = cap_of(written.cap->value);
  return stroke;
}

}  // namespace handbill::document
