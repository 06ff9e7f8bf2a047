// SPDX-License-Identifier: MIT
// Where on the machine a font file of a package lies.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace handbill::font {

/// Looks in the folders packages usually choose first; walks everything only when that fails, and
/// at most once.
class FileFinder {
 public:
  explicit FileFinder(std::vector<std::string> folders);
  /// The path of the file named `file` (a bare name) below one of the folders; earlier folders and
  /// alphabetically earlier paths win.
  std::optional<std::string> find(std::string_view file, std::string_view family,
                                  std::string_view package);

 private:
  void walk();

  std::vector<std::string> folders_;
  std::map<std::string, std::string, std::less<>> walked_;  // name to path
  bool has_walked_ = false;
};

}  // namespace handbill::font
