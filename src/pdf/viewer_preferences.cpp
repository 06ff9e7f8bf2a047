// SPDX-License-Identifier: MIT
#include "pdf/viewer_preferences.h"

namespace handbill::pdf {
namespace {

const char* name_of(Printing::Sides sides) {
  switch (sides) {
    case Printing::Sides::One:
      return "Simplex";
    case Printing::Sides::LongEdge:
      return "DuplexFlipLongEdge";
    case Printing::Sides::ShortEdge:
      return "DuplexFlipShortEdge";
  }
  return "";
}

}  // namespace

std::string viewer_preferences(ShownTitle title, const std::optional<Printing>& printing) {
  std::string text;
  if (title == ShownTitle::Document) text += "/DisplayDocTitle true";
  if (printing) {
    text += "/PrintScaling/None/PickTrayByPDFSize true/Duplex/";
    text += name_of(printing->sides);
  }
  return text.empty() ? text : "/ViewerPreferences<<" + text + ">>";
}

}  // namespace handbill::pdf
