// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace handbill::pdf {

/// What a file conforms to: nothing in particular, PDF/X-1a:2003 (ISO 15930-4:2003) or PDF/X-4
/// (ISO 15930-7:2010).
enum class Standard { None, X1a2003, X4 };

/// As GTS_PDFXVersion has it; empty for None.
constexpr std::string_view pdfx_version(Standard standard) {
  switch (standard) {
    case Standard::X1a2003:
      return "PDF/X-1a:2003";
    case Standard::X4:
      return "PDF/X-4";
    case Standard::None:
      break;
  }
  return {};
}

}  // namespace handbill::pdf
