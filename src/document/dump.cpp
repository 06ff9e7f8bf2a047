// SPDX-License-Identifier: MIT
// The text dump of a document: two-space indent, one thing a line, what is at its default left out.
#include <algorithm>

#include "base/number.h"
#include "base/utf8.h"
#include "document/resolve.h"
#include "document/resolve_box.h"
#include "text/scripts.h"

namespace handbill::document {
namespace {

std::string number(double value) { return format_number(value, 3); }
std::string show(Length length) { return number(length.pt()); }

std::string show(const std::string& text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    result += c;
  }
  // A line separator is invisible in a terminal.
  for (std::size_t at = 0; (at = result.find("\u2028", at)) != std::string::npos;) {
    result.replace(at, 3, "\\n");
  }
  return result + '"';
}

std::string show(const color::Color& color) {
  const color::Cmyk& ink = color.cmyk;
  const std::string cmyk =
      "cmyk " + number(ink.c) + " " + number(ink.m) + " " + number(ink.y) + " " + number(ink.k);
  const std::string tint = color.tint == 1 ? "" : " tint " + number(color.tint);
  switch (color.kind) {
    case color::InkKind::Process:
      return cmyk;
    case color::InkKind::Spot:
      return "spot " + show(color.spot) + " (" + cmyk + ")" + tint;
    case color::InkKind::Registration:
      return "registration" + tint;
  }
  return "";
}

std::string show(const Insets& insets) {
  return show(insets.top) + " " + show(insets.right) + " " + show(insets.bottom) + " " +
         show(insets.left);
}

std::string show(const display::Stroke& stroke) {
  std::string text = show(stroke.width) + " " + show(stroke.color);
  for (const Length& dash : stroke.dash) {
    text += (&dash == &stroke.dash.front() ? " dash " : " ") + show(dash);
  }
  if (stroke.cap == display::Cap::Round) text += " cap round";
  if (stroke.cap == display::Cap::Square) text += " cap square";
  return text;
}

std::string_view name_of(text::Align align) {
  switch (align) {
    case text::Align::Start:
      return "start";
    case text::Align::End:
      return "end";
    case text::Align::Center:
      return "center";
    case text::Align::Justify:
      return "justify";
  }
  return "";
}

std::string_view name_of(VerticalAlign align) {
  switch (align) {
    case VerticalAlign::Top:
      return "top";
    case VerticalAlign::Middle:
      return "middle";
    case VerticalAlign::Bottom:
      return "bottom";
    case VerticalAlign::Justify:
      return "justify";
  }
  return "";
}

std::string_view name_of(Fit fit) {
  switch (fit) {
    case Fit::Contain:
      return "contain";
    case Fit::Cover:
      return "cover";
    case Fit::Stretch:
      return "stretch";
  }
  return "";
}

std::string_view name_of(display::Role role) {
  using enum display::Role;
  switch (role) {
    case Heading1:
      return "heading 1";
    case Heading2:
      return "heading 2";
    case Heading3:
      return "heading 3";
    case Heading4:
      return "heading 4";
    case ListItem:
      return "list item";
    case Quote:
      return "quote";
    case Note:
      return "note";
    default:
      return "paragraph";
  }
}

/// How lines are broken and filled, where it is not as usual.
std::string line_setting(const text::ParagraphStyle& style) {
  const text::ParagraphStyle plain;
  std::string text;
  const auto triple = [&](const char* name, const auto& values, const auto& usual) {
    if (values == usual) return;
    text += name;
    for (const double value : values) text += " " + number(value);
  };
  triple(" word-space", style.word_space, plain.word_space);
  triple(" letter-space", style.letter_space, plain.letter_space);
  triple(" glyph-width", style.glyph_width, plain.glyph_width);
  const auto single = [&](const char* name, double value, double usual) {
    if (value != usual) text += name + number(value);
  };
  single(" tolerance=", style.tolerance, plain.tolerance);
  single(" looseness=", style.looseness, plain.looseness);
  single(" hyphens-in-a-row=", style.hyphens_in_a_row, plain.hyphens_in_a_row);
  single(" last-line=", style.last_line, plain.last_line);
  single(" optical-margins=", style.optical_margins, plain.optical_margins);
  if (style.align == text::Align::Justify) {
    text += " emergency-stretch=" + show(style.emergency_stretch);
  }
  return text;
}

class Dumper {
 public:
  Dumper(const Document& document, const font::FontBook& fonts)
      : document_(document), fonts_(fonts) {}

