// SPDX-License-Identifier: MIT
#include "build/printer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "base/number.h"

namespace handbill::build {
namespace {

std::vector<std::string> lines(std::string_view text) {
  std::vector<std::string> all;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (end > 0) all.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return all;
}

/// As CUPS calls paper (PWG 5101.1); of a size without a name its measures in points.
std::string media_of(Size paper) {
  const double wide = std::min(paper.width, paper.height).pt();
  const double high = std::max(paper.width, paper.height).pt();
  struct Paper {
    const char* name;
    double wide, high;
  };
  constexpr std::array kPapers = {Paper{"Letter", 612, 792},   Paper{"Legal", 612, 1008},
                                  Paper{"Tabloid", 792, 1224}, Paper{"A3", 841.89, 1190.55},
                                  Paper{"A4", 595.28, 841.89}, Paper{"A5", 419.53, 595.28}};
  for (const Paper& each : kPapers) {
    if (std::abs(each.wide - wide) < 2 && std::abs(each.high - high) < 2) return each.name;
  }
  return "Custom." + format_number(wide, 0) + "x" + format_number(high, 0);
}

const char* sides_of(pdf::Printing::Sides sides) {
  switch (sides) {
    case pdf::Printing::Sides::One:
      return "sides=one-sided";
    case pdf::Printing::Sides::LongEdge:
      return "sides=two-sided-long-edge";
    case pdf::Printing::Sides::ShortEdge:
      return "sides=two-sided-short-edge";
  }
  return "";
}

}  // namespace

std::vector<std::string> lp_words(const Printable& document, const PrintOrder& order) {
  std::vector<std::string> words = {"lp"};
  if (!order.printer.empty()) words.insert(words.end(), {"-d", order.printer});
  words.insert(words.end(), {"-n", std::to_string(order.copies), "-t", document.name});
  for (const std::string& option :
       {std::string(sides_of(document.printing.sides)), std::string("print-scaling=none"),
        "media=" + media_of(document.paper)}) {
    words.insert(words.end(), {"-o", option});
  }
  if (document.is_grey) words.insert(words.end(), {"-o", "print-color-mode=monochrome"});
  return words;
}

Printers printers_here() {
  Printers printers;
  const Answer all = run_program({.words = {"lpstat", "-e"}});
  if (!all.was_found || !all.is_good) return printers;
  printers.are_known = true;
  printers.names = lines(all.said);
  constexpr std::string_view kDefault = "system default destination: ";
  for (const std::string& line : lines(run_program({.words = {"lpstat", "-d"}}).said)) {
    if (line.starts_with(kDefault)) printers.by_default = line.substr(kDefault.size());
  }
  return printers;
}

}  // namespace handbill::build
