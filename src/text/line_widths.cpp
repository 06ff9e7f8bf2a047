// SPDX-License-Identifier: MIT
#include "text/line_widths.h"

#include <algorithm>
#include <cmath>

#include "text/characters.h"
#include "text/scripts.h"

namespace handbill::text {

const CharacterStyle& style_of(const Paragraph& paragraph, const ShapedRun& run) {
  return std::visit([](const auto& one) -> const CharacterStyle& { return one.style; },
                    paragraph.inlines[run.inline_index]);
}

/// Adds the clusters up in logical order and notes the sums at each break.
class LineWidths::Summer {
 public:
  Summer(const ShapedParagraph& shaped, const Elasticity& give, const OpticalMargins* margins,
         std::vector<At>& at)
      : shaped_(shaped), elasticity_(give), margins_(margins), at_(at) {
    at_.reserve(shaped.breaks.size() + 1);
    at_.push_back({});
    run_elasticities_.reserve(shaped.runs.size());
  }

  void add_run(const ShapedRun& run, const CharacterStyle& style) {
    run_ = &run;
    run_elasticity_ = &run_elasticities_.emplace_back(elasticity_, style, run.script);
    // Ideographs stand apart from those of the run before too: kanji from kana.
    if (!after_ideograph_ || !is_ideographic(run.script)) letter_ = nullptr;
    after_ideograph_ = is_ideographic(run.script);
    is_gap_ = false;
    if (run.is_field) {
      start_cluster(run.begin, Join::Safe);
      starting_ = at_.size();
      letter_ = nullptr;
      now_.fixed += run.field_width.pt();
      set_visible(nullptr);
    } else if ((run.bidi_level & 1U) != 0) {
      for (std::size_t i = run.glyphs.size(); i-- > 0;) add_glyph(run.glyphs[i]);
    } else {
      for (const ShapedGlyph& glyph : run.glyphs) add_glyph(glyph);
    }
    add_gaps();
  }

  void finish() {
    is_gap_ = false;
    note_breaks(static_cast<std::uint32_t>(shaped_.text.size()), Join::Safe);
  }

 private:
  enum class Join { Safe, Unsafe };

  /// Sums of widths in points, each of what gives in its own way.
  struct Sums {
    double letters = 0;
    double spaces = 0;  ///< word spaces, as wide as the font has them
    double fixed = 0;
    Elastic gaps;
  };

  Elastic whole(const Sums& sums) const {
    Elastic result = Elasticity::of(elasticity_.glyph_width, sums.letters);
    result += Elasticity::of(elasticity_.word_space, sums.spaces);
    result += sums.gaps;
    result.natural += sums.fixed;
    return result;
  }

  void add_glyph(const ShapedGlyph& glyph) {
    const std::string& text = shaped_.text;
    const bool is_white = is_white_at(text, glyph.cluster);
    is_gap_ = letter_ != nullptr && !is_white && is_gap(*letter_, glyph);
    start_cluster(glyph.cluster, glyph.unsafe_to_break ? Join::Unsafe : Join::Safe);
    for (; starting_ < at_.size(); ++starting_) protrude_start(at_[starting_], glyph);
    letter_ = is_white ? nullptr : &glyph;
    const double advance = glyph.advance.pt();
    if (!is_white) {
      if (is_gap_) ++gaps_;
      now_.letters += advance;
      set_visible(&glyph);
    } else if (is_word_space(text, glyph.cluster)) {
      add_space(glyph, advance - run_elasticity_->tracking);
    } else {
      now_.fixed += advance;
      start_hanging(glyph);
      hanging_.fixed += advance;
    }
  }

  void add_space(const ShapedGlyph& glyph, double own) {
    now_.spaces += own;
    now_.fixed += run_elasticity_->tracking;
    if (shaped_.text[glyph.cluster] == ' ') {
      start_hanging(glyph);
      hanging_.spaces += own;
      hanging_.fixed += run_elasticity_->tracking;
    } else {
      set_visible(&glyph);
    }
  }

  void start_hanging(const ShapedGlyph& glyph) {
    // The glyph before may look different without the space.
    if (!is_hanging_) is_settled_ = !glyph.unsafe_to_break;
    is_hanging_ = true;
  }

