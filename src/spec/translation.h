// SPDX-License-Identifier: MIT
// A content file in another language, laid over the one it translates.
#pragma once

#include "diag/diagnostic.h"
#include "spec/value.h"

namespace handbill::spec {

/// True for a file that holds nothing to translate: facts of the clinic, opening hours.
bool is_facts_only(const Value& root);

/// The translation of a whole file laid over it: table by table, special dates and seasons by their
/// first day.
Value lay_translation_over(Value original, Value translation);

/// Compares a translation with its original and reports, as warnings, what it leaves out, has and
/// the original has not, or tells with other numbers (translation-differs). Facts of the clinic and
/// opening hours may be left out: they are the same in every language. Other hours are an error.
void compare_translation(const Value& original, const Value& translation,
                         std::string_view original_language, diag::Diagnostics& diags);

}  // namespace handbill::spec
