// SPDX-License-Identifier: MIT
// What a document lacks for those who have it read to them, by the pack that its layout names for
// that.
#pragma once

#include "build/run.h"

namespace handbill::build {

/// Nothing of a document that has no pages: what it lost may be what it lacks.
diag::Diagnostics judge_for_readers(const Compiled& compiled, Run& run);

/// The pack; where it is named, if it is.
spec::Text readers_pack(const spec::LayoutSpec& layout);

}  // namespace handbill::build
