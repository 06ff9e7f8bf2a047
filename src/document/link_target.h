// SPDX-License-Identifier: MIT
// Addresses that links lead to.
#pragma once

#include <string>
#include <string_view>

#include "document/facts.h"

namespace handbill::document {

/// An address ready for a PDF: what may not stand in one as it is (RFC 3986, 2.1) by its bytes; "%"
/// stays, it may be an escape.
std::string percent_encoded(std::string_view address);

struct LinkTarget {
  /// Ready for a PDF: `tel:` and `sms:` numbers without spaces, anything but plain ASCII
  /// percent-encoded. Empty: no link.
  std::string address;
  Told told{};                     ///< facts in it
  std::optional<Missed> missed{};  ///< a fact in it that the clinic does not have
  std::string shown{};             ///< for paper: without `https://` and the like
};

/// The target with its facts put in. Reports bad-url for anything but http, https, mailto, tel and
/// sms; there is no link for that, while a fact in it is blank, and when it is absent.
LinkTarget link_target(const PlacedText& written, const content::FactRow* scope, Facts& facts,
                       const Context& context);

/// True when a reader of the words can find the target: they hold its address or number.
bool is_told(const LinkTarget& target, std::string_view words);

}  // namespace handbill::document
