// SPDX-License-Identifier: MIT
// A content file in another language, laid over the one it translates.
#pragma once

#include <span>
#include <string_view>

#include "diag/diagnostic.h"
#include "spec/fact_spec.h"
#include "spec/value.h"

namespace handbill::spec {

/// True for a file that holds nothing to translate: facts with a type but texts.
bool is_facts_only(const Value& root, std::span<const FactSpec> facts);

/// The translation of a whole file laid over it: table by table, special dates and seasons by their
/// first day. Where a text of it is empty, that of the original stands.
Value lay_translation_over(Value original, Value translation, std::span<const FactSpec> facts);

/// What the original is written in, and which of its facts have a type.
struct Original {
  std::string_view language;
  std::span<const FactSpec> facts;
};

/// Compares the keys of a translation with those of its original and reports, as warnings, what it
/// leaves out, has and the original has not, or has as another type or date (translation-differs).
/// Facts with a type may be left out: they are the same in every language. Other hours are an
/// error. What its texts say is compared elsewhere.
void compare_translation(const Value& original, const Value& translation, const Original& of,
                         diag::Diagnostics& diags);

}  // namespace handbill::spec
