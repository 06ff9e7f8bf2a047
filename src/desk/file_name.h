// SPDX-License-Identifier: MIT
// Names that people type, as names of files and of tables in them.
#pragma once

#include <string>
#include <string_view>

namespace handbill::desk {

/// "Después del peeling (2026)" is "despues-del-peeling-2026": small letters a to z, digits and
/// hyphens, no more than 60 of them. Empty: nothing of it can be said so.
std::string file_name_of(std::string_view title);

}  // namespace handbill::desk
