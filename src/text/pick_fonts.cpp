// SPDX-License-Identifier: MIT
#include "text/pick_fonts.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/utext.h>

#include <algorithm>
#include <optional>
#include <string>

#include "base/check.h"
#include "text/break_iterator.h"
#include "text/characters.h"
#include "text/scripts.h"
#include "text/shape_run.h"

namespace handbill::text {
namespace {

/// True when HarfBuzz can show `c` by something else the font has.
bool has_stand_in(const font::Face& face, char32_t c) {
  if (c == kHyphen || c == kNoBreakHyphen) return face.glyph_for(visible_hyphen(face)) != 0;
  const bool is_some_space = u_charType(static_cast<UChar32>(c)) == U_SPACE_SEPARATOR;
  return is_some_space && face.glyph_for(' ') != 0;
}

bool has(const font::Face& face, char32_t c) {
  return !needs_glyph(c) || face.glyph_for(c) != 0 || has_stand_in(face, c);
}

bool has_all(const font::Face& face, std::u32string_view characters) {
  return std::ranges::all_of(characters, [&](char32_t c) { return has(face, c); });
}

std::u32string normalized(std::u32string_view characters, const UNormalizer2* form) {
  std::u16string source;
  for (const char32_t c : characters) {
    if (c >= 0x10000) {
      source += static_cast<char16_t>(0xD7C0 + (c >> 10U));
      source += static_cast<char16_t>(0xDC00 + (c & 0x3FFU));
    } else {
      source += static_cast<char16_t>(c);
    }
  }
  // No character grows to more than 18 UTF-16 units (UAX 15, table 9).
  std::u16string target(source.size() * 18, u'\0');
  UErrorCode error = U_ZERO_ERROR;
  const int32_t length =
      unorm2_normalize(form, source.data(), static_cast<int32_t>(source.size()), target.data(),
                       static_cast<int32_t>(target.size()), &error);
  if (U_FAILURE(error) != 0) return std::u32string(characters);
  std::u32string result;
  for (int32_t at = 0; at < length;) {
    UChar32 c = 0;
    U16_NEXT(target.data(), at, length, c);
    result += static_cast<char32_t>(c);
  }
  return result;
}

struct Cluster {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::u32string characters{};
  std::optional<font::FontId> font{};  ///< none yet: goes with its neighbours
};

/// The fonts to ask, in order.
std::vector<font::FontId> candidates(const FontPicker::Job& job) {
  const CharacterStyle& style = job.style;
  std::vector<font::FontId> fonts = {style.fonts.front()};
  const auto add = [&](font::FontId font) {
    if (std::ranges::find(fonts, font) == fonts.end()) fonts.push_back(font);
  };
  for (const ScriptFont& each : style.script_fonts) {
    if (each.script == job.script) add(each.font);
  }
  for (const font::FontId font : style.fonts) add(font);
  for (const ScriptFont& each : style.script_fonts) add(each.font);
  return fonts;
}

/// True for what takes the font of the letters around it.
bool goes_with_neighbours(char32_t c, std::uint32_t script) {
  if (!needs_glyph(c)) return true;
  if (is_ideographic(script)) {
    // Latin fonts have these too, but narrow.
    return c == 0x00B7 || (c >= 0x2014 && c <= 0x201F) || c == 0x2025 || c == 0x2026 ||
           is_full_width_form(c);
  }
  UErrorCode error = U_ZERO_ERROR;
  const UScriptCode of = uscript_getScript(static_cast<UChar32>(c), &error);
  return (of == USCRIPT_COMMON || of == USCRIPT_INHERITED) &&
         u_isdigit(static_cast<UChar32>(c)) == 0;
}

std::vector<FontPiece> joined(const std::vector<Cluster>& clusters) {
  std::vector<FontPiece> pieces;
  for (const Cluster& each : clusters) {
    if (!pieces.empty() && pieces.back().font == *each.font) {
      pieces.back().end = each.end;
    } else {
      pieces.push_back({each.begin, each.end, *each.font});
    }
  }
  return pieces;
}

}  // namespace

struct FontPicker::Impl {
  const font::FontBook& fonts;
  BreakIteratorPtr graphemes{};
  UText text = UTEXT_INITIALIZER;

