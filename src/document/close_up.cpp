// SPDX-License-Identifier: MIT
#include "document/close_up.h"

#include <algorithm>
#include <array>

namespace handbill::document {
namespace {

constexpr auto kEdges =
    std::to_array<EdgeKind>({EdgeKind::Left, EdgeKind::Top, EdgeKind::Right, EdgeKind::Bottom});

std::optional<Edge>& edge_of(Box& box, EdgeKind kind) {
  switch (kind) {
    case EdgeKind::Left:
      return box.left;
    case EdgeKind::Top:
      return box.top;
    case EdgeKind::Right:
      return box.right;
    case EdgeKind::Bottom:
      break;
  }
  return box.bottom;
}

EdgeKind facing(EdgeKind kind) {
  switch (kind) {
    case EdgeKind::Left:
      return EdgeKind::Right;
    case EdgeKind::Top:
      return EdgeKind::Bottom;
    case EdgeKind::Right:
      return EdgeKind::Left;
    case EdgeKind::Bottom:
      break;
  }
  return EdgeKind::Top;
}

/// Starts where another frame ends, `top` at a `.bottom`, `right` at a `.left`; or where the last
/// or first of several do.
bool hangs(const Edge& edge, EdgeKind kind) {
  if (const auto* of = std::get_if<Edge::OfFrame>(&edge.base)) return of->edge == facing(kind);
  const auto* choice = std::get_if<Edge::Choice>(&edge.base);
  return choice != nullptr &&
         std::ranges::all_of(choice->of, [&](const Edge& each) { return hangs(each, kind); });
}

void show_nothing(Frame& frame) {
  frame.fell_away = true;
  frame.content = std::monostate{};
  frame.fill.reset();
  frame.gradient.reset();
  frame.stroke.reset();
  frame.fit.reset();
  frame.wrap = Wrap::None;
}

class Closer {
 public:
  explicit Closer(std::vector<Frame>& frames) : frames_(frames), state_(frames.size()) {}

  /// The edges of a frame, once those it follows are closed. A circle is left as it is: whoever
  /// solves the boxes reports it.
  void close(FrameIndex index) {
    if (state_[index] != State::Untouched) return;
    state_[index] = State::Closing;
    for (const EdgeKind kind : kEdges) {
      if (std::optional<Edge>& edge = edge_of(frames_[index].box, kind)) close(*edge, kind);
    }
    state_[index] = State::Closed;
  }

 private:
  enum class State { Untouched, Closing, Closed };

  void close(Edge& edge, EdgeKind kind) {
    if (auto* choice = std::get_if<Edge::Choice>(&edge.base)) {
      for (Edge& each : choice->of) close(each, kind);
      return;
    }
    const auto* of = std::get_if<Edge::OfFrame>(&edge.base);
    if (of == nullptr || !frames_[of->frame].fell_away) return;
    const FrameIndex fallen = of->frame;
    close(fallen);
    if (state_[fallen] != State::Closed) return;
    if (hangs(edge, kind)) {
      take_place(edge, kind, fallen);
    } else {
      end_before(edge, kind, fallen);
    }
  }

  void take_place(Edge& edge, EdgeKind kind, FrameIndex fallen) {
    const std::optional<Edge>& place = edge_of(frames_[fallen].box, kind);
    if (!place) return;  // it stood by its other edge, which is where it was
    const bool is_far = kind == EdgeKind::Right || kind == EdgeKind::Bottom;
    const bool are_lengths = place->percent == 0 && edge.percent == 0;
    if (hangs(*place, kind) && are_lengths) {
      edge.base = place->base;
      edge.offset =
          is_far ? std::min(edge.offset, place->offset) : std::max(edge.offset, place->offset);
    } else {
      edge = {Edge::OfFrame{fallen, kind}, {}, 0, edge.span};
    }
  }

  /// Only where the height came from what the fallen frame showed.
  void end_before(Edge& edge, EdgeKind kind, FrameIndex fallen) {
    Box& box = frames_[fallen].box;
    const bool is_upright = kind == EdgeKind::Top || kind == EdgeKind::Bottom;
    if (!is_upright || box.has_height()) return;
    const std::optional<Edge>& other = edge_of(box, facing(kind));
    if (other && hangs(*other, facing(kind))) edge.base = other->base;
  }

  std::vector<Frame>& frames_;
  std::vector<State> state_;
};

}  // namespace

void close_up(std::vector<Frame>& frames, const BelongsTo& belongs_to) {
  const auto fell = [](const Frame& frame) { return frame.fell_away; };
  if (std::ranges::none_of(frames, fell)) return;
  for (bool more = true; more;) {
    more = false;
    for (FrameIndex i = 0; i < frames.size(); ++i) {
      if (frames[i].fell_away || !belongs_to[i] || !frames[*belongs_to[i]].fell_away) continue;
      frames[i].fell_away = more = true;
    }
  }
  for (Frame& frame : frames) {
    if (frame.fell_away) show_nothing(frame);
  }
  Closer closer(frames);
  for (FrameIndex i = 0; i < frames.size(); ++i) closer.close(i);
}

}  // namespace handbill::document
