// SPDX-License-Identifier: MIT
// What the fact at a path is, whatever it is called: the one place that is asked for the type of a
// fact. [clinic] and [hours] are no more than two of the declared.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "spec/fact_spec.h"

namespace handbill::content {

class FactTypes {
 public:
  explicit FactTypes(std::vector<spec::FactSpec> declared = spec::built_in_facts());

  const std::vector<spec::FactSpec>& declared() const { return declared_; }

  /// What the fact table calls what stands at `path`: "clinic.phone" of "bakery.phone",
  /// "hours.week" of "bakery.open.week", "clinic.address.city" of "shop.place.city"; [revision] as
  /// it is. Empty: it is of no organisation, address or opening hours.
  std::string in_table(std::string_view path) const;
  /// "phone"; empty: it has none.
  std::string_view type(std::string_view path) const;
  /// What stands behind its name: "USD" of "money USD".
  std::string_view form(std::string_view path) const;
  /// The declared fact that `path` is, or that it is a part of: "bakery.open" of
  /// "bakery.open.week", "branch.0.place" of "branch.0.place.city"; empty: there is none.
  std::string_view owner(std::string_view path) const;
  /// The organisation above `path`, as messages name it: "the bakery"; empty: there is none.
  std::string organisation(std::string_view path) const;
  /// The keys that a table may have directly below it; empty: any.
  std::vector<std::string> keys(std::string_view table) const;

  bool is_hours(std::string_view path) const;  ///< or a part of them
  /// A fact whose words are never read as Markdown.
  bool is_plain(std::string_view path) const;

  /// Reports what is declared to be something else than the organisation above it says.
  void check(diag::Diagnostics& diags) const;

 private:
  std::vector<spec::FactSpec> declared_;
};

}  // namespace handbill::content