  std::string dump() {
    metadata();
    sheet();
    for (const Side& each : document_.sides) side(each);
    for (const NamedTable& each : document_.tables) {
      line(0, "table " + show(each.name));
      fit(1, each.fit);
      table(each.table);
    }
    for (const Story& each : document_.stories) {
      line(0, "story " + show(each.name));
      fit(1, each.fit);
      paragraphs(1, each.paragraphs);
    }
    for (const auto& each : document_.pictures) picture(*each);
    for (const Waiver& each : document_.waivers) {
      line(0, "waiver " + each.rule + " until " + each.until + " " + show(each.reason));
    }
    return std::move(out_);
  }

 private:
  void line(int depth, const std::string& text) {
    out_.append(static_cast<std::size_t>(depth) * 2, ' ');
    out_ += text;
    out_ += '\n';
  }
  void metadata();
  void sheet();
  void side(const Side& side);
  void picture(const display::Picture& picture);
  void frame(const Frame& frame, const Side& side);
  void frame_looks(const Frame& frame);
  void content(const FrameContent& content);
  void table(const Table& table);
  void fit(int depth, const std::optional<Copyfit>& fit);
  void cell(const Cell& cell);
  void paragraphs(int depth, const std::vector<text::Paragraph>& paragraphs);
  void paragraph(int depth, const text::Paragraph& paragraph);
  void paragraph_style(int depth, const text::ParagraphStyle& style);
  void run(int depth, const std::string& what, const text::Run& run);
  std::string character_style(const text::CharacterStyle& style) const;
  std::string edge(std::string_view name, const std::optional<Edge>& edge, const Side& side) const;
  static std::string extent(std::string_view name, const std::optional<Extent>& extent);
  static std::string art(const ArtContent& art);

