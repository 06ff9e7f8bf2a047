// SPDX-License-Identifier: MIT
#include "html/page_words.h"

#include <algorithm>
#include <array>

namespace handbill::html {
namespace {

constexpr auto kPageWords = std::to_array<PageWords>({
    {"en", "Skip to main content", "Notes", "Back to the text", "To fill in"},
    {"ar", "انتقل إلى المحتوى الرئيسي", "ملاحظات", "العودة إلى النص", "للتعبئة"},
    {"de", "Zum Hauptinhalt springen", "Anmerkungen", "Zurück zum Text", "Zum Ausfüllen"},
    {"es", "Ir al contenido principal", "Notas", "Volver al texto", "Para rellenar"},
    {"fr", "Aller au contenu principal", "Notes", "Retour au texte", "À remplir"},
    {"it", "Vai al contenuto principale", "Note", "Torna al testo", "Da compilare"},
    {"pt", "Ir para o conteúdo principal", "Notas", "Voltar ao texto", "Para preencher"},
    {"zh", "跳到主要内容", "注释", "返回正文", "待填写"},
});

}  // namespace

const PageWords& page_words(std::string_view language) {
  const std::string_view base = language.substr(0, language.find('-'));
  const auto* const found = std::ranges::find(kPageWords, base, &PageWords::language);
  return found == kPageWords.end() ? kPageWords.front() : *found;
}

}  // namespace handbill::html
