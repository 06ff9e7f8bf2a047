// SPDX-License-Identifier: MIT
#include <array>
#include <filesystem>

#include "desk/calls.h"
#include "diag/json_text.h"
#include "display/painted_box.h"

namespace handbill::desk {
namespace {

/// Of a document: what must be mended before it is printed, what may be looked at, and what is
/// still to be filled in.
Json counts(const View& view) {
  std::size_t blanks = 0, drafts = 0, mend = 0;
  for (const diag::Diagnostic& each : view.found.list()) {
    if (each.id == diag::DiagnosticId::BlankFact)
      ++blanks;
    else if (each.id == diag::DiagnosticId::DraftContent)
      ++drafts;
    else if (each.severity == diag::Severity::Error)
      ++mend;
  }
  const std::size_t warnings = view.found.warning_count() - blanks - drafts;
  return {{"mend", mend},
          {"look", warnings},
          {"consider", view.found.considered_count()},
          {"blanks", blanks},
          {"drafts", drafts}};
}

std::string name_of(const world::Project& project) {
  std::error_code error;
  return std::filesystem::canonical(project.root, error).filename().string();
}

Json sizes_of(const View& view) {
  Json pages = Json::array();
  if (!view.drawn) return pages;
  for (const display::Page& page : view.drawn->pages->pages) {
    const Rect shown = display::shown_area(page);
    pages.push_back({{"name", page.name},
                     {"width", diag::json_points(page.trim.width)},
                     {"height", diag::json_points(page.trim.height)},
                     {"left", diag::json_points(-shown.left)},
                     {"top", diag::json_points(-shown.top)},
                     {"sheetWidth", diag::json_points(shown.width)},
                     {"sheetHeight", diag::json_points(shown.height)}});
  }
  return pages;
}

Answer home(const Call& call, Session& session) {
  const std::string language = language_of(call, session);
  Json documents = Json::array();
  for (const View& view : session.views(language)) {
    const bool has_title = view.compiled && view.compiled->document;
    documents.push_back({{"name", view.name},
                         {"title", has_title ? view.compiled->document->metadata.title : view.name},
                         {"look", view.look},
                         {"isOld", view.drawn != view.compiled},
                         {"pages", sizes_of(view)},
                         {"counts", counts(view)}});
  }
  return as_json({{"project", name_of(session.project())},
                  {"state", session.state()},
                  {"language", language},
                  {"languages", session.languages()},
                  {"unsaved", session.unsaved()},
                  {"documents", std::move(documents)}});
}

}  // namespace

std::span<const Route> home_calls() {
  static constexpr auto kRoutes = std::to_array<Route>({
      {"GET", "/api/home", home},
  });
  return kRoutes;
}

}  // namespace handbill::desk
