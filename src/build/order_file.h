// SPDX-License-Identifier: MIT
#pragma once

#include "build/order.h"
#include "build/publish.h"

namespace handbill::build {

/// One ZIP for a print shop: the document, its ticket as JSON, as XJDF and as a page, and a picture
/// of each page as a proof.
Made make_order_file(const Job& job, const OrderOptions& options, Run& run);

}  // namespace handbill::build
