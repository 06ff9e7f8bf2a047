// SPDX-License-Identifier: MIT
#include "content/language_words.h"

#include <algorithm>

namespace handbill::content {
namespace {

// Ordinals must agree with the names of days, whose gender CLDR does not tell; so only languages
// where one form fits all seven have them here.
constexpr auto kLanguages = std::to_array<LanguageWords>({
    {.language = "en",
     .closed = "closed",
     .by_appointment = "by appointment",
     .open_24_hours = "open 24 hours",
     .to = " to ",
     .ordinals = {"1st", "2nd", "3rd", "4th", "5th", "last"},
     .weeks = "{weeks} {day} of the month",
     .every_other = "every other week from {date}"},
    {.language = "ar",
     .closed = "مغلق",
     .by_appointment = "بموعد مسبق",
     .open_24_hours = "مفتوح على مدار 24 ساعة",
     .to = " إلى ",
     .comma = "، ",
     .semicolon = "؛ ",
     .ordinals = {"الأول", "الثاني", "الثالث", "الرابع", "الخامس", "الأخير"},
     .weeks = "يوم {day} {weeks} من كل شهر",
     .every_other = "كل أسبوعين ابتداءً من {date}"},
    {.language = "de",
     .closed = "geschlossen",
     .by_appointment = "nach Vereinbarung",
     .open_24_hours = "24 Stunden geöffnet",
     .to = " bis ",
     .ordinals = {"1.", "2.", "3.", "4.", "5.", "letzter"},
     .weeks = "{weeks} {day} im Monat",
     .every_other = "alle zwei Wochen ab {date}"},
    {.language = "es",
     .closed = "cerrado",
     .by_appointment = "con cita previa",
     .open_24_hours = "abierto las 24 horas",
     .to = " a ",
     .ordinals = {"primer", "segundo", "tercer", "cuarto", "quinto", "último"},
     .weeks = "{weeks} {day} del mes",
     .every_other = "cada dos semanas desde el {date}"},
    {.language = "fr",
     .closed = "fermé",
     .by_appointment = "sur rendez-vous",
     .open_24_hours = "ouvert 24 heures sur 24",
     .to = " à ",
     .colon = "\u00A0: ",
     .ordinals = {"1er", "2e", "3e", "4e", "5e", "dernier"},
     .weeks = "{weeks} {day} du mois",
     .every_other = "une semaine sur deux à partir du {date}"},
    {.language = "it",
     .closed = "chiuso",
     .by_appointment = "su appuntamento",
     .open_24_hours = "aperto 24 ore su 24"},
    {.language = "ja",
     .closed = "休診",
     .by_appointment = "予約制",
     .open_24_hours = "24時間診療",
     .to = "～",
     .comma = "、",
     .semicolon = "；",
     .colon = "：",
     .bracket = "（",
     .bracket_end = "）"},
    {.language = "ko",
     .closed = "휴진",
     .by_appointment = "예약제",
     .open_24_hours = "24시간 진료"},
    {.language = "nl",
     .closed = "gesloten",
     .by_appointment = "op afspraak",
     .open_24_hours = "24 uur open",
     .to = " tot "},
    {.language = "pt",
     .closed = "fechado",
     .by_appointment = "com hora marcada",
     .open_24_hours = "aberto 24 horas"},
    {.language = "vi",
     .closed = "đóng cửa",
     .by_appointment = "theo lịch hẹn",
     .open_24_hours = "mở cửa 24 giờ",
     .to = " đến "},
    {.language = "zh",
     .closed = "休息",
     .by_appointment = "需预约",
     .open_24_hours = "24小时开放",
     .to = "至",
     .comma = "，",
     .semicolon = "；",
     .colon = "：",
     .bracket = "（",
     .bracket_end = "）",
     .ordinals = {"第一", "第二", "第三", "第四", "第五", "最后一"},
     .weeks = "每月{weeks}个{day}",
     .every_other = "从{date}起每两周一次"},
});

}  // namespace

LanguageWords words_of_language(std::string_view language) {
  const auto found = std::ranges::find(kLanguages, language, &LanguageWords::language);
  return found == kLanguages.end() ? LanguageWords{} : *found;
}

}  // namespace handbill::content
