// SPDX-License-Identifier: MIT
#include "document/place_parts.h"

#include <algorithm>
#include <span>
#include <utility>

#include "document/close_up.h"
#include "document/content_kinds.h"
#include "document/entry_flows.h"
#include "document/frame_indices.h"
#include "document/part_height.h"

namespace handbill::document {
namespace {

using enum diag::DiagnosticId;
using content::FactRow;
using content::Given;
using PartRef = const spec::Named<spec::PartSpec>*;

/// Those of a thousand cards of twenty frames.
constexpr std::size_t kMostFrames = 20'000;

/// Frames that stand in the same frame, or on the side.
struct Level {
  std::vector<const spec::FrameSpec*> specs;
  const FactRow* scope = nullptr;
  std::string list{};  ///< whose entry that is
  std::optional<FrameIndex> inside{};
  std::string prefix{};
  std::shared_ptr<const Entry> entry{};
  PartRef part = nullptr;  ///< whose frames they are; null: none's
  FrameIndex first = 0;    ///< of its frames
  FrameNames names{};      ///< counted from `first`
};

void take_content(spec::FrameSpec& frame) {
  for (auto* each :
       {&frame.text, &frame.story, &frame.picture, &frame.art, &frame.qr, &frame.part}) {
    each->reset();
  }
  frame.table.reset();
  frame.fit.reset();
  frame.set.clear();
}

void take_looks(spec::FrameSpec& frame) {
  frame.fill.reset();
  frame.stroke.reset();
  frame.inset.reset();
  frame.radius.reset();
  frame.overprint.reset();
  frame.wrap.reset();
}

void take_place(spec::FrameSpec& frame) {
  for (auto* each : {&frame.name, &frame.with, &frame.panel, &frame.repeat}) each->reset();
  frame.when.clear();
  frame.over.clear();
  frame.box.reset();
  frame.z.reset();
}

bool shows_something(const spec::FrameSpec& frame) {
  return frame.text || frame.story || frame.picture || frame.art || frame.qr || frame.table ||
         frame.part || frame.repeat;
}

spec::EdgeSpec nothing_away(diag::Span span) {
  return {{spec::EdgeSpec::Term{.span = span}}, span};
}

spec::BoxSpec& box_of(spec::FrameSpec& frame) {
  if (!frame.box) frame.box.emplace().span = frame.span;
  return *frame.box;
}

/// In a part, what shows something and has no place down stands at the top, as tall as it is.
spec::FrameSpec in_part(spec::FrameSpec frame) {
  frame.panel.reset();
  spec::BoxSpec& box = box_of(frame);
  const bool has_place = box.top || box.bottom || box.middle || box.height;
  if (!has_place && shows_something(frame)) box.top = nothing_away(box.span);
  return frame;
}

std::vector<Given> given(const std::vector<spec::SetSpec>& set, const FactRow* scope) {
  std::vector<Given> given;
  for (const spec::SetSpec& each : set) given.push_back({each.name, &each.text, scope});
  return given;
}

/// Those of the part that the box does not give.
void take_size(const spec::PartSpec& part, spec::BoxSpec& box) {
  const auto extent = [](const spec::Spanned<Length>& length) {
    return spec::EdgeSpec{{{.length = length.value, .span = length.span}}, length.span};
  };
  const bool has_width = box.width || box.columns || (box.left && box.right);
  if (part.width && !has_width) box.width = extent(*part.width);
  const bool has_height = box.height || (box.top && box.bottom);
  if (part.height && !has_height) box.height = extent(*part.height);
}

class Placer {
 public:
  Placer(const SidePlan& plan, const FrameTools& tools, Stories& stories, std::size_t& made)
      : plan_(plan), tools_(tools), stories_(stories), context_(tools.text.context), made_(made) {}

  std::vector<Frame> make();

 private:
  void space_out(const spec::SpaceSpec& space);
  /// One list, and what is laid for each of its entries.
  struct Repeat {
    const Level& level;
    const spec::FrameSpec& spec;
    PartRef part;  ///< null: the frame shows something itself
    FrameIndex container;
    spec::FrameSpec ground, content;
    int columns = 1;  ///< that entries flow through
  };
  /// Entries in one column, with the groups of frames that were made for them.
  struct Laid {
    int column = 0;
    std::vector<FrameIndex> groups{};
  };

