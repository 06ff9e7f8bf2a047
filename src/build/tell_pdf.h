// SPDX-License-Identifier: MIT
// What finished PDFs tell, for a comparison.
#pragma once

#include <string>

#include "build/versions.h"

namespace handbill::build {

ToldVersion tell_pdf(const Version& version, const VersionsRequest& request);

/// What the document of a project tells that a PDF was made from with `command` ("build sign
/// --language es"), by the PDF it makes today: so that like is compared with like.
ToldVersion tell_as_pdf(const Version& version, const std::string& command,
                        const VersionsRequest& request);

}  // namespace handbill::build
