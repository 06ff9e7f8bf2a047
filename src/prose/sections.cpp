// SPDX-License-Identifier: MIT
#include "prose/sections.h"

#include <algorithm>
#include <utility>

namespace handbill::prose {
namespace {

bool has_words(const ReadParagraph& paragraph) {
  return std::ranges::any_of(paragraph.tokens,
                             [](const Token& each) { return each.kind == Token::Kind::Word; });
}

bool is_in_list(const words::Paragraph& paragraph) {
  return paragraph.cell.has_value() || paragraph.kind == words::Kind::ListItem;
}

/// It goes on with the entry that `last` belongs to.
bool is_same_entry(const words::Paragraph& last, const words::Paragraph& paragraph) {
  if (last.flow != paragraph.flow) return false;
  if (last.cell && paragraph.cell) return last.cell->row == paragraph.cell->row;
  if (last.kind != words::Kind::ListItem || paragraph.kind != words::Kind::ListItem) return false;
  return !paragraph.label || paragraph.level > 1;
}

}  // namespace

std::vector<Section> sections_of(const Reading& reading) {
  std::vector<Section> sections;
  const auto section = [&](std::optional<std::size_t> heading) -> Section& {
    const auto known = std::ranges::find(sections, heading, &Section::heading);
    if (known != sections.end()) return *known;
    sections.push_back({heading, {}});
    return sections.back();
  };
  for (std::size_t i = 0; i < reading.words.paragraphs.size(); ++i) {
    const words::Paragraph& paragraph = reading.written(i);
    if (paragraph.kind == words::Kind::Heading) {
      section(i);
    } else {
      section(paragraph.heading).paragraphs.push_back(i);
    }
  }
  return sections;
}

Entries entries_of(const Reading& reading, const Section& section) {
  Entries entries;
  const bool has_list = std::ranges::any_of(
      section.paragraphs, [&](std::size_t i) { return is_in_list(reading.written(i)); });
  for (const std::size_t i : section.paragraphs) {
    const words::Paragraph& paragraph = reading.written(i);
    if (!is_prose(paragraph) || !has_words(reading.paragraphs[i])) continue;
    if (has_list && !is_in_list(paragraph)) {
      entries.lead_in.push_back(i);
      continue;
    }
    auto& all = entries.entries;
    const bool goes_on =
        !all.empty() && is_same_entry(reading.written(all.back().paragraphs.back()), paragraph);
    if (!goes_on) all.push_back({});
    all.back().paragraphs.push_back(i);
  }
  return entries;
}

bool is_prose(const words::Paragraph& paragraph) {
  const auto& cell = paragraph.cell;
  if (cell && (cell->is_head || cell->names_group || cell->names_row)) return false;
  return paragraph.kind != words::Kind::Heading && paragraph.kind != words::Kind::Figure &&
         paragraph.kind != words::Kind::Code;
}

diag::Span beginning_of(const Reading& reading) {
  const auto& all = reading.words.paragraphs;
  const auto heading = std::ranges::find(all, words::Kind::Heading, &words::Paragraph::kind);
  const words::Paragraph& first = heading != all.end() ? *heading : all.front();
  const diag::Span written = words::written_at(first, 0, first.text.size());
  return written.known() ? written : first.span;
}

}  // namespace handbill::prose
