// SPDX-License-Identifier: MIT
#include "desk/desk.h"

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/content_hash.h"
#include "base/number.h"
#include "desk/fields.h"
#include "diag/guarded.h"
#include "diag/json_text.h"
#include "diag/render.h"
#include "png/load_png.h"

namespace handbill::desk {
namespace {

using Json = nlohmann::ordered_json;
using http::Answer;
using http::Call;

constexpr int kWrong = 400, kMissing = 404, kConflict = 409, kFault = 500;
constexpr double kLeastPpi = 10, kUsualPpi = 96, kMostPpi = 300;

Answer json(const Json& value, int status = 200) {
  return {status, "application/json", diag::json_text(value), ""};
}

Answer refused(int status, const std::string& message) {
  return json({{"message", message}}, status);
}

std::string language_of(const Call& call, const Session& session) {
  const std::string asked = call.parameter("language");
  const std::vector<std::string> all = session.languages();
  if (std::ranges::find(all, asked) != all.end()) return asked;
  return all.empty() || std::ranges::find(all, "en") != all.end() ? "en" : all.front();
}

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
    pages.push_back({{"name", page.name},
                     {"width", diag::json_points(page.trim.width)},
                     {"height", diag::json_points(page.trim.height)},
                     {"left", diag::json_points(-page.media.left)},
                     {"top", diag::json_points(-page.media.top)},
                     {"sheetWidth", diag::json_points(page.media.width)},
                     {"sheetHeight", diag::json_points(page.media.height)}});
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
  return json({{"project", name_of(session.project())},
               {"state", session.state()},
               {"language", language},
               {"languages", session.languages()},
               {"unsaved", session.unsaved()},
               {"documents", std::move(documents)}});
}

std::string_view state_word(Field::State state) {
  switch (state) {
    case Field::State::Missing:
      return "missing";
    case Field::State::Text:
      return "text";
    case Field::State::Blank:
      return "blank";
    case Field::State::None:
      return "none";
    case Field::State::Other:
      return "other";
  }
  return "";
}

std::string_view kind_word(Group::Kind kind) {
  switch (kind) {
    case Group::Kind::Facts:
      return "facts";
    case Group::Kind::Hours:
      return "hours";
    case Group::Kind::Words:
      return "words";
  }
  return "";
}

Answer fields(const Call& call, Session& session) {
  const std::string language = language_of(call, session);
  const std::vector<View>& views = session.views(language);
  Json groups = Json::array();
  for (const Group& group : groups_of(views, session.sources(), language)) {
    Json all = Json::array();
    for (const Field& each : group.fields) {
      all.push_back({{"path", each.path},
                     {"label", each.label},
                     {"type", each.type},
                     {"state", state_word(each.state)},
                     {"text", each.text},
                     {"documents", each.documents},
                     {"mayBeNone", each.may_be_none},
                     {"borrowed", each.is_borrowed}});
    }
    groups.push_back({{"kind", kind_word(group.kind)},
                      {"name", group.name},
                      {"file", group.file},
                      {"fields", std::move(all)}});
  }
  return json({{"state", session.state()}, {"groups", std::move(groups)}});
}

Answer problems(const Call& call, Session& session) {
  const std::string language = language_of(call, session);
  diag::Diagnostics all;
  const std::string document = call.parameter("document");
  for (const View& view : session.views(language)) {
    if (document.empty() || view.name == document) all.add_all(view.found);
  }
  const std::string found = diag::render_json(all, session.sources());
  return {200, "application/json",
          "{\"state\":" + std::to_string(session.state()) + ",\"problems\":" + found + "}", ""};
}

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

Answer refused(const Refusal& why) {
  Json answer = {{"message", why.message}};
  answer["why"] = why.why == Refusal::Why::Conflict     ? "conflict"
                  : why.why == Refusal::Why::NotWritten ? "not-written"
                                                        : "no-place";
  return json(answer, kConflict);
}

/// Nothing: the body is no change.
std::optional<Change> change_of(const Json& body) {
  const auto text_at = [&](const char* key) {
    const auto found = body.find(key);
    return found != body.end() && found->is_string() ? std::optional(found->get<std::string>())
                                                     : std::nullopt;
  };
  const auto path = text_at("path");
  const auto to = text_at("to");
  if (!path || path->empty() || !to) return std::nullopt;
  Change change{*path};
  change.text = text_at("text").value_or("");
  if (*to == "none")
    change.to = Change::To::None;
  else if (*to == "blank")
    change.to = Change::To::Blank;
  else if (*to != "text")
    return std::nullopt;
  return change;
}

Answer done(const Session& session) {
  return json({{"state", session.state()}, {"unsaved", session.unsaved()}});
}

Answer change(const Call& call, Session& session) {
  const Json body = Json::parse(call.body, nullptr, false);
  if (!body.is_object()) return refused(kWrong, "the body is no JSON object");
  const auto wanted = change_of(body);
  if (!wanted) return refused(kWrong, "a change has `path`, and `to`: text, blank or none");
  if (const auto why = session.change(language_of(call, session), *wanted)) return refused(*why);
  return done(session);
}

Answer undo(const Call&, Session& session) {
  if (!session.undo()) return refused(kConflict, "there is nothing to take back");
  return done(session);
}

Answer save(const Call&, Session& session) {
  if (const auto why = session.save()) return refused(*why);
  return done(session);
}

Answer discard(const Call&, Session& session) {
  session.discard();
  return done(session);
}

struct Route {
  std::string_view method, path;
  Answer (*answer)(const Call&, Session&);
};

constexpr auto kRoutes = std::to_array<Route>({
    {"GET", "/api/home", home},
    {"GET", "/api/page", page},
    {"GET", "/api/fields", fields},
    {"GET", "/api/problems", problems},
    {"POST", "/api/change", change},
    {"POST", "/api/undo", undo},
    {"POST", "/api/save", save},
    {"POST", "/api/discard", discard},
});

}  // namespace

Desk::Desk(world::Project project, build::Request request, std::function<void(std::uint64_t)> tell)
    : session_(std::move(project), std::move(request)), tell_(std::move(tell)) {}

http::Answer Desk::answer(const http::Call& call) {
  const auto route = std::ranges::find_if(kRoutes, [&](const Route& each) {
    return each.path == call.path && each.method == call.method;
  });
  if (route == kRoutes.end()) return refused(kMissing, "there is nothing of that name");
  std::uint64_t before = 0, after = 0;
  Answer answer = refused(kFault, "a fault of the program");
  {
    const std::lock_guard lock(mutex_);
    before = session_.state();
    diag::Diagnostics faults;
    diag::guarded(faults, [&] { answer = route->answer(call, session_); });
    after = session_.state();
  }
  if (after != before) tell_(after);
  return answer;
}

void Desk::look_at_disk() {
  std::uint64_t state = 0;
  {
    const std::lock_guard lock(mutex_);
    if (!session_.look_at_disk()) return;
    state = session_.state();
  }
  tell_(state);
}

}  // namespace handbill::desk
