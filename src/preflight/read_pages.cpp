// SPDX-License-Identifier: MIT
#include "preflight/read_pages.h"

#include <algorithm>

namespace handbill::preflight {
namespace {

constexpr std::size_t kMostAnnotations = 5000;

plates::Page start_page(const PageBoxes& boxes, std::size_t number) {
  plates::Page page;
  page.name = "page " + std::to_string(number);
  page.trim = to_page(boxes, boxes.final_size());
  page.media = to_page(boxes, boxes.media);
  page.crop = to_page(boxes, boxes.shown());
  page.bleed = to_page(boxes, boxes.bleed.value_or(boxes.final_size()));
  page.has_trim = boxes.trim.has_value() || boxes.art.has_value();
  page.has_bleed = boxes.bleed.has_value();
  page.rotate = boxes.rotate;
  page.user_unit = boxes.user_unit;
  return page;
}

/// The appearance that prints (PDF 1.7, 12.5.5).
Handle appearance_of(const Handle& annotation) {
  const Handle normal = entry(entry(annotation, "/AP"), "/N");
  if (is_stream(normal)) return normal;
  const std::string state = name_of(entry(annotation, "/AS"));
  return state.empty() ? Handle::newNull() : entry(normal, ("/" + state).c_str());
}

void read_annotations(const Handle& page, Reading& reading, Interpreter& interpreter) {
  const Handle annotations = entry(page, "/Annots");
  if (count(annotations) > kMostAnnotations)
    reading.budget.refuse("it has more than 5,000 annotations");
  for (std::size_t i = 0; i < std::min(count(annotations), kMostAnnotations); ++i) {
    const Handle annotation = element(annotations, i);
    constexpr int kHidden = 2, kPrint = 4;
    const int flags = integer_or(entry(annotation, "/F"), 0);
    if ((flags & kPrint) == 0 || (flags & kHidden) != 0) continue;
    const Handle appearance = appearance_of(annotation);
    const auto place = rect_of(entry(annotation, "/Rect"));
    if (place && is_stream(appearance)) interpreter.run_annotation(appearance, *place);
  }
}

/// Resources may stand above the page.
Handle with_resources(const Handle& page) {
  Handle node = page;
  constexpr int kDeepest = 50;
  for (int i = 0; i < kDeepest && is_dictionary(node); ++i) {
    Handle resources = entry(node, "/Resources");
    if (is_dictionary(resources)) return resources;
    node = entry(node, "/Parent");
  }
  return Handle::newNull();
}

plates::Page read_page(const FilePage& from, std::size_t number, Reading& reading) {
  plates::Page page = start_page(from.boxes, number);
  Interpreter interpreter(reading, page, number, to_page(from.boxes));
  interpreter.run_page(from.object, with_resources(from.object));
  Interpreter notes(reading, page, number, to_page(from.boxes));
  read_annotations(from.object, reading, notes);
  return page;
}

/// Pictures and fonts that come again on the next page are worth keeping, but not all of a book's.
void forget_large(Reading& reading) {
  constexpr std::size_t kMost = 8U << 20U;
  std::size_t bytes = 0;
  for (const auto& [id, raster] : reading.rasters) {
    if (raster) bytes += raster->bytes.size() + raster->alpha.size();
  }
  if (bytes > kMost) reading.rasters.clear();
  constexpr std::size_t kMostFonts = 32;
  if (reading.fonts.size() > kMostFonts) reading.fonts.clear();
}

}  // namespace

std::vector<FilePage> list_pages(QPDF& pdf) {
  std::vector<FilePage> pages;
  for (const QPDFObjectHandle& object : pdf.getAllPages()) {
    if (pages.size() >= kMostPages) break;
    pages.push_back({object, read_boxes(object)});
  }
  return pages;
}

void read_pages(const std::vector<FilePage>& pages, Reading& reading, const PageReader& each_page) {
  for (std::size_t i = 0; i < pages.size(); ++i) {
    reading.budget.start_page();
    plates::Page page = read_page(pages[i], i + 1, reading);
    if (reading.budget.used_up() != nullptr) return;
    if (each_page) {
      plates::Print print{reading.print.inks, {}};
      print.pages.push_back(std::move(page));
      each_page(print);
      page = start_page(pages[i].boxes, i + 1);
      forget_large(reading);
    }
    reading.print.pages.push_back(std::move(page));
  }
}

}  // namespace handbill::preflight
