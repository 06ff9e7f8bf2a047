// SPDX-License-Identifier: MIT
#include "document/headings.h"

#include "base/ascii.h"
#include "base/overload.h"
#include "base/spaces.h"
#include "base/utf8.h"
#include "content/locale_text.h"

namespace handbill::document {
namespace {

/// What stands for a line to write on.
constexpr std::string_view kLine = "____";

bool is_direction_mark(char32_t c) {
  return c == 0x00AD || (c >= 0x200B && c <= 0x200F) || (c >= 0x2060 && c <= 0x2069);
}

/// Stops, dashes and brackets, of Latin and of other scripts.
bool is_punctuation(char32_t c) {
  const bool is_ascii = c < 0x80;
  if (is_ascii) return !is_letter(static_cast<char>(c)) && !is_digit(static_cast<char>(c));
  return (c >= 0x00A1 && c <= 0x00BF) || (c >= 0x2000 && c <= 0x206F) ||
         (c >= 0x3000 && c <= 0x3004) || (c >= 0x3008 && c <= 0x3020) ||
         (c >= 0xFF01 && c <= 0xFF0F) || c == 0x060C || c == 0x061B || c == 0x061F;
}

void add(const std::vector<text::Paragraph>& paragraphs, std::vector<std::string>& words) {
  for (const text::Paragraph& each : paragraphs) {
    if (display::heading_level(each.role)) words.push_back(plain_words(each));
  }
}

}  // namespace

std::string plain_words(const text::Paragraph& paragraph) {
  std::string words;
  for (const text::Inline& each : paragraph.inlines) {
    const auto* run = std::get_if<text::Run>(&each);
    const std::string_view text = run != nullptr ? std::string_view(run->text) : kLine;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t begin = at;
      const char32_t c = next_code_point(text, at);
      if (is_direction_mark(c)) continue;
      const bool ends_line = c == 0x2028 || c == '\n';
      words += ends_line ? std::string_view(" ") : text.substr(begin, at - begin);
    }
  }
  return words;
}

std::string heading_name(std::string_view words) {
  const std::string folded = content::fold_case(words);
  std::string name;
  bool is_parted = false;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(folded, at);
    const bool parts = is_space(c) || c == '-' || c == '_' || c == 0x2013 || c == 0x2014;
    is_parted = is_parted || parts;
    if (parts || is_punctuation(c)) continue;
    if (is_parted && !name.empty()) name += '-';
    is_parted = false;
    name += std::string_view(folded).substr(begin, at - begin);
  }
  return name;
}

std::vector<std::string> heading_words(const Document& document) {
  std::vector<std::string> words;
  for (const Story& story : document.stories) add(story.paragraphs, words);
  for (const Side& side : document.sides) {
    for (const Frame& frame : side.frames) {
      std::visit(Overload{[&](const TextContent& text) { add(text.paragraphs, words); },
                          [](const OneOf<std::monostate, StoryContent, PictureContent, ArtContent,
                                         Table, TableContent> auto&) {}},
                 frame.content);
    }
  }
  return words;
}

}  // namespace handbill::document
