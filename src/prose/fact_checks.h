// SPDX-License-Identifier: MIT
// Checks over words that know the facts of the content. Private to this folder: checks.cpp lists
// them.
#pragma once

#include "prose/checks.h"

namespace handbill::prose {

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

/// Web addresses of a site that stands for others.
void judge_short_links(const WordRule& rule, const Judged& judged, Findings& found);

/// Persons, by their title or degree; licence and registration numbers; organisations.
void judge_persons(const WordRule& rule, const Judged& judged, Findings& found);
void judge_licences(const WordRule& rule, const Judged& judged, Findings& found);
void judge_organisations(const WordRule& rule, const Judged& judged, Findings& found);

}  // namespace handbill::prose
