// SPDX-License-Identifier: MIT
// What opening hours have to translate: names of special dates and of seasons, notes of days. The
// times stand once for all languages.
#pragma once

#include <string_view>

#include "diag/diagnostic.h"
#include "spec/value.h"

namespace handbill::spec {

/// The entry of `list` that is about the same special date or season: it has the same first day.
/// Null: there is none.
const Value* same_dates(const Value::Array& list, const Value& entry);
/// "2026-12-25", "06-01": the first day, as it is written; empty: none is.
std::string first_day(const Value& entry);

/// Lists of special dates and seasons in `translation` become those of `original`, with what the
/// translation says of them laid over; the rest of them is dropped.
void complete_lists(const Value& original, Value& translation);

/// Warns of each name and note of `original`, a table [hours], that `translation` has not
/// (translation-differs). Null: there is no such table. `file`: where it would stand.
void report_untranslated(const Value& original, const Value* translation, std::string_view file,
                         diag::Diagnostics& diags);

}  // namespace handbill::spec
