// SPDX-License-Identifier: MIT
#include "text/shape_text.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "base/check.h"
#include "text/characters.h"
#include "text/find_breaks.h"
#include "text/itemize.h"
#include "text/joined_runs.h"
#include "text/pick_fonts.h"
#include "text/scripts.h"
#include "text/shape_run.h"

namespace handbill::text {
namespace {

/// Where the cluster of a glyph ends in the text.
std::uint32_t cluster_end(const UnitRun& run, std::size_t glyph) {
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
std::optional<MissingSign> missing_sign(std::string_view text, const UnitRun& run,
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

/// A run of the paragraph's text, and where that begins.
struct TextOfRun {
  const Run& run;
  std::uint32_t begin = 0;
};

FontFinding finding(FontFinding::Kind kind, const Piece& piece, const TextOfRun& of) {
  return {.kind = kind, .inline_index = piece.inline_index, .inline_begin = of.begin};
}

}  // namespace

struct TextShaper::Impl {
  const font::FontBook& fonts;
  RunShaper runs{};
  BreakFinder breaks{};
  FontPicker picker;

  void shape_piece(const Piece& piece, const TextOfRun& of, ShapedText& result);
  void shape_piece_in(const FontPiece& part, const Piece& piece, const TextOfRun& of,
                      ShapedText& result);
  void find_substitutes(const FontPiece& part, const Piece& piece, const TextOfRun& of,
                        ShapedText& result) const;
  void find_missing(const UnitRun& run, const TextOfRun& of, ShapedText& result) const;
};

TextShaper::TextShaper(const font::FontBook& fonts)
    : impl_(new Impl{.fonts = fonts, .picker = FontPicker(fonts)}) {}
TextShaper::~TextShaper() = default;

void TextShaper::Impl::shape_piece_in(const FontPiece& part, const Piece& piece,
                                      const TextOfRun& of, ShapedText& result) {
  const std::string_view text =
      std::string_view(result.text).substr(part.begin, part.end - part.begin);
  UnitRun shaped{.begin = part.begin,
                 .end = part.end,
                 .inline_index = piece.inline_index,
                 .font = part.font,
                 .bidi_level = piece.bidi_level,
                 .script = piece.script,
                 .glyphs = {},
                 .has_soft_hyphen = text.find("\xC2\xAD") != text.npos};
  const FontTrouble trouble = runs.shape({.text = result.text,
                                          .begin = part.begin,
                                          .end = part.end,
                                          .style = of.run.style,
                                          .face = fonts.face(part.font),
                                          .script = piece.script,
                                          .right_to_left = (piece.bidi_level & 1U) != 0},
                                         shaped.glyphs);
  if (trouble != FontTrouble::None) {
    FontFinding found = finding(FontFinding::Kind::Trouble, piece, of);
    found.trouble = trouble;
    found.begin = part.begin;
    found.end = part.end;
    found.font = part.font;
    result.findings.push_back(found);
  }
  result.runs.push_back(std::move(shaped));
}

/// The first font is tried on the whole piece; only when it lacks something is each character
/// looked at.
void TextShaper::Impl::shape_piece(const Piece& piece, const TextOfRun& of, ShapedText& result) {
  const CharacterStyle& style = of.run.style;
  HANDBILL_CHECK(!style.fonts.empty(), "a style that sets text has a font");
  shape_piece_in({piece.begin, piece.end, style.fonts.front()}, piece, of, result);
  const auto lacks = [](const UnitGlyph& glyph) { return glyph.id == 0; };
  if (std::ranges::none_of(result.runs.back().glyphs, lacks)) return;
  const auto parts = picker.pick({result.text, piece.begin, piece.end, piece.script, style});
  if (parts.size() == 1 && parts.front().font == style.fonts.front()) return;
  result.runs.pop_back();
  for (const FontPiece& part : parts) {
    shape_piece_in(part, piece, of, result);
    find_substitutes(part, piece, of, result);
  }
}

void TextShaper::Impl::find_substitutes(const FontPiece& part, const Piece& piece,
                                        const TextOfRun& of, ShapedText& result) const {
  const font::FontId own = of.run.style->fonts.front();
  if (part.font == own) return;
  const font::Face& face = fonts.face(own);
  for (std::size_t at = part.begin; at < part.end;) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(result.text, at);
    if (!needs_glyph(c) || face.glyph_for(c) != 0 || !should_have(face, c, piece.script)) continue;
    FontFinding found = finding(FontFinding::Kind::Substitute, piece, of);
    found.begin = static_cast<std::uint32_t>(begin);
    found.end = static_cast<std::uint32_t>(at);
    found.own = own;
    found.font = part.font;
    result.findings.push_back(found);
  }
}

void TextShaper::Impl::find_missing(const UnitRun& run, const TextOfRun& of,
                                    ShapedText& result) const {
  for (std::size_t i = 0; i < run.glyphs.size(); ++i) {
    if (run.glyphs[i].id != 0) continue;
    const auto missing = missing_sign(result.text, run, i, fonts.face(run.font));
    if (!missing) continue;
    result.findings.push_back({.kind = FontFinding::Kind::Missing,
                               .inline_index = run.inline_index,
                               .inline_begin = of.begin,
                               .begin = static_cast<std::uint32_t>(missing->begin),
                               .end = static_cast<std::uint32_t>(missing->end),
                               .font = run.font,
                               .first = missing->first,
                               .script = missing_script(missing->first, of.run.style, fonts)});
  }
}

ShapedText TextShaper::shape(const Paragraph& paragraph) {
  ShapedText result;
  std::vector<std::uint32_t> ends;  // of the inlines
  for (const Inline& each : paragraph.inlines) {
    if (const Run* run = std::get_if<Run>(&each)) {
      result.text += run->text;
    } else {
      append_utf8(result.text, kObjectReplacement);
    }
    ends.push_back(static_cast<std::uint32_t>(result.text.size()));
  }
  const auto text_of = [&](const Run& run, std::size_t i) {
    return TextOfRun{run, i == 0 ? 0 : ends[i - 1]};
  };
  const std::string& language = paragraph.style->text->language;
  const Itemized itemized = itemize(result.text, joined_ends(paragraph, ends), language);
  result.right_to_left = itemized.right_to_left;
  for (const Piece& piece : itemized.pieces) {
    if (const Run* run = std::get_if<Run>(&paragraph.inlines[piece.inline_index])) {
      impl_->shape_piece(piece, text_of(*run, piece.inline_index), result);
    } else {
      result.runs.push_back({.begin = piece.begin,
                             .end = piece.end,
                             .inline_index = piece.inline_index,
                             .bidi_level = piece.bidi_level,
                             .script = piece.script,
                             .glyphs = {},
                             .is_field = true});
    }
  }
  for (const UnitRun& each : result.runs) {
    if (each.is_field) continue;
    const Run& run = std::get<Run>(paragraph.inlines[each.inline_index]);
    impl_->find_missing(each, text_of(run, each.inline_index), result);
  }
  // What is found in words that are one is told of the inline that has them.
  for (FontFinding& each : result.findings) {
    while (each.begin >= ends[each.inline_index]) each.inline_begin = ends[each.inline_index++];
  }
  using Korean = BreakFinder::Korean;
  result.breaks = impl_->breaks.find(
      result.text, language, paragraph.style->keep_words ? Korean::ByWords : Korean::BySyllables);
  return result;
}

namespace {

/// Numbers and strings after each other, so that no two lists come out the same.
class KeyWriter {
 public:
  void add(std::uint32_t number) {
    for (const unsigned shift : {0U, 8U, 16U, 24U}) {
      key_ += static_cast<char>((number >> shift) & 0xFFU);
    }
  }
  void add(std::string_view text) {
    add(static_cast<std::uint32_t>(text.size()));
    key_ += text;
  }
  void add(const CharacterStyle& style) {
    add(static_cast<std::uint32_t>(style.fonts.size()));
    for (const font::FontId each : style.fonts) add(each.value);
    add(static_cast<std::uint32_t>(style.script_fonts.size()));
    for (const ScriptFont& each : style.script_fonts) {
      add(each.script);
      add(each.font.value);
    }
    add(static_cast<std::uint32_t>(style.features.size()));
    for (const Feature& each : style.features) {
      add(each.tag);
      add(each.value);
    }
    add(style.language);
    add(static_cast<std::uint32_t>(ligatures_of(style)));
  }
  std::string take() { return std::move(key_); }

 private:
  std::string key_;
};

}  // namespace

std::string shape_key(const Paragraph& paragraph) {
  KeyWriter key;
  key.add(paragraph.style->text->language);
  key.add(static_cast<std::uint32_t>(paragraph.style->keep_words));
  for (std::size_t i = 0; i < paragraph.inlines.size(); ++i) {
    const Run* run = std::get_if<Run>(&paragraph.inlines[i]);
    const std::uint32_t joins = goes_on_in_next(paragraph, i) ? 2 : 0;
    key.add(joins + (run != nullptr ? 1 : 0));
    if (run == nullptr) continue;
    key.add(run->text);
    key.add(run->style);
  }
  return key.take();
}

}  // namespace handbill::text
