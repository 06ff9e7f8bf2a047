// SPDX-License-Identifier: MIT
#include "text/line_widths.h"

#include <algorithm>
#include <cmath>

#include "text/characters.h"

namespace handbill::text {

const CharacterStyle& style_of(const Paragraph& paragraph, const ShapedRun& run) {
  const Inline& source = paragraph.inlines[run.inline_index];
  if (const Run* text = std::get_if<Run>(&source)) return text->style;
  return std::get<Field>(source).style;
}

/// Adds the clusters up in logical order and notes the sums at each break.
class LineWidths::Summer {
 public:
  Summer(const ShapedParagraph& shaped, double word_space, std::vector<At>& at)
      : shaped_(shaped), word_space_(word_space), at_(at) {
    at_.reserve(shaped.breaks.size() + 1);
    at_.push_back({});
  }

  void add_run(const ShapedRun& run, Length tracking) {
    run_ = &run;
    tracking_ = tracking.pt();
    if (run.is_field) {
      start_cluster(run.begin, Join::Safe);
      now_.width += run.field_width.pt();
      set_visible(0);
    } else if ((run.bidi_level & 1U) != 0) {
      for (std::size_t i = run.glyphs.size(); i-- > 0;) add_glyph(run.glyphs[i]);
    } else {
      for (const ShapedGlyph& glyph : run.glyphs) add_glyph(glyph);
    }
  }

  void finish() { note_breaks(static_cast<std::uint32_t>(shaped_.text.size()), Join::Safe); }

 private:
  enum class Join { Safe, Unsafe };

  void add_glyph(const ShapedGlyph& glyph) {
    if (at_.size() == 1 && now_.width == 0) at_[0].start_change = -glyph.trim_start.pt();
    start_cluster(glyph.cluster, glyph.unsafe_to_break ? Join::Unsafe : Join::Safe,
                  glyph.trim_start.pt());
    const std::string& text = shaped_.text;
    double advance = glyph.advance.pt();
    if (is_word_space(text, glyph.cluster)) {
      const double own = advance - tracking_;
      now_.spaces += own;
      advance += own * (word_space_ - 1);
      if (text[glyph.cluster] == ' ') {
        now_.hanging_spaces += own;
        add_hanging(advance, glyph);
      } else {
        set_visible(tracking_);
      }
    } else if (hangs_at(glyph.cluster)) {
      add_hanging(advance, glyph);
    } else {
      set_visible(tracking_ + glyph.trim_end.pt());
    }
    now_.width += advance;
  }

  void add_hanging(double advance, const ShapedGlyph& glyph) {
    // The glyph before may look different without the space.
    if (now_.hanging == 0) now_.is_settled = !glyph.unsafe_to_break;
    now_.hanging += advance;
  }

  bool hangs_at(std::size_t offset) const {
    const auto byte = static_cast<unsigned char>(shaped_.text[offset]);
    if (byte > ' ' && byte < 0xC2) return false;  // the common case
    return hangs(next_code_point(shaped_.text, offset));
  }

  /// `white`: what goes when a line ends here.
  void set_visible(double white) {
    now_.hanging = 0;
    now_.hanging_spaces = 0;
    now_.is_settled = true;
    now_.tail = -white;
  }

  /// `white`: what goes when a line starts with the cluster.
  void start_cluster(std::uint32_t cluster, Join join, double white = 0) {
    if (next_ < shaped_.breaks.size() && shaped_.breaks[next_].offset <= cluster) {
      note_breaks(cluster, join);
      if (shaped_.breaks[next_ - 1].offset == cluster) at_.back().start_change = -white;
    }
  }

  /// The run of the soft hyphen that ends at `offset`; it need not have a glyph.
  const ShapedRun& run_before(std::uint32_t offset) {
    const auto& runs = shaped_.runs;
    while (hyphen_run_ + 1 < runs.size() && runs[hyphen_run_ + 1].begin < offset) ++hyphen_run_;
    return runs[hyphen_run_];
  }

