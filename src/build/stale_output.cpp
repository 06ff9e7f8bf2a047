// SPDX-License-Identifier: MIT
#include "build/stale_output.h"

#include <algorithm>
#include <filesystem>

#include "build/inputs.h"
#include "build/output_set.h"
#include "pdf/document_information.h"

namespace handbill::build {
namespace fs = std::filesystem;
namespace {

/// The list of inputs stands near the end of a file, behind pictures and fonts.
constexpr std::size_t kMostOfEnd = std::size_t{4} << 20;

std::vector<std::string> documents_in(const std::string& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator at(folder, error); !error && at != fs::directory_iterator();
       at.increment(error)) {
    std::string name = at->path().filename().string();
    const bool may_tell = name.ends_with(".pdf") || name.ends_with(".html");
    if (may_tell && !name.starts_with('.')) names.push_back(std::move(name));
  }
  std::ranges::sort(names);
  return names;
}

struct Difference {
  std::string text;  ///< "`content/en/hours.toml` has changed, `layouts/art/own.svg` is gone"
  bool can_be_made = true;  ///< its layout is still there
};

Difference difference(const manifest::Manifest& made, Run& run) {
  constexpr std::size_t kMostNamed = 3;
  const std::string_view words =
      std::string_view(made.command)
          .substr(std::min<std::size_t>(made.command.size(), std::string_view("build ").size()));
  const std::string layout = "layouts/" + std::string(words.substr(0, words.find(' '))) + ".toml";
  Difference result;
  std::string& text = result.text;
  std::size_t count = 0;
  for (const manifest::Input& input : made.inputs) {
    if (manifest::origin_of(input) == diag::Origin::Machine) continue;
    const InputState state = state_now(input, run);
    if (state == InputState::Missing && input.path == layout) result.can_be_made = false;
    if (state == InputState::Same || ++count > kMostNamed) continue;
    text += (text.empty() ? "`" : ", `") + std::string(manifest::file_of(input)) + "` " +
            (state == InputState::Changed ? "has changed" : "is gone");
  }
  if (count > kMostNamed) text += " and " + std::to_string(count - kMostNamed) + " more";
  return result;
}

}  // namespace

void report_stale_output(const std::vector<std::string>& written, Run& run) {
  diag::Diagnostics found;
  for (const std::string& name : documents_in(run.request.folder)) {
    if (std::ranges::find(written, name) != written.end()) continue;
    const std::string path = path_in(run.request.folder, name);
    const auto ends = diag::read_ends(path, kMostOfEnd);
    const auto made = ends ? manifest::read_manifest(ends->last, pdf::kXmpNamespace) : std::nullopt;
    if (!made) continue;
    const Difference differs = difference(*made, run);
    const std::string quoted = "`" + path + "`";
    if (!differs.text.empty()) {
      found.warning(diag::DiagnosticId::StaleOutput, {},
                    quoted + " does not tell what the files tell now: " + differs.text,
                    {differs.can_be_made
                         ? "make it again with `handbill " + made->command + "`, or throw it away"
                         : "no layout makes it any more: throw it away"});
    } else if (made->command.find(" --set ") != std::string::npos) {
      found.warning(diag::DiagnosticId::StaleOutput, {},
                    quoted + " tells what was set for one run: `handbill " + made->command + "`",
                    {"make it again without `--set`, or throw it away"});
    }
  }
  passes(found, run);
}

}  // namespace handbill::build
