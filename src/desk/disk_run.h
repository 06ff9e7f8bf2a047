// SPDX-License-Identifier: MIT
// A run over the project as it stands on the disk: for what is recorded, printed and ordered.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "build/run.h"
#include "desk/calls.h"

namespace handbill::desk {

/// Of one document of the session, in its language.
class DiskRun {
 public:
  /// `files`: null for the disk alone.
  DiskRun(const Session& session, const View& view,
          std::shared_ptr<const diag::FileReader> files = nullptr);
  DiskRun(const DiskRun&) = delete;
  DiskRun& operator=(const DiskRun&) = delete;

  build::Request request;
  workspace::Workspace workspace;
  build::Run run;
};

/// The layout of a view with values that are set for this run alone: {"edition.office.color",
/// "greys"}. What can't be set is left as it is.
std::shared_ptr<const diag::FileReader> with_layout_values(
    const Session& session, const View& view,
    const std::vector<std::pair<std::string, std::string>>& values);

/// What keeps something from being done, each once, without the marks of messages.
Json errors_of(const diag::Diagnostics& found);

/// Refuses with these, as `problems`.
Answer refused_for(const diag::Diagnostics& found, const std::string& message);

/// That changes are to be saved first, else nothing.
std::optional<Answer> refused_unsaved(const Session& session);

/// The document that a call asks for by `document`; null: there is none.
const View* view_of(const Call& call, Session& session);
/// The same by `document` of a body.
const View* view_of(const Call& call, const Json& body, Session& session);

}  // namespace handbill::desk
