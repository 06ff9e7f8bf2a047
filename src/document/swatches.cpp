// SPDX-License-Identifier: MIT
#include "document/swatches.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/check.h"

namespace handbill::document {
namespace {

using enum diag::DiagnosticId;

/// "#0B4" and "#0b4f5c" as "#00bb44" and "#0b4f5c"; nothing: not such a colour.
std::optional<std::string> normalized_hex(std::string_view text) {
  if ((text.size() != 4 && text.size() != 7) || text[0] != '#') return std::nullopt;
  std::string result = "#";
  for (const char c : text.substr(1)) {
    const char lower = to_lower(c);
    if (!is_digit(lower) && (lower < 'a' || lower > 'f')) return std::nullopt;
    result.append(text.size() == 4 ? 2 : 1, lower);
  }
  return result;
}

color::Cmyk ink_of(const std::vector<spec::Spanned<double>>& percent) {
  HANDBILL_CHECK(percent.size() == 4, "parse takes four inks");
  return {percent[0].value / 100, percent[1].value / 100, percent[2].value / 100,
          percent[3].value / 100};
}

/// PDF 1.7, 8.6.6.4: names that stand for other things than a spot ink.
bool is_reserved(std::string_view name) {
  constexpr std::array<std::string_view, 6> kReserved = {"All",     "None",   "Cyan",
                                                         "Magenta", "Yellow", "Black"};
  return std::ranges::find(kReserved, name) != kReserved.end();
}

}  // namespace

/// Adds the swatches of a layout.
class Swatches::Reader {
 public:
  Reader(Swatches& to, const Teller& teller) : to_(to), teller_(teller) {}
  void add(const spec::Named<spec::SwatchSpec>& swatch);

 private:
  color::Color full_strength(const spec::Named<spec::SwatchSpec>& swatch);
  void check_stand_in(const spec::Named<spec::SwatchSpec>& swatch, const color::Cmyk& ink);
  void add_screen(const spec::Named<spec::SwatchSpec>& swatch, const color::Color& color);

