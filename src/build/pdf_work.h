// SPDX-License-Identifier: MIT
// PDFs judged by a reader, with the rules they are held against; what it answers is looked at.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "confined/reader.h"
#include "diag/diagnostic.h"
#include "preflight/inspect.h"
#include "rules/rule_set.h"

namespace handbill::build {

struct PdfQuestion {
  std::optional<Claims> standard{};  ///< nothing: what the file claims
  bool also_claimed = false;         ///< as preflight::InspectOptions has it
  preflight::Pictures pictures = preflight::Pictures::Pixels;
  preflight::Tags tags = preflight::Tags::Leave;
  std::optional<rules::RuleSet> rules{};  ///< for its plates
};

struct PdfAnswer {
  std::optional<preflight::Inspected> inspected{};  ///< without what its pages hold
  std::vector<diag::Diagnostic> found{};            ///< as preflight::inspect tells
  std::vector<diag::Diagnostic> by_rules{};
};

/// `file` in memory, or open.
struct PdfSource {
  std::string_view bytes{};
  int descriptor = -1;
};

using PdfResult = std::variant<PdfAnswer, confined::Outcome>;
PdfResult ask_about_pdf(confined::Reader& reader, const PdfSource& file,
                        const PdfQuestion& question);

/// What the reader opens to judge PDFs.
std::shared_ptr<const void> open_preflight();

/// As preflight::annotate. Nothing: reported, whatever the reason.
std::optional<std::string> ask_for_notes(confined::Reader& reader, std::string_view bytes,
                                         const diag::Diagnostics& findings,
                                         diag::Diagnostics& diags);

/// That the reader came to harm, or is not to be believed.
void report_harm(const confined::Outcome& outcome, diag::Diagnostics& diags);

}  // namespace handbill::build
