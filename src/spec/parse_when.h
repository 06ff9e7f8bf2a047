// SPDX-License-Identifier: MIT
// Conditions. Private to this folder.
#pragma once

#include <string_view>

namespace handbill::spec {

/// What `when` takes: of rows, of sides, of frames, and of variants.
inline constexpr std::string_view kCondition = "condition, or list of them";
inline constexpr std::string_view kSideCondition =
    "condition, \"recto\", \"verso\", or list of them";
inline constexpr std::string_view kFrameCondition =
    "condition, \"recto\", \"verso\", \"first page\", \"last page\", or list of them";
inline constexpr std::string_view kVariantCondition = "condition, \"overset\", or list of them";

}  // namespace handbill::spec
