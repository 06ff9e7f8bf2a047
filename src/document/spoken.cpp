// SPDX-License-Identifier: MIT
#include "document/spoken.h"

#include "base/language_tag.h"
#include "content/language_words.h"

namespace handbill::document {
namespace {

struct KnownWords {
  content::LanguageWords words;
  std::string language;
};

KnownWords known_words(std::string_view language) {
  const auto words = content::words_of_language(primary_language(language));
  if (!words.blank.empty()) return {words, std::string(language)};
  return {content::words_of_language("en"), "en"};
}

std::string joined_words(std::string_view a, std::string_view between, std::string_view b) {
  return std::string(a) + std::string(between) + std::string(b);
}

}  // namespace

Spoken spoken_blank(std::string_view label, std::string_view language) {
  KnownWords known = known_words(language);
  const content::LanguageWords& words = known.words;
  if (label.empty()) return {std::string(words.blank), std::move(known.language)};
  return {joined_words(words.blank, words.colon, label), std::move(known.language)};
}

Spoken spoken_box(Tick tick, std::string_view language) {
  KnownWords known = known_words(language);
  const bool is_done = tick == Tick::Done;
  return {std::string(is_done ? known.words.ticked : known.words.not_ticked),
          std::move(known.language)};
}

Spoken spoken_code(std::string_view described, std::string_view says, std::string_view language) {
  if (described.find(says) != described.npos)
    return {std::string(described), std::string(language)};
  KnownWords known = known_words(language);
  const content::LanguageWords& words = known.words;
  const std::string code = joined_words(words.qr_code, words.colon, says);
  if (described.empty()) return {code, std::move(known.language)};
  return {std::string(described) + joined_words(words.bracket, code, words.bracket_end),
          std::move(known.language)};
}

}  // namespace handbill::document
