// SPDX-License-Identifier: MIT
#include "text/font_notes.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <array>

#include "text/scripts.h"

namespace handbill::text {
namespace {

/// More are counted, not listed.
constexpr std::size_t kMostListed = 12;

UScriptCode script_code(std::uint32_t script) {
  return static_cast<UScriptCode>(
      u_getPropertyValueEnum(UCHAR_SCRIPT, name_of_script(script).c_str()));
}

/// Digits and what stands between letters: points, quotes, dashes, currency.
bool is_between_letters(char32_t c) {
  constexpr std::uint32_t kKinds = U_GC_ND_MASK | U_GC_P_MASK | U_GC_SC_MASK;
  constexpr char32_t kMinus = 0x2212;
  const bool is_latin_1 = c >= 0xA0 && c < 0x100;
  return is_latin_1 || c == kMinus || (U_GET_GC_MASK(static_cast<UChar32>(c)) & kKinds) != 0;
}

/// What a family for the script says in `scripts`: some are ways of writing with several.
std::string family_code(std::uint32_t script) {
  for (const char* code : {"Kore", "Jpan", "Hans"}) {
    if (covers_script(code, script)) {
      return script == iso_tag('H', 'a', 'n', 'i') ? "Hans" : code;
    }
  }
  return name_of_script(script);
}

std::string quoted(std::string_view text) { return "`" + std::string(text) + "`"; }

}  // namespace

bool writes(const font::Face& face, std::uint32_t script) {
  std::array<UChar, 8> sample{};
  UErrorCode error = U_ZERO_ERROR;
  const int32_t size = uscript_getSampleString(script_code(script), sample.data(),
                                               static_cast<int32_t>(sample.size()), &error);
  if (U_FAILURE(error) != 0 || size == 0) return false;
  UChar32 first = 0;
  U16_GET(sample.data(), 0, 0, size, first);
  return face.glyph_for(static_cast<char32_t>(first)) != 0;
}

bool should_have(const font::Face& face, char32_t c, std::uint32_t script) {
  UErrorCode error = U_ZERO_ERROR;
  const UScriptCode of = uscript_getScript(static_cast<UChar32>(c), &error);
  if (of == USCRIPT_COMMON && !is_between_letters(c)) return false;
  if (is_full_width_form(c)) return writes(face, iso_tag('H', 'a', 'n', 'i'));
  if (of > USCRIPT_INHERITED) {
    const char* name = uscript_getShortName(of);
    return name != nullptr && writes(face, iso_tag(name[0], name[1], name[2], name[3]));
  }
  // Fonts of other scripts leave Western figures to a Latin neighbour.
  return writes(face, script) && writes(face, iso_tag('L', 'a', 't', 'n'));
}

void FontNotes::Signs::add(std::string_view sign, diag::Span at) {
  if (all.empty()) first = at;
  if (std::ranges::find(all, sign) == all.end()) all.emplace_back(sign);
}

std::string FontNotes::Signs::list() const {
  std::string text;
  const std::size_t listed = all.size() > kMostListed ? kMostListed : all.size();
  for (std::size_t i = 0; i < listed; ++i) {
    const bool is_last = i + 1 == all.size();
    text += (i == 0 ? "" : is_last ? " and " : ", ") + quoted(all[i]);
  }
  if (listed < all.size()) text += " and " + std::to_string(all.size() - listed) + " more";
  return text;
}

void FontNotes::note_trouble(font::FontId font, FontTrouble trouble, diag::Span at) {
  if (!has_trouble(font)) troubles_.push_back({font, trouble, at});
}

bool FontNotes::has_trouble(font::FontId font) const {
  return std::ranges::find(troubles_, font, &Trouble::font) != troubles_.end();
}

void FontNotes::tell_troubles(const font::FontBook& fonts, diag::Diagnostics& diags) const {
  for (const Trouble& each : troubles_) {
    const font::Face& face = fonts.face(each.font);
    const bool is_endless = each.trouble == FontTrouble::TooMuchWork;
    diags.error(diag::DiagnosticId::FontBroken, each.first,
                "font file " + quoted(face.file()) + " can't be used: " +
                    (is_endless ? "its rules make far more glyphs of this text than it has letters"
                                : "it leads to glyphs that it does not have; it has " +
                                      std::to_string(face.glyph_count())),
                {"get the file of " + quoted(face.family()) + " again, from where it is made"});
  }
}

void FontNotes::note_substitute(font::FontId own, font::FontId used, std::string_view sign,
                                diag::Span at) {
  auto known = std::ranges::find(substitutes_, own, &Substitute::own);
  if (known == substitutes_.end()) known = substitutes_.insert(known, Substitute{own});
  if (std::ranges::find(known->used, used) == known->used.end()) known->used.push_back(used);
  known->signs.add(sign, at);
}

void FontNotes::note_missing(std::uint32_t script, std::string_view sign, diag::Span at) {
  auto known = std::ranges::find(missing_, script, &Missing::script);
  if (known == missing_.end()) known = missing_.insert(known, Missing{script});
  known->signs.add(sign, at);
}

void FontNotes::tell_substitutes(const font::FontBook& fonts, diag::Diagnostics& diags) const {
  for (const Substitute& each : substitutes_) {
    std::string used;
    for (const font::FontId font : each.used) {
      used += (used.empty() ? "" : " and ") + quoted(fonts.face(font).family());
    }
    const bool is_one = each.used.size() == 1;
    diags.warning(diag::DiagnosticId::FontSubstituted, each.signs.first,
                  "font " + quoted(fonts.face(each.own).postscript_name()) + " has no " +
                      each.signs.list() + ", so " + used + (is_one ? " sets " : " set ") +
                      (each.signs.all.size() == 1 ? "it" : "them") + " among its letters",
                  {"choose a family that has all letters of this text (see `handbill fonts`)"});
  }
}

void FontNotes::tell_missing(diag::Diagnostics& diags) const {
  for (const Missing& each : missing_) {
    diags.error(
        diag::DiagnosticId::GlyphMissing, each.signs.first,
        "no font here has " + full_name_of_script(each.script) + ": " + each.signs.list(),
        {"name a family that has it in `fallback` of fonts/fonts.toml, with `scripts = [\"" +
         family_code(each.script) + "\"]`"});
  }
}

}  // namespace handbill::text
