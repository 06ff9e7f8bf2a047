// SPDX-License-Identifier: MIT
#include "png/load_png.h"

#include <dlfcn.h>

#include <filesystem>
#include <system_error>

namespace handbill::png {
namespace {

namespace fs = std::filesystem;

void report(std::string why, std::string hint, diag::Diagnostics& diags) {
  diags.error(diag::DiagnosticId::WriteFailed, {}, std::move(why), {std::move(hint)});
}

/// Never closed: Cairo keeps caches of its own until the program ends, and opening an open module
/// again costs nothing.
void* open_first(const std::vector<std::string>& modules, diag::Diagnostics& diags) {
  for (const std::string& path : modules) {
    std::error_code error;
    if (!fs::exists(path, error)) continue;
    if (void* module = ::dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL)) return module;
    const char* reason = ::dlerror();
    report("the module for PNG pictures can't be opened: " +
               std::string(reason == nullptr ? path.c_str() : reason),
           "install Cairo and FreeType", diags);
    return nullptr;
  }
  report("the module for PNG pictures, `handbill_png.so`, is not there",
         "install it beside the program or in ../lib/handbill; PDF and SVG do without", diags);
  return nullptr;
}

std::vector<std::string> usual_places() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (error) return {};
  const fs::path folder = program.parent_path();
  constexpr const char* kFile = "handbill_png.so";
  return {folder / kFile, folder.parent_path() / "lib/handbill" / kFile};
}

}  // namespace

std::optional<std::string> write_png_by(const std::vector<std::string>& modules,
                                        const PngRequest& request) {
  void* module = open_first(modules, request.diags);
  if (module == nullptr) return std::nullopt;
  const auto* version = static_cast<const char*>(::dlsym(module, kVersionName));
  void* entry = ::dlsym(module, kEntryName);
  if (entry == nullptr || version == nullptr || std::string_view(version) != HANDBILL_VERSION) {
    report("the module for PNG pictures belongs to another version of the program",
           "install both from the same package", request.diags);
    return std::nullopt;
  }
  std::optional<std::string> png;
  reinterpret_cast<WritePngEntry>(entry)(request, png);
  return png;
}

inline namespace loaded {

std::optional<std::string> write_png(const display::PageList& pages, std::size_t page,
                                     const font::FontBook& fonts, const color::Preview& preview,
                                     const PngOptions& options, diag::Diagnostics& diags) {
  return write_png_by(usual_places(), {pages, page, fonts, preview, options, diags});
}

}  // namespace loaded

}  // namespace handbill::png
