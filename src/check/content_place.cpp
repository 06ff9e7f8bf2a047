// SPDX-License-Identifier: MIT
#include "check/content_place.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace handbill::check {
namespace {

/// Too many words are the content's fault; faint type is not.
bool is_of_words(diag::DiagnosticId id) {
  using enum diag::DiagnosticId;
  constexpr auto kIds = std::to_array({OutsideSafeArea, TextOverlap, InkOverEdge, TextUnderPaint});
  return std::ranges::find(kIds, id) != kIds.end();
}

/// Rows of a table ask for several facts in one place: then it is not known which is meant.
const document::ToldFact* only_fact_at(const document::Document& document, diag::Span asked_at) {
  const document::ToldFact* found = nullptr;
  for (const document::ToldFact& each : document.told_facts) {
    if (each.asked_at != asked_at) continue;
    if (found != nullptr && found->said_at != each.said_at) return nullptr;
    found = &each;
  }
  return found;
}

}  // namespace

diag::Diagnostic at_content(const document::Document& document, diag::Diagnostic told) {
  if (!is_of_words(told.id) || !told.span.known()) return told;
  const document::ToldFact* fact = only_fact_at(document, told.span);
  if (fact == nullptr) return told;
  told.message = "`" + fact->path + "`: " + told.message;
  told.span = fact->said_at;
  told.labels.insert(told.labels.begin(), {fact->asked_at, "it is printed here"});
  return told;
}

}  // namespace handbill::check
