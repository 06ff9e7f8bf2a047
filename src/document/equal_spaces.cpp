// SPDX-License-Identifier: MIT
#include "document/equal_spaces.h"

#include <algorithm>

namespace handbill::document {

void space_out(const spec::SpaceSpec& space, const SidePlan& plan, const Context& context,
               std::vector<Frame>& frames) {
  FrameNames names;
  for (const spec::FrameSpec* each : plan.frames) {
    names.push_back(each->name ? each->name->value : std::string());
  }
  const bool down = space.along && space.along->value == "down";
  Edge::InRow row;
  std::vector<FrameIndex> all;
  for (const spec::Text& name : space.frames) {
    const auto found = find_frame(name.value, name.span, names, context);
    if (!found || *found >= frames.size()) return;
    all.push_back(*found);
    if (!frames[*found].fell_away) row.frames.push_back(*found);
  }
  const auto end = [&](const std::optional<spec::EdgeSpec>& written, EdgeKind kind) {
    spec::EdgeSpec margin{{{.kind = spec::EdgeSpec::Term::Kind::Margin, .span = space.span}},
                          space.span};
    return resolve_edge(written ? *written : margin, kind, {plan.margin, plan.grid, names},
                        context);
  };
  row.ends = {end(space.from, down ? EdgeKind::Top : EdgeKind::Left),
              end(space.to, down ? EdgeKind::Bottom : EdgeKind::Right)};
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto& written = plan.frames[all[i]]->box;
    const bool is_placed =
        written && (down ? written->top || written->bottom || written->middle
                         : written->left || written->right || written->center || written->columns);
    Box& box = frames[all[i]].box;
    if (is_placed || (!down && !box.width)) {
      context.error(diag::DiagnosticId::BadBox, space.frames[i].span,
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

}  // namespace handbill::document
