// SPDX-License-Identifier: MIT
#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/shown.h"
#include "cli/commands.h"
#include "cli/judge_pdf.h"
#include "cli/largest_pdf.h"
#include "cli/output_set.h"
#include "cli/pdf_work.h"
#include "cli/print.h"
#include "cli/project.h"
#include "cli/run.h"
#include "cli/version.h"
#include "color/profile_folders.h"
#include "diag/guarded.h"
#include "diag/json_text.h"
#include "diag/render.h"
#include "diag/render_sarif.h"
#include "diag/report_file.h"
#include "document/resolve_shop.h"
#include "document/trim_name.h"
#include "manifest/recorded_files.h"
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
    expected.trim = document::read_measures(args.trim);
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

/// What the files are judged by: a measure, and what has been read on the way.
struct Session {
  const PreflightArgs& args;
  // Shops and packs are those of the project, if there is one here, and of the program.
  manifest::RecordedFiles files{files_here()};
  diag::SourceMap sources{};
  Measure measure{};
  diag::Diagnostics faults{};  ///< of shop, pack and reports: they concern no file
  Inputs inputs{};
  std::shared_ptr<confined::Reader> reader = reader_for(args.reading, {open_preflight});
};

/// As the options have it.
diag::Diagnostics judged(const diag::Diagnostics& found, const PreflightArgs& args) {
  diag::Diagnostics result;
  for (diag::Diagnostic each : found.list()) {
    const bool is_denied = args.deny_warnings && each.severity == diag::Severity::Warning;
    if (is_denied) each.severity = diag::Severity::Error;
    result.add(std::move(each));
  }
  return result;
}

void find_measure(Session& session) {
  const PreflightArgs& args = session.args;
  diag::Diagnostics found;
  diag::guarded(found, [&] {
    document::ShopBook shops(color::profile_folders());
    std::optional<document::PrintShop> print_shop;
    if (!args.shop.empty()) {
      print_shop = shops.find(args.shop, {}, session.files, session.sources, found);
    }
    const document::Shop* shop = print_shop ? print_shop->shop.get() : nullptr;
    session.measure.standard = wanted(args.judge_by, shop);
    session.measure.rules = find_rules(args, shop, session.files, session.sources, found);
    if (session.measure.rules && shop != nullptr) {
      session.measure.rules->sheet.crop_marks = shop->marks.crop;
      session.measure.rules->sheet.registration_marks = shop->marks.registration;
    }
    session.measure.expected = find_expected(args, shop, found);
  });
  session.faults = judged(found, args);
  session.inputs = session.files.identities();
  if (const auto ticket = diag::identity_of(args.ticket)) session.inputs.insert(*ticket);
}

Judged judge(const std::string& path, Session& session) {
  Judged file{.name = path, .bytes = {}, .inspected = {}, .findings = {}};
  const Measure& measure = session.measure;
  diag::Diagnostics found;
  const bool whole = !session.args.annotated.empty() || !session.args.ticket.empty();
  diag::FileAnswer answer =
      whole ? diag::read_named(path, kLargestPdf) : diag::find_named(path, kLargestPdf);
  if (answer.identity) session.inputs.insert(*answer.identity);
  if (answer.state != diag::FileState::File) {
    found.add(diag::trouble_of(path, answer, "1 GiB"));
  } else {
    PdfFile pdf{.path = path, .bytes = std::move(answer.bytes).value_or("")};
    diag::guarded(found,
                  [&] { file.inspected = judge_file(pdf, measure, *session.reader, found); });
    file.bytes = std::move(pdf.bytes);
  }
  file.findings = judged(found, session.args);
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

void print_messages(const std::vector<Judged>& files, const Session& session) {
  const diag::Paint paint = paint_of(session.args.color);
  print_rendered(diag::render(session.faults, session.sources, paint));
  for (const Judged& file : files) {
    if (files.size() > 1 && !file.findings.list().empty()) complain(shown_name(file.name) + ":");
    print_rendered(diag::render(file.findings, session.sources, paint));
  }
  for (const Judged& file : files) say(summary(file));
}

Json as_json(const Judged& file, const diag::SourceMap& sources) {
  Json one = {{"file", file.name}};
  if (file.inspected) {
    one["claims"] = file.inspected->claims;
    one["judged_by"] = name_of(file.inspected->judged_by);
    one["pages"] = file.inspected->print.pages.size();
    for (const plates::Ink& ink : file.inspected->print.inks) one["inks"].push_back(ink.name);
  }
  one["findings"] = Json::parse(diag::render_json(file.findings, sources));
  return one;
}

/// What concerns no file stands before them.
void print_json(const std::vector<Judged>& files, const Session& session) {
  Json all = Json::array();
  if (!session.faults.list().empty()) {
    all.push_back({{"findings", Json::parse(diag::render_json(session.faults, session.sources))}});
  }
  for (const Judged& file : files) all.push_back(as_json(file, session.sources));
  print_text(diag::json_text(all));
}

std::optional<std::string> write_copy(const Judged& file, Session& session) {
  const std::string& path = session.args.annotated;
  if (path.empty() || !file.inspected) return std::nullopt;
  std::optional<std::string> copy;
  diag::Diagnostics failed;
  diag::guarded(failed,
                [&] { copy = ask_for_notes(*session.reader, file.bytes, file.findings, failed); });
  if (copy) return publish_file(path, std::move(*copy), session.inputs, session.faults);
  return "can't write " + path + ": " +
         (failed.list().empty() ? "no copy" : failed.list().front().message);
}

std::optional<std::string> write_sarif(const std::vector<Judged>& files, Session& session) {
  if (session.args.sarif.empty()) return std::nullopt;
  std::vector<diag::JudgedFile> judged = {{"", session.faults}};
  for (const Judged& file : files) judged.push_back({file.name, file.findings});
  return publish_file(session.args.sarif, diag::render_sarif(judged, session.sources, kVersion),
                      session.inputs, session.faults);
}

/// With the exit codes.
enum class Outcome { Done = 0, Faulty = 1, Failed = 2 };

/// The reports that are asked for, and then the messages.
Outcome tell(const std::vector<Judged>& files, Session& session) {
  auto failure = files.empty() ? std::nullopt : write_copy(files.front(), session);
  if (!failure) failure = write_sarif(files, session);
  const bool is_json = session.args.messages == Messages::Json;
  if (failure && is_json) session.faults.error(diag::DiagnosticId::WriteFailed, {}, *failure);
  if (is_json) print_json(files, session);
  if (!is_json) print_messages(files, session);
  if (failure && !is_json) complain("handbill: " + *failure);
  if (failure) return Outcome::Failed;
  const bool is_faulty =
      std::ranges::any_of(files, [](const Judged& file) { return file.findings.has_errors(); });
  return is_faulty || session.faults.has_errors() ? Outcome::Faulty : Outcome::Done;
}

/// Nothing: the words of the command go together.
std::optional<std::string> wrong_use(const PreflightArgs& args) {
  if (!args.annotated.empty() && args.files.size() > 1) {
    return "`--annotated` takes one file at a time";
  }
  return std::nullopt;
}

}  // namespace

int run(const PreflightArgs& args) {
  Session session{.args = args};
  if (const auto wrong = wrong_use(args)) {
    session.faults.error(diag::DiagnosticId::WrongUse, {}, *wrong);
    tell({}, session);
    return 2;
  }
  find_measure(session);
  std::vector<Judged> files;
  if (!session.faults.has_errors()) {
    for (const std::string& path : args.files) files.push_back(judge(path, session));
  }
  return static_cast<int>(tell(files, session));
}

}  // namespace handbill::cli
