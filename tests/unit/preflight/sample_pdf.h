// SPDX-License-Identifier: MIT
// A small PDF made of parts that a test may change.
#pragma once

#include <map>
#include <string>

namespace handbill::test {

struct SamplePdf {
  std::string version = "1.6";
  std::string info;     ///< entries of the document information
  std::string xmp;      ///< the packet; empty: none
  std::string intents;  ///< what stands in OutputIntents
  std::string catalog;  ///< further entries
  std::string trailer = "/ID [<0123> <4567>]";
  std::string boxes = "/MediaBox [0 0 120 140] /BleedBox [5 5 115 135] /TrimBox [10 10 110 130]";
  std::string page;  ///< further entries
  int pages = 1;     ///< alike
  std::string resources;
  std::string content = "0 0 0 1 k 20 20 30 40 re f";
  /// Further objects by number, from 10 to 99; 7 is the output profile.
  std::map<int, std::string> objects;

  std::string write() const;
};

/// A stream with entries of its own besides Length.
std::string stream(const std::string& entries, const std::string& bytes);

/// Files that break no rule of their standard.
SamplePdf good_x4();
SamplePdf good_x1a();

}  // namespace handbill::test
