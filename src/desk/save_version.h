// SPDX-License-Identifier: MIT
// What is saved, and what is gone back to, as one more version.
#pragma once

#include <optional>
#include <string>

#include "desk/session.h"

namespace handbill::desk {

/// What has come of work that became a version.
struct KeptWork {
  std::optional<Refusal> refusal;
  std::string trouble;  ///< why it is no version, in words for people; empty: it is
};

/// Saves what is not saved; what others made of the same files before is a version too.
KeptWork save_as_version(Session& session);

/// The project's content, layouts and fonts as they were, as one more version: nothing is lost by
/// it. `version`: of SavedVersion. Records stay, which tell what was done.
KeptWork go_back(Session& session, const std::string& version);

}  // namespace handbill::desk
