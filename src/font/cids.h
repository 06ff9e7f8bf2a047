// SPDX-License-Identifier: MIT
// What the glyphs of a CFF table are called, by FreeType.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace handbill::font {

/// The CID of each of the `count` glyphs of a bare CFF table that names them so (Adobe Technical
/// Note 5176, 18); empty: it names them otherwise. Nothing: the table is broken.
std::optional<std::vector<std::uint16_t>> cids_of_glyphs(std::string_view cff, std::size_t count);

}  // namespace handbill::font
