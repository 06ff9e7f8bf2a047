// SPDX-License-Identifier: MIT
// What a caller asks for. No header that such a caller includes knows qpdf.
#pragma once

namespace handbill::preflight {

/// What a file is to conform to. None: only what is painted counts.
enum class Standard { None, X1a2003, X4 };

/// Whether pixels are wanted: an ink map needs them, rules about structure do not.
enum class Pictures { Facts, Pixels };

}  // namespace handbill::preflight
