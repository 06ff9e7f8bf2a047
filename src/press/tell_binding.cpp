// SPDX-License-Identifier: MIT
#include "press/tell_binding.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/number.h"
#include "base/user_unit.h"

namespace handbill::press {
namespace {

using diag::DiagnosticId;
using document::Document;
using document::Imposition;
using document::Scheme;

/// Quality Digital Press: good for documents of up to 64 to 80 pages; KNP Litho: 72.
constexpr std::size_t kMostStitched = 80;
/// Puget Bindery, requirements for perfect binding: the least thickness of text is 0.060 in.
constexpr Length kLeastGlued = Length::inch(0.06);

std::string counted(std::size_t count, const char* word) {
  return std::to_string(count) + " " + word + (count == 1 ? "" : "s");
}

/// Finer than the trim is: "0.4 mm", "0.016 in".
std::string thin(Length length, const Document& document) {
  return user_unit(document.sheet.trim) == UserUnit::Inch ? format_number(length.inch(), 3) + " in"
                                                          : format_number(length.mm(), 2) + " mm";
}

bool bad(const Imposition& imposition, std::string message, std::vector<std::string> hints,
         diag::Diagnostics& diags) {
  diags.error(DiagnosticId::BadImposition, imposition.span, std::move(message), std::move(hints));
  return false;
}

void tell_creep(const Document& document, const Imposition& imposition, const PaperRoom& room,
                diag::Diagnostics& diags) {
  if (room.is_unknown()) {
    diags.warning(DiagnosticId::HardToBind, imposition.span,
                  "how thick the paper is is not known, so pages don't move against creep",
                  {"give `[sheet]` a `stock` with its weight, or a `caliper`",
                   "`creep = \"none\"` is for who wants none"});
    return;
  }
  const Length most = room.most(), safe = document.sheet.safe;
  if (fits(most, safe)) return;
  diags.warning(DiagnosticId::HardToBind, imposition.span,
                "the pages of the innermost sheet move " + thin(most, document) +
                    " to the spine, farther than text keeps from it (" + thin(safe, document) + ")",
                {"take thinner paper, sections of fewer pages, or wider margins at the spine; "
                 "`perfect-binding` has less creep"});
}

void tell_thickness(const Document& document, const Imposition& imposition,
                    const std::vector<BoundSheet>& sheets, const PaperRoom& room,
                    diag::Diagnostics& diags) {
  const std::size_t pages = sheets.size() * kPagesASheet;
  if (imposition.scheme == Scheme::SaddleStitch && room.sections() == 1 && pages > kMostStitched) {
    diags.warning(DiagnosticId::HardToBind, imposition.span,
                  counted(pages, "page") + " are stitched through one fold; more than " +
                      std::to_string(kMostStitched) + " do not close well",
                  {"`signature = 16` makes sections to be sewn, `perfect-binding` glues them"});
  }
  if (imposition.scheme != Scheme::PerfectBinding || room.block() == Length()) return;
  if (fits(kLeastGlued, room.block())) return;
  diags.warning(DiagnosticId::HardToBind, imposition.span,
                "the leaves are " + thin(room.block(), document) +
                    " thick together; a spine is glued from " + thin(kLeastGlued, document),
                {"`saddle-stitch` is for thin ones"});
}

std::string spine_text(const Document& document, const Imposition& imposition,
                       const PaperRoom& room) {
  const auto spine = room.spine();
  if (!spine) return "how wide its spine is, the thickness of the paper would tell";
  const Length width = document.sheet.trim.width * 2 + *spine;
  return std::string(imposition.binding.has_cover ? "the cover" : "a cover for it") + " is " +
         thin(width, document) + " wide, " + thin(*spine, document) + " of it spine";
}

}  // namespace

bool can_be_bound(const Document& document, const display::PageList& pages,
                  const Imposition& imposition, diag::Diagnostics& diags) {
  const std::string name = "`" + imposition.name + "`";
  if (document.sheet.printed == document::Printed::OneSide) {
    return bad(imposition,
               name + " prints both sides of a sheet, and `[sheet]` says that one is printed",
               {"without `sides = 1` both are"}, diags);
  }
  const auto has_folds = [](const document::Side& side) { return !side.folds.empty(); };
  if (std::ranges::any_of(document.sides, has_folds)) {
    return bad(imposition, name + " folds the sheets itself, and the pages have folds of their own",
               {"the sheet of a booklet's layout is one page, without `fold`"}, diags);
  }
  const auto is_like_first = [&](const display::Page& page) {
    return page.trim == pages.pages.front().trim && page.bleed == pages.pages.front().bleed;
  };
  if (!std::ranges::all_of(pages.pages, is_like_first)) {
    return bad(imposition, "the pages are not all of one size", {}, diags);
  }
  const std::size_t count = pages.pages.size(), over = count % kPagesASheet;
  if (count == 0 || over > 0) {
    return bad(
        imposition,
        name + " binds sheets of 4 pages, and the document has " + counted(count, "page"),
        {"add " + counted(kPagesASheet - over, "blank page") + ": `[pages] multiple = 4` does"},
        diags);
  }
  if (imposition.binding.has_cover && count == kPagesASheet) {
    return bad(imposition, "a cover apart takes 4 pages, and the document has no more",
               {"without `cover = \"apart\"` it is a sheet folded once"}, diags);
  }
  return true;
}

bool has_room_for_cover(const Document& document, const Imposition& imposition,
                        const PaperRoom& room, diag::Diagnostics& diags) {
  if (!room.has_spine() || !imposition.binding.has_cover) return true;
  const auto spine = room.spine();
  if (!spine) {
    return bad(imposition, "how wide the spine of the cover is is not known",
               {"give `[sheet]` a `stock` with its weight, or a `caliper`; or the imposition its "
                "`spine`"},
               diags);
  }
  const Length bleed = document.sheet.bleed;
  const Length needed = document.sheet.trim.width * 2 + *spine + bleed * 2;
  const Length printable =
      imposition.sheet.width - imposition.margin.left - imposition.margin.right;
  if (fits(needed, printable)) return true;
  return bad(imposition,
             "the cover with its spine and bleed is " + thin(needed, document) + " wide; `" +
                 imposition.name + "` prints on " + thin(printable, document),
             {"take a larger sheet or smaller margins"}, diags);
}

void tell_binding(const Document& document, const Imposition& imposition,
                  const std::vector<BoundSheet>& sheets, const PaperRoom& room,
                  diag::Diagnostics& diags) {
  tell_creep(document, imposition, room, diags);
  tell_thickness(document, imposition, sheets, room, diags);
  std::string text = counted(sheets.size(), "sheet");
  if (room.sections() > 1) text += " in " + counted(room.sections(), "section");
  if (imposition.binding.has_cover) {
    text += ", the cover one of them";
    const std::string& stock = imposition.binding.cover_stock;
    if (!stock.empty()) text += " (" + stock + ")";
  }
  if (room.most() > Length()) {
    text += "; pages move up to " + thin(room.most(), document) + " to the spine against creep";
  }
  if (imposition.binding.mill > Length()) {
    text += "; " + thin(imposition.binding.mill, document) + " of each back are milled off";
  }
  if (room.has_spine()) {
    text += "; " + spine_text(document, imposition, room);
  } else if (imposition.binding.spine) {
    text += "; its `spine` of " + thin(*imposition.binding.spine, document) +
            " is left out: what is stitched through one fold has none";
  }
  diags.note(DiagnosticId::Bound, imposition.span, std::move(text));
}

}  // namespace handbill::press
