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

/// What is wrong with a call, what there is not, what can't be done now, a fault of the program,
/// and what is put off because something is changed first: ask again.
constexpr int kWrong = 400, kMissing = 404, kConflict = 409, kFault = 500, kPutOff = 202;

struct Route {
  std::string_view method, path;
  Answer (*answer)(const Call&, Session&);
  /// A change waits until it is answered.
  bool goes_on = false;
};

std::span<const Route> home_calls();
std::span<const Route> look_calls();
std::span<const Route> document_calls();
std::span<const Route> page_calls();
std::span<const Route> field_calls();
std::span<const Route> hours_calls();
std::span<const Route> problem_calls();
std::span<const Route> text_calls();
std::span<const Route> list_calls();
std::span<const Route> translation_calls();
std::span<const Route> note_calls();
std::span<const Route> change_calls();
std::span<const Route> conflict_calls();
std::span<const Route> review_calls();
std::span<const Route> history_calls();
std::span<const Route> print_calls();
std::span<const Route> order_calls();

Answer as_json(const Json& value, int status = 200);
Answer refused(int status, const std::string& message);
Answer refused(const Refusal& why);
/// After a change: the number of the state, and what is not saved. `told`: what people should know
/// of it, if anything.
Answer done(const Session& session, const std::string& told = {});

/// That of the documents a call is about.
std::string language_of(const Call& call, const Session& session);
/// Null: the body is no JSON object.
Json body_of(const Call& call);
/// Nothing: there is no text of that name.
std::optional<std::string> text_in(const Json& body, const char* key);
/// With a tag of what it says, so that it is not sent again as long as it says the same.
Answer kept(Answer answer);
/// Empty: there is no text of that name.
std::string text_at(const Json& body, const char* key);

}  // namespace handbill::desk
