// SPDX-License-Identifier: MIT
#include "words/read_paragraph.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>

#include "base/overload.h"
#include "base/spaces.h"
#include "base/utf8.h"
#include "spec/clean_text.h"
#include "text/characters.h"

namespace handbill::words {
namespace {

using text::Origin;
using text::Origins;

constexpr char32_t kByteOrderMark = 0xFEFF;

bool is_line_end(char32_t c) { return c == '\n' || c == 0x2028 || c == 0x2029; }

bool is_unseen(char32_t c) { return text::is_left_out_of_text(c) || c == kByteOrderMark; }

text::Run as_run(const text::TracedText& words) {
  text::Run run;
  run.text = words.text;
  run.origins = words.origins;
  return run;
}

/// Collects what is read, letter by letter.
class Collector {
 public:
  explicit Collector(Paragraph& into) : into_(into) {}

  /// How what is added from here on looks.
  void set(const text::SharedStyle& style) {
    auto& looks = into_.looks;
    if (!looks.empty() && looks.back().begin == into_.text.size()) looks.pop_back();
    if (looks.empty() || looks.back().style != style) looks.push_back({into_.text.size(), style});
  }

  void add(const text::Run& run, Run look) {
    const std::string_view text = run.text;
    Origins origins = run.origins;
    if (origins.empty()) origins.add({0, Origin::Kind::Added, run.span});
    std::size_t begin = 0;  // of what is to be kept
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t here = at;
      const char32_t c = next_code_point(text, at);
      if (!is_unseen(c)) continue;
      keep(text, origins, begin, here, look);
      if (is_line_end(c)) {
        put("\n", origins.slice(here, at), look);
      } else {
        leave_out(origins.at(here), here, at - here);
      }
      begin = at;
    }
    keep(text, origins, begin, text.size(), look);
  }

  void add(const text::Field& field) {
    const bool is_fact = field.fact != nullptr;
    into_.blanks.push_back({into_.text.size(), {}, is_fact ? field.fact->path : std::string()});
    Origins origins;
    origins.add({0, is_fact ? Origin::Kind::Fact : Origin::Kind::Meant, field.span, field.fact});
    put(kBlankSign, std::move(origins), {0, field.style->language});
  }

 private:
  void keep(std::string_view text, const Origins& origins, std::size_t begin, std::size_t end,
            const Run& look) {
    if (begin < end) put(text.substr(begin, end - begin), origins.slice(begin, end), look);
  }

  void put(std::string_view text, Origins origins, Run look) {
    for (const Origin& each : origins.list()) {
      look.begin = into_.text.size() + each.begin;
      look.stress = each.stress;
      add_look(look);
    }
    into_.origins.append(origins, into_.text.size());
    into_.text += text;
    if (text.empty()) return;
    last_ = into_.text.size() - 1;
    while (last_ > 0 && (static_cast<unsigned char>(into_.text[last_]) & 0xC0U) == 0x80U) --last_;
  }

  void add_look(const Run& look) {
    if (!into_.runs.empty()) {
      Run last = into_.runs.back();
      last.begin = look.begin;
      if (last == look) return;
    }
    into_.runs.push_back(look);
  }

  /// What was written there belongs to the letter before it.
  void leave_out(const Origin& origin, std::size_t offset, std::size_t size) {
    const bool is_written =
        origin.kind == Origin::Kind::Typed || origin.kind == Origin::Kind::Meant;
    if (is_written && !into_.text.empty()) into_.origins.stretch(last_, origin.part(offset, size));
  }

  Paragraph& into_;
  std::size_t last_ = 0;  ///< where the last letter begins
};

/// A letter and its accent, which come from two runs, are one. Marks may stand between them: then
/// nobody wrote what they became.
Origin joined(const Origins& origins, std::size_t begin, std::size_t end) {
  Origin result = origins.at(begin);
  result.span = result.part(begin, 1);
  if (result.kind == Origin::Kind::Fact) return result;
  if (result.kind == Origin::Kind::Typed) result.kind = Origin::Kind::Meant;
  for (std::size_t i = begin + 1; i < end; ++i) {
    const diag::Span place = origins.at(i).part(i, 1);
    if (place == result.span) continue;
    const bool follows = place.file == result.span.file && place.begin == result.span.end;
    if (!follows) result.kind = Origin::Kind::Added;
    if (place.file == result.span.file) result.span.end = std::max(result.span.end, place.end);
  }
  return result;
}

/// Runs are in form C each, but not always what they make together.
void set_in_form_c(Paragraph& paragraph) {
  if (spec::in_form_c(paragraph.text) == paragraph.text) return;
  std::vector<std::uint32_t> places(paragraph.text.size() + 1);
  for (std::size_t i = 0; i < places.size(); ++i) places[i] = static_cast<std::uint32_t>(i);
  std::string text = paragraph.text;
  spec::to_form_c(text, places);
  Origins origins;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t next = at + 1;
    while (next < text.size() && places[next] == places[at]) ++next;
    const bool is_kept = next == at + 1 && places[next] == places[at] + 1;
    if (is_kept) {
      origins.append(paragraph.origins, places[at], places[next], at);
    } else {
      Origin origin = joined(paragraph.origins, places[at], places[next]);
      origin.begin = at;
      origins.add(std::move(origin));
    }
    at = next;
  }
  const auto moved = [&](std::size_t offset) {
    const auto found = std::ranges::lower_bound(places, static_cast<std::uint32_t>(offset));
    return static_cast<std::size_t>(found - places.begin());
  };
  for (Run& each : paragraph.runs) each.begin = moved(each.begin);
  for (std::size_t i = paragraph.runs.size(); i-- > 0;) {
    const bool is_last = i + 1 == paragraph.runs.size();
    const std::size_t end = is_last ? text.size() : paragraph.runs[i + 1].begin;
    const auto run = paragraph.runs.begin() + static_cast<std::ptrdiff_t>(i);
    if (run->begin == end) paragraph.runs.erase(run);
  }
  for (Look& each : paragraph.looks) each.begin = moved(each.begin);
  if (paragraph.flush_end) paragraph.flush_end = moved(*paragraph.flush_end);
  for (Blank& each : paragraph.blanks) each.offset = moved(each.offset);
  paragraph.text = std::move(text);
  paragraph.origins = std::move(origins);
}

