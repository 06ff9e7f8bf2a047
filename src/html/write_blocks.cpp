// SPDX-License-Identifier: MIT
#include "html/write_blocks.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/number.h"

namespace handbill::html {
namespace {

using words::Block;
using Kind = Block::Kind;
using Sign = words::Label::Sign;

/// From this many columns on a table may be wider than a phone.
constexpr std::size_t kWideTable = 4;

bool has_box(const std::optional<words::Label>& label) {
  return label && (label->sign == Sign::Box || label->sign == Sign::TickedBox);
}

bool is_empty(const Rect& area) { return area.width <= Length() || area.height <= Length(); }

bool lies_on(const Rect& above, const Rect& below) {
  if (is_empty(above) || is_empty(below)) return false;
  return above.left >= below.left && above.right() <= below.right() && above.top >= below.top &&
         above.bottom() <= below.bottom();
}

/// At the same height, at its left or right.
bool stands_beside(const Rect& one, const Rect& other) {
  if (is_empty(one) || is_empty(other)) return false;
  const bool is_apart = one.left >= other.right() || one.right() <= other.left;
  return is_apart && one.top < other.bottom() && one.bottom() > other.top;
}

/// Which edges of the page it runs over.
std::string bleed_class(const Place& place) {
  std::string classes = "picture";
  const Place::Bleed& bleed = place.bleed;
  if (bleed.left || bleed.right) classes += bleed.left ? " to-left" : " to-right";
  if (bleed.top || bleed.bottom) classes += bleed.top ? " to-top" : " to-bottom";
  return classes;
}

bool is_numbered(const Block& list) { return list.label && list.label->sign == Sign::Number; }

}  // namespace

Around BlockWriter::around_of(const Block& block) const {
  const Place& place = places_.at(block.flow);
  return {place.box.value_or(place.band), page_.words.language};
}

void BlockWriter::write(const std::vector<const Block*>& blocks) {
  const auto box_of = [&](std::size_t i) {
    return i < blocks.size() ? places_.at(blocks[i]->flow).box : std::nullopt;
  };
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const auto box = box_of(i);
    if (box && (i == 0 || box_of(i - 1) != box)) {
      out_.open("div", {{"class", "box " + page_.looks.ground(*box)}});
      out_.end_line();
    }
    const std::size_t end = i + count_together(blocks, i);
    if (end > i + 1) {
      write_together({blocks.begin() + static_cast<std::ptrdiff_t>(i),
                      blocks.begin() + static_cast<std::ptrdiff_t>(end)});
      i = end - 1;
    } else {
      write(*blocks[i], around_of(*blocks[i]));
    }
    if (box && box_of(i + 1) != box) {
      out_.close("div");
      out_.end_line();
    }
  }
}

/// How many belong together: a picture, those that are painted over it, and words that stand beside
/// it in print.
std::size_t BlockWriter::count_together(const std::vector<const Block*>& blocks,
                                        std::size_t first) const {
  const auto is_picture = [](const Block& block) {
    return block.kind == Kind::Figure || block.kind == Kind::Code;
  };
  if (!is_picture(*blocks[first])) return 1;
  const Place& place = places_.at(blocks[first]->flow);
  std::size_t count = 1;
  while (first + count < blocks.size() && is_picture(*blocks[first + count]) &&
         lies_on(places_.at(blocks[first + count]->flow).area, place.area)) {
    ++count;
  }
  if (count > 1 || first + 1 == blocks.size()) return count;
  const Block& next = *blocks[first + 1];
  const Place& beside = places_.at(next.flow);
  const bool is_beside = next.kind == Kind::Paragraph && !place.box && !beside.box &&
                         stands_beside(beside.area, place.area);
  return is_beside ? 2 : 1;
}

void BlockWriter::write_together(const std::vector<const Block*>& blocks) {
  const bool is_pile = blocks.back()->kind != Kind::Paragraph;
  const Place& first = places_.at(blocks.front()->flow);
  out_.open("div", {{"class", is_pile ? "pile " + bleed_class(first) : "beside"}});
  for (const Block* each : blocks) {
    std::string style;
    if (is_pile && each != blocks.front()) {
      const Rect& area = places_.at(each->flow).area;
      const auto percent = [](double part) { return format_number(part * 100, 1) + "%"; };
      style = "left:" + percent((area.left - first.area.left) / first.area.width) +
              ";top:" + percent((area.top - first.area.top) / first.area.height) +
              ";width:" + percent(area.width / first.area.width);
    }
    if (each->kind == Kind::Paragraph) {
      write(*each, around_of(*each));
    } else {
      write_figure(*each, is_pile ? style.empty() ? "width:100%" : style : style);
    }
  }
  out_.close("div");
  out_.end_line();
}

