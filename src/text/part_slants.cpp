// SPDX-License-Identifier: MIT
#include "text/part_slants.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "base/flatten.h"
#include "text/line_widths.h"

namespace handbill::text {
namespace {

/// Letters nearer to each other than this, in em, are set so far apart.
constexpr double kClear = 0.06;
/// No pair is set further apart than this.
constexpr double kMost = 0.3;
constexpr int kRows = 48;
constexpr int kSegments = 6;  // of a curve
constexpr double kNone = std::numeric_limits<double>::infinity();

/// A glyph at the edge of its run: where it stands from that edge, in points.
struct EdgeGlyph {
  const font::Face* face = nullptr;
  font::GlyphId id = 0;
  Length size;
  Point at;  ///< of its origin

  Path outline() const {
    return face->outline(id).transformed(
        Matrix::scale(size.pt(), size.pt()).then(Matrix::translate(at)));
  }
  std::optional<Rect> ink() const {
    const auto box = face->ink_box(id);
    if (!box) return std::nullopt;
    return Rect{at.x + size * box->left.pt(), at.y + size * box->top.pt(), size * box->width.pt(),
                size * box->height.pt()};
  }
};

enum class Edge { Left, Right };

/// How far a glyph reaches over its edge at heights from `top` to `bottom`; none: not there.
class Reach {
 public:
  Reach(const EdgeGlyph& glyph, Edge edge, Length top, Length bottom)
      : edge_(edge), top_(top.pt()), step_((bottom - top).pt() / kRows) {
    reach_.fill(-kNone);
    flatten(glyph.outline(), kSegments, [&](Point from, Point to) { line(from, to); });
  }
  /// The farthest at a row and beside it.
  double at(int row) const {
    double most = -kNone;
    for (int i = std::max(0, row - 1); i <= std::min(kRows - 1, row + 1); ++i) {
      most = std::max(most, reach_[static_cast<std::size_t>(i)]);
    }
    return most;
  }

 private:
  void line(Point from, Point to) {
    if (to.y < from.y) std::swap(from, to);
    const double height = (to.y - from.y).pt();
    const auto row_of = [&](Length y) {
      return static_cast<int>(std::floor((y.pt() - top_) / step_));
    };
    const int last = std::min(kRows - 1, row_of(to.y));
    for (int row = std::max(0, row_of(from.y)); row <= last; ++row) {
      const double y = std::clamp(top_ + (row + 0.5) * step_, from.y.pt(), to.y.pt());
      const double share = height > 0 ? (y - from.y.pt()) / height : 0;
      const double x = from.x.pt() + (to.x - from.x).pt() * share;
      double& most = reach_[static_cast<std::size_t>(row)];
      most = std::max(most, edge_ == Edge::Right ? x : -x);
    }
  }

  Edge edge_;
  double top_;
  double step_;
  std::array<double, kRows> reach_{};
};

/// The least white between two glyphs that stand edge to edge, in points.
double least_white(const EdgeGlyph& left, const EdgeGlyph& right, double clear) {
  const auto a = left.ink();
  const auto b = right.ink();
  if (!a || !b) return kNone;
  const Length top = std::max(a->top, b->top);
  const Length bottom = std::min(a->bottom(), b->bottom());
  if (bottom <= top || b->left.pt() - a->right().pt() >= clear) return kNone;
  const Reach from_left(left, Edge::Right, top, bottom);
  const Reach from_right(right, Edge::Left, top, bottom);
  double least = kNone;
  for (int row = 0; row < kRows; ++row) {
    least = std::min(least, -from_left.at(row) - from_right.at(row));
  }
  return least;
}

bool is_slanted(const font::Face& face) {
  return face.slant() == font::Slant::Italic || face.metrics().italic_angle != 0;
}

class SlantParter {
 public:
  SlantParter(const Paragraph& paragraph, const font::FontBook& fonts)
      : paragraph_(paragraph), fonts_(fonts) {}

  void part(ShapedRun& left, const ShapedRun& right) const {
    if (!may_touch(left) || !may_touch(right)) return;
    const font::Face& before = fonts_.face(left.font);
    const font::Face& after = fonts_.face(right.font);
    if (is_slanted(before) == is_slanted(after)) return;
    ShapedGlyph& last = left.glyphs.back();
    const ShapedGlyph& first = right.glyphs.front();
    const Length size = size_of(left);
    const double clear = std::min(size, size_of(right)).pt() * kClear;
    const double white =
        least_white({&before, last.id, size, place(left, last, last.x_offset - last.advance)},
                    {&after, first.id, size_of(right), place(right, first, first.x_offset)}, clear);
    if (white >= clear) return;
    const Length more = std::min(Length::pt(clear - white), size * kMost);
    last.advance += more;
    last.trim_end += more;
  }

 private:
  static bool may_touch(const ShapedRun& run) {
    return !run.is_field && !run.glyphs.empty() && (run.bidi_level & 1U) == 0;
  }
  Length size_of(const ShapedRun& run) const { return style_of(paragraph_, run).size * run.scale; }
  Point place(const ShapedRun& run, const ShapedGlyph& glyph, Length x) const {
    return {x, glyph.y_offset - style_of(paragraph_, run).baseline_shift};
  }

  const Paragraph& paragraph_;
  const font::FontBook& fonts_;
};

}  // namespace

void part_slants(ShapedParagraph& shaped, const Paragraph& paragraph, const font::FontBook& fonts) {
  const SlantParter parter(paragraph, fonts);
  for (std::size_t i = 1; i < shaped.runs.size(); ++i) {
    parter.part(shaped.runs[i - 1], shaped.runs[i]);
  }
}

}  // namespace handbill::text
