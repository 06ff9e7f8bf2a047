// SPDX-License-Identifier: MIT
#include "content/fact_types.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/ascii.h"
#include "content/fact_table.h"
#include "content/wording.h"

namespace handbill::content {
namespace {

using spec::FactSpec;

/// Under which name the fact table has what a type consists of.
constexpr auto kTables = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"organisation", "clinic"},
    {"address", "clinic.address"},
    {"hours", "hours"},
});

std::string_view table_of(std::string_view type) {
  const auto found = std::ranges::find(kTables, type, &decltype(kTables)::value_type::first);
  return found == kTables.end() ? std::string_view() : found->second;
}

bool is_in(std::string_view path, std::string_view table) {
  return path.starts_with(table) && (path.size() == table.size() || path[table.size()] == '.');
}

bool is_number(std::string_view step) { return std::ranges::all_of(step, is_digit); }

/// `path` up to as many names as `names` has, entries of lists between them included.
std::string_view up_to(std::string_view path, std::string_view names) {
  auto left = std::ranges::count(names, '.') + 1;
  std::size_t end = 0;
  for (std::size_t begin = 0; begin < path.size(); begin = end + 1) {
    end = std::min(path.find('.', begin), path.size());
    const bool is_entry = is_number(path.substr(begin, end - begin));
    if (!is_entry && left-- == 0) return path.substr(0, begin - 1);
  }
  return path;
}

}  // namespace

FactTypes::FactTypes(std::vector<FactSpec> declared) : declared_(std::move(declared)) {}

std::string FactTypes::in_table(std::string_view path) const {
  if (is_in(path, "revision")) return std::string(path);
  const std::string names = spec::without_numbers(path);
  const FactSpec* fact = spec::fact_over(declared_, names);
  const std::string_view table = fact != nullptr ? table_of(fact->type) : std::string_view();
  return table.empty() ? "" : std::string(table) + names.substr(fact->path.size());
}

std::string_view FactTypes::type(std::string_view path) const {
  const std::string names = spec::without_numbers(path);
  const FactSpec* fact = spec::fact_over(declared_, names);
  const bool has_parts = fact != nullptr && !table_of(fact->type).empty();
  if (fact != nullptr && !has_parts) return names == fact->path ? fact->type : std::string_view();
  return written_type(in_table(path));
}

std::string_view FactTypes::form(std::string_view path) const {
  const FactSpec* fact = spec::fact_over(declared_, spec::without_numbers(path));
  return fact == nullptr ? std::string_view() : fact->form;
}

std::string_view FactTypes::owner(std::string_view path) const {
  const FactSpec* fact = spec::fact_over(declared_, spec::without_numbers(path));
  return fact == nullptr ? std::string_view() : up_to(path, fact->path);
}

std::string FactTypes::organisation(std::string_view path) const {
  const std::string names = spec::without_numbers(path);
  const FactSpec* found = nullptr;
  for (const FactSpec& each : declared_) {
    if (each.type != "organisation" || !is_in(names, each.path)) continue;
    if (found == nullptr || each.path.size() > found->path.size()) found = &each;
  }
  return found == nullptr ? "" : "the " + found->path.substr(found->path.rfind('.') + 1);
}

std::vector<std::string> FactTypes::keys(std::string_view table) const {
  const std::string names = spec::without_numbers(table), known = in_table(table);
  std::vector<std::string> keys = known.empty() ? std::vector<std::string>() : written_keys(known);
  if (keys.empty()) return keys;
  for (const FactSpec& each : declared_) {
    if (each.path.size() <= names.size() || !is_in(each.path, names)) continue;
    const std::string_view rest = std::string_view(each.path).substr(names.size() + 1);
    keys.emplace_back(rest.substr(0, rest.find('.')));
  }
  return keys;
}

bool FactTypes::is_hours(std::string_view path) const { return is_in(in_table(path), "hours"); }

bool FactTypes::is_plain(std::string_view path) const {
  const std::string known = in_table(path);
  return known.empty() ? !type(path).empty() : known.starts_with("clinic.");
}

void FactTypes::check(diag::Diagnostics& diags) const {
  for (const FactSpec& fact : declared_) {
    std::vector<FactSpec> others = declared_;
    std::erase_if(others, [&](const FactSpec& each) { return each.path == fact.path; });
    const FactTypes without(std::move(others));
    const std::string known = without.in_table(fact.path);
    const std::string_view type = written_type(known);
    const bool is_part = known.starts_with("clinic.address.");
    const std::string_view own = type == "table" ? std::string_view("address") : type;
    if ((own.empty() && !is_part) || own == fact.type) continue;
    diags.error(diag::DiagnosticId::BadValue, fact.span,
                own.empty() ? quoted(fact.path) +
                                  " can't be a fact of its own: an address has "
                                  "fixed parts"
                            : quoted(fact.path) + " is of the type " + quoted(own) + ", as in " +
                                  "every organisation");
  }
}

}  // namespace handbill::content
