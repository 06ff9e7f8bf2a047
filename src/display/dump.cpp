// SPDX-License-Identifier: MIT
#include "display/dump.h"

#include <string_view>

#include "base/number.h"
#include "base/overload.h"
#include "base/utf8.h"

namespace handbill::display {
namespace {

std::string number(double value) { return format_number(value, 3); }
std::string number(Length value) { return number(value.pt()); }
std::string pair(Length x, Length y) { return number(x) + " " + number(y); }
std::string box(const Rect& r) { return pair(r.left, r.top) + " " + pair(r.width, r.height); }

/// In double quotes, one line whatever is in it.
std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      result += {'\\', c};
    } else if (c == '\n') {
      result += "\\n";
    } else if (static_cast<unsigned char>(c) < 0x20) {
      result += "\\?";
    } else {
      result += c;
    }
  }
  return result + "\"";
}

std::string ink(const color::Color& color) {
  const color::Cmyk& p = color.cmyk;
  const std::string process =
      "cmyk(" + number(p.c) + " " + number(p.m) + " " + number(p.y) + " " + number(p.k) + ")";
  switch (color.kind) {
    case color::InkKind::Process:
      return process;
    case color::InkKind::Spot:
      return "spot(" + quoted(color.spot) + " " + number(color.tint) + " of " + process + ")";
    case color::InkKind::Registration:
      return "registration(" + number(color.tint) + ")";
  }
  return {};
}

std::string steps(const Path& path) {
  std::string result;
  for (const PathStep& step : path.steps()) {
    if (!result.empty()) result += ' ';
    switch (step.kind) {
      case PathStep::Kind::Move:
        result += "M " + pair(step.end.x, step.end.y);
        break;
      case PathStep::Kind::Line:
        result += "L " + pair(step.end.x, step.end.y);
        break;
      case PathStep::Kind::Cubic:
        result += "C " + pair(step.control1.x, step.control1.y) + " " +
                  pair(step.control2.x, step.control2.y) + " " + pair(step.end.x, step.end.y);
        break;
      case PathStep::Kind::Close:
        result += "Z";
        break;
    }
  }
  return result;
}

std::string overprint_words(color::Overprint overprint) {
  if (overprint == color::Overprint::Off) return {};
  return overprint == color::Overprint::On ? " overprint" : " overprint-auto";
}

std::string gradient_words(const Gradient& gradient) {
  const bool is_linear = gradient.kind == Gradient::Kind::Linear;
  const auto end = [&](Point at, Length radius) {
    return pair(at.x, at.y) + (is_linear ? "" : " radius " + number(radius));
  };
  std::string result = is_linear ? " linear" : " radial";
  result += " from " + end(gradient.from, gradient.from_radius) + " to " +
            end(gradient.to, gradient.to_radius);
  for (const Gradient::Stop& stop : gradient.stops) {
    result += " " + number(stop.offset) + " " + ink(stop.color);
  }
  return result;
}

std::string stroke_words(const Stroke& stroke) {
  static constexpr std::string_view kCaps[] = {"", " round-cap", " square-cap"};
  static constexpr std::string_view kJoins[] = {"", " round-join", " bevel-join"};
  std::string result = " stroke " + ink(stroke.color) + " " + number(stroke.width);
  result += kCaps[static_cast<std::size_t>(stroke.cap)];
  result += kJoins[static_cast<std::size_t>(stroke.join)];
  if (stroke.miter_limit != 10) result += " miter " + number(stroke.miter_limit);
  if (!stroke.dash.empty()) {
    result += " dash";
    for (const Length each : stroke.dash) result += " " + number(each);
    if (stroke.dash_phase != Length()) result += " phase " + number(stroke.dash_phase);
  }
  result += overprint_words(stroke.overprint);
  return result;
}

/// "36@12.5": glyph 36, 12.5 pt right of the run's origin; "36@12.5,-2": and 2 pt up; "36@12.5=fi":
/// it stands for something else than one character.
std::string glyph_words(const GlyphRun& run) {
  std::string result;
  for (const Glyph& glyph : run.glyphs) {
    result += " " + std::to_string(glyph.id) + "@" + number(glyph.x);
    if (glyph.y != Length()) result += "," + number(glyph.y);
    const std::string_view text =
        std::string_view(run.text).substr(glyph.text_begin, glyph.text_end - glyph.text_begin);
    if (count_code_points(text) != 1) result += "=" + std::string(text);
  }
  return result;
}

