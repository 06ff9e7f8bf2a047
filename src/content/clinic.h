// SPDX-License-Identifier: MIT
// The table [clinic]: checked, and its phone numbers and address ready for paper.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/phone_book.h"
#include "diag/diagnostic.h"
#include "spec/value.h"

namespace handbill::content {

struct NamedPhone {
  std::string key;  ///< "phone", "fax"
  Phone phone;
};

struct Clinic {
  std::string region = "US";
  std::vector<NamedPhone> phones;
};

/// Reports every fault at its part.
Clinic read_clinic(const spec::Value& table, PhoneBook& phones, diag::Diagnostics& diags);

struct Address {
  std::string street;  ///< "5454 Wisconsin Ave, Ste 1400"
  std::string city{};  ///< "Chevy Chase, MD 20815"
  std::string map_query{};
};

/// Nothing when a part of it is still blank, or nothing is written.
std::optional<Address> read_address(const spec::Value& table, std::string_view region);

/// An https address that shows the place on OpenStreetMap. A `geo:` address would be shorter, but
/// the camera of one of the two big phone makers does not search with it.
std::string map_url(const Address& address);

}  // namespace handbill::content
