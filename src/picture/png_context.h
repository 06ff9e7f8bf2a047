// SPDX-License-Identifier: MIT
// What libspng reads or writes with, freed at the end. Private to this folder.
#pragma once

#include <spng.h>

#include <memory>

namespace handbill::picture {

struct FreePngContext {
  void operator()(spng_ctx* context) const { spng_ctx_free(context); }
};
using PngContext = std::unique_ptr<spng_ctx, FreePngContext>;

}  // namespace handbill::picture
