// SPDX-License-Identifier: MIT
#include "build/verify_pdf.h"

#include <algorithm>

#include "build/largest_pdf.h"
#include "build/shown_now.h"
#include "build/version.h"
#include "diag/report_file.h"
#include "pdf/document_information.h"

namespace handbill::build {
namespace {

constexpr std::string_view kContentFolder = "content/";

std::vector<CheckedInput> checked(const manifest::Manifest& made, Run& run) {
  std::vector<CheckedInput> result;
  for (const manifest::Input& input : made.inputs) {
    result.push_back({input, state_now(input, run)});
  }
  return result;
}

/// Files of the content tell facts and words, which are compared themselves.
bool is_of_look(const CheckedInput& each) {
  return each.state != InputState::Same && !each.input.path.starts_with(kContentFolder);
}

struct Now {
  std::optional<manifest::Shown> shown{};
  std::string trouble{};                  ///< where there is none
  std::vector<manifest::Input> inputs{};  ///< files
};

/// A drawing, say, that was not there before.
bool has_new(const std::vector<manifest::Input>& now, const std::vector<manifest::Input>& then) {
  return std::ranges::any_of(now, [&](const manifest::Input& each) {
    return !each.path.starts_with(kContentFolder) &&
           std::ranges::find(then, each.path, &manifest::Input::path) == then.end();
  });
}

std::string first_error(const diag::Diagnostics& diags) {
  for (const diag::Diagnostic& each : diags.list()) {
    if (each.severity == diag::Severity::Error) return each.message;
  }
  return {};
}

/// The document as the project has it. `asked` may be anybody's.
Now shown_now(const std::vector<manifest::Asked>& asked, Run& run) {
  const Request request = request_of(asked, run.request);
  if (request.layouts.empty()) return {{}, "it does not say which layout it was made from"};
  Run again(run.workspace, request, run.sources);
  const std::vector<Job> jobs = wanted_jobs(again);
  if (again.diags.has_errors()) return {{}, first_error(again.diags)};
  if (jobs.size() != 1) return {{}, "it says that it is several documents"};
  diag::Diagnostics found;
  const auto compiled = compile_job(jobs.front(), again, found);
  const bool is_whole = compiled->document && !found.has_errors();
  if (!is_whole) {
    return {{}, "the project has errors, which `handbill check` lists: " + first_error(found)};
  }
  return {shown_of(*compiled, again), {}, files_of_document(again)};
}

}  // namespace

std::optional<manifest::Manifest> read_made(const std::string& path, diag::Diagnostics& diags) {
  const diag::FileAnswer file = diag::read_named(path, kLargestPdf);
  if (!file.bytes) {
    diags.add(diag::trouble_of(path, file, "1 GiB"));
    return std::nullopt;
  }
  auto made = manifest::read_manifest(*file.bytes, pdf::kXmpNamespace);
  if (!made) {
    diags.error(diag::DiagnosticId::WrongUse, {}, path + " does not say what it was made of",
                {"documents that `handbill build` or `handbill ticket` wrote do, until another "
                 "program saves them"});
  }
  return made;
}

Verified verify_pdf(std::string file, manifest::Manifest made, Run& run) {
  Verified verified{std::move(file), std::move(made), {}};
  verified.inputs = checked(verified.made, run);
  const bool has_changed = std::ranges::any_of(
      verified.inputs, [](const CheckedInput& each) { return each.state != InputState::Same; });
  if (!verified.made.shown) {
    verified.verdict = has_changed ? Verdict::FilesChanged : Verdict::FilesSame;
    return verified;
  }
  Now now = shown_now(verified.made.shown->asked, run);
  if (!now.shown) {
    verified.trouble = std::move(now.trouble);
    verified.verdict = Verdict::Untold;
    return verified;
  }
  verified.differences = manifest::compare(verified.made.shown->shown, *now.shown);
  verified.version = std::move(now.shown->version);
  const bool looks_otherwise = verified.made.program != program_name() ||
                               has_new(now.inputs, verified.made.inputs) ||
                               std::ranges::any_of(verified.inputs, is_of_look);
  verified.verdict = !verified.differences.empty() ? Verdict::Changed
                     : looks_otherwise             ? Verdict::LookChanged
                                                   : Verdict::Current;
  return verified;
}

bool is_current(const Verified& verified) {
  return verified.verdict == Verdict::Current || verified.verdict == Verdict::LookChanged ||
         verified.verdict == Verdict::FilesSame;
}

}  // namespace handbill::build
