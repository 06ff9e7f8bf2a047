// SPDX-License-Identifier: MIT
#include "build/plan_entries.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

#include "base/user_unit.h"
#include "spec/layout_spec.h"

namespace handbill::build {
namespace {

using document::FoundColumn;

/// After so many, entries only move on: heights that change with the place never come to rest.
constexpr int kMostFreeMoves = 3;
constexpr int kMostMoves = 24;

Length gap_of(const FoundColumn& column) { return column.flow->row_gap; }

Length height_of(const FoundColumn& column) {
  Length height;
  for (const document::FoundRow& each : column.rows) {
    height += each.height + (&each == column.rows.data() ? Length() : gap_of(column));
  }
  return height;
}

/// Without columns at the end that hold nothing.
std::vector<std::size_t> without_empty(std::vector<std::size_t> begins) {
  while (begins.size() > 2 && begins[begins.size() - 2] == begins.back()) begins.pop_back();
  return begins;
}

}  // namespace

/// Fills columns one after the other, by the heights that are known.
class EntryPlanner::Breaker {
 public:
  Breaker(const List& list, std::size_t entries) : list_(list), entries_(entries) {}

  bool is_done() const { return next_ == entries_; }
  std::size_t next() const { return next_; }

  /// What is taller than `tallest` stands alone. False: the column holds nothing.
  bool fill(const FoundColumn& column, Length tallest) {
    filled_.push_back({&column, next_});
    next_ = fill_from(next_, column, column.box.height, tallest);
    return next_ > filled_.back().begin;
  }

  /// Of the frame in which the list ends, if it wants that.
  void balance() {
    const auto is_empty = [&](const Filled& each) { return each.begin == next_; };
    while (!filled_.empty() && is_empty(filled_.back())) filled_.pop_back();
    if (filled_.empty() || !is_done() || !filled_.back().column->flow->balance) return;
    const std::size_t first =
        filled_.size() - 1 - static_cast<std::size_t>(filled_.back().column->column);
    const FoundColumn& column = *filled_[first].column;
    Length least, most = column.box.height;
    while (!fits(most - least, Length())) {
      const Length height = (least + most) / 2;
      (ends_in(first, height).empty() ? least : most) = height;
    }
    const std::vector<std::size_t> begins = ends_in(first, most);
    if (begins.empty()) return;
    filled_.resize(first);
    for (const std::size_t each : begins) filled_.push_back({&column, each});
  }

  std::vector<std::size_t> begins() const {
    std::vector<std::size_t> begins;
    for (const Filled& each : filled_) begins.push_back(each.begin);
    begins.push_back(next_);
    return without_empty(std::move(begins));
  }

 private:
  struct Filled {
    const FoundColumn* column = nullptr;  ///< it, or one like it
    std::size_t begin = 0;
  };

  std::size_t fill_from(std::size_t first, const FoundColumn& column, Length room,
                        Length tallest) const {
    const Kind kind = kind_of(column);
    std::size_t next = first;
    Length used;
    while (next < entries_) {
      const Row row = row_at(kind, next);
      const Length need = row.height + (next > first ? gap_of(column) : Length());
      if (!fits(used + need, room)) {
        const bool stands_alone = next == first && !fits(row.height, tallest);
        return stands_alone ? row.end : next;
      }
      used += need;
      next = row.end;
    }
    return next;
  }

  /// Where the columns of a frame begin that hold the rest in that height; empty: they do not.
  std::vector<std::size_t> ends_in(std::size_t first, Length height) const {
    const FoundColumn& column = *filled_[first].column;
    std::vector<std::size_t> begins;
    std::size_t next = filled_[first].begin;
    for (int i = 0; i < column.flow->columns && next < entries_; ++i) {
      begins.push_back(next);
      next = fill_from(next, column, height, Length::pt(1e7));
    }
    return next == entries_ ? begins : std::vector<std::size_t>();
  }

  /// As it was there, else as it was anywhere, else as what it stood in.
  Row row_at(const Kind& kind, std::size_t entry) const {
    const auto own = list_.rows.find(kind);
    if (own != list_.rows.end()) {
      const auto known = own->second.find(entry);
      if (known != own->second.end()) return known->second;
    }
    auto near = list_.any.upper_bound(entry);
    if (near == list_.any.begin()) return {Length(), entry + 1};
    --near;
    if (near->first == entry) return near->second;
    return {near->second.height,
            std::min(entry + std::max<std::size_t>(near->second.end - near->first, 1), entries_)};
  }

