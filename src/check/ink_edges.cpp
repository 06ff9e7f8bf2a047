// SPDX-License-Identifier: MIT
#include "check/ink_edges.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/check.h"
#include "check/quoted.h"
#include "check/text_links.h"
#include "display/item_kinds.h"
#include "document/content_kinds.h"

namespace handbill::check {
namespace {

/// How far beside an edge the ink on each side is looked at: half of the thinnest line there is.
constexpr Length kBeside = Length::pt(0.03);

struct Fault {
  enum class Kind { Edge, Under } kind = Kind::Edge;
  const display::Item* text = nullptr;
  std::size_t thing = 0;
};

Point middle_of(const Piece& piece) {
  return {(piece.from.x + piece.to.x) / 2, (piece.from.y + piece.to.y) / 2};
}

/// A point long.
Point direction(const Piece& piece) {
  const double across = (piece.to.x - piece.from.x).pt(), down = (piece.to.y - piece.from.y).pt();
  const double length = std::max(std::hypot(across, down), 1e-12);
  return {Length::pt(across / length), Length::pt(down / length)};
}

/// Where a way crosses an edge.
std::optional<Point> crossing(const Piece& way, const Piece& edge) {
  const Point along = way.to - way.from, other = edge.to - edge.from,
              between = edge.from - way.from;
  const auto cross = [](Point a, Point b) { return a.x.pt() * b.y.pt() - a.y.pt() * b.x.pt(); };
  const double turn = cross(along, other);
  if (std::abs(turn) < 1e-12) return std::nullopt;
  const double here = cross(between, other) / turn, there = cross(between, along) / turn;
  if (here < 0 || here > 1 || there < 0 || there > 1) return std::nullopt;
  return Point{way.from.x + along.x * here, way.from.y + along.y * here};
}

class InkEdges {
 public:
  InkEdges(const PageView& view, GlyphOutlines& outlines) : view_(view), outlines_(outlines) {}

  /// By frame of the text, the first fault with each other frame.
  std::map<display::FrameId, std::vector<Fault>> find() {
    const auto& items = view_.page.items;
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (const auto* run = display::text_of(items[i])) look(i, *run);
    }
    for (const Link& each : text_links(view_)) look(each);
    return std::move(faults_);
  }

 private:
  void look(std::size_t index, const display::GlyphRun& run) {
    const display::Item& text = view_.page.items[index];
    const std::vector<std::size_t> suspects = strangers(text, index, rough_box(run));
    if (suspects.empty()) return;
    for (const GlyphInk& ink : glyph_inks(run, view_.fonts)) {
      for (const std::size_t thing : suspects) look(index, ink, thing);
    }
  }

  /// Things with an edge in the box, or painted over it, that the text may not meet.
  std::vector<std::size_t> strangers(const display::Item& text, std::size_t index,
                                     const Rect& box) const {
    const Ground& ground = view_.ground;
    std::vector<std::size_t> things = ground.below(box, index);
    std::erase_if(things, [&](std::size_t each) {
      return is_allowed(text, ground.item(each)) || !ground.has_edge(each, box);
    });
    for (const std::size_t each : ground.near(box)) {
      const bool is_above = ground.object(each).item > index;
      if (is_above && !is_allowed(text, ground.item(each))) things.push_back(each);
    }
    return things;
  }

  bool is_allowed(const display::Item& text, const display::Item& other) const {
    const bool own = text.frame == other.frame && other.part == display::FramePart::Content;
    return own || view_.may_overlap(text.frame, other.frame);
  }

  void look(std::size_t index, const GlyphInk& ink, std::size_t thing) {
    const Ground& ground = view_.ground;
    const display::Item& text = view_.page.items[index];
    if (!meet(ground.object(thing).bounds, ink.core()) || is_found(text, thing)) return;
    const bool is_below = ground.object(thing).item < index;
    if (!is_below && is_hidden(ink, thing)) {
      faults_[text.frame].push_back({Fault::Kind::Under, &text, thing});
    } else if (is_below ? crosses(ink, thing, index) : is_crossed(ink, thing)) {
      faults_[text.frame].push_back({Fault::Kind::Edge, &text, thing});
    }
  }

  /// Each frame is told of once that the text of another met something of it.
  bool is_found(const display::Item& text, std::size_t thing) const {
    const auto known = faults_.find(text.frame);
    const display::FrameId other = view_.ground.item(thing).frame;
    return known != faults_.end() && std::ranges::any_of(known->second, [&](const Fault& each) {
             return view_.ground.item(each.thing).frame == other;
           });
  }

  void look(const Link& link) {
    const Rect box = box_of(link.way);
    const display::Item& text = view_.page.items[link.item];
    for (const std::size_t thing : strangers(text, link.item, box)) {
      if (is_found(text, thing)) continue;
      if (parts(thing, link)) faults_[text.frame].push_back({Fault::Kind::Edge, &text, thing});
    }
  }

  /// An edge that is seen runs through a close link; of a loose one the ends lie on either side.
  bool parts(std::size_t thing, const Link& link) const {
    const Ground& ground = view_.ground;
    if (link.hold == Link::Hold::Loose &&
        ground.encloses(thing, link.way.from) == ground.encloses(thing, link.way.to)) {
      return false;
    }
    const std::size_t end = std::max(link.item, ground.object(thing).item + 1);
    bool parted = false;
    ground.each_edge(thing, box_of(link.way), [&](const Piece& piece) {
      const auto at = parted ? std::nullopt : crossing(link.way, piece);
      parted = parted || (at && is_seen(*at, direction(piece), end));
    });
    return parted;
  }

