// SPDX-License-Identifier: MIT
// Bytes as letters (RFC 4648, 4).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace handbill {

void append_base64(std::string& out, std::string_view bytes);
/// Nothing: it is not that, with its padding and nothing else.
std::optional<std::string> from_base64(std::string_view letters);

}  // namespace handbill
