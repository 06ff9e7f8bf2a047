// SPDX-License-Identifier: MIT
#include "spec/parse_shop.h"

#include <algorithm>

#include "diag/read_text.h"
#include "spec/extends.h"
#include "spec/known_names.h"
#include "spec/shop_keys.h"

namespace handbill::spec {
namespace {

using diag::DiagnosticId;

constexpr std::string_view kShopsFolder = "layouts/shops";
constexpr std::string_view kConditions = "layouts/shops/conditions.toml";
constexpr std::string_view kConditionsName = "conditions";

}  // namespace

std::vector<std::string> shop_names(const diag::FileReader& files) {
  std::vector<std::string> names = names_in(files, kShopsFolder);
  std::erase(names, kConditionsName);
  return names;
}

bool find_shop(std::string_view name, diag::Span asked_at, const diag::FileReader& files,
               diag::Diagnostics& diags) {
  const std::vector<std::string> known = shop_names(files);
  if (std::ranges::find(known, name) != known.end()) return true;
  diags.error(DiagnosticId::UnknownShop, asked_at,
              "there is no print shop `" + std::string(name) + "`", hints_for(name, known));
  return false;
}

std::optional<ShopSpec> parse_shop(const diag::FileReader& files, std::string_view name,
                                   diag::Span asked_at, diag::SourceMap& sources,
                                   diag::Diagnostics& diags) {
  if (!find_shop(name, asked_at, files, diags)) return std::nullopt;
  const std::string path = std::string(kShopsFolder) + "/" + std::string(name) + ".toml";
  const std::size_t errors = diags.error_count();
  const auto root = read_with_extended(files, {kShopsFolder}, path, asked_at, sources, diags);
  if (!root) return std::nullopt;
  ShopSpec shop;
  read_table(*root, root_request(diags), shop);
  if (diags.error_count() > errors) return std::nullopt;
  return shop;
}

std::optional<ConditionsFile> parse_conditions(const diag::FileReader& files, diag::Span asked_at,
                                               diag::SourceMap& sources, diag::Diagnostics& diags) {
  const std::size_t errors = diags.error_count();
  const auto file = diag::read_text(files, kConditions, asked_at, sources, diags);
  if (!file) return std::nullopt;
  const auto root = read_toml(sources, *file, diags);
  if (!root) return std::nullopt;
  ConditionsFile conditions;
  read_table(*root, root_request(diags), conditions);
  if (diags.error_count() > errors) return std::nullopt;
  return conditions;
}

std::string dump(const ShopSpec& shop, const diag::SourceMap& sources) {
  Lines lines{sources, shop.span.file};
  dump(shop, "shop", lines);
  return std::move(lines.out);
}

std::string dump(const ConditionsFile& conditions, const diag::SourceMap& sources) {
  Lines lines{sources, conditions.span.file};
  dump(conditions, "conditions", lines);
  return std::move(lines.out);
}

}  // namespace handbill::spec