  struct SpotInk {
    color::Cmyk ink;
    std::string swatch;
    diag::Span span;
  };
  Swatches& to_;
  const Teller& teller_;
  std::map<std::string, SpotInk> spots_;  ///< by the ink's name
};

Swatches::Swatches(const spec::LayoutSpec& layout, const Teller& teller) {
  colors_.emplace("paper", color::Color::paper());
  colors_.emplace("black", color::Color::black());
  colors_.emplace("registration", color::Color::registration());
  Reader reader(*this, teller);
  for (const auto& swatch : layout.swatches) reader.add(swatch);
}

void Swatches::Reader::add(const spec::Named<spec::SwatchSpec>& swatch) {
  if (swatch.name == "registration") {
    teller_.error(DuplicateName, swatch.name_span,
                  "`registration` is built in: it prints on every plate");
    return;
  }
  color::Color color = full_strength(swatch);
  if (swatch.value.tint) color = color.tinted(swatch.value.tint->value / 100);
  to_.colors_.insert_or_assign(swatch.name, color);
  add_screen(swatch, color);
}

color::Color Swatches::Reader::full_strength(const spec::Named<spec::SwatchSpec>& swatch) {
  if (swatch.value.registration && swatch.value.registration->value) {
    return color::Color::registration();
  }
  const color::Cmyk ink = ink_of(swatch.value.cmyk);
  if (!swatch.value.spot) return color::Color::process(ink);
  const spec::Text& spot = *swatch.value.spot;
  if (spot.value.empty()) {
    teller_.error(BadValue, spot.span,
                  "the spot ink of swatch " + quoted(swatch.name) + " has no name");
    return color::Color::process(ink);
  }
  if (is_reserved(spot.value)) {
    teller_.error(BadValue, spot.span,
                  quoted(spot.value) + " is the name of a plate that every press has",
                  {"name a spot ink as its maker does: `PANTONE 3272 C`"});
    return color::Color::process(ink);
  }
  check_stand_in(swatch, ink);
  return color::Color::spot_ink(spot.value, ink);
}

/// On one plate there is one ink.
void Swatches::Reader::check_stand_in(const spec::Named<spec::SwatchSpec>& swatch,
                                      const color::Cmyk& ink) {
  const spec::Text& spot = *swatch.value.spot;
  const auto [other, added] = spots_.emplace(spot.value, SpotInk{ink, swatch.name, spot.span});
  if (added || other->second.ink == ink) return;
  diag::Diagnostic twice{BadValue, diag::Severity::Error,
                         "the spot ink " + quoted(spot.value) + " has one `cmyk` in swatch " +
                             quoted(other->second.swatch) + " and another in " +
                             quoted(swatch.name),
                         spot.span};
  twice.labels.push_back({other->second.span, "the first"});
  teller_.diags.add(std::move(twice));
}

void Swatches::Reader::add_screen(const spec::Named<spec::SwatchSpec>& swatch,
                                  const color::Color& color) {
  const std::optional<spec::Text>& screen = swatch.value.screen;
  if (!screen) return;
  const std::optional<std::string> hex = normalized_hex(screen->value);
  if (!hex) {
    teller_.error(BadValue, screen->span,
                  quoted(screen->value) + " is not a screen colour such as `#0b4f5c`");
    return;
  }
  const auto [other, added] =
      to_.by_screen_.emplace(*hex, ScreenColor{color, swatch.name, screen->span});
  if (added) return;
  diag::Diagnostic twice{BadValue, diag::Severity::Error,
                         "swatches " + quoted(other->second.swatch) + " and " +
                             quoted(swatch.name) + " have the same screen colour " + quoted(*hex) +
                             ", so art can't tell them apart",
                         screen->span};
  twice.labels.push_back({other->second.span, "the first"});
  teller_.diags.add(std::move(twice));
}

color::Color Swatches::color(const spec::ColorSpec& wanted, const Teller& teller) const {
  const auto found = colors_.find(wanted.swatch);
  if (found == colors_.end()) {
    if (const auto shade = shade_of(wanted)) return shaded(wanted, *shade, teller);
    std::vector<std::string> names;
    for (const auto& [name, color] : colors_) names.push_back(name);
    teller.error(UnknownSwatch, wanted.span, "no swatch is called " + quoted(wanted.swatch),
                 did_you_mean(wanted.swatch, names));
    return color::Color::black();
  }
  return wanted.tint == 100 ? found->second : found->second.tinted(wanted.tint / 100);
}

color::Color Swatches::shaded(const spec::ColorSpec& written, const Shade& shade,
                              const Teller& teller) const {
  const auto found = colors_.find(shade.swatch);
  if (found == colors_.end()) {
    std::vector<std::string> names;
    for (const auto& [name, color] : colors_) {
      names.push_back((shade.word.empty() ? "" : std::string(shade.word) + " ") + name +
                      (shade.word.empty() ? " dark" : ""));
    }
    teller.error(UnknownSwatch, written.span,
                 "no swatch is called " + quoted(shade.swatch) + ", nor " + quoted(written.swatch),
                 did_you_mean(written.swatch, names));
    return color::Color::black();
  }
  const color::Color& own = found->second;
  if (shade.black == 0) return own.tinted(shade.tint / 100);
  if (own.kind != color::InkKind::Process) {
    teller.error(BadValue, written.span,
                 quoted(shade.swatch) + " is no mix of inks, so it has no shade with black in it",
                 {"a tint prints less of it: " + quoted(shade.swatch + " 40%")});
    return color::Color::black();
  }
  const color::Color dark = color::Color::process(with_black(own.as_cmyk(), shade.black / 100));
  return shade.tint == 100 ? dark : dark.tinted(shade.tint / 100);
}

picture::ScreenColors Swatches::for_art(const color::Color& current) const {
  picture::ScreenColors colors{{"currentcolor", current}};
  for (const auto& [hex, screen] : by_screen_) colors.emplace(hex, screen.color);
  for (const char* black : {"#000000", "black"})
    colors.emplace(black, colors_.find("black")->second);
  for (const char* white : {"#ffffff", "white"})
    colors.emplace(white, colors_.find("paper")->second);
  return colors;
}

color::Overprint overprint_of(const std::optional<spec::Text>& written) {
  using color::Overprint;
  if (!written || written->value == "auto") return Overprint::Auto;
  return written->value == "on" ? Overprint::On : Overprint::Off;
}

}  // namespace handbill::document
