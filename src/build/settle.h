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
  const font::Catalog& catalog;
  std::shared_ptr<const document::Shop> shop;
  Settle purpose = Settle::Pages;
};

/// Resolves and places `compiled.layout`, first with the variants whose facts are there; while
/// something does not fit with the next texts of its columns, and then with the next variant that
/// is for that. Layout and document of `compiled` are those of the last trial; what is reported is
/// what the last trial reported, and a note of each choice. Empty if it added an error, or
/// when only the document is asked for.
std::optional<display::PageList> settle(const SettleInputs& with, Compiled& compiled,
                                        font::FontBook& fonts, diag::SourceMap& sources,
                                        diag::Diagnostics& diags);

}  // namespace handbill::build
