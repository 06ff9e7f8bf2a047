// SPDX-License-Identifier: MIT
// How much ink a document takes: in words, and as a page to look at.
#pragma once

#include <string>
#include <vector>

#include "diag/source_map.h"
#include "plates/ink_map.h"
#include "text/style.h"

namespace handbill::build {

/// One of the heaviest squares of a page and whose ink is in it.
struct HeavySquare {
  plates::InkSquare square;
  struct Source {
    std::string what;   ///< "Cyan 92 + Magenta 60, a fill"
    std::string where;  ///< "layouts/hours-placard.toml:12:3"; empty: not known
    double percent = 0;
  };
  std::vector<Source> sources;  ///< the heaviest first
};

struct InkReport {
  std::string page;               ///< its name
  double limit = 0;               ///< percent, mean over any square of 15 mm
  std::vector<std::string> inks;  ///< names
  std::vector<double> coverage;   ///< of the trimmed page, by ink, 0 to 1
  std::vector<HeavySquare> squares;

  /// "The heaviest square of 15 mm has 258 %. The limit is 320 %."
  std::string verdict() const;
};

/// The squares lie on the trimmed page: what is cut off is no ink on the paper.
InkReport report_ink(const plates::Print& print, std::size_t page, double limit,
                     const diag::SourceMap& sources);

/// Some lines, two spaces in.
void append_words(const InkReport& report, std::vector<std::string>& lines);

/// A page list of one page, as large as the sheet and its legend: the heat map at
/// `pixels_per_inch`, the trim, the heaviest squares with numbers, the scale and who is to blame.
/// `type` sets the words; with no fonts in it there are none.
display::PageList ink_page(const plates::Print& print, std::size_t page, const InkReport& report,
                           const std::string& title, double pixels_per_inch,
                           const text::CharacterStyle& type, const font::FontBook& fonts);

}  // namespace handbill::build
