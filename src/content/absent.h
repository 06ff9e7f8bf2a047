// SPDX-License-Identifier: MIT
// Facts a clinic does not have: `booking = "none"`.
#pragma once

#include <string_view>

#include "spec/value.h"

namespace handbill::content {

/// What becomes of a fact of [clinic] that says "none".
enum class IfNone {
  FallsAway,  ///< what would tell it is not printed
  Empty,      ///< nothing stands in its place: no suite
  Refused     ///< each clinic has one
};
IfNone if_none(std::string_view path);

/// "none", in any case.
bool says_none(const spec::Value& value);

/// One that FallsAway and says none.
bool is_absent(std::string_view path, const spec::Value& value);

}  // namespace handbill::content
