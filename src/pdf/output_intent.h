// SPDX-License-Identifier: MIT
// The printing condition a file is made for (PDF 1.7, 14.11.5).
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

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

/// What keeps the intent from standing in a file of that PDF/X; nothing while all is well, and of
/// files that are none.
std::optional<std::string> problem_with(const OutputIntent& intent, Claims standard);

/// True: it says what the inks of a PDF/A mean (ISO 19005-2, 6.2.3).
bool covers_ink(const OutputIntent& intent);

/// Adds an intent for PDF/X and one for PDF/A, as far as they are claimed, and where they want it
/// the profile, which they share (ISO 19005-2, 6.2.3). PDF/X-4 always embeds it (ISO 15930-7),
/// PDF/X-1a where no registry knows the identifier (ISO 15930-4): such shops want no ICC data. The
/// profile must live until the document is saved.
std::vector<ObjectRef> write_output_intents(const OutputIntent& intent, Claims claims,
                                            ProfileStreams& profiles, HaruDocument& document);

/// For PDF/A whose colours are sRGB by the profile.
ObjectRef write_screen_intent(ObjectRef srgb, HaruDocument& document);

}  // namespace handbill::pdf
