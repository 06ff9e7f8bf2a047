// SPDX-License-Identifier: MIT
#include <array>

#include "desk/calls.h"

namespace handbill::desk {
namespace {

std::string_view why_word(Conflict::Why why) {
  switch (why) {
    case Conflict::Why::Values:
      return "values";
    case Conflict::Why::Gone:
      return "gone";
    case Conflict::Why::Unreadable:
      return "unreadable";
  }
  return "";
}

/// Files that others have changed too, with the values that somebody has to decide on.
Answer conflicts(const Call&, Session& session) {
  Json all = Json::array();
  for (const Conflict& each : session.conflicts()) {
    Json values = Json::array();
    for (const Overlap& value : each.values) {
      values.push_back({{"path", value.path},
                        {"before", value.before},
                        {"mine", value.mine},
                        {"theirs", value.theirs}});
    }
    all.push_back(
        {{"file", each.file}, {"why", why_word(each.why)}, {"values", std::move(values)}});
  }
  return as_json({{"state", session.state()}, {"conflicts", std::move(all)}});
}

/// `path` is left out of a file that is gone or can't be read.
Answer decide(const Call& call, Session& session) {
  const Json body = body_of(call);
  const std::string file = text_at(body, "file");
  const std::string keep = text_at(body, "keep");
  if (file.empty() || (keep != "mine" && keep != "theirs")) {
    return refused(kWrong, "a decision has `file`, `path`, and `keep`: mine or theirs");
  }
  const Keep whose = keep == "mine" ? Keep::Mine : Keep::Theirs;
  if (!session.decide(file, text_at(body, "path"), whose)) {
    return refused(kMissing, "nothing of that name is to be decided");
  }
  return done(session);
}

}  // namespace

std::span<const Route> conflict_calls() {
  static constexpr auto kRoutes = std::to_array<Route>({
      {"GET", "/api/conflicts", conflicts},
      {"POST", "/api/decide", decide},
  });
  return kRoutes;
}

}  // namespace handbill::desk
