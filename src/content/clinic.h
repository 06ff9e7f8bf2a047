// SPDX-License-Identifier: MIT
// Facts of a type: organisations, addresses, phone numbers and the like, checked, and ready for
// paper.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/fact_types.h"
#include "content/phone_book.h"
#include "diag/diagnostic.h"
#include "spec/value.h"

namespace handbill::content {

struct NamedPhone {
  std::string path;  ///< "clinic.phone", "staff.0.phone"
  Phone phone;
};

/// The countries of organisations, and of addresses outside of them, by path.
struct Regions {
  std::map<std::string, std::string, std::less<>> by_path{};
  std::string shared = "US";  ///< of all organisations, if they are in one country

  /// That of the organisation or address that `path` is part of; else the shared one.
  std::string_view at(std::string_view path) const;
};

struct TypedFacts {
  Regions regions;
  std::vector<NamedPhone> phones;  ///< in reading order
};

/// The values of content by their top-level keys.
using Tables = std::map<std::string_view, const spec::Value*>;

/// Reports every fault at its part. Opening hours are read by read_hours().
TypedFacts read_typed_facts(const Tables& tables, const FactTypes& types, PhoneBook& phones,
                            diag::Diagnostics& diags);

/// Each value of the declared fact with its path: in a list one for each entry.
struct PlacedValue {
  std::string path;
  const spec::Value* value;
};
std::vector<PlacedValue> values_of(const spec::FactSpec& fact, const Tables& tables);

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
