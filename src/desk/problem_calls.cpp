// SPDX-License-Identifier: MIT
#include <array>

#include "desk/calls.h"
#include "diag/render.h"

namespace handbill::desk {
namespace {

Answer problems(const Call& call, Session& session) {
  const std::string language = language_of(call, session);
  diag::Diagnostics all;
  const std::string document = call.parameter("document");
  for (const View& view : session.views(language)) {
    if (document.empty() || view.name == document) all.add_all(view.found);
  }
  const std::string found = diag::render_json(all, session.sources());
  return kept({200, "application/json", "{\"problems\":" + found + "}", ""});
}

}  // namespace

std::span<const Route> problem_calls() {
  static constexpr auto kRoutes = std::to_array<Route>({
      {"GET", "/api/problems", problems},
  });
  return kRoutes;
}

}  // namespace handbill::desk
