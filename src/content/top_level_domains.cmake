# SPDX-License-Identifier: MIT
# Writes the endings that web addresses may have, from the Public Suffix List, as one string:
# cmake -DLIST=… -DHEADER=… -P top_level_domains.cmake
file(STRINGS ${LIST} domains REGEX "^(\\*\\.)?[a-z0-9-]+$" ENCODING UTF-8)
list(TRANSFORM domains REPLACE "^\\*\\." "")
list(SORT domains)
list(REMOVE_DUPLICATES domains)
list(LENGTH domains count)
if(count LESS 1000)
  message(FATAL_ERROR "${LIST} has ${count} top-level domains; there are over a thousand")
endif()
list(TRANSFORM domains PREPEND "    \"")
list(TRANSFORM domains APPEND " \"")
list(JOIN domains "\n" lines)
file(WRITE ${HEADER} "#pragma once
#include <string_view>
namespace handbill::content {
/// Each with a space before and after it.
inline constexpr std::string_view kTopLevelDomains =
    \" \"
${lines};
}  // namespace handbill::content
")
