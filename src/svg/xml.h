// SPDX-License-Identifier: MIT
// Text inside XML.
#pragma once

#include <string>
#include <string_view>

namespace handbill::svg {

/// Appends UTF-8 text fit for elements and quoted attributes. What XML 1.0 can't hold becomes a
/// space.
void append_escaped(std::string& out, std::string_view text);

}  // namespace handbill::svg
