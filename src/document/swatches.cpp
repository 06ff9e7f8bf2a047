// SPDX-License-Identifier: MIT
#include "document/swatches.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/check.h"
#include "base/number.h"
#include "color/mix_ink.h"

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
  Reader(Swatches& to, const Shop* shop, const Teller& teller)
      : to_(to), shop_(shop), teller_(teller) {}
  void add(const spec::Named<spec::SwatchSpec>& swatch);

 private:
  color::Color full_strength(const spec::Named<spec::SwatchSpec>& swatch);
  std::optional<color::ScreenColor> screen_color(const spec::SwatchSpec& swatch) const;
  color::Cmyk mixed(const spec::SwatchSpec& swatch);
  const color::Preview& press();
  void check_stand_in(const spec::Named<spec::SwatchSpec>& swatch, const color::Cmyk& ink);
  void add_screen(const spec::Named<spec::SwatchSpec>& swatch, const color::Color& color);

  struct SpotInk {
    color::Cmyk ink;
    std::string swatch;
    diag::Span span;
  };
  Swatches& to_;
  const Shop* shop_;  // null: none in particular
  const Teller& teller_;
  std::optional<color::Preview> press_;   // opened when a swatch needs it
  std::map<std::string, SpotInk> spots_;  ///< by the ink's name
};

Swatches::Swatches(const spec::LayoutSpec& layout, const Shop* shop, const Teller& teller) {
  colors_.emplace("paper", color::Color::paper());
  colors_.emplace("black", color::Color::black());
  colors_.emplace("registration", color::Color::registration());
  Reader reader(*this, shop, teller);
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
  const bool is_mixed = swatch.value.hex || !swatch.value.rgb.empty();
  const color::Cmyk ink = is_mixed ? mixed(swatch.value) : ink_of(swatch.value.cmyk);
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

/// Nothing, and reported: it is none.
std::optional<color::ScreenColor> Swatches::Reader::screen_color(
    const spec::SwatchSpec& swatch) const {
  color::ScreenColor result{};
  if (!swatch.hex) {
    for (std::size_t i = 0; i < result.size(); ++i) {
      result[i] = static_cast<std::uint8_t>(swatch.rgb.at(i).value);
    }
    return result;
  }
  const std::optional<std::string> hex = normalized_hex(swatch.hex->value);
  if (!hex) {
    const std::string with_sign = "#" + swatch.hex->value;
    teller_.error(BadValue, swatch.hex->span,
                  quoted(swatch.hex->value) + " is not a screen colour such as `#0b4f5c`",
                  normalized_hex(with_sign)
                      ? std::vector<std::string>{"did you mean " + quoted(with_sign) + "?"}
                      : std::vector<std::string>{});
    return std::nullopt;
  }
  const unsigned long bits = std::stoul(hex->substr(1), nullptr, 16);
  return color::ScreenColor{static_cast<std::uint8_t>(bits >> 16U),
                            static_cast<std::uint8_t>(bits >> 8U), static_cast<std::uint8_t>(bits)};
}

const color::Preview& Swatches::Reader::press() {
  if (press_) return *press_;
  if (shop_ != nullptr && shop_->condition.icc) {
    press_ = color::Preview::from_profile(*shop_->condition.icc);
  }
  if (!press_) press_ = color::Preview::without_profile();
  return *press_;
}

/// The press as messages call it.
std::string name_of_press(const Shop* shop) {
  if (shop == nullptr) return "coated paper, as no print shop is named";
  const PressCondition& condition = shop->condition;
  return quoted(!condition.name.empty() ? condition.name : condition.identifier);
}

std::string shown_as_written(const spec::SwatchSpec& swatch) {
  if (swatch.hex) return quoted(swatch.hex->value);
  std::string numbers;
  for (const auto& each : swatch.rgb) {
    numbers += (numbers.empty() ? "" : ", ") + std::to_string(each.value);
  }
  return "`[" + numbers + "]`";
}

/// Ink for a screen colour, and what it is told.
color::Cmyk Swatches::Reader::mixed(const spec::SwatchSpec& swatch) {
  /// Differences that are seen at once when both are side by side.
  constexpr double kSeen = 3;
  constexpr double kUsualLimit = 300;
  const auto wanted = screen_color(swatch);
  if (!wanted) return color::Color::black().cmyk;
  const auto [ink, difference] =
      color::mix_ink(press(), *wanted, shop_ != nullptr ? shop_->ink_limit : kUsualLimit);
  const auto percent = [](double amount) { return format_number(amount * 100, 0); };
  diag::Diagnostic told{InkMixed, diag::Severity::Note,
                        shown_as_written(swatch) + " prints as `cmyk = [" + percent(ink.c) + ", " +
                            percent(ink.m) + ", " + percent(ink.y) + ", " + percent(ink.k) +
                            "]` on " + name_of_press(shop_),
                        swatch.hex ? swatch.hex->span : swatch.rgb.front().span};
  if (difference > kSeen) {
    told.message += ", which is ΔE " + format_number(difference, 0) + " away";
    told.hints.emplace_back(
        "no ink there comes nearer to what the screen shows; look at a proof, or name a spot ink");
  }
  teller_.diags.add(std::move(told));
  return ink;
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
  // What ink is mixed for stands for it in art too, unless another swatch has that colour.
  if (!screen && swatch.value.hex) {
    if (const auto own = normalized_hex(swatch.value.hex->value)) {
      to_.by_screen_.emplace(*own, ScreenColor{color, swatch.name, swatch.value.hex->span});
    }
  }
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
