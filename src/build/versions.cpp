// SPDX-License-Identifier: MIT
#include "build/versions.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "build/git_files.h"
#include "build/tell_pdf.h"
#include "build/tell_project.h"
#include "diag/report_file.h"

namespace handbill::build {
namespace {

namespace fs = std::filesystem;

std::optional<Version> project_at(const std::string& folder, diag::Diagnostics& diags) {
  auto project = world::find_project(folder);
  if (!project) {
    diags.error(diag::DiagnosticId::NoProject, {},
                "`" + folder + "` is no project: no folder from it upwards has a `layouts` folder",
                {"name the folder of a project, a PDF, or a revision"});
    return std::nullopt;
  }
  auto files = std::make_shared<diag::DiskFiles>(project->files());
  return Version{.name = folder,
                 .title = folder == "." ? "the project as it is now" : folder,
                 .project = std::move(project),
                 .files = std::move(files)};
}

bool is_pdf_name(std::string_view name) { return name.ends_with(".pdf") || name.ends_with(".PDF"); }

}  // namespace

std::optional<Version> open_version(const std::string& name, const std::string& other,
                                    diag::Diagnostics& diags) {
  std::error_code error;
  const auto status = fs::status(name, error);
  if (fs::is_directory(status)) return project_at(name, diags);
  if (fs::exists(status) || is_pdf_name(name)) {
    return Version{.name = name, .title = name, .kind = Version::Kind::Pdf};
  }
  auto project = world::find_project(".");
  if (!project && fs::is_directory(other, error)) project = world::find_project(other);
  if (!project) {
    diags.error(diag::DiagnosticId::NoProject, {},
                "`" + name + "` is no file or folder, and there is no project here",
                {"a revision is one of the project of the current folder"});
    return std::nullopt;
  }
  const auto revision = open_revision(*project, name, diags);
  if (!revision) return std::nullopt;
  const bool is_short = name == revision->commit;
  return Version{.name = name,
                 .title = "revision " + name + (is_short ? "" : " (" + revision->commit + ")"),
                 .project = std::move(project),
                 .files = revision->files};
}

ToldVersion tell_version(const Version& version, const VersionsRequest& request) {
  return version.kind == Version::Kind::Pdf ? tell_pdf(version, request)
                                            : tell_project(version, request);
}

}  // namespace handbill::build
