// SPDX-License-Identifier: MIT
#include "layout/overruns.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>

#include "base/overload.h"
#include "base/user_unit.h"
#include "layout/frame_ink.h"
#include "layout/solve_boxes.h"
#include "layout/tell_overset.h"

namespace handbill::layout {
namespace {

using document::Edge;
using document::EdgeKind;
using document::Frame;
using document::FrameIndex;

enum class Direction { Down, Up };

const std::optional<Edge>& own_edge(const document::Box& box, EdgeKind kind) {
  return kind == EdgeKind::Top ? box.top : box.bottom;
}

Length end_of(const Rect& box, EdgeKind kind) {
  return kind == EdgeKind::Top ? box.top : box.bottom();
}

std::vector<LineOfText> lines_of(const Fragment& fragment) {
  std::vector<LineOfText> lines;
  for (const LineFragment& each : fragment.lines) {
    lines.push_back({&each.paragraph->paragraph(), each.line});
  }
  for (const Fragment& each : fragment.children) {
    const auto more = lines_of(each);
    lines.insert(lines.end(), more.begin(), more.end());
  }
  return lines;
}

/// What has run into what.
struct Overrun {
  Length amount;
  std::vector<FrameIndex> growers;
  FrameIndex frame = 0;  ///< that runs into something, or is too small
  std::string what;
  const Overfull* own = nullptr;  ///< what is said if its own content is cut
  FrameIndex to_cut = 0;          ///< the grower that is told to be too long
};

class OverrunFinder {
 public:
  OverrunFinder(const document::Document& document, const Gathered& gathered, std::size_t side,
                const SolvedSide& solved, const SideFragment& placed)
      : document_(document),
        gathered_(gathered),
        side_(document.sides[side]),
        side_index_(side),
        solved_(solved),
        unit_(user_unit(document.sheet.trim)) {
    for (const Fragment& each : placed.frames) {
      fragments_.emplace(static_cast<FrameIndex>(each.frame - side_.frames.data()), &each);
    }
    inks_.resize(side_.frames.size());
    for (const auto& [frame, fragment] : fragments_)
      inks_[frame] = ink_of(side_.frames[frame], *fragment, solved_.boxes[frame]);
    for (const auto& [frame, fragment] : fragments_) {
      if (!inks_[frame] || !solved_.least[frame]) continue;
      solid_.push_back({frame, {}});
      walk(frame, EdgeKind::Top, Direction::Up, solid_.back().lift);
    }
  }

  std::vector<FrameIndex> report(diag::Diagnostics& diags) {
    for (const auto& [frame, fragment] : fragments_) look_at(frame);
    for (const TightFrame& each : solved_.tight) look_at(each);
    for (FrameIndex i = 0; i < side_.frames.size(); ++i) look_at_displaced(i);
    for (Overrun& each : found_) each.to_cut = to_be_cut(each);
    // What pushes others is told first: then nothing need be said of those.
    std::ranges::stable_sort(found_, {}, [&](const Overrun& each) {
      return std::pair(each.to_cut == each.frame, -each.amount.pt());
    });
    std::vector<FrameIndex> told, misfits;
    for (const Overrun& each : found_) {
      misfits.push_back(each.frame);
      if (each.own == nullptr) {
        misfits.insert(misfits.end(), each.growers.begin(), each.growers.end());
      }
      if (is_covered(each, told)) continue;
      diags.add(tell_of(each.to_cut, worst_of(each.to_cut, told)));
      told.push_back(each.to_cut);
    }
    return misfits;
  }

