// SPDX-License-Identifier: MIT
// Words for people that many messages are put together from.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace handbill {

/// "1 error", "2 errors".
std::string counted(std::size_t count, std::string_view what);

/// "name   value", with the name `width` cells wide.
std::string padded(std::string_view name, std::size_t width);

}  // namespace handbill
