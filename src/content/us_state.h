// SPDX-License-Identifier: MIT
// The states of the United States, their territories and military post offices, as addresses have
// them, and which ZIP codes are theirs.
#pragma once

#include <span>
#include <string_view>

namespace handbill::content {

struct UsState {
  std::string_view code;  ///< "MD"
  std::string_view name;
  std::string_view zips;        ///< how its ZIP codes begin, parted by spaces
  std::string_view neighbours;  ///< codes of the states it has a border with
};

/// All of them, by code.
std::span<const UsState> us_states();

/// By code or name, in any case; null: there is none.
const UsState* find_us_state(std::string_view text);

/// The state whose ZIP codes begin as this one does; null: none do.
const UsState* us_state_of_zip(std::string_view zip);

/// Near a border, a ZIP code of one state serves some places of the other.
bool have_a_border(const UsState& one, const UsState& other);

}  // namespace handbill::content
