// SPDX-License-Identifier: MIT
#include "document/plan_pages.h"

#include <algorithm>
#include <utility>

#include "document/facts.h"

namespace handbill::document {
namespace {

using enum diag::DiagnosticId;

bool is_last(const spec::SideSpec& side) { return side.last && side.last->value; }

class Planner {
 public:
  Planner(bool is_folded, Printed printed, const Conditions& conditions, const Context& context)
      : is_folded_(is_folded), printed_(printed), conditions_(conditions), context_(context) {}

  std::vector<PlannedPage> plan() {
    const auto& sides = context_.layout().sides;
    const std::size_t errors = context_.diags.error_count();
    for (std::size_t i = 0; i < sides.size(); ++i) check(i);
    std::size_t end = sides.size();
    while (end > 0 && is_last(sides[end - 1])) --end;
    add_all(0, end);
    std::vector<PlannedPage> body = std::move(pages_);
    // Where the others come to stand is known when they are counted.
    pages_.clear();
    add_all(end, sides.size());
    std::vector<PlannedPage> behind = std::exchange(pages_, std::move(body));
    fill_up(behind.size());
    for (PlannedPage& each : behind) append(std::move(each));
    count();
    if (pages_.empty() && !sides.empty() && context_.diags.error_count() == errors) tell_none();
    return std::move(pages_);
  }

 private:
  void check(std::size_t index) const;
  void add_all(std::size_t begin, std::size_t end);
  void add_for_each(std::size_t begin, std::size_t end);
  void add(std::size_t index);
  void add(std::size_t index, const std::shared_ptr<const content::FactRow>& row, std::size_t place,
           std::size_t entries);
  void check_order(std::size_t begin, std::size_t end) const;
  bool is_there(const spec::SideSpec& side, const content::FactRow* row) const;
  bool has_room(const spec::SideSpec& side, diag::Span asked_at, std::size_t count);
  void tell_none() const;
  std::size_t count_of(std::size_t index) const;
  void start(const spec::SideSpec& side);
  void fill_up(std::size_t behind);
  void append(PlannedPage page);
  void count();
  bool is_verso() const { return printed_ == Printed::BothSides && pages_.size() % 2 == 1; }
  void tell_blank(std::size_t first, std::size_t count, diag::Span why,
                  const std::string& so_that) const;

