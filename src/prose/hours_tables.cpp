// SPDX-License-Identifier: MIT
#include "prose/hours_tables.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

#include "prose/typed_days.h"
#include "prose/word_list.h"

namespace handbill::prose {
namespace {

constexpr auto kTableCues = std::to_array<std::string_view>(
    {"hours", "open", "opens", "opening", "close", "closes", "horario", "horarios", "abierto",
     "abre", "cierra", "atención", "ساعات", "أوقات", "مواعيد", "الدوام", "营", "诊"});
constexpr auto kClosedWords = std::to_array<std::string_view>(
    {"closed", "cerrado", "cerrada", "cerrados", "مغلق", "مغلقة", "عطلة"});
/// The same in ideographs, each a token.
constexpr auto kClosedSigns =
    std::to_array<std::string_view>({"休", "息", "关", "门", "停", "诊", "业", "不", "营"});
constexpr auto kBreakWords = std::to_array<std::string_view>(
    {"lunch", "break", "almuerzo", "comida", "descanso", "午", "休", "استراحة", "الغداء"});
/// May stand with days, or with times, and say nothing of their own.
constexpr auto kCellFillers = std::to_array<std::string_view>(
    {"to",  "until", "till",   "through", "from", "at", "and", "on",  "a",  "al",
     "de",  "desde", "hasta",  "y",       "las",  "la", "el",  "los", "من", "إلى",
     "الى", "حتى",   "الساعة", "يوم",     "至",   "到", "和",  "h"});

struct CellRange {
  std::optional<TypedTime> from{}, to{};
};

class TableReader {
 public:
  TableReader(const Reading& reading, std::size_t table, std::vector<CellClaim>& claims)
      : reading_(reading), table_(table), flow_(reading.words.flows[table]), claims_(claims) {}

  void read() {
    for (std::size_t i = flow_.paragraphs.begin; i < flow_.paragraphs.end; ++i) {
      const auto& cell = reading_.written(i).cell;
      if (!cell) continue;
      auto days = days_alone(i);
      if (!days.empty()) {
        const bool heads_column = cell->row == 0 && cell->column > 0;
        (heads_column ? by_column_[cell->column] : by_row_[cell->row]) = days;
        named_.insert(days.begin(), days.end());
      } else if (is_closed(i)) {
        has_closed_ = true;
      } else if (cell->row == 0 && is_break(i)) {
        breaks_.insert(cell->column);
      }
    }
    if (!is_about_hours()) return;
    for (std::size_t i = flow_.paragraphs.begin; i < flow_.paragraphs.end; ++i) read_cell(i);
    for (const auto& [row, times] : single_) add_singles(times, by_row_[row]);
  }

 private:
  const ReadParagraph& read_of(std::size_t i) const { return reading_.paragraphs[i]; }
  std::string_view text_of(std::size_t i) const { return reading_.written(i).text; }

  /// A filler, or a sign.
  static bool is_filler(const Token& token) {
    return token.kind == Token::Kind::Sign || is_in(kCellFillers, token.plain);
  }

  std::vector<int> days_alone(std::size_t i) const {
    const auto& tokens = read_of(i).tokens;
    const auto found = find_typed_days(read_of(i), text_of(i), {0, tokens.size()});
    std::vector<int> days;
    std::size_t at = 0;
    for (const TypedDays& each : found) {
      for (; at < each.first; ++at) {
        if (!is_filler(tokens[at])) return {};
      }
      days.insert(days.end(), each.days.begin(), each.days.end());
      at = each.last + 1;
    }
    for (; at < tokens.size(); ++at) {
      if (!is_filler(tokens[at])) return {};
    }
    return days;
  }

  template <typename List>
  bool has_but(std::size_t i, const List& list) const {
    const auto& tokens = read_of(i).tokens;
    return !tokens.empty() && std::ranges::all_of(tokens, [&](const Token& each) {
      return each.kind == Token::Kind::Sign || is_in(list, each.plain);
    });
  }
  bool is_closed(std::size_t i) const {
    return has_but(i, kClosedWords) || has_but(i, kClosedSigns);
  }
  bool is_break(std::size_t i) const {
    return std::ranges::any_of(read_of(i).tokens,
                               [](const Token& each) { return is_in(kBreakWords, each.plain); });
  }

  bool names_hours(std::size_t i) const {
    return std::ranges::any_of(read_of(i).tokens,
                               [](const Token& each) { return is_in(kTableCues, each.plain); });
  }

