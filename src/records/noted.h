// SPDX-License-Identifier: MIT
// What a document shows, as the ledger of prints notes it: a line each, that people can read.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "manifest/shown.h"

namespace handbill::records {

/// Code points of a text that stand in the ledger; of a longer one its beginning and its hash.
inline constexpr std::size_t kMostNoted = 1000;

struct NotedLines {
  std::vector<std::string> facts;  ///< "clinic.phone = (301) 555-0100"
  std::vector<std::string> texts;  ///< "care.intro = Keep it dry."
  bool operator==(const NotedLines&) const = default;
};

/// Facts, and texts that are more than the telling of a fact. Nothing of places, languages, the
/// version and what is heard alone.
NotedLines noted(const manifest::Shown& shown);

/// The same as something to compare. What is no such line is left out.
manifest::Shown shown_of(const NotedLines& lines);

/// The first digits of the SHA-256 of the lines: by it prints name them.
std::string hash_of(const NotedLines& lines);

}  // namespace handbill::records
