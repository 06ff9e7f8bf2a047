// SPDX-License-Identifier: MIT
#pragma once

namespace handbill::pdf {

enum class Compression { Deflate, None };

}  // namespace handbill::pdf
