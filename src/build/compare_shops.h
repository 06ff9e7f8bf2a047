// SPDX-License-Identifier: MIT
// The print shops there are, and what it means to go from one to another.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "build/run.h"

namespace handbill::build {

struct Change {
  std::string what;
  std::string from, to;
};

/// One document of the project, made for two shops.
struct DocumentChanges {
  std::string name;
  std::vector<Change> changes;
  std::vector<std::string> only_first, only_second;  ///< messages
};

struct Comparison {
  std::string first, second;
  std::vector<Change> changes;
  std::vector<DocumentChanges> documents;
};

/// Of two shops, for the documents asked for. Nothing: one of them can't be used, which is
/// reported.
std::optional<Comparison> compare(const std::vector<std::string>& names, Run& run);

/// Each for people, and for programs.
std::vector<std::string> lines_of(const Comparison& comparison);
std::string json_of(const Comparison& comparison);
std::vector<std::string> lines_of_shops(Run& run);
std::string json_of_shops(Run& run);
std::vector<std::string> lines_of(const document::Shop& shop, const Run& run);
std::string json_of(const document::Shop& shop);

}  // namespace handbill::build
