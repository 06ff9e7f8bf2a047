// SPDX-License-Identifier: MIT
#include "html/web_fonts.h"

#include <algorithm>
#include <tuple>

#include "base/base64.h"
#include "base/utf8.h"
#include "font/web_subset.h"

namespace handbill::html {
namespace {

/// In the order in which they are asked for a letter.
std::vector<font::FontId> fonts_of(const text::CharacterStyle& style) {
  std::vector<font::FontId> fonts;
  const auto add = [&](font::FontId font) {
    if (std::ranges::find(fonts, font) == fonts.end()) fonts.push_back(font);
  };
  if (!style.fonts.empty()) add(style.fonts.front());
  for (const text::ScriptFont& each : style.script_fonts) add(each.font);
  for (const font::FontId each : style.fonts) add(each);
  return fonts;
}

/// Fonts are counted as a run opens them, which is nothing to a page.
auto place_of(const font::Face& face) {
  return std::tuple(face.family(), face.weight(), face.slant(), face.file(), face.index());
}

bool is_white(char32_t c) { return c <= 0x20; }

/// PANOSE, OpenType 1.9, OS/2: the serif style of Latin text.
bool has_serifs(const font::Face& face) {
  constexpr std::size_t kSerifStyle = 33;
  constexpr int kCove = 2, kRoundedSlab = 10;
  const std::string_view table = face.table("OS/2");
  if (table.size() <= kSerifStyle) return false;
  const int style = static_cast<unsigned char>(table[kSerifStyle]);
  return style >= kCove && style <= kRoundedSlab;
}

}  // namespace

void WebFonts::use(const text::CharacterStyle& style, std::string_view text) {
  const std::vector<font::FontId> fonts = fonts_of(style);
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (is_white(c)) continue;
    const auto found = std::ranges::find_if(
        fonts, [&](font::FontId each) { return fonts_.face(each).glyph_for(c) != 0; });
    if (found == fonts.end()) continue;
    Used& used = used_[*found];
    used.letters.insert(c);
    for (const text::Feature& feature : style.features) used.features.insert(feature.tag);
  }
}

std::string WebFonts::name_of(font::FontId font) const {
  // Two files of a family may differ in what a style sheet does not name: the size of type they are
  // drawn for.
  const font::Face& face = fonts_.face(font);
  const auto is_alike = [&](const auto& each) {
    const font::Face& other = fonts_.face(each.first);
    return other.family() == face.family() && other.weight() == face.weight() &&
           other.slant() == face.slant();
  };
  const auto before = std::ranges::count_if(used_, [&](const auto& each) {
    return is_alike(each) && place_of(fonts_.face(each.first)) < place_of(face);
  });
  return face.family() + (before > 0 ? " " + std::to_string(before + 1) : "");
}

std::string WebFonts::families(const text::CharacterStyle& style) const {
  std::vector<std::string> names;
  for (const font::FontId each : fonts_of(style)) {
    if (!used_.contains(each)) continue;
    std::string name = "\"" + name_of(each) + "\"";
    if (std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
  }
  const bool serif = !style.fonts.empty() && has_serifs(fonts_.face(style.fonts.front()));
  std::string list;
  for (const std::string& each : names) list += each + ",";
  return list + (serif ? "serif" : "sans-serif");
}

std::string WebFonts::faces(diag::Diagnostics& diags) const {
  std::string css;
  std::vector<font::FontId> fonts;
  for (const auto& each : used_) fonts.push_back(each.first);
  std::ranges::sort(fonts, {}, [&](font::FontId each) { return place_of(fonts_.face(each)); });
  for (const font::FontId font : fonts) {
    const font::Face& face = fonts_.face(font);
    const Used& used = used_.at(font);
    if (!font::may_stand_in_web_pages(face)) {
      diags.warning(diag::DiagnosticId::FontEmbedding, {},
                    "font file `" + face.file() +
                        "` may not be given away in web pages: readers see a font of their own",
                    {"choose a font whose licence allows it, such as one under the OFL"});
      continue;
    }
    const auto cut = font::web_subset(face, used.letters, used.features);
    if (!cut) continue;
    css += "@font-face{font-family:\"" + name_of(font) +
           "\";font-weight:" + std::to_string(face.weight()) +
           ";font-style:" + (face.slant() == font::Slant::Italic ? "italic" : "normal") +
           ";src:url(data:font/" + (face.outlines() == font::Outlines::Cff ? "otf" : "ttf") +
           ";base64,";
    append_base64(css, *cut);
    css += ")}\n";
  }
  return css;
}

}  // namespace handbill::html
