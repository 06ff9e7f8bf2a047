// SPDX-License-Identifier: MIT
// Images of Markdown: art among the words.
#include <utility>

#include "base/ascii.h"
#include "document/text_walk.h"

namespace handbill::document {
namespace {

using enum diag::DiagnosticId;
using Piece = spec::MarkdownInline;

}  // namespace

/// What stands for the art when it is read.
text::TracedText TextWalk::alt_of(const std::vector<Piece>& pieces) {
  text::TracedText alt;
  const auto add = [&](const text::TracedText& words) {
    alt.origins.append(words.origins, alt.text.size());
    alt.text += words.text;
  };
  for (const Piece& each : pieces) {
    if (each.kind == Piece::Kind::Text) {
      PlainText words = facts_.plain(PlacedText(each), setting_.scope, ProseAs::Words);
      add({std::move(words.text), std::move(words.origins)});
    } else if (each.kind == Piece::Kind::SoftBreak || each.kind == Piece::Kind::LineBreak) {
      text::TracedText space{" "};
      space.origins.add({0, text::Origin::Kind::Meant, each.span});
      add(space);
    }
    add(alt_of(each.children));
  }
  return alt;
}

void TextWalk::set_icon(const Piece& piece, const Voice& voice, ParagraphBuilder& builder) {
  const std::size_t errors = context_.diags.error_count();
  const PlainText name = facts_.plain(PlacedText(piece), setting_.scope, ProseAs::Written);
  text::TracedText says = alt_of(piece.children);
  if (name.told.told > 0) builder.tell_fact();
  if (name.missed) builder.miss_fact(*name.missed);
  if (context_.diags.error_count() > errors || name.told.nothing()) return;
  if (name.has_blank || name.text.empty()) {
    context_.error(BadValue, piece.span,
                   name.has_blank ? "a file can't be named by a fact that is still blank"
                                  : "an image in a text names no file",
                   {"write `![phone](art/phone.svg)`"});
    return;
  }
  if (!to_lower(name.text).ends_with(".svg")) {
    context_.error(MarkdownUnsupported, piece.span,
                   quoted(name.text) + " can't stand among words; SVG art can",
                   {"show it in a frame of its own: `picture = \"" + name.text + "\"`"});
    return;
  }
  auto art = pictures_.art(name.text, voice.style->color, piece.span);
  if (!art || art->size.width <= Length() || art->size.height <= Length()) return;  // reported
  std::optional<text::PartId> part = voice.part;
  if (!says.text.empty()) {
    part = builder.add_part({text::Part::Kind::Icon, says.text, voice.part, piece.span});
  }
  builder.add_icon({std::move(art), std::move(says), voice.style, piece.span, part});
}

}  // namespace handbill::document
