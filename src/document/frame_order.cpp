// SPDX-License-Identifier: MIT
#include "document/frame_order.h"

#include <algorithm>
#include <set>
#include <utility>

#include "document/frame_indices.h"

namespace handbill::document {

void put_in_reading_order(const FirstRead& read_first, std::vector<Frame>& frames,
                          BelongsTo& owners) {
  const auto is_inside = [](const Frame& frame) { return frame.inside.has_value(); };
  if (std::ranges::none_of(frames, is_inside)) return;
  std::vector<std::vector<FrameIndex>> held(frames.size());
  std::vector<FrameIndex> open, order;
  std::set<FrameIndex> moved;
  for (const auto& [before, frame] : read_first) moved.insert(frame);
  for (FrameIndex i = frames.size(); i-- > 0;) {
    if (moved.contains(i)) continue;
    if (frames[i].inside) {
      auto& own = held[*frames[i].inside];
      own.push_back(i);
      const auto first = read_first.find(i);
      if (first != read_first.end()) own.push_back(first->second);
    } else {
      open.push_back(i);
    }
  }
  std::vector<FrameIndex> place(frames.size());
  while (!open.empty()) {
    const FrameIndex next = open.back();
    open.pop_back();
    place[next] = order.size();
    order.push_back(next);
    open.insert(open.end(), held[next].begin(), held[next].end());
  }
  std::vector<Frame> ordered;
  BelongsTo ordered_owners;
  for (const FrameIndex each : order) {
    Frame& frame = ordered.emplace_back(std::move(frames[each]));
    each_index(frame, [&](FrameIndex& index) { index = place[index]; });
    if (frame.inside) frame.inside = place[*frame.inside];
    ordered_owners.push_back(owners[each]);
    if (ordered_owners.back()) ordered_owners.back() = place[*ordered_owners.back()];
  }
  frames = std::move(ordered);
  owners = std::move(ordered_owners);
}

void share_over(std::vector<Frame>& frames) {
  std::vector<std::size_t> ends(frames.size());  // of what stands in each
  for (FrameIndex i = frames.size(); i-- > 0;) {
    ends[i] = std::max(ends[i], i + 1);
    if (frames[i].inside) ends[*frames[i].inside] = std::max(ends[*frames[i].inside], ends[i]);
  }
  for (FrameIndex i = 0; i < frames.size(); ++i) {
    std::vector<FrameIndex> over;
    for (const FrameIndex each : frames[i].over) {
      for (FrameIndex inner = each; inner < ends[each]; ++inner) over.push_back(inner);
    }
    frames[i].over = std::move(over);
    if (!frames[i].inside) continue;
    const auto& outer = frames[*frames[i].inside].over;
    frames[i].over.insert(frames[i].over.end(), outer.begin(), outer.end());
  }
}

}  // namespace handbill::document
