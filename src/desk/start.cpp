// SPDX-License-Identifier: MIT
#include "desk/start.h"

#include <filesystem>

#include "base/utf8.h"
#include "build/output_set.h"
#include "diag/file_reader.h"
#include "spec/edit_toml.h"
#include "world/new_project.h"

namespace handbill::desk {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kLongestName = 80;

/// A name that people type, as that of a folder on every system: "Dr. Ng / Chevy Chase" is
/// "Dr. Ng Chevy Chase". Empty: nothing is left.
std::string folder_name_of(std::string_view name) {
  if (find_invalid_utf8(name)) return "";
  std::string folder;
  for (const char c : name) {
    const bool is_taken = static_cast<unsigned char>(c) < ' ' || c == '\x7f' ||
                          std::string_view("/\\:*?\"<>|").find(c) != std::string_view::npos;
    const char kept = is_taken ? ' ' : c;
    if (kept == ' ' && (folder.empty() || folder.ends_with(' '))) continue;
    if (kept == '.' && folder.empty()) continue;
    folder += kept;
  }
  while (folder.ends_with(' ') || folder.ends_with('.')) folder.pop_back();
  return folder;
}

/// The name is a fact that all documents print.
void name_clinic(const std::string& folder, const std::string& name) {
  const std::string path = "content/en/clinic.toml";
  const diag::FileAnswer there = diag::DiskFiles({folder}).read(path);
  if (!there.bytes) return;
  diag::SourceMap sources;
  diag::Diagnostics unread;
  const diag::FileId file = sources.add(path, *there.bytes);
  const auto root = spec::read_toml(sources, file, unread);
  const auto edit =
      root ? spec::set_text({sources, file, *root}, "clinic.name", name) : std::nullopt;
  if (!edit) return;
  build::OutputSet set(folder + "/content/en", build::Durability::OnDisk);
  if (!set.add({{"clinic.toml", spec::edited(*there.bytes, {*edit})}})) set.publish({});
}

std::variant<std::string, Answer> made(const std::string& name, const ProjectFolders& places) {
  const std::string folder_name = folder_name_of(name);
  if (folder_name.empty() || name.size() > kLongestName) {
    return refused(kWrong, "a project has a name");
  }
  if (places.documents.empty()) return refused(kConflict, "there is no folder for documents");
  const std::string folder = places.documents + "/" + folder_name;
  std::error_code error;
  if (fs::exists(folder, error)) return refused(kConflict, "there is already one of this name");
  if (const auto failed = world::make_project(folder)) return refused(kConflict, *failed);
  name_clinic(folder, name);
  return folder;
}

}  // namespace

Answer start_page(const ProjectFolders& places) {
  Json names = Json::array();
  for (const std::string& each : places.known) names.push_back(fs::path(each).filename().string());
  return as_json({{"start", std::move(names)}});
}

std::variant<std::string, Answer> started(const Call& call, const ProjectFolders& places) {
  const Json body = body_of(call);
  if (body.is_null()) return refused(kWrong, "the body is no JSON object");
  if (const auto name = body.find("name"); name != body.end() && name->is_string()) {
    return made(name->get<std::string>(), places);
  }
  const auto which = body.find("open");
  if (which == body.end() || !which->is_number_unsigned() ||
      which->get<std::uint64_t>() >= places.known.size()) {
    return refused(kMissing, "there is no such project");
  }
  return places.known[which->get<std::size_t>()];
}

}  // namespace handbill::desk
