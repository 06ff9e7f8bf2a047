// SPDX-License-Identifier: MIT
#include "build/verify_pdf.h"

#include "cli/commands.h"
#include "cli/print.h"
#include "cli/tell.h"

namespace handbill::cli {

int run(const VerifyArgs& args) {
  diag::Diagnostics diags;
  auto made = build::read_made(args.file, diags);
  if (!made) {
    const diag::Diagnostic& trouble = diags.list().front();
    complain("handbill: " + trouble.message);
    for (const std::string& hint : trouble.hints) complain(" hint: " + hint);
    return trouble.id == diag::DiagnosticId::WrongUse ? 1 : 2;
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
  return build::is_current(verified) ? 0 : 1;
}

}  // namespace handbill::cli
