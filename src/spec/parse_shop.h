// SPDX-License-Identifier: MIT
// Stage 2, parse: print shops and press conditions.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "diag/file_reader.h"
#include "diag/source_map.h"
#include "spec/shop_spec.h"

namespace handbill::spec {

/// The shops a project can name, sorted: the files of layouts/shops but for the conditions.
std::vector<std::string> shop_names(const diag::FileReader& files);

/// False, and reported: unknown-shop, with the nearest known name. `asked_at` names the shop.
bool find_shop(std::string_view name, diag::Span asked_at, const diag::FileReader& files,
               diag::Diagnostics& diags);

/// layouts/shops/NAME.toml with everything it `extends` merged below it. Reports unknown-shop with
/// the nearest known name, and what a layout may have wrong. `asked_at` names the shop. Empty if
/// and only if it added an error.
std::optional<ShopSpec> parse_shop(const diag::FileReader& files, std::string_view name,
                                   diag::Span asked_at, diag::SourceMap& sources,
                                   diag::Diagnostics& diags);

/// layouts/shops/conditions.toml.
std::optional<ConditionsFile> parse_conditions(const diag::FileReader& files, diag::Span asked_at,
                                               diag::SourceMap& sources, diag::Diagnostics& diags);

/// The text dump of this stage.
std::string dump(const ShopSpec& shop, const diag::SourceMap& sources);
std::string dump(const ConditionsFile& conditions, const diag::SourceMap& sources);

}  // namespace handbill::spec