  bool covers(font::FontId font, std::u32string_view cluster) const;
  std::optional<font::FontId> find(std::u32string_view cluster,
                                   const std::vector<font::FontId>& candidates) const;
  void spread(font::FontId font, std::vector<Cluster>& clusters) const;
};

FontPicker::FontPicker(const font::FontBook& fonts) : impl_(new Impl{.fonts = fonts}) {}
FontPicker::~FontPicker() { utext_close(&impl_->text); }

bool needs_glyph(char32_t c) {
  return !ends_line(c) && !is_control(c) &&
         u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) == 0;
}

/// As it stands, composed or taken apart: HarfBuzz tries all three.
bool FontPicker::Impl::covers(font::FontId font, std::u32string_view cluster) const {
  const font::Face& face = fonts.face(font);
  if (has_all(face, cluster)) return true;
  UErrorCode error = U_ZERO_ERROR;
  const UNormalizer2* composed = unorm2_getNFCInstance(&error);
  const UNormalizer2* apart = unorm2_getNFDInstance(&error);
  HANDBILL_CHECK(U_SUCCESS(error), "ICU has normalisation data");
  return has_all(face, normalized(cluster, composed)) || has_all(face, normalized(cluster, apart));
}

std::optional<font::FontId> FontPicker::Impl::find(
    std::u32string_view cluster, const std::vector<font::FontId>& candidates) const {
  const auto found =
      std::ranges::find_if(candidates, [&](font::FontId font) { return covers(font, cluster); });
  if (found == candidates.end()) return std::nullopt;
  return *found;
}

/// Clusters without a font of their own take `font` when it stands on either side of them.
void FontPicker::Impl::spread(font::FontId font, std::vector<Cluster>& clusters) const {
  const auto pass = [&](auto begin, auto end) {
    bool is_beside = false;
    for (auto each = begin; each != end; ++each) {
      if (each->font) {
        is_beside = *each->font == font;
      } else if (is_beside) {
        is_beside = covers(font, each->characters);
        if (is_beside) each->font = font;
      }
    }
  };
  pass(clusters.begin(), clusters.end());
  pass(clusters.rbegin(), clusters.rend());
}

std::vector<FontPiece> FontPicker::pick(const Job& job) {
  UErrorCode error = U_ZERO_ERROR;
  if (!impl_->graphemes) {
    impl_->graphemes.reset(ubrk_open(UBRK_CHARACTER, "", nullptr, 0, &error));
  }
  const std::string_view part = job.text.substr(job.begin, job.end - job.begin);
  utext_openUTF8(&impl_->text, part.data(), static_cast<int64_t>(part.size()), &error);
  ubrk_setUText(impl_->graphemes.get(), &impl_->text, &error);
  HANDBILL_CHECK(U_SUCCESS(error), "ICU finds grapheme clusters");

  const std::vector<font::FontId> fonts = candidates(job);
  std::vector<Cluster> clusters;
  std::uint32_t at = job.begin;
  for (int32_t next = ubrk_next(impl_->graphemes.get()); next != UBRK_DONE;
       next = ubrk_next(impl_->graphemes.get())) {
    Cluster cluster{at, job.begin + static_cast<std::uint32_t>(next)};
    cluster.characters = to_utf32(job.text.substr(cluster.begin, cluster.end - cluster.begin));
    at = cluster.end;
    const bool is_neutral = std::ranges::all_of(
        cluster.characters, [&](char32_t c) { return goes_with_neighbours(c, job.script); });
    if (!is_neutral) cluster.font = impl_->find(cluster.characters, fonts).value_or(fonts.front());
    clusters.push_back(std::move(cluster));
  }
  const auto special = std::ranges::find(job.style.script_fonts, job.script, &ScriptFont::script);
  if (special != job.style.script_fonts.end()) impl_->spread(special->font, clusters);
  for (std::size_t i = 0; i < clusters.size(); ++i) {
    Cluster& each = clusters[i];
    if (each.font) continue;
    const bool is_invisible = std::ranges::none_of(each.characters, needs_glyph);
    if (is_invisible && i > 0) {
      each.font = clusters[i - 1].font;
    } else {
      each.font = impl_->find(each.characters, fonts).value_or(fonts.front());
    }
  }
  return joined(clusters);
}

}  // namespace handbill::text
