// SPDX-License-Identifier: MIT
#include "build/affected.h"

#include "cli/commands.h"
#include "cli/print.h"
#include "cli/tell.h"
#include "diag/render.h"

namespace handbill::cli {

int run(const AffectedArgs& args) {
  const auto project = project_or_message();
  if (!project) return 2;
  const build::AffectedAnswer answer = build::find_affected(args.request, *project);
  if (args.audience == build::Audience::Programs) {
    print_text(build::json_of(answer));
  } else {
    print_text(build::text_of(answer));
    print_rendered(diag::render(answer.diags, answer.sources, paint_of(args.color)));
  }
  return answer.diags.has_errors() ? 1 : 0;
}

}  // namespace handbill::cli
