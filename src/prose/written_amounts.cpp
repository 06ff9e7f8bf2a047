// SPDX-License-Identifier: MIT
#include "prose/written_amounts.h"
#include "prose/word_list.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace handbill::prose {
namespace {

// 16 CFR 500.19: an inch is 2.54 cm, a pound 453.592 g, a gallon 3.785 41 L.
constexpr double kInch = 0.0254;
constexpr double kPound = 453.592;
constexpr double kGallon = 3.78541;

enum UnitIndex : std::size_t {
  kUnitInch,
  kUnitFoot,
  kUnitYard,
  kUnitMile,
  kUnitMm,
  kUnitCm,
  kUnitM,
  kUnitKm,
  kUnitOz,
  kUnitLb,
  kUnitMcg,
  kUnitMg,
  kUnitG,
  kUnitKg,
  kUnitMl,
  kUnitCl,
  kUnitDl,
  kUnitL,
  kUnitTsp,
  kUnitTbsp,
  kUnitFlOz,
  kUnitCup,
  kUnitPint,
  kUnitQuart,
  kUnitGallon,
  kUnitF,
  kUnitC,
  kUnitPercent
};

constexpr auto kAmountUnits = std::to_array<Unit>({
    {"in", Dimension::Length, kInch},
    {"ft", Dimension::Length, 12 * kInch},
    {"yd", Dimension::Length, 36 * kInch},
    {"mi", Dimension::Length, 63360 * kInch},
    {"mm", Dimension::Length, 0.001},
    {"cm", Dimension::Length, 0.01},
    {"m", Dimension::Length, 1},
    {"km", Dimension::Length, 1000},
    {"oz", Dimension::Weight, kPound / 16, true},
    {"lb", Dimension::Weight, kPound},
    {"mcg", Dimension::Weight, 1e-6},
    {"mg", Dimension::Weight, 1e-3},
    {"g", Dimension::Weight, 1},
    {"kg", Dimension::Weight, 1000},
    {"mL", Dimension::Volume, 1e-3},
    {"cL", Dimension::Volume, 1e-2},
    {"dL", Dimension::Volume, 0.1},
    {"L", Dimension::Volume, 1},
    {"tsp", Dimension::Volume, kGallon / 768, true},
    {"tbsp", Dimension::Volume, kGallon / 256, true},
    {"fl oz", Dimension::Volume, kGallon / 128, true},
    {"cups", Dimension::Volume, kGallon / 16, true},
    {"pints", Dimension::Volume, kGallon / 8, true},
    {"quarts", Dimension::Volume, kGallon / 4, true},
    {"gallons", Dimension::Volume, kGallon, true},
    {"F", Dimension::Temperature},
    {"C", Dimension::Temperature},
    {"%", Dimension::Percent},
});

struct UnitName {
  std::string_view name;
  UnitIndex unit;
};

constexpr auto kUnitNames = std::to_array<UnitName>({
    {"in", kUnitInch},
    {"inch", kUnitInch},
    {"inches", kUnitInch},
    {"pulgada", kUnitInch},
    {"pulgadas", kUnitInch},
    {"ft", kUnitFoot},
    {"foot", kUnitFoot},
    {"feet", kUnitFoot},
    {"pie", kUnitFoot},
    {"pies", kUnitFoot},
    {"yd", kUnitYard},
    {"yard", kUnitYard},
    {"yards", kUnitYard},
    {"yarda", kUnitYard},
    {"yardas", kUnitYard},
    {"mi", kUnitMile},
    {"mile", kUnitMile},
    {"miles", kUnitMile},
    {"milla", kUnitMile},
    {"millas", kUnitMile},
    {"mm", kUnitMm},
    {"millimeter", kUnitMm},
    {"millimeters", kUnitMm},
    {"millimetre", kUnitMm},
    {"millimetres", kUnitMm},
    {"milímetro", kUnitMm},
    {"milímetros", kUnitMm},
    {"cm", kUnitCm},
    {"centimeter", kUnitCm},
    {"centimeters", kUnitCm},
    {"centimetre", kUnitCm},
    {"centimetres", kUnitCm},
    {"centímetro", kUnitCm},
    {"centímetros", kUnitCm},
    {"m", kUnitM},
    {"meter", kUnitM},
    {"meters", kUnitM},
    {"metre", kUnitM},
    {"metres", kUnitM},
    {"metro", kUnitM},
    {"metros", kUnitM},
    {"km", kUnitKm},
    {"kilometer", kUnitKm},
    {"kilometers", kUnitKm},
    {"kilometre", kUnitKm},
    {"kilometres", kUnitKm},
    {"kilómetro", kUnitKm},
    {"kilómetros", kUnitKm},
    {"oz", kUnitOz},
    {"ounce", kUnitOz},
    {"ounces", kUnitOz},
    {"onza", kUnitOz},
    {"onzas", kUnitOz},
    {"lb", kUnitLb},
    {"lbs", kUnitLb},
    {"pound", kUnitLb},
    {"pounds", kUnitLb},
    {"libra", kUnitLb},
    {"libras", kUnitLb},
    {"mcg", kUnitMcg},
    {"µg", kUnitMcg},
    {"μg", kUnitMcg},
    {"microgram", kUnitMcg},
    {"micrograms", kUnitMcg},
    {"microgramo", kUnitMcg},
    {"microgramos", kUnitMcg},
    {"mg", kUnitMg},
    {"milligram", kUnitMg},
    {"milligrams", kUnitMg},
    {"miligramo", kUnitMg},
    {"miligramos", kUnitMg},
    {"g", kUnitG},
    {"gram", kUnitG},
    {"grams", kUnitG},
    {"gramo", kUnitG},
    {"gramos", kUnitG},
    {"kg", kUnitKg},
    {"kilo", kUnitKg},
    {"kilos", kUnitKg},
    {"kilogram", kUnitKg},
    {"kilograms", kUnitKg},
    {"kilogramo", kUnitKg},
    {"kilogramos", kUnitKg},
    {"ml", kUnitMl},
    {"cc", kUnitMl},
    {"milliliter", kUnitMl},
    {"milliliters", kUnitMl},
    {"millilitre", kUnitMl},
    {"millilitres", kUnitMl},
    {"mililitro", kUnitMl},
    {"mililitros", kUnitMl},
    {"cl", kUnitCl},
    {"dl", kUnitDl},
    {"l", kUnitL},
    {"liter", kUnitL},
    {"liters", kUnitL},
    {"litre", kUnitL},
    {"litres", kUnitL},
    {"litro", kUnitL},
    {"litros", kUnitL},
    {"tsp", kUnitTsp},
    {"teaspoon", kUnitTsp},
    {"teaspoons", kUnitTsp},
    {"cucharadita", kUnitTsp},
    {"cucharaditas", kUnitTsp},
    {"tbsp", kUnitTbsp},
    {"tablespoon", kUnitTbsp},
    {"tablespoons", kUnitTbsp},
    {"cucharada", kUnitTbsp},
    {"cucharadas", kUnitTbsp},
    {"cup", kUnitCup},
    {"cups", kUnitCup},
    {"taza", kUnitCup},
    {"tazas", kUnitCup},
    {"pint", kUnitPint},
    {"pints", kUnitPint},
    {"pinta", kUnitPint},
    {"pintas", kUnitPint},
    {"qt", kUnitQuart},
    {"quart", kUnitQuart},
    {"quarts", kUnitQuart},
    {"gal", kUnitGallon},
    {"gallon", kUnitGallon},
    {"gallons", kUnitGallon},
    {"galón", kUnitGallon},
    {"galones", kUnitGallon},
    {"%", kUnitPercent},
    {"percent", kUnitPercent},
    {"℉", kUnitF},
    {"℃", kUnitC},
});

const Unit* named_unit(std::string_view plain) {
  const auto found = std::ranges::find(kUnitNames, plain, &UnitName::name);
  return found != kUnitNames.end() ? &kAmountUnits[found->unit] : nullptr;
}

/// "F", "Celsius"; null: it names none.
const Unit* degrees_of(std::string_view plain) {
  if (plain == "f" || plain == "fahrenheit") return &kAmountUnits[kUnitF];
  const bool is_celsius = plain == "c" || plain == "celsius" || plain == "centígrados" ||
                          plain == "centigrade" || plain == "celcius";
  return is_celsius ? &kAmountUnits[kUnitC] : nullptr;
}

std::optional<WrittenUnit> temperature_at(const Passage& passage, std::size_t at) {
  // Two further signs look like that of the degree, and are typed in its place.
  const bool is_sign = passage.is_any(at, {"°", "º", "˚"});
  const bool is_word = passage.is_any(at, {"degrees", "degree", "deg", "grados", "grado"});
  if (is_sign || is_word) {
    const Unit* unit = degrees_of(passage.plain(at + 1));
    if (unit == nullptr) return std::nullopt;
    return WrittenUnit{unit, at, at + 1};
  }
  if (passage.is_any(at, {"fahrenheit", "celsius"})) {
    return WrittenUnit{degrees_of(passage.plain(at)), at, at};
  }
  if (passage.is_any(at, {"f", "c"}) && passage.is_capital(at)) {
    return WrittenUnit{degrees_of(passage.plain(at)), at, at, false};
  }
  return std::nullopt;
}

/// "m²", "km/h", "mg/kg": another unit than it seems.
bool goes_on(const Passage& passage, std::size_t behind) {
  if (passage.is_any(behind, {"²", "³"})) return true;
  return passage.plain(behind) == "/" && passage.touches(behind) && passage.is_word(behind + 1);
}

}  // namespace

