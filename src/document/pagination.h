// SPDX-License-Identifier: MIT
// What bind is told of the pages: how many each side makes, and what stands on which. Placing finds
// that, so the first trial knows nothing of it.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "document/document.h"

namespace handbill::document {

/// A heading, and the page it begins on.
struct HeadingPlace {
  int level = 1;
  std::string words;
  bool is_in_story = false;
  PagePlace page;
  bool operator==(const HeadingPlace&) const = default;
};

/// On which pages things stand, by their names; each list in the order of pages.
using NamedPlaces = std::map<std::string, std::vector<PagePlace>, std::less<>>;

struct PageFacts {
  std::vector<HeadingPlace> headings;  ///< in the order of pages
  NamedPlaces flows;                   ///< stories and tables: the pages that show some of them
  NamedPlaces frames;                  ///< those that are there
  bool operator==(const PageFacts&) const = default;
};

struct Pagination {
  /// By side of the layout: how many pages it makes, if it repeats until its text ends. Not named:
  /// as few as it can.
  std::map<std::size_t, std::size_t> copies{};
  /// By list whose entries flow: the first entry of each column, and what comes after the last. Not
  /// named: the first column takes all.
  std::map<std::string, std::vector<std::size_t>> entries{};
  std::optional<PageFacts> facts{};  ///< nothing: no trial has been made yet
  /// How many pages the edition has; PagePlace::copy counts them. Nothing: they are the layout's.
  std::optional<std::size_t> reflowed{};
};

/// How far what flows through a side that repeats has come.
struct FlowEnd {
  std::size_t shown = 0;  ///< its pages up to the last that shows some of it
  bool has_more = false;  ///< there was no room for all
  double more_pages = 0;  ///< about as many pages more as that takes; 0: no page has room for it
};

/// A row of entries, as it stands.
struct FoundRow {
  std::size_t entry = 0;  ///< index of its first in the list
  Length height{};
  std::shared_ptr<const Entry> laid{};
};

/// A column that entries flow through.
struct FoundColumn {
  std::optional<PagePlace> page{};  ///< nothing: on a blank page
  std::size_t side = 0;             ///< index of the page
  bool is_verso = false;
  std::string frame;
  diag::Span span{};  ///< of that frame as written
  Rect box{};         ///< of that frame
  int column = 0;
  std::shared_ptr<const EntryFlow> flow{};
  std::vector<FoundRow> rows;
};

/// What placing tells of the pages.
struct FoundPages {
  PageFacts facts;
  std::vector<display::StructId> headings;    ///< where those of `facts` stand in the reading order
  std::map<std::size_t, FlowEnd> ends;        ///< by side of the layout
  std::map<std::size_t, std::size_t> copies;  ///< of sides that repeat
  std::map<std::string, std::vector<FoundColumn>> entries;  ///< by list
};

}  // namespace handbill::document
