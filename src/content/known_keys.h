// SPDX-License-Identifier: MIT
// The keys of a table whose keys are fixed.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "diag/diagnostic.h"
#include "spec/value.h"

namespace handbill::content {

/// Reports unknown-key for each key that is none of `keys`; `where` ends the message:
/// "`hours.special`".
void check_known_keys(const spec::Value& table, std::span<const std::string> keys,
                      std::string_view where, diag::Diagnostics& diags);

/// True when nothing is to be said of a `key` that `table` lacks: it may be among what can't be
/// read, or stands there misspelt, which check_known_keys() reports.
bool may_be_meant(const spec::Value& table, std::span<const std::string> keys,
                  std::string_view key);

}  // namespace handbill::content
