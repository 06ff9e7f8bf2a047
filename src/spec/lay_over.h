// SPDX-License-Identifier: MIT
// One layout laid over another: what `extends`, [locale.TAG] and [[variant]] have in common.
#pragma once

#include "diag/diagnostic.h"
#include "spec/value.h"

namespace handbill::spec {

/// `over` merged into `base`, key by key. What excludes each other takes the other's place: a
/// `trim` and a `size` of the sheet. Then each [frame.NAME] of `over` is laid over the frames of
/// that name on all sides and parents, where a box takes two edges of one direction instead of
/// those it had, and content the place of other content. Reports unknown-frame.
Value lay_over(Value base, Value over, diag::Diagnostics& diags);

}  // namespace handbill::spec
