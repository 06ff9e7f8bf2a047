// SPDX-License-Identifier: MIT
// What content is marked as, and what it reads (PDF 1.7, 14.6 and 9.10): for those who listen.
#include <algorithm>
#include <iterator>

#include "preflight/interpreter.h"

namespace handbill::preflight {
namespace {

const char* words_for(plates::Kind kind) {
  switch (kind) {
    case plates::Kind::Text:
      return "text";
    case plates::Kind::Picture:
      return "a picture";
    case plates::Kind::Fill:
    case plates::Kind::Stroke:
    case plates::Kind::Shading:
      return "a line or an area";
  }
  return "";
}

}  // namespace

Mark mark_of(const Handle& object) {
  const bool is_whole = number(entry(object, "/StructParent")).has_value();
  return {.kind = is_whole ? Mark::Kind::Tagged : Mark::Kind::Other};
}

void Interpreter::set_mark(Mark::Kind kind, int number) {
  using Kind = Mark::Kind;
  Mark& mark = marked_.back().mark;
  mark.kind = kind;
  if (is_note_) return;
  const Kind other = kind == Kind::Tagged ? Kind::Artifact : Kind::Tagged;
  const bool is_within = std::any_of(marked_.begin(), std::prev(marked_.end()),
                                     [&](const Marked& each) { return each.mark.kind == other; });
  if (is_within) {
    reading_.uses.note(kind == Kind::Tagged ? Used::TagInArtifact : Used::ArtifactInTag, "",
                       number_, page_.trim);
  }
  if (kind != Kind::Tagged) return;
  mark.piece = MarkedPiece{stream_, number};
  reading_.tagged.pieces.try_emplace(*mark.piece, diag::PageArea{number_, page_.trim});
}

/// What stands innermost counts.
void Interpreter::note_painted(const plates::Object& object) {
  const auto bounds = object.path.bounds();
  if (!bounds || is_note_) return;
  const auto marked = std::find_if(marked_.rbegin(), marked_.rend(), [](const Marked& each) {
    return each.mark.kind != Mark::Kind::Other;
  });
  if (marked == marked_.rend()) {
    reading_.uses.note(Used::Untagged, words_for(object.kind), number_, *bounds);
  } else if (marked->mark.piece && reading_.tagged.painted.insert(*marked->mark.piece).second) {
    reading_.tagged.pieces[*marked->mark.piece] = {number_, *bounds};
  }
}

void Interpreter::note_characters(const PdfGlyph& glyph, const Rect& box) {
  const TextState& t = state_.text;
  if (is_note_ || t.render == 3 || t.render == 7) return;
  const auto note = [&](Used what) {
    const Path area = Path::rect(box).transformed(text_map_.then(state_.map));
    reading_.uses.note(what, t.font->name(), number_, area.bounds().value_or(page_.trim));
  };
  if (t.font->lacks_cid_map()) note(Used::BadCidMap);
  if (!t.font->has_unicode()) {
    if (!t.font->is_read_by_itself()) note(Used::NoUnicodeMap);
    return;
  }
  if (glyph.text.empty()) note(Used::NoUnicode);
  if (glyph.text.find('\0') != glyph.text.npos) note(Used::ZeroUnicode);
  if (glyph.text == "\uFEFF" || glyph.text == "\uFFFE") note(Used::MarkUnicode);
}

}  // namespace handbill::preflight
