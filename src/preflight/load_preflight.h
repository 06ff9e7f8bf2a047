// SPDX-License-Identifier: MIT
// inspect and annotate for a program that does not link qpdf: they are in the module
// handbill_preflight.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/module.h"
#include "preflight/module.h"

namespace handbill::preflight {

Module open_preflight_module();

/// As preflight/inspect.h says; module-missing when there is no module.
std::optional<Inspected> inspect_by(const Module& module, const InspectRequest& request);
/// As preflight/annotate.h says.
std::optional<std::string> annotate_by(const Module& module, const AnnotateRequest& request);

}  // namespace handbill::preflight
