// SPDX-License-Identifier: MIT
// Any PDF, read back: what it puts on the plates, and whether it is the PDF/X it says it is.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/claims.h"
#include "diag/diagnostic.h"
#include "plates/print.h"
#include "preflight/options.h"

namespace handbill::preflight {

/// Takes a page of a file: `print` has it alone, and all inks met so far.
using PageReader = std::function<void(const plates::Print& print)>;

struct InspectOptions {
  /// What the file is judged by; nothing: by what it claims, and PDF/X-4 when it claims
  /// nothing. No claims: only what is painted counts.
  std::optional<Claims> standard{};
  bool also_claimed = false;  ///< by what it claims of PDF/A and PDF/UA, too
  Pictures pictures = Pictures::Pixels;
  Tags tags = Tags::Leave;
  Glyphs glyphs = Glyphs::Boxes;
  /// An open file, read a piece at a time, and not from memory; -1: from memory.
  int descriptor = -1;
  Allowance most = kMostOfFile;
  /// Called with each page in order, so that one is in memory at a time; nothing: all are kept.
  PageReader each_page{};
};

struct Inspected {
  plates::Print print;  ///< its pages are bare when each_page has had them
  std::string claims;   ///< "PDF/X-4, PDF/A-2a, PDF/UA-1", as it says it; empty: nothing
  std::string pdfx;     ///< of these that of print: "PDF/X-4"; empty: none
  Claims judged_by{};
  bool tags_judged = false;
  std::string condition;                   ///< of its output intent: "CGATS TR 006"; empty: none
  std::string condition_info;              ///< the same for people
  int intent_colors = 0;                   ///< of its output intent: 4 is CMYK; 0: there is none
  std::vector<std::string> blend_spaces;   ///< of its transparency groups: "DeviceCMYK"
  std::vector<std::string> hidden_layers;  ///< by name
};

/// Reports what breaks the rules of its standard, and pdf-broken, giving nothing, when the bytes
/// can't be read: they are no PDF, need a password or would take too long.
std::optional<Inspected> inspect(const std::string& bytes, const InspectOptions& options,
                                 diag::Diagnostics& diags);

}  // namespace handbill::preflight