void BlockWriter::write(const Block& block, const Around& around) {
  switch (block.kind) {
    case Kind::Heading:
      return write_heading(block, around);
    case Kind::Paragraph:
      return write_leaf("p", block, around);
    case Kind::Figure:
    case Kind::Code:
      return write_figure(block);
    case Kind::List:
      return write_list(block, around);
    case Kind::Quote:
    case Kind::Line: {
      const bool is_quote = block.kind == Kind::Quote;
      if (is_quote) {
        out_.open("blockquote");
      } else {
        out_.open("div", {{"class", "line"}});
      }
      out_.end_line();
      for (std::size_t i = 0; i < block.blocks.size(); ++i) {
        // What is to be filled in stays with its name.
        const bool is_field = !is_quote && i + 1 < block.blocks.size() &&
                              is_blank(block.blocks[i + 1]) && !is_blank(block.blocks[i]);
        if (is_field) out_.open("div", {{"class", "field"}});
        write(block.blocks[i], around);
        if (!is_field) continue;
        write(block.blocks[++i], around);
        out_.close("div");
      }
      out_.close(is_quote ? "blockquote" : "div");
      return out_.end_line();
    }
    case Kind::Table:
      return write_table(block, around);
    case Kind::Item:
    case Kind::Row:
    case Kind::Cell:
      return;  // written by what they stand in
  }
}

bool BlockWriter::is_blank(const Block& block) const {
  return block.kind == Kind::Paragraph && paragraph(block).text == words::kBlankSign;
}

void BlockWriter::write_leaf(std::string_view element, const Block& block, const Around& around,
                             Attributes attributes) {
  std::string name = class_of(paragraph(block), around, page_);
  Around inside = around;
  const std::string language = one_language(paragraph(block));
  attributes.emplace_back("class", name);
  add_language(language, around, attributes);
  if (!language.empty()) inside.language = language;
  out_.open(element, attributes);
  for (const std::size_t icon : block.icons) {
    out_.open("span", {{"class", icon_class(block, icon)}});
    out_.close("span");
  }
  write_inlines(block.paragraph, inside, name, page_);
  out_.close(element);
  out_.end_line();
}

void BlockWriter::write_heading(const Block& block, const Around& around) {
  last_heading_ = "h-" + std::to_string(++page_.ids);
  // Deeper ones are as deep as HTML has them.
  const std::string element = "h" + std::to_string(std::clamp(block.level, 1, 6));
  write_leaf(element, block, around, {{"id", last_heading_}});
}

void BlockWriter::write_figure(const Block& block, const std::string& style) {
  const words::Paragraph& words = paragraph(block);
  const WebPicture picture =
      words.shown ? web_picture(*words.shown, in_.document, in_.fonts, in_.press) : WebPicture();
  const bool is_code = block.kind == Kind::Code;
  Attributes figure;
  if (!style.empty()) {
    figure = {{"class", style.starts_with("left") ? "over" : "under"}, {"style", style}};
  } else if (is_code) {
    figure = {{"class", "code"}};
  } else {
    figure = {{"class", bleed_class(places_.at(block.flow))}};
  }
  out_.open("figure", figure);
  const bool leads_on =
      is_code && (words.says.starts_with("https://") || words.says.starts_with("http://") ||
                  words.says.starts_with("tel:") || words.says.starts_with("mailto:"));
  if (leads_on) out_.open("a", {{"href", words.says}});
  Attributes image = {{"src", picture.address}, {"alt", words.text}};
  add_language(one_language(words), around_of(block), image);
  const double width = page_.looks.pixels(places_.at(block.flow).area.width);
  image.emplace_back("width", format_number(std::round(width), 0));
  image.emplace_back("height", format_number(std::round(width / picture.shape), 0));
  out_.open("img", image);
  if (leads_on) out_.close("a");
  out_.close("figure");
  out_.end_line();
}

std::string BlockWriter::icon_class(const Block& block, std::size_t icon) {
  const words::Shown& shown = page_.words.flows[block.flow].icons.at(icon).shown;
  WebPicture picture = web_picture(shown, in_.document, in_.fonts, in_.press);
  auto found = std::ranges::find(icons_, picture.address, &WebPicture::address);
  if (found == icons_.end()) found = icons_.insert(found, std::move(picture));
  return "icon i" + std::to_string(found - icons_.begin());
}

std::string BlockWriter::icon_sheet() const {
  std::string css;
  for (std::size_t i = 0; i < icons_.size(); ++i) {
    css += ".i" + std::to_string(i) + "::before{background-image:url(" + icons_[i].address + ")}\n";
  }
  return css;
}

void BlockWriter::write_list(const Block& list, const Around& around) {
  Attributes attributes;
  const bool is_counted = is_numbered(list);
  if (is_counted) {
    if (list.label->counts_in != '1') {
      attributes.emplace_back("type", std::string(1, list.label->counts_in));
    }
    const int first = list.blocks.front().number;
    if (first != 1) attributes.emplace_back("start", std::to_string(first));
  }
  const bool has_icons =
      std::ranges::any_of(list.blocks, [](const Block& item) { return !item.icons.empty(); });
  const bool is_large = std::ranges::any_of(list.blocks, [&](const Block& item) {
    if (item.blocks.empty() || item.blocks.front().kind != Kind::Paragraph) return false;
    const words::Paragraph& words = paragraph(item.blocks.front());
    const std::size_t line_end = words.text.find('\n');
    return line_end != std::string::npos && words.flush_end != line_end;
  });
  if (has_icons) attributes.emplace_back("class", is_large ? "icons large" : "icons");
  if (has_box(list.label)) attributes.emplace_back("class", "boxes");
  const std::string_view element = is_counted ? "ol" : "ul";
  out_.open(element, attributes);
  out_.end_line();
  for (const Block& item : list.blocks) write_item(item, list, around);
  out_.close(element);
  out_.end_line();
}