 private:
  static bool is_grower(FrameIndex frame, const Overrun& overrun) {
    return std::ranges::find(overrun.growers, frame) != overrun.growers.end();
  }
  /// What is cut for others makes room there too.
  static bool is_covered(const Overrun& overrun, const std::vector<FrameIndex>& told) {
    return std::ranges::any_of(told, [&](FrameIndex frame) { return is_grower(frame, overrun); });
  }
  const Overrun& worst_of(FrameIndex grower, const std::vector<FrameIndex>& told) const;
  void look_at(FrameIndex frame);
  void look_at(const TightFrame& tight);
  void look_at_displaced(FrameIndex frame);
  std::vector<FrameIndex> that_squeeze(FrameIndex frame) const;
  void look_past_the_sheet(FrameIndex frame, Direction way);
  void look_at_frames(FrameIndex frame);
  void walk(FrameIndex frame, EdgeKind kind, Direction way, std::vector<FrameIndex>& growers) const;
  void walk(const Edge& edge, FrameIndex frame, EdgeKind kind, Direction way,
            std::vector<FrameIndex>& growers) const;
  bool has_grown(FrameIndex frame) const;
  Length position(const Edge& edge, const Frame& frame, EdgeKind kind) const;
  std::size_t longest_part(FrameIndex frame) const;
  std::optional<FrameIndex> odd_one(const std::vector<FrameIndex>& sharers) const;
  FrameIndex to_be_cut(const Overrun& overrun) const;
  std::optional<std::size_t> rows_left(FrameIndex frame, Length amount) const;
  bool can_be_cut(FrameIndex frame, Length amount) const;
  Length leading(FrameIndex frame) const;
  std::vector<const text::Paragraph*> sharers_of(FrameIndex frame, const Overrun& overrun) const;
  diag::Diagnostic tell_of(FrameIndex frame, const Overrun& overrun) const;
  RowsOver rows_over(FrameIndex frame, const Overrun& overrun) const;
  TextOver text_over(FrameIndex frame, const Overrun& overrun) const;
  std::vector<const text::Paragraph*> paragraphs_of(FrameIndex frame) const;
  std::size_t lines_needed(FrameIndex frame, Length amount) const;
  bool is_list(FrameIndex frame) const;
  TightPlace place_of(const Overrun& overrun) const;
  bool may_overlap(FrameIndex one, FrameIndex other) const;
  const Frame& frame(FrameIndex index) const { return side_.frames[index]; }
  const document::Table* table_of(FrameIndex index) const;
  const TextThread* thread_of(FrameIndex index) const;

