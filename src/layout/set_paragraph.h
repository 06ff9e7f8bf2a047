// SPDX-License-Identifier: MIT
// Paragraphs on their way to the page: shaped once, broken once for each width asked for.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "diag/diagnostic.h"
#include "display/page_list.h"
#include "layout/drop_cap.h"
#include "text/break_lines.h"
#include "text/shape.h"

namespace handbill::layout {

/// What the steps of this stage need beside their input.
struct Context {
  const font::FontBook& fonts;
  text::Shaper& shaper;
  diag::Diagnostics& diags;
  /// Text that is to fit keeps its words: one that is too wide at the smallest size does not fit.
  enum class WideWords { Part, Keep } wide_words = WideWords::Part;
};

/// The lines of a paragraph at one width, the first ones with what `insets` leave of it.
struct SetLines {
  Length width;
  std::vector<text::LineInset> insets;
  std::vector<text::LineBreak> breaks;
  std::vector<text::Line> lines;  ///< as many as `breaks`
};

class SetParagraph;
/// Paragraphs in the order they are read.
using Flow = std::vector<SetParagraph*>;

/// A note and the place of its reference.
struct SetNote {
  std::uint32_t offset = 0;  ///< bytes of the text before the reference
  Flow flow;
};

/// Where a paragraph and what stands in it are in the reading order.
struct ReadingPlace {
  std::optional<display::StructId> paragraph{};  ///< nothing: it is not read
  text::PartPlaces parts{};
};

class SetParagraph {
 public:
  /// Shapes it. `paragraph` must outlive the result.
  SetParagraph(const text::Paragraph& paragraph, ReadingPlace place, Context context);

  const text::Paragraph& paragraph() const { return *paragraph_; }
  const text::ParagraphStyle& style() const { return paragraph_->style; }
  const std::string& text() const { return shaped_.text.text; }
  bool right_to_left() const { return shaped_.text.right_to_left; }
  std::optional<display::StructId> structure() const { return place_.paragraph; }
  const ReadingPlace& place() const { return place_; }

  /// Kept where they are, so that fragments can point at single lines. The room its drop cap takes
  /// comes on top of `insets`.
  const SetLines& lines(Length width, std::span<const text::LineInset> insets = {});
  Length natural_width() const;
  Length minimum_width() const;

  /// `flow`: the paragraphs of the note. To be called before lines are asked for.
  void add_note(const text::Note& note, Flow flow);
  const std::vector<SetNote>& notes() const { return notes_; }

  /// The text from byte `offset` on as a paragraph of its own: for a paragraph that goes on in a
  /// column of another width. No first-line indent, no marker, no drop cap.
  SetParagraph& tail(std::uint32_t offset);
  bool is_tail() const { return is_tail_; }

  /// Top of a capital letter above the baseline of `line`.
  Length cap_height(const text::Line& line) const;
  /// The same for the paragraph's own style, and what hangs below the baseline.
  Length cap_height() const;
  Length descent() const;
  /// From the first baseline down to that of the drop cap; 0 without one.
  Length drop_cap_depth() const { return initial_ ? initial_->depth : Length(); }

 private:
  struct Tail {
    std::uint32_t offset = 0;
    std::unique_ptr<SetParagraph> paragraph;
  };
  SetParagraph(std::unique_ptr<text::Paragraph> owned, ReadingPlace place, Context context);
  /// A paragraph as it was shaped, and whether the places its words may be parted at are known.
  struct Shaped {
    text::ShapedParagraph text;
    bool is_hyphenated = false;
  };
  /// The whole paragraph as its first line looks.
  struct FirstLine {
    text::Paragraph paragraph;
    Shaped shaped;
    bool has_told = false;  ///< what its fonts lack
  };
  enum class Begins { BetweenWords, InWord };
  SetParagraph& tail(std::uint32_t offset, Begins begins);
  std::unique_ptr<text::Paragraph> take_initial(const text::Paragraph& paragraph);
  void shape_first_line();
  void tell_missing(std::uint32_t end);
  void set(const text::Paragraph& paragraph, Shaped& shaped, Length width,
           std::span<const text::LineInset> taken, SetLines& into);
  void set_below(std::span<const text::LineInset> taken, SetLines& into);
  std::vector<text::LineInset> with_drop_cap(std::span<const text::LineInset> insets) const;
  void add_initial(const SetLines& set, text::Line& line) const;

  Context context_;
  ReadingPlace place_;
  std::optional<Initial> initial_;
  std::unique_ptr<text::Paragraph> owned_;  ///< of a tail, or one that has lost its initial
  const text::Paragraph* paragraph_;
  bool is_tail_ = false;
  Shaped shaped_;
  std::unique_ptr<FirstLine> first_line_;  ///< null: it looks like the others
  std::vector<std::unique_ptr<SetLines>> by_width_;
  std::vector<Tail> tails_;
  std::vector<SetNote> notes_;  ///< by offset
};

}  // namespace handbill::layout
