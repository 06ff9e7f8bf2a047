// SPDX-License-Identifier: MIT
// A PDF as a print shop sees it.
#pragma once

#include <string>

#include "diag/diagnostic.h"
#include "document/shop.h"
#include "preflight/options.h"

namespace handbill::cli {

preflight::Standard preflight_standard(document::Standard standard);

/// What was written for a shop, read back by other code than wrote it. `name` is that of the file,
/// for messages. Does nothing for a shop without a standard.
void judge_written(const std::string& name, const std::string& bytes, const document::Shop& shop,
                   diag::Diagnostics& diags);

}  // namespace handbill::cli