std::optional<WrittenUnit> unit_at(const Passage& passage, std::size_t at) {
  if (const auto temperature = temperature_at(passage, at)) return temperature;
  if (passage.is_any(at, {"fl", "fluid"})) {
    const std::size_t ounce = passage.plain(at + 1) == "." ? at + 2 : at + 1;
    if (!passage.is_any(ounce, {"oz", "ounce", "ounces"})) return std::nullopt;
    return WrittenUnit{&kAmountUnits[kUnitFlOz], at, ounce};
  }
  if (passage.plain(at) == "por" && passage.is_any(at + 1, {"ciento", "cien"})) {
    return WrittenUnit{&kAmountUnits[kUnitPercent], at, at + 1};
  }
  const Unit* unit = named_unit(passage.plain(at));
  if (unit == nullptr || goes_on(passage, at + 1)) return std::nullopt;
  return WrittenUnit{unit, at, at};
}

bool is_range_mark(std::string_view plain) {
  constexpr auto kMarks = std::to_array<std::string_view>({"-", "–", "—", "to", "a", "through"});
  return is_in(kMarks, plain);
}

namespace {

/// The token of the unit of a number that ends at `last`: a hyphen may stand between.
std::size_t unit_token(const Passage& passage, std::size_t last) {
  const bool is_hyphen = passage.plain(last + 1) == "-" && passage.touches(last + 1);
  return is_hyphen && passage.touches(last + 2) ? last + 2 : last + 1;
}

/// "5 ft 6 in", "8 lb 4 oz": with what is smaller.
void take_smaller(const Passage& passage, WrittenAmount& amount) {
  const Unit& unit = *amount.unit.unit;
  const std::string_view smaller = unit.name == "ft" ? "in" : unit.name == "lb" ? "oz" : "";
  if (smaller.empty() || amount.is_range()) return;
  const std::size_t next =
      passage.is_any(amount.last + 1, {"."}) ? amount.last + 2 : amount.last + 1;
  const auto number = number_at(passage, next);
  if (!number) return;
  const auto more = unit_at(passage, unit_token(passage, number->last));
  if (!more || more->unit->name != smaller) return;
  WrittenNumber sum = *number;
  sum.value = (amount.low.value * unit.size + number->value * more->unit->size) / more->unit->size;
  sum.first = amount.low.first;
  amount.low = amount.high = sum;
  amount.unit = *more;
  amount.last = more->last;
}

}  // namespace

