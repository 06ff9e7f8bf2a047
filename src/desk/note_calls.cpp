// SPDX-License-Identifier: MIT
// What people at the desk ask of the designer.
#include <array>

#include "build/notes.h"
#include "build/today.h"
#include "desk/calls.h"
#include "spec/written_date.h"

namespace handbill::desk {
namespace {

/// Bytes of what a person writes, and of what a problem says.
constexpr std::size_t kLongestNote = 4000;

Answer notes(const Call&, Session& session) {
  diag::SourceMap sources;
  diag::Diagnostics unread;
  Json all = Json::array();
  for (const build::Note& each : build::read_notes(session.files(), sources, unread)) {
    all.push_back({{"date", spec::iso_date(each.date)},
                   {"document", each.document},
                   {"language", each.language},
                   {"about", each.about},
                   {"problem", each.problem},
                   {"words", each.words}});
  }
  return as_json({{"state", session.state()}, {"notes", std::move(all)}});
}

Answer note(const Call& call, Session& session) {
  const Json body = body_of(call);
  if (body.is_null()) return refused(kWrong, "the body is no JSON object");
  const std::string language = language_of(call, session);
  session.views(language);
  build::Note note{{},
                   text_at(body, "document"),
                   language,
                   text_at(body, "about"),
                   text_at(body, "problem"),
                   text_at(body, "words")};
  const bool says_something = !note.problem.empty() || !note.words.empty();
  for (const std::string* each : {&note.document, &note.about, &note.problem, &note.words}) {
    if (each->size() > kLongestNote) return refused(kWrong, "a note has up to 4,000 signs");
  }
  diag::Diagnostics found;
  const auto today = build::today_of(session.run().request, found);
  if (!says_something || !today) return refused(kWrong, "there is no `problem` and no `words`");
  note.date = *today;
  if (auto failed = build::append_note(session.project(), note, found)) {
    return refused(kConflict, *failed);
  }
  session.look_at_disk();
  return done(session);
}

}  // namespace

std::span<const Route> note_calls() {
  static constexpr auto kRoutes = std::to_array<Route>({
      {"GET", "/api/notes", notes},
      {"POST", "/api/note", note},
  });
  return kRoutes;
}

}  // namespace handbill::desk
