// SPDX-License-Identifier: MIT
// What is asked of a document beside its layout and content: the print shop, its rule pack, how
// pages are imposed. All of it is read before anything is laid out.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "build/compile.h"
#include "rules/judge_document.h"
#include "spec/imposition_spec.h"
#include "spec/rules_spec.h"

namespace handbill::build {

struct Orders {
  std::shared_ptr<const document::PrintShop> shop{};  ///< null: none in particular
  std::optional<spec::RulePackSpec> pack{};           ///< of the shop
  rules::PackRules pack_rules{};                      ///< where waivers may name them
  std::string imposed_as{};                           ///< empty: pages are printed one by one
  std::optional<spec::ImpositionSpec> imposition{};
};

/// Reports what can't be read. Nothing: the shop can't be used, so that nobody knows what the sheet
/// is.
std::optional<Orders> read_orders(const CompileInputs& in, const spec::LayoutSpec& layout,
                                  diag::SourceMap& sources, diag::Diagnostics& diags);

}  // namespace handbill::build
