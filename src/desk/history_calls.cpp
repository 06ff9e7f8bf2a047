// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "base/content_hash.h"
#include "base/number.h"
#include "desk/calls.h"
#include "desk/compared_text.h"
#include "desk/disk_run.h"
#include "desk/save_version.h"

namespace handbill::desk {
namespace {

/// Of a list that people look through.
constexpr std::size_t kMostListed = 200;
constexpr double kVersionPpi = 96;

Answer history(const Call&, Session& session) {
  Json versions = Json::array();
  for (const build::SavedVersion& each : session.versions().history().list(kMostListed)) {
    versions.push_back({{"id", each.id},
                        {"time", each.time},
                        {"title", each.note.title},
                        {"changed", each.note.changed},
                        {"by", each.by}});
  }
  return as_json({{"state", session.state()}, {"versions", std::move(versions)}});
}

/// The document of a comparison in the language that is looked at; null: it was not compared.
const build::DocumentDiff* document_in(const build::Diff& diff, const std::string& language) {
  for (const build::DocumentDiff& each : diff.documents) {
    if (each.language == language) return &each;
  }
  return diff.documents.empty() ? nullptr : &diff.documents.front();
}

struct Asked {
  const build::Diff* diff = nullptr;
  const build::DocumentDiff* document = nullptr;
  Answer refusal{};  ///< where there is none
};

Asked comparison_of(const Call& call, Session& session) {
  const View* view = view_of(call, session);
  if (view == nullptr) return {.refusal = refused(kMissing, "there is no such document")};
  const build::Diff* diff =
      session.versions().compared(call.parameter("version"), view->name, session);
  if (diff == nullptr) return {.refusal = refused(kMissing, "there is no such version")};
  const auto* document = document_in(*diff, language_of(call, session));
  if (document == nullptr) {
    return {.refusal = refused(kConflict, "the document could not be read in that version")};
  }
  return {diff, document, {}};
}

Json pages_json(const build::DocumentDiff& document) {
  Json pages = Json::array();
  for (const build::PageChange& each : document.pages) {
    Json areas = Json::array();
    const auto& told = each.after ? document.after->pages.at(*each.after)
                                  : document.before->pages.at(*each.before);
    for (const Rect& area : each.areas) areas.push_back(box_json(area, told.size));
    pages.push_back({{"name", each.name},
                     {"before", each.before ? Json(*each.before + 1) : Json()},
                     {"after", each.after ? Json(*each.after + 1) : Json()},
                     {"areas", std::move(areas)}});
  }
  return pages;
}

Json facts_json(const build::Diff& diff) {
  Json facts = Json::array();
  for (const build::FactChange& each : diff.facts) {
    facts.push_back({{"path", each.path},
                     {"before", each.before ? Json(*each.before) : Json()},
                     {"after", each.after ? Json(*each.after) : Json()}});
  }
  return facts;
}

Answer compare(const Call& call, Session& session) {
  const Asked asked = comparison_of(call, session);
  if (asked.document == nullptr) return asked.refusal;
  const build::DocumentDiff& document = *asked.document;
  using State = build::DocumentDiff::State;
  static const std::vector<compare::Passage> kNone;
  return as_json(
      {{"state", session.state()},
       {"isSame", document.state == State::Same},
       {"isNew", document.state == State::Added},
       {"facts", facts_json(*asked.diff)},
       {"changes", changes_json(document.changes,
                                document.before != nullptr ? document.before->passages : kNone,
                                document.after != nullptr ? document.after->passages : kNone)},
       {"before", document.before != nullptr ? document.before->pages.size() : 0},
       {"pages", pages_json(document)}});
}

/// A page as it was.
Answer page_then(const Call& call, Session& session) {
  const Asked asked = comparison_of(call, session);
  if (asked.document == nullptr) return asked.refusal;
  const build::ToldDocument* before = asked.document->before;
  const double wanted = parse_number(call.parameter("page")).value_or(1);
  if (before == nullptr || wanted < 1 || wanted > static_cast<double>(before->pages.size())) {
    return refused(kMissing, "there is no such page");
  }
  const auto index = static_cast<std::size_t>(wanted) - 1;
  const std::string tag = content_hash_hex("then " + before->pages[index].look);
  if (call.if_none_match == "\"" + tag + "\"") return {200, "image/png", "", tag};
  auto png = before->draw ? before->draw(index, kVersionPpi) : std::nullopt;
  if (!png) return refused(kFault, "the picture could not be drawn");
  return {200, "image/png", std::move(*png), tag};
}

Answer go_back_to(const Call& call, Session& session) {
  const Json body = body_of(call);
  const std::string version = text_at(body, "version");
  if (version.empty()) return refused(kWrong, "it is a `version` that is gone back to");
  const KeptWork kept = go_back(session, version);
  if (!kept.refusal) return done(session, kept.trouble);
  if (kept.refusal->why != Refusal::Why::NoPlace) return refused(*kept.refusal);
  return refused(kMissing, kept.refusal->message);
}

}  // namespace

std::span<const Route> history_calls() {
  static constexpr auto kRoutes = std::to_array<Route>({
      {"GET", "/api/history", history},
      {"GET", "/api/history/compare", compare},
      {"GET", "/api/history/page", page_then},
      {"POST", "/api/history/back", go_back_to},
  });
  return kRoutes;
}

}  // namespace handbill::desk
