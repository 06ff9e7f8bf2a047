// SPDX-License-Identifier: MIT
#include "layout/solve_boxes.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "base/check.h"
#include "base/overload.h"
#include "base/user_unit.h"
#include "document/content_kinds.h"

namespace handbill::layout {
namespace {

using document::Edge;
using document::EdgeKind;
using document::Extent;
using document::Frame;
using document::FrameIndex;

/// What is computed one after the other: the four edges of each frame (in the order of EdgeKind),
/// and the moment its box is whole.
constexpr std::size_t kWhole = 4;
constexpr std::size_t kNodesPerFrame = 5;
using Node = std::size_t;

Node node(FrameIndex frame, EdgeKind edge) {
  return frame * kNodesPerFrame + static_cast<std::size_t>(edge);
}
Node whole(FrameIndex frame) { return frame * kNodesPerFrame + kWhole; }
FrameIndex frame_of(Node node) { return node / kNodesPerFrame; }
bool is_whole(Node node) { return node % kNodesPerFrame == kWhole; }
EdgeKind edge_of(Node node) { return static_cast<EdgeKind>(node % kNodesPerFrame); }

constexpr EdgeKind opposite(EdgeKind edge) {
  return static_cast<EdgeKind>((static_cast<std::size_t>(edge) + 2) % kWhole);
}
constexpr bool is_horizontal(EdgeKind edge) {
  return edge == EdgeKind::Left || edge == EdgeKind::Right;
}
constexpr bool is_far(EdgeKind edge) { return edge == EdgeKind::Right || edge == EdgeKind::Bottom; }

std::string_view edge_name(EdgeKind edge) {
  static constexpr std::string_view kNames[] = {"left", "top", "right", "bottom"};
  return kNames[static_cast<std::size_t>(edge)];
}

const std::optional<Edge>& written(const document::Box& box, EdgeKind edge) {
  switch (edge) {
    case EdgeKind::Left:
      return box.left;
    case EdgeKind::Top:
      return box.top;
    case EdgeKind::Right:
      return box.right;
    case EdgeKind::Bottom:
      return box.bottom;
  }
  HANDBILL_CHECK(false, "an edge is one of four");
}

const std::optional<Extent>& extent(const document::Box& box, EdgeKind edge) {
  return is_horizontal(edge) ? box.width : box.height;
}

/// As tall as the content.
bool is_automatic(const document::Box& box) { return !box.height && !(box.top && box.bottom); }

/// How an edge that is not written is found.
enum class Rule { Container, FromOpposite };

/// Two of near edge, far edge and extent fix an axis; the container stands in for what is missing.
Rule rule_of(const document::Box& box, EdgeKind edge) {
  const bool automatic = !is_horizontal(edge) && is_automatic(box);
  const bool has_extent = extent(box, edge).has_value() || automatic;
  if (is_far(edge)) return has_extent ? Rule::FromOpposite : Rule::Container;
  return has_extent && written(box, opposite(edge)) ? Rule::FromOpposite : Rule::Container;
}

/// Whether an edge is found by the middle of its frame.
bool is_by_middle(const document::Box& box, EdgeKind edge) {
  return edge == EdgeKind::Left ? box.center.has_value()
                                : edge == EdgeKind::Top && box.middle.has_value();
}

/// Where a container begins and ends, across or down.
struct Ends {
  Length near, far;
  Length size() const { return far - near; }
};

class Solver {
 public:
  Solver(const BoxInputs& inputs, Boxes& boxes, diag::Diagnostics& diags)
      : in_(inputs),
        side_(inputs.document.sides[inputs.side]),
        diags_(diags),
        unit_(user_unit(inputs.document.sheet.trim)),
        values_(side_.frames.size() * kNodesPerFrame),
        boxes_(boxes),
        holds_(side_.frames.size()) {
    for (const Frame& each : side_.frames) {
      if (each.inside) holds_[*each.inside] = 1;
    }
    boxes_.assign(side_.frames.size(), std::nullopt);
    if (in_.displaced != nullptr) in_.displaced->assign(side_.frames.size(), std::nullopt);
  }

  void solve() {
    collect_needs();
    report_cycles(compute_in_order());
  }

