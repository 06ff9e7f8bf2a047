// SPDX-License-Identifier: MIT
// Web and mail addresses typed in a text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "prose/reading.h"

namespace handbill::prose {

struct TypedAddress {
  enum class Kind { Web, Mail } kind = Kind::Web;
  std::size_t begin = 0, end = 0;  ///< bytes of the text
  std::string host;    ///< in small letters, without "www."; of mail what stands behind the @
  std::string rest{};  ///< path and query of a web address; of mail what stands before the @
  bool has_scheme = false;
};

/// In order. Endings that no site has are none.
std::vector<TypedAddress> find_typed_addresses(const ReadParagraph& paragraph,
                                               std::string_view text);

/// The same for a fact; a host that is empty: it is none.
TypedAddress read_typed_address(std::string_view address);

/// "clinic.org" of "book.clinic.org", "clinic.co.uk" of "www.clinic.co.uk".
std::string_view site_of(std::string_view host);

/// Of a government, a university or the United Nations: texts refer to these for what they say.
bool is_public_body(std::string_view host);

}  // namespace handbill::prose
