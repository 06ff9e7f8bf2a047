// SPDX-License-Identifier: MIT
#include "content/lost_heading.h"

#include <algorithm>
#include <array>

#include "content/day_names.h"
#include "content/fact_table.h"
#include "content/wording.h"

namespace handbill::content {
namespace {

using spec::Entry;
using spec::Value;

constexpr auto kKnownTables =
    std::to_array<std::string_view>({"clinic", "clinic.address", "hours"});
/// One that a table does not know is more likely a slip.
constexpr std::size_t kFewestStrays = 2;

bool knows(std::string_view table, const std::string& key) {
  if (table == "hours" && !days_of(key).empty()) return true;
  const std::vector<std::string> keys = written_keys(table);
  return std::ranges::find(keys, key) != keys.end();
}

/// Written as the heading of other tables alone: `[sign.alt]` without `[sign]`.
bool has_tables_only(const Value& value) {
  const auto is_table = [](const Entry& entry) {
    const Value::Array* rows = entry.value.as_array();
    return entry.value.as_table() != nullptr ||
           (rows != nullptr && !rows->empty() && rows->front().as_table() != nullptr);
  };
  return value.as_table() != nullptr && !value.as_table()->empty() &&
         std::ranges::all_of(*value.as_table(), is_table);
}

/// The known table that is missing in the file and would know most of the strays.
std::optional<std::string> known_heading(const Value::Table& keys, std::size_t first,
                                         const Value& root) {
  for (const std::string_view table : kKnownTables) {
    const auto known = std::count_if(keys.begin() + static_cast<std::ptrdiff_t>(first), keys.end(),
                                     [&](const Entry& key) { return knows(table, key.key); });
    const Value* there = root.at_path(table);
    const bool is_there = there != nullptr && !has_tables_only(*there);
    if (!is_there && 2 * static_cast<std::size_t>(known) > keys.size() - first) {
      return std::string(table);
    }
  }
  return std::nullopt;
}

/// The only table of the file that has no heading of its own.
std::optional<std::string> heading_of_file(const Entry& table, const Value& root) {
  std::optional<std::string> found;
  for (const Entry& each : *root.as_table()) {
    if (each.key == table.key || !has_tables_only(each.value)) continue;
    if (found) return std::nullopt;
    found = each.key;
  }
  return found;
}

}  // namespace

std::optional<LostHeading> find_lost_heading(const Entry& table, const Value& root) {
  const bool is_known = table.key == "revision" || table.key == "hours" || table.key == "clinic";
  if (!is_known || table.value.as_table() == nullptr) return std::nullopt;
  const Value::Table& keys = *table.value.as_table();
  const auto stray = std::ranges::find_if(
      keys, [&](const Entry& each) { return !each.key.empty() && !knows(table.key, each.key); });
  const auto first = static_cast<std::size_t>(stray - keys.begin());
  const auto strays = std::count_if(stray, keys.end(),
                                    [&](const Entry& each) { return !knows(table.key, each.key); });
  if (static_cast<std::size_t>(strays) < kFewestStrays) return std::nullopt;
  auto heading = known_heading(keys, first, root);
  if (!heading) heading = heading_of_file(table, root);
  // A file with nothing but its revision.
  if (!heading && table.key == "revision" && root.as_table()->size() == 1) heading = "";
  if (!heading) return std::nullopt;
  return LostHeading{*heading, first};
}

void report_lost_heading(const LostHeading& lost, const Entry& table, diag::Diagnostics& diags) {
  const Value::Table& keys = *table.value.as_table();
  const std::size_t others = keys.size() - lost.first - 1;
  const std::string heading =
      lost.heading.empty() ? "their heading" : quoted("[" + lost.heading + "]");
  diags.add({.id = diag::DiagnosticId::UnknownKey,
             .message = quoted(keys[lost.first].key) + " and " + std::to_string(others) +
                        (others == 1 ? " more key" : " more keys") + " stand under " +
                        quoted("[" + table.key + "]") + ", where they do not belong: " + heading +
                        " is missing above them",
             .span = keys[lost.first].key_span,
             .labels = {{table.value.span, "the heading they stand under"}},
             .hints = {"write " + heading + " in a line of its own above them"}});
}

}  // namespace handbill::content
