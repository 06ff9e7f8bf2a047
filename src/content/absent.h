// SPDX-License-Identifier: MIT
// Facts that a clinic, a shop or a practice does not have: `booking = "none"`.
#pragma once

#include <string_view>

#include "content/fact_types.h"
#include "spec/value.h"

namespace handbill::content {

/// What becomes of a typed fact that says "none".
enum class IfNone {
  FallsAway,  ///< what would tell it is not printed
  Empty,      ///< nothing stands in its place: no suite
  Refused     ///< each clinic has one
};
IfNone if_none(std::string_view path, const FactTypes& types);

/// "none", in any case.
bool says_none(const spec::Value& value);

/// One that FallsAway and says none.
bool is_absent(std::string_view path, const spec::Value& value, const FactTypes& types);

}  // namespace handbill::content
