// SPDX-License-Identifier: MIT
#include <string_view>

#include "base/number.h"
#include "base/overload.h"
#include "layout/build_fragments.h"

namespace handbill::layout {
namespace {

std::string number(Length value) { return format_number(value.pt(), 3); }
std::string box_words(const Rect& box) {
  return number(box.left) + " " + number(box.top) + " " + number(box.width) + " " +
         number(box.height);
}

void add_line(std::string& out, int depth, const std::string& text) {
  out.append(static_cast<std::size_t>(depth) * 2, ' ');
  out += text + "\n";
}

std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    result += c == '\n' ? ' ' : c;
  }
  return result + "\"";
}

/// A box round what is painted; the page dump has the paths.
void dump_item(std::string& out, int depth, const display::Item& item) {
  std::visit(Overload{[](const display::GlyphRun&) {},  // its line is dumped
                      [&](const display::PlacedPicture& picture) {
                        add_line(out, depth, "picture " + box_words(picture.box));
                      },
                      [&](const display::Shape& shape) {
                        const auto bounds = shape.path.bounds();
                        if (bounds) add_line(out, depth, "shape " + box_words(*bounds));
                      }},
             item.content);
}

void dump_fragment(std::string& out, int depth, const Fragment& fragment) {
  static constexpr std::string_view kNames[] = {"frame", "column", "row", "cell"};
  std::string head(kNames[static_cast<std::size_t>(fragment.kind)]);
  if (fragment.frame != nullptr && !fragment.frame->name.empty()) {
    head += " " + quoted(fragment.frame->name);
  }
  add_line(out, depth, head + " " + box_words(fragment.box));
  for (const display::Item& each : fragment.items) dump_item(out, depth + 1, each);
  for (const LineFragment& each : fragment.lines) {
    add_line(out, depth + 1,
             "line " + number(each.origin.x + each.line->left) + " " + number(each.origin.y) + " " +
                 number(each.line->width) + " " + quoted(each.line->text));
  }
  for (const Fragment& each : fragment.children) dump_fragment(out, depth + 1, each);
}

}  // namespace

std::string dump(const FragmentTree& tree) {
  std::string out;
  for (const SideFragment& side : tree.sides) {
    add_line(out, 0, "side " + quoted(side.side->name));
    for (const Fragment& frame : side.frames) dump_fragment(out, 1, frame);
  }
  return out;
}

}  // namespace handbill::layout
