// SPDX-License-Identifier: MIT
#include "text/pick_fonts.h"

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utext.h>

#include <algorithm>
#include <optional>
#include <string>

#include "base/check.h"
#include "text/characters.h"
#include "text/shape_run.h"

namespace handbill::text {
namespace {

struct BreakClose {
  void operator()(UBreakIterator* iterator) const { ubrk_close(iterator); }
};

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

}  // namespace

struct FontPicker::Impl {
  const font::FontBook& fonts;
  std::unique_ptr<UBreakIterator, BreakClose> graphemes{};
  UText text = UTEXT_INITIALIZER;

  bool covers(font::FontId font, std::u32string_view cluster) const;
  std::optional<font::FontId> find(std::u32string_view cluster,
                                   const std::vector<font::FontId>& candidates) const;
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

std::vector<FontPiece> FontPicker::pick(std::string_view text, std::uint32_t begin,
                                        std::uint32_t end,
                                        const std::vector<font::FontId>& candidates) {
  UErrorCode error = U_ZERO_ERROR;
  if (!impl_->graphemes) {
    impl_->graphemes.reset(ubrk_open(UBRK_CHARACTER, "", nullptr, 0, &error));
  }
  const std::string_view part = text.substr(begin, end - begin);
  utext_openUTF8(&impl_->text, part.data(), static_cast<int64_t>(part.size()), &error);
  ubrk_setUText(impl_->graphemes.get(), &impl_->text, &error);
  HANDBILL_CHECK(U_SUCCESS(error), "ICU finds grapheme clusters");

  std::vector<FontPiece> pieces;
  std::uint32_t at = begin;
  for (int32_t next = ubrk_next(impl_->graphemes.get()); next != UBRK_DONE;
       next = ubrk_next(impl_->graphemes.get())) {
    const std::uint32_t cluster_end = begin + static_cast<std::uint32_t>(next);
    const std::u32string cluster = to_utf32(text.substr(at, cluster_end - at));
    font::FontId font = candidates.front();
    if (!pieces.empty() && std::ranges::none_of(cluster, needs_glyph)) {
      font = pieces.back().font;
    } else if (const auto found = impl_->find(cluster, candidates)) {
      font = *found;
    }
    if (!pieces.empty() && pieces.back().font == font) {
      pieces.back().end = cluster_end;
    } else {
      pieces.push_back({at, cluster_end, font});
    }
    at = cluster_end;
  }
  return pieces;
}

}  // namespace handbill::text
