// SPDX-License-Identifier: MIT
// What content::PhoneBook keeps from run to run: the file handbill/phone-numbers in the
// user's cache folder. Whatever is wrong with it costs time and nothing else, so nothing is told.
#pragma once

#include <string>
#include <string_view>

namespace handbill::build {

/// The file, if it belongs to the user, nobody else may write it, and it is no link. Otherwise "".
std::string recall_phones(const std::string& cache_folder);
/// Puts it in the place of what was there. The folder is made, but not the one that it is in.
void keep_phones(const std::string& cache_folder, std::string_view kept);

}  // namespace handbill::build
