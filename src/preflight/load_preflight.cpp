// SPDX-License-Identifier: MIT
#include "preflight/load_preflight.h"

namespace handbill::preflight {
namespace {

void report(const Module& module, diag::Diagnostics& diags) {
  diags.error(diag::DiagnosticId::ModuleMissing, {}, module.trouble, {module.hint});
}

}  // namespace

Module open_preflight_module() {
  return open_module({"handbill_preflight.so", "reads PDFs", "qpdf's library", HANDBILL_VERSION});
}

std::optional<Inspected> inspect_by(const Module& module, const InspectRequest& request) {
  std::optional<Inspected> inspected;
  if (!module.is_open()) {
    report(module, request.diags);
  } else {
    module.function<InspectEntry>(kInspectName)(request, inspected);
  }
  return inspected;
}

std::optional<std::string> annotate_by(const Module& module, const AnnotateRequest& request) {
  std::optional<std::string> copy;
  if (!module.is_open()) {
    report(module, request.diags);
  } else {
    module.function<AnnotateEntry>(kAnnotateName)(request, copy);
  }
  return copy;
}

}  // namespace handbill::preflight
