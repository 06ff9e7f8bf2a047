// SPDX-License-Identifier: MIT
#include "build/preflight_files.h"

#include <algorithm>

#include "base/shown.h"
#include "build/pdf_work.h"
#include "build/run.h"
#include "cli/commands.h"
#include "cli/print.h"
#include "cli/tell.h"
#include "diag/render.h"
#include "world/project.h"

namespace handbill::cli {
namespace {

void print_messages(const build::Preflighted& result, Painting color) {
  const diag::Paint paint = paint_of(color);
  print_rendered(diag::render(result.faults, result.sources, paint));
  for (const build::JudgedPdf& file : result.files) {
    if (result.files.size() > 1 && !file.findings.list().empty()) {
      complain(shown_name(file.name) + ":");
    }
    print_rendered(diag::render(file.findings, result.sources, paint));
  }
  for (const build::JudgedPdf& file : result.files) say(build::summary_of(file));
}

/// Gives the exit code.
int tell(build::Preflighted& result, const PreflightArgs& args) {
  const bool is_json = args.request.audience == build::Audience::Programs;
  if (result.failure && is_json) {
    result.faults.error(diag::DiagnosticId::WriteFailed, {}, *result.failure);
  }
  if (is_json) print_text(build::json_of(result));
  if (!is_json) print_messages(result, args.color);
  if (result.failure && !is_json) complain("handbill: " + *result.failure);
  if (result.failure) return 2;
  const bool is_faulty = std::ranges::any_of(
      result.files, [](const build::JudgedPdf& file) { return file.findings.has_errors(); });
  return is_faulty || result.faults.has_errors() ? 1 : 0;
}

}  // namespace

int run(const PreflightArgs& args) {
  if (!args.request.annotated.empty() && args.request.files.size() > 1) {
    build::Preflighted none;
    none.faults.error(diag::DiagnosticId::WrongUse, {}, "`--annotated` takes one file at a time");
    tell(none, args);
    return 2;
  }
  const auto reader = build::reader_for(args.reading, {build::open_preflight});
  build::Preflighted result = build::preflight_files(args.request, world::files_here(), *reader);
  return tell(result, args);
}

}  // namespace handbill::cli
