// SPDX-License-Identifier: MIT
#include "png/module.h"

#include "png/write_png.h"

extern "C" {

__attribute__((visibility("default"))) extern const char handbill_module_version[];
const char handbill_module_version[] = HANDBILL_VERSION;

__attribute__((visibility("default"))) void handbill_write_png(
    const handbill::png::PngRequest& request, std::optional<std::string>& png) {
  png = handbill::png::write_png(request.pages, request.page, request.fonts, request.preview,
                                 request.options, request.diags);
}
}