  void note_breaks(std::uint32_t upto, Join join) {
    for (; next_ < shaped_.breaks.size() && shaped_.breaks[next_].offset <= upto; ++next_) {
      const BreakPoint& point = shaped_.breaks[next_];
      At at = now_;
      // White space of an earlier line does not hang on this one.
      at.hanging = std::min(at.hanging, at.width - at_.back().width);
      at.hanging_spaces = std::min(at.hanging_spaces, at.spaces - at_.back().spaces);
      const bool is_run_start = run_ != nullptr && point.offset == run_->begin;
      at.is_settled =
          now_.is_settled && (is_run_start || (point.offset == upto && join == Join::Safe));
      if (point.kind == BreakPoint::Kind::SoftHyphen) {
        at.tail = run_before(point.offset).hyphen_advance.pt();
        at.is_settled = false;
      }
      at_.push_back(at);
    }
  }

  const ShapedParagraph& shaped_;
  double word_space_;
  std::vector<At>& at_;
  At now_;
  std::size_t next_ = 0;
  const ShapedRun* run_ = nullptr;
  std::size_t hyphen_run_ = 0;
  double tracking_ = 0;
};

LineWidths::LineWidths(const ShapedParagraph& shaped, const Paragraph& paragraph, double word_space)
    : shaped_(shaped), paragraph_(paragraph) {
  Summer summer(shaped, word_space, at_);
  for (const ShapedRun& run : shaped.runs) {
    const CharacterStyle& style = style_of(paragraph, run);
    summer.add_run(run, style.size * style.tracking);
  }
  summer.finish();
}

LineWidth LineWidths::line(std::size_t from, std::size_t to) const {
  const At& a = at_[from];
  const At& b = at_[to];
  const double visible = b.width - b.hanging - a.width;
  // Nothing but space: as an empty line.
  if (visible <= 0 && b.tail <= 0) return {};
  return {visible + b.tail + b.end_change + a.start_change,
          std::max(0.0, b.spaces - b.hanging_spaces - a.spaces)};
}

double LineWidths::change_before(std::size_t index, const RunSource& source,
                                 RunShaper& shaper) const {
  const BreakPoint& point = shaped_.breaks[index - 1];
  const bool hyphen = point.kind == BreakPoint::Kind::SoftHyphen;
  const auto to = static_cast<std::uint32_t>(
      hanging_start(source.text, source.run.begin, std::min(point.offset, source.run.end)));
  const std::uint32_t from = safe_before(source.run, to, source.run.begin);
  const auto glyphs = cut_glyphs(
      source, from, to, hyphen ? RunShaper::Ending::Hyphen : RunShaper::Ending::Plain, shaper);
  Length width;
  for (const ShapedGlyph& glyph : glyphs) width += glyph.advance;
  double counted = advance_between(source.run, from, to).pt();
  if (hyphen) {
    // The sums have the hyphen itself, and leave out the tracking after it.
    counted += source.run.hyphen_advance.pt() + (source.style.size * source.style.tracking).pt();
  }
  return width.pt() - counted;
}

bool LineWidths::settle(std::size_t index, const font::FontBook& fonts, RunShaper& shaper) {
  At& at = at_[index];
  if (at.is_settled) return false;
  at.is_settled = true;
  const std::uint32_t offset = shaped_.breaks[index - 1].offset;
  const auto source_of = [&](const ShapedRun& run) {
    return RunSource{run, shaped_.text, style_of(paragraph_, run), fonts.face(run.font)};
  };
  const auto run = std::ranges::partition_point(
      shaped_.runs, [&](const ShapedRun& each) { return each.end < offset; });
  if (run == shaped_.runs.end() || run->is_field) return false;
  at.end_change = change_before(index, source_of(*run), shaper);
  if (!is_safe_cut(*run, offset)) {
    const std::uint32_t to = safe_after(*run, offset, run->end);
    Length width;
    for (const ShapedGlyph& glyph :
         cut_glyphs(source_of(*run), offset, to, RunShaper::Ending::Plain, shaper)) {
      width += glyph.advance;
    }
    at.start_change = (width - advance_between(*run, offset, to)).pt();
  }
  return std::abs(at.end_change) + std::abs(at.start_change) > 1e-9;
}

}  // namespace handbill::text
