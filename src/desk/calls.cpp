// SPDX-License-Identifier: MIT
#include "desk/calls.h"

#include <algorithm>

#include "base/content_hash.h"
#include "diag/json_text.h"

namespace handbill::desk {

Answer as_json(const Json& value, int status) {
  return {status, "application/json", diag::json_text(value), ""};
}

Answer refused(int status, const std::string& message) {
  return as_json({{"message", message}}, status);
}

Answer refused(const Refusal& why) {
  Json answer = {{"message", why.message}};
  answer["why"] = why.why == Refusal::Why::Conflict     ? "conflict"
                  : why.why == Refusal::Why::NotWritten ? "not-written"
                                                        : "no-place";
  return as_json(answer, kConflict);
}

Answer done(const Session& session, const std::string& told) {
  Json answer = {{"state", session.state()}, {"unsaved", session.unsaved()}};
  if (!told.empty()) answer["told"] = told;
  return as_json(answer);
}

std::string language_of(const Call& call, const Session& session) {
  const std::string asked = call.parameter("language");
  const std::vector<std::string> all = session.languages();
  if (std::ranges::find(all, asked) != all.end()) return asked;
  return all.empty() || std::ranges::find(all, "en") != all.end() ? "en" : all.front();
}

std::optional<std::string> text_in(const Json& body, const char* key) {
  if (!body.is_object()) return std::nullopt;
  const auto found = body.find(key);
  if (found == body.end() || !found->is_string()) return std::nullopt;
  return found->get<std::string>();
}

Answer kept(Answer answer) {
  answer.etag = content_hash_hex(answer.body);
  return answer;
}

Json body_of(const Call& call) {
  Json body = Json::parse(call.body, nullptr, false);
  return body.is_object() ? body : Json(nullptr);
}

std::string text_at(const Json& body, const char* key) { return text_in(body, key).value_or(""); }

}  // namespace handbill::desk
