// SPDX-License-Identifier: MIT
// Puts an entry at the end of a ledger of the project.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "build/output_set.h"
#include "diag/diagnostic.h"
#include "records/block.h"
#include "world/project.h"

namespace handbill::build {

/// What a ledger is, for whoever opens it: the comment at its head.
struct Ledger {
  std::string_view path;  ///< "records/approved.toml"
  std::string_view head;  ///< lines that begin with #
};

/// `beside`: files that belong to the entry, by names in the folder of the ledger. All are on the
/// disk, or none. Two runs at the same time do not lose each other's. Nothing on success, else what
/// failed; the ledger is as it was then.
std::optional<std::string> append_record(const world::Project& project, const Ledger& ledger,
                                         const records::Block& entry,
                                         const std::vector<OutputFile>& beside,
                                         diag::Diagnostics& diags);

/// Several entries, all of them or none.
std::optional<std::string> append_records(const world::Project& project, const Ledger& ledger,
                                          const std::vector<records::Block>& entries,
                                          const std::vector<OutputFile>& beside,
                                          diag::Diagnostics& diags);

/// Files of the project, by path; entries and content belong together.
using ChangedContent = std::map<std::string, std::string>;

/// Puts the content in place and adds the entries, or does neither: what was there comes back where
/// the ledger takes no entry. No entries, and the content alone is put in place.
std::optional<std::string> append_with_content(const world::Project& project,
                                               const ChangedContent& content, const Ledger& ledger,
                                               const std::vector<records::Block>& entries,
                                               const std::vector<OutputFile>& beside,
                                               diag::Diagnostics& diags);

}  // namespace handbill::build
