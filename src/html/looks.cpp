// SPDX-License-Identifier: MIT
#include "html/looks.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/number.h"
#include "html/readable.h"

namespace handbill::html {
namespace {

using svg::ScreenColor;

// In rem, of which browsers make 16 px unless the reader asks for more.
constexpr double kText = 1.125;
constexpr double kSmallest = 0.9375;
constexpr double kLargest = 5;
// From the narrowest phone (WCAG 2.2, 1.4.10), 320 px wide, to a desk, 1,280 px.
constexpr double kNarrow = 320.0 / 16, kWide = 1280.0 / 16;

// Of bullets and lines.
constexpr ScreenColor kInk = {29, 29, 27};
constexpr double kMostContrast = 8;
/// Contrast with paper of a ground that light things are drawn for.
constexpr double kDark = 3;

/// The smallest size that a good part of all letters has: what is smaller is an imprint.
Length size_of_text(const words::Words& words) {
  constexpr double kGoodPart = 0.15;
  std::map<Length, std::size_t> letters;
  std::size_t all = 0;
  for (const words::Paragraph& each : words.paragraphs) {
    for (std::size_t i = 0; i < each.looks.size(); ++i) {
      const bool is_last = i + 1 == each.looks.size();
      const std::size_t end = is_last ? each.text.size() : each.looks[i + 1].begin;
      letters[each.looks[i].style->size] += end - each.looks[i].begin;
      all += end - each.looks[i].begin;
    }
  }
  for (const auto& [size, count] : letters) {
    if (static_cast<double>(count) >= kGoodPart * static_cast<double>(all)) return size;
  }
  return Length::pt(10);
}

struct WebSize {
  double narrow = kText, wide = kText;  ///< rem
};

/// Differences of size are smaller than in print, and smallest on a phone.
WebSize web_size(double relative) {
  const double wide = std::clamp(kText * std::pow(relative, 0.8), kSmallest, kLargest);
  return {wide > kText ? std::max(kText, std::pow(wide, 0.36)) : wide, wide};
}

std::string css_size(const WebSize& size) {
  const std::string wide = format_number(size.wide, 3) + "rem";
  if (size.wide - size.narrow < 0.05) return wide;
  const double slope = (size.wide - size.narrow) / (kWide - kNarrow);
  return "clamp(" + format_number(size.narrow, 3) + "rem," +
         format_number(size.narrow - slope * kNarrow, 3) + "rem + " +
         format_number(slope * 100, 3) + "vw," + wide + ")";
}

/// WCAG 2.2, 1.4.3: 18 pt is 24 px on a screen, 14 pt bold 18.66 px.
double least_contrast(const WebSize& size, int weight) {
  const double large = weight >= 700 ? 18.66 / 16 : 1.5;
  return size.narrow >= large ? 3 : 4.5;
}

bool is_same_look(const text::CharacterStyle& a, const text::CharacterStyle& b) {
  return a.fonts == b.fonts && a.script_fonts == b.script_fonts && a.size == b.size &&
         a.features == b.features && a.tracking == b.tracking && a.underline == b.underline;
}

std::string features_of(const text::CharacterStyle& style) {
  std::string list;
  for (const text::Feature& each : style.features) {
    list += (list.empty() ? "\"" : ",\"") + each.tag + "\" " + std::to_string(each.value);
  }
  return list.empty() ? "" : ";font-feature-settings:" + list;
}

}  // namespace

Looks::Looks(const words::Words& words, const font::FontBook& fonts, const color::Preview& press)
    : fonts_(fonts), press_(press), text_size_(size_of_text(words)) {}

double Looks::relative_size(const text::CharacterStyle& style) const {
  return style.size / text_size_;
}

double Looks::pixels(Length length) const {
  constexpr double kPixels = 18, kLeast = 96, kMost = 520;
  return std::clamp(length / text_size_ * kPixels, kLeast, kMost);
}

std::string Looks::words_on(const text::CharacterStyle& style, ScreenColor ground) {
  const int weight = style.fonts.empty() ? 400 : fonts_.face(style.fonts.front()).weight();
  const double least = least_contrast(web_size(relative_size(style)), weight);
  const ScreenColor own = svg::to_screen(press_.to_rgb(style.color));
  const ScreenColor light = readable(own, ground, least);
  const ScreenColor dark = lightened(light, darkened(ground), std::max(least, kMostContrast));
  auto found = std::ranges::find_if(looks_, [&](const Look& each) {
    return each.light == light && each.dark == dark && is_same_look(each.style, style);
  });
  if (found == looks_.end()) found = looks_.insert(found, {style, light, dark});
  return "w" + std::to_string(found - looks_.begin());
}

std::string Looks::ground(ScreenColor color) {
  auto found = std::ranges::find(grounds_, color);
  if (found == grounds_.end()) found = grounds_.insert(found, color);
  return "g" + std::to_string(found - grounds_.begin());
}

std::string Looks::style_sheet(const WebFonts& fonts) const {
  std::string light, dark, print;
  for (std::size_t i = 0; i < grounds_.size(); ++i) {
    const std::string name = ".g" + std::to_string(i);
    const ScreenColor night = darkened(grounds_[i]);
    const auto rule = [&](ScreenColor ground) {
      return name + "{background:" + svg::hex(ground) +
             ";color:" + svg::hex(readable(kInk, ground, kMostContrast)) + "}\n";
    };
    light += rule(grounds_[i]);
    // Paper is white: what is drawn for a dark ground keeps it.
    if (contrast(grounds_[i], svg::kPaper) >= kDark) {
      print += name + " .icon::before," + name + " img{background-color:" + svg::hex(grounds_[i]) +
               "!important}\n";
    }
    if (night == grounds_[i]) continue;
    dark += rule(night) + name + " img," + name +
            " .icon::before{background-color:" + svg::hex(grounds_[i]) + "}\n";
  }
  for (std::size_t i = 0; i < looks_.size(); ++i) {
    const Look& look = looks_[i];
    const std::string name = ".w" + std::to_string(i);
    const font::FontId font = look.style.fonts.empty() ? font::FontId{} : look.style.fonts.front();
    light += name + "{font-family:" + fonts.families(look.style);
    if (!look.style.fonts.empty()) {
      const font::Face& face = fonts_.face(font);
      light += ";font-weight:" + std::to_string(face.weight()) +
               ";font-style:" + (face.slant() == font::Slant::Italic ? "italic" : "normal");
    }
    light +=
        ";font-size:" + css_size(web_size(relative_size(look.style))) + features_of(look.style);
    if (look.style.tracking != 0) {
      light += ";letter-spacing:" + format_number(look.style.tracking, 3) + "em";
    }
    if (look.style.underline) light += ";text-decoration:underline";
    light += ";color:" + svg::hex(look.light) + "}\n";
    if (look.dark != look.light) dark += name + "{color:" + svg::hex(look.dark) + "}\n";
  }
  return light + "@media screen and (prefers-color-scheme:dark){\n" + dark + "}\n@media print{\n" +
         print + "}\n";
}

}  // namespace handbill::html