std::string_view role_name(Role role) {
  static constexpr std::string_view kNames[] = {
      "document",     "section", "paragraph", "heading-1", "heading-2",  "heading-3",  "heading-4",
      "list",         "item",    "quote",     "table",     "table-row",  "table-head", "cell",
      "figure",       "link",    "label",     "reference", "note",       "emphasis",   "strong",
      "abbreviation", "word",    "blank",     "box",       "ticked-box", "artifact"};
  return kNames[static_cast<std::size_t>(role)];
}

/// What is read aloud where the item stands.
std::string_view words_of(const Item& item) {
  return std::visit(Overload{[](const GlyphRun& run) { return std::string_view(run.text); },
                             [](const Shape& shape) { return std::string_view(shape.text); },
                             [](const PlacedPicture&) { return std::string_view(); }},
                    item.content);
}

class Dumper {
 public:
  Dumper(const PageList& pages, const font::FontBook& fonts) : pages_(pages), fonts_(fonts) {}

  std::string dump() {
    metadata();
    for (const Page& each : pages_.pages) page("page", each);
    for (const Page& each : pages_.forms) page("form", each);
    if (!pages_.structure.empty()) structure();
    return std::move(out_);
  }

 private:
  void line(int depth, const std::string& text) {
    out_.append(static_cast<std::size_t>(depth) * 2, ' ');
    out_ += text;
    out_ += '\n';
  }

  void metadata() {
    const Metadata& m = pages_.metadata;
    const auto entry = [&](std::string_view name, const std::string& value) {
      if (!value.empty()) line(0, std::string(name) + " " + quoted(value));
    };
    entry("title", m.title);
    entry("subject", m.subject);
    entry("author", m.author);
    entry("keywords", m.keywords);
    entry("language", m.language);
    entry("date", m.date);
  }

  void page(std::string_view kind, const Page& page) {
    line(0, std::string(kind) + " " + quoted(page.name) + " trim " +
                pair(page.trim.width, page.trim.height) + " bleed " + box(page.bleed) + " media " +
                box(page.media));
    for (const PlacedPage& each : page.placed) placed(each);
    for (const Item& each : page.items) item(each);
    for (const Link& link : page.links) {
      line(1, "link " + box(link.box) + " to " + place(link) + quoted(link.target));
    }
    for (const Guide& each : page.guides) guide(each);
  }

  /// Of a link to another place in the document, what that is.
  std::string place(const Link& link) const {
    if (!link.to) return {};
    if (!link.to->structure) return "page " + std::to_string(link.to->page + 1) + " ";
    const std::size_t node = link.to->structure->index();
    return std::string(role_name(pages_.structure.at(node).role)) + " ";
  }

  void placed(const PlacedPage& placed) {
    const Matrix& m = placed.map;
    std::string head = "placed form " + std::to_string(placed.form) + " matrix";
    for (const double value : {m.a, m.b, m.c, m.d, m.e, m.f}) head += " " + number(value);
    line(1, head);
    if (placed.clip) line(2, "clip " + steps(*placed.clip));
  }

  void item(const Item& item) {
    static constexpr std::string_view kSteps[] = {"", " for cutting", " for folding",
                                                  " for creasing", " for perforating"};
    std::string where(kSteps[static_cast<std::size_t>(item.step)]);
    if (item.running != Running::No) {
      where += item.running == Running::Head ? " as running head" : " as running foot";
    }
    if (item.structure) {
      where += " in " + std::string(role_name(pages_.structure.at(item.structure->index()).role));
    }
    std::visit(Overload{[&](const GlyphRun& run) { glyph_run(run, where); },
                        [&](const Shape& shape) { this->shape(shape, where); },
                        [&](const PlacedPicture& placed) { picture(placed, where); }},
               item.content);
    if (item.clip) line(2, "clip " + steps(*item.clip));
  }

