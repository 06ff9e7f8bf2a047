// SPDX-License-Identifier: MIT
// A ledger of approvals as the program wrote it, read without a reader of TOML. Each entry bears a
// mark of its own words: where it holds nobody has changed them, so that what is long in an entry
// is read of those alone that somebody will ask for.
#pragma once

#include <optional>
#include <string_view>

#include "diag/span.h"
#include "spec/records_spec.h"

namespace handbill::records {

/// All entries of `text`, which is that of `file`. Of approvals that the same role has followed by
/// a later one of the document and language, `words`, `facts` and `answers` are left out. Nothing:
/// something in it was written by other hands, be it only a line; a reader of TOML tells what.
std::optional<spec::ApprovedSpec> written_approvals(std::string_view text, diag::FileId file);

}  // namespace handbill::records
