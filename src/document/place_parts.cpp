// SPDX-License-Identifier: MIT
#include "document/place_parts.h"

#include <algorithm>
#include <span>
#include <utility>

#include "document/content_kinds.h"
#include "document/equal_spaces.h"
#include "document/frame_indices.h"
#include "document/frame_order.h"
#include "document/frame_shell.h"
#include "document/part_height.h"
#include "document/placer.h"

namespace handbill::document {
namespace {

using enum diag::DiagnosticId;
using content::FactRow;

/// Those of a thousand cards of twenty frames.
constexpr std::size_t kMostFrames = 20'000;

}  // namespace

std::vector<content::Given> given(const std::vector<spec::SetSpec>& set, const FactRow* scope) {
  std::vector<content::Given> given;
  for (const spec::SetSpec& each : set) given.push_back({each.name, &each.text, scope});
  return given;
}

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

bool Placer::is_full() const { return made_ > kMostFrames; }

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
  read_first_.erase(read_first_.lower_bound(first), read_first_.end());
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
    scope.around = level.scope;
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
  if (is_full()) return;
  const auto& named = spec.part ? spec.part : spec.repeat;
  context_.error(BadBox, part != nullptr ? part->name_span : named->span,
                 "nothing tells how tall " +
                     (part != nullptr ? "part " + quoted(part->name) : "an entry") + " is",
                 {"give it a `height`, or let a frame in it hang from its top"});
}

std::vector<Frame> Placer::make() {
  made_ = std::min(made_, kMostFrames);
  make_level({.specs = plan_.frames,
              .scope = plan_.scope,
              .list = plan_.entry ? plan_.entry->list : std::string(),
              .prefix = plan_.prefix,
              .entry = plan_.entry});
  for (const spec::SpaceSpec& each : plan_.spaces) space_out(each, plan_, context_, frames_);
  put_in_reading_order(read_first_, frames_, owners_);
  share_over(frames_);
  close_up(frames_, owners_);
  return std::move(frames_);
}

std::vector<Frame> make_frames(const SidePlan& plan, const FrameTools& tools, Stories& stories,
                               std::size_t& made) {
  return Placer(plan, tools, stories, made).make();
}

}  // namespace handbill::document
