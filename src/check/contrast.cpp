// SPDX-License-Identifier: MIT
#include "check/contrast.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/number.h"
#include "check/picture_contrast.h"
#include "check/quoted.h"
#include "display/item_kinds.h"

namespace handbill::check {
namespace {

/// What one frame shows in one colour, of large or of small type.
struct Group {
  display::FrameId frame;
  color::Color color;
  double least = 0;
  bool operator==(const Group&) const = default;
};

struct Faint {
  Group group;
  double contrast = kBlackOnWhite;
  const display::Item* item = nullptr;
  const display::GlyphRun* run = nullptr;  ///< that it shows
};

class ContrastCheck {
 public:
  explicit ContrastCheck(const PageView& view) : view_(view), pictures_(view) {}

  std::vector<Faint> find() {
    const auto& items = view_.page.items;
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (const auto* run = display::text_of(items[i])) look(i, *run);
    }
    return std::move(faint_);
  }

 private:
  void look(std::size_t index, const display::GlyphRun& run) {
    const double least = least_contrast(run.size, view_.fonts.face(run.font).weight());
    const double found = worst(has_underline(index, run) ? index - 1 : index, run);
    // What is shown as 4.5 is 4.5.
    if (found >= least - 0.005) return;
    const display::Item& item = view_.page.items[index];
    const Group group{item.frame, run.color, least};
    auto known = std::ranges::find(faint_, group, &Faint::group);
    if (known == faint_.end()) known = faint_.insert(known, Faint{group});
    if (known->item == nullptr || found < known->contrast) *known = {group, found, &item, &run};
  }

  /// The line below its words is painted right before them, and is no ground they stand on.
  bool has_underline(std::size_t index, const display::GlyphRun& run) const {
    if (index == 0) return false;
    const display::Item& before = view_.page.items[index - 1];
    const auto* line = display::shape_of(before);
    return line != nullptr && line->fill == run.color && before.frame == item(index).frame &&
           before.span == item(index).span;
  }
  const display::Item& item(std::size_t index) const { return view_.page.items[index]; }

  /// `index`: what is painted before that lies below.
  double worst(std::size_t index, const display::GlyphRun& run) {
    if (view_.ground.below(rough_box(run), index).empty()) return contrast(run, run.origin, index);
    const std::vector<GlyphInk> inks = glyph_inks(run, view_.fonts);
    if (inks.empty()) return kBlackOnWhite;
    Rect box = inks.front().box;
    for (const GlyphInk& each : inks) box = box.united(each.box);
    const std::vector<std::size_t> below = view_.ground.below(box, index);
    if (is_even(below, box)) return contrast(run, middle(box), index);
    const bool has_picture = std::ranges::any_of(
        below, [&](std::size_t each) { return view_.ground.object(each).picture.has_value(); });
    if (has_picture) return pictures_.worst(inks, below);
    double worst = kBlackOnWhite;
    for (const GlyphInk& each : inks) worst = std::min(worst, worst_place(each, below, index));
    return worst;
  }

  /// There is one ink all over the box.
  bool is_even(const std::vector<std::size_t>& things, const Rect& box) const {
    return std::ranges::none_of(things, [&](std::size_t each) {
      const plates::Object& object = view_.ground.object(each);
      return object.shading || object.picture || view_.ground.has_edge(each, box);
    });
  }

  static Point middle(const Rect& box) {
    return {box.left + box.width / 2, box.top + box.height / 2};
  }

  /// At the corners of a glyph and at places between, a millimetre or less apart.
  double worst_place(const GlyphInk& ink, const std::vector<std::size_t>& below,
                     std::size_t index) {
    const Rect core = ink.core();
    if (is_even(below, core)) return contrast(*ink.run, middle(core), index);
    double worst = kBlackOnWhite;
    const int across = places(core.width), down = places(core.height);
    for (int i = 0; i < across * down; ++i) {
      const int column = i % across, row = i / across;
      const Point at{core.left + core.width * column / (across - 1.0),
                     core.top + core.height * row / (down - 1.0)};
      worst = std::min(worst, contrast(*ink.run, at, index));
    }
    return worst;
  }

  static int places(Length side) {
    constexpr int kMost = 64;
    return std::clamp(static_cast<int>(std::ceil(side.mm())) + 1, 2, kMost);
  }

  double contrast(const display::GlyphRun& run, Point at, std::size_t index) {
    const color::Cmyk below = as_cmyk(view_.ground.ink_at(at, index).amounts, view_.drawings.inks);
    return contrast_of(light(below), light(printed_over(run, below)));
  }

  double light(const color::Cmyk& ink) {
    const auto [entry, fresh] = lights_.try_emplace(ink);
    if (fresh) entry->second = luminance(view_.screen.to_rgb(color::Color::process(ink)));
    return entry->second;
  }

  const PageView& view_;
  PictureContrast pictures_;
  std::map<color::Cmyk, double> lights_;
  std::vector<Faint> faint_;
};

/// Rounded down: what is too little never looks enough.
std::string ratio(double contrast) {
  return format_number(std::floor(contrast * 10 + 1e-9) / 10, 1) + " : 1";
}

}  // namespace

double contrast_ratio(const color::Rgb& one, const color::Rgb& other) {
  return contrast_of(luminance(one), luminance(other));
}

double least_contrast(Length size, int weight) {
  constexpr int kBold = 700;
  const Length large = Length::pt(weight >= kBold ? 14 : 18);
  return fits(large, size) ? 3 : 4.5;
}

void check_contrast(const PageView& view, const std::set<display::FrameId>& told,
                    diag::Diagnostics& diags) {
  for (const Faint& each : ContrastCheck(view).find()) {
    if (told.contains(each.group.frame)) continue;
    const display::GlyphRun& run = *each.run;
    const document::Frame& frame = view.frame(*each.item);
    diag::Diagnostic told{diag::DiagnosticId::LowContrast, diag::Severity::Warning,
                          quoted(run.text) + " has a contrast of " + ratio(each.contrast) +
                              " to what it stands on: type of " + format_number(run.size.pt(), 1) +
                              " pt has " + format_number(each.group.least, 1) + " : 1 or more",
                          frame.span};
    if (each.item->span.known()) told.labels.push_back({each.item->span, "this text"});
    told.hints.push_back("set it darker or lighter, or lay a ground between");
    told.area = diag::PageArea{view.number, *ink_box(run, view.fonts)};
    told.frame = frame.name;
    diags.add(std::move(told));
  }
}

}  // namespace handbill::check