  const Document& document_;
  const font::FontBook& fonts_;
  std::string out_;
};

void Dumper::metadata() {
  const display::Metadata& data = document_.metadata;
  line(0, "document " + show(data.title));
  if (!data.subject.empty()) line(1, "subject " + show(data.subject));
  if (!data.author.empty()) line(1, "author " + show(data.author));
  if (!data.keywords.empty()) line(1, "keywords " + show(data.keywords));
  line(1, "language " + data.language);
  if (!data.date.empty()) line(1, "date " + data.date);
  if (document_.draft) line(1, "draft");
  line(1, "slug " + show(document_.slug) + " in " + character_style(document_.slug_style));
}

void Dumper::sheet() {
  const Sheet& sheet = document_.sheet;
  line(0, "sheet " + show(sheet.trim.width) + " x " + show(sheet.trim.height));
  line(1, "bleed " + show(sheet.bleed) + ", safe " + show(sheet.safe) + ", fold safe " +
              show(sheet.fold_safe) + ", margin " + show(sheet.margin));
  if (sheet.baseline) {
    line(1,
         "baseline every " + show(sheet.baseline->step) + " from " + show(sheet.baseline->start));
  }
  if (sheet.marks) line(1, "marks");
  if (!sheet.stock.empty()) line(1, "stock " + show(sheet.stock));
}

void Dumper::picture(const display::Picture& picture) {
  using Space = display::Picture::Space;
  const bool is_jpeg = picture.encoding == display::Picture::Encoding::Jpeg;
  const char* space = picture.space == Space::Gray  ? "gray"
                      : picture.space == Space::Rgb ? "rgb"
                                                    : "cmyk";
  line(0, "picture " + show(picture.name) + " " + std::to_string(picture.width) + " x " +
              std::to_string(picture.height) + " " + space + (is_jpeg ? " jpeg" : "") +
              (picture.alpha.empty() ? "" : " alpha"));
}

void Dumper::side(const Side& side) {
  line(0, "side " + show(side.name));
  for (const Panel& panel : side.panels) {
    line(1, "panel " + show(panel.name) + " from " + show(panel.box.left) + " to " +
                show(panel.box.right()));
  }
  for (const Fold& fold : side.folds) {
    line(1, "fold at " + show(fold.x) +
                (fold.direction == Fold::Direction::Valley ? " valley" : " mountain"));
  }
  for (const Frame& each : side.frames) frame(each, side);
}

void Dumper::frame(const Frame& frame, const Side& side) {
  std::string head = "frame";
  if (!frame.name.empty()) head += " " + show(frame.name);
  if (frame.panel) head += " on panel " + show(side.panels[*frame.panel].name);
  line(1, head);
  const Box& box = frame.box;
  line(2, "box" + edge("left", box.left, side) + edge("right", box.right, side) +
              extent("width", box.width) + edge("top", box.top, side) +
              edge("bottom", box.bottom, side) + extent("height", box.height));
  frame_looks(frame);
  content(frame.content);
  fit(2, frame.fit);
}

void Dumper::fit(int depth, const std::optional<Copyfit>& fit) {
  if (!fit) return;
  std::string text = "fit";
  const auto add_length = [&](const char* name, const std::optional<LeastToMost<Length>>& range) {
    if (range)
      text += std::string(" ") + name + " " + show(range->least) + " to " + show(range->most);
  };
  add_length("size", fit->size);
  add_length("leading", fit->leading);
  if (fit->tracking) {
    text += " tracking " + number(fit->tracking->least) + " to " + number(fit->tracking->most);
  }
  add_length("after", fit->after);
  line(depth, text);
}

void Dumper::frame_looks(const Frame& frame) {
  if (frame.inset != Insets{}) line(2, "inset " + show(frame.inset));
  if (frame.right_to_left) line(2, "from right to left");
  if (frame.columns > 1) {
    line(2, "columns " + std::to_string(frame.columns) + " gutter " + show(frame.gutter) +
                (frame.balance ? " balanced" : ""));
  }
  if (frame.vertical_align != VerticalAlign::Top) {
    line(2, "vertical " + std::string(name_of(frame.vertical_align)));
  }
  if (frame.fill) line(2, "fill " + show(*frame.fill));
  if (frame.stroke) line(2, "stroke " + show(*frame.stroke));
  if (frame.opacity != 1) line(2, "opacity " + number(frame.opacity));
  if (frame.radius != Length{}) line(2, "radius " + show(frame.radius));
  if (frame.wrap != Wrap::None) {
    line(2, std::string("wrap ") + (frame.wrap == Wrap::Box ? "box" : "outline") + " offset " +
                show(frame.wrap_offset));
  }
  if (frame.z != 0) line(2, "z " + std::to_string(frame.z));
}

std::string Dumper::edge(std::string_view name, const std::optional<Edge>& edge,
                         const Side& side) const {
  if (!edge) return "";
  std::string text = " " + std::string(name) + "=";
  const auto* of_frame = std::get_if<Edge::OfFrame>(&edge->base);
  if (of_frame != nullptr) {
    text += side.frames[of_frame->frame].name + "." + std::string(name_of(of_frame->edge));
  }
  const bool has_percent = edge->percent != 0;
  const bool has_offset = edge->offset != Length{} || (!has_percent && of_frame == nullptr);
  if (has_percent) text += (of_frame && edge->percent > 0 ? "+" : "") + number(edge->percent) + "%";
  if (has_offset) {
    const bool follows = of_frame != nullptr || has_percent;
    text += (follows && edge->offset > Length{} ? "+" : "") + show(edge->offset);
  }
  return text;
}

std::string Dumper::extent(std::string_view name, const std::optional<Extent>& extent) {
  if (!extent) return "";
  std::string text = " " + std::string(name) + "=";
  if (extent->percent != 0) text += number(extent->percent) + "%";
  if (extent->percent == 0 || extent->length != Length{}) {
    text += (extent->percent != 0 && extent->length > Length{} ? "+" : "") + show(extent->length);
  }
  return text;
}

std::string Dumper::art(const ArtContent& art) {
  std::string text = "art";
  if (art.art) {
    text += " " + show(art.art->size.width) + " x " + show(art.art->size.height) + ", " +
            std::to_string(art.art->shapes.size()) + " shapes";
    std::vector<std::string> fills;
    for (const display::Shape& shape : art.art->shapes) {
      if (shape.fill) fills.push_back(show(*shape.fill));
      if (shape.stroke) fills.push_back(show(shape.stroke->color));
    }
    std::sort(fills.begin(), fills.end());
    fills.erase(std::unique(fills.begin(), fills.end()), fills.end());
    for (const std::string& fill : fills) {
      text += (&fill == &fills.front() ? " in " : ", ") + fill;
    }
  }
  text += ", " + std::string(name_of(art.fit));
  if (!art.alt.empty()) text += ", alt " + show(art.alt);
  return text;
}

void Dumper::content(const FrameContent& content) {
  if (const auto* story = std::get_if<StoryContent>(&content)) {
    line(2, "story " + show(document_.stories[story->story.index()].name));
  } else if (const auto* text = std::get_if<TextContent>(&content)) {
    line(2, "text");
    paragraphs(3, text->paragraphs);
  } else if (const auto* picture = std::get_if<PictureContent>(&content)) {
    line(2, "picture " + show(document_.pictures[picture->picture.index()]->name) + ", " +
                std::string(name_of(picture->fit)) +
                (picture->alt.empty() ? "" : ", alt " + show(picture->alt)));
  } else if (const auto* drawn = std::get_if<ArtContent>(&content)) {
    line(2, art(*drawn));
  } else if (const auto* rows = std::get_if<Table>(&content)) {
    table(*rows);
  } else if (const auto* named = std::get_if<TableContent>(&content)) {
    line(2, "table " + show(document_.tables[named->table.index()].name));
  }
}

void Dumper::table(const Table& table) {
  line(2, "table, column gap " + show(table.column_gap) + ", row gap " + show(table.row_gap));
  for (const Column& column : table.columns) {
    std::string text = "column ";
    if (const auto* share = std::get_if<Column::Share>(&column.width)) {
      text += number(share->weight) + " share";
    } else if (const auto* length = std::get_if<Length>(&column.width)) {
      text += show(*length);
    } else {
      text += "auto";
    }
    if (!column.align_on.empty()) text += ", on " + show(column.align_on);
    if (column.vertical_align != VerticalAlign::Top) {
      text += ", " + std::string(name_of(column.vertical_align));
    }
    line(3, text);
  }
  const auto rule = [&](const char* name, const std::optional<TableRule>& rule) {
    if (!rule) return;
    line(3, std::string("rule ") + name + " " + show(rule->width) + " " + show(rule->color));
  };
  rule("top", table.rule_top);
  rule("header", table.rule_header);
  rule("between", table.rule_between);
  rule("bottom", table.rule_bottom);
  for (const Row& row : table.rows) {
    line(3, std::string(row.header ? "header row" : "row") +
                (row.fill ? " fill " + show(*row.fill) : ""));
    for (const Cell& each : row.cells) cell(each);
  }
}

void Dumper::cell(const Cell& cell) {
  std::string span = cell.span > 1 ? " over " + std::to_string(cell.span) : "";
  if (cell.rows > 1) span += " rows " + std::to_string(cell.rows);
  if (const auto* drawn = std::get_if<ArtContent>(&cell.content)) {
    line(4, "cell" + span + " " + art(*drawn));
    return;
  }
  const auto& text = std::get<TextContent>(cell.content);
  line(4, "cell" + span + (text.paragraphs.empty() ? " empty" : ""));
  paragraphs(5, text.paragraphs);
}

void Dumper::paragraphs(int depth, const std::vector<text::Paragraph>& paragraphs) {
  for (const text::Paragraph& each : paragraphs) paragraph(depth, each);
}

void Dumper::paragraph(int depth, const text::Paragraph& paragraph) {
  line(depth, std::string(name_of(paragraph.role)) + " " + show(paragraph.style.name));
  paragraph_style(depth + 1, paragraph.style);
  if (paragraph.marker) {
    const bool at_start = paragraph.marker->hang == text::Marker::Hang::FlushStart;
    const bool is_drawn = paragraph.marker->sign != text::Marker::Sign::Text;
    run(depth + 1,
        "marker gap " + show(paragraph.marker->gap) + (at_start ? " flush start" : " flush end") +
            (is_drawn ? " drawn" : ""),
        paragraph.marker->run);
  }
  for (const text::Inline& piece : paragraph.inlines) {
    if (const auto* words = std::get_if<text::Run>(&piece)) {
      run(depth + 1, "run", *words);
    } else {
      const auto& field = std::get<text::Field>(piece);
      line(depth + 1, "field " + show(field.width) + " in " + character_style(field.style));
    }
  }
  for (const text::Note& each : paragraph.notes) {
    line(depth + 1, "note to inline " + std::to_string(each.reference));
    paragraphs(depth + 2, each.paragraphs);
  }
}

void Dumper::paragraph_style(int depth, const text::ParagraphStyle& style) {
  const text::ParagraphStyle plain;
  std::string text = "leading " + show(style.leading) + " " + std::string(name_of(style.align));
  const auto add = [&](const char* name, Length length) {
    if (length != Length{}) text += std::string(" ") + name + "=" + show(length);
  };
  add("before", style.space_before);
  add("after", style.space_after);
  add("start", style.indent_start);
  add("end", style.indent_end);
  add("first", style.indent_first);
  if (style.keep_with_next) text += " keep-with-next";
  if (style.keep_together) text += " keep-together";
  if (style.orphans != plain.orphans) text += " orphans=" + std::to_string(style.orphans);
  if (style.widows != plain.widows) text += " widows=" + std::to_string(style.widows);
  if (style.grid == text::GridSnap::First) text += " grid=first";
  if (style.grid == text::GridSnap::All) text += " grid=all";
  if (style.break_before == text::BreakBefore::Column) text += " break-before=column";
  if (style.break_before == text::BreakBefore::Frame) text += " break-before=frame";
  if (style.stretch_before != 0) text += " stretch-before=" + std::to_string(style.stretch_before);
  if (style.stretch_after != 0) text += " stretch-after=" + std::to_string(style.stretch_after);
  if (style.side) {
    text += " side=" + show(style.side->width) + " gap " + show(style.side->gap);
  }
  if (style.text.hyphenate) {
    const text::HyphenLimits& limits = style.hyphen_limits;
    text += " hyphens " + std::to_string(limits.word) + "/" + std::to_string(limits.before) + "/" +
            std::to_string(limits.after) + (limits.capitalised ? " capitals" : "");
  }
  text += line_setting(style);
  line(depth, text);
  if (style.drop_cap) {
    line(depth, "drop cap " + std::to_string(style.drop_cap->letters) + " over " +
                    std::to_string(style.drop_cap->lines) + " lines of " +
                    show(style.drop_cap->pitch) + " gap " + show(style.drop_cap->gap) + " in " +
                    character_style(style.drop_cap->style));
  }
  const auto rule = [&](const char* name, const std::optional<text::Rule>& rule) {
    if (!rule) return;
    line(depth, std::string("rule ") + name + " " + show(rule->width) + " " + show(rule->color) +
                    " offset " + show(rule->offset));
  };
  rule("above", style.rule_above);
  rule("below", style.rule_below);
}

void Dumper::run(int depth, const std::string& what, const text::Run& run) {
  line(depth, what + " " + show(run.text) + " in " + character_style(run.style) +
                  (run.link.empty() ? "" : " link " + run.link));
}

std::string Dumper::character_style(const text::CharacterStyle& style) const {
  std::string text;
  for (const font::FontId& id : style.fonts) {
    text += (&id == &style.fonts.front() ? "" : "/") + fonts_.face(id).postscript_name();
  }
  for (const text::ScriptFont& each : style.script_fonts) {
    text +=
        " " + text::name_of_script(each.script) + "=" + fonts_.face(each.font).postscript_name();
  }
  text += " " + show(style.size) + " " + show(style.color);
  for (const text::Feature& feature : style.features) {
    text += " " + feature.tag + "=" + std::to_string(feature.value);
  }
  if (style.tracking != 0) text += " tracking=" + number(style.tracking);
  if (style.baseline_shift != Length{}) text += " shift=" + show(style.baseline_shift);
  if (style.underline) text += " underline";
  if (style.hyphenate) text += " hyphenate";
  if (style.quotes == text::Quotes::Straight) text += " straight-quotes";
  for (const text::Protrusion& each : style.protrusions) {
    text += " protrusion ";
    append_utf8(text, each.character);
    text += " " + number(each.left) + " " + number(each.right);
  }
  return text + " " + style.language;
}

}  // namespace

std::string dump(const Document& document, const font::FontBook& fonts) {
  return Dumper(document, fonts).dump();
}

}  // namespace handbill::document
