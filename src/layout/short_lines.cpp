// SPDX-License-Identifier: MIT
#include "layout/short_lines.h"

#include <optional>
#include <string>
#include <utility>

#include "base/user_unit.h"
#include "layout/solve_boxes.h"
#include "layout/stretch.h"
#include "layout/tell_overset.h"

namespace handbill::layout {
namespace {

struct ShortLines {
  const LineFragment* worst = nullptr;
  Point corner;  ///< of what the worst stands in, on the side
  std::size_t count = 0;

  void look(const Fragment& fragment, Point origin) {
    const Point at = origin + fragment.box.origin();
    for (const LineFragment& each : fragment.lines) {
      if (fits(each.line->shortfall, kLeastShort)) continue;
      ++count;
      if (worst != nullptr && each.line->shortfall <= worst->line->shortfall) continue;
      worst = &each;
      corner = at;
    }
    for (const Fragment& child : fragment.children) look(child, at);
  }
};

std::string without_last_spaces(std::string text) {
  text.erase(text.find_last_not_of(' ') + 1);
  return text;
}

/// A paragraph goes on in the next column or frame because its style asks for it.
bool is_sent_on(const Flow& flow, const Cursor& next) {
  return next.is_at_start() && next.paragraph < flow.size() &&
         flow[next.paragraph]->style().break_before != text::BreakBefore::None;
}

/// What is left white between the text of a column and its notes or foot.
Length white_at_foot(const ColumnFill& fill, const Fragment& column) {
  const ColumnLine& last = fill.lines.back();
  const Length shift = column.lines[fill.lines.size() - 1].origin.y - last.baseline;
  return column.box.height - fill.notes_height - fill.bottom() - shift;
}

struct ShortColumn {
  std::size_t index = 0;
  Length white;
};

std::optional<ShortColumn> shortest(const JustifiedColumns& of) {
  std::optional<ShortColumn> worst;
  for (std::size_t i = 0; i < of.columns.size() && i < of.frame.children.size(); ++i) {
    const ColumnFill& fill = of.columns[i];
    const bool is_last = of.ends_here && i + 1 == of.columns.size();
    if (fill.lines.empty() || (is_last && !of.is_alone) || is_sent_on(of.flow, fill.next)) continue;
    const bool is_on_grid = of.grid && touches_grid(fill);
    const Length white = white_at_foot(fill, of.frame.children[i]);
    if (fits(white, is_on_grid ? of.grid->step : kLeastShort)) continue;
    if (!worst || white > worst->white) worst = {i, white};
  }
  return worst;
}

}  // namespace

void report_short_lines(const document::Document& document, const Fragment& frame, std::size_t side,
                        diag::Diagnostics& diags) {
  ShortLines found;
  found.look(frame, {});
  if (found.worst == nullptr) return;
  const text::Line& line = *found.worst->line;
  std::string message = "`" + without_last_spaces(line.text) + "` is " +
                        in_words(line.shortfall, user_unit(document.sheet.trim)) +
                        " short of the end of its line, which is justified";
  if (found.count > 1) {
    const std::size_t others = found.count - 1;
    message += "; so " + std::string(others == 1 ? "is " : "are ") + std::to_string(others) +
               (others == 1 ? " other" : " others");
  }
  diag::Diagnostic problem{diag::DiagnosticId::LineShort, diag::Severity::Warning,
                           std::move(message), span_of(line).value_or(frame.frame->span)};
  problem.labels.push_back({frame.frame->span, "in " + frame_words(*frame.frame)});
  problem.hints.push_back(
      "set the style ragged (`align = \"start\"`), let its words be parted, or make the column "
      "wider");
  problem.area = diag::PageArea{side + 1, box_of(*found.worst, found.corner)};
  problem.frame = frame.frame->name;
  diags.add(std::move(problem));
}

void report_short_columns(const document::Document& document, const JustifiedColumns& columns,
                          std::size_t side, diag::Diagnostics& diags) {
  const document::Frame& frame = *columns.frame.frame;
  if (frame.vertical_align != document::VerticalAlign::Justify) return;
  const auto worst = shortest(columns);
  if (!worst) return;
  const bool has_several = columns.columns.size() > 1;
  diag::Diagnostic problem{
      diag::DiagnosticId::ColumnShort, diag::Severity::Warning,
      (has_several ? "column " + std::to_string(worst->index + 1) + " of " : "the text of ") +
          frame_words(frame) + " ends " + in_words(worst->white, user_unit(document.sheet.trim)) +
          " above its foot, though `vertical` is `justify`",
      frame.span};
  problem.hints.push_back(
      "let more of its styles give way (`stretch_before`, `stretch_after`), or change the height "
      "of the frame");
  const Fragment& column = columns.frame.children[worst->index];
  problem.area =
      diag::PageArea{side + 1,
                     {columns.frame.box.left + column.box.left,
                      columns.frame.box.top + column.box.top, column.box.width, column.box.height}};
  problem.frame = frame.name;
  diags.add(std::move(problem));
}

}  // namespace handbill::layout
