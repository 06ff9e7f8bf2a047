// SPDX-License-Identifier: MIT
#include <array>

#include "content/us_state.h"
#include "desk/calls.h"
#include "desk/fields.h"

namespace handbill::desk {
namespace {

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

Json places_json(const Field& field) {
  Json all = Json::array();
  for (const PrintedPlace& each : field.places) {
    all.push_back({{"document", each.document}, {"side", each.side}, {"panel", each.panel}});
  }
  return all;
}

Json us_states() {
  Json all = Json::array();
  for (const content::UsState& each : content::us_states()) {
    all.push_back({{"code", each.code}, {"name", each.name}});
  }
  return all;
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
                     {"known", each.known},
                     {"form", each.form},
                     {"isText", each.is_text},
                     {"places", places_json(each)},
                     {"borrowed", each.is_borrowed}});
    }
    groups.push_back({{"kind", kind_word(group.kind)},
                      {"name", group.name},
                      {"file", group.file},
                      {"fields", std::move(all)}});
  }
  return kept(as_json({{"groups", std::move(groups)}, {"usStates", us_states()}}));
}

}  // namespace

std::span<const Route> field_calls() {
  static constexpr auto kRoutes = std::to_array<Route>({
      {"GET", "/api/fields", fields},
  });
  return kRoutes;
}

}  // namespace handbill::desk