  bool has_room(std::size_t frames, diag::Span asked_at);
  void make_level(Level level);
  void set_owners(const Level& level);
  Frame resolve(const Level& level, const spec::FrameSpec& spec, const std::string& name);
  void place(const Level& level, const spec::FrameSpec& spec, FrameIndex at);
  /// `level` has the scope of the part.
  void place_part(const Level& level, const spec::FrameSpec& spec, PartRef part, FrameIndex at);
  void repeat(const Level& level, const spec::FrameSpec& spec, PartRef part, FrameIndex at);
  void flow(Repeat& repeat);
  bool may_flow(const Repeat& repeat);
  std::vector<FrameIndex> lay_entries(const Repeat& repeat, std::span<FactRow> entries,
                                      std::size_t first, std::size_t& shown);
  std::optional<FrameIndex> lay_entry(const Repeat& repeat, FactRow& entry, std::size_t number);
  void set_in_grid(const Repeat& repeat, const Laid& laid);
  void set_heights(const Repeat& repeat, std::span<const FrameIndex> row);
  void report_no_height(const spec::FrameSpec& spec, PartRef part);
  bool falls_away(FrameIndex first) const;
  void drop_from(FrameIndex first);
  std::string name_of(const Level& level, const spec::FrameSpec& spec, std::size_t index) const;
  PartRef part_of(const spec::FrameSpec& spec) const;
  void put_in_reading_order();
  void share_over();

