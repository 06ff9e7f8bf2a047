// SPDX-License-Identifier: MIT
#include "document/resolve_box.h"

#include <algorithm>

namespace handbill::document {
namespace {

using enum diag::DiagnosticId;
using Term = spec::EdgeSpec::Term;

EdgeKind kind_of(spec::EdgeName name) {
  switch (name) {
    case spec::EdgeName::Left:
      return EdgeKind::Left;
    case spec::EdgeName::Top:
      return EdgeKind::Top;
    case spec::EdgeName::Right:
      return EdgeKind::Right;
    case spec::EdgeName::Bottom:
      return EdgeKind::Bottom;
  }
  return EdgeKind::Left;
}

bool is_horizontal(EdgeKind kind) { return kind == EdgeKind::Left || kind == EdgeKind::Right; }

Length margin_at(const Insets& margin, EdgeKind kind) {
  switch (kind) {
    case EdgeKind::Left:
      return margin.left;
    case EdgeKind::Top:
      return margin.top;
    case EdgeKind::Right:
      return margin.right;
    case EdgeKind::Bottom:
      return margin.bottom;
  }
  return {};
}

class BoxMaker {
 public:
  BoxMaker(const Insets& margin, const FrameNames& frames, const Context& context)
      : margin_(margin), frames_(frames), context_(context) {}

  Box make(const spec::BoxSpec& spec) const;
  Edge margin_edge(EdgeKind kind, diag::Span span) const {
    return {Edge::OwnSide{}, margin_at(margin_, kind), 0, span};
  }

 private:
  std::optional<Edge> edge(const std::optional<spec::EdgeSpec>& spec, EdgeKind kind) const;
  Edge edge(const spec::EdgeSpec& spec, EdgeKind kind) const;
  void set_base(Edge& edge, const Term& term, EdgeKind kind) const;
  Edge::Choice choice(const Term& term, EdgeKind kind) const;
  std::optional<Extent> extent(const std::optional<spec::EdgeSpec>& spec,
                               std::string_view name) const;
  void fill_in(Box& box) const;

