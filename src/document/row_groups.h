// SPDX-License-Identifier: MIT
// Rows of a list that belong together, as in a table or laid one by one.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/facts.h"

namespace handbill::document {

struct RowGroup {
  std::string name{};       ///< the text they share
  content::FactRow told{};  ///< what the heading and the foot know: the first of them
  std::vector<content::FactRow> rows{};
};

/// Rows with one text of `group` stand together, where the first of them stands; a row without one
/// belongs to the row above.
std::vector<RowGroup> in_groups(std::vector<content::FactRow> rows,
                                const std::optional<spec::Text>& group, Facts& facts);

/// The rows of each group by the keys; groups keep their order, unless the first key is what
/// `group` names them by. Reports keys that no row has, and opening hours, which keep their order.
void sort_groups(std::vector<RowGroup>& groups, const std::optional<spec::Text>& group,
                 const std::vector<spec::Text>& keys, Facts& facts);

}  // namespace handbill::document
