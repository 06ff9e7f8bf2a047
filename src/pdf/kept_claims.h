// SPDX-License-Identifier: MIT
// What a written file keeps: PDF/A and PDF/UA are said only where nothing speaks against them.
#pragma once

#include <optional>
#include <string>

#include "base/claims.h"
#include "diag/span.h"
#include "display/page_list.h"
#include "pdf/output_intent.h"
#include "pdf/resources.h"
#include "pdf/structure_tree.h"

namespace handbill::pdf {

/// What speaks against a claim, and where that is written.
struct ClaimFault {
  std::string message;
  diag::Span span{};
};

struct WrittenFile {
  const display::PageList& pages;
  const StructureTree* tree = nullptr;  ///< null: it has no tags
  const Resources& resources;
  const OutputIntent& intent;
  bool has_links = false;
};

/// Nothing: the file keeps it, as far as a machine can tell. Of PDF/X nothing is asked here: what
/// that does not take is not written.
std::optional<ClaimFault> fault_of(Claim claim, const WrittenFile& file);

/// Those of `unasked` that it keeps, of PDF/A the highest level alone.
Claims kept_of(Claims unasked, const WrittenFile& file);

}  // namespace handbill::pdf
