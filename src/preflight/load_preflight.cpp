// SPDX-License-Identifier: MIT
#include "preflight/load_preflight.h"

#include <dlfcn.h>

#include <filesystem>
#include <system_error>

namespace handbill::preflight {
namespace {

namespace fs = std::filesystem;

Module without(std::string trouble, std::string hint) {
  return {.trouble = std::move(trouble), .hint = std::move(hint)};
}

/// Its functions, if they are of this version.
Module functions_of(void* module) {
  const auto* version = static_cast<const char*>(::dlsym(module, kVersionName));
  void* inspect = ::dlsym(module, kInspectName);
  void* annotate = ::dlsym(module, kAnnotateName);
  const bool is_whole = inspect != nullptr && annotate != nullptr && version != nullptr &&
                        std::string_view(version) == HANDBILL_VERSION;
  if (is_whole) {
    return {reinterpret_cast<InspectEntry>(inspect), reinterpret_cast<AnnotateEntry>(annotate)};
  }
  return without("the module that reads PDFs belongs to another version of the program",
                 "install both from the same package");
}

void report(const Module& module, diag::Diagnostics& diags) {
  diags.error(diag::DiagnosticId::PdfBroken, {}, module.trouble, {module.hint});
}

std::vector<std::string> usual_places() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (error) return {};
  const fs::path folder = program.parent_path();
  constexpr const char* kFile = "handbill_preflight.so";
  return {folder / kFile, folder.parent_path() / "lib/handbill" / kFile};
}

}  // namespace

Module open_module() { return open_module(usual_places()); }

Module open_module(const std::vector<std::string>& places) {
  for (const std::string& path : places) {
    std::error_code error;
    if (!fs::exists(path, error)) continue;
    if (void* module = ::dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL)) return functions_of(module);
    const char* reason = ::dlerror();
    return without("the module that reads PDFs can't be opened: " +
                       std::string(reason == nullptr ? path.c_str() : reason),
                   "install qpdf's library");
  }
  return without("the module that reads PDFs, `handbill_preflight.so`, is not there",
                 "install it beside the program or in ../lib/handbill");
}

std::optional<Inspected> inspect_by(const Module& module, const InspectRequest& request) {
  std::optional<Inspected> inspected;
  if (module.inspect == nullptr) {
    report(module, request.diags);
  } else {
    module.inspect(request, inspected);
  }
  return inspected;
}

std::optional<std::string> annotate_by(const Module& module, const AnnotateRequest& request) {
  std::optional<std::string> copy;
  if (module.annotate == nullptr) {
    report(module, request.diags);
  } else {
    module.annotate(request, copy);
  }
  return copy;
}

}  // namespace handbill::preflight
