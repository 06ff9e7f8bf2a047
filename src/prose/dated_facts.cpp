// SPDX-License-Identifier: MIT
// Days that are past, or yet to come, where they should not be; and the special dates of opening
// hours.
#include <string>

#include "prose/date_checks.h"

namespace handbill::prose {
namespace {

/// A special date of the opening hours, as it is written.
struct SpecialFact {
  NamedDays days;
  diag::Span at{};
};

std::optional<spec::Date> fact_date(const spec::Value* value) {
  if (value == nullptr) return std::nullopt;
  if (const auto* date = std::get_if<spec::Date>(&value->data)) return *date;
  return value->as_string() != nullptr ? content::parse_date(*value->as_string()) : std::nullopt;
}

std::vector<SpecialFact> special_facts(const Context& context) {
  std::vector<SpecialFact> facts;
  if (context.content == nullptr) return facts;
  for (const spec::FactSpec& each : context.content->types().declared()) {
    const spec::Value* list =
        each.type == "hours" ? context.content->written(each.path + ".special") : nullptr;
    if (list == nullptr || list->as_array() == nullptr) continue;
    for (const spec::Value& special : *list->as_array()) {
      const spec::Value* first = special.find("date") ? special.find("date") : special.find("from");
      const spec::Value* last = special.find("to") ? special.find("to") : first;
      const auto from = fact_date(first), to = fact_date(last);
      if (!from || !to || !content::is_real_date(*from) || !content::is_real_date(*to)) continue;
      const spec::Value* name = special.find("name");
      const bool has_name = name != nullptr && name->as_string() != nullptr;
      facts.push_back({{has_name ? *name->as_string() : "", *from, *to}, first->span});
    }
  }
  return facts;
}

}  // namespace

void judge_special_holidays(const WordRule& rule, const Judged& judged, Findings& found) {
  for (const auto& [days, at] : special_facts(judged.context)) {
    const auto right = right_holiday(rule, judged.context, days);
    if (!right) continue;
    const std::string day = "`" + content::iso_date(*right) + "`";
    Finding finding;
    finding.span = at;
    finding.message =
        "`" + content::iso_date(days.from) + "` is not the day of `" + days.name + "`";
    finding.hints.push_back(days.from == days.to ? "did you mean " + day + "?" : "it is on " + day);
    found.push_back(std::move(finding));
  }
}

namespace {

/// It tells of what was, and of nothing that readers are asked to.
bool is_history(const spec::Date& date, const spec::Date& today) {
  constexpr int kYears = 2;
  return date.year + kYears < today.year;
}

void judge_past_dates_in(const WordRule& rule, const Judged& judged, std::size_t paragraph,
                         Findings& found) {
  const ReadParagraph& read = judged.reading.paragraphs[paragraph];
  const std::vector<Match> phrases = rule.beside.find(read);
  if (phrases.empty()) return;
  const Passage passage(judged.reading, paragraph);
  for (const WrittenDate& date : dates_in(passage)) {
    const auto day = date.year && !date.is_numeric ? date.in_year(*date.year) : std::nullopt;
    const spec::Date& today = *judged.context.today;
    if (!day || *day >= today || is_history(*day, today)) continue;
    if (!shares_sentence(phrases, read, date.date_first)) continue;
    Finding finding;
    finding.paragraph = paragraph;
    finding.begin = passage.begin(date.date_first);
    finding.end = passage.end(date.date_last);
    if (is_fact(passage.written(), finding.begin, finding.end)) continue;
    finding.message = "`{found}` is past";
    found.push_back(std::move(finding));
  }
}

}  // namespace

void judge_past_dates(const WordRule& rule, const Judged& judged, Findings& found) {
  if (!judged.context.today) return;
  const spec::Date& today = *judged.context.today;
  for (const auto& [days, at] : special_facts(judged.context)) {
    if (days.to >= today) continue;
    Finding finding;
    finding.span = at;
    finding.message = "the special date `" + content::iso_date(days.from) + "` is past";
    found.push_back(std::move(finding));
  }
  for (std::size_t i = 0; i < judged.reading.paragraphs.size(); ++i) {
    judge_past_dates_in(rule, judged, i, found);
  }
}

void judge_future_dates(const WordRule&, const Judged& judged, Findings& found) {
  if (!judged.context.today || judged.context.content == nullptr) return;
  for (const spec::ContentSpec::File& file : judged.context.content->as_read().files) {
    const spec::Value* value = file.root.at_path("revision.date");
    const auto date = fact_date(value);
    if (!date || *date <= *judged.context.today) continue;
    Finding finding;
    finding.span = value->span;
    finding.message =
        "the content is of `" + content::iso_date(*date) + "`, a day that is yet to come";
    found.push_back(std::move(finding));
  }
}

}  // namespace handbill::prose
