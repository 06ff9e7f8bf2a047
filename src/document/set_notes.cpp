// SPDX-License-Identifier: MIT
// Notes of a text, and what refers to them.
#include <algorithm>
#include <utility>

#include "document/inherit.h"
#include "document/text_walk.h"

namespace handbill::document {
namespace {

using enum diag::DiagnosticId;
using Block = spec::MarkdownBlock;
using Piece = spec::MarkdownInline;

}  // namespace

void TextWalk::set_reference(const Piece& piece, const Voice& voice, ParagraphBuilder& builder) {
  const bool is_in_cell = setting_.scope != nullptr && setting_.in == TextSetting::In::Cell;
  if (is_in_cell || in_note_) {
    context_.error(
        BadValue, piece.span,
        in_note_ ? "a note can't refer to a note" : "a cell of a table can't have notes");
    return;
  }
  const auto is_meant = [&](const Block& each) {
    return each.kind == Block::Kind::Note && each.label == piece.text;
  };
  const auto note = std::find_if(source_->begin(), source_->end(), is_meant);
  if (note == source_->end()) return;  // reported
  const auto refer_to = [&](int number) {
    const text::PartId part = builder.add_part(
        {text::Part::Kind::Reference, std::to_string(number), voice.part, piece.span});
    builder.add_text(
        Written::from(std::to_string(number), {0, text::Origin::Kind::Meant, piece.span}),
        reference_style(voice), part);
  };
  if (const auto known = numbers_.find(note->span); known != numbers_.end()) {
    if (known->second) refer_to(*known->second);
    return;
  }
  const int number = note_count_ + 1;
  auto paragraphs = set_note(*note, number);
  if (paragraphs.empty()) {
    numbers_.emplace(note->span, std::nullopt);
    return;
  }
  numbers_.emplace(note->span, number);
  ++note_count_;
  refer_to(number);
  found_notes_.push_back({{builder.count() - 1, std::move(paragraphs)}, note->span});
}

/// Superior figures of the font, or figures made small and raised.
text::SharedStyle TextWalk::reference_style(const Voice& voice) {
  constexpr double kSize = 0.62;
  constexpr double kRaise = 0.36;
  spec::CharacterSpec spec = voice.spec;
  if (setting_.styles.reference) {
    lay_over(spec, styles_.character(*setting_.styles.reference));
    return styles_.final_style(spec);
  }
  text::CharacterStyle style = styles_.final_style(spec);
  style.underline = false;
  if (!style.fonts.empty() && context_.fonts.face(style.fonts.front()).has_feature("sups")) {
    style.features.push_back({"sups", 1});
    return style;
  }
  style.baseline_shift += style.size * kRaise;
  style.size = style.size * kSize;
  return style;
}

std::vector<text::Paragraph> TextWalk::set_note(const Block& note, int number) {
  constexpr double kIndent = 1.2;
  constexpr double kGap = 0.3;
  auto outside = std::exchange(paragraphs_, {});
  const auto marker = std::exchange(marker_, std::nullopt);
  auto notes = std::exchange(found_notes_, {});
  auto sources = std::exchange(found_sources_, {});
  auto looks = std::exchange(looks_, {});
  auto blocks = std::exchange(blocks_, {});
  in_note_ = true;
  const Place place = place_like_p(display::Role::Note, 0, setting_.styles.footnote, {});
  set_paragraph(note, place);
  in_note_ = false;
  for (text::Paragraph& each : paragraphs_) {
    // It would stand where the number is.
    each.style.edit().drop_cap.reset();
    const text::CharacterStyle& look = each.style->text;
    each.marker = text::Marker{.run = {std::to_string(number), look, note.span},
                               .gap = look.size * kGap,
                               .counts_in = '1'};
    if (!style_of(place).spec.indent_start) each.style.edit().indent_start = look.size * kIndent;
  }
  looks_ = std::move(looks);
  blocks_ = std::move(blocks);
  found_notes_ = std::move(notes);
  found_sources_ = std::move(sources);
  marker_ = marker;
  return std::exchange(paragraphs_, std::move(outside));
}

/// Those referred to in a line that was left out.
void TextWalk::drop_notes(const ParagraphBuilder& builder) {
  std::erase_if(found_notes_, [&](const FoundNote& found) {
    const bool is_left_out = found.note.reference >= builder.count();
    if (is_left_out) forget(found);
    return is_left_out;
  });
}

/// The last ones found: the next note takes the number.
void TextWalk::forget(const FoundNote& found) {
  numbers_.erase(found.span);
  --note_count_;
}

}  // namespace handbill::document
