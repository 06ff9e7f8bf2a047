// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "desk/calls.h"
#include "desk/document_json.h"
#include "desk/documents.h"
#include "desk/shelf.h"

namespace handbill::desk {
namespace {

/// Longer than any title of a document.
constexpr std::size_t kLongestTitle = 200;

/// Of the body's object; empty: it is not there, or no text.
std::string text_of(const Json& body, const char* key) {
  const auto found = body.is_object() ? body.find(key) : body.end();
  return body.is_object() && found != body.end() && found->is_string() ? found->get<std::string>()
                                                                       : std::string();
}

/// After files have come or gone.
Answer looked_again(Session& session, Json answer) {
  session.look_at_disk();
  answer["state"] = session.state();
  return as_json(answer);
}

Answer templates(const Call&, Session& session) {
  Json all = Json::array();
  for (const View& view : session.templates().views("en")) {
    if (!view.drawn) continue;
    all.push_back({{"name", view.name},
                   {"title", view.compiled->document->metadata.title},
                   {"shelf", word_of(shelf_of(*view.drawn))},
                   {"look", view.look},
                   {"pages", sizes_of(view)},
                   {"cover", cover_json(view)}});
  }
  return as_json({{"templates", std::move(all)}});
}

Answer template_page(const Call& call, Session& session) {
  for (const Route& each : page_calls()) {
    if (each.path == "/api/page") return each.answer(call, session.templates());
  }
  return refused(kMissing, "there is no such page");
}

Answer make(const Call& call, Session& session, NewDocument::Of of, const char* key) {
  const Json body = body_of(call);
  const NewDocument wanted{of, text_of(body, key), text_of(body, "title")};
  const bool has_name = wanted.title.find_first_not_of(" \t\r\n") != std::string::npos;
  if (wanted.from.empty() || !has_name || wanted.title.size() > kLongestTitle) {
    return refused(kWrong, "a new document has a name, and one to begin with");
  }
  if (wanted.from.find('/') != std::string::npos) {
    return refused(kMissing, "there is no such document");
  }
  const auto made = make_document(wanted, session.project(), session.files());
  if (const auto* why = std::get_if<Refusal>(&made)) return refused(*why);
  return looked_again(session, {{"name", std::get<std::string>(made)}});
}

Answer new_document(const Call& call, Session& session) {
  return make(call, session, NewDocument::Of::Template, "template");
}
Answer copy(const Call& call, Session& session) {
  return make(call, session, NewDocument::Of::Copy, "document");
}

Answer away(const Call& call, Session& session) {
  const std::string name = text_of(body_of(call), "document");
  const std::vector<std::string> unsaved = session.unsaved();
  if (std::ranges::find(unsaved, "layouts/" + name + ".toml") != unsaved.end()) {
    return refused(kConflict, "save your changes first");
  }
  if (const auto why = put_away(session.project(), name)) return refused(*why);
  return looked_again(session, {{"name", name}});
}

Answer back(const Call& call, Session& session) {
  const std::string name = text_of(body_of(call), "document");
  if (const auto why = bring_back(session.project(), name)) return refused(*why);
  return looked_again(session, {{"name", name}});
}

}  // namespace

std::span<const Route> document_calls() {
  static constexpr auto kRoutes = std::to_array<Route>({
      {"GET", "/api/templates", templates},
      {"GET", "/api/template-page", template_page},
      {"POST", "/api/new", new_document},
      {"POST", "/api/copy", copy},
      {"POST", "/api/put-away", away},
      {"POST", "/api/bring-back", back},
  });
  return kRoutes;
}

}  // namespace handbill::desk
