// SPDX-License-Identifier: MIT
// PDFs of any program, read back and judged.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/length.h"
#include "build/request.h"
#include "confined/reader.h"
#include "diag/diagnostic.h"
#include "diag/file_reader.h"
#include "diag/source_map.h"
#include "preflight/inspect.h"

namespace handbill::build {

/// What files are judged by.
struct JudgeBy {
  /// Nothing: what each says it is, or what a shop asks for. No claims: only what is painted
  /// counts.
  std::optional<Claims> standard{};

  /// "claimed", "none", or claims with commas between: "x-4,ua-1", also by their names. Nothing: it
  /// is none of that.
  static std::optional<JudgeBy> named(std::string_view words);
};

struct PreflightRequest {
  std::vector<std::string> files;
  JudgeBy judge_by{};
  std::string shop;                    ///< whose standard and rules; empty: none
  std::string rules;                   ///< a rule pack; empty: that of the shop
  std::string rules_class;             ///< of it
  Length viewing_distance{};           ///< 0: at hand
  std::string ticket;                  ///< what was ordered, a JSON file; empty: none
  std::string trim;                    ///< the size that was ordered: "8.5x11in"; empty: any
  std::optional<std::size_t> pages{};  ///< how many were
  std::string sarif;                   ///< a file to write; empty: none
  std::string annotated;               ///< the same, of the first file
  bool deny_warnings = false;
  Audience audience = Audience::People;
};

/// One file and what was found.
struct JudgedPdf {
  std::string name;
  std::string bytes;  ///< where all of them are wanted
  std::optional<preflight::Inspected> inspected;
  diag::Diagnostics findings;
};

struct Preflighted {
  std::vector<JudgedPdf> files{};
  diag::SourceMap sources{};
  diag::Diagnostics faults{};            ///< of shop, pack and reports: they concern no file
  std::optional<std::string> failure{};  ///< what could not be written
};

/// `files`: shops and packs are those of the project, if there is one, and of the program.
Preflighted preflight_files(const PreflightRequest& request, diag::DiskFiles files,
                            confined::Reader& reader);

/// "brochure.pdf  PDF/X-4, 2 pages: no errors, 1 warning".
std::string summary_of(const JudgedPdf& file);

/// For programs; what concerns no file stands before them.
std::string json_of(const Preflighted& result);

}  // namespace handbill::build
