// SPDX-License-Identifier: MIT
// What is laid for each entry of a list.
#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include "document/entry_flows.h"
#include "document/frame_shell.h"
#include "document/placer.h"

namespace handbill::document {

namespace {

using enum diag::DiagnosticId;
using content::FactRow;

}  // namespace

void Placer::repeat(const Level& level, const spec::FrameSpec& spec, PartRef part, FrameIndex at) {
  Repeat repeat{level, spec, part, at, spec, spec};
  take_content(repeat.ground);
  take_place(repeat.ground);
  take_looks(repeat.content);
  take_place(repeat.content);
  if (spec.flow && spec.flow->value) return flow(repeat);
  auto rows = tools_.text.facts.rows(*spec.repeat, level.scope);
  if (!rows) return;
  EntryList list = entry_list(std::move(*rows), spec, level.scope, tools_.text.facts);
  std::size_t shown = 0;
  const Laid laid{0, lay_entries(repeat, list, 0, list.rows.size(), shown)};
  if (laid.entries.empty()) {
    frames_[at].fell_away = true;
    return;
  }
  set_in_grid(repeat, laid);
}

/// The foot of the frame is where entries go on elsewhere.
bool Placer::may_flow(const Repeat& repeat) {
  const diag::Span asked_at = repeat.spec.flow->span;
  if (entry_of(repeat.level.scope) != nullptr || repeat.level.entry != nullptr) {
    context_.error(BadValue, asked_at,
                   "entries flow through frames once; this frame is laid for each entry of " +
                       quoted(repeat.level.list),
                   {"take `flow` out, or the frame out of what repeats"});
    return false;
  }
  if (frames_[repeat.container].box.has_height()) return true;
  context_.error(BadBox, asked_at,
                 "entries go on elsewhere at the foot of their frame; this one has no height",
                 {"give its box a `bottom`, or a `height`"});
  return false;
}

/// The entries that have a place in this frame, column by column.
void Placer::flow(Repeat& repeat) {
  const spec::FrameSpec& spec = repeat.spec;
  Frame& frame = frames_[repeat.container];
  frame.fell_away = true;
  if (!may_flow(repeat)) return;
  FlowingList* flowing = tools_.flows.open(spec, repeat.level.scope);
  if (flowing == nullptr) return;
  repeat.columns = frame.columns;
  for (auto* each : {&repeat.ground, &repeat.content}) {
    each->columns.reset();
    each->gutter.reset();
    each->balance.reset();
  }
  const Length gap = spec.gap ? spec.gap->value : Length();
  frame.flow = std::make_shared<const EntryFlow>(
      EntryFlow{spec.repeat->value, flowing->list.rows.size(), repeat.columns,
                spec.row_gap ? spec.row_gap->value : gap, frame.balance, spec.repeat->span});
  for (int column = 0; column < repeat.columns; ++column) {
    const auto [first, count] = flowing->take();
    const Laid laid{column, lay_entries(repeat, flowing->list, first, count, flowing->shown)};
    if (laid.entries.empty()) continue;
    set_in_grid(repeat, laid);
    frames_[repeat.container].fell_away = false;
  }
}

/// `count` of a list, from the one with the index `first` on. Entries that are left out take no
/// number: so many have been `shown`.
std::vector<Placer::LaidEntry> Placer::lay_entries(const Repeat& repeat, EntryList& list,
                                                   std::size_t first, std::size_t count,
                                                   std::size_t& shown) {
  std::vector<LaidEntry> laid;
  for (std::size_t i = first; i < first + count && !is_full(); ++i) {
    list.rows[i].around = repeat.level.scope;
    add_row_number(list.rows[i], shown + 1);
    const auto frame = lay_entry(repeat, list.rows[i]);
    if (!frame) continue;
    frames_[*frame].stop = EntryStop{.entry = i};
    ++shown;
    const std::size_t group = list.group_of(i);
    laid.push_back({.frame = *frame, .group = group});
    if (!repeat.spec.group_header || group < list.headed) continue;
    // Only now is it known that the group shows something.
    list.headed = group + 1;
    laid.back().heading = lay_heading(repeat, list.groups[group], group + 1);
    if (!laid.back().heading) continue;
    frames_[*laid.back().heading].stop = EntryStop{.entry = i};
    read_first_[*frame] = *laid.back().heading;
  }
  return laid;
}

std::optional<FrameIndex> Placer::lay_entry(const Repeat& repeat, FactRow& entry) {
  const Laying laying{
      .part = repeat.part,
      .ground = repeat.ground,
      .name = frames_[repeat.container].name + "[" + std::to_string(entry.number) + "]",
      .entry = std::make_shared<const Entry>(Entry{repeat.spec.repeat->value, entry.number,
                                                   repeat.part != nullptr ? repeat.part->name : "",
                                                   entry.span, repeat.level.entry})};
  if (repeat.part == nullptr) return lay(repeat, laying, &entry);
  entry.defaults = given(repeat.part->value.set, repeat.level.scope);
  FactRow scope;
  scope.span = repeat.spec.part->span;
  scope.part = repeat.part->name;
  scope.given = given(repeat.spec.set, &entry);
  scope.around = &entry;
  return lay(repeat, laying, &scope);
}

PartRef Placer::heading_part(const Repeat& repeat) const {
  const auto& named = repeat.spec.group_header;
  return named ? find_named(context_.layout().parts, named->value) : nullptr;
}

/// Nothing: there is no such part, or it tells only facts the clinic does not have.
std::optional<FrameIndex> Placer::lay_heading(const Repeat& repeat, const EntryGroup& group,
                                              std::size_t number) {
  const PartRef part = heading_part(repeat);
  if (part == nullptr || std::ranges::find(open_, part) != open_.end()) return std::nullopt;
  spec::FrameSpec ground;
  ground.span = repeat.spec.group_header->span;
  FactRow told = group.rows.front();
  told.group = &group.rows;
  told.around = repeat.level.scope;
  add_row_number(told, number);
  told.defaults = given(part->value.set, repeat.level.scope);
  FactRow scope;
  scope.span = ground.span;
  scope.part = part->name;
  scope.around = &told;
  open_.push_back(part);
  const auto heading =
      lay(repeat,
          {.part = part,
           .ground = ground,
           .name = frames_[repeat.container].name + "[group " + std::to_string(number) + "]",
           .entry = std::make_shared<const Entry>(Entry{
               repeat.spec.repeat->value, told.number, part->name, told.span, repeat.level.entry})},
          &scope);
  open_.pop_back();
  return heading;
}

/// Nothing: it tells only facts the clinic does not have.
std::optional<FrameIndex> Placer::lay(const Repeat& repeat, const Laying& laying,
                                      const FactRow* scope) {
  const FrameIndex frame = frames_.size();
  if (!has_room(1, repeat.spec.repeat->span)) return std::nullopt;
  Level level{.specs = {},
              .scope = scope,
              .list = repeat.spec.repeat->value,
              .inside = repeat.container,
              .prefix = {},
              .entry = laying.entry,
              .first = frame};
  frames_.emplace_back();
  owners_.push_back(repeat.container);
  Frame ground = resolve(level, laying.ground, laying.name);
  frames_[frame] = std::move(ground);
  level.inside = frame;
  level.prefix = laying.name + ".";
  level.part = laying.part;
  level.specs = laying.part != nullptr ? frames_of(laying.part)
                                       : std::vector<const spec::FrameSpec*>{&repeat.content};
  make_level(level);
  if (falls_away(frame)) {
    drop_from(frame);
    return std::nullopt;
  }
  return frame;
}

}  // namespace handbill::document
