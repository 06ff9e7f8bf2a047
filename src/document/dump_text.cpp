// SPDX-License-Identifier: MIT
#include "document/dump_text.h"

#include <string_view>

#include "base/overload.h"
#include "base/utf8.h"
#include "text/scripts.h"

namespace handbill::document {
namespace {

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
    case text::Align::Left:
      return "left";
    case text::Align::Right:
      return "right";
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
  if (style.keep_words) text += " keep-words";
  single(" rag-give=", style.rag_give, plain.rag_give);
  if (style.balance) text += *style.balance ? " balanced" : " not-balanced";
  single(" optical-margins=", style.optical_margins, plain.optical_margins);
  if (style.align == text::Align::Justify) {
    text += " emergency-stretch=" + show(style.emergency_stretch);
  }
  const auto zone = [&](const char* name, Length value, double usual) {
    if (value != style.text->size * usual) text += name + show(value);
  };
  zone(" rag-zone=", style.rag_zone, text::kUsualRagZone);
  zone(" hyphen-zone=", style.hyphen_zone, text::kUsualHyphenZone);
  return text;
}

/// " link tel:555", " to page 3 "Care""; empty: the words lead nowhere.
std::string leads_to(const text::Paragraph& paragraph, const text::Run& words) {
  if (const text::Part* link = text::link_of(paragraph, words)) return " link " + link->target;
  const auto leading = text::leading_part(paragraph, words);
  if (!leading) return {};
  const text::Part& part = paragraph.parts.at(leading->index());
  if (part.kind != text::Part::Kind::Place) return {};
  return " to page " + std::to_string(part.place.page + 1) + " " + show(part.target);
}

}  // namespace

void TextDumper::paragraphs(int depth, const std::vector<text::Paragraph>& paragraphs) {
  for (const text::Paragraph& each : paragraphs) paragraph(depth, each);
}

void TextDumper::paragraph(int depth, const text::Paragraph& paragraph) {
  line(depth, std::string(name_of(paragraph.role)) + " " + show(paragraph.style->name));
  paragraph_style(depth + 1, paragraph.style);
  if (paragraph.marker) {
    const bool at_start = paragraph.marker->hang == text::Marker::Hang::FlushStart;
    const bool is_drawn = paragraph.marker->sign != text::Marker::Sign::Text;
    run(depth + 1,
        "marker gap " + show(paragraph.marker->gap) + (at_start ? " flush start" : " flush end") +
            (is_drawn ? " drawn" : ""),
        paragraph.marker->run);
  }
  if (!paragraph.leader.empty()) line(depth + 1, "leader " + show(paragraph.leader));
  for (const text::Inline& piece : paragraph.inlines) {
    if (paragraph.flush_end == static_cast<std::size_t>(&piece - paragraph.inlines.data())) {
      line(depth + 1, "flush end");
    }
    if (!paragraph.first_line.empty()) {
      const auto index = static_cast<std::size_t>(&piece - paragraph.inlines.data());
      line(depth + 1, "first line in " + character_style(paragraph.first_line[index]));
    }
    std::visit(Overload{[&](const text::Run& words) {
                          run(depth + 1, "run", words, leads_to(paragraph, words));
                        },
                        [&](const text::Field& field) {
                          line(depth + 1, "field " + show(field.width) +
                                              (field.fills ? " fills its line" : "") + " in " +
                                              character_style(field.style));
                        },
                        [&](const text::Icon& icon) {
                          line(depth + 1, "icon " + show(icon.says.text) + " of " +
                                              std::to_string(icon.art->shapes.size()) +
                                              " shapes in " + character_style(icon.style));
                        }},
               piece);
  }
  for (const text::Note& each : paragraph.notes) {
    line(depth + 1, "note to inline " + std::to_string(each.reference));
    paragraphs(depth + 2, each.paragraphs);
  }
}

void TextDumper::paragraph_style(int depth, const text::ParagraphStyle& style) {
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
  if (style.flush_gap != style.text->size) add("flush-gap", style.flush_gap);
  if (style.one_line) text += " one-line";
  if (style.fill_blanks) text += " fill-blanks";
  if (style.keep_with_next) text += " keep-with-next";
  if (style.keep_together) text += " keep-together";
  if (style.orphans != plain.orphans) text += " orphans=" + std::to_string(style.orphans);
  if (style.widows != plain.widows) text += " widows=" + std::to_string(style.widows);
  if (style.grid == text::GridSnap::First) text += " grid=first";
  if (style.grid == text::GridSnap::All) text += " grid=all";
  if (style.break_before == text::BreakBefore::Column) text += " break-before=column";
  if (style.break_before == text::BreakBefore::Frame) text += " break-before=frame";
  if (style.stretch_before) text += " stretch-before=" + std::to_string(*style.stretch_before);
  if (style.stretch_after) text += " stretch-after=" + std::to_string(*style.stretch_after);
  if (style.side) {
    text += " side=" + show(style.side->width) + " gap " + show(style.side->gap);
  }
  if (style.text->hyphenate) {
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

void TextDumper::run(int depth, const std::string& what, const text::Run& run,
                     const std::string& leads_to) {
  line(depth, what + " " + show(run.text) + " in " + character_style(run.style) + leads_to);
}

std::string TextDumper::character_style(const text::CharacterStyle& style) const {
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
  if (style.ligatures_up_to != text::CharacterStyle().ligatures_up_to) {
    text += " ligatures up to " + show(style.ligatures_up_to);
  }
  if (style.tracking != 0) text += " tracking=" + number(style.tracking);
  if (style.baseline_shift != Length{}) text += " shift=" + show(style.baseline_shift);
  if (style.underline) text += " underline";
  text += show(style.overprint);
  if (style.hyphenate) text += " hyphenate";
  if (style.quotes == text::Quotes::Straight) text += " straight-quotes";
  for (const text::Protrusion& each : style.protrusions) {
    text += " protrusion ";
    append_utf8(text, each.character);
    text += " " + number(each.left) + " " + number(each.right);
  }
  return text + " " + style.language;
}

}  // namespace handbill::document
