// SPDX-License-Identifier: MIT
#include <algorithm>
#include <charconv>

#include "build/git.h"
#include "build/git_files.h"
#include "build/history.h"
#include "diag/diagnostic.h"

namespace handbill::build {
namespace {

/// What the desk knows of a version stands in its commit on lines that begin so.
constexpr std::string_view kChangedLine = "Changed: ";

std::string message_of(const VersionNote& note) {
  std::string text = note.title + "\n";
  for (const std::string& each : note.changed) {
    if (&each == &note.changed.front()) text += "\n";
    text += std::string(kChangedLine) + each + "\n";
  }
  return text;
}

/// Why git did not take it, in words for people.
std::string trouble_in(const Answer& answer) {
  const auto says = [&](const char* words) {
    return answer.complaint.find(words) != std::string::npos;
  };
  if (says(".lock")) return "git is busy with the project, so that no version was kept";
  if (says("during a merge") || says("during a cherry-pick") || says("during a rebase")) {
    return "git is in the midst of a merge, so that no version was kept";
  }
  return "git kept no version: " + first_line(answer.complaint);
}

std::vector<std::string_view> parts_of(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = std::min(text.find(at), text.size());
    parts.push_back(text.substr(0, end));
    if (end == text.size()) return parts;
    text.remove_prefix(end + 1);
  }
}

/// "HASH\x1fTIME\x1fAUTHOR\x1fTITLE\x1fBODY"
std::optional<SavedVersion> version_in(std::string_view entry) {
  const auto parts = parts_of(entry, '\x1f');
  if (parts.size() != 5 || !is_git_hash(parts[0])) return std::nullopt;
  SavedVersion version{std::string(parts[0]), 0, {std::string(parts[3])}, std::string(parts[2])};
  std::from_chars(parts[1].data(), parts[1].data() + parts[1].size(), version.time);
  for (const std::string_view line : parts_of(parts[4], '\n')) {
    if (line.starts_with(kChangedLine)) {
      version.note.changed.emplace_back(line.substr(kChangedLine.size()));
    }
  }
  return version;
}

class GitHistory final : public History {
 public:
  explicit GitHistory(world::Project project) : project_(std::move(project)) {}

  std::vector<SavedVersion> list(std::size_t most) const override {
    const Answer logged = run_git(project_, {"log", "-z", "-n", std::to_string(most),
                                             "--format=%H%x1f%ct%x1f%an%x1f%s%x1f%b", "--", "."});
    std::vector<SavedVersion> versions;
    if (!logged.is_good) return versions;  // there is no commit yet
    for (const std::string_view each : parts_of(logged.said, '\0')) {
      if (auto version = version_in(each)) versions.push_back(std::move(*version));
    }
    return versions;
  }

  std::shared_ptr<const diag::FileReader> files(const std::string& id) const override {
    if (!is_git_hash(id)) return nullptr;
    diag::Diagnostics unheard;
    const auto revision = open_revision(project_, id, unheard);
    return revision ? revision->files : nullptr;
  }

  std::optional<std::string> keep_found(const std::vector<std::string>& paths) override {
    if (changed_among(paths).empty()) return std::nullopt;
    return keep(paths, {"Keep what was changed outside the desk"});
  }

  std::optional<std::string> keep(const std::vector<std::string>& paths,
                                  const VersionNote& note) override {
    const std::vector<std::string> changed = changed_among(paths);
    if (changed.empty()) return std::nullopt;
    // A commit of named files takes only those that git knows.
    if (const Answer known = run_git(project_, with({"add", "-N", "--"}, changed));
        !known.is_good) {
      return trouble_in(known);
    }
    std::vector<std::string> words = author();
    words.insert(words.end(), {"-c", "commit.gpgSign=false", "commit", "--quiet", "--no-verify",
                               "--cleanup=verbatim", "-F", "-", "--only", "--"});
    const Answer made = run_git(project_, with(std::move(words), changed), message_of(note));
    return made.is_good ? std::nullopt : std::optional(trouble_in(made));
  }

 private:
  static std::vector<std::string> with(std::vector<std::string> words,
                                       const std::vector<std::string>& paths) {
    // Names are no patterns.
    for (const std::string& each : paths) words.push_back(":(literal)" + each);
    return words;
  }

  /// Those of the paths that are not as the last commit has them.
  std::vector<std::string> changed_among(const std::vector<std::string>& paths) const {
    std::vector<std::string> changed;
    for (const std::string& each : paths) {
      const Answer told =
          run_git(project_, with({"status", "--porcelain", "--untracked-files=all", "--"}, {each}));
      if (told.is_good && !told.said.empty()) changed.push_back(each);
    }
    return changed;
  }

  /// For a computer where nobody has told git who works at it.
  std::vector<std::string> author() const {
    if (run_git(project_, {"config", "user.email"}).is_good) return {};
    return {"-c", "user.name=The desk", "-c", "user.email=desk@localhost"};
  }

  world::Project project_;
};

}  // namespace

std::unique_ptr<History> git_history_of(const world::Project& project) {
  const Answer found = run_git(project, {"rev-parse", "--is-inside-work-tree"});
  if (!found.was_found || first_line(found.said) != "true") return nullptr;
  if (run_git(project, {"check-ignore", "--quiet", "layouts"}).is_good) return nullptr;
  return std::make_unique<GitHistory>(project);
}

std::unique_ptr<History> history_of(const world::Project& project) {
  if (auto git = git_history_of(project)) return git;
  return own_history_of(project);
}

}  // namespace handbill::build
