// SPDX-License-Identifier: MIT
// The text dump of a document: two-space indent, one thing a line, what is at its default left out.
#include <algorithm>

#include "base/overload.h"
#include "document/bind.h"
#include "document/closed_piece.h"
#include "document/dump_text.h"
#include "document/dump_values.h"
#include "document/resolve_box.h"
#include "document/shop_text.h"

namespace handbill::document {
namespace {

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

class Dumper {
 public:
  Dumper(const Document& document, const font::FontBook& fonts)
      : document_(document), text_(lines_, fonts) {}

  std::string dump() {
    metadata();
    sheet();
    for (const StyleFit& each : document_.style_fits) {
      line(0, "style " + show(each.style));
      fit(1, each.fit);
    }
    for (const Side& each : document_.sides) side(each);
    for (const NamedTable& each : document_.tables) {
      line(0, "table " + show(each.name));
      fit(1, each.fit);
      table(each.table);
    }
    for (const Story& each : document_.stories) {
      line(0, "story " + show(each.name));
      fit(1, each.fit);
      text_.paragraphs(1, each.paragraphs);
    }
    for (const UsedPicture& each : document_.pictures) picture(*each.picture);
    for (const Waiver& each : document_.waivers) {
      line(0, "waiver " + each.rule + " until " + each.until + " " + show(each.reason));
    }
    return lines_.take();
  }

 private:
  void line(int depth, const std::string& text) { lines_.line(depth, text); }
  void metadata();
  void sheet();
  std::string behind(const Side& side, std::size_t panel) const;
  void side(const Side& side);
  std::string page(const Side& side) const;
  void picture(const display::Picture& picture);
  void frame(const Frame& frame, const Side& side);
  void frame_looks(const Frame& frame, const Side& side);
  void content(const FrameContent& content);
  void table(const Table& table);
  void fit(int depth, const std::optional<Copyfit>& fit);
  void row(const Row& row);
  void figure(const CellFigure& figure);
  void cell(const Cell& cell);
  std::string picture(const PictureContent& shown) const;
  std::string edge(std::string_view name, const std::optional<Edge>& edge, const Side& side) const;
  static std::string edge(const Edge& edge, const Side& side);
  static std::string extent(std::string_view name, const std::optional<Extent>& extent);
  static std::string art(const ArtContent& art);

