// SPDX-License-Identifier: MIT
#include "build/printing.h"

namespace handbill::build {

pdf::Printing printing_of(const document::Document& document, const display::PageList& pages) {
  using Duplex = document::Office::Duplex;
  using Sides = pdf::Printing::Sides;
  const Duplex asked = document.office ? document.office->duplex : Duplex::AsPagesTurn;
  switch (asked) {
    case Duplex::None:
      return {Sides::One};
    case Duplex::LongEdge:
      return {Sides::LongEdge};
    case Duplex::ShortEdge:
      return {Sides::ShortEdge};
    case Duplex::AsPagesTurn:
      break;
  }
  const bool has_backs =
      document.sheet.printed == document::Printed::BothSides && pages.pages.size() > 1;
  if (!has_backs) return {Sides::One};
  const Size paper = pages.pages.front().media.size();
  return {paper.width > paper.height ? Sides::ShortEdge : Sides::LongEdge};
}

}  // namespace handbill::build