  const List& list_;
  std::size_t entries_;
  std::size_t next_ = 0;
  std::vector<Filled> filled_;
};

EntryPlanner::Kind EntryPlanner::kind_of(const FoundColumn& column) {
  return {column.span, std::llround(column.box.width.pt() * 100), column.is_verso};
}

void EntryPlanner::measure(const std::vector<FoundColumn>& columns,
                           const std::vector<std::size_t>& begins, List& list) {
  for (std::size_t i = 0; i < columns.size() && i + 1 < begins.size(); ++i) {
    const auto& rows = columns[i].rows;
    Rows& known = list.rows[kind_of(columns[i])];
    const auto note = [&](std::size_t first, const Row& row) {
      for (Rows* each : {&known, &list.any}) {
        const auto [at, is_new] = each->try_emplace(first, row);
        const bool is_lower = list.moves > kMostFreeMoves && row.height < at->second.height;
        if (!is_new && !is_lower) at->second = row;
      }
    };
    // Entries that fall away stand with what comes after them.
    if (rows.empty() && begins[i] < begins[i + 1]) note(begins[i], {Length(), begins[i + 1]});
    for (std::size_t k = 0; k < rows.size(); ++k) {
      note(k == 0 ? begins[i] : rows[k].entry,
           {rows[k].height, k + 1 < rows.size() ? rows[k + 1].entry : begins[i + 1]});
    }
  }
}

namespace {

/// The columns on the pages that one side makes.
using Copies = std::vector<std::vector<const FoundColumn*>>;

Length tallest_of(const Copies& copies) {
  Length tallest;
  for (std::size_t i = copies.size() > 1 ? 1 : 0; i < copies.size(); ++i) {
    for (const FoundColumn* each : copies[i]) tallest = std::max(tallest, each->box.height);
  }
  return tallest;
}

/// What a further page of the side will be like: a recto like a recto, and not like the last.
const std::vector<const FoundColumn*>& like_copy(const Copies& copies, std::size_t copy) {
  for (std::size_t i = copies.size() - 1; i-- > 1;) {
    if ((copy - i) % 2 == 0) return copies[i];
  }
  return copies.back();
}

}  // namespace

bool EntryPlanner::plan(const std::string& name, const document::FoundPages& found,
                        document::Pagination& pages) {
  const std::vector<FoundColumn>& columns = found.entries.at(name);
  const std::size_t entries = columns.front().flow->entries;
  const auto planned = pages.entries.find(name);
  const std::vector<std::size_t> begins =
      planned != pages.entries.end() ? planned->second : std::vector<std::size_t>{0, entries};
  List& list = lists_[name];
  measure(columns, begins, list);
  laid_[name] = columns.size() + 1 >= begins.size() ? begins.back() : begins[columns.size()];
  if (list.moves == kMostMoves) return false;

  Length tallest;
  for (const FoundColumn& each : columns) tallest = std::max(tallest, each.box.height);
  Breaker breaker(list, entries);
  bool has_grown = false;
  for (std::size_t i = 0; i < columns.size();) {
    const auto& page = columns[i].page;
    const auto made = page ? found.copies.find(page->side) : found.copies.end();
    if (made == found.copies.end()) {
      breaker.fill(columns[i++], tallest);
      continue;
    }
    Copies copies(made->second);
    for (; i < columns.size() && columns[i].page && columns[i].page->side == page->side; ++i) {
      copies[columns[i].page->copy].push_back(&columns[i]);
      breaker.fill(columns[i], tallest);
    }
    constexpr auto kMostPages = static_cast<std::size_t>(spec::kMostPages);
    std::size_t copy = copies.size(), last = copy;
    while (!breaker.is_done() && copy <= kMostPages && copy < last + 2) {
      for (const FoundColumn* each : like_copy(copies, copy)) {
        if (breaker.fill(*each, tallest_of(copies))) last = copy + 1;
      }
      ++copy;
    }
    if (last == copies.size()) continue;
    std::size_t& wanted = pages.copies[page->side];
    wanted = std::max(wanted, last);
    has_grown = true;
  }
  breaker.balance();
  std::vector<std::size_t> wanted = breaker.begins();
  if (!has_grown && wanted == without_empty(begins)) return false;
  pages.entries[name] = std::move(wanted);
  ++list.moves;
  return true;
}

bool EntryPlanner::advance(const document::Document& document, const document::FoundPages& found,
                           document::Pagination& pages) {
  trim_ = document.sheet.trim;
  columns_ = found.entries;
  bool has_moved = false;
  for (const auto& [name, columns] : found.entries) {
    has_moved = plan(name, found, pages) || has_moved;
  }
  return has_moved;
}

void EntryPlanner::tell(diag::Diagnostics& diags) const {
  const UserUnit unit = user_unit(trim_);
  for (const auto& [name, columns] : columns_) {
    const FoundColumn& end = columns.back();
    for (const FoundColumn& each : columns) {
      const Length over = height_of(each) - each.box.height;
      if (fits(over, Length())) continue;
      const document::Entry& first = *each.rows.front().laid;
      const bool is_one = each.rows.size() == 1;
      diags.add({.id = diag::DiagnosticId::Overset,
                 .message = (is_one ? "entry " : "entries from ") + std::to_string(first.number) +
                            " of `" + name + (is_one ? "` is " : "` on are ") +
                            in_words(over, unit) + " too tall for frame `" + each.frame + "` (" +
                            in_words(each.box.height, unit) + ")",
                 .span = first.at,
                 .labels = {{each.span, "the frame"}},
                 .hints = {"shorten the entry, or make the frame taller"},
                 .area = diag::PageArea{each.side + 1, each.box},
                 .frame = each.frame});
    }
    const std::size_t laid = laid_.at(name), entries = end.flow->entries;
    if (laid >= entries) continue;
    diags.add({.id = diag::DiagnosticId::Overset,
               .message = "`" + name + "` has " + std::to_string(entries) +
                          " entries, there is room for " +
                          (laid == 0 ? "none" : std::to_string(laid)),
               .span = end.flow->asked_at,
               .hints = {"let them go on in another frame with this list and `flow`, or on a side "
                         "with `pages = \"all\"`"},
               .area = diag::PageArea{end.side + 1, end.box},
               .frame = end.frame});
  }
}

std::set<diag::Span> EntryPlanner::overfull_frames() const {
  std::set<diag::Span> frames;
  for (const auto& [name, columns] : columns_) {
    const bool has_more = laid_.at(name) < columns.front().flow->entries;
    for (const FoundColumn& each : columns) {
      if (has_more || !fits(height_of(each), each.box.height)) frames.insert(each.span);
    }
  }
  return frames;
}

}  // namespace handbill::build
