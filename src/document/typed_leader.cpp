// SPDX-License-Identifier: MIT
#include "document/typed_leader.h"

#include <string>
#include <string_view>

#include "document/lead_in.h"

namespace handbill::document {
namespace {

constexpr std::size_t kFewestDots = 4;
constexpr std::string_view kEllipsis = "\u2026";
constexpr std::size_t kDotsOfEllipsis = 3;

/// A row of dots, single spaces among them.
struct DotRow {
  std::size_t end = 0;
  std::size_t dots = 0;
};

DotRow row_at(std::string_view text, std::size_t at) {
  DotRow row{at};
  while (at < text.size()) {
    if (text[at] == '.') {
      ++at;
      ++row.dots;
    } else if (text.substr(at).starts_with(kEllipsis)) {
      at += kEllipsis.size();
      row.dots += kDotsOfEllipsis;
    } else if (text[at] == ' ' && at == row.end && row.dots > 0) {
      ++at;
      continue;
    } else {
      break;
    }
    row.end = at;
  }
  return row;
}

bool is_dot_at(std::string_view text, std::size_t at) {
  return text[at] == '.' || text.substr(at).starts_with(kEllipsis);
}

/// The first row of dots of a run between spaces, or between its ends.
std::optional<TypedDots> dots_in(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (!is_dot_at(text, at)) {
      ++at;
      continue;
    }
    const DotRow row = row_at(text, at);
    const bool starts = at == 0 || text[at - 1] == ' ';
    const bool ends = row.end == text.size() || text[row.end] == ' ';
    if (row.dots >= kFewestDots && starts && ends) {
      return TypedDots{0, at - (at > 0 ? 1U : 0U), row.end + (row.end < text.size() ? 1U : 0U)};
    }
    at = row.end;
  }
  return std::nullopt;
}

/// Instead of all that stands at `begin` and behind it.
void put_line_end(std::size_t begin, text::Run& run) {
  constexpr std::string_view kLineSeparator = "\u2028";
  if (!run.origins.empty()) {
    const std::size_t last = run.text.size() - 1;
    diag::Span dots = run.origins.at(begin).part(begin, 1);
    const diag::Span end = run.origins.at(last).part(last, 1);
    if (end.file == dots.file) dots.end = end.end;
    run.origins.cut(begin);
    run.origins.add({begin, text::Origin::Kind::Meant, dots});
  }
  run.text.replace(begin, std::string::npos, kLineSeparator);
}

}  // namespace

std::optional<TypedDots> find_dots(const text::Paragraph& paragraph, std::size_t from) {
  for (std::size_t i = from; i < paragraph.inlines.size(); ++i) {
    const auto* run = std::get_if<text::Run>(&paragraph.inlines[i]);
    if (run == nullptr || run->style->signs == text::Signs::AsTyped) continue;
    auto dots = dots_in(run->text);
    if (!dots) continue;
    const bool has_words_before = i > 0 || dots->begin > 0;
    const bool has_words_after = i + 1 < paragraph.inlines.size() || dots->end < run->text.size();
    if (!has_words_before || !has_words_after) continue;
    dots->index = i;
    return dots;
  }
  return std::nullopt;
}

void set_flush_after(const TypedDots& dots, text::Paragraph& paragraph) {
  auto* run = &std::get<text::Run>(paragraph.inlines[dots.index]);
  if (dots.end < run->text.size()) {
    part_run(paragraph, dots.index, dots.end);
    run = &std::get<text::Run>(paragraph.inlines[dots.index]);
  }
  put_line_end(dots.begin, *run);
  paragraph.flush_end = dots.index + 1;
}

}  // namespace handbill::document
