// SPDX-License-Identifier: MIT
#include "check/content_place.h"

#include <catch2/catch.hpp>

namespace handbill::test {
namespace {

constexpr diag::FileId kLayout{0}, kContent{1};
const diag::Span kBraces{kLayout, 10, 20}, kFact{kContent, 3, 9}, kOther{kContent, 30, 39};

document::Document telling(std::vector<document::ToldFact> facts) {
  document::Document document;
  document.told_facts = std::move(facts);
  return document;
}

diag::Diagnostic message(diag::DiagnosticId id, diag::Span span) {
  return {.id = id, .message = "`Here` runs over the edge of `box`", .span = span};
}

}  // namespace

TEST_CASE("words of a fact are told of where the fact is written") {
  const auto document = telling({{"clinic.web", "Here", kBraces, kFact}});
  for (const auto id : {diag::DiagnosticId::InkOverEdge, diag::DiagnosticId::TextOverlap,
                        diag::DiagnosticId::TextUnderPaint, diag::DiagnosticId::OutsideSafeArea}) {
    const diag::Diagnostic told = check::at_content(document, message(id, kBraces));
    CHECK(told.span == kFact);
    CHECK(told.message == "`clinic.web`: `Here` runs over the edge of `box`");
    REQUIRE(told.labels.size() == 1);
    CHECK(told.labels[0].span == kBraces);
  }
}

TEST_CASE("what is not known to be a fact, or no fault of its words, stays where it is") {
  using enum diag::DiagnosticId;
  const auto one = telling({{"clinic.web", "Here", kBraces, kFact}});
  CHECK(check::at_content(one, message(InkOverEdge, kOther)).span == kOther);
  CHECK(check::at_content(one, message(LowContrast, kBraces)).span == kBraces);
  // Rows of a table: the same braces stand for several facts.
  const auto rows = telling({{"name", "Here", kBraces, kFact}, {"name", "There", kBraces, kOther}});
  CHECK(check::at_content(rows, message(InkOverEdge, kBraces)).span == kBraces);
}

}  // namespace handbill::test
