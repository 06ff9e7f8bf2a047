// SPDX-License-Identifier: MIT
// The printing condition a file is made for (PDF 1.7, 14.11.5).
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/claims.h"
#include "pdf/haru_document.h"
#include "pdf/icc_profile.h"

namespace handbill::pdf {

struct OutputIntent {
  std::string identifier;                         ///< as the registry has it: "CGATS TR 006"
  std::string info;                               ///< for people: "GRACoL 2006, coated paper no. 1"
  std::string registry = "http://www.color.org";  ///< empty: the identifier is in none
  std::shared_ptr<const std::string> icc;         ///< the CMYK output profile
};

/// What keeps the intent from standing in a file of that standard; nothing while all is well.
std::optional<std::string> problem_with(const OutputIntent& intent, Claims standard);

/// Adds the intent and, where the standard wants it, the profile. PDF/X-4 always embeds it (ISO
/// 15930-7), PDF/X-1a where no registry knows the identifier (ISO 15930-4): such shops
/// want no ICC data. The profile must live until the document is saved.
ObjectRef write_output_intent(const OutputIntent& intent, Claims standard, ProfileStreams& profiles,
                              HaruDocument& document);

}  // namespace handbill::pdf
