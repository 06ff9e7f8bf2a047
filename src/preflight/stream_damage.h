// SPDX-License-Identifier: MIT
// Whether the data of a stream can be unpacked to their end.
#pragma once

#include <string>

#include "preflight/pdf_object.h"

namespace handbill::preflight {

/// What is wrong with a stream that is no picture: "is cut off". Empty: nothing, or it is encoded
/// as pictures are.
std::string stream_damage(const Handle& stream, Budget& budget);

}  // namespace handbill::preflight
