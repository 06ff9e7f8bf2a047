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
constexpr auto kBegins = keys("begins");
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
     .subject = Subject::Prose,
     .doc = "a phrase that is not to be used",
     .needs = kWords,
     .judge = judge_existence},
    {.name = "substitution",
     .subject = Subject::Prose,
     .doc = "a phrase that another stands for",
     .message = "`{found}` stands here, and `{instead}` is meant",
     .needs = kSwap,
     .judge = judge_substitution},
    {.name = "occurrence",
     .subject = Subject::Prose,
     .doc = "a phrase that is found too often, or too seldom",
     .needs = kWords,
     .may_have = kCounted,
     .judge = judge_occurrence},
    {.name = "needs-beside",
     .subject = Subject::Prose,
     .doc = "a phrase that needs another near it",
     .needs = kBeside,
     .may_have = kWithin,
     .judge = judge_needs_beside},
    {.name = "consistency",
     .subject = Subject::Project,
     .doc = "two ways to write the same, both of them used",
     .message = "`{found}` is written here, and `{instead}` elsewhere",
     .needs = kSwap,
     .may_have = kWithin,
     .compare = compare_consistency},
    {.name = "repetition",
     .subject = Subject::Prose,
     .doc = "a word that stands twice in a row",
     .message = "`{found}` stands here twice in a row",
     .judge = judge_repetition},
    {.name = "signs",
     .subject = Subject::Prose,
     .doc = "signs that stand twice, or where none should",
     .message = "`{found}` stands here, and `{instead}` is meant",
     .judge = judge_signs},
    {.name = "brackets",
     .subject = Subject::Prose,
     .doc = "brackets and quotation marks without their fellow",
     .message = "`{found}` has no fellow",
     .judge = judge_brackets},
    {.name = "said-twice",
     .subject = Subject::Document,
     .doc = "items, paragraphs and titles that are there twice",
     .message = "`{found}` is said twice",
     .judge = judge_said_twice},
    {.name = "metric",
     .subject = Subject::Prose,
     .doc = "how hard words are to read, how long, how many",
     .message = "{where} has {count}, and {limit} is the limit",
     .needs = kMeasure,
     .may_have = kMeasured,
     .measures = metric_names,
     .judge = judge_metric},
    {.name = "passive",
     .subject = Subject::Prose,
     .doc = "a verb that may be in the passive voice",
     .message = "`{found}` may be passive",
     .judge = judge_passive},
    {.name = "unexplained",
     .subject = Subject::Prose,
     .doc = "initials that are explained neither where they stand first nor in [abbreviations]",
     .message = "`{found}` is explained nowhere",
     .judge = judge_unexplained},
    {.name = "items-need",
     .subject = Subject::Document,
     .doc = "items below some headings, each of which needs a phrase",
     .needs = kBeside,
     .judge = judge_items_need},
    {.name = "sentences-need",
     .subject = Subject::Document,
     .doc = "sentences that begin with a phrase and need another in their paragraph or heading",
     .needs = kBeside,
     .judge = judge_sentences_need},
    {.name = "section-needs",
     .subject = Subject::Document,
     .doc = "a heading that needs a phrase or fact below it, or in the sections beside it",
     .needs = kWords,
     .may_have = kNear,
     .judge = judge_section_needs},
    {.name = "must-say",
     .subject = Subject::Document,
     .doc = "a phrase that a document needs; with `beside`, if it says one of those; with `measure "
            "= \"headings\"`, as a heading",
     .may_have = kAsked,
     .measures = measures_of<kHeadings>,
     .judge = judge_must_say},
    {.name = "headings-order",
     .subject = Subject::Document,
     .doc = "headings that stand before others",
     .message = "`{found}` stands behind `{instead}`",
     .needs = kBeside,
     .judge = judge_headings_order},
    {.name = "times-rise",
     .subject = Subject::Document,
     .doc = "times in rows, items and headings, the first of them first",
     .message = "`{found}` stands behind `{instead}`",
     .judge = judge_times_rise},
    {.name = "question",
     .subject = Subject::Document,
     .doc = "an item of a checklist that people must answer; with `beside`, if the document says "
            "one of those",
     .message = "{found}",
     .may_have = kBesideAlone,
     .judge = judge_question},
    {.name = "spelling",
     .subject = Subject::Prose,
     .doc = "a word that is in no word list of its language",
     .message = "`{found}` is in no word list",
     .judge = judge_spelling},
    {.name = "variants",
     .subject = Subject::Project,
     .doc = "a term that is one word, has a hyphen, or is two words, in turns",
     .message = "`{found}` is written here, and `{instead}` elsewhere",
     .compare = compare_variants},
    {.name = "capitals",
     .subject = Subject::Project,
     .doc = "a word that has a capital within some sentences, and none in others",
     .message = "`{found}` is written here, and `{instead}` elsewhere",
     .compare = compare_capitals},
    {.name = "capitalization",
     .subject = Subject::Prose,
     .doc = "words with other capitals than listed; or, by `measure`, titles in which each word "
            "has one (`title`) or none but names do (`sentence`)",
     .message = "`{found}` is written here, and `{instead}` is wanted",
     .may_have = kWordsAndMeasure,
     .measures = measures_of<kCapitalizations>,
     .judge = judge_capitalization},
    {.name = "regions",
     .subject = Subject::Project,
     .doc = "British words in an American text, and American ones in a British text: what is rarer",
     .message = "`{found}` is {way}, and the text is {other}: `{instead}`",
     .needs = kSwap,
     .compare = compare_regions},
    {.name = "date-is",
     .subject = Subject::Facts,
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
     .subject = Subject::Facts,
     .doc = "a time that no clock shows",
     .message = "there is no time `{found}`",
     .judge = judge_times},
    {.name = "time-span",
     .subject = Subject::Facts,
     .doc =
         "two times that something lasts from and to, of which the second comes before the first; "
         "past midnight it may last less than 20 hours",
     .message = "`{found}` ends before it begins",
     .judge = judge_time_spans},
    {.name = "unit-pair",
     .subject = Subject::Facts,
     .doc = "an amount that is told in two units, and is not the same in both",
     .message = "`{found}` is not what stands before it",
     .judge = judge_unit_pairs},
    {.name = "amount-within",
     .subject = Subject::Facts,
     .doc =
         "an amount of a phrase of `swap` that is beyond the limits it has there: \"up to 400 mg "
         "at once, up to 1200 mg a day\", \"95 to 110 °F\"",
     .message = "`{found}` is not within the limits of `{subject}`: {limit}",
     .needs = kSwap,
     .can_read = is_limit_value,
     .judge = judge_amounts},
    {.name = "degree-sign",
     .subject = Subject::Facts,
     .doc = "a temperature without the sign of the degree, where a phrase of `beside` is near",
     .message = "`{found}` lacks the sign of the degree: `{instead}`",
     .needs = kBesideAlone,
     .judge = judge_degree_signs},
    {.name = "falling-range",
     .subject = Subject::Facts,
     .doc =
         "a range that falls, of what `words` count, of money or of amounts; not beside a phrase "
         "of `beside`",
     .message = "`{found}` falls; `{instead}` rises",
     .needs = kWords,
     .may_have = kBesideAlone,
     .judge = judge_falling_ranges},
    {.name = "number-agrees",
     .subject = Subject::Prose,
     .doc = "a number that stands with one where many are meant, or with many where one is",
     .message = "`{found}` stands here, and `{instead}` is meant",
     .needs = kSwap,
     .judge = judge_number_agreement},
    {.name = "timeline",
     .subject = Subject::Document,
     .doc = "steps of a timeline that leave a day out, or tell of one twice",
     .message = "`{found}` does not follow the step before it",
     .judge = judge_timelines},
    {.name = "same-across",
     .subject = Subject::Project,
     .doc = "what is said of one subject in two ways, in one document or in two: `swap` names "
            "subjects that are the same, `words` what says that something is over",
     .message = "`{found}` is said here, and `{instead}` elsewhere of the same",
     .may_have = kSwapAndWords,
     .compare = compare_statements},
    {.name = "agrees-with-fact",
     .subject = Subject::Facts,
     .doc = "what is typed by hand and is a fact, or nearly one, or stands where one is blank; "
            "`measure` is `same`, `slip`, `other` or `blank`",
     .needs = kFactAndMeasure,
     .may_have = kBesideAlone,
     .measures = measures_of<kAgreementMeasures>,
     .judge = judge_agreement},
    {.name = "agrees-with-hours",
     .subject = Subject::Facts,
     .doc = "what is said of opening hours: `measure` is `same`, times typed by hand, or `other`, "
            "what is not so by the content",
     .needs = kWordsAndMeasure,
     .measures = measures_of<kHoursMeasures>,
     .judge = judge_hours},
    {.name = "time-style",
     .subject = Subject::Facts,
     .doc = "times that are not written as most are",
     .judge = judge_time_style},
    {.name = "emergency-number",
     .subject = Subject::Facts,
     .doc = "a number to call in an emergency that is none in the country of the address; `swap` "
            "has them by country",
     .needs = kSwapAndBeside,
     .judge = judge_emergency_number},
    {.name = "one-site",
     .subject = Subject::Facts,
     .doc = "web addresses of another site than that of the facts",
     .may_have = kWords,
     .judge = judge_sites},
    {.name = "one-site-across",
     .doc =
         "documents whose web addresses are of different sites, and no fact tells which is right",
     .may_have = kWords,
     .compare = compare_documents_sites},
    {.name = "short-link",
     .subject = Subject::Facts,
     .doc = "web addresses that only lead to others",
     .needs = kWords,
     .judge = judge_short_links},
    {.name = "person-named",
     .subject = Subject::Facts,
     .doc = "names of persons, by their titles and degrees",
     .needs = kBeside,
     .judge = judge_persons},
    {.name = "licence-number",
     .subject = Subject::Facts,
     .doc = "numbers of licences and registrations",
     .needs = kWords,
     .judge = judge_licences},
    {.name = "organisation-named",
     .subject = Subject::Facts,
     .doc = "names of other organisations",
     .needs = kWords,
     .judge = judge_organisations},
    {.name = "alt-missing",
     .subject = Subject::Structure,
     .doc = "pictures that nothing is said of to those who can't see them",
     .message = "nothing says what this picture shows to those who can't see it",
     .id = diag::DiagnosticId::AltMissing,
     .judge = judge_alt_missing},
    {.name = "alt-text",
     .subject = Subject::Structure,
     .doc = "what stands for a picture, and is one of `words`, begins with one of `begins`, or is "
            "the name of a file",
     .message = "`{found}` tells nothing of the picture it stands for",
     .needs = kWords,
     .may_have = kBegins,
     .id = diag::DiagnosticId::AltSaysNothing,
     .judge = judge_alt_text},
    {.name = "heading-levels",
     .subject = Subject::Structure,
     .doc = "levels of headings that are left out on the way down",
     .message = "the heading `{found}` is of level {level}, and the one before it of level "
                "{before}",
     .id = diag::DiagnosticId::HeadingSkipped,
     .judge = judge_heading_levels},
    {.name = "link-text",
     .subject = Subject::Structure,
     .doc = "links whose words are one of `words`; in editions for voices also those that are an "
            "address which nobody can speak",
     .message = "the link `{found}` does not tell where it leads",
     .needs = kWords,
     .id = diag::DiagnosticId::LinkSaysNothing,
     .judge = judge_link_text},
    {.name = "table-head",
     .subject = Subject::Structure,
     .doc = "tables of three or more columns of words that nothing names",
     .message = "nothing names the columns of {table}: {count} of them have words",
     .id = diag::DiagnosticId::TableWithoutHead,
     .judge = judge_table_heads},
    {.name = "script",
     .subject = Subject::Structure,
     .doc = "words in letters that their language is not written in",
     .message = "`{found}` is in {script} letters, and its language is `{language}`",
     .id = diag::DiagnosticId::LanguageUnmarked,
     .judge = judge_scripts},
});

}  // namespace

std::span<const SubjectInfo> subjects() {
  static constexpr auto kSubjects = std::to_array<SubjectInfo>({
      {Subject::Prose, "prose", "how things are written"},
      {Subject::Facts, "facts", "whether they are so"},
      {Subject::Document, "document", "what a document must have"},
      {Subject::Project, "project", "documents against each other"},
      {Subject::Structure, "structure", "what a voice needs"},
  });
  return kSubjects;
}

std::string_view name_of(Subject subject) {
  return std::ranges::find(subjects(), subject, &SubjectInfo::subject)->name;
}

std::span<const WordCheck> word_checks() { return kChecks; }

const WordCheck* find_word_check(std::string_view name) {
  const auto found = std::ranges::find(kChecks, name, &WordCheck::name);
  return found == kChecks.end() ? nullptr : &*found;
}

}  // namespace handbill::prose
