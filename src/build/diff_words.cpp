// SPDX-License-Identifier: MIT
#include "build/diff_words.h"

#include "base/number.h"
#include "base/utf8.h"
#include "base/words.h"

namespace handbill::build {
namespace {

using compare::Piece;

/// Letters of what stayed that are told before and behind what changed.
constexpr std::size_t kAround = 36;

std::string end_of(std::string_view text, std::size_t letters) {
  const std::size_t all = count_code_points(text);
  if (all <= letters) return std::string(text);
  std::string_view part = text.substr(offset_of_code_point(text, all - letters));
  const std::size_t space = part.find(' ');
  if (space != part.npos && space < part.size() / 2) part = part.substr(space + 1);
  return "… " + std::string(part);
}

std::string middle_of(std::string_view text) {
  if (count_code_points(text) <= kAround * 2 + 4) return std::string(text);
  return beginning_of(text, kAround) + " " + end_of(text, kAround);
}

}  // namespace

std::string beginning_of(std::string_view text, std::size_t letters) {
  if (count_code_points(text) <= letters) return std::string(text);
  std::string_view part = text.substr(0, offset_of_code_point(text, letters));
  const std::size_t space = part.rfind(' ');
  if (space != part.npos && space > part.size() / 2) part = part.substr(0, space);
  return std::string(part) + " …";
}

std::vector<Piece> shortened(const std::vector<Piece>& pieces) {
  std::vector<Piece> result;
  for (const Piece& each : pieces) {
    const bool is_first = &each == &pieces.front(), is_last = &each == &pieces.back();
    Piece piece = each;
    if (each.kind == Piece::Kind::Same) {
      piece.text = is_first  ? end_of(each.text, kAround)
                   : is_last ? beginning_of(each.text, kAround)
                             : middle_of(each.text);
    }
    result.push_back(std::move(piece));
  }
  return result;
}

std::string place_of(const compare::Passage& passage) {
  std::string place = passage.place;
  if (!passage.heading.empty()) {
    place += (place.empty() ? "below “" : ", below “") + beginning_of(passage.heading, 60) + "”";
  }
  return place;
}

const compare::Passage& passage_of(const DocumentDiff& diff, const compare::Change& change) {
  return change.after ? diff.after->passages[*change.after] : diff.before->passages[*change.before];
}

std::string share_text(double share) {
  const double value = share * 100;
  return value < 0.01 ? "less than 0.01 %"
                      : format_number(value, value < 1    ? 2
                                             : value < 10 ? 1
                                                          : 0) +
                            " %";
}

std::string page_name(const PageChange& page) {
  return page.name.empty()
             ? "page " + std::to_string(page.after.value_or(page.before.value_or(0)) + 1)
             : "page " + page.name;
}

std::string summary_of(const DocumentDiff& diff) {
  switch (diff.state) {
    case DocumentDiff::State::Added:
      return "was added";
    case DocumentDiff::State::Removed:
      return "was removed";
    case DocumentDiff::State::Same:
      return "is the same";
    case DocumentDiff::State::Changed:
      break;
  }
  std::string text;
  if (!diff.changes.empty()) text = counted(diff.changes.size(), "paragraph");
  if (!diff.pages.empty()) {
    text += (text.empty() ? "" : " and ") + counted(diff.pages.size(), "page");
  }
  return text.empty() ? "facts changed" : text + " changed";
}

}  // namespace handbill::build
