// SPDX-License-Identifier: MIT
// The words of an approval sheet as content of the layout that sets it.
#pragma once

#include <string>
#include <vector>

#include "compare/passages.h"
#include "records/approvals.h"

namespace handbill::build {

/// A line of its list of questions and findings, or one to write an answer on.
struct ReviewItem {
  std::string group;  ///< "Questions for you"
  std::string item;   ///< "pemat-04"; "content/en/aftercare.toml:12"
  std::string words;
  enum class Answer { Boxes, None } answer = Answer::None;
};

struct ReviewPage {
  std::string label;  ///< "Page 1: front"
  std::string file;   ///< path of its picture
};

struct Review {
  std::string title;     ///< of the document
  std::string language;  ///< "Spanish (es)"
  std::string program;
  std::string date;  ///< of its content, "2026-11-22"
  const records::Standing& standing;
  const records::Approval* before = nullptr;  ///< the last; null: there is none
  std::vector<ReviewPage> pages{};
  std::vector<ReviewItem> items{};
};

/// TOML for content/en/review.toml: the pictures of its pages.
std::string review_content(const Review& review);

/// The layout with the words of the sheet in it. They are no content, which is held to what a
/// clinic may write.
std::string review_layout(const Review& review, std::string layout);

/// Words of a paragraph as Markdown that is set as it stands, with marks round what only one side
/// has: [removed] in brackets, added words stressed. `side`: Removed or Added.
std::string marked(const std::vector<compare::Piece>& pieces, compare::Piece::Kind side);

}  // namespace handbill::build
