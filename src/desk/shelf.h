// SPDX-License-Identifier: MIT
// Where a document stands at the desk's home, and what of it is shown there.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/geometry.h"
#include "desk/session.h"

namespace handbill::desk {

/// What people call it: what is folded or bound is a brochure; what is read from a step away, most
/// of its letters 17 pt or larger, is a sign.
enum class Shelf { Brochures, Sheets, Signs };
Shelf shelf_of(const workspace::Compiled& drawn);

/// The panel of the first page that lies on top when a document is folded. Nothing: it has no fold.
std::optional<Rect> cover_of(const workspace::Compiled& drawn);

/// Printed copies that are noted as left and say what is not so now, by the document's name.
std::map<std::string, std::int64_t> old_copies(const std::vector<View>& views, build::Run& run);

/// What the project calls itself: the name of its organisation, else that of its folder.
std::string title_of(const world::Project& project, const std::vector<View>& views);

}  // namespace handbill::desk
