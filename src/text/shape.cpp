// SPDX-License-Identifier: MIT
#include "text/shape.h"

#include <unicode/uchar.h>

#include <array>
#include <cstdio>
#include <set>
#include <string_view>

#include "text/at_size.h"
#include "text/font_notes.h"
#include "text/hyphenate.h"
#include "text/marker.h"
#include "text/shape_book.h"
#include "text/shape_text.h"

namespace handbill::text {
namespace {

/// "`☃` (SNOWMAN, U+2603)", by the first character of a sign that has several.
std::string describe(std::string_view sign, char32_t c) {
  std::string text = "`" + std::string(sign);
  std::array<char, 128> name{};
  UErrorCode error = U_ZERO_ERROR;
  u_charName(static_cast<UChar32>(c), U_EXTENDED_CHAR_NAME, name.data(),
             static_cast<int32_t>(name.size()), &error);
  std::array<char, 16> code{};
  std::snprintf(code.data(), code.size(), "U+%04X", static_cast<unsigned>(c));
  text += "` (";
  if (U_SUCCESS(error) != 0) text += std::string(name.data()) + ", ";
  return text + code.data() + ")";
}

/// Where the text that a finding is about is written, when the run's span has the text as it is in
/// the source; else all of the run.
diag::Span span_of(const Run& run, const FontFinding& found) {
  const bool is_verbatim = run.span.known() && run.span.end - run.span.begin == run.text.size();
  if (!is_verbatim) return run.span;
  return run.span.part(found.begin - found.inline_begin, found.end - found.begin);
}

}  // namespace

struct Shaper::Impl {
  const font::FontBook& fonts;
  std::unique_ptr<ShapeBook> own_book;
  ShapeBook& book;
  TextShaper texts;
  Hyphenator hyphenator;
  FontNotes notes{};

  std::shared_ptr<const ShapedText> shape(const Paragraph& paragraph);
  void tell(const Paragraph& paragraph, const ShapedText& shaped, diag::Diagnostics& diags);
};

Shaper::Shaper(const font::FontBook& fonts, const Hyphenation* hyphenation)
    : Shaper(fonts, hyphenation, nullptr) {}
Shaper::Shaper(const font::FontBook& fonts, const Hyphenation* hyphenation, ShapeBook& book)
    : Shaper(fonts, hyphenation, &book) {}
Shaper::Shaper(const font::FontBook& fonts, const Hyphenation* hyphenation, ShapeBook* book) {
  auto own = book == nullptr ? std::make_unique<ShapeBook>() : nullptr;
  ShapeBook& used = book == nullptr ? *own : *book;
  impl_.reset(new Impl{.fonts = fonts,
                       .own_book = std::move(own),
                       .book = used,
                       .texts = TextShaper(fonts),
                       .hyphenator = Hyphenator(hyphenation)});
}
Shaper::~Shaper() = default;

std::shared_ptr<const ShapedText> Shaper::Impl::shape(const Paragraph& paragraph) {
  std::string key = shape_key(paragraph);
  auto shaped = book.find(key);
  if (shaped == nullptr) {
    shaped = std::make_shared<const ShapedText>(texts.shape(paragraph));
    book.keep(std::move(key), shaped);
  }
  return shaped;
}

void Shaper::Impl::tell(const Paragraph& paragraph, const ShapedText& shaped,
                        diag::Diagnostics& diags) {
  std::set<std::string_view> reported;
  const std::string& style = paragraph.style->name;
  const std::string where = style.empty() ? "" : " (style `" + style + "`)";
  for (const FontFinding& each : shaped.findings) {
    const auto sign = std::string_view(shaped.text).substr(each.begin, each.end - each.begin);
    const diag::Span at = span_of(std::get<Run>(paragraph.inlines[each.inline_index]), each);
    if (each.kind == FontFinding::Kind::Trouble) {
      notes.note_trouble(each.font, each.trouble, at);
    } else if (each.kind == FontFinding::Kind::Substitute) {
      if (!notes.has_trouble(each.own)) notes.note_substitute(each.own, each.font, sign, at);
    } else if (notes.has_trouble(each.font)) {
      continue;
    } else if (each.script != 0) {
      notes.note_missing(each.script, sign, at);
    } else if (reported.insert(sign).second) {
      diags.error(
          diag::DiagnosticId::GlyphMissing, at, "no font here has " + describe(sign, each.first),
          {"take it out, or name a family that has it in `fallback` of fonts/fonts.toml" + where});
    }
  }
}

ShapedParagraph Shaper::shape(const Paragraph& paragraph, diag::Diagnostics& diags) {
  const auto shaped = impl_->shape(paragraph);
  if (!shaped->findings.empty()) impl_->tell(paragraph, *shaped, diags);
  ShapedParagraph result = at_size(*shaped, paragraph, impl_->fonts);
  if (paragraph.marker) result.marker.push_back(shape(marker_paragraph(paragraph), diags));
  return result;
}

void Shaper::hyphenate(const Paragraph& paragraph, ShapedParagraph& shaped) {
  impl_->hyphenator.add_breaks(paragraph, shaped, impl_->fonts);
}

const FontNotes& Shaper::font_notes() const { return impl_->notes; }

ShapedParagraph shape(const Paragraph& paragraph, const font::FontBook& fonts,
                      diag::Diagnostics& diags) {
  Shaper shaper(fonts);
  ShapedParagraph shaped = shaper.shape(paragraph, diags);
  shaper.font_notes().tell_troubles(fonts, diags);
  shaper.font_notes().tell_missing(diags);
  return shaped;
}

}  // namespace handbill::text
