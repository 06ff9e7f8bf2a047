// SPDX-License-Identifier: MIT
#include "build/diff.h"

#include <unistd.h>

#include "build/diff_sheet.h"
#include "build/publish.h"
#include "cli/commands.h"
#include "cli/print.h"
#include "cli/tell.h"
#include "diag/render.h"

namespace handbill::cli {
namespace {

/// As `diff` of Unix has it, so that scripts may ask; and what can't be compared is neither.
enum ExitCode : int { kSame = 0, kDifferent = 1, kTrouble = 2 };

bool is_painted(Painting color) {
  if (color == Painting::Auto && ::isatty(STDOUT_FILENO) != 1) return false;
  return paint_of(color) == diag::Paint::Ansi;
}

/// What failed, if anything.
std::optional<std::string> write_sheet(const build::Diff& diff, const DiffArgs& args,
                                       diag::Diagnostics& diags) {
  const auto wanted =
      args.wants_pictures ? build::SheetPictures::Wanted : build::SheetPictures::None;
  auto sheet = build::diff_sheet(diff, wanted, args.request.reading, diags);
  if (!sheet) return std::nullopt;
  build::FileIdentities read = diff.inputs();
  if (!args.wants_pictures) return build::publish_file(args.output, sheet->pdf, read, diags);
  build::OutputSet set(args.output, build::Durability::Cached);
  if (auto failure = set.add(sheet->pictures)) return failure;
  return set.publish(read);
}

int tell_trouble(const diag::Diagnostics& diags, const DiffArgs& args) {
  const diag::SourceMap none;
  if (args.audience == build::Audience::Programs) {
    print_text(diag::render_json(diags, none));
  } else {
    print_rendered(diag::render(diags, none, paint_of(args.color)));
  }
  return kTrouble;
}

}  // namespace

int run(const DiffArgs& args) {
  diag::Diagnostics diags;
  auto before = build::open_version(args.before, args.after, diags);
  auto after = build::open_version(args.after, args.before, diags);
  if (!before || !after) return tell_trouble(diags, args);
  const build::Diff diff =
      build::compare_versions(std::move(*before), std::move(*after), args.request);
  if (!args.output.empty()) {
    if (auto failure = write_sheet(diff, args, diags)) {
      diags.error(diag::DiagnosticId::WriteFailed, {}, *failure);
    }
    if (diags.has_errors()) return tell_trouble(diags, args);
  }
  if (args.audience == build::Audience::Programs) {
    print_text(build::json_of(diff));
  } else {
    const bool paints = is_painted(args.color);
    print_painted(build::text_of(diff, paints ? build::DiffPaint::Ansi : build::DiffPaint::Plain));
  }
  if (diff.has_faults()) return kTrouble;
  return diff.is_same() ? kSame : kDifferent;
}

}  // namespace handbill::cli
