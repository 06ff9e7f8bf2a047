// SPDX-License-Identifier: MIT
// Phone numbers, by libphonenumber. Linking that library would cost every run several
// milliseconds, so it lives in a module of its own that is loaded when there is a number to read.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/module.h"

namespace handbill::content {

struct Phone {
  std::string national;       ///< "(202) 555-0143", and of another country "+44 20 7946 0958"
  std::string international;  ///< "+1 202-555-0143"
  std::string uri;            ///< "tel:+12025550143"
};

enum class PhoneFault { NotANumber, TooShort, TooLong, NotInUse };

/// A module: it is not open, so that nobody could tell.
using PhoneAnswer = std::variant<Phone, PhoneFault, Module>;

/// `region` is the country of numbers written without a country code.
PhoneAnswer read_phone(std::string_view text, std::string_view region, const Module& module);

Module open_phone_module(const std::vector<std::string>& folders);
/// The file of the library that answers; empty: the module is not open, or nobody knows.
std::string phone_library(const Module& module);

}  // namespace handbill::content
