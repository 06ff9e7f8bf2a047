// SPDX-License-Identifier: MIT
#include "braille/tables.h"

#include <algorithm>
#include <array>

namespace handbill::braille {
namespace {

constexpr auto kTables = std::to_array<LanguageTables>({
    {"ar", "ar-ar-g1.utb", "ar-ar-g2.ctb"},
    {"bn", "bn.tbl", ""},
    {"cs", "cs-g1.ctb", ""},
    {"da", "da-dk-g16.ctb", "da-dk-g26.ctb"},
    {"de", "de-g1.ctb", "de-g2.ctb", true},
    {"el", "el.ctb", ""},
    {"en", "en-ueb-g1.ctb", "en-ueb-g2.ctb", true},
    {"es", "es-g1.ctb", "es-g2.ctb"},
    {"fa", "fa-ir-g1.utb", ""},
    {"fi", "fi.utb", ""},
    {"fr", "fr-bfu-comp6.utb", "fr-bfu-g2.ctb"},
    {"gu", "gu-in-g1.utb", ""},
    {"he", "he-IL.utb", ""},
    {"hi", "hi-in-g1.utb", ""},
    {"hr", "hr-g1.ctb", ""},
    {"hu", "hu-hu-g1.ctb", "hu-hu-g2.ctb"},
    {"hy", "hy.ctb", ""},
    {"it", "it-it-comp6.utb", ""},
    {"km", "km-g1.utb", ""},
    {"ko", "ko-g1.ctb", "ko-g2.ctb", true},
    {"my", "my-g1.utb", "my-g2.ctb"},
    {"ne", "ne.ctb", ""},
    {"nl", "nl-NL-g0.utb", ""},
    {"no", "no-no-g0.utb", "no-no-g3.ctb"},
    {"pl", "Pl-Pl-g1.utb", ""},
    {"pt", "pt-pt-g1.utb", "pt-pt-g2.ctb"},
    {"ro", "ro.ctb", ""},
    {"ru", "ru-litbrl.ctb", ""},
    {"sv", "sv-g1.ctb", "sv-g2.ctb"},
    {"sw", "sw-ke-g1.utb", "sw-ke-g2.ctb"},
    {"ta", "ta-ta-g1.ctb", ""},
    {"te", "te-in-g1.utb", ""},
    {"tr", "tr-g1.ctb", "tr-g2.ctb"},
    {"uk", "uk.utb", ""},
    {"ur", "ur-pk-g1.utb", "ur-pk-g2.ctb"},
    {"vi", "vi-vn-g1.ctb", "vi-vn-g2.ctb"},
    {"zh", "zhcn-g1.ctb", "zhcn-g2.ctb"},
    {"zh-Hant", "zh-tw.ctb", ""},
    {"zh-HK", "zh-hk.ctb", ""},
    {"zh-TW", "zh-tw.ctb", ""},
});

}  // namespace

const LanguageTables* tables_of(std::string_view language) {
  for (;;) {
    const auto* const found = std::ranges::find(kTables, language, &LanguageTables::language);
    if (found != kTables.end()) return found;
    const std::size_t part = language.rfind('-');
    if (part == language.npos) return nullptr;
    language = language.substr(0, part);
  }
}

}  // namespace handbill::braille
