// SPDX-License-Identifier: MIT
#include "words/as_read.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/spaces.h"
#include "base/utf8.h"

namespace handbill::words {
namespace {

constexpr std::string_view kPlaceToWrite = "____";

/// Another edition, or a later day, and they are others, though nobody changed a word.
bool tells_of_itself(std::string_view path) {
  return path == "page" || path == "pages" || path.starts_with("page.") ||
         path.starts_with("page of ") || path.starts_with("document.") ||
         path.starts_with("revision.") || path.starts_with("approval.");
}

class Writer {
 public:
  Writer(const Paragraph& paragraph, std::size_t index) : paragraph_(paragraph) {
    out_.paragraph = index;
  }

  ReadText write() {
    const auto& origins = paragraph_.origins.list();
    for (std::size_t i = 0; i < origins.size(); ++i) {
      const std::size_t end =
          i + 1 < origins.size() ? origins[i + 1].begin : paragraph_.text.size();
      const bool is_fact = origins[i].fact != nullptr;
      if (is_fact && tells_of_itself(origins[i].fact->path)) continue;
      copy(origins[i].begin, end);
      if (!is_fact) add_link(end);
    }
    while (out_.text.ends_with(' ')) cut();
    out_.offsets.push_back(static_cast<std::uint32_t>(paragraph_.text.size()));
    return std::move(out_);
  }

 private:
  void put(std::string_view bytes, std::size_t from) {
    out_.text += bytes;
    out_.offsets.insert(out_.offsets.end(), bytes.size(), static_cast<std::uint32_t>(from));
  }
  void cut() {
    out_.text.pop_back();
    out_.offsets.pop_back();
  }

  void copy(std::size_t begin, std::size_t end) {
    const std::string_view text = paragraph_.text;
    for (std::size_t at = begin; at < end;) {
      const std::size_t from = at;
      const bool is_white = is_space(next_code_point(text, at));
      const std::string_view letter = text.substr(from, at - from);
      if (letter == kBlankSign) {
        put(kPlaceToWrite, from);
      } else if (!is_white) {
        put(letter, from);
      } else if (!out_.text.empty() && !out_.text.ends_with(' ')) {
        put(" ", from);
      }
    }
  }

  /// Where the words that end here lead: paper does not show it, and readers of the file follow.
  void add_link(std::size_t end) {
    const auto next =
        std::ranges::find_if(paragraph_.runs, [&](const Run& run) { return run.begin >= end; });
    if (next == paragraph_.runs.begin()) return;
    const std::string& link = (next - 1)->link;
    const bool is_last = next == paragraph_.runs.end();
    const bool goes_on = !is_last && next->link == link;
    const bool ends_here = (is_last ? paragraph_.text.size() : next->begin) == end;
    if (!link.empty() && ends_here && !goes_on && !is_printed(link)) put(" <" + link + ">", end);
  }

  bool is_printed(std::string_view link) const {
    const std::size_t scheme = link.find("://");
    if (scheme != link.npos) link.remove_prefix(scheme + 3);
    return paragraph_.text.find(link) != std::string::npos;
  }

  const Paragraph& paragraph_;
  ReadText out_{};
};

}  // namespace

std::vector<ReadText> as_read(const Words& words) {
  std::vector<ReadText> texts;
  for (std::size_t i = 0; i < words.paragraphs.size(); ++i) {
    const Paragraph& paragraph = words.paragraphs[i];
    ReadText text = Writer(paragraph, i).write();
    if (!text.text.empty()) texts.push_back(std::move(text));
    if (!paragraph.says.empty()) texts.push_back({paragraph.says, i, {}});
  }
  return texts;
}

diag::Span written_at(const Words& words, const ReadText& text, std::size_t begin,
                      std::size_t end) {
  const Paragraph& paragraph = words.paragraphs[text.paragraph];
  if (text.offsets.empty() || paragraph.text.empty()) return paragraph.span;
  std::size_t first = text.offsets[std::min(begin, text.offsets.size() - 1)];
  std::size_t last = text.offsets[std::min(std::max(end, begin), text.offsets.size() - 1)];
  first = std::min(first, paragraph.text.size() - 1);
  while (first > 0 && (static_cast<unsigned char>(paragraph.text[first]) & 0xC0U) == 0x80U) --first;
  if (last <= first) {
    last = first;
    next_code_point(paragraph.text, last);
  }
  const text::Origin& origin = paragraph.origins.at(first);
  if (origin.fact && origin.fact->span.known()) return origin.fact->span;
  const diag::Span span = written_at(paragraph, first, last);
  return span.known() ? span : paragraph.span;
}

}  // namespace handbill::words
