// SPDX-License-Identifier: MIT
#include "build/translation_sheet.h"

#include <map>

#include "base/words.h"
#include "build/set_page.h"
#include "build/translation_csv.h"
#include "content/language_name.h"
#include "spec/written_date.h"

namespace handbill::build {
namespace {

std::string key(std::string_view name, std::string_view text) {
  return std::string(name) + " = " + plain_string(text) + "\n";
}

/// "118 texts: 3 stale, 2 not translated".
std::string summed(const std::vector<const LanguageText*>& chosen) {
  std::map<std::string, std::size_t> counts;
  for (const LanguageText* each : chosen) ++counts[state_word(*each)];
  std::string text = counted(chosen.size(), "text");
  const char* mark = ": ";
  for (const auto& [word, count] : counts) {
    text += mark + std::to_string(count) + " " + word;
    mark = ", ";
  }
  return text;
}

bool is_marked(const std::string& state) {
  return state == "stale" || state == "changed" || state == "not translated";
}

/// With what has changed since it was translated.
std::string told_state(const LanguageText& text, const std::string& state) {
  if (text.state.kind != records::TextState::Kind::SourceChanged) return state;
  std::string change =
      records::what_changed(text.state.by->source->value, *text.pair.source->as_string());
  // On paper, quotation marks.
  for (bool opens = true; change.find('`') != change.npos; opens = !opens) {
    change.replace(change.find('`'), 1, opens ? "“" : "”");
  }
  return state + ": " + change;
}

std::string rows(const std::vector<const LanguageText*>& chosen) {
  std::string text;
  std::size_t number = 0;
  for (const LanguageText* each : chosen) {
    const std::string state = state_word(*each);
    const std::string* own = each->is_translated() ? each->pair.translation->as_string() : nullptr;
    text += "[[sheet.texts]]\n";
    text += key("number", std::to_string(++number));
    text += key("path", each->file->subject + ".toml, " + each->pair.path);
    text += key("state", told_state(*each, state));
    text += is_marked(state) ? "tone = \"mark\"\nground = \"mark\"\n"
                             : "tone = \"small\"\nground = \"paper\"\n";
    text += key("source", *each->pair.source->as_string());
    text += key("translation", own == nullptr || own->empty() ? "—" : *own);
  }
  return text;
}

}  // namespace

std::optional<std::string> translation_sheet(const LanguageTexts& texts,
                                             const std::vector<const LanguageText*>& chosen,
                                             const spec::Date& today, Run& run,
                                             diag::Diagnostics& diags) {
  // It is no document of the clinic, whose words somebody would have to approve.
  const std::string day = spec::iso_date(today);
  std::string content =
      "[revision]\nstatus = \"approved\"\napproved_by = \"Handbill\"\ndate = " + day +
      "\n[sheet]\n" + key("day", day);
  content += key("language", content::language_name(texts.language));
  content += key("from", content::language_name(texts.source_language));
  content += key("tag", texts.language) + key("sum", summed(chosen));
  content += rows(chosen);
  return set_page({"layouts/sheets/translations.toml", "sheet", std::move(content), "the sheet"},
                  run, diags);
}

}  // namespace handbill::build
