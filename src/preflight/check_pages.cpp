// SPDX-License-Identifier: MIT
// Boxes and annotations of each page, and what the pages make use of.
#include <algorithm>

#include "preflight/check_structure.h"

namespace handbill::preflight {
namespace {

/// Half a hundredth of a point is how far boxes may be off by rounding.
constexpr double kTolerance = 0.01;

struct Nesting {
  const std::optional<UserRect>& inner;
  std::optional<UserRect> outer;
  const char* inner_name;
  const char* outer_name;
};

void check_page_boxes(const PageBoxes& b, std::size_t number, Findings& findings) {
  const diag::PageArea area{number, to_page(b, b.shown())};
  if (!b.has_media) findings.add("pdfx-boxes", "the page has no MediaBox", area);
  if (!b.trim && !b.art) {
    findings.add("pdfx-boxes", "the page has neither a TrimBox nor an ArtBox", area);
  }
  if (b.trim && b.art) {
    findings.add("pdfx-boxes", "the page has both a TrimBox and an ArtBox", area);
  }
  const Nesting nestings[] = {
      {b.trim, b.bleed, "TrimBox", "BleedBox"},   {b.art, b.bleed, "ArtBox", "BleedBox"},
      {b.trim, b.media, "TrimBox", "MediaBox"},   {b.art, b.media, "ArtBox", "MediaBox"},
      {b.bleed, b.media, "BleedBox", "MediaBox"}, {b.crop, b.media, "CropBox", "MediaBox"},
      {b.trim, b.crop, "TrimBox", "CropBox"},     {b.art, b.crop, "ArtBox", "CropBox"}};
  for (const Nesting& each : nestings) {
    if (!each.inner || !each.outer || each.outer->contains(*each.inner, kTolerance)) continue;
    findings.add("pdfx-boxes",
                 std::string("the ") + each.inner_name + " of the page does not lie in its " +
                     each.outer_name,
                 diag::PageArea{number, to_page(b, *each.inner)});
  }
}

bool overlaps(const UserRect& a, const UserRect& b) {
  return a.left < b.right - kTolerance && b.left < a.right - kTolerance &&
         a.bottom < b.top - kTolerance && b.bottom < a.top - kTolerance;
}

void check_page_annotations(const FilePage& page, std::size_t number, Findings& findings) {
  const Handle annotations = entry(page.object, "/Annots");
  const UserRect bleed = page.boxes.bleed.value_or(page.boxes.final_size());
  std::map<std::string, std::pair<std::size_t, UserRect>> inside;
  for (std::size_t i = 0; i < count(annotations); ++i) {
    const Handle annotation = element(annotations, i);
    const std::string kind = name_of(entry(annotation, "/Subtype"));
    const auto place = rect_of(entry(annotation, "/Rect"));
    // Two are made for the press; a popup only shows with what it belongs to.
    const bool is_mark = kind == "TrapNet" || kind == "PrinterMark" || kind == "Popup";
    if (is_mark || !place || !overlaps(*place, bleed)) continue;
    const auto [it, is_new] = inside.try_emplace(kind, 0, *place);
    ++it->second.first;
  }
  for (const auto& [kind, seen] : inside) {
    findings.add("pdfx-annotations", "an annotation (" + kind + ") lies on the page",
                 Use{{{number, to_page(page.boxes, seen.second)}}, seen.first});
  }
}

bool is_device_independent(const std::string& space) {
  return space.starts_with("Cal") || space.starts_with("ICC") || space == "Lab";
}

void check_space(const std::string& space, const Use& use, const OutputIntent& intent,
                 Findings& findings) {
  if (findings.standard().has(Claim::X1a2003)) {
    if (is_device_independent(space) || space == "DeviceRGB") {
      findings.add("pdfx-color", space + " is used", use);
    }
    return;
  }
  // Without an intent, that is what has been said already.
  if (intent.components == 0) return;
  const bool alien = (space == "DeviceRGB" && intent.components != 3) ||
                     (space == "DeviceCMYK" && intent.components != 4);
  if (alien) {
    findings.add("pdfx-color", space + " is used, but the output intent is not of that kind", use);
  }
}

}  // namespace

void check_boxes(const FileFacts& file, Findings& findings) {
  for (std::size_t i = 0; i < file.pages.size(); ++i) {
    check_page_boxes(file.pages[i].boxes, i + 1, findings);
  }
}

void check_annotations(const FileFacts& file, Findings& findings) {
  for (std::size_t i = 0; i < file.pages.size(); ++i) {
    check_page_annotations(file.pages[i], i + 1, findings);
    const std::string group = name_of(entry(entry(file.pages[i].object, "/Group"), "/S"));
    if (group == "Transparency") {
      const PageBoxes& boxes = file.pages[i].boxes;
      findings.add("pdfx-transparency", "the page is a transparency group",
                   diag::PageArea{i + 1, to_page(boxes, boxes.shown())});
    }
  }
}

void check_uses(const FileFacts& file, const OutputIntent& intent, Findings& findings) {
  for (const std::string& ink : file.inks.ambiguous()) {
    findings.add("pdfx-spot", "two colours stand in for the ink `" + ink + "`");
  }
  for (const auto& [what, use] : file.uses.all()) {
    const std::string& detail = what.second;
    switch (what.first) {
      case Used::Space:
        check_space(detail, use, intent, findings);
        break;
      case Used::MissingFont:
        findings.add("pdfx-fonts",
                     "the font " + (detail.empty() ? std::string("without a name") : detail) +
                         " is not embedded",
                     use);
        break;
      case Used::UnknownFont:
        findings.add("pdfx-resources",
                     "the font resource `" + detail + "`, which is not there, is used", use);
        break;
      case Used::BadProgram:
        findings.add("pdfx-font-programs", "the program of the font " + detail, use);
        break;
      case Used::BadGlyph:
        findings.add("pdfx-font-programs", "a glyph of the font " + detail + " can't be read", use);
        break;
      case Used::NoGlyph:
        findings.add("pdfx-glyphs", "a glyph is shown that the font " + detail + " does not have",
                     use);
        break;
      case Used::BadWidth:
        findings.add("pdfx-widths",
                     "a glyph of the font " + detail + " is not as wide as the file says", use);
        break;
      case Used::Transparency:
        findings.add("pdfx-transparency", detail + " is used", use);
        break;
      case Used::BadOperator:
        findings.add("pdfx-operators", "the operator `" + detail + "`, which is none, is used",
                     use);
        break;
      case Used::BadContent:
        findings.add("pdfx-operators", "the content is faulty: " + detail, use);
        break;
      case Used::BadFont:
        findings.add("pdfx-font-programs", "the font " + detail, use);
        break;
      case Used::BadResource:
        findings.add("pdfx-resources", "the resource `" + detail + "`, which is not there, is used",
                     use);
        break;
      case Used::BadPicture:
        // Whatever the standard: inspect tells of it.
        break;
      case Used::Untagged:
      case Used::ArtifactInTag:
      case Used::TagInArtifact:
      case Used::NoUnicodeMap:
      case Used::NoUnicode:
      case Used::ZeroUnicode:
      case Used::MarkUnicode:
      case Used::BadCidMap:
      case Used::OtherFile:
        // PDF/X asks for no tags; check_tags looks at them.
        break;
      case Used::BlendSpace:
        // GWG 2022, R0030, has rules about it; PDF/X has not.
        break;
      case Used::Filter:
        if (detail == "LZW" || detail == "LZWDecode") {
          findings.add("pdfx-compression", "LZW is used", use);
        }
        break;
    }
  }
}

}  // namespace handbill::preflight
