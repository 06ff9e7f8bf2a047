// SPDX-License-Identifier: MIT
#include "build/verify_pdf.h"

#include "build/largest_pdf.h"
#include "cli/commands.h"
#include "cli/print.h"
#include "cli/tell.h"
#include "diag/report_file.h"
#include "pdf/document_information.h"

namespace handbill::cli {

int run(const VerifyArgs& args) {
  const diag::FileAnswer file = diag::read_named(args.file, build::kLargestPdf);
  if (!file.bytes) {
    const diag::Diagnostic trouble = diag::trouble_of(args.file, file, "1 GiB");
    complain("handbill: " + trouble.message);
    for (const std::string& hint : trouble.hints) complain(" hint: " + hint);
    return 2;
  }
  auto made = manifest::read_manifest(*file.bytes, pdf::kXmpNamespace);
  if (!made) {
    complain("handbill: " + args.file + " does not say what it was made of");
    complain(
        " hint: documents that `handbill build` or `handbill ticket` wrote do, until another "
        "program saves them");
    return 1;
  }
  const auto project = project_or_message();
  if (!project) return 2;
  const build::Request request;
  workspace::Workspace workspace = build::open_workspace(*project, request);
  build::Run run{workspace, request};
  const build::Verified verified = build::verify_pdf(args.file, std::move(*made), run);
  if (args.audience == build::Audience::Programs) {
    print_text(build::json_of(verified));
  } else {
    for (const std::string& line : build::lines_of(verified)) say(line);
  }
  return build::is_unchanged(verified) ? 0 : 1;
}

}  // namespace handbill::cli
