// SPDX-License-Identifier: MIT
// Documents built by hand, set in the font of squares: capitals are 0.8 em high, descents 0.2 em
// deep, every glyph 1 em wide.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "document/document.h"
#include "support/squares.h"

namespace handbill::test {

struct Squares {
  font::FontBook book{{}};
  font::FontId id = open_squares(book);
};

/// 10 pt on 12 pt, no hyphens, no kept lines.
inline text::ParagraphStyle squares_style(const Squares& squares) {
  text::ParagraphStyle style;
  style.text.edit().fonts = {squares.id};
  style.text.edit().size = Length::pt(10);
  style.text.edit().language = "zxx";
  style.leading = Length::pt(12);
  style.rag_give = 0;  // so that sums stay easy
  style.orphans = style.widows = 1;
  return style;
}

inline text::Paragraph paragraph(const text::ParagraphStyle& style, std::string text) {
  text::Paragraph paragraph;
  paragraph.style = style;
  if (!text.empty()) paragraph.inlines.push_back(text::Run{std::move(text), style.text});
  return paragraph;
}

/// An edge that counts inwards from the container.
inline document::Edge inwards(double points) {
  document::Edge edge;
  edge.offset = Length::pt(points);
  return edge;
}

inline document::Edge edge_of(document::FrameIndex frame, document::EdgeKind kind,
                              double points = 0) {
  document::Edge edge = inwards(points);
  edge.base = document::Edge::OfFrame{frame, kind};
  return edge;
}

/// The lowest or rightmost of several edges.
inline document::Edge last_of(std::vector<document::Edge> edges, double points = 0) {
  document::Edge edge = inwards(points);
  edge.base = document::Edge::Choice{document::Edge::Choice::Which::Max, std::move(edges)};
  return edge;
}

/// The highest or leftmost of several edges.
inline document::Edge first_of(std::vector<document::Edge> edges, double points = 0) {
  document::Edge edge = inwards(points);
  edge.base = document::Edge::Choice{document::Edge::Choice::Which::Min, std::move(edges)};
  return edge;
}

/// A box by its corner and size, in points.
inline document::Box box(double left, double top, double width, double height) {
  document::Box box;
  box.left = inwards(left);
  box.top = inwards(top);
  box.width = document::Extent{.length = Length::pt(width)};
  box.height = document::Extent{.length = Length::pt(height)};
  return box;
}

/// As tall as its content.
inline document::Box growing_box(double left, double top, double width) {
  document::Box result = box(left, top, width, 0);
  result.height.reset();
  return result;
}

inline document::Frame frame(std::string name, document::Box box,
                             document::FrameContent content = {}) {
  document::Frame frame;
  frame.name = std::move(name);
  frame.box = std::move(box);
  frame.content = std::move(content);
  return frame;
}

/// One side of 200 by 100 points with 9 points of bleed, nothing kept free.
inline document::Document one_side(std::vector<document::Frame> frames) {
  document::Document document;
  document.sheet.trim = {Length::pt(200), Length::pt(100)};
  document.sheet.bleed = Length::pt(9);
  document::Side side;
  side.name = "front";
  side.frames = std::move(frames);
  document.sides.push_back(std::move(side));
  return document;
}

}  // namespace handbill::test