 private:
  void collect_needs();
  void need(Node node, Node other);
  void need_for_edge(FrameIndex frame, EdgeKind edge);
  void need_base(Node self, const Edge& edge, EdgeKind kind);
  void need_container(Node self, EdgeKind kind);
  void need_size(Node self, FrameIndex frame, EdgeKind kind);
  Ends container(const Frame& frame, EdgeKind kind) const;
  Length in_row(const Frame& frame, const Edge::InRow& row, EdgeKind kind) const;
  Length size_of(FrameIndex index, EdgeKind kind, const GrowingBox& growing) const;
  Length words_width(FrameIndex index, EdgeKind kind) const;
  Length on_middle(FrameIndex index, EdgeKind kind) const;
  FrameIndex outermost(FrameIndex index) const;
  void need_obstacles();
  bool depends_on_text(Node node, FrameIndex frame) const;
  std::vector<std::size_t> compute_in_order();
  void compute(Node node);
  Length edge_position(const Frame& frame, const Edge& edge, EdgeKind kind) const;
  Length chosen_of(const Frame& frame, const Edge::Choice& choice, EdgeKind kind) const;
  Length from_opposite(FrameIndex index, EdgeKind kind) const;
  void finish(FrameIndex index);
  bool is_box(const Frame& frame, const Rect& box);
  bool is_on_sheet(const Frame& frame, const Rect& box);
  void report_size(const Frame& frame, const Rect& box, EdgeKind near);
  void report(const Frame& frame, const Rect& box, diag::Span span, std::string message,
              std::vector<std::string> hints = {});
  void report_cycles(const std::vector<std::size_t>& open);
  void report_cycle(const std::vector<Node>& cycle);
  std::string words_of(Node node) const;

