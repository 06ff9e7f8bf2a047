// SPDX-License-Identifier: MIT
// Tables of the structure tree (Matterhorn 09-004 and 15-003).
#include <algorithm>
#include <vector>

#include "preflight/check_tags.h"

namespace handbill::preflight {
namespace {

constexpr std::size_t kMostSpan = 1000;

class TableCheck {
 public:
  TableCheck(const TagFacts& facts, const Tag& table, TagFindings& findings)
      : facts_(facts), table_(table), findings_(findings) {}

  void run() {
    add_rows(table_);
    const bool by_headers = std::ranges::any_of(cells_, [&](const Tag* cell) {
      return !is_null(facts_.tree.attribute(*cell, "Table", "/Headers"));
    });
    for (const Tag* cell : cells_) {
      if (cell->standard != "TH" || by_headers) continue;
      if (!is_null(facts_.tree.attribute(*cell, "Table", "/Scope"))) continue;
      findings_.add("matterhorn-15-003", "a head of a table does not say what it heads",
                    page_area(facts_, cell->page), TagTree::name(*cell));
    }
    tell_lengths();
  }

 private:
  const std::vector<Tag>& tags() const { return facts_.tree.tags(); }

  void add_rows(const Tag& of) {
    for (const std::size_t child : of.children) {
      const std::string& type = tags()[child].standard;
      if (type == "TR") add_row(tags()[child]);
      if (type == "THead" || type == "TBody" || type == "TFoot") add_rows(tags()[child]);
    }
  }

  std::size_t span(const Tag& cell, const char* key) const {
    const int stated = integer_or(facts_.tree.attribute(cell, "Table", key), 1);
    return static_cast<std::size_t>(std::clamp(stated, 1, static_cast<int>(kMostSpan)));
  }

  /// Cells of rows above reach down into it.
  void add_row(const Tag& row) {
    std::size_t length = 0;
    for (std::size_t& left : reaching_) {
      if (left == 0) continue;
      ++length;
      --left;
    }
    std::vector<std::size_t> below = reaching_;
    for (const std::size_t child : row.children) {
      const Tag& cell = tags()[child];
      // One whose type is not known has been told of, and is a cell for all that.
      const bool is_cell = cell.standard == "TH" || cell.standard == "TD" || cell.standard.empty();
      if (!is_cell) continue;
      cells_.push_back(&cell);
      const std::size_t columns = span(cell, "/ColSpan"), rows = span(cell, "/RowSpan");
      length += columns;
      below.insert(below.end(), columns, rows - 1);
    }
    std::erase(below, std::size_t{0});
    reaching_ = std::move(below);
    lengths_.push_back(length);
  }

  void tell_lengths() {
    if (lengths_.empty()) {
      findings_.add("matterhorn-09-004", "a table has no rows", page_area(facts_, table_.page),
                    TagTree::name(table_));
      return;
    }
    const auto [least, most] = std::ranges::minmax(lengths_);
    if (least == most && reaching_.empty()) return;
    findings_.add("matterhorn-09-004",
                  least == most ? "a cell of a table reaches below its last row"
                                : "the rows of a table have from " + std::to_string(least) +
                                      " to " + std::to_string(most) + " columns",
                  page_area(facts_, table_.page), TagTree::name(table_));
  }

  const TagFacts& facts_;
  const Tag& table_;
  TagFindings& findings_;
  std::vector<const Tag*> cells_;
  std::vector<std::size_t> lengths_;   ///< of rows, in columns
  std::vector<std::size_t> reaching_;  ///< columns taken from above: for how many rows more
};

}  // namespace

void check_tag_tables(const TagFacts& facts, TagFindings& findings) {
  for (const Tag& tag : facts.tree.tags()) {
    if (tag.standard == "Table") TableCheck(facts, tag, findings).run();
  }
}

}  // namespace handbill::preflight
