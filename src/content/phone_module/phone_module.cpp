// SPDX-License-Identifier: MIT
#include "content/phone_module/phone_module.h"

#include <dlfcn.h>
#include <phonenumbers/phonenumberutil.h>

#include <cstring>
#include <string>

namespace {

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

/// No number is that long; the library's own limit is 250.
constexpr std::size_t kLongest = 250;

bool copy(const std::string& from, char (&to)[64]) {
  if (from.size() >= sizeof to) return false;
  std::memcpy(to, from.c_str(), from.size() + 1);
  return true;
}

int read(const std::string& text, const char* region, HandbillPhone& phone) {
  const PhoneNumberUtil& numbers = *PhoneNumberUtil::GetInstance();
  PhoneNumber number;
  switch (numbers.Parse(text, region, &number)) {
    case PhoneNumberUtil::NO_PARSING_ERROR:
      break;
    case PhoneNumberUtil::TOO_SHORT_NSN:
    case PhoneNumberUtil::TOO_SHORT_AFTER_IDD:
      return HANDBILL_PHONE_TOO_SHORT;
    case PhoneNumberUtil::TOO_LONG_NSN:
      return HANDBILL_PHONE_TOO_LONG;
    default:
      return HANDBILL_PHONE_NOT_A_NUMBER;
  }
  const auto possible = numbers.IsPossibleNumberWithReason(number);
  // Without its area code a number works next door only.
  if (possible == PhoneNumberUtil::TOO_SHORT ||
      possible == PhoneNumberUtil::IS_POSSIBLE_LOCAL_ONLY) {
    return HANDBILL_PHONE_TOO_SHORT;
  }
  if (possible == PhoneNumberUtil::TOO_LONG) return HANDBILL_PHONE_TOO_LONG;
  if (!numbers.IsValidNumber(number)) return HANDBILL_PHONE_NOT_IN_USE;
  const bool is_at_home = number.country_code() == numbers.GetCountryCodeForRegion(region);
  const auto home = is_at_home ? PhoneNumberUtil::NATIONAL : PhoneNumberUtil::INTERNATIONAL;
  PhoneNumber switchboard = number;
  switchboard.clear_extension();
  std::string national, international, without, uri;
  numbers.Format(number, home, &national);
  numbers.Format(switchboard, home, &without);
  numbers.Format(number, PhoneNumberUtil::INTERNATIONAL, &international);
  const std::string extension =
      national.compare(0, without.size(), without) == 0 ? national.substr(without.size()) : "";
  // E.164 rather than the RFC 3966 form with hyphens: shorter in a QR code, dialled by all.
  std::string digits;
  numbers.Format(number, PhoneNumberUtil::E164, &digits);
  uri = "tel:" + digits;
  if (number.has_extension()) uri += ";ext=" + number.extension();
  const bool fits = copy(national, phone.national) && copy(international, phone.international) &&
                    copy(extension, phone.extension) && copy(uri, phone.uri);
  return fits ? HANDBILL_PHONE_OK : HANDBILL_PHONE_TOO_LONG;
}

}  // namespace

extern "C" {
__attribute__((visibility("default"))) extern const char handbill_module_version[];
const char handbill_module_version[] = HANDBILL_VERSION;
}

extern "C" int handbill_read_phone(const char* text, std::size_t size, const char* region,
                                   HandbillPhone* phone) {
  if (size > kLongest) return HANDBILL_PHONE_TOO_LONG;
  return read(std::string(text, size), region, *phone);
}

extern "C" const char* handbill_phone_library() {
  Dl_info info{};
  const auto of_library = reinterpret_cast<const void*>(&PhoneNumberUtil::GetInstance);
  return ::dladdr(of_library, &info) != 0 && info.dli_fname != nullptr ? info.dli_fname : "";
}