  const BoxInputs& in_;
  const document::Side& side_;
  diag::Diagnostics& diags_;
  UserUnit unit_;
  std::vector<std::vector<Node>> needs_;
  std::vector<Length> values_;
  Boxes& boxes_;
  std::vector<char> holds_;                // others stand in it
  std::map<FrameIndex, FrameIndex> told_;  ///< by the outermost frame: which one has been told of
};

void Solver::need(Node node, Node other) { needs_[node].push_back(other); }

/// The edge of the container, and both where a percentage of it is asked for.
void Solver::need_container(Node self, EdgeKind kind) {
  if (const auto& container = side_.frames[frame_of(self)].inside) {
    need(self, node(*container, kind));
  }
}

/// What the size of a frame is found by, without its place.
void Solver::need_size(Node self, FrameIndex frame, EdgeKind kind) {
  const document::Box& box = side_.frames[frame].box;
  const auto& size = extent(box, kind);
  if (size && (size->percent != 0 || size->as_words)) {
    need_container(self, kind);
    need_container(self, opposite(kind));
  }
  if (size || is_horizontal(kind)) return;
  need(self, node(frame, EdgeKind::Left));
  need(self, node(frame, EdgeKind::Right));
  if (const auto before = in_.follows(frame)) need(self, whole(*before));
}

void Solver::need_for_edge(FrameIndex frame, EdgeKind edge) {
  const document::Box& box = side_.frames[frame].box;
  const Node self = node(frame, edge);
  if (const auto& own = written(box, edge)) return need_base(self, *own, edge);
  if (is_by_middle(box, edge)) {
    need_base(self, edge == EdgeKind::Left ? *box.center : *box.middle, edge);
    return need_size(self, frame, edge);
  }
  if (rule_of(box, edge) == Rule::Container) return need_container(self, edge);
  need(self, node(frame, opposite(edge)));
  need_size(self, frame, edge);
}

void Solver::need_base(Node self, const Edge& edge, EdgeKind kind) {
  if (edge.percent != 0) {
    need_container(self, kind);
    need_container(self, opposite(kind));
  }
  std::visit(Overload{[&](Edge::OwnSide) { need_container(self, kind); },
                      [&](const Edge::OfFrame& other) {
                        HANDBILL_CHECK(other.frame < side_.frames.size(),
                                       "an edge names a frame of its side");
                        need(self, node(other.frame, other.edge));
                      },
                      [&](const Edge::Choice& choice) {
                        for (const Edge& each : choice.of) need_base(self, each, kind);
                      },
                      [&](const Edge::InRow& row) {
                        need_base(self, row.ends.front(), kind);
                        need_base(self, row.ends.back(), opposite(kind));
                        for (const FrameIndex each : row.frames) need_size(self, each, kind);
                      }},
             edge.base);
}

void Solver::collect_needs() {
  needs_.resize(values_.size());
  for (FrameIndex frame = 0; frame < side_.frames.size(); ++frame) {
    for (std::size_t edge = 0; edge < kWhole; ++edge) {
      need_for_edge(frame, static_cast<EdgeKind>(edge));
      need(whole(frame), node(frame, static_cast<EdgeKind>(edge)));
    }
    if (const auto before = in_.follows(frame)) need(whole(frame), whole(*before));
    if (const auto& container = side_.frames[frame].inside) need(whole(frame), whole(*container));
  }
  need_obstacles();
}

/// The edge that moves with the height of the content; for a frame that has none, its whole.
Node growing_node(const Frame& frame, FrameIndex index) {
  if (!is_automatic(frame.box)) return whole(index);
  const bool grows_up = rule_of(frame.box, EdgeKind::Top) == Rule::FromOpposite;
  return node(index, grows_up ? EdgeKind::Top : EdgeKind::Bottom);
}

bool Solver::depends_on_text(Node node, FrameIndex frame) const {
  const Node growing = growing_node(side_.frames[frame], frame);
  std::vector<char> seen(needs_.size());
  std::vector<Node> open = {node};
  while (!open.empty()) {
    const Node at = open.back();
    open.pop_back();
    if (at == growing || at == whole(frame)) return true;
    if (std::exchange(seen[at], 1) != 0) continue;
    open.insert(open.end(), needs_[at].begin(), needs_[at].end());
  }
  return false;
}

void Solver::need_obstacles() {
  for (FrameIndex frame = 0; frame < in_.around.size(); ++frame) {
    std::erase_if(in_.around[frame], [&](FrameIndex other) {
      if (depends_on_text(whole(other), frame)) return true;
      need(whole(frame), whole(other));
      need(growing_node(side_.frames[frame], frame), whole(other));
      return false;
    });
  }
}

/// Kahn's order: first what needs nothing. Returns how many needs of each node stayed open.
std::vector<std::size_t> Solver::compute_in_order() {
  std::vector<std::vector<Node>> needed_by(needs_.size());
  std::vector<std::size_t> open(needs_.size());
  std::vector<Node> ready;
  for (Node each = 0; each < needs_.size(); ++each) {
    open[each] = needs_[each].size();
    for (const Node other : needs_[each]) needed_by[other].push_back(each);
    if (open[each] == 0) ready.push_back(each);
  }
  for (std::size_t i = 0; i < ready.size(); ++i) {
    compute(ready[i]);
    for (const Node waiting : needed_by[ready[i]]) {
      if (--open[waiting] == 0) ready.push_back(waiting);
    }
  }
  return open;
}

void Solver::compute(Node node) {
  const FrameIndex index = frame_of(node);
  if (is_whole(node)) return finish(index);
  const Frame& frame = side_.frames[index];
  const EdgeKind kind = edge_of(node);
  if (const auto& edge = written(frame.box, kind)) {
    values_[node] = edge_position(frame, *edge, kind);
  } else if (is_by_middle(frame.box, kind)) {
    values_[node] = on_middle(index, kind);
  } else if (rule_of(frame.box, kind) == Rule::Container) {
    values_[node] = edge_position(frame, Edge{}, kind);
  } else {
    values_[node] = from_opposite(index, kind);
  }
}

Ends Solver::container(const Frame& frame, EdgeKind kind) const {
  const bool across = is_horizontal(kind);
  if (frame.inside) {
    const Insets& inset = side_.frames[*frame.inside].inset;
    const auto at = [&](EdgeKind edge) { return values_[node(*frame.inside, edge)]; };
    return across ? Ends{at(EdgeKind::Left) + inset.left, at(EdgeKind::Right) - inset.right}
                  : Ends{at(EdgeKind::Top) + inset.top, at(EdgeKind::Bottom) - inset.bottom};
  }
  const Rect box = container_of(in_.document, side_, frame);
  return across ? Ends{box.left, box.right()} : Ends{box.top, box.bottom()};
}

Length Solver::edge_position(const Frame& frame, const Edge& edge, EdgeKind kind) const {
  const Ends ends = container(frame, kind);
  const Length offset = edge.offset + ends.size() * (edge.percent / 100);
  if (const auto* other = std::get_if<Edge::OfFrame>(&edge.base)) {
    return values_[layout::node(other->frame, other->edge)] + offset;
  }
  if (const auto* choice = std::get_if<Edge::Choice>(&edge.base)) {
    return chosen_of(frame, *choice, kind) + offset;
  }
  if (const auto* row = std::get_if<Edge::InRow>(&edge.base)) return in_row(frame, *row, kind);
  return is_far(kind) ? ends.far - offset : ends.near + offset;
}

Length Solver::chosen_of(const Frame& frame, const Edge::Choice& choice, EdgeKind kind) const {
  using enum Edge::Choice::Which;
  HANDBILL_CHECK(!choice.of.empty(), "a choice has edges");
  std::optional<Length> chosen;
  Length sum{};
  for (const Edge& each : choice.of) {
    const Length at = edge_position(frame, each, kind);
    sum += at;
    if (!chosen) chosen = at;
    chosen = choice.which == Max ? std::max(*chosen, at) : std::min(*chosen, at);
  }
  return choice.which == Mean ? sum / static_cast<double>(choice.of.size()) : *chosen;
}

/// From where the first begins over those before it, and as many of the spaces between all.
Length Solver::in_row(const Frame& frame, const Edge::InRow& row, EdgeKind kind) const {
  const Length from = edge_position(frame, row.ends.front(), kind);
  const Length to = edge_position(frame, row.ends.back(), opposite(kind));
  const double way = is_far(kind) ? -1 : 1;
  Length before{}, all{};
  for (std::size_t i = 0; i < row.frames.size(); ++i) {
    const FrameIndex each = row.frames[i];
    const Length left = values_[node(each, EdgeKind::Left)];
    const Length right = values_[node(each, EdgeKind::Right)];
    const Length size = size_of(each, kind, {left, right - left, EdgeKind::Top, from});
    if (i < row.index) before += size;
    all += size;
  }
  const std::size_t spaces = row.frames.size() - 1;
  const Length free = (to - from) * way - all;
  const Length space = spaces > 0 ? free / static_cast<double>(spaces) : Length();
  return from + (before + space * static_cast<double>(row.index)) * way;
}

Length Solver::words_width(FrameIndex index, EdgeKind kind) const {
  const Frame& frame = side_.frames[index];
  const Ends ends = container(frame, kind);
  Length room = ends.size();
  const auto& left = frame.box.left;
  if (left && !std::holds_alternative<Edge::InRow>(left->base))
    room = ends.far - values_[node(index, EdgeKind::Left)];
  const auto& right = frame.box.right;
  if (right && !std::holds_alternative<Edge::InRow>(right->base))
    room = values_[node(index, EdgeKind::Right)] - ends.near;
  const Length wanted = in_.words_width ? in_.words_width(index) : Length();
  return std::min(wanted, std::max(room, Length()));
}

/// Along the axis of `kind`; `growing` is of use when it is as tall as its content.
Length Solver::size_of(FrameIndex index, EdgeKind kind, const GrowingBox& growing) const {
  const Frame& frame = side_.frames[index];
  if (const auto& wanted = extent(frame.box, kind)) {
    if (wanted->as_words) return words_width(index, kind);
    return wanted->length + container(frame, kind).size() * (wanted->percent / 100);
  }
  // Too narrow for anything is reported once, as a box.
  return growing.width > kTolerance ? in_.content_height(index, growing) : Length();
}

Length Solver::on_middle(FrameIndex index, EdgeKind kind) const {
  const Frame& frame = side_.frames[index];
  const Edge& edge = kind == EdgeKind::Left ? *frame.box.center : *frame.box.middle;
  const Length middle = edge_position(frame, edge, kind);
  const Length left = values_[node(index, EdgeKind::Left)];
  const Length right = values_[node(index, EdgeKind::Right)];
  return middle - size_of(index, kind, {left, right - left, EdgeKind::Top, middle}) / 2;
}

Length Solver::from_opposite(FrameIndex index, EdgeKind kind) const {
  const Length other = values_[node(index, opposite(kind))];
  const Length left = values_[node(index, EdgeKind::Left)];
  const Length width = values_[node(index, EdgeKind::Right)] - left;
  const Length size = size_of(index, kind, {left, width, opposite(kind), other});
  return is_far(kind) ? other + size : other - size;
}

FrameIndex Solver::outermost(FrameIndex index) const {
  while (side_.frames[index].inside) index = *side_.frames[index].inside;
  return index;
}

void Solver::finish(FrameIndex index) {
  const Frame& frame = side_.frames[index];
  const Rect box = Rect::from_edges(
      values_[node(index, EdgeKind::Left)], values_[node(index, EdgeKind::Top)],
      values_[node(index, EdgeKind::Right)], values_[node(index, EdgeKind::Bottom)]);
  const bool has_size = frame.fell_away || is_box(frame, box);
  const bool is_good = frame.fell_away || (has_size && is_on_sheet(frame, box));
  if (has_size) boxes_[index] = box;
  if (!is_good && in_.displaced != nullptr) (*in_.displaced)[index] = box;
}

diag::Span place_of(const Frame& frame) {
  return frame.box.span.known() ? frame.box.span : frame.span;
}

bool may_be_cut(const Frame& frame) {
  return std::visit(
      Overload{[](const OneOf<std::monostate, document::PictureContent> auto&) { return true; },
               [](const document::ArtContent& art) {
                 return art.use == document::ArtContent::Use::Drawing;
               },
               [](const OneOf<document::StoryContent, document::TextContent, document::Table,
                              document::TableContent> auto&) { return false; }},
      frame.content);
}

bool Solver::is_box(const Frame& frame, const Rect& box) {
  const auto index = static_cast<std::size_t>(&frame - side_.frames.data());
  const bool may_be_flat = is_automatic(frame.box) || holds_[index] != 0;
  if (box.width <= kTolerance) {
    report_size(frame, box, EdgeKind::Left);
    return false;
  }
  if (box.height <= kTolerance && !may_be_flat) {
    report_size(frame, box, EdgeKind::Top);
    return false;
  }
  const Rect content = box.inset(frame.inset);
  if (document::shows_nothing(frame) ||
      (content.width > kTolerance && (content.height > kTolerance || may_be_flat))) {
    return true;
  }
  report(frame, box, frame.span,
         frame_words(frame) + " is " + in_words(box.width, unit_) + " wide and " +
             in_words(box.height, unit_) + " tall, its insets leave no room inside");
  return false;
}

void Solver::report_size(const Frame& frame, const Rect& box, EdgeKind near) {
  const bool across = near == EdgeKind::Left;
  const Length start = across ? box.left : box.top;
  const Length end = across ? box.right() : box.bottom();
  const auto name = [&](EdgeKind edge) { return "its " + std::string(edge_name(edge)) + " edge"; };
  report(frame, box, place_of(frame),
         frame_words(frame) + " is " + in_words(end - start, unit_) +
             (across ? " wide: " : " tall: ") + name(near) + " is at " + in_words(start, unit_) +
             ", " + name(opposite(near)) + " at " + in_words(end, unit_));
}

/// Of what stands in a frame the first alone is told of: the others follow from it.
void Solver::report(const Frame& frame, const Rect& box, diag::Span span, std::string message,
                    std::vector<std::string> hints) {
  const auto index = static_cast<FrameIndex>(&frame - side_.frames.data());
  const auto [told, is_new] = told_.emplace(outermost(index), index);
  if (!is_new && told->second != index) return;
  diags_.add({.id = diag::DiagnosticId::BadBox,
              .message = std::move(message),
              .span = span,
              .hints = std::move(hints),
              .area = diag::PageArea{in_.side + 1, box},
              .frame = frame.name});
}

/// Grounds, drawings and pictures may run past the bleed, where they are cut off. Text and codes
/// may not, nor may what nothing is seen of.
bool Solver::is_on_sheet(const Frame& frame, const Rect& box) {
  const document::Sheet& sheet = in_.document.sheet;
  const Rect bleed = Rect{{}, {}, sheet.trim.width, sheet.trim.height}.outset(sheet.bleed);
  if (may_be_cut(frame) && bleed.intersects(box)) return true;
  const std::array<std::pair<Length, std::string_view>, 4> beyond = {{
      {bleed.left - box.left, "left"},
      {bleed.top - box.top, "top"},
      {box.right() - bleed.right(), "right"},
      {box.bottom() - bleed.bottom(), "bottom"},
  }};
  bool on_sheet = true;
  for (const auto& [amount, edge] : beyond) {
    if (fits(amount, Length())) continue;
    on_sheet = false;
    std::vector<std::string> hints;
    if (frame.stop && edge == "bottom") {
      hints = {
          "let entries that have no room go on elsewhere: give the box a `bottom`, and say "
          "`flow = true`"};
    }
    report(frame, box, place_of(frame),
           frame_words(frame) + " reaches " + in_words(amount, unit_) + " beyond the " +
               (sheet.bleed > Length() ? "bleed" : "sheet") + " at the " + std::string(edge),
           std::move(hints));
  }
  return on_sheet;
}

void Solver::report_cycles(const std::vector<std::size_t>& open) {
  // A node that stayed open needs another one that did; following those needs ends in a circle.
  std::vector<std::size_t> walked(open.size(), 0);
  for (Node start = 0; start < open.size(); ++start) {
    if (open[start] == 0 || walked[start] != 0) continue;
    std::vector<Node> way;
    Node at = start;
    while (walked[at] == 0) {
      walked[at] = start + 1;
      way.push_back(at);
      for (const Node other : needs_[at]) {
        if (open[other] == 0) continue;
        at = other;
        break;
      }
    }
    if (walked[at] != start + 1) continue;
    way.erase(way.begin(), std::find(way.begin(), way.end(), at));
    report_cycle(way);
  }
}

/// "`do.bottom`"
std::string Solver::words_of(Node node) const {
  const std::string& name = side_.frames[frame_of(node)].name;
  return "`" + (name.empty() ? "(no name)" : name) + "." + std::string(edge_name(edge_of(node))) +
         "`";
}

void Solver::report_cycle(const std::vector<Node>& cycle) {
  diag::Diagnostic problem{.id = diag::DiagnosticId::FrameCycle, .message = {}};
  std::vector<std::string> chain;
  for (std::size_t i = 0; i < cycle.size(); ++i) {
    if (is_whole(cycle[i])) continue;
    const Frame& frame = side_.frames[frame_of(cycle[i])];
    const std::string edge = words_of(cycle[i]);
    chain.push_back(edge);
    const auto& own = written(frame.box, edge_of(cycle[i]));
    const diag::Span span = own ? own->span : frame.box.span;
    if (!problem.span.known()) problem.span = span.known() ? span : frame.span;
    if (!own) continue;
    const Node other = cycle[(i + 1) % cycle.size()];
    problem.labels.push_back({span, edge + " follows " + words_of(other)});
  }
  std::string words;
  for (const std::string& each : chain) words += each + " needs ";
  problem.message = "frame edges depend on each other in a circle: " + words + chain.front();
  problem.hints.push_back(
      "let one of these edges follow the sheet: `margin`, a length or a percent");
  diags_.add(std::move(problem));
}

}  // namespace

Rect container_of(const document::Document& document, const document::Side& side,
                  const document::Frame& frame) {
  if (!frame.panel) return {{}, {}, document.sheet.trim.width, document.sheet.trim.height};
  HANDBILL_CHECK(*frame.panel < side.panels.size(), "a frame names a panel of its side");
  return side.panels[*frame.panel].box;
}

std::string frame_words(const document::Frame& frame) {
  return frame.name.empty() ? "a frame" : "frame `" + frame.name + "`";
}

void solve_boxes(const BoxInputs& inputs, Boxes& boxes, diag::Diagnostics& diags) {
  Solver(inputs, boxes, diags).solve();
}

}  // namespace handbill::layout
