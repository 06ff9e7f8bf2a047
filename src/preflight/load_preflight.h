// SPDX-License-Identifier: MIT
// inspect and annotate for a program that does not link qpdf: they are in the module
// handbill_preflight.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "preflight/module.h"

namespace handbill::preflight {

/// What has been opened.
struct Module {
  InspectEntry inspect = nullptr;
  AnnotateEntry annotate = nullptr;
  std::string trouble{}, hint{};  ///< why there is nothing
};

/// The module beside the program, else in ../lib/handbill. It stays open.
Module open_module();
/// The first of `places` (paths) that exists.
Module open_module(const std::vector<std::string>& places);

/// As preflight/inspect.h says; pdf-broken when there is no module.
std::optional<Inspected> inspect_by(const Module& module, const InspectRequest& request);
/// As preflight/annotate.h says.
std::optional<std::string> annotate_by(const Module& module, const AnnotateRequest& request);

}  // namespace handbill::preflight
