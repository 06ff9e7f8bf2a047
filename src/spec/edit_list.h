// SPDX-License-Identifier: MIT
// Changes of lists in a TOML text that leave all else as its writer has it: [[tables]] and arrays
// between brackets. Comments go with the entry that they stand at or above; those above the first
// are about the list, and stay.
#pragma once

#include <string_view>
#include <vector>

#include "spec/edit_toml.h"

namespace handbill::spec {

/// Edits, as edited() takes them. None: there is no such entry, or it can't be told apart from what
/// stands around it.
using Edits = std::vector<diag::Fix>;

/// Puts an entry ("aftercare.do.2") once more behind itself.
Edits copy_entry(const TomlFile& toml, std::string_view path);

/// Takes it out. None too: it is the only one.
Edits remove_entry(const TomlFile& toml, std::string_view path);

/// Changes it for the one behind it.
Edits swap_entries(const TomlFile& toml, std::string_view path);

}  // namespace handbill::spec