  /// `glyph`: null, a field.
  void set_visible(const ShapedGlyph* glyph) {
    last_ = glyph;
    last_run_ = run_;
    last_give_ = run_elasticity_;
    if (is_hanging_) hanging_ = {};
    is_hanging_ = false;
    is_settled_ = true;
  }

  void add_gaps() {
    now_.gaps += run_elasticity_->gap * gaps_;
    gaps_ = 0;
  }

  void start_cluster(std::uint32_t cluster, Join join) {
    if (next_ < shaped_.breaks.size() && shaped_.breaks[next_].offset <= cluster) {
      note_breaks(cluster, join);
    }
  }

  void protrude_start(At& at, const ShapedGlyph& glyph) const {
    at.start += run_elasticity_->glyph(glyph.trim_start.pt());
    if (margins_ == nullptr) return;
    at.protrusion_start = margins_->start(*run_, glyph);
    at.start.natural += at.protrusion_start;
  }

  /// The run of the soft hyphen that ends at `offset`; it need not have a glyph.
  const ShapedRun& run_before(std::uint32_t offset) {
    const auto& runs = shaped_.runs;
    while (hyphen_run_ + 1 < runs.size() && runs[hyphen_run_ + 1].begin < offset) ++hyphen_run_;
    return runs[hyphen_run_];
  }

  void note_breaks(std::uint32_t upto, Join join) {
    if (run_elasticity_ != nullptr) add_gaps();
    const Elastic now = whole(now_);
    const Elastic hanging = whole(hanging_);
    for (; next_ < shaped_.breaks.size() && shaped_.breaks[next_].offset <= upto; ++next_) {
      const BreakPoint& point = shaped_.breaks[next_];
      At& at = at_.emplace_back();
      at.start = now;
      if (is_gap_) at.start += run_elasticity_->gap;
      at.ink_start = now.natural;
      at.spaces_start = now_.spaces;
      // White space of an earlier line does not hang on this one.
      const bool is_blank = now.natural - hanging.natural < noted_.natural;
      at.end = is_blank ? noted_ : now - hanging;
      at.spaces_end = is_blank ? noted_spaces_ : now_.spaces - hanging_.spaces;
      at.ink_end = at.end.natural;
      noted_ = now;
      noted_spaces_ = now_.spaces;
      const bool is_run_start = run_ != nullptr && point.offset == run_->begin;
      at.is_settled = is_settled_ && (is_run_start || (point.offset == upto && join == Join::Safe));
      if (point.kind == BreakPoint::Kind::SoftHyphen) {
        add_hyphen(at, run_before(point.offset));
      } else if (last_ != nullptr) {
        // Neither the last tracking nor white in the last glyph.
        at.end += last_give_->glyph(-last_give_->tracking - last_->trim_end.pt());
        if (margins_ != nullptr) {
          at.protrusion_end = margins_->end(*last_run_, *last_, point.offset);
        }
      }
      at.end.natural -= at.protrusion_end;
    }
  }

  void add_hyphen(At& at, const ShapedRun& run) {
    if (margins_ != nullptr && protruding_run_ != &run) {
      protruding_run_ = &run;
      hyphen_protrusion_ = margins_->hyphen(run);
    }
    at.protrusion_end = hyphen_protrusion_;
    const double advance = run.hyphen_advance.pt();
    at.end += Elasticity::of(elasticity_.glyph_width, advance);
    if (last_give_ != nullptr) at.end += last_give_->gap;
    at.ink_end += advance;
    at.is_settled = false;
  }

