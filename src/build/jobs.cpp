// SPDX-License-Identifier: MIT
// Which documents a command is about: layouts, languages and shops of the command line.
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <set>

#include "base/ascii.h"
#include "base/nearest.h"
#include "build/project_files.h"
#include "build/run.h"
#include "diag/near_file.h"
#include "diag/open_file.h"
#include "diag/report_file.h"
#include "document/edition.h"
#include "spec/parse_layout.h"
#include "spec/parse_shop.h"

namespace handbill::build {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kAllLanguages = "all";

/// "hours-placard", "hours-placard.toml" or "layouts/hours-placard.toml", seen from the project.
std::optional<std::string> find_layout(const std::string& named, Run& run) {
  const std::string with_ending = named.ends_with(".toml") ? named : named + ".toml";
  const std::string inside = fs::path(with_ending).lexically_normal().string();
  for (const std::string& path : {inside, "layouts/" + inside}) {
    if (run.files.read(path).state != diag::FileState::Missing) return path;
  }
  // A path from the current folder may name a file of the project too.
  std::error_code error;
  const fs::path relative = fs::relative(with_ending, run.workspace.project.root, error);
  if (!error && run.files.read(relative.string()).bytes) return relative.string();
  std::vector<std::string> known;
  for (const std::string& layout : project_layouts(run.workspace.project))
    known.push_back(stem(layout));
  std::vector<std::string> hints;
  if (const auto near = nearest(named, known)) {
    hints.push_back("did you mean `" + *near + "`?");
  } else if (!known.empty()) {
    std::string all = "the project has";
    for (const std::string& each : known) all += (all.ends_with("has") ? " `" : ", `") + each + "`";
    hints.push_back(std::move(all));
  }
  run.diags.error(diag::DiagnosticId::FileMissing, {}, "there is no layout `" + named + "`",
                  std::move(hints));
  return std::nullopt;
}

/// Why the layouts can't be listed; empty: they can.
std::string trouble_to_list(const Run& run) {
  const diag::OpenFile folder = diag::open_below(run.workspace.project.root, "layouts");
  return folder.is_open() ? "" : std::strerror(errno);
}

std::vector<std::string> wanted_layouts(Run& run) {
  if (run.request.layouts.empty()) {
    auto all = project_layouts(run.workspace.project);
    const diag::FileAnswer folder = run.files.read("layouts");
    if (folder.state != diag::FileState::Folder) {
      diag::report_file(run.files, "layouts", folder, {}, run.diags);
    } else if (const std::string trouble = trouble_to_list(run); all.empty() && !trouble.empty()) {
      run.diags.error(diag::DiagnosticId::FileUnreadable, {},
                      "`layouts` can't be read: " + trouble);
    } else if (all.empty()) {
      run.diags.error(diag::DiagnosticId::NoProject, {}, "the project has no layout to build",
                      {"a layout is a file of `layouts/` that ends in `.toml`"});
    }
    for (const auto& [path, meant] : misnamed_layouts(run.workspace.project)) {
      run.diags.error(diag::DiagnosticId::FileMisnamed, {},
                      "`" + path + "` can't be a document, as its name does not end in `.toml`",
                      {"name it `" + meant + "`, or put it elsewhere"});
    }
    return all;
  }
  std::vector<std::string> found;
  for (const std::string& named : run.request.layouts) {
    auto path = find_layout(named, run);
    if (path && std::ranges::find(found, *path) == found.end()) found.push_back(std::move(*path));
  }
  return found;
}

/// "a3 landscape" as part of a file name: "-a3-landscape"; "24 × 36 in": "-24-x-36-in".
std::string trim_suffix(std::string_view trim) {
  constexpr std::string_view kCross = "\u00d7";
  std::string suffix;
  bool is_gap = !trim.empty();
  for (std::size_t i = 0; i < trim.size(); ++i) {
    const bool is_cross = trim.substr(i).starts_with(kCross);
    const char c = is_cross ? 'x' : to_lower(trim[i]);
    if (is_cross) i += kCross.size() - 1;
    const bool is_part = is_letter(c) || is_digit(c) || c == '.';
    if (is_part && is_gap) suffix += '-';
    if (is_part) suffix += c;
    is_gap = !is_part;
  }
  return suffix;
}

/// The endings of files tell two of the editions.
std::string edition_suffix(std::optional<Edition> edition) {
  using enum Edition;
  if (!edition || edition == Standard || edition == Html || edition == Braille) return "";
  return "-" + std::string(facts_of(*edition).name);
}

/// Editions of words share their name with the PDF.
std::string_view ending_of(const Job& job) {
  return job.edition ? facts_of(*job.edition).ending : std::string_view();
}

void report_language(const std::string& asked, const std::vector<std::string>& known, Run& run) {
  const std::string folder = "content/" + asked;
  const bool is_renamed = diag::near_folder(run.files, folder).has_value();
  if (known.empty() || is_renamed) {
    const auto missing = diag::missing_folder(run.files, folder + "/");
    return diag::report_missing_folder(run.files, missing.value_or(folder), {}, run.diags);
  }
  std::string all = "there is";
  for (const std::string& each : known) all += " `content/" + each + "`";
  run.diags.error(diag::DiagnosticId::FileMissing, {}, "there is no folder `" + folder + "`",
                  {std::move(all)});
}

std::vector<std::string> wanted_languages(Run& run) {
  std::vector<std::string> languages;
  const auto add = [&](const std::string& language) {
    if (std::ranges::find(languages, language) == languages.end()) languages.push_back(language);
  };
  const auto known = project_languages(run.workspace.project);
  for (const std::string& asked : run.request.languages) {
    if (asked == kAllLanguages) {
      for (const std::string& each : known) add(each);
    } else if (std::ranges::find(known, asked) != known.end()) {
      add(asked);
    } else {
      report_language(asked, known, run);
    }
  }
  return languages;
}

/// Nothing: an asked-for shop does not exist, which is reported.
std::vector<std::string> wanted_shops(Run& run) {
  std::vector<std::string> shops;
  for (const std::string& asked : run.request.shops) {
    if (std::ranges::find(shops, asked) != shops.end()) continue;
    if (document::is_old_office(asked, run.files)) continue;
    if (asked != "none" && !spec::find_shop(asked, {}, run.files, run.diags)) return {};
    shops.push_back(asked);
  }
  if (shops.empty()) shops.emplace_back();
  return shops;
}

/// What a layout is made as.
struct Making {
  std::optional<Edition> edition;
  std::string shop;
};

/// Each edition for each shop; those that no print shop prints once, beside those that one does.
std::vector<Making> wanted_makings(Run& run) {
  const auto shops = wanted_shops(run);
  std::vector<std::optional<Edition>> editions(run.request.editions.begin(),
                                               run.request.editions.end());
  const bool says_office = std::ranges::any_of(run.request.shops, [&](const std::string& shop) {
    return document::is_old_office(shop, run.files);
  });
  if (says_office) {
    document::tell_old_office({}, run.diags);
    editions.emplace_back(Edition::Office);
  }
  const bool has_other_shops = !shops.empty() && !shops.front().empty();
  if (run.request.editions.empty() && (!says_office || has_other_shops)) {
    editions.insert(editions.begin(), std::nullopt);
  }
  const bool is_for_shops = std::ranges::any_of(
      editions, [](std::optional<Edition> each) { return !each || document::takes_shop(*each); });
  std::vector<Making> makings;
  for (const auto& edition : editions) {
    if (edition && !document::takes_shop(*edition) && is_for_shops) {
      if (!shops.empty()) makings.push_back({edition, {}});
      continue;
    }
    for (const std::string& shop : shops) makings.push_back({edition, shop});
  }
  return makings;
}

bool are_for_several_shops(const std::vector<Making>& makings) {
  return std::ranges::any_of(makings, [&](const Making& each) {
    return !each.shop.empty() && !makings.front().shop.empty() && each.shop != makings.front().shop;
  });
}

}  // namespace

