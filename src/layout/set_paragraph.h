// SPDX-License-Identifier: MIT
// Paragraphs on their way to the page: shaped once, broken once for each width asked for.
#pragma once

#include <memory>
#include <vector>

#include "diag/diagnostic.h"
#include "display/page_list.h"
#include "text/break_lines.h"
#include "text/shape.h"

namespace handbill::layout {

/// What the steps of this stage need beside their input.
struct Context {
  const font::FontBook& fonts;
  text::Shaper& shaper;
  diag::Diagnostics& diags;
};

/// The lines of a paragraph at one width.
struct SetLines {
  Length width;
  std::vector<text::LineBreak> breaks;
  std::vector<text::Line> lines;  ///< as many as `breaks`
};

class SetParagraph {
 public:
  /// Shapes it. `paragraph` must outlive the result.
  SetParagraph(const text::Paragraph& paragraph, display::StructId structure, Context context);

  const text::Paragraph& paragraph() const { return *paragraph_; }
  const text::ParagraphStyle& style() const { return paragraph_->style; }
  const std::string& text() const { return shaped_.text; }
  bool right_to_left() const { return shaped_.right_to_left; }
  display::StructId structure() const { return structure_; }

  /// Kept where they are, so that fragments can point at single lines.
  SetLines& lines(Length width);
  Length natural_width() const { return text::natural_width(shaped_, *paragraph_); }
  Length minimum_width() const { return text::minimum_width(shaped_, *paragraph_); }

  /// The text from byte `offset` on as a paragraph of its own: for a paragraph that goes on in a
  /// column of another width. No first-line indent, no marker.
  SetParagraph& tail(std::uint32_t offset);
  bool is_tail() const { return owned_ != nullptr; }

  /// Top of a capital letter above the baseline of `line`.
  Length cap_height(const text::Line& line) const;

 private:
  struct Tail {
    std::uint32_t offset = 0;
    std::unique_ptr<SetParagraph> paragraph;
  };
  SetParagraph(std::unique_ptr<text::Paragraph> owned, display::StructId structure,
               Context context);

  std::unique_ptr<text::Paragraph> owned_;  ///< of a tail
  const text::Paragraph* paragraph_;
  display::StructId structure_;
  Context context_;
  text::ShapedParagraph shaped_;
  bool is_hyphenated_ = false;
  std::vector<std::unique_ptr<SetLines>> by_width_;
  std::vector<Tail> tails_;
};

}  // namespace handbill::layout