std::optional<WrittenAmount> amount_at(const Passage& passage, std::size_t at) {
  auto low = number_at(passage, at);
  const bool is_word = !low;
  if (const auto word = is_word ? number_word(passage.plain(at)) : std::nullopt) {
    low = WrittenNumber{.value = double(*word), .first = at, .last = at};
  }
  if (!low) return std::nullopt;
  WrittenAmount amount{*low, *low, {}, at, low->last};
  auto unit = unit_at(passage, unit_token(passage, low->last));
  // "one in five" is no length.
  if (is_word && (!unit || unit->unit->name == "in")) return std::nullopt;
  // "2–3 in", and "2 in to 3 in".
  const std::size_t mark = unit ? unit->last + 1 : low->last + 1;
  if (is_range_mark(passage.plain(mark))) {
    const auto high = number_at(passage, mark + 1);
    const auto second = high ? unit_at(passage, unit_token(passage, high->last)) : std::nullopt;
    if (second && (!unit || unit->unit == second->unit)) {
      amount.high = *high;
      unit = second;
    }
  }
  if (!unit) return std::nullopt;
  amount.unit = *unit;
  amount.last = unit->last;
  take_smaller(passage, amount);
  return amount;
}

const Unit& meant_unit(const Unit& unit, Dimension beside) {
  const bool is_fluid = unit.name == "oz" && beside == Dimension::Volume;
  return is_fluid ? kAmountUnits[kUnitFlOz] : unit;
}

}  // namespace handbill::prose
