// SPDX-License-Identifier: MIT
#include "document/part_height.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/overload.h"

namespace handbill::document {
namespace {

/// Finds out whose upper or lower edge needs the lower edge of the frame they stand in.
class Hangers {
 public:
  Hangers(const std::vector<Frame>& frames, FrameIndex container)
      : frames_(frames), container_(container) {}

  bool needs_bottom(FrameIndex frame, EdgeKind kind) {
    State& state = states_[{frame, kind}];
    if (state == State::Unknown) {
      state = State::Needs;  // in a circle, which is told of when boxes are solved
      state = finds_need(frame, kind) ? State::Needs : State::Free;
    }
    return state == State::Needs;
  }

 private:
  enum class State : char { Unknown, Needs, Free };

  bool finds_need(FrameIndex frame, EdgeKind kind) {
    const Box& box = frames_[frame].box;
    const bool is_top = kind == EdgeKind::Top;
    const auto& own = is_top ? box.top : box.bottom;
    const auto& other = is_top ? box.bottom : box.top;
    if (own) return needs_bottom(*own, kind, frame);
    if (box.middle) return needs_bottom(*box.middle, EdgeKind::Top, frame);
    const bool is_percent = box.height && box.height->percent != 0;
    const bool follows = other && (box.height || !box.has_height());
    if (!follows) return !is_top || is_percent;
    return is_percent || needs_bottom(frame, is_top ? EdgeKind::Bottom : EdgeKind::Top);
  }

  bool needs_bottom(const Edge& edge, EdgeKind kind, FrameIndex frame) {
    if (edge.percent != 0) return true;
    const auto any = [&](const std::vector<Edge>& edges) {
      return std::ranges::any_of(edges,
                                 [&](const Edge& each) { return needs_bottom(each, kind, frame); });
    };
    return std::visit(Overload{[&](Edge::OwnSide) { return kind == EdgeKind::Bottom; },
                               [&](const Edge::OfFrame& of) {
                                 const FrameIndex sibling = in_container(of.frame);
                                 // What stands in it hangs from its own top.
                                 return needs_bottom(sibling,
                                                     sibling == frame ? EdgeKind::Top : of.edge);
                               },
                               [&](const Edge::Choice& choice) { return any(choice.of); },
                               [](const Edge::InRow&) { return true; }},
                      edge.base);
  }

  /// The frame that stands in the container itself, and holds `frame` or is it.
  FrameIndex in_container(FrameIndex frame) const {
    while (frames_[frame].inside && *frames_[frame].inside != container_) {
      frame = *frames_[frame].inside;
    }
    return frame;
  }

  const std::vector<Frame>& frames_;
  FrameIndex container_;
  std::map<std::pair<FrameIndex, EdgeKind>, State> states_;
};

}  // namespace

std::optional<Edge> bottom_of(const std::vector<Frame>& frames, const std::vector<Holder>& row) {
  Edge::Choice lowest{Edge::Choice::Which::Max, {}};
  for (const auto& [container, first] : row) {
    Hangers hangers(frames, container);
    for (FrameIndex i = first; i < frames.size() && frames[i].inside == container; ++i) {
      const Frame& frame = frames[i];
      if (frame.fell_away) continue;
      if (hangers.needs_bottom(i, EdgeKind::Bottom)) continue;
      lowest.of.push_back(Edge{Edge::OfFrame{i, EdgeKind::Bottom}, frames[container].inset.bottom,
                               0, frame.box.span});
    }
  }
  if (lowest.of.empty()) return std::nullopt;
  if (lowest.of.size() == 1) return lowest.of.front();
  const diag::Span span = lowest.of.front().span;
  return Edge{std::move(lowest), {}, 0, span};
}

}  // namespace handbill::document
