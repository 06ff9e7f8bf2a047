// SPDX-License-Identifier: MIT
#include "png/load_png.h"

namespace handbill::png {
namespace {

constexpr ModuleName kModule = {"handbill_png.so", "draws PNG pictures", "Cairo and FreeType",
                                HANDBILL_VERSION};

}  // namespace

std::optional<std::string> write_png_by(const std::vector<std::string>& folders,
                                        const PngRequest& request) {
  return write_png_by(open_module(kModule, folders), request);
}

Module open_png_module() { return open_module(kModule, module_folders()); }

std::optional<std::string> write_png_by(const Module& module, const PngRequest& request) {
  if (!module.is_open()) {
    request.diags.error(diag::DiagnosticId::ModuleMissing, {}, module.trouble, {module.hint});
    return std::nullopt;
  }
  std::optional<std::string> png;
  module.function<WritePngEntry>(kEntryName)(request, png);
  return png;
}

inline namespace loaded {

std::optional<std::string> write_png(const display::PageList& pages, std::size_t page,
                                     const font::FontBook& fonts, const color::Preview& preview,
                                     const PngOptions& options, diag::Diagnostics& diags) {
  return write_png_by(module_folders(), {pages, page, fonts, preview, options, diags});
}

}  // namespace loaded

}  // namespace handbill::png
