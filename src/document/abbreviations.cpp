// SPDX-License-Identifier: MIT
#include "document/abbreviations.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "base/spaces.h"
#include "base/utf8.h"
#include "text/characters.h"
#include "text/hyphenate.h"
#include "text/scripts.h"

namespace handbill::document {
namespace {

using diag::DiagnosticId;

constexpr std::string_view kHowToWrite = "write it as `AHA = \"alpha hydroxy acid\"`";

bool is_sign_of_word(char32_t c) {
  const bool is_apostrophe = c == '\'' || c == 0x2019;
  return (text::is_in_words(c) && !is_apostrophe) || text::is_decimal_digit(c);
}

bool has_signs(std::string_view words) {
  for (std::size_t at = 0; at < words.size();) {
    if (is_sign_of_word(next_code_point(words, at))) return true;
  }
  return false;
}

enum class Letters { Latin, Ideographs, Others };

Letters letters_of(char32_t c) {
  if (c >= 0x2E80 && c < 0x40000 && !(c >= 0xA000 && c < 0xF900)) return Letters::Ideographs;
  return c < 0x0300 || (c >= 0x1E00 && c < 0x1F00) ? Letters::Latin : Letters::Others;
}

/// Two neighbours are of one word. Ideographs are words by themselves, and a Latin word ends where
/// other letters begin.
bool are_joined(std::optional<char32_t> a, std::optional<char32_t> b) {
  if (!a || !b || !is_sign_of_word(*a) || !is_sign_of_word(*b)) return false;
  const Letters kind = letters_of(*a);
  return kind == letters_of(*b) && kind != Letters::Ideographs;
}

/// Words as somebody types them: one kind of space, none of what nobody sees; and the place of each
/// of their bytes, and of their end, in the text.
struct AsTyped {
  std::string text;
  std::vector<std::size_t> places;

  explicit AsTyped(std::string_view words) {
    for (std::size_t at = 0; at < words.size();) {
      const std::size_t begin = at;
      const char32_t c = next_code_point(words, at);
      if (text::is_left_out_of_text(c)) continue;
      const std::string_view kept = is_space(c) ? " " : words.substr(begin, at - begin);
      text += kept;
      places.resize(text.size(), begin);
    }
    places.push_back(words.size());
  }
};

std::optional<char32_t> first_sign(std::string_view text) {
  std::size_t at = 0;
  return text.empty() ? std::nullopt : std::optional(next_code_point(text, at));
}

std::optional<char32_t> last_sign(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0 && (static_cast<unsigned char>(text[--begin]) & 0xC0U) == 0x80U) {
  }
  return first_sign(text.substr(begin));
}

/// The number that leads to a note.
bool is_reference(const text::Paragraph& paragraph, const text::Run& run) {
  return text::part_of(paragraph, run, text::Part::Kind::Reference) != nullptr;
}

/// The words of a neighbour; none: it is no run, or no part of the sentence.
std::string typed_words(const text::Paragraph& paragraph, std::size_t index) {
  if (index >= paragraph.inlines.size()) return {};
  const auto* run = std::get_if<text::Run>(&paragraph.inlines[index]);
  return run != nullptr && !is_reference(paragraph, *run) ? AsTyped(run->text).text : std::string();
}

std::string_view without_end_spaces(std::string_view words) {
  while (!words.empty() && is_space(words.front())) words.remove_prefix(1);
  while (!words.empty() && is_space(words.back())) words.remove_suffix(1);
  return words;
}

}  // namespace

Abbreviations::Abbreviations(const Context& context) {
  const content::Content& content = context.inputs.content;
  read(std::string(kAbbreviations), context.theme.inputs.language, context);
  const std::string& second = content.second_language();
  if (!second.empty()) read(spec::below_second(kAbbreviations), second, context);
}

void Abbreviations::read(const std::string& path, const std::string& language,
                         const Context& context) {
  const spec::Value* table = context.inputs.content.written(path);
  if (table == nullptr || table->is_lost()) return;
  if (table->as_table() == nullptr) {
    context.error(DiagnosticId::WrongType, table->span,
                  "`abbreviations` is no table: it says what abbreviations stand for",
                  {"begin it with `[abbreviations]`, and " + std::string(kHowToWrite)});
    return;
  }
  OfLanguage& of = languages_.emplace_back();
  of.language = language;
  for (const spec::Entry& each : *table->as_table()) add(each, of, context);
}

