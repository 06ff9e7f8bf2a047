// SPDX-License-Identifier: MIT
#include "prose/checks.h"

#include <algorithm>
#include <array>

#include "prose/check_functions.h"
#include "prose/metrics.h"

namespace handbill::prose {
namespace {

// Keys, by the names of rules.
template <class... Names>
constexpr auto keys(Names... names) {
  return std::array<std::string_view, sizeof...(Names)>{names...};
}
constexpr auto kWords = keys("words");
constexpr auto kSwap = keys("swap");
constexpr auto kBesideAlone = keys("beside");
constexpr auto kWithin = keys("within");
constexpr auto kMeasure = keys("measure");
constexpr auto kBeside = keys("words", "beside");
constexpr auto kWordsAndMeasure = keys("words", "measure");
constexpr auto kFactAndMeasure = keys("facts", "measure");
constexpr auto kSwapAndBeside = keys("swap", "beside");
constexpr auto kSwapAndWords = keys("swap", "words");
constexpr auto kCounted = keys("least", "most", "within");
constexpr auto kMeasured = keys("least", "most", "within", "words");
constexpr auto kNear = keys("beside", "facts", "within");
constexpr auto kAsked = keys("words", "beside", "facts", "measure");

/// What `measure` may be.
constexpr auto kHeadings = keys("headings");
constexpr auto kDateIsMeasures =
    keys("calendar", "weekday", "next-weekday", "ambiguous", "holiday", "past", "future");
constexpr auto kAgreementMeasures = keys("same", "slip", "other", "blank");
constexpr auto kHoursMeasures = keys("same", "other");
constexpr auto kCapitalizations = keys("sentence", "title");

template <const auto& Names>
std::span<const std::string_view> measures_of() {
  return Names;
}

constexpr auto kChecks = std::to_array<WordCheck>({
    {.name = "existence",
     .doc = "a phrase that is not to be used",
     .needs = kWords,
     .judge = judge_existence},
    {.name = "substitution",
     .doc = "a phrase that another stands for",
     .message = "`{found}` stands here, and `{instead}` is meant",
     .needs = kSwap,
     .judge = judge_substitution},
    {.name = "occurrence",
     .doc = "a phrase that is found too often, or too seldom",
     .needs = kWords,
     .may_have = kCounted,
     .judge = judge_occurrence},
    {.name = "needs-beside",
     .doc = "a phrase that needs another near it",
     .needs = kBeside,
     .may_have = kWithin,
     .judge = judge_needs_beside},
    {.name = "consistency",
     .doc = "two ways to write the same, both of them used",
     .message = "`{found}` is written here, and `{instead}` elsewhere",
     .needs = kSwap,
     .may_have = kWithin,
     .compare = compare_consistency},
    {.name = "repetition",
     .doc = "a word that stands twice in a row",
     .message = "`{found}` stands here twice in a row",
     .judge = judge_repetition},
    {.name = "signs",
     .doc = "signs that stand twice, or where none should",
     .message = "`{found}` stands here, and `{instead}` is meant",
     .judge = judge_signs},
    {.name = "brackets",
     .doc = "brackets and quotation marks without their fellow",
     .message = "`{found}` has no fellow",
     .judge = judge_brackets},
    {.name = "said-twice",
     .doc = "items, paragraphs and titles that are there twice",
     .message = "`{found}` is said twice",
     .judge = judge_said_twice},
    {.name = "metric",
     .doc = "how hard words are to read, how long, how many",
     .message = "{where} has {count}, and {limit} is the limit",
     .needs = kMeasure,
     .may_have = kMeasured,
     .measures = metric_names,
     .judge = judge_metric},
    {.name = "passive",
     .doc = "a verb that may be in the passive voice",
     .message = "`{found}` may be passive",
     .judge = judge_passive},
    {.name = "unexplained",
     .doc = "initials that are explained neither where they stand first nor in [abbreviations]",
     .message = "`{found}` is explained nowhere",
     .judge = judge_unexplained},
    {.name = "items-need",
     .doc = "items below some headings, each of which needs a phrase",
     .needs = kBeside,
     .judge = judge_items_need},
    {.name = "sentences-need",
     .doc = "sentences that begin with a phrase and need another in their paragraph or heading",
     .needs = kBeside,
     .judge = judge_sentences_need},
    {.name = "section-needs",
     .doc = "a heading that needs a phrase or fact below it, or in the sections beside it",
     .needs = kWords,
     .may_have = kNear,
     .judge = judge_section_needs},
    {.name = "must-say",
     .doc = "a phrase that a document needs; with `beside`, if it says one of those; with `measure "
            "= \"headings\"`, as a heading",
     .may_have = kAsked,
     .measures = measures_of<kHeadings>,
     .judge = judge_must_say},
    {.name = "headings-order",
     .doc = "headings that stand before others",
     .message = "`{found}` stands behind `{instead}`",
     .needs = kBeside,
     .judge = judge_headings_order},
    {.name = "times-rise",
     .doc = "times in rows, items and headings, the first of them first",
     .message = "`{found}` stands behind `{instead}`",
     .judge = judge_times_rise},
    {.name = "question",
     .doc = "an item of a checklist that people must answer; with `beside`, if the document says "
            "one of those",
     .message = "{found}",
     .may_have = kBesideAlone,
     .judge = judge_question},
    {.name = "spelling",
     .doc = "a word that is in no word list of its language",
     .message = "`{found}` is in no word list",
     .judge = judge_spelling},
    {.name = "variants",
     .doc = "a term that is one word, has a hyphen, or is two words, in turns",
     .message = "`{found}` is written here, and `{instead}` elsewhere",
     .compare = compare_variants},
    {.name = "capitals",
     .doc = "a word that has a capital within some sentences, and none in others",
     .message = "`{found}` is written here, and `{instead}` elsewhere",
     .compare = compare_capitals},
    {.name = "capitalization",
     .doc = "words with other capitals than listed; or, by `measure`, titles in which each word "
            "has one (`title`) or none but names do (`sentence`)",
     .message = "`{found}` is written here, and `{instead}` is wanted",
     .may_have = kWordsAndMeasure,
     .measures = measures_of<kCapitalizations>,
     .judge = judge_capitalization},
    {.name = "regions",
     .doc = "British words in an American text, and American ones in a British text: what is rarer",
     .message = "`{found}` is {way}, and the text is {other}: `{instead}`",
     .needs = kSwap,
     .compare = compare_regions},
    {.name = "date-is",
     .doc = "a date that is not what it should be, by `measure`: not in the calendar, not on that "
            "weekday (next-weekday: by today), ambiguous, not on the day of a holiday of `swap`, "
            "past, future",
     .message = "`{found}` is not the date that is meant",
     .needs = kMeasure,
     .may_have = kSwapAndBeside,
     .measures = measures_of<kDateIsMeasures>,
     .can_read = is_date_value,
     .judge = judge_dates},
    {.name = "time-is",
     .doc = "a time that no clock shows",
     .message = "there is no time `{found}`",
     .judge = judge_times},
    {.name = "unit-pair",
     .doc = "an amount that is told in two units, and is not the same in both",
     .message = "`{found}` is not what stands before it",
     .judge = judge_unit_pairs},
    {.name = "amount-within",
     .doc =
         "an amount of a phrase of `swap` that is beyond the limits it has there: \"up to 400 mg "
         "at once, up to 1200 mg a day\", \"95 to 110 °F\"",
     .message = "`{found}` is not within the limits of `{subject}`: {limit}",
     .needs = kSwap,
     .can_read = is_limit_value,
     .judge = judge_amounts},
    {.name = "degree-sign",
     .doc = "a temperature without the sign of the degree, where a phrase of `beside` is near",
     .message = "`{found}` lacks the sign of the degree: `{instead}`",
     .needs = kBesideAlone,
     .judge = judge_degree_signs},
    {.name = "falling-range",
     .doc =
         "a range that falls, of what `words` count, of money or of amounts; not beside a phrase "
         "of `beside`",
     .message = "`{found}` falls; `{instead}` rises",
     .needs = kWords,
     .may_have = kBesideAlone,
     .judge = judge_falling_ranges},
    {.name = "number-agrees",
     .doc = "a number that stands with one where many are meant, or with many where one is",
     .message = "`{found}` stands here, and `{instead}` is meant",
     .needs = kSwap,
     .judge = judge_number_agreement},
    {.name = "timeline",
     .doc = "steps of a timeline that leave a day out, or tell of one twice",
     .message = "`{found}` does not follow the step before it",
     .judge = judge_timelines},
    {.name = "same-across",
     .doc = "what is said of one subject in two ways, in one document or in two: `swap` names "
            "subjects that are the same, `words` what says that something is over",
     .message = "`{found}` is said here, and `{instead}` elsewhere of the same",
     .may_have = kSwapAndWords,
     .compare = compare_statements},
    {.name = "agrees-with-fact",
     .doc = "what is typed by hand and is a fact, or nearly one, or stands where one is blank; "
            "`measure` is `same`, `slip`, `other` or `blank`",
     .needs = kFactAndMeasure,
     .may_have = kBesideAlone,
     .measures = measures_of<kAgreementMeasures>,
     .judge = judge_agreement},
    {.name = "agrees-with-hours",
     .doc = "what is said of opening hours: `measure` is `same`, times typed by hand, or `other`, "
            "what is not so by the content",
     .needs = kWordsAndMeasure,
     .measures = measures_of<kHoursMeasures>,
     .judge = judge_hours},
    {.name = "time-style",
     .doc = "times that are not written as most are",
     .judge = judge_time_style},
    {.name = "emergency-number",
     .doc = "a number to call in an emergency that is none in the country of the address; `swap` "
            "has them by country",
     .needs = kSwapAndBeside,
     .judge = judge_emergency_number},
    {.name = "one-site",
     .doc = "web addresses of another site than that of the facts",
     .may_have = kWords,
     .judge = judge_sites},
    {.name = "short-link",
     .doc = "web addresses that only lead to others",
     .needs = kWords,
     .judge = judge_short_links},
    {.name = "person-named",
     .doc = "names of persons, by their titles and degrees",
     .needs = kBeside,
     .judge = judge_persons},
    {.name = "licence-number",
     .doc = "numbers of licences and registrations",
     .needs = kWords,
     .judge = judge_licences},
    {.name = "organisation-named",
     .doc = "names of other organisations",
     .needs = kWords,
     .judge = judge_organisations},
});

}  // namespace

std::span<const WordCheck> word_checks() { return kChecks; }

const WordCheck* find_word_check(std::string_view name) {
  const auto found = std::ranges::find(kChecks, name, &WordCheck::name);
  return found == kChecks.end() ? nullptr : &*found;
}

}  // namespace handbill::prose
