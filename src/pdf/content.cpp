// SPDX-License-Identifier: MIT
#include "pdf/content.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/check.h"
#include "base/number.h"
#include "base/overload.h"
#include "display/item_kinds.h"
#include "pdf/processing_step.h"

namespace handbill::pdf {
namespace {

std::optional<Rect> covered_by(const display::Item& item) {
  return std::visit(
      Overload{[](const display::Shape& shape) { return shape.path.bounds(); },
               [](const display::PlacedPicture& placed) { return std::optional(placed.box); },
               [](const display::GlyphRun&) { return std::optional<Rect>(); }},
      item.content);
}

}  // namespace

ContentStream::ContentStream(const display::Page& page, Resources& resources, PageUse& use,
                             StructureTree* tree)
    : flip_(page), resources_(&resources), use_(&use), tree_(tree) {}

void ContentStream::draw(const display::Item& item, const display::Item* next) {
  // Layers came with PDF 1.5; PDF/X-1a is PDF 1.4.
  const bool printed = item.step == display::ProcessingStep::None;
  if (!printed && !resources_->standard().takes_layers()) return;
  set_layer(item.step);
  set_clip(item.clip);
  if (tree_ != nullptr) {
    set_mark(item);
    goes_on_ = next != nullptr && next->step == item.step && next->clip == item.clip &&
               wanted_mark(*next).continues(*mark_);
  }
  std::visit([this](const auto& content) { draw_item(content); }, item.content);
}

ContentStream::Mark ContentStream::wanted_mark(const display::Item& item) const {
  const display::GlyphRun* run = display::text_of(item);
  Mark wanted{.in_text = run != nullptr, .frame = item.frame};
  if (item.step == display::ProcessingStep::None) wanted.node = item.structure;
  if (!wanted.node) wanted.running = item.running;
  const bool is_read = run != nullptr && wanted.node && !run->language.empty();
  if (is_read && run->language != tree_->language()) wanted.language = run->language;
  return wanted;
}

bool ContentStream::Mark::continues(const Mark& before) const {
  // What is read first may be painted last.
  const bool is_in_order = !node || frame >= before.frame;
  return node == before.node && language == before.language && running == before.running &&
         is_in_order && (in_text || !before.in_text);
}

/// Neighbours of one element share a mark; in text it is opened and closed in one text object
/// (PDF 1.7, 14.6.1).
void ContentStream::set_mark(const display::Item& item) {
  const display::GlyphRun* run = display::text_of(item);
  Mark wanted = wanted_mark(item);
  if (wanted.node && tree_->role_of(*wanted.node) == display::Role::Figure) {
    if (const auto box = covered_by(item)) tree_->cover(*wanted.node, flip_.box(*box));
  }
  if (!mark_ || !wanted.continues(*mark_)) {
    end_mark();
    if (wanted.in_text) {
      begin_text();
    } else {
      end_text();
    }
    mark_ = std::move(wanted);
  }
  if (run == nullptr) open_mark();
}

namespace {

/// Heads and feet that come again say so (PDF 1.7, 14.8.2.2.2).
std::string_view artifact(display::Running running) {
  switch (running) {
    case display::Running::No:
      return "/Artifact BMC\n";
    case display::Running::Head:
      return "/Artifact<</Type/Pagination/Subtype/Header>>BDC\n";
    case display::Running::Foot:
      return "/Artifact<</Type/Pagination/Subtype/Footer>>BDC\n";
  }
  return "";
}

/// What begins marked content of an element, up to where its properties go on.
std::string mark_of(std::string_view tag, std::size_t number, const std::string& language) {
  std::string text = '/' + std::string(tag) + "<</MCID " + std::to_string(number);
  if (language.empty()) return text;
  text += "/Lang";
  append_text(text, language);
  return text;
}

}  // namespace

void ContentStream::open_mark() {
  if (!mark_ || mark_->is_open) return;
  mark_->is_open = true;
  if (!mark_->node) {
    out_ += artifact(mark_->running);
    return;
  }
  // A language is said of spans (PDF 1.7, 14.9.2.2).
  const std::string_view tag =
      mark_->language.empty() ? structure_type(tree_->role_of(*mark_->node)) : "Span";
  out_ += mark_of(tag, tree_->mark(*mark_->node, mark_->frame), mark_->language) + ">>BDC\n";
}

/// What follows of the item is another node's.
void ContentStream::set_owner(display::StructId node) {
  if (mark_->node == node) return;
  if (mark_->is_open) out_ += "EMC\n";
  mark_->is_open = false;
  mark_->node = node;
}

void ContentStream::end_mark() {
  if (!mark_) return;
  if (!mark_->in_text) end_text();
  if (mark_->is_open) out_ += "EMC\n";
  mark_.reset();
}

void ContentStream::draw(const display::PlacedPage& placed, const display::Page& form) {
  const Matrix map = Flip(form).inverse().then(placed.map).then(flip_.map());
  use_->forms.insert(placed.form);
  if (resources_->form_has_transparency(placed.form)) use_->transparency = true;
  end_text();
  op("q");
  if (placed.clip) {
    append_path(*placed.clip);
    op("W n");
  }
  for (const double factor : {map.a, map.b, map.c, map.d}) {
    if (out_.back() != '\n') out_ += ' ';
    append_number(out_, factor, 6);
  }
  number(map.e);
  number(map.f);
  op("cm");
  out_ += "/Fm" + std::to_string(placed.form);
  op("Do");
  op("Q");
}

/// Neighbours on one layer share it (PDF 1.7, 8.11.3.2).
void ContentStream::set_layer(display::ProcessingStep step) {
  if (step == layer_) return;
  end_mark();
  set_clip(std::nullopt);
  end_text();
  if (layer_ != display::ProcessingStep::None) op("EMC");
  layer_ = step;
  if (step == display::ProcessingStep::None) return;
  resources_->add_layer(step);
  use_->layers.insert(step);
  out_ += "/OC";
  append_name(out_, name_of(step));
  out_ += " BDC\n";
}

/// Neighbours with the same clip share it: art is many shapes in one window.
void ContentStream::set_clip(const std::optional<Path>& clip) {
  if (clip == clip_) return;
  end_text();
  if (clip_) {
    op("Q");
    state_ = outside_clip_;
  }
  if (clip) {
    outside_clip_ = state_;
    op("q");
    append_path(*clip);
    op("W n");
  }
  clip_ = clip;
}

std::optional<std::string> ContentStream::problem() {
  return std::exchange(problem_, std::nullopt);
}

std::string ContentStream::finish() {
  end_mark();
  end_text();
  set_clip(std::nullopt);
  set_layer(display::ProcessingStep::None);
  return std::move(out_);
}

void ContentStream::fail(std::string what) {
  if (!problem_) problem_ = std::move(what);
}

void ContentStream::number(double value) {
  const auto milli = to_milli(value);
  if (!milli) fail(kTooFar);
  if (!out_.empty() && out_.back() != '\n' && out_.back() != '[') out_ += ' ';
  append_milli(out_, milli.value_or(0));
}

void ContentStream::point(Point at) {
  number(flip_.x(at.x));
  number(flip_.y(at.y));
}

void ContentStream::op(std::string_view name) {
  if (!out_.empty() && out_.back() != '\n' && out_.back() != ']') out_ += ' ';
  out_ += name;
  out_ += '\n';
}

void ContentStream::set_color(Paint paint, const color::Color& color) {
  // What is on a layer has an ink of its own, so that it is on no plate that is printed.
  if (layer_ != display::ProcessingStep::None && color.kind != color::InkKind::Spot) {
    return set_color(paint, ink_of(layer_));
  }
  const bool fill = paint == Paint::Fill;
  auto& current = fill ? state_.fill : state_.stroke;
  if (current == color) return;
  const auto amount = [this](double value) {
    HANDBILL_CHECK(value >= 0 && value <= 1, "an ink amount is between 0 and 1");
    if (!out_.empty() && out_.back() != '\n') out_ += ' ';
    append_number(out_, value, 4);
  };
  if (resources_->is_for_screen()) {
    const color::Rgb rgb = resources_->on_screen(color);
    for (const double light : {rgb.r, rgb.g, rgb.b}) amount(std::clamp(light, 0.0, 1.0));
    op(fill ? "rg" : "RG");
  } else if (color.kind == color::InkKind::Process) {
    for (const double ink : {color.cmyk.c, color.cmyk.m, color.cmyk.y, color.cmyk.k}) amount(ink);
    op(fill ? "k" : "K");
  } else {
    const auto [index, problem] = resources_->color_space(color);
    if (!problem.empty()) return fail(problem);
    use_->color_spaces.insert(index);
    out_ += "/CS" + std::to_string(index) + (fill ? " cs" : " CS");
    amount(color.tint);
    op(fill ? "scn" : "SCN");
  }
  current = color;
}

void ContentStream::set_opacity(double opacity) {
  HANDBILL_CHECK(opacity >= 0 && opacity <= 1, "an opacity is between 0 and 1");
  const Milli wanted = std::llround(opacity * 1000);
  if (state_.opacity == wanted) return;
  if (!resources_->standard().takes_transparency()) {
    return fail("a shape is transparent; PDF/X-1a knows no transparency");
  }
  state_.opacity = wanted;
  use_->transparency = true;
  std::string entries = "/ca ";
  append_milli(entries, wanted);
  entries += "/CA ";
  append_milli(entries, wanted);
  set_graphics_state(std::move(entries));
}

/// Of what is about to be painted; the other may stay as it is. With overprint mode 1 an ink that
/// DeviceCMYK gives 0 of leaves its plate alone (PDF 1.7, 8.6.7).
void ContentStream::set_overprint(std::optional<color::Overprint> fill,
                                  std::optional<color::Overprint> stroke) {
  const auto wanted = [this](std::optional<color::Overprint> asked, bool now) {
    if (!asked) return now;
    HANDBILL_CHECK(*asked != color::Overprint::Auto, "the press stage decides what overprints");
    return *asked == color::Overprint::On || layer_ != display::ProcessingStep::None;
  };
  const bool fills = wanted(fill, state_.fill_overprints);
  const bool strokes = wanted(stroke, state_.stroke_overprints);
  if (fills == state_.fill_overprints && strokes == state_.stroke_overprints) return;
  state_.fill_overprints = fills;
  state_.stroke_overprints = strokes;
  set_graphics_state(std::string(strokes ? "/OP true" : "/OP false") +
                     (fills ? "/op true" : "/op false") + "/OPM 1");
}

void ContentStream::set_graphics_state(std::string entries) {
  const std::size_t index = resources_->graphics_state(std::move(entries));
  use_->graphics_states.insert(index);
  out_ += "/GS" + std::to_string(index);
  op("gs");
}

/// What is drawn until the end stands for this text (PDF 1.7, 14.9.4). It is marked content of its
/// own: Poppler loses what follows a span within marked content.
void ContentStream::begin_actual_text(std::string_view text) {
  if (mark_ && mark_->node) {
    if (mark_->is_open) out_ += "EMC\n";
    out_ += mark_of("Span", tree_->mark(*mark_->node, mark_->frame), mark_->language);
  } else {
    open_mark();
    out_ += "/Span<<";
  }
  out_ += "/ActualText";
  append_utf16_string(out_, text);
  out_ += ">>BDC\n";
  if (mark_) mark_->is_open = true;
}

void ContentStream::end_actual_text() {
  out_ += "EMC\n";
  if (mark_ && mark_->node) mark_->is_open = false;
}

void ContentStream::draw_item(const display::PlacedPicture& placed) {
  const auto [object, problem] = resources_->picture(placed.picture);
  if (!problem.empty()) return fail(problem);
  use_->pictures.insert(object);
  if (resources_->has_alpha(placed.picture)) use_->transparency = true;
  end_text();
  set_opacity(1);
  set_overprint(color::Overprint::Off, std::nullopt);
  op("q");
  if (!placed.clip.empty() && placed.clip != Path::rect(placed.box)) {
    append_path(placed.clip);
    op("W n");
  }
  number(placed.box.width);
  number(0.0);
  number(0.0);
  number(placed.box.height);
  point({placed.box.left, placed.box.bottom()});
  op("cm");
  out_ += "/Im" + std::to_string(object);
  op("Do");
  op("Q");
}

}  // namespace handbill::pdf
