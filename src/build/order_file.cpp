// SPDX-License-Identifier: MIT
#include "build/order_file.h"

#include <algorithm>

#include "build/ticket_files.h"
#include "build/zip_files.h"
#include "png/load_png.h"

namespace handbill::build {
namespace {

/// Of pages that are looked at on a screen, not printed.
constexpr double kProofResolution = 110;
constexpr std::size_t kMostProofs = 40;

/// What each page looks like, cut off at its trim.
void add_proofs(const Job& job, Run& run, Made& made) {
  const auto compiled = compile_job(job, run, made.diags);
  display::PageList pages = *compiled->pages;
  if (compiled->imposition) pages.pages = std::exchange(pages.forms, {});
  for (std::size_t i = 0; i < std::min(pages.pages.size(), kMostProofs); ++i) {
    auto picture = png::write_png(pages, i, run.workspace.fonts, compiled->press,
                                  {.pixels_per_inch = kProofResolution}, made.diags);
    if (!picture) return;
    made.files.push_back(
        {job.name(run.request) + "-proof-" + std::to_string(i + 1) + ".png", std::move(*picture)});
  }
}

}  // namespace

Made make_order_file(const Job& job, const OrderOptions& options, Run& run) {
  Made made = make_ticket_files(job, options, run);
  if (made.files.empty()) return made;
  diag::Diagnostics told = std::exchange(made.diags, {});
  add_proofs(job, run, made);
  if (made.diags.has_errors()) told.add_all(made.diags);
  made.diags = std::move(told);
  const std::string name = job.name(run.request) + "-order.zip";
  auto zip = zip_of(made.files);
  if (!zip) {
    made.diags.error(diag::DiagnosticId::WriteFailed, {}, "`" + name + "` could not be made");
    return made;
  }
  std::vector<std::string> lines = {path_in(run.request.folder, name)};
  for (const OutputFile& each : made.files) lines.push_back("  " + each.name);
  for (const std::string& each : made.told) {
    // What is still open, and what is to be noted; no files of their own.
    if (each.starts_with(' ') && each.find(" --from ") == each.npos) lines.push_back(each);
  }
  made.told = std::move(lines);
  made.files = {{name, std::move(*zip)}};
  return made;
}

}  // namespace handbill::build
