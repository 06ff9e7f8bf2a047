// SPDX-License-Identifier: MIT
// Panels from folds.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/length.h"
#include "document/document.h"

namespace handbill::document {

enum class FoldKind { None, C, Z, Half, Gate };
enum class Face { Outside, Inside };

std::optional<FoldKind> find_fold(std::string_view name);

/// Panel widths of the outside, left to right. C-fold: W/3 rounded up to 1/32 in, the panel folded
/// in (left on the outside) shorter by the rest: Letter 3.625, 3.6875, 3.6875 in; for A sizes
/// whole millimetres, the inner panel 3 mm shorter: A4 97, 100, 100 mm. Gate: the two outer panels
/// are 1/32 in shorter than half the centre. The inside is the mirror image.
/// Source: C-fold copy of cn.go-travels.com; foa.dk design guide m65; W = sum is checked.
std::vector<Length> panel_widths(FoldKind fold, Length sheet_width);

std::vector<Length> mirrored(std::vector<Length> widths);

}  // namespace handbill::document
