// SPDX-License-Identifier: MIT
// The PDF of a document with what a shop needs to know about it.
#pragma once

#include "build/order.h"
#include "build/publish.h"

namespace handbill::build {

/// The document, and its ticket as JSON, as XJDF and as a page.
Made make_ticket_files(const Job& job, const OrderOptions& options, Run& run);

}  // namespace handbill::build
