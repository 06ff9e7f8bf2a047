// SPDX-License-Identifier: MIT
// Hunspell's dictionaries, for languages of which a list would be too long: some take a quarter of
// a second to read, so each is opened when a word is asked whose verdict is not remembered.
// Private to this folder.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/module.h"

namespace handbill::spelling {

class Dictionary {
 public:
  /// NAME.aff and NAME.dic, and where the module with Hunspell may lie.
  Dictionary(std::string path, std::vector<std::string> module_folders);

  /// Nothing: nobody can tell, because the module or the dictionary can't be opened.
  std::optional<bool> knows(std::string_view word);
  std::vector<std::string> suggestions(std::string_view word, std::size_t most);

  /// What earlier runs found out: `kept` as verdicts() gave it. What is not whole, or of other
  /// files, is not believed.
  void recall(std::string_view kept);
  /// Lines for the next run; no word is told, only its hash.
  std::string verdicts() const;
  bool has_news() const { return has_news_; }

  /// So many are kept; with more words it is read each time.
  static constexpr std::size_t kMostKept = 20'000;

 private:
  bool is_open();

  std::string path_;
  std::string state_;  ///< of its files: other files have another
  std::vector<std::string> module_folders_;
  Module module_{};
  void* opened_ = nullptr;
  bool was_tried_ = false;
  std::map<std::uint64_t, bool> verdicts_;
  bool has_news_ = false;
};

/// Of "ar-EG" the path, without ".dic", of the dictionary ar_EG or ar, or else of its likeliest
/// region, in the first of the folders that has one. Nothing: none has.
std::optional<std::string> find_dictionary(std::string_view language,
                                           const std::vector<std::string>& folders);

}  // namespace handbill::spelling
