// SPDX-License-Identifier: MIT
#include "document/frame_shell.h"

namespace handbill::document {
namespace {

bool shows_something(const spec::FrameSpec& frame) {
  return frame.text || frame.story || frame.picture || frame.art || frame.qr || frame.table ||
         frame.part || frame.repeat;
}

spec::EdgeSpec nothing_away(diag::Span span) {
  return {{spec::EdgeSpec::Term{.span = span}}, span};
}

}  // namespace

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

spec::BoxSpec& box_of(spec::FrameSpec& frame) {
  if (!frame.box) frame.box.emplace().span = frame.span;
  return *frame.box;
}

spec::FrameSpec in_part(spec::FrameSpec frame) {
  frame.panel.reset();
  spec::BoxSpec& box = box_of(frame);
  const bool has_place = box.top || box.bottom || box.middle || box.height;
  if (!has_place && shows_something(frame)) box.top = nothing_away(box.span);
  return frame;
}

void take_size(const spec::PartSpec& part, spec::BoxSpec& box) {
  const auto extent = [](const spec::Spanned<Length>& length) {
    return spec::EdgeSpec{{{.length = length.value, .span = length.span}}, length.span};
  };
  const bool has_width = box.width || box.columns || (box.left && box.right);
  if (part.width && !has_width) box.width = extent(*part.width);
  const bool has_height = box.height || (box.top && box.bottom);
  if (part.height && !has_height) box.height = extent(*part.height);
}

}  // namespace handbill::document
