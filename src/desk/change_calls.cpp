// SPDX-License-Identifier: MIT
#include <array>
#include <optional>

#include "base/ascii.h"
#include "base/number.h"
#include "content/date.h"
#include "desk/calls.h"
#include "desk/save_version.h"

namespace handbill::desk {
namespace {

/// A date, a number, true or false, as TOML has them.
bool is_plain(const std::string& text) {
  if (text == "true" || text == "false") return true;
  if (const auto date = content::parse_date(text)) return content::is_real_date(*date);
  const bool is_plain_number = !text.empty() && text.size() < 16 && is_digit(text.back()) &&
                               text.find_first_not_of("-.0123456789") == text.npos;
  const std::size_t first = text.starts_with('-') ? 1 : 0;
  const bool has_zero = text.size() > first + 1 && text[first] == '0' && text[first + 1] != '.';
  return is_plain_number && !has_zero && is_digit(text[first]) && parse_number(text).has_value();
}

/// Nothing: the body is no change.
std::optional<Change> change_of(const Json& body) {
  const auto path = text_in(body, "path");
  const auto to = text_in(body, "to");
  if (!path || path->empty() || !to) return std::nullopt;
  Change change{*path};
  change.text = text_at(body, "text");
  if (*to == "none")
    change.to = Change::To::None;
  else if (*to == "blank")
    change.to = Change::To::Blank;
  else if (*to == "plain" && is_plain(change.text))
    change.to = Change::To::Plain;
  else if (*to != "text")
    return std::nullopt;
  return change;
}

Answer change(const Call& call, Session& session) {
  const Json body = body_of(call);
  if (body.is_null()) return refused(kWrong, "the body is no JSON object");
  const auto wanted = change_of(body);
  if (!wanted) return refused(kWrong, "a change has `path`, and `to`: text, plain, blank or none");
  if (const auto why = session.change(language_of(call, session), *wanted)) return refused(*why);
  return done(session);
}

Answer undo(const Call&, Session& session) {
  if (!session.undo()) return refused(kConflict, "there is nothing to take back");
  return done(session);
}

Answer save(const Call&, Session& session) {
  const KeptWork kept = save_as_version(session);
  return kept.refusal ? refused(*kept.refusal) : done(session, kept.trouble);
}

Answer discard(const Call&, Session& session) {
  session.discard();
  return done(session);
}

}  // namespace

std::span<const Route> change_calls() {
  static constexpr auto kRoutes = std::to_array<Route>({
      {"POST", "/api/change", change},
      {"POST", "/api/undo", undo},
      {"POST", "/api/save", save},
      {"POST", "/api/discard", discard},
  });
  return kRoutes;
}

}  // namespace handbill::desk
