// SPDX-License-Identifier: MIT
// Text of a page in a message.
#pragma once

#include <string>
#include <string_view>

namespace handbill::check {

/// In backticks, cut after 40 characters.
std::string quoted(std::string_view text);

}  // namespace handbill::check
