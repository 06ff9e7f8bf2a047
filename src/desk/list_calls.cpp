// SPDX-License-Identifier: MIT
// Entries of lists: another one, one less, another order.
#include <array>

#include "base/number.h"
#include "desk/calls.h"
#include "spec/edit_list.h"

namespace handbill::desk {
namespace {

/// "aftercare.do", 2 of "aftercare.do.2".
struct EntryPath {
  std::string list;
  std::size_t index = 0;
  std::string text() const { return list + "." + std::to_string(index); }
};

std::optional<EntryPath> entry_path(const std::string& path) {
  const std::size_t dot = path.rfind('.');
  const auto number = dot == path.npos ? std::nullopt : parse_number(path.substr(dot + 1));
  constexpr double kMost = 10000;
  if (!number || *number < 0 || *number > kMost) return std::nullopt;
  return EntryPath{path.substr(0, dot), static_cast<std::size_t>(*number)};
}

/// Where the entry stands after it.
EntryPath after(EntryPath entry, const std::string& what) {
  if (what == "copy" || what == "down") ++entry.index;
  if ((what == "remove" || what == "up") && entry.index > 0) --entry.index;
  return entry;
}

spec::Edits changed_list(const spec::TomlFile& toml, const EntryPath& entry,
                         const std::string& what) {
  if (what == "copy") return spec::copy_entry(toml, entry.text());
  if (what == "remove") return spec::remove_entry(toml, entry.text());
  if (what == "down") return spec::swap_entries(toml, entry.text());
  if (what == "up" && entry.index > 0) return spec::swap_entries(toml, after(entry, what).text());
  return {};
}

Answer list(const Call& call, Session& session) {
  const Json body = body_of(call);
  const auto entry = body.is_null() ? std::nullopt : entry_path(text_at(body, "path"));
  if (!entry) return refused(kWrong, "a list is changed at the `path` of an entry");
  const std::string language = language_of(call, session);
  const auto file = session.file_of(language, entry->text());
  if (!file || !file->starts_with("content/" + language + "/")) {
    return refused(kConflict, "this list has no entries of its own in this language");
  }
  const std::string what = text_at(body, "do");
  const auto change = [entry = *entry,
                       what](const std::string& text) -> std::optional<std::string> {
    diag::SourceMap sources;
    diag::Diagnostics unread;
    const diag::FileId id = sources.add("", text);
    const auto root = spec::read_toml(sources, id, unread);
    if (!root) return std::nullopt;
    const spec::Edits edits = changed_list({sources, id, *root}, entry, what);
    return edits.empty() ? std::nullopt : std::optional(spec::edited(text, edits));
  };
  const auto why = session.edit(language, entry->list, change);
  if (why) return refused(*why);
  return as_json({{"state", session.state()}, {"path", after(*entry, what).text()}});
}

}  // namespace

std::span<const Route> list_calls() {
  static constexpr auto kRoutes = std::to_array<Route>({{"POST", "/api/list", list}});
  return kRoutes;
}

}  // namespace handbill::desk
