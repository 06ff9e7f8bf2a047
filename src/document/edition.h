// SPDX-License-Identifier: MIT
// Which edition of a layout is made.
#pragma once

#include <optional>
#include <string_view>

#include "base/edition.h"
#include "diag/diagnostic.h"
#include "diag/file_reader.h"
#include "spec/layout_spec.h"

namespace handbill::document {

Edition edition_of(const spec::LayoutSpec& layout);

/// Print shops print it. Of the others some have pages for printers and screens that nobody is
/// asked about.
bool takes_shop(Edition edition);

/// Made for whoever has it read aloud, and says that it can be: PDF/UA-1, WCAG 2.2.
bool is_for_voices(Edition edition);

/// The print shop that was the office edition once, if the project has no shop of that name.
bool is_old_office(std::string_view shop, const diag::FileReader& files);
/// Says at the place that names it what it is called now.
void tell_old_office(diag::Span asked_at, diag::Diagnostics& diags);

/// The layout in the edition that is asked for; nothing is asked: in its own.
spec::LayoutSpec in_edition(spec::LayoutSpec layout, std::optional<Edition> asked);

/// Which the layout's own pages are: those of clear and large print are other pages, whose type
/// does not follow from the layout's.
Edition edition_of_pages(const spec::LayoutSpec& layout);

}  // namespace handbill::document
