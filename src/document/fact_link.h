// SPDX-License-Identifier: MIT
// Facts that lead somewhere by themselves, where words can be clicked.
#pragma once

#include <string>

#include "content/content.h"
#include "content/template.h"
#include "document/context.h"

namespace handbill::document {

/// "tel:+13015550100" of a phone number, "mailto:…" of a mail address, a web address itself, ready
/// for a PDF. Empty: the fact is something else, or the edition is for paper.
std::string fact_link(const content::TemplatePart::Fact& fact, const content::FactRow* scope,
                      diag::Span asked_at, const Context& context);

}  // namespace handbill::document
