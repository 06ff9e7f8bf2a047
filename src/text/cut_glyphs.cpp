// SPDX-License-Identifier: MIT
#include "text/cut_glyphs.h"

#include <algorithm>
#include <span>

namespace handbill::text {
namespace {

bool is_reversed(const ShapedRun& run) { return (run.bidi_level & 1U) != 0; }

void append_shaped(const RunSource& source, std::uint32_t begin, std::uint32_t end,
                   RunShaper::Ending ending, RunShaper& shaper, std::vector<ShapedGlyph>& out) {
  std::vector<UnitGlyph> units;
  // Text after the cut is on another line: no context for letters before it.
  shaper.shape({.text = source.text.substr(0, end),
                .begin = begin,
                .end = end,
                .style = source.style,
                .face = source.face,
                .script = source.run.script,
                .right_to_left = is_reversed(source.run),
                .ending = ending},
               units);
  append_scaled(units, {source.style, source.face, source.run.script, source.run.scale}, out);
}

}  // namespace

std::span<const ShapedGlyph> glyphs_between(const ShapedRun& run, std::uint32_t begin,
                                            std::uint32_t end) {
  const auto& glyphs = run.glyphs;
  const auto count_before = [&](std::uint32_t offset) {
    if (is_reversed(run)) {
      const auto split = std::ranges::partition_point(
          glyphs, [&](const ShapedGlyph& glyph) { return glyph.cluster >= offset; });
      return static_cast<std::size_t>(split - glyphs.begin());
    }
    const auto split = std::ranges::partition_point(
        glyphs, [&](const ShapedGlyph& glyph) { return glyph.cluster < offset; });
    return static_cast<std::size_t>(split - glyphs.begin());
  };
  std::size_t first = count_before(begin);
  std::size_t last = count_before(end);
  if (is_reversed(run)) std::swap(first, last);
  return std::span(glyphs).subspan(first, last < first ? 0 : last - first);
}

bool is_safe_cut(const ShapedRun& run, std::uint32_t offset) {
  if (offset <= run.begin || offset >= run.end) return true;
  const auto at = glyphs_between(run, offset, offset + 1);
  return !at.empty() && std::ranges::none_of(at, &ShapedGlyph::unsafe_to_break);
}

std::uint32_t safe_before(const ShapedRun& run, std::uint32_t offset, std::uint32_t least) {
  const auto glyphs = glyphs_between(run, least, offset);
  const auto is_good = [&](const ShapedGlyph& glyph) {
    return !glyph.unsafe_to_break && glyph.cluster > least;
  };
  std::uint32_t found = least;
  if (is_reversed(run)) {
    const auto at = std::ranges::find_if(glyphs, is_good);
    if (at != glyphs.end()) found = at->cluster;
  } else {
    const auto at = std::find_if(glyphs.rbegin(), glyphs.rend(), is_good);
    if (at != glyphs.rend()) found = at->cluster;
  }
  return found;
}

std::uint32_t safe_after(const ShapedRun& run, std::uint32_t offset, std::uint32_t most) {
  const auto glyphs = glyphs_between(run, offset + 1, most);
  const auto is_good = [](const ShapedGlyph& glyph) { return !glyph.unsafe_to_break; };
  if (is_reversed(run)) {
    const auto at = std::find_if(glyphs.rbegin(), glyphs.rend(), is_good);
    return at == glyphs.rend() ? most : at->cluster;
  }
  const auto at = std::ranges::find_if(glyphs, is_good);
  return at == glyphs.end() ? most : at->cluster;
}

std::vector<ShapedGlyph> cut_glyphs(const RunSource& source, std::uint32_t begin, std::uint32_t end,
                                    RunShaper::Ending ending, RunShaper& shaper) {
  const ShapedRun& run = source.run;
  std::uint32_t from = begin;
  std::uint32_t to = end;
  if (!is_safe_cut(run, begin)) from = safe_after(run, begin, end);
  if (ending == RunShaper::Ending::Hyphen || !is_safe_cut(run, end)) {
    to = safe_before(run, end, begin);
  }
  std::vector<ShapedGlyph> glyphs;
  if (from > to || (from == to && (from != begin || to != end))) {
    append_shaped(source, begin, end, ending, shaper, glyphs);
    return glyphs;
  }
  // Left to right: the shaped start, the kept middle, the shaped end; the other way round if not.
  const auto start = [&] {
    if (from > begin) append_shaped(source, begin, from, RunShaper::Ending::Plain, shaper, glyphs);
  };
  const auto middle = [&] {
    const auto kept = glyphs_between(run, from, to);
    glyphs.insert(glyphs.end(), kept.begin(), kept.end());
  };
  const auto finish = [&] {
    if (to < end || ending == RunShaper::Ending::Hyphen) {
      append_shaped(source, to, end, ending, shaper, glyphs);
    }
  };
  if (is_reversed(run)) {
    finish();
    middle();
    start();
  } else {
    start();
    middle();
    finish();
  }
  return glyphs;
}

}  // namespace handbill::text