void Abbreviations::add(const spec::Entry& entry, OfLanguage& to, const Context& context) {
  if (entry.key.empty() || entry.value.is_lost()) return;
  const std::string quoted = "`" + entry.key + "`";
  const std::string* words = entry.value.as_string();
  if (words == nullptr) {
    context.error(DiagnosticId::WrongType, entry.value.span,
                  "what " + quoted + " stands for is a text", {std::string(kHowToWrite)});
    return;
  }
  if (without_end_spaces(*words).empty()) {
    context.error(DiagnosticId::BadValue, entry.value.span, quoted + " stands for nothing",
                  {std::string(kHowToWrite), "or take it out"});
    return;
  }
  if (!has_signs(entry.key) || without_end_spaces(entry.key) != entry.key) {
    context.error(DiagnosticId::BadValue, entry.key_span,
                  quoted + " is no abbreviation: it has " +
                      (has_signs(entry.key) ? "a space at its end" : "no letter or figure"));
    return;
  }
  if (entry.key.size() > kLongestAbbreviation) {
    context.error(DiagnosticId::TooLarge, entry.key_span,
                  "an abbreviation is " + std::to_string(entry.key.size()) + " bytes long; " +
                      std::to_string(kLongestAbbreviation) + " are the most");
    return;
  }
  std::string key = AsTyped(entry.key).text;
  to.sizes.insert(key.size());
  to.known.emplace(std::move(key), Known{&entry.value, std::string(without_end_spaces(*words))});
}

/// All in one run, in their order.
std::vector<Abbreviations::Found> Abbreviations::find(const text::Paragraph& paragraph,
                                                      std::size_t index) {
  std::vector<Found> all;
  const auto* run = std::get_if<text::Run>(&paragraph.inlines[index]);
  if (run == nullptr) return all;
  const auto of = std::ranges::find(languages_, run->style->language, &OfLanguage::language);
  if (of == languages_.end() || of->known.empty()) return all;
  if (is_reference(paragraph, *run)) return all;
  const AsTyped typed(run->text);
  const std::string_view text = typed.text;
  auto before = index > 0 ? last_sign(typed_words(paragraph, index - 1)) : std::nullopt;
  const auto behind = first_sign(typed_words(paragraph, index + 1));
  for (std::size_t at = 0; at < text.size();) {
    std::size_t next = at;
    const char32_t c = next_code_point(text, next);
    if (!are_joined(before, c)) {
      if (const auto found = longest_at(*of, text, at, behind)) {
        all.push_back({typed.places[at], typed.places[at + found->first], found->second});
        next = at + found->first;
      }
    }
    before = last_sign(text.substr(0, next));
    at = next;
  }
  return all;
}

/// How long it is, and which; `behind`: what follows the text.
std::optional<std::pair<std::size_t, Abbreviations::Known*>> Abbreviations::longest_at(
    OfLanguage& of, std::string_view text, std::size_t at, std::optional<char32_t> behind) {
  for (const std::size_t size : of.sizes) {
    if (at + size > text.size()) continue;
    const std::string_view words = text.substr(at, size);
    const auto found = of.known.find(words);
    if (found == of.known.end()) continue;
    const std::string_view rest = text.substr(at + size);
    if (are_joined(last_sign(words), rest.empty() ? behind : first_sign(rest))) continue;
    return std::pair(size, &found->second);
  }
  return std::nullopt;
}

void Abbreviations::mark(text::Paragraph& paragraph) {
  if (languages_.empty()) return;
  std::vector<std::vector<Found>> found;
  for (std::size_t i = 0; i < paragraph.inlines.size(); ++i) found.push_back(find(paragraph, i));
  if (std::ranges::all_of(found, &std::vector<Found>::empty)) return;
  std::vector<text::Inline> inlines;
  std::vector<std::size_t> places;  // of those there were
  for (std::size_t i = 0; i < found.size(); ++i) {
    places.push_back(inlines.size());
    if (found[i].empty()) {
      inlines.push_back(std::move(paragraph.inlines[i]));
    } else {
      part(std::get<text::Run>(paragraph.inlines[i]), found[i], paragraph, inlines);
    }
  }
  paragraph.inlines = std::move(inlines);
  if (paragraph.flush_end) paragraph.flush_end = places[*paragraph.flush_end];
  for (text::Note& note : paragraph.notes) note.reference = places[note.reference];
}

/// A run as several: abbreviations, and the words between them.
void Abbreviations::part(const text::Run& run, const std::vector<Found>& found,
                         text::Paragraph& paragraph, std::vector<text::Inline>& into) {
  const auto add = [&](std::size_t begin, std::size_t end, std::optional<text::PartId> part) {
    if (begin == end) return;
    text::Run piece{run.text.substr(begin, end - begin), run.style, run.span, part};
    const bool is_as_written = run.span.end - run.span.begin == run.text.size();
    if (run.span.known() && is_as_written) piece.span = run.span.part(begin, end - begin);
    if (!run.origins.empty()) piece.origins = run.origins.slice(begin, end);
    into.push_back(std::move(piece));
  };
  std::size_t done = 0;
  for (const Found& each : found) {
    each.known->is_used = true;
    add(done, each.begin, run.part);
    paragraph.parts.push_back(
        {text::Part::Kind::Abbreviation, each.known->words, run.part, run.span});
    add(each.begin, each.end, text::PartId{static_cast<std::uint32_t>(paragraph.parts.size() - 1)});
    done = each.end;
  }
  add(done, run.text.size(), run.part);
}

void Abbreviations::add_used(content::Printed& printed) const {
  for (const OfLanguage& of : languages_) {
    for (const auto& [key, known] : of.known) {
      if (known.is_used) printed.add(*known.value);
    }
  }
}

}  // namespace handbill::document
