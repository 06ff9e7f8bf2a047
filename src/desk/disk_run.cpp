// SPDX-License-Identifier: MIT
#include "desk/disk_run.h"

#include <algorithm>

#include "diag/held_files.h"
#include "spec/edit_toml.h"

namespace handbill::desk {
namespace {

std::string own_language(const View& view) {
  const bool says = view.compiled && view.compiled->layout && view.compiled->layout->language;
  return says ? view.compiled->layout->language->value : "en";
}

build::Request request_for(const Session& session, const View& view) {
  build::Request request = session.run().request;
  request.layouts = {view.job.layout};
  // Files of the layout's own language are not called by it.
  request.languages.clear();
  if (view.job.language != own_language(view)) request.languages = {view.job.language};
  request.audience = build::Audience::People;
  return request;
}

workspace::Workspace workspace_for(const Session& session,
                                   std::shared_ptr<const diag::FileReader> files) {
  const world::Project& project = session.project();
  if (!files) files = std::make_shared<diag::DiskFiles>(project.files());
  return {project, std::move(files), session.run().workspace.reader};
}

std::string without_marks(std::string text) {
  std::erase(text, '`');
  return text;
}

}  // namespace

DiskRun::DiskRun(const Session& session, const View& view,
                 std::shared_ptr<const diag::FileReader> files)
    : request(request_for(session, view)),
      workspace(workspace_for(session, std::move(files))),
      run(workspace, request) {}

std::shared_ptr<const diag::FileReader> with_layout_values(
    const Session& session, const View& view,
    const std::vector<std::pair<std::string, std::string>>& values) {
  auto held = std::make_shared<diag::HeldFiles>(
      std::make_shared<diag::DiskFiles>(session.project().files()));
  for (const auto& [path, value] : values) {
    const auto bytes = held->read(view.job.layout).bytes;
    if (!bytes) break;
    diag::SourceMap sources;
    diag::Diagnostics unheard;
    const diag::FileId file = sources.add(view.job.layout, *bytes);
    const auto root = spec::read_toml(sources, file, unheard);
    if (!root) break;
    if (const auto edit = spec::set_text({sources, file, *root}, path, value)) {
      held->hold(view.job.layout, spec::edited(*bytes, {*edit}));
    }
  }
  return held;
}

Json errors_of(const diag::Diagnostics& found) {
  Json errors = Json::array();
  for (const diag::Diagnostic& each : found.list()) {
    if (each.severity != diag::Severity::Error) continue;
    Json message = without_marks(each.message);
    if (std::ranges::find(errors, message) == errors.end()) errors.push_back(std::move(message));
  }
  return errors;
}

Answer refused_for(const diag::Diagnostics& found, const std::string& message) {
  return as_json({{"message", message}, {"problems", errors_of(found)}}, kConflict);
}

std::optional<Answer> refused_unsaved(const Session& session) {
  if (session.unsaved().empty()) return std::nullopt;
  return as_json({{"message", "save what you have changed first"}, {"why", "unsaved"}}, kConflict);
}

const View* view_of(const Call& call, Session& session) {
  return session.view(language_of(call, session), call.parameter("document"));
}

const View* view_of(const Call& call, const Json& body, Session& session) {
  return session.view(language_of(call, session), text_at(body, "document"));
}

}  // namespace handbill::desk
