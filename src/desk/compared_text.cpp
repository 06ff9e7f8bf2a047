// SPDX-License-Identifier: MIT
#include "desk/compared_text.h"

#include "base/number.h"
#include "build/diff_words.h"

namespace handbill::desk {
namespace {

const char* kind_of(compare::Change::Kind kind) {
  using enum compare::Change::Kind;
  switch (kind) {
    case Added:
      return "added";
    case Removed:
      return "removed";
    case Changed:
      return "changed";
    case Moved:
      return "moved";
    case MovedAndChanged:
      return "moved-and-changed";
  }
  return "";
}

const char* kind_of(compare::Piece::Kind kind) {
  using enum compare::Piece::Kind;
  return kind == Same ? "same" : kind == Removed ? "removed" : "added";
}

std::vector<compare::Piece> pieces_of(const compare::Change& change,
                                      const compare::Passage& passage) {
  using Kind = compare::Change::Kind;
  if (!change.pieces.empty()) return build::shortened(change.pieces);
  const auto kind = change.kind == Kind::Added     ? compare::Piece::Kind::Added
                    : change.kind == Kind::Removed ? compare::Piece::Kind::Removed
                                                   : compare::Piece::Kind::Same;
  return {{kind, build::beginning_of(passage.text, build::kMostLetters)}};
}

double per_cent(Length part, Length whole) {
  return parse_number(format_number(100 * part.pt() / whole.pt(), 2)).value_or(0);
}

}  // namespace

Json changes_json(const std::vector<compare::Change>& changes,
                  const std::vector<compare::Passage>& before,
                  const std::vector<compare::Passage>& after) {
  Json all = Json::array();
  for (const compare::Change& each : changes) {
    const compare::Passage& passage = each.after ? after.at(*each.after) : before.at(*each.before);
    Json pieces = Json::array();
    for (const compare::Piece& piece : pieces_of(each, passage)) {
      pieces.push_back({{"kind", kind_of(piece.kind)}, {"text", piece.text}});
    }
    all.push_back({{"kind", kind_of(each.kind)},
                   {"place", passage.place},
                   {"heading", passage.heading},
                   {"pieces", std::move(pieces)}});
  }
  return all;
}

Json box_json(const Rect& box, Size page) {
  return {{"left", per_cent(box.left, page.width)},
          {"top", per_cent(box.top, page.height)},
          {"width", per_cent(box.width, page.width)},
          {"height", per_cent(box.height, page.height)}};
}

}  // namespace handbill::desk
