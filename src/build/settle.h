// SPDX-License-Identifier: MIT
// Stages 3 to 6 as often as it takes: layouts have variants, and columns of tables offer texts to
// choose from, for what does not fit.
#pragma once

#include <memory>
#include <optional>

#include "build/compile.h"

namespace handbill::build {

enum class Settle { Pages, DocumentAlone };

struct SettleInputs {
  const CompileInputs& in;
  std::shared_ptr<const spec::LayoutSpec> layout;
  const content::Content& content;
  std::shared_ptr<const font::Catalog> catalog;
  std::shared_ptr<const document::Shop> shop;
  Settle purpose = Settle::Pages;
};

/// Of the last trial.
struct Settled {
  std::shared_ptr<const spec::LayoutSpec> layout;  ///< with variants; null: it can't have them
  std::optional<document::Document> document;      ///< nothing: an error kept it from being made
  std::optional<document::Document> source{};      ///< Compiled::source
  std::optional<display::PageList> pages;  ///< nothing: so did one of placing, or none are asked
};

/// Resolves and places the layout, first with the variants whose facts are there; while something
/// does not fit with the next texts of its columns, and then with the next variant that is for
/// that. What is reported is what the last trial reported, and a note of each choice.
Settled settle(const SettleInputs& with, font::FontBook& fonts, diag::SourceMap& sources,
               diag::Diagnostics& diags);

}  // namespace handbill::build
