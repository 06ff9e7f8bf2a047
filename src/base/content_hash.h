// SPDX-License-Identifier: MIT
// A fast hash for names that must follow from the bytes: subset tags, a file's /ID, the slug line.
// Not for secrets.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace handbill {

/// 128 bits; the same on every machine.
std::array<std::uint64_t, 2> content_hash(std::string_view bytes);
/// The same as 32 hexadecimal digits.
std::string content_hash_hex(std::string_view bytes);

}  // namespace handbill