  const ShapedParagraph& shaped_;
  const Elasticity& elasticity_;
  const OpticalMargins* margins_;
  std::vector<At>& at_;
  Sums now_;
  double gaps_ = 0;  // of this run, not yet in the sums
  Sums hanging_;     // white space just before
  bool is_hanging_ = false;
  bool is_settled_ = true;
  bool is_gap_ = false;  // before the cluster that comes
  Elastic noted_;        // at the last break
  double noted_spaces_ = 0;
  const ShapedGlyph* letter_ = nullptr;  // just before, in the same run or both ideographs
  bool after_ideograph_ = false;         // the run is of ideographs
  const ShapedGlyph* last_ = nullptr;    // that leaves a mark
  const ShapedRun* last_run_ = nullptr;
  const RunElasticity* last_give_ = nullptr;
  std::size_t next_ = 0;
  std::size_t starting_ = 0;  // breaks from here on wait for the glyph a line starts with
  const ShapedRun* run_ = nullptr;
  std::vector<RunElasticity> run_elasticities_;  // of each run
  const RunElasticity* run_elasticity_ = nullptr;
  std::size_t hyphen_run_ = 0;
  const ShapedRun* protruding_run_ = nullptr;
  double hyphen_protrusion_ = 0;
};

LineWidths::LineWidths(const ShapedParagraph& shaped, const Paragraph& paragraph,
                       const OpticalMargins* margins)
    : shaped_(shaped),
      paragraph_(paragraph),
      margins_(margins),
      elasticity_(Elasticity::of(shaped, paragraph)) {
  Summer summer(shaped, elasticity_, margins, at_);
  for (const ShapedRun& run : shaped.runs) summer.add_run(run, style_of(paragraph, run));
  summer.finish();
}

bool LineWidths::settle_end(std::size_t index, const RunSource& source, RunShaper& shaper) {
  const BreakPoint& point = shaped_.breaks[index - 1];
  const ShapedRun& run = source.run;
  const bool hyphen = point.kind == BreakPoint::Kind::SoftHyphen;
  const auto to = static_cast<std::uint32_t>(
      hanging_start(source.text, run.begin, std::min(point.offset, run.end)));
  const std::uint32_t from = safe_before(run, to, run.begin);
  const auto glyphs = cut_glyphs(
      source, from, to, hyphen ? RunShaper::Ending::Hyphen : RunShaper::Ending::Plain, shaper);
  const RunElasticity give(elasticity_, source.style, run.script);
  Elastic change = give.glyphs(glyphs, source.text, to) -
                   give.glyphs(glyphs_between(run, from, to), source.text, to);
  At& at = at_[index];
  if (hyphen) {
    // The sums have the hyphen itself, and leave out the tracking after it.
    change -= give.glyph(run.hyphen_advance.pt() + give.tracking);
    change -= give.gap;
  }
  if (margins_ != nullptr && !glyphs.empty() && (run.bidi_level & 1U) == 0) {
    const double protrusion = margins_->end(run, glyphs.back(), to);
    change.natural -= protrusion - at.protrusion_end;
    at.protrusion_end = protrusion;
  }
  at.end += change;
  return std::abs(change.natural) > 1e-9;
}

bool LineWidths::settle_start(std::size_t index, const RunSource& source, RunShaper& shaper) {
  const std::uint32_t offset = shaped_.breaks[index - 1].offset;
  const ShapedRun& run = source.run;
  if (is_safe_cut(run, offset)) return false;
  const std::uint32_t to = safe_after(run, offset, run.end);
  const auto glyphs = cut_glyphs(source, offset, to, RunShaper::Ending::Plain, shaper);
  const RunElasticity give(elasticity_, source.style, run.script);
  Elastic change = give.glyphs(glyphs, source.text, run.end) -
                   give.glyphs(glyphs_between(run, offset, to), source.text, run.end);
  At& at = at_[index];
  if (margins_ != nullptr && !glyphs.empty() && (run.bidi_level & 1U) == 0) {
    const double protrusion = margins_->start(run, glyphs.front());
    change.natural -= protrusion - at.protrusion_start;
    at.protrusion_start = protrusion;
  }
  at.start -= change;
  return std::abs(change.natural) > 1e-9;
}

bool LineWidths::settle(std::size_t index, const font::FontBook& fonts, RunShaper& shaper) {
  At& at = at_[index];
  if (at.is_settled) return false;
  at.is_settled = true;
  const std::uint32_t offset = shaped_.breaks[index - 1].offset;
  const auto run = std::ranges::partition_point(
      shaped_.runs, [&](const ShapedRun& each) { return each.end < offset; });
  if (run == shaped_.runs.end() || run->is_field) return false;
  const RunSource source{*run, shaped_.text, style_of(paragraph_, *run), fonts.face(run->font)};
  const bool end_changed = settle_end(index, source, shaper);
  return settle_start(index, source, shaper) || end_changed;
}

}  // namespace handbill::text
