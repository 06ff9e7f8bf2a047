// SPDX-License-Identifier: MIT
// inspect and annotate for a program that does not link qpdf: opens the module handbill_preflight
// when one of them is called first.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "preflight/module.h"

namespace handbill::preflight {

/// As preflight/inspect.h says. The module is looked for beside the program, then in
/// ../lib/handbill; pdf-broken when there is none of this version.
std::optional<Inspected> inspect_file(const std::string& bytes, const InspectOptions& options,
                                      diag::Diagnostics& diags);

/// As preflight/annotate.h says.
std::optional<std::string> annotate_file(const std::string& bytes,
                                         const diag::Diagnostics& findings,
                                         diag::Diagnostics& diags);

/// The same by the first of the `modules` (paths) that exists.
std::optional<Inspected> inspect_by(const std::vector<std::string>& modules,
                                    const InspectRequest& request);

}  // namespace handbill::preflight
