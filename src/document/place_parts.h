// SPDX-License-Identifier: MIT
// The frames of a side, with those that stand in others: parts, and what is laid for each entry of
// a list.
#pragma once

#include <memory>
#include <vector>

#include "document/resolve_frame.h"

namespace handbill::document {

/// What the frames of one side are made of.
struct SidePlan {
  Insets margin;                              ///< what `margin` means in an edge
  const std::optional<spec::GridSpec>& grid;  ///< the columns that boxes stand on
  PagePosition page{};
  const std::vector<Panel>& panels;
  std::vector<const spec::FrameSpec*> frames;
  const std::vector<spec::SpaceSpec>& spaces;  ///< equal ones between frames
  const content::FactRow* scope = nullptr;     ///< of the entry the side is laid for; null: none
  std::shared_ptr<const Entry> entry{};        ///< the same, for messages
  std::string prefix{};                        ///< of the names of its frames: "card[3]."
};

/// Frames in reading order, each part as a whole, closed up over those that fell away. Entries that
/// tell only facts the clinic does not have are left out. `made` counts the frames of the document:
/// reports too-large, and ends there.
std::vector<Frame> make_frames(const SidePlan& plan, const FrameTools& tools, Stories& stories,
                               std::size_t& made);

/// What is wrong with parts wherever they are placed: unknown-part, parts placed in themselves, and
/// names set that a part does not use.
void check_parts(const Context& context);

}  // namespace handbill::document
