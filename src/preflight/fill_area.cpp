// SPDX-License-Identifier: MIT
// What an area is filled with, and what is noted of it.
#include <algorithm>
#include <cmath>
#include <utility>

#include "preflight/interpreter.h"
#include "preflight/shading.h"

namespace handbill::preflight {
namespace {

using plates::ColorSpace;

bool is_finite(const Rect& box) {
  return std::isfinite(box.left.pt()) && std::isfinite(box.top.pt()) &&
         std::isfinite(box.width.pt()) && std::isfinite(box.height.pt());
}

/// What a stroke adds around its path: half its width, and more where joins or caps stick out.
Length stroke_margin(const display::Stroke& stroke) {
  const bool pointed = stroke.join == display::Join::Miter;
  return stroke.width * (pointed || stroke.cap == display::Cap::Square ? 0.71 : 0.5);
}

}  // namespace

void Interpreter::note_space(const Space& space, const Rect& box) {
  const Space& colors = space.colors();
  if (colors.kind == ColorSpace::Pattern) {
    if (colors.base) note_space(*colors.base, box);
    return;
  }
  reading_.uses.note(Used::Space, pdf_name(colors.kind), number_, box);
}

void Interpreter::fill_area(plates::Object object, const Brush& brush) {
  const bool strokes = object.kind == plates::Kind::Stroke;
  const double alpha = strokes ? state_.stroke_alpha : state_.fill_alpha;
  object.paint = reading_.spaces.paint(*brush.space, brush.color);
  if (brush.space->kind != ColorSpace::Pattern) {
    note_space(*brush.space, object.path.bounds().value_or(Rect{}));
    emit(std::move(object), alpha);
    return;
  }
  if (integer_or(entry(brush.pattern, "/PatternType"), 0) == 2) {
    const Matrix map = matrix_of(entry(brush.pattern, "/Matrix")).then(state_.pattern_base);
    fill_with_shading(std::move(object), entry(brush.pattern, "/Shading"), map);
    return;
  }
  Tile tile = tile_of(brush.pattern);
  object.inside.insert(object.inside.end(), tile.pictures.begin(), tile.pictures.end());
  if (integer_or(entry(brush.pattern, "/PaintType"), 1) == 2 && brush.space->base) {
    note_space(*brush.space, object.path.bounds().value_or(Rect{}));
    object.paint = reading_.spaces.paint(*brush.space->base, brush.color);
    object.paint.space = ColorSpace::Pattern;
  } else {
    object.paint.amounts = std::move(tile.amounts);
    object.paint.named.assign(object.paint.amounts.size(), true);
  }
  emit(std::move(object), alpha);
}

/// The most that any part of the tile puts on each plate stands for the pattern.
Tile Interpreter::tile_of(Handle pattern) {
  if (!is_stream(pattern)) return {};
  const std::uint64_t id = identity(pattern);
  if (const auto found = reading_.tiles.find(id); found != reading_.tiles.end())
    return found->second;
  Tile tile = run_aside(pattern, state_.pattern_base);
  reading_.tiles[id] = tile;
  return tile;
}

Tile Interpreter::run_aside(const Handle& form, const Matrix& base) {
  const std::size_t before = page_.objects.size();
  const GraphicsState outer = state_;
  const Path path = std::exchange(path_, {});
  state_ = {};
  state_.map = base;
  enter_form(form);
  run_stream(form);
  state_ = outer;
  path_ = path;
  Tile tile;
  for (std::size_t i = before; i < page_.objects.size(); ++i) {
    const plates::Object& object = page_.objects[i];
    const auto& amounts = object.paint.amounts;
    if (tile.amounts.size() < amounts.size()) tile.amounts.resize(amounts.size(), 0.0);
    for (std::size_t j = 0; j < amounts.size(); ++j) {
      tile.amounts[j] = std::max(tile.amounts[j], amounts[j]);
    }
    tile.pictures.insert(tile.pictures.end(), object.inside.begin(), object.inside.end());
    if (!object.picture) continue;
    tile.pictures.push_back(*object.picture);
    tile.pictures.back().raster = nullptr;
  }
  page_.objects.resize(std::min(before, page_.objects.size()));
  return tile;
}

void Interpreter::fill_with_shading(plates::Object object, const Handle& shading,
                                    const Matrix& map) {
  if (!reading_.budget.take(reading_.budget.forms, 1, "its shadings are too many")) return;
  const auto read = read_shading(shading, resources_, map, reading_.spaces, reading_.budget);
  if (!read) {
    note_content("a shading that can't be read");
    return;
  }
  const double alpha =
      object.kind == plates::Kind::Stroke ? state_.stroke_alpha : state_.fill_alpha;
  note_space(*read->space, object.path.bounds().value_or(Rect{}));
  object.paint = read->average;
  object.shading = read->shading;
  if (object.kind == plates::Kind::Fill && object.shading) object.kind = plates::Kind::Shading;
  emit(std::move(object), alpha);
}

void Interpreter::paint_shading(const Args& args) {
  const Handle shading = entry(entry(resources_, "/Shading"), ("/" + args.text(0)).c_str());
  if (!is_dictionary(shading) && !is_stream(shading)) {
    reading_.uses.note(Used::BadResource, "/Shading /" + args.text(0), number_, page_.trim);
    return;
  }
  plates::Object object;
  object.kind = plates::Kind::Fill;
  object.path = Path::rect(state_.clip_box.value_or(page_.media));
  object.overprint = state_.overprint_fill;
  fill_with_shading(std::move(object), shading, state_.map);
}

void Interpreter::emit(plates::Object object, double alpha) {
  const bool hidden = std::ranges::any_of(marked_, [](const Marked& each) {
    return !each.layer.shown && each.layer.step == display::ProcessingStep::None;
  });
  note_painted(object);
  auto bounds = object.path.bounds();
  if (hidden || !bounds || !is_finite(*bounds)) return;
  if (object.kind == plates::Kind::Stroke) *bounds = bounds->outset(stroke_margin(*object.stroke));
  object.bounds = *bounds;
  if (state_.clip_box && !state_.clip_box->contains(*bounds)) {
    const Rect& clip = *state_.clip_box;
    const Length left = std::max(clip.left, bounds->left), top = std::max(clip.top, bounds->top);
    const Length right = std::min(clip.right(), bounds->right());
    const Length bottom = std::min(clip.bottom(), bounds->bottom());
    if (right < left || bottom < top || clip.width.pt() <= 0 || clip.height.pt() <= 0) return;
    object.bounds = Rect::from_edges(left, top, right, bottom);
    object.clips.push_back(Path::rect(clip));
  }
  std::size_t steps = object.path.steps().size();
  for (const auto& clip : state_.clips) {
    object.clips.push_back(*clip);
    steps += clip->steps().size();
  }
  Budget& budget = reading_.budget;
  if (!budget.take(budget.objects, 1, "it paints too many things") ||
      !budget.take(budget.path_steps, steps, "its paths are too long")) {
    return;
  }
  object.opacity = alpha * state_.group_alpha;
  object.blend_mode = state_.blend != "Normal" ? state_.blend : state_.group_blend;
  const bool is_masked = state_.soft_mask || state_.group_mask;
  if (is_masked && state_.mask_pictures) {
    object.inside.insert(object.inside.end(), state_.mask_pictures->begin(),
                         state_.mask_pictures->end());
  }
  object.soft_mask = object.soft_mask || state_.soft_mask || state_.group_mask;
  object.overprint_mode = state_.overprint_mode;
  for (const Marked& each : marked_) {
    if (!each.layer.name.empty()) object.layer = each.layer.name;
    if (each.layer.step != display::ProcessingStep::None) object.step = each.layer.step;
  }
  page_.objects.push_back(std::move(object));
}

}  // namespace handbill::preflight
