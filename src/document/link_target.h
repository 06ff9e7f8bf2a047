// SPDX-License-Identifier: MIT
// Addresses that links lead to.
#pragma once

#include <string>

#include "document/facts.h"

namespace handbill::document {

/// The target with its facts put in, ready for a PDF: `tel:` numbers without spaces, anything but
/// plain ASCII percent-encoded. Reports bad-url for anything but http, https, mailto and tel; empty
/// (no link) for that and while a fact in it is blank.
std::string link_target(const PlacedText& written, const content::Scope* scope, Facts& facts,
                        const Context& context);

}  // namespace handbill::document
