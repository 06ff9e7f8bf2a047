// SPDX-License-Identifier: MIT
// What is laid for each entry of a list.
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
  auto entries = tools_.text.facts.rows(*spec.repeat, level.scope);
  if (!entries) return;
  std::size_t shown = 0;
  const Laid laid{0, lay_entries(repeat, *entries, 0, shown)};
  if (laid.groups.empty()) {
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
  FlowingList* list = tools_.flows.open(*spec.repeat, repeat.level.scope);
  if (list == nullptr) return;
  repeat.columns = frame.columns;
  for (auto* each : {&repeat.ground, &repeat.content}) {
    each->columns.reset();
    each->gutter.reset();
    each->balance.reset();
  }
  const Length gap = spec.gap ? spec.gap->value : Length();
  frame.flow = std::make_shared<const EntryFlow>(
      EntryFlow{spec.repeat->value, list->rows.size(), repeat.columns,
                spec.row_gap ? spec.row_gap->value : gap, frame.balance, spec.repeat->span});
  for (int column = 0; column < repeat.columns; ++column) {
    const FlowingList::Part part = list->take();
    const Laid laid{column, lay_entries(repeat, part.rows, part.first, list->shown)};
    if (laid.groups.empty()) continue;
    for (const FrameIndex each : laid.groups) frames_[each].stop->column = column;
    set_in_grid(repeat, laid);
    frames_[repeat.container].fell_away = false;
  }
}

/// Those of a list, or of a part of it, which begins with the one counted `first`, from 0. Entries
/// that are left out take no number: so many have been `shown`.
std::vector<FrameIndex> Placer::lay_entries(const Repeat& repeat, std::span<FactRow> entries,
                                            std::size_t first, std::size_t& shown) {
  std::vector<FrameIndex> groups;
  for (std::size_t i = 0; i < entries.size() && !is_full(); ++i) {
    add_row_number(entries[i], shown + 1);
    entries[i].outside = repeat.level.scope;
    const auto group = lay_entry(repeat, entries[i], first + i + 1);
    if (!group) continue;
    frames_[*group].stop = EntryStop{.entry = first + i};
    groups.push_back(*group);
    ++shown;
  }
  return groups;
}

/// `number` is that of the entry in its list.
std::optional<FrameIndex> Placer::lay_entry(const Repeat& repeat, FactRow& entry,
                                            std::size_t number) {
  const FrameIndex group = frames_.size();
  if (!has_room(1, repeat.spec.repeat->span)) return std::nullopt;
  FactRow scope;
  const FactRow* inner = &entry;
  if (repeat.part != nullptr) {
    entry.defaults = given(repeat.part->value.set, repeat.level.scope);
    scope.span = repeat.spec.part->span;
    scope.part = repeat.part->name;
    scope.given = given(repeat.spec.set, &entry);
    scope.outside = &entry;
    inner = &scope;
  }
  const std::string& list = repeat.spec.repeat->value;
  const std::string name = frames_[repeat.container].name + "[" + std::to_string(number) + "]";
  Level level{.specs = {},
              .scope = inner,
              .list = list,
              .inside = repeat.container,
              .prefix = {},
              .entry = std::make_shared<const Entry>(
                  Entry{list, number, repeat.part != nullptr ? repeat.part->name : "", entry.span,
                        repeat.level.entry}),
              .first = group};
  frames_.emplace_back();
  owners_.push_back(repeat.container);
  Frame ground = resolve(level, repeat.ground, name);
  frames_[group] = std::move(ground);
  level.inside = group;
  level.prefix = name + ".";
  level.part = repeat.part;
  level.specs = repeat.part != nullptr ? frames_of(repeat.part)
                                       : std::vector<const spec::FrameSpec*>{&repeat.content};
  make_level(level);
  if (falls_away(group)) {
    drop_from(group);
    return std::nullopt;
  }
  return group;
}

}  // namespace handbill::document
