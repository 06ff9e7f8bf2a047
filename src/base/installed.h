// SPDX-License-Identifier: MIT
// Where the program is installed, or the library that holds this code. Installed files may be
// moved, together.
#pragma once

#include <string>
#include <vector>

namespace handbill {

/// The folder of the program or library that this code belongs to, links resolved. Empty: the
/// system does not tell.
std::string code_folder();

/// Whether it is a library that a host has opened.
bool is_library();

/// Where share/handbill may be for a program or library in the folder `code`, the likeliest first.
/// Nothing says that they are there.
std::vector<std::string> share_folders(const std::string& code);

/// Where packages put files of a kind ("fonts", "hyphen"): first share/handbill/packed, which a
/// program has that brings its own, then the machine's folders.
std::vector<std::string> package_folders(const std::string& kind);

/// The same for a program or library in the folder `code`.
std::vector<std::string> package_folders(const std::string& kind, const std::string& code);

/// Where files of a kind ("spelling") are that a build makes, the likeliest first: below the
/// installed share/handbill, or in a folder above the code, where it has been built.
std::vector<std::string> made_folders(const std::string& kind);

/// Makes what the library exports visible to modules, as it is to those of a program. A library
/// that a host opened for itself alone hides it from them.
void share_exports();

}  // namespace handbill
