// SPDX-License-Identifier: MIT
#include "spec/parse_when.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <utility>

#include "base/ascii.h"
#include "spec/bind.h"
#include "spec/words.h"

namespace handbill::spec {
namespace {

using Compare = WhenSpec::Compare;
using WhenKind = WhenSpec::Kind;

constexpr auto kSigns = std::to_array<std::pair<std::string_view, Compare>>({
    {">", Compare::More},
    {">=", Compare::AtLeast},
    {"=", Compare::Exactly},
    {"<=", Compare::AtMost},
    {"<", Compare::Fewer},
});

/// Words between spaces; a sign is a word of its own.
std::vector<std::string> words_in(std::string_view text) {
  std::vector<std::string> words;
  const auto kind_of = [](char c) {
    return c == ' ' ? 0 : c == '<' || c == '>' || c == '=' ? 1 : 2;
  };
  int before = 0;
  for (const char c : text) {
    const int kind = kind_of(c);
    if (kind != 0 && kind != before) words.emplace_back();
    if (kind != 0) words.back() += c;
    before = kind;
  }
  return words;
}

bool is_path(std::string_view word) {
  return !word.empty() && !word.starts_with('.') && !word.ends_with('.') &&
         std::ranges::all_of(word, [](char c) {
           return is_letter(c) || is_digit(c) || c == '.' || c == '_' || c == '-';
         });
}

std::optional<WhenSpec> count_of(const std::vector<std::string>& words) {
  const auto sign =
      std::ranges::find(kSigns, words[1], [](const auto& each) { return each.first; });
  std::int64_t number = 0;
  const std::string& digits = words[2];
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (sign == kSigns.end() || error != std::errc() || end != digits.data() + digits.size() ||
      number < 0 || !is_path(words[0])) {
    return std::nullopt;
  }
  return WhenSpec{
      .kind = WhenKind::Count, .name = words[0], .compare = sign->second, .number = number};
}

constexpr auto kPageWords = std::to_array<std::pair<std::string_view, WhenKind>>({
    {"recto", WhenKind::Recto},
    {"verso", WhenKind::Verso},
    {"first page", WhenKind::FirstPage},
    {"last page", WhenKind::LastPage},
});

std::optional<WhenSpec> page_condition(const std::vector<std::string>& words) {
  const std::string text = words.size() == 2 ? words[0] + " " + words[1] : words[0];
  const auto found =
      std::ranges::find(kPageWords, text, [](const auto& each) { return each.first; });
  if (words.size() > 2 || found == kPageWords.end()) return std::nullopt;
  return WhenSpec{.kind = found->second};
}

/// Without a "no" before it.
std::optional<WhenSpec> condition_of(const std::vector<std::string>& words) {
  if (words.size() == 3) return count_of(words);
  if (auto of_page = page_condition(words)) return of_page;
  if (words.size() == 1 && words[0] == "overset") return WhenSpec{.kind = WhenKind::Overset};
  if (words.size() == 1 && is_path(words[0])) return WhenSpec{.name = words[0]};
  if (words.size() != 2) return std::nullopt;
  if (words[0] == "overset") return WhenSpec{.kind = WhenKind::Overset, .name = words[1]};
  if (words[0] == "variant") return WhenSpec{.kind = WhenKind::Variant, .name = words[1]};
  if (words[0] == "blank" && is_path(words[1])) {
    return WhenSpec{.kind = WhenKind::Blank, .name = words[1]};
  }
  return std::nullopt;
}

bool is_of_page(WhenKind kind) {
  return std::ranges::find(kPageWords, kind, [](const auto& each) { return each.second; }) !=
         kPageWords.end();
}

bool is_in_place(const WhenSpec& when, const Request& request) {
  const bool is_of_side = when.kind == WhenKind::Recto || when.kind == WhenKind::Verso;
  const bool has_page =
      request.type == kFrameCondition || (request.type == kSideCondition && is_of_side);
  if (is_of_page(when.kind) && !has_page) {
    request.diags.error(diag::DiagnosticId::BadValue, when.span,
                        "nobody knows here which page this is about",
                        {request.type == kSideCondition
                             ? "frames ask for the first and the last page of their side; a side "
                               "asks for `recto` and `verso`"
                             : "frames ask for pages, and sides for `recto` and `verso`"});
    return false;
  }
  const bool of_variant = request.type == kVariantCondition;
  if (when.kind == WhenKind::Overset && (!of_variant || when.is_negated)) {
    request.diags.error(diag::DiagnosticId::BadValue, when.span,
                        "`overset` chooses a variant: it has no `no`, and what is there in a "
                        "variant alone names it",
                        {"write `[[variant]]` with `name` and `when`, and here `when = \"variant "
                         "NAME\"`"});
    return false;
  }
  if (when.kind == WhenKind::Variant && of_variant) {
    request.diags.error(diag::DiagnosticId::BadValue, when.span,
                        "a variant does not follow another",
                        {"give it the conditions of the other"});
    return false;
  }
  return true;
}

bool read_one(const Value& value, const Request& request, std::vector<WhenSpec>& into) {
  const std::string* text = value.as_string();
  if (text == nullptr) {
    request.wrong_type(value);
    return false;
  }
  std::vector<std::string> words = words_in(*text);
  if (words.empty()) {
    request.bad_value(value.span, "");
    return false;
  }
  const bool is_negated = words.size() > 1 && words.front() == "no";
  if (is_negated) words.erase(words.begin());
  auto when = condition_of(words);
  if (!when) {
    request.diags.error(
        diag::DiagnosticId::BadValue, value.span, quoted(*text) + " is no condition",
        {"a condition is a fact that is there, `hours.special`, or is not, `no hours.special`, or "
         "is still `blank clinic.phone`; the rows of a list, `hours.week > 4`; `variant NAME`; of "
         "a "
         "frame also `recto`, `verso`, `first page`, `last page`"});
    return false;
  }
  when->is_negated = is_negated;
  when->span = value.span;
  if (!is_in_place(*when, request)) return false;
  into.push_back(std::move(*when));
  return true;
}

}  // namespace

bool read(const Value& value, const Request& request, std::vector<WhenSpec>& into) {
  const Value::Array* list = value.as_array();
  if (list == nullptr) return read_one(value, request, into);
  bool ok = true;
  for (const Value& each : *list) {
    if (request.given_up()) return false;
    ok = read_one(each, request, into) && ok;
  }
  return ok;
}

void dump(const WhenSpec& value, std::string_view name, Lines& lines) {
  std::string text = value.is_negated ? "no " : "";
  if (value.kind == WhenKind::Blank) text += "blank ";
  if (value.kind == WhenKind::Overset) text += value.name.empty() ? "overset" : "overset ";
  if (value.kind == WhenKind::Variant) text += "variant ";
  const auto of_page =
      std::ranges::find(kPageWords, value.kind, [](const auto& each) { return each.second; });
  if (of_page != kPageWords.end()) text += of_page->first;
  text += value.name;
  if (value.kind == WhenKind::Count) {
    const auto sign =
        std::ranges::find(kSigns, value.compare, [](const auto& each) { return each.second; });
    text += " " + std::string(sign->first) + " " + std::to_string(value.number);
  }
  lines.line(name, text, value.span);
}

}  // namespace handbill::spec
