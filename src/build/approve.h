// SPDX-License-Identifier: MIT
// Approvals given and taken back: entries of records/approved.toml, and [revision] of the files
// that were drafts until then.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "build/run.h"

namespace handbill::build {

struct ApproveRequest {
  std::string role;
  std::string expires{};               ///< the last day: "2027-11-30"; empty: as `lasts` says
  std::string lasts{};                 ///< "1 year"; empty: it does not end
  std::vector<std::string> answers{};  ///< to questions of rule packs: "pemat-04=yes"
};

struct Recorded {
  std::vector<std::string> told{};       ///< lines for people
  std::optional<std::string> failure{};  ///< what could not be written; then nothing was
};

/// Approves each document that is asked for, as the files have it, or none of them. What keeps one
/// from being approved stands in the run's diagnostics.
Recorded approve(const ApproveRequest& asked, Run& run);

struct RevokeRequest {
  std::string role, reason;
};
/// Takes the role's approval of each document back. That there is none is an error.
Recorded revoke(const RevokeRequest& asked, Run& run);

/// Warns when approved words stand on pages that look different from those that were kept: on
/// which, and about how much of it.
void tell_look(const Compiled& compiled, Run& run, diag::Diagnostics& diags);

/// What the picture of a page that was approved is called, in the folder of the ledger; pages are
/// counted from 0.
std::string look_picture_name(const records::Standing& standing, std::int64_t version,
                              std::size_t page);

/// The pages as pictures that are kept beside the ledger, by name: "aftercare-sheet-en-v3-1.png".
std::vector<OutputFile> look_pictures(const Compiled& compiled, std::int64_t version,
                                      workspace::Workspace& workspace, diag::Diagnostics& diags);

}  // namespace handbill::build