  const bool is_folded_;
  const Printed printed_;
  const Conditions& conditions_;
  const Context& context_;
  std::vector<PlannedPage> pages_;
  bool is_full_ = false;
};

void Planner::check(std::size_t index) const {
  const auto& sides = context_.layout().sides;
  const spec::SideSpec& side = sides[index];
  if (side.pages && is_folded_) {
    context_.error(BadValue, side.pages->span, "a folded sheet has two sides, and no more pages",
                   {"take out `fold`, or lay the text out on the panels"});
  }
  if (side.pages && side.repeat) {
    context_.error(BadValue, side.pages->span,
                   "`repeat` makes one page for each entry, and `pages` says another number",
                   {"take one of them out"});
  }
  if (!is_last(side)) return;
  if (index + 1 < sides.size() && !is_last(sides[index + 1])) {
    context_.error(BadValue, side.last->span, "a side that stays last is followed by another",
                   {"move it to the end of the layout"});
  }
  if (side.start) {
    context_.error(BadValue, side.start->span,
                   "`last` and `start` both say where the side stands; it takes one of them");
  }
  for (const spec::WhenSpec& each : side.when) {
    if (each.kind != spec::WhenSpec::Kind::Recto && each.kind != spec::WhenSpec::Kind::Verso)
      continue;
    context_.error(BadValue, each.span, "a side that stays last stands wherever the others end");
  }
}

void Planner::append(PlannedPage page) {
  page.position.is_verso = is_verso();
  pages_.push_back(std::move(page));
}

/// A side without a name is called by its place.
void Planner::count() {
  const auto& pages = context_.layout().pages;
  std::int64_t number = pages && pages->first ? pages->first->value : 1;
  for (std::size_t i = 0; i < pages_.size(); ++i) {
    pages_[i].number = number++;
    if (pages_[i].name.empty()) pages_[i].name = std::to_string(i + 1);
  }
}

std::size_t Planner::count_of(std::size_t index) const {
  const auto& pages = context_.layout().sides[index].pages;
  if (!pages || is_folded_) return 1;
  if (pages->value != spec::kUntilItEnds) return static_cast<std::size_t>(pages->value);
  const auto& copies = context_.inputs.pages.copies;
  const auto found = copies.find(index);
  return found == copies.end() ? 1 : std::max<std::size_t>(found->second, 1);
}

void Planner::add_all(std::size_t begin, std::size_t end) {
  const auto& sides = context_.layout().sides;
  for (std::size_t i = begin; i < end && !is_full_;) {
    std::size_t next = i + 1;
    if (sides[i].repeat) {
      while (next < end && sides[next].repeat &&
             sides[next].repeat->value == sides[i].repeat->value) {
        ++next;
      }
      add_for_each(i, next);
    } else {
      add(i);
    }
    i = next;
  }
}

/// All of them for the first entry, then for the next: the front and back of each leaf.
void Planner::add_for_each(std::size_t begin, std::size_t end) {
  const spec::Text& list = *context_.layout().sides[begin].repeat;
  auto rows = context_.inputs.content.rows(list.value, list.span, context_.diags);
  if (!rows) return;
  check_order(begin, end);
  context_.inputs.content.sort(*rows, context_.layout().sides[begin].sort, context_.diags);
  for (std::size_t i = 0; i < rows->size() && !is_full_; ++i) {
    add_row_number((*rows)[i], i + 1);
    const auto row = std::make_shared<const content::FactRow>(std::move((*rows)[i]));
    for (std::size_t side = begin; side < end && !is_full_; ++side) {
      add(side, row, i, rows->size());
    }
  }
}

/// The first says how the entries are sorted; another may say the same.
void Planner::check_order(std::size_t begin, std::size_t end) const {
  const auto& sides = context_.layout().sides;
  const auto is_same = [](const spec::Text& a, const spec::Text& b) { return a.value == b.value; };
  for (std::size_t i = begin + 1; i < end; ++i) {
    const auto& sort = sides[i].sort;
    if (sort.empty() || std::ranges::equal(sort, sides[begin].sort, is_same)) continue;
    context_.error(BadValue, sort.front().span,
                   "sides that take turns have their entries in one order; the first has another",
                   {"write `sort` in the first of them"});
  }
}

bool Planner::is_there(const spec::SideSpec& side, const content::FactRow* row) const {
  const bool is_hidden = side.hide && side.hide->value;
  return !is_hidden && conditions_.hold(side.when, row, {.is_verso = is_verso()});
}

bool Planner::has_room(const spec::SideSpec& side, diag::Span asked_at, std::size_t count) {
  if (is_folded_ && pages_.size() == 2) {
    context_.error(BadFold, side.span, "a folded sheet has two sides; this is a third");
    is_full_ = true;
  } else if (asked_at.known() && pages_.size() + count > spec::kMostPages) {
    context_.error(TooLarge, asked_at, "with this side the document has more than 2,000 pages");
    is_full_ = true;
  }
  return !is_full_;
}

/// A page for an entry, the one with the index `place` as they are sorted.
void Planner::add(std::size_t index, const std::shared_ptr<const content::FactRow>& row,
                  std::size_t place, std::size_t entries) {
  const spec::SideSpec& side = context_.layout().sides[index];
  if (!is_there(side, row.get()) || !has_room(side, side.repeat->span, 1)) return;
  start(side);
  append({.side = &side,
          .place = PagePlace{index, place},
          .position = {.is_first = place == 0, .is_last = place + 1 == entries},
          .name = side.name ? side.name->value + "[" + std::to_string(row->number) + "]"
                            : std::string(),
          .row = row});
}

void Planner::tell_none() const {
  const auto& sides = context_.layout().sides;
  const auto asked = std::ranges::find_if(
      sides, [](const spec::SideSpec& each) { return !each.when.empty() || each.repeat; });
  if (asked == sides.end()) {
    context_.error(BadValue, sides.front().span, "no side of the layout is there: all are hidden");
  } else if (asked->repeat) {
    context_.error(BadValue, asked->repeat->span,
                   "no side of the layout is there: the list has no entry to lay one for");
  } else {
    context_.error(BadValue, asked->when.front().span,
                   "no side of the layout is there: what `when` asks for holds for none");
  }
}

void Planner::add(std::size_t index) {
  const spec::SideSpec& side = context_.layout().sides[index];
  const std::size_t count = count_of(index);
  if (!is_there(side, nullptr)) return;
  if (!has_room(side, {}, count)) return;
  start(side);
  if (side.pages && !has_room(side, side.pages->span, count)) return;
  for (std::size_t copy = 0; copy < count; ++copy) {
    std::string name = side.name ? side.name->value : std::string();
    if (!name.empty() && side.pages) name += "-" + std::to_string(copy + 1);
    append({.side = &side,
            .place = PagePlace{index, copy},
            .position = {.is_first = copy == 0, .is_last = copy + 1 == count},
            .name = std::move(name)});
  }
}

void Planner::start(const spec::SideSpec& side) {
  if (!side.start || side.start->value == "any" || printed_ == Printed::OneSide) return;
  const bool wants_verso = side.start->value == "verso";
  if (wants_verso == is_verso()) return;
  append({});
  tell_blank(pages_.size() - 1, 1, side.start->span,
             (side.name ? quoted(side.name->value) : "the next side") + " starts on a " +
                 side.start->value);
}

/// With the pages behind them they come to a multiple.
void Planner::fill_up(std::size_t behind) {
  const auto& pages = context_.layout().pages;
  if (!pages || !pages->multiple || is_folded_) return;
  const auto multiple = static_cast<std::size_t>(pages->multiple->value);
  const std::size_t over = (pages_.size() + behind) % multiple;
  if (over == 0) return;
  const std::size_t first = pages_.size();
  while (pages_.size() < first + multiple - over) append({});
  tell_blank(first, pages_.size() - first, pages->multiple->span,
             "the document has a multiple of " + std::to_string(multiple) + " pages");
}

void Planner::tell_blank(std::size_t first, std::size_t count, diag::Span why,
                         const std::string& so_that) const {
  const bool is_one = count == 1;
  const std::string to = count == 2 ? " and " : " to ";
  context_.diags.note(BlankPage, why,
                      (is_one ? "page " : "pages ") + std::to_string(first + 1) +
                          (is_one ? "" : to + std::to_string(first + count)) +
                          (is_one ? " is" : " are") + " left blank, so that " + so_that);
}

}  // namespace

std::vector<PlannedPage> plan_pages(bool is_folded, Printed printed, const Conditions& conditions,
                                    const Context& context) {
  return Planner(is_folded, printed, conditions, context).plan();
}

}  // namespace handbill::document
