// SPDX-License-Identifier: MIT
#include "document/list_marker.h"

#include <algorithm>
#include <utility>

#include "content/amount.h"
#include "document/inherit.h"

namespace handbill::document {
namespace {

using Hang = text::Marker::Hang;
using Kind = ListMarker::Kind;
using Sign = text::Marker::Sign;

constexpr double kIndentEm = 1.5;
constexpr double kGapEm = 0.4;
constexpr std::string_view kBox = "☐";
constexpr std::string_view kTickedBox = "☑";

std::string upper(std::string text) {
  for (char& c : text) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return text;
}

std::string counted(int number, char form) {
  switch (form) {
    case 'a':
      return in_letters(number);
    case 'A':
      return upper(in_letters(number));
    case 'i':
      return in_roman(number);
    case 'I':
      return upper(in_roman(number));
    default:
      return std::to_string(number);
  }
}

/// Puts the number in for "{n}", which counts in `own_form`, and "{n:a}".
std::string with_number(std::string text, int number, char own_form) {
  const std::size_t at = text.find("{n");
  if (at == std::string::npos) return text;
  const std::string_view rest = std::string_view(text).substr(at + 2);
  if (rest.starts_with("}")) return text.replace(at, 3, counted(number, own_form));
  constexpr std::string_view kForms = "1aAiI";
  const bool has_form = rest.size() >= 3 && rest[0] == ':' && rest[2] == '}' &&
                        kForms.find(rest[1]) != std::string_view::npos;
  return has_form ? text.replace(at, 5, counted(number, rest[1])) : text;
}

std::string marker_text(const ListMarker& marker, const spec::StyleSpec& style) {
  if (marker.kind == Kind::Box) return std::string(kBox);
  if (marker.kind == Kind::TickedBox) return std::string(kTickedBox);
  const bool is_bullet = marker.kind == Kind::Bullet;
  return with_number(style.marker ? style.marker->value
                     : is_bullet  ? "•"
                                  : "{n}.",
                     marker.number, marker.form);
}

Sign sign_of(const std::string& text) {
  if (text == kBox) return Sign::Box;
  return text == kTickedBox ? Sign::TickedBox : Sign::Text;
}

Hang hang(const ListMarker& marker, const spec::StyleSpec& style) {
  if (style.marker_hang) {
    return style.marker_hang->value == "end" ? Hang::FlushEnd : Hang::FlushStart;
  }
  return marker.kind == Kind::Number ? Hang::FlushEnd : Hang::FlushStart;
}

}  // namespace

text::Marker set_marker(const ListMarker& marker, const MergedStyle& style, Styles& styles) {
  text::SharedStyle look = style.final_style->text;
  if (style.spec.marker_style) {
    spec::CharacterSpec spec = style.spec.text;
    lay_over(spec, styles.character(*style.spec.marker_style));
    look = styles.final_style(spec);
  }
  const Length gap =
      style.spec.marker_gap ? style.spec.marker_gap->value : style.final_style->text->size * kGapEm;
  std::string text = marker_text(marker, style.spec);
  const Sign sign = sign_of(text);
  return {.run = {std::move(text), look, marker.span},
          .gap = gap,
          .hang = hang(marker, style.spec),
          .start = marker.start,
          .sign = sign,
          .counts_in = marker.kind == Kind::Number ? std::optional(marker.form) : std::nullopt};
}

Length list_indent(const MergedStyle& style) {
  if (style.spec.indent_start) return style.spec.indent_start->value;
  return style.final_style->text->size * kIndentEm;
}

std::string in_letters(int number) {
  constexpr int kLetters = 26;
  if (number < 1) return std::to_string(number);
  std::string text;
  for (; number > 0; number = (number - 1) / kLetters) {
    text.insert(text.begin(), static_cast<char>('a' + (number - 1) % kLetters));
  }
  return text;
}

std::string in_roman(int number) {
  if (number < 1 || number > content::kLargestRoman) return std::to_string(number);
  return content::roman_text(number, content::RomanLetters::Small);
}

}  // namespace handbill::document
