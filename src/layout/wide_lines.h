// SPDX-License-Identifier: MIT
// Words wider than their column.
#pragma once

#include <cstddef>

#include "diag/diagnostic.h"
#include "layout/fragment.h"

namespace handbill::layout {

/// Reports line-too-wide for the lines of a frame, at the fact or text of the content that the
/// word is part of.
void report_wide_lines(const document::Document& document, const Fragment& frame, std::size_t side,
                       diag::Diagnostics& diags);

}  // namespace handbill::layout
