// SPDX-License-Identifier: MIT
#include "svg/write_svg.h"

#include "base/check.h"
#include "base/number.h"
#include "svg/guide_overlay.h"
#include "svg/page_writer.h"
#include "svg/xml.h"

namespace handbill::svg {
namespace {

using display::Page;
using display::PageList;

void append_titles(std::string& out, const PageList& pages, const Page& page) {
  const std::string& title = pages.metadata.title;
  if (title.empty() && page.name.empty()) return;
  out += "<title>";
  append_escaped(out, title);
  if (!title.empty() && !page.name.empty()) out += ": ";
  append_escaped(out, page.name);
  out += "</title>\n";
  if (pages.metadata.subject.empty()) return;
  out += "<desc>";
  append_escaped(out, pages.metadata.subject);
  out += "</desc>\n";
}

void append_root(std::string& out, const PageList& pages, const Rect& canvas) {
  const auto number = [&](Length length) { append_number(out, length.pt(), 3); };
  out += "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"";
  out += " version=\"1.1\" width=\"";
  number(canvas.width);
  out += "pt\" height=\"";
  number(canvas.height);
  out += "pt\" viewBox=\"";
  number(canvas.left);
  out += ' ';
  number(canvas.top);
  out += ' ';
  number(canvas.width);
  out += ' ';
  number(canvas.height);
  out += "\" xml:lang=\"";
  append_escaped(out, pages.metadata.language);
  out += "\">\n";
}

}  // namespace

std::string write_svg(const PageList& pages, std::size_t page_index, const font::FontBook& fonts,
                      const color::Preview& preview, const SvgOptions& options) {
  HANDBILL_CHECK(page_index < pages.pages.size(), "the page exists");
  const Page& page = pages.pages[page_index];
  Rect canvas = page.placed.empty() ? Rect{{}, {}, page.trim.width, page.trim.height} : page.media;
  PageWriter writer(pages, fonts, preview);
  std::optional<GuideOverlay> overlay;
  if (options.guides) {
    overlay = guide_overlay(page, fonts);
    canvas = overlay->canvas;
  }
  if (options.paper) writer.add_paper(canvas);
  writer.add_placed(page.placed);
  writer.add_items(page.items);
  if (overlay) writer.add_guides(*overlay);
  writer.add_links(page.links);

  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  append_root(out, pages, canvas);
  append_titles(out, pages, page);
  writer.append_to(out);
  out += "</svg>\n";
  return out;
}

}  // namespace handbill::svg
