// SPDX-License-Identifier: MIT
#include <array>

#include "desk/calls.h"
#include "desk/document_json.h"
#include "desk/documents.h"

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

Answer home(const Call& call, Session& session) {
  const std::string language = language_of(call, session);
  const std::vector<View>& views = session.views(language);
  const auto old = old_copies(views, session.run());
  Json documents = Json::array();
  for (const View& view : views) {
    const bool has_title = view.compiled && view.compiled->document;
    const auto copies = old.find(view.name);
    documents.push_back({{"name", view.name},
                         {"title", has_title ? view.compiled->document->metadata.title : view.name},
                         {"shelf", view.drawn ? word_of(shelf_of(*view.drawn)) : "sheets"},
                         {"look", view.look},
                         {"isOld", view.drawn != view.compiled},
                         {"pages", sizes_of(view)},
                         {"cover", cover_json(view)},
                         {"oldCopies", copies == old.end() ? 0 : copies->second},
                         {"counts", counts(view)}});
  }
  return as_json({{"project", title_of(session.project(), views)},
                  {"state", session.state()},
                  {"language", language},
                  {"languages", session.languages()},
                  {"unsaved", session.unsaved()},
                  {"away", documents_put_away(session.project())},
                  {"documents", std::move(documents)}});
}

/// The page is open still.
Answer here(const Call&, Session&) { return as_json(Json::object()); }

}  // namespace

std::span<const Route> home_calls() {
  static constexpr auto kRoutes = std::to_array<Route>({
      {"GET", "/api/home", home},
      {"GET", "/api/here", here},
  });
  return kRoutes;
}

}  // namespace handbill::desk
