// SPDX-License-Identifier: MIT
// What is kept from run to run: files in the folder handbill of the user's cache folder. Whatever
// is wrong with one costs time and nothing else, so nothing is told.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace handbill::build {

struct KeptFile {
  const char* name;
  std::size_t largest;  ///< bytes
};

/// Phone numbers as they are printed (content::PhoneBook): 200 are a quarter of that.
inline constexpr KeptFile kKeptPhones{"phone-numbers", std::size_t{1} << 18};
/// Verdicts of dictionaries (spelling::Speller): 20,000 are half of that.
inline constexpr KeptFile kKeptSpellings{"spellings", std::size_t{1} << 21};

/// The file, if it belongs to the user, nobody else may write it, and it is no link. Otherwise "".
std::string recall(const std::string& cache_folder, const KeptFile& kept);
/// Puts it in the place of what was there. The folder is made, but not the one that it is in.
void keep(const std::string& cache_folder, const KeptFile& kept, std::string_view bytes);

}  // namespace handbill::build
