// SPDX-License-Identifier: MIT
#include "content/placeholder.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/ascii.h"
#include "base/spaces.h"

namespace handbill::content {
namespace {

/// By first letter, so that few are tried at each word of a text.
template <std::size_t size>
constexpr std::array<std::string_view, size> sorted(std::array<std::string_view, size> words) {
  std::ranges::sort(words);
  return words;
}

/// Whole words, in lower case; a space stands for any white space.
constexpr auto kWords = sorted(std::to_array<std::string_view>({
    "coming soon",
    "lorem ipsum",
    "dolor sit amet",
    "insert text",
    "insert name",
    "insert here",
    "insert phone",
    "insert address",
    "your text here",
    "your name here",
    "your clinic name",
    "your logo here",
    "placeholder",
    "sample text",
    "dummy text",
    "text goes here",
    "john doe",
    "jane doe",
    "yourdomain",
    "yourwebsite",
    "yoursite",
    "yourclinic",
    "example.com",
    "example.org",
    "example.net",
    "(123) 456-7890",
    "123-456-7890",
    "123.456.7890",
    "123 456 7890",
    "1234567890",
    "(000) 000-0000",
    "000-000-0000",
    "000 000 0000",
    "0000000000",
    "(555) 555-5555",
    "555-555-5555",
    "5555555555",
    // What word processors and slides leave behind.
    "click here to enter text",
    "click or tap here to enter text",
    "click to add text",
    "click to add title",
    "click to enter text",
    "choose an item",
    "enter text here",
    "type text here",
    "type your text",
    "haga clic aquí para escribir texto",
    "haga clic o pulse aquí para escribir texto",
    "error! bookmark",
    "error! reference source not found",
    "error! hyperlink reference not valid",
    "¡error! marcador no definido",
    "¡error! no se encuentra el origen de la referencia",
    "单击或点击此处输入文字。",
    "单击此处输入文字。",
    "错误!未定义书签。",
    "错误!未找到引用源。",
    "错误！未定义书签。",
    "错误！未找到引用源。",
    "#ref!",
    "???",
    "#name?",
    "#value!",
}));

/// Of a whole text, of what stands behind a colon, or of a line: in a sentence they may be meant.
constexpr auto kEndings = sorted(std::to_array<std::string_view>({
    "clinic name",
    "clinic's name",
    "clinic’s name",
    "name of the clinic",
    "name of your clinic",
    "nombre de la clínica",
    "nombre de su clínica",
    "por confirmar",
    "por definir",
    "próximamente",
    "su clínica",
    "the clinic's name",
    "the clinic’s name",
    "to be announced",
    "to be confirmed",
    "to be determined",
    "your clinic",
    "your clinic's name",
    "your clinic’s name",
    "your practice name",
    "your text",
    "your title",
    "诊所名称",
    "您的诊所",
    "اسم العيادة",
    "عيادتك",
}));

/// The whole of a fact of the clinic, as forms and templates name it; as a text, the label of one.
constexpr auto kNamesOfFacts = sorted(std::to_array<std::string_view>({
    "address",        "business name",      "city",          "clinic",
    "clinic address", "clinic phone",       "company name",  "email",
    "email address",  "my clinic",          "name",          "office name",
    "phone",          "phone number",       "practice name", "street",
    "street address", "the clinic",         "web address",   "website",
    "your address",   "your business name", "your city",     "your company",
    "your name",      "your office",        "your phone",    "your phone number",
    "your practice",  "your website",       "dirección",     "nombre",
}));

/// In capitals only: "todo" is a plain word of Spanish.
constexpr auto kCapitals = std::to_array<std::string_view>({"FIXME", "TBA", "TBC", "TBD", "TODO"});

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

/// Letters, digits and the bytes of letters beyond ASCII.
bool is_word(char c) {
  return (lower(c) >= 'a' && lower(c) <= 'z') || is_digit(c) ||
         (static_cast<unsigned char>(c) & 0x80);
}

bool starts_word(std::string_view text, std::size_t at) {
  return at == 0 || !is_word(text[at]) || !is_word(text[at - 1]);
}

bool ends_word(std::string_view text, std::size_t end) {
  return end == text.size() || !is_word(text[end - 1]) || !is_word(text[end]);
}

/// Where `word` ends in the text when it starts at `at`.
std::optional<std::size_t> match(std::string_view text, std::size_t at, std::string_view word) {
  for (const char wanted : word) {
    if (at == text.size()) return std::nullopt;
    if (wanted == ' ' ? !is_space(text[at]) : lower(text[at]) != wanted) return std::nullopt;
    ++at;
  }
  return at;
}

std::optional<std::size_t> match_words(std::string_view text, std::size_t at) {
  std::optional<std::size_t> longest;
  // Words are sorted by bytes, which count from 0 to 255.
  const auto first_letter = [](std::string_view word) {
    return static_cast<unsigned char>(word.front());
  };
  const auto first = static_cast<unsigned char>(lower(text[at]));
  auto word = std::ranges::lower_bound(kWords, first, {}, first_letter);
  for (; word != kWords.end() && first_letter(*word) == first; ++word) {
    const auto end = match(text, at, *word);
    if (end && ends_word(text, *end) && (!longest || *end > *longest)) longest = end;
  }
  if (text[at] != 'T' && text[at] != 'F') return longest;
  for (const std::string_view word : kCapitals) {
    const std::size_t end = at + word.size();
    if (text.substr(at, word.size()) == word && ends_word(text, end)) return end;
  }
  return longest;
}

/// What is counted: "siglo XX" counts nothing.
constexpr auto kCounted =
    std::to_array<std::string_view>({" minutes", " hours", " days", " weeks", " months", " minutos",
                                     " horas", " días", " semanas", " meses"});

/// "xxx", "XXXX": three or more, and nothing but x; "XX hours".
std::optional<std::size_t> match_crosses(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && lower(text[end]) == 'x') ++end;
  for (const std::string_view counted : kCounted) {
    const auto past = end - at == 2 ? match(text, end, counted) : std::nullopt;
    if (past && ends_word(text, *past)) return end;
  }
  if (end - at < 3 || !ends_word(text, end)) return std::nullopt;
  return end;
}

/// "____", ".....": a row to write on. Three dots are an ellipsis, four end a sentence with one;
/// three underscores beside a word are Markdown.
std::optional<std::size_t> match_row(std::string_view text, std::size_t at) {
  const std::size_t end = std::min(text.find_first_not_of(text[at], at), text.size());
  if (text[at] == '.') return end - at >= 5 ? std::optional(end) : std::nullopt;
  const bool is_beside_word =
      (at > 0 && is_word(text[at - 1])) || (end < text.size() && is_word(text[end]));
  return end - at >= (is_beside_word ? 4U : 3U) ? std::optional(end) : std::nullopt;
}

/// "- [x] done": a box that is ticked, behind the sign of its item.
bool is_ticked_box(std::string_view text, std::size_t at) {
  if (lower(text[at + 1]) != 'x' || text.substr(at + 2, 2) != "] ") return false;
  const std::size_t line = text.substr(0, at).find_last_of('\n') + 1;
  std::string_view sign = text.substr(line, at - line);
  sign.remove_prefix(std::min(sign.find_first_not_of(" \t"), sign.size()));
  while (sign.ends_with(' ')) sign.remove_suffix(1);
  const bool counts = sign.size() > 1 && (sign.back() == '.' || sign.back() == ')') &&
                      std::ranges::all_of(sign.substr(0, sign.size() - 1), is_digit);
  return sign == "-" || sign == "*" || sign == "+" || counts;
}

/// "[clinic name]"; not a link of Markdown, "[words](address)".
std::optional<std::size_t> match_bracket(std::string_view text, std::size_t at) {
  if (text.size() > at + 3 && is_ticked_box(text, at)) return std::nullopt;
  constexpr std::size_t kLongest = 60;
  if (at + 1 >= text.size() || !is_word(text[at + 1]) || is_digit(text[at + 1])) {
    return std::nullopt;
  }
  const std::size_t end = text.substr(0, at + kLongest).find_first_of("[]\n", at + 1);
  if (end == std::string_view::npos || text[end] != ']') return std::nullopt;
  if (end + 1 < text.size() &&
      std::string_view("([:").find(text[end + 1]) != std::string_view::npos) {
    return std::nullopt;
  }
  return end + 1;
}

/// "555-01xx": never given to anyone in North America.
std::optional<std::size_t> match_example_number(std::string_view text, std::size_t at) {
  if (at + 8 > text.size() || text.substr(at, 3) != "555") return std::nullopt;
  const char gap = text[at + 3];
  if (gap != '-' && gap != '.' && gap != ' ') return std::nullopt;
  if (text.substr(at + 4, 2) != "01" || !is_digit(text[at + 6]) || !is_digit(text[at + 7])) {
    return std::nullopt;
  }
  return ends_word(text, at + 8) ? std::optional(at + 8) : std::nullopt;
}

/// The first bytes of all that is looked for: most bytes of a text start nothing.
constexpr auto kStarts = [] {
  std::array<bool, 256> starts{};
  for (const std::string_view word : kWords)
    starts[static_cast<unsigned char>(word.front())] = true;
  for (const unsigned char c : {'t', 'f', 'x', '[', '5', '_', '.'}) starts[c] = true;
  return starts;
}();

std::optional<Placeholder> placeholder_at(std::string_view text, std::size_t at) {
  using Kind = Placeholder::Kind;
  const char first = lower(text[at]);
  if (!kStarts[static_cast<unsigned char>(first)] || !starts_word(text, at)) return std::nullopt;
  if (first == '_' || first == '.') {
    if (const auto end = match_row(text, at)) return Placeholder{Kind::Row, at, *end};
    return std::nullopt;
  }
  if (first == '[') {
    if (const auto end = match_bracket(text, at)) return Placeholder{Kind::Unfinished, at, *end};
    return std::nullopt;
  }
  if (first == 'x') {
    if (const auto end = match_crosses(text, at)) return Placeholder{Kind::Unfinished, at, *end};
    return std::nullopt;
  }
  if (const auto end = match_words(text, at)) return Placeholder{Kind::Unfinished, at, *end};
  if (first == '5') {
    if (const auto end = match_example_number(text, at)) {
      return Placeholder{Kind::Example, at, *end};
    }
  }
  return std::nullopt;
}

constexpr std::string_view kAround = " \t\r.:!*_()-";

/// The part of a line or text that is one of the words, less what stands around it.
template <std::size_t size>
std::optional<Placeholder> match_whole(std::string_view text, std::size_t from, std::size_t to,
                                       const std::array<std::string_view, size>& words) {
  constexpr std::size_t kLongest = 40;
  const std::string_view part = text.substr(from, to - from);
  const std::size_t begin = part.find_first_not_of(kAround);
  if (begin == std::string_view::npos) return std::nullopt;
  const std::size_t end = part.find_last_not_of(kAround) + 1;
  if (end - begin > kLongest) return std::nullopt;
  const std::string as_listed = to_lower(part.substr(begin, end - begin));
  if (!std::ranges::binary_search(words, std::string_view(as_listed))) return std::nullopt;
  return Placeholder{Placeholder::Kind::Unfinished, from + begin, from + end};
}

/// In each line: all of it, or what stands behind its last colon.
void find_endings(std::string_view text, std::vector<Placeholder>& found) {
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    auto placeholder = match_whole(text, begin, end, kEndings);
    const std::size_t colon = text.substr(begin, end - begin).rfind(": ");
    if (!placeholder && colon != std::string_view::npos) {
      placeholder = match_whole(text, begin + colon + 1, end, kEndings);
    }
    if (placeholder) found.push_back(*placeholder);
    begin = end + 1;
  }
}

}  // namespace

std::vector<Placeholder> find_placeholders(std::string_view text, TextIs is) {
  std::vector<Placeholder> found;
  if (is == TextIs::ClinicFact) {
    if (const auto whole = match_whole(text, 0, text.size(), kNamesOfFacts)) return {*whole};
  }
  find_endings(text, found);
  const auto is_known = [&](std::size_t at) {
    return std::ranges::any_of(
        found, [&](const Placeholder& each) { return each.begin <= at && at < each.end; });
  };
  for (std::size_t at = 0; at < text.size();) {
    const auto placeholder = is_known(at) ? std::nullopt : placeholder_at(text, at);
    if (placeholder) found.push_back(*placeholder);
    at = placeholder ? placeholder->end : at + 1;
  }
  std::ranges::sort(found, {}, &Placeholder::begin);
  return found;
}

}  // namespace handbill::content
