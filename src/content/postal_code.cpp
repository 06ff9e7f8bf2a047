// SPDX-License-Identifier: MIT
#include "content/postal_code.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "content/wording.h"

namespace handbill::content {
namespace {

/// The forms of the codes of some countries: `#` is a digit, `@` a capital letter, `*` either, all
/// else stands for itself. From the address data of libaddressinput (Google, September 2024), less
/// what they know of single letters and districts.
struct PostalForm {
  std::string_view regions;  ///< parted by spaces
  std::string_view forms;    ///< parted by bars, the usual one first
  std::string_view example;
};

constexpr auto kPostalForms = std::to_array<PostalForm>({
    {"FO GN IS LS MG OM PG", "###", "101"},
    {"AF AL AM AT AU AZ BD BE BG CC CH CV CX CY DK ET GE GL GW HM HT HU LI LR LU MD MK MZ NE NF NO "
     "NZ PH PY SI SJ SV TN VE ZA",
     "####", "1010"},
    {"AX BA BL BT CR CU DE DO DZ EE EG EH ES FI FR GF GP GT HN HR ID IQ IT JO KE KR KW LA LK LT MA "
     "MC ME MF MM MN MQ MU MV MX MY NA NC NI NP PE PF PK PM RE SA SD SM SN TH TR TZ UA UY VA WF XK "
     "YT ZM",
     "#####", "10115"},
    {"BY CN CO EC IN KG KZ NG RO RU SG TJ TM UZ", "######", "110001"},
    {"CL", "#######", "8340457"},
    {"AD", "AD###", "AD500"},
    {"AR", "@####@@@|####|@####", "C1070AAM"},
    {"BB", "BB#####", "BB23026"},
    {"BH", "###|####", "317"},
    {"BM", "@@ ##|@@ @@|@@ @#|@@ #@", "HM 12"},
    {"BN", "@@####", "BT2328"},
    {"BR", "#####-###", "40301-110"},
    {"CA", "@#@ #@#", "H3Z 2Y7"},
    {"CZ", "### ##", "100 00"},
    {"FK", "FIQQ 1ZZ", "FIQQ 1ZZ"},
    {"GB", "@@# #@@|@# #@@|@## #@@|@@## #@@|@#@ #@@|@@#@ #@@|BFPO #|BFPO ##|BFPO ###|BFPO ####",
     "EC1Y 8SY"},
    {"GG", "GY# #@@|GY## #@@", "GY1 1AA"},
    {"GI", "GX11 1AA", "GX11 1AA"},
    {"GR", "### ##", "151 24"},
    {"IE", "@#* ****", "A65 F4E2"},
    {"IL", "#######|#####", "9614303"},
    {"IM", "IM# #@@|IM## #@@", "IM2 1AA"},
    {"IR", "#####-#####|##########", "11936-12345"},
    {"JE", "JE# #@@|JE## #@@", "JE1 1AA"},
    {"JP", "###-####", "154-0023"},
    {"KH", "######|#####", "120101"},
    {"KY", "KY#-####", "KY1-1100"},
    {"LB", "#### ####|####", "2038 3054"},
    {"LV", "LV-####", "LV-1073"},
    {"MT", "@@@ ####|@@@ ##", "BZN 1130"},
    {"NL", "#### @@", "1234 AB"},
    {"PL", "##-###", "00-950"},
    {"PT", "####-###", "2725-079"},
    {"RS", "#####|######", "11000"},
    {"SE", "### ##", "114 55"},
    {"SH", "STHL 1ZZ|ASCN 1ZZ|TDCU 1ZZ", "STHL 1ZZ"},
    {"SK", "### ##", "010 01"},
    {"SZ", "@###", "H100"},
    {"TC", "TKCA 1ZZ", "TKCA 1ZZ"},
    {"TW", "###|#####|######", "104"},
    {"VC", "VC####", "VC0100"},
    {"VG", "VG####", "VG1110"},
    {"VN", "#####|######", "70010"},
});

const PostalForm* find_form(std::string_view region) {
  for (const PostalForm& each : kPostalForms) {
    if (each.regions.find(region) != std::string_view::npos) return &each;
  }
  return nullptr;
}

bool fits(char c, char wanted) {
  const bool is_capital = c >= 'A' && c <= 'Z';
  if (wanted == '#') return is_digit(c);
  if (wanted == '@') return is_capital;
  return wanted == '*' ? is_digit(c) || is_capital : c == wanted;
}

bool fits(std::string_view code, std::string_view form) {
  if (code.size() != form.size()) return false;
  for (std::size_t i = 0; i < code.size(); ++i) {
    if (!fits(code[i], form[i])) return false;
  }
  return true;
}

bool is_separator(char c) { return c == ' ' || c == '-'; }

/// The letters and digits of a code as typed, letters in capitals.
std::string letters_and_digits(std::string_view code) {
  std::string result;
  for (const char c : code) {
    if (!is_separator(c)) result += is_letter(c) ? static_cast<char>(c & ~0x20) : c;
  }
  return result;
}

/// "sw1a1aa" with the spaces and hyphens of the form; empty: it does not fit.
std::string written_as(std::string_view form, std::string_view plain) {
  std::string result;
  std::size_t at = 0;
  for (const char wanted : form) {
    const bool is_given = at < plain.size() && fits(plain[at], wanted);
    if (!is_given && !is_separator(wanted)) return {};
    result += is_given ? plain[at++] : wanted;
  }
  return at == plain.size() ? result : std::string();
}

/// Calls `test` with each form until it says yes.
template <class Test>
bool any_form(std::string_view forms, Test test) {
  while (!forms.empty()) {
    const std::size_t bar = std::min(forms.find('|'), forms.size());
    if (test(forms.substr(0, bar))) return true;
    forms.remove_prefix(std::min(bar + 1, forms.size()));
  }
  return false;
}

}  // namespace

std::optional<PostalFault> find_postal_fault(std::string_view code, std::string_view region) {
  const PostalForm* known = find_form(region);
  if (known == nullptr) return std::nullopt;
  if (any_form(known->forms, [&](std::string_view form) { return fits(code, form); })) {
    return std::nullopt;
  }
  PostalFault fault{quoted(code) + " is not a postal code of " + std::string(region), {}};
  const std::string plain = letters_and_digits(code);
  std::string meant;
  any_form(known->forms, [&](std::string_view form) {
    meant = written_as(form, plain);
    return !meant.empty();
  });
  fault.hints = {meant.empty() ? "there they are written like `" + std::string(known->example) + "`"
                               : "did you mean `" + meant + "`?"};
  return fault;
}

}  // namespace handbill::content
