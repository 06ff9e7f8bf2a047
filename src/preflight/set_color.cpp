// SPDX-License-Identifier: MIT
// Colour operators (PDF 1.7, 8.6.8).
#include "preflight/interpreter.h"

namespace handbill::preflight {

using plates::ColorSpace;

void Interpreter::set_space(Brush& brush, const Args& args) {
  if (auto space = reading_.spaces.read(Handle::newName("/" + args.text(0)), resources_)) {
    brush.space = std::move(space);
    brush.color = brush.space->first_color();
    brush.pattern = Handle::newNull();
  } else {
    reading_.uses.note(Used::BadResource, "/ColorSpace /" + args.text(0), number_, page_.trim);
  }
}

void Interpreter::set_color(Brush& brush, const Args& args) {
  brush.color = args.numbers();
  if (brush.space->kind != ColorSpace::Pattern || args.size() == 0) return;
  const std::string& name = args.text(args.size() - 1);
  brush.pattern = entry(entry(resources_, "/Pattern"), ("/" + name).c_str());
  if (!is_dictionary(brush.pattern) && !is_stream(brush.pattern)) {
    reading_.uses.note(Used::BadResource, "/Pattern /" + name, number_, page_.trim);
  }
}

void Interpreter::set_device(Brush& brush, ColorSpace space, const Args& args) {
  brush.space = reading_.spaces.device(space, resources_);
  brush.color = args.numbers();
}

void Interpreter::set_fill_space(const Args& args) { set_space(state_.fill, args); }
void Interpreter::set_stroke_space(const Args& args) { set_space(state_.stroke, args); }
void Interpreter::set_fill_color(const Args& args) { set_color(state_.fill, args); }
void Interpreter::set_stroke_color(const Args& args) { set_color(state_.stroke, args); }
void Interpreter::set_fill_gray(const Args& args) {
  set_device(state_.fill, ColorSpace::DeviceGray, args);
}
void Interpreter::set_stroke_gray(const Args& args) {
  set_device(state_.stroke, ColorSpace::DeviceGray, args);
}
void Interpreter::set_fill_rgb(const Args& args) {
  set_device(state_.fill, ColorSpace::DeviceRgb, args);
}
void Interpreter::set_stroke_rgb(const Args& args) {
  set_device(state_.stroke, ColorSpace::DeviceRgb, args);
}
void Interpreter::set_fill_cmyk(const Args& args) {
  set_device(state_.fill, ColorSpace::DeviceCmyk, args);
}
void Interpreter::set_stroke_cmyk(const Args& args) {
  set_device(state_.stroke, ColorSpace::DeviceCmyk, args);
}

}  // namespace handbill::preflight