  const Insets& margin_;
  const FrameNames& frames_;
  const Context& context_;
};

Box BoxMaker::make(const spec::BoxSpec& spec) const {
  Box box{edge(spec.left, EdgeKind::Left),
          edge(spec.top, EdgeKind::Top),
          edge(spec.right, EdgeKind::Right),
          edge(spec.bottom, EdgeKind::Bottom),
          extent(spec.width, "width"),
          extent(spec.height, "height"),
          spec.span,
          std::nullopt};
  if (box.left && box.right && box.width) {
    context_.error(BadBox, box.width->span,
                   "`left`, `right` and `width` say the same thing twice; give two of them");
    box.width.reset();
  }
  if (box.top && box.bottom && box.height) {
    context_.error(BadBox, box.height->span,
                   "`top`, `bottom` and `height` say the same thing twice; give two of them");
    box.height.reset();
  }
  fill_in(box);
  if (spec.limit && box.has_height()) {
    context_.error(BadBox, spec.limit->span,
                   "the frame has a height, so it does not grow and needs no `limit`",
                   {"leave `height` out, or `top` or `bottom`"});
  } else {
    box.limit = edge(spec.limit, box.bottom ? EdgeKind::Top : EdgeKind::Bottom);
  }
  return box;
}

void BoxMaker::fill_in(Box& box) const {
  if (!box.left && !(box.right && box.width)) box.left = margin_edge(EdgeKind::Left, box.span);
  if (!box.right && !box.width) box.right = margin_edge(EdgeKind::Right, box.span);
  if (box.top || box.bottom) return;
  box.top = margin_edge(EdgeKind::Top, box.span);
  if (!box.height) box.bottom = margin_edge(EdgeKind::Bottom, box.span);
}

std::optional<Edge> BoxMaker::edge(const std::optional<spec::EdgeSpec>& spec, EdgeKind kind) const {
  return spec ? std::optional(edge(*spec, kind)) : std::nullopt;
}

Edge BoxMaker::edge(const spec::EdgeSpec& spec, EdgeKind kind) const {
  Edge edge{Edge::OwnSide{}, Length{}, 0, spec.span};
  for (const Term& term : spec.terms) {
    switch (term.kind) {
      case Term::Kind::Length:
        edge.offset += term.length * term.sign;
        break;
      case Term::Kind::Percent:
        edge.percent += term.percent * term.sign;
        break;
      case Term::Kind::Margin:
        edge.offset += margin_at(margin_, kind) * term.sign;
        break;
      case Term::Kind::Frame:
      case Term::Kind::Max:
      case Term::Kind::Min:
        set_base(edge, term, kind);
        break;
    }
  }
  return edge;
}

void BoxMaker::set_base(Edge& edge, const Term& term, EdgeKind kind) const {
  if (term.sign < 0 || !std::holds_alternative<Edge::OwnSide>(edge.base)) {
    context_.error(BadBox, term.span,
                   "an edge starts from one edge of one frame, and lengths are added to it",
                   {"the lowest or rightmost of several is `max(a.bottom, b.bottom)`"});
    return;
  }
  if (term.kind != Term::Kind::Frame) {
    edge.base = choice(term, kind);
    return;
  }
  const EdgeKind other = kind_of(term.edge);
  if (is_horizontal(other) != is_horizontal(kind)) {
    context_.error(BadBox, term.span,
                   quoted(name_of(kind)) + " can't follow the " + std::string(name_of(other)) +
                       " edge of a frame: one runs across the page, the other down",
                   {is_horizontal(kind) ? "use `.left` or `.right`" : "use `.top` or `.bottom`"});
    return;
  }
  const auto found = find_frame(term.frame, term.span, frames_, context_);
  if (found) edge.base = Edge::OfFrame{*found, other};
}

Edge::Choice BoxMaker::choice(const Term& term, EdgeKind kind) const {
  using enum Edge::Choice::Which;
  Edge::Choice choice{term.kind == Term::Kind::Max ? Max : Min, {}};
  for (const spec::EdgeSpec& each : term.choices) choice.of.push_back(edge(each, kind));
  return choice;
}

std::optional<Extent> BoxMaker::extent(const std::optional<spec::EdgeSpec>& spec,
                                       std::string_view name) const {
  if (!spec) return std::nullopt;
  Extent extent{Length{}, 0, spec->span};
  for (const Term& term : spec->terms) {
    if (term.kind != Term::Kind::Length && term.kind != Term::Kind::Percent) {
      context_.error(BadBox, term.span, quoted(name) + " is a length or a percentage, not a place");
      return extent;
    }
    extent.length += term.length * term.sign;
    extent.percent += term.percent * term.sign;
  }
  const bool is_something = extent.length > Length{} || extent.percent > 0;
  if (!is_something) {
    context_.error(BadBox, spec->span, "a " + std::string(name) + " must be more than 0");
  }
  return extent;
}

}  // namespace

std::string_view name_of(EdgeKind kind) {
  switch (kind) {
    case EdgeKind::Left:
      return "left";
    case EdgeKind::Top:
      return "top";
    case EdgeKind::Right:
      return "right";
    case EdgeKind::Bottom:
      return "bottom";
  }
  return "";
}

std::optional<FrameIndex> find_frame(const std::string& name, diag::Span span,
                                     const FrameNames& frames, const Context& context) {
  const auto found = std::ranges::find(frames, name);
  if (found != frames.end() && !name.empty()) {
    return static_cast<FrameIndex>(found - frames.begin());
  }
  FrameNames named;
  std::ranges::copy_if(frames, std::back_inserter(named),
                       [](const std::string& each) { return !each.empty(); });
  context.error(UnknownFrame, span, "no frame of this side is called " + quoted(name),
                did_you_mean(name, named));
  return std::nullopt;
}

Box resolve_box(const std::optional<spec::BoxSpec>& spec, diag::Span frame_span,
                const Insets& margin, const FrameNames& frames, const Context& context) {
  const BoxMaker maker(margin, frames, context);
  if (spec) return maker.make(*spec);
  spec::BoxSpec whole;
  whole.span = frame_span;
  return maker.make(whole);
}

}  // namespace handbill::document
