// SPDX-License-Identifier: MIT
// Words as messages quote them. Private to this folder.
#pragma once

#include <string>
#include <string_view>

namespace handbill::prose {

inline std::string in_ticks(std::string_view text) { return "`" + std::string(text) + "`"; }

}  // namespace handbill::prose