  const SidePlan& plan_;
  const FrameTools& tools_;
  Stories& stories_;
  const Context& context_;
  std::size_t& made_;
  std::vector<Frame> frames_{};
  BelongsTo owners_{};
  std::vector<PartRef> open_{};  ///< parts being placed, the innermost last
};

PartRef Placer::part_of(const spec::FrameSpec& spec) const {
  return spec.part ? find_named(context_.layout().parts, spec.part->value) : nullptr;
}

bool Placer::has_room(std::size_t frames, diag::Span asked_at) {
  const bool was_full = made_ > kMostFrames;
  made_ += frames;
  if (made_ <= kMostFrames) return true;
  if (!was_full) {
    context_.error(TooLarge, asked_at, "the document has over 20,000 frames here");
  }
  made_ = kMostFrames + 1;
  return false;
}

/// Some of the frames from `first` on fell away, and none of the others shows anything.
bool Placer::falls_away(FrameIndex first) const {
  const auto rest = std::span(frames_).subspan(first);
  const auto fell = [](const Frame& frame) { return frame.fell_away; };
  return std::ranges::any_of(rest, fell) && std::ranges::all_of(rest, [&](const Frame& frame) {
           return fell(frame) || shows_nothing(frame);
         });
}

void Placer::drop_from(FrameIndex first) {
  made_ -= std::min(made_, frames_.size() - first);
  frames_.resize(first);
  owners_.resize(first);
}

/// "steps[3].title"; in parts, what has no name of its own is called by its number.
std::string Placer::name_of(const Level& level, const spec::FrameSpec& spec,
                            std::size_t index) const {
  if (level.prefix.empty()) return spec.name ? spec.name->value : std::string();
  return level.prefix + (spec.name ? spec.name->value : std::to_string(index + 1));
}

void Placer::make_level(Level level) {
  level.first = frames_.size();
  if (!has_room(level.specs.size(),
                level.specs.empty() ? diag::Span() : level.specs.front()->span)) {
    return;
  }
  for (const spec::FrameSpec* each : level.specs) {
    level.names.push_back(each->name ? each->name->value : std::string());
  }
  frames_.resize(level.first + level.specs.size());
  owners_.resize(frames_.size());
  set_owners(level);
  for (std::size_t i = 0; i < level.specs.size(); ++i) {
    const spec::FrameSpec& spec = *level.specs[i];
    const FrameIndex at = level.first + i;
    if (spec.part || spec.repeat) {
      place(level, spec, at);
    } else {
      frames_[at] = resolve(level, spec, name_of(level, spec, i));
    }
  }
}

/// The frames they fall away with.
void Placer::set_owners(const Level& level) {
  for (std::size_t i = 0; i < level.specs.size(); ++i) {
    owners_[level.first + i] = level.inside;
    const auto& with = level.specs[i]->with;
    if (!with) continue;
    const auto owner = find_frame(with->value, with->span, level.names, context_);
    if (owner) owners_[level.first + i] = level.first + *owner;
  }
}

Frame Placer::resolve(const Level& level, const spec::FrameSpec& spec, const std::string& name) {
  const bool is_inside = level.inside.has_value();
  const FrameSurroundings around{.panels = plan_.panels,
                                 .frames = level.names,
                                 .margin = is_inside ? Insets{} : plan_.margin,
                                 .grid = plan_.grid,
                                 .page = plan_.page,
                                 .scope = level.scope,
                                 .list = level.list,
                                 .entry = level.entry.get(),
                                 .name = name};
  Frame frame = resolve_frame(is_inside ? in_part(spec) : spec, around, tools_, stories_);
  each_index(frame, [&](FrameIndex& each) { each += level.first; });
  frame.entry = level.entry;
  frame.inside = level.inside;
  if (is_inside) {
    frame.panel = frames_[*level.inside].panel;
    frame.z += frames_[*level.inside].z;
  }
  return frame;
}

void Placer::place(const Level& level, const spec::FrameSpec& spec, FrameIndex at) {
  const PartRef part = part_of(spec);
  spec::FrameSpec shell = level.inside ? in_part(spec) : spec;
  take_content(shell);
  shell.repeat.reset();
  if (spec.repeat) take_looks(shell);
  if (part != nullptr && !spec.repeat) take_size(part->value, box_of(shell));
  std::string name = name_of(level, spec, at - level.first);
  if (name.empty()) name = spec.part ? spec.part->value : spec.repeat->value;
  FactRow scope;
  Level with_scope = level;
  if (part != nullptr && !spec.repeat) {
    scope.span = spec.part->span;
    scope.part = part->name;
    scope.given = given(spec.set, level.scope);
    scope.defaults = given(part->value.set, level.scope);
    scope.outside = level.scope;
    with_scope.scope = &scope;
  }
  frames_[at] = resolve(with_scope, shell, name);
  if (frames_[at].fell_away) return;
  if (spec.part && (part == nullptr || std::ranges::find(open_, part) != open_.end())) return;
  if (!frames_[at].box.top && !frames_[at].box.has_height()) {
    context_.error(BadBox, spec.span,
                   "frame " + quoted(name) + " holds frames that hang from its top; it has none",
                   {"give its box a `top`, or a `height`"});
    return;
  }
  open_.push_back(part);
  if (spec.repeat) {
    repeat(level, spec, part, at);
  } else {
    place_part(with_scope, spec, part, at);
  }
  open_.pop_back();
}

std::vector<const spec::FrameSpec*> frames_of(PartRef part) {
  std::vector<const spec::FrameSpec*> specs;
  for (const spec::FrameSpec& each : part->value.frames) specs.push_back(&each);
  return specs;
}

void Placer::place_part(const Level& level, const spec::FrameSpec& spec, PartRef part,
                        FrameIndex at) {
  const FrameIndex first = frames_.size();
  make_level({.specs = frames_of(part),
              .scope = level.scope,
              .list = level.list,
              .inside = at,
              .prefix = frames_[at].name + ".",
              .entry = level.entry,
              .part = part});
  if (falls_away(first)) {
    drop_from(first);
    frames_[at].fell_away = true;
    return;
  }
  if (frames_[at].box.has_height()) return;
  const auto bottom = bottom_of(frames_, {{at, first}});
  if (bottom) {
    frames_[at].box.bottom = *bottom;
  } else {
    report_no_height(spec, part);
  }
}

void Placer::report_no_height(const spec::FrameSpec& spec, PartRef part) {
  if (made_ > kMostFrames) return;
  const auto& named = spec.part ? spec.part : spec.repeat;
  context_.error(BadBox, part != nullptr ? part->name_span : named->span,
                 "nothing tells how tall " +
                     (part != nullptr ? "part " + quoted(part->name) : "an entry") + " is",
                 {"give it a `height`, or let a frame in it hang from its top"});
}

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
  for (std::size_t i = 0; i < entries.size() && made_ <= kMostFrames; ++i) {
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

/// Across, then down; a row begins below the one before, and all of it is as tall as its tallest.
void Placer::set_in_grid(const Repeat& repeat, const Laid& laid) {
  const std::vector<FrameIndex>& groups = laid.groups;
  const spec::FrameSpec& spec = repeat.spec;
  const auto across = spec.across ? static_cast<std::size_t>(spec.across->value) : 1;
  const std::size_t columns = across == 0 ? groups.size() : across;
  const Length gap = spec.gap ? spec.gap->value : Length{};
  const Length row_gap = spec.row_gap ? spec.row_gap->value : gap;
  const auto count = static_cast<double>(columns);
  const auto flows = static_cast<double>(repeat.columns);
  const Length gutter = frames_[repeat.container].gutter;
  Extent width{-gap * ((count - 1) / count) - gutter * ((flows - 1) / flows / count),
               100 / count / flows, spec.span};
  const Edge left{Edge::OwnSide{}, gutter * (laid.column / flows), 100 / flows * laid.column,
                  spec.box ? spec.box->span : spec.span};
  const spec::PartSpec* part = repeat.part != nullptr ? &repeat.part->value : nullptr;
  if (part != nullptr && part->width) width = {part->width->value, 0, part->width->span};
  for (std::size_t i = 0; i < groups.size(); ++i) {
    Box box;
    box.span = spec.box ? spec.box->span : spec.span;
    box.width = width;
    box.left = left;
    frames_[groups[i]].stop->begins_row = i % columns == 0;
    if (i % columns > 0) {
      box.left = Edge{Edge::OfFrame{groups[i - 1], EdgeKind::Right}, gap, 0, box.span};
    }
    box.top = Edge{Edge::OwnSide{}, {}, 0, box.span};
    if (i >= columns) {
      box.top = Edge{Edge::OfFrame{groups[i - columns], EdgeKind::Bottom}, row_gap, 0, box.span};
    }
    if (part != nullptr && part->height) {
      box.height = Extent{part->height->value, 0, part->height->span};
    }
    frames_[groups[i]].box = std::move(box);
  }
  for (std::size_t row = 0; row < groups.size(); row += columns) {
    set_heights(repeat, std::span(groups).subspan(row, std::min(columns, groups.size() - row)));
  }
  Box& whole = frames_[repeat.container].box;
  const FrameIndex last = groups[(groups.size() - 1) / columns * columns];
  if (!whole.has_height()) {
    whole.bottom = Edge{Edge::OfFrame{last, EdgeKind::Bottom}, {}, 0, spec.span};
  }
}

void Placer::set_heights(const Repeat& repeat, std::span<const FrameIndex> row) {
  if (frames_[row.front()].box.height) return;
  std::vector<Holder> holders;
  for (const FrameIndex each : row) holders.push_back({each, each + 1});
  const auto bottom = bottom_of(frames_, holders);
  if (!bottom) report_no_height(repeat.spec, repeat.part);
  Box& first = frames_[row.front()].box;
  if (bottom) {
    first.bottom = *bottom;
  } else {
    first.height = Extent{Length::pt(12), 0, repeat.spec.span};
  }
  for (const FrameIndex each : row.subspan(1)) {
    frames_[each].box.bottom =
        Edge{Edge::OfFrame{row.front(), EdgeKind::Bottom}, {}, 0, first.span};
  }
}

/// What stands in a frame comes right after it.
void Placer::put_in_reading_order() {
  const auto is_inside = [](const Frame& frame) { return frame.inside.has_value(); };
  if (std::ranges::none_of(frames_, is_inside)) return;
  std::vector<std::vector<FrameIndex>> held(frames_.size());
  std::vector<FrameIndex> open, order;
  for (FrameIndex i = frames_.size(); i-- > 0;) {
    if (frames_[i].inside) {
      held[*frames_[i].inside].push_back(i);
    } else {
      open.push_back(i);
    }
  }
  std::vector<FrameIndex> place(frames_.size());
  while (!open.empty()) {
    const FrameIndex next = open.back();
    open.pop_back();
    place[next] = order.size();
    order.push_back(next);
    open.insert(open.end(), held[next].begin(), held[next].end());
  }
  std::vector<Frame> frames;
  BelongsTo owners;
  for (const FrameIndex each : order) {
    Frame& frame = frames.emplace_back(std::move(frames_[each]));
    each_index(frame, [&](FrameIndex& index) { index = place[index]; });
    if (frame.inside) frame.inside = place[*frame.inside];
    owners.push_back(owners_[each]);
    if (owners.back()) owners.back() = place[*owners.back()];
  }
  frames_ = std::move(frames);
  owners_ = std::move(owners);
}

/// What may lie over a frame may lie over all that stands in it, and the other way round.
void Placer::share_over() {
  std::vector<std::size_t> ends(frames_.size());  // of what stands in each
  for (FrameIndex i = frames_.size(); i-- > 0;) {
    ends[i] = std::max(ends[i], i + 1);
    if (frames_[i].inside) ends[*frames_[i].inside] = std::max(ends[*frames_[i].inside], ends[i]);
  }
  for (FrameIndex i = 0; i < frames_.size(); ++i) {
    std::vector<FrameIndex> over;
    for (const FrameIndex each : frames_[i].over) {
      for (FrameIndex inner = each; inner < ends[each]; ++inner) over.push_back(inner);
    }
    frames_[i].over = std::move(over);
    if (!frames_[i].inside) continue;
    const auto& outer = frames_[*frames_[i].inside].over;
    frames_[i].over.insert(frames_[i].over.end(), outer.begin(), outer.end());
  }
}

/// While the frames of the side come first, in their order.
void Placer::space_out(const spec::SpaceSpec& space) {
  FrameNames names;
  for (const spec::FrameSpec* each : plan_.frames) {
    names.push_back(each->name ? each->name->value : std::string());
  }
  const bool down = space.along && space.along->value == "down";
  Edge::InRow row;
  std::vector<FrameIndex> all;
  for (const spec::Text& name : space.frames) {
    const auto found = find_frame(name.value, name.span, names, context_);
    if (!found || *found >= frames_.size()) return;
    all.push_back(*found);
    if (!frames_[*found].fell_away) row.frames.push_back(*found);
  }
  const auto end = [&](const std::optional<spec::EdgeSpec>& written, EdgeKind kind) {
    spec::EdgeSpec margin{{{.kind = spec::EdgeSpec::Term::Kind::Margin, .span = space.span}},
                          space.span};
    return resolve_edge(written ? *written : margin, kind, {plan_.margin, plan_.grid, names},
                        context_);
  };
  row.ends = {end(space.from, down ? EdgeKind::Top : EdgeKind::Left),
              end(space.to, down ? EdgeKind::Bottom : EdgeKind::Right)};
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto& written = plan_.frames[all[i]]->box;
    const bool is_placed =
        written && (down ? written->top || written->bottom || written->middle
                         : written->left || written->right || written->center || written->columns);
    Box& box = frames_[all[i]].box;
    if (is_placed || (!down && !box.width)) {
      context_.error(BadBox, space.frames[i].span,
                     is_placed ? quoted(space.frames[i].value) +
                                     " has a place of its own; a row of equal spaces gives it one"
                               : quoted(space.frames[i].value) +
                                     " has no `width`; equal spaces lie between widths");
      return;
    }
    const auto place = std::ranges::find(row.frames, all[i]);
    if (place == row.frames.end()) continue;
    row.index = static_cast<std::size_t>(place - row.frames.begin());
    (down ? box.top : box.left) = Edge{row, {}, 0, space.span};
    if (down && !box.height) box.bottom.reset();
  }
}

std::vector<Frame> Placer::make() {
  made_ = std::min(made_, kMostFrames);
  make_level({.specs = plan_.frames,
              .scope = plan_.scope,
              .list = plan_.entry ? plan_.entry->list : std::string(),
              .prefix = plan_.prefix,
              .entry = plan_.entry});
  for (const spec::SpaceSpec& each : plan_.spaces) space_out(each);
  put_in_reading_order();
  share_over();
  close_up(frames_, owners_);
  return std::move(frames_);
}

}  // namespace

std::vector<Frame> make_frames(const SidePlan& plan, const FrameTools& tools, Stories& stories,
                               std::size_t& made) {
  return Placer(plan, tools, stories, made).make();
}

}  // namespace handbill::document
