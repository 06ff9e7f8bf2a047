// SPDX-License-Identifier: MIT
#include "document/resolve_fit.h"

#include <algorithm>

#include "base/check.h"
#include "base/overload.h"
#include "document/content_kinds.h"
#include "document/edition.h"

namespace handbill::document {
namespace {

template <class T>
std::optional<LeastToMost<T>> range(const std::vector<spec::Spanned<T>>& written) {
  if (written.empty()) return std::nullopt;
  HANDBILL_CHECK(written.size() == 2, "parse takes two ends");
  return LeastToMost<T>{written[0].value, written[1].value};
}

const std::optional<Copyfit>& fit_of(const Document& document, const Frame& frame) {
  using Fit = const std::optional<Copyfit>&;
  return std::visit(
      Overload{
          [&](const StoryContent& story) -> Fit {
            return document.stories.at(story.story.index()).fit;
          },
          [&](const TableContent& table) -> Fit {
            return document.tables.at(table.table.index()).fit;
          },
          [&](const OneOf<std::monostate, TextContent, PictureContent, ArtContent, Table> auto&)
              -> Fit { return frame.fit; }},
      frame.content);
}

/// From the largest down; nothing: they are a range.
std::vector<Length> listed_sizes(const std::vector<spec::Spanned<Length>>& written) {
  std::vector<Length> sizes;
  if (written.size() < 2 || written[0].value <= written[1].value) return sizes;
  for (const auto& each : written) sizes.push_back(each.value);
  return sizes;
}

Copyfit resolve_one(const spec::FitSpec& written, const spec::LayoutSpec& layout,
                    const Teller& teller) {
  Copyfit fit{.sizes = listed_sizes(written.size),
              .leading = range(written.leading),
              .tracking = range(written.tracking),
              .glyph_width = range(written.glyph_width),
              .after = range(written.after),
              .span = written.span};
  if (written.lines) fit.lines = static_cast<std::size_t>(written.lines->value);
  if (fit.sizes.empty()) {
    fit.size = range(written.size);
  } else {
    fit.size = LeastToMost<Length>{fit.sizes.back(), fit.sizes.front()};
  }
  for (auto* percent : {&fit.tracking, &fit.glyph_width}) {
    if (!*percent) continue;
    (*percent)->least /= 100;
    (*percent)->most /= 100;
  }
  const EditionFacts& edition = facts_of(edition_of_pages(layout));
  if (fit.size && fit.size->least < edition.smallest) {
    const diag::Span at = fit.sizes.empty() ? written.size.front().span : written.size.back().span;
    teller.error(diag::DiagnosticId::TypeTooSmall, at,
                 "`fit` lets type go down to " + in_unit_of(fit.size->least, at, teller.sources) +
                     "; the " + std::string(edition.name) + " edition keeps it at " +
                     in_unit_of(edition.smallest, at, teller.sources) + " or more");
  }
  return fit;
}

bool counts_lines(const Copyfit& fit) {
  return fit.lines > 0 && std::ranges::all_of(fit.otherwise, counts_lines);
}

}  // namespace

std::optional<Copyfit> resolve_fit(const std::optional<spec::FitSpec>& written,
                                   const spec::LayoutSpec& layout, const Teller& teller) {
  if (!written || written->how) return std::nullopt;
  Copyfit fit = resolve_one(*written, layout, teller);
  for (const spec::FitSpec& each : written->otherwise) {
    fit.otherwise.push_back(resolve_one(each, layout, teller));
  }
  return fit;
}

std::vector<StyleFit> resolve_style_fits(const spec::LayoutSpec& layout, const Teller& teller) {
  std::vector<StyleFit> fits;
  for (const auto& style : layout.styles) {
    if (auto fit = resolve_fit(style.value.fit, layout, teller)) fits.push_back({style.name, *fit});
  }
  return fits;
}

/// Text that goes on in other frames has no lines to count in one.
bool has_no_other_frame(const Document& document, const Frame& frame) {
  const auto story = story_of(frame);
  if (!story) return true;
  std::size_t frames = 0;
  for (const Side& side : document.sides) {
    for (const Frame& each : side.frames) {
      if (story_of(each) == story) ++frames;
    }
  }
  return frames == 1;
}

void check_fitted_frames(const Document& document, diag::Diagnostics& diags) {
  for (const Side& side : document.sides) {
    for (const Frame& frame : side.frames) {
      const auto& fit = fit_of(document, frame);
      if (!fit || frame.box.has_height()) continue;
      if (counts_lines(*fit) && has_no_other_frame(document, frame)) continue;
      diag::Diagnostic open{diag::DiagnosticId::BadBox, diag::Severity::Error,
                            "the frame is as tall as its text, so there is nothing to fit into",
                            frame.box.span.known() ? frame.box.span : frame.span};
      open.labels.push_back({fit->span, "the text is to fit"});
      open.hints.push_back("give the frame a `height`, or a `top` and a `bottom`");
      diags.add(std::move(open));
    }
  }
}

}  // namespace handbill::document
