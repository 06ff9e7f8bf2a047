// SPDX-License-Identifier: MIT
// The checks of words, each in a file with those like it.
#pragma once

#include <span>

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
void judge_time_spans(const WordRule& rule, const Judged& judged, Findings& found);
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

// Those that know the facts of the content.

/// What is typed by hand, held against the facts of `facts`; `measure` says what is told: what is
/// the `same`, what differs by a `slip`, what is another, what is typed where the fact is `blank`.
void judge_agreement(const WordRule& rule, const Judged& judged, Findings& found);

/// Words about opening hours that the hours of the content contradict, or with the measure `same`
/// times of them that are typed by hand.
void judge_hours(const WordRule& rule, const Judged& judged, Findings& found);

/// Times that are not written as most of the document are.
void judge_time_style(const WordRule& rule, const Judged& judged, Findings& found);

/// The number to call in an emergency is that of another country, or written so that nobody dials
/// it.
void judge_emergency_number(const WordRule& rule, const Judged& judged, Findings& found);

/// Web addresses of another site than that of the facts, or the first typed.
void judge_sites(const WordRule& rule, const Judged& judged, Findings& found);

/// Documents that type web addresses of different sites, where no fact tells which is right.
void compare_documents_sites(const WordRule& rule, std::span<const Judged> judged, Findings& found);

/// Web addresses of a site that stands for others.
void judge_short_links(const WordRule& rule, const Judged& judged, Findings& found);

/// Persons, by their title or degree; licence and registration numbers; organisations.
void judge_persons(const WordRule& rule, const Judged& judged, Findings& found);
void judge_licences(const WordRule& rule, const Judged& judged, Findings& found);
void judge_organisations(const WordRule& rule, const Judged& judged, Findings& found);

// What those need who have a document read to them.

/// Pictures that nothing is said of.
void judge_alt_missing(const WordRule& rule, const Judged& judged, Findings& found);
/// What stands for pictures and is a phrase of `words`, begins with one of `begins`, or is the name
/// of a file.
void judge_alt_text(const WordRule& rule, const Judged& judged, Findings& found);
/// Levels that are left out on the way down.
void judge_heading_levels(const WordRule& rule, const Judged& judged, Findings& found);
/// Links whose words are a phrase of `words`; where they can be followed also those that say no
/// more than an address that nobody can speak.
void judge_link_text(const WordRule& rule, const Judged& judged, Findings& found);
/// Tables whose columns have no names.
void judge_table_heads(const WordRule& rule, const Judged& judged, Findings& found);
/// Words in a script that their language is not written in.
void judge_scripts(const WordRule& rule, const Judged& judged, Findings& found);

/// Where a match stands.
Finding finding_of(const Judged& judged, std::size_t paragraph, const Match& match);

}  // namespace handbill::prose
