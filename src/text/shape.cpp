// SPDX-License-Identifier: MIT
#include "text/shape.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>
#include <set>
#include <string_view>

#include "base/check.h"
#include "text/characters.h"
#include "text/find_breaks.h"
#include "text/font_notes.h"
#include "text/hyphenate.h"
#include "text/itemize.h"
#include "text/marker.h"
#include "text/part_slants.h"
#include "text/pick_fonts.h"
#include "text/scripts.h"
#include "text/shape_run.h"
#include "text/space_ideographs.h"

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

/// `length` bytes at `offset` of a run's text, when its span has the text as it is in the source.
diag::Span span_of(const Run& run, std::size_t offset, std::size_t length) {
  const bool is_verbatim = run.span.known() && run.span.end - run.span.begin == run.text.size();
  if (!is_verbatim) return run.span;
  return run.span.part(static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(length));
}

}  // namespace

struct Shaper::Impl {
  const font::FontBook& fonts;
  RunShaper runs{};
  std::vector<UnitGlyph> units{};
  BreakFinder breaks{};
  FontPicker picker;
  Hyphenator hyphenator;
  FontNotes notes{};

  /// `run_begin`: where the text of the run begins in the paragraph's.
  void shape_inline_piece(const Piece& piece, const Run& run, std::uint32_t run_begin,
                          ShapedParagraph& result);
  void note_substitutes(const FontPiece& part, const Piece& piece, const Run& run,
                        std::uint32_t run_begin, std::string_view text);
  void report_missing(const Paragraph& paragraph, const ShapedParagraph& shaped,
                      const std::vector<std::uint32_t>& inline_ends, diag::Diagnostics& diags);
  void shape_piece_in(const FontPiece& part, const Piece& piece, const Run& run,
                      std::uint32_t run_begin, ShapedParagraph& result);
};

Shaper::Shaper(const font::FontBook& fonts, const Hyphenation* hyphenation)
    : impl_(new Impl{
          .fonts = fonts, .picker = FontPicker(fonts), .hyphenator = Hyphenator(hyphenation)}) {}
Shaper::~Shaper() = default;

void Shaper::Impl::shape_piece_in(const FontPiece& part, const Piece& piece, const Run& run,
                                  std::uint32_t run_begin, ShapedParagraph& result) {
  const font::Face& face = fonts.face(part.font);
  ShapedRun shaped{.begin = part.begin,
                   .end = part.end,
                   .inline_index = piece.inline_index,
                   .font = part.font,
                   .scale = part.font == run.style.fonts.front() ? 1 : face.size_adjust(),
                   .bidi_level = piece.bidi_level,
                   .script = piece.script,
                   .glyphs = {}};
  units.clear();
  const FontTrouble trouble = runs.shape({.text = result.text,
                                          .begin = part.begin,
                                          .end = part.end,
                                          .style = run.style,
                                          .face = face,
                                          .script = piece.script,
                                          .right_to_left = (piece.bidi_level & 1U) != 0},
                                         units);
  append_scaled(units, {run.style, face, piece.script, shaped.scale}, shaped.glyphs);
  if (trouble != FontTrouble::None) {
    const diag::Span at = span_of(run, part.begin - run_begin, part.end - part.begin);
    notes.note_trouble(part.font, trouble, at);
  }
  const std::string_view text =
      std::string_view(result.text).substr(part.begin, part.end - part.begin);
  if (text.find("\xC2\xAD") != text.npos) {
    shaped.hyphen_advance =
        run.style.size * shaped.scale * face.advance(face.glyph_for(visible_hyphen(face)));
  }
  result.runs.push_back(std::move(shaped));
}

/// The first font is tried on the whole piece; only when it lacks something is each character
/// looked at.
void Shaper::Impl::shape_inline_piece(const Piece& piece, const Run& run, std::uint32_t run_begin,
                                      ShapedParagraph& result) {
  HANDBILL_CHECK(!run.style.fonts.empty(), "a style that sets text has a font");
  shape_piece_in({piece.begin, piece.end, run.style.fonts.front()}, piece, run, run_begin, result);
  const auto lacks = [](const ShapedGlyph& glyph) { return glyph.id == 0; };
  if (std::ranges::none_of(result.runs.back().glyphs, lacks)) return;
  const auto parts = picker.pick({result.text, piece.begin, piece.end, piece.script, run.style});
  if (parts.size() == 1 && parts.front().font == run.style.fonts.front()) return;
  result.runs.pop_back();
  for (const FontPiece& part : parts) {
    shape_piece_in(part, piece, run, run_begin, result);
    note_substitutes(part, piece, run, run_begin, result.text);
  }
}

void Shaper::Impl::note_substitutes(const FontPiece& part, const Piece& piece, const Run& run,
                                    std::uint32_t run_begin, std::string_view text) {
  const font::FontId own = run.style.fonts.front();
  if (part.font == own || notes.has_trouble(own)) return;
  const font::Face& face = fonts.face(own);
  for (std::size_t at = part.begin; at < part.end;) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    if (!needs_glyph(c) || face.glyph_for(c) != 0 || !should_have(face, c, piece.script)) continue;
    notes.note_substitute(own, part.font, text.substr(begin, at - begin),
                          span_of(run, begin - run_begin, at - begin));
  }
}

