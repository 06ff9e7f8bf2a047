// SPDX-License-Identifier: MIT
#include "content/hours_words.h"

#include <algorithm>
#include <array>

#include "content/wording.h"

namespace handbill::content {
namespace {

using diag::DiagnosticId;

struct WordKey {
  std::string_view key;
  std::string HoursWords::*word;
};
constexpr auto kWordKeys = std::to_array<WordKey>({
    {"closed", &HoursWords::closed},
    {"by_appointment", &HoursWords::by_appointment},
    {"open_24_hours", &HoursWords::open_24_hours},
    {"to", &HoursWords::to},
});

void report_unknown_word(const spec::Entry& entry, diag::Diagnostics& diags) {
  std::vector<std::string> keys;
  for (const WordKey& each : kWordKeys) keys.emplace_back(each.key);
  diags.error(DiagnosticId::UnknownKey, entry.key_span,
              "unknown key " + quoted(entry.key) + " in `hours.words`",
              did_you_mean(entry.key, keys));
}

}  // namespace

HoursWords words_of(const LocaleText& locale) {
  const LanguageWords& words = locale.words();
  const auto text = [](std::string_view word) { return std::string(word); };
  return {text(words.closed), text(words.by_appointment), text(words.open_24_hours),
          text(words.to)};
}

void read_words(const spec::Value& value, HoursWords& words, diag::Diagnostics& diags) {
  if (value.as_table() == nullptr) {
    diags.error(DiagnosticId::WrongType, value.span, "`hours.words` is a table",
                {"write `words = { closed = \"Closed\" }`"});
    return;
  }
  for (const spec::Entry& entry : *value.as_table()) {
    const auto known = std::ranges::find(kWordKeys, entry.key, &WordKey::key);
    const std::string* text = entry.value.as_string();
    if (known == kWordKeys.end()) {
      report_unknown_word(entry, diags);
    } else if (text == nullptr) {
      diags.error(DiagnosticId::WrongType, entry.value.span,
                  quoted(entry.key) + " in `hours.words` is a text");
    } else {
      words.*known->word = entry.key == "to" ? " " + *text + " " : *text;
    }
  }
}

}  // namespace handbill::content
