// SPDX-License-Identifier: MIT
// Stories by name: a [story.NAME], or prose of the content by its path.
#pragma once

#include <vector>

#include "document/flow_names.h"
#include "document/set_text.h"

namespace handbill::document {

/// What the frame that shows a story or table is laid for.
struct FlowSetting {
  const content::FactRow* scope = nullptr;  ///< of the entry; null: none
  std::string list{};                       ///< whose entry that is
  const Entry* entry = nullptr;             ///< the same; null: none
};

class Stories {
 public:
  explicit Stories(const TextTools& tools) : tools_(tools) {}

  /// The story a frame names, set when first asked for, with the styles of that frame over its own;
  /// a later frame must not bring others (bad-value). Each entry of a list has its own. Reports
  /// fact-missing.
  StoryId use(const spec::FrameSpec& frame, const FlowSetting& setting);
  /// All of it is about facts the clinic does not have.
  bool is_left_out(StoryId story) const { return left_out_[story.index()] != 0; }

  std::vector<Story> take() { return std::move(stories_); }

 private:
  std::vector<text::Paragraph> set(const spec::FrameSpec& frame, const FlowSetting& setting) const;

  TextTools tools_;
  FlowNames names_;
  std::vector<Story> stories_;
  std::vector<diag::Span> first_frames_;
  std::vector<char> left_out_;
};

/// [markdown] of the layout with `styles` and then `style` (short for styles.p) laid over it.
void lay_over(spec::MarkdownSpec& base, const std::optional<spec::MarkdownSpec>& styles,
              const std::optional<spec::Text>& style);

}  // namespace handbill::document