  const document::Document& document_;
  const Gathered& gathered_;
  const document::Side& side_;
  std::size_t side_index_;
  const SolvedSide& solved_;
  UserUnit unit_;
  std::map<FrameIndex, const Fragment*> fragments_;
  std::vector<std::optional<Ink>> inks_;  ///< of each frame that hides what is below it
  struct Solid {
    FrameIndex frame;
    std::vector<FrameIndex> lift;  ///< those whose growth moves its top up
  };
  std::vector<Solid> solid_;  ///< frames with ink
  std::vector<Overrun> found_;
};

const document::Table* OverrunFinder::table_of(FrameIndex index) const {
  const TableStop* stop = table_in(gathered_.shown[side_index_][index]);
  return stop != nullptr ? gathered_.tables[stop->table].table.table : nullptr;
}

const TextThread* OverrunFinder::thread_of(FrameIndex index) const {
  const ThreadStop* stop = text_in(gathered_.shown[side_index_][index]);
  return stop != nullptr ? &gathered_.threads[stop->thread] : nullptr;
}

Length OverrunFinder::position(const Edge& edge, const Frame& frame, EdgeKind kind) const {
  Rect container = container_of(document_, side_, frame);
  if (frame.inside && solved_.boxes[*frame.inside]) {
    container = solved_.boxes[*frame.inside]->inset(side_.frames[*frame.inside].inset);
  }
  const Length offset = edge.offset + container.height * (edge.percent / 100);
  if (const auto* other = std::get_if<Edge::OfFrame>(&edge.base)) {
    const auto& box = solved_.boxes[other->frame];
    return (box ? end_of(*box, other->edge) : Length()) + offset;
  }
  if (const auto* choice = std::get_if<Edge::Choice>(&edge.base)) {
    const auto at = [&](const Edge& each) { return position(each, frame, kind); };
    const bool is_max = choice->which == Edge::Choice::Which::Max;
    return (is_max ? at(*std::ranges::max_element(choice->of, {}, at))
                   : at(*std::ranges::min_element(choice->of, {}, at))) +
           offset;
  }
  return kind == EdgeKind::Bottom ? container.bottom() - offset : container.top + offset;
}

void OverrunFinder::walk(const Edge& edge, FrameIndex index, EdgeKind kind, Direction way,
                         std::vector<FrameIndex>& growers) const {
  if (const auto* other = std::get_if<Edge::OfFrame>(&edge.base)) {
    return walk(other->frame, other->edge, way, growers);
  }
  const auto& container = frame(index).inside;
  if (container && std::holds_alternative<Edge::OwnSide>(edge.base)) {
    return walk(*container, kind, way, growers);
  }
  const auto* choice = std::get_if<Edge::Choice>(&edge.base);
  if (choice == nullptr) return;
  const auto at = [&](const Edge& each) { return position(each, frame(index), kind); };
  const bool is_max = choice->which == Edge::Choice::Which::Max;
  walk(is_max ? *std::ranges::max_element(choice->of, {}, at)
              : *std::ranges::min_element(choice->of, {}, at),
       index, kind, way, growers);
}

/// It holds more than a line.
bool OverrunFinder::has_grown(FrameIndex index) const {
  const auto& box = solved_.boxes[index];
  const auto& least = solved_.least[index];
  if (frame(index).box.has_height() || !shows_text(frame(index))) return false;
  return box && least && box->height > least->height + kTouching;
}

/// Collects the frames whose growth moves an edge that way, along what it follows.
void OverrunFinder::walk(FrameIndex index, EdgeKind kind, Direction way,
                         std::vector<FrameIndex>& growers) const {
  const document::Box& box = frame(index).box;
  if (const auto& edge = own_edge(box, kind)) return walk(*edge, index, kind, way, growers);
  const EdgeKind other = kind == EdgeKind::Top ? EdgeKind::Bottom : EdgeKind::Top;
  if (!own_edge(box, other)) return;
  const bool grows_there = (kind == EdgeKind::Bottom) == (way == Direction::Down);
  if (grows_there && has_grown(index)) growers.push_back(index);
  walk(index, other, way, growers);
}

void OverrunFinder::look_at(FrameIndex index) {
  if (!is_solid(frame(index)) || !solved_.least[index]) return;
  look_past_the_sheet(index, Direction::Down);
  look_past_the_sheet(index, Direction::Up);
  look_at_frames(index);
}

/// The frames whose growth moves its upper edge down or its lower one up.
std::vector<FrameIndex> OverrunFinder::that_squeeze(FrameIndex index) const {
  std::vector<FrameIndex> growers;
  const document::Box& box = frame(index).box;
  if (!box.has_height()) return growers;
  if (box.top) walk(*box.top, index, EdgeKind::Top, Direction::Down, growers);
  if (box.bottom) walk(*box.bottom, index, EdgeKind::Bottom, Direction::Up, growers);
  return growers;
}

void OverrunFinder::look_at(const TightFrame& tight) {
  std::vector<FrameIndex> growers = {tight.frame};
  for (const FrameIndex each : that_squeeze(tight.frame)) growers.push_back(each);
  found_.push_back(
      {tight.over.amount, std::move(growers), tight.frame,
       in_words(tight.over.amount, unit_) + " too tall for " + frame_words(frame(tight.frame)),
       &tight.over});
}

/// A frame between two others that meet, though they were apart if all were short.
void OverrunFinder::look_at_displaced(FrameIndex index) {
  if (!solved_.displaced[index] || solved_.boxes[index] || !solved_.least[index]) return;
  std::vector<FrameIndex> growers = that_squeeze(index);
  if (growers.empty()) return;
  const Length missing = solved_.needed[index] - solved_.displaced[index]->height;
  found_.push_back({missing, std::move(growers), index,
                    "nothing is left of the height of " + frame_words(frame(index))});
}

void OverrunFinder::look_past_the_sheet(FrameIndex index, Direction way) {
  const Frame& frame = this->frame(index);
  const EdgeKind kind = way == Direction::Down ? EdgeKind::Bottom : EdgeKind::Top;
  std::vector<FrameIndex> growers;
  walk(index, kind, way, growers);
  if (growers.empty()) return;
  const Rect container = container_of(document_, side_, frame);
  const auto past = [&](const Rect& box, Length keep) {
    return way == Direction::Down ? box.bottom() - (container.bottom() - keep)
                                  : container.top + keep - box.top;
  };
  const auto look = [&](Length keep, const std::string& what) {
    const Length amount = past(*solved_.boxes[index], keep);
    if (amount <= kTouching || past(*solved_.least[index], keep) > kTouching) return false;
    found_.push_back({amount, growers, index,
                      frame_words(frame) + " runs " + in_words(amount, unit_) + " past " + what});
    return true;
  };
  if (frame.box.limit && !own_edge(frame.box, kind)) {
    const Length limit = position(*frame.box.limit, frame, kind);
    const Length keep = way == Direction::Down ? container.bottom() - limit : limit - container.top;
    if (look(keep, "its limit")) return;
  }
  if (!shows_text(frame)) {
    look(Length(), "the edge of the sheet");
    return;
  }
  look(document_.sheet.safe, "the safe area");
}

/// Frames below that were free of it if all were short.
void OverrunFinder::look_at_frames(FrameIndex index) {
  const std::optional<Ink>& above = inks_[index];
  if (!above) return;
  std::vector<FrameIndex> down;
  walk(index, EdgeKind::Bottom, Direction::Down, down);
  for (const auto& [other, lift] : solid_) {
    if (other == index || (down.empty() && lift.empty())) continue;
    const bool was_free = fits(solved_.least[index]->bottom(), solved_.least[other]->top);
    if (!was_free || may_overlap(index, other)) continue;
    const Length amount = overlap(*above, *inks_[other]);
    if (amount <= kTouching) continue;
    std::vector<FrameIndex> growers = down;
    growers.insert(growers.end(), lift.begin(), lift.end());
    found_.push_back({amount, std::move(growers), index,
                      frame_words(frame(index)) + " runs " + in_words(amount, unit_) + " into " +
                          frame_words(frame(other))});
  }
}

Length OverrunFinder::leading(FrameIndex index) const {
  Length most = Length::pt(1);
  const auto add = [&](const SetParagraph& each) { most = std::max(most, each.style().leading); };
  const auto add_rows = [&](const SetTable& table) {
    for (const SetRow& row : table.rows) {
      for (const SetCell& cell : row.cells) {
        if (!cell.text.empty()) add(*cell.text.front());
      }
    }
  };
  std::visit(Overload{[&](const ThreadStop& stop) {
                        for (const SetParagraph* each : gathered_.threads[stop.thread].flow)
                          add(*each);
                      },
                      [&](const TableStop& stop) { add_rows(gathered_.tables[stop.table].table); },
                      [](const OneOf<std::monostate, FigureStop> auto&) {}},
             gathered_.shown[side_index_][index]);
  return most;
}

/// How many rows of a list are left when so much of its height has gone; nothing: none.
std::optional<std::size_t> OverrunFinder::rows_left(FrameIndex index, Length amount) const {
  const auto& rows = fragments_.at(index)->children;
  for (std::size_t kept = rows.size(); kept-- > 1;) {
    if (fits(amount, rows.back().box.bottom() - rows[kept - 1].box.bottom())) return kept;
  }
  return std::nullopt;
}

/// Something of it is left then.
bool OverrunFinder::can_be_cut(FrameIndex index, Length amount) const {
  const auto fragment = fragments_.find(index);
  if (fragment == fragments_.end()) return false;
  if (is_list(index)) return rows_left(index, amount).has_value();
  return lines_needed(index, amount) < lines_of(*fragment->second).size();
}

/// Most lines of one of its paragraphs or entries.
std::size_t OverrunFinder::longest_part(FrameIndex index) const {
  const auto fragment = fragments_.find(index);
  if (fragment == fragments_.end()) return 0;
  std::map<const SetParagraph*, std::size_t> lines;
  const auto count = [&](const auto& self, const Fragment& part) -> void {
    for (const LineFragment& each : part.lines) ++lines[each.paragraph];
    for (const Fragment& each : part.children) self(self, each);
  };
  count(count, *fragment->second);
  std::size_t most = 0;
  for (const auto& [paragraph, number] : lines) most = std::max(most, number);
  return most;
}

/// Of those that share the room, the one with a text far longer than all others have; nothing:
/// they are much alike.
std::optional<FrameIndex> OverrunFinder::odd_one(const std::vector<FrameIndex>& sharers) const {
  constexpr std::size_t kLong = 4;
  std::vector<std::pair<std::size_t, FrameIndex>> parts;
  for (const FrameIndex each : sharers) parts.emplace_back(longest_part(each), each);
  std::ranges::sort(parts, std::greater<>());
  const std::size_t others = parts.size() > 1 ? parts[1].first : 0;
  if (parts.empty() || parts[0].first < kLong || parts[0].first < others + 2) return std::nullopt;
  return parts[0].second;
}

/// What was edited is not known. It is taken to be the text that is far longer than all others;
/// else the list with the most entries; else the tallest, of which the smallest part has to go, and
/// of equal ones that next to what they run into.
FrameIndex OverrunFinder::to_be_cut(const Overrun& overrun) const {
  std::vector<FrameIndex> sharers;
  for (const FrameIndex each : overrun.growers) {
    const bool is_tight = overrun.own != nullptr && each == overrun.frame;
    if (is_tight || can_be_cut(each, overrun.amount)) sharers.push_back(each);
  }
  if (const auto odd = odd_one(sharers)) return *odd;
  const auto entries = [&](FrameIndex each) {
    return is_list(each) ? table_of(each)->rows.size() : 0;
  };
  std::ranges::stable_sort(sharers, std::greater<>(), entries);
  if (sharers.size() > 1 && entries(sharers[0]) > entries(sharers[1])) return sharers[0];
  const auto height = [&](FrameIndex each) {
    const bool is_tight = overrun.own != nullptr && each == overrun.frame;
    if (is_tight) return solved_.boxes[each]->height + overrun.amount;
    return can_be_cut(each, overrun.amount) ? solved_.boxes[each]->height : Length();
  };
  return *std::ranges::max_element(overrun.growers, {}, height);
}

/// The most that its growth has done, where what is told already makes no room.
const Overrun& OverrunFinder::worst_of(FrameIndex grower,
                                       const std::vector<FrameIndex>& told) const {
  const Overrun* worst = nullptr;
  for (const Overrun& each : found_) {
    if (!is_grower(grower, each) || is_covered(each, told)) continue;
    if (worst == nullptr || each.amount > worst->amount) worst = &each;
  }
  return *worst;
}

TightPlace OverrunFinder::place_of(const Overrun& overrun) const {
  TightPlace place{&frame(overrun.frame), overrun.what};
  const auto& box = solved_.boxes[overrun.frame];
  if (box) place.area = diag::PageArea{side_index_ + 1, *box};
  return place;
}

/// The layout lets one of the two lie over the other.
bool OverrunFinder::may_overlap(FrameIndex one, FrameIndex other) const {
  const auto names = [&](FrameIndex who, FrameIndex whom) {
    return std::ranges::find(frame(who).over, whom) != frame(who).over.end();
  };
  return names(one, other) || names(other, one);
}

/// The texts beside that of `index` that take of the room, or need it.
std::vector<const text::Paragraph*> OverrunFinder::sharers_of(FrameIndex index,
                                                              const Overrun& overrun) const {
  std::vector<FrameIndex> frames = overrun.growers;
  if (!is_grower(overrun.frame, overrun)) frames.push_back(overrun.frame);
  std::vector<const text::Paragraph*> texts;
  for (const FrameIndex each : frames) {
    if (each == index) continue;
    const auto more = paragraphs_of(each);
    texts.insert(texts.end(), more.begin(), more.end());
  }
  return texts;
}

diag::Diagnostic OverrunFinder::tell_of(FrameIndex index, const Overrun& overrun) const {
  const bool is_own = overrun.own != nullptr && index == overrun.frame;
  diag::Diagnostic problem = is_own           ? overrun.own->told
                             : is_list(index) ? tell(rows_over(index, overrun))
                                              : tell(text_over(index, overrun));
  const std::string names = names_of(sharers_of(index, overrun));
  if (!names.empty()) problem.hints.push_back("or cut from what shares the room: " + names);
  return problem;
}

RowsOver OverrunFinder::rows_over(FrameIndex index, const Overrun& overrun) const {
  const document::Table* table = table_of(index);
  const std::size_t here = fragments_.at(index)->children.size();
  const std::size_t left = rows_left(index, overrun.amount).value_or(0);
  const std::size_t cut = std::min(here - left, table->rows.size());
  RowsOver over{.table = table,
                .fitting = table->rows.size() - cut,
                .lines = lines_needed(index, overrun.amount),
                .place = place_of(overrun)};
  if (here == table->rows.size()) {
    over.entry = long_entry(fragments_.at(index)->children, over.lines);
  }
  return over;
}

TextOver OverrunFinder::text_over(FrameIndex index, const Overrun& overrun) const {
  TextOver over{.paragraphs = paragraphs_of(index), .place = place_of(overrun)};
  over.lines = lines_of(*fragments_.at(index));
  over.left_over = std::min(lines_needed(index, overrun.amount), over.lines.size());
  if (over.left_over > 0) {
    const LineOfText& first = over.lines[over.lines.size() - over.left_over];
    over.from = span_of(*first.line).value_or(diag::Span());
  }
  if (!over.from.known()) over.from = frame(index).span;
  return over;
}

std::vector<const text::Paragraph*> OverrunFinder::paragraphs_of(FrameIndex index) const {
  std::vector<const text::Paragraph*> paragraphs;
  if (const TextThread* thread = thread_of(index)) {
    for (const SetParagraph* each : thread->flow) paragraphs.push_back(&each->paragraph());
  }
  const document::Table* table = table_of(index);
  if (table == nullptr) return paragraphs;
  for (const document::Row& row : table->rows) {
    const auto more = layout::paragraphs_of(row);
    paragraphs.insert(paragraphs.end(), more.begin(), more.end());
  }
  return paragraphs;
}

std::size_t OverrunFinder::lines_needed(FrameIndex index, Length amount) const {
  return static_cast<std::size_t>(std::ceil((amount - kTolerance) / leading(index)));
}

bool OverrunFinder::is_list(FrameIndex index) const {
  const document::Table* table = table_of(index);
  return table != nullptr && !table->list.empty();
}

}  // namespace

std::vector<document::FrameIndex> report_overruns(const document::Document& document,
                                                  const Gathered& gathered, std::size_t side,
                                                  const SolvedSide& solved,
                                                  const SideFragment& placed,
                                                  diag::Diagnostics& diags) {
  return OverrunFinder(document, gathered, side, solved, placed).report(diags);
}

}  // namespace handbill::layout
