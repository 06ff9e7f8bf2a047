// SPDX-License-Identifier: MIT
// What the module handbill_preflight exports, beside its version (base/module.h).
#pragma once

#include <optional>
#include <string>

#include "preflight/inspect.h"

namespace handbill::preflight {

struct InspectRequest {
  const std::string& bytes;
  const InspectOptions& options;
  diag::Diagnostics& diags;
};

struct AnnotateRequest {
  const std::string& bytes;
  const diag::Diagnostics& findings;
  diag::Diagnostics& diags;
};

using InspectEntry = void(const InspectRequest& request, std::optional<Inspected>& inspected);
using AnnotateEntry = void(const AnnotateRequest& request, std::optional<std::string>& copy);
inline constexpr const char* kInspectName = "handbill_inspect";
inline constexpr const char* kAnnotateName = "handbill_annotate";

}  // namespace handbill::preflight
