// SPDX-License-Identifier: MIT
#include "prose/national_holidays.h"

#include <algorithm>
#include <array>

#include "prose/holidays.h"

namespace handbill::prose {
namespace {

constexpr auto kHolidays = std::to_array<NationalHoliday>({
    {"US", "New Year’s Day", "Año Nuevo", "january 1 or day off"},
    {"US", "Martin Luther King Jr. Day", "Día de Martin Luther King", "third monday of january"},
    {"US", "Presidents’ Day", "Día de los Presidentes", "third monday of february"},
    {"US", "Memorial Day", "Día de los Caídos", "last monday of may"},
    {"US", "Juneteenth", "Juneteenth", "june 19 or day off"},
    {"US", "Independence Day", "Día de la Independencia", "july 4 or day off"},
    {"US", "Labor Day", "Día del Trabajo", "first monday of september"},
    {"US", "Columbus Day", "Día de Colón", "second monday of october"},
    {"US", "Veterans Day", "Día de los Veteranos", "november 11 or day off"},
    {"US", "Thanksgiving Day", "Día de Acción de Gracias", "fourth thursday of november"},
    {"US", "Christmas Day", "Navidad", "december 25 or day off"},
    {"CA", "New Year’s Day", "Año Nuevo", "january 1"},
    {"CA", "Good Friday", "Viernes Santo", "2 days before easter"},
    {"CA", "Canada Day", "Día de Canadá", "july 1"},
    {"CA", "Labour Day", "Día del Trabajo", "first monday of september"},
    {"CA", "Thanksgiving Day", "Día de Acción de Gracias", "second monday of october"},
    {"CA", "Remembrance Day", "Día del Recuerdo", "november 11"},
    {"CA", "Christmas Day", "Navidad", "december 25"},
    {"CA", "Boxing Day", "Boxing Day", "december 26"},
    {"MX", "New Year’s Day", "Año Nuevo", "january 1"},
    {"MX", "Constitution Day", "Día de la Constitución", "first monday of february"},
    {"MX", "Benito Juárez’s Birthday", "Natalicio de Benito Juárez", "third monday of march"},
    {"MX", "May Day", "Día del Trabajo", "may 1"},
    {"MX", "Mexican Independence Day", "Día de la Independencia", "september 16"},
    {"MX", "Revolution Day", "Día de la Revolución", "third monday of november"},
    {"MX", "Christmas Day", "Navidad", "december 25"},
    {"ES", "New Year’s Day", "Año Nuevo", "january 1 or day off"},
    {"ES", "Epiphany", "Epifanía", "january 6 or day off"},
    {"ES", "Good Friday", "Viernes Santo", "2 days before easter"},
    {"ES", "May Day", "Fiesta del Trabajo", "may 1 or day off"},
    {"ES", "Assumption Day", "Asunción de la Virgen", "august 15 or day off"},
    {"ES", "National Day of Spain", "Fiesta Nacional de España", "october 12 or day off"},
    {"ES", "All Saints’ Day", "Todos los Santos", "november 1 or day off"},
    {"ES", "Constitution Day", "Día de la Constitución", "december 6 or day off"},
    {"ES", "Immaculate Conception", "Inmaculada Concepción", "december 8 or day off"},
    {"ES", "Christmas Day", "Navidad", "december 25 or day off"},
    {"GB", "New Year’s Day", "Año Nuevo", "january 1"},
    {"GB", "Good Friday", "Viernes Santo", "2 days before easter"},
    {"GB", "Easter Monday", "Lunes de Pascua", "1 day after easter"},
    {"GB", "Early May bank holiday", "Festivo de principios de mayo", "first monday of may"},
    {"GB", "Spring bank holiday", "Festivo de primavera", "last monday of may"},
    {"GB", "Summer bank holiday", "Festivo de verano", "last monday of august"},
    {"GB", "Christmas Day", "Navidad", "december 25"},
    {"GB", "Boxing Day", "Boxing Day", "december 26"},
});

}  // namespace

std::span<const NationalHoliday> national_holidays() { return kHolidays; }

std::vector<HolidayDate> holidays_between(std::string_view country, const spec::Date& from,
                                          const spec::Date& to) {
  std::vector<HolidayDate> days;
  for (const NationalHoliday& each : kHolidays) {
    const auto rule = each.country == country ? read_holiday(each.rule) : std::nullopt;
    // The first of January may be off in the year before.
    for (int year = from.year; rule && year <= to.year + 1; ++year) {
      const spec::Date date = observed_on(*rule, year);
      if (date < from || to < date) continue;
      days.push_back({date, &each, date != holiday_on(*rule, year)});
    }
  }
  std::ranges::stable_sort(days, {}, &HolidayDate::date);
  return days;
}

std::string name_of(const HolidayDate& day, std::string_view language) {
  const bool is_spanish = language == "es" || language.starts_with("es-");
  const std::string name(is_spanish ? day.holiday->spanish : day.holiday->english);
  if (!day.is_observed) return name;
  return name + (is_spanish ? " (observado)" : " (observed)");
}

}  // namespace handbill::prose