void BlockWriter::write_item(const Block& item, const Block& list, const Around& around) {
  Attributes attributes;
  if (is_numbered(list)) {
    const bool is_first = &item == &list.blocks.front();
    const int expected = is_first ? item.number : (&item - 1)->number + 1;
    if (item.number != expected) attributes.emplace_back("value", std::to_string(item.number));
  }
  if (!item.icons.empty()) attributes.emplace_back("class", icon_class(item, item.icons.front()));
  out_.open("li", attributes);
  if (has_box(item.label)) {
    const std::string id = "box-" + std::to_string(++boxes_);
    Attributes box = {{"type", "checkbox"}, {"aria-labelledby", id}};
    if (item.label->sign == Sign::TickedBox) box.emplace_back("checked", "");
    out_.open("input", box);
    out_.open("div", {{"id", id}});
    write_inside(item.blocks, around);
    out_.close("div");
  } else {
    write_inside(item.blocks, around);
  }
  out_.close("li");
  out_.end_line();
}

void BlockWriter::write_inside(const std::vector<Block>& blocks, const Around& around) {
  for (const Block& each : blocks) {
    const bool is_first_words = &each == &blocks.front() && each.kind == Kind::Paragraph;
    if (is_first_words) {
      write_leaf("div", each, around);
    } else {
      write(each, around);
    }
  }
}

void BlockWriter::write_table(const Block& table, const Around& around) {
  Attributes attributes;
  if (!last_heading_.empty()) attributes.emplace_back("aria-labelledby", last_heading_);
  const bool is_wide = table.columns >= kWideTable && !last_heading_.empty();
  if (is_wide) {
    out_.open("div", {{"class", "scroll"},
                      {"role", "region"},
                      {"tabindex", "0"},
                      {"aria-labelledby", last_heading_}});
  }
  out_.open("table", attributes);
  out_.end_line();
  std::string_view open;
  for (const Block& row : table.blocks) {
    const std::string_view part =
        row.head == Block::Head::Column && open != "tbody" ? "thead" : "tbody";
    if (part != open) {
      if (!open.empty()) out_.close(open);
      out_.open(part);
      open = part;
    }
    out_.open("tr");
    for (const Block& cell : row.blocks) write_cell(cell, around);
    out_.close("tr");
    out_.end_line();
  }
  if (!open.empty()) out_.close(open);
  out_.close("table");
  if (is_wide) out_.close("div");
  out_.end_line();
}

void BlockWriter::write_cell(const Block& cell, const Around& around) {
  Attributes attributes;
  const std::string_view element =
      cell.head == Block::Head::None || cell.blocks.empty() ? "td" : "th";
  if (element == "th") {
    const bool is_column = cell.head == Block::Head::Column;
    const std::size_t taken = is_column ? cell.columns : cell.rows;
    const std::string group = taken > 1 ? "group" : "";
    attributes.emplace_back("scope", (is_column ? "col" : "row") + group);
  }
  if (cell.columns > 1) attributes.emplace_back("colspan", std::to_string(cell.columns));
  if (cell.rows > 1) attributes.emplace_back("rowspan", std::to_string(cell.rows));
  if (!cell.icons.empty()) attributes.emplace_back("class", icon_class(cell, cell.icons.front()));
  out_.open(element, attributes);
  write_inside(cell.blocks, around);
  out_.close(element);
}

void BlockWriter::write_notes(const std::vector<words::NoteBlocks>& notes) {
  if (notes.empty()) return;
  const std::string id = "notes";
  out_.open("section", {{"class", "notes"}, {"role", "doc-endnotes"}, {"aria-labelledby", id}});
  out_.open("h2", {{"class", "hidden"}, {"id", id}});
  out_.text(page_.own_words.notes);
  out_.close("h2");
  out_.open("ol");
  out_.end_line();
  for (std::size_t i = 0; i < notes.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    out_.open("li", {{"id", "note-" + number}});
    const Around around{svg::kPaper, page_.words.language};
    write_inside(notes[i].blocks, around);
    out_.open("a", {{"href", "#ref-" + number},
                    {"role", "doc-backlink"},
                    {"aria-label", std::string(page_.own_words.back) + " " + number}});
    out_.text("↩");
    out_.close("a");
    out_.close("li");
    out_.end_line();
  }
  out_.close("ol");
  out_.close("section");
  out_.end_line();
}

}  // namespace handbill::html
