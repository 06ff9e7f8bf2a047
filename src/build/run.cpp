// SPDX-License-Identifier: MIT
#include "build/run.h"

#include <algorithm>
#include <array>
#include <thread>

#include "build/approvals.h"
#include "build/judge_for_readers.h"
#include "build/judge_translation.h"
#include "build/kept_file.h"
#include "build/today.h"
#include "build/version.h"
#include "diag/guarded.h"
#include "diag/render_sarif.h"
#include "html/write_findings.h"
#include "spec/fact_path.h"

namespace handbill::build {
namespace {

/// The fact that stands at the place of a diagnostic, or at one that explains it.
std::string fact_of(const diag::Diagnostic& diagnostic, const spec::FactPaths& facts) {
  std::string path = facts.path_of(diagnostic.span);
  for (const diag::Label& label : diagnostic.labels) {
    if (path.empty()) path = facts.path_of(label.span);
  }
  return path;
}

}  // namespace

std::shared_ptr<confined::Reader> reader_for(Reading reading,
                                             std::vector<confined::Opener> to_open) {
  return reading == Reading::Apart ? confined::reader_apart(std::move(to_open))
                                   : confined::reader_here();
}

workspace::Workspace open_workspace(world::Project project, const Request& request,
                                    std::vector<confined::Opener> to_open) {
  // First of all: what is there by then is copied.
  std::shared_ptr<confined::Reader> reader = reader_for(request.reading, std::move(to_open));
  auto files = std::make_shared<diag::DiskFiles>(project.files());
  return {std::move(project), std::move(files), std::move(reader),
          [folder = request.cache_folder] { return recall(folder, kKeptPhones); }};
}

std::vector<std::unique_ptr<workspace::Workspace>> open_beside(
    const world::Project& project, const Request& request,
    const std::vector<confined::Opener>& to_open) {
  const auto is_one = [](const std::vector<std::string>& asked) { return asked.size() <= 1; };
  const bool is_one_document = request.layouts.size() == 1 && is_one(request.languages) &&
                               is_one(request.shops) &&
                               request.languages != std::vector<std::string>{"all"};
  std::vector<std::unique_ptr<workspace::Workspace>> beside;
  const std::size_t wanted = request.jobs > 0 ? request.jobs : std::thread::hardware_concurrency();
  for (std::size_t i = 1; i < std::min(wanted, kMostAtOnce) && !is_one_document; ++i) {
    beside.emplace_back(new workspace::Workspace(open_workspace(project, request, to_open)));
  }
  return beside;
}

namespace {

/// A file that can't be read is told once, however many documents name it.
bool is_told_of_file(const diag::Diagnostic& found, const diag::Diagnostics& told) {
  using enum diag::DiagnosticId;
  constexpr std::array kAboutFiles = {FileMissing, FileUnreadable, OutsideProject, TooLarge};
  if (std::ranges::find(kAboutFiles, found.id) == kAboutFiles.end()) return false;
  return std::ranges::any_of(told.list(), [&](const diag::Diagnostic& each) {
    return each.id == found.id && each.message == found.message;
  });
}

}  // namespace

namespace {

std::vector<std::string> settings_of(const Job& job, const Request& request) {
  std::vector<std::string> all = job.settings;
  all.insert(all.end(), request.settings.begin(), request.settings.end());
  return all;
}

Compiled compile_from(const diag::FileReader& files, const Job& job, Run& run,
                      diag::Diagnostics& diags) {
  workspace::Workspace& workspace = run.workspace;
  return compile({.files = files,
                  .layout = job.layout,
                  .settings = settings_of(job, run.request),
                  .press = workspace.press,
                  .hyphens = workspace.hyphens,
                  .shops = workspace.shops,
                  .pictures = workspace.pictures,
                  .shapes = workspace.shapes,
                  .products = workspace.products,
                  .phones = &workspace.phones,
                  .trim = run.request.trim,
                  .edition = job.edition,
                  .language = job.language,
                  .shop = job.shop,
                  .imposition = run.request.imposition,
                  .repairs = run.request.fix ? Repairs::All : Repairs::AsShop,
                  .between_stages = run.between_stages},
                 workspace.fonts, run.sources, diags);
}

/// About what it takes in memory.
std::size_t bytes_of(const Compiled& compiled) {
  constexpr std::size_t kOfItem = 512;
  std::size_t bytes = std::size_t{64} << 10U;  // of layout and content
  if (!compiled.pages) return bytes;
  for (const display::Page& page : compiled.pages->pages) bytes += page.items.size() * kOfItem;
  for (const auto& picture : compiled.pages->pictures) bytes += picture->bytes.size();
  return bytes;
}

}  // namespace

namespace {

/// Judged by the calendar, and so apart from what is compiled.
void add_approval_dates(const Compiled& compiled, const Request& request,
                        diag::Diagnostics& diags) {
  if (!compiled.approval || !compiled.approval->is_approved()) return;
  diag::Diagnostics of_day;  // told by whoever judges words
  if (const auto today = today_of(request, of_day)) {
    tell_approval_dates(*compiled.approval, *today, diags);
  }
}

}  // namespace

std::shared_ptr<const Compiled> compile_job(const Job& job, Run& run, diag::Diagnostics& diags) {
  run.files.start_document();
  const Request& request = run.request;
  auto compiled = run.workspace.products.compiled.get(
      {{job.layout, job.language, request.trim, job.edition},
       settings_of(job, request),
       job.shop,
       request.imposition,
       request.fix},
      run.files, run.sources, diags,
      [&](const diag::FileReader& files, diag::Diagnostics& told) {
        return std::optional(compile_from(files, job, run, told));
      },
      bytes_of);
  diags.add_all(judge_for_readers(*compiled, run));
  judge_translation(*compiled, *run.workspace.files, run.sources, diags);
  add_approval_dates(*compiled, request, diags);
  if (request.final && compiled->document && !compiled->approval) {
    tell_unrecorded(stem(job.layout), *compiled, diags);
  }
  run.new_settings.add(*compiled);
  if (const auto kept = run.workspace.phones.take_news())
    keep(request.cache_folder, kKeptPhones, *kept);
  return compiled;
}

namespace {

/// What is well enough for a proof, and must not go to press.
bool is_error_in_print(const diag::Diagnostic& found) {
  using enum diag::DiagnosticId;
  constexpr diag::DiagnosticId kOfPrint[] = {
      DraftContent,    BlankFact,    NoticeUndecided,  LowContrast, CoarsePicture, Hairline,
      FontSubstituted, FaceLost,     LineShort,        ColumnShort, WordSplit,     PagesUnsettled,
      NotApproved,     ApprovalDate, TranslationStale, Untranslated};
  return std::ranges::find(kOfPrint, found.id) != std::end(kOfPrint) ||
         (found.rule && found.rule->is_error_in_print);
}

}  // namespace

diag::Diagnostics judged(const diag::Diagnostics& found, const Request& request) {
  diag::Diagnostics result;
  for (diag::Diagnostic each : found.list()) {
    const bool warns = each.severity == diag::Severity::Warning;
    const bool denied = request.deny_warnings || (request.final && is_error_in_print(each));
    if (warns && denied) each.severity = diag::Severity::Error;
    result.add(std::move(each));
  }
  return result;
}

diag::Diagnostics told_of(const diag::Diagnostics& found, const Job& job, const Compiled& compiled,
                          const Run& run) {
  diag::Diagnostics result;
  std::optional<spec::FactPaths> facts;
  const bool is_for_programs =
      run.request.audience == Audience::Programs || !run.request.sarif.empty();
  if (is_for_programs && compiled.content) facts.emplace(compiled.content->as_read());
  for (diag::Diagnostic each : found.list()) {
    each.documents = {job.name(run.request)};
    if (facts) each.fact = fact_of(each, *facts);
    result.add(std::move(each));
  }
  return result;
}

bool guarded(const Job& job, const Run& run, diag::Diagnostics& diags,
             const std::function<void()>& work) {
  diag::Diagnostics faults;
  if (diag::guarded(faults, work)) return true;
  const std::string name = job.name(run.request);
  for (diag::Diagnostic each : faults.list()) {
    each.message = "`" + name + "` could not be made: " + each.message;
    each.documents = {name};
    diags.add(std::move(each));
  }
  return false;
}

bool passes(const diag::Diagnostics& found, Run& run) {
  const diag::Diagnostics result = judged(found, run.request);
  for (const diag::Diagnostic& each : result.list()) {
    if (!is_told_of_file(each, run.diags)) run.diags.add(each);
  }
  return !result.has_errors();
}

bool is_summed_up(const diag::Diagnostic& diagnostic) {
  return diagnostic.severity == diag::Severity::Note && !diagnostic.area &&
         diagnostic.id != diag::DiagnosticId::Repaired &&
         diagnostic.id != diag::DiagnosticId::WaiverUnused;
}

std::optional<std::string> write_messages(Run& run, const FileIdentities& written) {
  const Request& request = run.request;
  FileIdentities inputs = run.files.identities();
  inputs.insert(written.begin(), written.end());
  std::optional<std::string> failure;
  if (!request.sarif.empty()) {
    const std::string report = diag::render_sarif({{"", run.diags}}, run.sources, kVersion);
    failure = publish_file(request.sarif, report, inputs, run.diags);
  }
  if (!request.page.empty() && !failure) {
    const std::string page = html::write_findings(run.diags, run.sources);
    failure = publish_file(request.page, page, inputs, run.diags);
  }
  return failure;
}

void add_failure(const std::string& what, Run& run) {
  if (run.request.audience == Audience::Programs) {
    run.diags.error(diag::DiagnosticId::WriteFailed, {}, what);
  }
}

}  // namespace handbill::build