  void glyph_run(const GlyphRun& run, const std::string& where) {
    std::string head = "run " + quoted(run.text) + " at " + pair(run.origin.x, run.origin.y) + " " +
                       fonts_.face(run.font).postscript_name() + " " + number(run.size) + " " +
                       ink(run.color);
    if (run.glyph_width != 1) head += " width " + format_number(run.glyph_width * 100, 2) + "%";
    head += overprint_words(run.overprint);
    if (run.right_to_left) head += " right-to-left";
    if (run.language != pages_.metadata.language) head += " language " + quoted(run.language);
    line(1, head + where);
    line(2, "glyphs" + glyph_words(run));
  }

  void shape(const Shape& shape, const std::string& where) {
    std::string head = "shape";
    if (shape.fill && !shape.gradient) head += " fill " + ink(*shape.fill);
    if (shape.gradient) head += gradient_words(*shape.gradient);
    if (shape.fill || shape.gradient) head += overprint_words(shape.overprint);
    if (shape.fill_rule == FillRule::EvenOdd) head += " even-odd";
    if (shape.stroke) head += stroke_words(*shape.stroke);
    if (shape.opacity != 1) head += " opacity " + number(shape.opacity);
    if (!shape.text.empty()) head += " for " + quoted(shape.text);
    line(1, head + where);
    line(2, "path " + steps(shape.path));
  }

  void picture(const PlacedPicture& placed, const std::string& where) {
    std::string head = "picture";
    if (placed.picture.index() < pages_.pictures.size()) {
      const Picture& picture = *pages_.pictures[placed.picture.index()];
      head += " " + quoted(picture.name) + " " + std::to_string(picture.width) + "x" +
              std::to_string(picture.height);
    }
    line(1, head + " box " + box(placed.box) + where);
    line(2, "clip " + steps(placed.clip));
  }

  void guide(const Guide& guide) {
    static constexpr std::string_view kKinds[] = {"trim", "bleed", "safe",   "margin",  "panel",
                                                  "fold", "frame", "column", "baseline"};
    std::string head = "guide " + std::string(kKinds[static_cast<std::size_t>(guide.kind)]);
    if (!guide.label.empty()) head += " " + quoted(guide.label);
    line(1, head + " " + steps(guide.path));
  }

  /// The reading order as an outline, each node with the text that is tagged with it.
  void structure() {
    std::vector<std::string> texts(pages_.structure.size());
    for (const Page& page : pages_.pages) {
      for (const Item& item : page.items) {
        if (!item.structure || words_of(item).empty()) continue;
        std::string& text = texts.at(item.structure->index());
        if (!text.empty()) text += " | ";
        text += words_of(item);
      }
    }
    std::vector<std::vector<std::size_t>> children(pages_.structure.size());
    for (std::size_t i = 1; i < pages_.structure.size(); ++i) {
      children.at(pages_.structure[i].parent.index()).push_back(i);
    }
    line(0, "structure");
    node(0, 1, texts, children);
  }

  void node(std::size_t index, int depth, const std::vector<std::string>& texts,
            const std::vector<std::vector<std::size_t>>& children) {
    const StructNode& node = pages_.structure[index];
    std::string head(role_name(node.role));
    if (node.columns != 1) head += " columns " + std::to_string(node.columns);
    if (node.rows != 1) head += " rows " + std::to_string(node.rows);
    if (node.names == StructNode::Names::Row) head += " of its row";
    if (!node.words.empty()) head += " for " + quoted(node.words);
    if (!node.alt.empty()) head += " alt " + quoted(node.alt);
    if (!node.language.empty()) head += " in " + node.language;
    if (!texts[index].empty()) head += " " + quoted(texts[index]);
    line(depth, head);
    for (const std::size_t child : children[index]) this->node(child, depth + 1, texts, children);
  }

  const PageList& pages_;
  const font::FontBook& fonts_;
  std::string out_;
};

}  // namespace

std::string dump(const PageList& pages, const font::FontBook& fonts) {
  return Dumper(pages, fonts).dump();
}

}  // namespace handbill::display
