// SPDX-License-Identifier: MIT
// The white at the edges of glyphs, measured from their outlines as light from the side would
// measure it: how far it gets in at each height.
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "base/flatten.h"
#include "font/face_impl.h"

namespace handbill::font {
namespace {

constexpr int kRows = 24;
constexpr int kSegments = 6;  // of a curve
/// White further in than this, in em, does not count: the eye takes the next letter for it.
constexpr double kDeepest = 0.28;
/// What a mark that covers few rows (a point, a hyphen) shows of the depth, and what a letter that
/// covers all of them does: letters that stand out much would look as if they fell out.
constexpr double kOfMark = 1.0;
constexpr double kOfLetter = 0.4;
constexpr double kMostOfLetter = 0.05;
constexpr double kLetterCover = 0.6;  // rows with ink in them, of all

/// The first and the last ink of each row between the baseline and `top`.
class Profile {
 public:
  Profile(const Path& outline, double top) : top_(top) {
    left_.fill(std::numeric_limits<double>::infinity());
    right_.fill(-std::numeric_limits<double>::infinity());
    flatten(outline, kSegments, [&](Point from, Point to) { line(from, to); });
  }

  double left(int row) const { return left_[static_cast<std::size_t>(row)]; }
  double right(int row) const { return right_[static_cast<std::size_t>(row)]; }
  bool has_ink(int row) const { return left(row) <= right(row); }

 private:
  double height(int row) const { return top_ * (row + 0.5) / kRows; }

  void line(Point from, Point to) {
    // y points down.
    double low = -from.y.pt(), high = -to.y.pt();
    double x = from.x.pt(), end = to.x.pt();
    if (low > high) {
      std::swap(low, high);
      std::swap(x, end);
    }
    if (low == high) return;
    const int first = std::max(0, static_cast<int>(std::floor(low / top_ * kRows - 0.5)));
    for (int row = first; row < kRows && height(row) <= high; ++row) {
      if (height(row) < low) continue;
      const double hit = x + (end - x) * (height(row) - low) / (high - low);
      auto& left = left_[static_cast<std::size_t>(row)];
      auto& right = right_[static_cast<std::size_t>(row)];
      left = std::min(left, hit);
      right = std::max(right, hit);
    }
  }

  double top_;
  std::array<double, kRows> left_{};
  std::array<double, kRows> right_{};
};

/// Mean depth of the white at each edge, and the part of the rows that have ink.
struct Depth {
  double left = 0;
  double right = 0;
  double cover = 0;
};

Depth depth_of(const Path& outline, double advance, double top) {
  const Profile profile(outline, top);
  const double deepest = std::min(kDeepest, advance);
  Depth depth;
  for (int row = 0; row < kRows; ++row) {
    const bool ink = profile.has_ink(row);
    depth.left += ink ? std::clamp(profile.left(row), 0.0, deepest) : deepest;
    depth.right += ink ? std::clamp(advance - profile.right(row), 0.0, deepest) : deepest;
    depth.cover += ink ? 1 : 0;
  }
  depth.left /= kRows;
  depth.right /= kRows;
  depth.cover /= kRows;
  return depth;
}

double optical(double depth, double straight, double cover) {
  const double share = kOfMark + (kOfLetter - kOfMark) * cover;
  const double most = cover > kLetterCover ? kMostOfLetter : kDeepest;
  return std::clamp((depth - straight) * share, 0.0, most);
}

// Four numbers of 16 bits, in ten-thousandths of an em; the lowest bit says "measured".
constexpr double kUnit = 10'000;
std::uint64_t packed(double value) {
  const auto units = static_cast<std::int16_t>(std::lround(std::clamp(value, -1.6, 1.6) * kUnit));
  return static_cast<std::uint16_t>(units);
}
double unpacked(std::uint64_t bits, unsigned shift) {
  return static_cast<double>(static_cast<std::int16_t>(bits >> shift)) / kUnit;
}

std::uint64_t measured(const Face& face, GlyphId glyph) {
  constexpr std::uint64_t kMeasured = 1;
  const auto ink = face.ink_box(glyph);
  const double x_height = face.metrics().x_height;
  const double advance = face.advance(glyph);
  if (!ink || x_height <= 0 || advance <= 0) return kMeasured;
  // Capitals are looked at as high as they are; what hangs above the small letters (quotes) is not.
  const bool is_tall = -ink->top.pt() > 1.15 * x_height && -ink->bottom().pt() < 0.5 * x_height;
  const GlyphId straight_letter = face.glyph_for(is_tall ? U'H' : U'n');
  if (straight_letter == 0) return kMeasured;
  const double top = is_tall ? std::max(face.metrics().cap_height, x_height) : x_height;
  const Depth straight =
      depth_of(face.outline(straight_letter), face.advance(straight_letter), top);
  const Depth depth = depth_of(face.outline(glyph), advance, top);
  const double left = optical(depth.left, straight.left, depth.cover);
  const double right = optical(depth.right, straight.right, depth.cover);
  return (packed(ink->left.pt()) & ~kMeasured) | packed(advance - ink->right().pt()) << 16U |
         packed(left) << 32U | packed(right) << 48U | kMeasured;
}

}  // namespace

Whites Face::whites(GlyphId glyph) const {
  const std::uint32_t count = glyph_count();
  if (glyph >= count) return {};
  const std::uint64_t bits =
      impl_->whites->get(glyph, count, [&] { return measured(*this, glyph); });
  return {{unpacked(bits & ~std::uint64_t{1}, 0), unpacked(bits, 32)},
          {unpacked(bits, 16), unpacked(bits, 48)}};
}

}  // namespace handbill::font
