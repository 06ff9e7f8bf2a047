// SPDX-License-Identifier: MIT
// The ledger of prints as written: what was ordered or printed, what it shows, and what has become
// of the copies.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "diag/file_reader.h"
#include "diag/source_map.h"
#include "spec/layout_spec.h"
#include "spec/value.h"

namespace handbill::spec {

inline constexpr std::string_view kPrintedFile = "records/printed.toml";

/// Of one print, or thrown away at once: more than any clinic orders.
inline constexpr std::int64_t kMostCopies = 1000000000;

/// What documents show in one state; prints of the same state share it.
struct ShownSpec {
  std::optional<Text> hash;  ///< of the lines
  std::vector<Text> facts;   ///< "clinic.phone = (301) 555-0100"
  std::vector<Text> texts;   ///< "care.intro = Keep it dry.", without the telling of facts alone
  diag::Span span{};
};

struct PrintSpec {
  std::optional<Text> id, document, language, edition, shop, note, shows;
  std::vector<Text> settings;  ///< "clinic.phone=301 555 0100", as --set has them
  std::optional<Spanned<std::int64_t>> quantity;
  std::optional<Spanned<Date>> date;
  diag::Span span{};
};

struct DiscardedSpec {
  std::optional<Text> print, reason;
  std::optional<Spanned<std::int64_t>> quantity;  ///< nothing: all that are left
  std::optional<Spanned<std::int64_t>> left;      ///< after it; tells two of a day apart
  std::optional<Spanned<Date>> date;
  diag::Span span{};
};

/// Copies that were put right by hand show something else from then on.
struct CorrectedSpec {
  std::optional<Text> print, reason, shows;
  std::optional<Spanned<Date>> date;
  diag::Span span{};
};

struct PrintedSpec {
  std::vector<ShownSpec> shown;
  std::vector<PrintSpec> prints;
  std::vector<DiscardedSpec> discarded;
  std::vector<CorrectedSpec> corrected;
  diag::Span span{};
};

/// Nothing, without a word: there is no such file. What is wrong in it is reported, and the rest is
/// given.
std::optional<PrintedSpec> parse_printed(const diag::FileReader& files, diag::SourceMap& sources,
                                         diag::Diagnostics& diags);

}  // namespace handbill::spec
