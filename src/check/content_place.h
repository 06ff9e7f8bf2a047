// SPDX-License-Identifier: MIT
// Where the words of a message are written.
#pragma once

#include "diag/diagnostic.h"
#include "document/document.h"

namespace handbill::check {

/// The words of a fact are known by the braces of the layout that ask for it: a message about them
/// moves to the fact, in the content, and names it. The braces become a label.
diag::Diagnostic at_content(const document::Document& document, diag::Diagnostic told);

}  // namespace handbill::check
