// SPDX-License-Identifier: MIT
// layouts/impositions/NAME.toml as written.
#pragma once

#include <optional>
#include <string_view>

#include "diag/diagnostic.h"
#include "diag/file_reader.h"
#include "diag/source_map.h"
#include "spec/layout_spec.h"

namespace handbill::spec {

/// "auto", "none", "1.2 mm".
struct CreepSpec {
  std::optional<Text> word;
  Spanned<Length> length{};  ///< where there is no word
};

struct ImpositionSpec {
  std::optional<Text> title;
  std::optional<Text> scheme;
  std::optional<Text> sheet;                                 ///< "tabloid landscape"
  std::optional<std::array<Spanned<Length>, 2>> sheet_size;  ///< width, height of any other
  std::optional<InsetsSpec> margin;
  std::optional<Spanned<std::int64_t>> columns, rows;
  std::optional<std::array<Spanned<Length>, 2>> gutter;  ///< across, down
  std::optional<Text> flip;
  std::optional<Text> turn;
  std::optional<Spanned<Length>> overlap;
  std::optional<Spanned<std::int64_t>> signature;
  std::optional<CreepSpec> creep;
  std::optional<Text> cover;
  std::optional<Text> cover_stock;
  std::optional<Spanned<Length>> cover_caliper;
  std::optional<Spanned<Length>> mill;
  std::optional<Spanned<Length>> spine;
  diag::Span span{};
};

/// The file layouts/impositions/NAME.toml. `at` is where the name was written, for a file that is
/// missing. Empty if and only if it added an error.
std::optional<ImpositionSpec> parse_imposition(const diag::FileReader& files, std::string_view name,
                                               diag::Span at, diag::SourceMap& sources,
                                               diag::Diagnostics& diags);

/// The text dump of it.
std::string dump(const ImpositionSpec& imposition, const diag::SourceMap& sources);

}  // namespace handbill::spec
