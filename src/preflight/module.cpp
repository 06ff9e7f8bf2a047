// SPDX-License-Identifier: MIT
#include "preflight/module.h"

#include "preflight/annotate.h"

extern "C" {

__attribute__((visibility("default"))) extern const char handbill_module_version[];
const char handbill_module_version[] = HANDBILL_VERSION;

__attribute__((visibility("default"))) void handbill_inspect(
    const handbill::preflight::InspectRequest& request,
    std::optional<handbill::preflight::Inspected>& inspected) {
  inspected = handbill::preflight::inspect(request.bytes, request.options, request.diags);
}

__attribute__((visibility("default"))) void handbill_annotate(
    const handbill::preflight::AnnotateRequest& request, std::optional<std::string>& copy) {
  copy = handbill::preflight::annotate(request.bytes, request.findings, request.diags);
}
}
