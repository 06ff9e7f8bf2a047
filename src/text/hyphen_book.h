// SPDX-License-Identifier: MIT
// The hyphenation dictionaries of a machine and a project, each opened once a process.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "diag/file_reader.h"
#include "text/hyphen_dictionary.h"

namespace handbill::text {

class HyphenBook {
 public:
  /// `machine_folders`: where packages put dictionaries.
  explicit HyphenBook(std::vector<std::string> machine_folders)
      : machine_folders_(std::move(machine_folders)) {}

  /// For words of a BCP 47 language: "de-AT" takes hyph_de_AT.dic, or else hyph_de_DE.dic. Files
  /// in the project's hyphenation/ win. Null: there is none. Not to be asked from several threads;
  /// `project` is the same each time.
  std::shared_ptr<const HyphenDictionary> open(const std::string& language,
                                               const diag::FileReader& project);

 private:
  struct Found {
    std::shared_ptr<const HyphenDictionary> dictionary{};
    std::string own{};  ///< its path in the project; empty: it is the machine's
  };
  Found find(std::string_view language, const diag::FileReader& project);

  std::vector<std::string> machine_folders_;
  std::map<std::string, Found> by_language_;
  std::map<std::string, std::shared_ptr<const HyphenDictionary>> by_path_;
};

/// The names a dictionary for the language may have, the best first.
std::vector<std::string> dictionary_names(std::string_view language);

/// The Debian package with patterns for the language; empty: it has none.
std::string dictionary_package(std::string_view language);

/// The folders dictionaries are installed in on this kind of machine.
std::vector<std::string> machine_hyphen_folders();

}  // namespace handbill::text