  bool crosses(const GlyphInk& ink, std::size_t thing, std::size_t index) {
    bool crossed = false;
    view_.ground.each_edge(thing, ink.core(), [&](const Piece& piece) {
      if (crossed) return;
      const auto below = outlines_.part_below(ink, piece);
      crossed = below && is_seen(middle_of(*below), direction(piece), index);
    });
    return crossed || crosses_alpha(ink, thing);
  }

  /// The ink on both sides of an edge differs.
  bool is_seen(Point at, Point along, std::size_t end) const {
    const Point beside{kBeside * -along.y.pt(), kBeside * along.x.pt()};
    const Ground& ground = view_.ground;
    return !ground.ink_at(at + beside, end).looks_like(ground.ink_at(at - beside, end));
  }

  /// Where a picture that is cut out by its alpha ends.
  bool crosses_alpha(const GlyphInk& ink, std::size_t thing) const {
    if (!view_.ground.object(thing).soft_mask) return false;
    constexpr int kPlaces = 8;
    const Rect core = ink.core();
    int painted = 0;
    for (int i = 0; i < kPlaces * kPlaces; ++i) {
      const int column = i % kPlaces, row = i / kPlaces;
      const Point at{core.left + core.width * ((column + 0.5) / kPlaces),
                     core.top + core.height * ((row + 0.5) / kPlaces)};
      painted += view_.ground.paints(thing, at) ? 1 : 0;
    }
    return painted > 0 && painted < kPlaces * kPlaces;
  }

  /// An area painted later lies over the middle of the glyph.
  bool is_hidden(const GlyphInk& ink, std::size_t thing) const {
    const Rect core = ink.core();
    return view_.ground.object(thing).kind != plates::Kind::Stroke &&
           view_.ground.paints(thing, {core.left + core.width / 2, core.top + core.height / 2});
  }

  /// An edge painted later lies over some of it.
  bool is_crossed(const GlyphInk& ink, std::size_t thing) {
    bool crossed = false;
    view_.ground.each_edge(thing, ink.core(), [&](const Piece& piece) {
      const auto above = crossed ? std::nullopt : outlines_.part_below(ink, piece);
      const std::size_t end = view_.ground.object(thing).item + 1;
      crossed = crossed || (above && is_seen(middle_of(*above), direction(piece), end));
    });
    return crossed;
  }

  const PageView& view_;
  GlyphOutlines& outlines_;
  std::map<display::FrameId, std::vector<Fault>> faults_;
};

std::string what_is_met(const document::Frame& frame, const plates::Object& object) {
  if (!frame.name.empty()) return "`" + frame.name + "`";
  if (object.kind == plates::Kind::Picture) return "a picture";
  if (document::art_of(frame) != nullptr) return "a drawing";
  return object.kind == plates::Kind::Stroke ? "a line" : "a ground";
}

class Report {
 public:
  Report(const PageView& view, diag::Diagnostics& diags) : view_(view), diags_(diags) {}

  void tell(const std::vector<Fault>& faults) {
    const Fault& first = faults.front();
    const document::Frame& own = view_.frame(*first.text);
    const display::GlyphRun* run = display::text_of(*first.text);
    HANDBILL_CHECK(run != nullptr, "what runs over an edge is text");
    const std::string words = quoted(run->text);
    const bool is_edge = first.kind == Fault::Kind::Edge;
    diag::Diagnostic told{
        is_edge ? diag::DiagnosticId::InkOverEdge : diag::DiagnosticId::TextUnderPaint,
        diag::Severity::Error,
        is_edge ? words + " runs over the edge of " + met(first)
                : words + " lies under " + met(first) + ", which hides it",
        first.text->span.known() ? first.text->span : own.span};
    for (const Fault& each : faults) add_label(each, told);
    told.hints.push_back("say it in fewer words, or give it more room");
    told.hints.push_back(permission(first));
    told.area = diag::PageArea{view_.number, *ink_box(*run, view_.fonts)};
    told.frame = own.name;
    diags_.add(std::move(told));
  }

 private:
  const document::Frame& other(const Fault& fault) const {
    return view_.frame(view_.ground.item(fault.thing));
  }

  std::string met(const Fault& fault) const {
    if (is_own(fault)) return "the box it stands in";
    return what_is_met(other(fault), view_.ground.object(fault.thing));
  }

  bool is_own(const Fault& fault) const {
    return view_.ground.item(fault.thing).frame == fault.text->frame;
  }

  void add_label(const Fault& fault, diag::Diagnostic& told) const {
    const std::string what = is_own(fault) ? "the box" : met(fault);
    told.labels.push_back({other(fault).span, what + " stands here"});
  }

  std::string permission(const Fault& fault) const {
    const std::string& name = other(fault).name;
    return "a layout that wants it so says it: `over = [\"" +
           (name.empty() ? "the name of that frame" : name) + "\"]`";
  }

  const PageView& view_;
  diag::Diagnostics& diags_;
};

}  // namespace

std::set<display::FrameId> check_ink_edges(const PageView& view, GlyphOutlines& outlines,
                                           diag::Diagnostics& diags) {
  std::set<display::FrameId> told;
  Report report(view, diags);
  for (auto& [frame, faults] : InkEdges(view, outlines).find()) {
    // A frame that ran into others is told of once, not by each of them again.
    std::erase_if(faults, [&](const Fault& each) {
      return told.contains(view.ground.item(each.thing).frame);
    });
    if (faults.empty()) continue;
    report.tell(faults);
    told.insert(frame);
  }
  return told;
}

}  // namespace handbill::check
