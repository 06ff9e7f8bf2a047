// SPDX-License-Identifier: MIT
#include "desk/look.h"

#include <algorithm>
#include <cmath>

#include "check/contrast.h"
#include "color/mix_ink.h"
#include "spec/edit_toml.h"

namespace handbill::desk {
namespace {

/// What ink may come to in sum on coated paper without drying badly, in percent (GWG 2022 takes
/// 320 for sheet-fed coated; uncoated takes 300).
constexpr double kMostInk = 300;

const View* first_drawn(const std::vector<View>& views) {
  const auto found = std::ranges::find_if(
      views, [](const View& each) { return each.drawn && each.drawn->layout; });
  return found == views.end() ? nullptr : &*found;
}

color::Cmyk as_cmyk(const Percents& ink) {
  return {ink[0] / 100.0, ink[1] / 100.0, ink[2] / 100.0, ink[3] / 100.0};
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char small = static_cast<char>(c | 0x20);
  return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

}  // namespace

std::vector<HouseColor> house_colors(const std::vector<View>& views,
                                     const diag::SourceMap& sources) {
  std::vector<HouseColor> colors;
  const View* view = first_drawn(views);
  if (view == nullptr) return colors;
  const color::Preview& press = view->drawn->press;
  const color::Rgb paper = press.to_rgb(color::Color::paper());
  for (const auto& swatch : view->drawn->layout->swatches) {
    const auto& written = swatch.value.cmyk;
    if (written.size() != 4 || !written.front().span.known()) continue;
    HouseColor color{swatch.name, sources.name(written.front().span.file)};
    if (color.file == view->job.layout) continue;
    for (std::size_t i = 0; i < 4; ++i) {
      color.ink[i] = static_cast<int>(std::lround(written[i].value));
    }
    color.shown = press.to_rgb(color::Color::process(as_cmyk(color.ink)));
    color.contrast = check::contrast_ratio(color.shown, paper);
    colors.push_back(std::move(color));
  }
  return colors;
}

Percents ink_for(const std::vector<View>& views, const color::Rgb& wanted) {
  const View* view = first_drawn(views);
  const color::Preview press =
      view != nullptr ? view->drawn->press : color::Preview::without_profile();
  const auto byte = [](double part) { return static_cast<std::uint8_t>(std::lround(part * 255)); };
  const color::Cmyk ink =
      color::mix_ink(press, {byte(wanted.r), byte(wanted.g), byte(wanted.b)}, kMostInk).ink;
  const auto percent = [](double part) { return static_cast<int>(std::lround(part * 100)); };
  return {percent(ink.c), percent(ink.m), percent(ink.y), percent(ink.k)};
}

std::optional<color::Rgb> read_hex(std::string_view text) {
  if (text.size() != 7 || text.front() != '#') return std::nullopt;
  std::array<double, 3> parts{};
  for (std::size_t i = 0; i < 3; ++i) {
    const int high = hex_digit(text[1 + 2 * i]), low = hex_digit(text[2 + 2 * i]);
    if (high < 0 || low < 0) return std::nullopt;
    parts[i] = (high * 16 + low) / 255.0;
  }
  return color::Rgb{parts[0], parts[1], parts[2]};
}

std::string as_hex(const color::Rgb& color) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text = "#";
  for (const double part : {color.r, color.g, color.b}) {
    const auto byte = static_cast<unsigned>(std::lround(std::clamp(part, 0.0, 1.0) * 255));
    text += kDigits[byte / 16];
    text += kDigits[byte % 16];
  }
  return text;
}

std::optional<Refusal> set_house_color(Session& session, const std::string& language,
                                       const std::string& name, const Percents& ink) {
  const auto colors = house_colors(session.views(language), session.sources());
  const auto found = std::ranges::find(colors, name, &HouseColor::name);
  if (found == colors.end()) return Refusal{Refusal::Why::NoPlace, "there is no such color"};
  std::string literal;
  for (const int each : ink) literal += (literal.empty() ? "[" : ", ") + std::to_string(each);
  return session.change_file(found->file,
                             {"swatch." + name + ".cmyk", Change::To::Plain, literal + "]"});
}

}  // namespace handbill::desk
