// SPDX-License-Identifier: MIT
// Bytes of an open file, wherever it has been read to.
#pragma once

#include <cstdint>
#include <string>

namespace handbill {

/// Fills `into` from byte `at` of the file on. False: the file ends before, or the system does not
/// give its bytes, and errno says why.
bool read_at(int descriptor, std::uint64_t at, std::string& into);

}  // namespace handbill
