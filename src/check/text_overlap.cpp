// SPDX-License-Identifier: MIT
#include "check/text_overlap.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/user_unit.h"
#include "check/quoted.h"
#include "display/block_of.h"
#include "display/item_kinds.h"

namespace handbill::check {
namespace {

/// Kerning and slanted letters reach into their neighbours by less.
constexpr Length kClose = Length::pt(1);
/// Of one page: who laid everything on one place need not read it all.
constexpr std::size_t kMostTold = 50;

/// Fonts of scripts with marks above and below leave much more room than a line of letters takes.
constexpr double kDeepDescent = 0.35;  // em

/// How far below its baseline a run reaches.
Length depth_of(const display::GlyphRun& run, const font::Face& face, const Rect& ink) {
  const double descent = -face.metrics().descender;
  return descent <= kDeepDescent ? run.size * descent : ink.bottom() - run.origin.y;
}

/// A run from its capitals' tops to the feet of its g and p, spaces at its ends left out.
struct Band {
  Rect box;
  Rect reach{};  ///< and as far as ink goes: accents, deep marks
  const display::Item* item = nullptr;
  std::optional<display::StructId> paragraph{};
  const display::GlyphRun* run = nullptr;
};

std::optional<Band> band_of(const display::Item& item, const PageView& view) {
  const auto* run = display::text_of(item);
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
  const auto ink = ink_box(*run, view.fonts);
  if (!left || !ink) return std::nullopt;
  const font::Face& face = view.fonts.face(run->font);
  const Rect box =
      Rect::from_edges(run->origin.x + *left, run->origin.y - run->size * face.metrics().cap_height,
                       run->origin.x + *right, run->origin.y + depth_of(*run, face, *ink));
  return Band{box, box.united(*ink), &item, display::block_of(view.pages, item), run};
}

/// Which of two paragraphs came too close.
class OverlapCheck {
 public:
  OverlapCheck(const PageView& view, GlyphOutlines& outlines, std::set<display::FrameId> told,
               diag::Diagnostics& diags)
      : view_(view), outlines_(outlines), told_(std::move(told)), diags_(diags) {}

  void run() {
    for (const display::Item& item : view_.page.items) {
      if (auto band = band_of(item, view_)) bands_.push_back(*band);
    }
    std::ranges::stable_sort(bands_, {}, [](const Band& band) { return band.reach.top; });
    for (std::size_t i = 0; i < bands_.size(); ++i) {
      for (std::size_t k = i + 1; k < bands_.size(); ++k) {
        if (bands_[k].reach.top >= bands_[i].reach.bottom() || count_ == kMostTold) break;
        look(bands_[i], bands_[k]);
      }
    }
  }

 private:
  void look(const Band& one, const Band& other) {
    if (one.paragraph == other.paragraph) return;
    if (!one.reach.intersects(other.reach) || is_told(one) || is_told(other)) return;
    const display::FrameId a = one.item->frame, b = other.item->frame;
    if (a != b && view_.may_overlap(a, b)) return;
    Rect both = common(one.box, other.box);
    const bool covers = both.width > kClose && both.height > kClose;
    if (!covers) {
      if (a == b || !ink_meets(one, other)) return;
      both = common(one.reach, other.reach);
    }
    // The later one in reading order is the one that came too close, and what is not read at all.
    const bool is_first = one.paragraph && (!other.paragraph || *one.paragraph < *other.paragraph);
    if (is_first) {
      tell(one, other, both);
    } else {
      tell(other, one, both);
    }
    // Of frames one message says all.
    if (a != b) told_.insert({a, b});
  }

  bool is_told(const Band& band) const {
    return told_.contains(band.item->frame) || told_paragraphs_.contains(band.paragraph);
  }

  bool ink_meets(const Band& one, const Band& other) {
    const auto near = [](const Band& band, const Rect& to) { return meet(band.reach, to); };
    for (const GlyphInk& a : glyph_inks(*one.run, view_.fonts)) {
      if (!near(other, a.box)) continue;
      for (const GlyphInk& b : glyph_inks(*other.run, view_.fonts)) {
        if (outlines_.meet(a, b)) return true;
      }
    }
    return false;
  }

  void tell(const Band& first, const Band& second, const Rect& both) {
    ++count_;
    told_paragraphs_.insert(second.paragraph);
    diag::Diagnostic told{.id = diag::DiagnosticId::TextOverlap,
                          .message = quoted(second.run->text) + " is printed over " +
                                     quoted(first.run->text) + ", " +
                                     in_words(both.width, user_unit(view_.page.trim)) + " wide",
                          .span = second.item->span};
    told.labels.push_back({first.item->span, "the text below it"});
    told.hints.push_back(
        "move one of the frames, or let it begin at the edge of the other: "
        "`top = \"name.bottom + 12 pt\"`");
    told.area = diag::PageArea{view_.number, both};
    told.frame = view_.frame(*second.item).name;
    diags_.add(std::move(told));
  }

  const PageView& view_;
  GlyphOutlines& outlines_;
  std::set<display::FrameId> told_;
  std::set<std::optional<display::StructId>> told_paragraphs_;
  diag::Diagnostics& diags_;
  std::vector<Band> bands_;
  std::size_t count_ = 0;
};

}  // namespace

void check_text_overlap(const PageView& view, GlyphOutlines& outlines,
                        std::set<display::FrameId> told, diag::Diagnostics& diags) {
  OverlapCheck(view, outlines, std::move(told), diags).run();
}

}  // namespace handbill::check