std::string stem(const std::string& layout) { return fs::path(layout).stem().string(); }

std::string Job::name(const Request& request) const {
  const bool is_imposed = !request.imposition.empty() && request.imposition != "none";
  return stem(layout) + trim_suffix(request.trim) + (one_of_shops ? "-" + shop : "") +
         edition_suffix(edition) + (is_imposed ? "-" + request.imposition : "") +
         (language.empty() ? "" : "." + language);
}

std::vector<Job> wanted_jobs(Run& run) {
  std::vector<Job> jobs;
  auto languages = wanted_languages(run);
  if (languages.empty() && !run.request.languages.empty()) return jobs;
  if (languages.empty()) languages.emplace_back();
  const std::vector<Making> makings = wanted_makings(run);
  const bool are_several = are_for_several_shops(makings);
  const bool are_all =
      std::ranges::find(run.request.languages, kAllLanguages) != run.request.languages.end();
  for (const std::string& layout : wanted_layouts(run)) {
    const auto first = are_all ? spec::first_of_two(run.files, layout) : std::nullopt;
    for (const std::string& language : languages) {
      // A language stands beside itself in no layout.
      if (first == language) continue;
      for (const Making& making : makings) {
        jobs.push_back(
            {layout, language, making.shop, making.edition, are_several && !making.shop.empty()});
      }
    }
  }
  return jobs;
}

std::vector<Edition> editions_named(const std::vector<std::string>& words) {
  std::vector<Edition> editions;
  for (const EditionFacts& each : kEditions) {
    const bool is_asked = std::ranges::any_of(
        words, [&](const std::string& word) { return word == each.name || word == "all"; });
    if (is_asked) editions.push_back(each.edition);
  }
  return editions;
}

bool names_differ(const std::vector<Job>& jobs, Run& run) {
  std::set<std::string> seen;
  for (const Job& job : jobs) {
    if (seen.insert(job.name(run.request) + std::string(ending_of(job))).second) continue;
    run.diags.error(diag::DiagnosticId::DuplicateName, {},
                    "two of the layouts are called `" + stem(job.layout) + "`",
                    {"build them one at a time, into folders of their own"});
    return false;
  }
  return true;
}

}  // namespace handbill::build
