// SPDX-License-Identifier: MIT
#include <nlohmann/json.hpp>

#include "base/shown.h"
#include "cli/commands.h"
#include "cli/judge_pdf.h"
#include "cli/output_set.h"
#include "cli/print.h"
#include "cli/project.h"
#include "cli/run.h"
#include "cli/version.h"
#include "color/profile_folders.h"
#include "diag/json_text.h"
#include "diag/render.h"
#include "diag/render_sarif.h"
#include "diag/report_file.h"
#include "document/resolve_shop.h"
#include "manifest/recorded_files.h"
#include "preflight/load_preflight.h"
#include "rules/judge_document.h"
#include "spec/rules_spec.h"

namespace handbill::cli {
namespace {

using Json = nlohmann::ordered_json;

/// One file and what was found.
struct Judged {
  std::string name;
  std::string bytes;  ///< where all of them are wanted
  std::optional<preflight::Inspected> inspected;
  diag::Diagnostics findings;
};

constexpr std::size_t kLargestFile = std::size_t{1} << 30;

const char* name_of(preflight::Standard standard) {
  switch (standard) {
    case preflight::Standard::X4:
      return "PDF/X-4";
    case preflight::Standard::X1a2003:
      return "PDF/X-1a:2003";
    case preflight::Standard::None:
      break;
  }
  return "no standard";
}

std::optional<preflight::Standard> wanted(JudgeBy judge_by, const document::Shop* shop) {
  switch (judge_by) {
    case JudgeBy::Claim:
      if (shop == nullptr) return std::nullopt;
      return preflight_standard(shop->standard);
    case JudgeBy::None:
      return preflight::Standard::None;
    case JudgeBy::X1a2003:
      return preflight::Standard::X1a2003;
    case JudgeBy::X4:
      return preflight::Standard::X4;
  }
  return std::nullopt;
}

/// A pack that is named wins over the shop's.
std::optional<rules::RuleSet> find_rules(const PreflightArgs& args, const document::Shop* shop,
                                         const diag::FileReader& files, diag::SourceMap& sources,
                                         diag::Diagnostics& diags) {
  if (args.rules.empty()) {
    if (shop == nullptr) return std::nullopt;
    document::Sheet sheet;
    sheet.viewing_distance = args.viewing_distance;
    return rules::rules_of(*shop, sheet, files, sources, diags);
  }
  const auto pack = spec::parse_rules(files, args.rules, {}, sources, diags);
  if (!pack) return std::nullopt;
  rules::SheetFacts sheet;
  sheet.viewing_distance = args.viewing_distance;
  return rules::resolve(*pack, {args.rules_class}, {}, sheet, diags);
}

/// The ticket, and over it what the command line says; the condition of the shop goes for all.
Expected find_expected(const PreflightArgs& args, const document::Shop* shop,
                       diag::Diagnostics& diags) {
  Expected expected;
  if (!args.ticket.empty()) expected = read_ticket(args.ticket, diags).value_or(Expected{});
  if (!args.trim.empty()) {
    expected.trim = parse_trim(args.trim);
    if (!expected.trim) {
      diags.error(diag::DiagnosticId::BadLength, {}, "`" + args.trim + "` is no size of a page",
                  {"write `--trim 8.5x11in` or `--trim 210x297mm`"});
    }
  }
  if (args.pages) expected.pages = args.pages;
  if (shop != nullptr && !shop->condition.identifier.empty()) {
    expected.condition = shop->condition.identifier;
  }
  return expected;
}

/// Shops and packs are those of the project, if there is one here, and of the program.
Measure find_measure(const PreflightArgs& args, const diag::FileReader& files,
                     diag::SourceMap& sources, diag::Diagnostics& diags) {
  document::ShopBook shops(color::profile_folders());
  std::optional<document::PrintShop> found;
  if (!args.shop.empty()) found = shops.find(args.shop, {}, files, sources, diags);
  const document::Shop* shop = found ? found->shop.get() : nullptr;
  Measure measure;
  measure.standard = wanted(args.judge_by, shop);
  measure.rules = find_rules(args, shop, files, sources, diags);
  if (measure.rules && shop != nullptr) {
    measure.rules->sheet.crop_marks = shop->marks.crop;
    measure.rules->sheet.registration_marks = shop->marks.registration;
  }
  measure.expected = find_expected(args, shop, diags);
  return measure;
}

Judged judge(const std::string& path, const PreflightArgs& args, const Measure& measure) {
  Judged file{.name = path, .bytes = {}, .inspected = {}, .findings = {}};
  diag::Diagnostics found;
  const bool whole = !args.annotated.empty() || !args.ticket.empty();
  diag::FileAnswer answer =
      whole ? diag::read_named(path, kLargestFile) : diag::find_named(path, kLargestFile);
  if (answer.state != diag::FileState::File) {
    found.add(diag::trouble_of(path, answer, "1 GiB"));
  } else {
    PdfFile pdf{.path = path, .bytes = std::move(answer.bytes).value_or("")};
    file.inspected = judge_file(pdf, measure, found);
    file.bytes = std::move(pdf.bytes);
  }
  for (diag::Diagnostic each : found.list()) {
    if (args.deny_warnings && each.severity == diag::Severity::Warning) {
      each.severity = diag::Severity::Error;
    }
    file.findings.add(std::move(each));
  }
  return file;
}

/// "brochure.pdf  PDF/X-4, 2 pages: no errors, 1 warning".
std::string summary(const Judged& file) {
  std::string line = shown_name(file.name);
  if (file.inspected) {
    line += std::string("  ") + name_of(file.inspected->judged_by);
    if (file.inspected->claims.empty() && file.inspected->judged_by != preflight::Standard::None) {
      line += " (which it does not claim)";
    }
    line += ", " + counted(file.inspected->print.pages.size(), "page");
  }
  return line + ": " + counted(file.findings.error_count(), "error") + ", " +
         counted(file.findings.warning_count(), "warning");
}

void print_messages(const std::vector<Judged>& files, const diag::SourceMap& sources,
                    diag::Paint paint) {
  for (const Judged& file : files) {
    if (files.size() > 1 && !file.findings.list().empty()) {
      complain(shown_name(file.name) + ":");
    }
    print_rendered(diag::render(file.findings, sources, paint));
  }
  for (const Judged& file : files) say(summary(file));
}

void print_json(const std::vector<Judged>& files, const diag::SourceMap& sources) {
  Json all = Json::array();
  for (const Judged& file : files) {
    Json one = {{"file", file.name}};
    if (file.inspected) {
      one["claims"] = file.inspected->claims;
      one["judged_by"] = name_of(file.inspected->judged_by);
      one["pages"] = file.inspected->print.pages.size();
      for (const plates::Ink& ink : file.inspected->print.inks) one["inks"].push_back(ink.name);
    }
    one["findings"] = Json::parse(diag::render_json(file.findings, sources));
    all.push_back(std::move(one));
  }
  print_text(diag::json_text(all));
}

/// The files that were asked for beside the messages; what failed, if anything.
std::optional<std::string> write_reports(std::vector<Judged>& files, const PreflightArgs& args,
                                         const diag::SourceMap& sources, Inputs& inputs) {
  if (!args.annotated.empty() && files[0].inspected) {
    diag::Diagnostics failed;
    auto copy = preflight::annotate_file(files[0].bytes, files[0].findings, failed);
    if (!copy) return failed.list().empty() ? "no copy" : failed.list()[0].message;
    if (auto failure = publish_file(args.annotated, std::move(*copy), inputs)) return failure;
  }
  if (args.sarif.empty()) return std::nullopt;
  std::vector<diag::JudgedFile> judged;
  for (const Judged& file : files) judged.push_back({file.name, file.findings});
  return publish_file(args.sarif, diag::render_sarif(judged, sources, kVersion), inputs);
}

}  // namespace

int run(const PreflightArgs& args) {
  if (!args.annotated.empty() && args.files.size() > 1) {
    complain("handbill: `--annotated` takes one file at a time");
    return 2;
  }
  diag::SourceMap sources;
  diag::Diagnostics faults;
  const manifest::RecordedFiles measures(files_here());
  const Measure measure = find_measure(args, measures, sources, faults);
  if (faults.has_errors()) {
    print_rendered(diag::render(faults, sources, paint_of(args.color)));
    return 1;
  }
  std::vector<Judged> files;
  Inputs inputs = measures.identities();
  for (const std::string& path : args.files) {
    files.push_back(judge(path, args, measure));
    if (const auto file = diag::identity_of(path)) inputs.insert(*file);
  }
  if (args.messages == Messages::Json) {
    print_json(files, sources);
  } else {
    print_messages(files, sources, paint_of(args.color));
  }
  if (const auto failed = write_reports(files, args, sources, inputs)) {
    complain("handbill: " + *failed);
    return 2;
  }
  for (const Judged& file : files) {
    if (file.findings.has_errors()) return 1;
  }
  return 0;
}

}  // namespace handbill::cli
