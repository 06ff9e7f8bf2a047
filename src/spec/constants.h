// SPDX-License-Identifier: MIT
// [value]: lengths and numbers by name, which other lengths are written with. Private to this
// folder.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "spec/layout_spec.h"

namespace handbill::spec {

class Constants {
 public:
  /// Reads all of the table, which may be null and must outlive this; reports what is wrong with
  /// it: names that mean something else, values that need themselves, what is no length.
  Constants(const Value* table, diag::Diagnostics& diags);

  /// Null: there is none of that name. A length stands in for what is broken, which is reported.
  const ConstantSpec* find(std::string_view name);
  std::vector<std::string> names() const;
  /// As listed, those that are whole.
  std::vector<ConstantSpec> all() const;

  /// "card / 2 + 6 pt". Nothing, and nothing reported: it is no such sum; reports names of no value
  /// when there are values.
  std::optional<Length> length_of(const Value& value, diag::Diagnostics& diags);

 private:
  struct Known {
    const Entry* entry = nullptr;
    std::optional<ConstantSpec> value{};
    enum class State { Unread, Open, Read } state = State::Unread;
  };
  void read(Known& known);
  std::optional<ConstantSpec> value_of(const Entry& entry);

  diag::Diagnostics& diags_;
  std::map<std::string, Known, std::less<>> known_;
  std::vector<std::string> order_;
  ConstantSpec stand_in_{.name = "", .value = 12};
};

}  // namespace handbill::spec
