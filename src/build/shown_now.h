// SPDX-License-Identifier: MIT
// The facts and words of a job's document, and how it is made again.
#pragma once

#include <optional>

#include "build/run.h"
#include "manifest/packed_shown.h"

namespace handbill::build {

/// `compiled` has a document.
manifest::Shown shown_of(const Compiled& compiled, const Run& run);

/// With what was asked for, for the metadata of a file.
manifest::ShownAs shown_as(const Compiled& compiled, const Job& job, const Run& run);

/// What was asked for, as a request for that one document. What is no word of this program is left
/// out: `asked` may be anybody's.
Request request_of(const std::vector<manifest::Asked>& asked, const Request& like);

}  // namespace handbill::build