Kind kind_of(display::Role role) {
  if (display::heading_level(role)) return Kind::Heading;
  switch (role) {
    case display::Role::ListItem:
      return Kind::ListItem;
    case display::Role::Quote:
      return Kind::Quote;
    case display::Role::Note:
      return Kind::Note;
    default:
      return Kind::Paragraph;
  }
}

Label label_of(const text::Marker& marker) {
  using Sign = text::Marker::Sign;
  Label label{Label::Sign::Bullet, marker.run.text};
  if (marker.sign == Sign::Box) label.sign = Label::Sign::Box;
  if (marker.sign == Sign::TickedBox) label.sign = Label::Sign::TickedBox;
  if (!marker.counts_in) return label;
  label.sign = Label::Sign::Number;
  label.counts_in = *marker.counts_in;
  return label;
}

bool is_note_number(const text::Paragraph& paragraph, const text::Run& run) {
  return run.part && paragraph.parts.at(run.part->index()).kind == text::Part::Kind::Reference;
}

std::string expansion_of(const text::Paragraph& paragraph, const text::Run& run) {
  const text::Part* part = text::part_of(paragraph, run, text::Part::Kind::Abbreviation);
  return part != nullptr ? part->target : std::string();
}

/// Words, without the white and the signs that lead from them to a blank.
std::string trimmed(std::string_view text) {
  constexpr std::string_view kSigns = ":.,;()";
  const auto is_idle = [&](char c) { return is_space(c) || kSigns.find(c) != kSigns.npos; };
  while (!text.empty() && is_idle(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_idle(text.back())) text.remove_suffix(1);
  return std::string(text);
}

std::string last_line(const std::string& text) { return text.substr(text.rfind('\n') + 1); }

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

}  // namespace

Paragraph read_paragraph(const text::Paragraph& paragraph) {
  Paragraph read;
  read.span = paragraph.span;
  read.kind = kind_of(paragraph.role);
  read.level = display::heading_level(paragraph.role).value_or(paragraph.list_level);
  for (const text::Block& each : paragraph.blocks) {
    if (each.kind == text::Block::Kind::List) read.list = each.number;
  }
  read.style = paragraph.style;
  read.sources = paragraph.sources;
  if (paragraph.marker) read.label = label_of(*paragraph.marker);
  Collector collector(read);
  for (const text::Inline& each : paragraph.inlines) {
    if (paragraph.flush_end == static_cast<std::size_t>(&each - paragraph.inlines.data())) {
      read.flush_end = read.text.size() - (read.text.ends_with('\n') ? 1 : 0);
    }
    std::visit([&](const auto& piece) { collector.set(piece.style); }, each);
    std::visit(Overload{[&](const text::Run& run) {
                          const text::Part* link = text::link_of(paragraph, run);
                          collector.add(run, {.language = run.style->language,
                                              .link = link != nullptr ? link->target : "",
                                              .is_note_number = is_note_number(paragraph, run),
                                              .expansion = expansion_of(paragraph, run)});
                        },
                        [&](const text::Field& field) { collector.add(field); },
                        [&](const text::Icon& icon) {
                          const text::Part* link = text::link_of(paragraph, icon);
                          collector.add(as_run(icon.says),
                                        {.language = icon.style->language,
                                         .link = link != nullptr ? link->target : ""});
                        }},
               each);
  }
  set_in_form_c(read);
  return read;
}

Paragraph read_alt(const text::TracedText& alt, const std::string& language) {
  Paragraph read;
  Collector(read).add(as_run(alt), {.language = language});
  set_in_form_c(read);
  return read;
}

void set_blank_labels(Paragraph& paragraph, const std::string& beside) {
  const std::string_view text = paragraph.text;
  std::size_t before = 0;  // the words between the blanks of a line
  for (std::size_t i = 0; i < paragraph.blanks.size(); ++i) {
    Blank& blank = paragraph.blanks[i];
    const std::string_view leading = text.substr(before, blank.offset - before);
    blank.label = last_line(trimmed(leading));
    const std::size_t behind = blank.offset + kBlankSign.size();
    const bool is_last = i + 1 == paragraph.blanks.size();
    const std::size_t next = is_last ? text.size() : paragraph.blanks[i + 1].offset;
    if (blank.label.empty()) blank.label = first_line(trimmed(text.substr(behind, next - behind)));
    if (blank.label.empty()) blank.label = beside;
    before = behind;
  }
}

}  // namespace handbill::words