  bool is_about_hours() const {
    constexpr std::size_t kMostOfWeek = 5;
    if (named_.empty()) return false;
    if (has_closed_) return true;
    const auto heading = reading_.written(flow_.paragraphs.begin).heading;
    if (heading && names_hours(*heading)) return true;
    for (std::size_t i = flow_.paragraphs.begin; i < flow_.paragraphs.end; ++i) {
      const auto& cell = reading_.written(i).cell;
      if (cell && cell->row == 0 && names_hours(i)) return true;
    }
    return !heading && named_.size() >= kMostOfWeek;
  }

  /// Of its row, else of its column.
  std::vector<int> days_of(const words::Cell& cell) const {
    const auto row = by_row_.find(cell.row);
    if (row != by_row_.end()) return row->second;
    const auto column = by_column_.find(cell.column);
    return column == by_column_.end() ? std::vector<int>() : column->second;
  }

  void read_cell(std::size_t i) {
    const auto& cell = reading_.written(i).cell;
    if (!cell) return;
    const std::vector<int> days = days_of(*cell);
    if (days.empty() || !days_alone(i).empty()) return;
    if (is_closed(i)) {
      HoursClaim claim{HoursClaim::Kind::ClosedOn};
      claim.days = days;
      claim.end = text_of(i).size();
      return claims_.push_back({i, table_, std::move(claim)});
    }
    for (const CellRange& each : times_alone(i)) {
      if (!each.to) {
        single_[cell->row].push_back({i, *each.from});
        continue;
      }
      const bool is_break = breaks_.contains(cell->column);
      HoursClaim claim{is_break ? HoursClaim::Kind::ClosedBetween : HoursClaim::Kind::OpenBetween};
      claim.days = days;
      claim.from = each.from;
      claim.to = each.to;
      settle_half(*claim.from, *claim.to);
      claim.begin = each.from->begin;
      claim.end = each.to->end;
      claims_.push_back({i, table_, std::move(claim)});
    }
  }

  /// Ranges and times, where the cell has nothing else.
  std::vector<CellRange> times_alone(std::size_t i) const {
    const auto& tokens = read_of(i).tokens;
    const auto typed = find_typed_times(read_of(i), text_of(i));
    std::vector<CellRange> found;
    bool joins = false;
    for (std::size_t at = 0; at < tokens.size(); ++at) {
      const auto known = std::ranges::find(typed, at, &TypedTime::first);
      auto time = known == typed.end() ? read_bare_hour(read_of(i), at) : std::optional(*known);
      if (!time) {
        if (!is_filler(tokens[at])) return {};
        const std::string& plain = tokens[at].plain;
        joins = plain != "," && plain != ";" && plain != "and" && plain != "y" && plain != "，" &&
                plain != "、" && plain != "،" && plain != "/";
        continue;
      }
      if (joins && !found.empty() && !found.back().to) {
        found.back().to = time;
      } else {
        found.push_back({time, {}});
      }
      joins = false;
      at = time->last;
    }
    // A number alone is no time.
    const auto is_number = [&](const CellRange& each) {
      return !each.to &&
             std::ranges::find(typed, each.from->first, &TypedTime::first) == typed.end();
    };
    std::erase_if(found, is_number);
    return found;
  }

  struct SingleTime {
    std::size_t paragraph = 0;
    TypedTime time;
  };

  /// Two in a row are when it opens and when it closes.
  void add_singles(const std::vector<SingleTime>& times, const std::vector<int>& days) {
    if (times.size() != 2 || days.empty()) return;
    TypedTime from = times[0].time, to = times[1].time;
    settle_half(from, to);
    HoursClaim opens{HoursClaim::Kind::OpensAt};
    HoursClaim closes{HoursClaim::Kind::ClosesAt};
    opens.days = closes.days = days;
    opens.from = from;
    closes.to = to;
    opens.begin = from.begin;
    opens.end = from.end;
    closes.begin = to.begin;
    closes.end = to.end;
    claims_.push_back({times[0].paragraph, table_, std::move(opens)});
    claims_.push_back({times[1].paragraph, table_, std::move(closes)});
  }

  const Reading& reading_;
  std::size_t table_;
  const words::Flow& flow_;
  std::vector<CellClaim>& claims_;
  std::map<std::size_t, std::vector<int>> by_row_, by_column_;  ///< days
  std::map<std::size_t, std::vector<SingleTime>> single_;       ///< by row
  std::set<std::size_t> breaks_;                                ///< columns
  std::set<int> named_;
  bool has_closed_ = false;
};

}  // namespace

std::vector<CellClaim> find_hours_in_tables(const Reading& reading) {
  std::vector<CellClaim> claims;
  for (std::size_t i = 0; i < reading.words.flows.size(); ++i) {
    if (reading.words.flows[i].kind == words::Flow::Kind::Table) {
      TableReader(reading, i, claims).read();
    }
  }
  return claims;
}

}  // namespace handbill::prose
