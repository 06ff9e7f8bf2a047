// SPDX-License-Identifier: MIT
#include "content/check_address.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/spaces.h"
#include "content/absent.h"
#include "content/letters_in_numbers.h"
#include "content/locale_text.h"
#include "content/postal_code.h"
#include "content/us_state.h"
#include "content/wording.h"

namespace handbill::content {
namespace {

using diag::DiagnosticId;
using diag::Diagnostics;
using spec::Value;

bool all_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Five digits, or five and four.
bool is_zip(std::string_view text) {
  if (text.size() == 5) return all_digits(text);
  return text.size() == 10 && text[5] == '-' && all_digits(text.substr(0, 5)) &&
         all_digits(text.substr(6));
}

PostalFault zip_fault(const std::string& text) {
  if (!all_digits(text)) {
    return {quoted(text) + " is not a ZIP code",
            {"write five digits, or ZIP+4 such as `20815-6901`"}};
  }
  PostalFault fault{quoted(text) + " has " + std::to_string(text.size()) +
                        (text.size() == 1 ? " digit" : " digits") +
                        "; a ZIP code has five, or five and four",
                    {}};
  if (text.size() == 4) fault.hints = {"a digit is missing; look the address up"};
  if (text.size() == 9) {
    fault.hints = {"did you mean `" + text.substr(0, 5) + "-" + text.substr(5) + "`?"};
  }
  return fault;
}

/// Nothing: not written, still blank, or none.
std::optional<std::string> part_of_address(const Value* value) {
  const std::string* text = value ? value->as_string() : nullptr;
  if (text == nullptr || says_none(*value)) return std::nullopt;
  std::string part = one_line(*text);
  return part.empty() ? std::nullopt : std::optional(std::move(part));
}

/// Without its quotes.
diag::Span inside_of(const Value& text) { return text.part(0, text.as_string()->size()); }

/// Null: not written, or no state (reported).
const UsState* read_state(const Value* value, Diagnostics& diags) {
  const auto text = part_of_address(value);
  if (!text) return nullptr;
  const UsState* state = find_us_state(*text);
  if (state == nullptr) {
    diags.error(DiagnosticId::BadValue, inside_of(*value),
                quoted(*text) + " is not a state of the US",
                {"write its two letters, such as `MD`"});
  } else if (*text != state->code) {
    diags.error(DiagnosticId::BadValue, inside_of(*value),
                "the state is written " + quoted(*text) + ", not by its two capital letters",
                {"did you mean `" + std::string(state->code) + "`?"});
  }
  return state;
}

/// Near a border a ZIP code may serve places in both states; elsewhere one of the two is wrong.
void check_zip_against_state(const Value& zip, const UsState* state, Diagnostics& diags) {
  const std::string text = one_line(*zip.as_string());
  const UsState* owner = us_state_of_zip(text);
  diag::Diagnostic problem{.id = DiagnosticId::BadZip,
                           .message = {},
                           .span = inside_of(zip),
                           .hints = {"look the address up: the ZIP code or the state is wrong"}};
  if (owner == nullptr) {
    problem.message = "no ZIP code begins with " + quoted(text.substr(0, 3));
  } else if (state != nullptr && owner != state) {
    problem.message = "the ZIP code " + quoted(text) + " is in " + std::string(owner->name) +
                      ", the address in " + std::string(state->name);
    if (have_a_border(*owner, *state)) problem.severity = diag::Severity::Warning;
  } else {
    return;
  }
  diags.add(std::move(problem));
}

/// `part` stands at the end of `text`, and more before it: it would be printed twice. Behind no
/// comma it may be the name of a street ("Avenue B", suite B), unless it is a long number, or a
/// word and a number.
bool ends_in(const std::string& text, const std::string& part) {
  const std::string whole = to_lower(text), last = to_lower(part);
  if (!whole.ends_with(last) || whole.size() == last.size()) return false;
  const std::string before =
      one_line(std::string_view(whole).substr(0, whole.size() - last.size()));
  if (before.empty()) return false;
  const bool is_apart = is_space(whole[whole.size() - last.size() - 1]);
  constexpr std::size_t kLongNumber = 5;
  const bool is_long = last.find(' ') != last.npos || last.size() >= kLongNumber;
  const bool is_clear = is_long && has_digit(last);
  return before.ends_with(',') || (is_apart && is_clear);
}

void check_twice(const Value& address, const std::string& within,
                 std::initializer_list<std::string> parts, Diagnostics& diags) {
  const Value* whole = address.find(within);
  const auto text = part_of_address(whole);
  if (!text) return;
  for (const std::string& part : parts) {
    const Value* other = address.find(part);
    const auto words = part_of_address(other);
    if (!words) continue;
    const bool is_in_city = within == "city" && text->ends_with(" " + *words);
    if (!is_in_city && !ends_in(*text, *words)) continue;
    diags.add({.id = DiagnosticId::BadValue,
               .message = quoted(*words) + " would be printed twice: it stands in " +
                          quoted(within) + " too",
               .span = inside_of(*whole),
               .labels = {{other->span, "here is its place"}},
               .hints = {"take it out of " + quoted(within)}});
    return;
  }
}

}  // namespace

void check_parts(const Value& address, Diagnostics& diags) {
  check_twice(address, "street", {"zip", "state", "city", "suite"}, diags);
  check_twice(address, "city", {"zip", "state"}, diags);
}

std::string_view read_region(const Value& country, Diagnostics& diags) {
  const std::string& code = *country.as_string();
  if (code == "UK") return "GB";
  if (is_region(code)) return code;
  std::vector<std::string> hints = {"write its two letters, such as `US`"};
  if (code == "USA" || to_lower(code) == "united states") hints = {"did you mean `US`?"};
  const bool is_lower = code.size() == 2 && is_letter(code[0]) && is_letter(code[1]);
  if (is_lower) {
    const std::string upper = {static_cast<char>(code[0] & ~0x20),
                               static_cast<char>(code[1] & ~0x20)};
    if (upper == "UK" || is_region(upper)) hints = {"did you mean `" + upper + "`?"};
  }
  diags.error(DiagnosticId::BadValue, country.span, quoted(code) + " is not a country", hints);
  return {};
}

void check_postal_code(const Value& address, std::string_view region, Diagnostics& diags) {
  const UsState* state = region == "US" ? read_state(address.find("state"), diags) : nullptr;
  const Value* zip = address.find("zip");
  const auto code = part_of_address(zip);
  if (!code) return;
  std::optional<PostalFault> fault;
  if (region != "US") {
    fault = find_postal_fault(*code, region);
  } else if (is_zip(*code)) {
    return check_zip_against_state(*zip, state, diags);
  } else {
    if (report_letters(*zip, DiagnosticId::BadZip, diags)) return;
    fault = zip_fault(*code);
  }
  if (!fault) return;
  diags.error(DiagnosticId::BadZip, inside_of(*zip), fault->message, fault->hints);
}

}  // namespace handbill::content
