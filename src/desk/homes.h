// SPDX-License-Identifier: MIT
// In which file of the content a value is written.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "diag/source_map.h"
#include "spec/parse_layout.h"

namespace handbill::desk {

class Homes {
 public:
  Homes() = default;
  /// Of documents in a language.
  explicit Homes(std::string language) : language_(std::move(language)) {}

  /// Of tables that several files have, those of the first count.
  void add(const spec::ContentSpec& content, const diag::SourceMap& sources);
  /// A value has been written there.
  void add(std::string_view path, const std::string& file);

  /// That of the value, of the table that it would stand in, or of the language for what is only in
  /// the original. Nothing: there is no such table.
  std::optional<std::string> of(std::string_view path) const;
  const std::string& language() const { return language_; }

 private:
  struct Table {
    std::string own;  ///< of the language: "content/es/aftercare.toml"
    std::map<std::string, std::string, std::less<>> files{};
  };
  std::string language_;
  std::map<std::string, Table, std::less<>> tables_;  ///< those that files begin with
};

}  // namespace handbill::desk
