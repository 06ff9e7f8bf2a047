// SPDX-License-Identifier: MIT
#include "content/blank.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/nearest.h"
#include "content/web_address.h"
#include "content/wording.h"
#include "spec/parse_layout.h"

namespace handbill::content {
namespace {

using diag::DiagnosticId;
using spec::Value;

constexpr Length kDefaultWidth = Length::inch(2);

std::optional<Length> read_width(const Value& width) {
  const std::string* text = width.as_string();
  if (text == nullptr) return std::nullopt;
  const auto length = spec::parse_length(*text);
  return length && *length > Length() ? length : std::nullopt;
}

/// "301 654 2000", "+44 20 7946 0958 ext. 12".
bool looks_like_phone(std::string_view words) {
  const auto digits = std::ranges::count_if(words, is_digit);
  constexpr std::string_view kAround = " ()+-./,#*";
  // "call 301 654 2000"
  if (const std::size_t first = words.find_first_of("0123456789(+"); first != words.npos) {
    constexpr std::array<std::string_view, 6> kLeads = {"call", "phone", "tel",
                                                        "tel.", "text",  "fax"};
    std::string lead = to_lower(words.substr(0, first));
    while (lead.ends_with(' ') || lead.ends_with(':')) lead.pop_back();
    if (std::ranges::find(kLeads, lead) != kLeads.end()) words.remove_prefix(first);
  }
  const std::size_t letter = words.find_first_not_of("0123456789 ()+-./,#*\u00A0\u2013");
  const std::string_view rest = letter == words.npos ? "" : words.substr(letter);
  const bool has_extension =
      rest.empty() || to_lower(rest.substr(0, 1)) == "x" || to_lower(rest.substr(0, 3)) == "ext";
  return digits >= 7 && has_extension &&
         (is_digit(words.front()) || kAround.find(words.front()) != kAround.npos);
}

bool looks_like_mail(std::string_view words) {
  const std::size_t at = words.find('@');
  return at != words.npos && at > 0 && words.find('.', at) != words.npos &&
         words.find(' ') == words.npos;
}

/// Words about a name begin small, or say "name"; a name has a capital for each of its long words.
bool looks_like_name(std::string_view words) {
  if (to_lower(words).find("name") != std::string::npos) return false;
  std::size_t capitals = 0;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    const std::string_view word = words.substr(at, end - at);
    const bool is_capital = !word.empty() && word.front() >= 'A' && word.front() <= 'Z';
    if (!is_capital && word.size() > 3) return false;
    if (is_capital) ++capitals;
    at = end + 1;
  }
  return capitals >= 2;
}

/// "5454 Wisconsin Ave", "Ste 1400", "20815". `known` is what the fact table calls the fact.
bool looks_like_address(std::string_view words, std::string_view known) {
  if (!known.starts_with("clinic.address.")) return false;
  if (is_digit(words.front())) return true;
  return has_digit(words) && std::ranges::count(words, ' ') <= 1;
}

bool holds_fact(std::string_view words, std::string_view path, const FactTypes& types) {
  if (words.empty()) return false;
  const std::string known = types.in_table(path);
  return looks_like_phone(words) || looks_like_mail(words) || looks_like_web_address(words) ||
         looks_like_address(words, known) || (known == "clinic.name" && looks_like_name(words));
}

}  // namespace

bool is_blank(const Value& value) { return value.find("blank") != nullptr; }

const spec::Entry* misspelt_blank(const Value& value) {
  const Value::Table* table = value.as_table();
  if (table == nullptr || is_blank(value)) return nullptr;
  const std::vector<std::string> blank = {"blank"};
  const spec::Entry* found = nullptr;
  for (const spec::Entry& entry : *table) {
    if (entry.key == "width") continue;
    if (found != nullptr || entry.value.as_string() == nullptr) return nullptr;
    const bool is_near = nearest(to_lower(entry.key), blank) || entry.key == "empty";
    if (!is_near) return nullptr;
    found = &entry;
  }
  return found;
}

void report_misspelt_blank(const spec::Entry& misspelt, const std::string& path,
                           diag::Diagnostics& diags) {
  diags.add({.id = DiagnosticId::WrongType,
             .message = quoted(path) + " is neither a text nor a blank",
             .span = misspelt.key_span,
             .hints = {"did you mean `blank`?"},
             .fix = diag::Fix{misspelt.key_span, "blank"}});
}

Length blank_width(const Value& blank) {
  const Value* width = blank.find("width");
  return width == nullptr ? kDefaultWidth : read_width(*width).value_or(kDefaultWidth);
}

void check_blank(const Value& blank, const std::string& path, const FactTypes& types,
                 diag::Diagnostics& diags) {
  const std::vector<std::string> keys = {"blank", "width"};
  for (const spec::Entry& entry : *blank.as_table()) {
    if (std::ranges::find(keys, entry.key) != keys.end()) continue;
    diags.error(DiagnosticId::UnknownKey, entry.key_span,
                "unknown key " + quoted(entry.key) + " in a blank", did_you_mean(entry.key, keys));
  }
  const Value* what = blank.find("blank");
  if (what->as_string() == nullptr) {
    diags.error(DiagnosticId::WrongType, what->span,
                "`blank` says in words what is to be filled in",
                {"write `blank = \"the clinic’s phone number\"`"});
    return;
  }
  if (const Value* width = blank.find("width"); width != nullptr && !read_width(*width)) {
    diags.error(DiagnosticId::BadLength, width->span, "`width` of a blank is not a width",
                {"write `width = \"2 in\"`"});
  }
  if (!holds_fact(*what->as_string(), path, types)) return;
  const std::string key = path.substr(path.rfind('.') + 1);
  // An address without it would be refused in its turn.
  const bool lacks_scheme = looks_like_web_address(*what->as_string()) &&
                            what->as_string()->find("://") == std::string::npos;
  const std::string fact = (lacks_scheme ? "https://" : "") + *what->as_string();
  diags.error(DiagnosticId::BadValue, what->part(0, what->as_string()->size()),
              quoted(*what->as_string()) +
                  " stands in a blank, which prints a line to write on and not these words",
              {"did you mean `" + key + " = \"" + fact + "\"`, without the braces?"});
}

void report_blank(const Value& blank, const std::string& path, const FactTypes& types,
                  diag::Diagnostics& diags) {
  const Value* what = blank.find("blank");
  const std::string* words = what ? what->as_string() : nullptr;
  if (words == nullptr || holds_fact(*words, path, types)) return;
  diags.warning(DiagnosticId::BlankFact, blank.span, quoted(path) + " is still blank: " + *words,
                {"write the fact in place of the blank, or leave it to be filled in by hand"});
}

}  // namespace handbill::content
