// SPDX-License-Identifier: MIT
#include "check/text_overlap.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/user_unit.h"
#include "check/quoted.h"

namespace handbill::check {
namespace {

/// Kerning and slanted letters reach into their neighbours by less.
constexpr Length kTouch = Length::pt(1);
/// Of one page: who laid everything on one place need not read it all.
constexpr std::size_t kMostTold = 50;

/// Fonts of scripts with marks above and below leave much more room than a line of letters takes.
constexpr double kDeepDescent = 0.35;  // em

/// How far below its baseline a run reaches.
Length depth_of(const display::GlyphRun& run, const font::Face& face) {
  const double descent = -face.metrics().descender;
  if (descent <= kDeepDescent) return run.size * descent;
  Length depth;
  for (const display::Glyph& glyph : run.glyphs) {
    const auto ink = face.ink_box(glyph.id);
    if (ink) depth = std::max(depth, glyph.y + run.size * ink->bottom().pt());
  }
  return depth;
}

/// A run from its capitals' tops to the feet of its g and p, spaces at its ends left out.
struct Band {
  Rect box;
  const display::Item* item = nullptr;
  const std::string* text = nullptr;
};

std::optional<Band> band_of(const display::Item& item, const font::FontBook& fonts) {
  const auto* run = std::get_if<display::GlyphRun>(&item.content);
  if (run == nullptr) return std::nullopt;
  const auto is_space = [run](const display::Glyph& glyph) {
    return glyph.text_end > glyph.text_begin && run->text[glyph.text_begin] == ' ';
  };
  std::optional<Length> left, right;
  for (const display::Glyph& glyph : run->glyphs) {
    if (is_space(glyph)) continue;
    left = std::min(left.value_or(glyph.x), glyph.x);
    right = std::max(right.value_or(glyph.x), glyph.x + glyph.advance);
  }
  if (!left) return std::nullopt;
  const font::Face& face = fonts.face(run->font);
  return Band{
      Rect::from_edges(run->origin.x + *left, run->origin.y - run->size * face.metrics().cap_height,
                       run->origin.x + *right, run->origin.y + depth_of(*run, face)),
      &item, &run->text};
}

Rect common(const Rect& a, const Rect& b) {
  return Rect::from_edges(std::max(a.left, b.left), std::max(a.top, b.top),
                          std::min(a.right(), b.right()), std::min(a.bottom(), b.bottom()));
}

}  // namespace

void check_text_overlap(const display::Page& page, const font::FontBook& fonts,
                        diag::Diagnostics& diags) {
  std::vector<Band> bands;
  for (const display::Item& item : page.items) {
    if (auto band = band_of(item, fonts)) bands.push_back(*band);
  }
  std::ranges::stable_sort(bands, {}, [](const Band& band) { return band.box.top; });
  std::set<display::StructId> told;
  for (std::size_t i = 0; i < bands.size(); ++i) {
    for (std::size_t k = i + 1; k < bands.size() && told.size() < kMostTold; ++k) {
      const Band &one = bands[i], &other = bands[k];
      if (other.box.top >= one.box.bottom()) break;
      const Rect both = common(one.box, other.box);
      if (both.width <= kTouch || both.height <= kTouch) continue;
      if (one.item->structure == other.item->structure) continue;
      // The later one in reading order is the one that came too close.
      const bool in_order = one.item->structure < other.item->structure;
      const Band &first = in_order ? one : other, &second = in_order ? other : one;
      if (!told.insert(second.item->structure).second) continue;
      diags.add({diag::DiagnosticId::TextOverlap,
                 diag::Severity::Error,
                 quoted(*second.text) + " is printed over " + quoted(*first.text) + ", " +
                     in_words(both.width, user_unit(page.trim)) + " wide",
                 second.item->span,
                 {{first.item->span, "the text below it"}},
                 {"move one of the frames, or let it begin at the edge of the other: "
                  "`top = \"name.bottom + 12 pt\"`"}});
    }
  }
}

}  // namespace handbill::check
