// SPDX-License-Identifier: MIT
#include "svg/guide_overlay.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "base/check.h"
#include "base/utf8.h"
#include "display/item_kinds.h"

namespace handbill::svg {
namespace {

using display::Guide;
using display::GuideKind;
using display::Page;

/// Labels can be read on a picture of the whole sheet: so many fit below each other.
constexpr double kLabelsDown = 80;
constexpr Length kLeastLabel = Length::pt(6);
// In sizes of the labels.
constexpr double kLegendRow = 1.7;
constexpr double kLegendSample = 3;
constexpr std::size_t kLongestLabel = 40;

/// Drawn in this order: the finest first, what the trim shows last.
constexpr std::array kKinds = {GuideKind::Baseline, GuideKind::Column, GuideKind::Frame,
                               GuideKind::Margin,   GuideKind::Panel,  GuideKind::Safe,
                               GuideKind::Bleed,    GuideKind::Fold,   GuideKind::Trim};

std::vector<Length> dashes(std::initializer_list<double> points) {
  std::vector<Length> result;
  for (const double each : points) result.push_back(Length::pt(each));
  return result;
}

/// What labels are set in: the first font of the page, so that no other document has a say in it.
struct Lettering {
  const font::FontBook& fonts;
  Length size;
  font::FontId font{0};
};

Lettering lettering_of(const Page& page, const font::FontBook& fonts) {
  const Length shorter = std::min(page.trim.width, page.trim.height);
  Lettering result{fonts, std::max(shorter / kLabelsDown, kLeastLabel)};
  for (const display::Item& item : page.items) {
    const display::GlyphRun* run = display::text_of(item);
    if (run == nullptr) continue;
    result.font = run->font;
    break;
  }
  return result;
}

/// A line of text, its baseline starting at `origin`; characters the font lacks are left out.
GuideLabel set_label(std::string_view text, Point origin, ScreenColor color, const Lettering& in) {
  const Length size = in.size;
  const font::Face& face = in.fonts.face(in.font);
  GuideLabel label;
  label.color = color;
  label.run.font = in.font;
  label.run.size = size;
  label.run.origin = origin;
  Length x{};
  for (std::size_t at = 0, count = 0; at < text.size() && count < kLongestLabel; ++count) {
    const auto begin = static_cast<std::uint32_t>(at);
    const char32_t code_point = next_code_point(text, at);
    label.run.text.append(text, begin, at - begin);
    const font::GlyphId glyph = face.glyph_for(code_point);
    if (glyph == 0) continue;
    const Length advance = face.advance(glyph) * size;
    label.run.glyphs.push_back({glyph, x, {}, advance, begin, static_cast<std::uint32_t>(at)});
    x += advance;
  }
  const Length pad = size * 0.15;
  label.ground = Rect::from_edges(origin.x - pad, origin.y - size * 0.85, origin.x + x + pad,
                                  origin.y + size * 0.3);
  return label;
}

GuideLabel moved_down(GuideLabel label, Length by) {
  label.run.origin.y += by;
  label.ground.top += by;
  return label;
}

/// On the upper edge of what it names, where it hides least; lower when another label is there.
void add_label(GuideOverlay& overlay, const Guide& guide, const Lettering& in) {
  const auto bounds = guide.path.bounds();
  if (guide.label.empty() || !bounds) return;
  const Point origin = {bounds->left + Length::pt(2), bounds->top + in.size * 0.3};
  GuideLabel label = set_label(guide.label, origin, guide_style(guide.kind).color, in);
  constexpr int kTries = 12;
  for (int i = 0; i < kTries; ++i) {
    const bool free = std::ranges::none_of(overlay.labels, [&](const GuideLabel& other) {
      return other.ground.intersects(label.ground);
    });
    if (free) break;
    label = moved_down(std::move(label), in.size * 1.2);
  }
  overlay.labels.push_back(std::move(label));
}

/// Rows of samples and names below the media box, as wide as the box.
void add_legend(GuideOverlay& overlay, const std::vector<GuideKind>& kinds, const Lettering& in) {
  const Rect media = overlay.canvas;
  const Length gap = in.size * 0.7, row = in.size * kLegendRow, sample = in.size * kLegendSample;
  Point at = {media.left + gap, media.bottom() + row};
  for (const GuideKind kind : kinds) {
    const GuideStyle style = guide_style(kind);
    const auto text_at = [&] { return Point{at.x + sample + gap, at.y}; };
    GuideLabel name = set_label(style.name, text_at(), style.color, in);
    if (name.ground.right() > media.right() && at.x > media.left + gap) {
      at = {media.left + gap, at.y + row};
      name = set_label(style.name, text_at(), style.color, in);
    }
    const Length middle = at.y - in.size * 0.3;
    overlay.lines.push_back({Path::segment({at.x, middle}, {at.x + sample, middle}), kind});
    at.x = name.ground.right() + gap * 2;
    overlay.labels.push_back(std::move(name));
  }
  // In whole points, so that renderers agree on the pixels.
  overlay.canvas.height = Length::pt(std::ceil((at.y + row * 0.5 - media.top).pt()));
}

}  // namespace

// Distinct to most colour-blind eyes too: after Okabe and Ito, "Color universal design" (2008).
GuideStyle guide_style(GuideKind kind) {
  switch (kind) {
    case GuideKind::Trim:
      return {"trim", {0xd4, 0x00, 0x2a}, Length::pt(0.5), {}};
    case GuideKind::Bleed:
      return {"bleed", {0x00, 0x72, 0xb2}, Length::pt(0.5), dashes({6, 2})};
    case GuideKind::Safe:
      return {"safe area", {0x00, 0x9e, 0x73}, Length::pt(0.5), dashes({3, 2})};
    case GuideKind::Margin:
      return {"margin", {0xa6, 0x76, 0x00}, Length::pt(0.35), dashes({4, 1.5})};
    case GuideKind::Panel:
      return {"panel", {0xcc, 0x79, 0xa7}, Length::pt(0.5), dashes({8, 2, 1, 2})};
    case GuideKind::Fold:
      return {"fold", {0xd5, 0x5e, 0x00}, Length::pt(0.75), dashes({10, 4})};
    case GuideKind::Frame:
      return {"frame", {0x3a, 0x86, 0xd0}, Length::pt(0.35), dashes({1.5, 1.5})};
    case GuideKind::Column:
      return {"column", {0x8f, 0x5f, 0xbf}, Length::pt(0.35), dashes({1, 2})};
    case GuideKind::Baseline:
      return {"baseline", {0x8a, 0x95, 0x9d}, Length::pt(0.2), dashes({0.75, 0.75})};
  }
  HANDBILL_CHECK(false, "every kind has a style");
  return {};
}

GuideOverlay guide_overlay(const Page& page, const font::FontBook& fonts) {
  GuideOverlay overlay;
  overlay.canvas = page.media;
  const bool labelled = fonts.size() > 0;
  const Lettering lettering = lettering_of(page, fonts);
  std::vector<GuideKind> used;
  for (const GuideKind kind : kKinds) {
    for (const Guide& guide : page.guides) {
      if (guide.kind != kind) continue;
      if (used.empty() || used.back() != kind) used.push_back(kind);
      overlay.lines.push_back({guide.path, kind});
      if (labelled) add_label(overlay, guide, lettering);
    }
  }
  if (labelled && !used.empty()) add_legend(overlay, {used.rbegin(), used.rend()}, lettering);
  return overlay;
}

}  // namespace handbill::svg
