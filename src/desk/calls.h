// SPDX-License-Identifier: MIT
// The calls of the desk's page, by what they are about. Each is answered from the session alone.
#pragma once

#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <string_view>

#include "desk/session.h"
#include "http/server.h"

namespace handbill::desk {

using Json = nlohmann::ordered_json;
using http::Answer;
using http::Call;

/// What is wrong with a call, what there is not, what can't be done now, a fault of the program.
constexpr int kWrong = 400, kMissing = 404, kConflict = 409, kFault = 500;

struct Route {
  std::string_view method, path;
  Answer (*answer)(const Call&, Session&);
};

std::span<const Route> home_calls();
std::span<const Route> page_calls();
std::span<const Route> field_calls();
std::span<const Route> problem_calls();
std::span<const Route> change_calls();

Answer as_json(const Json& value, int status = 200);
Answer refused(int status, const std::string& message);
Answer refused(const Refusal& why);
/// After a change: the number of the state, and what is not saved.
Answer done(const Session& session);

/// That of the documents a call is about.
std::string language_of(const Call& call, const Session& session);
/// Null: the body is no JSON object.
Json body_of(const Call& call);

}  // namespace handbill::desk
