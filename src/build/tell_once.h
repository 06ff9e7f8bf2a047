// SPDX-License-Identifier: MIT
// What is wrong on several pages that one side makes.
#pragma once

#include "diag/diagnostic.h"
#include "document/document.h"

namespace handbill::build {

/// The same of each page of a side, told of the first: the others are further places of it.
diag::Diagnostics told_once(const document::Document& document, const diag::Diagnostics& found);

}  // namespace handbill::build
