// SPDX-License-Identifier: MIT
// Ranges that fall: "7–3 days", "days 4 to 2", "$50–$20".
#include <algorithm>
#include <map>
#include <string>

#include "prose/check_functions.h"
#include "prose/spans_of_time.h"
#include "prose/written_amounts.h"

namespace handbill::prose {
namespace {

bool is_currency_sign(std::string_view plain) {
  return plain == "$" || plain == "€" || plain == "£" || plain == "¥";
}

struct WrittenRange {
  WrittenNumber from{}, to{};
  bool has_currency = false;        ///< of both
  std::size_t first = 0, last = 0;  ///< with currency signs
  bool is_dash = false;
};

class RangeReader {
 public:
  RangeReader(const WordRule& rule, const Judged& judged, std::size_t paragraph)
      : passage_(judged.reading, paragraph) {
    for (const Match& each : rule.words.find(judged.reading.paragraphs[paragraph])) {
      units_.insert({each.first, each.last});
      ends_of_units_.insert({each.last, each.first});
    }
  }

  /// The range whose first number begins at `at`.
  std::optional<WrittenRange> at(std::size_t at) const {
    const auto from = number_at(passage_, at);
    if (!from || from->is_fraction) return std::nullopt;
    const bool has_sign = is_currency_sign(passage_.plain(at - 1));
    std::size_t mark = from->last + 1;
    if (passage_.is_any(mark, {"%", "€", "°"})) ++mark;
    const bool is_mark = is_range_mark(passage_.plain(mark)) || passage_.plain(mark) == "al";
    if (!is_mark) return std::nullopt;
    const std::size_t second = behind_repeated(mark + 1);
    const auto to = number_at(passage_, second);
    if (!to || to->is_fraction) return std::nullopt;
    const bool is_money = (has_sign && is_currency_sign(passage_.plain(mark + 1))) ||
                          passage_.plain(to->last + 1) == "€";
    return WrittenRange{
        *from, *to, is_money, has_sign ? at - 1 : at, to->last, passage_.is_sign(mark)};
  }

  /// It falls, and is nothing else than a range of days, money, amounts.
  bool is_faulty(const WrittenRange& range) const {
    if (range.to.value >= range.from.value || stands_in_chain(range)) return false;
    // "2025–26": a year cut short.
    if (range.from.value >= 1900 && range.from.value <= 2100 && range.to.value < 100) return false;
    if (range.has_currency) return range.is_dash || !follows_from(range);
    return has_unit_behind(range) || has_unit_before(range);
  }

 private:
  /// The second number, behind the sign or word that stands before the first too: "day 4 to day 2".
  std::size_t behind_repeated(std::size_t at) const {
    if (is_currency_sign(passage_.plain(at))) return at + 1;
    const auto unit = units_.find(at);
    return unit == units_.end() ? at : unit->second + 1;
  }

  /// "1-7-3", "2027-02-03 days", a telephone number.
  bool stands_in_chain(const WrittenRange& range) const {
    const auto joins = [&](std::size_t sign, std::size_t other) {
      return passage_.is_any(sign, {"-", "–", "/", ".", ":"}) && passage_.is_number(other) &&
             passage_.touches(std::max(sign, other));
    };
    return joins(range.first - 1, range.first - 2) || joins(range.last + 1, range.last + 2);
  }

  bool follows_from(const WrittenRange& range) const {
    return passage_.is_any(range.first - 1, {"from", "de", "desde"});
  }

  bool has_unit_behind(const WrittenRange& range) const {
    std::size_t unit = range.last + 1;
    if (passage_.plain(unit) == "-" && passage_.touches(unit + 1)) ++unit;
    if (units_.contains(unit)) return true;
    const auto amount = unit_at(passage_, unit);
    // "in" is a word of its own, and "10 to 5 %" may be a change.
    if (!amount || amount->unit->name == "in") return false;
    return amount->unit->dimension != Dimension::Percent || range.is_dash;
  }

  /// "days 4 to 2", but not "hours 9–5".
  bool has_unit_before(const WrittenRange& range) const {
    const auto unit = ends_of_units_.find(range.first - 1);
    if (unit == ends_of_units_.end()) return false;
    const auto hours = hours_in(passage_.plain(unit->first));
    return !hours || *hours > 1;
  }

  const Passage passage_;
  std::map<std::size_t, std::size_t> units_, ends_of_units_;  ///< first and last tokens
};

}  // namespace

void judge_falling_ranges(const WordRule& rule, const Judged& judged, Findings& found) {
  for (std::size_t i = 0; i < judged.reading.paragraphs.size(); ++i) {
    const Passage passage(judged.reading, i);
    if (!passage.may_have_numbers()) continue;
    const RangeReader reader(rule, judged, i);
    const std::vector<Match> changes = rule.beside.find(judged.reading.paragraphs[i]);
    for (std::size_t at = 0; at < passage.size(); ++at) {
      const auto range = reader.at(at);
      if (!range || !reader.is_faulty(*range)) continue;
      // "cut from 7 to 3 days"
      if (shares_sentence(changes, judged.reading.paragraphs[i], at)) continue;
      const std::string from(passage.text(range->from.first, range->from.last));
      const std::string to(passage.text(range->to.first, range->to.last));
      Finding finding;
      finding.paragraph = i;
      finding.begin = passage.begin(range->first);
      finding.end = passage.end(range->last);
      const std::size_t behind_from = passage.end(range->from.last);
      const std::size_t begin_to = passage.begin(range->to.first);
      const std::string& text = passage.written().text;
      finding.instead =
          text.substr(finding.begin, passage.begin(range->from.first) - finding.begin) + to +
          text.substr(behind_from, begin_to - behind_from) + from;
      finding.mended = finding.instead;
      found.push_back(std::move(finding));
      at = range->last;
    }
  }
}

}  // namespace handbill::prose
