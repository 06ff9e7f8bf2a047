// SPDX-License-Identifier: MIT
#include "preflight/load_preflight.h"

#include <dlfcn.h>

#include <filesystem>
#include <system_error>

namespace handbill::preflight {
namespace {

namespace fs = std::filesystem;

void report(std::string why, std::string hint, diag::Diagnostics& diags) {
  diags.error(diag::DiagnosticId::PdfBroken, {}, std::move(why), {std::move(hint)});
}

/// Never closed: opening an open module again costs nothing.
void* open_first(const std::vector<std::string>& modules, diag::Diagnostics& diags) {
  for (const std::string& path : modules) {
    std::error_code error;
    if (!fs::exists(path, error)) continue;
    if (void* module = ::dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL)) return module;
    const char* reason = ::dlerror();
    report("the module that reads PDFs can't be opened: " +
               std::string(reason == nullptr ? path.c_str() : reason),
           "install qpdf's library", diags);
    return nullptr;
  }
  report("the module that reads PDFs, `handbill_preflight.so`, is not there",
         "install it beside the program or in ../lib/handbill", diags);
  return nullptr;
}

/// A function of the module, if it is one of this version.
void* find(const std::vector<std::string>& modules, const char* name, diag::Diagnostics& diags) {
  void* module = open_first(modules, diags);
  if (module == nullptr) return nullptr;
  const auto* version = static_cast<const char*>(::dlsym(module, kVersionName));
  void* entry = ::dlsym(module, name);
  if (entry == nullptr || version == nullptr || std::string_view(version) != HANDBILL_VERSION) {
    report("the module that reads PDFs belongs to another version of the program",
           "install both from the same package", diags);
    return nullptr;
  }
  return entry;
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

std::optional<Inspected> inspect_by(const std::vector<std::string>& modules,
                                    const InspectRequest& request) {
  void* entry = find(modules, kInspectName, request.diags);
  if (entry == nullptr) return std::nullopt;
  std::optional<Inspected> inspected;
  reinterpret_cast<InspectEntry>(entry)(request, inspected);
  return inspected;
}

std::optional<Inspected> inspect_file(const std::string& bytes, const InspectOptions& options,
                                      diag::Diagnostics& diags) {
  return inspect_by(usual_places(), {bytes, options, diags});
}

std::optional<std::string> annotate_file(const std::string& bytes,
                                         const diag::Diagnostics& findings,
                                         diag::Diagnostics& diags) {
  void* entry = find(usual_places(), kAnnotateName, diags);
  if (entry == nullptr) return std::nullopt;
  std::optional<std::string> copy;
  reinterpret_cast<AnnotateEntry>(entry)({bytes, findings, diags}, copy);
  return copy;
}

}  // namespace handbill::preflight