  const Document& document_;
  DumpLines lines_;
  TextDumper text_;
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
  line(1, "slug " + show(document_.slug) + " in " + text_.character_style(document_.slug_style));
}

void Dumper::sheet() {
  const Sheet& sheet = document_.sheet;
  if (document_.shop) {
    line(0, "shop " + document_.shop->name);
    for (const ShopFact& fact : shop_facts(*document_.shop)) line(1, fact.key + " " + fact.value);
  }
  line(0, "sheet " + show(sheet.trim.width) + " x " + show(sheet.trim.height));
  line(1, "bleed " + show(sheet.bleed) + ", safe " + show(sheet.safe) + ", fold safe " +
              show(sheet.fold_safe) + ", margin " + show(sheet.margin));
  if (sheet.baseline) {
    line(1,
         "baseline every " + show(sheet.baseline->step) + " from " + show(sheet.baseline->start));
  }
  if (sheet.marks.any()) line(1, "marks " + marks_text(sheet.marks));
  if (!sheet.stock.empty()) line(1, "stock " + show(sheet.stock));
  if (sheet.grams > 0 || sheet.caliper > Length()) {
    line(1, "paper of " + number(sheet.grams) + " g/m², " + number(sheet.caliper.mm()) + " mm" +
                (sheet.scored ? ", scored" : ""));
  } else if (sheet.scored) {
    line(1, "scored");
  }
  if (sheet.printed == Printed::OneSide) line(1, "printed on one side");
  if (sheet.viewing_distance > Length()) line(1, "seen from " + show(sheet.viewing_distance));
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

/// What lies on the other side of a panel.
std::string Dumper::behind(const Side& side, std::size_t panel) const {
  if (&side == &document_.sides.front() || side.folds.empty()) return {};
  const auto& outside = document_.sides.front().panels;
  if (panel >= outside.size()) return {};
  return " behind " + show(outside[outside.size() - 1 - panel].name);
}

/// What is not as on the page that has its place.
std::string Dumper::page(const Side& side) const {
  const auto index = &side - document_.sides.data();
  std::string text;
  if (side.number != index + 1) text += " number " + std::to_string(side.number);
  if (side.numerals == display::Numerals::SmallRoman) text += " in i, ii, iii";
  if (side.numerals == display::Numerals::CapitalRoman) text += " in I, II, III";
  if (document_.sheet.has_spine) text += side.is_verso ? " verso" : " recto";
  const bool has_places =
      std::ranges::any_of(document_.sides, [](const Side& each) { return each.place.has_value(); });
  if (has_places && !side.place) text += " blank";
  return text;
}

void Dumper::side(const Side& side) {
  if (&side == &document_.sides.front() && !side.folds.empty()) {
    const ClosedPiece closed = closed_piece(document_);
    const auto names = [](const std::vector<const Panel*>& seen) {
      std::string text;
      for (const Panel* each : seen) text += each == nullptr ? " none" : " " + show(each->name);
      return text;
    };
    line(0, "closed front" + names(closed.front) + " back" + names(closed.back));
  }
  line(0, "side " + show(side.name) + page(side) + (side.is_spread ? " read as a spread" : ""));
  if (document_.sheet.has_spine) line(1, "margin " + show(side.margin));
  const Side& first = document_.sides.front();
  for (std::size_t i = 0; i < side.panels.size(); ++i) {
    const Panel& panel = side.panels[i];
    const bool is_cover = &side == &first && i == document_.sheet.cover;
    line(1, "panel " + show(panel.name) + " from " + show(panel.box.left) + " to " +
                show(panel.box.right()) + (is_cover ? " cover" : "") + behind(side, i));
  }
  for (const Fold& fold : side.folds) {
    line(1, "fold at " + show(fold.x) +
                (fold.direction == Fold::Direction::Valley ? " valley" : " mountain") + " " +
                std::to_string(fold.order));
  }
  for (const Frame& each : side.frames) frame(each, side);
}

void Dumper::frame(const Frame& frame, const Side& side) {
  std::string head = "frame";
  if (!frame.name.empty()) head += " " + show(frame.name);
  if (frame.panel) head += " on panel " + show(side.panels[*frame.panel].name);
  if (frame.fell_away) head += " fell away";
  if (frame.is_running) head += " running";
  if (frame.inside) head += " in " + show(side.frames[*frame.inside].name);
  line(1, head);
  if (frame.entry) {
    line(2, "entry " + std::to_string(frame.entry->number) + " of " + show(frame.entry->list) +
                (frame.entry->part.empty() ? "" : " by part " + show(frame.entry->part)));
  }
  if (frame.flow) {
    line(2, "flow of " + show(frame.flow->list) + " over columns " +
                std::to_string(frame.flow->columns));
  }
  const Box& box = frame.box;
  line(2, "box" + edge("center", box.center, side) + edge("middle", box.middle, side) +
              edge("left", box.left, side) + edge("right", box.right, side) +
              extent("width", box.width) + edge("top", box.top, side) +
              edge("bottom", box.bottom, side) + extent("height", box.height) +
              edge("limit", box.limit, side));
  frame_looks(frame, side);
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
  if (fit->glyph_width) {
    text +=
        " glyph-width " + number(fit->glyph_width->least) + " to " + number(fit->glyph_width->most);
  }
  add_length("after", fit->after);
  if (!fit->sizes.empty()) text += " in " + std::to_string(fit->sizes.size()) + " sizes";
  if (fit->lines > 0) text += " lines " + std::to_string(fit->lines);
  line(depth, text);
  for (const Copyfit& each : fit->otherwise) this->fit(depth, each);
}

std::string names(const std::vector<FrameIndex>& frames, const Side& side) {
  std::string text;
  for (const FrameIndex each : frames) text += " " + show(side.frames[each].name);
  return text;
}

void Dumper::frame_looks(const Frame& frame, const Side& side) {
  if (frame.inset != Insets{}) line(2, "inset " + show(frame.inset));
  if (frame.right_to_left) line(2, "from right to left");
  if (frame.columns > 1) {
    line(2, "columns " + std::to_string(frame.columns) + " gutter " + show(frame.gutter) +
                (frame.balance ? " balanced" : ""));
  }
  if (frame.vertical_align != VerticalAlign::Top) {
    line(2, "vertical " + std::string(name_of(frame.vertical_align)));
  }
  if (frame.foot == Foot::Baseline) {
    line(2, "foot on the baseline");
  }
  if (frame.fill) line(2, "fill " + show(*frame.fill));
  if (frame.gradient) line(2, "gradient " + show(*frame.gradient, frame.gradient_angle));
  if (frame.overprint != color::Overprint::Auto) line(2, show(frame.overprint).substr(1));
  if (frame.stroke) line(2, "stroke " + show(*frame.stroke));
  if (frame.opacity != 1) line(2, "opacity " + number(frame.opacity));
  if (frame.radius != Length{}) line(2, "radius " + show(frame.radius));
  if (frame.foot == Foot::Baseline) line(2, "foot on the baseline");
  if (!frame.over.empty()) line(2, "over" + names(frame.over, side));
  if (frame.wrap != Wrap::None) {
    line(2, std::string("wrap ") + (frame.wrap == Wrap::Box ? "box" : "outline") + " offset " +
                show(frame.wrap_offset));
  }
  if (frame.z != 0) line(2, "z " + std::to_string(frame.z));
}

std::string Dumper::edge(std::string_view name, const std::optional<Edge>& edge,
                         const Side& side) const {
  return edge ? " " + std::string(name) + "=" + this->edge(*edge, side) : "";
}

std::string Dumper::edge(const Edge& edge, const Side& side) {
  std::string text;
  if (const auto* of_frame = std::get_if<Edge::OfFrame>(&edge.base)) {
    text += side.frames[of_frame->frame].name + "." + std::string(name_of(of_frame->edge));
  } else if (const auto* choice = std::get_if<Edge::Choice>(&edge.base)) {
    for (const Edge& each : choice->of)
      text += (text.empty() ? "" : ",") + Dumper::edge(each, side);
    using enum Edge::Choice::Which;
    const std::string which = choice->which == Max   ? "max("
                              : choice->which == Min ? "min("
                                                     : "mean(";
    text = which + text + ")";
  } else if (const auto* row = std::get_if<Edge::InRow>(&edge.base)) {
    for (const FrameIndex each : row->frames) text += " " + show(side.frames[each].name);
    text = "place " + std::to_string(row->index + 1) + " of (" + text.substr(1) + " from " +
           Dumper::edge(row->ends.front(), side) + " to " + Dumper::edge(row->ends.back(), side) +
           ")";
  }
  const bool has_base = !text.empty();
  const bool has_percent = edge.percent != 0;
  const bool has_offset = edge.offset != Length{} || (!has_percent && !has_base);
  if (has_percent) text += (has_base && edge.percent > 0 ? "+" : "") + number(edge.percent) + "%";
  if (has_offset) {
    const bool follows = has_base || has_percent;
    text += (follows && edge.offset > Length{} ? "+" : "") + show(edge.offset);
  }
  return text;
}

std::string Dumper::extent(std::string_view name, const std::optional<Extent>& extent) {
  if (!extent) return "";
  std::string text = " " + std::string(name) + "=";
  if (extent->as_words) return text + "words";
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
      if (shape.gradient) fills.push_back(show(*shape.gradient, std::nullopt));
      if (shape.stroke) fills.push_back(show(shape.stroke->color));
    }
    std::sort(fills.begin(), fills.end());
    fills.erase(std::unique(fills.begin(), fills.end()), fills.end());
    for (const std::string& fill : fills) {
      text += (&fill == &fills.front() ? " in " : ", ") + fill;
    }
  }
  text += ", " + std::string(name_of(art.fit));
  if (!art.alt.text.empty()) text += ", alt " + show(art.alt.text);
  return text;
}

std::string Dumper::picture(const PictureContent& shown) const {
  return "picture " + show(document_.pictures[shown.picture.index()].picture->name) + ", " +
         std::string(name_of(shown.fit)) +
         (shown.alt.text.empty() ? "" : ", alt " + show(shown.alt.text));
}

void Dumper::content(const FrameContent& content) {
  std::visit(Overload{[](std::monostate) {},
                      [&](const StoryContent& story) {
                        line(2, "story " + show(document_.stories[story.story.index()].name));
                      },
                      [&](const TextContent& text) {
                        line(2, "text");
                        text_.paragraphs(3, text.paragraphs);
                      },
                      [&](const PictureContent& picture) { line(2, this->picture(picture)); },
                      [&](const ArtContent& drawn) { line(2, art(drawn)); },
                      [&](const Table& rows) { table(rows); },
                      [&](const TableContent& named) {
                        line(2, "table " + show(document_.tables[named.table.index()].name));
                      }},
             content);
}

void Dumper::table(const Table& table) {
  line(2, "table, column gap " + show(table.column_gap) + ", row gap " + show(table.row_gap) +
              (table.words.offered > 1 ? ", words " + std::to_string(table.words.chosen + 1) +
                                             " of " + std::to_string(table.words.offered)
                                       : ""));
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
    if (column.gap) text += ", gap " + show(*column.gap);
    if (column.names_rows) text += ", names rows";
    if (column.link) {
      text += ", link " + show(column.link->width) + " " + show(column.link->color) + " gap " +
              show(column.link->gap);
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
  if (table.rule_group != table.rule_between) rule("group", table.rule_group);
  if (table.group_gap) line(3, "group gap " + show(*table.group_gap));
  rule("bottom", table.rule_bottom);
  rule("columns", table.rule_columns);
  rule("sides", table.rule_sides);
  if (table.keep_rows > 1) line(3, "keep rows " + std::to_string(table.keep_rows));
  for (const Row& each : table.rows) row(each);
  for (const Row& each : table.continued) {
    line(3, "where group " + std::to_string(&each - table.continued.data() + 1) + " goes on");
    row(each);
  }
}

std::string_view kind_of(const Row& row) {
  using enum Row::Kind;
  if (row.kind == GroupHeader) return "group header";
  if (row.kind == GroupFooter) return "group footer";
  if (row.kind == Footer) return "footer";
  return row.header ? "header row" : "row";
}

void Dumper::row(const Row& row) {
  std::string text = std::string(kind_of(row)) + (row.starts_group ? " of a new group" : "") +
                     (row.fill ? " fill " + show(*row.fill) : "");
  if (row.keep_with_next) text += " keep with next";
  const auto rule = [&](const char* name, const std::optional<TableRule>& rule) {
    if (!rule) return;
    text += std::string(" rule ") + name + " " +
            (rule->is_none ? "none" : show(rule->width) + " " + show(rule->color));
  };
  rule("above", row.rule_above);
  rule("below", row.rule_below);
  line(3, text);
  for (const Cell& each : row.cells) cell(each);
}

void Dumper::cell(const Cell& cell) {
  std::string span = cell.span > 1 ? " over " + std::to_string(cell.span) : "";
  if (cell.rows > 1) span += " rows " + std::to_string(cell.rows);
  if (cell.padding != Insets{}) span += " padding " + show(cell.padding);
  if (cell.height) span += " height " + show(*cell.height);
  if (cell.vertical_align) span += " " + std::string(name_of(*cell.vertical_align));
  if (cell.fill) span += " fill " + show(*cell.fill);
  if (cell.stroke) span += " stroke " + show(*cell.stroke);
  if (cell.radius != Length{}) span += " radius " + show(cell.radius);
  std::visit(
      Overload{[&](const ArtContent& drawn) { line(4, "cell" + span + " " + art(drawn)); },
               [&](const PictureContent& shown) { line(4, "cell" + span + " " + picture(shown)); },
               [&](const TextContent& text) {
                 line(4, "cell" + span + (text.paragraphs.empty() ? " empty" : ""));
                 if (cell.figure) figure(*cell.figure);
                 text_.paragraphs(5, text.paragraphs);
               }},
      cell.content);
}

void Dumper::figure(const CellFigure& figure) {
  const std::string shown =
      std::visit(Overload{[&](const ArtContent& drawn) { return art(drawn); },
                          [&](const PictureContent& picture) { return this->picture(picture); }},
                 figure.content);
  line(5, (figure.place == CellFigure::Place::Before ? "before " : "above ") + show(figure.gap) +
              (figure.height ? " height " + show(*figure.height) : "") + " " + shown);
}

}  // namespace

std::string dump(const Document& document, const font::FontBook& fonts) {
  return Dumper(document, fonts).dump();
}

}  // namespace handbill::document
