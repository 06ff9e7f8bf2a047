// SPDX-License-Identifier: MIT
// A PDF as a print shop sees it.
#pragma once

#include <optional>
#include <string>

#include "build/expected.h"
#include "confined/reader.h"
#include "diag/diagnostic.h"
#include "document/shop.h"
#include "preflight/inspect.h"
#include "rules/rule_set.h"

namespace handbill::build {

/// What a file is judged by.
struct Measure {
  std::optional<Claims> standard{};  ///< nothing: what it claims
  preflight::Tags tags = preflight::Tags::Leave;
  std::optional<rules::RuleSet> rules{};  ///< for its plates and what it declares of itself
  Expected expected{};                    ///< what was ordered
};

/// A file on the disk. Long ones are not read whole where nobody asks for all their bytes.
struct PdfFile {
  std::string path;
  std::string bytes{};  ///< empty: read it where it lies
};

/// Reports what is wrong with a file; nothing when it can't be read. PDF/X-1a as the standard makes
/// a rule silent that wants PDF/X-4.
std::optional<preflight::Inspected> judge_file(const PdfFile& pdf, const Measure& measure,
                                               confined::Reader& reader, diag::Diagnostics& diags);

/// What was written for a shop, read back by other code than wrote it. `name` is that of the file,
/// for messages. Does nothing for a shop without a standard.
void judge_written(const std::string& name, const std::string& bytes, const document::Shop& shop,
                   confined::Reader& reader, diag::Diagnostics& diags);

}  // namespace handbill::build
