// SPDX-License-Identifier: MIT
#include "pdf/clusters.h"

#include "base/check.h"
#include "base/utf8.h"

namespace handbill::pdf {
namespace {

constexpr std::string_view kSoftHyphen = "\u00AD";

bool share_range(const display::Glyph& a, const display::Glyph& b) {
  return a.text_begin == b.text_begin && a.text_end == b.text_end;
}

/// Glyphs are in visual order, text in logical order.
std::size_t code_point_of(std::size_t glyph, const Cluster& cluster, const display::GlyphRun& run) {
  return run.right_to_left ? cluster.glyphs.size() - 1 - glyph : glyph;
}

}  // namespace

Cluster next_cluster(const display::GlyphRun& run, std::size_t done) {
  const auto& glyphs = run.glyphs;
  const std::size_t near = run.right_to_left ? glyphs.size() - 1 - done : done;
  std::size_t begin = near, end = near + 1;
  if (run.right_to_left) {
    while (begin > 0 && share_range(glyphs[near], glyphs[begin - 1])) --begin;
  } else {
    while (end < glyphs.size() && share_range(glyphs[near], glyphs[end])) ++end;
  }
  const display::Glyph& glyph = glyphs[near];
  HANDBILL_CHECK(glyph.text_begin <= glyph.text_end && glyph.text_end <= run.text.size(),
                 "a glyph stands for bytes of its run");
  Cluster cluster{std::span(glyphs).subspan(begin, end - begin), kSoftHyphen};
  if (glyph.text_begin < glyph.text_end) {
    cluster.text =
        std::string_view(run.text).substr(glyph.text_begin, glyph.text_end - glyph.text_begin);
  }
  return cluster;
}

bool is_one_for_one(const Cluster& cluster, const display::GlyphRun& run, const font::Face& face) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < cluster.glyphs.size(); ++i) {
    if (at >= cluster.text.size()) return false;
    const std::size_t glyph = code_point_of(i, cluster, run);
    const bool is_nominal =
        face.glyph_for(next_code_point(cluster.text, at)) == cluster.glyphs[glyph].id;
    // The first may have any form, as letters that join do, when all its marks are themselves.
    if (!is_nominal && i > 0) return false;
  }
  return at == cluster.text.size();
}

std::string_view text_of_glyph(const Cluster& cluster, const display::GlyphRun& run,
                               std::size_t index) {
  const std::size_t code_point = code_point_of(index, cluster, run);
  const std::size_t begin = offset_of_code_point(cluster.text, code_point);
  const std::size_t end = offset_of_code_point(cluster.text, code_point + 1);
  return cluster.text.substr(begin, end - begin);
}

std::string_view share_of_glyph(const Cluster& cluster, const display::GlyphRun& run,
                                std::size_t index) {
  std::size_t begin = 0, at = 0;
  for (std::size_t left = code_point_of(index, cluster, run); at < cluster.text.size(); --left) {
    begin = at;
    next_code_point(cluster.text, at);
    if (left == 0) break;
  }
  return cluster.text.substr(begin, at - begin);
}

}  // namespace handbill::pdf
