// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <cmath>

#include "base/number.h"
#include "desk/calls.h"
#include "display/painted_box.h"
#include "png/load_png.h"

namespace handbill::desk {
namespace {

constexpr double kLeastPpi = 10, kUsualPpi = 96, kMostPpi = 300;

double resolution(std::string_view asked) {
  return std::clamp(parse_number(asked).value_or(kUsualPpi), kLeastPpi, kMostPpi);
}

Answer no_document() { return refused(kMissing, "there is no such document"); }

Answer page(const Call& call, Session& session) {
  const View* view = session.drawn_first(language_of(call, session), call.parameter("document"));
  if (view == nullptr) return no_document();
  if (!view->drawn) {
    return refused(kConflict, "the document has faults that keep it from being drawn");
  }
  const display::PageList& pages = *view->drawn->pages;
  const double wanted = parse_number(call.parameter("page")).value_or(1);
  if (wanted < 1 || wanted > static_cast<double>(pages.pages.size())) {
    return refused(kMissing, "there is no such page");
  }
  const auto index = static_cast<std::size_t>(wanted) - 1;
  const double ppi = resolution(call.parameter("ppi"));
  const std::string tag = view->look + "-" + std::to_string(index) + "-" + std::to_string(ppi);
  if (call.if_none_match == "\"" + tag + "\"") return {200, "image/png", "", tag};
  diag::Diagnostics diags;
  auto png = png::write_png(pages, index, session.run().workspace.fonts, view->drawn->press,
                            {ppi, false}, diags);
  if (!png) return refused(kFault, "the picture could not be drawn");
  return {200, "image/png", std::move(*png), tag};
}

/// Pixels of the page's picture that have any of `box`, and those beside them: rasters of glyphs
/// stand on quarters of a pixel.
png::PixelBox pixels_of(const Rect& box, const Rect& shown, double ppi) {
  constexpr double kMore = 2;
  const auto at = [&](Length from, Length edge) { return (edge - from).inch() * ppi; };
  return {static_cast<int>(std::floor(at(shown.left, box.left) - kMore)),
          static_cast<int>(std::floor(at(shown.top, box.top) - kMore)),
          static_cast<int>(std::ceil(at(shown.left, box.right()) + kMore)),
          static_cast<int>(std::ceil(at(shown.top, box.bottom()) + kMore))};
}

/// What of the pages is to be painted over, as JSON, and the pictures that it is painted with.
class Parts {
 public:
  Parts(const Drawn& before, const View& now, const Session& session)
      : before_(before), now_(*session.drawn_as(now.name, now.look)), session_(session) {}

  /// False: it is better to draw the page anew.
  bool add_page(std::size_t index, double ppi) {
    const display::Page& page = now_.compiled->pages->pages[index];
    const font::FontBook& fonts = session_.run().workspace.fonts;
    const auto areas =
        display::changed_areas({before_.compiled->pages->pages[index], before_.looks[index]},
                               {page, now_.looks[index]}, fonts);
    if (!areas) return false;
    const Rect shown = display::shown_area(page);
    for (const Rect& area : *areas) {
      if (!area.intersects(shown)) continue;
      png::PixelBox box = pixels_of(area, shown, ppi);
      box.left = std::max(box.left, 0);
      box.top = std::max(box.top, 0);
      diag::Diagnostics diags;
      const auto png = png::write_png(*now_.compiled->pages, index, fonts, now_.compiled->press,
                                      {ppi, false, box}, diags);
      if (!png) return false;
      list_.push_back(
          {{"page", index + 1}, {"left", box.left}, {"top", box.top}, {"size", png->size()}});
      pictures_ += *png;
    }
    return true;
  }

  std::size_t pages() const {
    const std::size_t count = now_.compiled->pages->pages.size();
    return before_.looks.size() == count ? count : 0;
  }
  const Json& list() const { return list_; }
  const std::string& pictures() const { return pictures_; }

 private:
  const Drawn& before_;
  const Drawn& now_;
  const Session& session_;
  Json list_ = Json::array();
  std::string pictures_;
};

/// From pages that looked `since` to pages as they are now, at a resolution for each (`ppi`: "96"
/// for every page, or "96,120"): a line of JSON, then PNG pictures one behind the other. `parts`
/// tells for each of these of which page it is, at which pixel, and how many bytes it has; without
/// `parts` all pages are to be asked for anew.
Answer changed(const Call& call, Session& session) {
  const View* view = session.drawn_first(language_of(call, session), call.parameter("document"));
  if (view == nullptr) return no_document();
  Json told = {
      {"state", session.state()}, {"look", view->look}, {"isOld", view->drawn != view->compiled}};
  const Drawn* const before = session.drawn_as(view->name, call.parameter("since"));
  std::string pictures;
  if (before != nullptr && view->drawn) {
    Parts parts(*before, *view, session);
    std::string ppi = call.parameter("ppi");
    bool is_whole = parts.pages() == 0;
    for (std::size_t i = 0; i < parts.pages() && !is_whole; ++i) {
      const std::size_t comma = ppi.find(',');
      is_whole = !parts.add_page(i, resolution(ppi.substr(0, comma)));
      if (comma != ppi.npos) ppi.erase(0, comma + 1);
    }
    if (!is_whole) {
      told["parts"] = parts.list();
      pictures = parts.pictures();
    }
  }
  return {200, "application/octet-stream", told.dump() + "\n" + pictures, ""};
}

}  // namespace

std::span<const Route> page_calls() {
  static constexpr auto kRoutes = std::to_array<Route>({
      {"GET", "/api/page", page, true},
      {"GET", "/api/changed", changed, true},
  });
  return kRoutes;
}

}  // namespace handbill::desk
