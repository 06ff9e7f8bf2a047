// SPDX-License-Identifier: MIT
#include "press/marks.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/content_hash.h"
#include "base/number.h"
#include "base/overload.h"
#include "display/dump.h"
#include "press/fold_lines.h"
#include "press/mark_places.h"
#include "press/slug.h"
#include "press/targets.h"

namespace handbill::press {
namespace {

constexpr Length kFoldDash = Length::pt(3);
constexpr Length kScoreDot = Length::pt(0.75);
/// Paper left round marks and slug.
constexpr Length kMargin = Length::mm(1);
constexpr Length kDraftSize = Length::pt(16);
constexpr Length kDraftSizeOnSheets = Length::pt(10);  // their margins are narrow
constexpr std::size_t kHashDigits = 8;

/// Between the bleed and the marks: a cut that is off by less leaves no mark on the page.
constexpr Length kClearOfBleed = Length::mm(1);

MarkBand band_of(const document::Sheet& sheet) {
  return {std::max(sheet.bleed + kClearOfBleed, sheet.marks.offset), sheet.marks.length,
          sheet.marks.width};
}

/// True: something stands in the band of marks.
bool has_band(const document::Marks& marks) {
  return marks.crop || marks.fold || marks.registration || marks.color_bar;
}

/// From the trim to the slug: it stands below the marks.
Length slug_offset(const document::Sheet& sheet) {
  return band_of(sheet).offset + (has_band(sheet.marks) ? sheet.marks.length : Length());
}

/// Cuts are solid, folds dashed, scores dotted.
enum class Line { Solid, Dashed, Dotted };

/// The lines round one page.
class LineMarks {
 public:
  LineMarks(display::Page& page, const MarkBand& band) : page_(page), band_(band) {}

  /// Two marks in line with the vertical at `x`, above and below the page.
  void add_across(Length x, Line line) {
    const Length near = band_.offset, far = near + band_.length, bottom = page_.trim.height;
    add({x, -far}, {x, -near}, line);
    add({x, bottom + near}, {x, bottom + far}, line);
  }
  void add_down(Length y, Line line) {
    const Length near = band_.offset, far = near + band_.length, right = page_.trim.width;
    add({-far, y}, {-near, y}, line);
    add({right + near, y}, {right + far, y}, line);
  }

 private:
  void add(Point from, Point to, Line line) {
    display::Stroke stroke{.color = color::Color::registration(), .width = band_.width};
    if (line == Line::Dashed) stroke.dash = {kFoldDash, kFoldDash};
    if (line == Line::Dotted) stroke.dash = {kScoreDot, kScoreDot * 2};
    display::Shape shape{.path = Path::segment(from, to), .stroke = std::move(stroke)};
    page_.items.push_back({.content = std::move(shape)});
  }

  display::Page& page_;
  const MarkBand& band_;
};

/// The inks of some pages: the process inks that print, and each spot ink as its solid.
struct Inks {
  std::array<bool, 4> process{};
  std::vector<color::Color> spots;

  void add(const color::Color& color) {
    if (color.kind == color::InkKind::Spot) {
      const auto is_same = [&](const color::Color& each) { return each.spot == color.spot; };
      if (std::ranges::any_of(spots, is_same)) return;
      spots.push_back(color::Color::spot_ink(color.spot, color.cmyk));
    } else if (color.kind == color::InkKind::Process) {
      const auto& [c, m, y, k] = color.cmyk;
      const std::array<double, 4> amounts = {c, m, y, k};
      for (std::size_t i = 0; i < 4; ++i) process[i] = process[i] || amounts[i] > 0;
    }
  }

  void add(const display::PageList& pages, const display::Page& page) {
    for (const display::Item& item : page.items) {
      std::visit(Overload{[&](const display::GlyphRun& run) { add(run.color); },
                          [&](const display::Shape& shape) { add(shape); },
                          [&](const display::PlacedPicture& placed) {
                            add(*pages.pictures[placed.picture.index()]);
                          }},
                 item.content);
    }
    for (const display::PlacedPage& placed : page.placed) add(pages, pages.forms[placed.form]);
  }

  std::string names() const {
    static constexpr std::array<const char*, 4> kNames = {"Cyan", "Magenta", "Yellow", "Black"};
    std::string result;
    const auto append = [&](const std::string& name) {
      result += (result.empty() ? "" : " ") + name;
    };
    for (std::size_t i = 0; i < 4; ++i) {
      if (process[i]) append(kNames[i]);
    }
    for (const color::Color& each : spots) append(each.spot);
    return result;
  }

