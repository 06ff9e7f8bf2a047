// SPDX-License-Identifier: MIT
#include "content/phone.h"

#include "content/no_break.h"
#include "content/phone_module/phone_module.h"

namespace handbill::content {
namespace {

constexpr ModuleName kModule = {"handbill_phone.so", "reads phone numbers", "libphonenumber",
                                HANDBILL_VERSION};

PhoneFault fault_of(int result) {
  switch (result) {
    case HANDBILL_PHONE_TOO_SHORT:
      return PhoneFault::TooShort;
    case HANDBILL_PHONE_TOO_LONG:
      return PhoneFault::TooLong;
    case HANDBILL_PHONE_NOT_IN_USE:
      return PhoneFault::NotInUse;
    default:
      return PhoneFault::NotANumber;
  }
}

/// A line may end before the extension, nowhere else.
std::string in_one_piece(const std::string& number, const std::string& extension) {
  if (extension.empty() || !number.ends_with(extension) || extension.front() != ' ') {
    return no_break(number);
  }
  return no_break(number.substr(0, number.size() - extension.size())) + " " +
         no_break(extension.substr(1));
}

}  // namespace

Module open_phone_module(const std::vector<std::string>& folders) {
  return open_module(kModule, folders);
}

std::string phone_library(const Module& module) {
  auto* const library = module.function<decltype(handbill_phone_library)>("handbill_phone_library");
  return library == nullptr ? std::string() : library();
}

PhoneAnswer read_phone(std::string_view text, std::string_view region, const Module& module) {
  auto* const read = module.function<decltype(handbill_read_phone)>("handbill_read_phone");
  if (read == nullptr) return module;
  HandbillPhone phone{};
  const int result = read(text.data(), text.size(), std::string(region).c_str(), &phone);
  if (result != HANDBILL_PHONE_OK) return fault_of(result);
  return Phone{in_one_piece(phone.national, phone.extension),
               in_one_piece(phone.international, phone.extension), phone.uri};
}

}  // namespace handbill::content
