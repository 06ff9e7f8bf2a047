// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "desk/calls.h"
#include "desk/look.h"

namespace handbill::desk {
namespace {

double rounded(double value) { return std::round(value * 10) / 10; }

/// Type that would be hard to read, by document.
Json hard_to_read(const std::vector<View>& views) {
  Json found = Json::array();
  for (const View& view : views) {
    for (const diag::Diagnostic& each : view.found.list()) {
      if (each.id != diag::DiagnosticId::LowContrast) continue;
      found.push_back({{"document", view.name}, {"message", each.message}});
    }
  }
  return found;
}

Answer look(const Call& call, Session& session) {
  const std::vector<View>& views = session.views(language_of(call, session));
  Json colors = Json::array();
  for (const HouseColor& each : house_colors(views, session.sources())) {
    colors.push_back({{"name", each.name},
                      {"ink", each.ink},
                      {"sum", std::accumulate(each.ink.begin(), each.ink.end(), 0)},
                      {"hex", as_hex(each.shown)},
                      {"contrast", rounded(each.contrast)}});
  }
  return as_json({{"state", session.state()},
                  {"colors", std::move(colors)},
                  {"hardToRead", hard_to_read(views)}});
}

/// Nothing: it says none.
std::optional<Percents> ink_of(const Json& body, const std::vector<View>& views) {
  if (const auto hex = body.find("hex"); hex != body.end() && hex->is_string()) {
    const auto wanted = read_hex(hex->get<std::string>());
    if (!wanted) return std::nullopt;
    return ink_for(views, *wanted);
  }
  const auto list = body.find("ink");
  if (list == body.end() || !list->is_array() || list->size() != 4) return std::nullopt;
  Percents ink{};
  for (std::size_t i = 0; i < ink.size(); ++i) {
    if (!(*list)[i].is_number_integer()) return std::nullopt;
    const auto percent = (*list)[i].get<std::int64_t>();
    if (percent < 0 || percent > 100) return std::nullopt;
    ink[i] = static_cast<int>(percent);
  }
  return ink;
}

Answer set_color(const Call& call, Session& session) {
  const Json body = body_of(call);
  const std::string language = language_of(call, session);
  const auto name = body.is_null() ? body.end() : body.find("name");
  if (body.is_null() || name == body.end() || !name->is_string()) {
    return refused(kWrong, "a color has `name`, and `hex` or `ink`");
  }
  const auto ink = ink_of(body, session.views(language));
  if (!ink) return refused(kWrong, "a color is `#` and six digits, or four inks from 0 to 100");
  if (const auto why = set_house_color(session, language, name->get<std::string>(), *ink)) {
    return refused(*why);
  }
  return done(session);
}

}  // namespace

std::span<const Route> look_calls() {
  static constexpr auto kRoutes = std::to_array<Route>({
      {"GET", "/api/look", look},
      {"POST", "/api/color", set_color},
  });
  return kRoutes;
}

}  // namespace handbill::desk
