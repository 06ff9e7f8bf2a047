// SPDX-License-Identifier: MIT
#include "build/reflow.h"

#include <string>
#include <utility>
#include <vector>

#include "layout/page_galley.h"

namespace handbill::build {
namespace {

/// As many as the layout's own pages get, and one: the first counts those.
constexpr int kMostPagesPasses = 4;

using document::HeadingPlace;
using document::PageFacts;

/// What the layout's pages tell of places, told of those of the edition.
PageFacts on_edition(const PageFacts& own, const PageFacts& found) {
  PageFacts facts;
  std::vector<bool> taken(found.headings.size());
  for (HeadingPlace heading : own.headings) {
    for (std::size_t i = 0; i < found.headings.size(); ++i) {
      const HeadingPlace& each = found.headings[i];
      if (taken[i] || each.level != heading.level || each.words != heading.words) continue;
      taken[i] = true;
      heading.page = each.page;
      facts.headings.push_back(std::move(heading));
      break;
    }
  }
  const auto move_names = [&](const document::NamedPlaces& from, document::NamedPlaces& to) {
    for (const auto& [name, pages] : from) {
      const auto place = found.flows.find(name);
      if (place != found.flows.end()) to[name] = place->second;
    }
  };
  move_names(own.flows, facts.flows);
  move_names(own.frames, facts.frames);
  return facts;
}

}  // namespace

std::optional<Reflowed> reflow(document::Document source, document::Pagination pages,
                               const BindAgain& bind, const layout::Type& type,
                               diag::Diagnostics& diags) {
  const PageFacts own = pages.facts.value_or(PageFacts());
  layout::PagedGalley paged = layout::page_galley(source, type);
  for (int pass = 0; source.asks_for_pages; ++pass) {
    PageFacts facts = on_edition(own, paged.facts);
    const std::size_t count = paged.document.sides.size();
    if (pages.reflowed == count && pages.facts == facts) break;
    if (pass == kMostPagesPasses) {
      diags.warning(diag::DiagnosticId::PagesUnsettled, {},
                    "what is told of pages moves text to another page each time it is told, so "
                    "that some of it is wrong");
      break;
    }
    pages.facts = std::move(facts);
    pages.reflowed = count;
    diags = {};
    auto again = bind(pages, diags);
    if (!again) return std::nullopt;
    source = std::move(*again);
    paged = layout::page_galley(source, type);
  }
  if (paged.is_cut_short) {
    diags.error(diag::DiagnosticId::TooLarge, {},
                "the " + std::string(facts_of(paged.document.edition).name) +
                    " edition has more than 2,000 pages",
                {"make it of parts of the content, each by a layout of its own"});
    return std::nullopt;
  }
  return Reflowed{std::move(source), std::move(paged.document)};
}

}  // namespace handbill::build