namespace {

/// Where the cluster of a glyph ends in the text.
std::uint32_t cluster_end(const ShapedRun& run, std::size_t glyph) {
  const std::uint32_t cluster = run.glyphs[glyph].cluster;
  // In a right-to-left run what follows in the text stands before.
  if ((run.bidi_level & 1U) != 0) {
    for (std::size_t i = glyph; i-- > 0;) {
      if (run.glyphs[i].cluster > cluster) return run.glyphs[i].cluster;
    }
    return run.end;
  }
  for (std::size_t i = glyph + 1; i < run.glyphs.size(); ++i) {
    if (run.glyphs[i].cluster > cluster) return run.glyphs[i].cluster;
  }
  return run.end;
}

/// A sign, perhaps of several characters (an emoji with a skin tone), that its font does not have.
struct MissingSign {
  std::size_t begin = 0, end = 0;  ///< in the text
  char32_t first = 0;              ///< of its characters, to name it by
};

/// Nothing: the font has all of the glyph's cluster.
std::optional<MissingSign> missing_sign(std::string_view text, const ShapedRun& run,
                                        std::size_t glyph, const font::Face& face) {
  const std::uint32_t end = cluster_end(run, glyph);
  for (std::size_t at = run.glyphs[glyph].cluster; at < end;) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    if (needs_glyph(c) && face.glyph_for(c) == 0) return MissingSign{begin, end, c};
  }
  return std::nullopt;
}

/// The script of a letter, when none of the style's fonts writes it; 0: one does.
std::uint32_t missing_script(char32_t c, const CharacterStyle& style, const font::FontBook& fonts) {
  UErrorCode error = U_ZERO_ERROR;
  const UScriptCode code = uscript_getScript(static_cast<UChar32>(c), &error);
  const char* name = code > USCRIPT_INHERITED ? uscript_getShortName(code) : nullptr;
  if (name == nullptr) return 0;
  const std::uint32_t script = iso_tag(name[0], name[1], name[2], name[3]);
  const auto has_it = [&](font::FontId font) { return writes(fonts.face(font), script); };
  const bool is_written = std::ranges::any_of(style.fonts, has_it) ||
                          std::ranges::any_of(style.script_fonts, has_it, &ScriptFont::font);
  return is_written ? 0 : script;
}

}  // namespace

void Shaper::Impl::report_missing(const Paragraph& paragraph, const ShapedParagraph& shaped,
                                  const std::vector<std::uint32_t>& inline_ends,
                                  diag::Diagnostics& diags) {
  std::set<std::string_view> reported;
  const std::string& style = paragraph.style.name;
  const std::string where = style.empty() ? "" : " (style `" + style + "`)";
  for (const ShapedRun& run : shaped.runs) {
    const std::size_t i = run.inline_index;
    const std::uint32_t inline_begin = i == 0 ? 0 : inline_ends[i - 1];
    for (std::size_t g = 0; g < run.glyphs.size(); ++g) {
      if (run.glyphs[g].id != 0 || notes.has_trouble(run.font)) continue;
      const auto missing = missing_sign(shaped.text, run, g, fonts.face(run.font));
      if (!missing) continue;
      const std::size_t size = missing->end - missing->begin;
      const auto sign = std::string_view(shaped.text).substr(missing->begin, size);
      const Run& source = std::get<Run>(paragraph.inlines[i]);
      const diag::Span at = span_of(source, missing->begin - inline_begin, size);
      if (const auto script = missing_script(missing->first, source.style, fonts)) {
        notes.note_missing(script, sign, at);
      } else if (reported.insert(sign).second) {
        diags.error(diag::DiagnosticId::GlyphMissing, at,
                    "no font here has " + describe(sign, missing->first),
                    {"take it out, or name a family that has it in `fallback` of fonts/fonts.toml" +
                     where});
      }
    }
  }
}

ShapedParagraph Shaper::shape(const Paragraph& paragraph, diag::Diagnostics& diags) {
  ShapedParagraph result;
  std::vector<std::uint32_t> inline_ends;
  for (const Inline& each : paragraph.inlines) {
    if (const Run* run = std::get_if<Run>(&each)) {
      result.text += run->text;
    } else {
      append_utf8(result.text, kObjectReplacement);
    }
    inline_ends.push_back(static_cast<std::uint32_t>(result.text.size()));
  }
  const std::string& language = paragraph.style.text.language;
  const Itemized itemized = itemize(result.text, inline_ends, language);
  result.right_to_left = itemized.right_to_left;
  for (const Piece& piece : itemized.pieces) {
    const std::size_t i = piece.inline_index;
    const Inline& source = paragraph.inlines[i];
    if (const Run* run = std::get_if<Run>(&source)) {
      impl_->shape_inline_piece(piece, *run, i == 0 ? 0 : inline_ends[i - 1], result);
    } else {
      result.runs.push_back({.begin = piece.begin,
                             .end = piece.end,
                             .inline_index = piece.inline_index,
                             .bidi_level = piece.bidi_level,
                             .script = piece.script,
                             .glyphs = {},
                             .is_field = true,
                             .field_width = std::get<Field>(source).width});
    }
  }
  space_ideographs(result, paragraph, impl_->fonts);
  part_slants(result, paragraph, impl_->fonts);
  impl_->report_missing(paragraph, result, inline_ends, diags);
  using Korean = BreakFinder::Korean;
  result.breaks = impl_->breaks.find(
      result.text, language, paragraph.style.keep_words ? Korean::ByWords : Korean::BySyllables);
  if (paragraph.marker) {
    result.marker.push_back(shape(marker_paragraph(paragraph), diags));
  }
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
