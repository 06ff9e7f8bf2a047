// SPDX-License-Identifier: MIT
#include "content/hours_words.h"

#include <algorithm>
#include <array>

#include "content/wording.h"

namespace handbill::content {
namespace {

using diag::DiagnosticId;

constexpr auto kWordKeys = std::to_array<WordKey>({
    {"closed", &HoursWords::closed},
    {"by_appointment", &HoursWords::by_appointment},
    {"open_24_hours", &HoursWords::open_24_hours},
    {"to", &HoursWords::to},
    {"first", &HoursWords::first},
    {"second", &HoursWords::second},
    {"third", &HoursWords::third},
    {"fourth", &HoursWords::fourth},
    {"fifth", &HoursWords::fifth},
    {"last", &HoursWords::last},
    {"weeks", &HoursWords::weeks},
    {"every_other", &HoursWords::every_other},
    {"lunch", &HoursWords::lunch},
});
constexpr std::size_t kFirstOrdinal = 4;

/// What a phrase must say besides its words.
struct Slot {
  std::string_view key, slot, example;
};
constexpr auto kSlots = std::to_array<Slot>({
    {"weeks", "{weeks}", "{weeks} {day} of the month"},
    {"weeks", "{day}", "{weeks} {day} of the month"},
    {"every_other", "{date}", "every other week from {date}"},
    {"lunch", "{times}", "closed for lunch {times}"},
});

void check_slots(const spec::Entry& entry, const std::string& text, const std::string& path,
                 diag::Diagnostics& diags) {
  for (const Slot& each : kSlots) {
    if (entry.key != each.key || text.find(each.slot) != text.npos) continue;
    diags.error(
        DiagnosticId::BadValue, entry.value.span,
        quoted(entry.key) + " in " + quoted(path) + " has no " + quoted(each.slot),
        {"write it where these words stand in the language, as in " + quoted(each.example)});
    return;
  }
}

void report_unknown_word(const spec::Entry& entry, const std::string& path,
                         diag::Diagnostics& diags) {
  std::vector<std::string> keys;
  for (const WordKey& each : kWordKeys) keys.emplace_back(each.key);
  diags.error(DiagnosticId::UnknownKey, entry.key_span,
              "unknown key " + quoted(entry.key) + " in " + quoted(path),
              did_you_mean(entry.key, keys));
}

}  // namespace

std::span<const WordKey> word_keys() { return kWordKeys; }

WordKey ordinal_key(int ordinal) {
  return kWordKeys[kFirstOrdinal + static_cast<std::size_t>(ordinal) - 1];
}

HoursWords words_of(const LocaleText& locale) {
  const LanguageWords& words = locale.words();
  const auto text = [](std::string_view word) { return std::string(word); };
  return {text(words.closed),      text(words.by_appointment), text(words.open_24_hours),
          text(words.to),          text(words.ordinals[0]),    text(words.ordinals[1]),
          text(words.ordinals[2]), text(words.ordinals[3]),    text(words.ordinals[4]),
          text(words.ordinals[5]), text(words.weeks),          text(words.every_other),
          text(words.lunch)};
}

void read_words(const spec::Value& value, std::string_view hours, HoursWords& words,
                diag::Diagnostics& diags) {
  const std::string path = std::string(hours) + ".words";
  if (value.as_table() == nullptr) {
    diags.error(DiagnosticId::WrongType, value.span, quoted(path) + " has a name for each word",
                {"write `words = { closed = \"Closed\" }`"});
    return;
  }
  for (const spec::Entry& entry : *value.as_table()) {
    const auto known = std::ranges::find(kWordKeys, entry.key, &WordKey::key);
    const std::string* text = entry.value.as_string();
    if (known == kWordKeys.end()) {
      report_unknown_word(entry, path, diags);
    } else if (text == nullptr) {
      diags.error(DiagnosticId::WrongType, entry.value.span,
                  quoted(entry.key) + " in " + quoted(path) + " is a text");
    } else {
      check_slots(entry, *text, path, diags);
      words.*known->word = entry.key == "to" ? " " + *text + " " : *text;
    }
  }
}

}  // namespace handbill::content
