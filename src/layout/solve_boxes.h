// SPDX-License-Identifier: MIT
// The boxes of a side's frames: edges follow the container, other frames' edges, and the height of
// what a frame shows.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "diag/diagnostic.h"
#include "document/document.h"

namespace handbill::layout {

/// One box a frame, on the trimmed side; nothing: it is part of a circle or not a box, and that has
/// been reported, as have been boxes off the sheet.
using Boxes = std::vector<std::optional<Rect>>;

/// A frame as tall as its content, while its height is not known.
struct GrowingBox {
  Length left;
  Length width;
  document::EdgeKind fixed = document::EdgeKind::Top;  ///< or Bottom
  Length at;                                           ///< of the edge that is fixed
};

/// By frame: the frames its text flows around. Empty: there are none.
using Around = std::vector<std::vector<document::FrameIndex>>;

struct BoxInputs {
  const document::Document& document;
  std::size_t side = 0;
  /// The height a frame's content needs, insets of the frame included; asked for only when the
  /// boxes of the frames it `follows` are solved.
  std::function<Length(document::FrameIndex, const GrowingBox&)> content_height;
  /// The frame before it that shows the same story, on this side.
  std::function<std::optional<document::FrameIndex>(document::FrameIndex)> follows;
  /// Of its longest line, insets of the frame included; null: nothing is as wide as its words.
  std::function<Length(document::FrameIndex)> words_width{};
  /// May be null. Takes the boxes that are reported: what lies above or below may have pushed them
  /// there.
  Boxes* displaced = nullptr;
  /// Of this side. A frame whose place depends on the text it would push aside is taken out.
  Around& around;
};

/// Fills `boxes`, one after the other, so that content_height may look at it. Reports frame-cycle
/// and bad-box.
void solve_boxes(const BoxInputs& inputs, Boxes& boxes, diag::Diagnostics& diags);

/// The panel a frame stands on, or the whole side; of one in another frame that of the outermost.
Rect container_of(const document::Document& document, const document::Side& side,
                  const document::Frame& frame);

/// "frame `body`", or "a frame" when it has no name.
std::string frame_words(const document::Frame& frame);

}  // namespace handbill::layout
