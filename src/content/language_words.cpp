// SPDX-License-Identifier: MIT
#include "content/language_words.h"

#include <algorithm>

namespace handbill::content {
namespace {

constexpr auto kLanguages = std::to_array<LanguageWords>({
    {"en", "closed", "by appointment", "open 24 hours", " to "},
    {"ar", "مغلق", "بموعد مسبق", "مفتوح على مدار 24 ساعة", " إلى ", "، ", "؛ "},
    {"de", "geschlossen", "nach Vereinbarung", "24 Stunden geöffnet", " bis "},
    {"es", "cerrado", "con cita previa", "abierto las 24 horas", " a "},
    {"fr", "fermé", "sur rendez-vous", "ouvert 24 heures sur 24", " à "},
    {"it", "chiuso", "su appuntamento", "aperto 24 ore su 24"},
    {"ja", "休診", "予約制", "24時間診療", "～", "、", "；", "（", "）"},
    {"ko", "휴진", "예약제", "24시간 진료"},
    {"nl", "gesloten", "op afspraak", "24 uur open", " tot "},
    {"pt", "fechado", "com hora marcada", "aberto 24 horas"},
    {"vi", "đóng cửa", "theo lịch hẹn", "mở cửa 24 giờ", " đến "},
    {"zh", "休息", "需预约", "24小时开放", "至", "，", "；", "（", "）"},
});

}  // namespace

LanguageWords words_of_language(std::string_view language) {
  const auto found = std::ranges::find(kLanguages, language, &LanguageWords::language);
  return found == kLanguages.end() ? LanguageWords{} : *found;
}

}  // namespace handbill::content
