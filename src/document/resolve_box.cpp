// SPDX-License-Identifier: MIT
#include "document/resolve_box.h"

#include <algorithm>
#include <utility>

#include "base/number.h"

namespace handbill::document {
namespace {

using enum diag::DiagnosticId;
using Term = spec::EdgeSpec::Term;

/// Center and middle lie half way between two edges.
std::optional<EdgeKind> kind_of(spec::EdgeName name) {
  switch (name) {
    case spec::EdgeName::Left:
      return EdgeKind::Left;
    case spec::EdgeName::Top:
      return EdgeKind::Top;
    case spec::EdgeName::Right:
      return EdgeKind::Right;
    case spec::EdgeName::Bottom:
      return EdgeKind::Bottom;
    case spec::EdgeName::Center:
    case spec::EdgeName::Middle:
      return std::nullopt;
  }
  return std::nullopt;
}

bool is_horizontal(spec::EdgeName name) {
  using enum spec::EdgeName;
  return name == Left || name == Right || name == Center;
}

std::string_view name_of(spec::EdgeName name) {
  if (const auto kind = kind_of(name)) return document::name_of(*kind);
  return name == spec::EdgeName::Center ? "center" : "middle";
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
  BoxMaker(const BoxBase& base, const Context& context)
      : margin_(base.margin), grid_(base.grid), frames_(base.frames), context_(context) {}

  Box make(const spec::BoxSpec& spec) const;
  Edge edge(const spec::EdgeSpec& spec, EdgeKind kind) const;
  Edge margin_edge(EdgeKind kind, diag::Span span) const {
    return {Edge::OwnSide{}, margin_at(margin_, kind), 0, span};
  }

 private:
  std::optional<Edge> edge(const std::optional<spec::EdgeSpec>& spec, EdgeKind kind) const;
  void set_on_center(const spec::BoxSpec& spec, Box& box) const;
  void set_on_middle(const spec::BoxSpec& spec, Box& box) const;
  void set_on_grid(const spec::BoxSpec& spec, Box& box) const;
  bool has_grid(diag::Span asked_at) const;
  Length gutter() const;
  Edge behind_columns(EdgeKind kind, double columns, diag::Span span) const;
  std::optional<Edge> column_edge(const Term& term, EdgeKind kind) const;
  void set_base(Edge& edge, const Term& term, EdgeKind kind) const;
  void add_column(Edge& edge, const Term& term, EdgeKind kind) const;
  void report_two_bases(const Term& term) const;
  Edge::Choice choice(const Term& term, EdgeKind kind) const;
  std::optional<Extent> extent(const std::optional<spec::EdgeSpec>& spec,
                               std::string_view name) const;
  void fill_in(Box& box) const;

  const Insets& margin_;
  const std::optional<spec::GridSpec>& grid_;
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
  set_on_grid(spec, box);
  set_on_center(spec, box);
  set_on_middle(spec, box);
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

/// Half of what is known of its size before the edge that its middle lies on.
Edge before_middle(Edge middle, const Extent& size) {
  middle.offset -= size.length / 2;
  middle.percent -= size.percent / 2;
  return middle;
}

void BoxMaker::set_on_center(const spec::BoxSpec& spec, Box& box) const {
  if (!spec.center) return;
  if (box.left || box.right || !box.width) {
    context_.error(BadBox, spec.center->span,
                   box.width ? "`center` stands instead of `left` and `right`"
                             : "a box with `center` needs a `width`");
    return;
  }
  const Edge center = edge(*spec.center, EdgeKind::Left);
  if (box.width->as_words) {
    box.center = center;
  } else {
    box.left = before_middle(center, *box.width);
  }
}

void BoxMaker::set_on_middle(const spec::BoxSpec& spec, Box& box) const {
  if (!spec.middle) return;
  if (box.top || box.bottom) {
    context_.error(BadBox, spec.middle->span, "`middle` stands instead of `top` and `bottom`");
    return;
  }
  const Edge middle = edge(*spec.middle, EdgeKind::Top);
  if (box.height) {
    box.top = before_middle(middle, *box.height);
  } else {
    box.middle = middle;
  }
}

/// "2-5", "3": the first and the last, from 1; nothing: it is no such range.
std::optional<std::pair<int, int>> columns_of(std::string_view text) {
  const auto whole = [](std::string_view digits) -> std::optional<int> {
    const std::size_t first = digits.find_first_not_of(' ');
    if (first == digits.npos) return std::nullopt;
    digits = digits.substr(first, digits.find_last_not_of(' ') + 1 - first);
    const auto number = parse_number(digits);
    const bool is_whole = number && *number >= 1 && *number <= 1000 &&
                          digits.find_first_not_of("0123456789") == digits.npos;
    return is_whole ? std::optional(static_cast<int>(*number)) : std::nullopt;
  };
  const std::size_t dash = text.find('-');
  const auto first = whole(text.substr(0, dash));
  const auto last = dash == text.npos ? first : whole(text.substr(dash + 1));
  if (!first || !last || *last < *first) return std::nullopt;
  return std::pair(*first, *last);
}

/// Of the columns between the margins; a right-to-left layout turns them round with all else.
void BoxMaker::set_on_grid(const spec::BoxSpec& spec, Box& box) const {
  if (!spec.columns) return;
  const diag::Span span = spec.columns->span;
  const auto range = columns_of(spec.columns->value);
  if (!has_grid(span)) return;
  const auto count = static_cast<double>(grid_->count->value);
  if (!range || range->second > count) {
    context_.error(BadBox, span,
                   quoted(spec.columns->value) + " are no columns of a grid of " +
                       std::to_string(grid_->count->value),
                   {"write it like \"2-5\", or \"3\" for one"});
    return;
  }
  if (box.left || box.right || box.width || spec.center) {
    context_.error(BadBox, span, "`columns` stands instead of `left`, `right` and `width`");
    return;
  }
  box.left = behind_columns(EdgeKind::Left, range->first - 1, span);
  box.right = behind_columns(EdgeKind::Right, count - range->second, span);
}

/// False, and reported unless it is lost: there are no columns to stand on.
bool BoxMaker::has_grid(diag::Span asked_at) const {
  if (!grid_) {
    context_.error(BadBox, asked_at, "the layout has no columns to stand on",
                   {"give it some: `[sheet.columns]` with `count = 12`"});
  }
  return grid_ && grid_->count;
}

Length BoxMaker::gutter() const { return grid_->gutter ? grid_->gutter->value : Length::pt(12); }

/// From a margin over so many columns and as many gutters, inwards.
Edge BoxMaker::behind_columns(EdgeKind kind, double columns, diag::Span span) const {
  const auto count = static_cast<double>(grid_->count->value);
  const Length taken = margin_at(margin_, EdgeKind::Left) + margin_at(margin_, EdgeKind::Right) +
                       gutter() * (count - 1);
  return {Edge::OwnSide{}, margin_at(margin_, kind) + (gutter() - taken / count) * columns,
          100 / count * columns, span};
}

/// The place of a column's edge from the left of the container.
std::optional<Edge> BoxMaker::column_edge(const Term& term, EdgeKind kind) const {
  if (!is_horizontal(term.edge) || !is_horizontal(kind)) {
    context_.error(BadBox, term.span,
                   is_horizontal(kind)
                       ? "a column has no " + quoted(std::string(name_of(term.edge))) + " edge"
                       : quoted(document::name_of(kind)) +
                             " can't follow a column, which runs down the whole page",
                   {is_horizontal(kind) ? "use `.left`, `.right` or `.center`"
                                        : "use a length, a percentage or another frame"});
    return std::nullopt;
  }
  if (!has_grid(term.span)) return std::nullopt;
  if (term.column > grid_->count->value) {
    context_.error(BadBox, term.span,
                   "there is no column " + std::to_string(term.column) + " in a grid of " +
                       std::to_string(grid_->count->value));
    return std::nullopt;
  }
  Edge left = behind_columns(EdgeKind::Left, term.column - 1, term.span);
  Edge right = behind_columns(EdgeKind::Left, term.column, term.span);
  right.offset -= gutter();
  if (term.edge == spec::EdgeName::Left) return left;
  if (term.edge == spec::EdgeName::Right) return right;
  return Edge{Edge::OwnSide{}, (left.offset + right.offset) / 2, (left.percent + right.percent) / 2,
              term.span};
}

void BoxMaker::fill_in(Box& box) const {
  if (box.center) {
    // as wide as its words, and in its place
  } else if (!box.left && !(box.right && box.width))
    box.left = margin_edge(EdgeKind::Left, box.span);
  if (!box.right && !box.width) box.right = margin_edge(EdgeKind::Right, box.span);
  if (box.top || box.bottom || box.middle) return;
  box.top = margin_edge(EdgeKind::Top, box.span);
  if (!box.height) box.bottom = margin_edge(EdgeKind::Bottom, box.span);
}

std::optional<Edge> BoxMaker::edge(const std::optional<spec::EdgeSpec>& spec, EdgeKind kind) const {
  return spec ? std::optional(edge(*spec, kind)) : std::nullopt;
}

Edge BoxMaker::edge(const spec::EdgeSpec& spec, EdgeKind kind) const {
  Edge edge{Edge::OwnSide{}, Length{}, 0, spec.span};
  const auto is_column = [](const Term& term) { return term.kind == Term::Kind::Column; };
  const auto column = std::ranges::find_if(spec.terms, is_column);
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
      case Term::Kind::Column:
        if (&term == &*column && term.sign > 0) {
          add_column(edge, term, kind);
          break;
        }
        [[fallthrough]];
      case Term::Kind::Frame:
      case Term::Kind::Max:
      case Term::Kind::Min:
        if (column != spec.terms.end()) {
          report_two_bases(term);
        } else {
          set_base(edge, term, kind);
        }
        break;
      case Term::Kind::Words:
        break;  // reported by parse
    }
  }
  // Like other places, that of a column counts from the left, and lengths are added rightwards.
  if (column != spec.terms.end() && kind == EdgeKind::Right) {
    edge.offset = -edge.offset;
    edge.percent = 100 - edge.percent;
  }
  return edge;
}

void BoxMaker::add_column(Edge& edge, const Term& term, EdgeKind kind) const {
  const auto place = column_edge(term, kind);
  if (!place) return;
  edge.offset += place->offset;
  edge.percent += place->percent;
}

void BoxMaker::report_two_bases(const Term& term) const {
  context_.error(BadBox, term.span,
                 "an edge starts from one edge of one frame, and lengths are added to it",
                 {"the lowest or rightmost of several is `max(a.bottom, b.bottom)`"});
}

void BoxMaker::set_base(Edge& edge, const Term& term, EdgeKind kind) const {
  if (term.sign < 0 || !std::holds_alternative<Edge::OwnSide>(edge.base)) {
    return report_two_bases(term);
  }
  if (term.kind != Term::Kind::Frame) {
    edge.base = choice(term, kind);
    return;
  }
  if (is_horizontal(term.edge) != is_horizontal(kind)) {
    context_.error(BadBox, term.span,
                   quoted(document::name_of(kind)) + " can't follow the " +
                       std::string(name_of(term.edge)) +
                       " edge of a frame: one runs across the page, the other down",
                   {is_horizontal(kind) ? "use `.left` or `.right`" : "use `.top` or `.bottom`"});
    return;
  }
  const auto found = find_frame(term.frame, term.span, frames_, context_);
  if (!found) return;
  if (const auto other = kind_of(term.edge)) {
    edge.base = Edge::OfFrame{*found, *other};
    return;
  }
  const bool across = is_horizontal(kind);
  const auto end = [&](EdgeKind each) {
    return Edge{Edge::OfFrame{*found, each}, {}, 0, term.span};
  };
  edge.base = Edge::Choice{Edge::Choice::Which::Mean,
                           {end(across ? EdgeKind::Left : EdgeKind::Top),
                            end(across ? EdgeKind::Right : EdgeKind::Bottom)}};
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
  if (spec->terms.size() == 1 && spec->terms.front().kind == Term::Kind::Words) {
    extent.as_words = true;
    return extent;
  }
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

Edge resolve_edge(const spec::EdgeSpec& edge, EdgeKind kind, const BoxBase& base,
                  const Context& context) {
  return BoxMaker(base, context).edge(edge, kind);
}

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
                const BoxBase& base, const Context& context) {
  const BoxMaker maker(base, context);
  if (spec) return maker.make(*spec);
  spec::BoxSpec whole;
  whole.span = frame_span;
  return maker.make(whole);
}

}  // namespace handbill::document
