// SPDX-License-Identifier: MIT
// Texts where they stand: places on the pages, findings at their words, room left, fixes taken.
#include <algorithm>
#include <array>
#include <cmath>

#include "desk/calls.h"
#include "desk/findings.h"
#include "desk/places.h"
#include "desk/room.h"
#include "diag/hinted_fix.h"
#include "diag/render.h"
#include "spec/edit_toml.h"
#include "spec/text_pairs.h"
#include "spelling/own_words.h"

namespace handbill::desk {
namespace {

/// Hundredths of per cent are finer than a pixel.
double per_cent(Length part, Length whole) {
  return std::round(part.pt() / whole.pt() * 10000) / 100;
}

Json box_json(const Rect& box, const Size& trim) {
  return {{"left", per_cent(box.left, trim.width)},
          {"top", per_cent(box.top, trim.height)},
          {"width", per_cent(box.width, trim.width)},
          {"height", per_cent(box.height, trim.height)}};
}

Answer places(const Call& call, Session& session) {
  const View* view = session.view(language_of(call, session), call.parameter("document"));
  if (view == nullptr) return refused(kMissing, "there is no such document");
  Json all = Json::array();
  for (const Place& place : places_of(*view)) {
    Json boxes = Json::array();
    const Size trim = view->drawn->pages->pages[place.page].trim;
    for (const Rect& box : place.boxes) boxes.push_back(box_json(box, trim));
    all.push_back({{"path", place.path}, {"page", place.page}, {"boxes", std::move(boxes)}});
  }
  // What names a file is no text for people: "icon" of "art/step-{icon}.svg".
  const auto file_keys = spec::keys_of_files(session.sources());
  return as_json({{"state", session.state()},
                  {"look", view->look},
                  {"places", std::move(all)},
                  {"fileKeys", std::vector<std::string>(file_keys.begin(), file_keys.end())}});
}

Json finding_json(const Finding& finding, const diag::SourceMap& sources) {
  diag::Diagnostics one;
  one.add(*finding.told);
  Json json = Json::parse(diag::render_json(one, sources))[0];
  json["begin"] = finding.begin;
  json["end"] = finding.end;
  if (json["id"] == "unknown-word") json["word"] = sources.text(finding.told->span);
  return json;
}

/// Where an entry of a list stands in it; null: it is of none.
Json list_json(const std::vector<View>& views, std::string_view path) {
  for (std::size_t dot = path.rfind('.'); dot != path.npos; dot = path.rfind('.', dot - 1)) {
    const spec::Value* list = value_at(views, path.substr(0, dot));
    if (list != nullptr && list->as_array() != nullptr) {
      const std::string_view rest = path.substr(dot + 1);
      const std::string number(rest.substr(0, rest.find('.')));
      return {{"path", std::string(path.substr(0, dot)) + "." + number},
              {"index", std::stoul(number)},
              {"size", list->as_array()->size()}};
    }
    if (dot == 0) break;
  }
  return nullptr;
}

Answer text(const Call& call, Session& session) {
  const std::vector<View>& views = session.views(language_of(call, session));
  const std::string path = call.parameter("path");
  const spec::Value* value = value_at(views, path);
  if (value == nullptr || value->as_string() == nullptr) {
    return refused(kMissing, "there is no such text");
  }
  Json findings = Json::array();
  for (const Finding& each : findings_of(views, path)) {
    findings.push_back(finding_json(each, session.sources()));
  }
  return as_json({{"state", session.state()},
                  {"text", *value->as_string()},
                  {"findings", std::move(findings)},
                  {"list", list_json(views, path)}});
}

Answer room(const Call& call, Session& session) {
  const std::string language = language_of(call, session);
  const View* view = session.view(language, call.parameter("document"));
  const std::string path = call.parameter("path");
  const spec::Value* value = view == nullptr ? nullptr : value_at({*view}, path);
  if (value == nullptr || value->as_string() == nullptr) {
    return refused(kMissing, "there is no such text");
  }
  const Fits fits = [&](const std::string& tried) -> std::optional<bool> {
    const Trial trial = session.with_text(*view, path, tried);
    if (trial.is_placed) return true;
    const bool is_over = std::ranges::any_of(trial.found.list(), [](const diag::Diagnostic& each) {
      return each.id == diag::DiagnosticId::Overset;
    });
    return is_over ? std::optional(false) : std::nullopt;
  };
  const auto found = room_of(*value->as_string(), language, fits);
  Json answer = {{"state", session.state()}, {"isKnown", found.has_value()}};
  if (!found) return as_json(answer);
  answer["left"] = found->left;
  answer["over"] = found->over;
  answer["isMost"] = found->is_most;
  answer["inCharacters"] = found->in_characters;
  if (found->leave_out) {
    answer["leaveOut"] = *found->leave_out;
    answer["without"] = found->without;
  }
  return as_json(answer);
}

std::size_t number_at(const Json& json, const char* key) {
  const auto found = json.find(key);
  return found != json.end() && found->is_number_unsigned() ? found->get<std::size_t>() : 0;
}

/// The edit that a finding of any document has, and that the page was told. Nothing: none has it
/// any more.
std::optional<diag::Fix> told_fix(const Json& asked, const std::vector<View>& views,
                                  const diag::SourceMap& sources) {
  const auto file = sources.find(text_at(asked, "file"));
  if (!file) return std::nullopt;
  const auto is_at = [&](std::uint32_t offset, const char* line, const char* column) {
    const diag::LineColumn at = sources.position(*file, offset);
    return at.line == number_at(asked, line) && at.column == number_at(asked, column);
  };
  for (const View& view : views) {
    for (const diag::Diagnostic& each : view.found.list()) {
      const auto fix = diag::fix_of(each, sources);
      if (!fix || fix->span.file != *file || fix->replacement != text_at(asked, "replacement")) {
        continue;
      }
      if (is_at(fix->span.begin, "line", "column") &&
          is_at(fix->span.end, "end_line", "end_column"))
        return fix;
    }
  }
  return std::nullopt;
}

/// The fix of `told` in a text that is no longer the same: where its lines stand. Nothing: they do
/// not, or more than once.
std::optional<std::string> with_fix(diag::Fix fix, const std::string& told,
                                    const std::string& text) {
  if (text != told) {
    const std::size_t before = told.rfind('\n', fix.span.begin);
    const std::size_t begin = before == told.npos ? 0 : before + 1;
    const std::size_t end = std::min(told.find('\n', fix.span.end), told.size());
    const std::string lines = told.substr(begin, end - begin);
    const std::size_t at = text.find(lines);
    if (at == text.npos || text.find(lines, at + 1) != text.npos) return std::nullopt;
    fix.span.begin = static_cast<std::uint32_t>(fix.span.begin - begin + at);
    fix.span.end = static_cast<std::uint32_t>(fix.span.end - begin + at);
  }
  return spec::edited(text, {fix});
}

Answer take(const Call& call, Session& session) {
  const Json body = body_of(call);
  const auto asked = body.is_null() ? body.end() : body.find("fix");
  if (asked == body.end() || !asked->is_object()) return refused(kWrong, "there is no `fix`");
  const auto fix = told_fix(*asked, session.views(language_of(call, session)), session.sources());
  const std::string file = fix ? session.sources().name(fix->span.file) : "";
  if (!file.starts_with("content/")) return refused(kConflict, "the text is another one by now");
  const std::string told(session.sources().text(fix->span.file));
  const auto why = session.edit_file(
      file, [told, fix = *fix](const std::string& text) { return with_fix(fix, told, text); });
  return why ? refused(*why) : done(session);
}

/// Those of one language stand beside its texts, where there is such a file.
Answer know(const Call& call, Session& session) {
  const std::string word = text_at(body_of(call), "word");
  const bool is_word = !word.empty() && word.size() <= spelling::kLongestOwnWord &&
                       word.find_first_of("\n\r#") == word.npos;
  if (!is_word) return refused(kWrong, "there is no `word`");
  const std::string own = "content/" + language_of(call, session) + "/words.txt";
  const bool has_own = session.files().read(own).bytes.has_value();
  const auto why = session.edit_file(has_own ? own : std::string(spelling::kOwnWordsFile),
                                     [word](const std::string& text) -> std::optional<std::string> {
                                       const bool is_whole = text.empty() || text.ends_with('\n');
                                       return text + (is_whole ? "" : "\n") + word + "\n";
                                     });
  return why ? refused(*why) : done(session);
}

}  // namespace

std::span<const Route> text_calls() {
  static constexpr auto kRoutes = std::to_array<Route>({
      {"GET", "/api/places", places},
      {"GET", "/api/text", text},
      {"GET", "/api/room", room},
      {"POST", "/api/take", take},
      {"POST", "/api/know", know},
  });
  return kRoutes;
}

}  // namespace handbill::desk
