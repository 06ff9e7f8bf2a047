// SPDX-License-Identifier: MIT
// What the page of the desk needs to show a document.
#pragma once

#include "desk/calls.h"
#include "desk/shelf.h"

namespace handbill::desk {

/// Its pages, with where the trim lies on the sheet that is drawn, in points.
Json sizes_of(const View& view);

/// What is folded is shown as it lies before a reader: its cover alone. Null: it has none.
Json cover_json(const View& view);

std::string_view word_of(Shelf shelf);

}  // namespace handbill::desk
