// SPDX-License-Identifier: MIT
// Stories by name: a [story.NAME], or prose of the content by its path.
#pragma once

#include <vector>

#include "document/set_text.h"

namespace handbill::document {

class Stories {
 public:
  explicit Stories(const TextTools& tools) : tools_(tools) {}

  /// The story a frame names, set when first asked for, with the styles of that frame over its own;
  /// a later frame must not bring others (bad-value). Reports fact-missing.
  StoryId use(const spec::FrameSpec& frame);
  /// All of it is about facts the clinic does not have.
  bool is_left_out(StoryId story) const { return left_out_[story.index()] != 0; }

  std::vector<Story> take() { return std::move(stories_); }

 private:
  std::vector<text::Paragraph> set(const spec::Text& name, const spec::FrameSpec& frame) const;

  TextTools tools_;
  std::vector<Story> stories_;
  std::vector<diag::Span> first_frames_;
  std::vector<char> left_out_;
};

/// [markdown] of the layout with `styles` and then `style` (short for styles.p) laid over it.
void lay_over(spec::MarkdownSpec& base, const std::optional<spec::MarkdownSpec>& styles,
              const std::optional<spec::Text>& style);

}  // namespace handbill::document
