// SPDX-License-Identifier: MIT
// On which pages and panels of which documents a value of the content is printed.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "desk/fields.h"

namespace handbill::desk {

class PrintedPlaces {
 public:
  explicit PrintedPlaces(const std::vector<View>& views);

  /// Of the value at `path`, or of what it is a part of: "clinic.address" tells its street. In the
  /// order of the documents.
  std::vector<PrintedPlace> of(std::string_view path) const;

 private:
  std::map<std::string, std::vector<PrintedPlace>, std::less<>> by_path_;
};

}  // namespace handbill::desk