 private:
  void add(const display::Shape& shape) {
    if (shape.fill) add(*shape.fill);
    if (shape.stroke) add(shape.stroke->color);
    if (!shape.gradient) return;
    for (const display::Gradient::Stop& stop : shape.gradient->stops) add(stop.color);
  }
  void add(const display::Picture& picture) {
    if (picture.space == display::Picture::Space::Gray) {
      process[3] = true;
    } else {
      process = {true, true, true, true};
    }
  }
};

/// What a press operator reads off a plate: document and revision, side, plates, condition, and a
/// hash of all that is drawn.
std::string slug_line(const document::Document& document, const display::Page& page,
                      const Inks& inks, const std::string& hash) {
  // A draft's line where none is asked for is for who reads the page, not for the press.
  if (!document.shop || !document.sheet.marks.slug) return document.slug;
  std::string line = document.slug;
  const auto append = [&](const std::string& part) {
    if (!part.empty()) line += (line.empty() ? "" : " · ") + part;
  };
  append(page.name);
  append(inks.names());
  append(document.shop->condition.identifier);
  append(document.shop->name);
  append(hash.substr(0, kHashDigits));
  return line;
}

std::vector<SlugText> slug_texts(const document::Document& document, bool on_sheets,
                                 const std::string& line) {
  std::vector<SlugText> texts;
  const Length size = document.slug_style.size;
  if (document.draft) {
    texts.push_back({"DRAFT", on_sheets ? kDraftSizeOnSheets : std::max(size * 2, kDraftSize)});
  }
  texts.push_back({line, size});
  return texts;
}

void add_band(const document::Document& document, const MarkPlaces& places, const Inks& inks,
              display::Page& page) {
  const document::Marks& marks = document.sheet.marks;
  if (!has_band(marks)) return;
  const MarkBand band = band_of(document.sheet);
  LineMarks lines(page, band);
  if (marks.crop) {
    for (const Length y : places.cuts_down) lines.add_down(y, Line::Solid);
    for (const Length x : places.cuts_across) lines.add_across(x, Line::Solid);
  }
  if (marks.fold) {
    const Line fold = document.sheet.scored ? Line::Dotted : Line::Dashed;
    for (const Length y : places.folds_down) lines.add_down(y, fold);
    for (const Length x : places.folds_across) lines.add_across(x, fold);
  }
  if (marks.registration) add_registration_targets(page, places, band);
  if (marks.color_bar) add_color_bar(page, inks.spots, places, band);
  const Rect trim{{}, {}, page.trim.width, page.trim.height};
  page.media = page.media.united(trim.outset(band.offset + band.length + kMargin));
}

/// A sheet of the press does not grow with its marks, and prints nothing in its margins.
bool has_room(const document::Document& document, const document::Imposition& imposition,
              const display::Page& page, const Rect& sheet, diag::Diagnostics& diags) {
  const Rect printable = sheet.inset(imposition.margin);
  // The paper kept round the outermost mark may lie in the margin.
  if (printable.outset(kMargin).contains(page.media.inset(Insets::all(kTolerance)))) return true;
  const auto size = [](const Rect& box) {
    return format_number(box.width.inch(), 2) + " × " + format_number(box.height.inch(), 2) + " in";
  };
  std::vector<std::string> hints = {
      "take a larger sheet, fewer pages, or a shop that wants fewer marks"};
  if (document.draft) hints.push_back("the word DRAFT goes once the content is approved");
  diags.error(diag::DiagnosticId::BadImposition, imposition.span,
              "the marks of `" + page.name + "` need " + size(page.media) +
                  ", and stand in the middle; `" + imposition.name + "` prints on " +
                  size(printable),
              std::move(hints));
  return false;
}

}  // namespace

Size marks_reach(const document::Document& document) {
  const document::Sheet& sheet = document.sheet;
  const Length across = has_band(sheet.marks) ? slug_offset(sheet) : sheet.bleed;
  if (!sheet.marks.slug && !document.draft) return {across, across};
  Length lines = document.slug_style.size;
  if (document.draft) lines += kDraftSizeOnSheets;
  return {across, slug_offset(sheet) + lines * Slug::kLeading};
}

display::PageList add_marks(const document::Document& document, display::PageList pages,
                            const OnSheets* on, const font::FontBook& fonts,
                            diag::Diagnostics& diags) {
  const document::Marks& marks = document.sheet.marks;
  if (!marks.any() && !document.draft) return pages;
  const bool has_slug = marks.slug || document.draft;
  const std::string hash =
      has_slug && document.shop ? content_hash_hex(display::dump(pages, fonts)) : std::string();
  // Where pages stand on sheets, their folds go with them.
  std::vector<display::Page>& sides = pages.forms.empty() ? pages.pages : pages.forms;
  for (std::size_t i = 0; i < sides.size() && i < document.sides.size(); ++i) {
    add_fold_lines(document, fold_places(document.sides[i]), sides[i]);
  }
  for (std::size_t i = 0; i < pages.pages.size(); ++i) {
    display::Page& page = pages.pages[i];
    const Rect sheet = page.media;
    if (on != nullptr) page.media = page.bleed;  // until the marks' room is known
    Inks inks;
    inks.add(pages, page);
    const bool is_bound = on != nullptr && !on->places.empty();
    const MarkPlaces places = is_bound ? on->places[i] : mark_places(pages, i, document.sides);
    if (is_bound) add_fold_lines(document, places.folds_across, page);
    add_band(document, places, inks, page);
    if (has_slug) {
      const Slug slug(slug_texts(document, on != nullptr, slug_line(document, page, inks, hash)),
                      document.slug_style, page.trim.width, fonts, diags);
      if (!slug.empty()) {
        const Length top = page.trim.height + slug_offset(document.sheet);
        slug.add_to(page, {{}, top});
        page.media = page.media.united({{}, top, page.trim.width, slug.height() + kMargin});
      }
    }
    if (on != nullptr) {
      if (!has_room(document, on->imposition, page, sheet, diags)) break;
      page.media = sheet;
    }
  }
  return pages;
}

}  // namespace handbill::press
