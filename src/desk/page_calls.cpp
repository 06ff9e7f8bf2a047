// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "base/content_hash.h"
#include "base/number.h"
#include "desk/calls.h"
#include "png/load_png.h"

namespace handbill::desk {
namespace {

constexpr double kLeastPpi = 10, kUsualPpi = 96, kMostPpi = 300;

Answer page(const Call& call, Session& session) {
  const View* view = session.view(language_of(call, session), call.parameter("document"));
  if (view == nullptr) return refused(kMissing, "there is no such document");
  if (!view->drawn) {
    return refused(kConflict, "the document has faults that keep it from being drawn");
  }
  const auto number = parse_number(call.parameter("page"));
  const auto ppi = parse_number(call.parameter("ppi"));
  const display::PageList& pages = *view->drawn->pages;
  const double wanted = number.value_or(1);
  if (wanted < 1 || wanted > static_cast<double>(pages.pages.size())) {
    return refused(kMissing, "there is no such page");
  }
  const auto index = static_cast<std::size_t>(wanted) - 1;
  const double asked = std::clamp(ppi.value_or(kUsualPpi), kLeastPpi, kMostPpi);
  const std::string tag =
      content_hash_hex(view->look + " " + std::to_string(index) + " " + std::to_string(asked));
  if (call.if_none_match == "\"" + tag + "\"") return {200, "image/png", "", tag};
  diag::Diagnostics diags;
  auto png = png::write_png(pages, index, session.run().workspace.fonts, view->drawn->press,
                            {asked, false}, diags);
  if (!png) return refused(kFault, "the picture could not be drawn");
  return {200, "image/png", std::move(*png), tag};
}

}  // namespace

std::span<const Route> page_calls() {
  static constexpr auto kRoutes = std::to_array<Route>({
      {"GET", "/api/page", page},
  });
  return kRoutes;
}

}  // namespace handbill::desk
