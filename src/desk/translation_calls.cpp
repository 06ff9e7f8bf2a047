// SPDX-License-Identifier: MIT
// Texts beside their originals, and which of them were made from other words.
#include <algorithm>
#include <array>
#include <set>

#include "build/record_translations.h"
#include "build/today.h"
#include "desk/calls.h"
#include "records/roles.h"

namespace handbill::desk {
namespace {

using Kind = records::TextState::Kind;

std::string_view state_word(const records::TextState& state) {
  switch (state.kind) {
    case Kind::Current:
      return state.is_reviewed ? "reviewed" : "current";
    case Kind::SourceChanged:
      return "stale";
    case Kind::TranslationChanged:
      return "changed";
    case Kind::Unrecorded:
      return "unrecorded";
  }
  return "";
}

Json pair_json(const spec::TextPair& pair, const std::string& subject,
               const records::TranslationLedger& ledger) {
  const std::string& source = *pair.source->as_string();
  const std::string* own = pair.translation == nullptr ? nullptr : pair.translation->as_string();
  Json json = {{"path", pair.path}, {"source", source}, {"text", own == nullptr ? "" : *own}};
  if (own == nullptr || own->empty()) {
    json["state"] = "missing";
    return json;
  }
  const records::TextState state = ledger.state_of({subject, pair.path, source, *own});
  json["state"] = state_word(state);
  if (state.kind == Kind::SourceChanged) {
    json["before"] = state.by->source->value;
    json["changed"] = records::what_changed(state.by->source->value, source);
  }
  return json;
}

/// Roles that may say that a text is up to date.
Json translators(const Session& session, const std::string& language) {
  Json names = Json::array();
  diag::SourceMap sources;
  diag::Diagnostics unread;
  const auto roles = spec::parse_roles(session.files(), sources, unread);
  if (!roles) return names;
  for (const auto& each : roles->roles) {
    if (!records::refusal(roles, each.name, records::Task::Translate, language)) {
      names.push_back(each.name);
    }
  }
  return names;
}

Answer translation(const Call& call, Session& session) {
  const std::string language = language_of(call, session);
  const std::vector<View>& views = session.views(language);
  diag::SourceMap sources;
  diag::Diagnostics unread;
  const auto records = spec::parse_translated(session.files(), sources, unread);
  const spec::TranslatedSpec none;
  const records::TranslationLedger ledger(records ? *records : none, language);
  const auto file_keys = spec::keys_of_files(session.sources());
  Json texts = Json::array();
  std::string original;
  std::set<std::string> subjects;
  for (const View& view : views) {
    if (!view.compiled || !view.compiled->content) continue;
    const spec::ContentSpec& content = view.compiled->content->as_read();
    for (const spec::ContentSpec::File& file : content.files) {
      if (!file.translation || !subjects.insert(file.subject).second) continue;
      original = file.translation->language;
      const spec::Translatable what{content.facts, file_keys};
      const auto pairs = spec::text_pairs(file.translation->original, &file.translation->own, what);
      for (const spec::TextPair& pair : pairs) {
        texts.push_back(pair_json(pair, file.subject, ledger));
      }
    }
  }
  return as_json({{"state", session.state()},
                  {"original", original},
                  {"roles", translators(session, language)},
                  {"texts", std::move(texts)}});
}

/// What is not saved is, first: the ledger speaks of files.
Answer translated(const Call& call, Session& session) {
  const Json body = body_of(call);
  const std::string path = text_at(body, "path"), role = text_at(body, "role");
  if (path.empty() || role.empty()) return refused(kWrong, "there is no `path`, or no `role`");
  const std::string language = language_of(call, session);
  session.views(language);
  if (const auto why = session.save()) return refused(*why);
  diag::SourceMap sources;
  diag::Diagnostics found;
  const auto today = build::today_of(session.run().request, found);
  const auto texts =
      build::read_language(session.project(), language, build::MustExist::Yes, sources, found);
  if (!today || !texts) return refused(kConflict, "this language has no texts of its own");
  const auto chosen = build::chosen_texts(*texts, {path}, found);
  if (chosen.empty()) return refused(kMissing, "there is no such text");
  const auto recorded = build::record_translations(
      session.project(), *texts, chosen, {role, records::Work::Translated, *today}, found);
  if (recorded.failure) return refused(kConflict, *recorded.failure);
  if (found.has_errors()) return refused(kConflict, found.list().back().message);
  session.look_at_disk();
  return done(session);
}

}  // namespace

std::span<const Route> translation_calls() {
  static constexpr auto kRoutes = std::to_array<Route>({
      {"GET", "/api/translation", translation},
      {"POST", "/api/translated", translated},
  });
  return kRoutes;
}

}  // namespace handbill::desk
