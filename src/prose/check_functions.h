// SPDX-License-Identifier: MIT
// The checks of words, each in a file with those like it.
#pragma once

#include "prose/checks.h"

namespace handbill::prose {

void judge_existence(const WordRule& rule, const Judged& judged, Findings& found);
void judge_substitution(const WordRule& rule, const Judged& judged, Findings& found);
void judge_occurrence(const WordRule& rule, const Judged& judged, Findings& found);
void judge_needs_beside(const WordRule& rule, const Judged& judged, Findings& found);
void judge_repetition(const WordRule& rule, const Judged& judged, Findings& found);
void judge_signs(const WordRule& rule, const Judged& judged, Findings& found);
void judge_brackets(const WordRule& rule, const Judged& judged, Findings& found);
void judge_said_twice(const WordRule& rule, const Judged& judged, Findings& found);
void judge_metric(const WordRule& rule, const Judged& judged, Findings& found);
void judge_passive(const WordRule& rule, const Judged& judged, Findings& found);
void judge_unexplained(const WordRule& rule, const Judged& judged, Findings& found);
void judge_items_need(const WordRule& rule, const Judged& judged, Findings& found);
void judge_sentences_need(const WordRule& rule, const Judged& judged, Findings& found);
void judge_section_needs(const WordRule& rule, const Judged& judged, Findings& found);
void judge_must_say(const WordRule& rule, const Judged& judged, Findings& found);
void judge_headings_order(const WordRule& rule, const Judged& judged, Findings& found);
void judge_times_rise(const WordRule& rule, const Judged& judged, Findings& found);
void judge_question(const WordRule& rule, const Judged& judged, Findings& found);
/// Of holidays: "US fourth thursday of november".
bool is_date_value(const spec::WordRuleSpec& rule, std::string_view value);
/// "up to 400 mg at once".
bool is_limit_value(const spec::WordRuleSpec& rule, std::string_view value);
void judge_dates(const WordRule& rule, const Judged& judged, Findings& found);
void judge_times(const WordRule& rule, const Judged& judged, Findings& found);
void judge_unit_pairs(const WordRule& rule, const Judged& judged, Findings& found);
void judge_amounts(const WordRule& rule, const Judged& judged, Findings& found);
void judge_degree_signs(const WordRule& rule, const Judged& judged, Findings& found);
void judge_falling_ranges(const WordRule& rule, const Judged& judged, Findings& found);
void judge_number_agreement(const WordRule& rule, const Judged& judged, Findings& found);
void judge_timelines(const WordRule& rule, const Judged& judged, Findings& found);
void compare_statements(const WordRule& rule, std::span<const Judged> judged, Findings& found);
void compare_consistency(const WordRule& rule, std::span<const Judged> judged, Findings& found);
void judge_spelling(const WordRule& rule, const Judged& judged, Findings& found);
void judge_capitalization(const WordRule& rule, const Judged& judged, Findings& found);
void compare_variants(const WordRule& rule, std::span<const Judged> judged, Findings& found);
void compare_capitals(const WordRule& rule, std::span<const Judged> judged, Findings& found);
void compare_regions(const WordRule& rule, std::span<const Judged> judged, Findings& found);

/// Where a match stands.
Finding finding_of(const Judged& judged, std::size_t paragraph, const Match& match);

}  // namespace handbill::prose
