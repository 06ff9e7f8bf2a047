// SPDX-License-Identifier: MIT
// Documents and the rules over what they say.
#pragma once

#include <span>
#include <vector>

#include "diag/diagnostic.h"
#include "prose/checks.h"

namespace handbill::prose {

/// Judges one document by all rules that look at one alone.
diag::Diagnostics judge_words(const std::vector<WordRule>& rules, const Judged& judged);

/// By one of them.
diag::Diagnostics judge_words(const WordRule& rule, const Judged& judged);

/// Judges documents of one language by the rules that compare them. Diagnostics name the document
/// they are about.
diag::Diagnostics compare_words(const std::vector<WordRule>& rules, std::span<const Judged> judged);

/// By one of them.
diag::Diagnostics compare_words(const WordRule& rule, std::span<const Judged> judged);

}  // namespace handbill::prose
