// SPDX-License-Identifier: MIT
#include "build/font_list.h"

#include "build/run.h"
#include "cli/commands.h"
#include "cli/print.h"
#include "diag/render.h"

namespace handbill::cli {

int run(const FontsArgs& args) {
  const auto found = world::find_project(".");
  const auto data = world::data_folder();
  if (!found && !data) {
    complain("handbill: there is no project here");
    return 2;
  }
  diag::SourceMap sources;
  diag::Diagnostics diags;
  const build::FontList list =
      build::list_fonts(found ? *found : world::Project{*data, *data}, args.families,
                        build::reader_for(args.reading), sources, diags);
  if (list.families.empty() && diags.has_errors()) {
    print_rendered(render(diags, sources, diag::Paint::Plain));
    return 1;
  }
  if (!list.unknown.empty()) {
    complain("handbill: " + list.unknown);
    return 2;
  }
  if (args.audience == build::Audience::Programs) {
    print_text(build::json_of(list));
  } else {
    for (const std::string& line : build::lines_of(list)) say(line);
  }
  return 0;
}

}  // namespace handbill::cli
