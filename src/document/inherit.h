// SPDX-License-Identifier: MIT
// Styles laid over styles, as written.
#pragma once

#include "spec/layout_spec.h"

namespace handbill::document {

/// `over` laid over `base`: what it sets replaces, its features come after those of `base`.
void lay_over(spec::CharacterSpec& base, const spec::CharacterSpec& over);
void lay_over(spec::StyleSpec& base, const spec::StyleSpec& over);
void lay_over(spec::MarkdownSpec& base, const spec::MarkdownSpec& over);

}  // namespace handbill::document
