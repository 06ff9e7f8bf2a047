// SPDX-License-Identifier: MIT
#include "document/resolve_imposition.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

#include "base/number.h"
#include "document/resolve_binding.h"
#include "document/resolve_sheet.h"
#include "document/trim_name.h"

namespace handbill::document {
namespace {

using enum diag::DiagnosticId;

constexpr Length kGripperMargin = Length::inch(0.25);
constexpr Length kDefaultOverlap = Length::inch(0.5);
/// As `between` of the key tables has it.
constexpr int kMostPages = 100;

constexpr std::array<std::pair<std::string_view, Scheme>, 8> kSchemes = {{
    {"n-up", Scheme::NUp},
    {"step-and-repeat", Scheme::StepAndRepeat},
    {"cut-and-stack", Scheme::CutAndStack},
    {"work-and-turn", Scheme::WorkAndTurn},
    {"work-and-tumble", Scheme::WorkAndTumble},
    {"tile", Scheme::Tile},
    {"saddle-stitch", Scheme::SaddleStitch},
    {"perfect-binding", Scheme::PerfectBinding},
}};

Scheme scheme_of(const std::string& name) {
  const auto* found =
      std::ranges::find(kSchemes, name, [](const auto& each) { return each.first; });
  return found == kSchemes.end() ? Scheme::NUp : found->second;
}

std::string inches(Size size) {
  return format_number(size.width.inch(), 3) + " × " + format_number(size.height.inch(), 3) + " in";
}

diag::Span sheet_span(const spec::ImpositionSpec& spec) {
  return spec.sheet_size ? (*spec.sheet_size)[0].span : spec.sheet->span;
}

std::optional<Size> sheet_size(const spec::ImpositionSpec& spec, diag::Diagnostics& diags) {
  if (spec.sheet_size) return Size{(*spec.sheet_size)[0].value, (*spec.sheet_size)[1].value};
  if (const auto size = find_trim(spec.sheet->value)) return size;
  diags.error(BadValue, spec.sheet->span,
              "`" + spec.sheet->value + "` is no sheet size that has a name",
              {"give width and height: `sheet = [\"19 in\", \"13 in\"]`"});
  return std::nullopt;
}

/// How many of `page` with `gutter` between them, and `reach` around all, go into `room`.
int count_that_fits(Length room, Length page, Length gutter, Length reach) {
  const double free_pt = (room - reach * 2 + gutter + kTolerance).pt();
  const double step_pt = (page + gutter).pt();
  if (free_pt < step_pt) return 0;
  return static_cast<int>(std::min<double>(kMostPages, std::floor(free_pt / step_pt)));
}

struct Counts {
  int columns = 0, rows = 0;
  int pages() const { return columns * rows; }
};

/// Schemes that put fronts and backs on one sheet need an even number one way.
void make_even(Scheme scheme, Counts& counts) {
  if (scheme == Scheme::WorkAndTurn) counts.columns -= counts.columns % 2;
  if (scheme == Scheme::WorkAndTumble) counts.rows -= counts.rows % 2;
}

Counts counts_for(const Imposition& imposition, Size page, Size reach) {
  const Insets& margin = imposition.margin;
  Counts most = {count_that_fits(imposition.sheet.width - margin.left - margin.right, page.width,
                                 imposition.gutter_across, reach.width),
                 count_that_fits(imposition.sheet.height - margin.top - margin.bottom, page.height,
                                 imposition.gutter_down, reach.height)};
  make_even(imposition.scheme, most);
  if (imposition.columns && *imposition.columns > most.columns) return {};
  if (imposition.rows && *imposition.rows > most.rows) return {};
  return {imposition.columns.value_or(most.columns), imposition.rows.value_or(most.rows)};
}

Imposition plain_values(const spec::ImpositionSpec& spec, std::string name, Length bleed) {
  Imposition result;
  result.name = std::move(name);
  result.span = sheet_span(spec);
  result.scheme = scheme_of(spec.scheme->value);
  result.margin = read_insets(spec.margin, Insets::all(kGripperMargin));
  if (spec.columns) result.columns = static_cast<int>(spec.columns->value);
  if (spec.rows) result.rows = static_cast<int>(spec.rows->value);
  result.gutter_across = spec.gutter ? (*spec.gutter)[0].value : bleed * 2;
  result.gutter_down = spec.gutter ? (*spec.gutter)[1].value : bleed * 2;
  if (spec.flip && spec.flip->value == "short-edge") result.flip = Flip::ShortEdge;
  result.overlap = spec.overlap ? spec.overlap->value : kDefaultOverlap;
  return result;
}

/// The edges that lie on each other when the sheet is turned: neither may print, else backs would
/// not lie behind their fronts.
void make_symmetric(Imposition& imposition) {
  Insets& margin = imposition.margin;
  if (turns_about_upright_axis(imposition)) {
    margin.left = margin.right = std::max(margin.left, margin.right);
  } else {
    margin.top = margin.bottom = std::max(margin.top, margin.bottom);
  }
}

bool is_even(const Imposition& imposition) {
  if (imposition.scheme == Scheme::WorkAndTurn) return imposition.columns.value_or(2) % 2 == 0;
  if (imposition.scheme == Scheme::WorkAndTumble) return imposition.rows.value_or(2) % 2 == 0;
  return true;
}

/// Two pages side by side, with what is milled off between them.
Size spread_of(const Imposition& imposition, const PageNeeds& page) {
  return {page.trim.width * 2 + imposition.binding.mill * 2, page.trim.height};
}

bool goes_on(Size sheet, const Insets& margin, Size block, Size reach) {
  return fits(block.width + reach.width * 2, sheet.width - margin.left - margin.right) &&
         fits(block.height + reach.height * 2, sheet.height - margin.top - margin.bottom);
}

/// Two pages on each side of a sheet that is folded between them.
std::optional<Imposition> on_folded_sheets(Imposition imposition, const PageNeeds& page,
                                           diag::Diagnostics& diags) {
  imposition.columns = 2;
  imposition.rows = 1;
  const Size spread = spread_of(imposition, page), sheet = imposition.sheet;
  if (goes_on(sheet, imposition.margin, spread, page.reach)) return imposition;
  const Size turned{sheet.height, sheet.width};
  std::vector<std::string> hints = {"take a larger sheet or smaller margins"};
  if (goes_on(turned, imposition.margin, spread, page.reach)) {
    hints = {"they go on it turned on its side: `sheet = [\"" +
             format_number(turned.width.inch(), 3) + " in\", \"" +
             format_number(turned.height.inch(), 3) + " in\"]`"};
  }
  if (goes_on(sheet, imposition.margin, spread, {})) {
    hints.push_back("without bleed and marks they go on it: `--edition office`");
  }
  diags.error(BadImposition, imposition.span,
              "two pages side by side are " + inches(spread) + " and have " + inches(page.reach) +
                  " around them for bleed and marks, which does not go on a sheet of " +
                  inches(sheet) + " less its margins",
              std::move(hints));
  return std::nullopt;
}

}  // namespace

std::string_view name_of(Scheme scheme) {
  const auto* found =
      std::ranges::find(kSchemes, scheme, [](const auto& each) { return each.second; });
  return found->first;
}

bool turns_about_upright_axis(const Imposition& imposition) {
  if (imposition.scheme == Scheme::WorkAndTurn) return true;
  if (imposition.scheme == Scheme::WorkAndTumble) return false;
  const bool is_upright = imposition.sheet.height >= imposition.sheet.width;
  return is_upright == (imposition.flip == Flip::LongEdge);
}

std::optional<Imposition> resolve_imposition(const spec::ImpositionSpec& spec, std::string name,
                                             const PageNeeds& page, diag::Diagnostics& diags) {
  const auto sheet = sheet_size(spec, diags);
  if (!sheet) return std::nullopt;
  Imposition result = plain_values(spec, std::move(name), page.bleed);
  result.sheet = *sheet;
  const diag::Span at = result.span;
  auto binding = resolve_binding(spec, result.scheme, diags);
  if (!binding) return std::nullopt;
  result.binding = std::move(*binding);
  if (result.scheme == Scheme::Tile) {
    result.margin.bottom = std::max(result.margin.bottom, page.foot);
    const Length across = sheet->width - result.margin.left - result.margin.right;
    const Length down = sheet->height - result.margin.top - result.margin.bottom;
    // Half a sheet of overlap, and assembling takes more paper than it shows.
    if (across > result.overlap * 2 && down > result.overlap * 2) return result;
    diags.error(BadImposition, at, "margins and overlap leave too little of the tiles' sheet");
    return std::nullopt;
  }
  make_symmetric(result);
  if (binds(result.scheme)) return on_folded_sheets(std::move(result), page, diags);
  if (!is_even(result)) {
    diags.error(BadImposition, spec.scheme->span,
                "`" + spec.scheme->value +
                    "` puts fronts and backs on one sheet, so it takes an "
                    "even number of " +
                    (result.scheme == Scheme::WorkAndTurn ? "columns" : "rows"));
    return std::nullopt;
  }
  const Size turned{page.trim.height, page.trim.width};
  const std::string turn = spec.turn ? spec.turn->value : "auto";
  const Counts upright = turn == "quarter" ? Counts{} : counts_for(result, page.trim, page.reach);
  const Counts on_side = turn == "none" ? Counts{} : counts_for(result, turned, page.reach);
  result.quarter_turn = on_side.pages() > upright.pages();
  const Counts counts = result.quarter_turn ? on_side : upright;
  if (counts.pages() > 0) {
    result.columns = counts.columns;
    result.rows = counts.rows;
    return result;
  }
  diags.error(BadImposition, at,
              "pages of " + inches(page.trim) + ", with " + inches(page.reach) +
                  " around them for bleed and marks, do not go " +
                  (result.columns || result.rows ? "so often " : "") + "on a sheet of " +
                  inches(*sheet) + " less its margins",
              {"take a larger sheet, smaller margins or gutters, or fewer pages"});
  return std::nullopt;
}

}  // namespace handbill::document
